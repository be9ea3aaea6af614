//! The region and the office that issues the papers.

use bahasa::Zone;
use base::source::Spanned;

/// A kabupaten, kota or provinsi.
#[derive(Debug, Clone, Default)]
pub struct Daerah {
    /// Full name, "Kabupaten Kutai Timur".
    pub nama: String,
    /// Its kind; decides which services it owes and what its head is called.
    pub jenis: JenisDaerah,
    /// The seat of government.
    pub ibu_kota: String,
    /// The provinsi it lies in; its own name for a provinsi.
    pub provinsi: String,
    /// Its time zone.
    pub zona: Zone,
    /// The emblem's file inside the workspace.
    pub lambang: Option<Spanned<String>>,
    /// The file of the lambang negara, for the kop of the head of the region.
    pub lambang_negara: Option<Spanned<String>>,
}

/// The kinds of regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JenisDaerah {
    /// Regency.
    #[default]
    Kabupaten,
    /// City.
    Kota,
    /// Province.
    Provinsi,
}

impl JenisDaerah {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("kabupaten", Self::Kabupaten),
        ("kota", Self::Kota),
        ("provinsi", Self::Provinsi),
    ];

    /// What its head is called.
    pub const fn head_title(self) -> &'static str {
        match self {
            Self::Kabupaten => "Bupati",
            Self::Kota => "Wali Kota",
            Self::Provinsi => "Gubernur",
        }
    }

    /// The word in the data.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
            Self::Provinsi => "provinsi",
        }
    }
}

/// The office that issues the papers.
#[derive(Debug, Clone, Default)]
pub struct Instansi {
    /// "Sekretariat Daerah".
    pub nama: String,
    /// "Bagian Tata Pemerintahan".
    pub unit: String,
    /// Lines of the kop, the government first, as they are printed.
    pub kop: Vec<String>,
    /// Lines of the kop of the head of the region: "BUPATI CONTOH".
    pub kop_kepala: Vec<String>,
    /// Address lines under the kop.
    pub alamat: Vec<String>,
    /// Address lines of the head of the region.
    pub alamat_kepala: Vec<String>,
    /// The place before the date of a letter.
    pub tempat: String,
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Periode {
    /// The year, 2018 or later.
    pub tahun: i16,
    /// The quarter, 1 to 4.
    pub triwulan: u8,
}

impl Periode {
    /// The quarter after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.triwulan {
            4 => Self { tahun: self.tahun.saturating_add(1), triwulan: 1 },
            n => Self { triwulan: n.saturating_add(1), ..self },
        }
    }

    /// The last day of the quarter.
    pub fn last_day(self) -> Option<jiff::civil::Date> {
        let month = i8::try_from(self.triwulan).ok()?.checked_mul(3)?;
        jiff::civil::Date::new(self.tahun, month, 1)
            .ok()
            .map(jiff::civil::Date::last_of_month)
    }
}

impl std::fmt::Display for Periode {
    /// The key of files and options: "2024-tw4".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-tw{}", self.tahun, self.triwulan)
    }
}

impl std::str::FromStr for Periode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (tahun, triwulan) = text.split_once("-tw").ok_or(())?;
        let periode = Self {
            tahun: tahun.parse().map_err(|_| ())?,
            triwulan: triwulan.parse().map_err(|_| ())?,
        };
        let sound =
            (1..=4).contains(&periode.triwulan) && (2000..=2100).contains(&periode.tahun);
        sound.then_some(periode).ok_or(())
    }
}
