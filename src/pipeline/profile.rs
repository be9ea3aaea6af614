//! The profile of the workspace: its layers checked, and what holds for each template.

use papers::problem::ProfileProblem;
use std::collections::{BTreeMap, BTreeSet};

use bahasa::nomor::GAP;
use bahasa::{NomorSurat, NumberPattern};
use base::diag::Problems;
use base::source::{SourceMap, Span};
use base::written::Written;
use data::workspace::Workspace;
use field::domain::Surat;
use papers::profil::{Layers, Profil};
use papers::template::Templates;
use typeset::document::Face;
use typeset::units::Pt;

/// The families that need no file.
const FAMILIES: [(&str, Face); 6] = [
    ("arial", Face::Sans),
    ("liberation sans", Face::Sans),
    ("times new roman", Face::Serif),
    ("liberation serif", Face::Serif),
    ("bookman old style", Face::Bookman),
    ("tex gyre bonum", Face::Bookman),
];

/// Reads the layers and tells what is wrong with them; letters that name no pattern of their
/// own number take the profile's.
pub(super) fn load(
    workspace: &mut Workspace,
    templates: &Templates,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Layers {
    let layers = Layers::load(&workspace.settings, &workspace.texts, sources, problems);
    let names: Vec<&str> = templates.manifests.keys().map(String::as_str).collect();
    layers.check_kinds(&names, problems);
    check_families(workspace, &layers, problems);
    let profil = each(workspace, templates, &layers);
    for letter in &mut workspace.surat {
        let own = profil.get(&letter.template.value);
        let pattern: Option<NumberPattern> =
            own.and_then(|profil| profil.pola_nomor.parse().ok());
        // A letter with a place in the sequence has a number, and one with all that the
        // profile's pattern asks for.
        let counted = letter.urut.is_some() || !letter.klas.is_empty();
        if letter.nomor.is_none() {
            letter.nomor = pattern.filter(|p| counted || is_complete(p, letter));
            let set = own.map(|profil| profil.pola_nomor.span()).unwrap_or_default();
            if letter.nomor.is_some() && set != Span::None {
                letter.written = letter.written.with("nomor", Written::at(set));
            }
        }
    }
    layers
}

/// Whether only the serial and the date are open in a letter's number.
fn is_complete(pattern: &NumberPattern, letter: &Surat) -> bool {
    let number = pattern.fill(&NomorSurat {
        klas: &letter.klas,
        urut: Some(1),
        unit: &letter.unit,
        bidang: &letter.bidang,
        tanggal: Some(jiff::civil::Date::constant(2000, 1, 1)),
    });
    !number.contains(GAP)
}

/// What holds for each template.
pub(super) fn each(
    workspace: &Workspace,
    templates: &Templates,
    layers: &Layers,
) -> BTreeMap<String, Profil> {
    let face = |name: &str| family(workspace, name);
    let manifests = templates.manifests.iter();
    manifests
        .map(|(name, m)| {
            let mut profil = layers.for_names(&m.names(), face);
            if let Some((width, height)) = m.paper {
                profil.paper = (Pt::mm(width), Pt::mm(height));
            }
            (name.clone(), profil)
        })
        .collect()
}

/// What holds where no template is known.
pub(super) fn common(workspace: &Workspace, layers: &Layers) -> Profil {
    layers.for_names(&[], |name| family(workspace, name))
}

/// Reports families that nobody has.
fn check_families(workspace: &Workspace, layers: &Layers, problems: &mut Problems) {
    for (name, span) in layers.families() {
        if family(workspace, name).is_some() {
            continue;
        }
        let own = workspace.faces.iter().map(|f| f.family.as_str());
        let known: BTreeSet<&str> =
            FAMILIES.iter().map(|(name, _)| *name).chain(own).collect();
        let near = base::diag::nearest(name, known.iter().copied()).unwrap_or_default();
        let known = known.into_iter().collect::<Vec<_>>().join(", ");
        problems.add(
            span,
            ProfileProblem::UnknownFace { name: name.to_owned(), near, known },
        );
    }
}

/// A family by the name the profile gives it: a built-in one, or one of the workspace's own,
/// counted in the order of their names.
fn family(workspace: &Workspace, name: &str) -> Option<Face> {
    if let Some((_, face)) = FAMILIES.iter().find(|(n, _)| name.eq_ignore_ascii_case(n)) {
        return Some(*face);
    }
    let own: BTreeSet<&str> = workspace.faces.iter().map(|f| f.family.as_str()).collect();
    let at = own.into_iter().position(|family| family.eq_ignore_ascii_case(name))?;
    u8::try_from(at).ok().map(Face::Own)
}
