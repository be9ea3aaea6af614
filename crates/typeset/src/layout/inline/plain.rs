//! Text set by the program itself: markers, numbers, dots.

use crate::fonts::FontId;
use crate::layout::build::StripBuilder;
use crate::layout::page::{Glyph, Item, ItemKind, NodeId, TextItem};
use crate::layout::shaper::WordGlyph;
use crate::layout::strip::item;
use crate::units::{Pt, Rgb};

/// Text set by the program itself, with its width.
pub(crate) fn plain(
    builder: &mut StripBuilder<'_, '_>,
    text: &str,
    font: FontId,
    size: Pt,
    color: Rgb,
    at: (Pt, Pt),
    node: Option<NodeId>,
) -> (Vec<Item>, Pt) {
    let word = builder.shaper.word(font, text);
    let mut x = at.0;
    let mut items = Vec::new();
    for glyphs in chunks(&word.glyphs) {
        let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else { continue };
        let part = text.get(first.start as usize..last.end as usize).unwrap_or_default();
        let kind = ItemKind::Text(TextItem {
            x,
            y: at.1,
            font: first.font,
            size,
            color,
            text: part.into(),
            glyphs: glyphs
                .iter()
                .map(|g| Glyph {
                    id: g.id,
                    advance: g.advance,
                    dx: g.dx,
                    dy: g.dy,
                    start: g.start - first.start,
                    end: g.end - first.start,
                })
                .collect(),
            anchor: false,
        });
        items.push(item(node, kind));
        x += size * glyphs.iter().map(|g| g.advance).sum::<f32>();
    }
    (items, x - at.0)
}

/// Glyphs cut where the face changes.
pub(super) fn chunks(glyphs: &[WordGlyph]) -> impl Iterator<Item = &[WordGlyph]> {
    glyphs.chunk_by(|a, b| a.font == b.font)
}

/// Dots between two places of a line.
pub(crate) fn dots(
    builder: &mut StripBuilder<'_, '_>,
    font: FontId,
    size: Pt,
    color: Rgb,
    (from, to, y): (Pt, Pt, Pt),
) -> Vec<Item> {
    let step = size * builder.shaper.word(font, ".").width;
    let (from, to) = (from + size * 0.2, to - size * 0.2);
    if step <= Pt::ZERO {
        return Vec::new();
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = ((to - from).0 / step.0).floor().max(0.0) as usize;
    if count == 0 {
        return Vec::new();
    }
    #[allow(clippy::cast_precision_loss)]
    let start = to - step * count as f32;
    plain(builder, &".".repeat(count), font, size, color, (start, y), None).0
}
