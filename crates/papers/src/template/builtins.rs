//! The filters, tests and functions that the engine brings along, each filter with the way of places through
//! it. The environment begins empty, so that what is not listed here is not there.

use minijinja::value::{Rest, ValueOrKwargs};
use minijinja::{Environment, Error, ErrorKind, State, Value, filters, functions, tests};

use super::built::Built;
use super::flow::{self, PlaceFlow};
use super::given::GIVEN;
use super::{bounds, macro_calls, rewritten, trace};

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
            $environment.add_test($name, tests::$test);
            $($environment.add_test($other, tests::$test);)*
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
    environment.add_function("dict", functions::dict);
    environment.add_function("debug", functions::debug);
    environment.add_function("namespace", functions::namespace);
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
            bounds::take_for(name, &arguments)?;
            if arguments.first().is_some_and(Value::is_undefined)
                && !["default", "d"].contains(&name)
            {
                return Err(Error::from(ErrorKind::UndefinedError));
            }
            flow.call(&filter, state, &arguments)
        },
    );
}

/// What a name stands for, when there is such a thing.
fn there(value: Value) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    Ok(value)
}

/// What `~` gives for its operands.
fn joined(operands: &Value) -> Result<Value, Error> {
    let mut built = Built::default();
    for operand in operands.try_iter()? {
        if operand.is_undefined() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        bounds::take(operand.as_str().map_or(0, str::len))?;
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
            return flow::by_engine(
                state,
                "a + b",
                minijinja::context! { a => sum, b => operand },
            );
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
