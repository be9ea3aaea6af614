//! The tags of a template and the parts of the expressions in them, as they were written.

use std::ops::Range;

/// A part with its place in its tag.
pub(super) type Located<'a> = (Range<usize>, TagPart<'a>);

/// The insides of the tags of a text.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + next;
        let close = match text.get(start..start + 2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = start + 1;
                continue;
            }
        };
        let inside = start + 2;
        let Some(len) = text[inside..].find(close) else { break };
        at = inside + len + 2;
        let body = &text[inside..inside + len];
        if close == "%}" && body.trim_matches(['-', '+', ' ']) == "raw" {
            at = text[at..].find("endraw").map_or(text.len(), |raw| at + raw);
        } else if close != "#}" {
            found.push(inside..inside + len);
        }
    }
    found
}

/// A part of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagPart<'a> {
    /// `b.jumlah`; the place behind it.
    Name(&'a str, usize),
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// An operator or mark.
    Mark(&'a str),
}

/// Words of the language that are no names.
pub(super) const WORDS: [&str; 18] = [
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "elif",
    "for",
    "set",
    "true",
    "false",
    "none",
    "True",
    "False",
    "None",
    "recursive",
    "do",
];

/// Marks of two letters, before those of one.
const MARKS: [&str; 7] = ["**", "//", "==", "!=", "<=", ">=", "->"];

/// The parts of an expression.
pub(super) fn parts(tag: &str) -> Vec<TagPart<'_>> {
    located(tag).into_iter().map(|(_, part)| part).collect()
}

/// The parts of an expression, each with its place.
pub(super) fn located(tag: &str) -> Vec<Located<'_>> {
    // A minus at the end trims blanks and takes nothing away.
    let tag = tag.strip_suffix(['-', '+']).unwrap_or(tag);
    let start = tag.len() - tag.strip_prefix(['-', '+']).unwrap_or(tag).len();
    let mut parts = Vec::new();
    let mut at = start;
    while let Some(first) = tag.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &tag[at..];
        let (len, part) = match first {
            '"' | '\'' => (quoted(rest), Some(TagPart::Text)),
            c if c.is_ascii_digit() => {
                let number = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
                (run(rest, number), Some(TagPart::Number))
            }
            c if c.is_alphabetic() || c == '_' => {
                let len = path(rest);
                (len, Some(TagPart::Name(&rest[..len], at + len)))
            }
            c if c.is_whitespace() => (c.len_utf8(), None),
            c => {
                let mark = MARKS.iter().find(|mark| rest.starts_with(**mark));
                let len = mark.map_or(c.len_utf8(), |mark| mark.len());
                (len, Some(TagPart::Mark(&rest[..len])))
            }
        };
        let end = at + len.max(1);
        parts.extend(part.map(|part| (at..end, part)));
        at = end;
    }
    parts
}

/// The length of a name with its attributes: `daftar.honor[0].jumlah`.
fn path(text: &str) -> usize {
    let word = |text: &str| run(text, |c| c.is_alphanumeric() || c == '_');
    let mut len = word(text);
    loop {
        let rest = &text[len..];
        if let Some(attribute) = rest.strip_prefix('.') {
            let more = word(attribute);
            if more == 0 {
                return len;
            }
            len += 1 + more;
        } else if rest.starts_with('[') {
            let inside = rest.find(']').filter(|end| !rest[1..*end].contains(['[', ':']));
            match inside {
                Some(end) => len += end + 1,
                None => return len,
            }
        } else {
            return len;
        }
    }
}

fn run(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}

/// The length of a text in quotes.
fn quoted(text: &str) -> usize {
    let quote = text.chars().next().unwrap_or('"');
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}
