//! How much room words ask for, by which papers that differ in words alone are compared.

use super::break_points::break_points;
use crate::document::Face;
use crate::layout::Shaper;

/// How much room a text asks for. Lengths are in ems.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Extent {
    /// All of it on one line.
    pub line: f32,
    /// Its widest word.
    pub word: f32,
    /// The widest part of a word that no line may break.
    pub part: f32,
}

impl Extent {
    /// The larger of both, each way.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            line: self.line.max(other.line),
            word: self.word.max(other.word),
            part: self.part.max(other.part),
        }
    }

    /// Whether what this asks for is there where that of `other` is.
    pub fn is_within(self, other: Self) -> bool {
        self.line <= other.line && self.word <= other.word && self.part <= other.part
    }
}

impl Shaper<'_> {
    /// How much room a text asks for in the upright letters of a family.
    pub fn extent(&mut self, face: Face, text: &str) -> Extent {
        let font = self.book().find(face, false, false);
        let blank = self.word(font, "\u{a0}").width;
        let mut extent = Extent::default();
        for word in text.split(' ') {
            let shaped = self.word(font, word);
            let mut points = break_points(word);
            points.dedup_by_key(|point| point.at);
            let mut at = points.iter().map(|point| point.at).peekable();
            let (mut part, mut widest) = (0.0, 0.0_f32);
            for glyph in &shaped.glyphs {
                if at.next_if(|at| glyph.start as usize >= *at).is_some() {
                    part = 0.0;
                }
                part += glyph.advance;
                widest = widest.max(part);
            }
            extent.line += shaped.width + blank;
            extent.word = extent.word.max(shaped.width);
            extent.part = extent.part.max(widest);
        }
        extent
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::FontBook;

    #[test]
    fn a_longer_text_asks_for_more_and_a_word_that_breaks_for_less() {
        let book = FontBook::new();
        let mut shaper = Shaper::new(&book);
        let mut of = |text| shaper.extent(Face::Sans, text);
        let (long, short) = (of("Sri Wahyuni Lestari"), of("Sri Wahyuni"));
        assert!(short.is_within(long) && !long.is_within(short));
        let (whole, broken) = (of("KETENTERAMAN"), of("ketenteraman"));
        assert!(whole.part >= whole.word);
        assert!(broken.part < broken.word);
        assert!(broken.max(whole).word >= whole.word);
    }
}
