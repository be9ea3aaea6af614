//! What TOML and CSV have in common: values with their places.

use jiff::civil::{Date, Time};

use crate::source::{Span, Spanned};

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
    /// Yes or no.
    Bool(bool),
    /// A date.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A list.
    List(Vec<Node>),
    /// A table, keys in the order written.
    Table(Table),
}

/// A table's entries, in the order written.
pub type Table = Vec<(Spanned<String>, Node)>;

impl Value {
    /// The name of the kind, in Indonesian, as used in messages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) | Self::Cell(_) => "teks",
            Self::Int(_) => "bilangan bulat",
            Self::Decimal(_) => "bilangan desimal",
            Self::Bool(_) => "true/false",
            Self::Date(_) => "tanggal",
            Self::Time(_) => "jam",
            Self::List(_) => "daftar",
            Self::Table(_) => "tabel",
        }
    }
}
