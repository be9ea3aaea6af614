//! Numbers as Indonesian text (dot groups thousands, comma is the decimal sign), and
//! back from the texts that people type and spreadsheets export.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// Longest number accepted by [`parse_number`], in digits: far above any budget, and a
/// bound on the work a hostile file can ask for.
const DIGIT_TERBANYAK: usize = 60;

/// A whole number with grouped thousands: 12500 is "12.500".
pub fn format_number(nilai: impl Into<i128>) -> String {
    let nilai: i128 = nilai.into();
    let tanda = if nilai < 0 { "-" } else { "" };
    format!("{tanda}{}", kelompokkan(&nilai.unsigned_abs().to_string()))
}

/// A decimal number with exactly `tempat` places, rounded half away from zero:
/// 1234567.89 with two places is "1.234.567,89". The arithmetic is exact.
pub fn format_decimal(nilai: &BigRational, tempat: u8) -> String {
    tata(&round_scaled(nilai, tempat), tempat)
}

/// Like [`format_decimal`], with at most `tempat` places: zeros at the end are left out, so
/// that one half is "0,5" and one hundred is "100".
pub fn format_decimal_short(nilai: &BigRational, tempat: u8) -> String {
    let teks = format_decimal(nilai, tempat);
    if !teks.contains(',') {
        return teks;
    }
    teks.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Like [`format_decimal_short`], for machines: no grouping, and a point before the places.
pub fn format_plain(nilai: &BigRational, tempat: u8) -> String {
    let scaled = round_scaled(nilai, tempat);
    let sign = if scaled.is_negative() { "-" } else { "" };
    let digits = format!("{:0>1$}", scaled.abs(), usize::from(tempat) + 1);
    let (whole, places) = digits.split_at(digits.len() - usize::from(tempat));
    match places.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        places => format!("{sign}{whole}.{places}"),
    }
}

/// `nilai` times ten to the `tempat`, rounded to a whole number half away from zero.
///
/// Half away from zero because half-even and binary fractions give other last digits
/// than the applications officials compare with (practice, `naskah-dinas.md` 2.2).
pub fn round_scaled(nilai: &BigRational, tempat: u8) -> BigInt {
    let skala = BigInt::from(10).pow(u32::from(tempat));
    (nilai * BigRational::from_integer(skala)).round().to_integer()
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
            Self::NotANumber(huruf) => write!(f, "`{huruf}` bukan bagian dari angka"),
            Self::UnclearSeparators => {
                f.write_str("letak titik dan koma tidak jelas; tulis seperti 1.234,5")
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
/// For text only: a numeric cell of a spreadsheet goes through [`dari_f64`], or 1.234
/// would become a thousand times itself on its way through a text.
///
/// # Errors
/// Any text outside these rules; nothing is guessed.
pub fn parse_number(teks: &str) -> Result<BigRational, NumberError> {
    let (isi, _) = lepas_persen(teks);
    let (negatif, isi) = match isi.strip_prefix(['-', '\u{2212}']) {
        Some(sisa) => (true, sisa.trim_start()),
        None => (false, isi.strip_prefix('+').unwrap_or(isi).trim_start()),
    };
    if isi.is_empty() {
        return Err(NumberError::Empty);
    }
    if let Some(asing) =
        isi.chars().find(|c| !c.is_ascii_digit() && !matches!(c, '.' | ','))
    {
        return Err(NumberError::NotANumber(asing));
    }
    if isi.len() > DIGIT_TERBANYAK * 2
        || isi.bytes().filter(u8::is_ascii_digit).count() > DIGIT_TERBANYAK
    {
        return Err(NumberError::TooLong);
    }
    let (bulat, pecahan) = pisahkan(isi).ok_or(NumberError::UnclearSeparators)?;
    let digit = format!("{bulat}{pecahan}");
    let pembilang: BigInt = digit.parse().map_err(|_| NumberError::UnclearSeparators)?;
    let tempat = u32::try_from(pecahan.len()).map_err(|_| NumberError::TooLong)?;
    let nilai = BigRational::new(pembilang, BigInt::from(10).pow(tempat));
    Ok(if negatif { -nilai } else { nilai })
}

/// Reads a number as programs write it: one dot alone is the decimal sign, whatever follows
/// ("1.234" is a little over one). All else is read by the rules of [`parse_number`].
///
/// # Errors
/// As [`parse_number`].
pub fn parse_plain(teks: &str) -> Result<BigRational, NumberError> {
    match teks.split_once('.') {
        Some((whole, places)) if !places.contains('.') && !teks.contains(',') => {
            parse_number(&format!("{whole},{places}"))
        }
        _ => parse_number(teks),
    }
}

/// The decimal number a spreadsheet shows for a numeric cell: the shortest one that is
/// stored as this value (0.1 is one tenth). `None` for what is no number.
pub fn from_f64(nilai: f64) -> Option<BigRational> {
    if !nilai.is_finite() {
        return None;
    }
    // Rust prints the shortest digits that read back, without exponent or grouping.
    let teks = format!("{nilai}");
    let (bulat, pecahan) = teks.split_once('.').unwrap_or((&teks, ""));
    let pembilang: BigInt = format!("{bulat}{pecahan}").parse().ok()?;
    let tempat = u32::try_from(pecahan.len()).ok()?;
    Some(BigRational::new(pembilang, BigInt::from(10).pow(tempat)))
}

/// Reads a count (people, goods): a whole number from zero up, written in any way that
/// [`parse_number`] accepts except as a percentage.
pub fn parse_count(teks: &str) -> Result<u64, NumberError> {
    if lepas_persen(teks).1 {
        return Err(NumberError::Percentage);
    }
    let nilai = parse_number(teks)?;
    if nilai.is_negative() {
        return Err(NumberError::Negative);
    }
    if !nilai.is_integer() {
        return Err(NumberError::NotWhole);
    }
    nilai.to_integer().to_u64().ok_or(NumberError::TooLong)
}

/// The text without blanks around and without `%`, and whether there was one.
fn lepas_persen(teks: &str) -> (&str, bool) {
    let isi = teks.trim();
    isi.strip_suffix('%').map_or((isi, false), |sisa| (sisa.trim_end(), true))
}

/// Digits before and after the decimal sign, or `None` where the separators disagree.
fn pisahkan(isi: &str) -> Option<(String, &str)> {
    let titik = isi.bytes().filter(|b| *b == b'.').count();
    let koma = isi.bytes().filter(|b| *b == b',').count();
    let (kelompok, desimal) = match (titik, koma) {
        (0, 0) => return Some((isi.to_owned(), "")),
        (0, 1) => (None, Some(',')),
        (1, 0) if titik_mengelompokkan(isi) => (Some('.'), None),
        (1, 0) => (None, Some('.')),
        (_, 0) => (Some('.'), None),
        (0, _) => (Some(','), None),
        _ if isi.rfind(',') > isi.rfind('.') => (Some('.'), Some(',')),
        _ => (Some(','), Some('.')),
    };
    let (kiri, pecahan) = match desimal {
        Some(tanda) => isi.split_once(tanda)?,
        None => (isi, ""),
    };
    let pecahan_sah = match desimal {
        Some(_) => !pecahan.is_empty() && pecahan.bytes().all(|b| b.is_ascii_digit()),
        None => true,
    };
    if !pecahan_sah || kiri.is_empty() {
        return None;
    }
    let Some(kelompok) = kelompok else {
        return Some((kiri.to_owned(), pecahan));
    };
    let mut bagian = kiri.split(kelompok);
    let awal = bagian.next()?;
    let sah = (1..=3).contains(&awal.len()) && bagian.all(|b| b.len() == 3);
    sah.then(|| (kiri.replace(kelompok, ""), pecahan))
}

fn titik_mengelompokkan(isi: &str) -> bool {
    isi.split_once('.').is_some_and(|(kiri, kanan)| {
        kanan.len() == 3 && (1..=3).contains(&kiri.len()) && !kiri.starts_with('0')
    })
}

/// Prints a number that was scaled by ten to the `tempat`.
fn tata(terskala: &BigInt, tempat: u8) -> String {
    let tempat = usize::from(tempat);
    let tanda = if terskala.is_negative() { "-" } else { "" };
    let mutlak = if terskala.is_zero() { BigInt::zero() } else { terskala.abs() };
    let digit =
        format!("{mutlak:0>lebar$}", mutlak = mutlak.to_string(), lebar = tempat + 1);
    let (bulat, pecahan) = digit.split_at(digit.len() - tempat);
    let koma = if pecahan.is_empty() { "" } else { "," };
    format!("{tanda}{}{koma}{pecahan}", kelompokkan(bulat))
}

/// Puts a dot before every third digit from the right.
fn kelompokkan(digit: &str) -> String {
    let mut hasil = String::with_capacity(digit.len() + digit.len() / 3);
    for (urut, huruf) in digit.chars().enumerate() {
        if urut > 0 && (digit.len() - urut).is_multiple_of(3) {
            hasil.push('.');
        }
        hasil.push(huruf);
    }
    hasil
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn r(pembilang: i64, penyebut: i64) -> BigRational {
        BigRational::new(pembilang.into(), penyebut.into())
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
        for (nilai, teks) in
            [(0_i64, "0"), (999, "999"), (1000, "1.000"), (-1_234_567, "-1.234.567")]
        {
            assert_eq!(format_number(nilai), teks);
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
        for (teks, nilai) in [
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
            assert_eq!(parse_number(teks), Ok(nilai), "{teks:?}");
        }
    }

    #[test]
    fn refuses_what_is_not_sure() {
        use NumberError as G;
        for (teks, galat) in [
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
            assert_eq!(parse_number(teks), Err(galat), "{teks:?}");
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
    fn numeric_cells() {
        assert_eq!(from_f64(1.234), Some(r(1234, 1000)));
        assert_eq!(from_f64(0.1), Some(r(1, 10)));
        assert_eq!(from_f64(-0.5), Some(r(-1, 2)));
        assert_eq!(from_f64(6931.0), Some(r(6931, 1)));
        assert_eq!(from_f64(f64::NAN), None);
    }

    proptest! {
        #[test]
        fn printed_numbers_read_back(nilai in any::<i64>(), tempat in 1_u8..6) {
            let asli = BigRational::new(nilai.into(), BigInt::from(10).pow(tempat.into()));
            prop_assert_eq!(parse_number(&format_decimal(&asli, tempat)), Ok(asli));
            prop_assert_eq!(parse_number(&format_number(nilai)), Ok(BigRational::from_integer(nilai.into())));
        }

        #[test]
        fn any_text_is_answered(teks in ".{0,40}") {
            let _ = parse_number(&teks);
        }
    }
}
