//! Decrees and what they rest on.

use super::{RulesView, field_of};
use crate::problem::ContradictionProblem as Problem;
use crate::template::TemplateManifest;
use base::diag::Problems;
use field::domain::{Kedudukan, Surat};

/// The law on local government, on which every decree of a head of a region rests.
const LAW: (&str, &str) = ("uu-23-2014", "23 tahun 2014");

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let laws =
        held.workspace.rakor.as_ref().map_or(&[][..], |r| r.dasar_hukum.as_slice());
    for (surat, manifest) in held.decisions().filter(|(s, m)| is_decree(held, s, m)) {
        let template = surat.template.value.clone();
        let own = surat.mengingat.iter().any(|text| says(text, LAW.1));
        if own || laws.iter().any(|id| id.value == LAW.0) {
            continue;
        }
        if !laws.is_empty() || !surat.mengingat.is_empty() {
            let span = field_of(surat, "mengingat");
            problems.add(span, Problem::NoLawOfRegions { template });
        } else if !rests_on_its_own(held, &manifest.name) {
            problems.add(surat.template.span, Problem::NoBasis { template });
        }
    }
}

/// A decree of the head of the region, or in that name.
fn is_decree(held: RulesView<'_>, surat: &Surat, manifest: &TemplateManifest) -> bool {
    let id = surat.penanda_tangan.as_ref();
    let signer =
        id.and_then(|id| held.workspace.pejabat.iter().find(|p| p.id.value == id.value));
    let of_head = signer.is_some_and(|p| p.kedudukan == Kedudukan::KepalaDaerah);
    manifest.kind == DECREE && (of_head || !surat.atas_nama.is_empty())
}

/// The kind of paper that decrees are.
const DECREE: &str = "penetapan";

/// Whether the template cites laws of the catalog where the data names none.
fn rests_on_its_own(held: RulesView<'_>, template: &str) -> bool {
    let files = held.templates.files.iter();
    files
        .filter(|(path, _)| path.starts_with(&format!("{template}/")))
        .any(|(_, file)| file.text.contains(LAW.0) || says(&file.text, LAW.1))
}

fn says(text: &str, words: &str) -> bool {
    let plain: Vec<&str> = text.split_whitespace().collect();
    plain.join(" ").to_lowercase().contains(words)
}
