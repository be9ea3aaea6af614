//! Pipe tables, with widths, spans and a caption from the `:::tabel` around them.

use comrak::nodes::{NodeValue, TableAlignment};

use super::reader::{Node, Reader};
use crate::diag::Problem;
use crate::document::{
    Align, Block, Borders, Cell, ColumnWidth, Inline, Paragraph, ParaProps, Row, StyleName,
    Table, TableRole, TextProps, VAlign, plain_text,
};
use crate::units::{Pt, Rgb};

/// Behind the head of a table (practice: F2F2F2).
pub(crate) const HEAD_SHADE: Rgb = Rgb(0xE7, 0xE6, 0xE6);

/// What `:::tabel` says about the table in it.
#[derive(Debug, Clone)]
pub(super) struct TableOptions {
    pub(super) columns: Vec<ColumnWidth>,
    pub(super) caption: Option<String>,
    pub(super) summary: String,
    pub(super) head_rows: usize,
    pub(super) borders: Borders,
    pub(super) size: Option<Pt>,
    pub(super) row_height: Pt,
    pub(super) splittable: bool,
    pub(super) middle: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            caption: None,
            summary: String::new(),
            head_rows: 1,
            borders: Borders::All,
            size: None,
            row_height: Pt::ZERO,
            splittable: true,
            middle: false,
        }
    }
}

/// What a cell of the markup is.
enum Grid {
    Cell(Cell),
    /// `<<`: part of the cell at its left.
    Left,
    /// `^^`: part of the cell above.
    Above,
}

impl Reader<'_> {
    pub(super) fn table(&mut self, node: Node<'_>, options: &TableOptions) -> Option<Block> {
        let aligns = match &node.data().value {
            NodeValue::Table(table) => table.alignments.clone(),
            _ => return None,
        };
        let span = self.span(node);
        let columns = self.columns(node, options, aligns.len())?;
        let mut grid: Vec<Vec<Grid>> = Vec::new();
        for (index, row) in node.children().enumerate() {
            let head = index < options.head_rows;
            grid.push(self.row(row, &aligns, head, options));
        }
        let rows = match join(grid, options) {
            Ok(rows) => rows,
            Err(detail) => {
                self.problems.add(span, Problem::BadTable { detail });
                return None;
            }
        };
        let caption = match &options.caption {
            Some(text) => {
                vec![Inline::text(format!("{}. {text}", self.numbering.table()))]
            }
            None => Vec::new(),
        };
        let summary = if options.summary.is_empty() {
            options.caption.clone().unwrap_or_default()
        } else {
            options.summary.clone()
        };
        Some(Block::Table(Table {
            role: TableRole::Data,
            columns,
            head_rows: options.head_rows,
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
        node: Node<'_>,
        options: &TableOptions,
        count: usize,
    ) -> Option<Vec<ColumnWidth>> {
        if options.columns.is_empty() {
            return Some(natural(count));
        }
        if options.columns.len() == count {
            return Some(options.columns.clone());
        }
        let detail = format!("`lebar` {} kolom, tabel {count}", options.columns.len());
        let span = self.span(node);
        self.problems.add(span, Problem::BadTable { detail });
        None
    }

    fn row(
        &mut self,
        row: Node<'_>,
        aligns: &[TableAlignment],
        head: bool,
        options: &TableOptions,
    ) -> Vec<Grid> {
        let cells: Vec<Node<'_>> = row.children().collect();
        cells
            .into_iter()
            .zip(aligns.iter().chain(std::iter::repeat(&TableAlignment::None)))
            .map(|(cell, align)| self.cell(cell, *align, head, options))
            .collect()
    }

    fn cell(
        &mut self,
        node: Node<'_>,
        align: TableAlignment,
        head: bool,
        options: &TableOptions,
    ) -> Grid {
        // Marks are read from the source: an escaped `\<\<` from the data stays text.
        let inlines = self.inlines(node);
        match plain_text(&inlines).as_str() {
            "<<" if self.is_mark(node, "<<") => return Grid::Left,
            "^^" if self.is_mark(node, "^^") => return Grid::Above,
            _ => {}
        }
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
        Grid::Cell(Cell {
            valign: if middle { VAlign::Middle } else { VAlign::Top },
            align,
            shade: head.then_some(HEAD_SHADE),
            ..Cell::new(vec![Block::Paragraph(paragraph)])
        })
    }

    fn is_mark(&self, node: Node<'_>, mark: &str) -> bool {
        self.source(node).trim() == mark
    }
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

/// Turns marks into spans.
fn join(grid: Vec<Vec<Grid>>, options: &TableOptions) -> Result<Vec<Row>, String> {
    let mut rows: Vec<Vec<(usize, Cell)>> = Vec::with_capacity(grid.len());
    for (r, line) in grid.into_iter().enumerate() {
        let mut cells: Vec<(usize, Cell)> = Vec::with_capacity(line.len());
        for (c, place) in line.into_iter().enumerate() {
            match place {
                Grid::Cell(cell) => cells.push((c, cell)),
                Grid::Left => match cells.last_mut() {
                    Some((at, cell)) if *at + cell.colspan == c => cell.colspan += 1,
                    _ => return Err(format!("`<<` tanpa sel di kirinya (baris {})", r + 1)),
                },
                Grid::Above => extend_above(&mut rows, r, c)?,
            }
        }
        rows.push(cells);
    }
    let head = options.head_rows;
    Ok(rows
        .into_iter()
        .enumerate()
        .map(|(r, cells)| Row {
            emphasis: r >= head && is_bold(&cells),
            cells: cells.into_iter().map(|(_, cell)| cell).collect(),
            min_height: if r < head { Pt::ZERO } else { options.row_height },
            splittable: options.splittable && r >= head,
            ..Row::default()
        })
        .collect())
}

/// Whether all that a row says is bold: a row of sums or of a group's name.
fn is_bold(cells: &[(usize, Cell)]) -> bool {
    let mut said = cells
        .iter()
        .flat_map(|(_, cell)| &cell.blocks)
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(&paragraph.inlines),
            _ => None,
        })
        .flatten()
        .peekable();
    said.peek().is_some()
        && said.all(|inline| matches!(inline, Inline::Text { style, .. } if style.bold))
}

fn extend_above(
    rows: &mut [Vec<(usize, Cell)>],
    row: usize,
    column: usize,
) -> Result<(), String> {
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
    Err(format!("`^^` tanpa sel di atasnya (baris {})", row + 1))
}
