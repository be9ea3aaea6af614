//! Filters: how values of the data are printed in official Indonesian.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, State, Value};
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::built::Built;
use super::flow::PlaceFlow;
use super::readings::{NUMBER, ROMAN, date, exact, not_a, said, share, time, whole};
use super::{builtins, numbers, trace, typed};
use crate::origins::Figure;
use bahasa::number::format_decimal_short;
use bahasa::{self, date, percent, roman, rupiah, time, words};
use field::spm::{Percent, PointChange};

/// A filter of templates: what the user's guide tells of it, and what it does.
pub struct Filter {
    /// Its name.
    pub name: &'static str,
    /// What it prints, in Indonesian.
    pub explanation: &'static str,
    /// A tag with it.
    pub example: &'static str,
    flow: PlaceFlow,
    make: fn() -> Value,
}

macro_rules! filter {
    ($name:literal, $explanation:literal, $example:literal, $flow:ident, $work:expr) => {
        Filter {
            name: $name,
            explanation: $explanation,
            example: $example,
            flow: PlaceFlow::$flow,
            make: || Value::from_function($work),
        }
    };
}

/// All filters that are ours, in the order of the user's guide.
pub static FILTERS: &[Filter] = &[
    filter!(
        "angka",
        "titik ribuan dan koma desimal; nilai kosong menjadi `-`",
        "{{ 12500 | angka }}",
        Printed,
        angka
    ),
    filter!(
        "rupiah",
        "rupiah; `rupiah(sen=true)` selalu dengan dua desimal",
        "{{ 1250000 | rupiah }}",
        Printed,
        rupiah_filter
    ),
    filter!(
        "persen",
        "persentase dua desimal",
        r#"{{ "86.11" | persen }}"#,
        Printed,
        persen_filter
    ),
    filter!(
        "selisih",
        "perubahan persentase dari nilai sebelumnya, dalam poin",
        r#"{{ "73.42" | selisih("69.60") }}"#,
        Printed,
        difference
    ),
    filter!(
        "tanggal",
        "tanggal",
        r#"{{ "2024-12-09" | tanggal }}"#,
        Printed,
        |v: Value| {
            date(&v).map(|day| typed::printed_day(day, date::format_date(day)))
        }
    ),
    filter!(
        "tanggal_hari",
        "tanggal dengan hari",
        r#"{{ "2024-12-09" | tanggal_hari }}"#,
        Printed,
        |v: Value| date(&v).map(date::format_date_with_day)
    ),
    filter!(
        "tanggal_pendek",
        "tanggal angka",
        r#"{{ "2024-12-09" | tanggal_pendek }}"#,
        Printed,
        |v: Value| date(&v).map(date::format_date_short)
    ),
    filter!(
        "tanggal_terbilang",
        "untuk berita acara",
        r#"{{ "2024-12-09" | tanggal_terbilang }}"#,
        Printed,
        |v: Value| date(&v).map(date::date_in_words)
    ),
    filter!("hari", "nama hari", r#"{{ "2024-12-09" | hari }}"#, Printed, |v: Value| {
        date(&v).map(date::weekday_name)
    }),
    filter!(
        "bulan",
        "nama bulan",
        r#"{{ "2024-12-09" | bulan }}"#,
        Printed,
        |v: Value| date(&v).map(date::month_name)
    ),
    filter!("pukul", "jam", r#"{{ "08:30" | pukul }}"#, Printed, |v: Value| time(&v)
        .map(time::format_clock)),
    filter!(
        "terbilang",
        "bilangan dengan kata",
        "{{ 25 | terbilang }}",
        Printed,
        |v: Value| { whole(&v).map(bahasa::terbilang) }
    ),
    filter!(
        "angka_terbilang",
        "angka dan kata",
        "{{ 3 | angka_terbilang }}",
        Printed,
        |v: Value| whole(&v).map(bahasa::terbilang::number_with_words)
    ),
    filter!("romawi", "angka Romawi", "{{ 4 | romawi }}", Printed, romawi),
    filter!(
        "gabung",
        "daftar dalam kalimat",
        r#"{{ ["data", "dana", "daya"] | gabung }}"#,
        Told,
        gabung
    ),
    filter!(
        "kalimat",
        "huruf awal kapital dan titik",
        r#"{{ ["data belum lengkap", "Petugas baru."] | kalimat }}"#,
        Told,
        sentence
    ),
    filter!(
        "kapital",
        "huruf kapital",
        r#"{{ "Dinas Sosial" | kapital }}"#,
        Changed,
        |text: String| text.to_uppercase()
    ),
    filter!(
        "kapital_awal",
        "huruf pertama kapital",
        r#"{{ "dinas sosial" | kapital_awal }}"#,
        Changed,
        |text: String| words::capitalize(&text)
    ),
    filter!(
        "kecil_awal",
        "huruf pertama kecil untuk di dalam kalimat; nama dan singkatan tetap",
        r#"{{ "Menelusuri data" | kecil_awal }}"#,
        Changed,
        |text: String| words::uncapitalize(&text)
    ),
    filter!(
        "int",
        "bilangan bulatnya, juga dari tulisan `1.250` dan dari persentase; `int(0)` bila bukan bilangan",
        r#"{{ "1.250" | int }}"#,
        Counted,
        int
    ),
    filter!(
        "float",
        "bilangan desimal untuk berhitung, juga dari tulisan `1,5`; `float(0)` bila bukan bilangan",
        r#"{{ "1,5" | float }}"#,
        Counted,
        float
    ),
    filter!(
        "round",
        "dibulatkan ke bilangan bulat terdekat, `round(2)` ke dua desimal; juga dari tulisan `1.250,75`",
        r#"{{ "1.250,75" | round }}"#,
        Counted,
        numbers::round
    ),
    filter!(
        "abs",
        "tanpa tanda minus, juga dari tulisan",
        r#"{{ "-1.250" | abs }}"#,
        Counted,
        numbers::abs
    ),
    filter!(
        "sum",
        "jumlah, dengan `attribute` dari suatu kolom; tulisan `1.250` dalam daftar dibaca sebagai bilangan",
        "{{ [1, 2, 3] | sum }}",
        Counted,
        numbers::sum
    ),
    filter!(
        "sort",
        "urut, dengan `attribute` menurut suatu kolom; kolom yang semuanya bilangan diurutkan sebagai bilangan",
        "{{ [3, 1, 2] | sort | join }}",
        Handed,
        numbers::sort
    ),
    filter!(
        "min",
        "yang terkecil, dengan `attribute` menurut suatu kolom",
        "{{ [3, 1, 2] | min }}",
        Handed,
        numbers::min
    ),
    filter!(
        "max",
        "yang terbesar, dengan `attribute` menurut suatu kolom",
        "{{ [3, 1, 2] | max }}",
        Handed,
        numbers::max
    ),
];

/// Their names, for hints.
pub(super) fn names() -> Vec<&'static str> {
    FILTERS.iter().map(|filter| filter.name).collect()
}

/// Their names, each with the way of places through it.
#[cfg(test)]
pub(super) fn ways() -> impl Iterator<Item = (&'static str, PlaceFlow)> {
    FILTERS.iter().map(|filter| (filter.name, filter.flow))
}

/// Adds what is declared. Some of them are minijinja's own, which here know exact numbers.
pub(super) fn register(environment: &mut Environment<'static>) {
    builtins::register(environment);
    for filter in FILTERS {
        builtins::add(environment, filter.name, filter.flow, (filter.make)());
    }
    numbers::register(environment);
}

/// What stands for a value that does not exist (null, nihil), in a table.
const ABSENT: &str = "-";

fn angka(value: Value) -> Result<Value, Error> {
    if value.is_none() {
        return Ok(Value::from(ABSENT));
    }
    let number = exact(&value, NUMBER)?;
    let text = format_decimal_short(&number, typed::PLACES);
    Ok(typed::printed(Figure::Number(number), text))
}

/// Money; with `sen=true` always with two places, else only where there are any.
fn rupiah_filter(value: Value, options: Kwargs) -> Result<Value, Error> {
    let cents = options.get::<Option<bool>>("sen")?.unwrap_or(false);
    options.assert_all_used()?;
    if value.is_none() {
        return Ok(Value::from(ABSENT));
    }
    let number = match value.as_str() {
        // With or without Rp; a percentage is no amount.
        Some(text) => rupiah::parse_rupiah(text).map_err(|_| not_a(NUMBER, &value))?,
        None => exact(&value, NUMBER)?,
    };
    let text = if cents {
        rupiah::format_rupiah_sen(&number)
    } else {
        rupiah::format_rupiah_short(&number)
    };
    Ok(typed::printed(Figure::Number(number), text))
}

/// A percentage of the index prints as the index does, so that none seems to have reached a
/// threshold that it has not; any other number is rounded.
fn persen_filter(value: Value) -> Result<Value, Error> {
    if value.is_none() {
        return Ok(Value::from(percent::NOTHING));
    }
    if let Some(percent) = typed::percent(&value) {
        return Ok(typed::printed(Figure::Percent(percent.clone()), percent.printed()));
    }
    let number = share(&value)?;
    let text = percent::format_percent(&number, 2);
    Ok(typed::printed(Figure::Number(number), text))
}

/// How a percentage has changed from an earlier one, in points: "naik 3,82 poin".
fn difference(value: Value, before: Value) -> Result<String, Error> {
    let percent = |value: &Value| match typed::percent(value) {
        Some(percent) => Ok(percent.clone()),
        None => share(value).map(Percent::new),
    };
    Ok(PointChange::between(&percent(&value)?, &percent(&before)?).sentence())
}

fn romawi(value: Value) -> Result<String, Error> {
    let number = u16::try_from(whole(&value)?).ok();
    number.and_then(roman::format_roman).ok_or_else(|| not_a(ROMAN, &value))
}

/// The number of a value that minijinja's own conversions would read by the rules of programs,
/// where "1.250" is a little over one.
fn own_number(
    value: &Value,
    default: Option<&Value>,
) -> Result<Option<BigRational>, Error> {
    if let Some(number) = typed::number(value) {
        return Ok(Some(number.clone()));
    }
    let Some(text) = value.as_str() else { return Ok(None) };
    match said(text) {
        Some(number) => Ok(Some(number)),
        None if default.is_some() => Ok(None),
        None => Err(not_a(NUMBER, value)),
    }
}

/// `int` of minijinja, which knows nothing of exact numbers and of Indonesian texts.
fn int(
    state: &State<'_, '_>,
    value: Value,
    default: Option<Value>,
    base: Option<u32>,
    options: Kwargs,
) -> Result<Value, Error> {
    let default = default.or(options.get::<Option<Value>>("default")?);
    let based = base.is_some() || options.has("base");
    if !based && let Some(number) = own_number(&value, default.as_ref())? {
        let whole = number.to_integer().to_i64();
        return whole.map(Value::from).ok_or_else(|| not_a(NUMBER, &value));
    }
    match (value.as_str(), default) {
        (Some(_), Some(default)) if !based => Ok(default),
        (_, default) => minijinja::filters::int(state, &value, default, base, options),
    }
}

/// Likewise `float`.
fn float(
    state: &State<'_, '_>,
    value: Value,
    default: Option<Value>,
    options: Kwargs,
) -> Result<Value, Error> {
    let default = default.or(options.get::<Option<Value>>("default")?);
    if let Some(near) = own_number(&value, default.as_ref())?.and_then(|n| n.to_f64()) {
        return Ok(Value::from(near));
    }
    match (value.as_str(), default) {
        (Some(_), Some(default)) => Ok(default),
        (_, default) => minijinja::filters::float(state, &value, default, options),
    }
}

/// The words between the items of a list do not depend on what the items say.
fn gabung(value: Value) -> Result<Value, Error> {
    let items: Vec<Value> = value.try_iter()?.collect();
    let empty = words::join_list(&vec![ITEM; items.len()]);
    let mut built = Built::default();
    for (index, between) in empty.split(ITEM).enumerate() {
        if let Some(item) = index.checked_sub(1).and_then(|at| items.get(at)) {
            built.value(item);
        }
        built.words(between);
    }
    Ok(built.done())
}

/// Stands for an item of a list; no text has it.
const ITEM: &str = "\u{fdd0}";

/// One or more texts as sentences: each with a capital at its head and one full stop at its end.
fn sentence(value: Value) -> Result<Value, Error> {
    let texts: Vec<Value> = match value.kind() {
        ValueKind::String | ValueKind::Plain => vec![value],
        _ => value.try_iter()?.collect(),
    };
    let mut built = Built::default();
    for (index, value) in texts.iter().enumerate() {
        let all = value.to_string();
        // What was typed as an item of a list often ends in `;`, or in two full stops.
        let text =
            all.trim_end_matches(|c: char| c.is_whitespace() || ".;,:".contains(c));
        let end = if text.ends_with(['?', '!', '…']) { "" } else { "." };
        let sentence = format!("{}{end}", words::capitalize(text.trim_start()));
        built.words(if index == 0 { "" } else { " " });
        built.part(&sentence, &trace::known(value).changed(&all, &sentence));
    }
    Ok(built.done())
}
