//! Sheets: a form of many rows cut into pages, each with its own head.

use crate::document::{Block, Row, Sheet, Table, TextField};
use crate::layout::build::Room;
use crate::layout::frame::fill_fields;
use crate::layout::strip::{StripFlow, height};
use crate::units::Pt;

use super::Settler;

/// Room left free on each sheet, so that Word, which measures a little differently, does not
/// push the last row to a page of its own.
const FILLED: f32 = 0.97;

impl Settler<'_, '_, '_> {
    /// Replaces a sheet by head, table and foot for each page.
    pub(super) fn sheet(&mut self, room: &Room, mut sheet: Sheet, out: &mut Vec<Block>) {
        self.blocks(room, &mut sheet.head);
        self.blocks(room, &mut sheet.foot);
        self.table(room, &mut sheet.table);
        let cuts = self.cuts(room, &sheet);
        let count = cuts.len();
        if out.last().is_some_and(|block| !matches!(block, Block::PageBreak)) {
            out.push(Block::PageBreak);
        }
        let rows_of_all = std::mem::take(&mut sheet.table.rows);
        let mut first = 0;
        for (number, rows) in cuts.into_iter().enumerate() {
            if number > 0 {
                out.push(Block::PageBreak);
            }
            let last = first + rows;
            let fill = |field: TextField| match field {
                TextField::SheetNumber => Some((number + 1).to_string()),
                TextField::SheetCount => Some(count.to_string()),
                TextField::FirstRow => Some(format!("{:02}", (first + 1).min(last))),
                TextField::LastRow => Some(format!("{last:02}")),
                TextField::Page | TextField::Pages | TextField::Anchor(_) => None,
            };
            let mut head = sheet.head.clone();
            fill_blocks(&mut head, &fill);
            out.append(&mut head);
            let mut table = part(&sheet.table, &rows_of_all, first, rows);
            fill_table(&mut table, &fill);
            out.push(Block::Table(table));
            first = last;
        }
        if !sheet.foot.is_empty() {
            out.push(Block::Keep { blocks: sheet.foot, with_previous: 2 });
        }
    }

    /// How many rows stand on each sheet.
    fn cuts(&mut self, room: &Room, sheet: &Sheet) -> Vec<usize> {
        let height_of_page = self.page_height * FILLED;
        let mut builder = self.builder();
        let head = builder.flow(room, &sheet.head).height();
        let foot = builder.flow(room, &sheet.foot).height();
        let mut flow = StripFlow::default();
        builder.table(room, &sheet.table, &mut flow);
        let count = flow.strips.len().saturating_sub(sheet.table.rows.len());
        let top = count + sheet.table.head_rows.min(sheet.table.rows.len());
        let (fixed, rows) = flow.strips.split_at(top);
        let around = head + height(fixed) + sheet.table.before + sheet.table.after;
        let rows: Vec<Pt> = rows.iter().map(|row| row.gap + row.height).collect();
        cut(&rows, height_of_page - around, foot, sheet.max_rows.max(1))
    }
}

/// Fills sheets from the first on; if the foot does not fit under the last, one more sheet
/// takes the last rows.
fn cut(rows: &[Pt], room: Pt, foot: Pt, max: usize) -> Vec<usize> {
    let mut cuts: Vec<usize> = Vec::new();
    let mut used = Pt::ZERO;
    for &row in rows {
        match cuts.last_mut() {
            Some(count) if *count < max && used + row <= room => {
                *count += 1;
                used += row;
            }
            _ => {
                cuts.push(1);
                used = row;
            }
        }
    }
    let Some(last) = cuts.pop() else { return vec![0] };
    if used + foot <= room || last < 2 {
        cuts.push(last);
        return cuts;
    }
    // As many rows above the foot as fit, but not more than half: two sheets alike.
    let mut with_foot = 0;
    let mut used = foot;
    for &row in rows.iter().rev() {
        used += row;
        if used > room || with_foot == last / 2 {
            break;
        }
        with_foot += 1;
    }
    let with_foot = with_foot.max(1);
    cuts.push(last - with_foot);
    cuts.push(with_foot);
    cuts
}

/// A table with the head and some of the rows.
fn part(table: &Table, rows: &[Row], first: usize, count: usize) -> Table {
    let (head, body) = rows.split_at(table.head_rows.min(rows.len()));
    let to = (first + count).min(body.len());
    let mut part = table.clone();
    part.rows = head.iter().chain(&body[first.min(to)..to]).cloned().collect();
    part
}

fn fill_table(table: &mut Table, fill: &dyn Fn(TextField) -> Option<String>) {
    fill_fields(&mut table.caption, fill);
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        fill_blocks(&mut cell.blocks, fill);
    }
}

fn fill_blocks(blocks: &mut [Block], fill: &dyn Fn(TextField) -> Option<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => fill_fields(&mut paragraph.inlines, fill),
            Block::Heading(heading) => fill_fields(&mut heading.inlines, fill),
            Block::Table(table) => fill_table(table, fill),
            Block::List(list) => {
                for item in &mut list.items {
                    fill_blocks(&mut item.blocks, fill);
                }
            }
            Block::Keep { blocks, .. } => fill_blocks(blocks, fill),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_fill_up_and_the_foot_finds_room() {
        let rows = vec![Pt(20.0); 50];
        assert_eq!(cut(&rows, Pt(500.0), Pt(0.0), 25), [25, 25]);
        assert_eq!(cut(&rows, Pt(500.0), Pt(100.0), 25), [25, 13, 12]);
        assert_eq!(cut(&rows[..10], Pt(500.0), Pt(100.0), 25), [10]);
        assert_eq!(cut(&[], Pt(500.0), Pt(100.0), 25), [0]);
        assert_eq!(cut(&rows, Pt(205.0), Pt(0.0), 25), [10; 5]);
    }
}
