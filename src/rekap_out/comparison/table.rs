//! The comparison as a table for a terminal.

use std::fmt::Write;

use super::Comparison;
use super::{RANKING_NOTE, UNLIKE_NOTE, one_line, perubahan, reason};
use crate::rekap_out::{other_indices, period_in, table::policies, wrap};
use base::diag::Lang;
use field::spm::Percent;
use field::spm::combined::RankedDaerah;

/// Characters of a name that fit.
const NAME_WIDTH: usize = 32;

/// Problems of one daerah that are shown; JSON has more.
const SHOWN_PROBLEMS: usize = 5;

/// How ranks are given, and the note when some rows are unlike the others, in English.
const RANKING_IN_ENGLISH: &str = "Ranked by the index as it is printed (two decimals); equal \
    values have equal ranks (1, 2, 2, 4). Changes are in points against the quarter before in \
    the same year.";
const UNLIKE_IN_ENGLISH: &str = "Some daerah are computed in another way or for another \
    period; read those marked * with their notes.";

/// Ranked daerah, those without a rank, those without an index and why, and the notes.
pub fn table(comparison: &Comparison, lang: Lang) -> String {
    let gabungan = &comparison.gabungan;
    let mut out = String::new();
    let periode = gabungan
        .periode
        .map_or_else(|| "-".to_owned(), |p| period_in(lang, p.tahun, p.triwulan));
    let title = lang.either("Perbandingan indeks SPM", "SPM indices compared");
    let _ = writeln!(out, "{title}, {periode}\n");
    if !gabungan.daerah.is_empty() {
        ranked_rows(&mut out, comparison, lang);
    }
    left_out(&mut out, comparison, lang);
    let _ = writeln!(out, "\n{}", wrap(&lang.either(RANKING_NOTE, RANKING_IN_ENGLISH)));
    let other: Vec<&RankedDaerah> =
        gabungan.daerah.iter().filter(|b| !b.isi.indeks_lain.is_empty()).collect();
    if !other.is_empty() {
        let _ = writeln!(out, "\n{}:", other_indices(lang));
        for row in other {
            for one in &row.isi.indeks_lain {
                let text = format!("- {}: {}", row.isi.daerah, one.sentence());
                let _ = writeln!(out, "{}", wrap(&text));
            }
        }
    }
    policies(&mut out, gabungan.kebijakan, lang);
    out
}

fn ranked_rows(out: &mut String, comparison: &Comparison, lang: Lang) {
    let gabungan = &comparison.gabungan;
    let [index, category, filled, change] = match lang {
        Lang::Id => ["Indeks", "Kategori", "Keterisian", "Perubahan"],
        Lang::En => ["Index", "Category", "Filled in", "Change"],
    };
    let _ = write!(
        out,
        "{:>4}  {:<NAME_WIDTH$} {index:>8}  {category:<17}{filled:>10} {change:>9}",
        "No.", "Daerah"
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
        let _ = writeln!(out, "\n{}", wrap(&lang.either(UNLIKE_NOTE, UNLIKE_IN_ENGLISH)));
        for row in berbeda {
            let text = format!("* {}: {}", row.isi.daerah, row.sentence());
            let _ = writeln!(out, "{}", wrap(&text));
        }
    }
}

fn left_out(out: &mut String, comparison: &Comparison, lang: Lang) {
    if !comparison.left_out.is_empty() {
        let title = lang.either("Tanpa indeks", "Without an index");
        let _ = writeln!(out, "\n{title}:");
    }
    for one in &comparison.left_out {
        let nama = one.daerah.as_deref().unwrap_or("-");
        let _ = writeln!(out, "- {} ({nama}): {}", one.folder, reason(one, lang));
        for problems in one.problems.iter().take(SHOWN_PROBLEMS) {
            let _ = writeln!(out, "    {}", one_line(problems));
        }
        let more = one.problems.len().saturating_sub(SHOWN_PROBLEMS) + one.more;
        if more > 0 {
            let more = lang.either(
                format!("dan {more} lagi; lihat `naskah check`"),
                format!("and {more} more; see `naskah check`"),
            );
            let _ = writeln!(out, "    {more}");
        }
    }
    if !comparison.passed_over.is_empty() {
        let title = lang.either(
            "Subfolder tanpa naskah.toml dilewati",
            "Folders without naskah.toml were passed over",
        );
        let text = format!("\n{title}: {}", comparison.passed_over.join(", "));
        let _ = writeln!(out, "{}", wrap(&text));
    }
}
