//! What TOML and CSV have in common: values with their places.

use jiff::civil::{Date, DateTime, Time};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use base::diag::Both;
use base::source::{Span, Spanned};
use base::written::Written;

/// A value the user wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What.
    pub value: Value,
    /// Where.
    pub span: Span,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A cell of a sheet: a text that may be read as a number, a date or yes and no.
    Cell(String),
    /// A whole number.
    Int(i64),
    /// A number with decimals, as written.
    Decimal(String),
    /// A numeric cell of a sheet, exactly.
    Number(BigRational),
    /// A numeric cell of a free list that shows more than its number: 7 as "007".
    Shown(BigRational, String),
    /// A day of a free list whose cell shows something else of it: "Des-24".
    ShownDay(Date, String),
    /// Yes or no.
    Bool(bool),
    /// A date.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A day with its hour.
    Moment(DateTime),
    /// A list.
    List(Vec<Node>),
    /// A table, keys in the order written.
    Table(NodeTable),
    /// Something that cannot be read and was reported already.
    Broken,
}

/// A table's entries, in the order written.
pub type NodeTable = Vec<(Spanned<String>, Node)>;

impl Value {
    /// The number that it is as it stands; a text is read by the rules of whoever asks.
    pub fn number(&self) -> Option<BigRational> {
        match self {
            Self::Int(n) => Some(BigRational::from_integer((*n).into())),
            Self::Decimal(t) => bahasa::number::parse_plain(&t.replace('_', "")).ok(),
            Self::Number(n) | Self::Shown(n, _) => Some(n.clone()),
            _ => None,
        }
    }
}

impl Node {
    /// Where it and all that is in it were written.
    pub fn written(&self) -> Written {
        match &self.value {
            Value::Table(entries) => {
                let each = entries.iter();
                let fields = each.map(|(key, node)| (key.value.clone(), node.written()));
                Written::table(self.span, fields.collect())
            }
            Value::List(items) => {
                Written::list(self.span, items.iter().map(Self::written).collect())
            }
            _ => Written::at(self.span),
        }
    }

    /// What a row holds in a column.
    pub fn cell(&self, column: &str) -> Option<&Self> {
        let Value::Table(entries) = &self.value else { return None };
        entries.iter().find(|(key, _)| key.value == column).map(|(_, node)| node)
    }
}

impl Value {
    /// What it says, as it was written or as its cell shows it; `None` of what holds others.
    pub fn shown(&self) -> Option<String> {
        Some(match self {
            Self::Text(text)
            | Self::Cell(text)
            | Self::Decimal(text)
            | Self::Shown(_, text)
            | Self::ShownDay(_, text) => text.clone(),
            Self::Int(n) => n.to_string(),
            Self::Number(n) => plain(n),
            Self::Bool(is) => is.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Time(time) => time.to_string(),
            Self::Moment(moment) => moment.to_string(),
            Self::List(_) | Self::Table(_) | Self::Broken => return None,
        })
    }

    /// The name of the kind, as used in messages.
    pub fn kind(&self) -> Both {
        let (id, en) = match self {
            Self::Text(_) | Self::Cell(_) => ("teks", "text"),
            Self::Int(_) => ("bilangan bulat", "a whole number"),
            Self::Decimal(_) => ("bilangan desimal", "a number with decimals"),
            Self::Number(_) | Self::Shown(..) => ("bilangan", "a number"),
            Self::Bool(_) => ("true/false", "true/false"),
            Self::Date(_) | Self::ShownDay(..) | Self::Moment(_) => ("tanggal", "a date"),
            Self::Time(_) => ("jam", "a time"),
            Self::List(_) => ("daftar", "a list"),
            Self::Table(_) => ("tabel", "a table"),
            Self::Broken => ("tidak terbaca", "not readable"),
        };
        Both::new(id, en)
    }
}

/// A number of a sheet for where a text is wanted: digits, and a point before decimals.
pub fn plain(n: &BigRational) -> String {
    bahasa::number::format_plain(n, 20)
}

/// "1,98609E+17": what a sheet writes into a text of a number that was too long for it.
pub(crate) fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = text.trim().split_once("E+") else { return false };
    let number = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    number(whole) && number(part) && number(power)
}

/// Spreadsheets keep fifteen digits: what has more was rounded when it was typed.
pub(crate) fn is_rounded(n: &BigRational) -> bool {
    n.abs() >= BigRational::from_integer(BigInt::from(10).pow(15))
}
