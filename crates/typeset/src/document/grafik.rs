//! Charts: what they show and which sizes they may take, not how they are drawn.

use num_rational::BigRational;

use crate::units::Pt;
use base::diag::Span;

use super::{Face, Inline};

/// A chart on its own line, one figure to a reader.
#[derive(Debug, Clone)]
pub struct Grafik {
    /// Bars or lines.
    pub jenis: JenisGrafik,
    /// What the rows are: OPDs, urusan, quarters. 1 to [`Grafik::BARIS`] of them.
    pub kategori: Vec<String>,
    /// One series of values or several, 1 to [`Grafik::SERI`]; each has as many values as there
    /// are categories.
    pub seri: Vec<Seri>,
    /// A mark on the axis of the values.
    pub target: Option<Target>,
    /// Printed right behind every number ("%", " orang").
    pub satuan: String,
    /// Where the axis ends, unless a value is larger.
    pub maks: Option<BigRational>,
    /// Height of the drawing; `None` is what it needs.
    pub tinggi: Option<Pt>,
    /// What a blind reader hears: the finding.
    pub alt: String,
    /// Printed below, style `Keterangan`.
    pub caption: Vec<Inline>,
    /// The room it is drawn in; set by layout's settling pass.
    pub ruang: Ruang,
    /// Where it comes from.
    pub span: Span,
}

/// What settling decides for a chart, so that both formats draw the same.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ruang {
    /// Width of the drawing.
    pub lebar: Pt,
    /// No drawing is higher.
    pub tinggi: Pt,
    /// The family of its text.
    pub huruf: Face,
}

/// The kinds of charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisGrafik {
    /// Horizontal bars, because the names beside them are long.
    Batang,
    /// Lines from left to right.
    Garis,
    /// A QR code of the text that is the only category.
    Qr,
}

/// Values that belong together.
#[derive(Debug, Clone)]
pub struct Seri {
    /// Its name.
    pub label: String,
    /// One value a category.
    pub nilai: Vec<NilaiGrafik>,
}

/// A value; what is not there is not nought.
#[derive(Debug, Clone, PartialEq)]
pub enum NilaiGrafik {
    /// A number from 0 up and how it is printed, unit included.
    Angka(BigRational, String),
    /// There is nobody to serve.
    Nihil,
    /// Not filled in.
    TidakAda,
}

/// The value to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Its value.
    pub nilai: BigRational,
    /// Its name with the value ("Target 100%").
    pub label: String,
}

impl Grafik {
    /// As many bars as stay readable on one page.
    pub const BARIS: usize = 40;
    /// A QR of a text, square and `sisi` wide at most.
    pub fn qr(teks: &str, sisi: Pt, alt: String) -> Self {
        Self {
            jenis: JenisGrafik::Qr,
            kategori: vec![teks.to_owned()],
            seri: Vec::new(),
            target: None,
            satuan: String::new(),
            maks: None,
            tinggi: Some(sisi),
            alt,
            caption: Vec::new(),
            ruang: Ruang::default(),
            span: Span::None,
        }
    }

    /// As many series as can be told apart in black and white.
    pub const SERI: usize = 4;
}

impl NilaiGrafik {
    /// The number, if it is one.
    pub fn angka(&self) -> Option<&BigRational> {
        match self {
            Self::Angka(nilai, _) => Some(nilai),
            Self::Nihil | Self::TidakAda => None,
        }
    }

    /// How it is printed.
    pub fn cetak(&self) -> &str {
        match self {
            Self::Angka(_, teks) => teks,
            Self::Nihil => "Nihil",
            Self::TidakAda => "–",
        }
    }
}
