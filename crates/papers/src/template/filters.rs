//! Filters: how values of the data are printed in official Indonesian.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use jiff::civil::{Date, Time};
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value};

use super::error::{kind_words, mistake};
use bahasa::{self, date, percent, roman, rupiah, time, words};
use base::diag::{Both, Lang};

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
];

pub(super) fn register(environment: &mut Environment<'static>) {
    environment.add_filter("angka", angka);
    environment.add_filter("rupiah", rupiah_filter);
    environment.add_filter("persen", persen_filter);
    environment.add_filter("selisih", selisih);
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
    environment.add_filter("terbilang", |n: i64| bahasa::terbilang(n));
    environment
        .add_filter("angka_terbilang", |n: i64| bahasa::terbilang::number_with_words(n));
    environment.add_filter("romawi", |n: u16| roman::format_roman(n).unwrap_or_default());
    environment.add_filter("gabung", gabung);
    environment.add_filter("kalimat", kalimat);
    environment.add_filter("kapital", |text: String| text.to_uppercase());
    environment.add_filter("kapital_awal", |text: String| words::capitalize(&text));
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
        ValueKind::String => {
            let text = value.to_string().replace('.', ",");
            let number =
                bahasa::parse_number(&text).map_err(|_| not_a(NUMBER, &value))?;
            Ok(bahasa::format_decimal_short(&number, 6))
        }
        _ => Err(not_a(NUMBER, &value)),
    }
}

/// Money; with `sen=true` always with two places, else only where there are any.
fn rupiah_filter(value: Value, options: Kwargs) -> Result<String, Error> {
    let cents = options.get::<Option<bool>>("sen")?.unwrap_or(false);
    options.assert_all_used()?;
    if value.is_none() {
        return Ok(ABSENT.to_owned());
    }
    let text = value.to_string().replace('.', ",");
    let number = bahasa::parse_number(&text).map_err(|_| not_a(NUMBER, &value))?;
    Ok(if cents {
        rupiah::format_rupiah_sen(&number)
    } else {
        rupiah::format_rupiah_short(&number)
    })
}

/// Percentages come from the index as decimal strings with two places, already cut so that
/// none prints as if it had reached a threshold; here they only get comma and sign.
fn persen_filter(value: Value) -> Result<String, Error> {
    if value.is_none() {
        return Ok(percent::NOTHING.to_owned());
    }
    let text = value.to_string().replace('.', ",");
    let number = bahasa::parse_number(&text).map_err(|_| not_a(PERCENT, &value))?;
    Ok(percent::format_percent(&number, 2))
}

/// How a percentage has changed from an earlier one, in points: "naik 3,82 poin".
fn selisih(value: Value, before: Value) -> Result<String, Error> {
    let exact = |value: &Value| {
        let text = value.to_string().replace('.', ",");
        bahasa::parse_number(&text).map_err(|_| not_a(PERCENT, value))
    };
    let change = exact(&value)? - exact(&before)?;
    let points = bahasa::format_decimal(&num_traits::Signed::abs(&change), 2);
    Ok(match change {
        by if num_traits::Signed::is_positive(&by) => format!("naik {points} poin"),
        by if num_traits::Signed::is_negative(&by) => format!("turun {points} poin"),
        _ => "tidak berubah".to_owned(),
    })
}

fn gabung(value: Value) -> Result<String, Error> {
    let parts: Vec<String> = value.try_iter()?.map(|v| v.to_string()).collect();
    Ok(words::join_list(&parts))
}

/// One or more texts as sentences: each with a capital at its head and one full stop at its end.
fn kalimat(value: Value) -> Result<String, Error> {
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

/// A date of the data ("2024-12-09").
pub(super) fn date(value: &Value) -> Result<Date, Error> {
    value.as_str().and_then(|t| t.parse().ok()).ok_or_else(|| not_a(DATE, value))
}

/// A time of the data ("08:30").
pub(super) fn time(value: &Value) -> Result<Time, Error> {
    value
        .as_str()
        .and_then(|t| bahasa::parse_time(t).ok())
        .ok_or_else(|| not_a(TIME, value))
}

fn not_a(kind: Kind, value: &Value) -> Error {
    let shown = match value.kind() {
        ValueKind::Undefined => return Error::from(ErrorKind::UndefinedError),
        ValueKind::String | ValueKind::Number => Both::same(format!("\"{value}\"")),
        kind => kind_words(kind),
    };
    mistake(
        format!("{} bukan {}", shown.of(Lang::Id), kind.0),
        format!("{} is not {}", shown.of(Lang::En), kind.1),
    )
}
