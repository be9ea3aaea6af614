//! The comparison as a table for a terminal.

use std::fmt::Write;

use super::{BERBEDA, PERINGKAT, perubahan, satu_baris, sebab};
use crate::pipeline::Comparison;
use crate::rekap_out::{INDEKS_LAIN, lipat, sebutan, table::catatan};
use field::spm::Persen;
use field::spm::gabungan::Baris;

/// Characters of a name that fit.
const NAMA: usize = 32;

/// Problems of one daerah that are shown; JSON has more.
const MASALAH: usize = 5;

/// Ranked daerah, those without a rank, those without an index and why, and the notes.
pub fn table(banding: &Comparison) -> String {
    let gabungan = &banding.gabungan;
    let mut out = String::new();
    let periode =
        gabungan.periode.map_or_else(|| "-".to_owned(), |p| sebutan(p.tahun, p.triwulan));
    let _ = writeln!(out, "Perbandingan indeks SPM, {periode}\n");
    if !gabungan.daerah.is_empty() {
        baris_baris(&mut out, banding);
    }
    tanpa_indeks(&mut out, banding);
    let _ = writeln!(out, "\n{}", lipat(PERINGKAT));
    let lain: Vec<&Baris> =
        gabungan.daerah.iter().filter(|b| !b.isi.indeks_lain.is_empty()).collect();
    if !lain.is_empty() {
        let _ = writeln!(out, "\n{INDEKS_LAIN}:");
        for baris in lain {
            for satu in &baris.isi.indeks_lain {
                let teks = format!("- {}: {}", baris.isi.daerah, satu.kalimat());
                let _ = writeln!(out, "{}", lipat(&teks));
            }
        }
    }
    catatan(&mut out, gabungan.kebijakan);
    out
}

fn baris_baris(out: &mut String, banding: &Comparison) {
    let gabungan = &banding.gabungan;
    let _ = write!(
        out,
        "{:>4}  {:<NAMA$} {:>8}  {:<17}{:>10} {:>9}",
        "No.", "Daerah", "Indeks", "Kategori", "Keterisian", "Perubahan"
    );
    for urusan in &gabungan.urusan {
        let nama: String = urusan.singkat.chars().take(10).collect();
        let _ = write!(out, " {nama:>10}");
    }
    out.push('\n');
    let angka = |p: Option<&Persen>| p.map_or_else(|| "-".to_owned(), Persen::angka);
    for baris in &gabungan.daerah {
        let isi = &baris.isi;
        let tanda = if baris.berbeda.is_empty() { "" } else { " *" };
        let mut nama: String =
            isi.daerah.chars().take(NAMA - tanda.chars().count()).collect();
        nama.push_str(tanda);
        let _ = write!(
            out,
            "{:>4}  {nama:<NAMA$} {:>8}  {:<17}{:>10} {:>9}",
            baris.peringkat.map_or_else(|| "-".to_owned(), |n| n.to_string()),
            angka(isi.indeks.as_ref()),
            isi.kategori.as_deref().unwrap_or("-"),
            angka(isi.keterisian.persen().as_ref()),
            perubahan(isi.perubahan.as_ref()),
        );
        for urusan in &gabungan.urusan {
            let _ = write!(out, " {:>10}", angka(isi.urusan(&urusan.kode)));
        }
        out.push('\n');
    }
    let berbeda: Vec<&Baris> =
        gabungan.daerah.iter().filter(|b| !b.berbeda.is_empty()).collect();
    if !berbeda.is_empty() {
        let _ = writeln!(out, "\n{}", lipat(BERBEDA));
        for baris in berbeda {
            let teks = format!("* {}: {}", baris.isi.daerah, baris.kalimat());
            let _ = writeln!(out, "{}", lipat(&teks));
        }
    }
}

fn tanpa_indeks(out: &mut String, banding: &Comparison) {
    if !banding.left_out.is_empty() {
        let _ = writeln!(out, "\nTanpa indeks:");
    }
    for satu in &banding.left_out {
        let nama = satu.daerah.as_deref().unwrap_or("-");
        let _ = writeln!(out, "- {} ({nama}): {}", satu.folder, sebab(satu));
        for masalah in satu.problems.iter().take(MASALAH) {
            let _ = writeln!(out, "    {}", satu_baris(masalah));
        }
        let lagi = satu.problems.len().saturating_sub(MASALAH) + satu.more;
        if lagi > 0 {
            let _ = writeln!(out, "    dan {lagi} lagi; lihat `naskah check`");
        }
    }
    if !banding.passed_over.is_empty() {
        let teks = format!(
            "\nSubfolder tanpa naskah.toml dilewati: {}",
            banding.passed_over.join(", ")
        );
        let _ = writeln!(out, "{}", lipat(&teks));
    }
}
