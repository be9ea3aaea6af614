//! The kinds of attributes.

use super::spec::{Attribute, Told};
use bahasa::number::{format_measure, parse_measure, parse_number};
use base::diag::Both;
use num_rational::BigRational;
use num_traits::Signed;
use typeset::document::ColumnWidth;
use typeset::units::Pt;

/// What is told of an optional attribute.
const fn told(
    name: &'static str,
    explanation: &'static str,
    example: &'static str,
) -> Told {
    Told { name, explanation, example, required: false }
}

/// Any text.
pub(super) struct Text {
    told: Told,
    repeats: bool,
}

impl Text {
    pub(super) const fn new(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example), repeats: false }
    }

    /// A text that may be given more than once.
    pub(super) const fn several(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example), repeats: true }
    }

    pub(super) const fn required(mut self) -> Self {
        self.told.required = true;
        self
    }
}

impl Attribute for Text {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        Both::new("teks", "a text")
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        value.is_none().then(String::new)
    }

    fn repeats(&self) -> bool {
        self.repeats
    }
}

/// A day: named, or written out as it is printed.
pub(super) struct Day {
    told: Told,
}

impl Day {
    pub(super) const fn new(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example) }
    }
}

impl Attribute for Day {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        Both::new(
            "`surat`, `surat:templat`, `rakor`, `rakor:sampai`, `sesi:id`, atau tanggal sebagaimana dicetak",
            "`surat`, `surat:template`, `rakor`, `rakor:sampai`, `sesi:id`, or a date as it is printed",
        )
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        value.is_none().then(String::new)
    }
}

/// A number with its unit, from an end to another.
pub(super) struct Number {
    told: Told,
    unit: Unit,
    from: f32,
    to: f32,
}

/// What a number counts.
#[derive(Clone, Copy)]
enum Unit {
    Millimetres,
    Points,
    Plain,
}

impl Number {
    pub(super) const fn mm(
        name: &'static str,
        (from, to): (f32, f32),
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        let told = told(name, explanation, example);
        Self { told, unit: Unit::Millimetres, from, to }
    }

    pub(super) const fn points(
        name: &'static str,
        (from, to): (f32, f32),
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example), unit: Unit::Points, from, to }
    }

    pub(super) const fn plain(
        name: &'static str,
        (from, to): (f32, f32),
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example), unit: Unit::Plain, from, to }
    }

    pub(super) fn value(&self, text: &str) -> Option<f32> {
        parse_measure(text).ok().filter(|n| (self.from..=self.to).contains(n))
    }

    /// What values up to an end are, where the page allows less than the attribute.
    pub(super) fn expected_to(&self, to: f32) -> Both {
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

impl Attribute for Number {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        self.expected_to(self.to)
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        let text = value.unwrap_or_default();
        self.value(text).is_none().then(|| text.to_owned())
    }
}

/// A whole number from an end to another.
pub(super) struct Whole {
    told: Told,
    from: u16,
    to: u16,
}

impl Whole {
    pub(super) const fn new(
        name: &'static str,
        (from, to): (u16, u16),
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example), from, to }
    }

    pub(super) fn value(&self, text: &str) -> Option<u16> {
        text.parse().ok().filter(|n| (self.from..=self.to).contains(n))
    }
}

impl Attribute for Whole {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        let Self { from, to, .. } = self;
        Both::new(
            format!("bilangan bulat {from} sampai {to}"),
            format!("a whole number from {from} to {to}"),
        )
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        let text = value.unwrap_or_default();
        self.value(text).is_none().then(|| text.to_owned())
    }
}

/// A number from nought up, as it is written in Indonesian, with all its places.
pub(super) struct Exact {
    told: Told,
}

impl Exact {
    pub(super) const fn new(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example) }
    }

    pub(super) fn value(text: &str) -> Option<BigRational> {
        parse_number(text).ok().filter(|number| !number.is_negative())
    }
}

impl Attribute for Exact {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        Both::new("bilangan nol atau lebih", "a number from 0 up")
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        let text = value.unwrap_or_default();
        Self::value(text).is_none().then(|| text.to_owned())
    }
}

/// A word of a list, and what each means.
pub(super) struct Word<T: 'static> {
    told: Told,
    words: &'static [(&'static str, T)],
}

impl<T: Copy> Word<T> {
    pub(super) const fn new(
        name: &'static str,
        words: &'static [(&'static str, T)],
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example), words }
    }

    pub(super) fn value(&self, text: &str) -> Option<T> {
        self.words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value)
    }
}

impl<T: Copy + Sync> Attribute for Word<T> {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        let list = self.words.iter().map(|(w, _)| *w).collect::<Vec<_>>().join(", ");
        Both::new(format!("salah satu dari: {list}"), format!("one of: {list}"))
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        let text = value.unwrap_or_default();
        self.value(text).is_none().then(|| text.to_owned())
    }
}

/// Yes or no; the name alone is yes.
pub(super) struct Flag {
    told: Told,
}

impl Flag {
    pub(super) const fn new(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example) }
    }

    pub(super) fn value(text: Option<&str>) -> Option<bool> {
        match text {
            None | Some("ya") => Some(true),
            Some("tidak") => Some(false),
            Some(_) => None,
        }
    }
}

impl Attribute for Flag {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        Both::new("ya atau tidak", "ya or tidak")
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        Self::value(value).is_none().then(|| value.unwrap_or_default().to_owned())
    }

    fn is_flag(&self) -> bool {
        true
    }
}

/// Widths of columns: millimetres, a share of the rest, as wide as its content.
pub(super) struct Widths {
    told: Told,
}

impl Widths {
    pub(super) const fn new(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { told: told(name, explanation, example) }
    }

    /// One width. A table is not told to have too many columns because of a width that
    /// cannot be read, so that such a one is as wide as its content.
    pub(super) fn value(text: &str) -> Vec<ColumnWidth> {
        let width = |word| Self::width(word).unwrap_or(ColumnWidth::Fit);
        text.split_whitespace().map(width).collect()
    }

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

impl Attribute for Widths {
    fn told(&self) -> &Told {
        &self.told
    }

    fn expected(&self) -> Both {
        Both::new("milimeter, *, 2*, atau pas", "millimetres, *, 2* or pas")
    }

    fn wrong(&self, value: Option<&str>) -> Option<String> {
        let Some(text) = value else { return Some(String::new()) };
        let mut words = text.split_whitespace();
        words.find(|word| Self::width(word).is_none()).map(str::to_owned)
    }
}
