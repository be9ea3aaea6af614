//! Money: `Rp1.234.567`, capital R, small p, no dot, no blank (government infographic,
//! `naskah-dinas.md` 2.2). A negative amount is `-Rp50.000`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::number::{
    NumberError, format_decimal, format_number, parse_written, round_scaled,
};
use super::terbilang::terbilang;

/// A whole amount in rupiah: "Rp1.234.567".
pub fn format_rupiah(value: impl Into<i128>) -> String {
    let value: i128 = value.into();
    prefixed(&format_number(value))
}

/// An amount with exactly two places of sen: "Rp1.234.567,00".
pub fn format_rupiah_sen(value: &BigRational) -> String {
    prefixed(&format_decimal(value, 2))
}

/// An amount that shows sen only when there are any.
pub fn format_rupiah_short(value: &BigRational) -> String {
    let places = if value.is_integer() { 0 } else { 2 };
    prefixed(&format_decimal(value, places))
}

/// Figures and words, as acts and receipts print them: "Rp1.250.000 (satu juta dua ratus
/// lima puluh ribu rupiah)".
pub fn rupiah_with_words(value: i64) -> String {
    format!("{} ({})", format_rupiah(value), rupiah_in_words(value))
}

/// A whole amount in words: "lima ribu rupiah".
pub fn rupiah_in_words(value: i64) -> String {
    format!("{} rupiah", terbilang(value))
}

/// An amount in words with its sen when there are any: "seribu rupiah lima puluh sen"
/// (practice; the other habit, "koma lima nol", is not used here). `None` beyond the
/// range of [`terbilang`].
pub fn rupiah_sen_in_words(value: &BigRational) -> Option<String> {
    let sen = round_scaled(&value.abs(), 2);
    let hundred = BigInt::from(100);
    let whole = (&sen / &hundred).to_i64()?;
    let rest = (&sen % &hundred).to_i64()?;
    let minus = if value.is_negative() && !sen.is_zero() { "minus " } else { "" };
    Some(match rest {
        0 => format!("{minus}{}", rupiah_in_words(whole)),
        _ => format!("{minus}{} {} sen", rupiah_in_words(whole), terbilang(rest)),
    })
}

/// "750.0000", "0.125": one dot that parts neither thousands nor two places of sen.
fn is_unclear(body: &str) -> bool {
    body.split_once('.').is_some_and(|(whole, places)| {
        let digits = !body.contains(',') && places.bytes().all(|b| b.is_ascii_digit());
        digits && (places.len() > 3 || places.len() == 3 && whole.starts_with('0'))
    })
}

/// Reads an amount as offices write it: "Rp1.250.000", "Rp. 1.250.000,00",
/// "Rp 1.250.000,-", or a bare number by the rules of [`parse_written`].
pub fn parse_rupiah(text: &str) -> Result<BigRational, NumberError> {
    let body = text.trim();
    let (negative, body) = match body.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, body),
    };
    let body = match body.get(..2) {
        Some(first) if first.eq_ignore_ascii_case("rp") => {
            body[2..].strip_prefix('.').unwrap_or(&body[2..]).trim_start()
        }
        _ => body,
    };
    let body = body
        .strip_suffix(",-")
        .or_else(|| body.strip_suffix(",\u{2013}"))
        .unwrap_or(body);
    if body.ends_with('%') {
        return Err(NumberError::Percentage);
    }
    if is_unclear(body) {
        return Err(NumberError::UnclearSeparators);
    }
    let value = parse_written(body)?;
    if negative && value.is_negative() {
        return Err(NumberError::NotANumber('-'));
    }
    Ok(if negative { -value } else { value })
}

/// Puts `Rp` between the sign and the digits.
fn prefixed(digits: &str) -> String {
    match digits.strip_prefix('-') {
        Some(absolute) => format!("-Rp{absolute}"),
        None => format!("Rp{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn r(numerator: i64, denominator: i64) -> BigRational {
        BigRational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn vectors_31_to_34() {
        assert_eq!(format_rupiah_sen(&r(1_234_567, 1)), "Rp1.234.567,00");
        assert_eq!(
            rupiah_with_words(1_250_000),
            "Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)"
        );
        assert_eq!(format_rupiah(0), "Rp0");
        assert_eq!(format_rupiah(-50_000), "-Rp50.000");
    }

    #[test]
    fn sen() {
        assert_eq!(format_rupiah_short(&r(3, 2)), "Rp1,50");
        assert_eq!(format_rupiah_short(&r(1500, 1)), "Rp1.500");
        assert_eq!(
            rupiah_sen_in_words(&r(2001, 2)).as_deref(),
            Some("seribu rupiah lima puluh sen")
        );
        assert_eq!(rupiah_sen_in_words(&r(-5, 1)).as_deref(), Some("minus lima rupiah"));
    }

    #[test]
    fn reads_office_habits() {
        for text in
            ["Rp1.250.000", "Rp. 1.250.000,00", "RP 1.250.000,-", "1250000", "1,250,000"]
        {
            assert_eq!(parse_rupiah(text), Ok(r(1_250_000, 1)), "{text}");
        }
        assert_eq!(parse_rupiah("-Rp50.000"), Ok(r(-50_000, 1)));
        assert_eq!(parse_rupiah("-Rp-5"), Err(NumberError::NotANumber('-')));
        assert_eq!(parse_rupiah("Rp2,284"), Err(NumberError::AmbiguousComma));
        assert_eq!(parse_rupiah("Rp2,284,-"), Err(NumberError::AmbiguousComma));
        assert_eq!(parse_rupiah("Rp"), Err(NumberError::Empty));
        assert_eq!(parse_rupiah("12%"), Err(NumberError::Percentage));
        assert_eq!(parse_rupiah("Rp1 . 800"), Err(NumberError::NotANumber(' ')));
    }
}
