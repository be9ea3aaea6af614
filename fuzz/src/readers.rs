//! Everything that reads what other people and programs wrote, each as a function of bytes:
//! whatever they are there is an answer, soon and in little memory. libFuzzer calls these with
//! what it finds, `tests/acak.rs` with the corpora and with changes of them.

use std::path::Path;
use std::sync::LazyLock;

use naskah::bahasa::rupiah::parse_rupiah;
use naskah::bahasa::{format_decimal, parse_count, parse_date, parse_number, parse_time};
use naskah::diag::Lang;
use naskah::files::{Disk, FilePath, Files, Memory, Place};
use naskah::pipeline::Desk;
use naskah::pipeline::desk::{ImportWish, PreviewForm, PreviewWish, WorksheetsWish};
use naskah::workspace::probe;

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

const SETTINGS: &[u8] = include_bytes!("../../fixtures/minimal/naskah.toml");
const MEETING: &[u8] = include_bytes!("../../fixtures/minimal/data/rakor.toml");
const MANIFEST: &str =
    "judul = \"Uji\"\nketerangan = \"Uji\"\nbentuk = \"surat\"\nper = \"satu\"\n";

/// The smallest workspace, with a template of its own.
fn desk() -> Memory {
    [
        ("naskah.toml", SETTINGS.to_vec()),
        ("data/rakor.toml", MEETING.to_vec()),
        ("templates/uji/template.toml", MANIFEST.into()),
        ("templates/uji/isi.md", b"Isi.\n".to_vec()),
    ]
    .into_iter()
    .collect()
}

/// Makes the paper of the template.
fn made(memory: &Memory, form: PreviewForm) {
    let wish = PreviewWish { template: "uji".into(), subject: None, form, to: None };
    let answer = Desk::new(memory.clone(), Lang::Id).preview(&wish);
    assert!(answer.value.is_some() || !answer.problems.is_empty(), "nothing was said");
    for told in answer.problems {
        assert!(told.code != "NSK0901", "a fault of the program: {}", told.draw(false));
    }
}

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
    let memory = desk();
    memory.put(file, bytes.to_vec());
    made(&memory, PreviewForm::Pdf);
}

/// A template is anything.
fn template(data: &[u8]) {
    let Some((form, bytes)) = chosen(data, &[PreviewForm::Pdf, PreviewForm::Docx]) else {
        return;
    };
    let memory = desk();
    memory.put("templates/uji/isi.md", bytes.to_vec());
    made(&memory, form);
}

/// A filled template is anything.
fn markup(data: &[u8]) {
    let Some((form, bytes)) = chosen(data, &[PreviewForm::Pdf, PreviewForm::Docx]) else {
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    let text = text.replace("{{", "{").replace("{%", "{").replace("{#", "{");
    let memory = desk();
    memory.put("templates/uji/isi.md", text.into_bytes());
    made(&memory, form);
}

const SHOWN: &str = ":::gambar {berkas=\"aset/g.png\" lebar=40}\n:::\n";

/// A picture is anything. Sums of a PNG are made right, so that what is summed is read.
fn picture(data: &[u8]) {
    let mut bytes = data.to_vec();
    parts::mend_png(&mut bytes);
    shown(bytes);
}

fn shown(bytes: Vec<u8>) {
    let memory = desk();
    memory.put("aset/g.png", bytes);
    memory.put("templates/uji/isi.md", SHOWN.as_bytes().to_vec());
    made(&memory, PreviewForm::Pdf);
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

/// A face is anything.
fn face(data: &[u8]) {
    let memory = desk();
    memory.put("aset/huruf/uji.ttf", data.to_vec());
    let mut settings = SETTINGS.to_vec();
    settings.extend(b"\n[profil]\nhuruf = \"Uji\"\n");
    memory.put("naskah.toml", settings);
    let text = "Abac \u{628}\u{633}\u{645} ffi **tebal** _miring_ a\u{301}\n";
    memory.put("templates/uji/isi.md", text.as_bytes().to_vec());
    made(&memory, PreviewForm::Pdf);
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
    planned(&figures(), name, bytes, periode);
}

/// The worksheet of an office, as it was handed out.
static HANDED_OUT: LazyLock<(String, Vec<u8>)> = LazyLock::new(|| {
    let memory = figures();
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
    planned(&figures(), name, filled, None);
}
