//! What was left empty.

use num_rational::BigRational;

use super::{Pencari, Satu, cacah, pecahan};
use crate::spm::capaian::{Isian, LayananCapaian};
use crate::spm::persen::Persen;

pub(super) fn cari(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    if data.nihil() {
        return;
    }
    let penuh = BigRational::from_integer(100.into());
    let subjek = satu.subjek();
    let kosong = sebut(&[
        ("jumlah sasaran", data.sasaran.terisi()),
        ("jumlah terlayani", data.terlayani.terisi()),
    ]);
    if let Some(isian) = kosong {
        pencari.catat("T-PENERIMA-KOSONG", &subjek, &penuh, vec![("isian", isian)]);
    }
    let kosong =
        sebut(&[("pagu", data.pagu.terisi()), ("realisasi", data.realisasi.terisi())]);
    if let Some(isian) = kosong {
        pencari.catat("T-ANGGARAN-KOSONG", &subjek, &penuh, vec![("isian", isian)]);
    }
    match data.sasaran {
        Isian::Isi(0) => return pencari.catat("T-SASARAN-NOL", &subjek, &penuh, vec![]),
        // Without a target the mutu is not yet the matter.
        Isian::Kosong => return,
        Isian::Nihil | Isian::Isi(_) => {}
    }
    mutu(satu, data, pencari);
}

/// Section B: none of it, or some of its items.
fn mutu(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    let lengkap =
        |i: &&crate::spm::ItemMutu| i.dibutuhkan.terisi() && i.terpenuhi.terisi();
    let subjek = satu.subjek();
    let terisi = data.mutu.iter().filter(lengkap).count();
    if terisi == 0 {
        let delapan_puluh = Persen::from(80);
        if satu.hasil.indeks.as_ref() == Some(&delapan_puluh) {
            pencari.catat("T-TERTAHAN-80", &subjek, &pecahan(20), vec![]);
        }
        pencari.catat("T-MUTU-KOSONG", &subjek, &pecahan(20), vec![]);
        return;
    }
    let kosong: Vec<_> = data.mutu.iter().filter(|i| !lengkap(i)).collect();
    if let Some(pertama) = kosong.first() {
        let seluruh = pecahan(u64::try_from(data.mutu.len()).unwrap_or(u64::MAX));
        let banyak = u64::try_from(kosong.len()).unwrap_or(u64::MAX);
        let bagian =
            Persen::rasio(&pecahan(banyak), &seluruh).unwrap_or_else(Persen::nol);
        let isi = vec![
            ("banyak", cacah(banyak)),
            ("seluruh", data.mutu.len().to_string()),
            ("butir", pertama.nama.clone()),
        ];
        pencari.catat("T-MUTU-SEBAGIAN", &subjek, bagian.nilai(), isi);
    }
}

/// The names of what is empty: "sasaran dan terlayani"; `None` when all is filled.
fn sebut(isian: &[(&str, bool)]) -> Option<String> {
    let kosong: Vec<&str> =
        isian.iter().filter(|(_, terisi)| !terisi).map(|(nama, _)| *nama).collect();
    (!kosong.is_empty()).then(|| bahasa::words::join_list(&kosong))
}
