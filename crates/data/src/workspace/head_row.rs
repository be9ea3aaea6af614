//! Heads that stand below rows of their list, as after sorting it with them. What is above a head
//! is not read, so such rows would be gone without a word.

use super::columns::ListColumns;
use crate::book::grid::{Grid, SheetCell};
use crate::head::{Head, Search, names, normal};
use crate::problem::SheetProblem;

/// So many columns that are filled make a row one of the list; of a narrow list all.
const LEAST: usize = 3;

/// A head below rows of its list, by rows from 0.
pub(super) struct Displaced {
    /// Where the head is.
    pub(super) row: u32,
    /// The rows of the list above it.
    above: Vec<u32>,
}

impl Displaced {
    /// What is told of it; `number` says which row of the file a row is.
    pub(super) fn problem(&self, number: impl Fn(u32) -> u32) -> SheetProblem {
        let first = self.above.first().copied().unwrap_or(self.row);
        SheetProblem::HeadDisplaced {
            row: number(self.row).to_string(),
            above: self.above.len().to_string(),
            first: number(first).to_string(),
        }
    }
}

/// The head of a list where rows of the list stand above it.
pub(super) fn displaced(grid: &Grid, columns: ListColumns) -> Option<Displaced> {
    if columns.is_free() {
        return displaced_free(grid);
    }
    let least = LEAST.min(columns.keys().len()).min(widest(grid));
    let anywhere = Search { rows: u32::MAX, highest: 1, least };
    let head = anywhere.find(grid, &columns)?;
    let named = names(grid, &columns, head);
    let required = columns.required();
    let filled = |row: u32, column: &u32| grid.cells.contains_key(&(row, *column));
    let is_row = |row: &u32| {
        let count = named.keys().filter(|column| filled(*row, column)).count();
        let needed = named.iter().filter(|(_, name)| required.contains(&&*name.key));
        count >= LEAST.min(named.len()).max(2)
            && needed.clone().all(|(column, _)| filled(*row, column))
            && !says_of_all(grid, *row)
    };
    let above: Vec<u32> = (0..head.first).filter(is_row).collect();
    (!above.is_empty()).then_some(Displaced { row: head.last, above })
}

/// In a list whose columns may be called anything: the row of words below rows with figures.
fn displaced_free(grid: &Grid) -> Option<Displaced> {
    let Head { first, .. } = Search::LIST.find_free(grid)?;
    let cells = |row: u32| grid.cells.range((row, 0)..(row + 1, 0));
    let figures: Vec<u32> = cells(first)
        .filter(|(_, cell)| is_figure(cell))
        .map(|((_, column), _)| *column)
        .collect();
    // Years are what columns may be called.
    if figures.is_empty()
        || cells(first).all(|(_, cell)| !is_figure(cell) || is_year(cell))
    {
        return None;
    }
    let end = grid.cells.keys().next_back().map_or(0, |(row, _)| row + 1);
    let count = cells(first).count();
    let is_head = |row: &u32| {
        cells(*row).count() >= count
            && cells(*row)
                .all(|(_, cell)| matches!(cell, SheetCell::Text(_)) && has_letter(cell))
    };
    let row = (first + 1..end).find(is_head)?;
    let others = (first..end).filter(|other| *other != row);
    let mut under =
        others.flat_map(|other| figures.iter().map(move |column| (other, *column)));
    let all = under.all(|place| grid.cells.get(&place).is_none_or(is_figure));
    all.then(|| Displaced { row, above: (first..row).collect() })
}

/// Whether a row says something of the whole list: "Tempat :", ": Hotel Contoh", "Triwulan III".
fn says_of_all(grid: &Grid, row: u32) -> bool {
    let mut cells = grid.cells.range((row, 0)..(row + 1, 0));
    cells.any(|(_, cell)| {
        let SheetCell::Text(text) = cell else { return false };
        let normal = normal(text);
        let first = normal.split(' ').next().unwrap_or_default();
        let period = ["triwulan", "tw", "tahun", "periode", "bulan"].contains(&first);
        period || text.starts_with(':') || text.ends_with(':')
    })
}

/// The most cells of a row.
fn widest(grid: &Grid) -> usize {
    let mut counts = std::collections::BTreeMap::<u32, usize>::new();
    for (row, _) in grid.cells.keys() {
        *counts.entry(*row).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

fn has_letter(cell: &SheetCell) -> bool {
    matches!(cell, SheetCell::Text(text) if text.contains(char::is_alphabetic))
}

/// Whether a cell holds a figure and no words.
fn is_figure(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Text(text) => {
            let text = text.trim_start_matches("Rp");
            text.contains(|c: char| c.is_ascii_digit())
                && !text.contains(char::is_alphabetic)
        }
        SheetCell::Bool(_) | SheetCell::Error(_) => false,
        _ => true,
    }
}

fn is_year(cell: &SheetCell) -> bool {
    let text = match cell {
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number) => number.to_string(),
        _ => return false,
    };
    text.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}
