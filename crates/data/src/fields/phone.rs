//! Telephone numbers: whether all of one is there.

use crate::problem::PeopleProblem;
use base::diag::Problems;
use base::source::Spanned;

/// "81234567890", "6281234567890": a mobile number without its 0 or `+`.
pub(super) fn is_bare_mobile(text: &str) -> bool {
    let rest = text.strip_prefix("62").unwrap_or(text);
    rest.starts_with('8')
        && (9..=13).contains(&rest.len())
        && rest.bytes().all(|b| b.is_ascii_digit())
}

/// A telephone number, or a name with one behind it, without the "0" or "-" that stands where
/// nobody has one.
pub(super) fn said(text: &str) -> Option<&str> {
    let is_said = |part: &str| part.contains(|c: char| c != '0' && c.is_alphanumeric());
    match text.rsplit_once(',') {
        Some((name, number)) if !is_said(number) && is_said(name) => {
            Some(name.trim_end())
        }
        _ => is_said(text).then_some(text),
    }
}

/// The numbers of a text that nobody can call, as they stand in it.
pub(super) fn doubt(key: &str, text: &Spanned<String>) -> Problems {
    let mut found = Problems::default();
    for number in numbers(&text.value).into_iter().filter(|number| !is_whole(number)) {
        let digits = number.chars().filter(char::is_ascii_digit).count().to_string();
        let key = key.to_owned();
        found.add(text.span, PeopleProblem::PhoneLength { key, number, digits });
    }
    found
}

/// What looks like a telephone number in a text: its digits with what people set between them.
fn numbers(text: &str) -> Vec<String> {
    let between = |c: char| matches!(c, ' ' | '\u{a0}' | '-' | '–' | '.' | '(' | ')');
    let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '+' || between(c)));
    let trimmed = parts.map(|part| {
        // A bracket around the code of an area belongs to the number, one around all does not.
        let part =
            part.trim_matches(|c| between(c) && c != '(').trim_end_matches(between);
        let open = part.matches('(').count() > part.matches(')').count();
        part.trim_start_matches(|c| open && c == '(').to_owned()
    });
    let long = |part: &String| part.chars().filter(char::is_ascii_digit).count() >= LEAST;
    trimmed.filter(long).collect()
}

/// Fewer digits are a year, an extension or a room.
const LEAST: usize = 5;

/// Whether a number has as many digits as one of its kind: a mobile one ten to thirteen with its
/// 0, one with the code of an area nine to twelve; of services and other countries nothing is
/// known.
pub(super) fn is_whole(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = number.trim_start_matches('(').starts_with('+');
    let home = digits.strip_prefix("62").filter(|rest| abroad || rest.starts_with('8'));
    let digits = home.map_or(digits.clone(), |rest| {
        format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
    });
    match digits.as_bytes() {
        [b'0', b'8', ..] => (10..=14).contains(&digits.len()),
        [b'0', ..] => (9..=12).contains(&digits.len()),
        [b'1', ..] if digits.len() <= 7 => true,
        _ => abroad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_can_be_called() {
        for text in [
            "081234567890",
            "0812-3456-7890",
            "+62 812 3456 7890",
            "6281234567890",
            "+62 (0)812 3456 7890",
            "(0549) 123456",
            "021-5551234",
            "1500567",
            "14045",
            "+60 3 1234 5678",
            "Maria Contoh, 0812 3456 7890 / 0549 22222, ruang 12",
            "Bagian Pemerintahan, lantai 2, 2025",
        ] {
            assert!(numbers(text).iter().all(|n| is_whole(n)), "{text}");
        }
    }

    #[test]
    fn none_is_no_number() {
        for (typed, read) in [
            ("0", None),
            ("000", None),
            ("-", None),
            ("Rusli Contoh, 0", Some("Rusli Contoh")),
            ("Rusli Contoh, -", Some("Rusli Contoh")),
            ("Rusli, S.E.", Some("Rusli, S.E.")),
            ("0812 3456 7890", Some("0812 3456 7890")),
        ] {
            assert_eq!(said(typed), read, "{typed}");
        }
    }

    #[test]
    fn numbers_with_digits_missing_or_too_many() {
        for (text, number) in [
            ("12345678", None),
            ("Maria, 81234567", Some("81234567")),
            ("Maria (0812345)", Some("0812345")),
            ("08123456789012345", None),
            ("0549 22", Some("0549 22")),
            ("Siti 22345 atau 081234567890", Some("22345")),
        ] {
            let bad: Vec<String> =
                numbers(text).into_iter().filter(|n| !is_whole(n)).collect();
            assert_eq!(bad, [number.unwrap_or(text)]);
        }
    }
}
