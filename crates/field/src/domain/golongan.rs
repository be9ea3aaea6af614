//! Golongan of PNS (I/a..IV/e, each with a pangkat) and of PPPK (I..XVII, without one).

use std::fmt;
use std::str::FromStr;

use bahasa::roman::{format_roman, parse_roman};

/// Pangkat by golongan and ruang, lowest first. Source: practice (`naskah-dinas.md` 2.7).
const PANGKAT: [(u8, char, &str); 17] = [
    (1, 'a', "Juru Muda"),
    (1, 'b', "Juru Muda Tingkat I"),
    (1, 'c', "Juru"),
    (1, 'd', "Juru Tingkat I"),
    (2, 'a', "Pengatur Muda"),
    (2, 'b', "Pengatur Muda Tingkat I"),
    (2, 'c', "Pengatur"),
    (2, 'd', "Pengatur Tingkat I"),
    (3, 'a', "Penata Muda"),
    (3, 'b', "Penata Muda Tingkat I"),
    (3, 'c', "Penata"),
    (3, 'd', "Penata Tingkat I"),
    (4, 'a', "Pembina"),
    (4, 'b', "Pembina Tingkat I"),
    (4, 'c', "Pembina Utama Muda"),
    (4, 'd', "Pembina Utama Madya"),
    (4, 'e', "Pembina Utama"),
];

/// A golongan; PNS order by rank, all of them before those of PPPK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Golongan(Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    /// Place in [`PANGKAT`].
    Pns(usize),
    /// 1..=17.
    Pppk(u16),
}

/// Why a text is not a golongan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GolonganError {
    /// Neither a golongan nor a pangkat.
    Unknown(String),
    /// A pangkat and a golongan that do not belong together; holds the right pangkat.
    Mismatch {
        /// The golongan that was written.
        golongan: Golongan,
        /// The pangkat that was written.
        pangkat: String,
    },
}

impl fmt::Display for GolonganError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(text) => {
                write!(f, "golongan `{text}` tidak dikenal; tulis seperti IV/c atau IX")
            }
            Self::Mismatch { golongan, pangkat } => {
                let right = golongan.pangkat().unwrap_or("tanpa pangkat");
                write!(f, "golongan {golongan} adalah {right}, bukan {pangkat}")
            }
        }
    }
}

impl std::error::Error for GolonganError {}

impl Golongan {
    /// The pangkat of a PNS; a PPPK has none.
    pub fn pangkat(self) -> Option<&'static str> {
        match self.0 {
            Kind::Pns(urut) => PANGKAT.get(urut).map(|(_, _, nama)| *nama),
            Kind::Pppk(_) => None,
        }
    }

    /// Whether this is a golongan of PPPK.
    pub fn is_pppk(self) -> bool {
        matches!(self.0, Kind::Pppk(_))
    }

    /// Pangkat and golongan for a signature block: "Pembina Utama Muda, IV/c"; for a PPPK
    /// "Golongan IX".
    pub fn full(self) -> String {
        match self.pangkat() {
            Some(pangkat) => format!("{pangkat}, {self}"),
            None => format!("Golongan {self}"),
        }
    }

    /// The golongan of a pangkat, however it is spelled: "Pembina Tk. I".
    pub fn from_pangkat(pangkat: &str) -> Option<Self> {
        let wanted = normalize(pangkat);
        let urut = PANGKAT.iter().position(|(_, _, nama)| normalize(nama) == wanted)?;
        Some(Self(Kind::Pns(urut)))
    }

    /// A bare golongan without pangkat: "IV/c", "iv.C", "IX" or the two run together.
    fn from_code(text: &str) -> Option<Self> {
        let kode: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_lowercase();
        // Only i, v and x make the numeral: c and d are ruang here, not 100 and 500.
        let batas = kode.find(|c| !matches!(c, 'i' | 'v' | 'x')).unwrap_or(kode.len());
        let (digits, rest) = kode.split_at(batas);
        let nilai = parse_roman(digits)?;
        let room = rest.trim_start_matches(['/', '.', '-']);
        if rest.is_empty() {
            return (1..=17).contains(&nilai).then_some(Self(Kind::Pppk(nilai)));
        }
        let urut = PANGKAT
            .iter()
            .position(|(gol, r, _)| u16::from(*gol) == nilai && room == r.to_string())?;
        Some(Self(Kind::Pns(urut)))
    }
}

impl fmt::Display for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Pns(urut) => {
                let (golongan, room, _) = PANGKAT.get(urut).copied().unwrap_or_default();
                write!(f, "{}/{room}", format_roman(golongan.into()).unwrap_or_default())
            }
            Kind::Pppk(nilai) => f.write_str(&format_roman(nilai).unwrap_or_default()),
        }
    }
}

impl FromStr for Golongan {
    type Err = GolonganError;

    /// Reads what offices type: a golongan ("IV.C", "iv/c", "Gol. IV/c", "IX"), a
    /// pangkat ("Pembina Tk. I"), or both ("Pembina Utama Muda (IV/c)"). A bare numeral
    /// without ruang is a golongan of PPPK.
    fn from_str(text: &str) -> Result<Self, GolonganError> {
        let isi = text.trim().trim_end_matches(')').trim();
        let unknown = || GolonganError::Unknown(text.trim().to_owned());
        let without_word = without_prefix(isi);
        if let Some(golongan) =
            Self::from_code(without_word).or_else(|| Self::from_pangkat(isi))
        {
            return Ok(golongan);
        }
        let (pangkat, kode) = isi.rsplit_once(['(', ',']).ok_or_else(unknown)?;
        let golongan =
            Self::from_code(without_prefix(kode.trim())).ok_or_else(unknown)?;
        match Self::from_pangkat(pangkat) {
            Some(other) if other == golongan => Ok(golongan),
            Some(_) => {
                let pangkat = pangkat.trim().to_owned();
                Err(GolonganError::Mismatch { golongan, pangkat })
            }
            None if Self::from_code(without_prefix(pangkat)) == Some(golongan) => {
                Ok(golongan)
            }
            None => Err(unknown()),
        }
    }
}

/// The text without the word "Golongan" or "Gol." in front.
fn without_prefix(text: &str) -> &str {
    ["golongan", "gol."]
        .into_iter()
        .find_map(|word| {
            let start = text.get(..word.len())?;
            start.eq_ignore_ascii_case(word).then(|| text[word.len()..].trim())
        })
        .unwrap_or(text)
}

/// One spelling of a pangkat: lower case, "Tk.", "Tk. I", "Tingkat 1" all alike.
fn normalize(pangkat: &str) -> String {
    let small = pangkat.to_lowercase().replace('.', " ");
    small
        .split_whitespace()
        .map(|word| match word {
            "tk" | "tkt" => "tingkat",
            "1" => "i",
            other => other,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vector_67() {
        for text in [
            "IV.C",
            "iv/c",
            "IVc",
            "IV C",
            "Gol. IV/c",
            "Pembina Utama Muda",
            "Pembina Utama Muda, IV/c",
            "Pembina Utama Muda (IV/c)",
        ] {
            let golongan: Golongan = text.parse().unwrap();
            assert_eq!(golongan.to_string(), "IV/c", "{text}");
            assert_eq!(golongan.pangkat(), Some("Pembina Utama Muda"));
        }
    }

    #[test]
    fn every_pangkat_both_ways() {
        for (_, _, nama) in PANGKAT {
            let golongan = Golongan::from_pangkat(nama).unwrap();
            assert_eq!(golongan.pangkat(), Some(nama));
            assert_eq!(golongan.to_string().parse(), Ok(golongan));
            assert_eq!(golongan.full().parse(), Ok(golongan));
        }
        for text in ["Penata Tk. I", "penata tk.I", "Penata Tingkat 1"] {
            assert_eq!(Golongan::from_pangkat(text).unwrap().to_string(), "III/d");
        }
    }

    #[test]
    fn pppk_has_no_pangkat() {
        for nilai in 1..=17 {
            let golongan: Golongan = format_roman(nilai).unwrap().parse().unwrap();
            assert!(golongan.is_pppk());
            assert_eq!(golongan.pangkat(), None);
            assert_eq!(golongan.full().parse(), Ok(golongan));
        }
        assert_eq!("XII (Golongan XII)".parse::<Golongan>().unwrap().to_string(), "XII");
    }

    #[test]
    fn order_and_refusals() {
        let gol = |text: &str| text.parse::<Golongan>().unwrap();
        assert!(gol("III/d") < gol("IV/a"));
        for text in ["", "V/a", "IV/f", "III/e", "XVIII", "Bupati", "4"] {
            assert!(
                matches!(text.parse::<Golongan>(), Err(GolonganError::Unknown(_))),
                "{text}"
            );
        }
        let errors = "Pembina, IV/b".parse::<Golongan>().unwrap_err();
        assert_eq!(
            errors.to_string(),
            "golongan IV/b adalah Pembina Tingkat I, bukan Pembina"
        );
    }
}
