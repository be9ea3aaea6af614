//! A percentage of the index, kept exact and printed so that it never seems to have
//! reached a threshold it has not reached.

use std::borrow::Borrow;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Serialize, Serializer};

use bahasa::number::{format_decimal, round_scaled};

/// The thresholds of the categories above the lowest, in points.
const THRESHOLDS: [u32; 5] = [60, 70, 80, 90, 100];

/// A percentage in points (87.5 for 87,50 %), exact. It may be above 100 where
/// over-achievement is not capped, and below zero for a difference.
///
/// Printing: two places, half away from zero, with one exception: a value under a
/// threshold of the categories (60, 70, 80, 90, 100; the catalog is checked for it) is
/// never rounded up to it, so 99.995 prints "99.99" and 89.996 "89.99", while 74.996 is
/// "75.00": a reader who sees "90,00" must be able to trust that the category
/// of 90 applies: classification is on the exact value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(BigRational);

impl Percent {
    /// A percentage from its points.
    pub fn new(value: BigRational) -> Self {
        Self(value)
    }

    /// Nothing reached.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// Everything reached.
    pub fn hundred() -> Self {
        Self::from(100)
    }

    /// A part of a whole; `None` when the whole is zero, for which no percentage exists.
    pub fn ratio(parts: &BigRational, seluruh: &BigRational) -> Option<Self> {
        (!seluruh.is_zero())
            .then(|| Self(parts / seluruh * BigRational::from_integer(100.into())))
    }

    /// The plain mean; `None` of nothing.
    pub fn mean(all: &[Self]) -> Option<Self> {
        Self::mean_of(all)
    }

    /// The same of percentages wherever they stand.
    pub fn mean_of<P: Borrow<Self>>(all: impl IntoIterator<Item = P>) -> Option<Self> {
        let nothing = (BigRational::zero(), 0_u64);
        let (sum, count) = all
            .into_iter()
            .fold(nothing, |(sum, count), one| (sum + one.borrow().value(), count + 1));
        (count > 0).then(|| Self(sum / BigRational::from_integer(count.into())))
    }

    /// The exact points.
    pub fn value(&self) -> &BigRational {
        &self.0
    }

    /// The value as it is printed, for policies that round at each level.
    #[must_use]
    pub fn rounded(&self) -> Self {
        Self(BigRational::new(self.hundredths_exact(), BigInt::from(100)))
    }

    /// Whether printing held the value back under a threshold that plain rounding would
    /// have shown; holds that threshold.
    pub fn held_below(&self) -> Option<Self> {
        let biasa = round_scaled(&self.0, 2);
        (biasa != self.hundredths_exact())
            .then(|| Self(BigRational::new(biasa, BigInt::from(100))))
    }

    /// Whether this value may be a threshold: one that printing respects, or zero, under
    /// which there is nothing.
    pub fn can_be_threshold(&self) -> bool {
        self.0.is_zero() || THRESHOLDS.iter().any(|at| *self == Self::from(*at))
    }

    /// The value, at most 100.
    #[must_use]
    pub fn capped(self) -> Self {
        self.min(Self::hundred())
    }

    /// The printed value in hundredths of a point, to put values in order.
    pub fn hundredths(&self) -> Option<i64> {
        num_traits::ToPrimitive::to_i64(&self.hundredths_exact())
    }

    /// The largest value with two places under this one.
    #[must_use]
    pub fn largest_below(&self) -> Self {
        Self(&self.0 - BigRational::new(1.into(), 100.into()))
    }

    /// How far this value is above `other`, in points.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// As documents print it: "86,43%".
    pub fn printed(&self) -> String {
        format!("{}%", self.angka())
    }

    /// As documents print it in a column of percentages: "86,43". What is not nought never reads
    /// as nought: 1 of 100.000 is "0,001".
    pub fn angka(&self) -> String {
        let nought = |places: &u8| round_scaled(&self.0, *places).is_zero();
        if self.0.is_zero() || !nought(&2) {
            return format_decimal(&self.rounded().0, 2);
        }
        let places =
            (3..MOST_PLACES).find(|places| !nought(places)).unwrap_or(MOST_PLACES);
        format_decimal(&self.0, places)
    }

    /// Hundredths of a point under the rule of the type.
    fn hundredths_exact(&self) -> BigInt {
        let bulat = round_scaled(&self.0, 2);
        let at_threshold = THRESHOLDS.iter().any(|at| bulat == BigInt::from(at * 100));
        let rise = BigRational::new(bulat.clone(), BigInt::from(100)) > self.0;
        if at_threshold && rise { bulat - 1 } else { bulat }
    }
}

/// Places after which even a part of a whole daerah is none.
const MOST_PLACES: u8 = 9;

impl From<u32> for Percent {
    fn from(value: u32) -> Self {
        Self(BigRational::from_integer(value.into()))
    }
}

impl fmt::Display for Percent {
    /// Two places with a decimal point, for machines: "86.43".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths_exact();
        let digits = format!("{:0>3}", hundredths.abs());
        let (whole, places) = digits.split_at(digits.len() - 2);
        let sign = if hundredths.is_negative() { "-" } else { "" };
        write!(f, "{sign}{whole}.{places}")
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn p(numerator: i64, denominator: i64) -> Percent {
        Percent::new(BigRational::new(numerator.into(), denominator.into()))
    }

    #[test]
    fn printing() {
        for (value, text) in [
            (p(66_665, 1000), "66.67"),
            (p(8643, 100), "86.43"),
            (p(99_995, 1000), "99.99"),
            (p(89_996, 1000), "89.99"),
            (p(93_996, 1000), "94.00"),
            (p(74_996, 1000), "75.00"),
            (p(4_996, 1000), "5.00"),
            (p(59_996, 1000), "59.99"),
            (p(69_996, 1000), "69.99"),
            (p(79_996, 1000), "79.99"),
            (p(104_996, 1000), "105.00"),
            (p(109_996, 1000), "110.00"),
            (p(90, 1), "90.00"),
            (p(900_001, 10_000), "90.00"),
            (p(100, 1), "100.00"),
            (p(123_456, 1), "123456.00"),
            (p(-1, 1000), "0.00"),
            (p(-5, 2), "-2.50"),
        ] {
            assert_eq!(value.to_string(), text);
        }
        assert_eq!(p(8643, 100).printed(), "86,43%");
        // 1 of 100.000 is not nought.
        assert_eq!(p(1, 1000).printed(), "0,001%");
        assert_eq!(p(-8, 10_000).printed(), "-0,001%");
        assert_eq!(p(5, 1000).printed(), "0,01%");
        assert_eq!(p(0, 1).printed(), "0,00%");
        assert_eq!(p(99_995, 1000).held_below(), Some(Percent::hundred()));
        assert_eq!(p(99_994, 1000).held_below(), None);
    }

    #[test]
    fn ratios() {
        let r = |n: i64| BigRational::from_integer(n.into());
        assert_eq!(Percent::ratio(&r(0), &r(0)), None);
        assert_eq!(Percent::ratio(&r(1), &r(8)), Some(p(25, 2)));
        assert_eq!(Percent::mean(&[]), None);
        assert_eq!(Percent::mean(&[p(1, 1), p(2, 1)]), Some(p(3, 2)));
    }

    proptest! {
        #[test]
        fn rounding_keeps_order(a in 0_i64..2_000_000, b in 0_i64..2_000_000) {
            let (a, b) = (p(a.min(b), 7919), p(a.max(b), 7919));
            prop_assert!(a.rounded() <= b.rounded());
        }

        #[test]
        fn a_threshold_is_printed_only_when_reached(a in 0_i64..20_000_000) {
            let value = p(a, 199_999);
            let print = value.rounded();
            prop_assert!(!print.can_be_threshold() || value >= print);
        }
    }
}
