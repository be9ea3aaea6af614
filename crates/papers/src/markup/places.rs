//! Where the words of a form stand that were written nowhere: at its directive.

use base::source::Span;
use typeset::document::{Block, Inline, Paragraph};

/// Each part of a text without a place is told at the directive. What attributes and the data
/// say has its own place, which a form prints along with it.
pub(super) fn place(blocks: &mut [Block], directive: Span) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => in_paragraph(paragraph, directive),
            Block::Heading(heading) => in_inlines(&mut heading.inlines, directive),
            Block::List(list) => {
                for item in &mut list.items {
                    place(&mut item.blocks, directive);
                }
            }
            Block::Table(table) => {
                in_inlines(&mut table.caption, directive);
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    place(&mut cell.blocks, directive);
                }
            }
            Block::Image(image) => in_inlines(&mut image.caption, directive),
            Block::Chart(chart) => in_inlines(&mut chart.caption, directive),
            Block::Keep { blocks, .. } | Block::Upturned(blocks) => {
                place(blocks, directive);
            }
            Block::FitLines(fit) => {
                for line in &mut fit.lines {
                    in_paragraph(line, directive);
                }
            }
            _ => {}
        }
    }
}

/// The same of one paragraph.
pub(super) fn in_paragraph(paragraph: &mut Paragraph, directive: Span) {
    in_inlines(&mut paragraph.inlines, directive);
}

fn in_inlines(inlines: &mut [Inline], directive: Span) {
    for inline in inlines {
        match inline {
            Inline::Text { trail, .. } => *trail = trail.or(directive),
            Inline::Link { inlines, .. } => in_inlines(inlines, directive),
            _ => {}
        }
    }
}
