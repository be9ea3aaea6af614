//! What the TOML parser says, in the user's language.

use super::toml_line::{key_before, value_around};
use super::toml_steps;
use crate::problem::FileProblem;
use crate::problem::{is_bare_time, meant_for, plainly, spelled};
use crate::tables::{is_number, is_text};
use std::ops::Range;

use base::diag::{AnyProblem, Both};

/// Wordings by what the parser's English begins with. The first that fits counts.
const WORDS: &[(&str, &str, &str)] = &[
    ("invalid basic string", "tanda kutip tidak ditutup", "a quote is not closed"),
    ("invalid literal string", "tanda kutip tidak ditutup", "a quote is not closed"),
    (
        "invalid multi-line",
        "tanda kutip tiga tidak ditutup",
        "triple quotes are not closed",
    ),
    ("unclosed table", "kurung `]` belum ada", "the closing `]` is missing"),
    ("unclosed array table", "kurung `]]` belum ada", "the closing `]]` is missing"),
    (
        "unclosed array",
        "daftar belum ditutup dengan `]`",
        "the list is not closed with `]`",
    ),
    (
        "unclosed inline table",
        "tabel belum ditutup dengan `}`",
        "the table is not closed with `}`",
    ),
    (
        "missing comma",
        "koma di antara dua nilai belum ada",
        "a comma between two values is missing",
    ),
    ("extra comma", "koma berlebih", "there is a comma too many"),
    (UNQUOTED, "teks harus dalam tanda kutip", "text must be in quotes"),
    // `nihil` begins like `nan`, `IV` like `inf`.
    ("invalid float", "teks harus dalam tanda kutip", "text must be in quotes"),
    (
        "invalid boolean",
        "hanya true dan false yang tanpa tanda kutip; teks dalam tanda kutip",
        "only true and false have no quotes; text must be in quotes",
    ),
    ("missing value", "nilainya belum ada", "the value is missing"),
    (
        "key with no value",
        "kunci ini belum diberi nilai (`kunci = nilai`)",
        "this key has no value (`key = value`)",
    ),
    ("missing assignment", "tanda `=` belum ada", "the `=` is missing"),
    ("extra `=`", "tanda `=` berlebih", "there is a `=` too many"),
    ("extra assignment", "tanda `=` berlebih", "there is a `=` too many"),
    ("unexpected `=`", "tanda `=` tidak boleh di sini", "a `=` cannot be here"),
    (
        "invalid unquoted key",
        "nama kunci memuat huruf yang tidak sah",
        "the key holds a character it cannot",
    ),
    ("unquoted keys cannot be empty", "nama kunci belum ada", "the key is missing"),
    (
        "invalid key-value pair",
        "baris ini bukan `kunci = nilai`",
        "this line is not `key = value`",
    ),
    (
        "unexpected key or value",
        "tulisan ini tidak pada tempatnya",
        "this does not belong here",
    ),
    (
        "unexpected content",
        "tulisan ini tidak pada tempatnya",
        "this does not belong here",
    ),
    (
        "duplicate key",
        "kunci atau bagian ini sudah ditulis sebelumnya",
        "this key or section was written before",
    ),
    (
        "unexpected leading zero",
        "bilangan tidak boleh berawal 0; kode seperti 005 ditulis dalam tanda kutip",
        "a number cannot begin with 0; a code such as 005 is written in quotes",
    ),
    (
        "redundant integer number prefix",
        "bilangan tidak boleh berawal 0; kode seperti 005 ditulis dalam tanda kutip",
        "a number cannot begin with 0; a code such as 005 is written in quotes",
    ),
    (
        "`_` may only go",
        "garis bawah hanya boleh di antara dua angka",
        "`_` may only stand between digits",
    ),
    ("unexpected sign", "tanda + atau - tidak pada tempatnya", "a + or - cannot be here"),
    ("redundant numeric sign", "tanda + atau - berlebih", "there is a + or - too many"),
    (
        "missing escaped value",
        "setelah `\\` harus ada huruf; tulis `\\\\` untuk garis miring",
        "a character must follow `\\`; write `\\\\` for a backslash",
    ),
    (
        "too few unicode",
        "kode huruf setelah `\\u` kurang panjang",
        "the code behind `\\u` is too short",
    ),
    (
        "invalid comment",
        "komentar memuat huruf yang tidak sah",
        "the comment holds a character it cannot",
    ),
    ("carriage return", "akhir baris tidak sah", "the line ends in a bad way"),
    ("invalid value", "nilai ini tidak dapat dibaca", "this value cannot be read"),
];

/// The problem behind a syntax error at `range` of `text`. A date or time that does not exist
/// is told as that.
pub(super) fn problem(message: &str, text: &str, range: &Range<usize>) -> AnyProblem {
    let value = || text.get(range.clone()).unwrap_or_default().to_owned();
    if message.starts_with("invalid date") {
        return FileProblem::BadDate {
            key: key_before(text, range.start),
            value: value(),
        }
        .into();
    }
    if message.starts_with("invalid time") {
        return FileProblem::BadTime {
            key: key_before(text, range.start),
            value: value(),
        }
        .into();
    }
    if message.starts_with("duplicate key")
        && let Some((key, line)) = first_of(text, range.start)
    {
        return FileProblem::Twice { key, line: line.to_string() }.into();
    }
    let found = WORDS.iter().find(|(start, ..)| message.starts_with(start));
    let detail = found.map_or_else(
        || Both::new(format!("tidak dapat dibaca ({message})"), message.to_owned()),
        |(_, id, en)| Both::new(*id, *en),
    );
    let step = toml_steps::step(message, text, range);
    let empty = value_around(text, range).is_some_and(|(_, value)| value.is_empty());
    let detail = if empty && message.starts_with(UNQUOTED) {
        Both::new("nilainya belum ada", "the value is missing")
    } else {
        detail
    };
    FileProblem::TomlSyntax { detail, step }.into()
}

/// Where the triple quotes stand that nothing closes: the parser stops at the end of the file.
pub(super) fn opening(message: &str, text: &str) -> Option<Range<usize>> {
    if !message.starts_with("invalid multi-line") {
        return None;
    }
    let last = |quotes: &str| text.rfind(quotes);
    let start = last("\"\"\"").max(last("'''"))?;
    Some(start..start + 3)
}

/// A text of one line that only lacks its quotes, whole, wherever in it the parser stopped:
/// `IV/z`, `Aula, Rumbia`, `Rp1,697 miliar`.
pub(super) fn bare<'t>(
    message: &str,
    text: &'t str,
    range: &Range<usize>,
) -> Option<(Range<usize>, &'t str)> {
    let starts =
        [UNQUOTED, "invalid float", "unexpected content", "unexpected key or value"];
    let (place, value) = value_around(text, range)?;
    let known = starts.iter().any(|start| message.starts_with(start));
    let inside = place.contains(&range.start) || range.start == place.end;
    let plain =
        !value.is_empty() && !value.contains(['"', '\'', '[', ']', '{', '}', '=']);
    (known && inside && plain).then_some((place, value))
}

/// A code such as `005` where a text belongs, whole.
pub(super) fn code<'t>(
    message: &str,
    text: &'t str,
    range: &Range<usize>,
) -> Option<(Range<usize>, &'t str)> {
    let zeros = ["unexpected leading zero", "redundant integer number prefix"];
    let (place, value) = value_around(text, range)?;
    let digits = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    let zero = zeros.iter().any(|start| message.starts_with(start));
    (zero && digits && is_text(&key_before(text, place.start))).then_some((place, value))
}

/// What is said of such a text.
pub(super) fn unquoted(text: &str, range: &Range<usize>) -> FileProblem {
    let detail = Both::new("teks harus dalam tanda kutip", "text must be in quotes");
    FileProblem::TomlSyntax { detail, step: toml_steps::step(UNQUOTED, text, range) }
}

/// What the parser says of a text without quotes.
const UNQUOTED: &str = "string values must be quoted";

/// The section or key written again at a byte, and the line on which it stands first.
fn first_of(text: &str, at: usize) -> Option<(String, usize)> {
    let above: Vec<&str> = text.get(..at)?.lines().collect();
    let line = text.get(at..)?.lines().next().unwrap_or_default();
    let own = text.get(..at)?.rsplit('\n').next().unwrap_or_default();
    let whole = format!("{own}{line}");
    let before = if own.is_empty() { above.len() } else { above.len().saturating_sub(1) };
    let above = above.get(..before)?;
    let code = |line: &str| line.split('#').next().unwrap_or_default().trim().to_owned();
    let head = code(&whole);
    if head.starts_with('[') {
        let first = above.iter().position(|line| code(line) == head)?;
        return Some((head, first + 1));
    }
    let key = |line: &str| line.split_once('=').map(|(key, _)| key.trim().to_owned());
    let named = key(&whole)?;
    let section = above.iter().rposition(|line| line.trim_start().starts_with('['));
    let from = section.map_or(0, |at| at + 1);
    let first =
        above.iter().skip(from).position(|line| key(line).as_deref() == Some(&*named))?;
    Some((named, from + first + 1))
}

/// What a value that the parser refused was meant as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// `12.500.000`
    Number,
    /// `16 Juli 2025`
    Date,
    /// `08.00`
    Time,
    /// A text in curly quotes.
    Text,
}

/// What the value around a syntax error was meant as, and where it stands.
pub(super) fn meant(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Meant)> {
    if let Some(curly) = curly(text, range.start) {
        return Some((curly, Meant::Text));
    }
    let date = value_around(text, range).filter(|(_, value)| {
        value.contains([' ', '/']) && bahasa::parse_date(value).is_some()
    });
    if let Some((place, _)) = date {
        return Some((place, Meant::Date));
    }
    let spelled = value_around(text, range).filter(|(_, value)| {
        let counted = value.contains(' ') && plainly(value).is_some();
        counted || spelled(value).is_some()
    });
    if let Some((place, _)) = spelled {
        return Some((place, Meant::Number));
    }
    let counted = value_around(text, range).filter(|(place, value)| {
        let key = key_before(text, place.start);
        value.contains(char::is_whitespace)
            && is_number(&key)
            && meant_for(&key, value).is_some()
    });
    if let Some((place, _)) = counted {
        return Some((place, Meant::Number));
    }
    let place = figure(text, range)?;
    let is_time = text.get(place.clone()).is_some_and(is_bare_time);
    Some((place, if is_time { Meant::Time } else { Meant::Number }))
}

/// The value in curly quotes on the line of a syntax error.
pub(super) fn curly(text: &str, at: usize) -> Option<Range<usize>> {
    const CURLY: [char; 5] = ['“', '”', '„', '‘', '’'];
    let start = text.get(..at)?.rfind('\n').map_or(0, |n| n + 1);
    let line = text.get(start..)?.lines().next()?;
    let straight = |text: &str| text.matches('"').count();
    // Inside of straight quotes they are letters like others.
    let outside =
        |at: usize| straight(&line[..at]).is_multiple_of(2) || straight(line) % 2 == 1;
    let comment = line.find('#').unwrap_or(line.len());
    let (first, _) =
        line.char_indices().find(|(at, c)| CURLY.contains(c) && outside(*at))?;
    let (last, end) = line.char_indices().rfind(|(_, c)| CURLY.contains(c))?;
    (first < comment).then_some(start + first..start + last + end.len_utf8())
}

/// The figure around a syntax error: a value without quotes that was meant as a number, such as
/// `12.500.000`, `1,5` or `12a4`. Codes such as `1.A.1` and dates are texts without quotes.
fn figure(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let (figure, value) = value_around(text, range)?;
    if is_text(&key_before(text, figure.start)) {
        return None;
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let signs = value.contains(['.', ',', '%']);
    let dashes = value.get(1..)?.contains('-');
    let meant = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'))
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"._,%+-".contains(&b))
        && digits > letters
        && !(letters > 0 && signs)
        && !dashes
        // A number with a 0 in front is told as that: it may be meant as a text.
        && (signs || !value.starts_with('0'));
    (meant && (figure.contains(&range.start) || range.start == figure.end))
        .then_some(figure)
}
