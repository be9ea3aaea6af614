//! What a value says, however it is written: in a file or in a cell.

use jiff::civil::{Date, Time};
use num_rational::BigRational;
use toml_edit::{Array, InlineTable, Value as TomlValue};

use crate::fields::Fields;
use crate::node::{Node, NodeTable, Value, plain};
use crate::tables::{Declared, FieldKind, Spec, says_nothing};
use crate::toml_value::{figure, listed};
use base::diag::Problems;
use base::source::Span;

/// A value without its form: those of a file and of a cell are equal when they say the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PlainValue {
    Text(String),
    Texts(Vec<String>),
    Number(BigRational),
    Flag(bool),
    Date(Date),
    Time(Time),
    Many(Vec<PlainValue>),
    Pairs(Vec<(String, PlainValue)>),
}

/// What a table says, by its keys in the order of the alphabet; what says nothing is left out.
pub(super) fn table(
    of: &NodeTable,
    declared: Option<&dyn Declared>,
) -> Vec<(String, PlainValue)> {
    let mut said: Vec<(String, PlainValue)> = of
        .iter()
        .filter_map(|(key, node)| {
            let spec = spec_of(declared, &key.value);
            let value = match (&node.value, spec.and_then(|spec| spec.kind.inner())) {
                (Value::Table(inner), Some(of)) => {
                    PlainValue::Pairs(table(inner, Some(of)))
                }
                (Value::List(items), Some(of)) => PlainValue::Many(rows(items, Some(of))),
                _ => value(of, &key.value, node, spec)?,
            };
            let nothing = matches!(&value, PlainValue::Pairs(p) if p.is_empty());
            (!nothing).then(|| (key.value.clone(), value))
        })
        .collect();
    said.sort_by(|(a, _), (b, _)| a.cmp(b));
    said
}

/// What rows say.
pub(super) fn rows(items: &[Node], declared: Option<&dyn Declared>) -> Vec<PlainValue> {
    let row = |node: &Node| match &node.value {
        Value::Table(row) => PlainValue::Pairs(table(row, declared)),
        _ => bare(node).unwrap_or_else(|| PlainValue::Text(String::new())),
    };
    items.iter().map(row).collect()
}

/// The declaration of a key.
pub(super) fn spec_of(
    declared: Option<&dyn Declared>,
    key: &str,
) -> Option<&'static Spec> {
    declared?.specs().into_iter().find(|spec| spec.key == key)
}

/// What the key of a table says, read as its kind is; `None` when it says nothing.
pub(super) fn value(
    of: &NodeTable,
    key: &str,
    node: &Node,
    spec: Option<&'static Spec>,
) -> Option<PlainValue> {
    let read = spec.and_then(|spec| read(of, node, spec)).or_else(|| bare(node))?;
    let nothing = matches!(&read, PlainValue::Text(text) if text.is_empty());
    debug_assert!(spec.is_none_or(|spec| spec.key == key), "{key} has a spec of its own");
    (!nothing).then_some(read)
}

/// Reads it as data is read.
fn read(of: &NodeTable, node: &Node, spec: &Spec) -> Option<PlainValue> {
    let mut unsaid = Problems::default();
    let mut f = Fields::new("", Span::None, of, &mut unsaid);
    let key = spec.key;
    let number = |n: &BigRational| PlainValue::Number(n.clone());
    match spec.kind {
        FieldKind::Flag => f.opt_flag(key).map(PlainValue::Flag),
        FieldKind::Date => f.date(key).map(|day| PlainValue::Date(day.value)),
        FieldKind::Time => f.time(key).map(|time| PlainValue::Time(time.value)),
        FieldKind::Whole { .. } | FieldKind::People { .. } => {
            let whole = f.int(key)?.value;
            Some(PlainValue::Number(BigRational::from_integer(whole.into())))
        }
        FieldKind::Amount | FieldKind::Money => {
            f.amount(key).map(|n| number(n.value.value()))
        }
        FieldKind::Percent => f.percent(key).map(|n| number(n.value.value())),
        FieldKind::Path => {
            let path = f.path(key)?;
            Some(PlainValue::Many(
                path.each().iter().map(|n| number(n.value())).collect(),
            ))
        }
        FieldKind::Percents => {
            let pairs = f.percents(key).into_iter();
            let pair =
                |(name, n): (base::source::Spanned<String>, base::source::Spanned<_>)| {
                    let n: field::spm::Percent = n.value;
                    (name.value, number(n.value()))
                };
            Some(PlainValue::Pairs(pairs.map(pair).collect()))
        }
        FieldKind::Texts | FieldKind::Answer => {
            let texts: Vec<String> =
                f.texts(key).into_iter().map(|text| text.value).collect();
            // A list in a cell that holds a mark for none is an empty list.
            let none = matches!(node.value, Value::Cell(_))
                && texts.iter().all(|text| says_nothing(text));
            Some(PlainValue::Texts(if none { Vec::new() } else { texts }))
        }
        _ => f.text(key).map(|text| PlainValue::Text(text.value)),
    }
}

/// What a value of no declared kind says.
fn bare(node: &Node) -> Option<PlainValue> {
    Some(match &node.value {
        Value::Text(text) | Value::Cell(text) => PlainValue::Text(text.trim().to_owned()),
        Value::Int(n) => PlainValue::Number(BigRational::from_integer((*n).into())),
        Value::Decimal(text) => {
            PlainValue::Number(bahasa::number::parse_plain(&text.replace('_', "")).ok()?)
        }
        Value::Number(n) => PlainValue::Number(n.clone()),
        Value::Shown(n, text) if *text == plain(n) => PlainValue::Number(n.clone()),
        Value::ShownDay(day, text) if *text == day.to_string() => PlainValue::Date(*day),
        Value::Shown(_, text) | Value::ShownDay(_, text) => {
            PlainValue::Text(text.clone())
        }
        Value::Bool(yes) => PlainValue::Flag(*yes),
        Value::Date(day) => PlainValue::Date(*day),
        Value::Time(time) => PlainValue::Time(*time),
        Value::Moment(_) => PlainValue::Text(node.value.shown()?),
        Value::List(items) => PlainValue::Many(rows(items, None)),
        Value::Table(inner) => PlainValue::Pairs(table(inner, None)),
        Value::Broken => return None,
    })
}

impl PlainValue {
    /// The value as TOML has it.
    pub(super) fn toml(&self, kind: Option<FieldKind>) -> TomlValue {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Texts(texts) => match texts.as_slice() {
                [text] => text.as_str().into(),
                _ => listed(texts),
            },
            Self::Number(n) => figure(n, matches!(kind, Some(FieldKind::Money))),
            Self::Flag(yes) => (*yes).into(),
            Self::Date(day) => day
                .to_string()
                .parse::<TomlValue>()
                .unwrap_or_else(|_| day.to_string().into()),
            // As people write it, and read alike.
            Self::Time(time) => format!("{:02}.{:02}", time.hour(), time.minute()).into(),
            Self::Many(all) => {
                let array: Array = all.iter().map(|one| one.toml(kind)).collect();
                TomlValue::Array(array)
            }
            Self::Pairs(pairs) => {
                let pairs =
                    pairs.iter().map(|(name, one)| (name.as_str(), one.toml(kind)));
                TomlValue::InlineTable(pairs.collect::<InlineTable>())
            }
        }
    }
}
