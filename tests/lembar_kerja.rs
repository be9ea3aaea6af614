//! Worksheets go out, are filled in, and come back saying the same.

mod baris;
mod diambil;
mod dibuat;
mod kosong;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use naskah::diag::{Lang, Problems};
use naskah::domain::Periode;
use naskah::files::{Disk, NamedFile, Place};
use naskah::import::Import;
use naskah::pipeline::desk::ImportWish;
use naskah::pipeline::{self, Desk, Made, WorksheetsRequest};
use naskah::source::SourceMap;
use naskah::tables::{self, Key, SheetSection};
use naskah::worksheet::{Expected, Reading, Returned, read_file};
use proptest::prelude::*;

use crate::juri::soffice::Soffice;
use crate::kit::desk::naskah;
use crate::kit::opened::said;
use crate::kit::package::{pack, part};
use crate::kit::{fixture_copy, package, transcript};

const TW1: Periode = Periode { tahun: 2025, triwulan: 1 };

/// A workspace with its worksheets for a quarter.
struct Office {
    folder: tempfile::TempDir,
    periode: Periode,
}

impl Office {
    fn new(periode: Periode) -> Self {
        let folder = fixture_copy("kutai-timur");
        let office = Self { folder, periode };
        let (made, said) = office.make(false);
        assert_eq!(said, "");
        assert_eq!(made.len(), 6);
        assert!(made.iter().all(|m| m.outcome == Made::New));
        office
    }

    fn make(&self, force: bool) -> (Vec<pipeline::WorksheetMade>, String) {
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let opened =
            pipeline::open(self.folder.path(), &mut sources, &mut problems).unwrap();
        let wish = WorksheetsRequest {
            periode: Some(self.periode),
            opd: Vec::new(),
            out: self.folder.path().join("lembar-kerja").into(),
            force,
        };
        let made = pipeline::worksheets(&opened, &wish, &mut problems);
        (made, said(&problems, &sources))
    }

    fn book(&self, opd: &str) -> PathBuf {
        self.folder.path().join(format!("lembar-kerja/{}-{opd}.xlsx", self.periode))
    }

    fn baca(&self, path: &Path) -> (Option<Returned>, String) {
        self.baca_untuk(path, None, Some(self.periode))
    }

    /// Codes and cells of what an import of the book says.
    fn diimpor(&self, path: &Path) -> Vec<String> {
        let wish = ImportWish {
            places: vec![Place::typed(path)],
            periode: Some(self.periode.to_string()),
            opd: None,
        };
        let plan = Desk::new(self.folder.path(), Lang::Id).import_plan(&wish);
        let told = plan.answer.problems.iter().map(|told| {
            let file = told.file.as_deref().unwrap_or_default();
            let sheet = file.rsplit('!').next().unwrap_or_default();
            format!("{} {sheet}!{}", told.code, told.cell.as_deref().unwrap_or_default())
        });
        told.collect()
    }

    fn baca_untuk(
        &self,
        path: &Path,
        opd: Option<&str>,
        periode: Option<Periode>,
    ) -> (Option<Returned>, String) {
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let workspace =
            naskah::workspace::load(self.folder.path(), &mut sources, &mut problems)
                .unwrap();
        let ids: Vec<&str> = workspace.opd.iter().map(|o| o.id.value.as_str()).collect();
        let harapan = Expected {
            daerah: &workspace.settings.daerah.nama,
            opd: &ids,
            asked_opd: opd,
            periode,
            next: false,
            catalog: &[],
            capaian: &workspace.capaian,
        };
        let (files, name) = Disk::holding(path);
        let name = NamedFile::from(&name);
        let bacaan = read_file(&files, &name, &harapan, &mut sources, &mut problems);
        let said = said(&problems, &sources);
        match bacaan {
            Reading::Sound(read) => (Some(*read), said),
            Reading::Refused => (None, said),
            Reading::Foreign => panic!("{name} is no worksheet"),
        }
    }
}

/// Codes and cells of what was said: `NSK0664 Penerima!G6`.
fn marks(said: &str) -> Vec<String> {
    let cell = |mark: String| match mark.split_once(' ') {
        Some((code, place)) => {
            let cell = place.split_once('!').map_or("", |(_, cell)| cell);
            format!("{code} {cell}")
        }
        None => mark,
    };
    transcript::marks(said).into_iter().map(cell).collect()
}

/// What is put into a cell, as a spreadsheet program would store it.
#[derive(Debug, Clone)]
enum Content {
    Figure(&'static str),
    Number(String),
    Text(String),
    /// A day number, in the date format of the workbook's first style that has none: as text.
    Error(&'static str),
    True,
    Formula(&'static str, &'static str),
}

fn text(t: &str) -> Content {
    Content::Text(t.to_owned())
}

fn parts_of(path: &Path) -> Vec<(String, Vec<u8>)> {
    package::parts(&std::fs::read(path).unwrap())
}

const LEMBAR: [&str; 6] =
    ["Petunjuk", "Penerima", "Mutu", "Anggaran", "Permasalahan", "_naskah"];

fn xml_of(sheet: &str) -> String {
    let at = LEMBAR.iter().position(|s| *s == sheet).unwrap();
    format!("xl/worksheets/sheet{}.xml", at + 1)
}

/// Fills cells in, in place of whatever they held, and leaves their formats.
fn fill(path: &Path, cells: &[(&str, &str, Content)]) {
    let mut all = parts_of(path);
    for (sheet, cell, value) in cells {
        let name = xml_of(sheet);
        let (_, bytes) = all.iter_mut().find(|(n, _)| *n == name).unwrap();
        let xml = String::from_utf8(bytes.clone()).unwrap();
        let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| {
            panic!("{sheet}!{cell}");
        });
        let open = start + xml[start..].find('>').unwrap() + 1;
        let end = if xml[..open].ends_with("/>") {
            open
        } else {
            start + xml[start..].find("</c>").unwrap() + 4
        };
        let style = xml[start..open].split("s=\"").nth(1).unwrap();
        let style = style.split('"').next().unwrap();
        let head = format!("<c r=\"{cell}\" s=\"{style}\"");
        let new = match value {
            Content::Figure(n) => format!("{head}><v>{n}</v></c>"),
            Content::Number(n) => format!("{head}><v>{n}</v></c>"),
            Content::Text(t) => {
                let t = t.replace('&', "&amp;").replace('<', "&lt;");
                format!(
                    "{head} t=\"inlineStr\"><is><t xml:space=\"preserve\">{t}</t></is></c>"
                )
            }
            Content::Error(e) => format!("{head} t=\"e\"><v>{e}</v></c>"),
            Content::True => format!("{head} t=\"b\"><v>1</v></c>"),
            Content::Formula(f, v) => format!("{head}><f>{f}</f><v>{v}</v></c>"),
        };
        *bytes = format!("{}{new}{}", &xml[..start], &xml[end..]).into_bytes();
    }
    pack(path, &all);
}

/// What is said of a field, as people read it; empty when nothing is.
fn said_of(isi: &naskah::import::Filled, key: &'static str) -> String {
    isi.get(Key::new(key)).map(|said| said.value.to_string()).unwrap_or_default()
}

fn layanan<'a>(impor: &'a Import, kode: &str) -> &'a naskah::import::ImportedLayanan {
    impor.layanan.iter().find(|l| l.kode.value == kode).unwrap()
}

#[test]
fn an_empty_worksheet_says_nothing() {
    let office = Office::new(TW1);
    for opd in ["disdikbud", "dinkes", "dpupr", "satpolpp", "bpbd", "dinsos"] {
        let (read, said) = office.baca(&office.book(opd));
        let read = read.unwrap();
        assert_eq!(marks(&said).len(), 1, "{said}");
        assert!(said.contains("NSK0665"), "{said}");
        assert!(read.import.layanan.is_empty());
        assert_eq!((read.filled_in.answered, read.after.answered), (0, 0));
        assert!(read.filled_in.whole > 10);
    }
}

#[test]
fn what_people_type_is_understood() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    fill(
        &buku,
        &[
            ("Penerima", "G6", Content::Figure("15700")),
            ("Penerima", "H6", text(" 1.234 ")),
            ("Penerima", "G7", Content::Formula("70000+1", "70001")),
            ("Penerima", "G8", text("Nihil")),
            ("Penerima", "H8", text("nihil")),
            ("Mutu", "H6", Content::Figure("31280.5")),
            ("Mutu", "I6", text("1.234,5")),
            ("Mutu", "H7", text("1,234.25")),
            ("Anggaran", "F6", text("Rp 9.850.000.000,-")),
            ("Anggaran", "G6", Content::Figure("0")),
            ("Permasalahan", "D6", text("1. Tenaga kurang\n2) 2.033 anak belum sekolah")),
            ("Permasalahan", "E6", text("-")),
            ("Permasalahan", "F6", text("- Mengusulkan formasi")),
            ("Permasalahan", "G6", text("Kepala Bidang PAUD")),
            ("Permasalahan", "D7", text("nihil")),
        ],
    );
    let (read, said) = office.baca(&buku);
    assert_eq!(said, "");
    let read = read.unwrap();
    let paud = layanan(&read.import, "PEND-1");
    assert_eq!(said_of(&paud.content, "opd"), "disdikbud");
    assert_eq!(said_of(&paud.content, "sasaran"), "15.700");
    assert_eq!(said_of(&paud.content, "terlayani"), "1.234");
    assert_eq!(paud.mutu.len(), 2);
    assert_eq!(paud.mutu[0].nama.value, "Buku gambar");
    assert_eq!(said_of(&paud.mutu[0].content, "dibutuhkan"), "31.280,5");
    assert_eq!(said_of(&paud.mutu[0].content, "terpenuhi"), "1.234,5");
    assert_eq!(said_of(&paud.mutu[1].content, "dibutuhkan"), "1.234,25");
    assert_eq!(said_of(&paud.mutu[1].content, "terpenuhi"), "");
    assert_eq!(said_of(&paud.content, "pagu"), "9.850.000.000");
    assert_eq!(said_of(&paud.content, "realisasi"), "0");
    let masalah = "Tenaga kurang; 2.033 anak belum sekolah";
    assert_eq!(said_of(&paud.content, "permasalahan"), masalah);
    assert_eq!(said_of(&paud.content, "penyebab"), "nihil");
    assert_eq!(said_of(&paud.content, "tindak_lanjut"), "Mengusulkan formasi");
    assert_eq!(said_of(&paud.content, "pic"), "Kepala Bidang PAUD");
    let dikdas = layanan(&read.import, "PEND-2");
    assert_eq!(said_of(&dikdas.content, "sasaran"), "70.001");
    assert_eq!(said_of(&dikdas.content, "permasalahan"), "nihil");
    assert!(
        dikdas.content.get(Key::new("terlayani")).is_none() && dikdas.mutu.is_empty()
    );
    let kesetaraan = layanan(&read.import, "PEND-3");
    assert_eq!(said_of(&kesetaraan.content, "sasaran"), "nihil");
    assert!(kesetaraan.content.get(Key::new("terlayani")).is_none());
    assert_eq!(read.filled_in.answered, 14);
}

#[test]
fn every_wrong_cell_is_told_at_once_and_nothing_is_taken() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    fill(
        &buku,
        &[
            ("Penerima", "G6", Content::Figure("1.234")),
            ("Penerima", "H6", Content::Figure("-5")),
            ("Penerima", "G7", text("banyak")),
            ("Penerima", "H7", text("87,5%")),
            ("Penerima", "G8", text("-")),
            ("Penerima", "H8", text("nihil")),
            ("Mutu", "H6", Content::Error("#DIV/0!")),
            ("Mutu", "I6", Content::True),
            ("Mutu", "H7", text("1,23,4")),
            ("Mutu", "I7", Content::Figure("1.234")),
            ("Mutu", "H8", Content::Formula("A1", "")),
            ("Mutu", "I8", Content::Figure("1e16")),
            ("Anggaran", "F6", text("9,8 miliar")),
            ("Permasalahan", "D6", Content::Error("#N/A")),
        ],
    );
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert_eq!(
        marks(&said),
        [
            "NSK0664 Penerima!G6",
            "NSK0113 Penerima!H6",
            "NSK0112 Penerima!G7",
            "NSK0112 Penerima!H7",
            "NSK0659 Penerima!G8",
            "NSK0660 Penerima!H8",
            "NSK0123 Mutu!H6",
            "NSK0108 Mutu!I6",
            "NSK0112 Mutu!H7",
            "NSK0662 Mutu!I7",
            "NSK0124 Mutu!H8",
            "NSK0127 Mutu!I8",
            "NSK0112 Anggaran!F6",
            "NSK0123 Permasalahan!D6",
        ],
        "{said}"
    );
}

#[test]
fn another_quarter_opd_or_daerah_is_refused() {
    let office = Office::new(TW1);
    let buku = office.book("dinkes");
    let tw4 = Periode { tahun: 2024, triwulan: 4 };
    let (read, said) = office.baca_untuk(&buku, None, Some(tw4));
    assert!(read.is_none());
    assert_eq!(marks(&said), ["NSK0666 "], "{said}");
    let (read, said) = office.baca_untuk(&buku, Some("dinsos"), None);
    assert!(read.is_none());
    assert_eq!(marks(&said), ["NSK0654 "], "{said}");
    let settings = office.folder.path().join("naskah.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text.replace("Kabupaten Kutai Timur", "Kabupaten Lain"))
        .unwrap();
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert_eq!(marks(&said), ["NSK0654 "], "{said}");
}

/// The texts of the hidden sheet are shared strings; change one there.
#[test]
fn a_changed_stamp_is_refused() {
    for (from, to, mark) in [
        ("<t>dinkes</t>", "<t>dinsos</t>", "NSK0653 "),
        ("<t>2025-tw1</t>", "<t>2025-tw2</t>", "NSK0653 "),
        ("", "<t>99</t>", "NSK0654 "),
    ] {
        let office = Office::new(TW1);
        let buku = office.book("dinkes");
        let mut all = parts_of(&buku);
        let (_, bytes) =
            all.iter_mut().find(|(n, _)| n == "xl/sharedStrings.xml").unwrap();
        let xml = String::from_utf8(bytes.clone()).unwrap();
        // The version stands behind the mark that begins the stamp.
        let begins = "<t>naskah lembar-kerja</t></si><si>";
        let version =
            xml.split_once(begins).and_then(|(_, rest)| rest.split_once("</si>"));
        let from = if from.is_empty() { version.unwrap().0 } else { from };
        assert_eq!(xml.matches(from).count(), 1, "{from}");
        *bytes = xml.replace(from, to).into_bytes();
        pack(&buku, &all);
        let (read, said) = office.baca_untuk(&buku, None, None);
        assert!(read.is_none());
        assert_eq!(marks(&said), [mark], "{said}");
    }
}

/// Whoever would rename last quarter's column would hand in last quarter's figures.
#[test]
fn a_column_of_another_quarter_is_never_proposed() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    fill(&buku, &[("Penerima", "H5", text("")), ("Penerima", "I5", text("Terlayani"))]);
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert_eq!(marks(&said), ["NSK0125 Penerima!A5"], "{said}");
    assert!(said.contains("tambahkan kolom `Terlayani TW I 2025`"), "{said}");
    // A slip in the heading itself is one.
    fill(&buku, &[("Penerima", "H5", text("Terlyaani TW I 2025"))]);
    let (_, said) = office.baca(&buku);
    assert_eq!(marks(&said), ["NSK0140 Penerima!H5"], "{said}");
    assert!(said.contains("mungkin maksudnya `Terlayani TW I 2025`"), "{said}");
}

/// Figures count from January.
#[test]
fn what_falls_is_doubted_and_taken() {
    let office = Office::new(Periode { tahun: 2024, triwulan: 4 });
    let capaian = office.folder.path().join("data/capaian");
    let text = std::fs::read_to_string(capaian.join("2024-tw4.toml")).unwrap();
    std::fs::write(
        capaian.join("2024-tw3.toml"),
        text.replace("triwulan = 4", "triwulan = 3"),
    )
    .unwrap();
    office.make(true);
    let buku = office.book("disdikbud");
    fill(
        &buku,
        &[
            ("Penerima", "H6", Content::Figure("13000")),
            ("Mutu", "I7", Content::Figure("1")),
            ("Anggaran", "G7", Content::Figure("1")),
        ],
    );
    let doubted = office.diimpor(&buku);
    // One rupiah is another unit rather than less.
    for told in ["NSK0661 Penerima!H6", "NSK0661 Mutu!I7", "NSK0670 Anggaran!G7"] {
        assert!(doubted.iter().any(|d| d == told), "{told}: {doubted:?}");
    }
    let (read, said) = office.baca(&buku);
    assert_eq!(said, "");
    let read = read.unwrap();
    assert_eq!(read.import.layanan.len(), 2);
    // What was there before counts as filled in afterwards.
    assert!(read.after.answered > read.filled_in.answered);
}

/// Changes one part of the package.
fn change_part(path: &Path, name: &str, from: &str, to: &str) {
    let mut all = parts_of(path);
    let (_, bytes) = all.iter_mut().find(|(n, _)| n == name).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{name}: {from}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    pack(path, &all);
}

/// LibreOffice keeps stamp, rows and figures, in ODS and back.
#[test]
#[cfg_attr(not(juri_calc), ignore = "LibreOffice Calc is missing: tests/juri/pasang")]
fn saved_by_libreoffice() {
    let (calc, office) = (Soffice::calc(), Office::new(TW1));
    let buku = office.book("disdikbud");
    fill(
        &buku,
        &[
            ("Penerima", "G6", Content::Figure("15700")),
            ("Penerima", "H6", Content::Formula("G6-700", "15000")),
            ("Penerima", "G7", text("nihil")),
            ("Mutu", "H6", Content::Figure("31280.5")),
            ("Anggaran", "F6", Content::Figure("9850000000")),
            ("Permasalahan", "D6", text("Tenaga kurang\nSarana kurang")),
        ],
    );
    let (before, said) = office.baca(&buku);
    assert_eq!(said, "");
    let before = before.unwrap().import;
    let mut last = buku;
    for (n, format) in ["ods", "xlsx", "ods"].into_iter().enumerate() {
        let folder = office.folder.path().join(format!("lo{n}"));
        let next = calc.convert(format, &[&last], &folder).remove(0);
        let (after, said) = office.baca(&next);
        assert_eq!(said, "", "{format}");
        let after = after.unwrap().import;
        assert_eq!(plain(&after), plain(&before), "{format}");
        last = next;
    }
}

/// Without names of files and places, which differ.
fn plain(impor: &Import) -> Vec<String> {
    impor
        .layanan
        .iter()
        .map(|l| {
            let mutu: Vec<_> = l
                .mutu
                .iter()
                .map(|m| {
                    let said = |key| m.content.get(key).map(|v| &v.value);
                    (
                        &m.nama.value,
                        ["satuan", "dibutuhkan", "terpenuhi"].map(Key::new).map(said),
                    )
                })
                .collect();
            format!(
                "{} {:?} {:?} {:?} {:?} {:?} {:?} {mutu:?}",
                l.kode.value,
                l.content.get(Key::new("sasaran")).map(|v| &v.value),
                l.content.get(Key::new("terlayani")).map(|v| &v.value),
                l.content.get(Key::new("pagu")).map(|v| &v.value),
                l.content.get(Key::new("realisasi")).map(|v| &v.value),
                l.content.get(Key::new("permasalahan")).map(|v| &v.value),
                l.content.get(Key::new("pic")).map(|v| &v.value),
            )
        })
        .collect()
}

fn figure() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![Just(None), (0_u64..1_000_000_000).prop_map(Some)]
}

fn grouped(n: u64) -> String {
    naskah::bahasa::format_number(n)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is filled in, as a number or as text with points, comes back as it was, and
    /// what is not filled in stays silent.
    #[test]
    fn round_trip(
        people in prop::collection::vec((figure(), figure(), any::<bool>()), 3),
        items in prop::collection::vec((figure(), figure()), 23),
    ) {
        let office = Office::new(TW1);
        let buku = office.book("disdikbud");
        let sheet = std::fs::read(&buku).unwrap();
        let mut cells: Vec<(&str, String, Content)> = Vec::new();
        let mut put = |sheet, letter: char, row: usize, n: Option<u64>, text: bool| {
            let Some(n) = n else { return };
            let value = if text { Content::Text(grouped(n)) } else { Content::Number(n.to_string()) };
            cells.push((sheet, format!("{letter}{row}"), value));
        };
        for (row, (all, served, text)) in (6..).zip(&people) {
            put("Penerima", 'G', row, *all, *text);
            put("Penerima", 'H', row, *served, !*text);
        }
        for (row, (need, met)) in (6..).zip(&items) {
            put("Mutu", 'H', row, *need, false);
            put("Mutu", 'I', row, *met, true);
        }
        let cells: Vec<(&str, &str, Content)> =
            cells.iter().map(|(s, c, v)| (*s, c.as_str(), v.clone())).collect();
        fill(&buku, &cells);
        prop_assert!(cells.is_empty() || std::fs::read(&buku).unwrap() != sheet);
        let (read, said) = office.baca(&buku);
        prop_assert!(read.is_some(), "{}", said);
        let read = read.unwrap();
        prop_assert_eq!(read.filled_in.answered, cells.len());
        for (kode, (all, served, _)) in ["PEND-1", "PEND-2", "PEND-3"].into_iter().zip(people) {
            let found = read.import.layanan.iter().find(|l| l.kode.value == kode);
            let value = |l: Option<&naskah::import::ImportedLayanan>, key| l.and_then(|l| Some(l.content.number(key)?.value.to_string()));
            prop_assert_eq!(value(found, Key::new("sasaran")), all.map(|n| n.to_string()));
            prop_assert_eq!(value(found, Key::new("terlayani")), served.map(|n| n.to_string()));
        }
        let filled = items.iter().filter(|(a, b)| a.is_some() || b.is_some()).count();
        let read: usize = read.import.layanan.iter().map(|l| l.mutu.len()).sum();
        prop_assert_eq!(read, filled);
    }
}
