//! Filters: how values of the data are printed in official Indonesian.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use jiff::civil::{Date, Time};
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State, Value};
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::error::{kind_words, mistake};
use super::typed;
use bahasa::number::{format_decimal_short, parse_plain};
use bahasa::{self, date, percent, roman, rupiah, time, words};
use base::diag::{Both, Lang};
use field::spm::{Percent, PointChange};

/// The names of all filters that are ours, for hints and for the user's guide.
pub const NAMES: &[&str] = &[
    "angka",
    "rupiah",
    "persen",
    "selisih",
    "tanggal",
    "tanggal_hari",
    "tanggal_pendek",
    "tanggal_terbilang",
    "hari",
    "bulan",
    "pukul",
    "terbilang",
    "angka_terbilang",
    "romawi",
    "gabung",
    "kalimat",
    "kapital",
    "kapital_awal",
    "kecil_awal",
];

pub(super) fn register(environment: &mut Environment<'static>) {
    environment.add_filter("angka", angka);
    environment.add_filter("rupiah", rupiah_filter);
    environment.add_filter("persen", persen_filter);
    environment.add_filter("selisih", difference);
    environment.add_filter("tanggal", |v: Value| date(&v).map(date::format_date));
    environment
        .add_filter("tanggal_hari", |v: Value| date(&v).map(date::format_date_with_day));
    environment
        .add_filter("tanggal_pendek", |v: Value| date(&v).map(date::format_date_short));
    environment
        .add_filter("tanggal_terbilang", |v: Value| date(&v).map(date::date_in_words));
    environment.add_filter("hari", |v: Value| date(&v).map(date::weekday_name));
    environment.add_filter("bulan", |v: Value| date(&v).map(date::month_name));
    environment.add_filter("pukul", |v: Value| time(&v).map(time::format_clock));
    environment.add_filter("terbilang", |v: Value| whole(&v).map(bahasa::terbilang));
    environment.add_filter("angka_terbilang", |v: Value| {
        whole(&v).map(bahasa::terbilang::number_with_words)
    });
    environment.add_filter("int", int);
    environment.add_filter("float", float);
    environment.add_filter("romawi", |n: u16| roman::format_roman(n).unwrap_or_default());
    environment.add_filter("gabung", gabung);
    environment.add_filter("kalimat", sentence);
    environment.add_filter("kapital", |text: String| text.to_uppercase());
    environment.add_filter("kapital_awal", |text: String| words::capitalize(&text));
    environment.add_filter("kecil_awal", |text: String| words::uncapitalize(&text));
}

/// What a filter takes, in both languages.
type Kind = (&'static str, &'static str);

const NUMBER: Kind = ("bilangan", "a number");
const PERCENT: Kind = ("persentase", "a percentage");
const DATE: Kind = ("tanggal", "a date");
const TIME: Kind = ("jam", "a time");

/// What stands for a value that does not exist (null, nihil), in a table.
const ABSENT: &str = "-";

fn angka(value: Value) -> Result<String, Error> {
    match value.kind() {
        ValueKind::None => Ok(ABSENT.to_owned()),
        ValueKind::Number if value.is_integer() => {
            let n = i64::try_from(value.clone()).map_err(|_| not_a(NUMBER, &value))?;
            Ok(bahasa::format_number(n))
        }
        ValueKind::Number => Err(not_a(NUMBER, &value)),
        _ => Ok(format_decimal_short(&exact(&value, NUMBER)?, typed::PLACES)),
    }
}

/// Money; with `sen=true` always with two places, else only where there are any.
fn rupiah_filter(value: Value, options: Kwargs) -> Result<String, Error> {
    let cents = options.get::<Option<bool>>("sen")?.unwrap_or(false);
    options.assert_all_used()?;
    if value.is_none() {
        return Ok(ABSENT.to_owned());
    }
    let number = exact(&value, NUMBER)?;
    Ok(if cents {
        rupiah::format_rupiah_sen(&number)
    } else {
        rupiah::format_rupiah_short(&number)
    })
}

/// A percentage of the index prints as the index does, so that none seems to have reached a
/// threshold that it has not; any other number is rounded.
fn persen_filter(value: Value) -> Result<String, Error> {
    if value.is_none() {
        return Ok(percent::NOTHING.to_owned());
    }
    if let Some(percent) = typed::known::<Percent>(&value) {
        return Ok(percent.printed());
    }
    Ok(percent::format_percent(&exact(&value, PERCENT)?, 2))
}

/// How a percentage has changed from an earlier one, in points: "naik 3,82 poin".
fn difference(value: Value, before: Value) -> Result<String, Error> {
    let percent = |value: &Value| match typed::known::<Percent>(value) {
        Some(percent) => Ok(percent.clone()),
        None => exact(value, PERCENT).map(Percent::new),
    };
    Ok(PointChange::between(&percent(&value)?, &percent(&before)?).sentence())
}

/// A whole number for words.
fn whole(value: &Value) -> Result<i64, Error> {
    match typed::number(value) {
        Some(n) if n.is_integer() => {
            n.to_integer().to_i64().ok_or_else(|| not_a(NUMBER, value))
        }
        Some(_) => Err(not_a(NUMBER, value)),
        None => i64::try_from(value.clone()),
    }
}

/// The exact number that a value holds or that its text says.
fn exact(value: &Value, kind: Kind) -> Result<BigRational, Error> {
    if let Some(number) = typed::number(value) {
        return Ok(number.clone());
    }
    match value.kind() {
        ValueKind::String | ValueKind::Number => {
            parse_plain(&value.to_string()).map_err(|_| not_a(kind, value))
        }
        _ => Err(not_a(kind, value)),
    }
}

/// `int` of minijinja, which knows nothing of exact numbers.
fn int(
    state: &State<'_, '_>,
    value: Value,
    default: Option<Value>,
    base: Option<u32>,
    options: Kwargs,
) -> Result<Value, Error> {
    match typed::number(&value) {
        Some(number) => {
            let whole = number.to_integer().to_i64();
            whole.map(Value::from).ok_or_else(|| not_a(NUMBER, &value))
        }
        None => minijinja::filters::int(state, &value, default, base, options),
    }
}

/// Likewise `float`.
fn float(
    state: &State<'_, '_>,
    value: Value,
    default: Option<Value>,
    options: Kwargs,
) -> Result<Value, Error> {
    match typed::number(&value).and_then(ToPrimitive::to_f64) {
        Some(near) => Ok(Value::from(near)),
        None => minijinja::filters::float(state, &value, default, options),
    }
}

fn gabung(value: Value) -> Result<String, Error> {
    let parts: Vec<String> = value.try_iter()?.map(|v| v.to_string()).collect();
    Ok(words::join_list(&parts))
}

/// One or more texts as sentences: each with a capital at its head and one full stop at its end.
fn sentence(value: Value) -> Result<String, Error> {
    let texts: Vec<String> = match value.kind() {
        ValueKind::String => vec![value.to_string()],
        _ => value.try_iter()?.map(|v| v.to_string()).collect(),
    };
    let sentences = texts.iter().map(|text| {
        // What was typed as an item of a list often ends in `;`, or in two full stops.
        let text =
            text.trim_end_matches(|c: char| c.is_whitespace() || ".;,:".contains(c));
        let end = if text.ends_with(['?', '!', '…']) { "" } else { "." };
        format!("{}{end}", words::capitalize(text.trim_start()))
    });
    Ok(sentences.collect::<Vec<_>>().join(" "))
}

/// A date, or a text that says one ("2024-12-09").
pub(super) fn date(value: &Value) -> Result<Date, Error> {
    let said = || value.as_str().and_then(|t| t.parse().ok());
    let date = typed::known::<Date>(value).copied().or_else(said);
    date.ok_or_else(|| not_a(DATE, value))
}

/// A time, or a text that says one ("08:30").
pub(super) fn time(value: &Value) -> Result<Time, Error> {
    let said = || value.as_str().and_then(|t| bahasa::parse_time(t).ok());
    let time = typed::known::<Time>(value).copied().or_else(said);
    time.ok_or_else(|| not_a(TIME, value))
}

fn not_a(kind: Kind, value: &Value) -> Error {
    let shown = match value.kind() {
        ValueKind::Undefined => return Error::from(ErrorKind::UndefinedError),
        ValueKind::String | ValueKind::Number => Both::same(format!("\"{value}\"")),
        _ if typed::is_known(value) => Both::same(format!("\"{value}\"")),
        kind => kind_words(kind),
    };
    mistake(
        format!("{} bukan {}", shown.of(Lang::Id), kind.0),
        format!("{} is not {}", shown.of(Lang::En), kind.1),
    )
}
