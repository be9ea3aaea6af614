//! The axis of the values: from nought to a round number, marked at round steps.

use num_rational::BigRational;
use num_traits::ToPrimitive;

use crate::document::Chart;
use bahasa::{format_decimal_short, from_f64};

/// Steps that people count in.
const STEPS: [f64; 5] = [1.0, 2.0, 2.5, 5.0, 10.0];

/// Steps between the ends of an axis at most.
const MOST: f64 = 5.0;

/// The axis of the values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// Where it ends; above 0.
    pub(super) max: f64,
    /// Marks from 0 to the end, with what is printed at them.
    pub(super) marks: Vec<(f64, String)>,
}

impl Scale {
    /// The axis of a chart: to the given end, to 100 for percentages, or to the next round
    /// number above the largest value, whichever is the largest.
    pub(super) fn for_chart(chart: &Chart) -> Self {
        let values = chart.series.iter().flat_map(|series| &series.values);
        let target = chart.target.iter().map(|t| &t.value);
        let largest = values
            .filter_map(|n| n.number())
            .chain(target)
            .map(float)
            .fold(0.0, f64::max);
        let given = chart.max.as_ref().map(float).filter(|m| *m > 0.0);
        let end = match given {
            None if chart.unit.trim() == "%" => Some(100.0),
            other => other,
        };
        match end {
            Some(end) if largest <= end => Self::up_to(end, &chart.unit),
            _ => Self::round(largest, &chart.unit),
        }
    }

    /// An axis that ends at a number somebody chose.
    fn up_to(max: f64, unit: &str) -> Self {
        Self { max, marks: marks(max, step(max), unit) }
    }

    /// An axis that ends at a round number.
    fn round(largest: f64, unit: &str) -> Self {
        let largest = if largest > 0.0 { largest } else { 1.0 };
        let step = step(largest);
        let max = (largest / step - 1e-9).ceil().max(1.0) * step;
        Self { max, marks: marks(max, step, unit) }
    }

    /// How far along the axis a value lies, 0 to 1.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn part(&self, value: &BigRational) -> f32 {
        (float(value) / self.max).clamp(0.0, 1.0) as f32
    }
}

fn float(value: &BigRational) -> f64 {
    value.to_f64().filter(|n| n.is_finite()).unwrap_or_default()
}

/// The smallest round step that needs no more than [`MOST`] of it.
fn step(end: f64) -> f64 {
    // Multiplied and divided: logarithms differ in their last digit between systems.
    let least = (end / MOST).max(f64::MIN_POSITIVE);
    let mut power = 1.0;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    while power > least {
        power /= 10.0;
    }
    let round = STEPS.iter().map(|n| n * power).find(|n| end / n <= MOST + 1e-9);
    round.unwrap_or(power * 10.0)
}

fn marks(max: f64, step: f64, unit: &str) -> Vec<(f64, String)> {
    // A unit of several letters at every mark would only be in the way.
    let unit = if unit.trim() == "%" { "%" } else { "" };
    let mut marks = Vec::new();
    let mut count = 0.0;
    while count * step <= max * (1.0 + 1e-9) {
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

    fn printed(scale: &Scale) -> Vec<&str> {
        scale.marks.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn axes_end_at_round_numbers() {
        let axis = Scale::round(137.4, "%");
        assert_eq!(printed(&axis), ["0%", "50%", "100%", "150%"]);
        let axis = Scale::round(12_345.0, " orang");
        assert_eq!(printed(&axis), ["0", "2.500", "5.000", "7.500", "10.000", "12.500"]);
        assert_eq!(printed(&Scale::round(0.37, "")), ["0", "0,1", "0,2", "0,3", "0,4"]);
        assert_eq!(printed(&Scale::round(0.0, "")).first(), Some(&"0"));
        assert_eq!(printed(&Scale::round(10.0, "")).last(), Some(&"10"));
    }

    #[test]
    fn a_chosen_end_is_kept() {
        let axis = Scale::up_to(100.0, "%");
        assert_eq!(printed(&axis), ["0%", "20%", "40%", "60%", "80%", "100%"]);
        let axis = Scale::up_to(110.0, "%");
        assert!((axis.max - 110.0).abs() < 1e-9);
        assert_eq!(printed(&axis).last(), Some(&"100%"));
    }
}
