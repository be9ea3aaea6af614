//! The comparison as a table for a terminal.

use std::fmt::Write;

use super::Comparison;
use super::{RANKING_NOTE, UNLIKE_NOTE, one_line, perubahan, reason};
use crate::rekap_out::{OTHER_INDICES, period_name, table::policies, wrap};
use field::spm::Percent;
use field::spm::combined::RankedDaerah;

/// Characters of a name that fit.
const NAME_WIDTH: usize = 32;

/// Problems of one daerah that are shown; JSON has more.
const SHOWN_PROBLEMS: usize = 5;

/// Ranked daerah, those without a rank, those without an index and why, and the notes.
pub fn table(comparison: &Comparison) -> String {
    let gabungan = &comparison.gabungan;
    let mut out = String::new();
    let periode = gabungan
        .periode
        .map_or_else(|| "-".to_owned(), |p| period_name(p.tahun, p.triwulan));
    let _ = writeln!(out, "Perbandingan indeks SPM, {periode}\n");
    if !gabungan.daerah.is_empty() {
        ranked_rows(&mut out, comparison);
    }
    left_out(&mut out, comparison);
    let _ = writeln!(out, "\n{}", wrap(RANKING_NOTE));
    let other: Vec<&RankedDaerah> =
        gabungan.daerah.iter().filter(|b| !b.isi.indeks_lain.is_empty()).collect();
    if !other.is_empty() {
        let _ = writeln!(out, "\n{OTHER_INDICES}:");
        for row in other {
            for one in &row.isi.indeks_lain {
                let text = format!("- {}: {}", row.isi.daerah, one.sentence());
                let _ = writeln!(out, "{}", wrap(&text));
            }
        }
    }
    policies(&mut out, gabungan.kebijakan);
    out
}

fn ranked_rows(out: &mut String, comparison: &Comparison) {
    let gabungan = &comparison.gabungan;
    let _ = write!(
        out,
        "{:>4}  {:<NAME_WIDTH$} {:>8}  {:<17}{:>10} {:>9}",
        "No.", "Daerah", "Indeks", "Kategori", "Keterisian", "Perubahan"
    );
    for urusan in &gabungan.urusan {
        let nama: String = urusan.singkat.chars().take(10).collect();
        let _ = write!(out, " {nama:>10}");
    }
    out.push('\n');
    let number = |p: Option<&Percent>| p.map_or_else(|| "-".to_owned(), Percent::angka);
    for row in &gabungan.daerah {
        let isi = &row.isi;
        let mark = if row.berbeda.is_empty() { "" } else { " *" };
        let mut nama: String =
            isi.daerah.chars().take(NAME_WIDTH - mark.chars().count()).collect();
        nama.push_str(mark);
        let _ = write!(
            out,
            "{:>4}  {nama:<NAME_WIDTH$} {:>8}  {:<17}{:>10} {:>9}",
            row.peringkat.map_or_else(|| "-".to_owned(), |n| n.to_string()),
            number(isi.indeks.as_ref()),
            isi.kategori.as_deref().unwrap_or("-"),
            number(isi.keterisian.persen().as_ref()),
            perubahan(isi.perubahan.as_ref()),
        );
        for urusan in &gabungan.urusan {
            let _ = write!(out, " {:>10}", number(isi.urusan(&urusan.kode)));
        }
        out.push('\n');
    }
    let berbeda: Vec<&RankedDaerah> =
        gabungan.daerah.iter().filter(|b| !b.berbeda.is_empty()).collect();
    if !berbeda.is_empty() {
        let _ = writeln!(out, "\n{}", wrap(UNLIKE_NOTE));
        for row in berbeda {
            let text = format!("* {}: {}", row.isi.daerah, row.sentence());
            let _ = writeln!(out, "{}", wrap(&text));
        }
    }
}

fn left_out(out: &mut String, comparison: &Comparison) {
    if !comparison.left_out.is_empty() {
        let _ = writeln!(out, "\nTanpa indeks:");
    }
    for one in &comparison.left_out {
        let nama = one.daerah.as_deref().unwrap_or("-");
        let _ = writeln!(out, "- {} ({nama}): {}", one.folder, reason(one));
        for problems in one.problems.iter().take(SHOWN_PROBLEMS) {
            let _ = writeln!(out, "    {}", one_line(problems));
        }
        let more = one.problems.len().saturating_sub(SHOWN_PROBLEMS) + one.more;
        if more > 0 {
            let _ = writeln!(out, "    dan {more} lagi; lihat `naskah check`");
        }
    }
    if !comparison.passed_over.is_empty() {
        let text = format!(
            "\nSubfolder tanpa naskah.toml dilewati: {}",
            comparison.passed_over.join(", ")
        );
        let _ = writeln!(out, "{}", wrap(&text));
    }
}
