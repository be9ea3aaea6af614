//! Pipe tables, with widths, spans and a caption from the `:::tabel` around them.

use crate::problem::TemplateProblem;
use comrak::nodes::{NodeValue, TableAlignment};

use super::reader::{Reader, TreeNode};
use crate::origins::Line;
use base::diag::Both;
use typeset::document::{
    Align, Block, Borders, Cell, ColumnWidth, Inline, ParaProps, Paragraph, Row,
    StyleName, Table, TableRole, TextProps, VAlign, plain_text,
};
use typeset::units::{Pt, Rgb};

/// Behind the head of a table (practice: F2F2F2).
pub(crate) const HEAD_SHADE: Rgb = Rgb(0xE7, 0xE6, 0xE6);

/// What `:::tabel` says about the table in it.
#[derive(Debug, Clone)]
pub(super) struct TableOptions {
    pub(super) columns: Vec<ColumnWidth>,
    pub(super) caption: Option<Line>,
    pub(super) summary: String,
    pub(super) head_rows: usize,
    pub(super) head_once: bool,
    pub(super) borders: Borders,
    pub(super) size: Option<Pt>,
    pub(super) row_height: Pt,
    pub(super) splittable: bool,
    pub(super) middle: bool,
    pub(super) drop_empty: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            caption: None,
            summary: String::new(),
            head_rows: 1,
            head_once: false,
            borders: Borders::All,
            size: None,
            row_height: Pt::ZERO,
            splittable: true,
            middle: false,
            drop_empty: false,
        }
    }
}

/// What a cell of the markup is.
enum MarkedCells {
    Cell(Cell),
    /// `<<`: part of the cell at its left.
    Left,
    /// `^^`: part of the cell above.
    Above,
}

impl Reader<'_> {
    pub(super) fn table(
        &mut self,
        node: TreeNode<'_>,
        options: &TableOptions,
    ) -> Option<Block> {
        let aligns = match &node.data().value {
            NodeValue::Table(table) => table.alignments.clone(),
            _ => return None,
        };
        let span = self.span(node);
        let mut columns = self.columns(node, options, aligns.len())?;
        let mut grid: Vec<Vec<MarkedCells>> = Vec::new();
        for (index, row) in node.children().enumerate() {
            let head = index < options.head_rows;
            self.check_cells(row, aligns.len());
            grid.push(self.row(row, &aligns, head, options));
        }
        if options.drop_empty {
            drop_empty(&mut grid, &mut columns, options.head_rows);
        }
        let rows = match join(grid, options) {
            Ok(rows) => rows,
            Err((row, detail)) => {
                let span = node.children().nth(row).map_or(span, |row| self.span(row));
                self.problems.add(span, TemplateProblem::BadTable { detail });
                return None;
            }
        };
        let caption = match &options.caption {
            Some(said) => {
                let label = Line::from(self.numbering.table().as_str()).ours(". ");
                vec![Inline::text(label.and(said))]
            }
            None => Vec::new(),
        };
        let summary = if options.summary.is_empty() {
            options.caption.as_ref().map(|c| c.text.clone()).unwrap_or_default()
        } else {
            options.summary.clone()
        };
        Some(Block::Table(Table {
            role: TableRole::Data,
            columns,
            head_rows: options.head_rows,
            head_once: options.head_once,
            rows,
            borders: options.borders,
            pad_y: Pt(2.5),
            pad_x: Pt(4.0),
            before: Pt(4.0),
            after: Pt(8.0),
            caption,
            summary,
            span,
            ..Table::default()
        }))
    }

    fn columns(
        &mut self,
        node: TreeNode<'_>,
        options: &TableOptions,
        count: usize,
    ) -> Option<Vec<ColumnWidth>> {
        if options.columns.is_empty() {
            return Some(natural(count));
        }
        if options.columns.len() == count {
            return Some(options.columns.clone());
        }
        let widths = options.columns.len();
        let detail = Both::new(
            format!("`lebar` menyebut {widths} kolom, tabelnya {count}"),
            format!("columns in `lebar`: {widths}, in the table: {count}"),
        );
        let head = node.first_child().unwrap_or(node);
        let span = self.span(head);
        self.problems.add(span, TemplateProblem::BadTable { detail });
        None
    }

    /// Cells beyond the last column would get lost without a word.
    pub(super) fn check_cells(&mut self, row: TreeNode<'_>, columns: usize) -> bool {
        let cells = cells_written(self.source(row));
        if cells == columns {
            return true;
        }
        let detail = Both::new(
            format!("baris ini {cells} kolom, kepala tabel {columns}"),
            format!("columns in this row: {cells}, in the head: {columns}"),
        );
        let span = self.span(row);
        self.problems.add(span, TemplateProblem::BadTable { detail });
        false
    }

    fn row(
        &mut self,
        row: TreeNode<'_>,
        aligns: &[TableAlignment],
        head: bool,
        options: &TableOptions,
    ) -> Vec<MarkedCells> {
        let cells: Vec<TreeNode<'_>> = row.children().collect();
        let marks = marks(self.source(row));
        cells
            .into_iter()
            .zip(aligns.iter().chain(std::iter::repeat(&TableAlignment::None)))
            .enumerate()
            .map(|(index, (cell, align))| match marks.get(index) {
                Some(SpanMark::Left) => MarkedCells::Left,
                Some(SpanMark::Above) => MarkedCells::Above,
                _ => self.cell(cell, *align, head, options),
            })
            .collect()
    }

    fn cell(
        &mut self,
        node: TreeNode<'_>,
        align: TableAlignment,
        head: bool,
        options: &TableOptions,
    ) -> MarkedCells {
        let inlines = self.inlines(node);
        let style = if head { StyleName::KepalaTabel } else { StyleName::IsiTabel };
        let align = match (head, align) {
            (true, _) | (_, TableAlignment::Center) => Some(Align::Center),
            (_, TableAlignment::Right) => Some(Align::Right),
            _ => None,
        };
        let text = TextProps { size: options.size, ..TextProps::default() };
        let props = ParaProps { align, ..ParaProps::default() };
        let span = self.span(node);
        let paragraph = Paragraph { style, props, text, inlines, span };
        let middle = head || options.middle;
        MarkedCells::Cell(Cell {
            valign: if middle { VAlign::Middle } else { VAlign::Top },
            align,
            shade: head.then_some(HEAD_SHADE),
            ..Cell::new(vec![Block::Paragraph(paragraph)])
        })
    }
}

/// What a cell says about spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SpanMark {
    None,
    Left,
    Above,
}

/// The marks of a row's cells, from its line in the text: a `<<` of the data stands there
/// escaped, and so does a pipe.
fn marks(line: &str) -> Vec<SpanMark> {
    let line = line.lines().next().unwrap_or_default().trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    line.split('|')
        .map(|cell| match cell.trim() {
            "<<" => SpanMark::Left,
            "^^" => SpanMark::Above,
            _ => SpanMark::None,
        })
        .collect()
}

/// Widths when nothing is said: the columns share the width by their contents.
fn natural(count: usize) -> Vec<ColumnWidth> {
    let mut columns = vec![ColumnWidth::Fit; count];
    // Some column must take what is left, or the table would not fill the text width.
    if let Some(widest) = columns.get_mut(count / 2) {
        *widest = ColumnWidth::Weight(1.0);
    }
    columns
}

/// How many cells a line of the markup holds: a pipe that is escaped is no border.
fn cells_written(line: &str) -> usize {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut borders = 0;
    let (mut escaped, mut ends_open) = (false, true);
    for c in line.chars() {
        ends_open = c != '|' || escaped;
        borders += usize::from(!ends_open);
        escaped = c == '\\' && !escaped;
    }
    borders + usize::from(ends_open)
}

/// A mark in a row that has nothing to join, and what is to be said.
type Misplaced = (usize, Both);

/// Takes out the columns that say nothing in any row below the head; the first stays, and so does one
/// from which a cell reaches to the right.
fn drop_empty(
    grid: &mut [Vec<MarkedCells>],
    columns: &mut Vec<ColumnWidth>,
    head: usize,
) {
    let keeps: Vec<bool> = (0..columns.len())
        .map(|at| {
            let reaches = grid.iter().any(|row| {
                matches!(row.get(at..at + 2), Some([MarkedCells::Cell(_), MarkedCells::Left]))
            });
            let says = |row: &Vec<MarkedCells>| {
                matches!(row.get(at), Some(MarkedCells::Cell(cell)) if !says_nothing(cell))
            };
            at == 0 || reaches || grid.iter().skip(head).any(says)
        })
        .collect();
    let kept = |at: usize| keeps.get(at).copied().unwrap_or(true);
    for row in grid {
        let mut at = 0..;
        row.retain(|_| at.next().is_none_or(&kept));
    }
    let mut at = 0..;
    columns.retain(|_| at.next().is_none_or(&kept));
}

fn says_nothing(cell: &Cell) -> bool {
    cell.blocks.iter().all(|block| match block {
        Block::Paragraph(paragraph) => {
            let text = plain_text(&paragraph.inlines);
            matches!(text.trim(), "" | "-" | "–" | "—")
        }
        _ => false,
    })
}

/// Turns marks into spans.
fn join(
    grid: Vec<Vec<MarkedCells>>,
    options: &TableOptions,
) -> Result<Vec<Row>, Misplaced> {
    let mut rows: Vec<Vec<(usize, Cell)>> = Vec::with_capacity(grid.len());
    for (r, line) in grid.into_iter().enumerate() {
        let mut cells: Vec<(usize, Cell)> = Vec::with_capacity(line.len());
        for (c, place) in line.into_iter().enumerate() {
            match place {
                MarkedCells::Cell(cell) => cells.push((c, cell)),
                MarkedCells::Left => match cells.last_mut() {
                    Some((at, cell)) if *at + cell.colspan == c => cell.colspan += 1,
                    _ => {
                        let detail = Both::new(
                            "`<<` tanpa sel di kirinya",
                            "`<<` with no cell at its left",
                        );
                        return Err((r, detail));
                    }
                },
                MarkedCells::Above => extend_above(&mut rows, r, c)?,
            }
        }
        rows.push(cells);
    }
    let head = options.head_rows;
    Ok(rows
        .into_iter()
        .enumerate()
        .map(|(r, cells)| Row {
            emphasis: r >= head && is_emphasis(&cells),
            cells: cells.into_iter().map(|(_, cell)| cell).collect(),
            min_height: if r < head { Pt::ZERO } else { options.row_height },
            splittable: options.splittable && r >= head,
            ..Row::default()
        })
        .collect())
}

/// Whether a row names a group or is a sum: it has text, and all of it is bold.
fn is_emphasis(cells: &[(usize, Cell)]) -> bool {
    let mut any = false;
    for block in cells.iter().flat_map(|(_, cell)| &cell.blocks) {
        let Block::Paragraph(paragraph) = block else { return false };
        for inline in &paragraph.inlines {
            match inline {
                Inline::Text { text, .. } if text.trim().is_empty() => {}
                Inline::Text { style, .. } if style.bold => any = true,
                _ => return false,
            }
        }
    }
    any
}

fn extend_above(
    rows: &mut [Vec<(usize, Cell)>],
    row: usize,
    column: usize,
) -> Result<(), Misplaced> {
    for (r, cells) in rows.iter_mut().enumerate().rev() {
        let covering = cells
            .iter_mut()
            .find(|(at, cell)| *at <= column && column < *at + cell.colspan);
        if let Some((at, cell)) = covering {
            if r + cell.rowspan == row && *at == column {
                cell.rowspan += 1;
            }
            return Ok(());
        }
    }
    Err((row, Both::new("`^^` tanpa sel di atasnya", "`^^` with no cell above it")))
}
