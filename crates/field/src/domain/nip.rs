//! NIP of PNS and NI PPPK: eighteen digits in four groups; NRP of TNI and Polri: one number.
//!
//! Digits 1-8 birth date, 9-12 year of appointment, 13-14 its month (PNS) or the number
//! of the work agreement (PPPK), 15 gender, 16-18 serial number. Source: practice,
//! `naskah-dinas.md` 2.6; so everything but the length is a warning, not an error.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// Youngest age at appointment that passes without a warning, in years (practice).
const YOUNGEST: i16 = 17;

/// The number of somebody in the service of the state: eighteen digits of a civil servant, or
/// the NRP of TNI and Polri.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip {
    number: String,
    status: StatusAsn,
}

/// How somebody serves; digits 13-14 mean something else for PNS and PPPK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum StatusAsn {
    /// Pegawai negeri sipil.
    #[default]
    Pns,
    /// Pegawai pemerintah dengan perjanjian kerja.
    Pppk,
    /// TNI and Polri, whose number is an NRP.
    Service,
}

impl StatusAsn {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 3] =
        [("pns", Self::Pns), ("pppk", Self::Pppk), ("tni-polri", Self::Service)];

    /// The word in the data.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, v)| *v == self).map_or("", |(word, _)| word)
    }

    /// What the number is called, where no profile says otherwise.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pns => "NIP",
            Self::Pppk => "NI PPPK",
            Self::Service => "NRP",
        }
    }
}

/// Gender as digit 15 tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Digit 1.
    Male,
    /// Digit 2.
    Female,
}

/// Why a text is not a NIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NipError {
    /// Not eighteen digits; holds how many there are.
    Length(usize),
    /// Not 5 to 14 digits of an NRP; holds how many there are.
    NrpLength(usize),
    /// Something that is neither a digit nor a blank, dot or hyphen.
    NotADigit(char),
}

impl fmt::Display for NipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(16) => f.write_str("ini 16 angka seperti NIK, NIP 18 angka"),
            Self::Length(ada) => write!(f, "NIP terdiri atas 18 angka, ini {ada}"),
            Self::NrpLength(ada) => {
                write!(f, "NRP terdiri atas 5 s.d. 14 angka, ini {ada}")
            }
            Self::NotADigit(letters) => write!(f, "`{letters}` bukan angka"),
        }
    }
}

impl std::error::Error for NipError {}

/// Something in a NIP that is probably a typing mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NipWarning {
    /// Digits 5-6 are no month.
    BirthMonth(u8),
    /// Digits 1-8 are no date, though the month is one (30 February).
    BirthDate,
    /// Digits 13-14 of a PNS are no month.
    AppointmentMonth(u8),
    /// Digit 15 is neither 1 nor 2.
    GenderDigit(u8),
    /// Digit 15 says another gender than the data.
    OtherGender,
    /// Appointed at an age (in years, by calendar years) below seventeen or before birth.
    AppointmentAge(i16),
}

impl fmt::Display for NipWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BirthMonth(bulan) => write!(f, "bulan lahir {bulan:02} tidak ada"),
            Self::BirthDate => f.write_str("tanggal lahir tidak ada"),
            Self::AppointmentMonth(bulan) => {
                write!(
                    f,
                    "bulan pengangkatan {bulan:02} tidak ada; NI PPPK ditandai pppk = true"
                )
            }
            Self::GenderDigit(kode) => {
                write!(f, "angka ke-15 adalah {kode}, seharusnya 1 atau 2")
            }
            Self::OtherGender => {
                f.write_str("angka ke-15 tidak cocok dengan jenis kelamin")
            }
            Self::AppointmentAge(age) => {
                write!(f, "usia saat diangkat {age} tahun")
            }
        }
    }
}

impl Nip {
    /// The number of a TNI or Polri member: 5 to 14 digits, with the letter that the navy writes
    /// behind them ("12345/P").
    pub fn nrp(text: &str) -> Result<Self, NipError> {
        let text = without_word(text.trim(), "nrp");
        let (digits, letter) = text.split_once('/').unwrap_or((text, ""));
        let mut number = digits_of(digits)?;
        if !(5..=14).contains(&number.len()) {
            return Err(NipError::NrpLength(number.len()));
        }
        match letter.trim() {
            "" => {}
            one if one.len() == 1 && one.chars().all(|c| c.is_ascii_alphabetic()) => {
                number.push('/');
                number.push_str(&one.to_uppercase());
            }
            other => {
                return Err(NipError::NotADigit(other.chars().next().unwrap_or('/')));
            }
        }
        Ok(Self { number, status: StatusAsn::Service })
    }

    /// The same number as one of somebody who serves so.
    #[must_use]
    pub fn of(self, status: StatusAsn) -> Self {
        Self { status, ..self }
    }

    /// How its owner serves.
    pub const fn status(&self) -> StatusAsn {
        self.status
    }

    /// The digits without blanks.
    pub fn digits(&self) -> &str {
        &self.number
    }

    /// The digits in groups of 8, 6, 1 and 3: "19860926 201505 1 001"; an NRP is one group.
    pub fn grouped(&self) -> String {
        let d = &self.number;
        if self.status == StatusAsn::Service {
            return d.clone();
        }
        format!("{} {} {} {}", &d[..8], &d[8..14], &d[14..15], &d[15..])
    }

    /// The groups, which no line's end tears apart.
    pub fn unbroken(&self) -> String {
        self.grouped().replace(' ', "\u{a0}")
    }

    /// The birth date, when digits 1-8 are a date.
    pub fn birth_date(&self) -> Option<Date> {
        let bulan = i8::try_from(self.number(4, 6)).ok()?;
        let day = i8::try_from(self.number(6, 8)).ok()?;
        Date::new(self.year(0), bulan, day).ok()
    }

    /// The gender, when digit 15 is 1 or 2.
    pub fn gender(&self) -> Option<Gender> {
        match self.number(14, 15) {
            1 => Some(Gender::Male),
            2 => Some(Gender::Female),
            _ => None,
        }
    }

    /// What looks wrong, in the order of the digits. `jenis_kelamin` is what the data
    /// says, where it says anything.
    pub fn warnings(
        &self,
        status: StatusAsn,
        jenis_kelamin: Option<Gender>,
    ) -> Vec<NipWarning> {
        use NipWarning as P;
        let mut hasil = Vec::new();
        if self.status == StatusAsn::Service {
            return hasil;
        }
        let birth_month = self.number(4, 6);
        if !(1..=12).contains(&birth_month) {
            hasil.push(P::BirthMonth(birth_month));
        } else if self.birth_date().is_none() {
            hasil.push(P::BirthDate);
        }
        let age = self.year(8) - self.year(0);
        if age < YOUNGEST {
            hasil.push(P::AppointmentAge(age));
        }
        let bulan = self.number(12, 14);
        if status == StatusAsn::Pns && !(1..=12).contains(&bulan) {
            hasil.push(P::AppointmentMonth(bulan));
        }
        match (self.gender(), jenis_kelamin) {
            (None, _) => hasil.push(P::GenderDigit(self.number(14, 15))),
            (Some(kode), Some(data)) if kode != data => {
                hasil.push(P::OtherGender);
            }
            _ => {}
        }
        hasil
    }

    /// The number in digits `dari..sampai`, at most two of them.
    fn number(&self, dari: usize, sampai: usize) -> u8 {
        self.number[dari..sampai].parse().unwrap_or_default()
    }

    /// The four-digit year that starts at digit `dari`.
    fn year(&self, dari: usize) -> i16 {
        self.number[dari..dari + 4].parse().unwrap_or_default()
    }
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.grouped())
    }
}

impl FromStr for Nip {
    type Err = NipError;

    /// Reads grouped and ungrouped digits, with or without the word "NIP" in front.
    fn from_str(text: &str) -> Result<Self, NipError> {
        let mut said = text.trim();
        for word in ["nipppk", "ni pppk", "nip"] {
            said = without_word(said, word);
        }
        let number = digits_of(said)?;
        if number.len() == 18 {
            Ok(Self { number, status: StatusAsn::Pns })
        } else {
            Err(NipError::Length(number.len()))
        }
    }
}

/// A text without a word in front and what ties it to the number.
fn without_word<'a>(text: &'a str, word: &str) -> &'a str {
    match text.get(..word.len()) {
        Some(start) if start.eq_ignore_ascii_case(word) => {
            text[word.len()..].trim_start_matches(['.', ':', ' ', '\u{a0}'])
        }
        _ => text,
    }
}

/// The digits of a number that may be parted by blanks, dots and hyphens.
fn digits_of(text: &str) -> Result<String, NipError> {
    let mut digits = String::with_capacity(18);
    for letter in text.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '.' | '-' => {}
            _ if letter.is_whitespace() => {}
            _ => return Err(NipError::NotADigit(letter)),
        }
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use NipWarning as P;

    fn nip(text: &str) -> Nip {
        text.parse().unwrap()
    }

    #[test]
    fn vectors_60_and_61() {
        for text in [
            "198609262015051001",
            "19860926 201505 1 001",
            "NIP. 19860926\u{a0}201505\u{a0}1\u{a0}001",
            "19860926.201505.1.001",
        ] {
            assert_eq!(nip(text).grouped(), "19860926 201505 1 001");
            assert_eq!(nip(text).digits(), "198609262015051001");
        }
        assert!(nip("198609262015051001").warnings(StatusAsn::Pns, None).is_empty());
    }

    #[test]
    fn vectors_62_to_64() {
        let pppk = nip("199001012022212003");
        assert!(pppk.warnings(StatusAsn::Pppk, Some(Gender::Female)).is_empty());
        assert_eq!(pppk.warnings(StatusAsn::Pns, None), [P::AppointmentMonth(21)]);
        assert_eq!(
            nip("198613262015051001").warnings(StatusAsn::Pns, None),
            [P::BirthMonth(13)]
        );
        assert_eq!("19861326201505100".parse::<Nip>(), Err(NipError::Length(17)));
    }

    #[test]
    fn other_warnings() {
        let wrong = nip("198602302001053001");
        assert_eq!(
            wrong.warnings(StatusAsn::Pns, Some(Gender::Male)),
            [P::BirthDate, P::AppointmentAge(15), P::GenderDigit(3)]
        );
        let male = nip("198609262015051001");
        assert_eq!(male.warnings(StatusAsn::Pns, Some(Gender::Female)), [P::OtherGender]);
        assert_eq!(male.birth_date(), Some(jiff::civil::date(1986, 9, 26)));
    }

    #[test]
    fn numbers_of_tni_and_polri() {
        for (text, number) in [
            ("73050421", "73050421"),
            ("NRP. 11970032450375", "11970032450375"),
            ("12345/P", "12345/P"),
        ] {
            let nrp = Nip::nrp(text).unwrap();
            assert_eq!((nrp.grouped().as_str(), nrp.status().label()), (number, "NRP"));
            assert!(nrp.warnings(StatusAsn::Pns, None).is_empty());
        }
        assert_eq!(Nip::nrp("1234"), Err(NipError::NrpLength(4)));
        assert_eq!(nip("NIPPPK 199001012022212003").digits(), "199001012022212003");
    }

    #[test]
    fn refused() {
        assert_eq!("1986O926".parse::<Nip>(), Err(NipError::NotADigit('O')));
        assert_eq!("".parse::<Nip>(), Err(NipError::Length(0)));
        assert_eq!("NIP".parse::<Nip>(), Err(NipError::Length(0)));
    }
}
