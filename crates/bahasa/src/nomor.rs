//! Letter numbers from the daerah's own pattern, such as `{klas}/{urut:03}/{unit}/{tahun}`.
//!
//! Each daerah has its own pattern (`naskah-dinas.md` 1.6), so it is data. The serial
//! number is often not known while the letter is a draft: it prints as a gap of fixed
//! width to be filled by hand.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::date::month_in_roman;

/// What an unknown part prints as: eight no-break spaces, which no line end and no
/// spreadsheet will swallow.
pub const GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Widest zero padding of a serial number, in digits.
const LEBAR_TERBESAR: usize = 9;

/// The parts of one letter number. An empty text or a missing value prints [`GAP`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NomorSurat<'a> {
    /// Kode klasifikasi arsip, such as "100.1.2" (Permendagri 83/2022).
    pub klas: &'a str,
    /// Serial number in the year; `None` while it is not yet given out.
    pub urut: Option<u32>,
    /// Code of the unit that makes the letter, such as "PEM".
    pub unit: &'a str,
    /// Date of the letter; `None` while it is not yet set.
    pub tanggal: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Bagian {
    Tetap(String),
    Klas,
    Urut { lebar: usize },
    Unit,
    Tahun,
    Bulan,
    BulanRomawi,
}

/// A checked pattern. Made with [`str::parse`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    bagian: Vec<Bagian>,
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
        }
    }
}

impl std::error::Error for PatternError {}

impl NumberPattern {
    /// The tokens a pattern may use.
    pub const TOKEN: [&'static str; 6] =
        ["klas", "urut", "unit", "tahun", "bulan", "bulan_romawi"];

    /// Whether the serial number is part of it; without one, all letters have one number.
    pub fn has_serial(&self) -> bool {
        self.bagian.iter().any(|bagian| matches!(bagian, Bagian::Urut { .. }))
    }

    /// Fills the pattern. With an unknown serial number: "100.1.2/        /PEM/2024".
    pub fn fill(&self, nomor: &NomorSurat<'_>) -> String {
        let teks =
            |isi: &str| if isi.is_empty() { GAP.to_owned() } else { isi.to_owned() };
        let tanggal = |cetak: fn(Date) -> String| {
            nomor.tanggal.map_or_else(|| GAP.to_owned(), cetak)
        };
        self.bagian
            .iter()
            .map(|bagian| match bagian {
                Bagian::Tetap(isi) => isi.clone(),
                Bagian::Klas => teks(nomor.klas),
                Bagian::Unit => teks(nomor.unit),
                Bagian::Urut { lebar } => nomor
                    .urut
                    .map_or_else(|| GAP.to_owned(), |urut| format!("{urut:0>lebar$}")),
                Bagian::Tahun => tanggal(|t| t.year().to_string()),
                Bagian::Bulan => tanggal(|t| format!("{:02}", t.month())),
                Bagian::BulanRomawi => tanggal(month_in_roman),
            })
            .collect()
    }
}

impl FromStr for NumberPattern {
    type Err = PatternError;

    fn from_str(pola: &str) -> Result<Self, PatternError> {
        if pola.trim().is_empty() {
            return Err(PatternError::Empty);
        }
        let mut bagian = Vec::new();
        let mut sisa = pola;
        while let Some(buka) = sisa.find(['{', '}']) {
            let (tetap, lanjut) = sisa.split_at(buka);
            if !tetap.is_empty() {
                bagian.push(Bagian::Tetap(tetap.to_owned()));
            }
            let (token, lanjut) = lanjut
                .strip_prefix('{')
                .and_then(|l| l.split_once('}'))
                .ok_or(PatternError::UnbalancedBraces)?;
            bagian.push(baca_token(token)?);
            sisa = lanjut;
        }
        if !sisa.is_empty() {
            bagian.push(Bagian::Tetap(sisa.to_owned()));
        }
        Ok(Self { bagian })
    }
}

fn baca_token(token: &str) -> Result<Bagian, PatternError> {
    let (nama, lebar) = match token.split_once(':') {
        Some((nama, lebar)) => (nama, Some(lebar)),
        None => (token, None),
    };
    let bagian = match nama {
        "klas" => Bagian::Klas,
        "urut" => Bagian::Urut { lebar: 1 },
        "unit" => Bagian::Unit,
        "tahun" => Bagian::Tahun,
        "bulan" => Bagian::Bulan,
        "bulan_romawi" => Bagian::BulanRomawi,
        _ => return Err(PatternError::UnknownToken(token.to_owned())),
    };
    let salah = || PatternError::BadWidth(token.to_owned());
    match (bagian, lebar) {
        (bagian, None) => Ok(bagian),
        (Bagian::Urut { .. }, Some(lebar)) => lebar
            .strip_prefix('0')
            .and_then(|angka| angka.parse().ok())
            .filter(|lebar| (1..=LEBAR_TERBESAR).contains(lebar))
            .map(|lebar| Bagian::Urut { lebar })
            .ok_or_else(salah),
        _ => Err(salah()),
    }
}

/// Whether a text has the shape of a kode klasifikasi arsip: three digits, then up to
/// four groups of digits after dots (Permendagri 83/2022; the codes themselves are the
/// daerah's data).
pub fn is_klas(teks: &str) -> bool {
    let mut bagian = teks.split('.');
    let angka = |isi: &str| !isi.is_empty() && isi.bytes().all(|b| b.is_ascii_digit());
    bagian.next().is_some_and(|awal| awal.len() == 3 && angka(awal))
        && bagian.clone().count() <= 4
        && bagian.all(angka)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const SURAT: NomorSurat<'static> = NomorSurat {
        klas: "100.1.2",
        urut: Some(7),
        unit: "PEM",
        tanggal: Some(date(2024, 9, 5)),
    };

    fn pola(teks: &str) -> NumberPattern {
        teks.parse().unwrap()
    }

    #[test]
    fn vectors_54_and_55() {
        let pola = pola("{klas}/{urut:03}/{unit}/{tahun}");
        assert_eq!(pola.fill(&SURAT), "100.1.2/007/PEM/2024");
        let kosong = NomorSurat { urut: None, ..SURAT };
        assert_eq!(pola.fill(&kosong), format!("100.1.2/{GAP}/PEM/2024"));
        assert_eq!(GAP.chars().count(), 8);
    }

    #[test]
    fn other_patterns() {
        assert_eq!(
            pola("{klas} / {urut} / {bulan_romawi} / {tahun}").fill(&SURAT),
            "100.1.2 / 7 / IX / 2024"
        );
        assert_eq!(pola("B-{urut:02}/{bulan}").fill(&SURAT), "B-07/09");
        assert!(pola("B-{urut:02}/{bulan}").has_serial() && !pola("{klas}").has_serial());
        let polos = NomorSurat { tanggal: None, unit: "", ..SURAT };
        assert_eq!(pola("{unit}{tahun}").fill(&polos), format!("{GAP}{GAP}"));
        let besar = NomorSurat { urut: Some(627_498), ..SURAT };
        assert_eq!(pola("{urut:03}").fill(&besar), "627498");
    }

    #[test]
    fn bad_patterns() {
        use PatternError as G;
        for (teks, galat) in [
            (" ", G::Empty),
            ("{klas", G::UnbalancedBraces),
            ("klas}", G::UnbalancedBraces),
            ("{nomor}", G::UnknownToken("nomor".into())),
            ("{urut:3}", G::BadWidth("urut:3".into())),
            ("{urut:099}", G::BadWidth("urut:099".into())),
            ("{tahun:02}", G::BadWidth("tahun:02".into())),
        ] {
            assert_eq!(teks.parse::<NumberPattern>(), Err(galat), "{teks}");
        }
    }

    #[test]
    fn shape_of_classification_codes() {
        for sah in ["100", "100.1.2", "000.8.3.3", "400.3.10.1.2"] {
            assert!(is_klas(sah), "{sah}");
        }
        for salah in ["", "10", "1000", "100.", "100.a", "100.1.2.3.4.5"] {
            assert!(!is_klas(salah), "{salah}");
        }
    }
}
