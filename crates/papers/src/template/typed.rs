//! Numbers, percentages, dates and times as template values that know themselves: a filter
//! takes the thing and not its print, so nothing passes through text and back.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, DateTime, Time};
use minijinja::Value;
use minijinja::value::{DynObject, Object, ObjectRepr, ValueKind};
use num_rational::BigRational;
use num_traits::ToPrimitive;

use crate::origins::{Figure, Thing};
use bahasa::date::format_date;
use bahasa::from_f64;
use bahasa::number::format_decimal_short;
use bahasa::time::format_clock;
use field::domain::LetterNumber;
use field::spm::Percent;

/// Places of a number that is printed without a filter; zeros at its end are left out.
pub(super) const PLACES: u8 = 6;

/// What a template value can hold whole.
pub(crate) trait TypedThing:
    Clone + Ord + fmt::Debug + Send + Sync + 'static
{
    /// As papers print it where nothing else is asked for.
    fn printed(&self) -> String;

    /// A part of it by name.
    fn part(&self, name: &str) -> Option<Value>;
}

/// A known thing inside a value.
#[derive(Debug)]
struct Typed<T>(T);

impl<T: TypedThing> Object for Typed<T> {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.part(key.as_str()?)
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        other.downcast_ref::<Self>().map(|other| self.0.cmp(&other.0))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.printed())
    }
}

/// A thing as a template value.
pub(crate) fn value<T: TypedThing>(thing: T) -> Value {
    Value::from_object(Typed(thing))
}

/// The same for a thing that stays where it is.
pub(crate) fn of<T: TypedThing>(thing: &T) -> Value {
    value(thing.clone())
}

/// The same for a thing that may be absent, which is `none`.
pub(crate) fn maybe<T: TypedThing>(thing: Option<&T>) -> Option<Value> {
    thing.map(of)
}

/// The thing inside a value, if it holds one of this kind.
pub(crate) fn known<T: TypedThing>(value: &Value) -> Option<&T> {
    value.downcast_object_ref::<Typed<T>>().map(|typed| &typed.0)
}

/// Where the known thing inside a value lies in memory: one place for all copies of the value.
pub(super) fn address(value: &Value) -> Option<usize> {
    fn of<T: TypedThing>(value: &Value) -> Option<usize> {
        known::<T>(value).map(|thing| std::ptr::from_ref(thing).addr())
    }
    (value.kind() == ValueKind::Plain).then_some(())?;
    of::<PrintedThing>(value)
        .or_else(|| of::<Percent>(value))
        .or_else(|| of::<BigRational>(value))
        .or_else(|| of::<LetterNumber>(value))
        .or_else(|| of::<Date>(value))
        .or_else(|| of::<DateTime>(value))
        .or_else(|| of::<Time>(value))
}

/// Whether a value holds a known thing, so that it prints as text.
pub(super) fn is_known(value: &Value) -> bool {
    known::<Percent>(value).is_some()
        || known::<BigRational>(value).is_some()
        || known::<PrintedThing>(value).is_some()
        || known::<LetterNumber>(value).is_some()
        || known::<Date>(value).is_some()
        || known::<DateTime>(value).is_some()
        || known::<Time>(value).is_some()
}

/// The exact number or percentage inside a value.
pub(super) fn number(value: &Value) -> Option<&BigRational> {
    known::<BigRational>(value)
        .or_else(|| known::<Percent>(value).map(Percent::value))
        .or_else(|| known::<PrintedThing>(value)?.thing.figure().map(Figure::value))
}

/// The percentage of the index inside a value, printed already or not.
pub(super) fn percent(value: &Value) -> Option<&Percent> {
    let printed = || match &known::<PrintedThing>(value)?.thing {
        Thing::Figure(Figure::Percent(percent)) => Some(percent),
        _ => None,
    };
    known::<Percent>(value).or_else(printed)
}

/// The number that the print of a value stands for, so that nobody has to read the print.
pub(super) fn figure(value: &Value) -> Option<Figure> {
    if let Some(percent) = percent(value) {
        return Some(Figure::Percent(percent.clone()));
    }
    let number = number(value).cloned();
    let plain = || match value.kind() {
        ValueKind::Number if value.is_integer() => {
            value.as_i64().map(|n| BigRational::from_integer(n.into()))
        }
        ValueKind::Number => f64::try_from(value.clone()).ok().and_then(from_f64),
        _ => None,
    };
    number.or_else(plain).map(Figure::Number)
}

/// A number as papers print it where nothing else is asked for.
pub(super) fn short(figure: &Figure) -> String {
    format_decimal_short(figure.value(), PLACES)
}

/// The day inside a value, printed already or not.
pub(super) fn day(value: &Value) -> Option<Date> {
    let printed = || known::<PrintedThing>(value)?.thing.day();
    known::<Date>(value).copied().or_else(printed)
}

/// What the print of a value stands for, so that nobody has to read the print.
pub(super) fn thing(value: &Value) -> Option<Thing> {
    let letter = known::<LetterNumber>(value).map(|number| Thing::Letter(number.clone()));
    let letter = letter.or_else(|| day(value).map(Thing::Day));
    letter.or_else(|| figure(value).map(Thing::Figure))
}

/// A thing and how a filter printed it: text wherever text is asked for, and still the thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PrintedThing {
    thing: Thing,
    text: String,
}

/// The print of a number, as what a filter gives.
pub(super) fn printed(figure: Figure, text: String) -> Value {
    value(PrintedThing { thing: Thing::Figure(figure), text })
}

/// The print of a day, likewise.
pub(super) fn printed_day(day: Date, text: String) -> Value {
    value(PrintedThing { thing: Thing::Day(day), text })
}

impl TypedThing for PrintedThing {
    fn printed(&self) -> String {
        self.text.clone()
    }

    fn part(&self, _: &str) -> Option<Value> {
        None
    }
}

impl TypedThing for LetterNumber {
    fn printed(&self) -> String {
        self.to_string()
    }

    fn part(&self, _: &str) -> Option<Value> {
        None
    }
}

impl TypedThing for Percent {
    fn printed(&self) -> String {
        self.printed()
    }

    fn part(&self, name: &str) -> Option<Value> {
        match name {
            "angka" => Some(Value::from(self.angka())),
            "nilai" => self.value().to_f64().map(Value::from),
            _ => None,
        }
    }
}

impl TypedThing for BigRational {
    fn printed(&self) -> String {
        format_decimal_short(self, PLACES)
    }

    fn part(&self, name: &str) -> Option<Value> {
        (name == "nilai").then(|| self.to_f64().map(Value::from)).flatten()
    }
}

impl TypedThing for Date {
    fn printed(&self) -> String {
        format_date(*self)
    }

    fn part(&self, name: &str) -> Option<Value> {
        match name {
            "tahun" => Some(Value::from(self.year())),
            "bulan" => Some(Value::from(self.month())),
            "hari" => Some(Value::from(self.day())),
            "iso" => Some(Value::from(self.to_string())),
            _ => None,
        }
    }
}

impl TypedThing for DateTime {
    fn printed(&self) -> String {
        format!("{} {}", format_date(self.date()), format_clock(self.time()))
    }

    fn part(&self, name: &str) -> Option<Value> {
        self.date().part(name).or_else(|| self.time().part(name))
    }
}

impl TypedThing for Time {
    fn printed(&self) -> String {
        format_clock(*self)
    }

    fn part(&self, name: &str) -> Option<Value> {
        match name {
            "jam" => Some(Value::from(self.hour())),
            "menit" => Some(Value::from(self.minute())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use minijinja::{Environment, context};

    fn eval(expression: &str, context: &Value) -> Value {
        let environment = Environment::new();
        environment.compile_expression(expression).unwrap().eval(context).unwrap()
    }

    #[test]
    fn things_compare_sort_and_print_as_what_they_are() {
        let percent = |n: i64| value(Percent::new(BigRational::new(n.into(), 3.into())));
        let context = context! {
            a => value(date(2024, 12, 9)),
            b => value(date(2024, 12, 9)),
            c => value(date(2025, 1, 2)),
            list => vec![percent(300), percent(29), percent(100)],
        };
        for yes in
            ["a == b", "a < c", "a != c", "a.tahun == 2024", "list[0].nilai >= 100"]
        {
            assert!(eval(yes, &context).is_true(), "{yes}");
        }
        let sorted = eval("list | sort | join(' ')", &context).to_string();
        assert_eq!(sorted, "9,67% 33,33% 100,00%");
        assert_eq!(eval("a ~ ''", &context).to_string(), "9 Desember 2024");
    }

    #[test]
    fn the_thing_inside_is_exact() {
        let third = Percent::new(BigRational::new(100.into(), 3.into()));
        let held = value(third.clone());
        assert_eq!(known::<Percent>(&held), Some(&third));
        assert_eq!(number(&held), Some(third.value()));
        assert_eq!(known::<Date>(&held), None);
        let text = printed(Figure::Percent(third.clone()), "33,33%".to_owned());
        assert_eq!(
            (number(&text), text.to_string()),
            (Some(third.value()), "33,33%".into())
        );
        assert_eq!(figure(&text), Some(Figure::Percent(third)));
        let float = figure(&Value::from(12.345)).map(|f| f.value().to_string());
        assert_eq!(float.as_deref(), Some("2469/200"));
        assert_eq!(figure(&Value::from("12")), None);
    }
}
