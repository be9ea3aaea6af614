//! TOML text to nodes.

use jiff::civil::{Date, Time};
use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::node::{Node, Table, Value};
use crate::diag::{Problem, Problems};
use crate::source::{FileId, Span, Spanned};

/// Parses a file; every syntax error becomes a problem, and what could be read is returned.
pub(super) fn parse(file: FileId, text: &str, problems: &mut Problems) -> Table {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        problems.add(
            Span::text(file, range),
            Problem::TomlSyntax { detail: error.message().to_owned() },
        );
    }
    self::table(file, table.into_inner(), problems)
}

fn table(file: FileId, table: DeTable<'_>, problems: &mut Problems) -> Table {
    let mut entries: Table = table
        .into_iter()
        .map(|(key, value)| {
            let span = Span::text(file, key.span());
            let key = Spanned::new(key.into_inner().into_owned(), span);
            (key, node(file, value, problems))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span);
    entries
}

fn node(file: FileId, value: TomlSpanned<DeValue<'_>>, problems: &mut Problems) -> Node {
    let span = Span::text(file, value.span());
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(int) => match i64::from_str_radix(int.as_str(), int.radix()) {
            Ok(n) => Value::Int(n),
            Err(_) => bad_number(int.as_str(), span, problems),
        },
        DeValue::Float(float) => Value::Decimal(float.as_str().to_owned()),
        DeValue::Boolean(yes) => Value::Bool(yes),
        DeValue::Datetime(when) => date_or_time(&when).unwrap_or_else(|| {
            let (key, value) = ("tanggal".into(), when.to_string());
            problems.add(span, Problem::BadDate { key, value });
            Value::Text(String::new())
        }),
        DeValue::Array(items) => {
            Value::List(items.into_iter().map(|v| node(file, v, problems)).collect())
        }
        DeValue::Table(entries) => Value::Table(table(file, entries, problems)),
    };
    Node { value, span }
}

fn bad_number(text: &str, span: Span, problems: &mut Problems) -> Value {
    problems
        .add(span, Problem::BadNumber { key: "bilangan".into(), value: text.to_owned() });
    Value::Int(0)
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
