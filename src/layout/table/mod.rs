//! Tables: a strip for each row.

mod edges;
mod grid;
mod row;

pub(crate) use grid::{Placed, place};
pub(crate) use row::RowParts;

use std::rc::Rc;

use crate::document::{
    Borders, ColumnWidth, ParaProps, StyleName, Table, TableRole, TextProps,
};
use crate::units::Pt;

use super::build::{Builder, Room};
use super::page::{NodeId, Tag};
use super::strip::{Flow, Hold, Strip, TableBreak, as_artifacts, rule};
use edges::Edges;
use row::{CellPart, RowFrame};

/// Thickness of a table's lines; Word makes each row higher by it.
const LINE: Pt = Pt(0.5);

/// Under a caption.
const CAPTION_GAP: Pt = Pt(3.0);

impl Builder<'_, '_> {
    /// Adds a table's rows to a flow.
    pub(crate) fn table(&mut self, room: &Room, table: &Table, flow: &mut Flow) {
        let widths = widths(table, room.width);
        let total: Pt = widths.iter().copied().sum();
        let over = total - (room.width - table.left);
        self.too_wide(&table.summary, table.span, over);
        let tag = match table.role {
            TableRole::Data => Tag::Table(table.summary.clone()),
            TableRole::Layout => Tag::Div,
        };
        let node = self.node_in(room, tag);
        let inside = Room { node: node.unwrap_or(room.node), ..*room };
        let caption = self.caption(&inside, table);
        let mut before = table.before;
        if !caption.is_empty() {
            flow.block(caption, before, CAPTION_GAP, true);
            before = Pt::ZERO;
        }
        let rows = self.rows(&inside, table, &widths);
        flow.block(rows, before, table.after, false);
    }

    fn caption(&mut self, room: &Room, table: &Table) -> Vec<Strip> {
        if table.caption.is_empty() {
            return Vec::new();
        }
        let tag = if table.role == TableRole::Data { Tag::Caption } else { Tag::P };
        let node = self.node_in(room, tag);
        let style = StyleName::Keterangan;
        let look = self.look(room, style, &ParaProps::default(), &TextProps::default());
        let mut strips = self.text_strips(room, &look, node, &table.caption);
        for strip in strips.iter_mut().skip(1) {
            strip.hold = Hold::Strong;
        }
        strips
    }

    /// The rows as strips.
    fn rows(&mut self, room: &Room, table: &Table, widths: &[Pt]) -> Vec<Strip> {
        let placed = place(table);
        let mut xs = vec![room.x + table.left];
        for width in widths {
            xs.push(xs[xs.len() - 1] + *width);
        }
        let edges = Edges::new(table, &placed, widths.len());
        let mut contents = self.contents(room, table, &placed, &xs);
        let rows = table.rows.len();
        let borders: Vec<Pt> =
            (0..rows).map(|r| if edges.any_above(r) { LINE } else { Pt::ZERO }).collect();
        let heights = row_heights(table, &placed, &contents, &borders);
        let mut strips = Vec::with_capacity(rows);
        for (r, row) in table.rows.iter().enumerate() {
            let mut cells = Vec::new();
            for (index, cell) in placed.iter().enumerate().filter(|(_, c)| c.row == r) {
                let content = std::mem::take(&mut contents[index]);
                let span = &heights[r..(r + cell.rowspan).min(rows)];
                cells.push(CellPart {
                    after: content.height() - super::strip::height(&content.strips),
                    strips: content.strips,
                    valign: cell.cell.valign,
                    spanned: (cell.rowspan > 1).then(|| span.iter().copied().sum()),
                });
            }
            let crossed = edges.crossed(r) || edges.crossed(r + 1);
            let parts = RowParts {
                cells,
                pad: table.pad_y,
                border: borders[r],
                frame: RowFrame {
                    fills: fills(table, &placed, r, &xs),
                    verticals: edges.verticals(r, &xs),
                    top: edges.horizontals(r, &xs),
                    bottom: if r + 1 == rows {
                        edges.horizontals(rows, &xs)
                    } else {
                        Vec::new()
                    },
                },
                close: edges.horizontals(rows, &xs),
            };
            let mut strip = parts.strip(heights[r]);
            strip.span = table.span;
            strip.hold = self.row_hold(table, r, edges.crossed(r));
            let too_high = heights[r] > self.page_height;
            if (row.splittable || too_high) && !crossed {
                strip.parts = Some(Box::new(parts));
            }
            strips.push(strip);
        }
        let breaks = Rc::new(TableBreak {
            head_rows: table.head_rows,
            head: as_artifacts(&strips[..table.head_rows.min(rows)]),
            foot_line: lines(&edges.horizontals(rows, &xs)),
            top_line: if table.head_rows == 0 {
                lines(&edges.horizontals(0, &xs))
            } else {
                Vec::new()
            },
        });
        if table.borders != Borders::None || table.head_rows > 0 {
            for (r, strip) in strips.iter_mut().enumerate() {
                strip.table = Some((Rc::clone(&breaks), r));
            }
        }
        strips
    }

    /// How firmly a row stays with the one above.
    fn row_hold(&self, table: &Table, r: usize, crossed: bool) -> Hold {
        let emphasis = |r: usize| table.rows.get(r).is_some_and(|row| row.emphasis);
        let last = r + 1 == table.rows.len();
        if r == 0 {
            Hold::Free
        } else if crossed || r <= table.head_rows {
            Hold::Strong
        } else if emphasis(r - 1) && r - 1 >= table.head_rows || emphasis(r) && last {
            // A group's name stays with its first row, the sum with the last one.
            Hold::Group
        } else {
            Hold::Free
        }
    }

    /// What the cells say, cell by cell in reading order.
    fn contents(
        &mut self,
        room: &Room,
        table: &Table,
        placed: &[Placed<'_>],
        xs: &[Pt],
    ) -> Vec<Flow> {
        let mut row_node: Option<(usize, NodeId)> = None;
        let mut contents = Vec::with_capacity(placed.len());
        for cell in placed {
            let mut node = room.node;
            if table.role == TableRole::Data && !room.artifact {
                let row = match row_node {
                    Some((row, node)) if row == cell.row => node,
                    _ => self.node(room.node, Tag::Tr),
                };
                row_node = Some((cell.row, row));
                node = self.node(row, cell_tag(table, cell));
            }
            let last = xs.len() - 1;
            let (from, to) =
                (xs[cell.col.min(last)], xs[(cell.col + cell.colspan).min(last)]);
            let inside = Room {
                x: from + table.pad_x,
                width: (to - from - table.pad_x * 2.0).max(Pt(1.0)),
                node,
                align: cell.cell.align,
                style: None,
                in_cell: table.role == TableRole::Data || room.in_cell,
                artifact: room.artifact,
            };
            contents.push(self.flow(&inside, &cell.cell.blocks));
        }
        contents
    }
}

fn cell_tag(table: &Table, cell: &Placed<'_>) -> Tag {
    let (cols, rows) = (cell.colspan, cell.rowspan);
    let emphasis = table.rows.get(cell.row).is_some_and(|row| row.emphasis);
    if cell.row < table.head_rows {
        Tag::Th(true, cols, rows)
    } else if cell.cell.row_head || emphasis && cell.col == 0 {
        Tag::Th(false, cols, rows)
    } else {
        Tag::Td(cols, rows)
    }
}

/// The settled widths; an unsettled table gets equal ones.
pub(crate) fn widths(table: &Table, room: Pt) -> Vec<Pt> {
    let count = u16::try_from(table.columns.len().max(1)).unwrap_or(1);
    let share = (table.width.unwrap_or(room - table.left)) / f32::from(count);
    table
        .columns
        .iter()
        .map(|column| match column {
            ColumnWidth::Fixed(width) => *width,
            _ => share,
        })
        .collect()
}

/// The height of each row: what its cells need, the rest of spanning cells in their last row.
fn row_heights(
    table: &Table,
    placed: &[Placed<'_>],
    contents: &[Flow],
    borders: &[Pt],
) -> Vec<Pt> {
    let mut heights: Vec<Pt> = table.rows.iter().map(|row| row.min_height).collect();
    let need =
        |i: usize, row: usize| contents[i].height() + table.pad_y * 2.0 + borders[row];
    for (i, cell) in placed.iter().enumerate().filter(|(_, c)| c.rowspan == 1) {
        heights[cell.row] = heights[cell.row].max(need(i, cell.row));
    }
    for (i, cell) in placed.iter().enumerate().filter(|(_, c)| c.rowspan > 1) {
        let end = (cell.row + cell.rowspan).min(heights.len());
        let have: Pt = heights[cell.row..end].iter().copied().sum();
        let missing = need(i, cell.row) - have;
        if missing > Pt::ZERO {
            heights[end - 1] += missing;
        }
    }
    heights
}

/// The fills of a row, neighbours of one colour as one.
fn fills(
    table: &Table,
    placed: &[Placed<'_>],
    r: usize,
    xs: &[Pt],
) -> Vec<(Pt, Pt, crate::units::Rgb)> {
    let mut fills: Vec<(Pt, Pt, crate::units::Rgb)> = Vec::new();
    let mut covering: Vec<&Placed<'_>> =
        placed.iter().filter(|c| c.row <= r && r < c.row + c.rowspan).collect();
    covering.sort_by_key(|c| c.col);
    for cell in covering {
        let Some(color) = cell.cell.shade.or(table.rows[cell.row].shade) else {
            continue;
        };
        let last = xs.len() - 1;
        let (from, to) =
            (xs[cell.col.min(last)], xs[(cell.col + cell.colspan).min(last)]);
        match fills.last_mut() {
            Some(fill) if fill.1 == from && fill.2 == color => fill.1 = to,
            _ => fills.push((from, to, color)),
        }
    }
    fills
}

/// Horizontal lines at the top of a strip.
fn lines(edges: &[(Pt, Pt)]) -> Vec<super::page::Item> {
    edges
        .iter()
        .map(|&(from, to)| rule((from, Pt::ZERO), (to, Pt::ZERO), LINE, false))
        .collect()
}
