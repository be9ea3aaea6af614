//! What stands below a list and is no row of it: notes, a place and date, a signature.

use super::columns::Columns;
use crate::problem::SheetProblem;
use base::diag::Both;
use base::source::Span;

/// A row as it is looked at here.
pub(super) struct Line<'a> {
    /// Its first cell, as messages name it, with its place.
    pub(super) first: (Both, Span),
    /// Its keys and texts; what is no text is empty.
    pub(super) cells: Vec<(&'a str, &'a str)>,
    /// An empty row stands right above it.
    pub(super) gap: Option<Both>,
}

/// From which row on nothing is a row of the list, and what is to be told of it, once.
pub(super) fn below(
    columns: Columns,
    order: &[&str],
    lines: &[Line<'_>],
) -> Option<(usize, Span, SheetProblem)> {
    let key = key_column(columns, order)?;
    let keyed = |line: &Line<'_>| line.cells.iter().any(|(k, _)| *k == key);
    let split = (1..lines.len()).find(|at| lines[*at].gap.is_some());
    let (above, start) = match split {
        Some(at) => (&lines[..at], at),
        None => (lines, tail(lines, &keyed)?),
    };
    let (first, last) = (lines.get(start)?, lines.last()?);
    let (from, until) = (first.first.0.clone(), last.first.0.clone());
    let fewest = above.iter().map(|line| line.cells.len()).min().unwrap_or(1);
    let widest = above.iter().map(|line| line.cells.len()).max().unwrap_or(1);
    let enough = fewest.max(2.min(widest));
    let like_data = |line: &Line<'_>| keyed(line) && line.cells.len() >= enough;
    let problem = match &first.gap {
        Some(empty) if lines[start..].iter().any(like_data) => {
            SheetProblem::RowsBelowGap { from, until, empty: empty.clone() }
        }
        _ => SheetProblem::NotesBelow { from, until },
    };
    Some((start, first.first.1, problem))
}

/// The column without which a row of the list is none.
fn key_column<'a>(columns: Columns, order: &[&'a str]) -> Option<&'a str> {
    let main = columns.required().first().copied();
    let named = main.and_then(|main| order.iter().find(|key| **key == main));
    let first = || order.iter().find(|key| !["", "no", "nomor", "no_urut"].contains(key));
    named.or_else(first).copied()
}

/// Where notes begin right below the rows: rows of one cell under rows of several, from the
/// first that lacks the key or says what a note says.
fn tail(lines: &[Line<'_>], keyed: &impl Fn(&Line<'_>) -> bool) -> Option<usize> {
    let single = lines.iter().rev().take_while(|line| line.cells.len() == 1).count();
    let from = lines.len() - single;
    let above = lines.get(..from).filter(|above| !above.is_empty())?;
    let wide = above.iter().all(|line| line.cells.len() > 1);
    let note = |line: &Line<'_>| {
        !keyed(line) || line.cells.iter().any(|(_, text)| is_note(text))
    };
    let begins = lines[from..].iter().position(note).filter(|_| wide)?;
    Some(from + begins)
}

/// Words that begin a note or a signature and no name.
const NOTES: [&str; 10] = [
    "nip",
    "mengetahui",
    "menyetujui",
    "catatan",
    "keterangan",
    "sumber",
    "dibuat",
    "ditetapkan",
    "ket",
    "nb",
];

/// "Catatan: …", "NIP 1968…", "Sangatta, 9 Desember 2024".
fn is_note(text: &str) -> bool {
    let lower = text.to_lowercase();
    let word = lower.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty());
    let dated = text.rsplit_once(',').is_some_and(|(place, date)| {
        place.chars().any(char::is_alphabetic) && bahasa::parse_date(date).is_some()
    });
    dated || text.starts_with('*') || word.is_some_and(|word| NOTES.contains(&word))
}
