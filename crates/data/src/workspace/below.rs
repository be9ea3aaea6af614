//! What stands below a list and is no row of it: notes, a place and date, a signature.

use super::apart;
use super::columns::ListColumns;
use super::lines::{RowLine, RowList};
use super::notes::{is_aside, is_note, is_office, is_remark, is_sentence};
use crate::problem::SheetProblem;
use base::diag::{Both, Problems};
use base::source::{Span, cell_name};

/// What of the rows is not read, and what is told of it.
#[derive(Default)]
pub(super) struct UnreadRows {
    /// From here on nothing is a row of the list.
    pub(super) end: Option<usize>,
    /// Rows between the others that are none.
    pub(super) apart: Vec<usize>,
    /// What is told of both.
    pub(super) told: Vec<(Span, SheetProblem)>,
}

/// Looks for what is no row of a list.
pub(super) fn unread(
    columns: ListColumns,
    order: &[&str],
    lines: &[RowLine<'_>],
) -> UnreadRows {
    let Some(key) = key_column(columns, order) else { return UnreadRows::default() };
    let list = RowList::new(lines, key);
    let mut unread = UnreadRows::default();
    if let Some((end, span, problem)) = list.below() {
        unread.end = Some(end);
        unread.told.push((span, problem));
    }
    let rows = lines.get(..unread.end.unwrap_or(lines.len())).unwrap_or_default();
    if key == PERSON {
        let (apart, told) =
            apart::apart(&RowList { numbered: list.numbered, ..RowList::new(rows, key) });
        unread.apart = apart;
        unread.told.extend(told);
    }
    unread
}

/// What is told besides of cells below a list that stand under no heading, the first and the last
/// of them: nothing where what is told already reaches them.
pub(super) fn with_stray(
    unread: &mut UnreadRows,
    last_row: Option<&u32>,
    stray: Option<((u32, u32), (u32, u32))>,
) -> Option<((u32, u32), SheetProblem)> {
    let (first, last) = stray?;
    let end = Both::same(cell_name(last.0, last.1));
    let told = unread.told.iter_mut().find_map(|(_, problem)| match problem {
        SheetProblem::NotesBelow { until, .. }
        | SheetProblem::RowsBelowGap { until, .. } => Some(until),
        _ => None,
    });
    if let Some(until) = told {
        if last_row.is_none_or(|row| *row < last.0) {
            *until = end;
        }
        return None;
    }
    let from = Both::same(cell_name(first.0, first.1));
    Some((first, SheetProblem::NotesBelow { from, until: end }))
}

/// Tells what stands below a list. A note of a unit alone is told as that: what is to be done with
/// it is another thing than with notes, which may stay.
pub(super) fn tell(span: Span, problem: SheetProblem, problems: &mut Problems) {
    let alone = matches!(
        &problem,
        SheetProblem::NotesBelow { from, until } if from == until
    );
    let unit = |p: &SheetProblem| matches!(p, SheetProblem::OtherUnit { .. });
    let here = |other: Span| other == span || other.touches(span);
    let told = problems.iter().any(|d| here(d.span) && d.problem.is_a(unit));
    if !(alone && told) {
        problems.add(span, problem);
    }
}

/// The key of people.
const PERSON: &str = "nama";

/// What the column that numbers the rows is called.
pub(super) const NUMBER: [&str; 5] = ["no", "nomor", "no urut", "nomor urut", "urut"];

/// The column without which a row of the list is none. A person may stand for an office.
fn key_column<'a>(columns: ListColumns, order: &[&'a str]) -> Option<&'a str> {
    let main = columns.required().first().copied().unwrap_or(PERSON);
    let named = order.iter().find(|key| **key == main);
    let first = || order.iter().find(|key| !key.is_empty());
    named.or_else(first).copied()
}

impl RowList<'_> {
    /// From which row on nothing is a row of the list, and what is to be told of it, once.
    fn below(&self) -> Option<(usize, Span, SheetProblem)> {
        let lines = self.lines;
        let find = |is: &dyn Fn(&RowLine<'_>) -> bool| {
            (1..lines.len()).find(|at| is(&lines[*at]))
        };
        let gap = find(&|line| line.gap.is_some());
        let note = find(&|line| self.begins_notes(line));
        let start = [gap, note, self.tail()].into_iter().flatten().min()?;
        let (first, last) = (lines.get(start)?, lines.last()?);
        let (from, until) = (first.first.0.clone(), last.first.0.clone());
        let problem = if self.may_be_data(start) {
            let empty = first.gap.clone().unwrap_or_else(|| from.clone());
            SheetProblem::RowsBelowGap { from, until, empty }
        } else {
            SheetProblem::NotesBelow { from, until }
        };
        Some((start, first.first.1, problem))
    }

    /// Whether a signature or a note begins with this row, though no empty row stands above.
    fn begins_notes(&self, line: &RowLine<'_>) -> bool {
        let in_key = line.text(self.key);
        let told = match in_key {
            Some(text) => is_note(text),
            None => line.cells.iter().any(|(_, text)| is_note(text)),
        };
        told && !line.is_numbered()
    }

    /// Where notes begin right below the rows: from the first that says what a note says, or
    /// lacks the key, among the last rows that are no full ones.
    fn tail(&self) -> Option<usize> {
        let poor = |line: &&RowLine<'_>| {
            line.cells.len() == 1 && !line.is_numbered()
                || self.numbered && line.number.is_empty()
        };
        let from = self.lines.len() - self.lines.iter().rev().take_while(poor).count();
        let above = self.lines.get(..from).filter(|above| !above.is_empty())?;
        let wide = above.iter().all(|line| line.cells.len() > 1);
        let tail = &self.lines[from..];
        if self.numbered && tail.iter().any(|line| self.is_loose(line)) {
            return Some(from);
        }
        let note = |line: &RowLine<'_>| {
            line.cells.len() == 1 && line.text(self.key).is_none() || self.is_loose(line)
        };
        tail.iter().position(note).filter(|_| wide).map(|begins| from + begins)
    }

    /// Whether a row says what a note or a signature says, now that it stands below the list.
    fn is_loose(&self, line: &RowLine<'_>) -> bool {
        let alone = line.cells.len() == 1;
        line.cells.iter().any(|(_, text)| {
            is_note(text)
                || text.ends_with(',')
                || alone
                    && (is_remark(text)
                        || is_sentence(text)
                        || self.key == PERSON && is_office(text))
        })
    }

    /// Whether a row from one on may be one of the list: a person must not be lost for having
    /// an empty row above.
    fn may_be_data(&self, start: usize) -> bool {
        let mut signed = false;
        self.lines[start..].iter().any(|line| {
            let aside = line.cells.iter().any(|(_, text)| is_aside(text));
            signed |= self.is_loose(line) && !aside;
            let named = line.text(self.key).is_some_and(is_named);
            let full = if signed { 3 } else { 1 };
            line.is_numbered() && !line.cells.is_empty()
                || !self.is_loose(line)
                    && line.cells.len() >= full
                    && (named || line.cells.len() > 1)
        })
    }
}

/// Whether a text may be somebody's name.
fn is_named(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}
