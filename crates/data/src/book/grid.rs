//! The cells of a sheet, whatever file it came from.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use num_rational::BigRational;

use super::merges::Merges;

/// What one cell holds. A cell without anything is not kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SheetCell {
    /// A text, without blanks around it.
    Text(String),
    /// A number, exactly.
    Number(BigRational),
    /// A number shown as a percentage: 0.125 for 12.5 %.
    Percent(BigRational),
    /// Yes or no.
    Bool(bool),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// `#N/A` and its like.
    Error(String),
    /// A formula that was saved without what it gives.
    NoResult,
}

/// The cells of one sheet by row and column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grid {
    /// The cells that hold something.
    pub(crate) cells: BTreeMap<(u32, u32), SheetCell>,
    /// Cells merged into one.
    pub(crate) merges: Merges,
    /// What cells show beyond what they hold.
    pub(crate) shown: BTreeMap<(u32, u32), CellShown>,
    /// Bytes of text in the cells: one text may stand in many.
    text: usize,
}

/// What a cell shows where its value alone does not say it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellShown {
    /// A number in a form of its own: "007".
    Text(String),
    /// A day with its hour.
    Moment(DateTime),
    /// The hour of a day alone.
    Clock(Time),
    /// What its format makes of it is not understood here.
    Unknown(String),
}

/// The most cells taken from one sheet.
pub(crate) const MOST_CELLS: usize = 300_000;

/// As many columns as a sheet of any program has.
pub(crate) const MOST_COLUMNS: usize = 16_384;

/// As many rows as a sheet of any program has.
pub(crate) const MOST_ROWS: u32 = 1_048_576;

/// The longest text of a cell, in bytes; spreadsheet programs hold a third of it.
pub(crate) const LONGEST_TEXT: usize = 100_000;

/// The most text of all cells, in bytes.
pub(crate) const MOST_TEXT: usize = 32 << 20;

impl Grid {
    /// A sheet whose cells come, and some of which are merged.
    pub(crate) fn merged(merges: Merges) -> Self {
        Self { merges, ..Self::default() }
    }

    /// Keeps what a cell holds; `false` when there is more than anybody types.
    pub(crate) fn put(&mut self, place: (u32, u32), cell: Option<SheetCell>) -> bool {
        let Some(cell) = cell else { return true };
        let long = match &cell {
            SheetCell::Text(text) | SheetCell::Error(text) => text.len(),
            _ => 0,
        };
        self.text += long;
        let wide = usize::try_from(place.1).is_ok_and(|column| column < MOST_COLUMNS);
        let there = wide && place.0 < MOST_ROWS;
        if !there || long > LONGEST_TEXT || self.text > MOST_TEXT {
            return false;
        }
        self.cells.insert(place, cell);
        self.cells.len() <= MOST_CELLS
    }
}

/// A text without what cannot be seen around it; none when nothing is left.
pub(crate) fn text_cell(text: &str) -> Option<SheetCell> {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let text = text.trim_matches(unseen);
    if text.is_empty() {
        None
    } else if ERRORS.contains(&text) || text.starts_with("Err:") {
        Some(SheetCell::Error(text.to_owned()))
    } else {
        Some(SheetCell::Text(text.to_owned()))
    }
}

/// LibreOffice writes these as texts.
const ERRORS: [&str; 7] =
    ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"];

/// "30:15", with its seconds where there are any.
pub(crate) fn hours(seconds: i64) -> String {
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = if second == 0 { String::new() } else { format!(":{second:02}") };
    format!("{hour}:{minute:02}{rest}")
}

/// `2024-12-09`, with or without a time behind it.
pub(crate) fn iso_date(text: &str) -> SheetCell {
    let day = text.split('T').next().unwrap_or(text);
    day.parse().map_or_else(|_| SheetCell::Text(text.to_owned()), SheetCell::Date)
}

/// `PT08H30M00S` is half past eight.
pub(crate) fn iso_time(text: &str) -> SheetCell {
    let time = text.strip_prefix("PT").and_then(|rest| {
        let (hour, rest) = rest.split_once('H')?;
        let (minute, _) = rest.split_once('M')?;
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    });
    time.map_or_else(|| SheetCell::Text(text.to_owned()), SheetCell::Time)
}
