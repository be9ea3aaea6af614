//! Filling a page: how many strips stand on it, and where it is best ended.

use std::rc::Rc;

use crate::units::Pt;

use super::build::StripBuilder;
use super::page::ItemKind;
use super::strip::{Strip, StripHold, StripMark, TableBreak, height};
use crate::problem::LayoutProblem;

/// Above the rule over footnotes, and between it and the first note.
pub(super) const NOTE_GAP: (Pt, Pt) = (Pt(8.0), Pt(3.0));

/// Rounding that is no overflow.
const SLACK: Pt = Pt(0.05);

/// What stands on one page, by strip numbers.
pub(super) struct Fill {
    pub(super) end: usize,
    pub(super) used: Pt,
    pub(super) notes: Vec<usize>,
    pub(super) note_height: Pt,
}

/// Fills one page.
pub(super) struct Filler<'f, 'b, 's, 'a> {
    builder: &'f mut StripBuilder<'s, 'a>,
    strips: &'b mut Vec<Strip>,
    start: usize,
    room: Pt,
    used: Pt,
    notes: Vec<usize>,
    note_height: Pt,
    /// What was used before each strip, to step back to it: height, notes, their height.
    steps: Vec<(Pt, usize, Pt)>,
}

impl<'f, 'b, 's, 'a> Filler<'f, 'b, 's, 'a> {
    pub(super) fn new(
        builder: &'f mut StripBuilder<'s, 'a>,
        strips: &'b mut Vec<Strip>,
        start: usize,
        room: Pt,
    ) -> Self {
        Self {
            builder,
            strips,
            start,
            room,
            used: Pt::ZERO,
            notes: Vec::new(),
            note_height: Pt::ZERO,
            steps: Vec::new(),
        }
    }

    /// Finds how many strips from `start` on stand on the page.
    pub(super) fn fill(mut self) -> Fill {
        let head = self.strips.get(self.start).and_then(repeated);
        self.used = head.map_or(Pt::ZERO, |table| height(&table.head));
        let mut at = self.start;
        while let Some(strip) = self.strips.get(at) {
            if strip.forced && at > self.start {
                break;
            }
            let gap = if at == self.start { Pt::ZERO } else { strip.gap };
            let high = gap + strip.height;
            let new = notes_of(strip);
            let note_height = self.height_with(&new);
            let free = self.room - self.used - note_height;
            if high > free + SLACK {
                return self.overflow(at, free - gap);
            }
            self.steps.push((self.used, self.notes.len(), self.note_height));
            self.used += high;
            self.note_height = note_height;
            self.notes.extend(new);
            at += 1;
        }
        self.end(at)
    }

    /// The strip at `at` does not fit: cuts it, or ends the page before it or further up.
    fn overflow(mut self, at: usize, free: Pt) -> Fill {
        let alone = self.steps.is_empty();
        let parts = self.strips[at].parts.as_ref();
        if let Some(plan) = parts.and_then(|parts| parts.plan(free, alone)) {
            let mut whole = std::mem::take(&mut self.strips[at]);
            let Some(parts) = whole.parts.take() else { return self.end(at) };
            let (upper, lower) = parts.split(plan);
            let gap = if alone { Pt::ZERO } else { whole.gap };
            let (table, span) = (whole.table.clone(), whole.span);
            let upper = Strip { gap: whole.gap, hold: whole.hold, table, span, ..upper };
            let lower = Strip { table: whole.table, span, ..lower };
            self.take(&upper, gap);
            self.strips.splice(at..=at, [upper, lower]);
            return self.end(at + 1);
        }
        if alone {
            let strip = std::mem::take(&mut self.strips[at]);
            let by = strip.height - free;
            if by.0 > 0.5 {
                let mut drawn = strip.clone();
                drawn.finish();
                let (what, span) = (words(&drawn), strip.span);
                self.builder.problem(span, LayoutProblem::TooHigh { what });
            }
            self.take(&strip, Pt::ZERO);
            self.strips[at] = strip;
            return self.end(at + 1);
        }
        let end =
            [StripHold::Free, StripHold::Group, StripHold::Lines, StripHold::Strong]
                .into_iter()
                .find_map(|hold| {
                    (self.start + 1..=at).rev().find(|&k| self.strips[k].hold <= hold)
                })
                .unwrap_or(at);
        if let Some(&(used, notes, note_height)) = self.steps.get(end - self.start) {
            self.used = used;
            self.notes.truncate(notes);
            self.note_height = note_height;
        }
        self.end(end)
    }

    fn take(&mut self, strip: &Strip, gap: Pt) {
        let new = notes_of(strip);
        self.note_height = self.height_with(&new);
        self.used += gap + strip.height;
        self.notes.extend(new);
    }

    /// The height of the footnotes so far and of more.
    fn height_with(&self, more: &[usize]) -> Pt {
        let empty = self.notes.is_empty() && !more.is_empty();
        let rule = if empty { NOTE_GAP.0 + NOTE_GAP.1 } else { Pt::ZERO };
        let more: Pt = more.iter().map(|&n| height(&self.builder.notes[n])).sum();
        self.note_height + rule + more
    }

    fn end(self, end: usize) -> Fill {
        let (used, notes, note_height) = (self.used, self.notes, self.note_height);
        Fill { end, used, notes, note_height }
    }
}

/// The footnotes whose marks stand in a strip.
fn notes_of(strip: &Strip) -> Vec<usize> {
    let notes = strip.marks.iter();
    notes
        .filter_map(|mark| if let StripMark::Note(n) = mark { Some(*n) } else { None })
        .collect()
}

/// The first words of a strip, for messages.
pub(super) fn words(strip: &Strip) -> String {
    let texts = strip.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) => Some(text.text.trim()),
        _ => None,
    });
    texts.take(3).collect::<Vec<_>>().join(" ").chars().take(60).collect()
}

/// The table whose head is drawn again above a strip that begins a page.
pub(super) fn repeated(strip: &Strip) -> Option<&Rc<TableBreak>> {
    strip
        .table
        .as_ref()
        .filter(|(t, row)| *row > 0 && *row >= t.head_rows)
        .map(|(t, _)| t)
}
