//! What an import would change.

use super::{Import, ImportedLayanan};
use crate::head::normal;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Datum, Key, Spec};
use base::source::Span;
use field::spm::LayananCapaian;

/// How a field changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was empty.
    New,
    /// It held something else.
    Changed,
    /// It is emptied, because a service without a target population has no figures.
    Emptied,
}

/// One field that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The service.
    pub kode: String,
    /// The quality item, when it is a field of one.
    pub butir: Option<String>,
    /// The key of the field.
    pub key: Key,
    /// What is there; `None` when nothing is.
    pub old: Option<Datum>,
    /// What will be there; `None` when it is emptied.
    pub new: Option<Datum>,
    /// The cell that says so.
    pub place: Span,
}

impl FieldChange {
    /// How the field changes.
    pub fn kind(&self) -> ChangeKind {
        match (&self.old, &self.new) {
            (_, None) => ChangeKind::Emptied,
            (None, Some(_)) => ChangeKind::New,
            (Some(_), Some(_)) => ChangeKind::Changed,
        }
    }
}

/// Every field that `import` changes against what is there (`there`), in the order of the import.
pub fn compare<'a>(
    there: impl IntoIterator<Item = &'a LayananCapaian>,
    import: &Import,
) -> Vec<FieldChange> {
    let there: Vec<&LayananCapaian> = there.into_iter().collect();
    let mut all = Vec::new();
    let empty = LayananCapaian::default();
    for layanan in &import.layanan {
        let old = there.iter().find(|l| l.kode == layanan.kode.value).copied();
        let old = old.unwrap_or(&empty);
        one(old, layanan, &mut all);
    }
    all
}

fn one(there: &LayananCapaian, import: &ImportedLayanan, all: &mut Vec<FieldChange>) {
    let mut differs =
        |butir: Option<&str>, key: Key, old: Option<Datum>, new: Option<Datum>, place| {
            if old != new {
                let (kode, butir) = (import.kode.value.clone(), butir.map(str::to_owned));
                all.push(FieldChange { kode, butir, key, old, new, place });
            }
        };
    for (spec, slot) in LAYANAN.slots() {
        if let Some(new) = import.content.get(spec.key) {
            differs(None, spec.key, slot.get(there), Some(new.value.clone()), new.span);
        } else if let (true, Some(sasaran)) =
            (emptied(spec, import), import.content.get(Key::TARGET))
        {
            differs(None, spec.key, slot.get(there), None, sasaran.span);
        }
    }
    for butir in &import.mutu {
        let wanted = normal(&butir.nama.value);
        let old = there.mutu.iter().find(|m| normal(&m.nama) == wanted);
        let nama = old.map_or(butir.nama.value.as_str(), |m| m.nama.as_str());
        for (spec, slot) in MUTU.slots() {
            if let Some(new) = butir.content.get(spec.key) {
                let old = old.and_then(|m| slot.get(m));
                differs(Some(nama), spec.key, old, Some(new.value.clone()), new.span);
            }
        }
    }
}

/// Whether a field is emptied: a service without a target population has served nobody.
pub(super) fn emptied(spec: &Spec, import: &ImportedLayanan) -> bool {
    spec.key == Key::SERVED && import.content.is_nihil(Key::TARGET)
}
