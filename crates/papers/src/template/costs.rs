//! What a filter costs: the text that it will make and the values that it looks at, taken before
//! it works.

use minijinja::{Error, State, Value};

use super::bounds::{BYTES, take};
use super::weights::{self, Laden};
use super::{numbers, typed};

/// The room that the print of a number takes.
const ITEM: usize = 32;

/// The room that each part of a text takes beside its letters.
const PART: usize = 64;

/// Takes room and steps for what a filter will make of its arguments.
///
/// # Errors
/// `OutOfFuel` when it would look at, make or print too much.
pub(super) fn take_for(
    state: &State<'_, '_>,
    filter: &str,
    arguments: &[Value],
) -> Result<(), Error> {
    let Some(first) = arguments.first() else { return Ok(()) };
    if OF_LISTS.contains(&filter) {
        // Each letter of a text becomes a value.
        state.consume_fuel(first.as_str().map_or(0, str::len) as u64)?;
    }
    let of_first = first.as_str().unwrap_or_default();
    let named = |name: &str| {
        let named = arguments.last().filter(|last| last.is_kwargs())?;
        named.get_attr(name).ok().filter(|value| !value.is_undefined())
    };
    let option = |at: usize, name: &str| {
        let by_place = arguments.get(at).filter(|value| !value.is_kwargs());
        by_place.cloned().or_else(|| named(name))
    };
    let text = |at: usize| arguments.get(at).and_then(Value::as_str).unwrap_or_default();
    let more = match filter {
        "replace" => match text(1).len() {
            // Between all characters.
            0 => of_first.len().saturating_add(1),
            one => of_first.len() / one,
        }
        .saturating_mul(text(2).len()),
        "indent" => {
            let width = option(1, "width").and_then(|width| width.as_usize());
            of_first.lines().count().saturating_mul(width.unwrap_or(4))
        }
        "join" => {
            let joiner = option(1, "d");
            let joiner = joiner.as_ref().and_then(Value::as_str).unwrap_or_default();
            let attribute = option(2, "attribute");
            joined(state, first, joiner.len(), attribute.as_ref())?
        }
        "split" => match option(1, "sep").as_ref().and_then(Value::as_str) {
            Some(mark) if !mark.is_empty() => of_first.matches(mark).count(),
            _ => of_first.len() / 2,
        }
        .saturating_mul(PART),
        "lines" => of_first.matches('\n').count().saturating_mul(PART),
        "format" => {
            let longest = arguments[1..].iter().map(|value| size(state, value));
            let longest = longest.collect::<Result<Vec<_>, Error>>()?;
            let longest = longest.into_iter().max().unwrap_or(0);
            let gaps = of_first.matches('%').count();
            widths(of_first).saturating_add(gaps.saturating_mul(longest))
        }
        _ => 0,
    };
    take(of_first.len().saturating_add(more))?;
    look(state, filter, arguments)
}

/// Filters that make a list of what they are given.
const OF_LISTS: [&str; 14] = [
    "batch",
    "chain",
    "list",
    "map",
    "max",
    "min",
    "reject",
    "select",
    "slice",
    "sort",
    "sum",
    "unique",
    "zip",
    "selectattr",
];

/// The length of what a value prints as.
fn size(state: &State<'_, '_>, value: &Value) -> Result<usize, Error> {
    match value.as_str() {
        Some(text) => Ok(text.len()),
        None if value.as_object().is_some() => {
            weights::looked(state, value).map(Laden::printed)
        }
        None => Ok(ITEM),
    }
}

/// The length of items and joiners behind each other. What is longer than all room is not
/// counted to its end.
fn joined(
    state: &State<'_, '_>,
    list: &Value,
    joiner: usize,
    attribute: Option<&Value>,
) -> Result<usize, Error> {
    if list.as_str().is_some() {
        return Ok(list.len().unwrap_or(0).saturating_mul(joiner));
    }
    let path = attribute.and_then(Value::as_str);
    let mut sum = 0_usize;
    for item in list.try_iter().into_iter().flatten() {
        let item = numbers::key(&item, path);
        sum = sum.saturating_add(joiner).saturating_add(size(state, &item)?);
        if sum > BYTES {
            return Ok(usize::MAX);
        }
    }
    Ok(sum)
}

/// All widths that a text to be filled asks for (`%9s`).
fn widths(form: &str) -> usize {
    let digits = form.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty());
    digits.fold(0_usize, |sum, digits| {
        sum.saturating_add(digits.parse().unwrap_or(usize::MAX))
    })
}

/// Filters that look at no more than the first layer of what they are given, for which the
/// engine counts.
const SHALLOW: [&str; 24] = [
    "attr",
    "batch",
    "bool",
    "chain",
    "count",
    "d",
    "default",
    "first",
    "items",
    "last",
    "length",
    "list",
    "map",
    "reject",
    "rejectattr",
    "reverse",
    "select",
    "selectattr",
    "slice",
    "zip",
    "split",
    "lines",
    "join",
    "sum",
];

/// Filters that compare what they are given and print nothing of it.
const COMPARING: [&str; 6] = ["dictsort", "groupby", "max", "min", "sort", "unique"];

/// Looks at what a filter is given.
fn look(state: &State<'_, '_>, filter: &str, arguments: &[Value]) -> Result<(), Error> {
    if SHALLOW.contains(&filter) {
        return Ok(());
    }
    for argument in arguments.iter().filter(|value| value.as_object().is_some()) {
        let weight = weights::looked(state, argument)?;
        if !COMPARING.contains(&filter) && !typed::is_known(argument) {
            take(weight.printed())?;
        }
    }
    Ok(())
}
