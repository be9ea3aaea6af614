//! Tables: a strip for each row.

mod edges;
mod grid;
mod row;

pub(crate) use grid::{PlacedCell, place};

use std::rc::Rc;

use crate::document::{
    Borders, ColumnWidth, ParaProps, StyleName, Table, TableRole, TextProps, VAlign,
};
use crate::units::Pt;

use super::build::{Room, StripBuilder};
use super::page::{NodeId, Tag};
use super::strip::{
    CellPart, RowFill, RowFrame, RowParts, Strip, StripFlow, StripHold, TableBreak,
    as_artifacts, rule,
};
use edges::Edges;
use row::LINE;

/// Under a caption.
const CAPTION_GAP: Pt = Pt(3.0);

impl StripBuilder<'_, '_> {
    /// Adds a table's rows to a flow.
    pub(crate) fn table(&mut self, room: &Room, table: &Table, flow: &mut StripFlow) {
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
            strip.hold = StripHold::Strong;
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
        let contents = self.contents(room, table, &placed, &xs);
        let rows = table.rows.len();
        let borders: Vec<Pt> =
            (0..rows).map(|r| if edges.any_above(r) { LINE } else { Pt::ZERO }).collect();
        let heights = row_heights(table, &placed, &contents, &borders);
        // Under the head that is drawn again, a page has only so much room.
        let head: Pt = heights.iter().take(table.repeated_rows()).copied().sum();
        let room_high = self.page_height - head;
        let close = edges.horizontals(rows, &xs);
        let mut fills = fills(table, &placed, &xs);
        let mut cells = placed.iter().zip(contents).peekable();
        let mut strips = Vec::with_capacity(rows);
        for (r, row) in table.rows.iter().enumerate() {
            let mut own = Vec::new();
            let mut extra = Vec::new();
            while let Some((cell, content)) = cells.next_if(|(cell, _)| cell.row == r) {
                let span: Pt =
                    heights[r..(r + cell.rowspan).min(rows)].iter().copied().sum();
                extra.extend(tall_fill(table, cell, &xs, span));
                own.push(CellPart {
                    after: content.height() - super::strip::height(&content.strips),
                    strips: content.strips,
                    // In the middle of several pages nobody would find it.
                    valign: if span > room_high { VAlign::Top } else { cell.cell.valign },
                    spanned: (cell.rowspan > 1).then_some(span),
                });
            }
            let parts = RowParts {
                cells: own,
                pad: table.pad_y,
                border: borders[r],
                frame: RowFrame {
                    dashed: table.borders == Borders::Dashed,
                    fills: std::mem::take(&mut fills[r]),
                    verticals: edges.verticals(r, &xs),
                    top: edges.horizontals(r, &xs),
                    bottom: if r + 1 == rows { close.clone() } else { Vec::new() },
                },
                close: close.clone(),
                extra,
            };
            let crossed = edges.crossed(r) || edges.crossed(r + 1);
            let cuttable = (row.splittable || heights[r] > room_high) && !crossed;
            let high = heights[r];
            let strip = if cuttable { parts.waiting(high) } else { parts.strip(high) };
            let hold = row_hold(table, r, edges.crossed(r));
            strips.push(Strip { span: table.span, hold, ..strip });
        }
        let breaks = Rc::new(TableBreak {
            head_rows: table.head_rows,
            head: as_artifacts(&strips[..table.repeated_rows().min(rows)]),
            foot_line: lines(&close, table.borders),
            top_line: if table.repeated_rows() == 0 {
                lines(&edges.horizontals(0, &xs), table.borders)
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

    /// What the cells say, cell by cell in reading order.
    fn contents(
        &mut self,
        room: &Room,
        table: &Table,
        placed: &[PlacedCell<'_>],
        xs: &[Pt],
    ) -> Vec<StripFlow> {
        let mut row_node: Option<(usize, NodeId)> = None;
        let mut contents: Vec<StripFlow> = Vec::with_capacity(placed.len());
        let whole_page = self.page_height;
        for (index, cell) in placed.iter().enumerate() {
            if cell.row >= table.head_rows && index > 0 && self.page_height == whole_page
            {
                // What stands in a cell never has the whole page.
                let head = head_height(table, &placed[..index], &contents);
                let around = table.pad_y * 2.0 + LINE;
                self.page_height = (whole_page - head - around).max(Pt(20.0));
            }
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
        self.page_height = whole_page;
        contents
    }
}

/// How firmly a row stays with the one above.
fn row_hold(table: &Table, r: usize, crossed: bool) -> StripHold {
    if r == 0 {
        StripHold::Free
    } else if crossed || r <= table.head_rows {
        StripHold::Strong
    } else if table.stays_with_next(r - 1) {
        StripHold::Group
    } else {
        StripHold::Free
    }
}

fn cell_tag(table: &Table, cell: &PlacedCell<'_>) -> Tag {
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
    placed: &[PlacedCell<'_>],
    contents: &[StripFlow],
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

/// About the height of the head, before rows are measured.
fn head_height(table: &Table, placed: &[PlacedCell<'_>], contents: &[StripFlow]) -> Pt {
    let mut heights = vec![Pt::ZERO; table.head_rows];
    for (cell, content) in placed.iter().zip(contents).filter(|(c, _)| c.rowspan == 1) {
        if let Some(height) = heights.get_mut(cell.row) {
            *height = height.max(content.height() + table.pad_y * 2.0 + LINE);
        }
    }
    heights.into_iter().sum()
}

/// The fill of a cell over several rows, drawn as one with its first row: drawn row by row, the
/// lower pieces would cover the cell's text. Such rows are never torn apart by a page.
fn tall_fill(
    table: &Table,
    cell: &PlacedCell<'_>,
    xs: &[Pt],
    span: Pt,
) -> Option<super::page::Item> {
    let color = cell.cell.shade.or(table.rows[cell.row].shade)?;
    let last = xs.len() - 1;
    let (from, to) = (xs[cell.col.min(last)], xs[(cell.col + cell.colspan).min(last)]);
    let rect = [from, Pt::ZERO, to - from, span];
    (cell.rowspan > 1)
        .then(|| super::strip::item(None, super::page::ItemKind::Fill { rect, color }))
}

/// The fills of each row by cells of that row alone, neighbours of one colour as one.
fn fills(table: &Table, placed: &[PlacedCell<'_>], xs: &[Pt]) -> Vec<Vec<RowFill>> {
    let mut rows: Vec<Vec<RowFill>> = vec![Vec::new(); table.rows.len()];
    let last = xs.len() - 1;
    for cell in placed {
        let Some(color) = cell.cell.shade.or(table.rows[cell.row].shade) else {
            continue;
        };
        if cell.rowspan == 1 {
            let to = xs[(cell.col + cell.colspan).min(last)];
            rows[cell.row].push((xs[cell.col.min(last)], to, color));
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
        row.dedup_by(|next, fill| {
            let join = fill.1 == next.0 && fill.2 == next.2;
            if join {
                fill.1 = next.1;
            }
            join
        });
    }
    rows
}

/// Horizontal lines at the top of a strip.
fn lines(edges: &[(Pt, Pt)], borders: Borders) -> Vec<super::page::Item> {
    let dashed = borders == Borders::Dashed;
    edges
        .iter()
        .map(|&(from, to)| rule((from, Pt::ZERO), (to, Pt::ZERO), LINE, dashed))
        .collect()
}
