//! What somebody is told to write where the TOML parser stops: the line as it was meant, where
//! that can be seen.

use std::ops::Range;

use base::diag::Both;

use super::toml_line::{key_before, value_around};
use crate::tables::{is_number, is_text};

/// What helps where the line itself does not say what was meant.
pub(super) fn look() -> Both {
    Both::new(
        "periksa tanda kutip, tanda sama dengan, dan kurung pada baris ini dan baris sebelumnya",
        "check quotes, equals signs and brackets on this line and the one before",
    )
}

pub(super) fn write(line: &str) -> Both {
    Both::new(format!("tulis `{line}`"), format!("write `{line}`"))
}

/// The next step at a syntax error.
pub(super) fn step(message: &str, text: &str, range: &Range<usize>) -> Both {
    let value = value_around(text, range).map(|(_, value)| value);
    let key = key_before(text, range.start);
    let begins = |starts: &[&str]| starts.iter().any(|start| message.starts_with(start));
    let step = if begins(&[
        "string values must be quoted",
        "invalid boolean",
        "invalid float",
    ]) {
        value.and_then(|value| unquoted(&key, value))
    } else if begins(&["unexpected leading zero", "redundant integer number prefix"]) {
        value.and_then(|value| leading_zero(&key, value))
    } else if begins(&["invalid basic string", "invalid literal string"]) {
        value.and_then(|value| unclosed(&key, value))
    } else if begins(&["invalid multi-line"]) {
        Some(Both::new(
            "tutup teksnya dengan tiga tanda kutip yang sama; teks satu baris cukup satu tanda kutip di kedua ujungnya",
            "close the text with the same triple quotes; a text of one line needs a single quote at both ends",
        ))
    } else if begins(&["unclosed table", "unclosed array table"]) {
        head(line_of(text, range.start))
    } else if begins(&["missing comma"]) {
        Some(no_comma(text, range.start))
    } else if begins(&["unexpected key or value", "unexpected content"]) {
        value.and_then(|value| quotes_inside(&key, value))
    } else if begins(&["extra `=`", "extra assignment", "unexpected `=`"]) {
        let value = value.map(|value| value.trim_start_matches(['=', ' ']));
        value.filter(|value| !value.is_empty()).map(|v| write(&format!("{key} = {v}")))
    } else {
        None
    };
    step.unwrap_or_else(look)
}

/// Behind a key without `=`: "sasaran 15640".
pub(super) fn without_sign(line: &str) -> Both {
    match line.trim().split_once(' ') {
        Some((key, value)) if !value.contains('=') => {
            write(&format!("{key} = {}", value.trim()))
        }
        Some(_) => Both::new(
            "ganti spasi dalam nama kuncinya dengan `_`, atau cocokkan namanya dengan panduan",
            "put `_` for the space in the key, or look its name up in the guide",
        ),
        None => Both::new(
            "tulis `=` dan nilainya sesudah kunci itu, atau hapus barisnya",
            "write `=` and a value behind the key, or remove the line",
        ),
    }
}

/// `key: value` as it was meant.
pub(super) fn with_colon(line: &str) -> Both {
    line.trim().split_once(':').map_or_else(look, |(key, value)| {
        write(&format!("{} = {}", key.trim(), value.trim()))
    })
}

fn unquoted(key: &str, value: &str) -> Option<Both> {
    if value.is_empty() {
        return Some(Both::new(
            format!("isi nilainya sesudah `{key} =`, atau hapus baris ini"),
            format!("write the value behind `{key} =`, or remove the line"),
        ));
    }
    if let Some(items) = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'))
        && !items.contains(['"', '\'', '[', '{'])
    {
        let items: Vec<String> =
            items.split(',').map(|item| format!("\"{}\"", item.trim())).collect();
        return Some(write(&format!("{key} = [{}]", items.join(", "))));
    }
    if value.contains(['"', '\'', '[', '{']) {
        return None;
    }
    let yes = ["ya", "iya", "yes", "benar", "true", "betul"];
    let no = ["tidak", "no", "salah", "false", "bukan"];
    let small = value.to_lowercase();
    if is_number(key)
        && let Ok(amount) = bahasa::rupiah::parse_rupiah(value)
        && amount.is_integer()
    {
        return Some(write(&format!("{key} = {amount}")));
    }
    let truth = match &*small {
        _ if is_text(key) => return Some(write(&format!("{key} = \"{value}\""))),
        word if yes.contains(&word) => "true",
        word if no.contains(&word) => "false",
        _ => return Some(write(&format!("{key} = \"{value}\""))),
    };
    Some(Both::new(
        format!(
            "tulis `{key} = {truth}`; bila kunci ini memuat teks, `{key} = \"{value}\"`"
        ),
        format!(
            "write `{key} = {truth}`; where the key holds text, `{key} = \"{value}\"`"
        ),
    ))
}

fn leading_zero(key: &str, value: &str) -> Option<Both> {
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    if digits && is_text(key) {
        return Some(write(&format!("{key} = \"{value}\"")));
    }
    let plain = value.trim_start_matches('0');
    let plain = if plain.is_empty() { "0" } else { plain };
    digits.then(|| {
        Both::new(
            format!(
                "tulis `{key} = {plain}` bila bilangan, `{key} = \"{value}\"` bila kode"
            ),
            format!(
                "write `{key} = {plain}` for a number, `{key} = \"{value}\"` for a code"
            ),
        )
    })
}

/// A text whose second quote is missing.
fn unclosed(key: &str, value: &str) -> Option<Both> {
    let quote = value.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let inner = value.get(1..)?;
    // It was closed with the other sign.
    let other = inner.trim_end_matches(['"', '\'']);
    if other.len() < inner.len() && !other.is_empty() && !other.contains(['"', '\'']) {
        return Some(write(&format!("{key} = \"{other}\"")));
    }
    let only = !inner.is_empty() && !inner.contains(quote);
    only.then(|| write(&format!("{key} = {value}{quote}")))
}

/// A text with quotes in it, which need others around them.
fn quotes_inside(key: &str, value: &str) -> Option<Both> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains("\", \"") || inner.contains("\",\"") {
        let one = inner.replace('"', "");
        return Some(Both::new(
            format!(
                "tulis `{key} = [{value}]` bila ini daftar, atau `{key} = \"{one}\"` bila satu teks"
            ),
            format!(
                "write `{key} = [{value}]` for a list, or `{key} = \"{one}\"` for one text"
            ),
        ));
    }
    let only = inner.contains('"') && !inner.contains('\'');
    only.then(|| write(&format!("{key} = '{inner}'")))
}

/// Where a list goes on without a comma: a text that was written without one, or a quote inside
/// of a text that ended it.
fn no_comma(text: &str, at: usize) -> Both {
    let line = line_of(text, at).trim();
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    if next.is_some_and(|c| ['"', '\''].contains(&c)) {
        return Both::new(
            "tulis koma di antara kedua nilai itu",
            "write a comma between the two values",
        );
    }
    let bare = line.strip_suffix(',').unwrap_or(line);
    let inner = bare.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
    let item = inner.filter(|inner| {
        let items = inner.contains("\", \"") || inner.contains("\",\"");
        // One alone is a slip, and not what is quoted.
        let pairs = inner.matches('"').count() % 2 == 0;
        inner.contains('"') && pairs && !inner.contains('\'') && !items
    });
    item.map_or_else(
        || {
            Both::new(
                "bila ada tanda kutip di dalam teks, apit seluruh teks itu dengan tanda kutip tunggal ('…') atau hapus kutip di dalamnya; bila di sini dua nilai, tulis koma di antaranya",
                "where a quote stands inside of a text, put single quotes ('…') around the whole text or take the inner quote out; where these are two values, write a comma between them",
            )
        },
        |inner| write(&format!("'{inner}'")),
    )
}

/// The head of a section of which there are several.
pub(super) fn repeated(head: &str) -> Both {
    write(&format!("[{}]", head.trim()))
}

/// The head of a section with all its brackets.
fn head(line: &str) -> Option<Both> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.trim_matches(['[', ']', ' ']);
    let word = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    let sound = !name.is_empty() && name.bytes().all(word);
    let doubled = line.starts_with("[[");
    let whole = if doubled { format!("[[{name}]]") } else { format!("[{name}]") };
    sound.then(|| write(&whole))
}

fn line_of(text: &str, at: usize) -> &str {
    let start =
        text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}
