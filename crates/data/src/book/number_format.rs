//! What a cell shows of its number, where that is more than the number: zeros in front, blanks
//! and dashes between digits, words around them.

use num_rational::BigRational;
use num_traits::Signed;

use bahasa::number::{format_decimal_short, format_number};

/// A part of a format.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// A place for a digit; `true` shows a zero where there is none.
    Digit(bool),
    /// What stands there as it is.
    Literal(char),
    /// The decimal sign.
    Point,
    /// The sign of thousands.
    Group,
}

/// What a number looks like in a format code of XLSX; `None` where it is the number alone, with
/// its thousands, decimals, and currency, or where the code is not understood.
pub(super) fn shown(code: &str, number: &BigRational) -> Option<String> {
    let sections = sections(code)?;
    let negative = number.is_negative();
    let (section, signed) = match sections.as_slice() {
        [_, second, ..] if negative => (second, false),
        [first, ..] => (first, negative),
        [] => return None,
    };
    if is_plain(section) {
        return None;
    }
    let point = section.iter().position(|part| *part == Part::Point);
    let (whole, places) = section.split_at(point.unwrap_or(section.len()));
    let count = places.iter().filter(|part| matches!(part, Part::Digit(_))).count();
    let text = format_decimal_short(&number.abs(), u8::try_from(count).ok()?);
    let (digits, decimals) = text.split_once(',').unwrap_or((&text, ""));
    let sign = if signed { "-" } else { "" };
    Some(format!("{sign}{}{}", filled(whole, digits)?, behind(places, decimals)))
}

/// Whether a format of a time shows its seconds.
pub(super) fn has_seconds(code: &str) -> bool {
    let unquoted = code.split('"').step_by(2);
    unquoted.flat_map(str::chars).any(|c| c.eq_ignore_ascii_case(&'s'))
}

/// The digits of a whole number in their places, from the right.
fn filled(parts: &[Part], digits: &str) -> Option<String> {
    let digits = digits.replace('.', "");
    let grouped = parts.contains(&Part::Group);
    let places = parts.iter().filter(|part| matches!(part, Part::Digit(_))).count();
    let least = parts.iter().filter(|part| **part == Part::Digit(true)).count();
    let padded = format!("{digits:0>least$}");
    if places == 0 {
        return None;
    }
    let mut rest =
        if grouped { format_number(padded.parse::<i128>().ok()?) } else { padded };
    let (mut out, mut left) = (Vec::new(), places);
    for part in parts.iter().rev() {
        match part {
            Part::Literal(c) => out.push(*c),
            Part::Digit(_) => {
                left -= 1;
                // The first place takes all that is left; thousands are one number.
                let all = left == 0 || grouped;
                let from = if all { 0 } else { rest.len().saturating_sub(1) };
                out.extend(rest.split_off(from).chars().rev());
            }
            Part::Point | Part::Group => {}
        }
    }
    Some(out.into_iter().rev().collect())
}

/// What follows the whole number: decimals, and what stands behind them.
fn behind(parts: &[Part], decimals: &str) -> String {
    let least = parts.iter().filter(|part| **part == Part::Digit(true)).count();
    let digits = format!("{decimals:0<least$}");
    let mut out = if digits.is_empty() { String::new() } else { format!(",{digits}") };
    out.extend(parts.iter().filter_map(|part| match part {
        Part::Literal(c) => Some(*c),
        _ => None,
    }));
    out
}

/// Whether a format shows a number as papers print it anyway.
fn is_plain(parts: &[Part]) -> bool {
    let first = parts.iter().position(|part| matches!(part, Part::Digit(_)));
    let last = parts.iter().rposition(|part| matches!(part, Part::Digit(_)));
    let (Some(first), Some(last)) = (first, last) else { return true };
    let inside = parts[first..=last].iter().any(|part| matches!(part, Part::Literal(_)));
    let whole = parts.split(|part| *part == Part::Point).next().unwrap_or_default();
    let zeros = whole.iter().filter(|part| **part == Part::Digit(true)).count();
    let literal = parts.iter().filter_map(|part| match part {
        Part::Literal(c) => Some(*c),
        _ => None,
    });
    !inside && zeros <= 1 && is_currency(&literal.collect::<String>())
}

/// Whether what stands around digits says only that they are money or below zero.
pub(super) fn is_currency(text: &str) -> bool {
    let word: String =
        text.chars().filter(|c| !" .,-\u{2212}()\u{a0}".contains(*c)).collect();
    ["", "rp", "idr", "$", "usd"].contains(&word.to_lowercase().as_str())
}

/// The sections of a format; `None` for dates, powers of ten, fractions and conditions.
fn sections(code: &str) -> Option<Vec<Vec<Part>>> {
    if code.eq_ignore_ascii_case("general") || code == "@" {
        return None;
    }
    let mut all = vec![Vec::new()];
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let parts: &mut Vec<Part> = all.last_mut()?;
        match c {
            '"' => {
                let quoted = chars.by_ref().take_while(|c| *c != '"');
                parts.extend(quoted.map(Part::Literal));
            }
            '\\' => parts.extend(chars.next().map(Part::Literal)),
            '_' | '*' => drop(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    return None;
                }
                let word = inside.strip_prefix('$').unwrap_or_default();
                let word = word.split('-').next().unwrap_or_default();
                parts.extend(word.chars().map(Part::Literal));
            }
            ';' => all.push(Vec::new()),
            '0' => parts.push(Part::Digit(true)),
            '#' => parts.push(Part::Digit(false)),
            '.' => parts.push(Part::Point),
            ',' => parts.push(Part::Group),
            c if c.is_alphabetic() || matches!(c, '%' | '?' | '@') => return None,
            c => parts.push(Part::Literal(c)),
        }
    }
    Some(all)
}

/// Whether a text that a sheet shows for a number says the number alone.
pub(super) fn says_number_alone(text: &str) -> bool {
    let body = text.trim_matches(|c: char| !c.is_ascii_digit());
    let digits = body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let zero = body
        .strip_prefix('0')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let around: String = text.split(body).collect();
    let power = text.contains("E+") || text.contains("E-");
    body.is_empty() || power || (digits && !zero && is_currency(&around))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_its_cell_shows() {
        let n = |text: &str| bahasa::parse_number(text).unwrap();
        for (code, number, text) in [
            ("000", "7", "007"),
            ("000", "1234", "1234"),
            ("0000-0000-0000", "81234567890", "0812-3456-7890"),
            ("\\+00 000", "62812", "+62 812"),
            ("000\\.000", "1", "000.001"),
            ("0 \"orang\"", "12", "12 orang"),
            ("#,##0\" eks\"", "12500", "12.500 eks"),
            ("0.0 \"km\"", "2,5", "2,5 km"),
            ("000;-000", "-7", "-007"),
        ] {
            assert_eq!(shown(code, &n(number)).as_deref(), Some(text), "{code}");
        }
        for code in [
            "General",
            "0",
            "#,##0",
            "0.00",
            "#,##0.00",
            "\"Rp\"#,##0",
            "[$Rp-421]#,##0.00",
            "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
            "0.00E+00",
            "dd/mm/yyyy",
            "@",
            "0%",
        ] {
            assert_eq!(shown(code, &n("1250")), None, "{code}");
        }
    }

    #[test]
    fn shown_texts_of_numbers() {
        for text in [
            "1.250",
            "86,11",
            "86.11",
            "Rp1.250.000",
            "-5",
            "(5)",
            "0",
            "0,5",
            "8,1E+10",
            "",
        ] {
            assert!(says_number_alone(text), "{text}");
        }
        for text in ["007", "0812-3456-789", "12 orang", "+62 812", "1/2"] {
            assert!(!says_number_alone(text), "{text}");
        }
    }
}
