//! A finished drawing. All lengths are points from its left top corner, y downwards.

use std::sync::Arc;

use crate::fonts::FontId;
use crate::units::Rgb;

/// A drawing: shapes in the order in which they lie on each other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lukisan {
    /// Its width.
    pub lebar: f32,
    /// Its height.
    pub tinggi: f32,
    /// What is drawn; nothing of it leaves the drawing.
    pub bentuk: Vec<Bentuk>,
    /// Characters that no face has, each with the text it stands in.
    pub hilang: Vec<(char, String)>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Bentuk {
    /// Lines and areas.
    Jalur(Jalur),
    /// Text on one baseline.
    Teks(Teks),
}

/// Straight lines, open or around areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Jalur {
    /// The corners of each part.
    pub bagian: Vec<Vec<(f32, f32)>>,
    /// The last corner of each part is joined to its first.
    pub tutup: bool,
    /// Colour of the areas.
    pub isi: Option<Rgb>,
    /// How the lines look.
    pub garis: Option<Goresan>,
}

/// How a line looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Goresan {
    /// Thickness.
    pub tebal: f32,
    /// Colour.
    pub warna: Rgb,
    /// Lengths of dashes and gaps by turns; none for an unbroken line.
    pub putus: Vec<f32>,
}

/// Text in one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Teks {
    /// Left end of the baseline.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Size.
    pub ukuran: f32,
    /// Colour.
    pub warna: Rgb,
    /// The face.
    pub font: FontId,
    /// What it says.
    pub teks: Arc<str>,
    /// Its glyphs.
    pub glif: Vec<Glif>,
}

/// A glyph of a [`Teks`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glif {
    /// Index in the face.
    pub id: u32,
    /// Advance in ems.
    pub lebar: f32,
    /// First byte of its character in the text.
    pub awal: u32,
    /// One past the last byte.
    pub akhir: u32,
}

impl Teks {
    /// How far it reaches to the right of `x`.
    pub fn lebar(&self) -> f32 {
        self.glif.iter().map(|g| g.lebar).sum::<f32>() * self.ukuran
    }
}
