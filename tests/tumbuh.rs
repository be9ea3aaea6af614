//! Ten times the input costs about ten times the work: instructions are counted, because a clock
//! also measures what else the machine does.

use std::process::Command;

use crate::kit::Desk;

/// What may grow with the input: a template's body, a file of the data, a workbook of it, or the
/// pictures that a body names.
enum Input {
    Body(fn(usize) -> String),
    File(&'static str, fn(usize) -> String),
    Workbook(&'static str, fn(usize) -> Vec<u8>),
    Pictures(fn(usize) -> Vec<u8>),
}

/// The XLSX of a list of names with as many rows, and what stands behind its rows.
fn workbook(rows: usize, behind: &str) -> Vec<u8> {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = each(rows, "", |i| {
        format!("<row>{}<c><v>{i}</v></c></row>", cell(&format!("Orang {i}")))
    });
    let head = format!("<row>{}{}</row>", cell("nama"), cell("jumlah"));
    let sheet =
        format!("<worksheet><sheetData>{head}{rows}</sheetData>{behind}</worksheet>");
    crate::acak::parts::xlsx(sheet.as_bytes())
}

/// Work that grows with the square of the input makes it a hundred; sorting a little over ten.
const MOST: f64 = 20.0;

fn each(count: usize, between: &str, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(between)
}

/// A test for each construct: what grows, and how many of it the smaller input has.
macro_rules! linear {
    ($($construct:ident: $input:expr, $count:expr;)+) => {
        $(
            #[test]
            #[cfg_attr(
                not(juri_valgrind),
                ignore = "valgrind is missing: tests/juri/pasang"
            )]
            fn $construct() {
                grows_no_faster(&$input, $count);
            }
        )+
    };
}

linear! {
    words_of_one_line_that_must_not_wrap: Input::Body(|n| {
        let words = each(n, " ", |i| format!("kata{i}"));
        format!(":::satu-baris {{ukuran=14}}\n{words}\n:::\n")
    }), 60;
    words_of_a_kop: Input::Body(|n| {
        let words = each(n, " ", |i| format!("kata{i}"));
        format!(":::kop {{baris=\"{words}\"}}\n:::\n")
    }), 60;
    words_of_a_paragraph: Input::Body(|n| each(n, " ", |i| format!("kata{i}"))), 300;
    one_word_without_an_end: Input::Body(|n| "kata".repeat(n)), 300;
    values_of_a_template: Input::Body(|n| {
        format!("{{% for i in range({n}) %}}{{{{ i }}}} {{% endfor %}}")
    }), 150;
    tags_of_one_line: Input::Body(|n| each(n, " ", |_| "{{ [rakor.nama][0] }}".into())), 80;
    mistakes_of_one_line: Input::Body(|n| each(n, " ", |_| "{{ tidak.ada }}".into())), 60;
    values_of_the_data: Input::Body(|n| {
        format!("{{% for i in range({n}) %}}{{{{ rakor.nama }}}} {{% endfor %}}")
    }), 150;
    paragraphs: Input::Body(|n| each(n, "\n\n", |i| format!("alinea {i}"))), 60;
    items_of_a_list: Input::Body(|n| each(n, "\n", |i| format!("{}. butir", i + 1))), 60;
    rows_of_a_table: Input::Body(|n| {
        format!("| a | b |\n|---|---|\n{}", each(n, "\n", |i| format!("| x{i} | y |")))
    }), 40;
    signs_that_begin_no_tag: Input::Body(|n| "{ % {# ".repeat(n)), 1000;
    attributes: Input::Body(|n| {
        let all = each(n, " ", |i| format!("label=\"l{i}\" isi=\"i{i}\""));
        format!(":::rincian {{{all}}}\n:::\n")
    }), 40;
    links: Input::Body(|n| {
        each(n, "\n\n", |i| format!("[a{i}](https://contoh.go.id/{i})"))
    }), 60;
    notes: Input::Body(|n| {
        let notes = each(n, "\n\n", |i| format!("[^{i}]: catatan"));
        format!("{}\n\n{notes}", each(n, "\n\n", |i| format!("kata[^{i}]")))
    }), 30;
    headings: Input::Body(|n| each(n, "\n\n", |i| format!("# bab {i}"))), 40;
    macros: Input::Body(|n| {
        each(n, "\n", |i| {
            format!("{{% macro m{i}() %}}x{{% endmacro %}}{{{{ m{i}() }}}}")
        })
    }), 40;
    rows_of_a_free_list: Input::File("data/honor.csv", |n| {
        format!("nama;jumlah\n{}", each(n, "\n", |i| format!("Orang {i};{i}")))
    }), 300;
    rows_behind_a_quote_that_stays_open: Input::File("data/honor.csv", |n| {
        format!("nama;jumlah\n\"Orang;1\n{}", each(n, "\n", |i| format!("Orang {i};{i}")))
    }), 300;
    rows_of_a_sheet: Input::Workbook("data/honor.xlsx", |n| workbook(n, "")), 150;
    merged_cells_of_a_sheet: Input::Workbook("data/honor.xlsx", |n| {
        let merge = |i: usize| format!("<mergeCell ref=\"A{}:A{}\"/>", 2 * i, 2 * i + 1);
        let merges = (1..=n).map(merge).collect::<String>();
        workbook(2 * n, &format!("<mergeCells>{merges}</mergeCells>"))
    }), 80;
    elements_of_a_sheet_that_nobody_reads: Input::Workbook("data/honor.xlsx", |n| {
        workbook(10, &"<x><y>a</y></x>".repeat(n))
    }), 1000;
    pictures_of_a_paper: Input::Pictures(|n| {
        // Each is another one: what stands behind its end is not looked at.
        let photo = include_bytes!("../fuzz/corpus/gambar/foto.jpg").to_vec();
        [photo, n.to_string().into_bytes()].concat()
    }), 40;
    people: Input::File("data/peserta.csv", |n| {
        let names = ["Ani", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita"];
        let name = |i: usize| format!("{} {} K{i}", names[i % 7], names[i / 7 % 7]);
        format!(
            "nama;jabatan;instansi\n{}\n",
            each(n, "\n", |i| format!("{};Staf;Dinas Kesehatan", name(i)))
        )
    }), 60;
    unknown_columns: Input::File("data/peserta.csv", |n| {
        let heads = each(n, ";", |i| format!("kolom{i}"));
        format!("nama;instansi;{heads}\nAni;Dinas;{}\n", vec!["1"; n].join(";"))
    }), 150;
    unknown_keys: Input::File("data/opd.toml", |n| {
        let keys = each(n, "\n", |i| format!("kunci{i} = 1"));
        format!("[[opd]]\nid = \"dinkes\"\nnama = \"Dinas Kesehatan\"\n{keys}\n")
    }), 150;
    services_that_are_none: Input::File("data/capaian/2024-tw1.csv", |n| {
        let rows = each(n, "\n", |i| format!("XX-{i};dinkes;10;5"));
        format!("kode;opd;sasaran;terlayani\n{rows}\n")
    }), 150;
}

/// The instructions that it takes to make the paper of a template, or to read the data.
fn instructions(input: &Input, count: usize) -> f64 {
    let desk = Desk::with_fixture("minimal");
    let manifest =
        "judul = \"Uji\"\nketerangan = \"Uji\"\nbentuk = \"surat\"\nper = \"satu\"\n";
    desk.write("kerja/templates/uji/template.toml", manifest);
    // A letter that is drawn in is laid out a few times more, whatever its length.
    desk.write("kerja/data/surat.toml", "[uji]\nmuat = \"bebas\"\n");
    let body = match input {
        Input::Body(make) => make(count),
        Input::File(path, make) => {
            desk.write(&format!("kerja/{path}"), &make(count));
            String::from("Isi.")
        }
        Input::Workbook(path, make) => {
            std::fs::write(desk.path(&format!("kerja/{path}")), make(count)).unwrap();
            String::from("Isi.")
        }
        Input::Pictures(make) => {
            std::fs::create_dir_all(desk.path("kerja/aset")).unwrap();
            let picture = |i: usize| {
                let path = desk.path(&format!("kerja/aset/foto{i}.jpg"));
                std::fs::write(path, make(i)).unwrap();
                format!("![Foto {i}](aset/foto{i}.jpg)")
            };
            each(count, "\n\n", picture)
        }
    };
    desk.write("kerja/templates/uji/isi.md", &body);
    let output = Command::new(env!("JURI_VALGRIND"))
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(env!("CARGO_BIN_EXE_naskah"))
        .args(["build", "kerja", "uji"])
        .current_dir(desk.folder())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().find_map(|line| line.split_once("I   refs:"));
    let (_, figure) = line.unwrap_or_else(|| panic!("{said}"));
    figure.trim().replace(',', "").parse().unwrap()
}

fn grows_no_faster(input: &Input, count: usize) {
    let [none, some, more] =
        [1, count, 10 * count].map(|count| instructions(input, count));
    let growth = (more - none) / (some - none).max(1.0);
    assert!(growth < MOST, "{growth:.1} times the instructions for ten times the input");
}
