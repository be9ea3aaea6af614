//! What says that there is nothing, by field and by reader: TOML, CSV, XLSX, ODS and a worksheet
//! that comes back mean the same by the same word, or refuse it alike.

use naskah::diag::Problems;
use naskah::files::Memory;
use naskah::source::SourceMap;
use naskah::spm::{LayananCapaian, Reported};
use naskah::workspace;

use super::{Office, TW1, fill, text};
use crate::daftar::{self, OdsSheet};

/// Words of people, and what each field means by it: nothing said, nihil, a number or text, or
/// refused. The order is that of [`FIELDS`].
const MEANT: [(&str, [&str; 7]); 12] = [
    ("", ["", "", "", "", "", "", ""]),
    ("nihil", ["nihil", "!", "!", "!", "!", "nihil", ""]),
    ("Nihil.", ["nihil", "!", "!", "!", "!", "nihil", ""]),
    ("(NIHIL)", ["nihil", "!", "!", "!", "!", "nihil", ""]),
    ("-", ["!", "!", "!", "!", "!", "nihil", ""]),
    ("–", ["!", "!", "!", "!", "!", "nihil", ""]),
    ("tidak ada", ["!", "!", "!", "!", "!", "nihil", ""]),
    ("N/A", ["!", "!", "!", "!", "!", "nihil", ""]),
    ("0", ["0", "0", "0", "0", "0", "0", "0"]),
    ("0,0", ["0", "0", "0", "0", "0", "0,0", "0,0"]),
    ("12", ["12", "12", "12", "12", "12", "12", "12"]),
    ("dua belas", ["!", "!", "!", "!", "!", "dua belas", "dua belas"]),
];

/// The fields with their cells in the worksheet of the first service.
const FIELDS: [(&str, &str, &str); 7] = [
    ("sasaran", "Penerima", "G6"),
    ("terlayani", "Penerima", "H6"),
    ("pagu", "Anggaran", "F6"),
    ("dibutuhkan", "Mutu", "H6"),
    ("terpenuhi", "Mutu", "I6"),
    ("permasalahan", "Permasalahan", "D6"),
    ("pic", "Permasalahan", "G6"),
];

const SERVICE: &str = "PEND-1";
const ITEM: &str = "Buku gambar";

fn of_item(field: &str) -> bool {
    matches!(field, "dibutuhkan" | "terpenuhi")
}

/// Heads and one row, in which `field` is `word` and all else is there.
fn row<'a>(field: &'a str, word: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let (mut heads, mut values) = if of_item(field) {
        (vec!["kode", "nama", "satuan"], vec![SERVICE, ITEM, "Buku"])
    } else {
        (vec!["kode", "opd"], vec![SERVICE, "disdikbud"])
    };
    heads.push(field);
    values.push(word);
    (heads, values)
}

/// What a file of figures says of the field of the service; "!" where it is refused.
fn read(name: &str, bytes: &[u8], field: &str) -> String {
    let memory = Memory::new();
    memory.put(
        "naskah.toml",
        "[daerah]\nnama = \"Kabupaten Contoh\"\nibu_kota = \"Contoh\"\n\
         [instansi]\nnama = \"Sekretariat Daerah\"\n"
            .as_bytes(),
    );
    // Items stand in a CSV of their own.
    let apart = of_item(field) && name == "csv";
    if apart {
        let services = format!("kode;opd\n{SERVICE};disdikbud\n");
        memory.put("data/capaian/2025-tw1.csv", services.into_bytes());
    }
    let items = if apart { "-mutu" } else { "" };
    memory.put(format!("data/capaian/2025-tw1{items}.{name}"), bytes);
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let found = workspace::load(memory, &mut sources, &mut problems).unwrap();
    if problems.has_errors() {
        return "!".to_owned();
    }
    let service = found.capaian.values().flatten().next();
    service.map_or_else(String::new, |service| shown(&service.value, field))
}

fn shown(service: &LayananCapaian, field: &str) -> String {
    fn said<V>(value: &Reported<V>, print: impl Fn(&V) -> String) -> String {
        match value {
            Reported::Missing => String::new(),
            Reported::Nihil => "nihil".to_owned(),
            Reported::Value(value) => print(value),
        }
    }
    let item = service.mutu.first();
    match field {
        "sasaran" => said(&service.sasaran, ToString::to_string),
        "terlayani" => said(&service.terlayani, ToString::to_string),
        "pagu" => said(&service.pagu, ToString::to_string),
        "dibutuhkan" => {
            item.map_or_else(String::new, |i| said(&i.dibutuhkan, ToString::to_string))
        }
        "terpenuhi" => {
            item.map_or_else(String::new, |i| said(&i.terpenuhi, ToString::to_string))
        }
        "permasalahan" => said(&service.permasalahan, |texts| texts.join("; ")),
        _ => service.pic.clone().unwrap_or_default(),
    }
}

/// In TOML nothing is said by not writing it.
fn toml(field: &str, word: &str) -> String {
    let value = match (field, word) {
        (_, "") => String::new(),
        ("permasalahan", _) => format!("{field} = [\"{word}\"]\n"),
        _ => format!("{field} = \"{word}\"\n"),
    };
    let item = if of_item(field) {
        format!("[[layanan.mutu]]\nnama = \"{ITEM}\"\n")
    } else {
        String::new()
    };
    format!(
        "tahun = 2025\ntriwulan = 1\n[[layanan]]\nkode = \"{SERVICE}\"\nopd = \"disdikbud\"\n{item}{value}"
    )
}

fn csv(field: &str, word: &str) -> String {
    let (heads, values) = row(field, word);
    format!("{}\n{}\n", heads.join(";"), values.join(";"))
}

/// The sheets of a workbook: the services, and the items if one is asked for.
fn sheets<'a>(
    field: &'a str,
    word: &'a str,
) -> Vec<(&'static str, Vec<&'a str>, Vec<&'a str>)> {
    let (heads, values) = row(field, word);
    if of_item(field) {
        let services = ("capaian", vec!["kode", "opd"], vec![SERVICE, "disdikbud"]);
        vec![services, ("mutu", heads, values)]
    } else {
        vec![("capaian", heads, values)]
    }
}

fn xlsx(field: &str, word: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, heads, values) in sheets(field, word) {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, (head, value)) in (0..).zip(heads.into_iter().zip(values)) {
            sheet.write_string(0, column, head).unwrap();
            if !value.is_empty() {
                sheet.write_string(1, column, value).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn ods(field: &str, word: &str) -> Vec<u8> {
    const TEXT: &str = "office:value-type=\"string\"";
    let kind = |value: &str| if value.is_empty() { "" } else { TEXT };
    let all = sheets(field, word);
    let mut tables: Vec<OdsSheet<'_>> = Vec::new();
    for (name, heads, values) in all {
        let row = |row: Vec<_>| row.into_iter().map(|v| (kind(v), v)).collect();
        tables.push((name, vec![row(heads), row(values)]));
    }
    daftar::ods_of(&tables)
}

#[test]
fn the_same_word_means_the_same_in_every_reader() {
    let office = Office::new(TW1);
    let handed_out = std::fs::read(office.book("disdikbud")).unwrap();
    let mut wrong = Vec::new();
    for (word, all) in MEANT {
        for ((field, sheet, cell), meant) in FIELDS.into_iter().zip(all) {
            let back = office.book("disdikbud");
            std::fs::write(&back, &handed_out).unwrap();
            if !word.is_empty() {
                fill(&back, &[(sheet, cell, text(word))]);
            }
            let worksheet = match office.baca(&back).0 {
                None => "!".to_owned(),
                Some(read) => {
                    let service =
                        read.import.layanan.iter().find(|l| l.kode.value == SERVICE);
                    let content = service.and_then(|service| {
                        if of_item(field) {
                            service.mutu.first().map(|item| &item.content)
                        } else {
                            Some(&service.content)
                        }
                    });
                    content.map_or_else(String::new, |content| {
                        super::said_of(content, field)
                    })
                }
            };
            for (reader, said) in [
                ("toml", read("toml", toml(field, word).as_bytes(), field)),
                ("csv", read("csv", csv(field, word).as_bytes(), field)),
                ("xlsx", read("xlsx", &xlsx(field, word), field)),
                ("ods", read("ods", &ods(field, word), field)),
                ("lembar kerja", worksheet),
            ] {
                if said != meant {
                    wrong.push(format!(
                        "{reader}: {field} `{word}` is `{said}`, not `{meant}`"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
