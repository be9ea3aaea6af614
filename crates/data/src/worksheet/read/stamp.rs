//! The stamp of a worksheet, and whether it is the one that is wanted.

use super::super::column::{one_line, version};
use super::super::stamp::{BIDANG, LIST_ROW, Stamp, TANDA};
use super::{Expected, stamp_sheet};
use crate::book::Book;
use crate::book::grid::{Grid, SheetCell};
use crate::files::NamedFile;
use crate::node::plain;
use crate::problem::{ReferenceProblem, WorksheetProblem};
use base::diag::{Both, Problems};
use base::source::{FileId, Span};
use field::domain::Periode;

/// Reads the stamp and refuses what is not wanted. What is told is told of the file: nobody sees
/// the sheet of the stamp.
pub(super) fn read(
    book: &mut Book,
    (path, file): (&NamedFile, FileId),
    expected_of: &Expected<'_>,
    problems: &mut Problems,
) -> Option<Stamp> {
    let whole = Span::File(file);
    let bad = |id: &'static str, en: &'static str| WorksheetProblem::BadStamp {
        name: path.into(),
        why: Both::new(id, en),
    };
    let Some(sheet) = stamp_sheet(book) else {
        problems.add(
            whole,
            bad(
                "lembar tersembunyi `_naskah` tidak ada",
                "its hidden sheet `_naskah` is gone",
            ),
        );
        return None;
    };
    let grid = match book.grid(&sheet) {
        Ok(grid) => grid,
        Err(problem) => {
            problems.add(whole, problem);
            return None;
        }
    };
    let (stamped, newest) = (text(&grid, 0, 1), version());
    let known = stamped.parse().is_ok_and(|version| (1..=newest).contains(&version));
    if text(&grid, 0, 0) == TANDA && !known {
        problems.add(
            whole,
            WorksheetProblem::OtherWorksheet {
                what: Both::new("versi", "the version"),
                stamped,
                expected: newest.to_string(),
            },
        );
        return None;
    }
    let Some(stamp) = parse_code(&grid) else {
        problems.add(whole, bad("stempelnya diubah", "its stamp was changed"));
        return None;
    };
    let mut other = |what: Both, stamped: &str, expected: &str| {
        problems.add(
            whole,
            WorksheetProblem::OtherWorksheet {
                what,
                stamped: stamped.to_owned(),
                expected: expected.to_owned(),
            },
        );
    };
    let mut sound = true;
    let daerah = one_line(expected_of.daerah);
    if stamp.daerah != daerah {
        other(Both::new("daerah", "the daerah"), &stamp.daerah, &daerah);
        sound = false;
    }
    match expected_of.asked_opd {
        Some(asked) if asked != stamp.opd => {
            other(Both::new("OPD", "the OPD"), &stamp.opd, asked);
            sound = false;
        }
        _ => {}
    }
    if let Some(asked) = expected_of.periode
        && asked != stamp.periode
        && !(expected_of.next && stamp.periode == asked.next())
    {
        let (stamped, expected) = (stamp.periode.to_string(), asked.to_string());
        problems.add(whole, WorksheetProblem::OtherQuarter { stamped, expected });
        sound = false;
    }
    if sound && !expected_of.opd.contains(&stamp.opd.as_str()) {
        let what = (Both::same("OPD"), Both::same("data/opd.toml"));
        let ids = expected_of.opd.iter().copied();
        problems.add(whole, ReferenceProblem::unknown_id(what, &stamp.opd, ids));
        sound = false;
    }
    sound.then_some(stamp)
}

/// The stamp, if all of it is as it left the house.
fn parse_code(grid: &Grid) -> Option<Stamp> {
    let named = (0_u32..).zip(BIDANG).all(|(row, bidang)| text(grid, row, 0) == bidang);
    if !named {
        return None;
    }
    let last = grid.cells.keys().next_back().map_or(0, |(row, _)| *row);
    let row = (LIST_ROW..=last).map(|row| (text(grid, row, 0), text(grid, row, 1)));
    let stamp = Stamp {
        version: text(grid, 0, 1).parse().ok()?,
        daerah: text(grid, 1, 1),
        opd: text(grid, 2, 1),
        periode: text(grid, 3, 1).parse::<Periode>().ok()?,
        rows: row.filter(|(kode, _)| !kode.is_empty()).collect(),
    };
    (stamp.fingerprint() == text(grid, 4, 1)).then_some(stamp)
}

/// The text of a cell. Other programs may have made a number of a version.
fn text(grid: &Grid, row: u32, column: u32) -> String {
    match grid.cells.get(&(row, column)) {
        Some(SheetCell::Text(text)) => text.clone(),
        Some(SheetCell::Number(n)) => plain(n),
        _ => String::new(),
    }
}
