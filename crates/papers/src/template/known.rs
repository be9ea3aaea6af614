//! What is known of a text beside its letters: where each part of it was written, and of what a
//! part of it is the print. Whatever changes a text changes this with it.

use std::ops::Range;

use crate::notation::escape;
use crate::origins::Thing;
use base::source::Span;
use base::written::Trail;

/// What is known of one text.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownText {
    /// Where each part was written; nowhere for the words of a template.
    pub(super) trail: Trail,
    /// What parts of a markup are the prints of.
    pub(super) things: Vec<(Range<usize>, Thing)>,
    /// The cell of a free list that it was read from, all or a part of it.
    pub(super) row: Option<Span>,
}

impl KnownText {
    /// A text that was written at one place.
    pub(super) fn at(span: Span) -> Self {
        Self::of(Trail::from(span))
    }

    /// A text that was written at several.
    pub(super) fn of(trail: Trail) -> Self {
        Self { trail, ..Self::default() }
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.trail.is_empty() && self.things.is_empty() && self.row.is_none()
    }

    /// The parts of a text of so many bytes that were written somewhere.
    pub(super) fn places(&self, bytes: usize) -> Vec<(Range<usize>, Span)> {
        let parts = self.trail.parts(bytes);
        parts.filter(|(range, span)| *span != Span::None && !range.is_empty()).collect()
    }

    /// Adds what is known of a part that stands at `at`, behind all others.
    pub(super) fn put(&mut self, at: usize, part: &Self, bytes: usize) {
        self.trail.push(at, Span::None);
        for (range, span) in part.places(bytes) {
            self.trail.push(at + range.start, span);
            self.trail.push(at + range.end, Span::None);
        }
        let things = part.things.iter();
        self.things.extend(
            things
                .map(|(range, thing)| (at + range.start..at + range.end, thing.clone())),
        );
    }

    /// The same of a part of the text.
    pub(super) fn cut(&self, range: Range<usize>) -> Self {
        let inside = |at: &Range<usize>| range.start <= at.start && at.end <= range.end;
        let things = self.things.iter().filter(|(at, _)| inside(at));
        let moved = |at: &Range<usize>| at.start - range.start..at.end - range.start;
        Self {
            trail: self.trail.behind(range.start),
            things: things.map(|(at, thing)| (moved(at), thing.clone())).collect(),
            row: self.row,
        }
    }

    /// The same after each byte has moved.
    pub(super) fn moved(&self, bytes: usize, to: impl Fn(usize) -> usize) -> Self {
        let mut out = Self { row: self.row, ..Self::default() };
        for (range, span) in self.places(bytes) {
            out.trail.push(to(range.start), span);
            out.trail.push(to(range.end), Span::None);
        }
        let things = self.things.iter();
        out.things = things
            .map(|(range, thing)| (to(range.start)..to(range.end), thing.clone()))
            .collect();
        out
    }

    /// The same of a text with the escapes of running text.
    pub(super) fn escaped(&self, text: &str, written: &str) -> Self {
        self.rewritten(text, written, escape)
    }

    /// The same of a text as `write` writes it, from its beginning on.
    pub(super) fn rewritten(
        &self,
        text: &str,
        written: &str,
        write: fn(&str, &mut String),
    ) -> Self {
        self.moved(text.len(), |byte| {
            if byte >= text.len() {
                return written.len();
            }
            let mut before = String::new();
            write(text.get(..byte).unwrap_or_default(), &mut before);
            before.len().min(written.len())
        })
    }

    /// All of a text that says a value in other words.
    pub(super) fn whole(&self) -> Self {
        let first = self.places(usize::MAX).first().map(|(_, span)| *span);
        Self { row: self.row, ..Self::at(first.unwrap_or_default()) }
    }

    /// The same after a text was changed: what begins and what ends alike keeps its places, and
    /// what is between has that of the first thing changed.
    pub(super) fn changed(&self, before: &str, after: &str) -> Self {
        if before == after {
            return self.clone();
        }
        let places = self.places(before.len());
        let bytes: usize = places.iter().map(|(range, _)| range.len()).sum();
        let one = |pair: &[(Range<usize>, Span)]| pair[0].1 == pair[1].1;
        if bytes == before.len() && places.windows(2).all(one) {
            return self.whole();
        }
        Self { row: self.row, ..Self::of(realigned(&self.trail, before, after)) }
    }
}

fn realigned(places: &Trail, before: &str, after: &str) -> Trail {
    let same = |(a, b): &(char, char)| a.to_lowercase().eq(b.to_lowercase());
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| -> (usize, usize) {
        let pairs = pairs.take_while(same);
        pairs.fold((0, 0), |(a, b), (x, y)| (a + x.len_utf8(), b + y.len_utf8()))
    };
    let (head, head_after) = alike(&mut before.chars().zip(after.chars()));
    let (rest, rest_after) = (&before[head..], &after[head_after..]);
    let (tail, tail_after) = alike(&mut rest.chars().rev().zip(rest_after.chars().rev()));
    let (tail, tail_after) = (before.len() - tail, after.len() - tail_after);
    let mut out = Trail::default();
    for (range, span) in places.parts(head) {
        out.push(range.start.min(head_after), span);
    }
    let changed = places.at(head.min(before.len().saturating_sub(1)));
    if head_after < tail_after {
        out.push(head_after, changed);
    }
    out.append(tail_after, &places.behind(tail));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::FileId;

    fn place(n: u32) -> Span {
        Span::File(FileId(n))
    }

    #[test]
    fn parts_keep_their_places_when_the_text_is_cut_moved_and_changed() {
        let mut all = KnownText::default();
        all.put(2, &KnownText::at(place(1)), 3);
        all.put(7, &KnownText::at(place(2)), 2);
        assert_eq!(all.places(12), [(2..5, place(1)), (7..9, place(2))]);
        assert_eq!(all.cut(4..8).places(4), [(0..1, place(1)), (3..4, place(2))]);
        let twice = all.moved(12, |byte| byte * 2);
        assert_eq!(twice.places(24), [(4..10, place(1)), (14..18, place(2))]);
        let changed = all.changed("a Ani, Bo x", "A ANI; Bo x");
        assert_eq!(changed.places(11), [(2..5, place(1)), (7..9, place(2))]);
        assert_eq!(
            KnownText::at(place(3)).changed("a", "bcd").places(3),
            [(0..3, place(3))]
        );
    }
}
