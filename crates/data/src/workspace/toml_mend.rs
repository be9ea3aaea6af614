//! Lines behind which the parser reads no further, set right so that the rest is read as well.

use std::ops::Range;

use toml::de::DeTable;

use super::toml_open::Mended;
use super::{toml_steps, toml_words};
use crate::problem::FileProblem;
use base::diag::{Both, Problems};
use base::source::{FileId, Span};

/// What is wrong with a line.
enum Wrong {
    /// `key: value`, with the place of the colon.
    Colon(usize),
    /// Not `key = value`, and where the parser saw it.
    NoValue(usize),
    /// Curly quotes in the place of straight ones, from the first to behind the last.
    Curly(Range<usize>),
}

/// The text with `=` where someone wrote `key: value`, and without lines that give their key no
/// value; both are told. What stands where does not change.
pub(super) fn readable(file: FileId, mended: &mut Mended<'_>, problems: &mut Problems) {
    while let Some((start, wrong)) = first(&mended.text) {
        let text = &mended.text;
        let one = |at: usize| at..text.len().min(at + 1);
        let whole = line(text, start);
        let (told, problem, place, by) = match wrong {
            Wrong::Colon(at) => (one(at), with_colon(whole), one(at), "=".to_owned()),
            Wrong::NoValue(at) => {
                (one(at), without_sign(whole), one(start), "#".to_owned())
            }
            Wrong::Curly(place) => {
                let value = text.get(place.clone()).unwrap_or_default();
                let quote = value.chars().next().map(String::from).unwrap_or_default();
                let problem = FileProblem::CurlyQuotes { quote };
                let one = text.get(..place.start).unwrap_or_default().trim_end();
                let mended = straight(value, one.ends_with('='));
                (place.clone(), problem, place, mended)
            }
        };
        problems.add(Span::text(file, mended.written(&told)), problem);
        mended.text.to_mut().replace_range(place, &by);
    }
}

/// Puts a second pair of brackets around each of some heads, in their order: what stands below
/// such a head is read as what it was meant for.
pub(super) fn double(mended: &mut Mended<'_>, heads: &[Range<usize>]) {
    let mut added = 0;
    for head in heads {
        for (at, bracket) in [(head.start, '['), (head.end, ']')] {
            mended.insert(at + added, bracket);
            added += 1;
        }
    }
}

/// A value with straight quotes for its curly ones. Spaces fill the place that these take more,
/// so that what follows stands where it stood. Inside of one text they are letters like others.
fn straight(value: &str, one_text: bool) -> String {
    let double = |c: char| matches!(c, '“' | '”' | '„');
    let single = |c: char| matches!(c, '‘' | '’');
    let doubled = value.contains(double);
    let mut opens = true;
    let mut out = String::new();
    for (at, c) in value.char_indices() {
        let inside = one_text && at > 0 && at + c.len_utf8() < value.len();
        if inside || !(if doubled { double(c) } else { single(c) }) {
            opens ^= c == '"';
            out.push(c);
            continue;
        }
        let quote = if doubled { '"' } else { '\'' };
        let filling = " ".repeat(c.len_utf8() - 1);
        if opens {
            out.push_str(&filling);
            out.push(quote);
        } else {
            out.push(quote);
            out.push_str(&filling);
        }
        opens = !opens;
    }
    out
}

/// The first line that stops the parser, by where its text begins.
fn first(text: &str) -> Option<(usize, Wrong)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let wrong = |error: &toml::de::Error| {
        let at = error.span()?.start;
        let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
        let whole = line(text, start);
        let start = start + whole.len() - whole.trim_start().len();
        let first = text.get(start..)?.chars().next()?;
        if let Some(place) = toml_words::curly(text, at).filter(|place| {
            let begins = text.get(..place.start).unwrap_or_default().trim_end();
            begins.ends_with(['=', '[', ',']) || whole.matches('"').count() % 2 == 1
        }) {
            return Some((start, Wrong::Curly(place)));
        }
        match colon(whole.trim_start()) {
            Some(colon) => Some((start, Wrong::Colon(start + colon))),
            // A letter of one byte gives way to the sign of a comment.
            None if error.message().starts_with("key with no value") => {
                let letter = first.is_ascii() && first != '#';
                letter.then_some((start, Wrong::NoValue(at)))
            }
            None => None,
        }
    };
    errors.iter().filter_map(wrong).min_by_key(|(start, _)| *start)
}

fn line(text: &str, start: usize) -> &str {
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// Where a line that writes `key: value` has its colon.
fn colon(line: &str) -> Option<usize> {
    let (key, _) = line.split_once(':')?;
    let name = key.trim().trim_matches('"');
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    (!name.is_empty() && name.bytes().all(plain)).then_some(key.len())
}

fn with_colon(line: &str) -> FileProblem {
    let detail = Both::new("tanda `=` ditulis `:`", "a `:` stands where `=` belongs");
    FileProblem::TomlSyntax { detail, step: toml_steps::with_colon(line) }
}

fn without_sign(line: &str) -> FileProblem {
    let spaced = line.split_once('=').is_some_and(|(key, _)| key.trim().contains(' '));
    let detail = if spaced {
        Both::new("nama kunci memuat spasi", "there is a space in the key")
    } else {
        Both::new(
            "kunci ini belum diberi nilai (`kunci = nilai`)",
            "this key has no value (`key = value`)",
        )
    };
    FileProblem::TomlSyntax { detail, step: toml_steps::without_sign(line) }
}
