//! How a percentage has changed since an earlier one.

use std::cmp::Ordering;

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::persen::Persen;
use bahasa::number::format_decimal;

/// A change in points: the difference of what is printed, so that a reader who subtracts
/// finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perubahan(Persen);

impl Perubahan {
    /// The change from `dulu` to `kini`.
    pub fn antara(kini: &Persen, dulu: &Persen) -> Self {
        Self(kini.dibulatkan().selisih(&dulu.dibulatkan()))
    }

    /// The same where both exist.
    pub fn bila_ada(kini: Option<&Persen>, dulu: Option<&Persen>) -> Option<Self> {
        kini.zip(dulu).map(|(kini, dulu)| Self::antara(kini, dulu))
    }

    /// The difference with its sign.
    pub fn nilai(&self) -> &Persen {
        &self.0
    }

    /// Points without sign, exact.
    pub fn poin(&self) -> BigRational {
        self.0.nilai().abs()
    }

    /// "3,82".
    pub fn cetak(&self) -> String {
        format_decimal(&self.poin(), 2)
    }

    /// "naik", "turun" or "tetap".
    pub fn arah(&self) -> &'static str {
        match self.0.nilai().cmp(&BigRational::zero()) {
            Ordering::Less => "turun",
            Ordering::Equal => "tetap",
            Ordering::Greater => "naik",
        }
    }

    /// For a column of changes: "+3,82", "\u{2212}0,50", "0,00".
    pub fn tanda(&self) -> String {
        let sign = match self.arah() {
            "turun" => "\u{2212}",
            "naik" => "+",
            _ => "",
        };
        format!("{sign}{}", self.cetak())
    }

    /// Inside a sentence: "naik 3,82 poin".
    pub fn kalimat(&self) -> String {
        match self.arah() {
            "tetap" => "tidak berubah".to_owned(),
            arah => format!("{arah} {} poin", self.cetak()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_finds_who_subtracts() {
        let p = |n: i64, d: i64| Persen::new(BigRational::new(n.into(), d.into()));
        // Exactly 0,005 points, but 73,42 and 73,43 are printed.
        let change = Perubahan::antara(&p(73_425, 1000), &p(73_420, 1000));
        assert_eq!(change.kalimat(), "naik 0,01 poin");
        assert_eq!(change.tanda(), "+0,01");
        let change = Perubahan::antara(&p(70, 1), &p(281, 4));
        assert_eq!((change.arah(), change.tanda()), ("turun", "\u{2212}0,25".to_owned()));
        assert_eq!(Perubahan::antara(&p(1, 3), &p(1, 3)).kalimat(), "tidak berubah");
    }
}
