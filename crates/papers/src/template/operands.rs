//! Names of the data that a template calculates or compares with.
//!
//! A list of an office holds texts, and minijinja takes a text by the rules of programs: `"1.250" *
//! 2` is the text twice, and no text is ever more than a number. So each name beside an operator is
//! given a filter that takes it as the number it is to whoever reads the data. Only the text that
//! is compiled has them; places are those of the text that was written.

use super::given::{self, GIVEN};

/// Behind what must be a number: `*`, `-`, `<`.
pub(super) const NUMBER: &str = "|_n";
/// Behind what may be a number: `+` and `==` know texts as well.
pub(super) const EITHER: &str = "|_t";

/// Behind the label of a number of somebody: the profile says it otherwise.
pub(super) const LABEL: &str = "|_l";

/// Before and behind a name with a minus before it, which binds closer than a filter.
const OPEN: &str = "(";
const CLOSE: &str = "|_n)";

/// The insides of the tags of a text.
pub(super) fn tags(text: &str) -> Vec<std::ops::Range<usize>> {
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

/// The places behind names that stand beside an operator or must be there, each with the filter that
/// belongs there. `functions` are those that are no macros.
pub(super) fn operands(tag: &str, functions: &[&str]) -> Vec<(usize, &'static str)> {
    let parts = parts(tag);
    let given = given::given(&parts, functions);
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let TagPart::Name(name, end) = *part else { continue };
        let before = index.checked_sub(1).and_then(|at| parts.get(at)).copied();
        let after = parts.get(index + 1).copied();
        let other = |at: Option<usize>| at.and_then(|at| parts.get(at)).copied();
        let other_use = matches!(after, Some(TagPart::Mark("(" | "." | "[" | "=")));
        if name.ends_with(".label_nip") && !name.starts_with("profil.") && !other_use {
            found.push((end, LABEL));
            continue;
        }
        let called = other_use || after == Some(TagPart::Mark("|"));
        let filter = matches!(before, Some(TagPart::Mark("|" | ".")));
        if called || filter || WORDS.contains(&name) {
            continue;
        }
        let sides =
            [(after, other(Some(index + 2))), (before, other(index.checked_sub(2)))];
        let wanted = sides.into_iter().filter_map(|(mark, other)| beside(mark?, other));
        if is_minus(&parts, index) {
            found.extend([(end - name.len(), OPEN), (end, CLOSE)]);
            continue;
        }
        // The stricter of two sides holds.
        if let Some(filter) = wanted.min() {
            found.push((end, filter));
        } else if given[index] {
            found.push((end, GIVEN));
        }
    }
    found
}

/// Whether the minus before a name takes nothing away from anything.
fn is_minus(parts: &[TagPart<'_>], index: usize) -> bool {
    let at = |back: usize| index.checked_sub(back).and_then(|at| parts.get(at));
    let lone = match at(2) {
        None => true,
        Some(TagPart::Mark(mark)) => ![")", "]", "}"].contains(mark),
        Some(TagPart::Name(name, _)) => WORDS.contains(name),
        Some(TagPart::Number | TagPart::Text) => false,
    };
    lone && at(1) == Some(&TagPart::Mark("-"))
}

/// The filter of a name beside an operator, by what is on its other side.
fn beside(mark: TagPart<'_>, other: Option<TagPart<'_>>) -> Option<&'static str> {
    let TagPart::Mark(mark) = mark else { return None };
    let text = other == Some(TagPart::Text);
    match mark {
        "*" | "/" | "//" | "%" | "**" | "-" => Some(NUMBER),
        "<" | ">" | "<=" | ">=" if !text => Some(NUMBER),
        "+" if !text => Some(EITHER),
        "==" | "!=" if other == Some(TagPart::Number) => Some(EITHER),
        _ => None,
    }
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
pub(super) fn located(tag: &str) -> Vec<(std::ops::Range<usize>, TagPart<'_>)> {
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
