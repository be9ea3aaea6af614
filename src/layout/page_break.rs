//! Page breaking: strips onto pages, footnotes at the foot, table heads again at the top.

use std::rc::Rc;

use crate::document::Section;
use crate::units::Pt;

use super::build::Builder;
use super::frame::{Frames, label};
use super::page::{Item, ItemKind, Page};
use super::problem::LayoutProblem;
use super::strip::{Hold, Mark, Strip, TableBreak, height, rule, shift};

/// Rounding that is no overflow.
const SLACK: Pt = Pt(0.05);

/// Above the rule over footnotes, and between it and the first note.
const NOTE_GAP: (Pt, Pt) = (Pt(8.0), Pt(3.0));

/// Length of the rule over footnotes.
const NOTE_RULE: Pt = Pt::mm(50.0);

/// Pages in the making.
#[derive(Debug, Default)]
pub(super) struct Paged {
    pub(super) pages: Vec<Page>,
    /// For each page: its section and whether it is the section's first.
    pub(super) sections: Vec<(usize, bool)>,
    /// Label of the page each page-number field stands on.
    pub(super) fields: Vec<String>,
    number: u32,
}

/// What stands on one page, by strip numbers.
struct Fill {
    end: usize,
    used: Pt,
    notes: Vec<usize>,
    note_height: Pt,
}

impl Paged {
    /// Puts a section's strips on pages.
    pub(super) fn section(
        &mut self,
        builder: &mut Builder<'_, '_>,
        index: usize,
        section: &Section,
        frames: &Frames,
        mut strips: Vec<Strip>,
    ) {
        self.number = section.numbers.start.unwrap_or(self.number + 1);
        let mut at = 0;
        let mut first = true;
        loop {
            let body = frames.body(first);
            if !first {
                self.number += 1;
                while strips.get(at).is_some_and(|s| s.empty && !s.forced) {
                    at += 1;
                }
                if at >= strips.len() {
                    self.number -= 1;
                    break;
                }
            }
            let room = body.1 - body.0;
            let filler = Filler {
                builder: &mut *builder,
                strips: &mut strips,
                start: at,
                room,
                used: Pt::ZERO,
                notes: Vec::new(),
                note_height: Pt::ZERO,
                steps: Vec::new(),
            };
            let fill = filler.fill();
            let mut page = Page {
                width: section.page.width,
                height: section.page.height,
                label: label(self.number, section.numbers.roman),
                items: Vec::new(),
            };
            let mut top = body.0;
            if section.page.center_vertically {
                top += ((room - fill.used - fill.note_height) / 2.0).max(Pt::ZERO);
            }
            let left = section.page.margins.left;
            self.place(builder, &mut page, &mut strips, at..fill.end, (left, top));
            place_notes(builder, &mut page, &fill, (left, body.1));
            join_lines(&mut page.items);
            self.pages.push(page);
            self.sections.push((index, first));
            at = fill.end;
            first = false;
            if at >= strips.len() {
                break;
            }
        }
    }

    fn place(
        &mut self,
        builder: &mut Builder<'_, '_>,
        page: &mut Page,
        strips: &mut [Strip],
        range: std::ops::Range<usize>,
        (left, top): (Pt, Pt),
    ) {
        let mut y = top;
        let mut put = |items: &mut Vec<Item>, y: Pt| {
            for item in items.iter_mut() {
                shift(item, left, y);
            }
            page.items.append(items);
        };
        let Some(head) = strips.get(range.start) else { return };
        if let Some(table) = repeated(head) {
            for strip in &table.head {
                put(&mut strip.items.clone(), y);
                y += strip.height;
            }
            put(&mut table.top_line.clone(), y);
        }
        let page_index = self.pages.len();
        for at in range.clone() {
            let strip = &mut strips[at];
            if at > range.start {
                y += strip.gap;
            }
            for mark in &strip.marks {
                match *mark {
                    Mark::Heading(n) => {
                        if let Some(place) = builder.headings.get_mut(n) {
                            (place.page, place.y) = (page_index, y);
                        }
                    }
                    Mark::Field(n) => {
                        self.fields.resize(self.fields.len().max(n + 1), String::new());
                        self.fields[n].clone_from(&page.label);
                    }
                    Mark::Note(_) => {}
                }
            }
            strip.finish();
            put(&mut strip.items, y);
            y += strip.height;
        }
        let inside = match (strips.get(range.end.wrapping_sub(1)), strips.get(range.end))
        {
            (Some(last), Some(next)) => same_table(last, next),
            _ => None,
        };
        if let Some(table) = inside {
            put(&mut table.foot_line.clone(), y);
        }
    }
}

/// The table whose head is drawn again above a strip that begins a page.
fn repeated(strip: &Strip) -> Option<&Rc<TableBreak>> {
    strip
        .table
        .as_ref()
        .filter(|(t, row)| *row > 0 && *row >= t.head_rows)
        .map(|(t, _)| t)
}

/// The table that two strips are rows of.
fn same_table<'t>(a: &'t Strip, b: &Strip) -> Option<&'t Rc<TableBreak>> {
    let ((table, _), (other, _)) = (a.table.as_ref()?, b.table.as_ref()?);
    Rc::ptr_eq(table, other).then_some(table)
}

/// Fills one page.
struct Filler<'f, 'b, 's, 'a> {
    builder: &'f mut Builder<'s, 'a>,
    strips: &'b mut Vec<Strip>,
    start: usize,
    room: Pt,
    used: Pt,
    notes: Vec<usize>,
    note_height: Pt,
    /// What was used before each strip, to step back to it: height, notes, their height.
    steps: Vec<(Pt, usize, Pt)>,
}

impl Filler<'_, '_, '_, '_> {
    /// Finds how many strips from `start` on stand on the page.
    fn fill(mut self) -> Fill {
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
                self.builder.problem(LayoutProblem::TooHigh { what, span, by });
            }
            self.take(&strip, Pt::ZERO);
            self.strips[at] = strip;
            return self.end(at + 1);
        }
        let end = [Hold::Free, Hold::Group, Hold::Lines, Hold::Strong]
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
        .filter_map(|mark| if let Mark::Note(n) = mark { Some(*n) } else { None })
        .collect()
}

/// The first words of a strip, for messages.
fn words(strip: &Strip) -> String {
    let texts = strip.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) => Some(text.text.trim()),
        _ => None,
    });
    texts.take(3).collect::<Vec<_>>().join(" ").chars().take(60).collect()
}

/// Footnotes stand on the body's lower edge, under a short rule.
fn place_notes(
    builder: &Builder<'_, '_>,
    page: &mut Page,
    fill: &Fill,
    (left, bottom): (Pt, Pt),
) {
    if fill.notes.is_empty() {
        return;
    }
    let all: Pt = fill.notes.iter().map(|&n| height(&builder.notes[n])).sum();
    let mut y = bottom - all;
    let line = y - NOTE_GAP.1;
    page.items.push(rule((left, line), (left + NOTE_RULE, line), Pt(0.5), false));
    for &n in &fill.notes {
        for strip in &builder.notes[n] {
            y += strip.gap;
            for item in &strip.items {
                let mut item = item.clone();
                shift(&mut item, left, y);
                page.items.push(item);
            }
            y += strip.height;
        }
    }
}

/// Joins the vertical lines of table rows into one line each: smaller files, no seams.
fn join_lines(items: &mut Vec<Item>) {
    use ItemKind::Line;
    let mut open: Vec<usize> = Vec::new();
    let mut drop = vec![false; items.len()];
    for at in 0..items.len() {
        let Line { from, to, .. } = items[at].kind else { continue };
        if from.0 != to.0 || items[at].node.is_some() {
            continue;
        }
        let joined = open.iter().position(|&i| match items[i].kind {
            Line { from: _, to: end, .. } => {
                end.0 == from.0 && (end.1 - from.1).0.abs() < 0.01
            }
            _ => false,
        });
        match joined.map(|slot| open[slot]) {
            Some(i) => {
                if let Line { to: end, .. } = &mut items[i].kind {
                    *end = to;
                }
                drop[at] = true;
            }
            None => open.push(at),
        }
    }
    let mut keep = drop.iter().map(|d| !d);
    items.retain(|_| keep.next().unwrap_or(true));
}
