//! Which cell stands where.

use crate::document::{Cell, Table};

/// A cell with its place.
pub(crate) struct PlacedCell<'t> {
    pub(crate) row: usize,
    pub(crate) col: usize,
    pub(crate) colspan: usize,
    pub(crate) rowspan: usize,
    pub(crate) cell: &'t Cell,
}

/// Gives each cell its place, row by row; spans are cut at the table's edges.
pub(crate) fn place(table: &Table) -> Vec<PlacedCell<'_>> {
    let columns = table.columns.len().max(1);
    let rows = table.rows.len();
    // For each column, the first row that no cell above reaches into.
    let mut free = vec![0; columns];
    let mut placed = Vec::new();
    for (r, row) in table.rows.iter().enumerate() {
        let mut col = 0;
        for cell in &row.cells {
            while col < columns && free[col] > r {
                col += 1;
            }
            if col >= columns {
                break;
            }
            let colspan = cell.colspan.clamp(1, columns - col);
            let rowspan = cell.rowspan.clamp(1, rows - r);
            for slot in &mut free[col..col + colspan] {
                *slot = r + rowspan;
            }
            placed.push(PlacedCell { row: r, col, colspan, rowspan, cell });
            col += colspan;
        }
    }
    placed
}
