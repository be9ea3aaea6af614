//! What is put into the text of a template before it is compiled, and the brackets in its tags.

use minijinja::Error;
use minijinja::machinery::{ast::Stmt, parse};
use minijinja::syntax::SyntaxConfig;

use super::tag_parts::{Located, TagPart};

/// What is put into a text at a place, instead of so many bytes.
#[derive(Debug)]
pub(super) struct Edit {
    /// The place.
    pub(super) at: usize,
    /// So many bytes.
    pub(super) instead: usize,
    /// What is put there.
    pub(super) text: String,
}

impl Edit {
    /// At a place, instead of so many bytes.
    pub(super) fn new(at: usize, instead: usize, text: impl Into<String>) -> Self {
        Self { at, instead, text: text.into() }
    }
}

/// What opens a list, arguments or a table, and what closes it.
pub(super) fn depth_of(part: TagPart<'_>) -> isize {
    match part {
        TagPart::Mark("(" | "[" | "{") => 1,
        TagPart::Mark(")" | "]" | "}") => -1,
        _ => 0,
    }
}

/// The place of what closes the bracket at `open`.
pub(super) fn closing(parts: &[Located<'_>], open: usize) -> Option<usize> {
    let mut depth = 0;
    for (index, (_, part)) in parts.iter().enumerate().skip(open) {
        depth += depth_of(*part);
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

/// A text as the engine reads it.
pub(super) fn read(text: &str) -> Result<Stmt<'_>, Error> {
    parse(text, "", SyntaxConfig::default())
}
