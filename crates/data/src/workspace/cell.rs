//! What a single cell holds.

use super::typed_in;
use crate::book::grid::SheetCell;
use crate::node::{Value, is_rounded, is_scientific};
use crate::problem::SheetProblem;
use base::diag::Problems;
use base::source::Span;
use num_rational::BigRational;

/// What the cell of a declared key holds.
pub(super) fn value(
    key: &str,
    cell: &SheetCell,
    span: Span,
    problems: &mut Problems,
) -> Value {
    if let Some(problem) = unreadable(key, cell) {
        problems.add(span, problem);
        return Value::Broken;
    }
    match cell {
        SheetCell::Text(text) => Value::Cell(typed_in::cell(text, span, problems)),
        _ => plain_value(cell),
    }
}

/// Why a cell holds nothing that could be read.
pub(super) fn unreadable(key: &str, cell: &SheetCell) -> Option<SheetProblem> {
    let key = key.to_owned();
    Some(match cell {
        SheetCell::Error(value) => SheetProblem::ErrorCell { key, value: value.clone() },
        SheetCell::NoResult => SheetProblem::NoResult { key },
        SheetCell::Text(text) if is_scientific(text) => {
            SheetProblem::LongNumber { key, value: text.clone() }
        }
        SheetCell::Number(n) if is_rounded(n) => {
            SheetProblem::LongNumber { key, value: crate::node::plain(n) }
        }
        _ => return None,
    })
}

/// What a cell holds, as a message quotes it.
pub(super) fn written(cell: &SheetCell) -> String {
    match plain_value(cell) {
        Value::Cell(text) => text,
        Value::Number(n) => crate::node::plain(&n),
        Value::Date(day) => bahasa::date::format_date(day),
        Value::Time(time) => bahasa::time::format_clock(time),
        _ => "…".to_owned(),
    }
}

/// A cell that is as it should be.
fn plain_value(cell: &SheetCell) -> Value {
    match cell {
        SheetCell::Text(text) => Value::Cell(text.clone()),
        SheetCell::Number(n) => Value::Number(n.clone()),
        SheetCell::Percent(n) => Value::Cell(percent(n)),
        SheetCell::Bool(yes) => Value::Bool(*yes),
        SheetCell::Date(date) => Value::Date(*date),
        SheetCell::Time(time) => Value::Time(*time),
        SheetCell::Error(_) | SheetCell::NoResult => Value::Broken,
    }
}

/// As the sheet shows it: 0.125 is "12,5%".
fn percent(n: &BigRational) -> String {
    let points = n * BigRational::from_integer(100.into());
    format!("{}%", bahasa::format_decimal_short(&points, 10))
}
