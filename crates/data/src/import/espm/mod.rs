//! A sheet laid out like the form of e-SPM (`spm.md` 2.3): sections A penerima, B mutu and
//! C anggaran, rows with codes such as `1.A.1`. Computed columns are checked, never taken.

mod cell;
mod code;
mod figures;
mod heads;
mod rows;
#[cfg(test)]
mod tests;
mod titles;

use std::collections::BTreeMap;

use code::RowCode;
pub(super) use rows::FormSheet;
pub(super) use titles::Titles;

use crate::book::grid::{Grid, SheetCell};
use base::source::{FileId, Span, Spanned};
use field::spm::Catalog;

/// Codes stand in the first columns; further to the right they would be somebody's remark.
const CODE_COLUMNS: usize = 4;

/// The cells of a row by column.
type CellLine<'a> = BTreeMap<u32, &'a SheetCell>;

/// The code of a row and its column.
fn kode(row: &CellLine<'_>) -> Option<(u32, RowCode)> {
    row.iter().take(CODE_COLUMNS).find_map(|(column, cell)| match cell {
        SheetCell::Text(text) => RowCode::parse_code(text).map(|kode| (*column, kode)),
        _ => None,
    })
}

fn row(grid: &Grid) -> BTreeMap<u32, CellLine<'_>> {
    let mut all: BTreeMap<u32, CellLine<'_>> = BTreeMap::new();
    for ((nomor, column), cell) in &grid.cells {
        all.entry(*nomor).or_default().insert(*column, cell);
    }
    all
}

/// Whether a sheet has rows of the form.
pub(super) fn is_form(grid: &Grid) -> bool {
    row(grid).values().any(|b| kode(b).is_some())
}

/// What the titles of a sheet say: the texts above its first head.
pub(super) fn title(file: FileId, grid: &Grid, catalog: &Catalog) -> Titles {
    let mut text = Vec::new();
    for (nomor, row) in &row(grid) {
        if kode(row).is_some() || heads::FormHead::begins(*nomor, row).is_some() {
            break;
        }
        // "Triwulan" and "IV" may stand in cells of their own.
        let words: Vec<String> = row.values().map(|cell| cell::shown(cell)).collect();
        let column = row.keys().next().copied().unwrap_or_default();
        let span = Span::Cell { file, row: *nomor, column };
        text.push(Spanned::new(words.join(" "), span));
    }
    Titles::read(catalog, &text)
}
