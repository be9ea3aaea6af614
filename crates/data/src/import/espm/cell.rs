//! What a cell of the form says.

use crate::problem::{FileProblem, SheetProblem};
use crate::tables::Key;
use num_rational::BigRational;

use crate::book::grid::SheetCell;
use crate::node::is_rounded;
use crate::node::plain;
use crate::tables::datum::is_nihil;
use bahasa::parse_number;
use bahasa::rupiah::parse_rupiah;
use base::diag::{AnyProblem, Both};
use field::spm::Amount;

/// A figure of the form.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FormFigure {
    /// Nothing is there.
    Empty,
    /// A dash: whether it means zero or nothing is not said.
    Strip,
    /// The word "nihil".
    Nihil,
    /// A figure.
    Number(Amount),
}

/// Reads a figure, zero or more; `key` names it in the message.
pub(super) fn figure(
    cell: Option<&SheetCell>,
    name_key: Key,
) -> Result<FormFigure, AnyProblem> {
    let key = name_key.into();
    let wrong = |value: &str| FileProblem::of_number(&name_key, value, false);
    match cell {
        None => Ok(FormFigure::Empty),
        Some(SheetCell::Text(text)) => {
            if text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…')) {
                return Ok(FormFigure::Strip);
            }
            if is_nihil(text) {
                return Ok(FormFigure::Nihil);
            }
            // An amount is no share: "90 %" of what is not said here.
            let figure = parse_rupiah(text);
            match figure.clone().ok().and_then(|n| Amount::new(n).ok()) {
                Some(n) => Ok(FormFigure::Number(n)),
                None if figure.is_ok() => Err(below_zero(key, text.clone())),
                None => Err(wrong(text).into()),
            }
        }
        Some(SheetCell::Number(n)) if is_rounded(n) => {
            Err(SheetProblem::LongNumber { key, value: plain(n) }.into())
        }
        Some(SheetCell::Number(n)) => Amount::new(n.clone())
            .map(FormFigure::Number)
            .map_err(|_| below_zero(key, plain(n))),
        Some(SheetCell::Error(value)) => {
            Err(SheetProblem::ErrorCell { key, value: value.clone() }.into())
        }
        Some(SheetCell::NoResult) => Err(SheetProblem::NoResult { key }.into()),
        Some(other) => Err(wrong(&shown(other)).into()),
    }
}

fn below_zero(key: String, value: String) -> AnyProblem {
    FileProblem::OutOfRange {
        key,
        value,
        range: Both::new("paling sedikit 0", "at least 0"),
    }
    .into()
}

/// A computed column, leniently: only a figure can be compared.
pub(super) fn computed(cell: Option<&SheetCell>) -> Option<BigRational> {
    match cell? {
        // A share may be told either way; who compares knows both.
        SheetCell::Number(n) | SheetCell::Percent(n) => Some(n.clone()),
        SheetCell::Text(text) => parse_number(text.trim_start_matches("Rp").trim()).ok(),
        _ => None,
    }
}

/// A cell's text, for names and units.
pub(super) fn text(cell: Option<&SheetCell>) -> String {
    match cell {
        Some(SheetCell::Text(text)) => {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Some(SheetCell::Number(n)) => plain(n),
        _ => String::new(),
    }
}

/// A cell as it is shown in a report.
pub(super) fn shown(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) | SheetCell::Error(text) => text.clone(),
        SheetCell::Number(n) => plain(n),
        SheetCell::Percent(n) => {
            format!("{}%", plain(&(n * BigRational::from_integer(100.into()))))
        }
        SheetCell::Bool(ya) => if *ya { "TRUE" } else { "FALSE" }.to_owned(),
        SheetCell::Date(day) => day.to_string(),
        SheetCell::Time(time) => time.to_string(),
        SheetCell::NoResult => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_people() {
        let table = include_str!("../../../../bahasa/bilangan.txt");
        for line in table.lines().filter(|line| line.starts_with('[')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let text = columns[0][1..columns[0].len() - 1].trim();
            let said = match figure(Some(&SheetCell::Text(text.to_owned())), Key::TARGET)
            {
                Ok(FormFigure::Number(n)) => n.value().to_string(),
                Ok(_) | Err(_) => "x".to_owned(),
            };
            let right = if columns[2].starts_with('-') { "x" } else { columns[2] };
            assert_eq!(said, right, "{text}");
        }
    }
}
