//! The weight of values that a template puts together: how deep they lie in each other and how
//! many there are. The engine looks through them, prints and drops them by recursion and without
//! asking, so nothing gets deeper or heavier than here.

use std::cell::RefCell;
use std::collections::VecDeque;

use minijinja::tests::is_sameas;
use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, State, Value};

use super::error::mistake;
use super::{held, typed};

/// Lists and tables in each other. The data has up to ten.
const DEEPEST: usize = 60;

/// Values in one that a template put together.
const HEAVIEST: usize = 2_000_000;

/// So many values are looked at in one step of the engine.
const LOOKS: usize = 4;

/// What is known of so many lists that were put together last.
const RECENT: usize = 32;

/// Bytes of a text that are looked at like a value.
const STRETCH: usize = 256;

thread_local! {
    static SUMS: RefCell<VecDeque<(Value, Laden)>> = const { RefCell::new(VecDeque::new()) };
}

/// How much there is in a value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Laden {
    /// Lists and tables in each other.
    depth: usize,
    /// Values.
    parts: usize,
    /// Bytes of texts.
    bytes: usize,
}

impl Laden {
    /// The length of its print at most, all texts without escapes.
    pub(super) fn printed(self) -> usize {
        self.bytes.saturating_add(self.parts.saturating_mul(8 + 4 * self.depth))
    }
}

/// A paper begins.
pub(super) fn begin() {
    SUMS.take();
}

/// Looks through a value.
///
/// # Errors
/// [`ErrorKind::OutOfFuel`] when the paper has looked enough.
pub(super) fn looked(state: &State<'_, '_>, value: &Value) -> Result<Laden, Error> {
    weigh(state, value, false)
}

/// Takes a value that is going into another one.
fn weigh(state: &State<'_, '_>, value: &Value, into: bool) -> Result<Laden, Error> {
    let mut weighing = Weighing { state, into, weight: Laden::default(), unpaid: 0 };
    let depth = weighing.walk(value, 0)?;
    state.consume_fuel(weighing.unpaid as u64 / LOOKS as u64)?;
    let weight = Laden { depth, ..weighing.weight };
    if into && (weight.parts > HEAVIEST) {
        return Err(Error::from(ErrorKind::OutOfFuel));
    }
    Ok(weight)
}

struct Weighing<'s, 't, 'e> {
    state: &'s State<'t, 'e>,
    /// What is weighed is going into another value: things that are no values may not.
    into: bool,
    weight: Laden,
    unpaid: usize,
}

impl Weighing<'_, '_, '_> {
    fn count(&mut self, parts: usize, bytes: usize) -> Result<(), Error> {
        self.weight.parts = self.weight.parts.saturating_add(parts);
        self.weight.bytes = self.weight.bytes.saturating_add(bytes);
        self.unpaid = self.unpaid.saturating_add(parts).saturating_add(bytes / STRETCH);
        if self.unpaid > 4_096 {
            self.state.consume_fuel(self.unpaid as u64 / LOOKS as u64)?;
            self.unpaid = 0;
        }
        Ok(())
    }

    /// How deep the values lie in each other.
    fn walk(&mut self, value: &Value, level: usize) -> Result<usize, Error> {
        let Some(object) = value.as_object() else {
            self.count(1, value.as_str().map_or(0, str::len))?;
            return Ok(0);
        };
        if typed::is_known(value) {
            self.count(1, 0)?;
            return Ok(0);
        }
        let known = sum_of(value);
        if level + known.map_or(0, |known| known.depth) > DEEPEST {
            return Err(mistake(
                format!("daftar atau tabel bertingkat lebih dari {DEEPEST}"),
                format!("lists or tables lie in each other more than {DEEPEST} deep"),
            ));
        }
        if let Some(known) = known {
            self.weight.parts = self.weight.parts.saturating_add(known.parts);
            self.weight.bytes = self.weight.bytes.saturating_add(known.bytes);
            return Ok(known.depth);
        }
        self.count(1, 0)?;
        let mut deepest = 0;
        let mut part = |weighing: &mut Self, part: &Value| {
            deepest = deepest.max(weighing.walk(part, level + 1)?);
            Ok::<(), Error>(())
        };
        if let Some(list) = object.downcast_ref::<Vec<Value>>() {
            for item in list {
                part(self, item)?;
            }
        } else if let Some(fields) = held::fields(value) {
            for field in fields {
                part(self, field)?;
            }
        } else {
            let no_value = no_value(object.type_name());
            if self.into && no_value {
                return Err(mistake(
                    "makro, `loop`, atau namespace tidak dapat menjadi isi daftar, tabel, atau namespace",
                    "a macro, `loop` or a namespace cannot be put into a list, a table or a namespace",
                ));
            }
            match value.kind() {
                ValueKind::Seq | ValueKind::Iterable => {
                    for item in value.try_iter()? {
                        part(self, &item)?;
                    }
                }
                ValueKind::Map
                    if !no_value || object.type_name().ends_with("Namespace") =>
                {
                    for key in value.try_iter()? {
                        part(self, &key)?;
                        part(self, &value.get_item(&key)?)?;
                    }
                }
                _ => {}
            }
        }
        Ok(deepest + 1)
    }
}

/// Whether a thing of the engine is no value that could be put into another one.
fn no_value(name: &str) -> bool {
    ["Namespace", "Macro", "Loop", "Module", "BoxedFunction"]
        .iter()
        .any(|thing| name.ends_with(thing))
}

/// What is known of a list that was put together of others.
fn sum_of(value: &Value) -> Option<Laden> {
    SUMS.with_borrow(|sums| {
        let same = |(one, _): &&(Value, Laden)| is_sameas(one, value);
        sums.iter().rev().find(same).map(|(_, weight)| *weight)
    })
}

/// Takes a list that is put together of two.
///
/// # Errors
/// When it is more than a template needs.
pub(super) fn sum(
    state: &State<'_, '_>,
    parts: [&Value; 2],
    sum: &Value,
) -> Result<(), Error> {
    if sum.as_object().is_none() {
        return Ok(());
    }
    let [one, other] = [weigh(state, parts[0], true)?, weigh(state, parts[1], true)?];
    let weight = Laden {
        depth: one.depth.max(other.depth),
        parts: one.parts.saturating_add(other.parts),
        bytes: one.bytes.saturating_add(other.bytes),
    };
    if weight.parts > HEAVIEST {
        return Err(Error::from(ErrorKind::OutOfFuel));
    }
    // From time to time the engine copies all of it.
    state.consume_fuel(sum.len().unwrap_or(0) as u64 / 128)?;
    SUMS.with_borrow_mut(|sums| {
        if sums.len() == RECENT {
            sums.pop_front();
        }
        sums.push_back((sum.clone(), weight));
    });
    Ok(())
}

/// A list or table as it is written, and what goes into a namespace or a row of values: the items
/// of a list itself and not a way to reach them.
///
/// # Errors
/// When it is deeper or heavier than a template needs, or holds what is no value.
pub(super) fn kept(state: &State<'_, '_>, value: Value) -> Result<Value, Error> {
    if value.as_object().is_none() {
        return Ok(value);
    }
    let value = settled(state, value)?;
    weigh(state, &value, true)?;
    Ok(value)
}

/// A list of its own instead of a way to reach its items, which leads through all ways before.
///
/// # Errors
/// [`ErrorKind::OutOfFuel`] when the paper has had all.
pub(super) fn settled(state: &State<'_, '_>, value: Value) -> Result<Value, Error> {
    let Some(object) = value.as_object() else { return Ok(value) };
    // The engine keeps these flat by itself.
    let flat = object.type_name().ends_with("MergeSeq");
    if flat || value.kind() != ValueKind::Iterable {
        return Ok(value);
    }
    let mut items = Vec::new();
    for item in value.try_iter()? {
        if items.len() % 1_024 == 1_023 {
            state.consume_fuel(1_024)?;
        }
        items.push(item);
    }
    Ok(Value::from(items))
}

/// Likewise of what a filter gives, which may be a table.
///
/// # Errors
/// Likewise, and when it is deeper than a template needs.
pub(super) fn given(
    state: &State<'_, '_>,
    filter: &str,
    value: Value,
) -> Result<Value, Error> {
    let value = settled(state, value)?;
    if filter == "chain" {
        return chained(state, &value);
    }
    if DEEPER.contains(&filter) {
        weigh(state, &value, false)?;
    }
    Ok(value)
}

/// The items of several lists, or the entries of several tables, in one of its own.
fn chained(state: &State<'_, '_>, value: &Value) -> Result<Value, Error> {
    state.consume_fuel(value.len().unwrap_or(0) as u64)?;
    let all = value.try_iter()?;
    if value.kind() != ValueKind::Map {
        return Ok(all.collect());
    }
    let pairs = all.map(|key| Ok((key.clone(), value.get_item(&key)?)));
    Ok(Value::from_pairs(pairs.collect::<Result<Vec<_>, Error>>()?))
}

/// Filters that put what they are given deeper.
const DEEPER: [&str; 6] = ["batch", "dictsort", "groupby", "items", "slice", "zip"];

/// What something is compared with.
///
/// # Errors
/// [`ErrorKind::OutOfFuel`] when the paper has looked enough.
pub(super) fn seen(state: &State<'_, '_>, value: Value) -> Result<Value, Error> {
    if value.as_object().is_some() || value.as_str().is_some_and(|t| t.len() > STRETCH) {
        looked(state, &value)?;
    }
    Ok(value)
}

/// What `*` multiplies: no list, so that none is repeated again and again.
///
/// # Errors
/// When it is one.
pub(super) fn plain(value: Value) -> Result<Value, Error> {
    match value.kind() {
        ValueKind::Seq | ValueKind::Iterable => Err(mistake(
            "daftar tidak dapat dikalikan; hanya daftar yang ditulis di situ, `[0] * 3`",
            "a list cannot be multiplied; only one that is written there, `[0] * 3`",
        )),
        _ => Ok(value),
    }
}

/// Looks through what a function of the engine is given to put into a table of names.
///
/// # Errors
/// When it is deeper or heavier than a template needs, or is no value.
pub(super) fn entries(state: &State<'_, '_>, values: &[Value]) -> Result<(), Error> {
    values.iter().try_for_each(|value| weigh(state, value, true).map(drop))
}
