//! What the text that a cell shows says of the day and hour that it holds.

use jiff::civil::DateTime;

use super::number_format::CellLook;

/// Names of months by their first letters, as sheets write them here and in English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "aug", "agt", "ags"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// A day or an hour alone where the text says all of it and no more, else the text.
pub(super) fn look(text: &str, when: DateTime) -> CellLook {
    let other = || CellLook::Text(text.trim().to_owned());
    let Some(tokens) = tokens(text) else { return other() };
    let (mut numbers, mut month, mut afternoon) = (Vec::new(), None, None);
    let mut weekday = false;
    for token in tokens {
        match token {
            Token::Number(n) => numbers.push(n),
            Token::Month(n) if month.is_none() => month = Some(n),
            Token::Weekday(day) if day == when.weekday().to_monday_zero_offset() => {
                weekday = true;
            }
            Token::Half(pm) if afternoon.is_none() => afternoon = Some(pm),
            _ => return other(),
        }
    }
    let date = |numbers: &[i64]| says_date(numbers, month, when);
    let clock = |numbers: &[i64]| says_clock(numbers, afternoon, when);
    let days = if month.is_some() { 2 } else { 3 };
    match numbers.split_at_checked(days) {
        Some((day, [])) if afternoon.is_none() && date(day) => CellLook::Day,
        Some((day, rest)) if date(day) && clock(rest) => CellLook::Moment,
        _ if month.is_none() && !weekday && clock(&numbers) => CellLook::Clock,
        _ => other(),
    }
}

/// English names of days, which papers have no use for.
const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

enum Token {
    Weekday(i8),
    Number(i64),
    Month(i64),
    /// AM, PM (`true`).
    Half(bool),
}

/// The numbers and words of a text; `None` for a word that is none of a date.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let parts =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(token).collect()
}

fn token(part: &str) -> Option<Token> {
    if let Ok(n) = part.parse() {
        return Some(Token::Number(n));
    }
    let lower = part.to_lowercase();
    match lower.as_str() {
        "am" => return Some(Token::Half(false)),
        "pm" => return Some(Token::Half(true)),
        _ => {}
    }
    let weekday = (0..)
        .zip(WEEKDAYS)
        .find(|(_, day)| *day == lower || lower.len() == 3 && day.starts_with(&lower));
    if let Some((at, _)) = weekday {
        return Some(Token::Weekday(at));
    }
    let months = MONTHS.iter().zip(1..);
    let is = |starts: &&[&str]| starts.iter().any(|start| lower.starts_with(start));
    months.into_iter().find(|(starts, _)| is(starts)).map(|(_, at)| Token::Month(at))
}

/// Whether numbers are the day, month and year in any order.
fn says_date(numbers: &[i64], month: Option<i64>, when: DateTime) -> bool {
    let (year, own) = (i64::from(when.year()), i64::from(when.month()));
    let is_year = |n: i64| n == year || n == year.rem_euclid(100);
    let day = i64::from(when.day());
    match (numbers, month) {
        (&[a, b], Some(month)) => {
            month == own && (a == day && is_year(b) || b == day && is_year(a))
        }
        (&[a, b, c], None) => {
            (a == day && b == own || a == own && b == day) && is_year(c)
                || is_year(a) && (b == own && c == day || b == day && c == own)
        }
        _ => false,
    }
}

/// Whether numbers are the hour and minute, with seconds only where they are none.
fn says_clock(numbers: &[i64], afternoon: Option<bool>, when: DateTime) -> bool {
    let (&[hour, minute] | &[hour, minute, 0]) = numbers else { return false };
    let hours = match afternoon {
        None => i64::from(when.hour()),
        Some(pm) if pm == (when.hour() >= 12) => (i64::from(when.hour()) + 11) % 12 + 1,
        Some(_) => return false,
    };
    let seconds = numbers.len() == 2 || when.second() == 0;
    seconds && hour == hours && minute == i64::from(when.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_text_says_the_whole_day_or_something_else() {
        let when = date(2024, 12, 9).at(13, 30, 0, 0);
        for text in [
            "9/12/2024",
            "12/09/24",
            "2024-12-09",
            "9 Desember 2024",
            "Monday, Dec 9, 2024",
        ] {
            assert_eq!(look(text, when), CellLook::Day, "{text}");
        }
        for text in ["09/12/2024 13:30", "12/09/24 01:30 PM", "9 Des 2024 13.30.00"] {
            assert_eq!(look(text, when), CellLook::Moment, "{text}");
        }
        for text in ["13:30", "01:30 PM", "13.30"] {
            assert_eq!(look(text, when), CellLook::Clock, "{text}");
        }
        for text in [
            "Dec-24",
            "Senin, 9 Desember 2024",
            "Tuesday, 9 December 2024",
            "9/12",
            "2024",
            "13:30 WITA",
            "30:15",
        ] {
            assert_eq!(look(text, when), CellLook::Text(text.to_owned()), "{text}");
        }
    }
}
