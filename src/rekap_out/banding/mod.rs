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
const PERINGKAT: &str = "Peringkat menurut indeks sebagaimana dicetak (dua desimal); nilai \
    yang sama berperingkat sama (1, 2, 2, 4). Perubahan dalam poin terhadap triwulan \
    sebelumnya pada tahun yang sama.";

/// The note when some rows are unlike the others.
const BERBEDA: &str = "Perbandingan ini memuat daerah dengan cara hitung atau periode yang \
    tidak sama; daerah bertanda * dibaca dengan catatannya.";

/// One row a daerah, those without an index last; numbers as in the CSV of one daerah.
pub fn csv(banding: &Comparison) -> String {
    let gabungan = &banding.gabungan;
    let awal =
        ["peringkat", "folder", "daerah", "periode", "indeks", "kategori", "keterisian"];
    let mut kepala: Vec<String> = awal.map(str::to_owned).to_vec();
    kepala.push("perubahan".to_owned());
    kepala.extend(gabungan.urusan.iter().map(|u| guarded(&u.kode)));
    kepala.push("catatan".to_owned());
    let lebar = kepala.len();
    let persen = |p: Option<&Persen>| p.map(ToString::to_string).unwrap_or_default();
    let daerah = gabungan.daerah.iter().map(|baris| {
        let Baris { peringkat, isi, .. } = baris;
        let mut sel = vec![
            peringkat.map(|n| n.to_string()).unwrap_or_default(),
            guarded(&isi.folder),
            guarded(&isi.daerah),
            isi.periode.to_string(),
            persen(isi.indeks.as_ref()),
            guarded(isi.kategori.as_deref().unwrap_or_default()),
            persen(isi.keterisian.persen().as_ref()),
            persen(isi.perubahan.as_ref()),
        ];
        sel.extend(gabungan.urusan.iter().map(|u| persen(isi.urusan(&u.kode))));
        sel.push(guarded(&baris.kalimat()));
        sel
    });
    let tanpa = banding.left_out.iter().map(|satu| {
        let mut sel = vec![String::new(); lebar];
        sel[1] = guarded(&satu.folder);
        sel[2] = guarded(satu.daerah.as_deref().unwrap_or_default());
        let masalah: Vec<String> = satu.problems.iter().map(satu_baris).collect();
        sel[lebar - 1] = guarded(&masalah.join("; "));
        sel
    });
    rows(std::iter::once(kepala).chain(daerah).chain(tanpa))
}

/// Why a daerah has no row.
fn sebab(satu: &LeftOut) -> &'static str {
    if satu.no_data { "tanpa data" } else { "bermasalah" }
}

/// Code, place and message of a problem that is kept as JSON.
fn satu_baris(masalah: &Value) -> String {
    let kata = |kunci: &str| masalah[kunci].as_str().unwrap_or_default();
    let angka = |kunci: &str| masalah[kunci].as_u64();
    let mut tempat = kata("file").to_owned();
    if let (Some(baris), Some(kolom)) = (angka("line"), angka("column")) {
        tempat = format!("{tempat}:{baris}:{kolom}");
    }
    if let Some(sel) = masalah["cell"].as_str() {
        tempat = format!("{tempat}!{sel}");
    }
    let bagian = [kata("code"), &tempat, kata("message")];
    let ada: Vec<&str> = bagian.into_iter().filter(|b| !b.is_empty()).collect();
    ada.join(" ")
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
        let masalah = json!({
            "code": "NSK0112", "file": "data/opd.toml", "line": 3, "column": 5,
            "message": "salah",
        });
        assert_eq!(satu_baris(&masalah), "NSK0112 data/opd.toml:3:5 salah");
        let masalah = json!({"code": "NSK0123", "file": "a.xlsx!Capaian", "cell": "C7",
            "message": "salah"});
        assert_eq!(satu_baris(&masalah), "NSK0123 a.xlsx!Capaian!C7 salah");
        assert_eq!(satu_baris(&json!({"code": "NSK0504", "message": "x"})), "NSK0504 x");
    }
}
