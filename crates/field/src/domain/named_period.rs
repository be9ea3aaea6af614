//! The quarters and years that a text names, such as the hal of a letter.

use super::Periode;
use super::quarter_number::quarter_number;
use base::diag::Both;

/// A quarter, a row of quarters or a year as a text names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedPeriod {
    /// The first and the last quarter.
    quarters: Option<(u8, u8)>,
    /// The year.
    tahun: Option<i16>,
}

/// What stands between two quarters that are named in a row: "I s.d. IV", "I dan II".
const BETWEEN: [&str; 9] =
    ["dan", "serta", "sampai", "dengan", "hingga", "s", "d", "sd", "ke"];

/// What stands between a quarter and its year.
const BEFORE_YEAR: [&str; 3] = ["tahun", "anggaran", "ta"];

impl NamedPeriod {
    /// All that a text names. A year counts after its quarter or after "Tahun", and not where it
    /// is that of a law ("Nomor 59 Tahun 2021") or of a budget.
    pub fn all(text: &str) -> Vec<Self> {
        let text = text.to_lowercase();
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (named, read) = quarters(&words[at..])
                .or_else(|| of_year(&words, at))
                .map_or((None, 1), |(named, read)| (Some(named), read));
            found.extend(named);
            at += read;
        }
        found
    }

    /// Whether it names a quarter.
    pub const fn has_quarter(self) -> bool {
        self.quarters.is_some()
    }

    /// Whether both may be the same time: what only one of them names does not part them.
    pub fn agrees(self, other: Self) -> bool {
        let years = self.tahun.zip(other.tahun).is_none_or(|(one, two)| one == two);
        let quarters = self
            .quarters
            .zip(other.quarters)
            .is_none_or(|((first, last), (from, to))| first <= to && from <= last);
        years && quarters
    }

    /// In words, in both languages.
    pub fn told(self) -> Both {
        let roman = |n: u8| bahasa::roman::format_roman(u16::from(n)).unwrap_or_default();
        let one = |(first, last): &(u8, u8)| first == last;
        let id = self.quarters.map(|named| {
            let (first, last) = (roman(named.0), roman(named.1));
            if one(&named) {
                format!("Triwulan {first}")
            } else {
                format!("Triwulan {first} sampai dengan {last}")
            }
        });
        let en = self.quarters.map(|named| {
            let (first, last) = named;
            if one(&named) {
                format!("quarter {first}")
            } else {
                format!("quarters {first} to {last}")
            }
        });
        let joined = |quarter: Option<String>, between: &str, alone: &str| match (
            quarter, self.tahun,
        ) {
            (Some(quarter), Some(tahun)) => format!("{quarter} {between} {tahun}"),
            (Some(quarter), None) => quarter,
            (None, Some(tahun)) => format!("{alone} {tahun}"),
            (None, None) => String::new(),
        };
        Both::new(joined(id, "Tahun", "Tahun"), joined(en, "of", "the year"))
    }
}

impl From<Periode> for NamedPeriod {
    fn from(periode: Periode) -> Self {
        Self {
            quarters: Some((periode.triwulan, periode.triwulan)),
            tahun: Some(periode.tahun),
        }
    }
}

/// The quarters that words begin with, and how many words say them.
fn quarters(words: &[&str]) -> Option<(NamedPeriod, usize)> {
    let (first, mut read) = first_quarter(words)?;
    let mut last = first;
    loop {
        let rest = &words[read..];
        let between = rest.iter().take_while(|word| BETWEEN.contains(word)).count();
        let again = usize::from(
            rest.get(between).is_some_and(|word| matches!(*word, "triwulan" | "tw")),
        );
        let next = rest.get(between + again);
        // A figure that follows without a word between belongs to something else.
        let is_roman = next.is_some_and(|word| word.parse::<u8>().is_err());
        let Some(quarter) = next.and_then(|word| quarter_number(word)) else { break };
        if between == 0 && !is_roman {
            break;
        }
        last = quarter;
        read += between + again + 1;
    }
    let gap = words[read..].iter().take_while(|word| BEFORE_YEAR.contains(word)).count();
    let tahun = words.get(read + gap).and_then(|word| year(word));
    if tahun.is_some() {
        read += gap + 1;
    }
    let quarters = Some((first.min(last), first.max(last)));
    Some((NamedPeriod { quarters, tahun }, read))
}

/// "triwulan iv", "tri wulan 4", "tw4", "triwulan ke 4", "triwulan keempat".
fn first_quarter(words: &[&str]) -> Option<(u8, usize)> {
    let named = match words {
        ["triwulan" | "tw", ..] => 1,
        ["tri", "wulan", ..] => 2,
        [glued, ..] => return Some((quarter_number(glued.strip_prefix("tw")?)?, 1)),
        [] => return None,
    };
    let named = named + usize::from(words.get(named) == Some(&"ke"));
    Some((quarter_number(words.get(named)?)?, named + 1))
}

fn year(word: &str) -> Option<i16> {
    let year = word.parse().ok().filter(|year| (2000..=2100).contains(year));
    year.filter(|_| word.len() == 4)
}

fn of_year(words: &[&str], at: usize) -> Option<(NamedPeriod, usize)> {
    let [word, next, ..] = words.get(at..)? else { return None };
    let tahun = year(next).filter(|_| *word == "tahun")?;
    let before = &words[..at];
    let near = before.get(before.len().saturating_sub(3)..)?;
    let of_law = near.iter().any(|word| matches!(*word, "nomor" | "no"));
    (!of_law).then_some((NamedPeriod { quarters: None, tahun: Some(tahun) }, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::diag::Lang::{En, Id};

    fn told(text: &str) -> Vec<String> {
        NamedPeriod::all(text).iter().map(|p| p.told().of(Id).to_owned()).collect()
    }

    #[test]
    fn periods_as_letters_name_them() {
        for (text, expected) in [
            ("Hasil Evaluasi SPM Triwulan IV Tahun 2024", "Triwulan IV Tahun 2024"),
            ("CAPAIAN TRIWULAN IV TAHUN ANGGARAN 2024", "Triwulan IV Tahun 2024"),
            ("Laporan TW-IV/2024", "Triwulan IV Tahun 2024"),
            ("Laporan tw2 2025", "Triwulan II Tahun 2025"),
            ("Rakor Tri Wulan Ke-3", "Triwulan III"),
            ("Undangan triwulan keempat", "Triwulan IV"),
            ("Triwulan I s.d. IV Tahun 2024", "Triwulan I sampai dengan IV Tahun 2024"),
            ("Triwulan I dan Triwulan II", "Triwulan I sampai dengan II"),
            ("Evaluasi SPM Tahun 2023", "Tahun 2023"),
        ] {
            assert_eq!(told(text), [expected], "{text}");
        }
        let both = ["Triwulan III Tahun 2024", "Triwulan IV Tahun 2024"];
        assert_eq!(told("TW III 2024 dibanding TW IV 2024"), both);
        for text in [
            "Permohonan Narasumber",
            "Sosialisasi Permendagri Nomor 59 Tahun 2021",
            "Usulan Tahun Anggaran 2025",
            "2024 orang",
            "twitter",
            "Triwulan V",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }

    #[test]
    fn what_only_one_names_does_not_part_them() {
        let agree = |one: &str, two: &str| {
            NamedPeriod::all(one)[0].agrees(NamedPeriod::all(two)[0])
        };
        assert!(agree("Triwulan IV", "Triwulan IV Tahun 2024"));
        assert!(agree("Triwulan I s.d. IV", "TW II 2024"));
        assert!(agree("Tahun 2024", "TW II 2024"));
        assert!(!agree("Triwulan IV Tahun 2024", "Triwulan I Tahun 2025"));
        assert!(!agree("Tahun 2024", "TW I 2025"));
        let periode = NamedPeriod::from(Periode { tahun: 2025, triwulan: 1 });
        assert_eq!(periode.told().of(En), "quarter 1 of 2025");
    }
}
