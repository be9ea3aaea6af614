//! The figures of an earlier quarter that a worksheet shows for comparison: nothing of them is
//! taken, so what was typed over them is told.

use std::collections::BTreeMap;

use super::super::column::{Data, SheetColumn, SheetForm};
use crate::book::grid::{Grid, SheetCell};
use crate::check::plausible::Capaian;
use crate::head::normal;
use crate::node::plain;
use crate::problem::WorksheetProblem;
use crate::tables::Datum;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::datum::is_nihil;
use base::diag::{AnyProblem, Both};
use base::source::{FileId, Span, cell_name};
use field::domain::Periode;
use num_traits::ToPrimitive;

/// The columns of a sheet that show an earlier quarter, and what was typed over them.
pub(super) struct EarlierColumns<'a> {
    columns: BTreeMap<u32, (Data, Periode)>,
    capaian: &'a Capaian,
    changed: Vec<(u32, u32, String, String)>,
}

impl<'a> EarlierColumns<'a> {
    /// The columns whose headings name an earlier quarter that the workspace knows.
    pub(super) fn new(
        form: &SheetForm,
        (grid, head): (&Grid, u32),
        now: Periode,
        capaian: &'a Capaian,
    ) -> Self {
        let quarters: Vec<Periode> = capaian.range(..now).map(|(p, _)| *p).collect();
        let shown = form.columns.iter().filter_map(|(kind, _)| match kind {
            SheetColumn::Last(data) => Some((*kind, *data)),
            _ => None,
        });
        let titles: Vec<(String, (Data, Periode))> = shown
            .flat_map(|(kind, data)| {
                let title = move |p: &Periode| normal(&kind.title(now, Some(*p)));
                quarters.iter().map(move |p| (title(p), (data, *p)))
            })
            .collect();
        let heads = grid.cells.range((head, 0)..(head + 1, 0));
        let columns = heads.filter_map(|((_, column), cell)| {
            let SheetCell::Text(text) = cell else { return None };
            let text = normal(text);
            let (_, found) = titles.iter().find(|(title, _)| *title == text)?;
            Some((*column, *found))
        });
        Self { columns: columns.collect(), capaian, changed: Vec::new() }
    }

    /// Looks at the row of a service, or of one of its items.
    pub(super) fn row(
        &mut self,
        row: u32,
        line: &BTreeMap<u32, &SheetCell>,
        (kode, butir): (&str, Option<&str>),
    ) {
        for (column, (data, quarter)) in &self.columns {
            let Some(cell) = line.get(column) else { continue };
            let rows = self.capaian.get(quarter).map_or(&[][..], Vec::as_slice);
            let service = rows.iter().find(|r| r.kode.eq_ignore_ascii_case(kode));
            let known = service.and_then(|service| match butir {
                None => LAYANAN.get(service, data.name_key()),
                Some(butir) => {
                    let item =
                        service.mutu.iter().find(|m| normal(&m.nama) == normal(butir));
                    item.and_then(|item| MUTU.get(item, data.name_key()))
                }
            });
            if !same(cell, known.as_ref()) {
                let known = known.map_or_else(|| "–".to_owned(), |d| d.to_string());
                self.changed.push((row, *column, known, shown(cell)));
            }
        }
    }

    /// All that was typed over, told once at the first of its cells.
    pub(super) fn told(self, file: FileId, sheet: &str) -> Option<(Span, AnyProblem)> {
        let (row, column, ..) = self.changed.first()?;
        let span = Span::Cell { file, row: *row, column: *column };
        let list = |known: &str, here: &str| {
            let first = self.changed.iter().take(SHOWN);
            let cells: Vec<String> = first
                .map(|(row, column, data, typed)| {
                    format!(
                        "{}: {known} {data}, {here} {typed}",
                        cell_name(*row, *column)
                    )
                })
                .collect();
            let more = self.changed.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!("; … (+{more})") } else { String::new() };
            format!("{}{more}", cells.join("; "))
        };
        let cells = Both::new(list("data", "di sini"), list("data", "here"));
        let sheet = sheet.to_owned();
        Some((span, WorksheetProblem::ComparisonChanged { sheet, cells }.into()))
    }
}

/// So many cells are named.
const SHOWN: usize = 5;

/// Whether a cell still shows what is known.
fn same(cell: &SheetCell, known: Option<&Datum>) -> bool {
    match (cell, known) {
        (SheetCell::Number(n), Some(Datum::Number(known))) => {
            n == known.value()
                || bahasa::to_spreadsheet(known.value())
                    .is_some_and(|shown| n.to_f64() == Some(shown))
        }
        (SheetCell::Text(text), Some(Datum::Nihil)) => is_nihil(text),
        // A dash or a remark is no figure.
        (SheetCell::Text(text), _) => !text.chars().any(|c| c.is_ascii_digit()),
        (SheetCell::Number(_), _) => false,
        _ => true,
    }
}

fn shown(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Number(n) => bahasa::format_decimal_short(n, 6),
        SheetCell::Text(text) => text.clone(),
        SheetCell::Percent(n) => plain(n),
        _ => String::new(),
    }
}
