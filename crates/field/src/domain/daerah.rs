//! The region and the office that issues the papers.

use super::quarter_number::quarter_number;
use super::region_name::{self, JenisDaerah};
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
    /// Whether the office said it.
    pub zona_said: bool,
    /// The emblem's file inside the workspace.
    pub lambang: Option<Spanned<String>>,
    /// The file of the lambang negara, for the kop of the head of the region.
    pub lambang_negara: Option<Spanned<String>>,
}

impl Daerah {
    /// What its government calls itself: "Pemerintah Kabupaten Kutai Timur".
    pub fn government(&self) -> String {
        region_name::government(&self.nama)
    }

    /// What its head is called: "Bupati Kutai Timur".
    pub fn head(&self) -> String {
        let short = region_name::short(&self.nama, self.jenis);
        format!("{} {short}", self.jenis.head_title())
    }

    /// The office of a head or deputy as papers name it: who is written "Bupati" signs as
    /// "Bupati Kutai Timur".
    pub fn office_of(&self, jabatan: &str) -> Option<String> {
        let head = self.head();
        let title = self.jenis.head_title();
        let name = head.strip_prefix(title)?;
        let bare = jabatan.trim();
        let deputy = bare.strip_prefix("Wakil ").unwrap_or(bare);
        deputy.eq_ignore_ascii_case(title).then(|| format!("{bare}{name}"))
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

/// What people call a quarter, the longer of two that begin alike first.
const QUARTERS: [&str; 6] = ["triwulan", "tribulan", "kuartal", "trw", "tw", "q"];

impl Periode {
    /// The quarter after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.triwulan {
            4 => Self { tahun: self.tahun.saturating_add(1), triwulan: 1 },
            n => Self { triwulan: n.saturating_add(1), ..self },
        }
    }

    /// The quarter before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self.triwulan {
            1 => Self { tahun: self.tahun.saturating_sub(1), triwulan: 4 },
            n => Self { triwulan: n.saturating_sub(1), ..self },
        }
    }

    /// The quarter as people write it: "2025-tw2", "TW II 2025", "triwulan 2 tahun 2025".
    pub fn typed(text: &str) -> Option<Self> {
        if let Ok(periode) = text.parse() {
            return Some(periode);
        }
        let text = text.to_lowercase();
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        let year = |word: &&&str| word.len() == 4 && word.starts_with("20");
        let mut years = words.iter().filter(year);
        let tahun = years.next().filter(|_| years.next().is_none())?;
        let number = words.iter().enumerate().find_map(|(at, word)| {
            let rest = QUARTERS.iter().find_map(|p| word.strip_prefix(p))?;
            match rest {
                "" if words.get(at + 1) == Some(&"ke") => words.get(at + 2).copied(),
                "" => words.get(at + 1).copied(),
                _ => Some(rest),
            }
        });
        format!("{tahun}-tw{}", quarter_number(number?)?).parse().ok()
    }

    /// Its Roman numeral.
    pub const fn romawi(self) -> &'static str {
        match self.triwulan {
            1 => "I",
            2 => "II",
            3 => "III",
            _ => "IV",
        }
    }

    /// As papers name it: "Triwulan IV Tahun 2024".
    pub fn sebutan(self) -> String {
        format!("Triwulan {} Tahun {}", self.romawi(), self.tahun)
    }

    /// As narrow columns name it: "TW IV 2024".
    pub fn singkat(self) -> String {
        format!("TW {} {}", self.romawi(), self.tahun)
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

#[cfg(test)]
mod tests {
    use super::Periode;

    #[test]
    fn quarters_as_people_write_them() {
        let known = Some(Periode { tahun: 2025, triwulan: 2 });
        for text in [
            "2025-tw2",
            "TW II 2025",
            "tw2 2025",
            "Triwulan II Tahun 2025",
            "2025 TW-2",
            "triwulan 2/2025",
            "Q2 2025",
            "2025-TWII",
            "triwulan kedua 2025",
            "Triwulan ke-2 Tahun 2025",
            "kuartal 2/2025",
        ] {
            assert_eq!(Periode::typed(text), known, "{text}");
        }
        for text in ["2025", "TW V 2025", "TW II", "II 2025", "TW II 2024 2025", ""] {
            assert_eq!(Periode::typed(text), None, "{text}");
        }
    }
}
