//! Mistakes as civil servants make them in Excel, planted into the workbook of a kabupaten all at
//! once: each is told at its cell in one of two rounds, and nothing else is told.

use std::collections::BTreeSet;

use crate::kit::cells::{Typed, rename, type_into};
use crate::kit::desk::Desk;
use crate::kit::files;
use crate::kit::root;
use Typed::{Error, Nothing, Number, Text};

/// A code and a place of the workbook.
type Place = (String, String);

/// A mistake: the sheet, the cells that are typed over, and the code with the cell that tells it.
type Mistake = (
    &'static str,
    &'static [(&'static str, Typed<'static>)],
    (&'static str, &'static str),
);

/// Typed in one hour by somebody who knows the work and not the program.
const FIRST: &[Mistake] = &[
    ("Daerah", &[("B6", Text("Kabupatn"))], ("NSK0109", "B6")),
    ("Daerah", &[("B9", Text("wita"))], ("NSK0363", "B9")),
    ("Daerah", &[("B24", Text("ke-3"))], ("NSK0112", "B24")),
    ("Daerah", &[("B27", Text("fnal"))], ("NSK0109", "B27")),
    ("Pejabat", &[("J4", Text("Jabtan"))], ("NSK0140", "J4")),
    ("Pejabat", &[("L6", Text("sekdaa"))], ("NSK0109", "L6")),
    ("Pejabat", &[("E8", Number("197408302002122000"))], ("NSK0127", "E8")),
    ("Pejabat", &[("G9", Text("ya")), ("I9", Text("III/a"))], ("NSK0406", "I9")),
    ("Pejabat", &[("B10", Text("Sinta Masâ€™ariah"))], ("NSK0142", "B10")),
    ("OPD", &[("D6", Text("kadisdikk"))], ("NSK0201", "D6")),
    ("OPD", &[("F8", Text("trantibum"))], ("NSK0201", "F8")),
    (
        "OPD",
        &[
            ("A9", Text("dinkes")),
            ("B9", Text("Dinas Kesehatan")),
            ("F9", Text("kesehatan")),
        ],
        ("NSK0202", "A9"),
    ),
    ("Rakor", &[("B8", Number("45949"))], ("NSK0356", "B8")),
    ("Rakor", &[("B10", Nothing)], ("NSK0169", "B10")),
    ("Rakor", &[("B12", Error("#REF!"))], ("NSK0123", "B12")),
    ("Rakor", &[("B15", Text("Riwut Contoh, 0812345"))], ("NSK0414", "B15")),
    ("Sesi", &[("D6", Text("25.00"))], ("NSK0111", "D6")),
    ("Acara", &[("C5", Text("setengah jam"))], ("NSK0112", "C5")),
    ("Acara", &[("A6", Text("pembukan"))], ("NSK0164", "A6")),
    ("Acara", &[("C7", Text("60,5"))], ("NSK0108", "C7")),
    ("Acara", &[("G7", Text("birro"))], ("NSK0201", "G7")),
    ("Peserta", &[("I6", Text("pria?"))], ("NSK0109", "I6")),
    ("Peserta", &[("B10", Text("Muara Contoh, 15 Oktober 2025"))], ("NSK0136", "B10")),
    ("Undangan", &[("E5", Text("dua orang"))], ("NSK0112", "E5")),
    ("Undangan", &[("B6", Text("Yth. Kepala Dinas Pendidikan"))], ("NSK0386", "B6")),
    ("Undangan", &[("C7", Text("dinsoss"))], ("NSK0201", "C7")),
    ("Surat", &[("I5", Text("Segerra"))], ("NSK0397", "I5")),
    ("Surat", &[("L5", Text("sekd"))], ("NSK0201", "L5")),
    ("Surat", &[("A6", Text("surat-evaluasy"))], ("NSK0601", "A6")),
    ("Surat", &[("H8", Text("10/13/2025"))], ("NSK0110", "H8")),
    ("Surat", &[("X6", Number("45962"))], ("NSK0353", "X6")),
    ("Kesepakatan", &[("D5", Number("45904"))], ("NSK0354", "D5")),
    ("Capaian", &[("C7", Text("KES-33"))], ("NSK0204", "C7")),
    ("Capaian", &[("F5", Text("1.2O0"))], ("NSK0112", "F5")),
    ("Capaian", &[("I5", Number("450000"))], ("NSK0670", "I5")),
    ("Capaian", &[("G6", Number("2500"))], ("NSK0501", "G6")),
    ("Capaian", &[("F10", Text("2.28"))], ("NSK0108", "F10")),
    ("Capaian", &[("A20", Text("Jumlah")), ("F20", Number("11410"))], ("NSK0131", "A20")),
];

/// The same desk on another day: what is left out, copied from a letter, or typed as it is spoken.
const SECOND: &[Mistake] = &[
    ("Daerah", &[("B8", Nothing), ("B9", Nothing)], ("NSK0398", "B9")),
    ("Pejabat", &[("E7", Text("19840521 200312 1 01"))], ("NSK0401", "E7")),
    ("Pejabat", &[("K8", Text("plt kepala"))], ("NSK0109", "K8")),
    ("OPD", &[("B7", Nothing)], ("NSK0126", "B7")),
    ("OPD", &[("A8", Text("satpol pp"))], ("NSK0203", "A8")),
    ("Rakor", &[("A10", Text("Tmpat"))], ("NSK0162", "A10")),
    ("Rakor", &[("B9", Number("45944"))], ("NSK0307", "B9")),
    ("Sesi", &[("D6", Text("10.00 - 12.00"))], ("NSK0111", "D6")),
    ("Acara", &[("C5", Text("30 menit"))], ("NSK0112", "C5")),
    ("Acara", &[("C6", Number("20.5"))], ("NSK0108", "C6")),
    ("Acara", &[("D7", Text("11.00")), ("E7", Text("10.30"))], ("NSK0301", "E7")),
    ("Undangan", &[("E5", Text("2 (dua)"))], ("NSK0112", "E5")),
    ("Undangan", &[("C6", Text("Dinas Pendidikan"))], ("NSK0201", "C6")),
    ("Undangan", &[("G4", Text("Nmr HP")), ("G5", Text("0812"))], ("NSK0141", "G4")),
    ("Biaya", &[("A5", Text("Konsumsi")), ("B5", Text("2 x 3"))], ("NSK0112", "B5")),
    ("Surat", &[("L5", Text("Gerson Contoh"))], ("NSK0201", "L5")),
    ("Surat", &[("N6", Text("bupatti"))], ("NSK0388", "N6")),
    ("Surat", &[("Q6", Text("mungkin"))], ("NSK0108", "Q6")),
    ("Surat", &[("A9", Text("undangan")), ("F9", Number("311"))], ("NSK0165", "A9")),
    ("Kesepakatan", &[("A6", Nothing)], ("NSK0126", "A6")),
    ("Kebijakan", &[("B5", Text("rerata-persenn"))], ("NSK0109", "B5")),
    ("Bentuk", &[("B23", Text("Arail"))], ("NSK0820", "B23")),
    ("Diabaikan", &[("A5", Text("NSK999")), ("B5", Text("memang"))], ("NSK0371", "A5")),
    ("Capaian", &[("C5", Text("KES 1"))], ("NSK0204", "C5")),
    ("Capaian", &[("F6", Text("91%"))], ("NSK0112", "F6")),
    ("Capaian", &[("B7", Number("5"))], ("NSK0113", "B7")),
    ("Capaian", &[("A8", Number("2052"))], ("NSK0512", "C8")),
    ("Capaian", &[("I9", Text("810 juta lebih"))], ("NSK0112", "I9")),
    ("Capaian", &[("G10", Text("-"))], ("NSK0112", "G10")),
    (
        "Capaian",
        &[("P4", Text("Catatan TW III")), ("P9", Text("cek lagi"))],
        ("NSK0106", "P4"),
    ),
    (
        "Mutu",
        &[
            ("A5", Number("2025")),
            ("B5", Number("3")),
            ("C5", Text("KES-1")),
            ("D5", Text("Butir")),
            ("F5", Text("x")),
        ],
        ("NSK0112", "F5"),
    ),
];

/// Steps that a sheet has no place for, or that lead astray there.
const OF_TOML: [&str; 6] =
    ["[[", " = \"", "durasi = ", ".toml", "tanda kutip", "hapus kolom"];

/// The workbook with some of the mistakes.
fn planted(mistakes: &[&Mistake]) -> Desk {
    let desk = Desk::new();
    files::copy(&root().join("tests/buku_salah"), &desk.path("kerja"));
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    for (sheet, cells, _) in mistakes {
        for (cell, typed) in *cells {
            type_into(&desk.path("kerja/rakor.xlsx"), &[(sheet, cell, *typed)]);
        }
    }
    desk
}

/// All that is told, each with its place in the workbook.
#[track_caller]
fn told(desk: &Desk) -> BTreeSet<Place> {
    let report = desk.run(&["check", "kerja", "--output", "json"]).json();
    let own = report["problems"].as_array().unwrap().iter();
    let papers = report["papers"].as_array().unwrap().iter();
    let all = own.chain(papers.flat_map(|p| p["problems"].as_array().unwrap()));
    let mut told = BTreeSet::new();
    for one in all {
        let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        // The offices of the base are few: some urusan is nobody's.
        if word("code") == "NSK0213" {
            continue;
        }
        let (message, help) = (word("message"), word("help"));
        for sign in OF_TOML {
            assert!(!format!("{message} {help}").contains(sign), "{message}\n{help}");
        }
        let file = word("file");
        let sheet = file.strip_prefix("rakor.xlsx!").unwrap_or_else(|| panic!("{file}"));
        told.insert((word("code"), format!("{sheet}!{}", word("cell"))));
    }
    told
}

/// Plants all, mends what is told, and looks again; `following` is told only because of others.
#[track_caller]
fn in_two_rounds(all: &[Mistake], at_least: usize, following: &[(&str, &str)]) {
    let place = |(sheet, _, (code, cell)): &Mistake| {
        ((*code).to_owned(), format!("{sheet}!{cell}"))
    };
    let mut left: Vec<&Mistake> = all.iter().collect();
    for round in 1..=2 {
        let told = told(&planted(&left));
        let known: BTreeSet<Place> = all.iter().map(place).collect();
        let follows =
            |(code, place): &Place| following.contains(&(code.as_str(), place.as_str()));
        let other: Vec<_> =
            told.iter().filter(|p| !known.contains(*p) && !follows(p)).collect();
        assert!(other.is_empty(), "round {round}, nobody planted {other:?}");
        left.retain(|mistake| !told.contains(&place(mistake)));
        if round == 1 {
            assert!(all.len() - left.len() >= at_least, "not told first: {left:?}");
        }
    }
    assert!(left.is_empty(), "not told in two rounds: {left:?}");
}

#[test]
fn what_an_hour_in_excel_got_wrong_is_told_in_two_rounds() {
    assert!(told(&planted(&[])).is_empty());
    let following =
        [("NSK0351", "Surat!H7"), ("NSK0669", "Capaian!J5"), ("NSK0357", "Surat!X6")];
    in_two_rounds(FIRST, 35, &following);
}

#[test]
fn what_is_typed_as_it_is_spoken_is_told_in_two_rounds() {
    in_two_rounds(SECOND, 25, &[("NSK0170", "Capaian!A4")]);
}

#[test]
fn a_sheet_that_was_renamed_is_named_with_what_it_was() {
    let desk = planted(&[]);
    rename(&desk.path("kerja/rakor.xlsx"), "Hasil", "Hasil Rpat");
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(said.contains("namai kembali `Hasil`"), "{said}");
}

/// Two items of the first service.
const ITEMS: [(&str, &str, Typed); 12] = [
    ("Mutu", "A5", Number("2025")),
    ("Mutu", "B5", Number("3")),
    ("Mutu", "C5", Text("KES-1")),
    ("Mutu", "D5", Text("Butir satu")),
    ("Mutu", "F5", Number("9")),
    ("Mutu", "G5", Number("8")),
    ("Mutu", "A6", Number("2025")),
    ("Mutu", "B6", Number("3")),
    ("Mutu", "C6", Text("KES-1")),
    ("Mutu", "D6", Text("Butir dua")),
    ("Mutu", "F6", Number("9")),
    ("Mutu", "G6", Number("8")),
];

/// What one slip of the pen makes wrong elsewhere is not told there as well.
#[test]
fn one_cause_in_the_workbook_is_one_message() {
    let causes: [(&str, &str, Typed, (&str, &str)); 8] = [
        ("Capaian", "C5", Text("KES-111"), ("NSK0204", "Capaian!C5")),
        ("OPD", "A5", Text("dinkess"), ("NSK0222", "OPD!A5")),
        ("Pejabat", "A6", Text("sekdaa"), ("NSK0222", "Pejabat!A6")),
        // The name is a part of that of the other one.
        ("Pejabat", "E9", Text("19740830 200212 2 004"), ("NSK0404", "Pejabat!E9")),
        ("Capaian", "I5", Number("450"), ("NSK0670", "Capaian!I5")),
        ("Capaian", "J6", Number("220"), ("NSK0670", "Capaian!J6")),
        ("Daerah", "B6", Text("Kabupatn"), ("NSK0109", "Daerah!B6")),
        ("Sesi", "A5", Text("pembukan"), ("NSK0164", "Acara!A5")),
    ];
    for (sheet, cell, typed, (code, place)) in causes {
        let desk = planted(&[]);
        let book = desk.path("kerja/rakor.xlsx");
        type_into(&book, &ITEMS);
        type_into(&book, &[("Pejabat", "B9", Text("Contoh")), (sheet, cell, typed)]);
        let only = BTreeSet::from([(code.to_owned(), place.to_owned())]);
        assert_eq!(told(&desk), only, "{sheet}!{cell}");
    }
}
