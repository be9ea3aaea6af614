//! Many daerah side by side, in the same forms.

mod json;
mod table;
mod xlsx;

pub use json::json;
pub use table::table;
pub use xlsx::xlsx;

use serde::{Serialize, Serializer};

use crate::output::{csv as rows, guarded};
use base::diag::{Lang, Problems, Told};
use field::spm::combined::RankedDaerah;
use field::spm::{Combined, Percent};

/// What a folder of workspaces gives.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// The daerah with figures.
    #[serde(flatten)]
    pub gabungan: Combined,
    /// The others, by folder.
    #[serde(rename = "tanpa_indeks")]
    pub left_out: Vec<LeftOut>,
    /// Folders in which no workspace is.
    #[serde(rename = "dilewati")]
    pub passed_over: Vec<String>,
    /// What is to be said about the folder as a whole.
    #[serde(skip)]
    pub problems: Problems,
}

/// A daerah without a row.
#[derive(Debug, Serialize)]
pub struct LeftOut {
    /// Its folder, relative to the one that was asked for.
    pub folder: String,
    /// Its name, when its settings could be read.
    pub daerah: Option<String>,
    /// Whether nothing is wrong but that there are no figures for the quarter.
    #[serde(rename = "sebab", serialize_with = "cause")]
    pub no_data: bool,
    /// Whether only reading failed.
    #[serde(skip)]
    pub disk: bool,
    /// Its problems, the first of them.
    pub problems: Vec<Told>,
    /// How many more there are.
    pub more: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn cause<S: Serializer>(no_data: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *no_data { "tanpa-data" } else { "bermasalah" })
}

/// How ranks are given, for the notes.
const RANKING_NOTE: &str = "Peringkat menurut indeks sebagaimana dicetak (dua desimal); nilai \
    yang sama berperingkat sama (1, 2, 2, 4). Perubahan dalam poin terhadap triwulan \
    sebelumnya pada tahun yang sama.";

/// The note when some rows are unlike the others.
const UNLIKE_NOTE: &str = "Perbandingan ini memuat daerah dengan cara hitung atau periode yang \
    tidak sama; daerah bertanda * dibaca dengan catatannya.";

/// One row a daerah, those without an index last; numbers as in the CSV of one daerah.
pub fn csv(comparison: &Comparison) -> String {
    let gabungan = &comparison.gabungan;
    let first =
        ["peringkat", "folder", "daerah", "periode", "indeks", "kategori", "keterisian"];
    let mut head: Vec<String> = first.map(str::to_owned).to_vec();
    head.push("perubahan".to_owned());
    head.extend(gabungan.urusan.iter().map(|u| guarded(&u.kode)));
    head.push("catatan".to_owned());
    let widths = head.len();
    let persen = |p: Option<&Percent>| p.map(ToString::to_string).unwrap_or_default();
    let daerah = gabungan.daerah.iter().map(|row| {
        let RankedDaerah { peringkat, isi, .. } = row;
        let mut cell = vec![
            peringkat.map(|n| n.to_string()).unwrap_or_default(),
            guarded(&isi.folder),
            guarded(&isi.daerah),
            isi.periode.to_string(),
            persen(isi.indeks.as_ref()),
            guarded(isi.kategori.as_deref().unwrap_or_default()),
            persen(isi.keterisian.persen().as_ref()),
            persen(isi.perubahan.as_ref()),
        ];
        cell.extend(gabungan.urusan.iter().map(|u| persen(isi.urusan(&u.kode))));
        cell.push(guarded(&row.sentence()));
        cell
    });
    let without = comparison.left_out.iter().map(|one| {
        let mut cell = vec![String::new(); widths];
        cell[1] = guarded(&one.folder);
        cell[2] = guarded(one.daerah.as_deref().unwrap_or_default());
        let problems: Vec<String> = one.problems.iter().map(one_line).collect();
        cell[widths - 1] = guarded(&problems.join("; "));
        cell
    });
    rows(std::iter::once(head).chain(daerah).chain(without))
}

/// Why a daerah has no row.
fn reason(one: &LeftOut, lang: Lang) -> &'static str {
    match (one.no_data, lang) {
        (true, Lang::Id) => "tanpa data",
        (true, Lang::En) => "no data",
        (false, Lang::Id) => "bermasalah",
        (false, Lang::En) => "with errors",
    }
}

/// Code, place and message of a problem.
fn one_line(told: &Told) -> String {
    let mut place = told.file.clone().unwrap_or_default();
    if let (Some(line), Some(column)) = (told.line, told.column) {
        place = format!("{place}:{line}:{column}");
    }
    if let Some(cell) = &told.cell {
        place = format!("{place}!{cell}");
    }
    let parts = [told.code, &place, &told.message];
    let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    there.join(" ")
}

/// A change with its sign.
fn perubahan(nilai: Option<&Percent>) -> String {
    match nilai {
        None => "-".to_owned(),
        Some(nilai) if *nilai > Percent::zero() => format!("+{}", nilai.angka()),
        Some(nilai) => nilai.angka(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::diag::{Diagnostic, Span};
    use base::source::SourceMap;

    #[test]
    fn a_problem_in_one_line() {
        let mut sources = SourceMap::default();
        let text = sources.add("data/opd.toml", "a\nb\nc = 1\n");
        let sheet = sources.add("a.xlsx!Capaian", "");
        let line = |span| {
            let problem = crate::problem::OutputProblem::Placeholder { text: "x".into() };
            let diagnostic = Diagnostic::new(span, problem);
            one_line(&Told::new(&diagnostic, &sources, Lang::En))
        };
        let said = line(Span::text(text, 8..9));
        assert!(said.starts_with("NSK0804 data/opd.toml:3:5 a final"), "{said}");
        let said = line(Span::Cell { file: sheet, row: 6, column: 2 });
        assert!(said.starts_with("NSK0804 a.xlsx!Capaian!C7 a final"), "{said}");
        assert!(line(Span::None).starts_with("NSK0804 a final"));
    }
}
