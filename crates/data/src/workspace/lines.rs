//! The rows of a list, as they are looked at to find what is none.

use base::diag::Both;
use base::source::Span;

/// A row as it is looked at here.
pub(super) struct RowLine<'a> {
    /// Its first cell, as messages name it, with its place.
    pub(super) first: (Both, Span),
    /// What stands in the column that numbers the rows.
    pub(super) number: String,
    /// Its other keys and texts; what is no text is empty.
    pub(super) cells: Vec<(&'a str, &'a str)>,
    /// An empty row stands right above it.
    pub(super) gap: Option<Both>,
}

impl RowLine<'_> {
    /// What stands in a column.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.cells.iter().find(|(own, _)| *own == key).map(|(_, text)| *text)
    }

    /// Whether a number stands before it.
    pub(super) fn is_numbered(&self) -> bool {
        let digits = self.number.trim_matches(['(', ')', '.', ' ']);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The rows of a list, and what its rows have in common.
pub(super) struct RowList<'a> {
    /// The rows.
    pub(super) lines: &'a [RowLine<'a>],
    /// The column without which a row of the list is none.
    pub(super) key: &'a str,
    /// Whether its rows carry numbers.
    pub(super) numbered: bool,
    /// Whether any row carries one.
    pub(super) has_number: bool,
    /// Whether any row fills more than one column.
    pub(super) wide: bool,
    /// Whether the key of any such row holds a small letter.
    pub(super) has_quiet: bool,
}

impl<'a> RowList<'a> {
    /// What is asked of each row is found once here, not once for each of them.
    pub(super) fn new(lines: &'a [RowLine<'a>], key: &'a str) -> Self {
        let mut wide = lines.iter().filter(|line| line.cells.len() > 1);
        let quiet = |line: &RowLine<'_>| {
            line.text(key).is_some_and(|text| text.contains(char::is_lowercase))
        };
        Self {
            lines,
            key,
            numbered: lines.first().is_some_and(RowLine::is_numbered),
            has_number: lines.iter().any(RowLine::is_numbered),
            wide: wide.clone().next().is_some(),
            has_quiet: wide.any(quiet),
        }
    }
}
