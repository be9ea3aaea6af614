//! The head of a table: the rows that name its columns, found by the names in them. Sheets, CSV,
//! worksheets and the form of e-SPM differ in what they ask for, not in how it is found.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::grid::{Cell, Grid};
use crate::node;

/// What headings stand for.
pub(crate) trait Headings {
    /// The key of a heading; empty when its column is passed over.
    fn key(&self, heading: &str) -> String;
    /// Whether a column of that key is looked for.
    fn knows(&self, key: &str) -> bool;
}

/// How a head is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    /// In how many rows from the top.
    pub(crate) rows: u32,
    /// The most rows it has.
    pub(crate) highest: u32,
    /// How many known names make it one.
    pub(crate) least: usize,
}

impl Search {
    /// In a list: a group over its columns, and a group over groups, below a title.
    pub(crate) const LIST: Self = Self { rows: 20, highest: 3, least: 1 };
    /// In CSV, which merges no cells.
    pub(crate) const CSV: Self = Self { highest: 1, ..Self::LIST };
    /// In a worksheet: people put notes above its head, and a note may be called like a column.
    pub(crate) const WORKSHEET: Self = Self { rows: 60, highest: 1, least: 2 };
    /// In the form of e-SPM, where each section has one and the next rows may go on with it.
    pub(crate) const FORM: Self = Self { rows: u32::MAX, highest: 1, least: 2 };

    /// Whether a row of these headings is a head or begins one.
    pub(crate) fn accepts<'a>(
        self,
        headings: &dyn Headings,
        row: impl Iterator<Item = &'a String>,
    ) -> bool {
        let known = row.filter(|text| headings.knows(&headings.key(text)));
        known.count() >= self.least
    }

    /// Where the head is: the rows with the most known names. Among equals the lowest head,
    /// then the most texts, then the first.
    pub(crate) fn find(self, grid: &Grid, headings: &dyn Headings) -> Option<Head> {
        let end = grid.cells.keys().next_back().map_or(0, |(row, _)| row + 1);
        let rows = (0..self.rows.min(end)).flat_map(|first| {
            (first..first + self.highest).map(move |last| Head { first, last })
        });
        let scored = rows.filter_map(|head| {
            let names = names(grid, headings, head);
            let known = |(key, _): &&(String, u32)| headings.knows(key);
            let count = names.values().filter(known).count();
            let height = Reverse(head.last - head.first);
            let score = (count, height, texts(grid, head.last), Reverse(head.first));
            (count >= self.least).then_some((score, head))
        });
        scored.max_by_key(|(score, _)| *score).map(|(_, head)| head)
    }

    /// The head of a list whose columns may be called anything: the first row with the most
    /// texts, with those that merged cells tie to it.
    pub(crate) fn find_free(self, grid: &Grid) -> Option<Head> {
        let counts = (0..self.rows).map(|row| (texts(grid, row), row));
        let (count, row) = counts.max_by(|(a, x), (b, y)| a.cmp(b).then(y.cmp(x)))?;
        if count == 0 {
            return None;
        }
        let mut head = Head { first: row, last: row };
        for merge in &grid.merges {
            let high = merge.bottom - merge.top;
            if merge.top <= row
                && row <= merge.bottom
                && (1..self.highest).contains(&high)
            {
                head.first = head.first.min(merge.top);
                head.last = head.last.max(merge.bottom);
            }
        }
        Some(head)
    }
}

/// The rows of a head, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// A heading or name for comparing: letters and digits in lower case, one blank between words.
pub(crate) fn normal(text: &str) -> String {
    words(text, " ")
}

/// A heading as a key: lower case, words joined by `_`.
pub(crate) fn key(heading: &str) -> String {
    words(heading, "_")
}

fn words(text: &str, between: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(between)
}

fn texts(grid: &Grid, row: u32) -> usize {
    let cells = grid.cells.range((row, 0)..(row + 1, 0));
    cells.filter(|(_, cell)| matches!(cell, Cell::Text(_))).count()
}

/// The key of each column that has one, and the row of the lowest cell that names it.
pub(crate) fn names(
    grid: &Grid,
    headings: &dyn Headings,
    head: Head,
) -> BTreeMap<u32, (String, u32)> {
    let mut parts: BTreeMap<u32, Vec<(String, u32)>> = BTreeMap::new();
    for row in head.first..=head.last {
        let end = grid.cells.range((row, 0)..(row + 1, 0)).map(|((_, c), _)| *c);
        let over = grid.merges.iter().filter(|m| m.top == row && m.bottom <= head.last);
        let mut places: Vec<u32> = end.collect();
        // A group's name holds for each column under it.
        for merge in over {
            if grid.cells.contains_key(&(row, merge.left)) && head.last > merge.bottom {
                places.extend(merge.left..=merge.right.min(merge.left + MOST_UNDER));
            }
        }
        places.sort_unstable();
        places.dedup();
        for column in places {
            let group =
                grid.merges.iter().find(|m| m.top == row && m.covers(row, column));
            let from = group.map_or(column, |m| m.left);
            let text = match grid.cells.get(&(row, from)) {
                Some(Cell::Text(text)) => text.clone(),
                Some(Cell::Number(n)) => node::plain(n),
                _ => continue,
            };
            parts.entry(column).or_default().push((text, row));
        }
    }
    let mut names = BTreeMap::new();
    for (column, parts) in parts {
        let Some((_, row)) = parts.last() else { continue };
        let key = joined(headings, &parts);
        if !key.is_empty() {
            names.insert(column, (key, *row));
        }
    }
    names
}

/// The widest group of columns.
const MOST_UNDER: u32 = 200;

/// All rows joined when that is a known name, else the lowest rows that are one, else all.
fn joined(headings: &dyn Headings, parts: &[(String, u32)]) -> String {
    let key = |from: usize| {
        let words: Vec<&str> =
            parts.iter().skip(from).map(|(text, _)| text.as_str()).collect();
        headings.key(&words.join(" "))
    };
    let known = |key: &String| key.is_empty() || headings.knows(key);
    (0..parts.len()).map(key).find(known).unwrap_or_else(|| key(0))
}
