//! What among blocks may be set tighter: one walk for all who do it.

use super::{Block, Paragraph, Rule, StyleName, Table};

/// Something with room around it.
pub(super) enum Loose<'b> {
    /// A paragraph, with the style it is set in.
    Paragraph(&'b mut Paragraph, StyleName),
    /// A table; what is in its cells comes by itself.
    Table(&'b mut Table),
    /// A line.
    Rule(&'b mut Rule),
}

/// Whether what stands in the cells of tables is walked as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// It is.
    Walked,
    /// It is not.
    Left,
}

/// Hands over all that may be set tighter, in order. The room for a signature never may.
pub(super) fn each_loose(
    blocks: &mut [Block],
    cells: Cells,
    set: &mut impl FnMut(Loose<'_>),
) {
    walk(blocks, None, cells, set);
}

/// `style` is that of the list around, which its plain paragraphs are set in.
fn walk(
    blocks: &mut [Block],
    style: Option<StyleName>,
    cells: Cells,
    set: &mut impl FnMut(Loose<'_>),
) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let own = paragraph.style;
                let style = style.filter(|_| own == StyleName::Isi).unwrap_or(own);
                if style != StyleName::TandaTangan {
                    set(Loose::Paragraph(paragraph, style));
                }
            }
            Block::List(list) => {
                for item in &mut list.items {
                    walk(&mut item.blocks, Some(list.style), cells, set);
                }
            }
            Block::Table(table) => {
                if cells == Cells::Walked {
                    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                        walk(&mut cell.blocks, None, cells, set);
                    }
                }
                set(Loose::Table(table));
            }
            Block::Keep { blocks, .. } => walk(blocks, style, cells, set),
            Block::Rule(rule) => set(Loose::Rule(rule)),
            // What is fitted already, asked for in millimetres, or a form of its own.
            Block::FitLines(_)
            | Block::Space(_)
            | Block::Heading(_)
            | Block::Image(_)
            | Block::Chart(_)
            | Block::PageBreak
            | Block::Toc(_)
            | Block::Sheet(_)
            | Block::Upturned(_) => {}
        }
    }
}
