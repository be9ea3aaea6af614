//! Numbers out of a row: whole, exact, amounts of money, percentages.

use crate::tables::Key;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{Fields, ValueKind, wrong};
use crate::node::{Node, Value, plain};
use crate::problem::{FileProblem, FindingProblem};
use bahasa::number::{ambiguous_comma, parse_written};
use base::diag::{Both, Problems};
use base::source::Spanned;
use field::spm::{Amount, Percent, TargetPath};

/// Whether a decimal of TOML looks like thousands: "55.000".
fn groups_thousands(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    text.split_once('.').is_some_and(|(whole, part)| {
        let grouped = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        part.len() == 3 && digits(part) && digits(whole) && grouped
    })
}

/// Whether a text is a number beyond doubt, but no whole one.
fn is_part(text: &str) -> bool {
    let whole = |n: num_rational::BigRational| n.is_integer();
    !text.contains('%') && parse_written(text).is_ok_and(|n| !whole(n))
}

/// Whole rupiah as prices are typed into a cell: "Rp 35.000,-".
fn price(key: Key, text: &str) -> Option<i64> {
    let amount = bahasa::rupiah::parse_rupiah(text).ok();
    amount.filter(|n| key == "harga" && n.is_integer())?.to_integer().to_i64()
}

/// What a spreadsheet made of a time that was typed with a point: 8.3 of "08.30", which a cell
/// with the format of days shows as one of January 1900.
pub(super) fn made_of_clock(key: &str, value: &Value) -> Option<FileProblem> {
    let (value, jam) = match value {
        Value::Number(n) => {
            let hundredths = n * BigInt::from(100);
            let all =
                hundredths.is_integer().then(|| hundredths.to_integer().to_u32())??;
            let (hour, minute) = (all / 100, all % 100);
            let jam =
                (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))?;
            (plain(n).replace('.', ","), jam)
        }
        Value::Date(day) if day.year() <= 1900 => {
            let hour = if day.year() < 1900 { 0 } else { day.day_of_year() };
            (format!("{hour},…"), format!("{hour:02}:30"))
        }
        _ => return None,
    };
    Some(FileProblem::ClockAsNumber { key: key.into(), value, jam })
}

/// A number that should be whole and is not, as it is written.
fn not_whole(problems: &mut Problems, key: &str, node: &Node, written: String) {
    let expected = Both::new(WHOLE.0, WHOLE.1);
    let found = Both::same(written);
    problems.add(node.span, FileProblem::WrongType { key: key.into(), expected, found });
}

impl Fields<'_> {
    /// A whole number that may be absent.
    pub fn int(&mut self, key: Key) -> Option<Spanned<i64>> {
        let node = self.get(key)?;
        let value = match &node.value {
            Value::Int(n) => Some(*n),
            Value::Number(n) if n.is_integer() => n.to_integer().to_i64(),
            Value::Cell(t) => whole(t).or_else(|| price(key, t)),
            Value::Text(t) => whole(t),
            _ => None,
        };
        if value.is_none() {
            match &node.value {
                Value::Cell(t) | Value::Text(t) if is_part(t) => {
                    not_whole(self.problems, &key, node, t.trim().to_owned());
                }
                Value::Number(n) => {
                    let written = bahasa::format_decimal_short(n, 10);
                    not_whole(self.problems, &key, node, written);
                }
                Value::Cell(t) | Value::Text(t) => {
                    let in_toml = matches!(node.value, Value::Text(_));
                    self.problems
                        .add(node.span, FileProblem::of_number(&key, t, in_toml));
                }
                Value::Decimal(t) if groups_thousands(t) => {
                    let (key, value) = (key.into(), t.clone());
                    self.problems.add(node.span, FileProblem::BadNumber { key, value });
                }
                _ => wrong(self.problems, &key, node, WHOLE),
            }
        }
        value.map(|n| Spanned::new(n, node.span))
    }

    /// A whole number within a range that may be absent.
    pub fn int_in(
        &mut self,
        key: Key,
        range: std::ops::RangeInclusive<i64>,
    ) -> Option<Spanned<i64>> {
        let n = self.int(key)?;
        if range.contains(&n.value) {
            return Some(n);
        }
        let high = (*range.end() != i64::MAX).then_some(*range.end());
        let range = range_words(*range.start(), high);
        self.problems.add(
            n.span,
            FileProblem::OutOfRange {
                key: key.into(),
                value: n.value.to_string(),
                range,
            },
        );
        None
    }

    /// Pages that a paper may take, that may be absent: 1 to 20, `satu-halaman`, or `bebas`
    /// (0) for as many as it needs.
    pub fn pages(&mut self, key: Key) -> Option<Spanned<u8>> {
        const WORDS: [(&str, u8); 2] = [("satu-halaman", 1), ("bebas", 0)];
        let node = self.get(key)?;
        let pages = match &node.value {
            Value::Int(_) | Value::Number(_) => {
                self.int_in(key, 1..=20).and_then(|n| u8::try_from(n.value).ok())
            }
            Value::Text(_) | Value::Cell(_) => self.word(key, &WORDS),
            _ => {
                wrong(self.problems, &key, node, PAGES);
                None
            }
        };
        pages.map(|pages| Spanned::new(pages, node.span))
    }

    /// A count: a whole number from 0 that may be absent.
    pub fn count(&mut self, key: Key) -> Option<Spanned<u64>> {
        let n = self.int_in(key, 0..=i64::MAX)?;
        Some(Spanned::new(n.value.unsigned_abs(), n.span))
    }

    /// A number with or without decimals that may be absent.
    pub fn decimal(&mut self, key: Key) -> Option<Spanned<f32>> {
        let node = self.get(key)?;
        let value = match &node.value {
            #[allow(clippy::cast_precision_loss)]
            Value::Int(n) => Some(*n as f32),
            Value::Decimal(t) => t.replace('_', "").parse().ok(),
            Value::Number(n) => n.to_f32(),
            Value::Cell(t) => parse_written(t).ok().and_then(|n| n.to_f32()),
            _ => None,
        };
        match (value, &node.value) {
            (None, Value::Cell(t)) if ambiguous_comma(t).is_some() => {
                self.problems.add(node.span, FileProblem::of_number(&key, t, false));
            }
            (None, _) => wrong(self.problems, &key, node, NUMBER),
            _ => {}
        }
        value.map(|n| Spanned::new(n, node.span))
    }

    /// A number within a range that may be absent.
    pub fn decimal_in(
        &mut self,
        key: Key,
        range: std::ops::RangeInclusive<f32>,
    ) -> Option<f32> {
        let n = self.decimal(key)?;
        if range.contains(&n.value) {
            return Some(n.value);
        }
        let (value, range) =
            (n.value.to_string(), range_words(*range.start(), Some(*range.end())));
        self.problems
            .add(n.span, FileProblem::OutOfRange { key: key.into(), value, range });
        None
    }

    /// An exact amount from 0 that may be absent: whole, with decimals, or as text.
    pub fn amount(&mut self, key: Key) -> Option<Spanned<Amount>> {
        let node = self.get(key)?;
        let (amount, text) = match &node.value {
            Value::Int(n) => (u64::try_from(*n).ok().map(Amount::from), n.to_string()),
            // TOML writes decimals with a point, which would read as thousands elsewhere: where it
            // may have been meant so, it is asked.
            Value::Decimal(t) if groups_thousands(t) => (None, t.clone()),
            Value::Decimal(t) => {
                let amount = bahasa::number::parse_plain(&t.replace('_', "")).ok();
                (amount.and_then(|n| Amount::new(n).ok()), t.clone())
            }
            Value::Number(n) => (Amount::new(n.clone()).ok(), plain(n)),
            Value::Text(t) | Value::Cell(t) => {
                // With or without Rp; a percentage is no amount.
                let amount = bahasa::rupiah::parse_rupiah(t).ok();
                (amount.and_then(|n| Amount::new(n).ok()), t.clone())
            }
            _ => {
                wrong(self.problems, &key, node, NUMBER);
                return None;
            }
        };
        if amount.is_none() {
            let below = text.strip_prefix('-').is_some_and(|t| parse_written(t).is_ok());
            let problem = if below {
                let key = key.into();
                FileProblem::OutOfRange { key, value: text, range: range_words(0, None) }
            } else {
                FileProblem::of_number(&key, &text, !matches!(node.value, Value::Cell(_)))
            };
            self.problems.add(node.span, problem);
        }
        amount.map(|n| Spanned::new(n, node.span))
    }

    /// A target path, four percentages, that may be absent.
    pub fn path(&mut self, key: Key) -> Option<TargetPath> {
        let node = self.get(key)?;
        let Value::List(items) = &node.value else {
            wrong(self.problems, &key, node, PATH);
            return None;
        };
        let values = items.iter().map(percentage).collect::<Option<Vec<_>>>();
        let values = values.and_then(|values| <[Percent; 4]>::try_from(values).ok());
        let path = values.and_then(TargetPath::new);
        if path.is_none() {
            self.problems.add(node.span, FindingProblem::BadPath { key: key.into() });
        }
        path
    }

    /// What is written with decimals, in TOML or as a text, where that is a percentage from 0 to
    /// 100.
    pub(super) fn decimal_percent(&mut self, key: Key) -> Option<Percent> {
        let written = |value: &Value| {
            matches!(value, Value::Decimal(_) | Value::Text(_) | Value::Cell(_))
        };
        let node = self.get(key).filter(|node| written(&node.value))?;
        percentage(node).filter(|percent| *percent <= Percent::hundred())
    }

    /// A percentage from 0 to 100 that may be absent.
    pub fn percent(&mut self, key: Key) -> Option<Spanned<Percent>> {
        let node = self.get(key)?;
        let value = percentage(node).filter(|p| *p <= Percent::hundred());
        if value.is_none() {
            wrong(self.problems, &key, node, PERCENT);
        }
        value.map(|value| Spanned::new(value, node.span))
    }

    /// The entries of a table as texts and nodes, for keys that are names of the user.
    pub fn percents(&mut self, key: Key) -> Vec<(Spanned<String>, Spanned<Percent>)> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let Value::Table(entries) = &node.value else {
            wrong(self.problems, &key, node, ("tabel", "a table"));
            return Vec::new();
        };
        let mut read = Vec::new();
        for (name, value) in entries {
            match percentage(value).filter(|p| *p <= Percent::hundred()) {
                Some(p) => read.push((name.clone(), Spanned::new(p, value.span))),
                None => wrong(self.problems, &name.value, value, PERCENT),
            }
        }
        read
    }
}

const PAGES: ValueKind = (
    "\"satu-halaman\", \"bebas\", atau banyaknya halaman",
    "\"satu-halaman\", \"bebas\" or a number of pages",
);

const WHOLE: ValueKind = ("bilangan bulat", "a whole number");

const NUMBER: ValueKind = ("bilangan", "a number");

const PERCENT: ValueKind = ("persentase 0 s.d. 100", "a percentage from 0 to 100");

const PATH: ValueKind = (
    "empat persentase, misalnya [25, 50, 75, 100]",
    "four percentages, such as [25, 50, 75, 100]",
);

/// "2000 s.d. 2100", "paling sedikit 0".
fn range_words<T: std::fmt::Display>(low: T, high: Option<T>) -> Both {
    match high {
        Some(high) => {
            Both::new(format!("{low} s.d. {high}"), format!("from {low} to {high}"))
        }
        None => Both::new(format!("paling sedikit {low}"), format!("at least {low}")),
    }
}

/// A percentage from 0, in points, exact.
fn percentage(node: &Node) -> Option<Percent> {
    let value = match &node.value {
        Value::Text(t) | Value::Cell(t) => {
            let figure = t.trim().trim_end_matches('%').trim_end();
            bahasa::number::parse_number(figure).ok()?
        }
        value => value.number()?,
    };
    (!num_traits::Signed::is_negative(&value)).then(|| Percent::new(value))
}

/// A whole number written plainly or with Indonesian thousands dots.
fn whole(text: &str) -> Option<i64> {
    bahasa::parse_count(text).ok().and_then(|n| i64::try_from(n).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::Span;
    use num_rational::BigRational;

    /// What a reader takes a text for, and whether it told when it took it for nothing.
    fn read(
        value: Value,
        reader: impl Fn(&mut Fields<'_>, Key) -> Option<String>,
    ) -> String {
        let entries = vec![(
            Spanned::new("nilai".to_owned(), Span::None),
            Node { value, span: Span::None },
        )];
        let mut problems = Problems::default();
        let mut fields = Fields::new("uji", Span::None, &entries, &mut problems);
        let found = reader(&mut fields, Key::new("nilai"));
        assert_eq!(found.is_none(), problems.has_errors());
        found.unwrap_or_else(|| "x".to_owned())
    }

    #[test]
    fn decimals_of_toml_are_asked_about_only_where_they_may_be_thousands() {
        let amount = |text: &str| {
            read(Value::Decimal(text.to_owned()), |f, key| {
                f.amount(key).map(|n| n.value.value().to_string())
            })
        };
        for (text, meant) in [
            ("55.000", "x"),
            ("2.284", "x"),
            ("0.125", "1/8"),
            ("2.5", "5/2"),
            ("1250.125", "10001/8"),
        ] {
            assert_eq!(amount(text), meant, "{text}");
        }
        let percent = |text: &str| {
            read(Value::Decimal(text.to_owned()), |f, key| {
                crate::fields::within_hundred(f, key).map(|p| p.value().to_string())
            })
        };
        assert_eq!(percent("86.125"), "689/8");
        assert_eq!(percent("186.125"), "x");
        let percent = |text: &str| {
            read(Value::Cell(text.to_owned()), |f, key| {
                crate::fields::within_hundred(f, key).map(|p| p.value().to_string())
            })
        };
        assert_eq!(percent("12,345"), "2469/200");
        assert_eq!(percent("12.345"), "x");
        assert_eq!(percent("112,345"), "x");
    }

    #[test]
    fn texts_of_people() {
        let table = include_str!("../../../bahasa/bilangan.txt");
        for line in table.lines().filter(|line| line.starts_with('[')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let text = &columns[0][1..columns[0].len() - 1];
            let not_below = |n: &str| if n.starts_with('-') { "x" } else { n }.to_owned();
            for value in [Value::Cell(text.to_owned()), Value::Text(text.to_owned())] {
                let amount = read(value.clone(), |f, key| {
                    f.amount(key).map(|n| n.value.value().to_string())
                });
                assert_eq!(amount, not_below(columns[2]), "amount of {text}");
                let count =
                    read(value, |f, key| f.count(key).map(|n| n.value.to_string()));
                assert_eq!(count, columns[3], "count of {text}");
            }
            let decimal = read(Value::Cell(text.to_owned()), |f, key| {
                let n = f.decimal(key)?.value;
                bahasa::from_f32(n).map(|n: BigRational| n.to_string())
            });
            assert_eq!(decimal, columns[1], "decimal of {text}");
        }
    }
}
