//! The index as a table for a terminal.

use std::fmt::Write;

use super::{OTHER_INDICES, period_name, policy_note, printed, wrap};
use field::spm::{Kebijakan, Review, Temuan};

/// Characters of a service's name that fit.
const NAME_WIDTH: usize = 44;

/// The table, with the policies that produced it below.
pub fn table(telaah: &Review) -> String {
    let rekap = &telaah.rekap;
    let mut out = String::new();
    let _ =
        writeln!(out, "{}, {}\n", rekap.daerah, period_name(rekap.tahun, rekap.triwulan));
    row(
        &mut out,
        ["Kode", "Jenis pelayanan dasar", "Penerima", "Mutu", "Indeks", "Kategori"],
    );
    for urusan in &rekap.urusan {
        for l in &urusan.layanan {
            let nama: String = l.nama.chars().take(NAME_WIDTH).collect();
            let kategori =
                l.kategori.as_deref().unwrap_or(if l.nihil { "nihil" } else { "-" });
            let [penerima, mutu, indeks] =
                [&l.penerima, &l.mutu, &l.indeks].map(|p| printed(p.as_ref()));
            row(&mut out, [&l.kode, &nama, &penerima, &mutu, &indeks, kategori]);
        }
        let (nama, indeks) =
            (urusan.nama.to_uppercase(), printed(urusan.indeks.as_ref()));
        let kategori = urusan.kategori.as_deref().unwrap_or("-");
        row(&mut out, ["", &nama, "", "", &indeks, kategori]);
    }
    let (indeks, kategori) =
        (printed(rekap.indeks.as_ref()), rekap.kategori.as_deref().unwrap_or("-"));
    row(&mut out, ["", "INDEKS DAERAH", "", "", &indeks, kategori]);
    let keterisian = rekap.keterisian.persen();
    let _ = writeln!(out, "\nTingkat keterisian: {}", printed(keterisian.as_ref()));
    if !rekap.indeks_lain.is_empty() {
        let _ = writeln!(out, "\n{OTHER_INDICES}:");
        for other in &rekap.indeks_lain {
            let _ = writeln!(out, "{}", wrap(&format!("- {}", other.sentence())));
        }
    }
    policies(&mut out, rekap.kebijakan);
    findings(&mut out, &telaah.temuan);
    out
}

/// How many findings the table names; all are in the JSON.
const SHOWN_FINDINGS: usize = 12;

/// The worst findings, and how many more there are.
fn findings(out: &mut String, all: &[Temuan]) {
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nTemuan: {}", all.len());
    for temuan in all.iter().take(SHOWN_FINDINGS) {
        let about = temuan.layanan.as_ref().or(temuan.opd.as_ref());
        let about = about.map_or("daerah", String::as_str);
        let (tingkat, kondisi) = (temuan.tingkat.word(), &temuan.kondisi);
        let _ = writeln!(out, "{tingkat:<10} {about:<10} {kondisi}");
    }
    let rest = all.len().saturating_sub(SHOWN_FINDINGS);
    if rest > 0 {
        let _ = writeln!(out, "… dan {rest} temuan lain (lihat --output json)");
    }
}

fn row(out: &mut String, [kode, nama, p, m, indeks, kategori]: [&str; 6]) {
    let _ = writeln!(
        out,
        "{kode:<8} {nama:<NAME_WIDTH$} {p:>9} {m:>9} {indeks:>9}  {kategori}"
    );
}

/// The note under every table that shows an index.
pub(super) fn policies(out: &mut String, kebijakan: Kebijakan) {
    let _ = writeln!(out, "\n{}", wrap(&policy_note(kebijakan)));
}
