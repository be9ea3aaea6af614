//! Problems come back in the workbook: red cells, notes, and a list with a way to each.

use std::path::{Path, PathBuf};

use crate::juri::docx::{OoxmlValidator, OpenxmlAudit};
use crate::juri::soffice::Soffice;
use crate::juri::{assert_clean, python};
use crate::kit::desk::Desk;
use crate::kit::package::{pack, parts};

/// What is planted: texts of the workbook and what becomes of them.
const PLANTED: [(&str, &str); 4] = [
    (">wita<", ">witta<"),
    (">kesehatan<", ">kesehatann<"),
    (">Mulai<", ">Mulaii<"),
    (">19670412 199203 1 004<", ">19670412 199203 1 00<"),
];

/// Changes texts of a workbook that stand in the part of all texts.
#[track_caller]
fn retype(book: &Path, changes: &[(&str, &str)]) {
    let mut all = parts(&std::fs::read(book).unwrap());
    let texts = all.iter_mut().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
    let mut said = String::from_utf8(texts.1.clone()).unwrap();
    for (from, to) in changes {
        assert!(said.contains(from), "{from}");
        said = said.replace(from, to);
    }
    texts.1 = said.into_bytes();
    pack(book, &all);
}

/// A desk whose workbook has faults, and the faults that are told of it.
fn faulty() -> (Desk, Vec<(String, String)>) {
    let desk = Desk::with_example("kutai-timur");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    retype(&desk.path("kerja/rakor.xlsx"), &PLANTED);
    let told = told(&desk);
    assert!(told.len() > 5, "{told:?}");
    (desk, told)
}

/// The places and codes of all that is told.
fn told(desk: &Desk) -> Vec<(String, String)> {
    let report = desk.run(&["check", "kerja", "--output", "json"]).json();
    let all = report["problems"].as_array().unwrap().iter();
    let word = |one: &serde_json::Value, key: &str| {
        one[key].as_str().unwrap_or_default().to_owned()
    };
    all.map(|one| {
        let place = format!("{}!{}", word(one, "file"), word(one, "cell"));
        (place, word(one, "code"))
    })
    .collect()
}

const COPY: &str = "kerja/bertanda/rakor.xlsx";

#[test]
fn every_problem_is_marked_and_all_else_stays_as_it_is() {
    let (desk, told) = faulty();
    let said = desk.run(&["check", "kerja", "--tandai"]).code(1).stdout();
    let cells: std::collections::BTreeSet<_> =
        told.iter().map(|(place, _)| place).collect();
    assert!(said.contains(&format!("{} sel ditandai", cells.len())), "{said}");
    let (before, after) = (
        parts(&std::fs::read(desk.path("kerja/rakor.xlsx")).unwrap()),
        parts(&std::fs::read(desk.path(COPY)).unwrap()),
    );
    // Texts, looks of the theme, pictures: the very bytes.
    for (name, bytes) in &before {
        let now = after.iter().find(|(other, _)| other == name);
        let (_, now) = now.unwrap_or_else(|| panic!("{name} is gone"));
        let changes =
            ["worksheets/", "comments", "drawings/", "styles", "workbook", "Types"];
        if !changes.iter().any(|part| name.contains(part)) {
            assert!(now == bytes, "{name}");
        }
    }
    let text = |wanted: &str| -> String {
        let some = after.iter().filter(|(name, _)| name.contains(wanted));
        some.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect()
    };
    let notes = text("comments");
    for (_, code) in &told {
        assert!(notes.contains(&format!("{code}: ")), "{code}");
    }
    let rules = text("worksheets/").matches("N(&quot;naskah&quot;)=0").count();
    assert_eq!(rules, cells.len());
    // The list leads to each cell.
    let is_list = |text: &str| text.contains("naskah-tanda");
    let mut texts = after.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let list = texts.find(|text| is_list(text)).unwrap();
    for cell in cells {
        let (sheet, cell) =
            cell.strip_prefix("rakor.xlsx!").unwrap().split_once('!').unwrap();
        let to = format!("location=\"&apos;{sheet}&apos;!{cell}\"");
        assert!(list.contains(&to), "{to}");
    }
}

#[test]
fn a_marked_copy_is_read_as_the_workbook_it_is_of() {
    let (desk, before) = faulty();
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    std::fs::copy(desk.path(COPY), desk.path("kerja/rakor.xlsx")).unwrap();
    assert_eq!(told(&desk), before);
    // Marks of before are taken away when new ones come.
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    let sizes = |part: &str| {
        let all = parts(&std::fs::read(desk.path(COPY)).unwrap());
        let some = all.iter().filter(|(name, _)| name.contains(part));
        some.map(|(_, bytes)| bytes.len()).sum::<usize>()
    };
    let first = ["comments", "styles", "worksheets/", "drawings/"].map(sizes);
    std::fs::copy(desk.path(COPY), desk.path("kerja/rakor.xlsx")).unwrap();
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    assert_eq!(["comments", "styles", "worksheets/", "drawings/"].map(sizes), first);
    // What is mended is told no more, and the last marks go.
    let back: Vec<_> = PLANTED.iter().map(|(from, to)| (*to, *from)).collect();
    retype(&desk.path("kerja/rakor.xlsx"), &back);
    std::fs::remove_file(desk.path(COPY)).unwrap();
    let said = desk.run(&["check", "kerja", "--tandai"]).code(0).stderr();
    assert!(!said.contains("galat["), "{said}");
    let marks = |book: &str| {
        let all = parts(&std::fs::read(desk.path(book)).unwrap());
        let texts = all.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes));
        texts.map(|text| text.matches("[naskah]").count()).sum::<usize>()
    };
    // The one warning of the example is left.
    assert_eq!(marks(COPY), 1);
}

#[test]
fn a_copy_that_somebody_changed_is_told_and_kept() {
    let (desk, _) = faulty();
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    let copy = desk.path(COPY);
    retype(&copy, &[(">witta<", ">wita<")]);
    let changed = std::fs::read(&copy).unwrap();
    for mark in [&[][..], &["--tandai"]] {
        let said = desk.run(&[&["check", "kerja"], mark].concat()).code(1).stderr();
        assert!(said.contains("NSK0178"), "{said}");
        assert!(said.contains("salin `bertanda/rakor.xlsx` menimpa"), "{said}");
        assert!(std::fs::read(&copy).unwrap() == changed);
    }
    // Both were changed: neither may replace the other.
    retype(&desk.path("kerja/rakor.xlsx"), &[(">Mulaii<", ">Mulai<")]);
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(said.contains("juga berubah sesudah ditandai"), "{said}");
    // It was taken over.
    std::fs::copy(&copy, desk.path("kerja/rakor.xlsx")).unwrap();
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(!said.contains("NSK0178") && !said.contains("witta"), "{said}");
}

#[test]
fn sheets_of_other_files_are_marked_too_and_are_lists_again_afterwards() {
    let desk = Desk::new();
    desk.write(
        "kerja/naskah.toml",
        "[daerah]\nnama = \"Kabupaten Contoh\"\njenis = \"kabupaten\"\nibu_kota = \"Contoh\"\nprovinsi = \"Riau\"\n\n[instansi]\nnama = \"Sekretariat Daerah\"\n",
    );
    let sheet = crate::kit::root().join("tests/galat/berkas/sheet-nip-angka.xlsx");
    let list = desk.path("kerja/data/peserta.xlsx");
    std::fs::create_dir_all(list.parent().unwrap()).unwrap();
    std::fs::copy(sheet, &list).unwrap();
    let before = told(&desk);
    assert!(
        before.iter().any(|(place, _)| place.contains("peserta.xlsx!")),
        "{before:?}"
    );
    desk.run(&["check", "kerja", "--tandai"]);
    std::fs::copy(desk.path("kerja/bertanda/data/peserta.xlsx"), &list).unwrap();
    assert_eq!(told(&desk), before);
}

/// A marked copy of every kind of workbook that a person may have saved.
fn marked_copies(folder: &Path) -> Vec<PathBuf> {
    let (desk, _) = faulty();
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    let first = folder.join("pertama.xlsx");
    std::fs::copy(desk.path(COPY), &first).unwrap();
    std::fs::copy(desk.path(COPY), desk.path("kerja/rakor.xlsx")).unwrap();
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    let second = folder.join("kedua.xlsx");
    std::fs::copy(desk.path(COPY), &second).unwrap();
    vec![first, second]
}

#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn microsofts_validator_is_content_with_marked_copies() {
    let folder = tempfile::tempdir().unwrap();
    assert_clean(&OoxmlValidator::find().judge(&marked_copies(folder.path())));
}

#[test]
#[cfg_attr(
    not(juri_openxml_audit),
    ignore = "openxml-audit is missing: tests/juri/pasang"
)]
fn excel_would_open_marked_copies_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    for copy in marked_copies(folder.path()) {
        let said = OpenxmlAudit::find().strictly(&copy);
        assert!(said.contains("\"opens-clean\""), "{}: {said}", copy.display());
    }
}

/// LibreOffice forgets who wrote a note, writes all parts anew, and knows every mark still.
#[test]
#[cfg_attr(not(juri_calc), ignore = "LibreOffice Calc is missing: tests/juri/pasang")]
fn marks_are_known_again_after_libreoffice_saved_them() {
    let (desk, before) = faulty();
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    let saved =
        Soffice::calc().convert("xlsx", &[&desk.path(COPY)], &desk.path("disimpan"));
    // It says what it said, so that it is no changed copy.
    std::fs::copy(&saved[0], desk.path(COPY)).unwrap();
    assert_eq!(told(&desk), before);
    std::fs::copy(&saved[0], desk.path("kerja/rakor.xlsx")).unwrap();
    assert_eq!(told(&desk), before);
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    let notes = |book: &Path| {
        let all = parts(&std::fs::read(book).unwrap());
        let texts = all.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes));
        texts.map(|text| text.matches("[naskah]").count()).sum::<usize>()
    };
    assert_eq!(notes(&desk.path(COPY)), notes(&saved[0]));
}

/// Excel writes drawings with other prefixes and notes without runs; openpyxl does so as well.
#[test]
#[cfg_attr(not(juri_python), ignore = "Python is missing: tests/juri/pasang")]
fn a_workbook_of_another_writer_is_marked() {
    let (desk, before) = faulty();
    let script = "import openpyxl, sys; b = openpyxl.load_workbook(sys.argv[1]); b.save(sys.argv[1])";
    let ran = std::process::Command::new(python())
        .args(["-c", script])
        .arg(desk.path("kerja/rakor.xlsx"))
        .status();
    assert!(ran.unwrap().success());
    assert_eq!(told(&desk), before);
    desk.run(&["check", "kerja", "--tandai"]).code(1);
    for (name, bytes) in parts(&std::fs::read(desk.path(COPY)).unwrap()) {
        let text = String::from_utf8(bytes).unwrap();
        if name.ends_with("xml") || name.ends_with("vml") || name.ends_with("rels") {
            roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
    }
    std::fs::copy(desk.path(COPY), desk.path("kerja/rakor.xlsx")).unwrap();
    assert_eq!(told(&desk), before);
}
