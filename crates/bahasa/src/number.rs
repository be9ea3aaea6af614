//! Numbers as Indonesian text (dot groups thousands, comma is the decimal sign), and
//! back from the texts that people type and spreadsheets export.

use std::fmt;

use crate::scale::scaled;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// Longest number accepted by [`parse_number`], in digits: far above any budget, and a
/// bound on the work a hostile file can ask for.
const MOST_DIGITS: usize = 60;

/// The most digits a number of a spreadsheet keeps.
const SPREADSHEET_DIGITS: usize = 15;

/// A whole number with grouped thousands: 12500 is "12.500".
pub fn format_number(value: impl Into<i128>) -> String {
    let value: i128 = value.into();
    let mark = if value < 0 { "-" } else { "" };
    format!("{mark}{}", grouped(&value.unsigned_abs().to_string()))
}

/// A decimal number with exactly `places` places, rounded half away from zero:
/// 1234567.89 with two places is "1.234.567,89". The arithmetic is exact.
pub fn format_decimal(value: &BigRational, places: u8) -> String {
    print(&round_scaled(value, places), places)
}

/// Like [`format_decimal`], with at most `places` places: zeros at the end are left out, so
/// that one half is "0,5" and one hundred is "100".
pub fn format_decimal_short(value: &BigRational, places: u8) -> String {
    let text = format_decimal(value, places);
    if !text.contains(',') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Like [`format_decimal_short`], for machines: no grouping, and a point before the places.
pub fn format_plain(value: &BigRational, places: u8) -> String {
    let scaled = round_scaled(value, places);
    let sign = if scaled.is_negative() { "-" } else { "" };
    let digits = format!("{:0>1$}", scaled.abs(), usize::from(places) + 1);
    let (whole, places) = digits.split_at(digits.len() - usize::from(places));
    match places.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        places => format!("{sign}{whole}.{places}"),
    }
}

/// `value` times ten to the `places`, rounded to a whole number half away from zero.
///
/// Half away from zero because half-even and binary fractions give other last digits
/// than the applications officials compare with (practice, `naskah-dinas.md` 2.2).
pub fn round_scaled(value: &BigRational, places: u8) -> BigInt {
    let scale = BigInt::from(10).pow(u32::from(places));
    (value * BigRational::from_integer(scale)).round().to_integer()
}

/// Why a text is not a number that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing but blanks (or only a sign, a `%`, a currency word).
    Empty,
    /// A character that has no place in a number.
    NotANumber(char),
    /// Dots and commas that fit neither the Indonesian nor the plain way of writing.
    UnclearSeparators,
    /// One comma before exactly three digits: thousands of one way of writing, decimals of
    /// the other.
    AmbiguousComma,
    /// More digits than any official figure has.
    TooLong,
    /// A count was asked for and the text has a fraction.
    NotWhole,
    /// A count was asked for and the text is below zero.
    Negative,
    /// A count was asked for and the text is a percentage.
    Percentage,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("tidak berisi angka"),
            Self::NotANumber(ch) => write!(f, "`{ch}` bukan bagian dari angka"),
            Self::UnclearSeparators => {
                f.write_str("letak titik dan koma tidak jelas; tulis seperti 1.234,5")
            }
            Self::AmbiguousComma => {
                f.write_str("koma di depan tiga angka dapat berarti ribuan atau desimal")
            }
            Self::TooLong => f.write_str("angka terlalu panjang"),
            Self::NotWhole => f.write_str("harus bilangan bulat"),
            Self::Negative => f.write_str("tidak boleh kurang dari nol"),
            Self::Percentage => f.write_str("harus jumlah, bukan persen"),
        }
    }
}

impl std::error::Error for NumberError {}

/// Reads an Indonesian or plain number, exactly.
///
/// The percent sign is accepted and dropped: " 87,50%" is 87.5. Blanks around the number
/// and a leading sign are accepted, blanks inside are not. With separators:
///
/// - both kinds: the last one is the decimal sign, the other groups by three
///   ("1.234,5" and the export "1,234.5" are the same number);
/// - one kind, several times: it groups by three ("1.250.000", "1,250,000");
/// - one comma: decimal sign ("87,50", and "1,234" is a little over one);
/// - one dot: it groups when exactly three digits follow and one to three digits that
///   do not start with zero come before, because that is how Indonesian writes thousands
///   ("1.234" is one thousand two hundred thirty four); else it is the decimal sign
///   ("1234.5", "0.125", "12.50").
///
/// For text only: a numeric cell of a spreadsheet goes through [`from_f64`], or 1.234
/// would become a thousand times itself on its way through a text.
///
/// # Errors
/// Any text outside these rules; nothing is guessed.
pub fn parse_number(text: &str) -> Result<BigRational, NumberError> {
    let (body, _) = without_percent(text);
    let (negative, body) = match body.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, body.strip_prefix('+').unwrap_or(body).trim_start()),
    };
    if body.is_empty() {
        return Err(NumberError::Empty);
    }
    if let Some(foreign) =
        body.chars().find(|c| !c.is_ascii_digit() && !matches!(c, '.' | ','))
    {
        return Err(NumberError::NotANumber(foreign));
    }
    if body.len() > MOST_DIGITS * 2
        || body.bytes().filter(u8::is_ascii_digit).count() > MOST_DIGITS
    {
        return Err(NumberError::TooLong);
    }
    let (integer, fraction) = split_parts(body).ok_or(NumberError::UnclearSeparators)?;
    let digit = format!("{integer}{fraction}");
    let numerator: BigInt = digit.parse().map_err(|_| NumberError::UnclearSeparators)?;
    let places = u32::try_from(fraction.len()).map_err(|_| NumberError::TooLong)?;
    let value = BigRational::new(numerator, BigInt::from(10).pow(places));
    Ok(if negative { -value } else { value })
}

/// Reads a number as people type it: by the rules of [`parse_number`], but one comma before
/// exactly three digits is refused ("2,284" is two thousand for who is used to English
/// sheets, and a little over two for all others), and so is one dot before them behind more than
/// three ("1250.000"), where a percent sign does not tell.
///
/// # Errors
/// As [`parse_number`], [`NumberError::AmbiguousComma`] and, for such a dot,
/// [`NumberError::UnclearSeparators`].
pub fn parse_written(text: &str) -> Result<BigRational, NumberError> {
    let value = parse_number(text)?;
    if without_percent(text).1 {
        return Ok(value);
    }
    if ambiguous_comma(text).is_some() {
        return Err(NumberError::AmbiguousComma);
    }
    if lacks_dot(text) { Err(NumberError::UnclearSeparators) } else { Ok(value) }
}

/// "1250.000": a million whose first dot was forgotten, or decimals that nobody needs.
fn lacks_dot(text: &str) -> bool {
    let body = text.trim_matches(|c: char| !c.is_ascii_digit());
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    body.split_once('.').is_some_and(|(whole, places)| {
        whole.len() > 3 && places.len() == 3 && digits(whole) && digits(places)
    })
}

/// The two numbers that a text with an ambiguous comma may be, each as it is clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothWays {
    /// Digits only, where the comma groups: "2284".
    pub plain: String,
    /// With the dot of thousands: "2.284".
    pub grouped: String,
    /// With one place more, where the comma is the decimal sign: "2,2840".
    pub decimal: String,
}

/// What a text with one comma before exactly three digits may mean; `None` for any other text.
/// What stands around the digits (a sign, `Rp`, `,-`) is not looked at, but before a word of size
/// ("1,697 miliar") a comma begins decimals.
pub fn ambiguous_comma(text: &str) -> Option<BothWays> {
    if scaled(text).is_some() {
        return None;
    }
    let body = text.trim_matches(|c: char| !c.is_ascii_digit());
    let (left, right) = body.split_once(',')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let groups = right.len() == 3 && (1..=3).contains(&left.len());
    // Nothing groups behind a zero.
    if !groups || left.starts_with('0') || !digits(left) || !digits(right) {
        return None;
    }
    Some(BothWays {
        plain: format!("{left}{right}"),
        grouped: format!("{left}.{right}"),
        decimal: format!("{left},{right}0"),
    })
}

/// Reads a number as programs write it: one dot alone is the decimal sign, whatever follows
/// ("1.234" is a little over one). All else is read by the rules of [`parse_number`].
///
/// # Errors
/// As [`parse_number`].
pub fn parse_plain(text: &str) -> Result<BigRational, NumberError> {
    match text.split_once('.') {
        Some((whole, places)) if !places.contains('.') && !text.contains(',') => {
            parse_number(&format!("{whole},{places}"))
        }
        _ => parse_number(text),
    }
}

/// A measure (millimetres, points) in Indonesian print: a decimal comma and all its digits
/// ("1,15").
pub fn format_measure(value: f32) -> String {
    from_f32(value).map_or_else(String::new, |value| format_decimal_short(&value, 6))
}

/// Reads a measure, written with a comma or with a point ("12,5", "12.5"); no percentage.
///
/// # Errors
/// As [`parse_number`], and for a percentage.
pub fn parse_measure(text: &str) -> Result<f32, NumberError> {
    if without_percent(text).1 {
        return Err(NumberError::Percentage);
    }
    parse_plain(text)?.to_f32().ok_or(NumberError::TooLong)
}

/// The decimal number a spreadsheet shows for a numeric cell: the shortest one that is
/// stored as this value (0.1 is one tenth). `None` for what is no number.
pub fn from_f64(value: f64) -> Option<BigRational> {
    // Rust prints the shortest digits that read back, without exponent or grouping.
    value.is_finite().then(|| from_shortest(&value.to_string())).flatten()
}

/// Likewise for a measure.
pub fn from_f32(value: f32) -> Option<BigRational> {
    value.is_finite().then(|| from_shortest(&value.to_string())).flatten()
}

/// The number nearest to an exact one that a spreadsheet can hold; `None` for one with more
/// digits than it keeps. Nowhere else does a figure of the data become a binary fraction that
/// is written.
pub fn to_spreadsheet(value: &BigRational) -> Option<f64> {
    let digits = format_plain(value, 6);
    let kept = digits.bytes().filter(u8::is_ascii_digit).count() <= SPREADSHEET_DIGITS;
    value.to_f64().filter(|near| kept && near.is_finite())
}

fn from_shortest(text: &str) -> Option<BigRational> {
    let (integer, fraction) = text.split_once('.').unwrap_or((text, ""));
    let numerator: BigInt = format!("{integer}{fraction}").parse().ok()?;
    let places = u32::try_from(fraction.len()).ok()?;
    Some(BigRational::new(numerator, BigInt::from(10).pow(places)))
}

/// Reads a count (people, goods): a whole number from zero up, written in any way that
/// [`parse_written`] accepts except as a percentage.
pub fn parse_count(text: &str) -> Result<u64, NumberError> {
    if without_percent(text).1 {
        return Err(NumberError::Percentage);
    }
    let value = parse_written(text)?;
    if value.is_negative() {
        return Err(NumberError::Negative);
    }
    if !value.is_integer() {
        return Err(NumberError::NotWhole);
    }
    value.to_integer().to_u64().ok_or(NumberError::TooLong)
}

/// The text without blanks around and without `%`, and whether there was one.
fn without_percent(text: &str) -> (&str, bool) {
    let body = unquoted(text);
    body.strip_suffix('%').map_or((body, false), |rest| (rest.trim_end(), true))
}

/// A number without the apostrophe by which sheets are told to take it as a text: "'38600".
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let rest = text.strip_prefix(['\'', '\u{2019}', '\u{2018}']).map(str::trim_start);
    rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

/// Digits before and after the decimal sign, or `None` where the separators disagree.
fn split_parts(body: &str) -> Option<(String, &str)> {
    let dots = body.bytes().filter(|b| *b == b'.').count();
    let comma = body.bytes().filter(|b| *b == b',').count();
    let (group, decimal) = match (dots, comma) {
        (0, 0) => return Some((body.to_owned(), "")),
        (0, 1) => (None, Some(',')),
        (1, 0) if dot_groups(body) => (Some('.'), None),
        // "01.250": neither thousands nor a decimal.
        (1, 0) if body.starts_with('0') && !body.starts_with("0.") => return None,
        (1, 0) => (None, Some('.')),
        (_, 0) => (Some('.'), None),
        (0, _) => (Some(','), None),
        _ if body.rfind(',') > body.rfind('.') => (Some('.'), Some(',')),
        _ => (Some(','), Some('.')),
    };
    let (left, fraction) = match decimal {
        Some(mark) => body.split_once(mark)?,
        None => (body, ""),
    };
    let sound = match decimal {
        Some(_) => !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit()),
        None => true,
    };
    if !sound || left.is_empty() {
        return None;
    }
    let Some(group) = group else {
        return Some((left.to_owned(), fraction));
    };
    let mut groups = left.split(group);
    let first = groups.next()?;
    let valid = (1..=3).contains(&first.len()) && groups.all(|b| b.len() == 3);
    valid.then(|| (left.replace(group, ""), fraction))
}

fn dot_groups(body: &str) -> bool {
    body.split_once('.').is_some_and(|(left, right)| {
        right.len() == 3 && (1..=3).contains(&left.len()) && !left.starts_with('0')
    })
}

/// Prints a number that was scaled by ten to the `places`.
fn print(scaled: &BigInt, places: u8) -> String {
    let places = usize::from(places);
    let mark = if scaled.is_negative() { "-" } else { "" };
    let absolute = if scaled.is_zero() { BigInt::zero() } else { scaled.abs() };
    let digit = format!(
        "{absolute:0>width$}",
        absolute = absolute.to_string(),
        width = places + 1
    );
    let (integer, fraction) = digit.split_at(digit.len() - places);
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{mark}{}{comma}{fraction}", grouped(integer))
}

/// Puts a dot before every third digit from the right.
fn grouped(digit: &str) -> String {
    let mut out = String::with_capacity(digit.len() + digit.len() / 3);
    for (index, ch) in digit.chars().enumerate() {
        if index > 0 && (digit.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(ch);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn r(numerator: i64, denominator: i64) -> BigRational {
        BigRational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn texts_of_people() {
        for line in include_str!("../bilangan.txt").lines().filter(|l| l.starts_with('['))
        {
            let [text, number, money, count] =
                line.split('\t').collect::<Vec<_>>()[..].try_into().unwrap();
            let text: &str = text;
            let text = &text[1..text.len() - 1];
            let said =
                |n: Option<BigRational>| n.map_or("x".to_owned(), |n| n.to_string());
            assert_eq!(said(parse_written(text).ok()), number, "{text}");
            assert_eq!(said(crate::rupiah::parse_rupiah(text).ok()), money, "{text}");
            let counted = parse_count(text).ok();
            assert_eq!(
                counted.map_or("x".to_owned(), |n| n.to_string()),
                count,
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_of_programs_there_and_back() {
        for (text, whole, part) in
            [("1.234", 1234, 1000), ("-0.5", -1, 2), ("100", 100, 1), ("0", 0, 1)]
        {
            let number = BigRational::new(whole.into(), part.into());
            assert_eq!(parse_plain(text), Ok(number.clone()), "{text}");
            assert_eq!(format_plain(&number, 6), text);
        }
        assert_eq!(parse_plain("1.234,5"), parse_number("1234,5"));
        assert_eq!(parse_plain("1.250.000"), parse_number("1250000"));
        assert_eq!(parse_plain("1,5"), parse_number("1,5"));
    }

    #[test]
    fn vectors_30_39_40() {
        assert_eq!(format_decimal(&r(123_456_789, 100), 2), "1.234.567,89");
        assert_eq!(format_number(12_500), "12.500");
        assert_eq!(format_decimal_short(&r(1, 2), 2), "0,5");
    }

    #[test]
    fn grouping_and_signs() {
        for (value, text) in
            [(0_i64, "0"), (999, "999"), (1000, "1.000"), (-1_234_567, "-1.234.567")]
        {
            assert_eq!(format_number(value), text);
        }
        assert_eq!(format_number(u64::MAX), "18.446.744.073.709.551.615");
        assert_eq!(format_decimal(&r(-1, 1000), 2), "0,00");
        assert_eq!(format_decimal(&r(-5, 1000), 2), "-0,01");
        assert_eq!(format_decimal(&r(5, 2), 0), "3");
        assert_eq!(format_decimal_short(&r(100, 1), 2), "100");
        assert_eq!(format_decimal_short(&r(1000, 1), 0), "1.000");
    }

    #[test]
    fn reads_what_people_type() {
        for (text, value) in [
            ("1.234,5", r(12345, 10)),
            ("1234.5", r(12345, 10)),
            ("1,234.5", r(12345, 10)),
            ("12 %", r(12, 1)),
            ("1.250.000", r(1_250_000, 1)),
            ("1,250,000", r(1_250_000, 1)),
            (" 87,50%", r(875, 10)),
            ("1.234", r(1234, 1)),
            ("1,234", r(1234, 1000)),
            ("0.125", r(1, 8)),
            ("12.50", r(25, 2)),
            ("1234.567", r(1_234_567, 1000)),
            ("\u{a0}-7 ", r(-7, 1)),
            ("\u{2212}7,5", r(-15, 2)),
            ("+3", r(3, 1)),
            ("007", r(7, 1)),
        ] {
            assert_eq!(parse_number(text), Ok(value), "{text:?}");
        }
    }

    #[test]
    fn refuses_what_is_not_sure() {
        use NumberError as G;
        for (text, error) in [
            ("", G::Empty),
            (" - ", G::Empty),
            ("%", G::Empty),
            ("12 orang", G::NotANumber(' ')),
            ("n/a", G::NotANumber('n')),
            ("1 234", G::NotANumber(' ')),
            ("1.23.456", G::UnclearSeparators),
            ("1.2345,6", G::UnclearSeparators),
            ("1,2,3.4", G::UnclearSeparators),
            ("1.234,5,6", G::UnclearSeparators),
            ("1.234.567.", G::UnclearSeparators),
            (",5", G::UnclearSeparators),
            ("5,", G::UnclearSeparators),
            (".", G::UnclearSeparators),
        ] {
            assert_eq!(parse_number(text), Err(error), "{text:?}");
        }
        assert_eq!(parse_number(&"9".repeat(500)), Err(G::TooLong));
    }

    #[test]
    fn counts_are_whole_and_not_negative() {
        assert_eq!(parse_count("7.412"), Ok(7412));
        assert_eq!(parse_count("7412.0"), Ok(7412));
        assert_eq!(parse_count("7,5"), Err(NumberError::NotWhole));
        assert_eq!(parse_count("-1"), Err(NumberError::Negative));
        assert_eq!(parse_count("80%"), Err(NumberError::Percentage));
    }

    #[test]
    fn one_comma_before_three_digits_is_not_guessed() {
        for text in ["2,284", "250,000", " -2,284", "+12,500", "86,125"] {
            assert_eq!(parse_written(text), Err(NumberError::AmbiguousComma), "{text}");
        }
        assert_eq!(parse_count("250,000"), Err(NumberError::AmbiguousComma));
        for (text, value) in [
            ("0,125", r(1, 8)),
            ("-0,125", r(-1, 8)),
            ("2,2840", r(2284, 1000)),
            ("2,28", r(228, 100)),
            ("1234,567", r(1_234_567, 1000)),
            ("1.234,567", r(1_234_567, 1000)),
            ("1,250,000", r(1_250_000, 1)),
            ("2,284.0", r(2284, 1)),
            ("86,125%", r(86_125, 1000)),
            ("86,125 %", r(86_125, 1000)),
            ("2.284", r(2284, 1)),
        ] {
            assert_eq!(parse_written(text), Ok(value), "{text}");
        }
        let both = ambiguous_comma("Rp2,284,-").unwrap();
        assert_eq!(
            [&*both.plain, &*both.grouped, &*both.decimal],
            ["2284", "2.284", "2,2840"]
        );
    }

    #[test]
    fn numeric_cells() {
        assert_eq!(from_f64(1.234), Some(r(1234, 1000)));
        assert_eq!(from_f64(0.1), Some(r(1, 10)));
        assert_eq!(from_f64(-0.5), Some(r(-1, 2)));
        assert_eq!(from_f64(6931.0), Some(r(6931, 1)));
        assert_eq!(from_f64(f64::NAN), None);
        assert_eq!(to_spreadsheet(&r(8611, 100)), Some(86.11));
        assert_eq!(to_spreadsheet(&r(1, 3)), Some(1.0 / 3.0));
        assert_eq!(
            to_spreadsheet(&r(999_999_999_999_999, 1)),
            Some(999_999_999_999_999.0)
        );
        assert_eq!(to_spreadsheet(&r(1_000_000_000_000_001, 1)), None);
    }

    #[test]
    fn measures_with_a_comma_or_a_point() {
        for (text, value) in
            [("12,5", 12.5), ("12.5", 12.5), ("1.125", 1.125), ("210", 210.0)]
        {
            assert_eq!(parse_measure(text), Ok(value), "{text}");
        }
        assert_eq!(parse_measure("5%"), Err(NumberError::Percentage));
        assert!(parse_measure("1e3").is_err() && parse_measure("inf").is_err());
        assert_eq!(format_measure(1.15), "1,15");
        assert_eq!(format_measure(1000.0), "1.000");
    }

    proptest! {
        #[test]
        fn printed_numbers_read_back(value in any::<i64>(), places in 1_u8..6) {
            let original = BigRational::new(value.into(), BigInt::from(10).pow(places.into()));
            prop_assert_eq!(parse_number(&format_decimal(&original, places)), Ok(original));
            prop_assert_eq!(parse_number(&format_number(value)), Ok(BigRational::from_integer(value.into())));
        }

        #[test]
        fn any_text_is_answered(text in ".{0,40}") {
            let _ = parse_number(&text);
        }
    }
}
