//! Lines behind which the parser reads no further, set right so that the rest is read as well.

use std::borrow::Cow;

use toml::de::DeTable;

use crate::problem::FileProblem;
use base::diag::{Both, Problems};
use base::source::{FileId, Span};

/// What is wrong with a line.
enum Wrong {
    /// `key: value`, with the place of the colon.
    Colon(usize),
    /// Not `key = value`, and where the parser saw it.
    NoValue(usize),
}

/// The text with `=` where someone wrote `key: value`, and without lines that give their key no
/// value; both are told. What stands where does not change.
pub(super) fn readable<'t>(
    file: FileId,
    text: &'t str,
    problems: &mut Problems,
) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    while let Some((start, wrong)) = first(&text) {
        let (at, by) = match wrong {
            Wrong::Colon(at) => (at, "="),
            Wrong::NoValue(at) => (at, "#"),
        };
        let detail = detail(&wrong, line(&text, start));
        let end = text.len().min(at + 1);
        problems.add(Span::text(file, at..end), FileProblem::TomlSyntax { detail });
        let place = if by == "=" { at } else { start };
        text.to_mut().replace_range(place..=place, by);
    }
    text
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

fn detail(wrong: &Wrong, line: &str) -> Both {
    let spaced = line.split_once('=').is_some_and(|(key, _)| key.trim().contains(' '));
    match wrong {
        Wrong::Colon(_) => Both::new(
            "tanda `=` ditulis `:`; tulis `kunci = nilai`",
            "a `:` stands where `=` belongs; write `key = value`",
        ),
        Wrong::NoValue(_) if spaced => {
            Both::new("nama kunci memuat spasi", "there is a space in the key")
        }
        Wrong::NoValue(_) => Both::new(
            "kunci ini belum diberi nilai (`kunci = nilai`)",
            "this key has no value (`key = value`)",
        ),
    }
}
