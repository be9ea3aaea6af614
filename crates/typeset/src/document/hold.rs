//! Which rows of a table stay together where a page ends.

use super::{Block, Cell, ColumnWidth, Row, Table, TableRole, plain_text};
use crate::units::Pt;

/// About the width of a letter in a table.
const LETTER: Pt = Pt(4.5);

/// Lines up to which a row is low.
const LOW_ROW: f32 = 5.0;

/// Rows up to which a form for hands is one thing to look at.
const FORM_ROWS: usize = 16;

impl Table {
    /// Whether a row must stand on the page of the next one: a group's name with its first row,
    /// and the last rows together, so that neither a name nor a sum stands alone, nor a sum with
    /// one row, nor one row under the head. A form that is filled by hand stays whole. High rows are no such
    /// loose end, and holding them would leave half a page empty.
    pub fn stays_with_next(&self, row: usize) -> bool {
        let body = self.rows.len().saturating_sub(self.head_rows);
        let group = self.rows.get(row).is_some_and(|r| r.emphasis);
        let sum = self.rows.last().is_some_and(|r| r.emphasis);
        let last = match body {
            0..=2 => 1,
            3..=4 => 2,
            _ if sum => 4,
            _ => 3,
        };
        // Nor does the first row stay behind alone where all others go on.
        let last = if body > 2 && body == last + 1 { body } else { last };
        let begins = row == self.head_rows;
        let low = || self.is_low(row) && self.is_low(row + 1);
        let loose = (row + last >= self.rows.len() || begins) && low();
        let inner = row >= self.head_rows && row + 1 < self.rows.len();
        inner && (group || loose || self.is_form())
    }

    /// Whether most of it is left to be written by hand.
    fn is_form(&self) -> bool {
        let body = self.rows.get(self.head_rows..).unwrap_or_default();
        let open = |row: &Row| {
            let empty = row.cells.iter().filter(|cell| cell.letters() == 0.0).count();
            empty * 2 >= row.cells.len()
        };
        self.role == TableRole::Data
            && (2..=FORM_ROWS).contains(&body.len())
            && body.iter().all(open)
    }

    /// Whether a row has only few lines, as far as its words and the settled widths tell.
    fn is_low(&self, row: usize) -> bool {
        let Some(row) = self.rows.get(row) else { return true };
        let mut column = 0;
        row.cells.iter().all(|cell| {
            let columns = self.columns.iter().skip(column).take(cell.colspan);
            column += cell.colspan;
            let widths: Option<Vec<Pt>> = columns
                .map(|column| match column {
                    ColumnWidth::Fixed(width) => Some(*width),
                    _ => None,
                })
                .collect();
            let Some(widths) = widths else { return true };
            let width = widths.into_iter().sum::<Pt>() - self.pad_x * 2.0;
            cell.letters() * LETTER.0 <= width.0 * LOW_ROW
        })
    }
}

impl Cell {
    /// How many letters its paragraphs have.
    fn letters(&self) -> f32 {
        let of = |block: &Block| match block {
            Block::Paragraph(paragraph) => plain_text(&paragraph.inlines).chars().count(),
            _ => 0,
        };
        let all: usize = self.blocks.iter().map(of).sum();
        u16::try_from(all).map_or(f32::MAX, f32::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Paragraph, Row, StyleName};

    fn table(rows: usize, words: usize) -> Table {
        let cell = || {
            let text = "kata ".repeat(words);
            Cell::new(vec![Block::Paragraph(Paragraph::plain(StyleName::IsiTabel, text))])
        };
        let row = |_| Row { cells: vec![cell()], ..Row::default() };
        Table {
            columns: vec![ColumnWidth::Fixed(Pt(100.0))],
            head_rows: 1,
            rows: (0..=rows).map(row).collect(),
            ..Table::default()
        }
    }

    fn held(rows: usize, words: usize) -> Vec<usize> {
        let table = table(rows, words);
        (0..=rows).filter(|&row| table.stays_with_next(row)).collect()
    }

    #[test]
    fn a_form_for_hands_stays_whole() {
        let mut form = table(6, 1);
        for (at, row) in form.rows.iter_mut().enumerate().skip(1) {
            let text = Paragraph::plain(StyleName::IsiTabel, at.to_string());
            let number = Cell::new(vec![Block::Paragraph(text)]);
            row.cells = vec![number, Cell::default(), Cell::default()];
        }
        assert!((1..6).all(|row| form.stays_with_next(row)));
        assert!(!form.stays_with_next(6));
    }

    #[test]
    fn low_rows_at_the_end_stay_together_and_none_stays_behind_alone() {
        assert_eq!(held(8, 3), [1, 6, 7]);
        assert_eq!(held(4, 3), [1, 3]);
        assert_eq!(held(3, 3), [1, 2]);
        assert_eq!(held(8, 60), [] as [usize; 0]);
    }
}
