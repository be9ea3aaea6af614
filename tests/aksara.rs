//! Scripts of the workspace's own faces: Arabic at the opening of a speech, damaged files.

use crate::juri::docx::OoxmlValidator;
use crate::juri::pdf::{PageValidation, Pdftotext};
use crate::juri::{assert_clean, files};
use crate::kit::desk::Desk;
use crate::kit::{package, root};

const BASMALA: &str = "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ";
const SALAM: &str = "السلام عليكم ورحمة الله وبركاته";

/// A desk whose first speech opens in Arabic.
fn desk() -> Desk {
    let desk = Desk::with_fixture("kutai-timur");
    let opening = "isi = [\n    \"Yang terhormat Bupati";
    let arabic = format!(
        "isi = [\n    \"{BASMALA}\",\n    \"Assalamu'alaikum ({SALAM}), salam sejahtera.\",\n    \"Yang terhormat Bupati"
    );
    desk.replace("kerja/data/rakor.toml", opening, &arabic);
    desk
}

fn face() -> Vec<u8> {
    std::fs::read(root().join("tests/huruf/Amiri-sebagian.ttf")).unwrap()
}

fn put(desk: &Desk, bytes: &[u8]) {
    let folder = desk.path("kerja/aset/huruf");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("Amiri-Regular.ttf"), bytes).unwrap();
}

fn built(desk: &Desk) {
    desk.run(&["build", "kerja", "sambutan", "--out", "keluar"]).code(0);
}

#[test]
fn a_script_that_no_face_has_is_told_once_a_place_with_a_face_that_has_it() {
    let said =
        desk().run(&["build", "kerja", "sambutan", "--out", "keluar"]).code(1).stderr();
    assert_eq!(said.matches("NSK0712").count(), 2, "{said}");
    assert!(!said.contains("NSK0704"), "{said}");
    assert!(said.contains("aksara Arab") && said.contains("Amiri-Regular.ttf"), "{said}");
}

#[test]
fn an_own_face_serves_where_the_face_of_the_paper_lacks_a_script() {
    let desk = desk();
    put(&desk, &face());
    built(&desk);
    let docx = &files(&desk.path("keluar"), "docx")[0];
    let body = package::part(docx, "word/document.xml");
    let paragraph = body.split("<w:p>").find(|p| p.contains(BASMALA)).unwrap();
    assert!(paragraph.contains("<w:bidi/>") && paragraph.contains("<w:rtl/>"));
    let mixed = body.split("<w:p>").find(|p| p.contains(SALAM)).unwrap();
    assert!(!mixed.contains("<w:bidi/>"));
    let run = mixed.split("<w:r>").find(|run| run.contains(SALAM)).unwrap();
    assert!(run.contains("<w:rtl/>") && !run.contains("Assalamu"), "{run}");
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn copied_arabic_is_in_its_order() {
    let desk = desk();
    put(&desk, &face());
    built(&desk);
    let pdf = &files(&desk.path("keluar"), "pdf")[0];
    let text = Pdftotext::find().flowing(pdf).unwrap();
    assert!(text.contains(SALAM), "{text}");
}

#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn papers_with_arabic_are_valid() {
    let desk = desk();
    put(&desk, &face());
    built(&desk);
    let out = desk.path("keluar");
    assert_clean(&OoxmlValidator::find().judge(&files(&out, "docx")));
    for pdf in files(&out, "pdf") {
        assert_clean(&PageValidation::judge(&pdf));
    }
}

#[test]
fn a_face_that_is_cut_off_is_no_face() {
    let whole = face();
    for kept in [whole.len() - 1, whole.len() / 2, 400, 12] {
        let desk = desk();
        put(&desk, &whole[..kept]);
        let ran = desk.run(&["build", "kerja", "sambutan", "--out", "keluar"]).code(1);
        assert!(ran.stderr().contains("NSK0703"), "{kept}: {}", ran.stderr());
        assert!(!desk.path("keluar/sambutan/ketua-panitia.pdf").exists(), "{kept}");
    }
}

#[test]
fn a_face_whose_outlines_are_lost_prints_no_blank_letter() {
    let mut face = face();
    // The outlines of the file are its largest table.
    let outlines = table(&face, *b"glyf");
    face[outlines].fill(0);
    // Its sum is that of what it holds now: a file that was damaged is told by that alone.
    let record = record(&face, *b"glyf");
    face[record + 4..record + 8].fill(0);
    let desk = desk();
    put(&desk, &face);
    let said =
        desk.run(&["build", "kerja", "sambutan", "--out", "keluar"]).code(1).stderr();
    assert!(said.contains("NSK0712"), "{said}");
}

#[test]
fn a_face_without_units_is_no_face() {
    for units in [0_u16, 1, u16::MAX] {
        let mut face = face();
        let head = table(&face, *b"head").start;
        face[head + 18..head + 20].copy_from_slice(&units.to_be_bytes());
        let desk = desk();
        put(&desk, &face);
        let ran = desk.run(&["build", "kerja", "sambutan", "--out", "keluar"]).code(1);
        assert!(ran.stderr().contains("NSK0703"), "{units}: {}", ran.stderr());
    }
}

/// Where the record of a table stands.
fn record(face: &[u8], name: [u8; 4]) -> usize {
    let count = usize::from(u16::from_be_bytes([face[4], face[5]]));
    let mut records = (0..count).map(|n| 12 + 16 * n);
    records.find(|&at| face[at..at + 4] == name).unwrap()
}

/// Where a table of a face stands.
fn table(face: &[u8], name: [u8; 4]) -> std::ops::Range<usize> {
    let number = |at: usize| {
        let bytes: [u8; 4] = face[at..at + 4].try_into().unwrap();
        u32::from_be_bytes(bytes) as usize
    };
    let record = record(face, name);
    number(record + 8)..number(record + 8) + number(record + 12)
}
