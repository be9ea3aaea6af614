//! A day, an hour or a duration as a section of a format shows it.

use jiff::ToSpan;
use jiff::civil::DateTime;
use num_rational::BigRational;

use super::CellLook;
use super::code::{FormatPart, FormatSection};
use super::figure::rounded;
use bahasa::date::{month_name, weekday_name};
use field::domain::english_month;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// What of a moment a format shows.
#[derive(Default)]
struct ShownMoment {
    day: bool,
    weekday: bool,
    month: bool,
    year: bool,
    hour: bool,
    minute: bool,
    second: bool,
    /// Words, durations and decimals of seconds: what no known type says.
    more: bool,
}

/// How a moment shows; `serial` are its days, with the part of a day behind the point.
pub(super) fn look(
    section: &FormatSection,
    when: DateTime,
    serial: &BigRational,
) -> CellLook {
    let Some(text) = text(section, when, serial) else { return CellLook::Unknown };
    let f = fields(&section.parts);
    // Papers have no use for an English name of the day.
    let weekday = f.weekday && !section.english;
    let day = f.day && f.month && f.year && !weekday && !f.more;
    let clock = f.hour && f.minute && !f.more && !(f.second && when.second() != 0);
    let any_time = f.hour || f.minute || f.second;
    if day && !any_time {
        CellLook::Day
    } else if day && clock {
        CellLook::Moment
    } else if clock && !(f.day || f.month || f.year || f.weekday) {
        CellLook::Clock
    } else {
        CellLook::Text(text.trim().to_owned())
    }
}

fn fields(parts: &[FormatPart]) -> ShownMoment {
    let mut found = ShownMoment::default();
    for part in parts {
        match part {
            FormatPart::Field('d', count) if *count > 2 => found.weekday = true,
            FormatPart::Field('d', _) => found.day = true,
            FormatPart::Field('m', count) => {
                found.month = true;
                found.more |= *count > 4;
            }
            FormatPart::Field('y', _) => found.year = true,
            FormatPart::Field('h', _) => found.hour = true,
            FormatPart::Field('n', _) => found.minute = true,
            FormatPart::Field('s', _) => found.second = true,
            FormatPart::Elapsed(..) | FormatPart::Fraction(_) => found.more = true,
            FormatPart::Literal(text) => {
                found.more |= text.chars().any(char::is_alphanumeric);
            }
            _ => {}
        }
    }
    found
}

fn text(section: &FormatSection, when: DateTime, serial: &BigRational) -> Option<String> {
    let halves = section.parts.contains(&FormatPart::Halves);
    let whole = rounded(serial, DAY)?;
    let parts = decimals(&section.parts, serial)?;
    // Seconds with decimals are not rounded.
    let when = when.checked_add((parts.0 - whole).seconds()).ok()?;
    let whole = parts.0;
    let mut out = String::new();
    for part in &section.parts {
        let said = match part {
            FormatPart::Field(letter, count) => {
                field((*letter, *count), when, halves, section.english)?
            }
            FormatPart::Elapsed(letter, count) => {
                let per = match letter {
                    'h' => 3600,
                    'm' => 60,
                    _ => 1,
                };
                format!("{:0>count$}", whole / per)
            }
            FormatPart::Fraction(count) => format!(",{:0>count$}", parts.1),
            FormatPart::Halves if when.hour() < 12 => "AM".to_owned(),
            FormatPart::Halves => "PM".to_owned(),
            FormatPart::Literal(text) => text.clone(),
            FormatPart::Blank => " ".to_owned(),
            _ => return None,
        };
        out.push_str(&said);
    }
    Some(out)
}

/// The whole seconds of a moment, and what is left of them in the decimals that are shown.
fn decimals(parts: &[FormatPart], serial: &BigRational) -> Option<(i64, i64)> {
    let count = parts.iter().find_map(|part| match part {
        FormatPart::Fraction(count) => Some(*count),
        _ => None,
    });
    let places = u32::try_from(count.unwrap_or(0)).ok().filter(|places| *places <= 3)?;
    let unit = 10_i64.pow(places);
    let all = rounded(serial, DAY * unit)?;
    Some((all.div_euclid(unit), all.rem_euclid(unit)))
}

fn field(
    (letter, count): (char, usize),
    when: DateTime,
    halves: bool,
    english: bool,
) -> Option<String> {
    let two = |n: i8| if count > 1 { format!("{n:02}") } else { n.to_string() };
    let cut = |name: &str| name.chars().take(3).collect::<String>();
    let day = if english { english_day(when) } else { weekday_name(when.date()) };
    let month =
        if english { english_month(when.date()) } else { month_name(when.date()) };
    Some(match (letter, count) {
        ('d', 1 | 2) => two(when.day()),
        ('d', 3) => cut(day),
        ('d', _) => day.to_owned(),
        ('m', 1 | 2) => two(when.month()),
        ('m', 3) => cut(month),
        ('m', 5) => month.chars().take(1).collect(),
        ('m', _) => month.to_owned(),
        ('y', 1 | 2) => format!("{:02}", when.year().rem_euclid(100)),
        ('y', _) => format!("{:04}", when.year()),
        ('h', _) if halves => two((when.hour() + 11) % 12 + 1),
        ('h', _) => two(when.hour()),
        ('n', _) => two(when.minute()),
        ('s', _) => two(when.second()),
        _ => return None,
    })
}

fn english_day(when: DateTime) -> &'static str {
    use jiff::civil::Weekday as W;
    match when.weekday() {
        W::Monday => "Monday",
        W::Tuesday => "Tuesday",
        W::Wednesday => "Wednesday",
        W::Thursday => "Thursday",
        W::Friday => "Friday",
        W::Saturday => "Saturday",
        W::Sunday => "Sunday",
    }
}
