//! The head of a sheet: the rows that name its columns, found by the names in them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::book::{Cell, Grid};
use super::columns::Columns;

/// The head row is looked for in this many rows.
const ROWS: u32 = 20;

/// The most rows a head has: a group over its columns, and a group over groups.
const HIGHEST: u32 = 3;

/// The rows of a head, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) first: u32,
    pub(super) last: u32,
}

/// Where the head is: the rows with the most known names, in a free list with the most texts.
pub(super) fn find(grid: &Grid, columns: Columns) -> Option<Head> {
    if columns.is_free() {
        return of_free(grid);
    }
    let rows = (0..ROWS)
        .flat_map(|first| (first..first + HIGHEST).map(move |last| Head { first, last }));
    // Among equals the lowest head, then the most texts, then the first.
    let scored = rows.filter_map(|head| {
        let names = names(grid, columns, head);
        let known = |(key, _): &&(String, u32)| columns.knows(key);
        let count = names.values().filter(known).count();
        let height = Reverse(head.last - head.first);
        let score = (count, height, texts(grid, head.last), Reverse(head.first));
        (count > 0).then_some((score, head))
    });
    scored.max_by_key(|(score, _)| *score).map(|(_, head)| head)
}

fn texts(grid: &Grid, row: u32) -> usize {
    let cells = grid.cells.range((row, 0)..(row + 1, 0));
    cells.filter(|(_, cell)| matches!(cell, Cell::Text(_))).count()
}

/// In a free list any name may stand in the head: the first row with the most texts, with
/// those that merged cells tie to it.
fn of_free(grid: &Grid) -> Option<Head> {
    let counts = (0..ROWS).map(|row| (texts(grid, row), row));
    let (count, row) = counts.max_by(|(a, x), (b, y)| a.cmp(b).then(y.cmp(x)))?;
    if count == 0 {
        return None;
    }
    let mut head = Head { first: row, last: row };
    for merge in &grid.merges {
        let high = merge.bottom - merge.top;
        if merge.top <= row && row <= merge.bottom && (1..HIGHEST).contains(&high) {
            head.first = head.first.min(merge.top);
            head.last = head.last.max(merge.bottom);
        }
    }
    Some(head)
}

/// The key of each column that has one, and the row of the lowest cell that names it.
pub(super) fn names(
    grid: &Grid,
    columns: Columns,
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
                Some(Cell::Number(n)) => super::node::plain(n),
                _ => continue,
            };
            parts.entry(column).or_default().push((text, row));
        }
    }
    let mut names = BTreeMap::new();
    for (column, parts) in parts {
        let Some((_, row)) = parts.last() else { continue };
        let key = joined(columns, &parts);
        if !key.is_empty() {
            names.insert(column, (key, *row));
        }
    }
    names
}

/// The widest group of columns.
const MOST_UNDER: u32 = 200;

/// All rows joined when that is a known name, else the lowest rows that are one, else all.
fn joined(columns: Columns, parts: &[(String, u32)]) -> String {
    let key = |from: usize| {
        let words: Vec<&str> =
            parts.iter().skip(from).map(|(text, _)| text.as_str()).collect();
        columns.key(&words.join(" "))
    };
    let known = |key: &String| key.is_empty() || columns.knows(key);
    (0..parts.len()).map(key).find(known).unwrap_or_else(|| key(0))
}

/// Whether a row that lacks what each row needs is one of totals: `cells` are its keys and
/// texts in their order, with the columns that are passed over.
pub(super) fn is_totals<'a>(
    columns: Columns,
    cells: impl Iterator<Item = (&'a str, &'a str)>,
) -> bool {
    let Some(main) = columns.required().first().copied() else { return false };
    let cells: Vec<(&str, &str)> = cells.collect();
    let lacks = columns.required().iter().any(|key| !cells.iter().any(|(k, _)| k == key));
    let word = cells.iter().find(|(_, text)| text.chars().any(char::is_alphabetic));
    let Some((key, text)) = word else { return false };
    let text: String =
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    // A name may begin with the word ("Jumlah rombongan belajar"), a code never does.
    let named = *key != main && columns.required().contains(key);
    (lacks || *key == main)
        && if named {
            TOTALS.contains(&text.as_str())
        } else {
            TOTALS.iter().any(|word| text.starts_with(word))
        }
}

const TOTALS: [&str; 9] = [
    "jumlah",
    "total",
    "subtotal",
    "grandtotal",
    "ratarata",
    "jumlahtotal",
    "jumlahseluruhnya",
    "jumlahkeseluruhan",
    "totalkeseluruhan",
];
