//! How what is known of values goes through a filter or a function. Each is declared with its way
//! (`filters`, `builtins`, `functions`), and nothing else is added to the engine.

use minijinja::value::ValueKind;
use minijinja::{Error, State, Value};

use super::built::Built;
use super::known::KnownText;
use super::trace;

/// The way of places through a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceFlow {
    /// Gives the values that it was given, or some of them, or in another order.
    Handed,
    /// Changes a text, of which parts may stay.
    Changed,
    /// Says a value in other words: all of the print has its place.
    Printed,
    /// Puts the items of a list behind each other, with a text between them.
    Joined,
    /// Puts a text instead of each part of another that says the same.
    Replaced,
    /// Puts its arguments into a text, each instead of a `%s`.
    Formatted,
    /// Cuts a text into parts, in their order.
    Parted,
    /// Puts texts together and tells itself where each stands.
    Told,
    /// Counts, compares or calculates; what it gives stands nowhere in the data.
    Counted,
}

impl PlaceFlow {
    /// What a filter gives for its arguments, with what is known of it.
    pub(super) fn call(
        self,
        filter: &Value,
        state: &mut State<'_, '_>,
        arguments: &[Value],
    ) -> Result<Value, Error> {
        let given = trace::without_marks(filter.call(state, arguments)?);
        let Some(first) = arguments.first() else { return Ok(given) };
        Ok(match self {
            Self::Handed | Self::Told | Self::Counted => given,
            Self::Changed => {
                let known = trace::known(first).changed(&said(first), &said(&given));
                kept(given, known)
            }
            Self::Printed => {
                let known = arguments.iter().map(trace::known).find(|k| !k.is_empty());
                kept(given, known.unwrap_or_default().whole())
            }
            Self::Joined => joined(first, &arguments[1..], given),
            Self::Replaced => replaced(arguments, given),
            Self::Formatted => formatted(first, &arguments[1..], given),
            Self::Parted => parted(first, &given),
        })
    }
}

fn said(value: &Value) -> String {
    value.to_string()
}

/// A text, or the print of a number or a day, with what is known of it.
fn kept(value: Value, known: KnownText) -> Value {
    match value.kind() {
        ValueKind::String | ValueKind::Plain => trace::keep(value, known),
        _ => value,
    }
}

/// The items of a list stand in the text behind each other, with the joiner between them.
fn joined(list: &Value, options: &[Value], text: Value) -> Value {
    let option = |name: &str| {
        let named = options.last().filter(|last| last.is_kwargs())?;
        named.get_attr(name).ok().filter(|value| !value.is_undefined())
    };
    let by_place =
        |at: usize| options.get(at).filter(|value| !value.is_kwargs()).cloned();
    let joiner = by_place(0).or_else(|| option("d"));
    let joiner = joiner.filter(|joiner| !joiner.is_none());
    let attribute = by_place(1).or_else(|| option("attribute"));
    let path = attribute.as_ref().and_then(Value::as_str);
    let all = text.to_string();
    let (mut known, mut at) = (KnownText::default(), 0);
    for (index, item) in list.try_iter().into_iter().flatten().enumerate() {
        let item = super::numbers::key(&item, path);
        let parts = [joiner.as_ref().filter(|_| index > 0), Some(&item)];
        for part in parts.into_iter().flatten() {
            let (text, of_part) = in_text(part, &all[at..]);
            known.put(at, &of_part, text);
            at += text;
        }
    }
    kept(text, known)
}

/// What stays has its place, and what is put in has that of what it is.
fn replaced(arguments: &[Value], text: Value) -> Value {
    let [all, from, to] = arguments else { return text };
    let (before, wanted, known) = (said(all), said(from), trace::known(all));
    let (mut built, mut at) = (Built::default(), 0);
    for (index, piece) in before.split(&wanted).enumerate() {
        if index > 0 {
            built.value(to);
        }
        built.part(piece, &known.cut(at..at + piece.len()));
        at += piece.len() + wanted.len();
    }
    let simple = built.done();
    if before == said(&text) || simple.as_str() != text.as_str() {
        return kept(text.clone(), known.changed(&before, &said(&text)));
    }
    kept(text, KnownText { row: known.row, ..trace::known(&simple) })
}

/// Where the text to be filled asks for more than texts, all that is given has the place of the
/// first thing in it.
fn formatted(form: &Value, arguments: &[Value], text: Value) -> Value {
    let (all, known) = (form.to_string(), trace::known(form));
    let (mut built, mut at) = (Built::default(), 0);
    let mut arguments_left = arguments.iter();
    for piece in all.split("%s") {
        built.part(piece, &known.cut(at..at + piece.len()));
        at += piece.len() + 2;
        if let Some(argument) = arguments_left.next() {
            built.value(argument);
        }
    }
    let simple = built.done();
    if simple.as_str() == text.as_str() && !text.is_safe() {
        return simple;
    }
    let first = arguments.iter().map(trace::known).find(|known| !known.is_empty());
    kept(text, first.unwrap_or_default().whole())
}

/// How much of a text a value at its beginning takes, with escapes or without, and what is known
/// of it.
fn in_text(value: &Value, text: &str) -> (usize, KnownText) {
    let (plain, known) = (value.to_string(), trace::known(value));
    let mut written = String::new();
    crate::notation::escape(&plain, &mut written);
    if !value.is_safe() && !text.starts_with(&plain) && text.starts_with(&written) {
        let known = known.escaped(&plain, &written);
        return (written.len(), known);
    }
    if text.starts_with(&plain) {
        (plain.len(), known)
    } else {
        (0, KnownText::default())
    }
}

/// Each part stands in the text behind the one before it.
fn parted(text: &Value, parts: &Value) -> Value {
    let (all, known) = (text.to_string(), trace::known(text));
    let mut from = 0;
    let part = |part: Value| {
        let text = part.to_string();
        let Some(at) = all.get(from..).and_then(|rest| rest.find(&text)) else {
            return part;
        };
        let range = from + at..from + at + text.len();
        from = range.end;
        kept(part, known.cut(range))
    };
    parts.try_iter().into_iter().flatten().map(part).collect()
}

/// What the engine itself makes of values. What is wrong with them is told where the template
/// asks for it, and not in the expression that stands for it here.
pub(super) fn by_engine(
    state: &State<'_, '_>,
    expression: &str,
    values: Value,
) -> Result<Value, Error> {
    let expression = state.env().compile_expression(expression)?;
    expression.eval(values).map_err(|error| match error.detail() {
        Some(detail) => Error::new(error.kind(), detail.to_owned()),
        None => Error::from(error.kind()),
    })
}

/// `a[from:to:by]` of the engine, which gives a part of a text as a text of its own.
pub(super) fn cut(
    state: &State<'_, '_>,
    value: &Value,
    [from, to, by]: [Value; 3],
) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(Error::from(minijinja::ErrorKind::UndefinedError));
    }
    let start = from.as_i64();
    let given = minijinja::context! {
        a => value.clone(), b => from, c => to, d => by.clone(),
    };
    let part = by_engine(state, "a[b:c:d]", given)?;
    let (Some(text), Some(part_text)) = (value.as_str(), part.as_str()) else {
        return Ok(part);
    };
    let forward = by.is_none() || by.as_i64() == Some(1);
    let all = i64::try_from(text.chars().count()).unwrap_or_default();
    let start = start.unwrap_or_default();
    let start = if start < 0 { (all + start).max(0) } else { start.min(all) };
    let start = text.char_indices().nth(usize::try_from(start).unwrap_or_default());
    let range = start.map(|(at, _)| at..at + part_text.len());
    let known = trace::known(value);
    let of_part = match range {
        Some(range) if forward && text.get(range.clone()) == Some(part_text) => {
            known.cut(range)
        }
        _ => known.whole(),
    };
    Ok(kept(part, of_part))
}
