//! Tables.

use crate::units::{Pt, Rgb};
use base::diag::Span;

use super::{Align, Block, Inline};

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
#[derive(Debug, Clone, PartialEq, Default)]
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
}

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
#[derive(Debug, Clone, PartialEq, Default)]
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
#[derive(Debug, Clone, PartialEq)]
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
