//! Where each part of a filled template comes from: the data, or a line of a template; and which
//! number, letter number or day a part of it is the print of.

use std::ops::Range;

use base::source::{FileId, Span};
use base::written::Trail;
use field::domain::LetterNumber;
use field::spm::Percent;
use jiff::civil::Date;
use num_rational::BigRational;

pub use base::written::Line;

/// A filled template.
#[derive(Debug, Clone, Default)]
pub struct FilledText {
    /// Its text.
    pub text: String,
    /// Where each part of it comes from.
    pub origins: Origins,
}

/// Where the parts of a text come from, in their order.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    pieces: Vec<Piece>,
    things: Vec<(Range<usize>, Thing)>,
}

/// A number that a tag printed, with all that its print leaves out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// A percentage of the index, which has its own way of rounding.
    Percent(Percent),
    /// Any other number.
    Number(BigRational),
}

impl Figure {
    /// The number, exactly.
    pub(crate) fn value(&self) -> &BigRational {
        match self {
            Self::Percent(percent) => percent.value(),
            Self::Number(number) => number,
        }
    }
}

/// A thing that a tag printed, so that nobody has to read its print.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    /// A number to count with.
    Figure(Figure),
    /// The number of a letter.
    Letter(LetterNumber),
    /// A day.
    Day(Date),
    /// Room that the program leaves for what is to be written.
    Room,
}

impl Thing {
    /// The number to count with.
    pub(crate) const fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// The number of a letter.
    pub(crate) const fn letter(&self) -> Option<&LetterNumber> {
        match self {
            Self::Letter(number) => Some(number),
            _ => None,
        }
    }

    /// What is written before the room that it leaves for what is still to be given; `None` of
    /// what leaves none.
    pub(crate) fn before_room(&self) -> Option<&str> {
        match self {
            Self::Letter(number) => number.before_gap(),
            Self::Room => Some(""),
            Self::Figure(_) | Self::Day(_) => None,
        }
    }

    /// The day.
    pub(crate) const fn day(&self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(*day),
            _ => None,
        }
    }
}

#[derive(Debug, Clone)]
struct Piece {
    range: Range<usize>,
    from: Origin,
}

/// Where a part of a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It stands so in a template, from this byte on.
    Literal(FileId, usize),
    /// A tag of a template printed it.
    Tag(Span),
    /// A tag of a template printed this value of the data.
    Data(Span, Span),
}

impl Origins {
    /// Adds what comes next in the text.
    pub(crate) fn push(&mut self, range: Range<usize>, from: Origin) {
        if !range.is_empty() {
            self.pieces.push(Piece { range, from });
        }
    }

    /// Adds the thing whose print stands next in the text.
    pub(crate) fn push_thing(&mut self, range: Range<usize>, thing: Thing) {
        if !range.is_empty() {
            self.things.push((range, thing));
        }
    }

    /// Moves all places by what `moved` says of a byte.
    pub(crate) fn shift(&mut self, moved: impl Fn(usize) -> usize) {
        let pieces = self.pieces.iter_mut().map(|piece| &mut piece.range);
        for range in pieces.chain(self.things.iter_mut().map(|(range, _)| range)) {
            *range = moved(range.start)..moved(range.end);
        }
    }

    /// The one number that was printed into a part of the text, and where.
    pub(crate) fn figure(&self, range: &Range<usize>) -> Option<(Range<usize>, &Figure)> {
        self.only(range, Thing::figure)
    }

    /// The one thing of a kind that was printed into a part of the text, and where.
    pub(crate) fn only<'a, T>(
        &'a self,
        range: &Range<usize>,
        kind: impl Fn(&'a Thing) -> Option<T>,
    ) -> Option<(Range<usize>, T)> {
        let first = self.things.partition_point(|(at, _)| at.start < range.start);
        let within = self.things.get(first..)?.iter();
        let mut within = within
            .take_while(|(at, _)| at.end <= range.end)
            .filter_map(|(at, thing)| Some((at, kind(thing)?)));
        match (within.next(), within.next()) {
            (Some((at, found)), None) => Some((at.clone(), found)),
            _ => None,
        }
    }

    /// The first thing in a part of the text that leaves room, where it stands, and what is written
    /// before its room.
    pub(crate) fn room(&self, range: &Range<usize>) -> Option<(Range<usize>, &str)> {
        let first = self.things.partition_point(|(at, _)| at.start < range.start);
        let within = self.things.get(first..)?.iter();
        within
            .take_while(|(at, _)| at.end <= range.end)
            .find_map(|(at, thing)| Some((at.clone(), thing.before_room()?)))
    }

    /// Whether the number of a letter is printed anywhere; that of another letter which reads
    /// the same is not it.
    pub fn prints(&self, number: &LetterNumber) -> bool {
        let mut printed = self.things.iter().filter_map(|(_, thing)| thing.letter());
        printed.any(|one| one.is_one(number))
    }

    fn within(&self, range: &Range<usize>) -> &[Piece] {
        let first = self.pieces.partition_point(|p| p.range.end <= range.start);
        let last = self.pieces.partition_point(|p| p.range.start < range.end);
        self.pieces.get(first..last.max(first)).unwrap_or_default()
    }

    /// The place of a part of the text: that of the value when it is all of one value, else
    /// that in the template.
    pub fn place(&self, range: Range<usize>) -> Span {
        let pieces = self.within(&range);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            // Of an empty part, the place of what stands before it.
            return match self.within(&(range.start.saturating_sub(1)..range.start)) {
                [piece, ..] if range.is_empty() => piece.template(range.start..range.end),
                _ => Span::None,
            };
        };
        self.value(&range).unwrap_or_else(|| {
            between(first.template(range.clone()), last.template(range))
        })
    }

    /// The parts that are values of the data, with their places there.
    pub fn values(&self) -> impl Iterator<Item = (Range<usize>, Span)> + '_ {
        self.pieces.iter().filter_map(|piece| match piece.from {
            Origin::Data(data, _) => Some((piece.range.clone(), data)),
            _ => None,
        })
    }

    /// The place in the data of a part of the text that is all of one value.
    pub fn value(&self, range: &Range<usize>) -> Option<Span> {
        match self.within(range) {
            [Piece { from: Origin::Data(data, _), .. }] => Some(*data),
            _ => None,
        }
    }

    /// The value that stands at a byte, else the line of the template.
    pub fn at(&self, byte: usize) -> Span {
        let here = self.within(&(byte..byte + 1));
        here.first().map_or(Span::None, |piece| match piece.from {
            Origin::Data(data, _) => data,
            _ => piece.template(byte..piece.range.end),
        })
    }

    /// Where each byte of what is read from a part of the text comes from; `read` gives the
    /// characters behind the escapes of some of it.
    pub(crate) fn trail(
        &self,
        text: &str,
        range: Range<usize>,
        read: impl Fn(&str) -> String,
    ) -> Trail {
        let mut trail = Trail::default();
        // Up to where the text has been read, and how long it is there.
        let (mut done, mut length) = (range.start, 0);
        for piece in self.within(&range) {
            let start = piece.range.start.max(range.start);
            let part = text.get(done..start).unwrap_or_default();
            let at = length + read(part).len();
            if !ends_in_escape(part) {
                (done, length) = (start, at);
            }
            let span = match piece.from {
                Origin::Data(data, _) => data,
                _ => piece.template(start..piece.range.end.min(range.end)),
            };
            trail.push(at, span);
        }
        trail
    }
}

impl Piece {
    /// The place in the template of what this piece has of a part of the text.
    fn template(&self, range: Range<usize>) -> Span {
        match self.from {
            Origin::Literal(file, at) => {
                let start = range.start.max(self.range.start) - self.range.start;
                let end = range.end.min(self.range.end).max(self.range.start);
                Span::text(file, at + start..at + (end - self.range.start).max(start))
            }
            Origin::Tag(tag) | Origin::Data(_, tag) => tag,
        }
    }
}

/// Whether an escape may begin in a part of a text that ends behind it.
fn ends_in_escape(part: &str) -> bool {
    /// The longest entity of a character, `&#1114111;`, without its end.
    const ENTITY: usize = 9;
    let end = part.bytes().rev().take(ENTITY).take_while(|&byte| byte != b';');
    part.ends_with('\\') || end.into_iter().any(|byte| byte == b'&')
}

/// From the beginning of one place to the end of another.
fn between(first: Span, last: Span) -> Span {
    match (first, last) {
        (Span::Text { file, start, .. }, Span::Text { file: same, end, .. })
            if file == same && end >= start =>
        {
            Span::Text { file, start, end }
        }
        _ => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_text_has_its_place_in_the_data_or_the_template() {
        let (file, tag, data) = (
            FileId(1),
            Span::text(FileId(1), 5..11),
            Span::Cell { file: FileId(2), row: 1, column: 0 },
        );
        let mut origins = Origins::default();
        origins.push(0..5, Origin::Literal(file, 0));
        origins.push(5..8, Origin::Data(data, tag));
        origins.push(8..12, Origin::Literal(file, 11));
        assert_eq!(origins.place(5..8), data);
        assert_eq!(origins.place(1..3), Span::text(file, 1..3));
        assert_eq!(origins.place(1..12), Span::text(file, 1..15));
        assert_eq!(origins.value(&(5..8)), Some(data));
        assert_eq!(origins.value(&(4..8)), None);
        let trail = origins.trail("Yth. Abc utk", 0..12, str::to_owned);
        assert_eq!(trail.at(6), data);
        assert_eq!(trail.at(9), Span::text(file, 11..15));
    }

    #[test]
    fn a_number_is_known_where_it_stands_alone() {
        let number = |n: i64| Figure::Number(BigRational::from_integer(n.into()));
        let thing = |n: i64| Thing::Figure(number(n));
        let mut origins = Origins::default();
        origins.push_thing(4..6, thing(10));
        origins.push_thing(8..10, thing(20));
        assert_eq!(origins.figure(&(3..7)), Some((4..6, &number(10))));
        assert_eq!(origins.figure(&(8..10)), Some((8..10, &number(20))));
        assert_eq!(origins.figure(&(0..12)), None);
        assert_eq!(origins.figure(&(5..7)), None);
    }
}
