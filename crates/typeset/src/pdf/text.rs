//! Shaped text as krilla wants it.

use std::ops::Range;

use krilla::geom::Point;
use krilla::surface::{Location, Surface};
use krilla::text::{Glyph as KrillaGlyph, GlyphId};

use crate::layout::page::{Glyph, TextItem};

use super::fonts::PdfFace;

/// A line break inside a word is a soft hyphen for whoever copies or hears the text
/// (ISO 32000-1, 14.8.2.2.3): it belongs to no character of the word.
const SOFT_HYPHEN: char = '\u{AD}';

/// Behind the hyphen of a compound at the end of a line: else who copies the text takes that
/// hyphen for one that was put there, and "masing-masing" becomes "masingmasing".
const KEEPS_HYPHEN: char = '\u{200B}';

/// Hints for other programs that have no glyph; layout leaves them in the text of the glyph
/// before, where copied text would keep them and PDF/A forbids the last.
const INVISIBLE: [char; 6] =
    [SOFT_HYPHEN, '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}'];

/// A glyph with its text and place.
struct PlacedGlyph {
    id: u32,
    advance: f32,
    dx: f32,
    dy: f32,
    range: Range<usize>,
    location: Option<Location>,
}

impl KrillaGlyph for PlacedGlyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id)
    }
    fn text_range(&self) -> Range<usize> {
        self.range.clone()
    }
    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }
    fn x_offset(&self, size: f32) -> f32 {
        self.dx * size
    }
    fn y_offset(&self, size: f32) -> f32 {
        self.dy * size
    }
    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        self.location
    }
}

/// Draws a text; `Err` if a glyph names bytes that are no characters of the text.
pub(super) fn draw(
    surface: &mut Surface,
    item: &TextItem,
    face: &PdfFace,
    location: Option<Location>,
) -> Result<(), String> {
    let mut text = std::borrow::Cow::Borrowed(item.text.as_ref());
    if item.glyphs.iter().any(|glyph| glyph.start == glyph.end) {
        text.to_mut().push(SOFT_HYPHEN);
    }
    let hyphen = item.text.len()..text.len();
    let kept = ends_with_compound(&item.text);
    if kept {
        text.to_mut().push(KEEPS_HYPHEN);
    }
    let mut units = Units::new(face.font.units_per_em());
    let mut glyphs = Vec::with_capacity(item.glyphs.len());
    for glyph in &item.glyphs {
        let range = glyph.start as usize..glyph.end as usize;
        let own = range.is_empty();
        let Some(says) = item.text.get(range.clone()) else {
            return Err(format!("glyph outside of the text `{}`", item.text));
        };
        // A hint with a glyph of its own keeps its text: no glyph may go without.
        let says = match says.trim_end_matches(INVISIBLE).len() {
            0 => says.len(),
            length => length,
        };
        let mut range = range.start..range.start + says;
        if kept && range.end == item.text.len() {
            range.end = text.len();
        }
        glyphs.push(PlacedGlyph {
            id: own.then_some(face.soft_hyphen).flatten().unwrap_or(glyph.id),
            advance: units.round(glyph),
            dx: glyph.dx,
            dy: glyph.dy,
            range: if own { hyphen.clone() } else { range },
            location,
        });
    }
    let start = Point::from_xy(hundredths(item.x.0), hundredths(item.y.0));
    surface.draw_glyphs(start, &glyphs, face.font.clone(), &text, item.size.0, false);
    Ok(())
}

/// Whether a text ends with the hyphen of a compound that goes on elsewhere.
fn ends_with_compound(text: &str) -> bool {
    let word = |word: &str| {
        word.chars().rev().take(3).filter(|c| c.is_alphabetic()).count() == 3
    };
    text.strip_suffix('-').is_some_and(word)
}

/// Advances in whole units of the face, what is cut off carried to the next glyph. Each word
/// space of a justified line then takes one of two values, and the content compresses well.
struct Units {
    per_em: f32,
    carry: f32,
}

impl Units {
    fn new(per_em: f32) -> Self {
        Self { per_em, carry: 0.0 }
    }

    fn round(&mut self, glyph: &Glyph) -> f32 {
        let exact = glyph.advance * self.per_em + self.carry;
        let whole = exact.round();
        self.carry = exact - whole;
        whole / self.per_em
    }
}

/// No printer shows less than a hundredth of a point; fewer digits make a smaller file.
pub(super) fn hundredths(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hyphen_of_a_compound_is_kept() {
        for (text, kept) in [
            ("masing-", true),
            ("agar perundang-", true),
            ("e-", false),
            ("2024-", false),
            ("-", false),
            ("tiga -", false),
        ] {
            assert_eq!(ends_with_compound(text), kept, "{text}");
        }
    }
}
