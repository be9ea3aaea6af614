//! The words of inlines, without their look.

use super::{Inline, TextField};

/// The text of inlines; a forced break and a tab become one space, fields and notes nothing,
/// but the mark of a signature.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_text(inlines, &mut text);
    text
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
