//! The computed index as people and programs take it away: a table for the terminal, CSV,
//! and a workbook with real numbers. Nothing is computed here.
//!
//! What the data says stays text: no value can become a formula of a spreadsheet.

pub mod banding;
mod csv;
mod table;
mod xlsx;

use std::borrow::Cow;

pub use self::csv::csv;
pub use self::table::table;
pub use self::xlsx::xlsx;

use crate::domain::Opd;
use crate::spm::{LayananCapaian, Persen, Rekap};

/// The index of a daerah with what it was computed from.
#[derive(Debug, Clone)]
pub struct Rincian<'a> {
    /// The index.
    pub rekap: &'a Rekap,
    /// The OPDs of the daerah, for their names.
    pub opd: &'a [Opd],
    /// The reports of the quarter.
    pub laporan: Vec<&'a LayananCapaian>,
}

impl Rincian<'_> {
    fn laporan(&self, kode: &str) -> Option<&LayananCapaian> {
        self.laporan.iter().copied().find(|l| l.kode == kode)
    }

    fn opd(&self, id: &str) -> Option<&Opd> {
        self.opd.iter().find(|o| o.id.value == id)
    }
}

/// "Triwulan IV Tahun 2024".
fn sebutan(tahun: impl std::fmt::Display, triwulan: u8) -> String {
    let romawi = crate::bahasa::romawi::romawi(u16::from(triwulan)).unwrap_or_default();
    format!("Triwulan {romawi} Tahun {tahun}")
}

/// A percentage in print, or a dash.
fn cetak(nilai: Option<&Persen>) -> String {
    nilai.map_or_else(|| "-".to_owned(), Persen::cetak)
}

/// The policies as one note.
fn kebijakan(kebijakan: crate::spm::Kebijakan) -> String {
    format!("Indeks dihitung dengan kebijakan berikut: {}", kebijakan.kalimat().join(" "))
}

/// The note above indices of other ministries.
const INDEKS_LAIN: &str = "Indeks lain (bukan indeks e-SPM, tidak ikut dihitung)";

/// Lines no wider than a terminal.
fn lipat(teks: &str) -> String {
    textwrap::fill(teks, 100)
}

/// A text that a spreadsheet would run as a formula gets an apostrophe. East Asian forms of
/// the signs count too: some programs read them as the plain ones.
fn aman(teks: &str) -> Cow<'_, str> {
    const BERBAHAYA: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if teks.trim_start_matches(' ').starts_with(BERBAHAYA) {
        Cow::Owned(format!("'{teks}"))
    } else {
        Cow::Borrowed(teks)
    }
}

/// Rows as CSV text.
fn tulis_csv(baris: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for satu in baris {
        // Writing into memory cannot fail, and all rows have the columns of the head.
        let _ = writer.write_record(&satu);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_starts_a_formula() {
        for teks in ["=1+1", "+62 811", "-5", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"]
        {
            assert_eq!(aman(teks), format!("'{teks}"));
        }
        for teks in ["Dinas", "3-4", "a=b", ""] {
            assert_eq!(aman(teks), teks);
        }
    }
}
