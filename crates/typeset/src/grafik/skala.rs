//! The axis of the values: from nought to a round number, marked at round steps.

use num_rational::BigRational;
use num_traits::ToPrimitive;

use crate::document::Grafik;
use bahasa::{format_decimal_short, from_f64};

/// Steps that people count in.
const LANGKAH: [f64; 5] = [1.0, 2.0, 2.5, 5.0, 10.0];

/// Steps between the ends of an axis at most.
const PALING: f64 = 5.0;

/// The axis of the values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Skala {
    /// Where it ends; above 0.
    pub(super) maks: f64,
    /// Marks from 0 to the end, with what is printed at them.
    pub(super) tanda: Vec<(f64, String)>,
}

impl Skala {
    /// The axis of a chart: to the given end, to 100 for percentages, or to the next round
    /// number above the largest value, whichever is the largest.
    pub(super) fn untuk(grafik: &Grafik) -> Self {
        let values = grafik.seri.iter().flat_map(|seri| &seri.nilai);
        let target = grafik.target.iter().map(|t| &t.nilai);
        let largest = values
            .filter_map(|n| n.angka())
            .chain(target)
            .map(bilangan)
            .fold(0.0, f64::max);
        let given = grafik.maks.as_ref().map(bilangan).filter(|m| *m > 0.0);
        let end = match given {
            None if grafik.satuan.trim() == "%" => Some(100.0),
            other => other,
        };
        match end {
            Some(end) if largest <= end => Self::sampai(end, &grafik.satuan),
            _ => Self::bulat(largest, &grafik.satuan),
        }
    }

    /// An axis that ends at a number somebody chose.
    fn sampai(maks: f64, satuan: &str) -> Self {
        Self { maks, tanda: tanda(maks, langkah(maks), satuan) }
    }

    /// An axis that ends at a round number.
    fn bulat(largest: f64, satuan: &str) -> Self {
        let largest = if largest > 0.0 { largest } else { 1.0 };
        let step = langkah(largest);
        let maks = (largest / step - 1e-9).ceil().max(1.0) * step;
        Self { maks, tanda: tanda(maks, step, satuan) }
    }

    /// How far along the axis a value lies, 0 to 1.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn bagian(&self, nilai: &BigRational) -> f32 {
        (bilangan(nilai) / self.maks).clamp(0.0, 1.0) as f32
    }
}

fn bilangan(nilai: &BigRational) -> f64 {
    nilai.to_f64().filter(|n| n.is_finite()).unwrap_or_default()
}

/// The smallest round step that needs no more than [`PALING`] of it.
fn langkah(end: f64) -> f64 {
    let power = 10f64.powf((end / PALING).log10().floor());
    let round = LANGKAH.iter().map(|n| n * power).find(|n| end / n <= PALING + 1e-9);
    round.unwrap_or(power * 10.0)
}

fn tanda(maks: f64, step: f64, satuan: &str) -> Vec<(f64, String)> {
    // A unit of several letters at every mark would only be in the way.
    let unit = if satuan.trim() == "%" { "%" } else { "" };
    let mut marks = Vec::new();
    let mut count = 0.0;
    while count * step <= maks * (1.0 + 1e-9) {
        let value = count * step;
        // Steps are short decimals; the last digit of a binary product is not theirs.
        let rounded = (value * 1e6).round() / 1e6;
        let printed =
            from_f64(rounded).map(|n| format_decimal_short(&n, 6)).unwrap_or_default();
        marks.push((value, format!("{printed}{unit}")));
        count += 1.0;
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(skala: &Skala) -> Vec<&str> {
        skala.tanda.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn axes_end_at_round_numbers() {
        let axis = Skala::bulat(137.4, "%");
        assert_eq!(printed(&axis), ["0%", "50%", "100%", "150%"]);
        let axis = Skala::bulat(12_345.0, " orang");
        assert_eq!(printed(&axis), ["0", "2.500", "5.000", "7.500", "10.000", "12.500"]);
        assert_eq!(printed(&Skala::bulat(0.37, "")), ["0", "0,1", "0,2", "0,3", "0,4"]);
        assert_eq!(printed(&Skala::bulat(0.0, "")).first(), Some(&"0"));
        assert_eq!(printed(&Skala::bulat(10.0, "")).last(), Some(&"10"));
    }

    #[test]
    fn a_chosen_end_is_kept() {
        let axis = Skala::sampai(100.0, "%");
        assert_eq!(printed(&axis), ["0%", "20%", "40%", "60%", "80%", "100%"]);
        let axis = Skala::sampai(110.0, "%");
        assert!((axis.maks - 110.0).abs() < 1e-9);
        assert_eq!(printed(&axis).last(), Some(&"100%"));
    }
}
