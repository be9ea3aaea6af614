//! What is drawn: lines, areas and shaped text. Charts are made of these, pages too, and the PDF
//! and every picture are painted from them. Lengths are points, y goes downwards.

mod pixels;
mod scaled;

use std::sync::Arc;

use crate::fonts::FontId;
use crate::units::{Pt, Rgb};

pub use pixels::png;
pub(crate) use pixels::{Canvas, blank};
pub(crate) use scaled::ScaledPictures;

/// A finished drawing, placed from its left top corner.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: Pt,
    /// Its height.
    pub height: Pt,
    /// What is drawn, the later above the earlier; nothing of it leaves the drawing.
    pub marks: Vec<Mark>,
    /// Characters that no face has.
    pub missing: Vec<char>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Lines and areas.
    Path(Path),
    /// Text on one baseline.
    Text(TextItem),
}

/// Straight lines of one look, open or around areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The corners of each part.
    pub parts: Vec<Vec<(Pt, Pt)>>,
    /// The last corner of each part is joined to its first.
    pub closed: bool,
    /// Colour of the areas.
    pub fill: Option<Rgb>,
    /// The lines.
    pub stroke: Option<Stroke>,
}

/// How the lines of a [`Path`] look.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Thickness.
    pub width: Pt,
    /// Colour.
    pub color: Rgb,
    /// Lengths of dashes and gaps by turns, in points; none for an unbroken line.
    pub dashes: Vec<f32>,
}

/// Shaped text in one face.
#[derive(Debug, Clone, PartialEq)]
pub struct TextItem {
    /// Left end of the baseline.
    pub x: Pt,
    /// Baseline.
    pub y: Pt,
    /// The face.
    pub font: FontId,
    /// Size.
    pub size: Pt,
    /// Colour.
    pub color: Rgb,
    /// The characters, in reading order.
    pub text: Arc<str>,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
    /// It is the mark at which the visual of an electronic signature is put.
    pub anchor: bool,
}

/// A glyph of a [`TextItem`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Index in the face.
    pub id: u32,
    /// Advance in ems, justification and kerning included.
    pub advance: f32,
    /// Offset to the right in ems.
    pub dx: f32,
    /// Offset upwards in ems: a vowel sign above its letter.
    pub dy: f32,
    /// First byte of its characters in `TextItem::text`.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextItem {
    /// How far it reaches to the right of `x`.
    pub fn width(&self) -> Pt {
        self.size * self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>()
    }
}
