//! The pen: measures text, breaks it, and collects what is drawn.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::document::Face;
use crate::drawing::{Drawing, Glyph, Mark, Path, Stroke, TextItem};
use crate::fonts::{FontBook, FontId};
use crate::units::{Pt, Rgb};

/// Text and axes.
pub(super) const BLACK: Rgb = Rgb(0x1A, 0x1A, 0x1A);
/// Numbers on axes.
pub(super) const GREY: Rgb = Rgb(0x50, 0x50, 0x50);
/// Lines of the grid.
pub(super) const GRID: Rgb = Rgb(0xCF, 0xCF, 0xCF);
/// Behind bars.
pub(super) const LANE: Rgb = Rgb(0xF3, 0xF3, 0xF3);
/// Values; dark enough to be nearly black on a copy.
pub(super) const DARK: Rgb = Rgb(0x1F, 0x3A, 0x5F);
/// A lighter ground under hatching.
pub(super) const LIGHT: Rgb = Rgb(0xE4, 0xEA, 0xF2);
/// Between the two.
pub(super) const MEDIUM: Rgb = Rgb(0x9D, 0xB0, 0xC9);
/// Paper.
pub(super) const WHITE: Rgb = Rgb(0xFF, 0xFF, 0xFF);

/// Where a text stands by its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextLook {
    pub(super) size: f32,
    pub(super) color: Rgb,
    pub(super) bold: bool,
}

impl TextLook {
    pub(super) const fn plain(size: f32, color: Rgb) -> Self {
        Self { size, color, bold: false }
    }
}

/// A face as far as text is measured with it.
struct Measured<'a> {
    font: Option<FontRef<'a>>,
    em: f32,
}

/// Collects a drawing.
pub(super) struct ChartPen<'a> {
    book: &'a FontBook,
    face: Face,
    faces: Vec<Measured<'a>>,
    marks: Vec<Mark>,
    missing: Vec<char>,
}

impl<'a> ChartPen<'a> {
    pub(super) fn new(book: &'a FontBook, face: Face) -> Self {
        let faces = (0..book.len())
            .map(|n| {
                let id = FontId(u16::try_from(n).unwrap_or(u16::MAX));
                let (bytes, index) = book.data(id);
                let em = f32::from(book.metrics(id).units_per_em.max(1));
                Measured { font: FontRef::from_index(bytes, index).ok(), em }
            })
            .collect();
        Self { book, face, faces, marks: Vec::new(), missing: Vec::new() }
    }

    pub(super) fn finish(self, width: f32, height: f32) -> Drawing {
        let (width, height) = (Pt(width), Pt(height));
        Drawing { width, height, marks: self.marks, missing: self.missing }
    }

    /// Face, glyph and advance of a character; glyph 0 if no face has it.
    fn glyph(&self, bold: bool, ch: char) -> (FontId, u32, f32) {
        let base = self.book.find(self.face, bold, false);
        let font = self.book.covering(base, ch).unwrap_or(base);
        let face = self.faces.get(usize::from(font.0));
        let found = face.and_then(|m| m.font.as_ref().map(|f| (f, m.em)));
        let Some((face, em)) = found else { return (font, 0, 0.5) };
        let id = face.charmap().map(ch).unwrap_or_default();
        let metrics = face.glyph_metrics(Size::unscaled(), LocationRef::default());
        (font, id.to_u32(), metrics.advance_width(id).unwrap_or_default() / em)
    }

    /// Width of a text in points.
    pub(super) fn width(&self, text: &str, look: TextLook) -> f32 {
        let ems: f32 = text.chars().map(|c| self.glyph(look.bold, c).2).sum();
        ems * look.size
    }

    /// The widest of some texts.
    pub(super) fn widest<'t>(
        &self,
        text: impl IntoIterator<Item = &'t str>,
        look: TextLook,
    ) -> f32 {
        text.into_iter().map(|t| self.width(t, look)).fold(0.0, f32::max)
    }

    /// A text on at most `most` lines of a width, shortened with `…` where it is longer.
    pub(super) fn lines(
        &self,
        text: &str,
        look: TextLook,
        room: f32,
        most: usize,
    ) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut words = text.split(' ').filter(|w| !w.is_empty()).peekable();
        while let Some(word) = words.next() {
            let longer = match line.as_str() {
                "" => word.to_owned(),
                _ => format!("{line} {word}"),
            };
            if self.width(&longer, look) <= room {
                line = longer;
                continue;
            }
            if lines.len() + 1 >= most.max(1) {
                // The last line takes what fits of all that is left.
                let rest = words.fold(longer, |all, word| format!("{all} {word}"));
                lines.push(self.shorten(&rest, look, room));
                return lines;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            word.clone_into(&mut line);
            if self.width(&line, look) > room {
                let (head, tail) = self.split(&line, look, room);
                if lines.len() + 1 >= most.max(1) {
                    let rest = words.fold(line, |all, word| format!("{all} {word}"));
                    lines.push(self.shorten(&rest, look, room));
                    return lines;
                }
                lines.push(head);
                line = tail;
                if self.width(&line, look) > room {
                    let rest = words.fold(line, |all, word| format!("{all} {word}"));
                    lines.push(self.shorten(&rest, look, room));
                    return lines;
                }
            }
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// A word too wide for a line, cut where it is full.
    fn split(&self, word: &str, look: TextLook, room: f32) -> (String, String) {
        let mut width = 0.0;
        for (at, ch) in word.char_indices() {
            width += self.glyph(look.bold, ch).2 * look.size;
            if width > room && at > 0 {
                return (word[..at].to_owned(), word[at..].to_owned());
            }
        }
        (word.to_owned(), String::new())
    }

    /// As much of a text as fits, with `…` if that is not all.
    pub(super) fn shorten(&self, text: &str, look: TextLook, room: f32) -> String {
        if self.width(text, look) <= room {
            return text.to_owned();
        }
        let (head, _) = self.split(text, look, room - self.width("…", look));
        let cut = match head.rsplit_once(' ') {
            // A whole word less is better than half of one, if not much is lost by it.
            Some((words, half)) if half.chars().count() < 6 => words,
            _ => &head,
        };
        format!("{}…", cut.trim_end_matches([' ', ',', ';', '-']))
    }

    /// Writes a text; gives its width.
    pub(super) fn write(
        &mut self,
        (x, y): (f32, f32),
        anchor: Anchor,
        text: &str,
        look: TextLook,
    ) -> f32 {
        let width = self.width(text, look);
        let mut x = match anchor {
            Anchor::Left => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::Right => x - width,
        };
        let mut run: Option<(FontId, String, Vec<Glyph>)> = None;
        let mut runs = Vec::new();
        for ch in text.chars() {
            let (font, id, advance) = self.glyph(look.bold, ch);
            if id == 0 && !self.missing.contains(&ch) {
                self.missing.push(ch);
            }
            if run.as_ref().is_some_and(|(of, ..)| *of != font) {
                runs.extend(run.take());
            }
            let (_, said, glyphs) =
                run.get_or_insert_with(|| (font, String::new(), Vec::new()));
            let start = u32::try_from(said.len()).unwrap_or_default();
            said.push(ch);
            let end = u32::try_from(said.len()).unwrap_or_default();
            glyphs.push(Glyph { id, advance, dx: 0.0, dy: 0.0, start, end });
        }
        runs.extend(run);
        for (font, said, glyphs) in runs {
            let (size, color, text) = (Pt(look.size), look.color, said.into());
            let item = TextItem {
                x: Pt(x),
                y: Pt(y),
                font,
                size,
                color,
                text,
                glyphs,
                anchor: false,
            };
            x += item.width().0;
            self.marks.push(Mark::Text(item));
        }
        width
    }

    /// Fills a rectangle: left, top, width, height.
    pub(super) fn rectangle(
        &mut self,
        rect: [f32; 4],
        fill: Option<Rgb>,
        edge: Option<Rgb>,
    ) {
        let [x, y, w, h] = rect;
        if w <= 0.0 || h <= 0.0 {
            return;
        }
        // The outline stays inside, so that the bar is as long as its value.
        let inset = if edge.is_some() { 0.25 } else { 0.0 };
        let (x0, y0) = (x + inset, y + inset);
        let (x1, y1) = ((x + w - inset).max(x0), (y + h - inset).max(y0));
        let corners = vec![(x0, y0), (x1, y0), (x1, y1), (x0, y1)];
        self.area(corners, fill, edge.map(|color| solid(0.5, color)));
    }

    /// Draws one line through points.
    pub(super) fn line(&mut self, points: Vec<(f32, f32)>, stroke: Stroke) {
        self.path(vec![points], false, None, Some(stroke));
    }

    /// Fills what lies between corners.
    pub(super) fn area(
        &mut self,
        corners: Vec<(f32, f32)>,
        fill: Option<Rgb>,
        stroke: Option<Stroke>,
    ) {
        self.path(vec![corners], true, fill, stroke);
    }

    fn path(
        &mut self,
        parts: Vec<Vec<(f32, f32)>>,
        closed: bool,
        fill: Option<Rgb>,
        stroke: Option<Stroke>,
    ) {
        if parts.iter().any(|part| part.len() > 1) {
            let parts = parts.into_iter().map(in_points).collect();
            self.marks.push(Mark::Path(Path { parts, closed, fill, stroke }));
        }
    }

    /// Slanted lines across a rectangle, `gap` points apart; `rising` from lower left to upper
    /// right, else the other way.
    pub(super) fn hatch(&mut self, rect: [f32; 4], gap: f32, rising: bool) {
        let [left, top, w, h] = rect;
        let mut parts = Vec::new();
        let mut at = gap / 2.0;
        while at < w + h {
            // On the diagonal u + v = at; u from the left, v from the foot or the top.
            let (u0, u1) = ((at - h).max(0.0), at.min(w));
            let point = |u: f32| {
                let v = at - u;
                (left + u, if rising { top + v } else { top + h - v })
            };
            if u1 - u0 > 0.2 {
                parts.push(vec![point(u0), point(u1)]);
            }
            at += gap;
        }
        self.path(parts, false, None, Some(solid(0.6, DARK)));
    }
}

/// A line without gaps.
pub(super) fn solid(width: f32, color: Rgb) -> Stroke {
    Stroke { width: Pt(width), color, dashes: Vec::new() }
}

/// A line of dashes.
pub(super) fn dashed(width: f32, color: Rgb, dashes: &[f32]) -> Stroke {
    Stroke { width: Pt(width), color, dashes: dashes.to_vec() }
}

fn in_points(part: Vec<(f32, f32)>) -> Vec<(Pt, Pt)> {
    part.into_iter().map(|(x, y)| (Pt(x), Pt(y))).collect()
}
