//! Everything that reads what other people and programs wrote, each as a function of bytes:
//! whatever they are there is an answer, soon and in little memory. libFuzzer calls these with
//! what it finds, `tests/acak.rs` with the corpora and with changes of them.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use naskah::bahasa::rupiah::parse_rupiah;
use naskah::bahasa::{format_decimal, parse_count, parse_date, parse_number, parse_time};
use naskah::diag::{Lang, Problems, Span, Told};
use naskah::document::{
    Align, Block, Date, Document, Face, Image, Meta, ParaProps, Paragraph, Section,
    StyleName, StyleSheet, TextProps,
};
use naskah::files::{Disk, FilePath, Files, Memory, Place};
use naskah::fonts::FontBook;
use naskah::layout::Shaper;
use naskah::origins::FilledText;
use naskah::pdf::{self, PdfFonts};
use naskah::pipeline::desk::{ImportWish, WorksheetsWish};
use naskah::pipeline::{self, Desk, Opened};
use naskah::plan::Job;
use naskah::profil::Layers;
use naskah::source::SourceMap;
use naskah::units::Pt;
use naskah::workspace::probe;
use naskah::{assets, check, template, workspace};

use super::parts;

/// One reader.
pub type Reader = fn(&[u8]);

/// The readers by name, which is that of their corpus, too.
pub const READERS: [(&str, Reader); 11] = [
    ("angka", number),
    ("data", data),
    ("exif", exif),
    ("gambar", picture),
    ("huruf", face),
    ("impor", import),
    ("lembar-kerja", worksheet),
    ("markah", markup),
    ("sheet", sheet),
    ("templat", template),
    ("toml", toml),
];

/// Splits off a byte that chooses one of several.
fn chosen<'a, T: Copy>(data: &'a [u8], of: &[T]) -> Option<(T, &'a [u8])> {
    let (choice, rest) = data.split_first()?;
    Some((*of.get(usize::from(*choice) % of.len())?, rest))
}

fn number(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // A number may have sixty digits; with as many places it would have too many.
    if let Ok(n) = parse_number(&text)
        && let places @ 1..=30 = text.len()
    {
        let places = u8::try_from(places).unwrap_or(30);
        assert_eq!(parse_number(&format_decimal(&n, places)), Ok(n), "{text}");
    }
    let _ =
        (parse_count(&text), parse_rupiah(&text), parse_date(&text), parse_time(&text));
}

fn toml(data: &[u8]) {
    let (table, problems) = probe::toml(&String::from_utf8_lossy(data));
    // What cannot be read is never dropped without a word.
    let lost = format!("{table:?}").contains("value: Broken");
    assert!(!lost || !problems.is_empty(), "dropped without a word");
}

/// The first byte chooses the list and what the rest is: a workbook, the XML of a sheet in one,
/// or a CSV.
fn sheet(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else { return };
    let lists = ["capaian", "mutu", "peserta", "pejabat", "opd", "bebas"];
    let list = lists[usize::from(choice & 0x1f) % lists.len()];
    let _ = match choice >> 5 {
        0 => probe::sheet("f.xlsx", list, bytes),
        1 | 2 => probe::sheet("f.xlsx", list, &parts::xlsx(bytes)),
        3 => probe::sheet("f.ods", list, &parts::ods(bytes)),
        _ => probe::sheet("f.csv", list, bytes),
    };
}

/// A workspace that was opened once, and a paper of it: what a template is filled for.
static OPENED: LazyLock<(Opened, Job)> = LazyLock::new(|| {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(figures(), &mut sources, &mut problems);
    let opened = opened.expect("a workspace without errors");
    let jobs = pipeline::jobs(&opened, &["notula".to_owned()], &mut problems);
    let job = jobs.into_iter().next().expect("a paper");
    (opened, job)
});

/// Makes the paper of a filled template.
fn made(filled: &FilledText, pdf: bool) {
    let (opened, job) = &*OPENED;
    let mut problems = Problems::default();
    let (document, _) = opened.read_with_facts(job, filled, &mut problems);
    set(document, opened.fonts(), pdf);
}

/// What is wrong is in the input, not in the program.
fn no_fault(problems: &Problems, sources: &SourceMap) {
    for found in problems {
        let told = Told::new(found, sources, Lang::Id);
        assert!(told.code != "NSK0901", "a fault of the program: {}", told.draw(false));
    }
}

/// Sets a document and writes it.
fn set(mut document: Document, fonts: &FontBook, pdf: bool) {
    let (pages, problems) = naskah::set(&mut document, &mut Shaper::new(fonts));
    no_fault(&problems, &SourceMap::default());
    if problems.has_errors() {
        return;
    }
    if pdf {
        let _ = pdf::write(&document, &pages, fonts, &mut PdfFonts::new(fonts));
    } else {
        let _ = naskah::to_docx(&document, &pages, fonts);
    }
}

const SETTINGS: &[u8] = include_bytes!("../../fixtures/minimal/naskah.toml");
const MEETING: &[u8] = include_bytes!("../../fixtures/minimal/data/rakor.toml");

/// A file of the data is anything.
fn data(data: &[u8]) {
    const FILES: [&str; 10] = [
        "naskah.toml",
        "data/rakor.toml",
        "data/opd.toml",
        "data/pejabat.toml",
        "data/surat.toml",
        "data/peserta.csv",
        "data/hadir.csv",
        "data/capaian/2024-tw1.toml",
        "templates/uji/template.toml",
        "data/nomor.toml",
    ];
    let Some((file, bytes)) = chosen(data, &FILES) else { return };
    if file.ends_with("template.toml") {
        let (said, problems) =
            template::probe::description(&String::from_utf8_lossy(bytes));
        assert!(said.is_some() || !problems.is_empty(), "nothing was said");
        return;
    }
    let memory: Memory =
        [("naskah.toml", SETTINGS.to_vec()), ("data/rakor.toml", MEETING.to_vec())]
            .into_iter()
            .collect();
    memory.put(file, bytes.to_vec());
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let Some(read) = workspace::load(memory, &mut sources, &mut problems) else {
        assert!(!problems.is_empty(), "nothing was said");
        return;
    };
    check::check(&read, &OPENED.0.catalog, &sources, &mut problems);
    let _ = Layers::load(&read.settings, &read.texts, &mut sources, &mut problems);
    no_fault(&problems, &sources);
}

/// A template is anything. The first byte chooses what is written of it.
fn template(data: &[u8]) {
    let Some((pdf, bytes)) = chosen(data, &[true, false]) else { return };
    match template::probe::filled(&String::from_utf8_lossy(bytes), &OPENED.1.context) {
        Ok(filled) => made(&filled, pdf),
        Err(problems) => assert!(!problems.is_empty(), "nothing was said"),
    }
}

/// A filled template is anything. The first byte chooses what is written of it.
fn markup(data: &[u8]) {
    let Some((pdf, bytes)) = chosen(data, &[true, false]) else { return };
    let text = String::from_utf8_lossy(bytes).into_owned();
    made(&FilledText { text, ..FilledText::default() }, pdf);
}

/// A document of one block.
fn paper(block: Block, fonts: (Face, Pt)) -> Document {
    let (face, size) = fonts;
    let text = TextProps { face: Some(face), size: Some(size), ..TextProps::default() };
    Document {
        meta: Meta {
            title: "Uji".into(),
            language: "id-ID".into(),
            date: Some(Date::constant(2025, 1, 13)),
            ..Meta::default()
        },
        styles: StyleSheet {
            base: (ParaProps::default(), text),
            ..StyleSheet::default()
        },
        sections: vec![Section { blocks: vec![block], ..Section::default() }],
        ..Document::default()
    }
}

/// A picture is anything. Sums of a PNG are made right, so that what is summed is read.
fn picture(data: &[u8]) {
    let mut bytes = data.to_vec();
    parts::mend_png(&mut bytes);
    shown(bytes);
}

/// What is ready for paper is written into one.
fn shown(bytes: Vec<u8>) {
    static FONTS: LazyLock<FontBook> = LazyLock::new(FontBook::new);
    let Ok(data) = assets::ready(bytes) else { return };
    let image = Image {
        data: Arc::new(data),
        width: Pt(100.0),
        align: Align::Left,
        alt: "Uji".into(),
        caption: Vec::new(),
        span: Span::None,
    };
    set(paper(Block::Image(image), (Face::Sans, Pt(11.0))), &FONTS, true);
}

/// What a camera says about its photo is anything.
fn exif(data: &[u8]) {
    let seed = include_bytes!("../corpus/gambar/foto.jpg");
    let mut bytes = seed[..2].to_vec();
    let said = &data[..data.len().min(60_000)];
    let long = u16::try_from(said.len() + 8).unwrap_or(u16::MAX);
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(long.to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(said);
    bytes.extend(&seed[2..]);
    shown(bytes);
}

/// A face with the sums that its tables have: with others it is refused before it is drawn.
fn with_sums(data: &[u8]) -> Vec<u8> {
    let word = |at: usize| {
        let mut word = [0; 4];
        let bytes = data.get(at..).unwrap_or_default();
        let long = bytes.len().min(4);
        word[..long].copy_from_slice(&bytes[..long]);
        u32::from_be_bytes(word)
    };
    let mut face = data.to_vec();
    let tables = usize::try_from(word(4) >> 16).unwrap_or(0);
    for record in (0..tables).map(|table| 12 + table * 16) {
        let Some(sum) = face.get_mut(record + 4..record + 8) else { break };
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let (from, long) = (place(word(record + 8)), place(word(record + 12)));
        let table = data.get(from..).unwrap_or_default();
        let table = &table[..table.len().min(long)];
        let words = table.chunks(4).map(|bytes| {
            let mut whole = [0; 4];
            whole[..bytes.len()].copy_from_slice(bytes);
            u32::from_be_bytes(whole)
        });
        let head = word(record) == u32::from_be_bytes(*b"head");
        let apart = if head { word(from.saturating_add(8)) } else { 0 };
        let all = words.fold(0_u32, u32::wrapping_add).wrapping_sub(apart);
        sum.copy_from_slice(&all.to_be_bytes());
    }
    face
}

/// A face is anything.
fn face(data: &[u8]) {
    let own = vec![("Uji".to_owned(), with_sums(data))];
    let Ok(fonts) = FontBook::with_own(own) else { return };
    let text = "Abac \u{628}\u{633}\u{645} ffi a\u{301}";
    let words = Block::Paragraph(Paragraph::plain(StyleName::Isi, text));
    set(paper(words, (Face::Own(0), Pt(11.0))), &fonts, true);
}

/// A workspace with figures, as a person would open it.
static FIGURES: LazyLock<Vec<(FilePath, Vec<u8>)>> = LazyLock::new(|| {
    let root = Path::new(super::ROOT).join("fixtures/kutai-timur");
    let disk = Disk::new(root);
    let paths = naskah::files::tree(&disk, &FilePath::HERE);
    let wanted = paths.into_iter().filter(|path| !path.starts_with("keluaran/"));
    wanted.filter_map(|path| Some((path.clone(), disk.read(&path).ok()?))).collect()
});

fn figures() -> Memory {
    FIGURES.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

/// The same with one quarter of a few services, which is read soon, and many times.
static FEW: LazyLock<Vec<(FilePath, Vec<u8>)>> = LazyLock::new(|| {
    const SERVICES: usize = 6;
    let few = |(path, bytes): &(FilePath, Vec<u8>)| {
        if !path.starts_with("data/capaian/") {
            return Some((path.clone(), bytes.clone()));
        }
        let part = "\n[[layanan]]";
        let text = String::from_utf8_lossy(bytes);
        let mut parts: Vec<_> = text.split(part).collect();
        let of_dinkes =
            parts.split_off(1).into_iter().filter(|p| p.contains("\"dinkes\""));
        parts.extend(of_dinkes.take(SERVICES));
        let parts = parts.join(part);
        path.ends_with("2024-tw4.toml").then(|| (path.clone(), parts.into_bytes()))
    };
    FIGURES.iter().filter_map(few).collect()
});

fn few() -> Memory {
    FEW.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

fn planned(memory: &Memory, name: &str, bytes: Vec<u8>, periode: Option<&str>) {
    let inbox = Memory::new();
    inbox.put(name, bytes);
    let wish = ImportWish {
        places: vec![Place::below(inbox, name)],
        periode: periode.map(str::to_owned),
        opd: None,
    };
    let desk = Desk::new(memory.clone(), Lang::Id);
    let plan = desk.import_plan(&wish);
    let said = !plan.answer.problems.is_empty() || plan.answer.value.is_some();
    assert!(said, "nothing was said");
    if plan.changes() {
        let done = desk.import_apply(plan);
        let faults = done.problems.iter().filter(|told| told.code == "NSK0901");
        assert_eq!(faults.count(), 0);
    }
}

/// A list of figures that an office sent is anything.
fn import(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else { return };
    let (name, bytes) = match choice % 4 {
        0 => ("kiriman.csv", bytes.to_vec()),
        1 => ("kiriman.xlsx", parts::xlsx(bytes)),
        2 => ("kiriman.ods", parts::ods(bytes)),
        _ => {
            ("kiriman.xlsx", parts::xlsx(&parts::cells(&String::from_utf8_lossy(bytes))))
        }
    };
    let periode = (choice & 4 == 0).then_some("2024-tw4");
    planned(&few(), name, bytes, periode);
}

/// The worksheet of an office, as it was handed out.
static HANDED_OUT: LazyLock<(String, Vec<u8>)> = LazyLock::new(|| {
    let memory = few();
    let wish = WorksheetsWish {
        periode: "2025-tw1".parse().ok(),
        opd: vec!["dinkes".into()],
        ..WorksheetsWish::default()
    };
    let made = Desk::new(memory.clone(), Lang::Id).worksheets(wish);
    let name = made.value.expect("a worksheet").sheets[0].nama.clone();
    let path = FilePath::from(format!("lembar-kerja/{name}"));
    (name, memory.read(&path).expect("it was written"))
});

/// What an office writes into its worksheet is anything: lines `sheet!cell=text`.
fn worksheet(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (name, bytes) = &*HANDED_OUT;
    let filled = parts::filled_in(bytes, &text);
    planned(&few(), name, filled, None);
}
