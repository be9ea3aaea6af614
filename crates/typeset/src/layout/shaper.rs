//! Shaping words once per face, at units per em.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::convert::Infallible;
use std::rc::Rc;
use std::sync::Arc;

use harfrust::{
    BufferFlags, Direction, FontRef, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer,
    script,
};

use crate::document::ImageData;
use crate::drawing::{ScaledPictures, blank};
use crate::fonts::{FontBook, FontId};
use crate::recent::Recent;
use crate::units::Pt;

use super::inline::BreakPoint;

/// Words kept before all are thrown away: a paper has a few thousand, and an unbounded cache
/// took 200 MB in a run of a thousand letters.
const MAX_WORDS: usize = 20_000;

/// The same for words with digits. Most are met in one paper only: kept among the others they
/// would push those out, and what is kept for long between short-lived buffers tears memory.
const MAX_NUMBERS: usize = 2_000;

/// Sizes of pictures that are kept where they are not drawn.
const SIZES: usize = 8;

/// Shapes words; one for each thread, used for many papers.
///
/// ```
/// use naskah_typeset::fonts::FontBook;
/// use naskah_typeset::layout::Shaper;
///
/// let fonts = FontBook::new();
/// let shaper = Shaper::new(&fonts);
/// assert_eq!(shaper.book().len(), fonts.len());
/// ```
pub struct Shaper<'a> {
    book: &'a FontBook,
    faces: Vec<Option<ShapingFace<'a>>>,
    words: Cache,
    numbers: Cache,
    /// Words that are read from right to left.
    leftward: Cache,
    /// What stands for a character of a face.
    shown: HashMap<(FontId, char), (char, Option<FontId>)>,
    buffer: UnicodeBuffer,
    /// Pictures that layout itself makes are drawn.
    draws: bool,
    /// The pictures on them.
    scaled: ScaledPictures,
    /// What stands for them where they are not drawn, by size in dots.
    blank: Recent<(u32, u32), Arc<ImageData>>,
}

/// Shaped words by face, thrown away all at once when there are too many.
struct Cache {
    faces: Vec<HashMap<Box<str>, Rc<ShapedWord>>>,
    count: usize,
    max: usize,
}

impl Cache {
    fn new(faces: usize, max: usize) -> Self {
        Self { faces: vec![HashMap::new(); faces], count: 0, max }
    }

    fn get(&self, font: FontId, text: &str) -> Option<&Rc<ShapedWord>> {
        self.faces.get(usize::from(font.0))?.get(text)
    }

    fn put(&mut self, font: FontId, text: &str, word: &Rc<ShapedWord>) {
        if self.count >= self.max {
            self.faces.iter_mut().for_each(HashMap::clear);
            self.count = 0;
        }
        if let Some(words) = self.faces.get_mut(usize::from(font.0)) {
            words.insert(text.into(), Rc::clone(word));
            self.count += 1;
        }
    }
}

/// A face ready to shape with.
struct ShapingFace<'a> {
    font: FontRef<'a>,
    data: ShaperData,
    plan: ShapePlan,
    /// Ems in a unit.
    scale: f32,
}

/// A shaped word. Lengths are in ems.
#[derive(Debug)]
pub(crate) struct ShapedWord {
    /// In the order of the text.
    pub(crate) glyphs: Vec<WordGlyph>,
    pub(crate) width: f32,
    /// The characters that no face has.
    pub(crate) missing: Vec<char>,
    /// Where it may be broken, hyphens allowed; found at the first use.
    pub(crate) breaks: OnceCell<Vec<BreakPoint>>,
}

/// A glyph of a word; `start..end` are bytes of the word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordGlyph {
    pub(crate) font: FontId,
    pub(crate) id: u32,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl<'a> Shaper<'a> {
    /// A shaper on a font book.
    pub fn new(book: &'a FontBook) -> Self {
        Self {
            book,
            faces: (0..book.len()).map(|_| None).collect(),
            words: Cache::new(book.len(), MAX_WORDS),
            numbers: Cache::new(book.len(), MAX_NUMBERS),
            leftward: Cache::new(book.len(), MAX_NUMBERS),
            shown: HashMap::new(),
            buffer: UnicodeBuffer::new(),
            draws: true,
            scaled: ScaledPictures::default(),
            blank: Recent::new(SIZES),
        }
    }

    /// For pages that nobody sees: pictures that layout itself makes have their size and nothing on
    /// them. A meeting of two thousand people has as many name boards of a million dots each.
    #[must_use]
    pub fn on_trial(self) -> Self {
        Self { draws: false, ..self }
    }

    /// A picture that layout itself makes, or what stands for it on pages that nobody sees.
    pub(crate) fn drawn(
        &mut self,
        size: (Pt, Pt),
        dpi: f32,
        draw: impl FnOnce(&'a FontBook, &mut ScaledPictures) -> Option<ImageData>,
    ) -> Option<Arc<ImageData>> {
        if self.draws {
            return draw(self.book, &mut self.scaled).map(Arc::new);
        }
        let data = blank(size, dpi)?;
        let dots = (data.width, data.height);
        let make = || Ok::<_, Infallible>((dots, Arc::new(data)));
        let Ok(shared) = self.blank.get(|kept| *kept == dots, make);
        Some(shared)
    }

    /// The font book it shapes with.
    pub fn book(&self) -> &'a FontBook {
        self.book
    }

    /// The word in a face, from the cache if it was shaped before.
    pub(crate) fn word(&mut self, font: FontId, text: &str) -> Rc<ShapedWord> {
        self.directed_word(font, text, Direction::LeftToRight)
    }

    /// The same for a word of a given direction.
    pub(crate) fn directed_word(
        &mut self,
        font: FontId,
        text: &str,
        direction: Direction,
    ) -> Rc<ShapedWord> {
        if let Some(word) = self.cache(text, direction).get(font, text) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shape(font, text, direction));
        self.cache(text, direction).put(font, text, &word);
        word
    }

    /// The cache that a word is kept in.
    fn cache(&mut self, text: &str, direction: Direction) -> &mut Cache {
        if direction == Direction::RightToLeft {
            &mut self.leftward
        } else if text.bytes().any(|byte| byte.is_ascii_digit()) {
            &mut self.numbers
        } else {
            &mut self.words
        }
    }

    /// Cuts a word where the face changes and shapes each part.
    fn shape(&mut self, font: FontId, text: &str, direction: Direction) -> ShapedWord {
        let mut word = ShapedWord {
            glyphs: Vec::new(),
            width: 0.0,
            missing: Vec::new(),
            breaks: OnceCell::new(),
        };
        let mut chars: Vec<(usize, char)> = Vec::with_capacity(text.len());
        let mut current = font;
        for (at, ch) in text.char_indices() {
            if is_hint(ch) {
                // A joiner changes how its neighbours look; shaping takes it out.
                if matches!(ch, '\u{200c}' | '\u{200d}') && !chars.is_empty() {
                    chars.push((at, ch));
                }
                continue;
            }
            let (shown, covering) = self.covering(font, ch);
            if covering.is_none() && !word.missing.contains(&ch) {
                word.missing.push(ch);
            }
            let covering = covering.unwrap_or(font);
            if covering != current {
                self.shape_part(current, &chars, (at, direction), &mut word);
                chars.clear();
                current = covering;
            }
            chars.push((at, shown));
        }
        self.shape_part(current, &chars, (text.len(), direction), &mut word);
        word.width = word.glyphs.iter().map(|g| g.advance).sum();
        word
    }

    /// The face for a character, or for one that looks the same; looked for once.
    fn covering(&mut self, font: FontId, ch: char) -> (char, Option<FontId>) {
        if let Some(&found) = self.shown.get(&(font, ch)) {
            return found;
        }
        let found = self.find_covering(font, ch);
        self.shown.insert((font, ch), found);
        found
    }

    fn find_covering(&self, font: FontId, ch: char) -> (char, Option<FontId>) {
        if self.book.has(font, ch) {
            return (ch, Some(font));
        }
        let twin = match ch {
            '\u{2010}' | '\u{2011}' => '-',
            '\u{2007}' | '\u{202f}' | '\u{2009}' | '\u{2002}' | '\u{2003}' => '\u{a0}',
            '\u{2212}' => '–',
            _ => ch,
        };
        (twin, self.book.covering(font, twin))
    }

    fn shape_part(
        &mut self,
        font: FontId,
        chars: &[(usize, char)],
        (end, direction): (usize, Direction),
        word: &mut ShapedWord,
    ) {
        let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        if chars.is_empty() {
            return;
        }
        let Some(face) = ready(&mut self.faces, self.book, font) else { return };
        let mut buffer = std::mem::take(&mut self.buffer);
        for &(at, ch) in chars {
            buffer.add(ch, byte(at));
        }
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.guess_segment_properties();
        buffer.set_direction(direction);
        let latin =
            buffer.script() == script::LATIN || buffer.script() == script::UNKNOWN;
        let plan = (latin && direction == Direction::LeftToRight).then_some(&face.plan);
        if plan.is_some() {
            buffer.set_script(script::LATIN);
        }
        let options = ShapeOptions::new().plan(plan);
        let shaped = face.data.shaper(&face.font).build().shape(buffer, options);
        let mut glyphs: Vec<_> =
            shaped.glyph_infos().iter().zip(shaped.glyph_positions()).collect();
        if direction == Direction::RightToLeft {
            glyphs.reverse();
        }
        let ends = cluster_ends(glyphs.iter().map(|g| g.0.cluster));
        for ((info, pos), next) in glyphs.iter().zip(ends) {
            #[allow(clippy::cast_precision_loss)]
            let ems = |units: i32| units as f32 * face.scale;
            word.glyphs.push(WordGlyph {
                font,
                id: info.glyph_id,
                advance: ems(pos.x_advance),
                dx: ems(pos.x_offset),
                dy: ems(pos.y_offset),
                start: info.cluster,
                end: next.unwrap_or(byte(end)),
            });
        }
        self.buffer = shaped.clear();
    }
}

impl std::fmt::Debug for Shaper<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaper").field("words", &self.words.count).finish_non_exhaustive()
    }
}

/// Where the cluster of each glyph ends, which is where the next one begins; looked through once,
/// as a letter may bear as many marks as anybody types.
fn cluster_ends(
    clusters: impl DoubleEndedIterator<Item = u32> + ExactSizeIterator,
) -> Vec<Option<u32>> {
    let mut ends = vec![None; clusters.len()];
    // Of those behind, each larger than all between it and the glyph: the nearest on top.
    let mut behind: Vec<u32> = Vec::new();
    for (end, cluster) in ends.iter_mut().zip(clusters).rev() {
        while behind.last().is_some_and(|&next| next <= cluster) {
            behind.pop();
        }
        *end = behind.last().copied();
        behind.push(cluster);
    }
    ends
}

/// Whether a character is a hint for programs and has no glyph in any face: where a word may
/// end, which letters join, in which direction text is read.
fn is_hint(ch: char) -> bool {
    matches!(
        ch,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The face ready to shape with, made at its first use.
fn ready<'f, 'a>(
    faces: &'f mut [Option<ShapingFace<'a>>],
    book: &'a FontBook,
    id: FontId,
) -> Option<&'f ShapingFace<'a>> {
    let slot = faces.get_mut(usize::from(id.0))?;
    if slot.is_none() {
        let font = book.font(id)?;
        let data = ShaperData::new(&font);
        let plan = ShapePlan::new(
            &data.shaper(&font).build(),
            Direction::LeftToRight,
            Some(script::LATIN),
            None,
            &[],
        );
        *slot = Some(ShapingFace {
            font,
            data,
            plan,
            scale: 1.0 / f32::from(book.metrics(id).units_per_em.max(1)),
        });
    }
    slot.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_arials_widths_and_whole_clusters() {
        let book = FontBook::new();
        let mut shaper = Shaper::new(&book);
        let word = shaper.word(FontId(0), "Aku");
        // A 667, k 500, u 556 thousandths of an em.
        assert!((word.width - 1.723).abs() < 0.002, "{}", word.width);
        let ranges: Vec<_> = word.glyphs.iter().map(|g| (g.start, g.end)).collect();
        assert_eq!(ranges, [(0, 1), (1, 2), (2, 3)]);
        assert!(Rc::ptr_eq(&word, &shaper.word(FontId(0), "Aku")));
    }

    #[test]
    fn a_cluster_ends_where_the_next_larger_one_begins() {
        let ends = |all: &[u32]| cluster_ends(all.iter().copied());
        assert_eq!(ends(&[0, 0, 2, 3]), [Some(2), Some(2), Some(3), None]);
        assert_eq!(ends(&[4, 2, 3, 0, 5]), [Some(5), Some(3), Some(5), Some(5), None]);
    }

    #[test]
    fn other_faces_help_out_and_missing_characters_are_told() {
        let book = FontBook::new();
        let mut shaper = Shaper::new(&book);
        let word = shaper.word(FontId(8), "aЖb");
        let fonts: Vec<_> = word.glyphs.iter().map(|g| g.font.0).collect();
        assert_eq!(fonts, [8, 0, 8]);
        assert_eq!(word.missing, []);
        assert_eq!(shaper.word(FontId(0), "漢a号").missing, ['漢', '号']);
    }
}
