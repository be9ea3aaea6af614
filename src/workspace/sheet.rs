//! Sheets to nodes: the head row is found by the names in it, each row below is a table.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use super::book::{self, Book, Cell, Grid};
use super::columns::Columns;
use super::node::{Node, Table, Value};
use super::{Reader, files};
use crate::diag::{Problem, Problems, nearest};
use crate::source::{FileId, Span, Spanned, cell_name};

/// The head row is looked for in this many rows.
const HEAD_ROWS: u32 = 20;

/// Whether a file is a workbook.
pub(crate) fn is_book(path: &str) -> bool {
    ["xlsx", "ods"].iter().any(|ending| files::has_ending(path, ending))
}

impl Reader<'_> {
    /// The rows of a list in a workbook: of the sheet named like it, or the first.
    pub(super) fn sheet_rows(&mut self, path: &str, name: &str) -> Option<Vec<Node>> {
        let mut book = self.book(path)?;
        let sheets = book.sheets();
        let named = sheets.iter().find(|sheet| sheet.trim().eq_ignore_ascii_case(name));
        let Some(sheet) = named.or(sheets.first()) else {
            let place = self.file(path);
            self.problems.add(place, Problem::NoSheet { name: path.to_owned() });
            return None;
        };
        self.sheet(&mut book, path, sheet, Columns::of(name))
    }

    /// Opens a workbook; why it cannot be is reported.
    pub(super) fn book(&mut self, path: &str) -> Option<Book> {
        book::open(&self.root.join(path), path)
            .map_err(|problem| {
                let place = self.file(path);
                self.problems.add(place, problem);
            })
            .ok()
    }

    /// The rows of one sheet, which is known to messages as `file!sheet`.
    pub(super) fn sheet(
        &mut self,
        book: &mut Book,
        path: &str,
        sheet: &str,
        columns: &Columns,
    ) -> Option<Vec<Node>> {
        match book.grid(path, sheet) {
            Ok(grid) => {
                let file = self.sources.add(format!("{path}!{sheet}"), "");
                Rows { file, grid: &grid, columns, problems: self.problems }.read()
            }
            Err(problem) => {
                let place = self.file(path);
                self.problems.add(place, problem);
                None
            }
        }
    }
}

/// The rows of the list `name` in a sheet of any workbook, each a table.
pub(crate) fn rows_of(
    file: FileId,
    grid: &Grid,
    name: &str,
    problems: &mut Problems,
) -> Option<Vec<Node>> {
    Rows { file, grid, columns: Columns::of(name), problems }.read()
}

/// Whether the list `name` has a column of that key.
pub(crate) fn has_column(name: &str, key: &str) -> bool {
    Columns::of(name).known.contains(&key)
}

/// Takes the rows out of a grid.
struct Rows<'a> {
    file: FileId,
    grid: &'a Grid,
    columns: &'a Columns,
    problems: &'a mut Problems,
}

impl Rows<'_> {
    fn read(mut self) -> Option<Vec<Node>> {
        let Some(head) = self.head_row() else {
            let mut expected = self.columns.known.join(", ");
            if expected.is_empty() {
                "id, nama".clone_into(&mut expected);
            }
            self.problems.add(Span::File(self.file), Problem::NoHeader { expected });
            return None;
        };
        let keys = self.keys(head);
        if self.lacks(head, &keys) {
            return None;
        }
        let mut lines: BTreeMap<u32, BTreeMap<u32, &Cell>> = BTreeMap::new();
        for ((row, column), cell) in self.grid.cells.range((head + 1, 0)..) {
            if keys.contains_key(column) {
                lines.entry(*row).or_default().insert(*column, cell);
            }
        }
        // In a free list such a row may be data.
        let listed = !self.columns.known.is_empty();
        if listed && lines.get(&(head + 1)).is_some_and(numbers_columns) {
            lines.remove(&(head + 1));
        }
        Self::spread((self.grid, self.columns), &keys, &mut lines);
        let mut rows = Vec::with_capacity(lines.len());
        for (row, line) in lines {
            let first = line.keys().next().copied().unwrap_or_default();
            let mut entries = Table::new();
            for (column, cell) in line {
                let Some(key) = keys.get(&column) else { continue };
                let span = self.at(row, column);
                let value = self.value(key, cell, span);
                // The key stands in the head: what is wrong with it is said once.
                let key = Spanned::new(key.clone(), self.at(head, column));
                entries.push((key, Node { value, span }));
            }
            rows.push(Node { value: Value::Table(entries), span: self.at(row, first) });
        }
        Some(rows)
    }

    fn at(&self, row: u32, column: u32) -> Span {
        Span::Cell { file: self.file, row, column }
    }

    /// The row with the most known names, in a free list with the most texts.
    fn head_row(&self) -> Option<u32> {
        let mut scores: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for ((row, _), cell) in self.grid.cells.range((0, 0)..(HEAD_ROWS, 0)) {
            let Cell::Text(text) = cell else { continue };
            let known = self.columns.known.contains(&self.columns.key(text).as_str());
            let score = scores.entry(*row).or_default();
            *score = (score.0 + usize::from(known), score.1 + 1);
        }
        let free = self.columns.known.is_empty();
        scores
            .into_iter()
            .filter(|(_, (known, _))| free || *known > 0)
            .max_by(|(a, x), (b, y)| x.cmp(y).then(b.cmp(a)))
            .map(|(row, _)| row)
    }

    /// The key of each column that has one.
    fn keys(&mut self, head: u32) -> BTreeMap<u32, String> {
        let mut keys: BTreeMap<u32, String> = BTreeMap::new();
        for ((_, column), cell) in self.grid.cells.range((head, 0)..(head + 1, 0)) {
            let key = match cell {
                Cell::Text(text) => self.columns.key(text),
                Cell::Number(n) => super::node::plain(n),
                _ => continue,
            };
            if key.is_empty() {
                continue;
            }
            if let Some((first, _)) = keys.iter().find(|(_, other)| **other == key) {
                let first = cell_name(head, *first);
                let span = self.at(head, *column);
                self.problems.add(span, Problem::DuplicateColumn { key, first });
            } else {
                keys.insert(*column, key);
            }
        }
        keys
    }

    /// Reports the columns that must be there and are not.
    fn lacks(&mut self, head: u32, keys: &BTreeMap<u32, String>) -> bool {
        let known = self.columns.known;
        let strange =
            || keys.values().map(String::as_str).filter(|key| !known.contains(key));
        let missing = self.columns.required.iter();
        let missing: Vec<_> =
            missing.filter(|key| !keys.values().any(|k| k == *key)).collect();
        let first = keys.keys().next().copied().unwrap_or_default();
        for key in &missing {
            let near = nearest(key, strange()).unwrap_or_default();
            let key = (**key).to_owned();
            let span = self.at(head, first);
            self.problems.add(span, Problem::MissingColumn { key, near });
        }
        !missing.is_empty()
    }

    /// Lets a cell merged downwards hold for all rows that hold something of their own.
    fn spread<'g>(
        (grid, columns): (&'g Grid, &Columns),
        keys: &BTreeMap<u32, String>,
        lines: &mut BTreeMap<u32, BTreeMap<u32, &'g Cell>>,
    ) {
        for (top, bottom, column) in &grid.merges {
            let merges = keys.get(column).is_some_and(|key| columns.merges(key));
            let Some(cell) = grid.cells.get(&(*top, *column)).filter(|_| merges) else {
                continue;
            };
            for (_, line) in lines.range_mut(*top..=*bottom) {
                line.entry(*column).or_insert(cell);
            }
        }
    }

    fn value(&mut self, key: &str, cell: &Cell, span: Span) -> Value {
        let key = key.to_owned();
        let problem = match cell {
            Cell::Error(value) => Problem::ErrorCell { key, value: value.clone() },
            Cell::NoResult => Problem::NoResult { key },
            Cell::Number(n) if is_rounded(n) => {
                Problem::LongNumber { key, value: super::node::plain(n) }
            }
            _ => return plain_value(cell),
        };
        self.problems.add(span, problem);
        Value::Broken
    }
}

/// A cell that is as it should be.
fn plain_value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => Value::Cell(text.clone()),
        Cell::Number(n) => Value::Number(n.clone()),
        Cell::Bool(yes) => Value::Bool(*yes),
        Cell::Date(date) => Value::Date(*date),
        Cell::Time(time) => Value::Time(*time),
        Cell::Error(_) | Cell::NoResult => Value::Broken,
    }
}

/// "1 2 3 4" or "(1) (2) (3)" under the head row, as official tables have it.
fn numbers_columns(line: &BTreeMap<u32, &Cell>) -> bool {
    let numbers: Option<Vec<BigInt>> = line
        .values()
        .map(|cell| match cell {
            Cell::Number(n) if n.is_integer() => Some(n.to_integer()),
            Cell::Text(t) => t.trim_matches(['(', ')']).parse().ok(),
            _ => None,
        })
        .collect();
    let one = BigInt::from(1);
    numbers.is_some_and(|n| {
        n.len() > 2
            && n.windows(2).all(|pair| &pair[1] - &pair[0] >= one)
            && n.last().is_some_and(|last| *last <= BigInt::from(99))
            && line.keys().zip(&n).all(|(column, n)| *n <= BigInt::from(*column + 1))
    })
}

/// Spreadsheets keep fifteen digits: what has more was rounded when it was typed.
pub(crate) fn is_rounded(n: &BigRational) -> bool {
    n.abs() >= BigRational::from_integer(BigInt::from(10).pow(15))
}
