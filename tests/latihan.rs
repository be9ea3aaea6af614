//! The exercise for a rakor: ten mistakes, each told at the cell that the answer sheet names, and
//! none left where they are mended as it says.

use std::collections::BTreeSet;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::kit::Desk;
use crate::kit::cells::{Typed, type_into};
use Typed::{Number, Text};

/// A code, the sheet and the cell.
type Place = (String, String, String);

/// What the answer sheet says: each place with what stands there rightly.
fn answers(desk: &Desk) -> Vec<(Place, String)> {
    let mut book: Xlsx<_> = open_workbook(desk.path("kerja/kunci-jawaban.xlsx")).unwrap();
    let sheet = book.worksheet_range("Kunci Jawaban").unwrap();
    let text = |cell: &Data| cell.to_string();
    let numbered = |row: &&[Data]| text(&row[0]).parse::<u32>().is_ok();
    let rows = sheet.rows().filter(numbered).map(|row| {
        let place = (text(&row[3]), text(&row[1]), text(&row[2]));
        assert!(row.iter().all(|cell| !text(cell).is_empty()), "{row:?}");
        (place, text(&row[5]))
    });
    rows.collect()
}

/// What `check` tells.
fn told(desk: &Desk) -> Vec<Place> {
    let said = desk.run(&["check", "kerja", "--output", "json"]).json();
    let own = said["problems"].as_array().unwrap().iter();
    let papers = said["papers"].as_array().unwrap().iter();
    let all = own.chain(papers.flat_map(|p| p["problems"].as_array().unwrap()));
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap().to_owned();
    let place = |problem: &Value| {
        let file = text(problem, "file");
        let sheet = file.strip_prefix("rakor.xlsx!").unwrap_or(&file).to_owned();
        (text(problem, "code"), sheet, text(problem, "cell"))
    };
    all.map(place).collect()
}

#[test]
fn ten_mistakes_are_told_where_the_answer_sheet_says_and_can_be_mended() {
    let desk = Desk::new();
    let said = desk.run(&["init", "kerja", "--latihan"]).code(0).stdout();
    assert!(said.contains("kunci-jawaban.xlsx"), "{said}");
    let answers = answers(&desk);
    assert_eq!(answers.len(), 10);
    let told = told(&desk);
    assert_eq!(told.len(), 10, "{told:?}");
    let places: BTreeSet<Place> =
        answers.iter().map(|(place, _)| place.clone()).collect();
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), places);
    let right = [
        ("Pejabat", "E5", Text("19680127 199503 1 002")),
        ("Pejabat", "I6", Text("IV/c")),
        ("OPD", "D6", Text("kadis-dinkes")),
        ("Sesi", "D6", Text("10.00")),
        ("Acara", "C12", Number("60")),
        ("Peserta", "B10", Text("Katarina Bulan Savang")),
        ("Undangan", "B6", Text("Kepala Dinas Kesehatan")),
        ("Surat", "H5", Text("5 Juni 2024")),
        ("Capaian", "G5", Number("905")),
        ("Capaian", "F6", Number("6240")),
    ];
    for ((_, answer), (sheet, cell, value)) in answers.iter().zip(&right) {
        let (Text(value) | Number(value)) = value else { continue };
        assert!(answer.starts_with(value), "{sheet}!{cell}: {answer}, not {value}");
    }
    type_into(&desk.path("kerja/rakor.xlsx"), &right);
    let said = desk.run(&["check", "kerja"]).code(0);
    assert!(said.stdout().contains("0 galat, 0 peringatan"), "{}", said.stderr());
    desk.run(&["build", "kerja", "undangan"]).code(0);
}

#[test]
fn an_exercise_is_the_same_each_time_and_no_other_wish_goes_with_it() {
    let desk = Desk::new();
    desk.run(&["init", "satu", "--latihan"]).code(0);
    desk.run(&["init", "dua", "--latihan"]).code(0);
    for file in ["rakor.xlsx", "kunci-jawaban.xlsx"] {
        let read = |folder: &str| std::fs::read(desk.path(&format!("{folder}/{file}")));
        assert_eq!(read("satu").unwrap(), read("dua").unwrap(), "{file}");
    }
    desk.run(&["init", "tiga", "--latihan", "--toml"]).code(2);
    desk.run(&["init", "satu", "--latihan"]).code(1);
}
