//! Money: `Rp1.234.567`, capital R, small p, no dot, no blank (government infographic,
//! `naskah-dinas.md` 2.2). A negative amount is `-Rp50.000`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::number::{
    NumberError, format_decimal, format_number, parse_number, round_scaled,
};
use super::terbilang::terbilang;

/// A whole amount in rupiah: "Rp1.234.567".
pub fn format_rupiah(nilai: impl Into<i128>) -> String {
    let nilai: i128 = nilai.into();
    pasang(&format_number(nilai))
}

/// An amount with exactly two places of sen: "Rp1.234.567,00".
pub fn format_rupiah_sen(nilai: &BigRational) -> String {
    pasang(&format_decimal(nilai, 2))
}

/// An amount that shows sen only when there are any.
pub fn format_rupiah_short(nilai: &BigRational) -> String {
    let tempat = if nilai.is_integer() { 0 } else { 2 };
    pasang(&format_decimal(nilai, tempat))
}

/// Figures and words, as acts and receipts print them: "Rp1.250.000 (satu juta dua ratus
/// lima puluh ribu rupiah)".
pub fn rupiah_with_words(nilai: i64) -> String {
    format!("{} ({})", format_rupiah(nilai), rupiah_in_words(nilai))
}

/// A whole amount in words: "lima ribu rupiah".
pub fn rupiah_in_words(nilai: i64) -> String {
    format!("{} rupiah", terbilang(nilai))
}

/// An amount in words with its sen when there are any: "seribu rupiah lima puluh sen"
/// (practice; the other habit, "koma lima nol", is not used here). `None` beyond the
/// range of [`terbilang`].
pub fn rupiah_sen_in_words(nilai: &BigRational) -> Option<String> {
    let sen = round_scaled(&nilai.abs(), 2);
    let seratus = BigInt::from(100);
    let bulat = (&sen / &seratus).to_i64()?;
    let sisa = (&sen % &seratus).to_i64()?;
    let minus = if nilai.is_negative() && !sen.is_zero() { "minus " } else { "" };
    Some(match sisa {
        0 => format!("{minus}{}", rupiah_in_words(bulat)),
        _ => format!("{minus}{} {} sen", rupiah_in_words(bulat), terbilang(sisa)),
    })
}

/// Reads an amount as offices write it: "Rp1.250.000", "Rp. 1.250.000,00",
/// "Rp 1.250.000,-", or a bare number by the rules of [`parse_number`].
pub fn parse_rupiah(teks: &str) -> Result<BigRational, NumberError> {
    let isi = teks.trim();
    let (negatif, isi) = match isi.strip_prefix('-') {
        Some(sisa) => (true, sisa.trim_start()),
        None => (false, isi),
    };
    let isi = match isi.get(..2) {
        Some(awal) if awal.eq_ignore_ascii_case("rp") => {
            isi[2..].strip_prefix('.').unwrap_or(&isi[2..]).trim_start()
        }
        _ => isi,
    };
    let isi =
        isi.strip_suffix(",-").or_else(|| isi.strip_suffix(",\u{2013}")).unwrap_or(isi);
    if isi.ends_with('%') {
        return Err(NumberError::Percentage);
    }
    let nilai = parse_number(isi)?;
    if negatif && nilai.is_negative() {
        return Err(NumberError::NotANumber('-'));
    }
    Ok(if negatif { -nilai } else { nilai })
}

/// Puts `Rp` between the sign and the digits.
fn pasang(angka: &str) -> String {
    match angka.strip_prefix('-') {
        Some(mutlak) => format!("-Rp{mutlak}"),
        None => format!("Rp{angka}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn r(pembilang: i64, penyebut: i64) -> BigRational {
        BigRational::new(pembilang.into(), penyebut.into())
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
        for teks in
            ["Rp1.250.000", "Rp. 1.250.000,00", "RP 1.250.000,-", "1250000", "1,250,000"]
        {
            assert_eq!(parse_rupiah(teks), Ok(r(1_250_000, 1)), "{teks}");
        }
        assert_eq!(parse_rupiah("-Rp50.000"), Ok(r(-50_000, 1)));
        assert_eq!(parse_rupiah("-Rp-5"), Err(NumberError::NotANumber('-')));
        assert_eq!(parse_rupiah("Rp"), Err(NumberError::Empty));
        assert_eq!(parse_rupiah("12%"), Err(NumberError::Percentage));
        assert_eq!(parse_rupiah("Rp1 . 800"), Err(NumberError::NotANumber(' ')));
    }
}
