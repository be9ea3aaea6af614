//! Numbers, percentages, dates and times as template values that know themselves: a filter
//! takes the thing and not its print, so nothing passes through text and back.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use minijinja::Value;
use minijinja::value::{DynObject, Object, ObjectRepr};
use num_rational::BigRational;
use num_traits::ToPrimitive;

use bahasa::date::format_date;
use bahasa::number::format_decimal_short;
use bahasa::time::format_clock;
use field::spm::Percent;

/// Places of a number that is printed without a filter; zeros at its end are left out.
pub(super) const PLACES: u8 = 6;

/// What a template value can hold whole.
pub(crate) trait Known: Clone + Ord + fmt::Debug + Send + Sync + 'static {
    /// As papers print it where nothing else is asked for.
    fn printed(&self) -> String;

    /// A part of it by name.
    fn part(&self, name: &str) -> Option<Value>;
}

/// A known thing inside a value.
#[derive(Debug)]
struct Typed<T>(T);

impl<T: Known> Object for Typed<T> {
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
pub(crate) fn value<T: Known>(thing: T) -> Value {
    Value::from_object(Typed(thing))
}

/// The same for a thing that may be absent, which is `none`.
pub(crate) fn maybe<T: Known>(thing: Option<&T>) -> Option<Value> {
    thing.map(|thing| value(thing.clone()))
}

/// The thing inside a value, if it holds one of this kind.
pub(crate) fn known<T: Known>(value: &Value) -> Option<&T> {
    value.downcast_object_ref::<Typed<T>>().map(|typed| &typed.0)
}

/// Whether a value holds a known thing, so that it prints as text.
pub(super) fn is_known(value: &Value) -> bool {
    known::<Percent>(value).is_some()
        || known::<BigRational>(value).is_some()
        || known::<Date>(value).is_some()
        || known::<Time>(value).is_some()
}

/// The exact number or percentage inside a value.
pub(super) fn number(value: &Value) -> Option<&BigRational> {
    known::<BigRational>(value).or_else(|| known::<Percent>(value).map(Percent::value))
}

impl Known for Percent {
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

impl Known for BigRational {
    fn printed(&self) -> String {
        format_decimal_short(self, PLACES)
    }

    fn part(&self, name: &str) -> Option<Value> {
        (name == "nilai").then(|| self.to_f64().map(Value::from)).flatten()
    }
}

impl Known for Date {
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

impl Known for Time {
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
    }
}
