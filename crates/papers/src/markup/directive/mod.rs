//! The directives: one file each, with what it is and what reads it.
//!
//! A new one is its file and its name in the two lists below. The user's guide, the messages
//! about attributes and the functions of templates come from what the file declares.

mod bab;
mod balik;
mod bersama;
mod butir;
mod catatan;
mod daftar_isi;
mod gambar;
mod garis;
mod garis_isian;
mod gaya;
mod given;
mod grafik;
mod halaman;
mod halaman_baru;
mod jarak;
mod judul;
mod kepala_lampiran;
mod kepala_surat;
mod kinds;
mod kolom;
mod kop;
mod lembar;
mod rincian;
mod satu_baris;
mod sel;
mod signer;
mod spec;
mod tabel;
mod tanda_tangan;
mod tanda_tangan_bersama;
mod tembusan;
#[cfg(test)]
mod tests;
mod tujuan;

use super::reader::{Reader, TreeNode};
use crate::notation::{Opening, WrittenAttribute};
use crate::origins::Thing;
use crate::problem::TemplateProblem;
use base::diag::nearest;
use typeset::document::{Block, Orientation};
use typeset::units::Pt;

use kinds::Number;

pub(in crate::markup) use given::said;
pub(super) use signer::OFFICIAL_KEY as OFFICIAL;
pub(in crate::markup) use spec::Given;
pub use spec::{Attribute, Directive, Function, Said, Source, Told};

/// Every directive, in the order of the user's guide.
pub static DIRECTIVES: &[&Directive] = &[
    &kop::DIRECTIVE,
    &kepala_surat::DIRECTIVE,
    &kepala_lampiran::DIRECTIVE,
    &tujuan::DIRECTIVE,
    &rincian::DIRECTIVE,
    &tanda_tangan::DIRECTIVE,
    &tanda_tangan_bersama::DIRECTIVE,
    &tembusan::DIRECTIVE,
    &judul::DIRECTIVE,
    &tabel::DIRECTIVE,
    &lembar::DIRECTIVE,
    &bersama::DIRECTIVE,
    &gaya::DIRECTIVE,
    &butir::DIRECTIVE,
    &satu_baris::DIRECTIVE,
    &balik::DIRECTIVE,
    &kolom::DIRECTIVE,
    &sel::DIRECTIVE,
    &gambar::DIRECTIVE,
    &grafik::DIRECTIVE,
    &garis::DIRECTIVE,
    &garis_isian::DIRECTIVE,
    &jarak::DIRECTIVE,
    &halaman_baru::DIRECTIVE,
    &halaman::DIRECTIVE,
    &bab::DIRECTIVE,
    &daftar_isi::DIRECTIVE,
    &catatan::DIRECTIVE,
];

/// The directive of a name.
pub fn directive(name: &str) -> Option<&'static Directive> {
    DIRECTIVES.iter().copied().find(|d| d.name == name)
}

/// What is said of a directive that does not exist.
pub(crate) fn unknown(name: &str) -> TemplateProblem {
    let near = nearest(name, DIRECTIVES.iter().map(|d| d.name)).unwrap_or_default();
    TemplateProblem::UnknownDirective { name: name.to_owned(), near }
}

impl Reader<'_> {
    pub(super) fn directive(&mut self, node: TreeNode<'_>) -> Vec<Block> {
        let Some(opening) = self.opening(node) else { return Vec::new() };
        let declared = directive(&opening.name);
        for one in &opening.attributes {
            self.room_of(one, declared.and_then(|d| d.attribute(&one.key)));
        }
        let Some(directive) = declared else {
            self.facts.forms.unread = true;
            self.problems.add(opening.span, unknown(&opening.name));
            return Vec::new();
        };
        self.check(directive, &opening);
        if !self.is_closed(node) {
            let name = opening.name.clone();
            self.problems.add(opening.span, TemplateProblem::UnclosedDirective { name });
        }
        let given = Given { directive, opening: &opening };
        let mut blocks = (directive.read)(self, node, &given);
        super::places::place(&mut blocks, opening.span);
        blocks
    }

    /// A distance from the left edge that leaves room for what stands there: a wide page has
    /// places that a narrow one has not.
    fn left(&mut self, given: &Given<'_>, attribute: &Number, room: Pt) -> Option<Pt> {
        let left = given.mm(attribute)?;
        let width = self.sections.last()?.page.text_width();
        let most = (width - room).max(Pt::ZERO);
        if left <= most {
            return Some(left);
        }
        let (value, span) = given.placed(attribute)?;
        let problem = TemplateProblem::BadAttribute {
            directive: given.directive.name.to_owned(),
            name: attribute.told().name.to_owned(),
            value: value.to_owned(),
            expected: attribute.expected_to(most.to_mm().floor()),
        };
        self.problems.add(span, problem);
        None
    }

    /// Where a signature stands: as the profile says of its upright page, and as far across on a
    /// lying one.
    fn signature_left(&self) -> Pt {
        let profil = self.context.profil;
        let left = profil.tanda_tangan.kiri;
        let upright = profil.page(Orientation::Portrait).text_width();
        match self.sections.last() {
            Some(section) if section.page.orientation == Orientation::Landscape => {
                left * (section.page.text_width().0 / upright.0.max(1.0))
            }
            _ => left,
        }
    }

    /// Notes the room that the value of an attribute leaves. A label is nothing that somebody
    /// still has to write: blanks at its head indent it.
    fn room_of(
        &mut self,
        one: &WrittenAttribute,
        declared: Option<&'static dyn Attribute>,
    ) {
        if declared.is_some_and(Attribute::is_label) {
            return;
        }
        let what = (one.key.as_str(), declared.is_some_and(Attribute::is_day));
        let value = one.value.as_deref().unwrap_or_default();
        match one.thing.as_ref().and_then(Thing::before_room) {
            Some(before) => self.facts.room(what, before, one.span),
            None => self.facts.room_by_hand(what, value, |_| one.span),
        }
    }

    /// Everything the declaration says of an opening: what it may hold and what it must.
    fn check(&mut self, directive: &Directive, opening: &Opening) {
        for (at, written) in opening.attributes.iter().enumerate() {
            let checked = directive.check(&written.key, Said(written.value.as_deref()));
            if let Err(problem) = checked {
                self.facts.forms.unread = true;
                self.problems.add(written.span, problem);
            }
            let before = &opening.attributes[..at];
            if directive.has_once(&written.key)
                && before.iter().any(|other| other.key == written.key)
            {
                let (directive, name) = (opening.name.clone(), written.key.clone());
                let problem = TemplateProblem::AttributeTwice { directive, name };
                self.problems.add(written.span, problem);
            }
        }
        for told in directive.attributes.iter().map(|a| a.told()).filter(|t| t.required) {
            if opening.get(told.name).is_none_or(|(text, _)| text.is_empty()) {
                let (directive, name) = (opening.name.clone(), told.name.to_owned());
                let problem = TemplateProblem::MissingAttribute { directive, name };
                self.problems.add(opening.span, problem);
            }
        }
    }
}
