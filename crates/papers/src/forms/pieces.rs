//! Small forms that others are made of: label and value, columns, remarks.

use crate::origins::Line;
use typeset::document::{
    Block, Borders, Cell, ColumnWidth, Inline, List, ListItem, ListMarker, Paragraph,
    Row, StyleName, Table, TableRole, TextProps, VAlign,
};
use typeset::units::{Pt, Rgb};

/// Room at the sides of the cells of label and value.
const PAD: Pt = Pt(3.0);

/// A paragraph of one text.
pub(crate) fn plain(style: StyleName, line: Line) -> Paragraph {
    Paragraph::new(style, vec![Inline::text(line)])
}

/// Label, colon and value, aligned. Several values are numbered; a label without any is a head
/// over the rows below it. `left` indents the whole; the labels take what they need. `size` is
/// another than that of running text.
pub(crate) fn details(
    rows: &[(Line, Vec<Vec<Inline>>)],
    left: Pt,
    size: Option<Pt>,
) -> Block {
    let line = |inlines: Vec<Inline>| {
        let text = TextProps { size, ..TextProps::default() };
        Block::Paragraph(Paragraph {
            text,
            ..Paragraph::new(StyleName::Rincian, inlines)
        })
    };
    let value = |values: &[Vec<Inline>]| match values {
        [] => line(Vec::new()),
        [one] => line(one.clone()),
        many => Block::List(List {
            indent: None,
            marker: ListMarker::Decimal,
            start: 1,
            tight: true,
            level: 0,
            items: many
                .iter()
                .map(|inlines| ListItem { blocks: vec![line(inlines.clone())] })
                .collect(),
            style: StyleName::Rincian,
        }),
    };
    let rows = rows
        .iter()
        .map(|(label, values)| {
            let colon = if values.is_empty() { "" } else { ":" };
            let cells = [
                line(vec![Inline::text(label.clone())]),
                line(vec![Inline::text(colon)]),
                value(values),
            ];
            Row {
                cells: cells.into_iter().map(|block| Cell::new(vec![block])).collect(),
                splittable: true,
                ..Row::default()
            }
        })
        .collect();
    Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![
            ColumnWidth::Fit,
            ColumnWidth::Fixed(Pt(10.0)),
            ColumnWidth::Weight(1.0),
        ],
        rows,
        borders: Borders::None,
        pad_x: PAD,
        // The labels, not the edge of their cells, stand in line with the text around.
        left: left - PAD,
        after: Pt(6.0),
        ..Table::default()
    })
}

/// How cells stand beside each other.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Arrangement {
    /// At least this high, each row.
    pub(crate) height: Pt,
    /// In the middle of the height.
    pub(crate) middle: bool,
    /// Dashed lines to cut along.
    pub(crate) cut: bool,
    /// A row may go on on the next page.
    pub(crate) splittable: bool,
}

/// Blocks side by side, as many in a row as there are widths.
pub(crate) fn columns(
    cells: Vec<Vec<Block>>,
    widths: Vec<ColumnWidth>,
    how: Arrangement,
) -> Block {
    let valign = if how.middle { VAlign::Middle } else { VAlign::Top };
    let mut cells = cells.into_iter().map(|blocks| Cell { valign, ..Cell::new(blocks) });
    let mut rows = Vec::new();
    loop {
        let mut row: Vec<Cell> = cells.by_ref().take(widths.len().max(1)).collect();
        if row.is_empty() {
            break;
        }
        row.resize_with(widths.len().max(1), || Cell::new(Vec::new()));
        rows.push(Row {
            cells: row,
            min_height: how.height,
            splittable: how.splittable,
            ..Row::default()
        });
    }
    Block::Table(Table {
        role: TableRole::Layout,
        columns: widths,
        rows,
        borders: if how.cut { Borders::Dashed } else { Borders::None },
        pad_x: if how.cut { Pt::mm(3.0) } else { Pt(2.0) },
        // Rows of running text stand apart like its paragraphs.
        pad_y: if how.splittable { Pt(2.0) } else { Pt::ZERO },
        ..Table::default()
    })
}

/// A boxed remark on a light ground.
pub(crate) fn remarks(mut blocks: Vec<Block>) -> Block {
    for block in &mut blocks {
        if let Block::Paragraph(paragraph) = block
            && paragraph.style == StyleName::Isi
        {
            paragraph.style = StyleName::IsiRata;
        }
    }
    let cell = Cell { shade: Some(Rgb(0xF2, 0xF2, 0xF2)), ..Cell::new(blocks) };
    Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![ColumnWidth::Weight(1.0)],
        rows: vec![Row { cells: vec![cell], splittable: true, ..Row::default() }],
        borders: Borders::Box,
        pad_y: Pt(4.0),
        pad_x: Pt(7.0),
        before: Pt(4.0),
        after: Pt(8.0),
        ..Table::default()
    })
}
