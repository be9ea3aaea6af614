//! The words of inlines, without their look.

use super::{Inline, TextField};
use base::written::Trail;

/// The text of inlines; a forced break and a tab become one space, fields and notes nothing,
/// but the mark of a signature.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_text(inlines, &mut text);
    text
}

/// Where the parts of that text come from.
pub fn plain_trail(inlines: &[Inline]) -> Trail {
    let (mut trail, mut bytes) = (Trail::default(), 0);
    for inline in inlines {
        match inline {
            Inline::Text { trail: own, .. } => trail.append(bytes, own),
            Inline::Link { inlines, .. } => trail.append(bytes, &plain_trail(inlines)),
            _ => {}
        }
        bytes += plain_text(std::slice::from_ref(inline)).len();
    }
    trail
}

fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => out.push_str(text),
            Inline::Break | Inline::Tab => out.push(' '),
            Inline::Link { inlines, .. } => push_text(inlines, out),
            Inline::Field { field: TextField::Anchor(mark), .. } => out.push(*mark),
            Inline::Footnote { .. } | Inline::Field { .. } => {}
        }
    }
}
