//! The lines of a table: each edge of the grid is drawn once.

use crate::document::{Border, Borders, Table};
use crate::units::Pt;

use super::PlacedCell;

/// Which edges of the grid carry a line.
pub(super) struct Edges {
    /// Above each row and under the last, for each column.
    horizontal: Vec<Vec<bool>>,
    /// At the left of each column and right of the last, for each row.
    vertical: Vec<Vec<bool>>,
    /// A cell reaches over the upper edge of the row.
    crossed: Vec<bool>,
}

impl Edges {
    pub(super) fn new(table: &Table, placed: &[PlacedCell<'_>], columns: usize) -> Self {
        let rows = table.rows.len();
        let mut edges = Self {
            horizontal: vec![vec![false; columns]; rows + 1],
            vertical: vec![vec![false; columns + 1]; rows],
            crossed: vec![false; rows + 1],
        };
        for cell in placed {
            let (down, right) = (cell.row + cell.rowspan, cell.col + cell.colspan);
            let [top, at_right, bottom, left] = sides(table, cell, rows, columns);
            for col in cell.col..right.min(columns) {
                edges.horizontal[cell.row][col] |= top;
                edges.horizontal[down][col] |= bottom;
            }
            for row in cell.row..down {
                edges.vertical[row][cell.col] |= left;
                edges.vertical[row][right.min(columns)] |= at_right;
            }
            for row in cell.row + 1..down {
                edges.crossed[row] = true;
            }
        }
        edges
    }

    pub(super) fn any_above(&self, row: usize) -> bool {
        self.horizontal[row].contains(&true)
    }

    pub(super) fn crossed(&self, row: usize) -> bool {
        self.crossed[row]
    }

    /// Lines above a row, joined where they touch.
    pub(super) fn horizontals(&self, row: usize, xs: &[Pt]) -> Vec<(Pt, Pt)> {
        let mut lines: Vec<(Pt, Pt)> = Vec::new();
        for (col, _) in self.horizontal[row].iter().enumerate().filter(|(_, on)| **on) {
            match lines.last_mut() {
                Some(line) if line.1 == xs[col] => line.1 = xs[col + 1],
                _ => lines.push((xs[col], xs[col + 1])),
            }
        }
        lines
    }

    /// Where lines run down a row.
    pub(super) fn verticals(&self, row: usize, xs: &[Pt]) -> Vec<Pt> {
        let on = self.vertical[row].iter().zip(xs);
        on.filter(|(on, _)| **on).map(|(_, x)| *x).collect()
    }
}

/// Top, right, bottom, left line of a cell.
fn sides(table: &Table, cell: &PlacedCell<'_>, rows: usize, columns: usize) -> [bool; 4] {
    if let Some(own) = cell.cell.border {
        return own.map(|side| side == Border::Thin);
    }
    let (down, right) = (cell.row + cell.rowspan, cell.col + cell.colspan);
    match table.borders {
        Borders::All | Borders::Dashed => [true; 4],
        Borders::None => [false; 4],
        Borders::Horizontal => [
            cell.row == 0 || cell.row == table.head_rows,
            false,
            down == rows || down == table.head_rows,
            false,
        ],
        Borders::Box => [cell.row == 0, right == columns, down == rows, cell.col == 0],
    }
}
