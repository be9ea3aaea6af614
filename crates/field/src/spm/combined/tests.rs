use super::*;
use crate::spm::kebijakan::{RerataMutu, SasaranNihil};
use num_rational::BigRational;
use proptest::prelude::*;

fn periode(triwulan: u8) -> Periode {
    Periode { tahun: 2024, triwulan }
}

/// A daerah with an index in thousandths of a point.
fn one(nama: &str, thousandths: Option<i64>) -> DaerahSummary {
    let nilai = |n: i64| Percent::new(BigRational::new(n.into(), 1000.into()));
    DaerahSummary {
        folder: nama.to_lowercase(),
        daerah: nama.to_owned(),
        tingkat: Tingkat::KabupatenKota,
        periode: periode(4),
        indeks: thousandths.map(nilai),
        kategori: None,
        keterisian: FillRate::default(),
        sebelumnya: None,
        perubahan: None,
        urusan: Vec::new(),
        indeks_lain: Vec::new(),
        kebijakan: Kebijakan::default(),
        katalog: Vec::new(),
        sidik_katalog: None,
        peringatan: 0,
    }
}

fn ranking(combined: &Combined) -> Vec<(Option<usize>, &str, bool)> {
    fn row(b: &RankedDaerah) -> (Option<usize>, &str, bool) {
        let RankedDaerah { peringkat, seri, isi, .. } = b;
        (*peringkat, isi.daerah.as_str(), *seri)
    }
    combined.daerah.iter().map(row).collect()
}

#[test]
fn a_competition_ranking_on_the_printed_value() {
    // B and C differ by a hair that no publication shows; D is held under 90 in print and
    // so stands with E at 89.99.
    let combined = Combined::of(vec![
        one("E", Some(89_990)),
        one("A", Some(95_000)),
        one("C", Some(92_001)),
        one("F", Some(60_000)),
        one("B", Some(92_004)),
        one("D", Some(89_996)),
        one("G", None),
    ]);
    assert_eq!(
        ranking(&combined),
        [
            (Some(1), "A", false),
            (Some(2), "B", true),
            (Some(2), "C", true),
            (Some(4), "D", true),
            (Some(4), "E", true),
            (Some(6), "F", false),
            (None, "G", false),
        ]
    );
}

#[test]
fn another_quarter_or_level_is_shown_and_not_ranked() {
    let mut other = one("Awal", Some(99_000));
    other.periode = periode(2);
    let mut provinsi = one("Provinsi", Some(98_000));
    provinsi.tingkat = Tingkat::Provinsi;
    let combined = Combined::of(vec![
        other,
        one("Satu", Some(50_000)),
        provinsi,
        one("Dua", Some(40_000)),
    ]);
    assert_eq!(combined.periode, Some(periode(4)));
    assert_eq!(
        ranking(&combined),
        [
            (Some(1), "Satu", false),
            (Some(2), "Dua", false),
            (None, "Awal", false),
            (None, "Provinsi", false),
        ]
    );
    assert_eq!(combined.daerah[2].berbeda, [Difference::Periode]);
    assert_eq!(combined.daerah[3].berbeda, [Difference::Tingkat]);
}

#[test]
fn unlike_policies_and_catalogs_are_marked_and_ranked() {
    let mut other = one("Lain", Some(70_000));
    other.kebijakan.sasaran_nihil = SasaranNihil::Seratus;
    other.kebijakan.rerata_mutu = RerataMutu::RasioJumlah;
    let mut katalog = one("Katalog", Some(80_000));
    katalog.sidik_katalog = Some("ab".to_owned());
    let combined = Combined::of(vec![other, katalog, one("Biasa", Some(60_000))]);
    assert_eq!(combined.daerah[0].berbeda, [Difference::Katalog]);
    assert_eq!(
        combined.daerah[1].berbeda,
        [
            Difference::Kebijakan {
                kunci: "rerata_mutu",
                pilihan: "rasio-jumlah",
                acuan: "rerata-persen",
            },
            Difference::Kebijakan {
                kunci: "sasaran_nihil",
                pilihan: "seratus",
                acuan: "keluarkan",
            },
        ]
    );
    assert_eq!(combined.daerah[1].peringkat, Some(2));
    assert!(combined.daerah[2].berbeda.is_empty());
}

#[test]
fn equally_frequent_choices_leave_the_default_as_the_measure() {
    let mut other = one("Lain", Some(70_000));
    other.kebijakan.sasaran_nihil = SasaranNihil::Nol;
    other.periode = periode(3);
    let combined = Combined::of(vec![other, one("Biasa", Some(60_000))]);
    assert_eq!(combined.kebijakan, Kebijakan::default());
    assert_eq!(combined.periode, Some(periode(4)));
    assert_eq!(Combined::of(Vec::new()).daerah, []);
}

proptest! {
    /// A rank is one more than the number of daerah that print higher, and the order in
    /// which folders are found changes nothing.
    #[test]
    fn ranks_count_those_above(nilai in prop::collection::vec(0_i64..100_001, 1..20)) {
        let all: Vec<DaerahSummary> = nilai
            .iter()
            .enumerate()
            .map(|(i, n)| one(&format!("D{i:02}"), Some(*n)))
            .collect();
        let combined = Combined::of(all.clone());
        let print = |b: &RankedDaerah| b.isi.indeks.as_ref().map(Percent::rounded);
        for row in &combined.daerah {
            let above = combined.daerah.iter().filter(|b| print(b) > print(row)).count();
            prop_assert_eq!(row.peringkat, Some(above + 1));
            let same = combined.daerah.iter().filter(|b| print(b) == print(row)).count();
            prop_assert_eq!(row.seri, same > 1);
        }
        let reversed = Combined::of(all.into_iter().rev().collect());
        prop_assert_eq!(combined, reversed);
    }
}
