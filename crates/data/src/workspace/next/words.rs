//! The quarter that texts name, and the next in its place.

use super::NextQuarter;
use bahasa::roman::parse_roman;
use field::domain::{NamedPeriod, quarter_number};

/// A text in which the quarter that was has become the next: "Triwulan IV Tahun 2024", "TW 4 2024".
/// One that names other quarters as well says how they stand to each other, and stays.
pub(super) fn rolled(text: &str, next: &NextQuarter) -> String {
    let all = quarters(text);
    if all.iter().any(|found| found.number != next.from.triwulan) {
        return text.to_owned();
    }
    let (mut made, mut done) = (String::new(), 0);
    for found in all {
        let (year, end) = year(&text[found.end..]);
        // The same quarter of another year is history.
        if year.is_some_and(|year| year != next.from.tahun) {
            continue;
        }
        made.push_str(&text[done..found.figure]);
        if text[found.figure..].starts_with(|c: char| c.is_ascii_digit()) {
            made.push_str(&next.to.triwulan.to_string());
        } else {
            made.push_str(next.to.romawi());
        }
        done = found.end;
        if year.is_some() {
            made.push_str(&text[done..done + end - 4]);
            made.push_str(&next.to.tahun.to_string());
            done += end;
        }
    }
    made.push_str(&text[done..]);
    made
}

/// A quarter that a text names.
struct NamedQuarter {
    /// Where its number begins.
    figure: usize,
    /// Where it ends.
    end: usize,
    /// Which one it is.
    number: u8,
}

/// The quarters that a text names in words: those in names of files and addresses are none.
fn quarters(text: &str) -> Vec<NamedQuarter> {
    const NAMES: [&str; 5] = ["triwulan", "tribulan", "kuartal", "trw", "tw"];
    const APART: [char; 4] = [' ', '-', '.', '\u{a0}'];
    let lower = text.to_ascii_lowercase();
    let begins =
        |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "(\"'“‘,;:".contains(c));
    let mut all = Vec::new();
    for (at, _) in lower.char_indices() {
        let name = NAMES.iter().find(|name| lower[at..].starts_with(**name));
        let Some(name) = name.filter(|_| begins(lower[..at].chars().next_back())) else {
            continue;
        };
        let behind = &lower[at + name.len()..];
        let figure =
            at + name.len() + behind.len() - behind.trim_start_matches(APART).len();
        let word = lower[figure..].split(|c: char| !c.is_alphanumeric()).next();
        let word = word.unwrap_or_default();
        // A word such as "keempat" is left to people.
        let figures = word.parse::<u8>().is_ok() || parse_roman(word).is_some();
        let number = quarter_number(word).filter(|_| figures && figure > at + name.len());
        if let Some(number) = number {
            all.push(NamedQuarter { figure, end: figure + word.len(), number });
        }
    }
    all
}

/// The year that follows a quarter, and where it ends: " Tahun 2024", " 2024", "/2024", " TA 2024".
fn year(text: &str) -> (Option<i16>, usize) {
    const APART: [char; 7] = [' ', ',', '/', '-', ')', '(', '\u{a0}'];
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.trim_start_matches(APART);
    for word in ["tahun", "anggaran", "t.a.", "ta"] {
        let behind = rest.strip_prefix(word).filter(|rest| rest.starts_with(APART));
        rest = behind.unwrap_or(rest).trim_start_matches(APART);
    }
    let at = lower.len() - rest.len();
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let year = (digits == 4 && at > 0).then(|| rest[..4].parse().ok()).flatten();
    (year, at + digits)
}

/// Whether a text names a day, or the year or the quarter that was.
pub(super) fn names_what_was(text: &str, next: &NextQuarter) -> bool {
    let year = next.from.tahun.to_string();
    let of_year = next.from.tahun != next.to.tahun && text.contains(&year);
    of_year || names_quarter(text, next) || !bahasa::date::days_in(text).is_empty()
}

/// Whether a text names the quarter that was.
pub(super) fn names_quarter(text: &str, next: &NextQuarter) -> bool {
    let was = NamedPeriod::from(next.from);
    NamedPeriod::all(text).iter().any(|named| named.has_quarter() && named.agrees(was))
}

#[cfg(test)]
mod tests {
    use super::*;
    use field::domain::Periode;

    fn next() -> NextQuarter {
        let (from, to) =
            (Periode { tahun: 2024, triwulan: 4 }, Periode { tahun: 2025, triwulan: 1 });
        NextQuarter { from, to, last: None, before: Vec::new() }
    }

    #[test]
    fn a_text_names_the_next_quarter() {
        for (old, new) in [
            ("Rakor Triwulan IV Tahun 2024", "Rakor Triwulan I Tahun 2025"),
            ("TW IV 2024, lalu TW-IV", "TW I 2025, lalu TW-I"),
            ("Triwulan 4, Tahun 2024.", "Triwulan 1, Tahun 2025."),
            ("sampai Triwulan III 2024", "sampai Triwulan III 2024"),
            ("Triwulan IV Tahun 2023", "Triwulan IV Tahun 2023"),
            ("TRIWULAN\u{a0}IV TAHUN 2024", "TRIWULAN\u{a0}I TAHUN 2025"),
            (
                "Triwulan IVa, tw 40, triwulan depan",
                "Triwulan IVa, tw 40, triwulan depan",
            ),
            ("Tahun Anggaran 2024", "Tahun Anggaran 2024"),
            ("Triwulan IV/2024, TW 4-2024", "Triwulan I/2025, TW 1-2025"),
            (
                "TW IV TA 2024 (Triwulan IV) T.A. 2024",
                "TW I TA 2025 (Triwulan I) T.A. 2025",
            ),
            (
                "Triwulan I sampai dengan Triwulan IV",
                "Triwulan I sampai dengan Triwulan IV",
            ),
            ("rekap-TW4.xlsx, TWIV, tw4, a/tw-4", "rekap-TW4.xlsx, TWIV, tw4, a/tw-4"),
            ("Trw. IV, kuartal IV", "Trw. I, kuartal I"),
        ] {
            assert_eq!(rolled(old, &next()), new);
        }
    }

    #[test]
    fn a_text_that_still_names_what_was_is_told() {
        assert!(names_what_was("DPA Tahun Anggaran 2024", &next()));
        assert!(names_what_was("paling lambat Jumat, 6 Desember 2025", &next()));
        assert!(names_what_was("Triwulan I sampai dengan Triwulan IV", &next()));
        assert!(!names_what_was("Rakor Triwulan I Tahun 2025", &next()));
        assert!(!names_what_was("Triwulan IV Tahun 2023", &next()));
    }
}
