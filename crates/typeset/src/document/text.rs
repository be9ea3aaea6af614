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

/// Bytes of a text where a hyphen stands after which no line ends: "e-SPM", "TW-IV",
/// "0549-21234". A word processor would end a line there if the hyphen were a plain one. Between
/// two words of some length a line may end, and in an address the hyphen stays what is typed.
pub(crate) fn held_hyphens(text: &str) -> Vec<usize> {
    let hyphens = text.match_indices('-').map(|(at, _)| at);
    hyphens.filter(|&at| is_held(text, at)).collect()
}

fn is_held(text: &str, at: usize) -> bool {
    let (left, right) = (&text[..at], &text[at + 1..]);
    let before = left.rsplit(char::is_whitespace).next().unwrap_or(left);
    let after = right.split(char::is_whitespace).next().unwrap_or(right);
    let address = before.starts_with("www.")
        || [before, after].iter().any(|part| part.contains('@') || part.contains("://"));
    let joins = before.ends_with(char::is_alphanumeric)
        && after.starts_with(char::is_alphanumeric);
    joins && !address && !long_parts(text, at)
}

/// Whether both sides of a mark are words, not "s/d", "a/n" or "e-SPM".
pub(crate) fn long_parts(word: &str, mark: usize) -> bool {
    let left = word[..mark].chars().rev().take_while(|c| c.is_alphabetic()).count();
    let right = word[mark + 1..].chars().take_while(|c| c.is_alphabetic()).count();
    left >= 3 && right >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_hyphens_between_words_only() {
        let held = |text: &str| held_hyphens(text).len();
        for text in
            ["e-SPM", "aplikasi e-Office,", "IP-SPM", "TW-IV", "0549-21234", "COVID-19"]
        {
            assert_eq!(held(text), 1, "{text}");
        }
        for text in
            ["rata-rata", "perundang-undangan", "- satu", "dua -", "tiga - empat", "--"]
        {
            assert_eq!(held(text), 0, "{text}");
        }
        for text in ["https://e-spm.go.id/a-1", "a-b@e-spm.go.id", "www.e-spm.go.id/x"] {
            assert_eq!(held(text), 0, "{text}");
        }
        assert_eq!(held_hyphens("e-SPM dan TW-IV"), [1, 12]);
    }
}
