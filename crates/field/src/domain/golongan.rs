//! Golongan of PNS (I/a..IV/e, each with a pangkat) and of PPPK (I..XVII, without one), and the
//! ranks of TNI and Polri, which have no golongan.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

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

/// A golongan, or the rank of a soldier or of the police; PNS order by rank, all of them before
/// those of PPPK, and these before TNI and Polri.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Golongan(Ladder);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Ladder {
    /// Place in [`PANGKAT`].
    Pns(usize),
    /// 1..=17.
    Pppk(u16),
    /// Place in the list of ranks of TNI and Polri, and the rank as it was written.
    Service(usize, String),
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
    /// The pangkat of a PNS, and the rank of TNI and Polri; a PPPK has none.
    pub fn pangkat(&self) -> Option<&str> {
        match &self.0 {
            Ladder::Pns(urut) => PANGKAT.get(*urut).map(|(_, _, nama)| *nama),
            Ladder::Pppk(_) => None,
            Ladder::Service(_, rank) => Some(rank),
        }
    }

    /// The golongan alone, "IV/c"; TNI and Polri have none.
    pub fn code(&self) -> Option<String> {
        match &self.0 {
            Ladder::Pns(urut) => {
                let (golongan, room, _) = PANGKAT.get(*urut).copied().unwrap_or_default();
                let roman = format_roman(golongan.into()).unwrap_or_default();
                Some(format!("{roman}/{room}"))
            }
            Ladder::Pppk(nilai) => format_roman(*nilai),
            Ladder::Service(..) => None,
        }
    }

    /// Whether this is a golongan of PPPK.
    pub fn is_pppk(&self) -> bool {
        matches!(self.0, Ladder::Pppk(_))
    }

    /// Whether this is a golongan of PPPK that no PNS has the number of: V to XVII.
    pub fn is_surely_pppk(&self) -> bool {
        matches!(self.0, Ladder::Pppk(nilai) if nilai > 4)
    }

    /// Whether this is a rank of TNI or Polri, who have an NRP.
    pub fn is_service(&self) -> bool {
        matches!(self.0, Ladder::Service(..))
    }

    /// Pangkat and golongan for a signature block: "Pembina Utama Muda, IV/c"; for a PPPK
    /// "Golongan IX"; for TNI and Polri the rank alone.
    pub fn full(&self) -> String {
        match (self.pangkat(), self.code()) {
            (Some(pangkat), Some(code)) => format!("{pangkat}, {code}"),
            (Some(pangkat), None) => pangkat.to_owned(),
            (None, code) => format!("Golongan {}", code.unwrap_or_default()),
        }
    }

    /// The golongan of a pangkat, however it is spelled: "Pembina Tk. I".
    pub fn from_pangkat(pangkat: &str) -> Option<Self> {
        let wanted = normalize(pangkat);
        let urut = PANGKAT.iter().position(|(_, _, nama)| normalize(nama) == wanted)?;
        Some(Self(Ladder::Pns(urut)))
    }

    /// A rank of TNI or Polri, with or without the corps behind it.
    fn from_service(text: &str) -> Option<Self> {
        let place = ranks().place(text)?;
        let rank = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Self(Ladder::Service(place, rank)))
    }

    /// A bare golongan without pangkat: "IV/c", "iv.C", "IX" or the two run together.
    fn from_code(text: &str) -> Option<Self> {
        let text = without_prefix(text);
        let kode: String = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_lowercase();
        let foreign =
            |c: char| !(c.is_alphanumeric() || c.is_whitespace() || JOINTS.contains(&c));
        if text.contains(foreign) {
            return None;
        }
        // Only i, v and x make the numeral: c and d are ruang here, not 100 and 500.
        let batas = kode.find(|c| !matches!(c, 'i' | 'v' | 'x')).unwrap_or(kode.len());
        let (digits, room) = kode.split_at(batas);
        // "3/b": with its ruang an arabic numeral is clear.
        let arabic = ["1", "2", "3", "4"].iter().position(|n| kode.starts_with(n));
        let (nilai, room) = match (parse_roman(digits), arabic) {
            (Some(nilai), _) => (nilai, room),
            (None, Some(place)) if kode.len() > 1 => {
                (u16::try_from(place).ok()? + 1, &kode[1..])
            }
            _ => return None,
        };
        if room.is_empty() {
            return (1..=17).contains(&nilai).then_some(Self(Ladder::Pppk(nilai)));
        }
        let urut = PANGKAT
            .iter()
            .position(|(gol, r, _)| u16::from(*gol) == nilai && room == r.to_string())?;
        Some(Self(Ladder::Pns(urut)))
    }

    /// Pangkat and golongan written as one, in either order, with whatever is between them:
    /// "Pembina Tk. I / IV.b", "Penata Muda (III/a)", "IV/a, Pembina".
    fn from_both(text: &str) -> Option<Result<Self, GolonganError>> {
        let ends = text.char_indices().filter(|(_, c)| !c.is_alphanumeric());
        let mut found = None;
        for (at, _) in ends {
            let (left, right) = (trimmed(&text[..at]), trimmed(&text[at..]));
            let pair = |rank: &str, code: &str| {
                let (rank, code) = (Self::from_rank(rank)?, Self::from_code(code)?);
                (!rank.is_pppk() || rank == code).then_some((rank, code))
            };
            let sides = pair(left, right).map(|pair| (pair, left));
            let sides = sides.or_else(|| pair(right, left).map(|pair| (pair, right)));
            let Some(((rank, golongan), pangkat)) = sides else { continue };
            if rank == golongan {
                return Some(Ok(golongan));
            }
            // "Penata III/d" may be cut before the ruang as well: the longest code holds.
            let pangkat = pangkat.to_owned();
            found.get_or_insert(Err(GolonganError::Mismatch { golongan, pangkat }));
        }
        found
    }

    /// A pangkat, or a golongan said once more: "XII (Golongan XII)".
    fn from_rank(text: &str) -> Option<Self> {
        Self::from_pangkat(text).or_else(|| Self::from_code(text))
    }
}

/// What may stand between golongan and ruang.
const JOINTS: [char; 6] = ['/', '.', '-', '(', ')', '\\'];

/// A part without what tied it to the other.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The ranks of TNI and Polri.
struct Ranks {
    /// Each with all its spellings, in lower case.
    ranks: Vec<Vec<String>>,
    corps: Vec<String>,
}

#[derive(Deserialize)]
struct RanksFile {
    kelompok: Vec<RankGroup>,
    korps: Corps,
}

#[derive(Deserialize)]
struct RankGroup {
    pangkat: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct Corps {
    nama: Vec<String>,
}

/// The list that is part of the program; a test holds that it can be read.
fn ranks() -> &'static Ranks {
    static RANKS: LazyLock<Ranks> = LazyLock::new(|| {
        let text = include_str!("../../../../catalog/pangkat/tni-polri.toml");
        let file: Option<RanksFile> = toml::from_str(text).ok();
        let lower = |texts: Vec<String>| texts.iter().map(|t| plain(t)).collect();
        let (groups, corps) =
            file.map_or((Vec::new(), Vec::new()), |f| (f.kelompok, f.korps.nama));
        let ranks = groups.into_iter().flat_map(|group| group.pangkat);
        Ranks { ranks: ranks.map(lower).collect(), corps: lower(corps) }
    });
    &RANKS
}

/// Whether a word alone is a rank of TNI or Polri.
pub(super) fn is_rank(word: &str) -> bool {
    ranks().ranks.iter().any(|all| all.iter().any(|rank| rank == &plain(word)))
}

/// Whether a word is a corps behind a rank; of one or two letters only in brackets, where it is
/// no initial.
pub(super) fn is_corps(word: &str) -> bool {
    let name = plain(word);
    (name.len() > 2 || word.starts_with('(')) && ranks().corps.contains(&name)
}

impl Ranks {
    fn place(&self, text: &str) -> Option<usize> {
        let text = plain(text);
        let known =
            |text: &str| self.ranks.iter().position(|all| all.iter().any(|r| r == text));
        known(&text).or_else(|| {
            let mut words: Vec<&str> = text.split(' ').collect();
            while words.len() > 1
                && self.corps.iter().any(|c| Some(&c.as_str()) == words.last())
            {
                words.pop();
                if let Some(place) = known(&words.join(" ")) {
                    return Some(place);
                }
            }
            None
        })
    }
}

/// Letters and digits in lower case, one blank between words.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code() {
            Some(code) => f.write_str(&code),
            None => f.write_str(self.pangkat().unwrap_or_default()),
        }
    }
}

impl FromStr for Golongan {
    type Err = GolonganError;

    /// Reads what offices type: a golongan ("IV.C", "iv/c", "Gol. IV/c", "IX"), a
    /// pangkat ("Pembina Tk. I"), both ("Pembina Utama Muda (IV/c)", "Pembina/IVa"), or a rank of
    /// TNI or Polri ("Letkol Inf", "AKBP"). A bare numeral without ruang is a golongan of PPPK.
    fn from_str(text: &str) -> Result<Self, GolonganError> {
        let said = text.trim();
        let one = Self::from_code(said)
            .or_else(|| Self::from_pangkat(said))
            .or_else(|| Self::from_service(said));
        match one {
            Some(golongan) => Ok(golongan),
            None => Self::from_both(said)
                .unwrap_or_else(|| Err(GolonganError::Unknown(said.to_owned()))),
        }
    }
}

/// The text without the words "Golongan", "Gol." and "Ruang" in front.
fn without_prefix(text: &str) -> &str {
    ["golongan", "gol", "ruang"].into_iter().fold(text.trim(), |text, word| {
        let start = text.get(..word.len()).unwrap_or_default();
        if start.eq_ignore_ascii_case(word) {
            text[word.len()..].trim_start_matches(['.', ':', ' ', '/', '\u{a0}'])
        } else {
            text
        }
    })
}

/// One spelling of a pangkat: lower case, "Tk.", "Tk. I", "Tingkat 1" all alike.
fn normalize(pangkat: &str) -> String {
    let small = pangkat.to_lowercase().replace(['.', '-'], " ");
    small
        .split_whitespace()
        .map(|word| match word {
            "tk" | "tkt" => "tingkat",
            "1" => "i",
            "tki" | "tk1" | "tingkat1" => "tingkat i",
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
    fn pangkat_and_golongan_as_lists_have_them() {
        for (text, code) in [
            ("Pembina Tk.I / IV.b", "IV/b"),
            ("Pembina/IVa", "IV/a"),
            ("IV b", "IV/b"),
            ("Penata Muda Tk. I (III/b)", "III/b"),
            ("PENATA TK.I - III/D", "III/d"),
            ("III/c, Penata", "III/c"),
            ("Penata Tk. I III/d", "III/d"),
            ("Gol IV/a", "IV/a"),
            ("Golongan Ruang: IV/a", "IV/a"),
            ("III (b)", "III/b"),
            ("Pengatur TkI", "II/d"),
            ("IV-c", "IV/c"),
            ("3/b", "III/b"),
        ] {
            let golongan: Golongan = text.parse().unwrap();
            assert_eq!(golongan.to_string(), code, "{text}");
        }
    }

    #[test]
    fn ranks_of_tni_and_polri_have_no_golongan() {
        assert!(
            ranks().ranks.len() > 50,
            "catalog/pangkat/tni-polri.toml cannot be read"
        );
        for text in
            ["Letkol Inf", "AKBP", "Kombes Pol.", "Mayor Laut (P)", "brigadir polisi"]
        {
            let rank: Golongan = text.parse().unwrap();
            assert!(rank.is_service() && rank.code().is_none(), "{text}");
            assert_eq!((rank.pangkat(), rank.full().as_str()), (Some(text), text));
        }
        let rank = |text: &str| text.parse::<Golongan>().unwrap();
        assert!(rank("Lettu Czi") < rank("Kapten"));
        assert!("Letkol Budi".parse::<Golongan>().is_err());
    }

    #[test]
    fn every_pangkat_both_ways() {
        for (_, _, nama) in PANGKAT {
            let golongan = Golongan::from_pangkat(nama).unwrap();
            assert_eq!(golongan.pangkat(), Some(nama));
            assert_eq!(golongan.to_string().parse(), Ok(golongan.clone()));
            assert_eq!(golongan.full().parse(), Ok(golongan.clone()));
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
            assert_eq!(golongan.full().parse(), Ok(golongan.clone()));
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
