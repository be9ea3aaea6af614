//! A look through the document before it is laid out.

use crate::document::{Block, Document, Inline, TextField};

use super::block::title;
use super::build::RoundBefore;

/// Whether the text itself holds page numbers, so that one round may not do.
pub(super) fn needs_page_numbers(doc: &Document) -> bool {
    let mut found = false;
    each_block(doc, &mut |block| {
        found |= match block {
            Block::Toc(_) => true,
            Block::Paragraph(paragraph) => has_field(&paragraph.inlines),
            Block::Heading(heading) => has_field(&heading.inlines),
            _ => false,
        };
    });
    found
}

/// All headings on page 0: the right lines, only not yet their numbers.
pub(super) fn first_guess(doc: &Document) -> RoundBefore {
    let mut known = RoundBefore::default();
    each_block(doc, &mut |block| {
        if let Block::Heading(heading) = block
            && !heading.unlisted
        {
            let level = heading.level.max(1);
            known.toc.push((heading.id.clone(), level, title(heading), "0".to_owned()));
        }
    });
    known
}

fn has_field(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Field { field, .. } => {
            matches!(field, TextField::Page | TextField::Pages)
        }
        Inline::Link { inlines, .. } | Inline::Footnote { inlines, .. } => {
            has_field(inlines)
        }
        _ => false,
    })
}

fn each_block(doc: &Document, look: &mut dyn FnMut(&Block)) {
    for section in &doc.sections {
        walk(&section.blocks, look);
    }
}

fn walk(blocks: &[Block], look: &mut dyn FnMut(&Block)) {
    for block in blocks {
        look(block);
        match block {
            Block::List(list) => {
                for item in &list.items {
                    walk(&item.blocks, look);
                }
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    walk(&cell.blocks, look);
                }
            }
            Block::Keep { blocks, .. } | Block::Upturned(blocks) => walk(blocks, look),
            _ => {}
        }
    }
}
