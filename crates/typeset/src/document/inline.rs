//! Inlines: what stands inside a line.

use crate::units::{Pt, Rgb};
use base::written::{Line, Trail};

use super::{Face, TextField};

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text in one style. Holds no line breaks and no control characters; no-break spaces
    /// (U+00A0) do not break.
    Text {
        /// The characters.
        text: String,
        /// How they look, beside the paragraph's own style.
        style: TextStyle,
        /// Where each part of them comes from.
        trail: Trail,
    },
    /// A forced line break inside the paragraph.
    Break,
    /// A jump to the next tab stop of the paragraph (see `ParaProps::tabs`).
    Tab,
    /// A link around text.
    Link {
        /// Where it leads.
        target: LinkTarget,
        /// What is shown.
        inlines: Vec<Inline>,
    },
    /// A footnote: a mark here, the text at the foot of the page.
    Footnote {
        /// The note's number in the document, from 1.
        number: u32,
        /// The note's text.
        inlines: Vec<Inline>,
    },
    /// A value known only when pages are made.
    Field {
        /// Which value.
        field: TextField,
        /// How it looks.
        style: TextStyle,
    },
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address outside.
    Url(String),
    /// A heading's id.
    Heading(String),
}

/// The look of a piece of text, on top of the paragraph's.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TextStyle {
    /// Bold.
    pub bold: bool,
    /// Italic (foreign words).
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Struck through.
    pub strike: bool,
    /// Raised and smaller.
    pub superscript: bool,
    /// Typed into a computer: letters of one width, a little smaller, never hyphenated.
    pub mono: bool,
    /// Another size than the paragraph's.
    pub size: Option<Pt>,
    /// Another colour than black.
    pub color: Option<Rgb>,
}

impl TextStyle {
    /// The size in a paragraph whose text is of the given size.
    pub(crate) fn size_in(self, paragraph: Pt) -> Pt {
        let size = self.size.unwrap_or(paragraph);
        // Word knows half points; letters of one width look larger than others.
        if self.mono { Pt((size.0 * 1.8).round() / 2.0) } else { size }
    }

    /// The face in a paragraph of the given one.
    pub(crate) fn face_in(self, paragraph: Face) -> Face {
        if self.mono { Face::Mono } else { paragraph }
    }
}

impl Inline {
    /// Plain text, which may know where it was written.
    pub fn text(text: impl Into<Line>) -> Self {
        Self::styled(text, TextStyle::default())
    }

    /// Bold text.
    pub fn bold(text: impl Into<Line>) -> Self {
        Self::styled(text, TextStyle { bold: true, ..TextStyle::default() })
    }

    /// Text in a given look.
    pub fn styled(text: impl Into<Line>, style: TextStyle) -> Self {
        let Line { text, trail } = text.into();
        Self::Text { text, style, trail }
    }

    /// A page-dependent value in the paragraph's look.
    pub fn field(field: TextField) -> Self {
        Self::Field { field, style: TextStyle::default() }
    }
}
