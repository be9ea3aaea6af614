//! Sheets as real programs write them (openpyxl, xlsxwriter, LibreOffice) hold what was typed.
//!
//! `tests/juri/pasang` installs the programs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use naskah::diag::Lang;
use naskah::node::{Node, Value};
use naskah::spm::Reported;
use naskah::workspace::{Workspace, probe};
use tempfile::TempDir;

use crate::juri;
use crate::juri::soffice::Soffice;
use crate::kit::transcript::marks;
use crate::kit::{fixture, opened, root};

/// No measure of speed: who looks at each of the empty cells up to the last one never comes back.
const ENDLESS: Duration = Duration::from_mins(5);

/// The books of `lembar_program/buku.py`, by program: `openpyxl/`, `xlsxwriter/`, and what
/// LibreOffice makes of the first as `ods/`, `xlsx/`, `xls/` and `csv/`.
fn books() -> &'static Path {
    static BOOKS: OnceLock<TempDir> = OnceLock::new();
    BOOKS.get_or_init(make).path()
}

fn make() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let script = root().join("tests/lembar_program/buku.py");
    let written = Command::new(juri::python()).arg(script).arg(path("_")).output();
    let written = written.unwrap();
    let said = String::from_utf8_lossy(&written.stderr);
    assert!(written.status.success(), "buku.py: {said}");
    for entry in std::fs::read_dir(path("_")).unwrap().map(Result::unwrap) {
        std::fs::rename(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let calc = Soffice::calc();
    let convert = |to: &str, into: &str, books: &[&str]| {
        let books: Vec<PathBuf> = books.iter().map(|book| path(book)).collect();
        let books: Vec<&Path> = books.iter().map(PathBuf::as_path).collect();
        calc.convert(to, &books, &path(into));
    };
    let all =
        ["capaian", "pejabat", "pejabat1904", "salah", "rumus", "nip", "hp", "bukti"]
            .map(|name| format!("openpyxl/{name}.xlsx"));
    let all = all.each_ref().map(String::as_str);
    convert("ods", "ods", &all);
    convert("xlsx", "xlsx", &all);
    convert("xls", "xls", &["openpyxl/hp.xlsx"]);
    convert("ods", "ods", &["ujung.xlsx"]);
    // 76 is UTF-8; without a word LibreOffice writes the old Windows encoding.
    let csv = ["openpyxl/pejabat.xlsx", "openpyxl/hp.xlsx", "openpyxl/nip.xlsx"];
    convert("csv:Text - txt - csv (StarCalc):44,34,76,1", "csv", &csv);
    convert("csv", "csv-windows", &csv[..1]);
    folder
}

/// A workspace with one file in it, and what is said about it.
fn load(file: &Path, to: &str) -> (Workspace, String) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::create_dir_all(root.join("data/capaian")).unwrap();
    std::fs::copy(fixture("minimal").join("naskah.toml"), root.join("naskah.toml"))
        .unwrap();
    if !to.contains("opd") {
        std::fs::write(root.join("data/opd.csv"), "id,nama\ndinkes,Dinas\n").unwrap();
    }
    if to.contains("peserta") {
        let rakor =
            "[rakor]\nnama = \"Rakor\"\ntanggal = 2024-12-09\ntempat = \"Aula\"\n";
        std::fs::write(root.join("data/rakor.toml"), rakor).unwrap();
    }
    std::fs::copy(file, root.join(to)).unwrap();
    opened::load(root, Lang::En)
}

/// The same book by each program that wrote it as a workbook.
fn each(books: &Path, name: &str) -> Vec<PathBuf> {
    ["openpyxl", "xlsxwriter", "xlsx", "ods"]
        .map(|by| {
            books.join(by).join(name).with_extension(if by == "ods" {
                "ods"
            } else {
                "xlsx"
            })
        })
        .to_vec()
}

fn ending(path: &Path) -> &str {
    path.extension().unwrap().to_str().unwrap()
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn achievements_with_titles_two_head_rows_merges_and_totals() {
    let books = books();
    for file in each(books, "capaian") {
        let to = format!("data/capaian/2024-tw4.{}", ending(&file));
        let (found, said) = load(&file, &to);
        let shown = file.display();
        // Only the two rows of totals are told; hidden rows, columns and lists are no matter.
        let wanted =
            [format!("NSK0131 {to}!Capaian SPM!A11"), format!("NSK0131 {to}!Mutu!B5")];
        assert_eq!(marks(&said), wanted, "{shown}\n{said}");
        let rows: Vec<_> = found.capaian.values().flatten().map(|r| &r.value).collect();
        let codes: Vec<_> =
            rows.iter().map(|r| (r.kode.as_str(), r.opd.as_str())).collect();
        assert_eq!(
            codes,
            [("KES-1", "dinkes"), ("KES-2", "dinkes"), ("KES-3", "dinkes")]
        );
        let text = |n: &Reported<naskah::spm::Amount>| n.value().map(ToString::to_string);
        assert_eq!(rows[0].sasaran, Reported::Value(7412), "{shown}");
        assert_eq!(rows[0].terlayani, Reported::Value(6931), "{shown}");
        assert_eq!(text(&rows[0].pagu).as_deref(), Some("1250000"), "{shown}");
        assert_eq!(text(&rows[0].realisasi).as_deref(), Some("1000000.5"), "{shown}");
        assert_eq!(
            rows[0].permasalahan,
            Reported::Value(vec!["Obat habis".into()]),
            "{shown}"
        );
        assert_eq!(rows[1].sasaran, Reported::Value(1234), "{shown}");
        assert_eq!(text(&rows[1].pagu).as_deref(), Some("5000000"), "{shown}");
        assert_eq!(text(&rows[1].realisasi).as_deref(), Some("1234567.5"), "{shown}");
        assert!(rows[2].nihil() && !rows[1].nihil(), "{shown}");
        let items: Vec<_> = rows
            .iter()
            .flat_map(|r| &r.mutu)
            .map(|m| {
                format!("{} {:?} {:?}", m.nama, text(&m.dibutuhkan), text(&m.terpenuhi))
            })
            .collect();
        assert_eq!(
            items,
            [
                "Vaksin Td Some(\"1234.5\") Some(\"1234.5\")",
                "Jumlah tablet tambah darah Some(\"667080\") Some(\"640100\")",
                "Partograf Some(\"12.5\") Some(\"0.5\")",
            ],
            "{shown}"
        );
        assert_eq!(rows[0].mutu.len(), 2);
    }
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn dates_as_dates_and_as_texts_in_both_date_systems() {
    let books = books();
    let mut files = each(books, "pejabat");
    files.extend(each(books, "pejabat1904"));
    files.push(books.join("csv/pejabat.csv"));
    for file in files {
        let (found, said) = load(&file, &format!("data/pejabat.{}", ending(&file)));
        assert_eq!(said, "", "{}", file.display());
        assert_eq!(found.pejabat.len(), 3);
        for official in &found.pejabat {
            let day = Some(jiff::civil::date(2024, 12, 9));
            assert_eq!(
                (official.dari, official.sampai),
                (day, day),
                "{}",
                file.display()
            );
        }
        let nip = found.pejabat[1].nip.as_ref().unwrap().to_string();
        assert_eq!(nip, "19700115 199803 1 003");
    }
}

/// What LibreOffice and Excel write as CSV unless told otherwise is told, not misread.
#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn a_csv_of_the_old_windows_encoding_is_told() {
    let books = books();
    let (found, said) = load(&books.join("csv-windows/pejabat.csv"), "data/pejabat.csv");
    assert!(found.pejabat.is_empty());
    assert!(said.contains("NSK0104") && said.contains("data/pejabat.csv:3:"), "{said}");
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn free_lists_keep_types_and_join_two_head_rows() {
    let books = books();
    for file in each(books, "bukti") {
        let bytes = std::fs::read(&file).unwrap();
        let (rows, problems) = probe::sheet(file.to_str().unwrap(), "bukti", &bytes);
        assert!(problems.is_empty(), "{}", file.display());
        let row = |node: &Node| -> Vec<String> {
            let Value::Table(entries) = &node.value else { panic!("{node:?}") };
            entries
                .iter()
                .map(|(k, v)| format!("{}={}", k.value, shown(&v.value)))
                .collect()
        };
        let rows: Vec<Vec<String>> = rows.iter().map(row).collect();
        assert_eq!(
            rows,
            [
                [
                    "wilayah=Kecamatan Satu",
                    "capaian_angka=2469/2",
                    "capaian_persen=12,5%",
                    "tanggal=2024-12-09",
                    "jam=08:30:00",
                    "sah=true",
                ],
                [
                    "wilayah=Kecamatan Dua",
                    "capaian_angka=7",
                    "capaian_persen=100%",
                    "tanggal=2024-12-09",
                    "jam=13:00:00",
                    "sah=false",
                ],
            ],
            "{}",
            file.display()
        );
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(t) | Value::Cell(t) => t.clone(),
        Value::Number(n) => n.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Time(time) => time.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn formulas_with_and_without_results() {
    let books = books();
    for file in each(books, "rumus") {
        let to = format!("data/capaian/2024-tw4.{}", ending(&file));
        let (found, said) = load(&file, &to);
        // Only openpyxl saves formulas without their results.
        if file.parent().unwrap().ends_with("openpyxl") {
            let wanted = [
                "NSK0124 data/capaian/2024-tw4.xlsx!Capaian!C2",
                "NSK0124 data/capaian/2024-tw4.xlsx!Capaian!D2",
            ];
            assert_eq!(marks(&said), wanted, "{said}");
            assert!(said.contains("not yet calculated"), "{said}");
            assert!(said.contains("save it once in Excel or LibreOffice"), "{said}");
        } else {
            assert_eq!(said, "", "{}", file.display());
            let row = &found.capaian.values().next().unwrap()[0];
            assert_eq!(
                (&row.sasaran, &row.terlayani),
                (&Reported::Value(100), &Reported::Value(50))
            );
        }
    }
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn wrong_cells_are_told_each_at_its_place() {
    let books = books();
    for file in each(books, "salah") {
        let to = format!("data/capaian/2024-tw4.{}", ending(&file));
        let (_, said) = load(&file, &to);
        // In what openpyxl writes, a formula has no result.
        let formula = if file.parent().unwrap().ends_with("openpyxl") {
            "NSK0124"
        } else {
            "NSK0123"
        };
        let at = |code: &str, cell: &str| format!("{code} {to}!Capaian!{cell}");
        let wanted = [
            at(formula, "C2"),
            at(formula, "E2"),
            at("NSK0112", "C3"),
            at(formula, "D3"),
            at("NSK0112", "E3"),
            at("NSK0112", "F3"),
        ];
        assert_eq!(marks(&said), wanted, "{}\n{said}", file.display());
        assert!(said.contains("`12,5%` for `sasaran`"), "{said}");
        assert!(!said.contains("quote"), "{said}");
    }
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn a_nip_typed_as_a_number_is_never_taken() {
    let books = books();
    let mut files = each(books, "nip");
    files.push(books.join("csv/nip.csv"));
    for file in files {
        let (found, said) = load(&file, &format!("data/pejabat.{}", ending(&file)));
        assert_eq!(found.pejabat[0].nip, None, "{}", file.display());
        assert!(
            said.contains("NSK0127") && said.contains("format the cell as Text"),
            "{said}"
        );
    }
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn telephone_numbers_get_their_zero_back() {
    let books = books();
    let mut files = each(books, "hp");
    files.extend([
        books.join("besar.xlsx"),
        books.join("ujung.xlsx"),
        books.join("ods/ujung.ods"),
    ]);
    for file in files {
        let start = Instant::now();
        let (found, said) = load(&file, &format!("data/peserta.{}", ending(&file)));
        assert!(start.elapsed() < ENDLESS, "{}", file.display());
        let people = &found.rakor.as_ref().unwrap().peserta;
        let numbers: Vec<_> =
            people.iter().map(|p| p.telepon.as_deref().unwrap()).collect();
        assert_eq!(numbers, ["081234567890", "0812 3456 7891", "+62 812-3456-7892"]);
        let present: Vec<_> = people.iter().map(|p| p.daring).collect();
        assert_eq!(present, [true, false, true], "{}", file.display());
        assert_eq!(marks(&said).len(), 1, "{said}");
        assert!(said.contains("NSK0134") && said.contains("!B2"), "{said}");
    }
    let (found, said) = load(&books.join("csv/hp.csv"), "data/peserta.csv");
    assert_eq!(found.rakor.unwrap().peserta.len(), 3, "{said}");
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn ten_thousand_rows() {
    let books = books();
    for by in ["openpyxl", "xlsxwriter"] {
        let start = Instant::now();
        let (found, said) =
            load(&books.join(by).join("banyak.xlsx"), "data/peserta.xlsx");
        // All rows are read; of more people than come to a meeting no papers are made.
        assert!(said.contains("NSK0420") && said.contains("10.000"), "{said}");
        assert_eq!(marks(&said).len(), 1, "{said}");
        assert_eq!(found.rakor.unwrap().peserta.len(), 2_000);
        assert!(start.elapsed() < ENDLESS, "{:?}", start.elapsed());
    }
}

#[test]
#[cfg_attr(
    not(all(juri_python, juri_calc)),
    ignore = "openpyxl or LibreOffice Calc is missing: tests/juri/pasang"
)]
fn files_that_are_no_workbooks_are_told_what_they_are() {
    let books = books();
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let whole = std::fs::read(books.join("openpyxl/hp.xlsx")).unwrap();
    let cut = write("cut.xlsx", &whole[..whole.len() * 2 / 3]);
    let html = write("html.xlsx", b"<html><table><tr><td>Nama</td></tr></table></html>");
    let csv = write("csv.xlsx", b"Nama;Telepon\nAndi;0812\n");
    let book = |name: &str| books.join(name);
    for (file, code, word) in [
        (book("terkunci.xlsx"), "NSK0119", "password"),
        (book("xls/hp.xls"), "NSK0133", "97-2003"),
        (book("bom.xlsx"), "NSK0118", "too much"),
        (cut, "NSK0118", "cut short"),
        (html, "NSK0118", "web page"),
        (csv, "NSK0118", "plain text"),
    ] {
        let (_, said) = load(&file, "data/peserta.xlsx");
        assert!(said.contains(code) && said.contains(word), "{}: {said}", file.display());
        assert_eq!(marks(&said).len(), 1, "{said}");
    }
    // A true `.xls` has an ending that nobody reads.
    let (_, said) = load(&book("xls/hp.xls"), "data/peserta.xls");
    assert!(said.contains("NSK0116") && said.contains("save .xls as .xlsx"), "{said}");
    // The ending may be wrong where the contents are right.
    let (found, _) = load(&book("ods/hp.ods"), "data/peserta.xlsx");
    assert_eq!(found.rakor.unwrap().peserta.len(), 3);
}
