//! The number of a letter as a thing: how it is printed, who gave it, and its parts as far as
//! the rule that made it knows them.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

use super::srikandi;
use bahasa::nomor::GAP;
use bahasa::{NomorSurat, NumberPattern};

/// The number of a letter. Two that read the same are equal, whoever gave them.
#[derive(Debug, Clone)]
pub struct LetterNumber {
    text: String,
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
            whole: !text.contains(GAP),
            text,
            given_by: GivenBy::Pattern,
            year,
            serial: parts.urut,
            sequence: pattern.sequence(parts),
        }
    }

    /// A number that the register of a daerah gave, with its place in the sequence of a year.
    pub fn registered(text: &str, serial: u32, year: i16) -> Self {
        Self {
            text: text.to_owned(),
            given_by: GivenBy::Register,
            year: Some(year),
            serial: Some(serial),
            sequence: shared(text, serial, year),
            whole: true,
        }
    }

    /// A number that somebody wrote out; its parts are those that can be meant by nothing else.
    pub fn by_hand(text: &str, year: Option<i16>) -> Self {
        let serial = year.and_then(|year| serial_in(text, year));
        let sequence = year.zip(serial).and_then(|(year, n)| shared(text, n, year));
        let (text, whole) = (text.to_owned(), !text.contains(GAP));
        Self { text, given_by: GivenBy::Hand, year, serial, sequence, whole }
    }

    /// The variable that Srikandi fills.
    pub fn of_srikandi() -> Self {
        Self {
            text: srikandi::NUMBER.to_owned(),
            given_by: GivenBy::Srikandi,
            year: None,
            serial: None,
            sequence: None,
            whole: false,
        }
    }

    /// As it is printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether no part of it is still to be given.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether a reader takes the two for one number: they read the same, and nothing says that
    /// they are of two years.
    pub fn is_same(&self, other: &Self) -> bool {
        let years = self.year.zip(other.year);
        self == other && years.is_none_or(|(one, two)| one == two)
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
        compare(&self.text, &other.text)
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

/// How two printed numbers stand to each other: a 9 before a 10, and case and blanks do not
/// tell two apart.
fn compare(one: &str, two: &str) -> Ordering {
    let (one, two) = (plain(one), plain(two));
    parts(&one).cmp(&parts(&two))
}

/// A printed number without what does not tell two apart.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    // The year is said behind a number that is whole without it.
    match text.rsplit_once("tahun") {
        Some((number, year)) if number.contains('/') && year.parse::<u16>().is_ok() => {
            number.to_owned()
        }
        _ => text,
    }
}

/// Runs of digits, by their worth (zeros before them say nothing), and what stands between them.
fn parts(text: &str) -> Vec<(usize, &str, &str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let words = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (words, after) = after.split_at(words);
        let number = number.trim_start_matches('0');
        parts.push((number.len(), number, words));
        rest = after;
    }
    parts
}

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
        assert_ne!(hand("470/12/PEM"), hand("470/112/PEM"));
        assert_eq!(hand("470/12/PEM"), hand("470/012/PEM"));
        assert_eq!(hand("470/12/PEM"), hand("470/12/PEM TAHUN 2024"));
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
