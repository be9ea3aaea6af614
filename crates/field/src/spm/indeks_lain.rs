//! Indices that other ministries publish about the same daerah, above all the one of
//! Rapor Pendidikan (Kepmendikbudristek 311/M/2022, `spm.md` 3.6). They are told beside
//! the index of e-SPM under a name of their own and enter no computation.

use serde::Serialize;

use super::percent::Percent;
use base::written::Written;

/// A published value, as its source gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndeksLain {
    /// The name of the index, such as "Indeks SPM Pendidikan (Rapor Pendidikan)".
    pub nama: String,
    /// The value in points, 0 to 100.
    pub nilai: Percent,
    /// The year it is of.
    pub tahun: u16,
    /// Code of the urusan it is about; `None` when it is about no single one.
    pub urusan: Option<String>,
    /// The category that the source itself gives; never derived from the scale of e-SPM.
    pub kategori: Option<String>,
    /// Where it was published.
    pub sumber: String,
    /// Where its fields were written.
    #[serde(skip)]
    pub written: Written,
}

impl IndeksLain {
    /// One line for a report: name, year, value, the source's own category, source.
    pub fn sentence(&self) -> String {
        let Self { nama, nilai, tahun, kategori, sumber, .. } = self;
        let kategori = kategori
            .as_ref()
            .map(|k| format!(", kategori menurut sumbernya {k}"))
            .unwrap_or_default();
        format!("{nama} tahun {tahun}: {}{kategori} (sumber: {sumber})", nilai.angka())
    }
}

/// The values that belong beside the index of e-SPM of a year: of each index the latest
/// that is not younger than that year, in the order they were given.
pub fn indeks_lain<'a>(
    all: impl IntoIterator<Item = &'a IndeksLain>,
    tahun: u16,
) -> Vec<IndeksLain> {
    let mut pilihan: Vec<&IndeksLain> = Vec::new();
    for one in all.into_iter().filter(|i| i.tahun <= tahun) {
        let same = |i: &&mut &IndeksLain| i.nama == one.nama && i.urusan == one.urusan;
        match pilihan.iter_mut().find(same) {
            Some(met) if met.tahun < one.tahun => *met = one,
            Some(_) => {}
            None => pilihan.push(one),
        }
    }
    pilihan.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(nama: &str, tahun: u16, nilai: u32) -> IndeksLain {
        IndeksLain {
            nama: nama.to_owned(),
            nilai: nilai.into(),
            tahun,
            urusan: None,
            kategori: None,
            sumber: "Contoh".to_owned(),
            written: Written::default(),
        }
    }

    #[test]
    fn the_latest_that_is_not_younger() {
        let all = [
            one("A", 2023, 61),
            one("B", 2025, 70),
            one("A", 2024, 62),
            one("A", 2025, 63),
        ];
        assert_eq!(indeks_lain(&all, 2022), []);
        assert_eq!(indeks_lain(&all, 2024), [one("A", 2024, 62)]);
        let end = [one("A", 2025, 63), one("B", 2025, 70)];
        assert_eq!(indeks_lain(&all, 2026), end);
    }

    #[test]
    fn the_category_is_told_only_as_the_sources() {
        let mut contoh = one("A", 2024, 85);
        assert_eq!(contoh.sentence(), "A tahun 2024: 85,00 (sumber: Contoh)");
        contoh.kategori = Some("Tuntas Madya".to_owned());
        assert_eq!(
            contoh.sentence(),
            "A tahun 2024: 85,00, kategori menurut sumbernya Tuntas Madya (sumber: Contoh)"
        );
    }
}
