//! What was left empty.

use num_rational::BigRational;

use super::{Examined, Finder, count, fraction};
use crate::spm::capaian::{CellSection, LayananCapaian, Reported};
use crate::spm::kebijakan::{BelumDiisi, Kebijakan, Kelebihan};
use crate::spm::percent::Percent;
use base::written::Line;

pub(super) fn find(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    if data.nihil() {
        return;
    }
    let full = BigRational::from_integer(100.into());
    let subject = one.about();
    for (section, code) in [
        (CellSection::Penerima, "T-PENERIMA-KOSONG"),
        (CellSection::Anggaran, "T-ANGGARAN-KOSONG"),
    ] {
        if let Some(isian) = empty(data, section) {
            finder.record(code, &subject, &full, &[("isian", isian.into())]);
        }
    }
    match data.sasaran {
        Reported::Value(0) => {
            let served = data.terlayani.value().filter(|n| **n > 0);
            let beside = served.map(|n| {
                let said = Line::from(format!(", padahal tercatat {} ", count(*n)));
                said.and(&one.counted()).ours(" terlayani,")
            });
            let figures = [("padahal", beside.unwrap_or_default())];
            return finder.record("T-SASARAN-NOL", &subject, &full, &figures);
        }
        // Without a target the mutu is not yet the matter.
        Reported::Missing => return,
        Reported::Nihil | Reported::Value(_) => {}
    }
    mutu(one, data, finder);
}

/// Section B: none of it, or some of its items.
fn mutu(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let complete = |i: &&crate::spm::ItemMutu| {
        i.dibutuhkan.is_answered() && i.terpenuhi.is_answered()
    };
    let subject = one.about();
    let answered = data.mutu.iter().filter(complete).count();
    if answered == 0 {
        let eighty = Percent::from(80);
        if one.result.indeks.as_ref() == Some(&eighty) {
            finder.record("T-TERTAHAN-80", &subject, &fraction(20), &[]);
        }
        let figures = [("akibat", without_mutu(one.evidence.now.rekap.kebijakan).into())];
        finder.record("T-MUTU-KOSONG", &subject, &fraction(20), &figures);
        return;
    }
    let empty = data.mutu.iter().enumerate().filter(|(_, i)| !complete(i));
    let empty: Vec<_> = empty.collect();
    if let Some((at, first)) = empty.first() {
        let whole = fraction(u64::try_from(data.mutu.len()).unwrap_or(u64::MAX));
        let many = u64::try_from(empty.len()).unwrap_or(u64::MAX);
        let parts = Percent::ratio(&fraction(many), &whole).unwrap_or_else(Percent::zero);
        let figures = [
            ("banyak", count(many).into()),
            ("seluruh", data.mutu.len().to_string().into()),
            ("penyebut", (if many == 1 { "yaitu" } else { "antara lain" }).into()),
            ("butir", one.item(*at, "nama", first.nama.clone())),
        ];
        finder.record("T-MUTU-SEBAGIAN", &subject, parts.value(), &figures);
    }
}

/// What an empty mutu part does to the index.
fn without_mutu(kebijakan: Kebijakan) -> &'static str {
    match (kebijakan.belum_diisi, kebijakan.kelebihan) {
        (BelumDiisi::Keluarkan, _) => "tanpa bagian ini indeks tidak dapat dihitung",
        (BelumDiisi::Nol, Kelebihan::Batasi) => {
            "tanpa bagian ini indeks paling tinggi 80%"
        }
        (BelumDiisi::Nol, Kelebihan::ApaAdanya) => {
            "tanpa bagian ini bobot mutu sebesar 20% dihitung nol"
        }
    }
}

/// The names of what is empty in a section: "sasaran dan terlayani"; `None` when all is filled.
fn empty(data: &LayananCapaian, section: CellSection) -> Option<String> {
    let cells = data.cells().into_iter();
    let empty = cells.filter(|cell| cell.section == section && !cell.answered);
    let empty: Vec<&str> = empty.map(|cell| cell.name).collect();
    (!empty.is_empty()).then(|| bahasa::words::join_list(&empty))
}
