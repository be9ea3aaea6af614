//! The sheet that lists what is wrong, with a way to each cell.

use std::fmt::Write;

use super::styles::Looks;
use super::xml::escaped;
use super::{ListedProblem, MAIN};
use base::diag::{Lang, Severity};

/// Its name.
pub(crate) const TITLE: &str = "Masalah";

/// What stands before the sum of what was marked.
pub(super) const SEAL: &str = "naskah-tanda";

/// The row of the head, from 1.
const HEAD: usize = 6;

/// Widths of the columns in digits.
const WIDTHS: [u32; 7] = [5, 20, 9, 13, 52, 62, 10];

/// The sheet.
pub(super) fn sheet(
    (name, seal): (&str, &str),
    listed: &[ListedProblem<'_>],
    looks: &Looks,
    lang: Lang,
) -> String {
    let mut rows = String::new();
    let title =
        lang.either(format!("Masalah dalam {name}"), format!("Problems in {name}"));
    row(&mut rows, 1, &[("A", &title, looks.title)]);
    for (at, line) in (2..).zip(told(name, listed, lang)) {
        row(&mut rows, at, &[("A", &line, looks.plain)]);
    }
    let leave = lang.either("jangan diubah", "leave this as it is");
    let sum = format!("{SEAL} {seal} ({leave})");
    row(&mut rows, HEAD - 1, &[("A", &sum, looks.plain)]);
    let heads: [&str; 7] = match lang {
        Lang::Id => ["No.", "Lembar", "Sel", "Tingkat", "Masalah", "Langkah", "Kode"],
        Lang::En => ["No.", "Sheet", "Cell", "Level", "Problem", "Next step", "Code"],
    };
    let columns = ["A", "B", "C", "D", "E", "F", "G"];
    let head: Vec<_> =
        columns.into_iter().zip(heads).map(|(c, head)| (c, head, looks.head)).collect();
    row(&mut rows, HEAD, &head);
    let mut links = String::new();
    for (at, one) in (HEAD + 1..).zip(listed) {
        let number = (at - HEAD).to_string();
        let level = match (one.told.level, lang) {
            (Severity::Error, Lang::Id) => "Galat",
            (Severity::Warning, Lang::Id) => "Peringatan",
            (Severity::Error, Lang::En) => "Error",
            (Severity::Warning, Lang::En) => "Warning",
        };
        let look = if one.to.is_some() { looks.link } else { looks.text };
        let said = [
            ("A", number.as_str(), looks.text),
            ("B", one.place, look),
            ("C", one.told.cell.as_deref().unwrap_or_default(), look),
            ("D", level, looks.text),
            ("E", &one.told.message, looks.text),
            ("F", &one.told.help, looks.text),
            ("G", one.told.code, looks.text),
        ];
        row(&mut rows, at, &said);
        let Some((sheet, cell)) = &one.to else { continue };
        let to = escaped(&format!("'{}'!{cell}", sheet.replace('\'', "''")));
        for column in ["B", "C"] {
            let _ = write!(links, "<hyperlink ref=\"{column}{at}\" location=\"{to}\"/>");
        }
    }
    if !links.is_empty() {
        links = format!("<hyperlinks>{links}</hyperlinks>");
    }
    let mut widths = String::new();
    for (n, width) in (1_usize..).zip(WIDTHS) {
        let _ = write!(
            widths,
            "<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    let below = HEAD + 1;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{MAIN}\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"{HEAD}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A{below}\" sqref=\"A{below}\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>{widths}</cols><sheetData>{rows}</sheetData>{links}<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )
}

/// What to do, in three lines.
fn told(name: &str, listed: &[ListedProblem<'_>], lang: Lang) -> [String; 3] {
    let short = name.rsplit('/').next().unwrap_or(name);
    if listed.is_empty() {
        return [
            lang.either("Tidak ada masalah lagi.", "No problem is left."),
            lang.either(
                format!("Tutup berkas ini, lalu salin menimpa {name}: tanda dan catatan lama ikut hilang."),
                format!("Close this file and copy it over {name}: old marks and notes go with it."),
            ),
            String::new(),
        ];
    }
    let of =
        |level: Severity| listed.iter().filter(|one| one.told.level == level).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    [
        lang.either(
            format!("{errors} galat (merah) dan {warnings} peringatan (kuning). Klik kolom Sel untuk sampai di selnya; catatan sel memuat langkahnya."),
            format!("{errors} errors (red) and {warnings} warnings (yellow). A click on the column Cell leads there; the note at the cell tells the next step."),
        ),
        lang.either(
            "Warna sel hilang begitu isinya diubah. Lembar ini dan semua catatan bertanda naskah tidak dibaca sebagai data.",
            "A cell loses its colour as soon as it says something else. This sheet and the notes of naskah are not read as data.",
        ),
        lang.either(
            format!("Sesudah diperbaiki: simpan, tutup, salin {short} ini menimpa {name} yang lama, lalu jalankan lagi naskah check."),
            format!("When it is mended: save, close, copy this {short} over the old {name}, and run naskah check again."),
        ),
    ]
}

/// A row of texts.
fn row(rows: &mut String, at: usize, cells: &[(&str, &str, usize)]) {
    let _ = write!(rows, "<row r=\"{at}\">");
    for (column, said, look) in cells {
        let said = escaped(said);
        let _ = write!(
            rows,
            "<c r=\"{column}{at}\" s=\"{look}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{said}</t></is></c>"
        );
    }
    rows.push_str("</row>");
}
