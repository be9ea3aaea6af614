//! The time that a heading names: a quarter, a year, or a month.

use bahasa::roman::parse_roman;
use field::domain::Periode;

/// A time in a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct When {
    /// A single month.
    pub(super) month: Option<u8>,
    /// The quarter up to whose end is counted.
    pub(super) quarter: Option<u8>,
    /// The year.
    pub(super) year: Option<i16>,
    /// The month from which it says to count, where it says so.
    pub(super) from: Option<u8>,
}

impl When {
    /// Takes "tw ii 2025", "s.d. juni 2025", "januari" or "2025" out of the words of a heading.
    pub(super) fn take(words: &mut Vec<&str>) -> Option<Self> {
        let (at, wide, when) =
            quarter(words).or_else(|| month(words)).or_else(|| year_only(words))?;
        words.drain(at..at + wide);
        let from = own_months(words, at, when);
        let when = Self { from, ..when };
        if when.year.is_some() {
            return Some(when);
        }
        let year = words.get(at).and_then(|word| year(word));
        if year.is_some() {
            words.remove(at);
        }
        Some(Self { year, ..when })
    }

    /// Whether it is a part of a year: such a heading may name no field beside it.
    pub(super) const fn within_the_year(self) -> bool {
        self.quarter.is_some() || self.month.is_some()
    }

    /// Whether a column of this time tells of a quarter: one of its year holds what the year
    /// has reached so far.
    pub(super) fn is(self, periode: Periode) -> bool {
        self.month.is_none()
            && self.quarter.is_none_or(|q| q == periode.triwulan)
            && self.year.is_none_or(|y| y == periode.tahun)
    }
}

/// Takes out the months that explain a quarter behind it: "TW III (Juli-Sept)", or
/// "(Januari s.d. September)", and gives the first. Months that end elsewhere stay, so that nobody
/// knows the heading.
fn own_months(words: &mut Vec<&str>, at: usize, when: When) -> Option<u8> {
    let quarter = when.quarter?;
    let behind = words.iter().skip(at);
    let of_months = |word: &&&str| {
        month_of(word).is_some() || UNTIL.contains(word) || year(word).is_some()
    };
    let all: Vec<&str> = behind.take_while(of_months).copied().collect();
    let months: Vec<u8> = all.iter().filter_map(|word| month_of(word)).collect();
    let (first, last) = (*months.first()?, *months.last()?);
    let whole = last == quarter * 3 && (first == 1 || first + 2 == last);
    whole.then(|| {
        let end = at + all.len();
        let mut place = 0..;
        words.retain(|word| {
            let here = place.next().unwrap_or_default();
            !(at..end).contains(&here) || year(word).is_some()
        });
        first
    })
}

/// Words between two months.
const UNTIL: [&str; 6] = ["s", "d", "sd", "sampai", "dengan", "hingga"];

/// Where a time stands among the words, and how many it takes.
type FoundQuarter = Option<(usize, usize, When)>;

fn quarter(words: &[&str]) -> FoundQuarter {
    let number = |word: &str| {
        let n = word.parse::<u16>().ok().or_else(|| parse_roman(&word.to_uppercase()))?;
        u8::try_from(n).ok().filter(|n| (1..=4).contains(n))
    };
    words.iter().enumerate().find_map(|(at, word)| {
        let (wide, quarter) = if matches!(*word, "tw" | "triwulan" | "trw") {
            (2, number(words.get(at + 1)?)?)
        } else {
            (1, number(word.strip_prefix("tw")?)?)
        };
        Some((at, wide, When { quarter: Some(quarter), ..When::default() }))
    })
}

/// A month; "s.d. Juni" and "Januari s.d. Juni" are the quarter that it ends.
fn month(words: &[&str]) -> FoundQuarter {
    let at = words.iter().position(|word| month_of(word).is_some())?;
    let end = words.iter().rposition(|word| month_of(word).is_some())?;
    let (first, last) = (month_of(words[at])?, month_of(words[end])?);
    let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
    let since_january = first == 1 && end > at;
    let until = matches!(before, Some("sd" | "d" | "sampai" | "hingga" | "dengan"));
    let (wide, month) = if since_january { (end + 1 - at, last) } else { (1, first) };
    let when = if (since_january || until) && month % 3 == 0 {
        When { quarter: Some(month / 3), ..When::default() }
    } else {
        When { month: Some(month), ..When::default() }
    };
    Some((at, wide, when))
}

fn year_only(words: &[&str]) -> FoundQuarter {
    let mut years = words.iter().enumerate().filter_map(|(at, w)| Some((at, year(w)?)));
    let (at, found) = years.next()?;
    // Two years are no time of a column.
    let single = years.next().is_none();
    single.then_some((at, 1, When { year: Some(found), ..When::default() }))
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|y| (2000..=2100).contains(y) && word.len() == 4)
}

/// The month of a word, as headings shorten it.
pub(super) fn month_of(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u8::try_from(at + 1).ok()
}

/// The months as headings write them, the first three letters or the whole.
const MONTHS: [&[&str]; 12] = [
    &["jan", "januari"],
    &["feb", "februari", "pebruari", "peb"],
    &["mar", "maret", "mrt"],
    &["apr", "april"],
    &["mei"],
    &["jun", "juni"],
    &["jul", "juli"],
    &["agu", "agt", "ags", "agust", "agustus"],
    &["sep", "sept", "september"],
    &["okt", "oktober"],
    &["nov", "nop", "november", "nopember"],
    &["des", "desember"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_headings_name_them() {
        let (q, m, y) = (Some, Some, Some);
        for (heading, month, quarter, year) in [
            ("terlayani tw ii", None, q(2), None),
            ("terlayani triwulan 3 2025", None, q(3), y(2025)),
            ("terlayani tw iii juli sept", None, q(3), None),
            ("tw iii juli s d september 2025", None, q(3), y(2025)),
            ("tw iii 2025 jan sep", None, q(3), y(2025)),
            ("terlayani s d juni 2025", None, q(2), y(2025)),
            ("terlayani januari s d september", None, q(3), None),
            ("terlayani januari s d mei", m(5), None, None),
            ("terlayani februari", m(2), None, None),
            ("sasaran tahun 2025", None, None, y(2025)),
            ("sasaran 2024", None, None, y(2024)),
            ("sasaran 2024 2025", None, None, None),
            ("sasaran 12345", None, None, None),
        ] {
            let mut words: Vec<&str> = heading.split(' ').collect();
            let when = When::take(&mut words).unwrap_or_default();
            let said = (when.month, when.quarter, when.year);
            assert_eq!(said, (month, quarter, year), "{heading}");
        }
        let mut words = vec!["terlayani", "tw", "iii", "juli", "sept"];
        let from = When::take(&mut words).and_then(|when| when.from);
        assert_eq!((from, &words[..]), (Some(7), &["terlayani"][..]));
        let mut other = vec!["terlayani", "tw", "ii", "juli", "sept"];
        When::take(&mut other);
        assert_eq!(other, ["terlayani", "juli", "sept"]);
    }
}
