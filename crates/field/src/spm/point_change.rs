//! How a percentage has changed since an earlier one.

use std::cmp::Ordering;

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::percent::Percent;
use bahasa::number::format_decimal;

/// A change in points: the difference of what is printed, so that a reader who subtracts
/// finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointChange(Percent);

impl PointChange {
    /// The change from `past` to `now`.
    pub fn between(now: &Percent, past: &Percent) -> Self {
        Self(now.rounded().difference(&past.rounded()))
    }

    /// The same where both exist.
    pub fn between_known(now: Option<&Percent>, past: Option<&Percent>) -> Option<Self> {
        now.zip(past).map(|(now, past)| Self::between(now, past))
    }

    /// The difference with its sign.
    pub fn value(&self) -> &Percent {
        &self.0
    }

    /// Points with their sign, exact.
    pub fn signed_points(&self) -> &BigRational {
        self.0.value()
    }

    /// Points without sign, exact.
    pub fn points(&self) -> BigRational {
        self.signed_points().abs()
    }

    /// "3,82".
    pub fn printed(&self) -> String {
        format_decimal(&self.points(), 2)
    }

    /// "naik", "turun" or "tetap".
    pub fn direction(&self) -> &'static str {
        match self.signed_points().cmp(&BigRational::zero()) {
            Ordering::Less => "turun",
            Ordering::Equal => "tetap",
            Ordering::Greater => "naik",
        }
    }

    /// Where a value is that differs so much from its path: "di atas", "di bawah" or "tepat
    /// pada".
    pub fn position(&self) -> &'static str {
        match self.signed_points().cmp(&BigRational::zero()) {
            Ordering::Less => "di bawah",
            Ordering::Equal => "tepat pada",
            Ordering::Greater => "di atas",
        }
    }

    /// "2,70 poin di bawah", "tepat pada": what stands before "jalur target".
    pub fn distance(&self) -> String {
        match self.position() {
            "tepat pada" => "tepat pada".to_owned(),
            position => format!("{} poin {position}", self.printed()),
        }
    }

    /// For a column of changes: "+3,82", "\u{2212}0,50", "0,00".
    pub fn sign_word(&self) -> String {
        let sign = match self.direction() {
            "turun" => "\u{2212}",
            "naik" => "+",
            _ => "",
        };
        format!("{sign}{}", self.printed())
    }

    /// Inside a sentence: "naik 3,82 poin".
    pub fn sentence(&self) -> String {
        match self.direction() {
            "tetap" => "tidak berubah".to_owned(),
            arah => format!("{arah} {} poin", self.printed()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_finds_who_subtracts() {
        let p = |n: i64, d: i64| Percent::new(BigRational::new(n.into(), d.into()));
        // Exactly 0,005 points, but 73,42 and 73,43 are printed.
        let change = PointChange::between(&p(73_425, 1000), &p(73_420, 1000));
        assert_eq!(change.sentence(), "naik 0,01 poin");
        assert_eq!(change.sign_word(), "+0,01");
        let change = PointChange::between(&p(70, 1), &p(281, 4));
        assert_eq!(
            (change.direction(), change.sign_word()),
            ("turun", "\u{2212}0,25".to_owned())
        );
        assert_eq!(change.distance(), "0,25 poin di bawah");
        let same = PointChange::between(&p(1, 3), &p(1, 3));
        assert_eq!(
            (same.sentence(), same.distance()),
            ("tidak berubah".into(), "tepat pada".into())
        );
    }
}
