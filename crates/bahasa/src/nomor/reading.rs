//! What a printed number says, however it is written: the one form in which numbers of letters
//! are compared and sorted.
//!
//! What tells two numbers apart is kept: the worth of each run of digits, the words, and whether
//! digits are parts of one code (`100.1.2`) or stand apart (`100/1/2`). All else is a way of
//! writing: blanks, case, zeros in front, which sign stands between the parts, what stands
//! behind the last one, a month in Roman or in digits, the word "Nomor" in front, "tahun 2024"
//! behind a number that is whole without it.

use std::cmp::Ordering;

use crate::roman::parse_roman;

/// What a printed number says. Equal and sorted by its parts: a 9 before a 10.
#[derive(Debug, Clone, Default)]
pub struct NumberReading {
    parts: Vec<ReadPart>,
    year: Option<i16>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum ReadPart {
    /// A run of digits by its worth: how many there are without zeros in front, these, and
    /// whether no more than a dot stands between it and the number before it.
    Number(usize, String, bool),
    Word(String),
}

impl NumberReading {
    /// Reads a printed number.
    pub fn of(text: &str) -> Self {
        let text = squeezed(text);
        let text = without_label(&text);
        match year_behind(text) {
            None => Self::dated(Self::parts(text)),
            Some((number, digits)) => match Self::parts(number) {
                whole if whole.stand_apart() > 1 => {
                    Self { year: as_year(digits), ..whole }
                }
                // "Nomor 5 Tahun 2024" is not whole without its year.
                mut short => {
                    short.number(digits, false);
                    Self::dated(short)
                }
            },
        }
    }

    /// Its parts, as they stand.
    fn parts(text: &str) -> Self {
        let mut reading = Self::default();
        let mut dotted = false;
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let other = |c: char| c.is_alphanumeric() != next.is_alphanumeric();
            let (run, after) = rest.split_at(rest.find(other).unwrap_or(rest.len()));
            if next.is_alphanumeric() {
                reading.add(run, dotted);
            } else {
                dotted = run.chars().all(|c| ".,".contains(c));
            }
            rest = after;
        }
        reading
    }

    /// With the year that is its last part.
    fn dated(self) -> Self {
        let year = match self.parts.as_slice() {
            [_, .., ReadPart::Number(_, digits, false)] => as_year(digits),
            _ => None,
        };
        Self { year, ..self }
    }

    /// How many parts it has, a code (`100.1.2`) for one.
    fn stand_apart(&self) -> usize {
        let inside = |part: &&ReadPart| matches!(part, ReadPart::Number(_, _, true));
        self.parts.iter().filter(|part| !inside(part)).count()
    }

    /// The year that it says of itself: its last part, or behind the word "tahun".
    pub const fn year(&self) -> Option<i16> {
        self.year
    }

    /// Adds what stands between two signs.
    fn add(&mut self, part: &str, dotted: bool) {
        if let Some(month) = parse_roman(part).filter(|month| *month <= 12) {
            return self.number(&month.to_string(), dotted);
        }
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| c.is_ascii_digit() == first.is_ascii_digit();
            let (run, after) =
                rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
            match self.parts.last_mut() {
                _ if first.is_ascii_digit() => self.number(run, dotted),
                Some(ReadPart::Word(word)) => word.push_str(run),
                _ => self.parts.push(ReadPart::Word(run.to_owned())),
            }
            rest = after;
        }
    }

    fn number(&mut self, digits: &str, dotted: bool) {
        let digits = digits.trim_start_matches('0').to_owned();
        let dotted = dotted && matches!(self.parts.last(), Some(ReadPart::Number(..)));
        self.parts.push(ReadPart::Number(digits.len(), digits, dotted));
    }
}

impl Ord for NumberReading {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts.cmp(&other.parts)
    }
}

impl PartialOrd for NumberReading {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for NumberReading {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Eq for NumberReading {}

/// A text in small letters, without blanks and what cannot be seen, wide letters as the plain
/// ones that they look like.
fn squeezed(text: &str) -> String {
    let seen = |c: &char| {
        !c.is_whitespace()
            && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().filter(seen).map(plain).flat_map(char::to_lowercase).collect()
}

/// Without the word "Nomor" in front.
fn without_label(text: &str) -> &str {
    let word = ["nomor", "nomer", "nmr"].iter().find_map(|word| text.strip_prefix(word));
    let short = || {
        let after = text.strip_prefix("no")?;
        after
            .starts_with(|c: char| ".:".contains(c) || c.is_ascii_digit())
            .then_some(after)
    };
    word.or_else(short).unwrap_or(text)
}

/// What stands before "tahun 2024", and the year.
fn year_behind(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    ["tahun", "thn", "th"].iter().find_map(|word| {
        let (number, year) = text.rsplit_once(word)?;
        let year = year.trim_start_matches('.');
        as_year(year).map(|_| (number, year))
    })
}

/// The year that a part is.
fn as_year(part: &str) -> Option<i16> {
    let year = part.parse().ok().filter(|year| (1900..=2100).contains(year));
    year.filter(|_| part.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_of_writing_a_number_are_one_number() {
        let table: [&[&str]; 6] = [
            &[
                "100.1.2/007/PEM/VI/2024",
                "100.1.2/7/pem/vi/2024",
                "100.1.2 / 7 / PEM / VI / 2024",
                "100.1.2\u{a0}/\u{a0}7/PEM/06/2024",
                "100.1.2/7/PEM/VI/2024.",
                "100.1.2/7/PEM/VI/2024 /",
                "100.1.2\u{2215}7\u{2044}PEM\u{ff0f}VI\\2024",
                "100. 1. 2. / 7 / P E M / VI / 2024",
                "100.1.2//7/PEM/VI/2024;",
                "100.1.2-7-PEM-VI-2024",
                "100.1.2\u{2013}7/PEM/6/2024",
                "\u{ff11}\u{ff10}\u{ff10}.1.2/7/\u{ff30}EM/VI/2024",
                "100.1.2/7\u{200b}/PEM/VI/2024",
                "Nomor : 100.1.2/7/PEM/VI/2024",
                "NO. 100.1.2/7/PEM/VI/2024",
                "No100.1.2/7/PEM/VI/2024",
                "100.01.2/0007/PEM/VI/2024",
            ],
            &["470/12/PEM", "470/12/PEM TAHUN 2024", "470/12/PEM Th. 2024", "470/12-PEM"],
            &["B-12/KL-LMP", "B.12/KL/LMP", "b12 / kl lmp"],
            &["5 Tahun 2024", "Nomor 5 TAHUN 2024", "5/2024"],
            &["NOTA/3", "nota 3"],
            &["12A/SE", "12 a / SE.", "12A SE Tahun 2024"],
        ];
        for (at, writings) in table.iter().enumerate() {
            for text in *writings {
                let read = NumberReading::of(text);
                assert_eq!(read, NumberReading::of(writings[0]), "{text}");
                let others = table.iter().enumerate().filter(|(other, _)| *other != at);
                for (_, other) in others {
                    assert_ne!(read, NumberReading::of(other[0]), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_tells_two_numbers_apart_is_kept() {
        for (one, two) in [
            ("470/12/PEM", "470/112/PEM"),
            ("470/12/PEM", "470/21/PEM"),
            ("470/12/PEM", "470/12A/PEM"),
            ("470/12/PEM", "470/12/PEM.UMUM"),
            ("100.1.2/5", "100.1/2/5"),
            ("470/12/PEM/VI", "470/12/PEM/VII"),
            ("470/12/PEM/2024", "470/12/PEM/2025"),
            ("5 Tahun 2024", "5 Tahun 2025"),
            ("470/12/C", "470/12/100"),
        ] {
            assert_ne!(NumberReading::of(one), NumberReading::of(two), "{one} {two}");
        }
    }

    #[test]
    fn the_year_that_a_number_says() {
        for (text, year) in [
            ("470/12/PEM/2024", Some(2024)),
            ("470/12/PEM/2024.", Some(2024)),
            ("470/12/PEM TAHUN 2025", Some(2025)),
            ("5 Tahun 2023", Some(2023)),
            ("470/2024/PEM", None),
            ("2024", None),
            ("470/12024", None),
            ("470/12/PEM", None),
        ] {
            assert_eq!(NumberReading::of(text).year(), year, "{text}");
        }
    }
}
