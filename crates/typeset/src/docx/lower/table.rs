//! Tables: a fixed grid, spans, repeated heads.

use crate::document::{
    Align, Block, Border, Borders, Cell, ColumnWidth, Paragraph, StyleName, Table,
    TableRole, plain_text,
};
use crate::docx::xml::escape;
use crate::units::{Pt, Rgb};

use super::flow::{
    BlockFlow, BlockPlace, FlowGrid, FlowItem, GridCell, GridRow, Par, keep_row,
};
use super::state::Lowering;

/// A cell that goes on in the rows below.
#[derive(Clone)]
struct OpenCell<'a> {
    cell: &'a Cell,
    span: usize,
    /// Rows still to come.
    rows: usize,
}

impl<'a> Lowering<'a> {
    /// A table, with its caption.
    pub(super) fn table(
        &mut self,
        table: &'a Table,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let mut before = table.before;
        if !table.caption.is_empty() {
            let mut par = Par::new(StyleName::Keterangan);
            let look = self.look(StyleName::Keterangan, &par.text);
            self.inlines(&table.caption, look, &mut par.children);
            par.props.keep_next = Some(true);
            let own = self.doc.styles.para(par.style, &par.props).before;
            if before > own.unwrap_or_default() {
                par.props.before = Some(before);
            }
            flow.add_paragraph(par);
            before = Pt::ZERO;
        }
        let grid = self.grid(table, place);
        if grid.rows.is_empty() {
            return;
        }
        flow.add_table(grid, before);
    }

    fn grid(&mut self, table: &'a Table, place: &BlockPlace) -> FlowGrid {
        let left = table.left + place.list.unwrap_or_default();
        let columns = columns(table, place.width - table.left);
        let mut open: Vec<Option<OpenCell<'a>>> = vec![None; columns.len()];
        let mut rows = Vec::with_capacity(table.rows.len());
        for (index, row) in table.rows.iter().enumerate() {
            let rest = table.rows.len() - index;
            let mut cells = Vec::with_capacity(columns.len());
            let mut given = row.cells.iter();
            let mut column = 0;
            while column < columns.len() {
                let (cell, open_cell) = match open.get_mut(column).and_then(Option::take)
                {
                    Some(above) => {
                        let cell = going_on(&above, row.shade);
                        let rows = above.rows - 1;
                        (cell, (rows > 0).then_some(OpenCell { rows, ..above }))
                    }
                    None => match given.next() {
                        Some(cell) => {
                            // A span ends where a cell from above is in the way.
                            let free = open
                                .iter()
                                .skip(column)
                                .take_while(|o| o.is_none())
                                .count();
                            let span = cell.colspan.clamp(1, free.max(1));
                            let lower = cell.rowspan.clamp(1, rest) - 1;
                            let width: usize =
                                columns.iter().skip(column).take(span).sum();
                            let inner = BlockPlace {
                                width: inner_width(width, table),
                                cell: true,
                                align: cell.align,
                                list: None,
                            };
                            let new = GridCell {
                                span,
                                merge: (lower > 0).then_some(true),
                                border: lines(cell, table, index, lower),
                                shade: cell.shade.or(row.shade),
                                valign: cell.valign,
                                items: self.cell(&cell.blocks, &inner),
                            };
                            let open = OpenCell { cell, span, rows: lower };
                            (new, (lower > 0).then_some(open))
                        }
                        None => (empty(columns.len() - column), None),
                    },
                };
                if let (Some(new), Some(place)) = (open_cell, open.get_mut(column)) {
                    *place = Some(new);
                }
                column += cell.span.max(1);
                cells.push(cell);
            }
            let mut row = GridRow {
                head: index < table.repeated_rows(),
                splittable: row.splittable,
                height: row.min_height,
                cells,
            };
            if table.stays_with_next(index) {
                keep_row(&mut row);
            }
            rows.push(row);
        }
        // As in the layout: a head is never without a row under it, a group's name never
        // without its first row, a sum never without the last.
        let emphasis = |r: usize| table.rows.get(r).is_some_and(|row| row.emphasis);
        let last = rows.len().saturating_sub(1);
        for (index, row) in rows.iter_mut().enumerate().take(last) {
            let group = emphasis(index) || index + 1 == last && emphasis(last);
            if index < table.head_rows || group {
                keep_row(row);
            }
        }
        let below =
            if table.role == TableRole::Data { Pt::ZERO } else { lift(&mut rows) };
        FlowGrid {
            columns,
            left: left.twips(),
            data: table.role == TableRole::Data,
            borders: table.borders,
            pad_y: twips(table.pad_y),
            pad_x: twips(table.pad_x),
            extra: extra(table),
            after: table.after + below,
            rows,
        }
    }

    /// The content of a cell; ends with a paragraph, as Word wants it.
    fn cell(&mut self, blocks: &'a [Block], place: &BlockPlace) -> Vec<FlowItem> {
        let mut flow = BlockFlow::new(&self.doc.styles);
        self.blocks(blocks, &mut flow, place);
        if flow.items.is_empty() {
            flow.add_paragraph(empty_paragraph(place.align));
        }
        flow.finish()
    }
}

/// Takes the room below a table that ends the last row out of its cell. Word wants a paragraph
/// there, and LibreOffice hides it when nothing stands in it: room below the table around is seen
/// in both.
fn lift(rows: &mut [GridRow]) -> Pt {
    let cells = rows.last_mut().into_iter().flat_map(|row| &mut row.cells);
    let mut most = Pt::ZERO;
    for cell in cells {
        let [.., FlowItem::Table(_), FlowItem::Paragraph(end)] = &mut cell.items[..]
        else {
            continue;
        };
        if let Some(room) = &mut end.exact {
            most = most.max(*room - Par::LEAST);
            *room = Par::LEAST;
        }
    }
    most
}

fn empty_paragraph(align: Option<Align>) -> Par {
    let mut par = Par::new(StyleName::IsiTabel);
    par.props.align = align;
    par
}

/// A cell for places the document leaves uncovered.
fn empty(span: usize) -> GridCell {
    let mut cell = going_on(
        &OpenCell {
            cell: &Cell::new(vec![Block::Paragraph(Paragraph::default())]),
            span,
            rows: 0,
        },
        None,
    );
    cell.merge = None;
    cell
}

/// The part of a cell in a row below its first.
fn going_on(above: &OpenCell<'_>, row_shade: Option<Rgb>) -> GridCell {
    let cell = above.cell;
    GridCell {
        span: above.span,
        merge: Some(false),
        border: cell.border.map_or([None; 4], |sides| sides.map(Some)),
        shade: cell.shade.or(row_shade),
        valign: cell.valign,
        items: vec![FlowItem::Paragraph(Box::new(empty_paragraph(None)))],
    }
}

/// A cell's own lines: what it says itself, or the line under the head of a table that has only
/// horizontal ones.
fn lines(
    cell: &Cell,
    table: &Table,
    row: usize,
    rows_below: usize,
) -> [Option<Border>; 4] {
    if let Some(sides) = cell.border {
        return sides.map(Some);
    }
    let ends_head = table.head_rows > 0 && row + rows_below + 1 == table.head_rows;
    if table.borders == Borders::Horizontal && ends_head {
        return [None, None, Some(Border::Thin), None];
    }
    [None; 4]
}

/// Column widths in twips. The edges are rounded, not the widths, so that the sum stays exact.
fn columns(table: &Table, room: Pt) -> Vec<usize> {
    let count = table.columns.len().max(1);
    #[allow(clippy::cast_precision_loss)]
    let share = table.width.unwrap_or(room) / count as f32;
    let mut widths = Vec::with_capacity(count);
    let (mut edge, mut done) = (Pt::ZERO, 0);
    for index in 0..count {
        edge += match table.columns.get(index) {
            Some(ColumnWidth::Fixed(width)) => *width,
            _ => share,
        };
        let next = twips(edge).max(done + 1);
        widths.push(next - done);
        done = next;
    }
    widths
}

#[allow(clippy::cast_precision_loss)]
fn inner_width(width: usize, table: &Table) -> Pt {
    Pt(width as f32 / 20.0) - table.pad_x * 2.0
}

fn extra(table: &Table) -> String {
    let mut out = String::new();
    // The look says which parts of the style's format hold; a head row is one.
    out.push_str(if table.head_rows > 0 {
        "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>"
    } else {
        "<w:tblLook w:val=\"0000\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>"
    });
    for (name, text) in [
        ("tblCaption", plain_text(&table.caption)),
        ("tblDescription", table.summary.clone()),
    ] {
        let text = escape(text.trim());
        if !text.is_empty() {
            out.push_str("<w:");
            out.push_str(name);
            out.push_str(" w:val=\"");
            out.push_str(&text);
            out.push_str("\"/>");
        }
    }
    out
}

/// A length that cannot be negative, in twips.
pub(super) fn twips(length: Pt) -> usize {
    usize::try_from(length.twips()).unwrap_or(0)
}
