//! The sheet of what may be picked: codes of services and names of templates.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{BookChoices, style};
use crate::book::look;
use crate::tables::FieldKind;

/// What the sheet is called.
pub(in crate::workspace::workbook) const TITLE: &str = "Pilihan";

/// The row of the head, from 0.
const HEAD: u16 = 2;

/// The columns that hold what a column of that kind refers to.
pub(super) fn column(refers: &str) -> Option<char> {
    match refers {
        "katalog" => Some('A'),
        "templat" => Some('D'),
        _ => None,
    }
}

/// Where on the sheet that stands, as a formula.
pub(super) fn cells(refers: &str, choices: &BookChoices) -> String {
    let column = column(refers).unwrap_or('A');
    let count =
        if refers == "katalog" { choices.layanan.len() } else { choices.templat.len() };
    let (first, last) = (usize::from(HEAD) + 2, usize::from(HEAD) + 1 + count.max(1));
    format!("={TITLE}!${column}${first}:${column}${last}")
}

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    choices: &BookChoices,
) -> Result<(), XlsxError> {
    sheet.set_name(TITLE)?;
    sheet.write_string_with_format(0, 0, TITLE, &look::title())?;
    let head = u32::from(HEAD);
    for (at, (name, width)) in (0..).zip([
        ("Kode", 12.0),
        ("Jenis pelayanan dasar", 60.0),
        ("", 4.0),
        ("Templat", 26.0),
        ("Naskah", 44.0),
    ]) {
        sheet.set_column_width(at, width)?;
        if !name.is_empty() {
            sheet.write_string_with_format(head, at, name, &look::head(false))?;
        }
    }
    let (text, line) = (style::input(FieldKind::Text), head + 1);
    for (at, all) in [(0, &choices.layanan), (3, &choices.templat)] {
        for (row, (name, about)) in (line..).zip(all) {
            sheet.write_string_with_format(row, at, name, &text)?;
            sheet.write_string_with_format(row, at + 1, about, &text)?;
        }
    }
    sheet.set_freeze_panes(line, 0)?;
    sheet.protect();
    style::page(sheet);
    Ok(())
}
