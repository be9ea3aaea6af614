//! Letter numbers from the daerah's own pattern, such as `{klas}/{urut:03}/{unit}/{tahun}`.
//!
//! Each daerah has its own pattern (`naskah-dinas.md` 1.6), so it is data. The serial
//! number is often not known while the letter is a draft: it prints as a gap of fixed
//! width to be filled by hand.

mod reading;

pub use reading::NumberReading;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::date::month_in_roman;

/// What an unknown part prints as: eight no-break spaces, which no line end and no
/// spreadsheet will swallow.
pub const GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Widest zero padding of a serial number, in digits.
const WIDEST: usize = 9;

/// The parts of one letter number. An empty text or a missing value prints [`GAP`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NomorSurat<'a> {
    /// Kode klasifikasi arsip, such as "100.1.2" (Permendagri 83/2022).
    pub klas: &'a str,
    /// Serial number in the year; `None` while it is not yet given out.
    pub urut: Option<u32>,
    /// Code of the unit that makes the letter, such as "PEM".
    pub unit: &'a str,
    /// Code of the bidang or bagian that wrote it, such as "TAPEM".
    pub bidang: &'a str,
    /// Date of the letter; `None` while it is not yet set.
    pub tanggal: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum NumberPart {
    Fixed(String),
    Klas,
    Serial { width: usize },
    Unit,
    Bidang,
    Year,
    Month,
    MonthRoman,
}

/// A checked pattern. Made with [`str::parse`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    parts: Vec<NumberPart>,
}

/// Why a pattern is not usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// Nothing in it.
    Empty,
    /// A `{` without `}`, or the other way round.
    UnbalancedBraces,
    /// A token that is not one of [`NumberPattern::TOKEN`].
    UnknownToken(String),
    /// A width that is not `:0` and one digit 1..=9, or on another token than `urut`.
    BadWidth(String),
    /// A sheet would take the number for a formula.
    Formula,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("pola nomor kosong"),
            Self::UnbalancedBraces => f.write_str("kurung kurawal tidak berpasangan"),
            Self::UnknownToken(token) => {
                write!(
                    f,
                    "`{{{token}}}` tidak dikenal; pilihan: {}",
                    NumberPattern::TOKEN.join(", ")
                )
            }
            Self::BadWidth(token) => {
                write!(f, "`{{{token}}}`: lebar ditulis seperti {{urut:03}}")
            }
            Self::Formula => f.write_str("berawal tanda rumus lembar sebar"),
        }
    }
}

impl std::error::Error for PatternError {}

impl NumberPattern {
    /// The tokens a pattern may use.
    pub const TOKEN: [&'static str; 7] =
        ["klas", "urut", "unit", "bidang", "tahun", "bulan", "bulan_romawi"];

    /// Whether the serial number is part of it; without one, all letters have one number.
    pub fn has_serial(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, NumberPart::Serial { .. }))
    }

    /// Whether the pattern asks for the value of a key of the letter: `klas`, `unit` or `bidang`.
    pub fn asks(&self, key: &str) -> bool {
        self.parts.iter().any(|part| match part {
            NumberPart::Klas => key == "klas",
            NumberPart::Unit => key == "unit",
            NumberPart::Bidang => key == "bidang",
            _ => false,
        })
    }

    /// What all numbers of one sequence share: the pattern filled but for its serial number,
    /// month and year, without the parts between slashes that hold nothing else. `None` where
    /// nothing is left.
    pub fn sequence(&self, nomor: &NomorSurat<'_>) -> Option<String> {
        const COUNTED: char = '\0';
        let filled: String = self
            .parts
            .iter()
            .map(|part| match part {
                NumberPart::Fixed(body) => body.as_str(),
                NumberPart::Klas => nomor.klas,
                NumberPart::Unit => nomor.unit,
                NumberPart::Bidang => nomor.bidang,
                NumberPart::Serial { .. }
                | NumberPart::Year
                | NumberPart::Month
                | NumberPart::MonthRoman => "\0",
            })
            .collect();
        let kept: Vec<String> = filled
            .split('/')
            .filter(|part| {
                let rest = part.replace(COUNTED, "");
                rest == *part || !rest.trim().is_empty()
            })
            .map(|part| part.replace(COUNTED, "").to_lowercase())
            .collect();
        (!kept.is_empty()).then(|| kept.join("/"))
    }

    /// Fills the pattern. With an unknown serial number: "100.1.2/        /PEM/2024".
    pub fn fill(&self, nomor: &NomorSurat<'_>) -> String {
        self.pieces(nomor).map(|(_, text)| text).collect()
    }

    /// The parts of the filled pattern, each with the value it prints; the pattern's own
    /// words print none.
    pub fn pieces<'a>(
        &'a self,
        nomor: &'a NomorSurat<'_>,
    ) -> impl Iterator<Item = (Option<&'static str>, String)> + 'a {
        let text =
            |body: &str| if body.is_empty() { GAP.to_owned() } else { body.to_owned() };
        let tanggal = |print: fn(Date) -> String| {
            nomor.tanggal.map_or_else(|| GAP.to_owned(), print)
        };
        self.parts.iter().map(move |part| match part {
            NumberPart::Fixed(body) => (None, body.clone()),
            NumberPart::Klas => (Some("klas"), text(nomor.klas)),
            NumberPart::Unit => (Some("unit"), text(nomor.unit)),
            NumberPart::Bidang => (Some("bidang"), text(nomor.bidang)),
            NumberPart::Serial { width } => {
                let given = nomor.urut.map(|urut| format!("{urut:0>width$}"));
                (Some("urut"), given.unwrap_or_else(|| GAP.to_owned()))
            }
            NumberPart::Year => (Some("tanggal"), tanggal(|t| t.year().to_string())),
            NumberPart::Month => {
                (Some("tanggal"), tanggal(|t| format!("{:02}", t.month())))
            }
            NumberPart::MonthRoman => (Some("tanggal"), tanggal(month_in_roman)),
        })
    }
}

impl FromStr for NumberPattern {
    type Err = PatternError;

    fn from_str(pattern: &str) -> Result<Self, PatternError> {
        if pattern.trim().is_empty() {
            return Err(PatternError::Empty);
        }
        if is_formula(pattern) {
            return Err(PatternError::Formula);
        }
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some(open) = rest.find(['{', '}']) {
            let (fixed, after) = rest.split_at(open);
            if !fixed.is_empty() {
                parts.push(NumberPart::Fixed(fixed.to_owned()));
            }
            let (token, after) = after
                .strip_prefix('{')
                .and_then(|l| l.split_once('}'))
                .ok_or(PatternError::UnbalancedBraces)?;
            parts.push(read_token(token)?);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(NumberPart::Fixed(rest.to_owned()));
        }
        Ok(Self { parts })
    }
}

fn read_token(token: &str) -> Result<NumberPart, PatternError> {
    let (name, width) = match token.split_once(':') {
        Some((name, width)) => (name, Some(width)),
        None => (token, None),
    };
    let part = match name {
        "klas" => NumberPart::Klas,
        "urut" => NumberPart::Serial { width: 1 },
        "unit" => NumberPart::Unit,
        "bidang" => NumberPart::Bidang,
        "tahun" => NumberPart::Year,
        "bulan" => NumberPart::Month,
        "bulan_romawi" => NumberPart::MonthRoman,
        _ => return Err(PatternError::UnknownToken(token.to_owned())),
    };
    let wrong = || PatternError::BadWidth(token.to_owned());
    match (part, width) {
        (part, None) => Ok(part),
        (NumberPart::Serial { .. }, Some(width)) => width
            .strip_prefix('0')
            .and_then(|digits| digits.parse().ok())
            .filter(|width| (1..=WIDEST).contains(width))
            .map(|width| NumberPart::Serial { width })
            .ok_or_else(wrong),
        _ => Err(wrong()),
    }
}

/// Whether a sheet takes a text for a formula; some programs read the East Asian forms of the
/// signs as the plain ones. A number that begins with a hyphen is none.
pub fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '@', '＝', '＋', '＠'])
}

/// Whether a text has the shape of a kode klasifikasi arsip: three digits, then up to
/// four groups of digits after dots (Permendagri 83/2022; the codes themselves are the
/// daerah's data).
pub fn is_klas(text: &str) -> bool {
    let mut parts = text.split('.');
    let digits =
        |body: &str| !body.is_empty() && body.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(|first| first.len() == 3 && digits(first))
        && parts.clone().count() <= 4
        && parts.all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const SURAT: NomorSurat<'static> = NomorSurat {
        klas: "100.1.2",
        urut: Some(7),
        unit: "PEM",
        bidang: "TAPEM",
        tanggal: Some(date(2024, 9, 5)),
    };

    fn pattern(text: &str) -> NumberPattern {
        text.parse().unwrap()
    }

    #[test]
    fn vectors_54_and_55() {
        let pattern = pattern("{klas}/{urut:03}/{unit}/{tahun}");
        assert_eq!(pattern.fill(&SURAT), "100.1.2/007/PEM/2024");
        let empty = NomorSurat { urut: None, ..SURAT };
        assert_eq!(pattern.fill(&empty), format!("100.1.2/{GAP}/PEM/2024"));
        assert_eq!(GAP.chars().count(), 8);
    }

    #[test]
    fn other_patterns() {
        assert_eq!(
            pattern("{klas} / {urut} / {bulan_romawi} / {tahun}").fill(&SURAT),
            "100.1.2 / 7 / IX / 2024"
        );
        assert_eq!(pattern("B-{urut:02}/{bulan}").fill(&SURAT), "B-07/09");
        assert!(
            pattern("B-{urut:02}/{bulan}").has_serial()
                && !pattern("{klas}").has_serial()
        );
        assert_eq!(pattern("{urut}/{bidang}").fill(&SURAT), "7/TAPEM");
        let plain = NomorSurat { tanggal: None, unit: "", ..SURAT };
        assert_eq!(pattern("{unit}{tahun}").fill(&plain), format!("{GAP}{GAP}"));
        let upper = NomorSurat { urut: Some(627_498), ..SURAT };
        assert_eq!(pattern("{urut:03}").fill(&upper), "627498");
    }

    #[test]
    fn bad_patterns() {
        use PatternError as G;
        for (text, error) in [
            (" ", G::Empty),
            ("{klas", G::UnbalancedBraces),
            ("klas}", G::UnbalancedBraces),
            ("{nomor}", G::UnknownToken("nomor".into())),
            ("{urut:3}", G::BadWidth("urut:3".into())),
            ("{urut:099}", G::BadWidth("urut:099".into())),
            ("{tahun:02}", G::BadWidth("tahun:02".into())),
            (" =1+{urut}", G::Formula),
        ] {
            assert_eq!(text.parse::<NumberPattern>(), Err(error), "{text}");
        }
    }

    #[test]
    fn shape_of_classification_codes() {
        for valid in ["100", "100.1.2", "000.8.3.3", "400.3.10.1.2"] {
            assert!(is_klas(valid), "{valid}");
        }
        for wrong in ["", "10", "1000", "100.", "100.a", "100.1.2.3.4.5"] {
            assert!(!is_klas(wrong), "{wrong}");
        }
    }
}
