//! What layout could not do as asked.

use crate::source::Span;
use crate::units::Pt;

/// Something that does not look as it was meant to. Layout goes on with the next best.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum LayoutProblem {
    /// No face has a glyph for the character.
    MissingGlyph {
        /// The character.
        ch: char,
        /// The word it stands in.
        text: String,
        /// Where it comes from.
        span: Span,
    },
    /// Wider than its room.
    TooWide {
        /// What it is, in a few words of the paper itself.
        what: String,
        /// Where it comes from.
        span: Span,
        /// How much is too much.
        by: Pt,
    },
    /// Higher than a page.
    TooHigh {
        /// What it is, in a few words of the paper itself.
        what: String,
        /// Where it comes from.
        span: Span,
        /// How much is too much.
        by: Pt,
    },
    /// Page numbers were still moving after the last round.
    Unstable,
}
