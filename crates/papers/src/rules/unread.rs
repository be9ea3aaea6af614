//! What is decided about a letter and printed nowhere, since its template reads no such key.

use super::{RulesView, field_of};
use crate::problem::LetterProblem as Problem;
use crate::template::Per;
use base::diag::Problems;
use field::domain::Surat;

/// Whether a letter has something under a key.
type IsSaid = fn(&Surat) -> bool;

/// Keys that only a template can print. Number, date, status and signer are the program's as well.
const PRINTED: [(&str, IsSaid); 15] = [
    ("sifat", |s| s.sifat.is_some()),
    ("lampiran", |s| s.lampiran.is_some()),
    ("hal", |s| s.hal.is_some()),
    ("penanda_tangan_lain", |s| !s.penanda_tangan_lain.is_empty()),
    ("atas_nama", |s| !s.atas_nama.is_empty()),
    ("paraf", |s| s.paraf.as_ref().is_some_and(|names| !names.is_empty())),
    ("yth", |s| s.yth.is_some()),
    ("menimbang", |s| !s.menimbang.is_empty()),
    ("mengingat", |s| !s.mengingat.is_empty()),
    ("dasar", |s| !s.dasar.is_empty()),
    ("untuk", |s| !s.untuk.is_empty()),
    ("isi", |s| !s.isi.is_empty()),
    ("tembusan", |s| !s.tembusan.is_empty()),
    ("tenggat", |s| s.tenggat.is_some()),
    ("kop", |s| s.kop.is_some()),
];

/// The key of a letter to all, which has a meaning where there is one for each who is invited.
const TO_ALL: &str = "daftar_terlampir";

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for (surat, manifest) in held.decisions() {
        let template = surat.template.value.as_str();
        let given = PRINTED.iter().filter(|(_, is_given)| is_given(surat));
        let mut unread: Vec<&str> = given
            .map(|(key, _)| *key)
            .filter(|key| !(held.reads_of_letter)(template, key))
            .collect();
        if surat.bersama && manifest.per != Per::Undangan {
            unread.push(TO_ALL);
        }
        let Some(first) = unread.first() else { continue };
        let kunci = unread.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>();
        let (kunci, template) = (kunci.join(", "), template.to_owned());
        problems.add(field_of(surat, first), Problem::KeyUnread { kunci, template });
    }
}
