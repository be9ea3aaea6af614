//! Workbooks that no program writes, read in memory: refused, or told with their cell.

use naskah::diag::{Lang, Told};
use naskah::source::SourceMap;
use naskah::workspace::probe;

use crate::acak::parts;

/// What is told of a list of people, whose rows are these.
fn told(bytes: &[u8], name: &str) -> String {
    let (_, problems) = probe::sheet(name, "peserta", bytes);
    let mut sources = SourceMap::default();
    sources.add(name, "");
    let lines = problems.iter().map(|found| {
        let told = Told::new(found, &sources, Lang::Id);
        format!("{} {}\n", told.code, told.draw(false))
    });
    lines.collect()
}

#[track_caller]
fn says(bytes: &[u8], name: &str, wanted: &[&str]) {
    let told = told(bytes, name);
    for wanted in wanted {
        assert!(told.contains(wanted), "{wanted}:\n{told}");
    }
    assert!(!wanted.is_empty() || told.is_empty(), "{told}");
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

/// A list of one person, and what stands behind it.
fn list(behind: &str) -> String {
    let head = row(&["nama", "jabatan", "instansi"]);
    let person = row(&["Ani Wijaya", "Staf", "Dinas Kesehatan"]);
    format!("<worksheet><sheetData>{head}{person}{behind}</sheetData></worksheet>")
}

fn of(sheet: &str) -> Vec<u8> {
    parts::xlsx(sheet.as_bytes())
}

#[test]
fn a_sheet_that_ends_too_soon_is_told() {
    says(&of(&list("")), "a.xlsx", &[]);
    let whole = list(&row(&["Budi Santosa", "Staf", "Dinas Sosial"]));
    let person = whole.find("Budi").unwrap();
    for end in [whole.len() - 1, whole.len() - 12, whole.len() - 25, person, person - 20]
    {
        let wanted = ["NSK0118", "isinya terpotong (bagian `xl/worksheets/sheet1.xml`"];
        says(&of(&whole[..end]), "a.xlsx", &wanted);
    }
    let table =
        "<office:document-content><table:table table:name=\"a\"><table:table-row>";
    says(&parts::ods(table.as_bytes()), "a.ods", &["NSK0118"]);
}

#[test]
fn names_and_numbers_of_cells_are_those_of_a_sheet() {
    for behind in [
        "<row r=\"1048577\"/>",
        "<row r=\"0\"/>",
        "<row><c\tr=\"ZZZZZZZZ3\"><v>1</v></c></row>",
        "<row><c r=\"&#88;FE3\"><v>1</v></c></row>",
        "<row><c r=\"A1:B2:C3\"><v>1</v></c></row>",
    ] {
        let wanted = ["NSK0118", "di luar batas lembar"];
        says(&of(&list(behind)), "a.xlsx", &wanted);
    }
    let merges = |all: &str| {
        let merges = format!("</sheetData><mergeCells>{all}</mergeCells>");
        of(&list("").replace("</sheetData>", &merges))
    };
    says(&merges("<mergeCell ref=\"C9:A2\"/>"), "a.xlsx", &["di luar batas lembar"]);
    // One over another is no merge; a hundred thousand are nobody's.
    says(&merges("<mergeCell ref=\"E2:E9\"/><mergeCell ref=\"D3:F4\"/>"), "a.xlsx", &[]);
    let many = "<mergeCell ref=\"E2:E9\"/>".repeat(100_001);
    says(&merges(&many), "a.xlsx", &["NSK0118", "terlalu banyak"]);
}

/// Each program reads another one of two parts with one name: the list of an office would say
/// one thing in Excel and another one here.
#[test]
fn two_parts_of_one_name_are_refused() {
    use std::io::{Cursor, Write};
    let book = of(&list(""));
    let sheet = "xl/worksheets/sheet1.xml";
    for (other, before) in [
        (sheet, false),
        ("XL/Worksheets/Sheet1.xml", false),
        ("xl\\worksheets\\sheet1.xml", true),
    ] {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let plain = zip::write::SimpleFileOptions::default();
        let mut add = |name: &str, bytes: &[u8]| {
            zip.start_file(name, plain).unwrap();
            zip.write_all(bytes).unwrap();
        };
        // What writes archives refuses a second entry of one name: it is named alike afterwards.
        let stand_in: String = other.replace('h', "q").replace('H', "Q");
        let forged = list("").replace("Ani Wijaya", "Eko Prasetyo");
        if before {
            add(&stand_in, forged.as_bytes());
        }
        for (name, bytes) in crate::kit::package::parts(&book) {
            add(&name, &bytes);
        }
        if !before {
            add(&stand_in, forged.as_bytes());
        }
        let mut bytes = zip.finish().unwrap().into_inner();
        let long = stand_in.len();
        let places: Vec<usize> = bytes
            .windows(long)
            .enumerate()
            .filter_map(|(at, window)| (window == stand_in.as_bytes()).then_some(at))
            .collect();
        assert_eq!(places.len(), 2);
        for at in places {
            bytes[at..at + long].copy_from_slice(other.as_bytes());
        }
        let name = other.replace('\\', "/");
        says(&bytes, "a.xlsx", &["NSK0118", "ada dua di dalamnya"]);
        let told = told(&bytes, "a.xlsx").to_lowercase();
        assert!(told.contains(&name.to_lowercase()), "{told}");
    }
}

/// The number of a formula that cells share is no room to be made.
#[test]
fn a_forged_number_of_a_formula_takes_no_room() {
    let shared = "<f t=\"shared\" ref=\"D2:D9\" si=\"4294967295\">1+1</f><v>2</v>";
    let behind = format!("<row><c r=\"A3\">{shared}</c></row>");
    let (rows, _) = probe::sheet("a.xlsx", "bebas", &of(&list(&behind)));
    assert_eq!(rows.len(), 2);
}

#[test]
fn what_nests_or_repeats_without_end_is_refused() {
    let wanted = ["NSK0118", "terlalu banyak untuk satu daftar"];
    for behind in ["<a>".repeat(100_000), "<a/>".repeat(6_000_000)] {
        says(&of(&list(&behind)), "a.xlsx", &wanted);
    }
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let head = cell.replace('x', "nama");
    let ods = |rows: &str| {
        let table = format!(
            "<office:document-content><office:spreadsheet><table:table table:name=\"a\"><table:table-row>{head}</table:table-row>{rows}</table:table></office:spreadsheet></office:document-content>"
        );
        parts::ods(table.as_bytes())
    };
    for often in ["100000000000000000000", "4294967295", "-1", "banyak"] {
        let repeated =
            format!("<table:table-row table:number-rows-repeated=\"{often}\">");
        says(&ods(&format!("{repeated}{cell}</table:table-row>")), "a.ods", &wanted);
        // Below so many empty rows there is no row any more.
        let below = format!(
            "{repeated}</table:table-row><table:table-row>{cell}</table:table-row>"
        );
        says(&ods(&below), "a.ods", &wanted);
    }
}

/// What stands far from the list is told with its cell.
#[test]
fn a_cell_far_away_is_told() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row>";
    says(&of(&list(far)), "a.xlsx", &["NSK0136", "XFD1048576"]);
    let some = "<row r=\"3\"><c r=\"AB3\"><v>5</v></c></row><row r=\"9\"><c r=\"AC9\"><v>5</v></c></row>";
    says(&of(&list(some)), "a.xlsx", &["NSK0136", "AB3 s.d. AC9"]);
    let person = row(&["Budi Santosa", "Staf", "Dinas Sosial"]);
    let between = format!("<row><c r=\"AB3\"><v>5</v></c></row>{person}");
    says(&of(&list(&between)), "a.xlsx", &["NSK0158", "kolom AB"]);
    // Rows that are numbered for more people are a form.
    let numbered: Vec<String> = (1..9)
        .map(|n| format!("<row><c r=\"A{}\"><v>{n}</v></c></row>", n + 1))
        .collect();
    let form = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>No</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>nama</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>jabatan</t></is></c></row>";
    let person = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Ani Wijaya</t></is></c></row>";
    let rest = numbered.concat().replacen("<row><c r=\"A2\"><v>1</v></c></row>", "", 1);
    says(&of(&format!("{form}{person}{rest}</sheetData></worksheet>")), "a.xlsx", &[]);
}

/// Papers are made for each of the people of a meeting: more than come to one are refused early.
#[test]
fn more_people_than_come_to_a_meeting_are_refused() {
    use crate::kit::Desk;
    let people: Vec<String> =
        (0..10_000).map(|n| format!("Ani{n};Staf;Dinas\n")).collect();
    let people = people.concat();
    let desk = Desk::with_fixture("minimal");
    desk.write("kerja/data/peserta.csv", &format!("nama;jabatan;instansi\n{people}"));
    let told = desk.run(&["check", "kerja"]).code(1).stderr();
    let wanted = ["NSK0420", "data/peserta.csv:2002", "memuat 10.000 orang"];
    for wanted in wanted {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

/// A text that is no TOML at all, or larger than an office's, is told soon and with few words.
#[test]
fn texts_without_sense_or_end_are_told() {
    use crate::kit::Desk;
    for (text, code, wanted) in [
        ("@@@@ \n".repeat(100_000), 1, "data/opd.toml:1"),
        ("id = \"a\"\n".repeat(100_000), 1, "data/opd.toml:2"),
        ("# x\n".repeat(1_100_000), 3, "terlalu besar"),
    ] {
        let desk = Desk::with_fixture("minimal");
        desk.write("kerja/data/opd.toml", &text);
        let told = desk.run(&["check", "kerja"]).code(code).stderr();
        assert!(told.contains(wanted) && told.len() < 20_000, "{wanted}: {told}");
        // A lock of another program or a right that is wanting is not what to look for.
        assert!(!told.contains("dikunci"), "{told}");
    }
}
