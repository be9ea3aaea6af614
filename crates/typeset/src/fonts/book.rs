//! The font book: which file stands behind a face.

use std::collections::{BTreeMap, BTreeSet};

use skrifa::outline::OutlinePen;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

use crate::document::Face;

use super::builtin::BUILTIN;
use super::{FontId, Metrics, outline};

/// All faces a run may use. Made once, then only read; threads share one.
///
/// ```
/// use naskah_typeset::document::Face;
/// use naskah_typeset::fonts::FontBook;
///
/// let fonts = FontBook::new();
/// let bold = fonts.find(Face::Sans, true, false);
/// assert!(fonts.has(bold, 'Ā') && !fonts.has(bold, '漢'));
/// assert_eq!(fonts.word_name(Face::Sans), "Arial");
/// ```
pub struct FontBook {
    fonts: Vec<Loaded>,
    families: Vec<Family>,
}

/// One file.
struct Loaded {
    data: Vec<u8>,
    builtin: Option<&'static [u8]>,
    metrics: Metrics,
    fallback: Vec<FontId>,
}

/// A family: its name in Word and its regular, bold, italic, bold italic faces.
struct Family {
    word_name: String,
    styles: [FontId; 4],
}

/// Why a face of the workspace cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FontError {
    /// The file is no face that can be read.
    Unreadable {
        /// The family's name.
        family: String,
        /// Which of the given files it is.
        index: usize,
    },
    /// The file ends before the tables that it names.
    CutOff {
        /// The family's name.
        family: String,
        /// Which of the given files it is.
        index: usize,
    },
    /// A table of a file is not what it was when the file was made.
    Damaged {
        /// The family's name.
        family: String,
        /// Which of the given files it is.
        index: usize,
        /// The table's name.
        table: String,
    },
    /// More families than can be numbered.
    TooMany,
}

impl FontBook {
    /// The built-in faces only.
    pub fn new() -> Self {
        let mut book = Self { fonts: Vec::new(), families: Vec::new() };
        for builtin in &BUILTIN {
            let mut styles = [FontId(0); 4];
            for (at, data) in builtin.styles.into_iter().enumerate() {
                let same = |other: &&[u8]| std::ptr::eq(*other, data);
                if let Some(before) = builtin.styles[..at].iter().position(same) {
                    styles[at] = styles[before];
                } else if let Some(metrics) = read_metrics(data) {
                    styles[at] = book.add(Loaded {
                        data: Vec::new(),
                        builtin: Some(data),
                        metrics: builtin.adjust(metrics),
                        fallback: Vec::new(),
                    });
                }
            }
            book.families.push(Family { word_name: builtin.word_name.into(), styles });
        }
        book.link();
        book
    }

    /// The built-in faces and the workspace's own: family name and file, several files of one
    /// name being the styles of one family. [`Face::Own`] counts families in the order of
    /// their names.
    pub fn with_own(own: Vec<(String, Vec<u8>)>) -> Result<Self, Vec<FontError>> {
        let mut book = Self::new();
        let mut families: BTreeMap<String, [Option<FontId>; 4]> = BTreeMap::new();
        let mut errors = Vec::new();
        for (index, (name, data)) in own.into_iter().enumerate() {
            let (Some(style), Some(metrics)) = (style_of(&data), read_metrics(&data))
            else {
                errors.push(FontError::Unreadable { family: name, index });
                continue;
            };
            if is_cut_off(&data) {
                errors.push(FontError::CutOff { family: name, index });
                continue;
            }
            if let Some(table) = damaged_table(&data) {
                errors.push(FontError::Damaged { family: name, index, table });
                continue;
            }
            let loaded = Loaded { data, builtin: None, metrics, fallback: Vec::new() };
            let id = book.add(loaded);
            families.entry(name).or_default()[style] = Some(id);
        }
        if families.len() > usize::from(u8::MAX) {
            errors.push(FontError::TooMany);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        for (word_name, styles) in families {
            let any = styles.iter().flatten().next().copied().unwrap_or_default();
            // A missing style is set in the nearest one there is: weight before slant.
            let pick = |order: [usize; 4]| order.iter().find_map(|&i| styles[i]);
            let styles = [[0, 2, 1, 3], [1, 3, 0, 2], [2, 0, 3, 1], [3, 1, 2, 0]]
                .map(|order| pick(order).unwrap_or(any));
            book.families.push(Family { word_name, styles });
        }
        book.link();
        Ok(book)
    }

    /// The file for a face; an unknown own face is set in the sans.
    pub fn find(&self, face: Face, bold: bool, italic: bool) -> FontId {
        self.family(face).map_or(FontId(0), |family| {
            family.styles[usize::from(bold) + 2 * usize::from(italic)]
        })
    }

    /// The family name to write in a DOCX.
    pub fn word_name(&self, face: Face) -> &str {
        self.family(face).map_or("Arial", |family| family.word_name.as_str())
    }

    /// The bytes of a face's file and the index of the face in it.
    pub fn data(&self, id: FontId) -> (&[u8], u32) {
        (self.loaded(id).map_or(&[], |f| f.builtin.unwrap_or(&f.data)), 0)
    }

    /// The bytes of a built-in face, which need no copy.
    pub fn static_data(&self, id: FontId) -> Option<&'static [u8]> {
        self.loaded(id).and_then(|f| f.builtin)
    }

    /// How many faces there are; their numbers are `0..len`.
    pub fn len(&self) -> usize {
        self.fonts.len()
    }

    /// Never true: the built-in faces are always there.
    pub fn is_empty(&self) -> bool {
        self.fonts.is_empty()
    }

    /// A face's measures.
    pub fn metrics(&self, id: FontId) -> Metrics {
        self.loaded(id).map_or_else(Metrics::default, |f| f.metrics)
    }

    /// Whether a face has a glyph for a character; one of the workspace's own has it only if the
    /// glyph can be drawn, because files get damaged.
    pub fn has(&self, id: FontId, ch: char) -> bool {
        let Some(font) = self.font(id) else { return false };
        let Some(glyph) = font.charmap().map(ch) else { return false };
        self.static_data(id).is_some() || can_be_drawn(&font, glyph, ch)
    }

    /// The first face, from `id` on along its fallbacks, that has a character.
    pub fn covering(&self, id: FontId, ch: char) -> Option<FontId> {
        let loaded = self.loaded(id)?;
        std::iter::once(id)
            .chain(loaded.fallback.iter().copied())
            .find(|&id| self.has(id, ch))
    }

    /// The face as the shaper reads it.
    pub(crate) fn font(&self, id: FontId) -> Option<FontRef<'_>> {
        let (data, index) = self.data(id);
        FontRef::from_index(data, index).ok()
    }

    fn loaded(&self, id: FontId) -> Option<&Loaded> {
        self.fonts.get(usize::from(id.0))
    }

    fn family(&self, face: Face) -> Option<&Family> {
        let index = match face {
            Face::Sans => 0,
            Face::Serif => 1,
            Face::Bookman => 2,
            Face::Mono => 3,
            Face::Own(n) => BUILTIN.len() + usize::from(n),
        };
        self.families.get(index)
    }

    fn add(&mut self, loaded: Loaded) -> FontId {
        let id = FontId(u16::try_from(self.fonts.len()).unwrap_or(u16::MAX));
        self.fonts.push(loaded);
        id
    }

    /// Gives each face its fallbacks, each in the same style, then regular: the sans, the serif,
    /// and the workspace's own, which may be there for a script that those do not have.
    fn link(&mut self) {
        let mut styles = vec![0; self.fonts.len()];
        for family in &self.families {
            for (style, id) in family.styles.iter().enumerate().rev() {
                if let Some(slot) = styles.get_mut(usize::from(id.0)) {
                    *slot = style;
                }
            }
        }
        let own = self.families.iter().skip(BUILTIN.len());
        let base: Vec<_> =
            self.families.iter().take(2).chain(own).map(|f| f.styles).collect();
        for (index, (font, style)) in self.fonts.iter_mut().zip(styles).enumerate() {
            font.fallback = base
                .iter()
                .flat_map(|styles| [styles[style], styles[0]])
                .filter(|id| usize::from(id.0) != index)
                .collect();
        }
    }
}

impl Default for FontBook {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for FontBook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FontBook")
            .field("faces", &self.fonts.len())
            .finish_non_exhaustive()
    }
}

fn read_metrics(data: &[u8]) -> Option<Metrics> {
    Metrics::read(&FontRef::from_index(data, 0).ok()?)
}

/// Whether a file ends before the tables that it names.
fn is_cut_off(data: &[u8]) -> bool {
    let Ok(font) = FontRef::from_index(data, 0) else { return true };
    let cut = font.table_directory().table_records().iter().any(|table| {
        let end = u64::from(table.offset()) + u64::from(table.length());
        end > data.len() as u64
    });
    let names = font.table_data(Tag::new(b"name"));
    cut || names.is_some_and(|names| names_end_beyond(names.as_bytes()))
}

/// The tables that say what is drawn and where: with one of them damaged letters are joined wrongly
/// or lie on each other, and nothing else tells of it.
const DRAWN_BY: [&[u8; 4]; 11] = [
    b"head", b"hhea", b"maxp", b"hmtx", b"cmap", b"loca", b"glyf", b"CFF ", b"GSUB",
    b"GPOS", b"GDEF",
];

/// The first of those tables whose sum is not the one that the file gives, by the rules of
/// OpenType: a sum of its words of four bytes, in `head` without the sum of the whole file.
fn damaged_table(data: &[u8]) -> Option<String> {
    let font = FontRef::from_index(data, 0).ok()?;
    let records = font.table_directory().table_records().iter();
    let mut drawn =
        records.filter(|table| DRAWN_BY.contains(&&table.tag().to_be_bytes()));
    let damaged = drawn.find(|table| {
        let at = usize::try_from(table.offset()).unwrap_or(usize::MAX);
        let length = usize::try_from(table.length()).unwrap_or(usize::MAX);
        let bytes = at.checked_add(length).and_then(|end| data.get(at..end));
        let sum = |bytes: &[u8]| {
            bytes.chunks(4).fold(0_u32, |sum, word| {
                let mut whole = [0; 4];
                whole[..word.len()].copy_from_slice(word);
                sum.wrapping_add(u32::from_be_bytes(whole))
            })
        };
        let of_file = |bytes: &[u8]| bytes.get(8..12).map_or(0, sum);
        bytes.is_none_or(|bytes| {
            let apart = if table.tag() == Tag::new(b"head") { of_file(bytes) } else { 0 };
            sum(bytes).wrapping_sub(apart) != table.checksum()
        })
    })?;
    Some(damaged.tag().to_string().trim().to_owned())
}

/// Whether the names of a face end beyond what the sixteen bits of their table can say, each for
/// itself or all together: who makes a part of the face adds them up in these.
fn names_end_beyond(table: &[u8]) -> bool {
    let at = |at: usize| {
        let bytes = table.get(at..at + 2)?;
        Some(u16::from_be_bytes([bytes[0], bytes[1]]))
    };
    let (Some(count), Some(storage)) = (at(2), at(4)) else { return true };
    let mut different = BTreeSet::new();
    let mut sum = 0_u16;
    for record in 0..usize::from(count) {
        let (Some(length), Some(offset)) =
            (at(6 + record * 12 + 8), at(6 + record * 12 + 10))
        else {
            return true;
        };
        let Some(end) = offset.checked_add(length) else { return true };
        let from = usize::from(storage) + usize::from(offset);
        let Some(name) = table.get(from..usize::from(storage) + usize::from(end)) else {
            return true;
        };
        if different.insert(name) {
            let Some(more) = sum.checked_add(length) else { return true };
            sum = more;
        }
    }
    false
}

/// Whether a glyph shows what its character is: its outline is sound, and a letter has one.
fn can_be_drawn(font: &FontRef<'_>, glyph: GlyphId, ch: char) -> bool {
    if font.color_glyphs().get(glyph).is_some() || !font.bitmap_strikes().is_empty() {
        return true;
    }
    let mut ink = Ink(false);
    let drawn = outline(font, 1.0, [(glyph, 0.0, 0.0)], 0.0, &mut ink);
    drawn.is_some() && (ink.0 || !ch.is_alphanumeric())
}

/// Whether anything was drawn.
struct Ink(bool);

impl OutlinePen for Ink {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn close(&mut self) {}
}

/// 0 regular, 1 bold, 2 italic, 3 both, by the file's own word.
fn style_of(data: &[u8]) -> Option<usize> {
    let style = FontRef::from_index(data, 0).ok()?.head().ok()?.mac_style().bits();
    Some(usize::from(style & 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_height_is_words_single_spacing() {
        let book = FontBook::new();
        let arial = book.metrics(book.find(Face::Sans, false, false));
        assert!((arial.line() * 12.0 - 13.8).abs() < 0.01);
        let times = book.metrics(book.find(Face::Serif, true, false));
        assert!((times.line() * 12.0 - 13.8).abs() < 0.01);
    }

    #[test]
    fn styles_are_different_files_and_unknown_faces_are_sans() {
        let book = FontBook::new();
        assert_eq!(book.len(), 13);
        assert_eq!(book.find(Face::Sans, true, true), FontId(3));
        assert_eq!(
            book.find(Face::Mono, true, false),
            book.find(Face::Mono, false, true)
        );
        assert_eq!(book.find(Face::Own(7), false, false), FontId(0));
        assert_eq!(book.word_name(Face::Bookman), "Bookman Old Style");
    }

    #[test]
    fn letters_fall_back_and_unknown_characters_are_missing() {
        let book = FontBook::new();
        let bookman = book.find(Face::Bookman, true, false);
        assert_eq!(book.covering(bookman, 'Ж'), Some(FontId(1)));
        assert_eq!(book.covering(bookman, '漢'), None);
    }

    /// A face whose last name was given another offset: the PDF would add both up.
    #[test]
    fn a_face_whose_names_end_nowhere_is_refused() {
        let whole = FontBook::new().data(FontId::default()).0.to_vec();
        assert!(!is_cut_off(&whole));
        let font = FontRef::from_index(&whole, 0).unwrap();
        let tag = Tag::new(b"name");
        let records = font.table_directory().table_records();
        let record = records.iter().find(|table| table.tag() == tag).unwrap();
        let at = usize::try_from(record.offset()).unwrap() + 6 + 10;
        let mut spoilt = whole.clone();
        spoilt[at..at + 2].copy_from_slice(&[0xff, 0xff]);
        assert!(is_cut_off(&spoilt));
    }

    #[test]
    fn a_damaged_table_is_named() {
        let sound = BUILTIN[0].styles[0];
        let font = FontRef::from_index(sound, 0).unwrap();
        let found = font.table_directory().table_records().iter();
        for (tag, at) in found.map(|table| (table.tag(), table.offset() as usize)) {
            let mut data = sound.to_vec();
            data[at + 2] ^= 0x40;
            let drawn = DRAWN_BY.contains(&&tag.to_be_bytes());
            let told = damaged_table(&data);
            assert_eq!(told, drawn.then(|| tag.to_string().trim().to_owned()), "{tag}");
        }
        assert_eq!(damaged_table(sound), None);
    }

    #[test]
    fn own_faces_are_numbered_by_name() {
        let file = BUILTIN[1].styles[1].to_vec();
        let own = vec![("Zeta".into(), file.clone()), ("Alfa".into(), file)];
        let book = FontBook::with_own(own).unwrap();
        assert_eq!(book.word_name(Face::Own(0)), "Alfa");
        assert_eq!(book.find(Face::Own(0), false, false), FontId(14));
        let bad = FontBook::with_own(vec![("Rusak".into(), vec![1, 2, 3])]);
        let expected = FontError::Unreadable { family: "Rusak".into(), index: 0 };
        assert_eq!(bad.unwrap_err(), [expected]);
    }

    #[test]
    fn book_is_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&FontBook::new());
    }
}
