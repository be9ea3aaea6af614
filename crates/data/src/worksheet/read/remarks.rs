//! What stands on a worksheet outside the cells that are filled in: none of it is taken, all of
//! it is told.

use std::collections::BTreeMap;

use super::super::column::{Data, SheetColumn};
use super::sheet::Lines;
use crate::book::grid::{Grid, SheetCell};
use crate::import::{Computed, Skipped, cell_number};
use crate::node::plain;
use crate::other_unit;
use bahasa::date::format_date;
use base::diag::Both;
use base::source::Span;
use num_rational::BigRational;

impl Lines<'_, '_, '_> {
    /// Tells of figures above the table, and of units that somebody wrote there; the other texts
    /// are the sheet's own.
    pub(super) fn above(&mut self, grid: &Grid, head: u32) {
        for ((row, column), cell) in grid.cells.range(..(head, 0)) {
            if let SheetCell::Text(text) = cell
                && let Some(problem) = other_unit::of_text(text)
            {
                let span = Span::Cell { file: self.file, row: *row, column: *column };
                self.problems.add(span, problem);
            }
            if let Some(text) = shown(cell)
                && !matches!(cell, SheetCell::Text(_))
            {
                self.pass_over(*row, *column, text);
            }
        }
    }

    /// Tells of what was written outside the cells that are read. `of_nobody`: the line has no
    /// code, so that its other columns say nothing of a service either.
    pub(super) fn remarks(
        &mut self,
        row: u32,
        line: &BTreeMap<u32, &SheetCell>,
        of_nobody: bool,
    ) {
        for (column, cell) in line {
            let known = self.columns.contains_key(column);
            match self.free.get(column) {
                Some(SheetColumn::Percent(part, whole)) if !of_nobody => {
                    self.percent((row, *column), cell, line, (*part, *whole));
                }
                // The sheet numbers its rows.
                Some(SheetColumn::Nomor) if !matches!(cell, SheetCell::Text(_)) => {}
                free if of_nobody || free.is_none() && !known => {
                    if let Some(text) = shown(cell) {
                        self.pass_over(row, *column, text);
                    }
                }
                _ => {}
            }
        }
    }

    /// The sheet's own percentage: a remark typed over it is passed over, another figure is
    /// held against those of its row.
    fn percent(
        &mut self,
        (row, column): (u32, u32),
        cell: &SheetCell,
        line: &BTreeMap<u32, &SheetCell>,
        (part, whole): (Data, Data),
    ) {
        let figure = |wanted: Data| -> Option<BigRational> {
            let mut all = self.columns.iter();
            let (at, _) = all.find(|(_, kind)| **kind == SheetColumn::Input(wanted))?;
            cell_number(line.get(at)?)
        };
        let figures = figure(whole).zip(figure(part));
        if let Some((here, (whole, part))) = cell_number(cell).zip(figures) {
            let differs = Computed::Percent.differs("Persen", &here, (&whole, &part));
            if let Some(problem) = differs {
                self.problems.add(self.at(row, column), problem);
            }
            return;
        }
        if let SheetCell::Text(text) = cell
            && text != "–"
        {
            self.pass_over(row, column, text);
        }
    }

    pub(super) fn pass_over(
        &mut self,
        row: u32,
        column: u32,
        content: impl Into<String>,
    ) {
        let why = Both::new(
            "di luar sel isian; tidak dicatat",
            "outside the cells that are read; not taken",
        );
        let (place, content) = (self.at(row, column), content.into());
        self.gathered.skipped.push(Skipped { place, content, why });
    }
}

/// A cell as somebody typed it; `None` for what a formula failed to give.
fn shown(cell: &SheetCell) -> Option<String> {
    let hundred = || BigRational::from_integer(100.into());
    match cell {
        SheetCell::Text(text) => Some(text.clone()),
        SheetCell::Number(n) => Some(plain(n)),
        SheetCell::Percent(n) => Some(format!("{}%", plain(&(n * hundred())))),
        SheetCell::Bool(yes) => Some(if *yes { "TRUE" } else { "FALSE" }.to_owned()),
        SheetCell::Date(date) => Some(format_date(*date)),
        SheetCell::Time(time) => Some(time.strftime("%H.%M").to_string()),
        SheetCell::Error(_) | SheetCell::NoResult => None,
    }
}
