//! A number as a section of a format shows it, with the signs of Indonesian.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::code::FormatPart;
use super::is_currency;
use bahasa::number::{format_decimal, format_decimal_short};

/// Places of a number whose format asks for none.
const GENERAL: u8 = 10;

/// The number that `parts` show, without its sign; `None` where they are not understood.
pub(super) fn shown(parts: &[FormatPart], n: &BigRational) -> Option<String> {
    let (n, count) =
        (n.abs(), |part: &FormatPart| parts.iter().filter(|p| *p == part).count());
    let hundred = BigRational::from_integer(100.into());
    let n = (0..count(&FormatPart::Percent)).fold(n, |n, _| n * &hundred);
    if count(&FormatPart::General) > 0 || count(&FormatPart::Text) > 0 {
        let text = format_decimal_short(&n, GENERAL).replace('.', "");
        return around(parts, &text);
    }
    let powers = parts.iter().position(|part| matches!(part, FormatPart::Power(_)));
    let slash = parts.iter().position(|part| *part == FormatPart::Slash);
    match (powers, slash) {
        (Some(_), Some(_)) => None,
        (Some(at), _) => power(parts, at, &n),
        (_, Some(at)) => fraction(parts, at, &n),
        _ => decimal(parts, &n),
    }
}

/// What a part shows by itself.
fn own(part: &FormatPart) -> Option<&str> {
    match part {
        FormatPart::Literal(text) => Some(text),
        FormatPart::Blank => Some(" "),
        FormatPart::Percent => Some("%"),
        _ => None,
    }
}

/// The literals of a section around a text.
fn around(parts: &[FormatPart], text: &str) -> Option<String> {
    let one = |part: &FormatPart| match part {
        FormatPart::General | FormatPart::Text => Some(text.to_owned()),
        part => own(part).map(str::to_owned),
    };
    parts.iter().map(one).collect()
}

/// The text of a cell as a section of texts shows it.
pub(super) fn text(parts: &[FormatPart], text: &str) -> Option<String> {
    around(parts, text).map(|shown| shown.trim().to_owned())
}

const fn is_digit(part: &FormatPart) -> bool {
    matches!(part, FormatPart::Digit(_))
}

/// Where the places before the decimal sign end.
fn point(parts: &[FormatPart]) -> usize {
    parts.iter().position(|part| *part == FormatPart::Point).unwrap_or(parts.len())
}

fn digits(parts: &[FormatPart]) -> usize {
    parts.iter().filter(|part| is_digit(part)).count()
}

/// How many thousands the commas behind the last place divide by.
fn thousands(parts: &[FormatPart]) -> u32 {
    let Some(last) = parts.iter().rposition(is_digit) else { return 0 };
    let behind = |from: usize| {
        let rest = parts.get(from + 1..).unwrap_or_default();
        rest.iter().take_while(|part| **part == FormatPart::Comma).count()
    };
    let whole = &parts[..point(parts)];
    let before = whole.iter().rposition(is_digit).filter(|at| *at != last);
    u32::try_from(behind(last) + before.map_or(0, behind)).unwrap_or(0)
}

fn decimal(parts: &[FormatPart], n: &BigRational) -> Option<String> {
    let n =
        n / BigRational::from_integer(BigInt::from(1000).pow(thousands(parts).min(9)));
    let (whole, places) = parts.split_at(point(parts));
    let text = format_decimal(&n, u8::try_from(digits(places)).ok()?);
    let text = text.replace('.', "");
    let (digits, decimals) = text.split_once(',').unwrap_or((&text, ""));
    Some(format!("{}{}", filled(whole, digits)?, behind(places, decimals)?))
}

/// The digits of a whole number in their places, from the right.
fn filled(parts: &[FormatPart], whole: &str) -> Option<String> {
    let (first, last) =
        (parts.iter().position(is_digit), parts.iter().rposition(is_digit));
    let between =
        |at: usize| first.is_some_and(|f| f < at) && last.is_some_and(|l| at < l);
    let grouped = parts
        .iter()
        .enumerate()
        .any(|(at, part)| *part == FormatPart::Comma && between(at));
    let mut rest: Vec<char> =
        if whole == "0" { Vec::new() } else { whole.chars().collect() };
    let (mut out, mut left, mut set) = (Vec::new(), digits(parts), 0);
    let mut put = |out: &mut Vec<char>, c: char| {
        if grouped && set > 0 && set % 3 == 0 {
            out.push(if c == ' ' { ' ' } else { '.' });
        }
        out.push(c);
        set += 1;
    };
    for part in parts.iter().rev() {
        match part {
            FormatPart::Digit(kind) => {
                left -= 1;
                match (rest.pop(), kind) {
                    (Some(c), _) => put(&mut out, c),
                    (None, '0') => put(&mut out, '0'),
                    (None, '?') => put(&mut out, ' '),
                    (None, _) => {}
                }
                // The first place takes all that is left.
                while left == 0
                    && let Some(c) = rest.pop()
                {
                    put(&mut out, c);
                }
            }
            FormatPart::Comma => {}
            part => out.extend(own(part)?.chars().rev()),
        }
    }
    // Without any place the number is not shown, as where words stand for it.
    Some(out.into_iter().rev().collect())
}

/// The decimals in their places, and what stands between and behind them.
fn behind(parts: &[FormatPart], decimals: &str) -> Option<String> {
    let last = decimals.trim_end_matches('0').len();
    let (mut out, mut all) = (String::new(), decimals.chars().enumerate());
    for part in parts {
        match part {
            FormatPart::Point if out.is_empty() => out.push(','),
            FormatPart::Digit(kind) => {
                let (at, c) = all.next()?;
                match kind {
                    _ if at < last => out.push(c),
                    '0' => out.push(c),
                    '?' => out.push(' '),
                    _ => {}
                }
            }
            FormatPart::Comma => {}
            part => out.push_str(own(part)?),
        }
    }
    Some(out)
}

/// "1,25E+03": as many digits before the decimal sign as there are places.
fn power(parts: &[FormatPart], at: usize, n: &BigRational) -> Option<String> {
    let (front, rest) = (&parts[..at], &parts[at + 1..]);
    let (whole, places) = front.split_at(point(front));
    let step = i32::try_from(digits(whole).max(1)).ok()?;
    let decimals = u8::try_from(digits(places)).ok()?;
    let ten = |power: i32| BigRational::from_integer(10.into()).pow(power);
    let mut power = if n.is_zero() { 0 } else { magnitude(n) };
    // A single place moves with the number, more of them in steps.
    power = if step == 1 { power } else { power.div_euclid(step) * step };
    let round = |power: i32| format_decimal(&(n / ten(power)), decimals).replace('.', "");
    let mut text = round(power);
    if text.split(',').next().is_some_and(|t| t.len() > digits(whole).max(1)) {
        power += step;
        text = round(power);
    }
    let (digits, parted) = text.split_once(',').unwrap_or((&text, ""));
    let sign = match (&parts[at], power < 0) {
        (_, true) => "-",
        (FormatPart::Power(true), _) => "+",
        _ => "",
    };
    let exponent = filled(rest, &power.abs().to_string())?;
    let front = filled(whole, digits)? + &behind(places, parted)?;
    Some(format!("{front}E{sign}{exponent}"))
}

/// The power of ten of the first digit.
fn magnitude(n: &BigRational) -> i32 {
    let length = |n: &BigInt| i32::try_from(n.to_string().len()).unwrap_or(i32::MAX / 2);
    let guess = length(n.numer()) - length(n.denom());
    let ten = BigRational::from_integer(10.into()).pow(guess);
    if *n < ten { guess - 1 } else { guess }
}

/// "1 1/2": the nearest fraction whose lower number has as many digits as there are places.
fn fraction(parts: &[FormatPart], slash: usize, n: &BigRational) -> Option<String> {
    let (front, back) = (&parts[..slash], &parts[slash + 1..]);
    let last = front.iter().rposition(is_digit)?;
    let start =
        front[..last].iter().rposition(|part| !is_digit(part)).map_or(0, |at| at + 1);
    let (head, over) = front.split_at(start);
    let places = back.iter().take_while(|part| is_digit(part)).count();
    let given: String = back
        .iter()
        .map_while(|part| match part {
            FormatPart::Literal(text) if text.bytes().all(|b| b.is_ascii_digit()) => {
                Some(text)
            }
            _ => None,
        })
        .cloned()
        .collect();
    let whole = if digits(head) > 0 { n.trunc() } else { BigRational::zero() };
    let (over_n, under) = match given.parse::<i64>() {
        Ok(under) if under > 0 => {
            let under = BigInt::from(under);
            (((n - &whole) * &under).round().to_integer(), under)
        }
        _ if places > 0 => {
            nearest(&(n - &whole), 10_i64.pow(u32::try_from(places.min(5)).ok()?) - 1)
        }
        _ => return None,
    };
    let (whole, over_n) = if digits(head) > 0 && over_n == under {
        (whole.to_integer() + 1, BigInt::zero())
    } else {
        (whole.to_integer(), over_n)
    };
    let tail = &back[if given.is_empty() { places } else { given.len() }..];
    let tail: String = tail.iter().map(own).collect::<Option<_>>()?;
    if over_n.is_zero() && digits(head) > 0 {
        let bare = if whole.is_zero() {
            "0".to_owned()
        } else {
            filled(head, &whole.to_string())?
        };
        return Some(format!("{}{tail}", bare.trim_end()));
    }
    let over = filled(over, &over_n.to_string())?;
    let over = if over_n.is_zero() { "0" } else { over.trim_start() };
    let head = filled(head, &whole.to_string())?;
    let head = if whole.is_zero() { head.trim_start() } else { &head };
    Some(format!("{head}{over}/{under}{tail}"))
}

/// The fraction nearest to a number with a lower number up to `most`; the smaller one of two.
fn nearest(n: &BigRational, most: i64) -> (BigInt, BigInt) {
    let distance = |over: &BigInt, under: i64| {
        (BigRational::new(over.clone(), under.into()) - n).abs()
    };
    let over =
        |under: i64| (n * BigRational::from_integer(under.into())).round().to_integer();
    // Beyond three digits the search would go on for long, and nobody reads such a fraction.
    let all = (1..=most.min(999)).map(|under| (over(under), under));
    let best = all.min_by(|(a, b), (c, d)| distance(a, *b).cmp(&distance(c, *d)));
    best.map_or_else(|| (BigInt::zero(), BigInt::from(1)), |(a, b)| (a, b.into()))
}

/// Whether a format shows a number as papers print it anyway.
pub(super) fn is_plain(parts: &[FormatPart]) -> bool {
    let first = parts.iter().position(is_digit);
    let last = parts.iter().rposition(is_digit);
    let literal = parts.iter().filter_map(own).collect::<String>();
    let (Some(first), Some(last)) = (first, last) else {
        // The dash of an account stands for its zero; words and nothing stand for themselves.
        let general =
            parts.iter().any(|p| matches!(p, FormatPart::General | FormatPart::Text));
        return (general || !literal.trim().is_empty()) && is_currency(&literal);
    };
    let odd = |part: &FormatPart| {
        matches!(part, FormatPart::Slash | FormatPart::Power(_) | FormatPart::Digit('?'))
    };
    let inside = parts[first..=last].iter().any(|part| own(part).is_some());
    let zeros =
        parts[..point(parts)].iter().filter(|p| **p == FormatPart::Digit('0')).count();
    let percent = parts.contains(&FormatPart::Percent);
    let literal = if percent { literal.replacen('%', "", 1) } else { literal };
    !inside
        && zeros <= 1
        && thousands(parts) == 0
        && !parts.iter().any(odd)
        && is_currency(&literal)
}

/// Whether a number is shown as a percentage.
pub(super) fn is_percent(parts: &[FormatPart]) -> bool {
    parts.contains(&FormatPart::Percent)
}

/// A whole number of a fraction of a day, such as its seconds, rounded.
pub(super) fn rounded(n: &BigRational, per_day: i64) -> Option<i64> {
    (n * BigRational::from_integer(per_day.into())).round().to_integer().to_i64()
}
