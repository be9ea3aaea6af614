//! Percentages: decimal comma, no blank before the sign ("87,50%").

use num_rational::BigRational;

use super::number::format_decimal;

/// What a table prints where a percentage does not exist (0 of 0 served): not 0%.
pub const NOTHING: &str = "-";

/// A percentage (in points, 87.5 for 87,50%) with `places` places, rounded half away
/// from zero. A column uses one number of places for all its rows.
///
/// Plain rounding: 99.995 prints "100,00%". The SPM index never goes through here but
/// through `spm::Percent`, which does not round up into a category.
pub fn format_percent(value: &BigRational, places: u8) -> String {
    format!("{}%", format_decimal(value, places))
}

/// The part of a whole as a percentage, or [`NOTHING`] when the whole is zero.
pub fn format_ratio(part: u64, whole: u64, places: u8) -> String {
    if whole == 0 {
        return NOTHING.to_owned();
    }
    let value = BigRational::new(part.into(), whole.into());
    format_percent(&(value * BigRational::from_integer(100.into())), places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn r(numerator: i64, denominator: i64) -> BigRational {
        BigRational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn vectors_35_to_38() {
        assert_eq!(format_percent(&r(66_665, 1000), 2), "66,67%");
        assert_eq!(format_percent(&r(99_995, 1000), 2), "100,00%");
        assert_eq!(format_percent(&r(100, 1), 0), "100%");
        assert_eq!(format_percent(&r(100, 1), 2), "100,00%");
        assert_eq!(format_ratio(0, 0, 2), "-");
    }

    #[test]
    fn ratios() {
        assert_eq!(format_ratio(2, 3, 2), "66,67%");
        assert_eq!(format_ratio(0, 3, 2), "0,00%");
        assert_eq!(format_percent(&r(-5, 2), 0), "-3%");
    }
}
