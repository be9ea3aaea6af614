//! The painter, judged by an independent validator for PDF/A-2a and PDF/UA-1 and by poppler.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::juri::pdf::Pdftotext;
use crate::kit::strict;
use crate::kit::valid_pdf::faults;
use crate::pdf_kit::{Hand, ROOT, emblem, letter, letters, paper, photo};
use naskah::document::{Document, LinkTarget};
use naskah::fonts::{FontBook, FontId};
use naskah::layout::page::{Glyph, ItemKind, Pages, Tag};
use naskah::pdf::{PdfFault, PdfFonts, PdfProblem, write};
use naskah::source::{FileId, Span};
use naskah::units::{Pt, Rgb};

fn book() -> &'static FontBook {
    static BOOK: OnceLock<FontBook> = OnceLock::new();
    BOOK.get_or_init(FontBook::new)
}

fn paint(doc: &Document, hand: &Hand) -> Result<Vec<u8>, Vec<PdfProblem>> {
    write(doc, &hand.pages, book(), &mut PdfFonts::new(book()))
}

/// Judges a paper and keeps it for a look.
fn judge(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(faults(bytes), Vec::<String>::new(), "{name}");
    path
}

/// The text of a paper that was judged, as it stands on the page.
fn text(name: &str, bytes: &[u8]) -> String {
    Pdftotext::find().flowing(&judge(name, bytes)).unwrap()
}

fn hand() -> Hand {
    let mut hand = Hand::new(book());
    hand.page("1");
    hand
}

fn painted(pages: Pages) -> Vec<u8> {
    let mut hand = hand();
    hand.pages = pages;
    paint(&paper(), &hand).unwrap()
}

#[test]
fn a_letter_of_two_pages_is_valid() {
    let bytes = painted(letter(book()));
    assert!(bytes.len() < 26_000, "{} bytes", bytes.len());
    judge("surat", &bytes);
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn a_letter_reads_as_it_was_set() {
    let text = text("surat-terbaca", &painted(letter(book())));
    assert!(text.contains("UNDANGAN RAPAT KOORDINASI"), "{text}");
    assert!(text.contains("Dra. Siti Aminah, M.Si."), "{text}");
    assert!(text.contains("pelayanan dasar, agar mutu layanan"), "{text}");
    let text = self::text("panjang-terbaca", &painted(letters(book(), 10)));
    assert_eq!(text.matches("Sekretaris Daerah,").count(), 10);
}

/// What programs that stamp and merge pages read: no packed objects, a plain table.
#[test]
fn a_classic_letter_is_valid_and_read_by_a_parser_of_pdf_1_4() {
    let mut hand = hand();
    hand.pages = letters(book(), 10);
    let classic = Document { classic_pdf: true, ..paper() };
    let bytes = paint(&classic, &hand).unwrap();
    judge("klasik", &bytes);
    let pages = strict::read(&bytes).unwrap();
    assert_eq!(pages.len(), 20);
    assert!(pages.iter().all(|&bytes| bytes > 500), "{pages:?}");
    let packed = strict::read(&painted(letter(book())));
    assert!(packed.unwrap_err().contains("cross-reference stream"));
    let mut torn = bytes.clone();
    torn.truncate(bytes.len() - 2000);
    assert!(strict::read(&torn).is_err());
}

/// More objects than one object stream holds.
#[test]
fn a_long_paper_is_valid() {
    let bytes = painted(letters(book(), 10));
    let packs = bytes.windows(12).filter(|w| w == b"/Type/ObjStm").count();
    assert!(packs > 2, "{packs} object streams");
    judge("panjang", &bytes);
}

#[test]
fn every_kind_of_node_is_valid() {
    judge("semua", &every_kind_of_node());
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn every_kind_of_node_reads_as_it_was_set() {
    let text = text("semua-terbaca", &every_kind_of_node());
    assert!(text.contains("Lihat situs kami"), "{text}");
    assert!(text.contains("Keputusan efektif, AVATAR, fi"), "{text}");
    assert!(!text.contains("CONTOH"), "{text}");
}

fn every_kind_of_node() -> Vec<u8> {
    let mut hand = hand();
    hand.item(None, ItemKind::Watermark { text: "CONTOH".into(), font: FontId(1) });
    let toc = hand.node(ROOT, Tag::Toc);
    for (n, title) in ["BAB I", "Latar belakang", "BAB II"].into_iter().enumerate() {
        let y = 60.0 + 16.0 * f32::from(u8::try_from(n).unwrap());
        let entry = hand.node(toc, Tag::Toci);
        let link = hand.node(entry, Tag::Link);
        let width = hand.text(Some(link), 0, (72.0, y), title);
        let target = LinkTarget::Heading(format!("h{n}"));
        hand.link(link, [72.0, y - 10.0, width, 13.0], target, title);
    }
    hand.heading(1, "BAB I", 130.0);
    hand.heading(2, "Latar belakang", 150.0);
    let p = hand.node(ROOT, Tag::P);
    let x = 72.0 + hand.text(Some(p), 0, (72.0, 170.0), "Lihat ");
    let link = hand.node(p, Tag::Link);
    let width = hand.text(Some(link), 0, (x, 170.0), "situs kami");
    let url = LinkTarget::Url("https://contoh.go.id/spm?tahun=2024".into());
    hand.link(link, [x, 160.0, width, 13.0], url.clone(), "Situs SPM");
    hand.text(Some(link), 0, (72.0, 185.0), "dan alamatnya");
    hand.link(link, [72.0, 175.0, 60.0, 13.0], url, "Situs SPM");
    let after = hand.node(p, Tag::Span);
    hand.text(Some(after), 0, (160.0, 185.0), " untuk rinciannya.");
    let mark = hand.node(p, Tag::Reference);
    hand.text(Some(mark), 0, (260.0, 182.0), "1");
    for (y, numbered) in [(210.0, true), (250.0, false)] {
        let list = hand.node(ROOT, Tag::L(numbered));
        for (n, text) in ["satu", "dua"].into_iter().enumerate() {
            let y = y + 15.0 * f32::from(u8::try_from(n).unwrap());
            let item = hand.node(list, Tag::Li);
            let label = hand.node(item, Tag::Lbl);
            let marker = if numbered { format!("{}.", n + 1) } else { "•".into() };
            hand.text(Some(label), 0, (72.0, y), &marker);
            let body = hand.node(item, Tag::LBody);
            let p = hand.node(body, Tag::P);
            hand.text(Some(p), 4, (90.0, y), text);
        }
    }
    let table = hand.node(ROOT, Tag::Table("Capaian menurut urusan".into()));
    let caption = hand.node(table, Tag::Caption);
    hand.text(Some(caption), 0, (72.0, 300.0), "Tabel 1. Capaian");
    let rows: [&[(Tag, &str)]; 4] = [
        &[(Tag::Th(true, 1, 2), "Urusan"), (Tag::Th(true, 2, 1), "Capaian")],
        &[(Tag::Th(true, 1, 1), "2023"), (Tag::Th(true, 1, 1), "2024")],
        &[
            (Tag::Th(false, 1, 1), "Kesehatan"),
            (Tag::Td(1, 1), "80"),
            (Tag::Td(1, 1), "90"),
        ],
        &[
            (Tag::Th(false, 1, 1), "Pendidikan"),
            (Tag::Td(1, 1), "85"),
            (Tag::Td(1, 1), ""),
        ],
    ];
    let rect = [72.0, 305.0, 300.0, 30.0].map(Pt);
    hand.item(None, ItemKind::Fill { rect, color: Rgb(230, 230, 230) });
    for (r, cells) in rows.into_iter().enumerate() {
        let y = 318.0 + 15.0 * f32::from(u8::try_from(r).unwrap());
        let row = hand.node(table, Tag::Tr);
        for (c, (tag, text)) in cells.iter().enumerate() {
            let c = if r == 1 { c + 1 } else { c };
            let x = 72.0 + 100.0 * f32::from(u8::try_from(c).unwrap());
            let cell = hand.node(row, tag.clone());
            let p = hand.node(cell, Tag::P);
            if !text.is_empty() {
                hand.text(Some(p), 0, (x + 3.0, y), text);
            }
            hand.line((x, y + 4.0), (x + 100.0, y + 4.0), 0.5, false);
        }
    }
    hand.line((72.0, 400.0), (523.0, 400.0), 0.5, true);
    for (y, data) in [(410.0, emblem()), (500.0, photo())] {
        let figure = hand.node(ROOT, Tag::Figure("Lambang daerah".into()));
        let rect = [72.0, y, 60.0, 70.0].map(Pt);
        hand.item(Some(figure), ItemKind::Image { rect, data });
        let caption = hand.node(ROOT, Tag::Caption);
        hand.text(Some(caption), 2, (150.0, y + 40.0), "Gambar 1. Lambang");
    }
    // A face with PostScript outlines, ligatures and kerning.
    let p = hand.node(ROOT, Tag::P);
    hand.text(Some(p), 8, (72.0, 600.0), "Keputusan efektif, AVATAR, fi → fl");
    let note = hand.node(ROOT, Tag::Note);
    let label = hand.node(note, Tag::Lbl);
    hand.text(Some(label), 0, (72.0, 760.0), "1");
    let p = hand.node(note, Tag::P);
    hand.text(Some(p), 0, (80.0, 760.0), "Catatan kaki.");
    hand.text(None, 0, (300.0, 812.0), "i");
    hand.page("ii");
    hand.heading(1, "BAB II", 90.0);
    hand.text(Some(note), 0, (80.0, 760.0), "Lanjutan catatan kaki.");
    hand.pages.pages[0].label = "i".into();
    hand.page("1");
    let p = hand.node(ROOT, Tag::P);
    hand.text(Some(p), 0, (72.0, 72.0), "Halaman pertama isi.");
    paint(&paper(), &hand).unwrap_or_else(|p| panic!("{p:?}"))
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn a_hyphen_of_layout_is_no_character_of_the_word() {
    for face in [0, 4, 8] {
        let mut hand = hand();
        let p = hand.node(ROOT, Tag::P);
        let text = "anak-anak perta";
        let mut glyphs = hand.shape(face, text);
        let dash = hand.shape(face, "-")[0];
        let end = u32::try_from(text.len()).unwrap();
        glyphs.push(Glyph { start: end, end, ..dash });
        hand.glyphs(Some(p), face, 11.0, (72.0, 72.0), text, glyphs);
        hand.text(Some(p), face, (72.0, 87.0), "ma, kupu-kupu");
        let bytes = paint(&paper(), &hand).unwrap_or_else(|p| panic!("{p:?}"));
        let said = self::text(&format!("tanda-hubung-{face}"), &bytes);
        assert_eq!(said.trim(), "anak-anak perta\u{ad}\nma, kupu-kupu", "face {face}");
    }
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn invisible_hints_of_the_source_stay_out_of_the_file() {
    let mut hand = hand();
    let p = hand.node(ROOT, Tag::P);
    let text = "per\u{ad}tama\u{feff} kali";
    let visible = text.replace(['\u{ad}', '\u{feff}'], "");
    // As layout does it: a cluster ends where the next begins.
    let mut glyphs = hand.shape(0, &visible);
    let starts: Vec<_> = text
        .char_indices()
        .filter(|(_, c)| !matches!(c, '\u{ad}' | '\u{feff}'))
        .map(|(at, _)| u32::try_from(at).unwrap())
        .collect();
    for (index, glyph) in glyphs.iter_mut().enumerate() {
        glyph.start = starts[index];
        let end = u32::try_from(text.len()).unwrap();
        glyph.end = starts.get(index + 1).copied().unwrap_or(end);
    }
    hand.glyphs(Some(p), 0, 11.0, (72.0, 72.0), text, glyphs);
    let bytes = paint(&paper(), &hand).unwrap_or_else(|p| panic!("{p:?}"));
    assert_eq!(self::text("tak-kasatmata", &bytes).trim(), visible);
}

#[test]
fn faults_are_reported_with_their_place() {
    let span = Span::Text { file: FileId(3), start: 10, end: 20 };
    let mut doc = paper();
    doc.meta.title.clear();
    doc.meta.language.clear();
    let mut hand = hand();
    let figure = hand.node(ROOT, Tag::Figure(String::new()));
    let rect = [72.0, 72.0, 60.0, 70.0].map(Pt);
    hand.item_at(Some(figure), span, ItemKind::Image { rect, data: emblem() });
    let heading = hand.node(ROOT, Tag::H(1, String::new()));
    hand.text(Some(heading), 0, (72.0, 200.0), "x");
    let p = hand.node(ROOT, Tag::P);
    hand.text(Some(p), 0, (72.0, 220.0), "漢");
    let link = hand.node(p, Tag::Link);
    hand.text(Some(link), 0, (72.0, 240.0), "y");
    let url = LinkTarget::Url("https://contoh.go.id".into());
    hand.link(link, [72.0, 230.0, 9.0, 13.0], url, "");
    hand.link(p, [72.0, 250.0, 9.0, 13.0], LinkTarget::Heading("tiada".into()), "z");
    let bad = naskah::document::ImageData {
        png: true,
        bytes: vec![1, 2, 3],
        width: 1,
        height: 1,
    };
    hand.item(Some(p), ItemKind::Image { rect, data: std::sync::Arc::new(bad) });
    let problems = paint(&doc, &hand).unwrap_err();
    let at =
        |fault: &PdfFault| problems.iter().find(|p| p.fault == *fault).map(|p| p.span);
    assert_eq!(at(&PdfFault::NoAlt), Some(span), "{problems:#?}");
    for fault in [
        PdfFault::NoTitle,
        PdfFault::NoLanguage,
        PdfFault::NoHeadingTitle,
        PdfFault::NoLinkAlt,
        PdfFault::UnknownHeading("tiada".into()),
        PdfFault::MissingGlyph("漢".into()),
    ] {
        assert_eq!(at(&fault), Some(Span::None), "{fault:?}: {problems:#?}");
    }
    assert!(
        problems.iter().any(|p| matches!(p.fault, PdfFault::Image(_))),
        "{problems:#?}"
    );
    assert_eq!(problems.len(), 8, "{problems:#?}");
}

#[test]
fn wrong_pages_are_problems_and_no_panics() {
    let mut hand = hand();
    let lost = naskah::layout::page::NodeId(77);
    hand.text(Some(lost), 0, (72.0, 72.0), "x");
    assert!(matches!(paint(&paper(), &hand).unwrap_err()[0].fault, PdfFault::Other(_)));
    hand.pages.pages[0].items.clear();
    let p = hand.node(ROOT, Tag::P);
    hand.glyphs(Some(p), 99, 11.0, (72.0, 72.0), "", Vec::new());
    let glyphs = vec![Glyph { id: 40, advance: 0.5, dx: 0.0, dy: 0.0, start: 1, end: 9 }];
    hand.glyphs(Some(p), 0, 11.0, (72.0, 72.0), "é", glyphs);
    assert!(paint(&paper(), &hand).is_err());
    hand.pages.pages[0].width = Pt(0.0);
    assert!(paint(&paper(), &hand).is_err());
}

type Plant = fn(&mut Hand);

/// The judge is worth listening to: it finds what krilla does not.
#[test]
fn the_judge_finds_planted_faults() {
    let plants: [(&str, Plant); 4] = [
        ("7.2:10", |hand| {
            let table = hand.node(ROOT, Tag::Table("x".into()));
            let row = hand.node(table, Tag::Tr);
            let p = hand.node(row, Tag::P);
            hand.text(Some(p), 0, (72.0, 72.0), "no cell");
        }),
        ("7.2:4", |hand| {
            let row = hand.node(ROOT, Tag::Tr);
            let cell = hand.node(row, Tag::Td(1, 1));
            hand.text(Some(cell), 0, (72.0, 72.0), "no table");
        }),
        ("7.18", |hand| {
            let p = hand.node(ROOT, Tag::P);
            hand.text(Some(p), 0, (72.0, 72.0), "no link node");
            let url = LinkTarget::Url("https://contoh.go.id".into());
            hand.link(p, [72.0, 62.0, 30.0, 13.0], url, "x");
        }),
        ("7.4.2", |hand| {
            hand.heading(1, "Satu", 72.0);
            hand.heading(3, "Tiga", 92.0);
        }),
    ];
    for (rule, plant) in plants {
        let mut hand = hand();
        plant(&mut hand);
        let found = faults(&paint(&paper(), &hand).unwrap()).join("\n");
        assert!(found.contains(rule), "{rule}: {found}");
    }
}

#[test]
fn same_pages_same_bytes_on_any_thread() {
    let mut hand = hand();
    hand.pages = letter(book());
    let (pages, doc) = (&hand.pages, &paper());
    let mut fonts = PdfFonts::new(book());
    let first = write(doc, pages, book(), &mut fonts).unwrap();
    assert!(first == write(doc, pages, book(), &mut fonts).unwrap());
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    write(doc, pages, book(), &mut PdfFonts::new(book())).unwrap()
                })
            })
            .collect();
        for run in runs {
            assert!(first == run.join().unwrap());
        }
    });
}

/// A check takes papers as far as their files. What is not compressed takes none of the memory
/// that compressing does, paper after paper, and has the same faults.
#[test]
fn on_trial_nothing_is_packed_and_faults_are_the_same() {
    let mut hand = hand();
    hand.pages = letter(book());
    let mut fonts = PdfFonts::new(book()).on_trial();
    let tried = write(&paper(), &hand.pages, book(), &mut fonts).unwrap();
    let contains =
        |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
    assert!(contains(&tried, b"BDC"), "the marks of tagged text can be read");
    assert!(!contains(&paint(&paper(), &hand).unwrap(), b"BDC"));
    let untitled = Document::default();
    let faults = |problems: Vec<PdfProblem>| -> Vec<PdfFault> {
        problems.into_iter().map(|problem| problem.fault).collect()
    };
    let tried = faults(write(&untitled, &hand.pages, book(), &mut fonts).unwrap_err());
    assert_eq!(tried, faults(paint(&untitled, &hand).unwrap_err()));
}
