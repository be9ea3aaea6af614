//! What the TOML parser says, in the user's language.

use crate::problem::FileProblem;
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
    (
        "string values must be quoted",
        "teks harus dalam tanda kutip",
        "text must be in quotes",
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
        "bilangan tidak boleh berawal 0",
        "a number cannot begin with 0",
    ),
    (
        "redundant integer number prefix",
        "bilangan tidak boleh berawal 0",
        "a number cannot begin with 0",
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
    let found = WORDS.iter().find(|(start, ..)| message.starts_with(start));
    let detail = found.map_or_else(
        || Both::new(format!("tidak dapat dibaca ({message})"), message.to_owned()),
        |(_, id, en)| Both::new(*id, *en),
    );
    FileProblem::TomlSyntax { detail }.into()
}

/// The figure around a syntax error: a value without quotes that was meant as a number, such as
/// `12.500.000`, `1,5` or `12a4`. Codes such as `1.A.1` and dates are texts without quotes.
pub(super) fn figure(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let start = text.get(..range.start)?.rfind('\n').map_or(0, |n| n + 1);
    let line = text.get(start..)?.lines().next()?;
    let (key, rest) = line.split_once('=')?;
    if key.contains(['"', '\'', '[', '{', '#']) {
        return None;
    }
    let value = rest.split('#').next()?;
    let from = start + key.len() + 1 + value.len() - value.trim_start().len();
    let value = value.trim();
    let figure = from..from + value.len();
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

/// The key that the value at a byte was written for.
pub(super) fn key_before(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.split('=').next().unwrap_or_default().trim().to_owned()
}
