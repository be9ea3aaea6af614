//! Rows that people sort, add and take away.

use super::*;

/// Rows of a sheet's XML, from the first below the head.
fn rows(xml: &str) -> (String, Vec<String>, String) {
    let first = xml.find("<row r=\"6\"").unwrap();
    let end = xml.find("</sheetData>").unwrap();
    let rows = xml[first..end].split_inclusive("</row>").map(str::to_owned).collect();
    (xml[..first].to_owned(), rows, xml[end..].to_owned())
}

/// Puts rows back, numbered from 6.
fn put_rows(head: &str, rows: &[String], tail: &str) -> String {
    let mut xml = head.to_owned();
    for (at, row) in (6..).zip(rows) {
        let old = row.split('"').nth(1).unwrap().to_owned();
        let mut row =
            row.replacen(&format!("<row r=\"{old}\""), &format!("<row r=\"{at}\""), 1);
        for letter in 'A'..='J' {
            row = row
                .replace(&format!("r=\"{letter}{old}\""), &format!("r=\"{letter}{at}\""));
        }
        xml.push_str(&row);
    }
    xml + tail
}

fn edit(path: &Path, sheet: &str, change: impl Fn(&mut Vec<String>)) {
    let mut all = parts_of(path);
    let name = xml_of(sheet);
    let (_, bytes) = all.iter_mut().find(|(n, _)| *n == name).unwrap();
    let (head, mut lines, tail) = rows(&String::from_utf8(bytes.clone()).unwrap());
    change(&mut lines);
    *bytes = put_rows(&head, &lines, &tail).into_bytes();
    pack(path, &all);
}

#[test]
fn sorted_inserted_and_deleted_rows() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    fill(
        &buku,
        &[
            ("Penerima", "G6", Content::Figure("10")),
            ("Penerima", "G7", Content::Figure("20")),
            ("Penerima", "G8", Content::Figure("30")),
            ("Mutu", "H6", Content::Figure("7")),
            ("Mutu", "H12", Content::Figure("9")),
        ],
    );
    edit(&buku, "Penerima", |rows| rows.reverse());
    edit(&buku, "Mutu", |rows| {
        rows.rotate_left(3);
        let empty = "<row r=\"99\"><c r=\"A99\"><v>1</v></c></row>".to_owned();
        rows.insert(2, empty);
    });
    let (read, said) = office.baca(&buku);
    assert_eq!(said, "");
    let read = read.unwrap();
    let sasaran = |kode: &str| said_of(&layanan(&read.import, kode).content, "sasaran");
    assert_eq!(sasaran("PEND-1"), "10");
    assert_eq!(sasaran("PEND-2"), "20");
    assert_eq!(sasaran("PEND-3"), "30");
    let items: BTreeSet<_> = layanan(&read.import, "PEND-1")
        .mutu
        .iter()
        .map(|m| m.nama.value.as_str())
        .collect();
    assert_eq!(
        items,
        BTreeSet::from(["Buku gambar", "Satuan pendidikan terakreditasi minimal C"])
    );
    // A row that is gone is silent, and that is told.
    edit(&buku, "Penerima", |rows| {
        rows.remove(0);
    });
    let (read, said) = office.baca(&buku);
    assert_eq!(marks(&said), ["NSK0658 Penerima"], "{said}");
    assert!(said.contains("PEND-3"), "{said}");
    assert_eq!(read.unwrap().import.layanan.len(), 2);
    // A row twice is an error at the second.
    edit(&buku, "Penerima", |rows| {
        let again = rows[0].clone();
        rows.push(again);
    });
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert!(marks(&said).contains(&"NSK0657 Penerima!B8".to_owned()), "{said}");
}

#[test]
fn rows_that_are_not_of_the_worksheet() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    fill(
        &buku,
        &[
            ("Penerima", "B7", text("PEND-9")),
            ("Penerima", "G7", Content::Figure("5")),
            ("Penerima", "C8", text("JUMLAH")),
            ("Penerima", "B8", text("")),
            ("Penerima", "G8", Content::Figure("5")),
            ("Mutu", "D6", text("Buku gambbar")),
            ("Mutu", "H6", Content::Figure("5")),
            ("Anggaran", "B6", text("")),
            ("Anggaran", "F6", Content::Figure("5")),
        ],
    );
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert_eq!(
        marks(&said),
        ["NSK0656 Penerima!B7", "NSK0656 Mutu!D6", "NSK0663 Anggaran!F6"],
        "{said}"
    );
    assert!(said.contains("maksud Anda `Buku gambar`"), "{said}");
}
