//! What calculates, compares and sorts in templates takes the number that a value is to whoever
//! reads the data. minijinja would take the texts of a list by their letters.

use std::cmp::Ordering;

use minijinja::value::Kwargs;
use minijinja::{Environment, Error, State, Value};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::readings::{LIST, NUMBER, exact, not_a};
use super::{operands, trace, typed};
use bahasa::number::ambiguous_comma;
use field::domain::StatusAsn;

/// What an order must be for a test to hold.
type Holds = fn(Ordering) -> bool;

/// Adds what stands beside operators and what is no filter: the tests that compare.
pub(super) fn register(environment: &mut Environment<'_>) {
    for (name, strict) in [(operands::NUMBER, true), (operands::EITHER, false)] {
        let name = name.trim_start_matches('|');
        environment.add_filter(name, move |value: Value| operand(value, strict));
    }
    environment.add_filter(operands::LABEL.trim_start_matches('|'), label);
    let tests: [(&[&str], Holds); 4] = [
        (&["lt", "lessthan", "<"], Ordering::is_lt),
        (&["le", "<="], Ordering::is_le),
        (&["gt", "greaterthan", ">"], Ordering::is_gt),
        (&["ge", ">="], Ordering::is_ge),
    ];
    for (names, holds) in tests {
        for name in names {
            environment.add_test(*name, move |value: Value, other: Value| {
                let text = other.as_str().is_some() && trace::of_row(&other).is_none();
                let value = if text { value } else { operand(value, true)? };
                let other = operand(other, true)?;
                Ok::<bool, Error>(holds(value.cmp(&other)))
            });
        }
    }
}

/// What the profile of the paper calls the number that is called so where no profile says it.
fn label(state: &State<'_, '_>, value: Value) -> Value {
    let own = value.as_str().and_then(|text| {
        let (word, _) =
            StatusAsn::WORDS.iter().find(|(_, status)| status.label() == text)?;
        let labels = state.lookup("profil")?.get_attr("label_nip").ok()?;
        labels.get_attr(word).ok().filter(|label| !label.is_undefined())
    });
    own.unwrap_or(value)
}

/// Whether a value is a number to whoever reads the data, though not to minijinja.
fn is_ours(value: &Value) -> bool {
    typed::number(value).is_some() || trace::of_row(value).is_some()
}

/// What an operator is given for a value: of a row of a list and of a thing that knows its number,
/// the number. Where texts may stand as well, a text that is none stays one.
fn operand(value: Value, strict: bool) -> Result<Value, Error> {
    if !is_ours(&value) {
        return Ok(value);
    }
    let unclear = || value.as_str().is_some_and(|t| ambiguous_comma(t).is_some());
    let number = match exact(&value, NUMBER) {
        Ok(number) => number,
        Err(_) if !strict && !unclear() => return Ok(value),
        Err(error) => return Err(error),
    };
    let plain = whole(&number).or_else(|| number.to_f64().map(Value::from));
    Ok(plain.unwrap_or(value))
}

fn whole(number: &BigRational) -> Option<Value> {
    let whole = number.is_integer().then(|| number.to_integer().to_i128()).flatten();
    whole.map(|n| i64::try_from(n).map_or_else(|_| Value::from(n), Value::from))
}

/// What is compared of an item: itself, or what its `attribute` says.
pub(super) fn key(item: &Value, attribute: Option<&str>) -> Value {
    let parts = attribute.into_iter().flat_map(|path| path.split('.'));
    parts.fold(item.clone(), |value, part| {
        value.get_attr(part).unwrap_or(Value::UNDEFINED)
    })
}

/// A text is no list, though it has letters.
fn list(value: &Value) -> Result<(), Error> {
    if value.as_str().is_some() { Err(not_a(LIST, value)) } else { Ok(()) }
}

/// Whether minijinja would read a value by the rules of programs, or not at all.
fn is_text(value: &Value) -> bool {
    is_ours(value) || value.as_str().is_some()
}

/// `abs` of minijinja, exact.
pub(super) fn abs(value: Value) -> Result<Value, Error> {
    if !is_text(&value) {
        return minijinja::filters::abs(value);
    }
    let number = exact(&value, NUMBER)?.abs();
    Ok(whole(&number).unwrap_or_else(|| typed::value(number)))
}

/// `round` of minijinja, exact, half away from zero.
pub(super) fn round(
    value: Value,
    places: Option<i32>,
    method: Option<String>,
    options: Kwargs,
) -> Result<Value, Error> {
    if !is_text(&value) {
        return minijinja::filters::round(value, places, method.as_deref(), options);
    }
    let number = exact(&value, NUMBER)?;
    let places = places.or(options.get::<Option<i32>>("precision")?).unwrap_or(0);
    let method = method.or(options.get::<Option<String>>("method")?);
    options.assert_all_used()?;
    let places = u32::try_from(places.clamp(0, 12)).unwrap_or(0);
    let scale = BigRational::from_integer(10_i64.pow(places).into());
    let scaled = number * &scale;
    let rounded = match method.as_deref() {
        Some("ceil") => scaled.ceil(),
        Some("floor") => scaled.floor(),
        _ => scaled.round(),
    } / scale;
    Ok(whole(&rounded).unwrap_or_else(|| typed::value(rounded)))
}

/// `min` of minijinja, by numbers where there are some.
pub(super) fn min(
    state: &State<'_, '_>,
    value: Value,
    options: Kwargs,
) -> Result<Value, Error> {
    list(&value)?;
    let least = extreme(&value, &options, Ordering::Less)?;
    least.map_or_else(|| minijinja::filters::min(state, value, options), Ok)
}

/// Likewise `max`.
pub(super) fn max(
    state: &State<'_, '_>,
    value: Value,
    options: Kwargs,
) -> Result<Value, Error> {
    list(&value)?;
    let most = extreme(&value, &options, Ordering::Greater)?;
    most.map_or_else(|| minijinja::filters::max(state, value, options), Ok)
}

/// `sum` of minijinja, exact, and with the texts of lists.
pub(super) fn sum(
    state: &State<'_, '_>,
    values: Value,
    attribute: Option<String>,
    start: Option<Value>,
    options: Kwargs,
) -> Result<Value, Error> {
    list(&values)?;
    let attribute = match attribute {
        Some(attribute) => Some(attribute),
        None => options.get::<Option<String>>("attribute")?,
    };
    let start = start.or(options.get::<Option<Value>>("start")?);
    let items: Vec<Value> = values
        .try_iter()
        .into_iter()
        .flatten()
        .map(|item| key(&item, attribute.as_deref()))
        .collect();
    if !items.iter().any(is_ours) {
        return minijinja::filters::sum(
            state,
            values,
            attribute.as_deref(),
            start,
            options,
        );
    }
    options.assert_all_used()?;
    let first = start.map_or_else(|| Ok(BigRational::zero()), |n| exact(&n, NUMBER))?;
    let told = items.iter().filter(|item| !item.is_undefined() && !item.is_none());
    let total = told
        .map(|item| exact(item, NUMBER))
        .try_fold(first, |total, number| number.map(|number| total + number))?;
    Ok(whole(&total).unwrap_or_else(|| typed::value(total)))
}

/// The items with their numbers, when all of them have one and minijinja would not know it.
fn numbered(
    value: &Value,
    options: &Kwargs,
) -> Result<Option<Vec<(BigRational, Value)>>, Error> {
    let attribute = options.peek::<Option<String>>("attribute").ok().flatten();
    let items: Vec<Value> = match value.try_iter() {
        Ok(items) => items.collect(),
        Err(_) => return Ok(None),
    };
    let keys: Vec<Value> = items.iter().map(|i| key(i, attribute.as_deref())).collect();
    if !keys.iter().any(is_ours) {
        return Ok(None);
    }
    let unclear =
        |key: &&Value| key.as_str().is_some_and(|t| ambiguous_comma(t).is_some());
    let numbers: Vec<Option<BigRational>> =
        keys.iter().map(|key| exact(key, NUMBER).ok()).collect();
    // One that may be two numbers is told; words are sorted by their letters.
    let known = numbers.iter().filter(|n| n.is_some()).count();
    if let Some(key) = keys.iter().find(unclear).filter(|_| known > 0) {
        return exact(key, NUMBER).map(|_| None);
    }
    let all: Option<Vec<BigRational>> = numbers.into_iter().collect();
    Ok(all.map(|numbers| numbers.into_iter().zip(items).collect()))
}

/// `sort` of minijinja, by numbers where all that is sorted by are some.
pub(super) fn sort(
    state: &State<'_, '_>,
    value: Value,
    options: Kwargs,
) -> Result<Value, Error> {
    list(&value)?;
    let Some(mut items) = numbered(&value, &options)? else {
        return minijinja::filters::sort(state, value, options);
    };
    let reverse = options.get::<Option<bool>>("reverse")?.unwrap_or(false);
    items.sort_by(
        |(one, _), (other, _)| {
            if reverse { other.cmp(one) } else { one.cmp(other) }
        },
    );
    Ok(items.into_iter().map(|(_, item)| item).collect())
}

/// The item with the least or greatest number.
fn extreme(
    value: &Value,
    options: &Kwargs,
    wanted: Ordering,
) -> Result<Option<Value>, Error> {
    let Some(items) = numbered(value, options)? else { return Ok(None) };
    let mut best: Option<(BigRational, Value)> = None;
    for (number, item) in items {
        if best.as_ref().is_none_or(|(least, _)| number.cmp(least) == wanted) {
            best = Some((number, item));
        }
    }
    Ok(best.map(|(_, item)| item))
}
