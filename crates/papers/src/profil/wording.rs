//! Texts that an office sets itself.

use std::fmt;
use std::ops::Deref;

use crate::origins::Line;
use base::source::Span;

/// A text of the profile, with its place where the office sets it itself.
#[derive(Clone, Default)]
pub struct Wording(Line);

impl Wording {
    pub(super) fn new(text: &str, span: Span) -> Self {
        Self(Line::at(text, span))
    }

    /// The text and its place.
    pub(crate) const fn line(&self) -> &Line {
        &self.0
    }

    /// Where it is set; nowhere when the program's own words hold.
    pub fn span(&self) -> Span {
        self.0.trail.at(0)
    }
}

impl Deref for Wording {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.text
    }
}

/// Where it stands is no part of how a paper looks.
impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.text, f)
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for Wording {}
