//! Charts: what they show and which sizes they may take, not how they are drawn.

use num_rational::BigRational;

use crate::units::Pt;
use base::diag::Span;
use base::written::Trail;

use super::{Face, Inline};

/// A chart on its own line, one figure to a reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Bars or lines.
    pub kind: ChartKind,
    /// What the rows are: OPDs, urusan, quarters. 1 to [`Chart::MAX_ROWS`] of them.
    pub categories: Vec<String>,
    /// One series of values or several, 1 to [`Chart::MAX_SERIES`]; each has as many values as there
    /// are categories.
    pub series: Vec<Series>,
    /// A mark on the axis of the values.
    pub target: Option<TargetLine>,
    /// Printed right behind every number ("%", " orang").
    pub unit: String,
    /// Where the axis ends, unless a value is larger.
    pub max: Option<BigRational>,
    /// Height of the drawing; `None` is what it needs.
    pub height: Option<Pt>,
    /// What a blind reader hears: the finding.
    pub alt: String,
    /// Printed below, style `Keterangan`.
    pub caption: Vec<Inline>,
    /// Where the words in it come from: each text, and the places of its parts.
    pub words: Vec<(String, Trail)>,
    /// The room it is drawn in; set by layout's settling pass.
    pub room: ChartRoom,
    /// Where it comes from.
    pub span: Span,
}

/// What settling decides for a chart, so that both formats draw the same.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ChartRoom {
    /// Width of the drawing.
    pub width: Pt,
    /// No drawing is higher.
    pub height: Pt,
    /// The family of its text.
    pub face: Face,
}

/// The kinds of charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Horizontal bars, because the names beside them are long.
    Bars,
    /// Lines from left to right.
    Lines,
    /// A QR code of the text that is the only category.
    Qr,
}

/// Values that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name.
    pub label: String,
    /// One value a category.
    pub values: Vec<ChartValue>,
}

/// A value; what is not there is not nought.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartValue {
    /// A number from 0 up and how it is printed, unit included.
    Number(BigRational, String),
    /// There is nobody to serve.
    Nihil,
    /// Not filled in.
    Missing,
}

/// The value to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetLine {
    /// Its value.
    pub value: BigRational,
    /// Its name with the value ("Target 100%").
    pub label: String,
}

impl Chart {
    /// As many bars as stay readable on one page.
    pub const MAX_ROWS: usize = 40;
    /// A QR of a text, square and `side` wide at most.
    pub fn qr(text: &str, side: Pt, alt: String) -> Self {
        Self {
            kind: ChartKind::Qr,
            categories: vec![text.to_owned()],
            series: Vec::new(),
            target: None,
            unit: String::new(),
            max: None,
            height: Some(side),
            alt,
            caption: Vec::new(),
            words: Vec::new(),
            room: ChartRoom::default(),
            span: Span::None,
        }
    }

    /// The places of a character in it; its own where no word is known to have it.
    pub fn places_of(&self, ch: char) -> Vec<Span> {
        let at = |(text, trail): &(String, Trail)| Some(trail.at(text.find(ch)?));
        let mut known: Vec<Span> = self.words.iter().filter_map(at).collect();
        known.retain(|span| *span != Span::None);
        known.dedup();
        if known.is_empty() { vec![self.span] } else { known }
    }

    /// As many series as can be told apart in black and white.
    pub const MAX_SERIES: usize = 4;
}

impl ChartValue {
    /// The number, if it is one.
    pub fn number(&self) -> Option<&BigRational> {
        match self {
            Self::Number(value, _) => Some(value),
            Self::Nihil | Self::Missing => None,
        }
    }

    /// How it is printed.
    pub fn printed(&self) -> &str {
        match self {
            Self::Number(_, text) => text,
            Self::Nihil => "Nihil",
            Self::Missing => "–",
        }
    }
}
