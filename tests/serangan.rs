//! Templates and files that would take a machine down are refused with their place.

mod lembar;
mod nilai;

use crate::kit::Desk;

fn told(body: &str) -> String {
    let desk = Desk::with_example("kutai-timur");
    let manifest =
        "judul = \"Uji\"\nketerangan = \"Uji\"\nbentuk = \"surat\"\nper = \"satu\"\n";
    desk.write("kerja/templates/uji/template.toml", manifest);
    desk.write("kerja/templates/uji/isi.md", body);
    desk.run(&["build", "kerja", "uji"]).code(1).stderr()
}

#[track_caller]
fn refused(body: &str, code: &str) {
    let told = told(body);
    assert!(told.contains(code), "{told}");
    assert!(told.contains("--> templates/uji/isi.md:"), "{told}");
}

#[test]
fn text_without_end_is_stopped() {
    for body in [
        "{% set ns = namespace(s=\"x\") %}{% for i in range(40) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}",
        "{% set s = range(90000) | join(\"y\" * 900) %}{{ s | replace(\"y\", s) | length }}",
        "{{ (range(90000) | join(\"\\n\")) | indent(90000) }}",
        "{{ (\"a,\" * 900000) | split(\",\") | join(\"b\" * 9000) }}",
        "{{ [1] | batch(900000000, 0) | list }}",
        "{{ \"%900000000d\" | format(1) }}",
        "{% macro d(s) %}{{ s }}{{ s }}{% endmacro %}{% set ns = namespace(s=\"x\") %}{% for i in range(40) %}{% set ns.s = d(ns.s) %}{% endfor %}",
    ] {
        refused(body, "NSK0605");
    }
    let literal = "kata ".repeat(2_000);
    let body = format!(
        "{{% set a %}}{{% for i in range(90000) %}}{literal}{{% endfor %}}{{% endset %}}{{{{ a }}}}"
    );
    refused(&body, "NSK0605");
}

#[test]
fn expressions_that_end_no_stack_are_told() {
    for expression in [
        "not ".repeat(26_000) + "true",
        vec!["1"; 26_000].join("+"),
        vec!["a"; 26_000].join("."),
        "a".to_owned() + &"|upper".repeat(26_000),
        "a".to_owned() + &"[0]".repeat(26_000),
        "-".repeat(26_000) + "1",
    ] {
        refused(&format!("{{{{ {expression} }}}}"), "NSK0630");
    }
    let many = "{% elif false %}".repeat(5_000);
    refused(&format!("{{% if false %}}{many}{{% endif %}}"), "NSK0630");
}

#[test]
fn markup_nested_too_deep_is_told() {
    let lists: String = (0..1_200).map(|n| "  ".repeat(n) + "- a\n").collect();
    for body in [
        lists,
        ">".repeat(3_000) + " a",
        "*".repeat(12_000) + "a",
        "![".repeat(5_000),
        "1. ".repeat(2_000) + "a",
        ":::kolom\n".repeat(200),
    ] {
        refused(&body, "NSK0709");
    }
}

/// Each is a few megabytes of text that would be gigabytes of pages.
#[test]
fn more_than_a_paper_holds_is_told() {
    for (one, count) in [("a\n\n", 90_000), ("- a\n", 90_000), ("a|b|c|d\n", 90_000)] {
        let body = format!("{{% for i in range({count}) %}}{one}{{% endfor %}}");
        refused(&body, "NSK0709");
    }
    let words = "kata ".repeat(1_000);
    refused(&format!("{{% for i in range(4000) %}}{words}{{% endfor %}}"), "NSK0709");
}

#[test]
fn a_count_that_a_workbook_forges_takes_no_room() {
    use crate::kit::package::{pack, parts};
    use rust_xlsxwriter::Workbook;
    let desk = Desk::with_example("kutai-timur");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, text) in (0..).zip(["nama", "Budi", "Siti"]) {
        sheet.write_string(row, 0, text).unwrap();
    }
    let mut all = parts(&book.save_to_buffer().unwrap());
    for (name, bytes) in &mut all {
        if name.ends_with("sharedStrings.xml") {
            let text = String::from_utf8_lossy(bytes);
            let forged = text.replace("uniqueCount=\"3\"", "uniqueCount=\"4294967295\"");
            assert_ne!(text, forged);
            *bytes = forged.into_bytes();
        }
    }
    pack(&desk.path("kerja/data/tamu.xlsx"), &all);
    let told = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(told.contains("NSK0118") && told.contains("tamu.xlsx"), "{told}");
}

/// A cell whose name counts past every number: letters and digits that no sheet has.
#[test]
fn a_cell_outside_of_every_sheet_is_refused() {
    use crate::kit::package::{pack, parts};
    let book = {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "nama").unwrap();
        sheet.write_string(1, 0, "Ani").unwrap();
        book.save_to_buffer().unwrap()
    };
    for place in ["ZZZZZZZZZZ2", "AAAA2", "A99999999999"] {
        let desk = Desk::with_example("kutai-timur");
        let mut all = parts(&book);
        let sheet =
            all.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
        let text = String::from_utf8(sheet.1.clone()).unwrap();
        assert!(text.contains("r=\"A2\""), "{text}");
        sheet.1 = text.replace("r=\"A2\"", &format!("r=\"{place}\"")).into_bytes();
        pack(&desk.path("kerja/data/tamu.xlsx"), &all);
        let told = desk.run(&["check", "kerja"]).code(1).stderr();
        assert!(told.contains("NSK0118") && told.contains("tamu.xlsx"), "{told}");
    }
}

/// Cells that hold another thing than they say, and two in one place: readers take one of them, or
/// none, without a word.
#[test]
fn cells_that_readers_pass_over_are_refused() {
    use crate::kit::package::{pack, parts};
    let book = {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "nama").unwrap();
        sheet.write_string(1, 0, "Ani").unwrap();
        book.save_to_buffer().unwrap()
    };
    let cell = r#"<c r="A2" t="s"><v>1</v></c>"#;
    let twice = format!("{cell}{cell}");
    let rows = format!(r#"</sheetData><sheetData><row r="3">{cell}</row></sheetData>"#);
    let desk = Desk::with_example("kutai-timur");
    for (old, new, code) in [
        (cell, twice.as_str(), "NSK0118"),
        (cell, r#"<c r="A2" t="inlineStr"><v>Ani</v></c>"#, "NSK0118"),
        (cell, r#"<c r="A2" t="str"><is><t>Ani</t></is></c>"#, "NSK0118"),
        (cell, r#"<c r="A2" t="s"><v>-1</v></c>"#, "NSK0118"),
        (cell, r#"<c r="A2"><v>1e999</v></c>"#, "NSK0123"),
        ("</sheetData>", rows.as_str(), "NSK0118"),
    ] {
        let mut all = parts(&book);
        let sheet =
            all.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
        let text = String::from_utf8(sheet.1.clone()).unwrap();
        assert!(text.contains(old), "{text}");
        sheet.1 = text.replace(old, new).into_bytes();
        pack(&desk.path("kerja/data/peserta.xlsx"), &all);
        let _ = std::fs::remove_file(desk.path("kerja/data/peserta.csv"));
        let told = desk.run(&["check", "kerja"]).code(1).stderr();
        assert!(told.contains(code) && told.contains("peserta.xlsx"), "{new}: {told}");
    }
}

/// The bytes of an ODS that holds these rows.
fn ods(rows: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("mimetype", options).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    zip.start_file("content.xml", options).unwrap();
    let spaces = ["office", "table", "text"].map(|name| {
        format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"")
    });
    let spaces = spaces.join(" ");
    write!(
        zip,
        "<office:document-content {spaces}><office:body><office:spreadsheet>\
         <table:table table:name=\"tamu\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    )
    .unwrap();
    zip.finish().unwrap().into_inner()
}

/// A table inside a cell: no program shows its rows, and nothing would read them.
#[test]
fn a_table_inside_a_cell_is_refused() {
    let desk = Desk::with_fixture("minimal");
    let inner = repeated(1, 1, "<text:p>Ani Contoh</text:p>");
    let cell = format!("<table:table table:name=\"dalam\">{inner}</table:table>");
    let rows = repeated(1, 1, "<text:p>nama</text:p>") + &repeated(1, 1, &cell);
    std::fs::write(desk.path("kerja/data/tamu.ods"), ods(&rows)).unwrap();
    let told = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(told.contains("NSK0118") && told.contains("tamu.ods"), "{told}");
}

/// A row, so often, of a cell, so often.
fn repeated(rows: u64, columns: u64, text: &str) -> String {
    format!(
        "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
         table:number-columns-repeated=\"{columns}\" office:value-type=\"string\">\
         {text}</table:table-cell></table:table-row>"
    )
}

/// What a child process may take, where the shell can say so.
#[cfg(target_os = "linux")]
#[track_caller]
fn refused_in_little_memory(file: &str, bytes: &[u8], code: &str) {
    let desk = Desk::with_fixture("minimal");
    std::fs::write(desk.path(&format!("kerja/data/{file}")), bytes).unwrap();
    let limited = "ulimit -v 1048576; exec \"$0\" check kerja";
    let ran = std::process::Command::new("sh")
        .args(["-c", limited, env!("CARGO_BIN_EXE_naskah")])
        .env("RAYON_NUM_THREADS", "1")
        .current_dir(desk.folder())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    // What cannot be read at all ends with 3.
    assert!(matches!(ran.status.code(), Some(1 | 3)), "{file}: {said}");
    assert!(said.contains(code) && said.contains(file), "{file}: {said}");
}

#[cfg(target_os = "linux")]
#[test]
fn sheets_that_say_little_often_are_refused_in_little_memory() {
    let long = format!("<text:p>{}</text:p>", "x".repeat(30_000));
    let head = repeated(1, 1, "<text:p>nama</text:p>");
    for rows in [
        repeated(1_048_576, 16_384, "<text:p>x</text:p>"),
        repeated(u64::from(u32::MAX), u64::from(u32::MAX), "<text:p>x</text:p>"),
        repeated(1, 20_000, "<text:p>x</text:p>"),
        repeated(300_000, 1, &long),
        repeated(
            1,
            1,
            &format!(
                "<text:p>a{}b</text:p>",
                "<text:s text:c=\"1000\"/>".repeat(200_000)
            ),
        ),
        repeated(1, 1, &format!("<text:p>a{}b</text:p>", "<text:tab/>".repeat(300_000))),
        repeated(1, 1, &"<text:p>a</text:p>".repeat(300_000)),
    ] {
        refused_in_little_memory("tamu.ods", &ods(&(head.clone() + &rows)), "NSK0118");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn lists_that_nobody_types_are_refused_in_little_memory() {
    for list in [
        format!("nama;jumlah\n{}\n", "x".repeat(20_000_000)),
        format!("nama;jumlah\nAni{}\n", ";".repeat(3_000_000)),
        format!("nama;jumlah\n\"Ani;1\n{}", "Budi;2\n".repeat(700_000)),
    ] {
        refused_in_little_memory("tamu.csv", list.as_bytes(), "NSK0115");
    }
}

/// Each of so many parts is wrong in some way, and each would be told.
#[cfg(target_os = "linux")]
#[test]
fn toml_that_says_little_often_is_refused_in_little_memory() {
    let keys: Vec<String> = (0..210_000).map(|n| format!("k{n}=1\n")).collect();
    let keys = keys.concat();
    for text in [
        "[[opd]]\n".repeat(400_000),
        format!("opd = [{}]\n", "{},".repeat(900_000)),
        format!("[[opd]]\nid = [{}]\n", "1,".repeat(1_900_000)),
        keys,
    ] {
        refused_in_little_memory("opd.toml", text.as_bytes(), "NSK0103");
    }
}

/// What is told of a value without end is read by people.
#[test]
fn values_without_end_are_told_by_their_beginning() {
    let desk = Desk::with_fixture("minimal");
    for (text, code) in [
        (format!("{} = 1\n", "k".repeat(3_000_000)), "NSK0106"),
        (format!("[[opd]]\nid = {}\n", "9".repeat(3_000_000)), "NSK0112"),
        (format!("[[opd]]\nid = 1e{}\n", "9".repeat(3_000_000)), "NSK"),
        (format!("[[opd]]\nid = \"{}\"\n", "a b ".repeat(900_000)), "NSK"),
        (format!("[[opd]]\nid = \"a\"\nnama = {}\n", "x".repeat(3_000_000)), "NSK"),
    ] {
        std::fs::write(desk.path("kerja/data/opd.toml"), &text).unwrap();
        for output in ["text", "json"] {
            let ran = desk.run(&["check", "kerja", "--output", output]).code(1);
            let told = ran.stdout() + &ran.stderr();
            assert!(told.contains(code), "{told:.2000}");
            assert!(told.len() < 20_000, "{} bytes: {:.500}", told.len(), told);
        }
    }
}
