//! What a value is read as where a filter, a function or an operator wants a number, a date or
//! a time, as whoever reads the data would; and what is told where it is none.

use jiff::civil::{Date, DateTime, Time};
use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, Value};
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::error::{Misfit, kind_words, misfit, mistake};
use super::{trace, typed};
use bahasa::number::{BothWays, ambiguous_comma, from_f64, parse_number, parse_written};
use bahasa::rupiah::parse_rupiah;
use base::diag::{Both, Lang};

/// What a filter takes, in both languages.
pub(super) type WantedReading = (&'static str, &'static str);

pub(super) const NUMBER: WantedReading = ("bilangan", "a number");
pub(super) const WHOLE: WantedReading = ("bilangan bulat", "a whole number");
pub(super) const ROMAN: WantedReading =
    ("bilangan bulat 1 s.d. 3999", "a whole number from 1 to 3999");
pub(super) const PERCENT: WantedReading = ("persentase", "a percentage");
pub(super) const DATE: WantedReading = ("tanggal", "a date");
pub(super) const LIST: WantedReading = ("daftar", "a list");
pub(super) const TIME: WantedReading = ("jam", "a time");

/// The exact number that a value holds, or that its text says to whoever reads the data.
pub(super) fn exact(value: &Value, kind: WantedReading) -> Result<BigRational, Error> {
    if let Some(number) = typed::number(value) {
        return Ok(number.clone());
    }
    let number = match value.kind() {
        ValueKind::String => value.as_str().and_then(said),
        ValueKind::Number if value.is_integer() => i128::try_from(value.clone())
            .ok()
            .map(|n| BigRational::from_integer(n.into())),
        ValueKind::Number => f64::try_from(value.clone()).ok().and_then(from_f64),
        _ => None,
    };
    number.ok_or_else(|| not_a(kind, value))
}

/// The number that a text says, with or without `Rp` and `,-`.
pub(super) fn said(text: &str) -> Option<BigRational> {
    parse_written(text).or_else(|_| parse_rupiah(text)).ok()
}

/// A percentage, read as the data does it: a comma is always the decimal sign, and what has
/// thousands is none ("86.125").
pub(super) fn share(value: &Value) -> Result<BigRational, Error> {
    let Some(text) = value.as_str() else { return exact(value, PERCENT) };
    let number = parse_number(text).map_err(|_| not_a(PERCENT, value))?;
    let thousand = BigRational::from_integer(1000.into());
    if number < thousand { Ok(number) } else { Err(not_a(PERCENT, value)) }
}

/// A whole number for words.
pub(super) fn whole(value: &Value) -> Result<i64, Error> {
    let number = match value.as_str() {
        // "12%" is no count.
        Some(text) if text.trim_end().ends_with('%') => return Err(not_a(WHOLE, value)),
        _ => exact(value, WHOLE)?,
    };
    let whole = Some(number).filter(BigRational::is_integer);
    whole.and_then(|n| n.to_integer().to_i64()).ok_or_else(|| not_a(WHOLE, value))
}

/// A date, or a text that says one in a way that the data may be written.
pub(super) fn date(value: &Value) -> Result<Date, Error> {
    let said = || {
        let text = value.as_str()?;
        bahasa::parse_date(text)
            .or_else(|| bahasa::date::parse_moment(text).map(DateTime::date))
    };
    let moment = || typed::known::<DateTime>(value).map(|when| when.date());
    let date = typed::day(value).or_else(moment).or_else(said);
    date.ok_or_else(|| not_a(DATE, value))
}

/// A time, or a text that says one ("08:30").
pub(super) fn time(value: &Value) -> Result<Time, Error> {
    let said = || {
        let text = value.as_str()?;
        let time = bahasa::parse_time(text).ok();
        time.or_else(|| bahasa::date::parse_moment(text).map(DateTime::time))
    };
    let moment = || typed::known::<DateTime>(value).map(|when| when.time());
    let time = typed::known::<Time>(value).copied().or_else(moment).or_else(said);
    time.ok_or_else(|| not_a(TIME, value))
}

pub(super) fn not_a(kind: WantedReading, value: &Value) -> Error {
    let shown = match value.kind() {
        ValueKind::Undefined => return Error::from(ErrorKind::UndefinedError),
        ValueKind::String | ValueKind::Number => Both::same(format!("\"{value}\"")),
        _ if typed::is_known(value) => Both::same(format!("\"{value}\"")),
        kind => kind_words(kind),
    };
    let text = value.as_str().unwrap_or_default();
    let detail = Both::new(
        format!("{} bukan {}", shown.of(Lang::Id), kind.0),
        format!("{} is not {}", shown.of(Lang::En), kind.1),
    );
    // Dates and times have no thousands.
    let doubt = ambiguous_comma(text).filter(|_| [NUMBER, WHOLE, ROMAN].contains(&kind));
    if let Some(span) = trace::of_row(value) {
        return misfit(Misfit { span, value: value.to_string(), kind, doubt });
    }
    match doubt {
        Some(BothWays { plain, grouped, decimal }) => mistake(
            format!(
                "\"{text}\" tidak jelas, tulis {plain} atau {grouped} bila ribuan, atau {decimal} bila desimal"
            ),
            format!(
                "\"{text}\" is not clear, write {plain} or {grouped} for thousands, or {decimal} for decimals"
            ),
        ),
        None => mistake(detail.of(Lang::Id), detail.of(Lang::En)),
    }
}
