//! The kinds of attributes.

use super::spec::{Attribute, Said, Told};
use bahasa::number::{format_measure, parse_measure, parse_number};
use base::diag::Both;
use num_rational::BigRational;
use num_traits::Signed;
use typeset::document::ColumnWidth;
use typeset::units::Pt;

/// An attribute of a kind.
pub(super) struct Of<K> {
    told: Told,
    kind: K,
}

impl<K> Of<K> {
    pub(super) const fn required(mut self) -> Self {
        self.told.required = true;
        self
    }
}

/// What the values of an attribute are.
pub(super) trait Kind: Sync {
    /// What a value is once it is read.
    type Value;

    /// What its values are, in words.
    fn expected(&self) -> Both;

    /// A value; the name alone has none.
    fn read(&self, text: Said<'_>) -> Option<Self::Value>;

    /// The part of a value that cannot be read.
    fn wrong(&self, text: Said<'_>) -> Option<String> {
        self.read(text).is_none().then(|| text.0.unwrap_or_default().to_owned())
    }

    fn repeats(&self) -> bool {
        false
    }

    fn is_flag(&self) -> bool {
        false
    }

    fn is_day(&self) -> bool {
        false
    }

    fn is_label(&self) -> bool {
        false
    }
}

impl<K: Kind> Of<K> {
    /// The value that is written.
    pub(super) fn value(&self, text: &str) -> Option<K::Value> {
        self.kind.read(Said(Some(text)))
    }
}

impl<K: Kind> Attribute for Of<K> {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        self.kind.expected()
    }

    fn wrong(&self, value: Said<'_>) -> Option<String> {
        self.kind.wrong(value)
    }

    fn repeats(&self) -> bool {
        self.kind.repeats()
    }

    fn is_flag(&self) -> bool {
        self.kind.is_flag()
    }

    fn is_day(&self) -> bool {
        self.kind.is_day()
    }

    fn is_label(&self) -> bool {
        self.kind.is_label()
    }
}

/// Any text.
pub(super) type Text = Of<Words>;

/// Words, once or more than once.
pub(super) struct Words {
    repeats: bool,
    labels: bool,
}

impl Text {
    pub(super) const fn new(told: Told) -> Self {
        Self { told, kind: Words { repeats: false, labels: false } }
    }

    /// A text that may be given more than once.
    pub(super) const fn several(told: Told) -> Self {
        Self { told, kind: Words { repeats: true, labels: false } }
    }

    /// What the values behind it are called, for each of them.
    pub(super) const fn labels(told: Told) -> Self {
        Self { told, kind: Words { repeats: true, labels: true } }
    }
}

impl Kind for Words {
    type Value = String;

    fn expected(&self) -> Both {
        Both::new("teks", "a text")
    }

    fn read(&self, text: Said<'_>) -> Option<String> {
        text.0.map(str::to_owned)
    }

    fn repeats(&self) -> bool {
        self.repeats
    }

    fn is_label(&self) -> bool {
        self.labels
    }
}

/// A day: named, or written out as it is printed.
pub(super) type Day = Of<Dated>;

/// A named day, or a date in print.
pub(super) struct Dated;

impl Day {
    pub(super) const fn new(told: Told) -> Self {
        Self { told, kind: Dated }
    }
}

impl Kind for Dated {
    type Value = String;

    fn is_day(&self) -> bool {
        true
    }

    fn expected(&self) -> Both {
        Both::new(
            "`surat`, `surat:templat`, `rakor`, `rakor:sampai`, `sesi:id`, atau tanggal sebagaimana dicetak",
            "`surat`, `surat:template`, `rakor`, `rakor:sampai`, `sesi:id`, or a date as it is printed",
        )
    }

    fn read(&self, text: Said<'_>) -> Option<String> {
        text.0.map(str::to_owned)
    }
}

/// A number with its unit, from an end to another.
pub(super) type Number = Of<Measure>;

/// What a number counts, and its ends.
pub(super) struct Measure {
    unit: Unit,
    from: f32,
    to: f32,
}

#[derive(Clone, Copy)]
enum Unit {
    Millimetres,
    Points,
    Plain,
}

impl Number {
    pub(super) const fn mm(ends: (f32, f32), told: Told) -> Self {
        Self::between(Unit::Millimetres, ends, told)
    }

    pub(super) const fn points(ends: (f32, f32), told: Told) -> Self {
        Self::between(Unit::Points, ends, told)
    }

    pub(super) const fn plain(ends: (f32, f32), told: Told) -> Self {
        Self::between(Unit::Plain, ends, told)
    }

    const fn between(unit: Unit, (from, to): (f32, f32), told: Told) -> Self {
        Self { told, kind: Measure { unit, from, to } }
    }

    /// What values up to an end are, where the page allows less than the attribute.
    pub(super) fn expected_to(&self, to: f32) -> Both {
        self.kind.expected_to(to)
    }
}

impl Measure {
    fn expected_to(&self, to: f32) -> Both {
        let (id, en) = match self.unit {
            Unit::Millimetres => (" (milimeter)", " (millimetres)"),
            Unit::Points => (" (poin)", " (points)"),
            Unit::Plain => ("", ""),
        };
        let from = self.from;
        Both::new(
            format!(
                "bilangan {} sampai {}{id}",
                format_measure(from),
                format_measure(to)
            ),
            format!("a number from {from} to {to}{en}"),
        )
    }
}

impl Kind for Measure {
    type Value = f32;

    fn expected(&self) -> Both {
        self.expected_to(self.to)
    }

    fn read(&self, text: Said<'_>) -> Option<f32> {
        parse_measure(text.0?).ok().filter(|n| (self.from..=self.to).contains(n))
    }
}

/// A whole number from an end to another.
pub(super) type Whole = Of<Ends>;

/// The ends of whole numbers.
pub(super) struct Ends {
    from: u16,
    to: u16,
}

impl Whole {
    pub(super) const fn new((from, to): (u16, u16), told: Told) -> Self {
        Self { told, kind: Ends { from, to } }
    }
}

impl Kind for Ends {
    type Value = u16;

    fn expected(&self) -> Both {
        let Self { from, to } = self;
        Both::new(
            format!("bilangan bulat {from} sampai {to}"),
            format!("a whole number from {from} to {to}"),
        )
    }

    fn read(&self, text: Said<'_>) -> Option<u16> {
        text.0?.parse().ok().filter(|n| (self.from..=self.to).contains(n))
    }
}

/// A number from nought up, as it is written in Indonesian, with all its places.
pub(super) type Exact = Of<Places>;

/// All places of a number.
pub(super) struct Places;

impl Exact {
    pub(super) const fn new(told: Told) -> Self {
        Self { told, kind: Places }
    }
}

impl Kind for Places {
    type Value = BigRational;

    fn expected(&self) -> Both {
        Both::new("bilangan nol atau lebih", "a number from 0 up")
    }

    fn read(&self, text: Said<'_>) -> Option<BigRational> {
        // A percent sign behind the number is how it is printed, not a part of it.
        let text = text.0?.trim();
        let number = text.strip_suffix('%').map_or(text, str::trim_end);
        parse_number(number).ok().filter(|number| !number.is_negative())
    }
}

/// A word of a list, and what each means.
pub(super) type Word<T> = Of<List<T>>;

/// The words, each with its meaning.
pub(super) struct List<T: 'static>(&'static [(&'static str, T)]);

impl<T> Word<T> {
    pub(super) const fn new(words: &'static [(&'static str, T)], told: Told) -> Self {
        Self { told, kind: List(words) }
    }
}

impl<T: Copy + Sync> Kind for List<T> {
    type Value = T;

    fn expected(&self) -> Both {
        let list = self.0.iter().map(|(w, _)| *w).collect::<Vec<_>>().join(", ");
        Both::new(format!("salah satu dari: {list}"), format!("one of: {list}"))
    }

    fn read(&self, text: Said<'_>) -> Option<T> {
        self.0.iter().find(|(word, _)| Some(*word) == text.0).map(|(_, value)| *value)
    }
}

/// Yes or no; the name alone is yes.
pub(super) type Flag = Of<YesOrNo>;

/// Yes or no.
pub(super) struct YesOrNo;

impl Flag {
    pub(super) const fn new(told: Told) -> Self {
        Self { told, kind: YesOrNo }
    }

    /// What is said by a value, or by the name alone.
    pub(super) fn says(&self, text: Said<'_>) -> Option<bool> {
        self.kind.read(text)
    }
}

impl Kind for YesOrNo {
    type Value = bool;

    fn expected(&self) -> Both {
        Both::new("ya atau tidak", "ya or tidak")
    }

    fn read(&self, text: Said<'_>) -> Option<bool> {
        match text.0 {
            None | Some("ya") => Some(true),
            Some("tidak") => Some(false),
            Some(_) => None,
        }
    }

    fn is_flag(&self) -> bool {
        true
    }
}

/// Widths of columns: millimetres, a share of the rest, as wide as its content.
pub(super) type Widths = Of<Columns>;

/// Columns, each with its width.
pub(super) struct Columns;

impl Widths {
    pub(super) const fn new(told: Told) -> Self {
        Self { told, kind: Columns }
    }
}

impl Columns {
    fn width(word: &str) -> Option<ColumnWidth> {
        let share = word.strip_suffix('*').filter(|n| !n.is_empty());
        let number =
            |n: &str| parse_measure(n).ok().filter(|n| (0.0..=1000.0).contains(n));
        match word {
            "*" => Some(ColumnWidth::Weight(1.0)),
            "pas" => Some(ColumnWidth::Fit),
            _ => match share {
                Some(n) => number(n).map(ColumnWidth::Weight),
                None => number(word).map(|mm| ColumnWidth::Fixed(Pt::mm(mm))),
            },
        }
    }
}

impl Kind for Columns {
    type Value = Vec<ColumnWidth>;

    fn expected(&self) -> Both {
        Both::new("milimeter, *, 2*, atau pas", "millimetres, *, 2* or pas")
    }

    /// A table is not told to have too many columns because of a width that cannot be read, so
    /// that such a one is as wide as its content.
    fn read(&self, text: Said<'_>) -> Option<Vec<ColumnWidth>> {
        let width = |word| Self::width(word).unwrap_or(ColumnWidth::Fit);
        Some(text.0?.split_whitespace().map(width).collect())
    }

    fn wrong(&self, text: Said<'_>) -> Option<String> {
        let Some(text) = text.0 else { return Some(String::new()) };
        let mut words = text.split_whitespace();
        words.find(|word| Self::width(word).is_none()).map(str::to_owned)
    }
}
