//! The filters, tests and functions that the engine brings along, each filter with the way of places through
//! it. The environment begins empty, so that what is not listed here is not there.

use minijinja::value::{Rest, ValueOrKwargs};
use minijinja::{Environment, Error, ErrorKind, State, Value, filters, functions, tests};

use super::built::Built;
use super::flow::{self, PlaceFlow};
use super::given::GIVEN;
use super::{bounds, costs, guards, macro_calls, rewritten, trace, weights};

/// A filter of the engine, the way of places through it, and what it does.
struct EngineFilter {
    names: &'static [&'static str],
    flow: PlaceFlow,
    make: fn() -> Value,
}

macro_rules! builtins {
    ($($flow:ident: $($name:ident $(as $other:literal)?),+;)+) => {
        &[$($(EngineFilter {
            names: &[stringify!($name) $(, $other)?],
            flow: PlaceFlow::$flow,
            make: || Value::from_function(filters::$name),
        }),+),+]
    };
}

/// All of them; `int`, `float`, `round`, `abs`, `sum`, `sort`, `min` and `max` are ours (`filters`).
static BUILTINS: &[EngineFilter] = builtins! {
    Handed: attr, batch, chain, default as "d", dictsort, first, groupby, items, last, list, map,
        reject, rejectattr, reverse, select, selectattr, slice, unique, zip;
    Changed: capitalize, escape as "e", indent, lower, safe, string, title, trim, upper;
    Replaced: replace;
    Formatted: format;
    Printed: pprint;
    Joined: join;
    Parted: lines, split;
    Counted: bool, length as "count";
};

macro_rules! all_tests {
    ($environment:ident: $($name:literal $(| $other:literal)* => $test:ident),+ $(,)?) => {
        $(
            add_test($environment, $name, Value::from_function(tests::$test));
            $(add_test($environment, $other, Value::from_function(tests::$test));)*
        )+
    };
}

/// Their names, each with the way of places through it.
#[cfg(test)]
pub(super) fn ways() -> impl Iterator<Item = (&'static str, PlaceFlow)> {
    let names = |builtin: &'static EngineFilter| {
        builtin.names.iter().zip([builtin.flow].into_iter().cycle())
    };
    BUILTINS.iter().flat_map(names).map(|(name, flow)| (*name, flow))
}

/// Adds them, and the filters that stand in compiled templates alone.
pub(super) fn register(environment: &mut Environment<'static>) {
    for builtin in BUILTINS {
        for name in builtin.names {
            add(environment, name, builtin.flow, (builtin.make)());
        }
    }
    environment.add_filter(rewritten::ENDED, |v: Value| trace::captured(&v, true));
    environment.add_filter(rewritten::BLOCK, |v: Value| trace::captured(&v, false));
    environment.add_filter(rewritten::CALLED, |v: Value| trace::called(&v));
    environment.add_filter(rewritten::JOINED, joined);
    environment.add_filter(rewritten::ADDED, added);
    environment.add_filter(GIVEN.trim_start_matches('|'), there);
    environment.add_filter(rewritten::CUT, cut);
    environment
        .add_filter(rewritten::ROOM, |bytes: usize| bounds::take(bytes).map(|()| false));
    environment.add_filter(guards::MADE, weights::kept);
    environment.add_filter(guards::KEPT, weights::kept);
    environment.add_filter(guards::SEEN, weights::seen);
    environment.add_filter(guards::PLAIN, weights::plain);
    all_tests!(environment:
        "undefined" => is_undefined, "defined" => is_defined, "none" => is_none,
        "safe" | "escaped" => is_safe, "boolean" => is_boolean, "odd" => is_odd,
        "even" => is_even, "divisibleby" => is_divisibleby, "number" => is_number,
        "integer" | "int" => is_integer, "float" => is_float, "string" => is_string,
        "sequence" => is_sequence, "iterable" => is_iterable, "mapping" => is_mapping,
        "startingwith" => is_startingwith, "endingwith" => is_endingwith,
        "lower" => is_lower, "upper" => is_upper, "sameas" => is_sameas,
        "eq" | "equalto" | "==" => is_eq, "ne" | "!=" => is_ne, "in" => is_in,
        "true" => is_true, "false" => is_false, "filter" => is_filter, "test" => is_test,
    );
    environment.add_function(macro_calls::CALL, macro_calls::call);
    add_table(environment, "dict", Value::from_function(functions::dict));
    add_table(environment, "namespace", Value::from_function(functions::namespace));
}

/// Adds a test, which looks at what it is given.
fn add_test(environment: &mut Environment<'static>, name: &'static str, test: Value) {
    environment.add_test(
        name,
        move |state: &mut State<'_, '_>, arguments: Rest<ValueOrKwargs>| {
            let mut arguments = arguments.into_values();
            for argument in &mut arguments {
                *argument = weights::seen(state, std::mem::take(argument))?;
            }
            test.call(state, &arguments).map(|answer| answer.is_true())
        },
    );
}

/// Adds a function that puts what it is given into a table.
fn add_table(environment: &mut Environment<'static>, name: &'static str, make: Value) {
    environment.add_function(
        name,
        move |state: &mut State<'_, '_>, arguments: Rest<ValueOrKwargs>| {
            let arguments = arguments.into_values();
            weights::entries(state, &arguments)?;
            make.call(state, &arguments)
        },
    );
}

/// Adds a filter with the way of places through it.
pub(super) fn add(
    environment: &mut Environment<'static>,
    name: &'static str,
    flow: PlaceFlow,
    filter: Value,
) {
    environment.add_filter(
        name,
        move |state: &mut State<'_, '_>, arguments: Rest<ValueOrKwargs>| {
            let arguments = arguments.into_values();
            costs::take_for(state, name, &arguments)?;
            if arguments.first().is_some_and(Value::is_undefined)
                && !["default", "d"].contains(&name)
            {
                return Err(Error::from(ErrorKind::UndefinedError));
            }
            let given = flow.call(&filter, state, &arguments)?;
            weights::given(state, name, given)
        },
    );
}

/// What a name stands for, when there is such a thing.
fn there(state: &State<'_, '_>, value: Value) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    weights::seen(state, value)
}

/// What `~` gives for its operands.
fn joined(state: &State<'_, '_>, operands: &Value) -> Result<Value, Error> {
    let mut built = Built::default();
    for operand in operands.try_iter()? {
        if operand.is_undefined() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        bounds::take(match operand.as_str() {
            Some(text) => text.len(),
            None => weights::looked(state, &operand)?.printed(),
        })?;
        built.value(&operand);
    }
    Ok(built.done())
}

/// What `+` gives for its operands: texts stand behind each other, all else the engine adds.
fn added(state: &State<'_, '_>, operands: &Value) -> Result<Value, Error> {
    let mut operands = operands.try_iter()?;
    let first = operands.next().unwrap_or_default();
    operands.try_fold(first, |sum, operand| {
        let (Some(before), Some(behind)) = (sum.as_str(), operand.as_str()) else {
            let given = minijinja::context! { a => sum.clone(), b => operand.clone() };
            let both = flow::by_engine(state, "a + b", given)?;
            weights::sum(state, [&sum, &operand], &both)?;
            return Ok(both);
        };
        bounds::take(before.len().saturating_add(behind.len()))?;
        let mut built = Built::default();
        built.value(&sum).value(&operand);
        Ok(built.done())
    })
}

fn cut(
    state: &State<'_, '_>,
    value: &Value,
    from: Value,
    to: Value,
    by: Option<Value>,
) -> Result<Value, Error> {
    flow::cut(state, value, [from, to, by.unwrap_or_else(|| Value::from(()))])
}
