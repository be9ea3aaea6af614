use std::path::Path;

use num_rational::BigRational;
use proptest::prelude::*;

use super::*;
use crate::import::ImportedLayanan;
use base::diag::{AnyProblem, Problems};
use base::source::SourceMap;
use field::domain::Periode;
use field::spm::Tingkat;

/// The shipped catalog.
fn katalog() -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let mut teks: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .map(|p| {
            let nama = p.file_name().unwrap().to_str().unwrap().to_owned();
            (nama, std::fs::read_to_string(p).unwrap())
        })
        .collect();
    teks.sort();
    let semua: Vec<(&str, &str)> =
        teks.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    Catalog::from_toml(&semua).unwrap()
}

fn angka(n: i64) -> Cell {
    Cell::Number(BigRational::from_integer(n.into()))
}

fn kata(teks: &str) -> Cell {
    Cell::Text(teks.to_owned())
}

fn grid(baris: Vec<Vec<Option<Cell>>>) -> Grid {
    let mut grid = Grid::default();
    for (n, baris) in (0..).zip(baris) {
        for (k, sel) in (0..).zip(baris) {
            if let Some(sel) = sel {
                grid.cells.insert((n, k), sel);
            }
        }
    }
    grid
}

fn baca(
    catalog: &Catalog,
    grid: &Grid,
    triwulan: u8,
) -> (Vec<ImportedLayanan>, Vec<AnyProblem>, usize) {
    let (mut problems, mut dilewati) = (Problems::default(), Vec::new());
    let lembar = FormSheet {
        file: SourceMap::default().add("a.xlsx!A", ""),
        grid,
        catalog,
        tingkat: Tingkat::KabupatenKota,
        periode: Periode { tahun: 2024, triwulan },
        urusan: Some("kesehatan".to_owned()),
        problems: &mut problems,
        dilewati: &mut dilewati,
    };
    let hasil = lembar.baca();
    let masalah = problems.iter().map(|d| d.problem.clone()).collect();
    (hasil, masalah, dilewati.len())
}

/// A head with months in a second row, and one row of ibu hamil.
fn bulanan(bulan: [Option<i64>; 12], total: Option<i64>) -> Grid {
    let mut atas = [
        "No",
        "Uraian SPM",
        "Satuan",
        "Jumlah Total Yang Harus Dilayani",
        "Jumlah Yang Terlayani",
    ]
    .map(|t| Some(kata(t)))
    .to_vec();
    atas.resize(17, None);
    let mut bawah = vec![None; 4];
    bawah.extend(
        [
            "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop",
            "Des", "Total",
        ]
        .map(|t| Some(kata(t))),
    );
    let mut isi =
        vec![Some(kata("1.A.1")), Some(kata("Ibu hamil")), None, Some(angka(1000))];
    isi.extend(bulan.map(|n| n.map(angka)));
    isi.push(total.map(angka));
    grid(vec![atas, bawah, isi])
}

#[test]
fn months_and_totals() {
    let catalog = katalog();
    let terlayani = |grid: &Grid, triwulan| {
        let (hasil, masalah, _) = baca(&catalog, grid, triwulan);
        let nilai = hasil[0].isi.get("terlayani").map(|t| t.value.to_string());
        let kode: Vec<&str> = masalah.iter().map(|p| p.code()).collect();
        (nilai, kode.join(" "))
    };
    let semua = bulanan([Some(10); 12], Some(120));
    assert_eq!(terlayani(&semua, 4), (Some("120".to_owned()), String::new()));
    // Up to June are 60; the six months after it are told one by one.
    assert_eq!(terlayani(&semua, 2), (Some("60".to_owned()), ["NSK0694"; 6].join(" ")));
    let tanpa_total = bulanan([Some(10); 12], None);
    assert_eq!(terlayani(&tanpa_total, 4), (Some("120".to_owned()), String::new()));
    let beda = bulanan([Some(10); 12], Some(119));
    assert_eq!(terlayani(&beda, 4), (Some("119".to_owned()), "NSK0693".to_owned()));
    let hanya_total = bulanan([None; 12], Some(77));
    assert_eq!(terlayani(&hanya_total, 1), (Some("77".to_owned()), String::new()));
    let mut kelak = [None; 12];
    kelak[11] = Some(5);
    let kelak = bulanan(kelak, Some(5));
    assert_eq!(terlayani(&kelak, 1), (None, "NSK0694".to_owned()));
    let diam = bulanan([None; 12], None);
    assert_eq!(terlayani(&diam, 4), (None, String::new()));
}

#[test]
fn a_number_behind_the_letter_counts_when_names_say_so() {
    let catalog = katalog();
    let kepala = ["No", "Uraian SPM", "Alokasi Anggaran (Rp)", "Realisasi (Rp)"]
        .map(|t| Some(kata(t)));
    let baris = |kode: &str, uraian: &str, pagu: &str| {
        vec![Some(kata(kode)), Some(kata(uraian)), Some(kata(pagu)), Some(angka(1))]
    };
    let grid = grid(vec![
        kepala.to_vec(),
        baris("1.C.1", "Pelayanan kesehatan ibu hamil", "Rp 1.250.000,00"),
        baris("1.C.2", "Belanja SPM Pelayanan Kesehatan Ibu Bersalin", "Rp. 2.000.000,-"),
    ]);
    let (hasil, masalah, _) = baca(&catalog, &grid, 4);
    assert!(masalah.is_empty(), "{masalah:?}");
    let pagu: Vec<String> = hasil
        .iter()
        .map(|l| {
            format!(
                "{} {:?}",
                l.kode.value,
                l.isi.number("pagu").map(|p| p.value.to_string())
            )
        })
        .collect();
    assert_eq!(pagu, ["KES-1 Some(\"1250000\")", "KES-2 Some(\"2000000\")"]);
}

#[test]
fn sub_rows_take_the_name_of_their_row() {
    let catalog = katalog();
    let kepala =
        ["No", "Uraian", "Jumlah Mutu Yang Harus Dipenuhi", "Jumlah Mutu Yang Terpenuhi"]
            .map(|t| Some(kata(t)));
    let baris = |kode: &str, uraian: &str, n: Option<i64>| {
        vec![Some(kata(kode)), Some(kata(uraian)), n.map(angka), n.map(angka)]
    };
    let grid = grid(vec![
        kepala.to_vec(),
        baris("4.B.6", "Vaksin imunisasi dasar", None),
        baris("4.B.6.a", "BCG", Some(10)),
        baris("4.B.6.b", "baru sekali", Some(10)),
    ]);
    let (hasil, masalah, _) = baca(&catalog, &grid, 4);
    let nama: Vec<&str> = hasil[0].mutu.iter().map(|m| m.nama.value.as_str()).collect();
    assert_eq!(
        nama,
        ["Vaksin imunisasi dasar: BCG", "Vaksin imunisasi dasar: baru sekali"]
    );
    assert_eq!(masalah.iter().map(|p| p.code()).collect::<Vec<_>>(), ["NSK0696"]);
}

fn sel() -> impl Strategy<Value = Option<Cell>> {
    let teks = prop_oneof![
        "[0-9]{1,2}\\.[ABC]\\.[0-9]{1,2}(\\.[a-c])?",
        prop::sample::select(vec![
            "No",
            "Uraian SPM",
            "Total",
            "Jan",
            "Des",
            "%",
            "Jumlah Yang Terlayani",
            "Alokasi",
            "Yang Belum Terlayani",
            "Jumlah Total Yang Harus Dilayani",
            "nihil",
            "-",
            "1.234,5",
            "Ibu hamil",
            "Rp",
            "-3",
            "12 %",
            "",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    prop_oneof![
        2 => Just(None),
        4 => teks.prop_map(|t| Some(Cell::Text(t))),
        2 => any::<i64>().prop_map(|n| Some(angka(n))),
        1 => (any::<i64>(), 1..1000_i64).prop_map(|(a, b)| Some(Cell::Number(BigRational::new(a.into(), b.into())))),
        1 => Just(Some(Cell::NoResult)),
        1 => Just(Some(Cell::Error("#N/A".to_owned()))),
        1 => any::<bool>().prop_map(|b| Some(Cell::Bool(b))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Whatever the cells hold, reading ends, no service comes twice, and every figure that is
    /// taken stands in a cell of the sheet.
    #[test]
    fn any_cells(baris in proptest::collection::vec(proptest::collection::vec(sel(), 0..9), 0..14)) {
        let catalog = katalog();
        let grid = grid(baris);
        let file = SourceMap::default().add("a", "");
        judul(file, &grid, &catalog);
        let (hasil, _, _) = baca(&catalog, &grid, 2);
        for (n, l) in hasil.iter().enumerate() {
            prop_assert!(hasil.iter().skip(n + 1).all(|m| m.kode.value != l.kode.value));
            for span in ["sasaran", "pagu"].into_iter().filter_map(|key| l.isi.get(key)).map(|s| s.span) {
                let Span::Cell { row, column, .. } = span else { panic!("{span:?}") };
                prop_assert!(grid.cells.contains_key(&(row, column)));
            }
        }
    }
}
