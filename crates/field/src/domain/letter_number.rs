//! The number of a letter as a thing: how it is printed, who gave it, and its parts as far as
//! the rule that made it knows them.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

use super::srikandi;
use bahasa::nomor::{GAP, NumberReading};
use bahasa::{NomorSurat, NumberPattern};

/// The number of a letter. Two that read the same are equal, whoever gave them.
#[derive(Debug, Clone)]
pub struct LetterNumber {
    text: String,
    /// What the text says, however it is written.
    reading: NumberReading,
    /// The template whose letter has it, where that is known.
    template: Option<String>,
    /// Who gave it.
    pub given_by: GivenBy,
    /// The year in whose sequence it counts, where that is known.
    pub year: Option<i16>,
    /// Its place in the sequence, where that is known.
    pub serial: Option<u32>,
    /// What all numbers of its sequence share.
    sequence: Option<String>,
    whole: bool,
}

/// Who gave a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenBy {
    /// The register of the daerah.
    Register,
    /// The pattern of the letter.
    Pattern,
    /// Somebody who wrote it out.
    Hand,
    /// Srikandi will, when the letter is sent.
    Srikandi,
}

impl LetterNumber {
    /// The number that a pattern gives to a letter. A pattern that is a number written out has
    /// its parts read from what was written.
    pub fn of_pattern(pattern: &NumberPattern, parts: &NomorSurat<'_>) -> Self {
        let (text, year) = (pattern.fill(parts), parts.tanggal.map(Date::year));
        if !pattern.has_serial() {
            return Self::by_hand(&text, year);
        }
        Self {
            year,
            serial: parts.urut,
            sequence: pattern.sequence(parts),
            ..Self::reading(&text, GivenBy::Pattern)
        }
    }

    /// A number that the register of a daerah gave, with its place in the sequence of a year.
    pub fn registered(text: &str, serial: u32, year: i16) -> Self {
        Self {
            year: Some(year),
            serial: Some(serial),
            sequence: shared(text, serial, year),
            whole: true,
            ..Self::reading(text, GivenBy::Register)
        }
    }

    /// A number that somebody wrote out; its parts are those that can be meant by nothing else.
    pub fn by_hand(text: &str, year: Option<i16>) -> Self {
        let serial = year.and_then(|year| serial_in(text, year));
        let sequence = year.zip(serial).and_then(|(year, n)| shared(text, n, year));
        Self { year, serial, sequence, ..Self::reading(text, GivenBy::Hand) }
    }

    /// The variable that Srikandi fills.
    pub fn of_srikandi() -> Self {
        Self { whole: false, ..Self::reading(srikandi::NUMBER, GivenBy::Srikandi) }
    }

    /// A number of which only its print is known.
    fn reading(text: &str, given_by: GivenBy) -> Self {
        Self {
            reading: NumberReading::of(text),
            whole: !text.contains(GAP),
            text: text.to_owned(),
            given_by,
            template: None,
            year: None,
            serial: None,
            sequence: None,
        }
    }

    /// The same number, which a letter of a template has.
    #[must_use]
    pub fn of_template(self, template: &str) -> Self {
        Self { template: Some(template.to_owned()), ..self }
    }

    /// As it is printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What is given of it before the first part that is still to be given; `None` of a whole one.
    pub fn before_gap(&self) -> Option<&str> {
        self.text.split_once(GAP).map(|(before, _)| before)
    }

    /// Whether no part of it is still to be given.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether a reader takes the two for one number: they read the same, and nothing says that
    /// they are of two years. A year that the number itself says goes before that of its letter.
    pub fn is_same(&self, other: &Self) -> bool {
        let year = |number: &Self| number.reading.year().or(number.year);
        let years = year(self).zip(year(other));
        self == other && years.is_none_or(|(one, two)| one == two)
    }

    /// Whether the two are one number of letters of one template, not only two that read the
    /// same.
    pub fn is_one(&self, other: &Self) -> bool {
        self == other && self.template.is_some() && self.template == other.template
    }

    /// What all numbers share that count in the sequence of this one; `None` where that cannot
    /// be told.
    pub fn sequence(&self) -> Option<&str> {
        self.sequence.as_deref()
    }
}

impl fmt::Display for LetterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Ord for LetterNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.reading.cmp(&other.reading)
    }
}

impl PartialOrd for LetterNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for LetterNumber {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for LetterNumber {}

/// The serial number in a printed one, where no second number of it could be meant: the one
/// part between slashes that is all digits and not the year.
pub fn serial_in(text: &str, year: i16) -> Option<u32> {
    let mut parts = text.split('/').map(str::trim).filter(|part| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse() != Ok(year)
    });
    let found = parts.next()?.parse().ok()?;
    let kept = (1..=999_999).contains(&found) && parts.next().is_none();
    kept.then_some(found)
}

/// What a printed number shares with the others of its sequence: all but its serial number,
/// month and year. `None` where nothing else is in it.
fn shared(text: &str, serial: u32, year: i16) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let own = |part: &&str| {
        let part = part.trim();
        part.parse() == Ok(serial) || part.parse() == Ok(year) || MONTHS.contains(&part)
    };
    let kept: Vec<String> =
        text.split('/').filter(|part| !own(part)).map(str::to_lowercase).collect();
    (!kept.is_empty()).then(|| kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn hand(text: &str) -> LetterNumber {
        LetterNumber::by_hand(text, Some(2026))
    }

    #[test]
    fn serial_numbers_are_read_only_where_they_are_plain() {
        for (text, serial) in [
            ("100.1.2/415/PEM", Some(415)),
            ("100.1.2 / 627498 / KL-LMP / VIII / 2026", Some(627_498)),
            ("415", Some(415)),
            // The first could be the klas, and could be the serial number.
            ("470 / 627498 / KL-LMP / VIII / 2026", None),
            ("027/33/DKUPP/2026", None),
            ("PEM/2026", None),
            ("100.1.2/0/PEM", None),
            ("100.1.2/1000000/PEM", None),
        ] {
            assert_eq!(hand(text).serial, serial, "{text}");
        }
    }

    #[test]
    fn numbers_that_read_the_same_are_the_same() {
        assert_eq!(hand("470 / 12 / PEM"), hand("470/12/pem"));
        // What it says itself goes before the year of its letter.
        let dated = |text, year| LetterNumber::by_hand(text, Some(year));
        assert!(dated("9/SE/2025", 2025).is_same(&dated("9/SE/2025", 2026)));
        let (one, two) = ("9/SE TAHUN 2025", "9/SE TAHUN 2026");
        assert!(!LetterNumber::by_hand(one, None).is_same(&hand(two)));
        let mine = hand("9/SE").of_template("edaran");
        assert!(mine.is_one(&hand("09/SE").of_template("edaran")));
        assert!(!mine.is_one(&hand("9/SE")) && !hand("9/SE").is_one(&hand("9/SE")));
        assert!(!mine.is_one(&hand("9/SE").of_template("nota")));
        let (old, open) = (
            LetterNumber::by_hand("470/12/PEM", Some(2025)),
            LetterNumber::by_hand("470/12/PEM", None),
        );
        assert!(!old.is_same(&hand("470/12/PEM")) && open.is_same(&old));
        let mut all = ["470/10/PEM", "470/9/PEM", "100/400/PEM", "470/9/A"].map(hand);
        all.sort();
        let all: Vec<&str> = all.iter().map(LetterNumber::as_str).collect();
        assert_eq!(all, ["100/400/PEM", "470/9/A", "470/9/PEM", "470/10/PEM"]);
    }

    #[test]
    fn letters_of_one_sequence_share_all_but_serial_month_and_year() {
        let of = |text: &str, serial| shared(text, serial, 2024);
        let june = of("100.1.2/201/PEM/VI/2024", 201);
        assert_eq!(june, of("100.1.2/0202/PEM/VII/2024", 202));
        assert_ne!(june, of("000.1.5/201/PEM/VI/2024", 201));
        assert_ne!(june, of("100.1.2/201/UMUM/VI/2024", 201));
        assert_eq!(of("57/2024", 57), None);
        let pattern: NumberPattern =
            "{klas}/{urut:03}/{unit}/{bulan_romawi}/{tahun}".parse().unwrap();
        let parts = NomorSurat {
            klas: "100.1.2",
            urut: Some(201),
            unit: "PEM",
            bidang: "",
            tanggal: Some(date(2024, 6, 3)),
        };
        let filled = LetterNumber::of_pattern(&pattern, &parts);
        assert_eq!((filled.sequence(), filled.serial), (june.as_deref(), Some(201)));
        let open =
            LetterNumber::of_pattern(&pattern, &NomorSurat { urut: None, ..parts });
        assert!(filled.is_whole() && !open.is_whole());
        assert_eq!(open.sequence(), june.as_deref());
    }
}
