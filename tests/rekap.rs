//! `naskah rekap` as offices take it away: table, JSON, CSV and workbook, of one daerah and of
//! a folder of them. Workbooks are read back by programs that did not write them.
//!
//! `TERIMA=1 cargo test rekap` takes what is said now as the new expectation.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use naskah::diag::Problems;
use naskah::pipeline;
use serde_json::Value;

use crate::juri;
use crate::juri::assert_clean;
use crate::juri::docx::OoxmlValidator;
use crate::kit::opened::open;
use crate::kit::{self, Desk, Ran, root};

#[track_caller]
fn run(desk: &Desk, args: &[&str], code: i32) -> Ran {
    desk.run(&[&["rekap"], args].concat()).code(code)
}

#[track_caller]
fn said(desk: &Desk, args: &[&str], code: i32) -> String {
    run(desk, args, code).stdout()
}

#[track_caller]
fn json(desk: &Desk, args: &[&str], code: i32) -> Value {
    run(desk, &[args, &["--output", "json"]].concat(), code).json()
}

#[track_caller]
fn replace(desk: &Desk, file: &str, from: &str, to: &str) {
    desk.replace(&format!("kerja/{file}"), from, to);
}

/// Whole outputs, in `tests/rekap/`.
#[track_caller]
fn expected(name: &str, said: &str) {
    kit::expected(&format!("tests/rekap/{name}"), said);
}

/// Writes the workbook and gives its path.
fn workbook(desk: &Desk, code: i32) -> PathBuf {
    run(desk, &["kerja", "--output", "xlsx", "--out", "rekap.xlsx"], code);
    desk.path("rekap.xlsx")
}

fn sheet(path: &Path, name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    book.worksheet_range(name).unwrap()
}

/// The rows of a table below its head, which is the third row.
fn rows(path: &Path, name: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let range = sheet(path, name);
    let mut rows = range.rows().skip(2);
    let head = rows.next().unwrap().iter().map(ToString::to_string).collect();
    (head, rows.map(<[Data]>::to_vec).collect())
}

fn cell<'a>(head: &[String], row: &'a [Data], column: &str) -> &'a Data {
    let at = head.iter().position(|h| h == column).unwrap_or_else(|| panic!("{column}"));
    row.get(at).unwrap_or(&Data::Empty)
}

/// A percentage as JSON says it, from the number in a cell.
fn percent(cell: &Data) -> Value {
    match cell {
        Data::Float(n) => Value::from(format!("{:.2}", n * 100.0)),
        Data::Empty => Value::Null,
        Data::String(word) if word == "nihil" => Value::Null,
        other => panic!("no number: {other:?}"),
    }
}

#[test]
fn one_daerah_in_every_form() {
    let desk = Desk::with_fixture("kutai-timur");
    expected("kutai-timur.txt", &said(&desk, &["kerja"], 0));
    expected("kutai-timur.csv", &said(&desk, &["kerja", "--output", "csv"], 0));
    let written = said(&desk, &["kerja", "--output", "xlsx"], 0);
    assert!(written.contains("rekap-2024-tw4.xlsx"), "{written}");
    assert!(desk.path("kerja/keluaran/rekap-2024-tw4.xlsx").is_file());
    // Other forms go to a file too when one is named.
    said(&desk, &["kerja", "--output", "csv", "--out", "a/b.csv"], 0);
    let csv = std::fs::read_to_string(desk.path("a/b.csv")).unwrap();
    assert_eq!(csv, said(&desk, &["kerja", "--output", "csv"], 0));
}

#[test]
fn a_folder_of_daerah_in_every_form() {
    let desk = Desk::with_fixture("provinsi");
    expected("provinsi.txt", &said(&desk, &["kerja"], 1));
    expected("provinsi.csv", &said(&desk, &["kerja", "--output", "csv"], 1));
    expected("provinsi.json", &said(&desk, &["kerja", "--output", "json"], 1));
    let written = said(&desk, &["kerja", "--gabungan", "--output", "xlsx"], 1);
    assert!(written.contains("rekap-gabungan-2024-tw4.xlsx"), "{written}");
}

/// By hand. Every service of an urusan serves the same share in penerima and mutu, so that
/// share is the index of the urusan, and the daerah is the mean of six.
#[test]
fn the_others_stand_although_one_is_broken() {
    let desk = Desk::with_fixture("provinsi");
    let value = json(&desk, &["kerja"], 1);
    let daerah = value["daerah"].as_array().unwrap();
    let brief = |d: &Value| {
        let keys = ["peringkat", "seri", "daerah", "indeks", "perubahan", "kategori"];
        keys.map(|k| d[k].to_string()).join(" ")
    };
    // (90+80+70+70+80+90)/6 = 80 and (100+100+80+80+60+60)/6 = 80; TW III was 60.
    assert_eq!(
        daerah.iter().map(brief).collect::<Vec<_>>(),
        [
            r#"1 true "Kabupaten Awan Biru" "80.00" "20.00" "Tuntas Madya""#,
            r#"1 true "Kota Bukit Emas" "80.00" null "Tuntas Madya""#,
        ]
    );
    let left = value["tanpa_indeks"].as_array().unwrap();
    let sebab = |l: &Value| [l["folder"].to_string(), l["sebab"].to_string()].join(" ");
    assert_eq!(
        left.iter().map(sebab).collect::<Vec<_>>(),
        [r#""cadas-putih" "bermasalah""#, r#""danau-sunyi" "tanpa-data""#]
    );
    assert_eq!(left[0]["daerah"], "Kabupaten Cadas Putih");
    assert_eq!(left[0]["problems"][0]["code"], "NSK0112");
    assert_eq!(left[0]["problems"][0]["line"], 8);
    assert_eq!(left[1]["problems"][0]["code"], "NSK0504");
}

#[test]
fn one_quarter_for_all() {
    let desk = Desk::with_fixture("provinsi");
    let value = json(&desk, &["kerja", "--periode", "2024-tw2"], 1);
    assert_eq!(value["daerah"][0]["daerah"], "Kabupaten Danau Sunyi");
    assert_eq!(value["daerah"][0]["indeks"], "50.00");
    assert_eq!(value["periode"], "2024-tw2");
    assert_eq!(value["tanpa_indeks"].as_array().unwrap().len(), 3);
}

#[test]
fn without_data_is_no_mistake_when_others_have_some() {
    let desk = Desk::with_fixture("provinsi");
    std::fs::remove_dir_all(desk.path("kerja/cadas-putih")).unwrap();
    said(&desk, &["kerja"], 0);
    said(&desk, &["kerja", "--periode", "2019-tw1"], 1);
}

#[test]
fn two_levels_and_folders_that_are_none() {
    let desk = Desk::with_fixture("provinsi");
    let kerja = desk.path("kerja");
    std::fs::create_dir(kerja.join("wilayah")).unwrap();
    std::fs::rename(kerja.join("bukit-emas"), kerja.join("wilayah/bukit-emas")).unwrap();
    std::fs::create_dir(kerja.join("rapat")).unwrap();
    let value = json(&desk, &["kerja"], 1);
    assert_eq!(value["daerah"][1]["folder"], "wilayah/bukit-emas");
    assert_eq!(value["dilewati"], serde_json::json!(["rapat"]));
}

#[test]
fn unlike_policies_catalogs_and_quarters_are_told() {
    let desk = Desk::with_fixture("provinsi");
    let kerja = desk.path("kerja");
    replace(
        &desk,
        "bukit-emas/naskah.toml",
        "[periode]",
        "[spm]\nbelum_diisi = \"keluarkan\"\n\n[periode]",
    );
    std::fs::create_dir_all(kerja.join("awan-biru/catalog")).unwrap();
    let scale = std::fs::read_to_string(root().join("catalog/kategori.toml")).unwrap();
    std::fs::write(kerja.join("awan-biru/catalog/kategori.toml"), scale).unwrap();
    replace(&desk, "danau-sunyi/naskah.toml", "triwulan = 4", "triwulan = 2");
    replace(&desk, "cadas-putih/data/capaian/2024-tw4.toml", "\"sembilan ratus\"", "900");
    let table = said(&desk, &["kerja"], 0);
    for told in [
        "Kabupaten Awan Biru *",
        "katalog sendiri (kategori.toml)",
        "kebijakan belum_diisi = keluarkan, yang lain nol",
        "periode 2024-tw2, tanpa peringkat",
        "cara hitung atau periode yang tidak sama",
    ] {
        let flat = table.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(told), "{told}\n{table}");
    }
    let value = json(&desk, &["kerja"], 0);
    let ranks: Vec<&Value> =
        value["daerah"].as_array().unwrap().iter().map(|d| &d["peringkat"]).collect();
    assert_eq!(ranks, [&Value::from(1), &2.into(), &2.into(), &Value::Null]);
}

#[test]
fn a_folder_without_workspaces() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("kerja/rapat")).unwrap();
    let stderr = |args: &[&str]| run(&desk, args, 1).stderr();
    assert!(stderr(&["kerja"]).contains("NSK0101"));
    assert!(stderr(&["kerja", "--gabungan"]).contains("NSK0720"));
}

/// Templates, faces and pictures have nothing to do with figures.
#[test]
fn papers_that_cannot_be_made_do_not_hide_the_index() {
    let desk = Desk::with_fixture("kutai-timur");
    let before = said(&desk, &["kerja"], 0);
    let templates = desk.path("kerja/templates/rusak");
    std::fs::create_dir_all(&templates).unwrap();
    std::fs::write(templates.join("template.toml"), "judul = [").unwrap();
    std::fs::remove_file(desk.path("kerja/aset/lambang.png")).unwrap();
    assert_eq!(said(&desk, &["kerja"], 0), before);
}

#[test]
fn another_ministrys_index_changes_no_number() {
    let desk = Desk::with_fixture("kutai-timur");
    let mut with = json(&desk, &["kerja"], 0);
    assert_eq!(
        with["indeks_lain"],
        serde_json::json!([{
            "nama": "Indeks SPM Pendidikan (Rapor Pendidikan)",
            "nilai": "71.38",
            "tahun": 2024,
            "urusan": "pendidikan",
            // No category of the scale of e-SPM is put on it.
            "kategori": null,
            "sumber": "Rapor Pendidikan 2024 (nilai fiktif)",
        }])
    );
    let file = desk.path("kerja/data/indeks-lain.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{text}kategori = \"Tuntas Pratama\"\n")).unwrap();
    let told = json(&desk, &["kerja"], 0);
    assert_eq!(told["indeks_lain"][0]["kategori"], "Tuntas Pratama");
    std::fs::remove_file(&file).unwrap();
    let mut without = json(&desk, &["kerja"], 0);
    assert_eq!(without["indeks_lain"], serde_json::json!([]));
    for value in [&mut with, &mut without] {
        value.as_object_mut().unwrap().remove("indeks_lain");
    }
    assert_eq!(with, without);
}

/// 22,499 of 25,000 is 89.996 %: plain rounding would show 90.
#[test]
fn a_value_under_a_threshold_stays_under_it_in_every_form() {
    let desk = Desk::new();
    desk.write(
        "kerja/naskah.toml",
        "[daerah]\nnama = \"Kabupaten Contoh\"\nibu_kota = \"Contoh\"\n\n\
         [instansi]\nnama = \"Sekretariat Daerah\"\n\n\
         [spm]\nbelum_diisi = \"keluarkan\"\n\n[periode]\ntahun = 2024\ntriwulan = 4\n",
    );
    desk.write(
        "kerja/data/opd.toml",
        "[[opd]]\nid = \"dinsos\"\nnama = \"Dinas Sosial\"\nurusan = [\"sosial\"]\n",
    );
    desk.write(
        "kerja/data/capaian/2024-tw4.toml",
        "tahun = 2024\ntriwulan = 4\n\n[[layanan]]\nkode = \"SOS-1\"\nopd = \"dinsos\"\n\
         sasaran = 25000\nterlayani = 22499\n\n[[layanan.mutu]]\nnama = \"Permakanan\"\n\
         satuan = \"Paket\"\ndibutuhkan = 25000\nterpenuhi = 22499\n\n\
         [[layanan]]\nkode = \"SOS-2\"\nopd = \"dinsos\"\nnihil = true\n\n\
         [[layanan]]\nkode = \"SOS-3\"\nopd = \"dinsos\"\nsasaran = 0\n",
    );
    let value = json(&desk, &["kerja"], 0);
    assert_eq!(
        (&value["indeks"], &value["kategori"]),
        (&"89.99".into(), &"Tuntas Madya".into())
    );
    assert!(said(&desk, &["kerja"], 0).contains("89,99%"));
    let book = workbook(&desk, 0);
    let summary = sheet(&book, "Ringkasan");
    assert!(summary.rows().any(|r| r[1] == Data::Float(0.8999)), "{summary:?}");
    let (head, services) = rows(&book, "Layanan");
    let of = |code: &str| {
        services.iter().find(|r| r[0] == Data::String(code.into())).unwrap().clone()
    };
    for column in ["Penerima", "Mutu", "Indeks"] {
        assert_eq!(cell(&head, &of("SOS-1"), column), &Data::Float(0.8999), "{column}");
    }
    // Declared nihil, a typed zero, and nothing at all are three different cells.
    let nihil = Data::String("nihil".into());
    assert_eq!(cell(&head, &of("SOS-2"), "Sasaran"), &nihil);
    assert_eq!(cell(&head, &of("SOS-2"), "Kategori"), &nihil);
    assert_eq!(cell(&head, &of("SOS-3"), "Sasaran"), &Data::Float(0.0));
    assert_eq!(cell(&head, &of("SOS-3"), "Terlayani"), &Data::Empty);
    assert_eq!(cell(&head, &of("SOS-4"), "Sasaran"), &Data::Empty);
    let reported = Data::String("belum dilaporkan".into());
    assert_eq!(cell(&head, &of("SOS-4"), "Kategori"), &reported);
    let csv = said(&desk, &["kerja", "--output", "csv"], 0);
    assert!(csv.contains("SOS-2,") && csv.contains(",nihil,,"), "{csv}");
}

#[test]
fn the_workbook_says_what_json_says() {
    let desk = Desk::with_fixture("kutai-timur");
    let value = json(&desk, &["kerja"], 0);
    let book = workbook(&desk, 0);
    let (head, services) = rows(&book, "Layanan");
    let told: Vec<&Value> = value["urusan"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|u| u["layanan"].as_array().unwrap())
        .collect();
    assert_eq!(services.len(), told.len());
    for (row, l) in services.iter().zip(told) {
        assert_eq!(cell(&head, row, "Kode").to_string(), l["kode"].as_str().unwrap());
        for (column, key) in [
            ("Penerima", "penerima"),
            ("Mutu", "mutu"),
            ("Indeks", "indeks"),
            ("Serapan", "serapan"),
        ] {
            assert_eq!(percent(cell(&head, row, column)), l[key], "{l}");
        }
        for (column, key) in [("Sasaran", "sasaran"), ("Terlayani", "terlayani")] {
            match cell(&head, row, column) {
                Data::Float(n) => assert_eq!(Some(*n), l[key].as_f64(), "{l}"),
                _ => assert!(l[key].is_null() || l["nihil"] == true, "{l}"),
            }
        }
        if let Data::Float(n) = cell(&head, row, "Pagu (Rp)") {
            assert_eq!(format!("{n:.0}"), l["pagu"].as_str().unwrap());
        }
    }
    for (name, key) in [("Urusan", "urusan"), ("OPD", "opd")] {
        let (head, table) = rows(&book, name);
        let told = value[key].as_array().unwrap();
        for (row, one) in table.iter().zip(told) {
            assert_eq!(percent(cell(&head, row, "Indeks")), one["indeks"]);
            assert_eq!(
                percent(cell(&head, row, "Keterisian")),
                one["keterisian"]["persen"]
            );
        }
    }
    let (head, items) = rows(&book, "Mutu");
    assert!(items.len() > 100);
    assert!(items.iter().all(|r| !cell(&head, r, "Komponen mutu").is_empty()));
}

/// What people may type, or be tricked to type.
const HOSTILE: [&str; 4] =
    ["=HYPERLINK(\"http://contoh.example\",\"klik\")", "+1", "@x", "-2+3"];

#[test]
fn no_cell_starts_a_formula() {
    let desk = Desk::with_fixture("kutai-timur");
    let [link, plus, at, minus] = HOSTILE;
    let text = |t: &str| format!("\"{}\"", t.replace('"', "\\\""));
    replace(&desk, "naskah.toml", "\"Kabupaten Kutai Timur\"", &text(link));
    replace(&desk, "data/capaian/2024-tw4.toml", "\"Buku gambar\"", &text(plus));
    replace(&desk, "data/capaian/2024-tw4.toml", "\"Alat mewarnai\"", &text(at));
    replace(
        &desk,
        "data/indeks-lain.toml",
        "\"Rapor Pendidikan 2024 (nilai fiktif)\"",
        &text(minus),
    );
    let provinsi = desk.path("provinsi");
    kit::copy(&desk.path("kerja"), &provinsi.join("=1+1"));
    let book = workbook(&desk, 0);
    run(&desk, &["provinsi", "--output", "xlsx", "--out", "banding.xlsx"], 0);
    for path in [&book, &desk.path("banding.xlsx")] {
        let mut read: Xlsx<_> = open_workbook(path).unwrap();
        let mut seen = Vec::new();
        for name in read.sheet_names() {
            let formulas = read.worksheet_formula(&name).unwrap();
            assert!(formulas.cells().all(|(_, _, f)| f.is_empty()), "{name}");
            let range = read.worksheet_range(&name).unwrap();
            seen.extend(range.cells().map(|(_, _, c)| c.to_string()));
        }
        // The kind of the region stands before its name.
        assert!(seen.iter().any(|t| t.ends_with(link)), "{}", path.display());
    }
    let (head, items) = rows(&book, "Mutu");
    assert_eq!(cell(&head, &items[0], "Komponen mutu"), &Data::String(plus.into()));
    assert_eq!(cell(&head, &items[1], "Komponen mutu"), &Data::String(at.into()));
    let csv = said(&desk, &["provinsi", "--output", "csv"], 0);
    assert!(csv.contains(",'=1+1,\"Kabupaten =HYPERLINK"), "{csv}");
}

#[test]
fn the_same_bytes_each_time() {
    for (fixture, code) in [("kutai-timur", 0), ("provinsi", 1)] {
        let desk = Desk::with_fixture(fixture);
        let first = std::fs::read(workbook(&desk, code)).unwrap();
        // A file's times are kept to two seconds in old formats.
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert!(first == std::fs::read(workbook(&desk, code)).unwrap(), "{fixture}");
    }
}

/// What openpyxl, which many offices' scripts use, sees of a workbook.
const LOOK: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{
    'name': s.title, 'freeze': s.freeze_panes, 'filter': s.auto_filter.ref,
    'landscape': s.page_setup.orientation == 'landscape', 'charts': len(s._charts),
    'formulas': sum(c.data_type == 'f' for r in s.iter_rows() for c in r),
    'formats': sorted({c.number_format for r in s.iter_rows() for c in r if c.data_type == 'n' and c.value is not None}),
} for s in book]))
";

#[test]
#[cfg_attr(not(juri_python), ignore = "openpyxl is missing: tests/juri/pasang")]
fn openpyxl_sees_heads_filters_charts_and_numbers() {
    let desk = Desk::with_fixture("kutai-timur");
    let book = workbook(&desk, 0);
    let output =
        Command::new(juri::python()).args(["-c", LOOK]).arg(book).output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stderr)));
    let sheets = told.as_array().unwrap();
    let names: Vec<&str> = sheets.iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["Ringkasan", "Urusan", "OPD", "Layanan", "Temuan", "Uraian", "Mutu"]
    );
    for sheet in sheets {
        assert_eq!(sheet["formulas"], 0, "{sheet}");
        assert_eq!(sheet["landscape"], true, "{sheet}");
        if sheet["name"] != "Ringkasan" {
            assert!(
                sheet["freeze"].is_string() && sheet["filter"].is_string(),
                "{sheet}"
            );
        }
    }
    assert_eq!(sheets[1]["charts"], 1);
    assert_eq!(sheets[3]["formats"], serde_json::json!(["#,##0", "0.00%"]));
}

#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn microsofts_validator_is_content_with_the_workbooks() {
    for (fixture, code) in [("kutai-timur", 0), ("mahakam-ulu", 0), ("provinsi", 1)] {
        let desk = Desk::with_fixture(fixture);
        assert_clean(&OoxmlValidator::find().judge(&[workbook(&desk, code)]));
    }
}

/// Whether a text shows an index as a number: in a line that speaks of one, or in a column
/// of a table that is headed so.
fn shows_an_index(text: &str) -> bool {
    let number = |line: &str| {
        line.split('%').rev().skip(1).any(|before| {
            let tail: Vec<char> = before.chars().rev().take(3).collect();
            matches!(tail[..], [a, b, ','] if a.is_ascii_digit() && b.is_ascii_digit())
        })
    };
    let mut headed = false;
    text.lines().any(|line| {
        let row = line.trim_start().starts_with('|');
        let named = line.to_lowercase().contains("indeks");
        headed = row && (headed || named);
        number(line) && (named || headed)
    })
}

/// A number without its policies cannot be checked by who reads it.
#[test]
fn every_paper_that_prints_an_index_prints_the_policies_once() {
    let mut with_index = std::collections::BTreeSet::new();
    let mut wrong = Vec::new();
    for fixture in ["kutai-timur", "mahakam-ulu"] {
        let opened = open(&kit::fixture(fixture));
        let sentences = opened.workspace.settings.kebijakan.sentence();
        for name in opened.templates.manifests.keys() {
            let mut passed_over = Problems::default();
            let names = [name.clone()];
            for job in pipeline::jobs(&opened, &names, &mut passed_over) {
                // A template whose data this fixture does not have.
                let Ok(filled) = opened.fill(&job) else { continue };
                // Values stand in it with their punctuation escaped.
                let text = filled.text.replace('\\', "");
                if !shows_an_index(&text) {
                    continue;
                }
                with_index.insert(name.clone());
                let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
                // A letter to one office says what touches that office; what names the index of
                // the daerah alone, what touches that.
                let part = ["surat-evaluasi", "nota-dinas", "laporan-rakor"];
                let letter = part.contains(&&name[..]);
                for sentence in &sentences {
                    let times = flat.matches(sentence).count();
                    let own = *sentence == sentences[0];
                    if times != 1 && !(letter && !own && times == 0) {
                        wrong
                            .push(format!("{fixture}/{}: {times}x {sentence}", job.path));
                    }
                }
            }
        }
    }
    assert!(with_index.contains("surat-evaluasi") && with_index.contains("panduan-spm"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nobody's figures are no figure: what the policy counts as zero is not printed as one.
#[test]
fn a_service_nobody_reported_has_no_index_in_any_form() {
    let desk = Desk::with_fixture("kutai-timur");
    let data = desk.path("kerja/data/capaian");
    for entry in std::fs::read_dir(&data).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let (head, services) = text.split_once("[[layanan]]").unwrap();
        let kept = services.split("[[layanan]]").filter(|one| {
            !one.contains("\"KES-4\"")
                && !one.contains("\"PU-1\"")
                && !one.contains("\"PU-2\"")
        });
        let all: Vec<&str> = std::iter::once(head).chain(kept).collect();
        std::fs::write(&path, all.join("[[layanan]]")).unwrap();
    }
    let table = said(&desk, &["kerja", "--lang", "id"], 0);
    for name in ["Pelayanan kesehatan balita", "PEKERJAAN UMUM"] {
        let line = table.lines().find(|l| l.contains(name)).unwrap();
        assert!(line.ends_with("belum dilaporkan") && !line.contains('%'), "{line}");
    }
    assert!(said(&desk, &["kerja", "--lang", "en"], 0).contains("not reported"));
    let csv = said(&desk, &["kerja", "--output", "csv"], 0);
    let row = csv.lines().find(|l| l.contains("KES-4")).unwrap();
    assert!(
        row.ends_with(";;belum dilaporkan;") || row.ends_with(",,belum dilaporkan,"),
        "{row}"
    );
    let value = json(&desk, &["kerja"], 0);
    let urusan = value["urusan"].as_array().unwrap();
    let pu = urusan.iter().find(|u| u["kode"] == "pekerjaan-umum").unwrap();
    assert_eq!(
        (&pu["indeks"], &pu["status"]),
        (&Value::Null, &"belum dilaporkan".into())
    );
    assert_eq!(pu["layanan"][0]["indeks"], Value::Null);
    assert_eq!(urusan[0]["layanan"][0]["status"], "dilaporkan");
    let book = workbook(&desk, 0);
    let (head, all) = rows(&book, "Layanan");
    let row = all.iter().find(|row| cell(&head, row, "Kode") == "KES-4").unwrap();
    assert_eq!(cell(&head, row, "Indeks"), &Data::Empty);
    assert_eq!(cell(&head, row, "Kategori"), "belum dilaporkan");
    let (head, all) = rows(&book, "Urusan");
    let row =
        all.iter().find(|row| cell(&head, row, "Kode") == "pekerjaan-umum").unwrap();
    assert_eq!(cell(&head, row, "Indeks"), &Data::Empty);
    let (head, _) = rows(&book, "Temuan");
    assert!(!head.iter().any(|h| h == "Tingkat"), "{head:?}");
}
