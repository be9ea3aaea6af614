//! Where values were written: of a record field by field, of a text byte by byte.

mod line;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use line::Line;

use crate::source::Span;

/// Where a record of the data and all its fields were written. Two records that say the same
/// are equal wherever they stand.
#[derive(Debug, Clone, Default)]
pub struct Written(Option<Arc<Tree>>);

#[derive(Debug)]
struct Tree {
    span: Span,
    fields: BTreeMap<String, Written>,
    items: Vec<Written>,
}

impl PartialEq for Written {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Written {}

impl Written {
    /// A value without parts.
    pub fn at(span: Span) -> Self {
        Self(Some(Arc::new(Tree { span, fields: BTreeMap::new(), items: Vec::new() })))
    }

    /// A table with its fields.
    pub fn table(span: Span, fields: BTreeMap<String, Self>) -> Self {
        Self(Some(Arc::new(Tree { span, fields, items: Vec::new() })))
    }

    /// A list with its items.
    pub fn list(span: Span, items: Vec<Self>) -> Self {
        Self(Some(Arc::new(Tree { span, fields: BTreeMap::new(), items })))
    }

    /// The place of the whole.
    pub fn span(&self) -> Span {
        self.0.as_ref().map_or(Span::None, |tree| tree.span)
    }

    /// A field by its key; nowhere when there is none.
    #[must_use]
    pub fn field(&self, key: &str) -> Self {
        self.0.as_ref().and_then(|tree| tree.fields.get(key).cloned()).unwrap_or_default()
    }

    /// The same record with one more field, or another place of it.
    #[must_use]
    pub fn with(&self, key: &str, field: Self) -> Self {
        let mut fields =
            self.0.as_ref().map(|tree| tree.fields.clone()).unwrap_or_default();
        fields.insert(key.to_owned(), field);
        Self::table(self.span(), fields)
    }

    /// The same record where a field that was left out has the place of what stands in for it.
    #[must_use]
    pub fn standing(&self, key: &str, of: Self) -> Self {
        if self.field(key).span() == Span::None {
            self.with(key, of)
        } else {
            self.clone()
        }
    }

    /// Where a field stands; one that was left out, where its record does.
    pub fn place(&self, key: &str) -> Span {
        match self.field(key).span() {
            Span::None => self.span(),
            span => span,
        }
    }

    /// An item of a list by its index; the list itself when it was written as one value.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        let item = self.0.as_ref().and_then(|tree| tree.items.get(index).cloned());
        item.unwrap_or_else(|| match &self.0 {
            Some(tree) if tree.items.is_empty() => Self::at(tree.span),
            _ => Self::default(),
        })
    }
}

/// Where the parts of a text come from: from each byte on, a place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail(Vec<(usize, Span)>);

impl Trail {
    /// What stands from a byte on comes from a place; bytes are told in rising order.
    pub fn push(&mut self, byte: usize, span: Span) {
        if self.0.last().is_none_or(|(_, last)| *last != span) {
            self.0.push((byte, span));
        }
    }

    /// The trail of a text that is put behind the first `bytes` of this one.
    pub fn append(&mut self, bytes: usize, other: &Self) {
        for (at, span) in &other.0 {
            self.push(bytes + at, *span);
        }
    }

    /// The trail of the text without its first `bytes`.
    #[must_use]
    pub fn behind(&self, bytes: usize) -> Self {
        let mut rest = Self::from(self.at(bytes));
        for (at, span) in self.0.iter().filter(|(at, _)| *at > bytes) {
            rest.push(at - bytes, *span);
        }
        rest
    }

    /// The trail of the text after each of its bytes `at`, in rising order, has become two.
    #[must_use]
    pub fn widened(&self, at: &[usize]) -> Self {
        let more = |byte: usize| at.partition_point(|&wide| wide < byte);
        Self(self.0.iter().map(|&(byte, span)| (byte + more(byte), span)).collect())
    }

    /// The parts of a text of so many bytes and where each comes from.
    pub fn parts(&self, bytes: usize) -> impl Iterator<Item = (Range<usize>, Span)> + '_ {
        let ends = self.0.iter().skip(1).map(|(at, _)| *at).chain([bytes]);
        self.0.iter().zip(ends).map(move |((at, span), end)| (*at..end.min(bytes), *span))
    }

    /// Where the text at a byte comes from.
    pub fn at(&self, byte: usize) -> Span {
        let known = self.0.iter().rev().find(|(from, _)| *from <= byte);
        known.map_or(Span::None, |(_, span)| *span)
    }

    /// The same where each part that comes from nowhere comes from a place.
    #[must_use]
    pub fn or(&self, place: Span) -> Self {
        let known = |span| if span == Span::None { place } else { span };
        let mut all = Self::from(known(self.at(0)));
        for &(at, span) in &self.0 {
            all.push(at, known(span));
        }
        all
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, span)| *span == Span::None)
    }
}

impl From<Span> for Trail {
    fn from(span: Span) -> Self {
        if span == Span::None { Self::default() } else { Self(vec![(0, span)]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn each_byte_of_a_text_knows_its_place() {
        let (a, b) = (Span::File(FileId(1)), Span::File(FileId(2)));
        let mut trail = Trail::from(a);
        trail.push(5, b);
        let mut whole = trail.clone();
        whole.append(10, &trail);
        assert_eq!(
            [0, 4, 5, 9, 10, 14, 15].map(|at| whole.at(at)),
            [a, a, b, b, a, a, b]
        );
        assert_eq!(Trail::default().at(3), Span::None);
    }

    #[test]
    fn a_record_tells_where_its_fields_stand() {
        let place = |n| Span::File(FileId(n));
        let list = Written::list(place(2), vec![Written::at(place(3))]);
        let record = Written::table(place(1), [("isi".to_owned(), list)].into());
        assert_eq!(record.field("isi").item(0).span(), place(3));
        assert_eq!(record.field("isi").item(1).span(), Span::None);
        assert_eq!(record.field("hal").span(), Span::None);
        assert_eq!(Written::at(place(4)).item(7).span(), place(4));
    }
}
