//! Values as TOML has them, and a TOML that people keep: a value in it changes, the rest stays.

use num_rational::BigRational;
use num_traits::ToPrimitive;
use toml_edit::{Array, DocumentMut, Item, TableLike, TomlError, Value};

use crate::node::plain;
use base::diag::AnyProblem;

/// A number exactly, its thousands grouped with `_` or not; one that TOML has no room for as a
/// text, which is read alike.
pub(crate) fn figure(n: &BigRational, groups: bool) -> Value {
    let text = plain(n);
    // Three decimals would be taken for thousands, and asked about.
    let three = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    let text = if three { format!("{text}0") } else { text };
    let fits = !n.is_integer() || n.to_integer().to_i64().is_some();
    let write = if groups { grouped(&text) } else { text.clone() };
    match write.parse::<Value>() {
        Ok(value) if fits => value,
        // Only whole numbers are too long, so the text has no point to read otherwise.
        _ => Value::from(text),
    }
}

/// `1250000.5` is `1_250_000.5`.
fn grouped(text: &str) -> String {
    let (whole, fraction) =
        text.split_once('.').map_or((text, None), |(a, b)| (a, Some(b)));
    let mut result = String::new();
    for (n, figure) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            result.push('_');
        }
        result.push(figure);
    }
    fraction.map_or(result.clone(), |p| format!("{result}.{p}"))
}

/// Texts, each on a line of its own.
pub(crate) fn listed(texts: &[String]) -> Value {
    let mut array: Array = texts.iter().collect();
    if !array.is_empty() {
        for value in array.iter_mut() {
            value.decor_mut().set_prefix("\n    ");
        }
        array.set_trailing("\n");
        array.set_trailing_comma(true);
    }
    Value::Array(array)
}

/// Replaces a value and keeps the comment behind it, or adds the key at the end.
pub(crate) fn put_value(table: &mut dyn TableLike, key: &str, mut value: Value) {
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    } else {
        table.insert(key, Item::Value(value));
    }
}

/// The text with a change made to its document; its mark at the beginning and the ends of its
/// lines stay. `unread` tells of a text that is no TOML.
///
/// # Errors
/// What `unread` or the change says.
pub(crate) fn edited(
    text: &str,
    unread: impl FnOnce(&TomlError) -> AnyProblem,
    change: impl FnOnce(&mut DocumentMut) -> Result<(), AnyProblem>,
) -> Result<String, AnyProblem> {
    let mark = text.starts_with('\u{feff}');
    let crlf = text.contains("\r\n");
    let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut document: DocumentMut = plain.parse().map_err(|error| unread(&error))?;
    change(&mut document)?;
    let mut text = document.to_string();
    if crlf {
        text = text.replace('\n', "\r\n");
    }
    Ok(if mark { format!("\u{feff}{text}") } else { text })
}
