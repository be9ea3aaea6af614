//! A format code of a sheet to its parts, as ECMA-376 part 1, 18.8.31 has them.

use num_rational::BigRational;
use num_traits::{Signed, Zero};
use std::iter::Peekable;
use std::str::Chars;

/// A part of a format.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FormatPart {
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal sign.
    Point,
    /// A comma: thousands between digits, a division by a thousand behind them.
    Comma,
    /// `%`.
    Percent,
    /// What stands there as it is.
    Literal(String),
    /// A blank as wide as some character.
    Blank,
    /// `E+` (`true`) or `E-`.
    Power(bool),
    /// The bar of a fraction, or what stands between the parts of a date.
    Slash,
    /// A part of a date or a time by its letter, and how often it stands there; minutes are `n`.
    Field(char, usize),
    /// Hours, minutes or seconds that go on beyond a day or an hour.
    Elapsed(char, usize),
    /// Decimals of a second.
    Fraction(usize),
    /// `AM/PM`, `A/P`.
    Halves,
    /// The number as it is where nothing is asked for.
    General,
    /// The text of the cell.
    Text,
}

/// When a section holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Condition {
    sign: String,
    than: BigRational,
}

impl Condition {
    fn holds(&self, n: &BigRational) -> bool {
        match self.sign.as_str() {
            "<" => *n < self.than,
            "<=" => *n <= self.than,
            ">" => *n > self.than,
            ">=" => *n >= self.than,
            "<>" => *n != self.than,
            _ => *n == self.than,
        }
    }

    /// Whether only numbers below zero meet it, so that its section writes the sign itself.
    fn is_below_zero(&self) -> bool {
        let low = self.sign == "<" || self.sign == "<=" && self.than.is_negative();
        low && !self.than.is_positive()
    }
}

/// One of the sections between semicolons.
#[derive(Debug, Clone, Default)]
pub(super) struct FormatSection {
    pub(super) parts: Vec<FormatPart>,
    pub(super) condition: Option<Condition>,
    /// Names of days and months are English.
    pub(super) english: bool,
}

impl FormatSection {
    /// Whether it shows a date, a time or a duration.
    pub(super) fn is_moment(&self) -> bool {
        let of_time = |part: &FormatPart| {
            matches!(
                part,
                FormatPart::Field(..) | FormatPart::Elapsed(..) | FormatPart::Halves
            )
        };
        self.parts.iter().any(of_time)
    }
}

/// The section that shows a number, and whether a minus comes before what it writes; `None`
/// where no section holds, and a sheet shows only a row of `#`.
pub(super) fn of_number<'a>(
    sections: &'a [FormatSection],
    n: &BigRational,
) -> Option<(&'a FormatSection, bool)> {
    let numeric = sections.len().min(3);
    let all = sections.get(..numeric)?;
    let asked = all.iter().any(|section| section.condition.is_some());
    let minus = n.is_negative();
    if !asked {
        let at = match numeric {
            3 if n.is_zero() => 2,
            2 | 3 if minus => 1,
            _ => 0,
        };
        return all.get(at).map(|section| (section, minus && at == 0));
    }
    let holds = |section: &&FormatSection| {
        section.condition.as_ref().is_some_and(|condition| condition.holds(n))
    };
    if let Some(section) = all.iter().take(2).find(holds) {
        let own = section.condition.as_ref().is_some_and(Condition::is_below_zero);
        return Some((section, minus && !own));
    }
    let rest = all.iter().find(|section| section.condition.is_none());
    rest.map(|section| (section, minus))
}

/// The sections of a format; `None` where something in it is not understood.
pub(super) fn sections(code: &str) -> Option<Vec<FormatSection>> {
    let (mut all, mut chars) = (vec![FormatSection::default()], code.chars().peekable());
    while let Some(c) = chars.next() {
        let section = all.last_mut()?;
        if c == ';' {
            all.push(FormatSection::default());
        } else {
            let next = one(c, &mut chars, section)?;
            section.parts.extend(next);
        }
    }
    for section in &mut all {
        settle(&mut section.parts);
    }
    (all.len() <= 4).then_some(all)
}

type Rest<'a> = Peekable<Chars<'a>>;

/// The part that a character begins.
#[allow(clippy::option_option)]
fn one(
    c: char,
    chars: &mut Rest<'_>,
    section: &mut FormatSection,
) -> Option<Option<FormatPart>> {
    Some(Some(match c {
        '"' => FormatPart::Literal(chars.by_ref().take_while(|c| *c != '"').collect()),
        '\\' => FormatPart::Literal(chars.next()?.to_string()),
        '_' => {
            chars.next()?;
            FormatPart::Blank
        }
        // What fills a cell to its width is a blank where it shows nothing else.
        '*' => match chars.next()? {
            ' ' => FormatPart::Blank,
            _ => return None,
        },
        '[' => {
            let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
            return bracket(&inside, section);
        }
        '0' | '#' | '?' => FormatPart::Digit(c),
        '.' => FormatPart::Point,
        ',' => FormatPart::Comma,
        '%' => FormatPart::Percent,
        '@' => FormatPart::Text,
        '/' => FormatPart::Slash,
        'E' | 'e' if matches!(chars.peek(), Some('+' | '-')) => {
            FormatPart::Power(chars.next() == Some('+'))
        }
        'G' | 'g' => {
            let rest: String = chars.by_ref().take("eneral".len()).collect();
            rest.eq_ignore_ascii_case("eneral").then_some(FormatPart::General)?
        }
        'A' | 'a' => halves(c, chars),
        'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => {
            let letter = c.to_ascii_lowercase();
            let mut count = 1;
            while chars.peek().is_some_and(|c| c.to_ascii_lowercase() == letter) {
                chars.next();
                count += 1;
            }
            FormatPart::Field(letter, count)
        }
        // Eras, the Buddhist year, quarters and weeks.
        'e' | 'E' | 'b' | 'B' | 'n' | 'N' | 'q' | 'Q' | 'w' | 'W' => return None,
        c => FormatPart::Literal(c.to_string()),
    }))
}

fn halves(first: char, chars: &mut Rest<'_>) -> FormatPart {
    let ahead: String = chars.clone().take(4).collect::<String>().to_ascii_uppercase();
    let length = if ahead.starts_with("M/PM") {
        4
    } else if ahead.starts_with("/P") {
        2
    } else {
        return FormatPart::Literal(first.to_string());
    };
    chars.by_ref().take(length).for_each(drop);
    FormatPart::Halves
}

const COLOURS: [&str; 8] =
    ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];

/// What stands in brackets: a condition, a currency or language, a duration, a colour.
#[allow(clippy::option_option)]
fn bracket(inside: &str, section: &mut FormatSection) -> Option<Option<FormatPart>> {
    let lower = inside.to_ascii_lowercase();
    if inside.starts_with(['<', '>', '=']) {
        let than = inside.trim_start_matches(['<', '>', '=']);
        let sign = inside[..inside.len() - than.len()].to_owned();
        let than = bahasa::number::parse_plain(than.trim()).ok()?;
        section.condition = Some(Condition { sign, than });
        return Some(None);
    }
    if let Some(currency) = inside.strip_prefix('$') {
        let (sign, language) = currency.split_once('-').unwrap_or((currency, ""));
        section.english = is_english(language)?;
        return Some(
            Some(FormatPart::Literal(sign.to_owned())).filter(|_| !sign.is_empty()),
        );
    }
    let letter = lower.chars().next()?;
    if matches!(letter, 'h' | 'm' | 's') && lower.chars().all(|c| c == letter) {
        return Some(Some(FormatPart::Elapsed(letter, lower.len())));
    }
    let numbered = lower.strip_prefix("color").unwrap_or_default();
    let colour = COLOURS.contains(&lower.as_str())
        || !numbered.is_empty() && numbered.trim().bytes().all(|b| b.is_ascii_digit());
    colour.then_some(None)
}

/// Whether a language names days and months in English rather than as papers do; `None` for
/// another one, and for numerals or calendars that are not ours.
fn is_english(language: &str) -> Option<bool> {
    const SYSTEM: [&str; 2] = ["F800", "F400"];
    let code = language.split(',').next().unwrap_or_default().to_ascii_uppercase();
    if code.is_empty() || code.starts_with("ID") {
        return Some(false);
    }
    // The long date of the system is a day, whatever it says around it.
    if SYSTEM.contains(&code.as_str()) || code.starts_with("EN") {
        return Some(true);
    }
    let number = u32::from_str_radix(code.trim_start_matches("X-"), 16).ok()?;
    match (number >> 16, number & 0x3ff) {
        (0, 0x21) => Some(false),
        (0, 0x09) => Some(true),
        _ => None,
    }
}

/// Tells minutes from months, decimals of seconds from numbers, and the commas of a date from
/// those of a number.
fn settle(parts: &mut Vec<FormatPart>) {
    let fields = |part: &FormatPart| match part {
        FormatPart::Field(c, _) | FormatPart::Elapsed(c, _) => Some(*c),
        _ => None,
    };
    let letters: Vec<Option<char>> = parts.iter().map(fields).collect();
    for at in 0..parts.len() {
        let FormatPart::Field('m', count) = parts[at] else { continue };
        let before = letters[..at].iter().rev().find_map(|c| *c);
        let after = letters[at + 1..].iter().find_map(|c| *c);
        if count <= 2 && (before == Some('h') || after == Some('s')) {
            parts[at] = FormatPart::Field('n', count);
        }
    }
    if letters.iter().all(Option::is_none) {
        return;
    }
    let mut settled: Vec<FormatPart> = Vec::new();
    for part in parts.drain(..) {
        let part = match (part, settled.last()) {
            (FormatPart::Digit('0'), Some(FormatPart::Fraction(count))) => {
                let count = count + 1;
                settled.pop();
                FormatPart::Fraction(count)
            }
            (
                FormatPart::Point,
                Some(FormatPart::Field('s', _) | FormatPart::Elapsed('s', _)),
            ) => FormatPart::Fraction(0),
            (FormatPart::Point, _) => FormatPart::Literal(".".to_owned()),
            (FormatPart::Comma, _) => FormatPart::Literal(",".to_owned()),
            (FormatPart::Slash, _) => FormatPart::Literal("/".to_owned()),
            (part, _) => part,
        };
        settled.push(part);
    }
    // A point behind seconds that no decimals follow is a point.
    for part in &mut settled {
        if *part == FormatPart::Fraction(0) {
            *part = FormatPart::Literal(".".to_owned());
        }
    }
    *parts = settled;
}
