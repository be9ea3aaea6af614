//! What was left empty.

use num_rational::BigRational;

use super::{Examined, Finder, count, fraction};
use crate::spm::capaian::{LayananCapaian, Reported};
use crate::spm::percent::Percent;

pub(super) fn find(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    if data.nihil() {
        return;
    }
    let penuh = BigRational::from_integer(100.into());
    let subjek = satu.about();
    let kosong = name(&[
        ("jumlah sasaran", data.sasaran.is_answered()),
        ("jumlah terlayani", data.terlayani.is_answered()),
    ]);
    if let Some(isian) = kosong {
        pencari.record("T-PENERIMA-KOSONG", &subjek, &penuh, vec![("isian", isian)]);
    }
    let kosong = name(&[
        ("pagu", data.pagu.is_answered()),
        ("realisasi", data.realisasi.is_answered()),
    ]);
    if let Some(isian) = kosong {
        pencari.record("T-ANGGARAN-KOSONG", &subjek, &penuh, vec![("isian", isian)]);
    }
    match data.sasaran {
        Reported::Value(0) => {
            return pencari.record("T-SASARAN-NOL", &subjek, &penuh, vec![]);
        }
        // Without a target the mutu is not yet the matter.
        Reported::Missing => return,
        Reported::Nihil | Reported::Value(_) => {}
    }
    mutu(satu, data, pencari);
}

/// Section B: none of it, or some of its items.
fn mutu(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    let lengkap = |i: &&crate::spm::ItemMutu| {
        i.dibutuhkan.is_answered() && i.terpenuhi.is_answered()
    };
    let subjek = satu.about();
    let terisi = data.mutu.iter().filter(lengkap).count();
    if terisi == 0 {
        let delapan_puluh = Percent::from(80);
        if satu.hasil.indeks.as_ref() == Some(&delapan_puluh) {
            pencari.record("T-TERTAHAN-80", &subjek, &fraction(20), vec![]);
        }
        pencari.record("T-MUTU-KOSONG", &subjek, &fraction(20), vec![]);
        return;
    }
    let kosong: Vec<_> = data.mutu.iter().filter(|i| !lengkap(i)).collect();
    if let Some(pertama) = kosong.first() {
        let seluruh = fraction(u64::try_from(data.mutu.len()).unwrap_or(u64::MAX));
        let banyak = u64::try_from(kosong.len()).unwrap_or(u64::MAX);
        let bagian =
            Percent::ratio(&fraction(banyak), &seluruh).unwrap_or_else(Percent::zero);
        let isi = vec![
            ("banyak", count(banyak)),
            ("seluruh", data.mutu.len().to_string()),
            ("butir", pertama.nama.clone()),
        ];
        pencari.record("T-MUTU-SEBAGIAN", &subjek, bagian.value(), isi);
    }
}

/// The names of what is empty: "sasaran dan terlayani"; `None` when all is filled.
fn name(isian: &[(&str, bool)]) -> Option<String> {
    let kosong: Vec<&str> =
        isian.iter().filter(|(_, terisi)| !terisi).map(|(nama, _)| *nama).collect();
    (!kosong.is_empty()).then(|| bahasa::words::join_list(&kosong))
}
