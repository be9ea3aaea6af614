//! Gives what a form made of the attributes of a directive the places of these.

use std::ops::Range;

use base::source::Span;
use base::written::Trail;
use typeset::document::{Block, Inline, Paragraph};

use crate::notation::Opening;

/// Each text without a place that is (part of) an attribute's value has its place. A form prints
/// attributes in their order, so that of two that say the same each is found once.
pub(super) fn place(blocks: &mut [Block], opening: &Opening) {
    Values::of(opening).place(blocks);
}

/// The same of one paragraph.
pub(super) fn in_paragraph(paragraph: &mut Paragraph, opening: &Opening) {
    Values::of(opening).in_inlines(&mut paragraph.inlines);
}

/// What the attributes say, the longest first.
struct Values<'a> {
    all: Vec<Value<'a>>,
    span: Span,
}

struct Value<'a> {
    text: &'a str,
    trail: &'a Trail,
    /// How often a form has printed it.
    printed: usize,
}

impl<'a> Values<'a> {
    fn of(opening: &'a Opening) -> Self {
        let all = opening.attributes.iter();
        let mut all: Vec<Value<'_>> = all
            .filter_map(|a| Some((a.value.as_deref()?.trim(), &a.trail)))
            .filter(|(text, trail)| !text.is_empty() && !trail.is_empty())
            .map(|(text, trail)| Value { text, trail, printed: 0 })
            .collect();
        all.sort_by_key(|value| std::cmp::Reverse(value.text.len()));
        Self { all, span: opening.span }
    }

    fn place(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.in_inlines(&mut paragraph.inlines),
                Block::Heading(heading) => self.in_inlines(&mut heading.inlines),
                Block::List(list) => {
                    for item in &mut list.items {
                        self.place(&mut item.blocks);
                    }
                }
                Block::Table(table) => {
                    self.in_inlines(&mut table.caption);
                    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                        self.place(&mut cell.blocks);
                    }
                }
                Block::Image(image) => self.in_inlines(&mut image.caption),
                Block::Keep { blocks, .. } | Block::Upturned(blocks) => {
                    self.place(blocks);
                }
                Block::FitLines(fit) => {
                    for line in &mut fit.lines {
                        self.in_inlines(&mut line.inlines);
                    }
                }
                _ => {}
            }
        }
    }

    fn in_inlines(&mut self, inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, trail, .. } if trail.is_empty() => {
                    *trail = self.trail_of(text);
                }
                Inline::Link { inlines, .. } => self.in_inlines(inlines),
                _ => {}
            }
        }
    }

    /// Where a text that a form printed comes from: the values in it; else the directive.
    fn trail_of(&mut self, text: &str) -> Trail {
        if let Some(trail) = self.next(text.trim()) {
            return trail.clone();
        }
        let mut found: Vec<(Range<usize>, &Trail)> = Vec::new();
        let mut values: Vec<&str> = self.all.iter().map(|value| value.text).collect();
        values.dedup();
        for value in values {
            let Some(at) = within(text, value) else { continue };
            let free = |(known, _): &(Range<usize>, &Trail)| {
                at.end <= known.start || known.end <= at.start
            };
            if found.iter().all(free) {
                found.extend(self.next(value).map(|trail| (at, trail)));
            }
        }
        found.sort_by_key(|(at, _)| at.start);
        let mut out = Trail::from(self.span);
        for (at, trail) in found {
            out.append(at.start, trail);
            out.push(at.end, self.span);
        }
        out
    }

    /// Of the values that say this, the one that was printed least often.
    fn next(&mut self, text: &str) -> Option<&'a Trail> {
        let all = self.all.iter_mut().filter(|value| value.text == text);
        let value = all.min_by_key(|value| value.printed)?;
        value.printed += 1;
        Some(value.trail)
    }
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
