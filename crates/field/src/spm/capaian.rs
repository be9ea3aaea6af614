//! What an OPD reports for one service in one period. Plain input: no place in a file,
//! no computing.

use base::written::Written;
use std::fmt;

use jiff::civil::Date;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Serialize, Serializer};

use super::percent::Percent;
use super::target_path::TargetPath;
use bahasa::number::{NumberError, format_decimal_short, format_plain, parse_written};

/// A cell that people fill. Missing, declared nihil and zero are three different facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reported<T> {
    /// Nobody has entered anything.
    #[default]
    Missing,
    /// Declared not to exist in this period.
    Nihil,
    /// A value, which may be zero.
    Value(T),
}

impl<T> Reported<T> {
    /// The value, when there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Nihil => None,
        }
    }

    /// Whether somebody has answered: a value or nihil.
    pub fn is_answered(&self) -> bool {
        !matches!(self, Self::Missing)
    }
}

impl<T> From<T> for Reported<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Serialize> Serialize for Reported<T> {
    /// The value, "nihil", or nothing.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => serializer.serialize_none(),
            Self::Nihil => serializer.serialize_str("nihil"),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

/// An exact amount, zero or more: money in rupiah, goods in their own unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(BigRational);

impl Amount {
    /// An amount.
    ///
    /// # Errors
    /// [`NumberError::Negative`] below zero.
    pub fn new(value: BigRational) -> Result<Self, NumberError> {
        if value.is_negative() { Err(NumberError::Negative) } else { Ok(Self(value)) }
    }

    /// The exact value.
    pub fn value(&self) -> &BigRational {
        &self.0
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// In Indonesian print, with at most six places and no zeros at the end: "667.080".
    pub fn printed(&self) -> String {
        format_decimal_short(&self.0, 6)
    }
}

impl From<u64> for Amount {
    fn from(value: u64) -> Self {
        Self(BigRational::from_integer(value.into()))
    }
}

impl std::str::FromStr for Amount {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::new(parse_written(text)?)
    }
}

impl fmt::Display for Amount {
    /// With a decimal point and no grouping, for machines: "667080", "1.5".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format_plain(&self.0, 6))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One component of quality: goods, services or people that the service needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemMutu {
    /// Name as in the list of the year.
    pub nama: String,
    /// Unit, such as "Tablet"; may be empty.
    pub satuan: String,
    /// Jumlah mutu yang harus dipenuhi.
    pub dibutuhkan: Reported<Amount>,
    /// Jumlah mutu terpenuhi.
    pub terpenuhi: Reported<Amount>,
}

impl ItemMutu {
    /// Whether nothing is needed of it.
    pub fn nihil(&self) -> bool {
        needs_nothing(&self.dibutuhkan)
    }
}

/// Whether a need was declared not to exist or is zero.
pub fn needs_nothing(dibutuhkan: &Reported<Amount>) -> bool {
    match dibutuhkan {
        Reported::Nihil => true,
        Reported::Value(need) => need.is_zero(),
        Reported::Missing => false,
    }
}

/// A part of a service's figures, such as those of one kecamatan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rincian {
    /// What part.
    pub nama: String,
    /// Its share of the target population.
    pub sasaran: Reported<u64>,
    /// Its share of those served.
    pub terlayani: Reported<u64>,
}

/// The report on one service. All figures are cumulative in the year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LayananCapaian {
    /// Code in the catalog, such as "KES-1".
    pub kode: String,
    /// Identifier of the OPD in charge.
    pub opd: String,
    /// Jumlah total yang harus dilayani, in the unit of the service. [`Reported::Nihil`]
    /// declares that the service has no target population this year.
    pub sasaran: Reported<u64>,
    /// Jumlah yang terlayani, in the unit of the service.
    pub terlayani: Reported<u64>,
    /// Quality components.
    pub mutu: Vec<ItemMutu>,
    /// Unit of target and served, where the OPD wrote one.
    pub satuan: Option<String>,
    /// Parts that should add up to target and served.
    pub rincian: Vec<Rincian>,
    /// A target path of its own.
    pub jalur_target: Option<TargetPath>,
    /// The index the OPD itself came to, in percent.
    pub indeks_dilaporkan: Option<Percent>,
    /// Budget, in rupiah.
    pub pagu: Reported<Amount>,
    /// Spent, in rupiah.
    pub realisasi: Reported<Amount>,
    /// Problems met; nihil when declared that there were none.
    pub permasalahan: Reported<Vec<String>>,
    /// Why they arose, where the OPD says so; nihil when declared that nothing is behind them.
    pub penyebab: Reported<Vec<String>>,
    /// What is done about them.
    pub tindak_lanjut: Reported<Vec<String>>,
    /// What the office asks for, in place of what the rules suggest.
    pub rekomendasi: Vec<String>,
    /// Who of the OPD sees to it.
    pub pic: Option<String>,
    /// By when.
    pub tenggat: Option<Date>,
    /// Names of evidence files.
    pub data_dukung: Vec<String>,
    /// Where it was written, field by field.
    pub written: Written,
}

/// The section of the form that a cell stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellSection {
    /// Whom it serves.
    Penerima,
    /// What it costs.
    Anggaran,
    /// What stands in the way and what is done about it.
    Uraian,
}

/// A cell that the form asks of every service, beside its mutu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapaianCell {
    /// The key of its field in the data.
    pub key: &'static str,
    /// How findings name it.
    pub name: &'static str,
    /// Where it stands.
    pub section: CellSection,
    /// Whether it was answered, nihil included.
    pub answered: bool,
}

impl LayananCapaian {
    /// How many cells the form asks of every service, beside its mutu.
    pub const CELLS: usize = 6;

    /// These cells. What counts, misses or names cells asks here.
    pub fn cells(&self) -> [CapaianCell; Self::CELLS] {
        use CellSection::{Anggaran, Penerima, Uraian};
        let cell =
            |key, name, section, answered| CapaianCell { key, name, section, answered };
        let uraian = |key, answered| cell(key, key, Uraian, answered);
        [
            cell("sasaran", "jumlah sasaran", Penerima, self.sasaran.is_answered()),
            cell("terlayani", "jumlah terlayani", Penerima, self.terlayani.is_answered()),
            cell("pagu", "pagu", Anggaran, self.pagu.is_answered()),
            cell("realisasi", "realisasi", Anggaran, self.realisasi.is_answered()),
            uraian("permasalahan", self.permasalahan.is_answered()),
            uraian("tindak_lanjut", self.tindak_lanjut.is_answered()),
        ]
    }

    /// Whether the OPD declared that there is no target population this year. A zero
    /// that was merely typed is no declaration.
    pub fn nihil(&self) -> bool {
        self.sasaran == Reported::Nihil
    }

    /// Whether no figure stands in it: a row that was begun and left.
    pub fn blank(&self) -> bool {
        let item = |item: &ItemMutu| {
            !item.dibutuhkan.is_answered() && !item.terpenuhi.is_answered()
        };
        let figures = |cell: &CapaianCell| cell.section != CellSection::Uraian;
        self.cells().iter().filter(|cell| figures(cell)).all(|cell| !cell.answered)
            && self.mutu.iter().all(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_nihil_and_zero_differ() {
        let empty: Reported<u64> = Reported::default();
        assert!(!empty.is_answered());
        assert!(Reported::<u64>::Nihil.is_answered());
        assert_eq!(Reported::from(0_u64).value(), Some(&0));
        assert_eq!(Reported::<u64>::Nihil.value(), None);
        let zero = LayananCapaian { sasaran: 0.into(), ..LayananCapaian::default() };
        assert!(!zero.nihil());
    }

    #[test]
    fn amounts() {
        assert_eq!(Amount::from(667_080).to_string(), "667080");
        assert_eq!(Amount::from(667_080).printed(), "667.080");
        assert_eq!("1,5".parse::<Amount>().unwrap().to_string(), "1.5");
        assert_eq!("-1".parse::<Amount>(), Err(NumberError::Negative));
    }
}
