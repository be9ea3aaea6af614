//! The sheet of what may be picked: codes of services and names of templates.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{BookChoices, style};
use crate::book::look;
use crate::tables::FieldKind;

/// What the sheet is called.
pub(in crate::workspace::workbook) const TITLE: &str = "Pilihan";

/// The row of the head, from 0.
const HEAD: u16 = 2;

/// How wide the columns of the names of services and of papers are.
const WIDE: [f64; 2] = [60.0, 44.0];

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
        ("Jenis pelayanan dasar", WIDE[0]),
        ("", 4.0),
        ("Templat", 26.0),
        ("Naskah", WIDE[1]),
    ]) {
        sheet.set_column_width(at, width)?;
        if !name.is_empty() {
            sheet.write_string_with_format(head, at, name, &look::head(false))?;
        }
    }
    let (text, line) = (style::input(FieldKind::Text), head + 1);
    let mut high = vec![1; choices.layanan.len().max(choices.templat.len())];
    for (at, all, wide) in
        [(0, &choices.layanan, WIDE[0]), (3, &choices.templat, WIDE[1])]
    {
        for ((row, (name, about)), high) in (line..).zip(all).zip(&mut high) {
            *high = style::text_lines(about, wide).max(*high);
            sheet.write_string_with_format(row, at, name, &text)?;
            sheet.write_string_with_format(row, at + 1, about, &text)?;
        }
    }
    for (row, high) in (line..).zip(high) {
        sheet.set_row_height(row, style::height(high))?;
    }
    sheet.set_freeze_panes(line, 0)?;
    sheet.protect();
    style::page(sheet);
    Ok(())
}
