//! Gives what a form made of the attributes of a directive the places of these.

use std::ops::Range;

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

/// The same of one paragraph.
pub(super) fn in_paragraph(paragraph: &mut Paragraph, opening: &Opening) {
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

/// Where a text that a form printed comes from: the values in it, the longest first; else the
/// directive.
fn trail_of(text: &str, opening: &Opening) -> Trail {
    let all = opening.attributes.iter();
    let mut values: Vec<(&str, &Trail)> = all
        .filter_map(|a| Some((a.value.as_deref()?, &a.trail)))
        .filter(|(value, trail)| !value.trim().is_empty() && !trail.is_empty())
        .collect();
    if let Some((_, trail)) = values.iter().find(|(value, _)| value.trim() == text.trim())
    {
        return (*trail).clone();
    }
    values.sort_by_key(|(value, _)| std::cmp::Reverse(value.len()));
    let mut found: Vec<(Range<usize>, &Trail)> = Vec::new();
    for (value, trail) in values {
        let Some(at) = within(text, value.trim()) else { continue };
        if found.iter().all(|(known, _)| at.end <= known.start || known.end <= at.start) {
            found.push((at, trail));
        }
    }
    found.sort_by_key(|(at, _)| at.start);
    let mut out = Trail::from(opening.span);
    for (at, trail) in found {
        out.append(at.start, trail);
        out.push(at.end, opening.span);
    }
    out
}

/// So short a value may stand in a word by chance.
const SHORT: usize = 4;

/// Where a value stands in a text, in whatever case; a short one as a word of its own.
fn within(text: &str, value: &str) -> Option<Range<usize>> {
    let (lower, wanted) = (text.to_lowercase(), value.to_lowercase());
    // Only where the case changes no byte's place.
    let same = lower.len() == text.len() && wanted.len() == value.len();
    let at = if same { lower.find(&wanted) } else { text.find(value) }?;
    let range = at..at + value.len();
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let alone = edge(text.get(..range.start)?.chars().next_back())
        && edge(text.get(range.end..)?.chars().next());
    (alone || value.len() >= SHORT).then_some(range)
}
