//! Days on which no office works by national rule, and the time zone of each provinsi.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};

use super::note::SourceNote;
use super::{Catalog, normal_form};
use bahasa::Zone;
use base::diag::nearest_meaning;

/// A holiday on the same day of each year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedHoliday {
    /// The month, from 1.
    pub bulan: i8,
    /// The day of the month, from 1.
    pub hari: i8,
    /// What it is called.
    pub nama: String,
    /// The first year it is a holiday; absent where it always was.
    #[serde(default)]
    pub sejak: i16,
    /// Source.
    pub sumber: SourceNote,
}

impl FixedHoliday {
    /// Whether a day is this holiday.
    pub fn is_on(&self, day: Date) -> bool {
        (day.month(), day.day()) == (self.bulan, self.hari) && day.year() >= self.sejak
    }

    /// Whether there is such a day in any year.
    pub(super) fn exists(&self) -> bool {
        Date::new(2024, self.bulan, self.hari).is_ok()
    }
}

/// A provinsi.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Province {
    /// Its name without "Provinsi".
    pub nama: String,
    /// Other spellings.
    #[serde(default)]
    pub ejaan_lain: Vec<String>,
    /// Its time zone.
    #[serde(deserialize_with = "zone")]
    pub zona: Zone,
    /// Source.
    pub sumber: SourceNote,
}

fn zone<'de, D: Deserializer<'de>>(from: D) -> Result<Zone, D::Error> {
    let text = String::deserialize(from)?;
    let known = [Zone::Wib, Zone::Wita, Zone::Wit];
    let found =
        known.into_iter().find(|zone| zone.abbreviation().eq_ignore_ascii_case(&text));
    found.ok_or_else(|| {
        de::Error::custom(format!("`{text}` bukan zona waktu; pilihan: wib, wita, wit"))
    })
}

impl Catalog {
    /// The holidays on the same day of each year.
    pub fn fixed_holidays(&self) -> &[FixedHoliday] {
        &self.libur
    }

    /// All provinsi, in the order of the file.
    pub fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// The provinsi that a name which is none may be a slip of.
    pub fn near_province(&self, name: &str) -> Option<&Province> {
        let names = self.provinces.iter().map(|p| (p.nama.as_str(), &p.nama));
        let near = nearest_meaning(&bare_province(name), names)?;
        self.provinces.iter().find(|p| p.nama == *near)
    }

    /// The provinsi of a name, with or without "Provinsi" before it, however that is written.
    pub fn province(&self, name: &str) -> Option<&Province> {
        let plain = bare_province;
        let wanted = plain(name);
        self.provinces.iter().find(|province| {
            let mut names = std::iter::once(&province.nama).chain(&province.ejaan_lain);
            names.any(|own| plain(own) == wanted)
        })
    }
}

/// A name in its normal form, without the word for what it is.
fn bare_province(name: &str) -> String {
    const WORDS: [&str; 5] = ["provinsi ", "propinsi ", "prov ", "prop ", "pemprov "];
    let name = normal_form(name);
    let bare = WORDS.iter().find_map(|word| name.strip_prefix(word));
    bare.unwrap_or(&name).trim().to_owned()
}
