//! The computed index as people and programs take it away: a table for the terminal, CSV,
//! and a workbook with real numbers. Nothing is computed here.
//!
//! What the data says stays text: no value can become a formula of a spreadsheet.

pub mod comparison;
mod csv;
mod json;
mod table;
mod xlsx;

pub use self::csv::csv;
pub use self::json::json;
pub use self::table::table;
pub use self::xlsx::{list, xlsx};

use base::diag::Lang;
use field::domain::Opd;
use field::spm::rekap::ReportStatus;
use field::spm::{HeldPath, IndexOf, LayananCapaian, Percent, Rekap, Review};

/// The index of a daerah with what it was computed from.
#[derive(Debug, Clone)]
pub struct Details<'a> {
    /// The index and what is to be said about it.
    pub review: &'a Review,
    /// The OPDs of the daerah, for their names.
    pub opd: &'a [Opd],
    /// The reports of the quarter.
    pub reports: Vec<&'a LayananCapaian>,
}

impl Details<'_> {
    fn rekap(&self) -> &Rekap {
        &self.review.rekap
    }

    fn reports(&self, kode: &str) -> Option<&LayananCapaian> {
        self.reports.iter().copied().find(|l| l.kode == kode)
    }

    fn opd(&self, id: &str) -> Option<&Opd> {
        self.opd.iter().find(|o| o.id.value == id)
    }
}

/// "Triwulan IV Tahun 2024".
fn period_name(tahun: impl std::fmt::Display, triwulan: u8) -> String {
    period_in(Lang::Id, tahun, triwulan)
}

/// The quarter in a language: "Quarter IV of 2024".
fn period_in(lang: Lang, tahun: impl std::fmt::Display, triwulan: u8) -> String {
    let roman = bahasa::roman::format_roman(u16::from(triwulan)).unwrap_or_default();
    lang.either(
        format!("Triwulan {roman} Tahun {tahun}"),
        format!("Quarter {roman} of {tahun}"),
    )
}

/// A percentage in print, or a dash.
fn printed(value: Option<&Percent>) -> String {
    value.map_or_else(|| "-".to_owned(), Percent::printed)
}

/// What is said of services that nobody reported and that lower the index of the daerah.
fn counted_as_zero(rekap: &Rekap, lang: Lang) -> Option<String> {
    let count = IndexOf::Daerah.counted_as_zero(rekap);
    (count > 0).then(|| lang.either(
        format!("Sebanyak {count} jenis pelayanan dasar yang belum dilaporkan dihitung 0% dalam indeks daerah."),
        format!("{count} services that nobody reported count as 0% in the index of the daerah."),
    ))
}

/// How something stands: at the end of the year its category, before that its distance to the
/// target path in points; else why there is neither.
fn standing(
    rekap: &Rekap,
    status: ReportStatus,
    (jalur, kategori): (Option<&HeldPath>, Option<&str>),
) -> String {
    let distance = || jalur.map(|held| held.distance().sign_word());
    let category = || kategori.map(str::to_owned);
    let said = if rekap.is_year_end() { category() } else { distance() };
    match (status, said) {
        (ReportStatus::NotReported | ReportStatus::Nihil, _) => status.word().to_owned(),
        (ReportStatus::Reported, said) => said.unwrap_or_default(),
    }
}

/// What the column of [`standing`] is called.
fn standing_head(rekap: &Rekap) -> &'static str {
    if rekap.is_year_end() { "Kategori" } else { "Jarak ke Jalur (poin)" }
}

/// The policies as one note.
fn policy_note(kebijakan: field::spm::Kebijakan) -> String {
    format!(
        "Indeks dihitung dengan kebijakan berikut: {}",
        kebijakan.sentence().join(" ")
    )
}

/// The policies in a language. The sentences are those of the papers; elsewhere the keys and
/// words of the settings say the same.
fn policies_in(lang: Lang, kebijakan: field::spm::Kebijakan) -> String {
    match lang {
        Lang::Id => policy_note(kebijakan),
        Lang::En => {
            let chosen = kebijakan.choices().map(|(key, word)| format!("{key} = {word}"));
            format!("Policies of the index ([spm] in naskah.toml): {}", chosen.join(", "))
        }
    }
}

/// The note above indices of other ministries.
const OTHER_INDICES: &str = "Indeks lain (bukan indeks e-SPM, tidak ikut dihitung)";

/// The same in a language.
fn other_indices(lang: Lang) -> String {
    lang.either(
        OTHER_INDICES,
        "Other indices (not of e-SPM, and no part of the calculation)",
    )
}

/// Lines no wider than a terminal.
fn wrap(text: &str) -> String {
    textwrap::fill(text, 100)
}
