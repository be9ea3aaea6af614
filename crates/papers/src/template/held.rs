//! What templates see is made of this alone. A value either stands in the data, and then it is
//! given with its place there, or it says that the program made it. The engine takes nothing
//! else, so that a value of the data without its place does not compile.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr, ValueKind, merge_maps};
use num_rational::BigRational;

use super::{trace, typed};
use crate::origins::Line;
use base::written::{Trail, Written};
use field::spm::{Catalog, Percent};

/// A value for templates that knows where in the data it was written, or that the program made
/// it. Without anything it is what the data does not have.
#[derive(Debug, Clone)]
pub struct Held(Value);

impl Default for Held {
    fn default() -> Self {
        Self(Value::from(()))
    }
}

impl Deref for Held {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl Held {
    /// What the data does not have.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// A map by names that the program or the data chose.
    pub(crate) fn map<K: Into<String>>(all: impl IntoIterator<Item = (K, Self)>) -> Self {
        let all = all.into_iter().map(|(key, held)| (key.into(), held.0));
        Self(Value::from_pairs(all))
    }

    /// These names, and behind them those of another map.
    #[must_use]
    pub(crate) fn over(self, under: &Self) -> Self {
        Self(merge_maps([under.0.clone(), self.0]))
    }

    /// A part by its name; none where there is none.
    pub(crate) fn part(&self, key: &str) -> Option<Self> {
        self.0.get_attr(key).ok().filter(|part| !part.is_undefined()).map(Self)
    }

    /// All texts in it, each with the names by which a template reads it and with what a tag
    /// would know of its places.
    pub fn texts(&self) -> Vec<(String, Line)> {
        let mut found = Vec::new();
        texts_in(&self.0, "", &mut found);
        found
    }

    /// The items of a list.
    pub(crate) fn items(&self) -> Vec<Self> {
        self.0.try_iter().map(|items| items.map(Self).collect()).unwrap_or_default()
    }
}

fn texts_in(map: &Value, path: &str, found: &mut Vec<(String, Line)>) {
    for key in map.try_iter().into_iter().flatten() {
        let path =
            if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
        let (value, known) = trace::noted_by(|| map.get_item(&key).unwrap_or_default());
        let line =
            |value: &Value| Line { trail: known.trail(value), text: value.to_string() };
        match value.kind() {
            ValueKind::Map => texts_in(&value, &path, found),
            ValueKind::Seq => {
                for item in value.try_iter().into_iter().flatten() {
                    match item.kind() {
                        ValueKind::Map => texts_in(&item, &format!("{path}[]"), found),
                        ValueKind::String | ValueKind::Plain => {
                            found.push((format!("{path}[]"), line(&item)));
                        }
                        _ => {}
                    }
                }
            }
            ValueKind::String | ValueKind::Plain => found.push((path, line(&value))),
            _ => {}
        }
    }
}

impl FromIterator<Held> for Held {
    fn from_iter<I: IntoIterator<Item = Self>>(all: I) -> Self {
        Self(all.into_iter().map(|held| held.0).collect())
    }
}

impl From<Vec<Self>> for Held {
    fn from(all: Vec<Self>) -> Self {
        all.into_iter().collect()
    }
}

impl From<Option<Self>> for Held {
    fn from(held: Option<Self>) -> Self {
        held.unwrap_or_else(Self::none)
    }
}

/// What the program makes: its own words, numbers and days. A text of the data is none of them.
pub(crate) trait Own {
    /// The value.
    fn held(self) -> Value;
}

macro_rules! own {
    ($make:path: $($kind:ty),+) => {$(
        impl Own for $kind {
            fn held(self) -> Value {
                $make(self)
            }
        }
    )+};
}

own!(Value::from: &'static str, bool, u8, u16, i16, u64, i64, usize);
own!(typed::value: Percent, BigRational, Date, Time);

impl Own for &Percent {
    fn held(self) -> Value {
        typed::of(self)
    }
}

impl<'a, T> Own for &'a Option<T>
where
    &'a T: Own,
{
    fn held(self) -> Value {
        self.as_ref().held()
    }
}

impl<T: Own> Own for Option<T> {
    fn held(self) -> Value {
        self.map_or_else(|| Value::from(()), Own::held)
    }
}

impl<T: Own> Own for Vec<T> {
    fn held(self) -> Value {
        self.into_iter().map(Own::held).collect()
    }
}

/// What a field of the data holds.
pub(crate) trait OfData {
    /// The value.
    fn said(self) -> Value;
}

macro_rules! said {
    ($($kind:ty),+) => {$(
        impl OfData for $kind {
            fn said(self) -> Value {
                Value::from(self)
            }
        }
    )+};
}

said!(&str, String, u64, Value);

impl OfData for &String {
    fn said(self) -> Value {
        Value::from(self.as_str())
    }
}

impl OfData for &BigRational {
    fn said(self) -> Value {
        typed::of(self)
    }
}

impl OfData for &Percent {
    fn said(self) -> Value {
        self.held()
    }
}

impl<T: OfData> OfData for Option<T> {
    fn said(self) -> Value {
        self.map_or_else(|| Value::from(()), OfData::said)
    }
}

impl<'a, T> OfData for &'a Option<T>
where
    &'a T: OfData,
{
    fn said(self) -> Value {
        self.as_ref().said()
    }
}

impl<T: OfData> OfData for Vec<T> {
    fn said(self) -> Value {
        self.into_iter().map(OfData::said).collect()
    }
}

impl<'a, T> OfData for &'a Vec<T>
where
    &'a T: OfData,
{
    fn said(self) -> Value {
        self.as_slice().said()
    }
}

impl<'a, T> OfData for &'a [T]
where
    &'a T: OfData,
{
    fn said(self) -> Value {
        self.iter().map(OfData::said).collect()
    }
}

/// A record for templates, field by field.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeldFields {
    entries: BTreeMap<Cow<'static, str>, HeldField>,
    written: Written,
}

/// A value and where it was written.
#[derive(Debug, Clone)]
struct HeldField {
    value: Value,
    place: HeldPlace,
}

#[derive(Debug, Clone)]
enum HeldPlace {
    /// The program made it, or its parts know their places.
    Known,
    /// One value, or a list of values.
    Field(Written),
    /// A text of several parts.
    Line(Trail),
    /// Texts of several parts.
    Lines(Vec<Trail>),
}

impl HeldFields {
    /// A record that stands nowhere in the data.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A record of the data.
    pub(crate) fn of(written: &Written) -> Self {
        Self { entries: BTreeMap::new(), written: written.clone() }
    }

    fn put(mut self, key: &'static str, value: &Value, place: HeldPlace) -> Self {
        let value = trace::apart(value);
        self.entries.insert(key.into(), HeldField { value, place });
        self
    }

    /// A field as the record has it.
    #[must_use]
    pub(crate) fn said(self, key: &'static str, value: impl OfData) -> Self {
        self.said_in(key, key, value)
    }

    /// What templates call otherwise than the record does, or what follows from its field.
    #[must_use]
    pub(crate) fn said_in(
        self,
        key: &'static str,
        field: &str,
        value: impl OfData,
    ) -> Self {
        let place = self.written.field(field);
        self.at(key, value, place)
    }

    /// A value that was written elsewhere.
    #[must_use]
    pub(crate) fn at(
        self,
        key: &'static str,
        value: impl OfData,
        place: Written,
    ) -> Self {
        self.put(key, &value.said(), HeldPlace::Field(place))
    }

    /// A text that is put together from several places.
    #[must_use]
    pub(crate) fn line(self, key: &'static str, line: impl Into<Option<Line>>) -> Self {
        let line: Option<Line> = line.into();
        let (value, trail) =
            line.map_or_else(Default::default, |l| (Value::from(l.text), l.trail));
        let value = if value.is_undefined() { Value::from(()) } else { value };
        self.put(key, &value, HeldPlace::Line(trail))
    }

    /// A thing whose print is put together from several places.
    #[must_use]
    pub(crate) fn thing_line<T: typed::TypedThing>(
        self,
        key: &'static str,
        thing: Option<&T>,
        trail: &Trail,
    ) -> Self {
        let value = typed::maybe(thing).unwrap_or_else(|| Value::from(()));
        self.put(key, &value, HeldPlace::Line(trail.clone()))
    }

    /// Such texts.
    #[must_use]
    pub(crate) fn lines(self, key: &'static str, lines: Vec<Line>) -> Self {
        let (texts, trails): (Vec<Value>, Vec<Trail>) =
            lines.into_iter().map(|l| (Value::from(l.text), l.trail)).unzip();
        self.put(key, &Value::from(texts), HeldPlace::Lines(trails))
    }

    /// The category of an index of a year, which an office may have named itself.
    #[must_use]
    pub(crate) fn category(
        self,
        key: &'static str,
        name: Option<&str>,
        year: u16,
        catalog: &Catalog,
    ) -> Self {
        let listed = name.and_then(|name| catalog.kategori(year, name));
        let place = listed.map(|category| category.written.field("nama"));
        self.at(key, name, place.unwrap_or_default())
    }

    /// What the program made.
    #[must_use]
    pub(crate) fn own(self, key: &'static str, value: impl Own) -> Self {
        self.put(key, &value.held(), HeldPlace::Known)
    }

    /// A sentence that the program made of numbers, days and its own words.
    #[must_use]
    pub(crate) fn worded(self, key: &'static str, text: impl OfData) -> Self {
        self.put(key, &text.said(), HeldPlace::Known)
    }

    /// What knows its places itself.
    #[must_use]
    pub(crate) fn held(self, key: &'static str, held: impl Into<Held>) -> Self {
        self.put(key, &held.into().0, HeldPlace::Known)
    }

    /// Names that the data says nothing of.
    #[must_use]
    pub(crate) fn absent<const N: usize>(self, keys: [&'static str; N]) -> Self {
        keys.into_iter().fold(self, |all, key| all.held(key, Held::none()))
    }

    /// The record.
    pub(crate) fn done(self) -> Held {
        Held(Value::from_object(NotingRecord { entries: self.entries, row: false }))
    }
}

/// A row of a free list, whose columns may hold anything: what a filter cannot take of it is
/// told at its cell.
pub(super) fn row<'a>(
    values: impl IntoIterator<Item = (&'a str, Held)>,
    written: &Written,
) -> Held {
    let entries = values.into_iter().map(|(key, held)| {
        let place = HeldPlace::Field(written.field(key));
        (Cow::Owned(key.to_owned()), HeldField { value: trace::apart(&held.0), place })
    });
    Held(Value::from_object(NotingRecord { entries: entries.collect(), row: true }))
}

/// A value of a row as it was read; the row knows its place.
pub(super) fn cell(value: Value) -> Held {
    Held(value)
}

/// The rows of a list, each written as an item of the list.
pub(crate) fn records<T>(
    rows: &[T],
    list: &Written,
    held: impl Fn(&T, &Written) -> Held,
) -> Held {
    rows.iter().enumerate().map(|(at, row)| held(row, &list.item(at))).collect()
}

/// What stands in the fields of a record, without a note that it was read.
pub(super) fn fields(value: &Value) -> Option<impl Iterator<Item = &Value>> {
    let record = value.downcast_object_ref::<NotingRecord>()?;
    Some(record.entries.values().map(|field| &field.value))
}

/// A record that notes what is read from it.
#[derive(Debug)]
struct NotingRecord {
    entries: BTreeMap<Cow<'static, str>, HeldField>,
    row: bool,
}

impl Object for NotingRecord {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Map
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let HeldField { value, place } = self.entries.get(key.as_str()?)?;
        match place {
            HeldPlace::Known => {}
            HeldPlace::Field(written) => trace::note(value, written, self.row),
            HeldPlace::Line(trail) => trace::note_line(value, trail),
            HeldPlace::Lines(trails) => {
                let items = value.try_iter().into_iter().flatten();
                items
                    .zip(trails)
                    .for_each(|(item, trail)| trace::note_line(&item, trail));
            }
        }
        Some(value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.entries.keys().map(|key| Value::from(&**key)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::{FileId, Span};

    fn place(n: u32) -> Span {
        Span::File(FileId(n))
    }

    #[test]
    fn each_text_knows_where_it_was_written() {
        let field = |n| Written::at(place(n));
        let list = Written::list(place(2), vec![field(3), field(4)]);
        let fields = [("nama".to_owned(), field(1)), ("isi".to_owned(), list)];
        let written = Written::table(place(0), fields.into());
        let held = HeldFields::of(&written)
            .said("nama", "Dinas")
            .said("isi", vec!["satu", "dua"])
            .said_in("singkat", "nama", "DIN")
            .line("baris", Line::at("Plt.", place(5)).then(" Kepala", place(6)))
            .own("kata", "kata kami")
            // Planted: a value that says it is ours and has no place.
            .worded("tanpa", "Dinas".to_owned())
            .done();
        let outer = HeldFields::new().held("opd", held.over(&Held::none())).done();
        let known: Vec<(String, String, Span)> = outer
            .texts()
            .into_iter()
            .map(|(path, line)| (path, line.text.clone(), line.trail.at(0)))
            .collect();
        let told = |path: &str, text: &str, span| (path.into(), text.into(), span);
        assert_eq!(
            known,
            [
                told("opd.baris", "Plt. Kepala", place(5)),
                told("opd.isi[]", "satu", place(3)),
                told("opd.isi[]", "dua", place(4)),
                told("opd.kata", "kata kami", Span::None),
                told("opd.nama", "Dinas", place(1)),
                told("opd.singkat", "DIN", place(1)),
                told("opd.tanpa", "Dinas", Span::None),
            ]
        );
    }
}
