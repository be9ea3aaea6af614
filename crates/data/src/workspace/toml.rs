//! TOML text to nodes.

use crate::problem::FileProblem;
use std::num::IntErrorKind;
use std::ops::Range;

use jiff::civil::{Date, Time};
use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::toml_follow::{
    Following, below_open_list, sections_of_open, single_heads, torn_line,
};
use super::toml_line;
use super::toml_mend;
use super::toml_open::{self, Mended};
use super::toml_steps;
use super::toml_words::{self, Meant};
use super::typed_in;
use crate::node::{Node, NodeTable, Value};
use base::diag::{Both, Problems};
use base::source::{FileId, Span, Spanned};

/// So many wrong lines are told of one file, with those of one more error: each is looked at with
/// what stands around it, and whoever mends them looks again.
const MOST_ERRORS: usize = 30;

/// The text to the end of the line of the last error that is told.
fn first_errors<'t>(text: &'t str, errors: &[toml::de::Error]) -> &'t str {
    let mut places: Vec<usize> =
        errors.iter().filter_map(|error| Some(error.span()?.start)).collect();
    places.sort_unstable();
    let Some(last) = places.get(MOST_ERRORS) else { return text };
    let rest = text.get(*last..).unwrap_or_default();
    let end = rest.find('\n').map_or(text.len(), |end| last + end + 1);
    text.get(..end).unwrap_or(text)
}

/// Parses a file; every syntax error becomes a problem, and what could be read is returned.
pub(super) fn parse(file: FileId, text: &str, problems: &mut Problems) -> NodeTable {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let place = Standing { file, added: Vec::new() };
        let (told, read) = (Vec::new(), Vec::new());
        return Typer { place, text, told, read, problems }.table(table.into_inner());
    }
    let (mut mended, doubled) = toml_open::whole(file, text, problems);
    let (_, errors) = DeTable::parse_recoverable(&mended.text);
    let kept = first_errors(&mended.text, &errors).len();
    mended.keep(kept);
    toml_mend::readable(file, &mut mended, problems);
    let mut heads = single_heads(&mended.text, &doubled);
    for head in &heads {
        let line = mended.text.get(head.clone()).unwrap_or_default();
        let span = Span::text(file, mended.written(head));
        problems.add(span, repeated(line));
    }
    heads.extend(doubled.into_iter().filter(|head| head.end <= kept));
    heads.sort_by_key(|head| head.start);
    toml_mend::double(&mut mended, &heads);
    let Mended { text, added } = mended;
    let (text, place) = (&*text, Standing { file, added });
    let (table, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|error| error.span().map(|range| range.start));
    // What was plainly meant is told once, whole and with its key.
    let mut told: Vec<Range<usize>> = Vec::new();
    let mut read: Vec<(Range<usize>, Value)> = Vec::new();
    let mut follow = Following::default();
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let range = toml_words::opening(error.message(), text).unwrap_or(range);
        if follow.is_known(error.message(), text, &range) {
            continue;
        }
        let twice = error.message().starts_with("duplicate key");
        if twice && told.iter().any(|place| place.contains(&range.start)) {
            continue;
        }
        told.extend(sections_of_open(error.message(), text, &range));
        if let Some(key) = below_open_list(error.message(), text, &range) {
            told.push(key.start..text.len());
            problems.add(place.of(key), open_list());
            break;
        }
        let meant = toml_words::meant(text, &range)
            .filter(|(_, meant)| *meant == Meant::Text || !is_date(error.message()));
        match meant {
            Some((value, _)) if told.contains(&value) => {}
            Some((range, meant)) => {
                let key = toml_line::key_before(text, range.start);
                let value = text.get(range.clone()).unwrap_or_default().to_owned();
                let problem = match meant {
                    Meant::Number => FileProblem::BadNumber { key, value },
                    Meant::Date => FileProblem::BadDate { key, value },
                    Meant::Time => FileProblem::BadTime { key, value },
                    Meant::Text => {
                        let quote = value.chars().next().map(String::from);
                        FileProblem::CurlyQuotes { quote: quote.unwrap_or_default() }
                    }
                };
                problems.add(place.of(range.clone()), problem);
                // A day is a day however it is written.
                let written = text.get(range.clone()).unwrap_or_default();
                match bahasa::parse_date(written).filter(|_| meant == Meant::Date) {
                    Some(day) => read.push((range, Value::Date(day))),
                    None => told.push(range),
                }
            }
            None => {
                let message = error.message();
                let bare = toml_words::bare(message, text, &range);
                let code = toml_words::code(message, text, &range);
                if let Some((whole, value)) = bare {
                    let problem = toml_words::unquoted(text, &whole);
                    problems.add(place.of(whole.clone()), problem);
                    read.push((whole, Value::Text(value.to_owned())));
                } else if let Some((whole, value)) = code {
                    let problem = toml_words::problem(message, text, &range);
                    problems.add(place.of(whole.clone()), problem);
                    read.push((whole, Value::Text(value.to_owned())));
                } else {
                    let problem = toml_words::problem(message, text, &range);
                    told.extend(torn_line(message, text, &range));
                    problems.add(place.of(range), problem);
                }
            }
        }
    }
    Typer { place, text, told, read, problems }.table(table.into_inner())
}

/// A head with single brackets among some with double ones.
fn repeated(head: &str) -> FileProblem {
    let detail = Both::new(
        "bagian ini berulang, jadi kurungnya dua",
        "this section is repeated, so its brackets are double",
    );
    FileProblem::TomlSyntax { detail, step: toml_steps::repeated(head) }
}

/// Standing in a file of which more was read than is written there.
struct Standing {
    file: FileId,
    /// The bytes that were added, in order.
    added: Vec<usize>,
}

impl Standing {
    /// Where what was read stands in the file.
    fn of(&self, range: Range<usize>) -> Span {
        let back = |at: usize| at - self.added.partition_point(|added| *added < at);
        Span::text(self.file, back(range.start)..back(range.end))
    }
}

fn open_list() -> FileProblem {
    let detail = Both::new(
        "daftar di atas baris ini belum ditutup dengan `]`",
        "the list above this line is not closed with `]`",
    );
    let step = toml_steps::look();
    FileProblem::TomlSyntax { detail, step }
}

fn is_date(message: &str) -> bool {
    ["invalid date", "invalid time"].iter().any(|start| message.starts_with(start))
}

/// Gives values their types, and reports those that have none.
struct Typer<'a> {
    place: Standing,
    text: &'a str,
    /// What was reported already.
    told: Vec<Range<usize>>,
    /// What was reported, too, but can be read.
    read: Vec<(Range<usize>, Value)>,
    problems: &'a mut Problems,
}

impl Typer<'_> {
    fn table(&mut self, table: DeTable<'_>) -> NodeTable {
        let mut entries: NodeTable = table
            .into_iter()
            .map(|(key, value)| {
                let span = self.place.of(key.span());
                let key = Spanned::new(key.into_inner().into_owned(), span);
                let node = self.node(&key.value, value);
                (key, node)
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span);
        entries
    }

    fn node(&mut self, key: &str, value: TomlSpanned<DeValue<'_>>) -> Node {
        let range = value.span();
        let span = self.place.of(range.clone());
        if self.told.iter().any(|place| place.contains(&range.start)) {
            return Node { value: Value::Broken, span };
        }
        if let Some(at) = self.read.iter().position(|(at, _)| at.contains(&range.start)) {
            let (range, value) = self.read.swap_remove(at);
            return Node { value, span: self.place.of(range) };
        }
        let value = match value.into_inner() {
            // What the parser could not read it gives as an empty text without quotes.
            DeValue::String(text) if text.is_empty() && !self.is_quoted(&range) => {
                Value::Broken
            }
            DeValue::String(text) => {
                Value::Text(typed_in::text(text.into_owned(), span, self.problems))
            }
            DeValue::Integer(int) => {
                match i64::from_str_radix(int.as_str(), int.radix()) {
                    Ok(n) => Value::Int(n),
                    Err(error)
                        if *error.kind() != IntErrorKind::PosOverflow
                            && *error.kind() != IntErrorKind::NegOverflow =>
                    {
                        // The parser said what is wrong with it.
                        Value::Broken
                    }
                    Err(_) => self.bad_number(key, int.as_str(), span),
                }
            }
            // `nihil` and `IV` begin like numbers of TOML; the parser said that they are none.
            DeValue::Float(_) if !self.is_number(&range) => Value::Broken,
            DeValue::Float(float) => Value::Decimal(float.as_str().to_owned()),
            // `tentu` begins like `true`; the parser said that it is none.
            DeValue::Boolean(_) if !self.is_boolean(&range) => Value::Broken,
            DeValue::Boolean(yes) => Value::Bool(yes),
            // One that the parser refused has neither date nor time.
            DeValue::Datetime(when) if when.date.is_none() && when.time.is_none() => {
                Value::Broken
            }
            DeValue::Datetime(when) => date_or_time(&when).unwrap_or_else(|| {
                let (key, value) = (key.to_owned(), when.to_string());
                self.problems.add(span, FileProblem::BadDate { key, value });
                Value::Broken
            }),
            DeValue::Array(items) => {
                Value::List(items.into_iter().map(|v| self.node(key, v)).collect())
            }
            DeValue::Table(entries) => Value::Table(self.table(entries)),
        };
        Node { value, span }
    }

    fn is_boolean(&self, range: &Range<usize>) -> bool {
        self.text.get(range.clone()).is_some_and(|word| ["true", "false"].contains(&word))
    }

    fn is_number(&self, range: &Range<usize>) -> bool {
        let written = self.text.get(range.clone()).unwrap_or_default();
        written.replace('_', "").parse::<f64>().is_ok()
    }

    fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.text.get(range.clone()).is_some_and(|t| t.starts_with(['"', '\'']))
    }

    fn bad_number(&mut self, key: &str, text: &str, span: Span) -> Value {
        let (key, value) = (key.to_owned(), text.to_owned());
        self.problems.add(span, FileProblem::BadNumber { key, value });
        Value::Broken
    }
}

/// A date without a time, or a time without a date; both together belong to no key we have.
fn date_or_time(when: &toml::value::Datetime) -> Option<Value> {
    match (when.date, when.time, when.offset) {
        (Some(d), None, None) => {
            let day = i8::try_from(d.day).ok()?;
            let month = i8::try_from(d.month).ok()?;
            Date::new(i16::try_from(d.year).ok()?, month, day).ok().map(Value::Date)
        }
        (None, Some(t), None) => {
            let (hour, minute) =
                (i8::try_from(t.hour).ok()?, i8::try_from(t.minute).ok()?);
            Time::new(hour, minute, 0, 0).ok().map(Value::Time)
        }
        _ => None,
    }
}
