//! Many daerah side by side, in the same forms.

mod json;
mod table;
mod xlsx;

pub use json::json;
pub use table::table;
pub use xlsx::xlsx;

use serde_json::Value;

use crate::output::{csv as rows, guarded};
use crate::pipeline::{Comparison, LeftOut};
use field::spm::Persen;
use field::spm::gabungan::Baris;

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
    let persen = |p: Option<&Persen>| p.map(ToString::to_string).unwrap_or_default();
    let daerah = gabungan.daerah.iter().map(|row| {
        let Baris { peringkat, isi, .. } = row;
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
        cell.push(guarded(&row.kalimat()));
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
fn reason(one: &LeftOut) -> &'static str {
    if one.no_data { "tanpa data" } else { "bermasalah" }
}

/// Code, place and message of a problem that is kept as JSON.
fn one_line(problems: &Value) -> String {
    let word = |key: &str| problems[key].as_str().unwrap_or_default();
    let angka = |key: &str| problems[key].as_u64();
    let mut place = word("file").to_owned();
    if let (Some(row), Some(columns)) = (angka("line"), angka("column")) {
        place = format!("{place}:{row}:{columns}");
    }
    if let Some(cell) = problems["cell"].as_str() {
        place = format!("{place}!{cell}");
    }
    let parts = [word("code"), &place, word("message")];
    let there: Vec<&str> = parts.into_iter().filter(|b| !b.is_empty()).collect();
    there.join(" ")
}

/// A change with its sign.
fn perubahan(nilai: Option<&Persen>) -> String {
    match nilai {
        None => "-".to_owned(),
        Some(nilai) if *nilai > Persen::nol() => format!("+{}", nilai.angka()),
        Some(nilai) => nilai.angka(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_problem_in_one_line() {
        let problems = json!({
            "code": "NSK0112", "file": "data/opd.toml", "line": 3, "column": 5,
            "message": "salah",
        });
        assert_eq!(one_line(&problems), "NSK0112 data/opd.toml:3:5 salah");
        let problems = json!({"code": "NSK0123", "file": "a.xlsx!Capaian", "cell": "C7",
            "message": "salah"});
        assert_eq!(one_line(&problems), "NSK0123 a.xlsx!Capaian!C7 salah");
        assert_eq!(one_line(&json!({"code": "NSK0504", "message": "x"})), "NSK0504 x");
    }
}
