//! Gives what a form made of the attributes of a directive the places of these.

use base::written::Trail;
use typeset::document::{Block, Inline, Paragraph};

use crate::notation::Opening;

/// Each text without a place that is (part of) an attribute's value has its place.
pub(super) fn place(blocks: &mut [Block], opening: &Opening) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => in_paragraph(paragraph, opening),
            Block::Heading(heading) => in_inlines(&mut heading.inlines, opening),
            Block::List(list) => {
                for item in &mut list.items {
                    place(&mut item.blocks, opening);
                }
            }
            Block::Table(table) => {
                in_inlines(&mut table.caption, opening);
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    place(&mut cell.blocks, opening);
                }
            }
            Block::Image(image) => in_inlines(&mut image.caption, opening),
            Block::Keep { blocks, .. } | Block::Upturned(blocks) => {
                place(blocks, opening);
            }
            Block::FitLines(fit) => {
                for line in &mut fit.lines {
                    in_paragraph(line, opening);
                }
            }
            _ => {}
        }
    }
}

fn in_paragraph(paragraph: &mut Paragraph, opening: &Opening) {
    in_inlines(&mut paragraph.inlines, opening);
}

fn in_inlines(inlines: &mut [Inline], opening: &Opening) {
    for inline in inlines {
        match inline {
            Inline::Text { text, trail, .. } if trail.is_empty() => {
                *trail = trail_of(text, opening);
            }
            Inline::Link { inlines, .. } => in_inlines(inlines, opening),
            _ => {}
        }
    }
}

/// Where a text that a form printed comes from: the longest value in it; else the directive.
fn trail_of(text: &str, opening: &Opening) -> Trail {
    let whole = |value: &str| value.trim() == text.trim();
    let values = || {
        let all = opening.attributes.iter();
        all.filter_map(|a| Some((a.value.as_deref()?, &a.trail)))
            .filter(|(value, trail)| !value.trim().is_empty() && !trail.is_empty())
    };
    if let Some((_, trail)) = values().find(|(value, _)| whole(value)) {
        return trail.clone();
    }
    let (lower, mut out) = (text.to_lowercase(), Trail::from(opening.span));
    let within = values().filter_map(|(value, trail)| {
        Some((lower.find(&value.trim().to_lowercase())?, value, trail))
    });
    if let Some((at, value, trail)) = within.max_by_key(|(_, value, _)| value.len()) {
        out.append(at, trail);
        out.push(at + value.len(), opening.span);
    }
    out
}
