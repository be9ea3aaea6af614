//! Tables.

use crate::units::{Pt, Rgb};
use base::diag::Span;

use super::{Align, Block, Inline, plain_text};

/// A table.
///
/// ```
/// use naskah_typeset::document::{Block, Cell, ColumnWidth, Paragraph, Row, StyleName, Table};
///
/// let row = |style, cells: [&str; 2]| Row {
///     cells: cells
///         .map(|text| Cell::new(vec![Block::Paragraph(Paragraph::plain(style, text))]))
///         .into(),
///     ..Row::default()
/// };
/// let table = Table {
///     columns: vec![ColumnWidth::Weight(1.0), ColumnWidth::Fit],
///     head_rows: 1,
///     rows: vec![
///         row(StyleName::KepalaTabel, ["Layanan", "Capaian"]),
///         row(StyleName::IsiTabel, ["Pendidikan dasar", "87,50%"]),
///     ],
///     ..Table::default()
/// };
/// assert_eq!(table.repeated_rows(), 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Data, or only a means to place things.
    pub role: TableRole,
    /// Widths of the columns. Layout's settling pass replaces them all by
    /// [`ColumnWidth::Fixed`] before a format is written.
    pub columns: Vec<ColumnWidth>,
    /// Rows at the top that repeat on each page.
    pub head_rows: usize,
    /// The head stands on the first page only.
    pub head_once: bool,
    /// All rows, head first.
    pub rows: Vec<Row>,
    /// Lines of the table.
    pub borders: Borders,
    /// Room inside each cell: above and below.
    pub pad_y: Pt,
    /// Room inside each cell: left and right.
    pub pad_x: Pt,
    /// Room above the table.
    pub before: Pt,
    /// Room below the table.
    pub after: Pt,
    /// Indent from the text's left edge.
    pub left: Pt,
    /// Total width; `None` is the text width less `left`.
    pub width: Option<Pt>,
    /// Printed above, style `Keterangan`.
    pub caption: Vec<Inline>,
    /// What a blind reader hears about the table as a whole.
    pub summary: String,
    /// Where it comes from.
    pub span: Span,
}

impl Table {
    /// Rows at the top that are drawn again where the table goes on on a next page.
    pub const fn repeated_rows(&self) -> usize {
        if self.head_once { 0 } else { self.head_rows }
    }

    /// Whether a row must stand on the page of the next one: a group's name with its first row,
    /// and the last rows together, so that neither a name nor a sum stands alone, nor a sum with
    /// one row. High rows are no such loose end, and holding them would leave half a page empty.
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
        let end =
            row + last >= self.rows.len() && self.is_low(row) && self.is_low(row + 1);
        row >= self.head_rows && row + 1 < self.rows.len() && (group || end)
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

/// About the width of a letter in a table.
const LETTER: Pt = Pt(4.5);

/// Lines up to which a row is low.
const LOW_ROW: f32 = 5.0;

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableRole {
    /// Rows and columns mean something; read out as a table.
    #[default]
    Data,
    /// Only places things side by side (kop, label and value, signatures); read in order.
    Layout,
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnWidth {
    /// As given.
    Fixed(Pt),
    /// A share of what the other columns leave.
    Weight(f32),
    /// As wide as its longest unbreakable content needs, up to its natural width.
    Fit,
}

/// Lines of a table, all of one thickness (0.5 pt).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    /// Around every cell.
    #[default]
    All,
    /// None.
    None,
    /// Above, below and under the head.
    Horizontal,
    /// Only around the table.
    Box,
    /// Dashed around every cell: where to cut.
    Dashed,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Its cells; a cell spanning rows is named only in its first row, one spanning columns
    /// takes the place of several. Every place of the grid is covered exactly once.
    pub cells: Vec<Cell>,
    /// At least this high.
    pub min_height: Pt,
    /// May be split over pages when it is long.
    pub splittable: bool,
    /// Fill behind the row.
    pub shade: Option<Rgb>,
    /// A row of sums or of group names: set bold by the template, its first cell heads the row.
    pub emphasis: bool,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What it says; never empty once finished (an empty paragraph at least).
    pub blocks: Vec<Block>,
    /// Columns it takes, 1 or more.
    pub colspan: usize,
    /// Rows it takes, 1 or more.
    pub rowspan: usize,
    /// Where it stands in the row's height.
    pub valign: VAlign,
    /// Where the lines of its paragraphs stand if they do not say it themselves.
    pub align: Option<Align>,
    /// Fill behind the cell.
    pub shade: Option<Rgb>,
    /// Heads its row for a blind reader (the first column).
    pub row_head: bool,
    /// Its own lines instead of the table's: top, right, bottom, left.
    pub border: Option<[Border; 4]>,
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

/// One side's line of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Border {
    /// No line.
    #[default]
    None,
    /// 0.5 pt.
    Thin,
}

/// Where a cell's content stands in its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VAlign {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
    /// At the foot.
    Bottom,
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            blocks: Vec::new(),
            colspan: 1,
            rowspan: 1,
            valign: VAlign::Top,
            align: None,
            shade: None,
            row_head: false,
            border: None,
        }
    }
}

impl Cell {
    /// A cell of blocks.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { blocks, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Paragraph, StyleName};

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
    fn low_rows_at_the_end_stay_together_and_none_stays_behind_alone() {
        assert_eq!(held(8, 3), [6, 7]);
        assert_eq!(held(4, 3), [3]);
        assert_eq!(held(3, 3), [1, 2]);
        assert_eq!(held(8, 60), [] as [usize; 0]);
    }
}
