//! The index as a table for a terminal.

use std::fmt::Write;

use super::{INDEKS_LAIN, cetak, kebijakan, lipat, sebutan};
use field::spm::{Kebijakan, Telaah, Temuan};

/// Characters of a service's name that fit.
const NAMA: usize = 44;

/// The table, with the policies that produced it below.
pub fn table(telaah: &Telaah) -> String {
    let rekap = &telaah.rekap;
    let mut out = String::new();
    let _ = writeln!(out, "{}, {}\n", rekap.daerah, sebutan(rekap.tahun, rekap.triwulan));
    baris(
        &mut out,
        ["Kode", "Jenis pelayanan dasar", "Penerima", "Mutu", "Indeks", "Kategori"],
    );
    for urusan in &rekap.urusan {
        for l in &urusan.layanan {
            let nama: String = l.nama.chars().take(NAMA).collect();
            let kategori =
                l.kategori.as_deref().unwrap_or(if l.nihil { "nihil" } else { "-" });
            let [penerima, mutu, indeks] =
                [&l.penerima, &l.mutu, &l.indeks].map(|p| cetak(p.as_ref()));
            baris(&mut out, [&l.kode, &nama, &penerima, &mutu, &indeks, kategori]);
        }
        let (nama, indeks) = (urusan.nama.to_uppercase(), cetak(urusan.indeks.as_ref()));
        let kategori = urusan.kategori.as_deref().unwrap_or("-");
        baris(&mut out, ["", &nama, "", "", &indeks, kategori]);
    }
    let (indeks, kategori) =
        (cetak(rekap.indeks.as_ref()), rekap.kategori.as_deref().unwrap_or("-"));
    baris(&mut out, ["", "INDEKS DAERAH", "", "", &indeks, kategori]);
    let keterisian = rekap.keterisian.persen();
    let _ = writeln!(out, "\nTingkat keterisian: {}", cetak(keterisian.as_ref()));
    if !rekap.indeks_lain.is_empty() {
        let _ = writeln!(out, "\n{INDEKS_LAIN}:");
        for lain in &rekap.indeks_lain {
            let _ = writeln!(out, "{}", lipat(&format!("- {}", lain.kalimat())));
        }
    }
    catatan(&mut out, rekap.kebijakan);
    temuan(&mut out, &telaah.temuan);
    out
}

/// How many findings the table names; all are in the JSON.
const TEMUAN: usize = 12;

/// The worst findings, and how many more there are.
fn temuan(out: &mut String, semua: &[Temuan]) {
    if semua.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nTemuan: {}", semua.len());
    for temuan in semua.iter().take(TEMUAN) {
        let about = temuan.layanan.as_ref().or(temuan.opd.as_ref());
        let about = about.map_or("daerah", String::as_str);
        let (tingkat, kondisi) = (temuan.tingkat.kata(), &temuan.kondisi);
        let _ = writeln!(out, "{tingkat:<10} {about:<10} {kondisi}");
    }
    let rest = semua.len().saturating_sub(TEMUAN);
    if rest > 0 {
        let _ = writeln!(out, "… dan {rest} temuan lain (lihat --output json)");
    }
}

fn baris(out: &mut String, [kode, nama, p, m, indeks, kategori]: [&str; 6]) {
    let _ =
        writeln!(out, "{kode:<8} {nama:<NAMA$} {p:>9} {m:>9} {indeks:>9}  {kategori}");
}

/// The note under every table that shows an index.
pub(super) fn catatan(out: &mut String, pilihan: Kebijakan) {
    let _ = writeln!(out, "\n{}", lipat(&kebijakan(pilihan)));
}
