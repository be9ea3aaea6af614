//! What no honest template needs: expressions that are read or worked out so deep in each other
//! that the stack ends, and text without end. Both are refused before the machine is in trouble.

use std::cell::Cell;

use minijinja::{Error, ErrorKind, Value};

use super::tag_parts::{TagPart, located, tags};
use std::ops::Range;

/// Parts (names, numbers, marks) of one tag. The longest shipped tag has a fifth of it.
const PARTS: usize = 1_000;

/// Alternatives (`elif`) of a template: each is read inside of the one before.
const ALTERNATIVES: usize = 300;

/// Bytes of text that filling one paper may make on its way. The largest shipped book makes a
/// hundredth of it.
const BYTES: usize = 64 << 20;

/// The room that an item of a list takes.
const ITEM: usize = 32;

thread_local! {
    static MADE: Cell<usize> = const { Cell::new(0) };
}

/// The first tag of a template that has more parts than anybody writes.
pub(super) fn too_long(text: &str) -> Option<Range<usize>> {
    let mut alternatives = 0;
    tags(text).into_iter().find(|tag| {
        let parts = located(&text[tag.clone()]);
        alternatives +=
            usize::from(matches!(parts.first(), Some((_, TagPart::Name("elif", _)))));
        let weight = parts.iter().map(|(_, part)| match part {
            TagPart::Name(name, _) => 1 + name.matches(['.', '[']).count(),
            _ => 1,
        });
        weight.sum::<usize>() > PARTS || alternatives > ALTERNATIVES
    })
}

/// A paper begins.
pub(super) fn begin() {
    MADE.set(0);
}

/// Takes room for a text.
///
/// # Errors
/// [`ErrorKind::OutOfFuel`] when the paper has had all.
pub(super) fn take(bytes: usize) -> Result<(), Error> {
    let made = MADE.get().saturating_add(bytes);
    MADE.set(made);
    if made > BYTES {
        return Err(Error::from(ErrorKind::OutOfFuel));
    }
    Ok(())
}

/// Takes room for what a filter will make of its arguments, where that may be more than was
/// given.
///
/// # Errors
/// [`ErrorKind::OutOfFuel`] likewise.
pub(super) fn take_for(filter: &str, arguments: &[Value]) -> Result<(), Error> {
    let Some(first) = arguments.first() else { return Ok(()) };
    let bytes = first.as_str().map(str::len);
    let items = if bytes.is_some() { None } else { first.len() };
    let number = |at: usize| arguments.get(at).and_then(Value::as_usize).unwrap_or(0);
    let text = |at: usize| arguments.get(at).and_then(Value::as_str).unwrap_or_default();
    let given = bytes.unwrap_or_else(|| items.unwrap_or(0).saturating_mul(ITEM));
    let more = match filter {
        "replace" => match text(1).len() {
            // Between all characters.
            0 => given.saturating_add(1),
            one => given / one,
        }
        .saturating_mul(text(2).len()),
        "indent" => {
            let lines = first.as_str().unwrap_or_default().lines().count();
            lines.saturating_mul(number(1).max(4))
        }
        "join" => joined(first, text(1).len(), items),
        "batch" | "slice" => number(1).saturating_mul(ITEM),
        "format" => widths(first.as_str().unwrap_or_default()),
        _ => 0,
    };
    take(given.saturating_add(more))
}

/// The length of items and joiners behind each other. What is longer than all room is not
/// counted to its end.
fn joined(list: &Value, joiner: usize, items: Option<usize>) -> usize {
    if items.unwrap_or(0).saturating_mul(joiner) > BYTES {
        return usize::MAX;
    }
    let mut sum = 0_usize;
    for item in list.try_iter().into_iter().flatten() {
        sum = sum.saturating_add(joiner + item.as_str().map_or(ITEM, str::len));
        if sum > BYTES {
            return usize::MAX;
        }
    }
    sum
}

/// All widths that a text to be filled asks for (`%9s`).
fn widths(form: &str) -> usize {
    let digits = form.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty());
    digits.fold(0_usize, |sum, digits| {
        sum.saturating_add(digits.parse().unwrap_or(usize::MAX))
    })
}
