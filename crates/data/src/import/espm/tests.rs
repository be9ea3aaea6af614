use crate::tables::Key;
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
fn catalog() -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let mut text: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .map(|p| {
            let nama = p.file_name().unwrap().to_str().unwrap().to_owned();
            (nama, std::fs::read_to_string(p).unwrap())
        })
        .collect();
    text.sort();
    let all: Vec<(&str, &str)> =
        text.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    Catalog::from_toml(&all).unwrap()
}

fn figure(n: i64) -> SheetCell {
    SheetCell::Number(BigRational::from_integer(n.into()))
}

fn words(text: &str) -> SheetCell {
    SheetCell::Text(text.to_owned())
}

fn grid(row: Vec<Vec<Option<SheetCell>>>) -> Grid {
    let mut grid = Grid::default();
    for (n, row) in (0..).zip(row) {
        for (k, cell) in (0..).zip(row) {
            if let Some(cell) = cell {
                grid.cells.insert((n, k), cell);
            }
        }
    }
    grid
}

fn read(
    catalog: &Catalog,
    grid: &Grid,
    triwulan: u8,
) -> (Vec<ImportedLayanan>, Vec<AnyProblem>, usize) {
    let (mut problems, mut skipped) = (Problems::default(), Vec::new());
    let sheet = FormSheet {
        file: SourceMap::default().add("a.xlsx!A", ""),
        grid,
        catalog,
        tingkat: Tingkat::KabupatenKota,
        periode: Periode { tahun: 2024, triwulan },
        urusan: Some("kesehatan".to_owned()),
        problems: &mut problems,
        skipped: &mut skipped,
    };
    let result = sheet.read();
    let trouble = problems.iter().map(|d| d.problem.clone()).collect();
    (result, trouble, skipped.len())
}

/// A head with months in a second row, and one row of ibu hamil.
fn monthly(month: [Option<i64>; 12], total: Option<i64>) -> Grid {
    let mut above = [
        "No",
        "Uraian SPM",
        "Satuan",
        "Jumlah Total Yang Harus Dilayani",
        "Jumlah Yang Terlayani",
    ]
    .map(|t| Some(words(t)))
    .to_vec();
    above.resize(17, None);
    let mut below = vec![None; 4];
    below.extend(
        [
            "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop",
            "Des", "Total",
        ]
        .map(|t| Some(words(t))),
    );
    let mut content =
        vec![Some(words("1.A.1")), Some(words("Ibu hamil")), None, Some(figure(1000))];
    content.extend(month.map(|n| n.map(figure)));
    content.push(total.map(figure));
    grid(vec![above, below, content])
}

#[test]
fn months_and_totals() {
    let catalog = catalog();
    let terlayani = |grid: &Grid, triwulan| {
        let (result, trouble, _) = read(&catalog, grid, triwulan);
        let value = result[0].content.get(Key::SERVED).map(|t| t.value.to_string());
        let kode: Vec<&str> = trouble.iter().map(|p| p.code()).collect();
        (value, kode.join(" "))
    };
    let all = monthly([Some(10); 12], Some(120));
    assert_eq!(terlayani(&all, 4), (Some("120".to_owned()), String::new()));
    // Up to June are 60; the six months after it are told one by one.
    assert_eq!(terlayani(&all, 2), (Some("60".to_owned()), ["NSK0694"; 6].join(" ")));
    let tanpa_total = monthly([Some(10); 12], None);
    assert_eq!(terlayani(&tanpa_total, 4), (Some("120".to_owned()), String::new()));
    let differs = monthly([Some(10); 12], Some(119));
    assert_eq!(terlayani(&differs, 4), (Some("119".to_owned()), "NSK0693".to_owned()));
    let hanya_total = monthly([None; 12], Some(77));
    assert_eq!(terlayani(&hanya_total, 1), (Some("77".to_owned()), String::new()));
    let mut later = [None; 12];
    later[11] = Some(5);
    let later = monthly(later, Some(5));
    assert_eq!(terlayani(&later, 1), (None, "NSK0694".to_owned()));
    let silent = monthly([None; 12], None);
    assert_eq!(terlayani(&silent, 4), (None, String::new()));
}

#[test]
fn a_number_behind_the_letter_counts_when_names_say_so() {
    let catalog = catalog();
    let head = ["No", "Uraian SPM", "Alokasi Anggaran (Rp)", "Realisasi (Rp)"]
        .map(|t| Some(words(t)));
    let row = |kode: &str, uraian: &str, pagu: &str| {
        vec![Some(words(kode)), Some(words(uraian)), Some(words(pagu)), Some(figure(1))]
    };
    let grid = grid(vec![
        head.to_vec(),
        row("1.C.1", "Pelayanan kesehatan ibu hamil", "Rp 1.250.000,00"),
        row("1.C.2", "Belanja SPM Pelayanan Kesehatan Ibu Bersalin", "Rp. 2.000.000,-"),
    ]);
    let (result, trouble, _) = read(&catalog, &grid, 4);
    assert!(trouble.is_empty(), "{trouble:?}");
    let pagu: Vec<String> = result
        .iter()
        .map(|l| {
            format!(
                "{} {:?}",
                l.kode.value,
                l.content.number(Key::PAGU).map(|p| p.value.to_string())
            )
        })
        .collect();
    assert_eq!(pagu, ["KES-1 Some(\"1250000\")", "KES-2 Some(\"2000000\")"]);
}

#[test]
fn sub_rows_take_the_name_of_their_row() {
    let catalog = catalog();
    let head =
        ["No", "Uraian", "Jumlah Mutu Yang Harus Dipenuhi", "Jumlah Mutu Yang Terpenuhi"]
            .map(|t| Some(words(t)));
    let row = |kode: &str, uraian: &str, n: Option<i64>| {
        vec![Some(words(kode)), Some(words(uraian)), n.map(figure), n.map(figure)]
    };
    let grid = grid(vec![
        head.to_vec(),
        row("4.B.6", "Vaksin imunisasi dasar", None),
        row("4.B.6.a", "BCG", Some(10)),
        row("4.B.6.b", "baru sekali", Some(10)),
    ]);
    let (result, trouble, _) = read(&catalog, &grid, 4);
    let nama: Vec<&str> = result[0].mutu.iter().map(|m| m.nama.value.as_str()).collect();
    assert_eq!(
        nama,
        ["Vaksin imunisasi dasar: BCG", "Vaksin imunisasi dasar: baru sekali"]
    );
    assert_eq!(trouble.iter().map(|p| p.code()).collect::<Vec<_>>(), ["NSK0696"]);
}

fn cell() -> impl Strategy<Value = Option<SheetCell>> {
    let text = prop_oneof![
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
        4 => text.prop_map(|t| Some(SheetCell::Text(t))),
        2 => any::<i64>().prop_map(|n| Some(figure(n))),
        1 => (any::<i64>(), 1..1000_i64).prop_map(|(a, b)| Some(SheetCell::Number(BigRational::new(a.into(), b.into())))),
        1 => Just(Some(SheetCell::NoResult)),
        1 => Just(Some(SheetCell::Error("#N/A".to_owned()))),
        1 => any::<bool>().prop_map(|b| Some(SheetCell::Bool(b))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Whatever the cells hold, reading ends, no service comes twice, and every figure that is
    /// taken stands in a cell of the sheet.
    #[test]
    fn any_cells(row in proptest::collection::vec(proptest::collection::vec(cell(), 0..9), 0..14)) {
        let catalog = catalog();
        let grid = grid(row);
        let file = SourceMap::default().add("a", "");
        title(file, &grid, &catalog);
        let (result, _, _) = read(&catalog, &grid, 2);
        for (n, l) in result.iter().enumerate() {
            prop_assert!(result.iter().skip(n + 1).all(|m| m.kode.value != l.kode.value));
            for span in [Key::TARGET, Key::PAGU].into_iter().filter_map(|key| l.content.get(key)).map(|s| s.span) {
                let Span::Cell { row, column, .. } = span else { panic!("{span:?}") };
                prop_assert!(grid.cells.contains_key(&(row, column)));
            }
        }
    }
}
