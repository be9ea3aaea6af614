//! Page breaking: strips onto pages, footnotes at the foot, table heads again at the top.

use std::rc::Rc;

use crate::document::Section;
use crate::units::Pt;

use super::build::Builder;
use super::frame::{Frames, label};
use super::page::{Item, Page};
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
            let fill = fill(builder, &mut strips, at, room);
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

/// Finds how many strips from `start` on stand on a page of a height.
fn fill(
    builder: &mut Builder<'_, '_>,
    strips: &mut Vec<Strip>,
    start: usize,
    room: Pt,
) -> Fill {
    let head = strips.get(start).and_then(repeated).map_or(Pt::ZERO, |t| height(&t.head));
    let mut used = head;
    let mut at = start;
    let mut notes = Vec::new();
    // What was used before each strip, to step back to it.
    let mut steps: Vec<(Pt, usize, Pt)> = Vec::new();
    let mut note_height = Pt::ZERO;
    while at < strips.len() {
        let strip = &strips[at];
        if strip.forced && at > start {
            return Fill { end: at, used, notes, note_height };
        }
        let gap = if at == start { Pt::ZERO } else { strip.gap };
        let new: Vec<usize> = strip
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Note(n) = mark { Some(*n) } else { None })
            .filter(|n| !notes.contains(n))
            .collect();
        let mut note_room = note_height;
        for &n in &new {
            if note_room == Pt::ZERO {
                note_room = NOTE_GAP.0 + NOTE_GAP.1;
            }
            note_room += height(&builder.notes[n]);
        }
        if used + gap + strip.height + note_room > room + SLACK {
            let free = room - used - gap - note_room;
            return overflow(
                builder,
                strips,
                start,
                at,
                free,
                &steps,
                room,
                notes,
                used,
                note_height,
            );
        }
        steps.push((used, notes.len(), note_height));
        used += gap + strip.height;
        note_height = note_room;
        notes.extend(new);
        at += 1;
    }
    Fill { end: at, used, notes, note_height }
}

/// The strip at `at` does not fit: cuts it, or ends the page before it or further up.
#[allow(clippy::too_many_arguments)]
fn overflow(
    builder: &mut Builder<'_, '_>,
    strips: &mut Vec<Strip>,
    start: usize,
    at: usize,
    free: Pt,
    steps: &[(Pt, usize, Pt)],
    room: Pt,
    mut notes: Vec<usize>,
    used: Pt,
    note_height: Pt,
) -> Fill {
    let alone = steps.is_empty();
    if let Some((upper, lower)) =
        strips[at].parts.as_ref().and_then(|parts| parts.split(free, alone))
    {
        let whole = std::mem::take(&mut strips[at]);
        let end_used = used + upper.height + if alone { Pt::ZERO } else { whole.gap };
        let add =
            |part: Strip| Strip { table: whole.table.clone(), span: whole.span, ..part };
        let upper = Strip { gap: whole.gap, hold: whole.hold, ..add(upper) };
        for mark in &upper.marks {
            if let Mark::Note(n) = mark {
                notes.push(*n);
            }
        }
        let extra: Pt = notes.iter().map(|&n| height(&builder.notes[n])).sum();
        let note_height =
            if notes.is_empty() { Pt::ZERO } else { NOTE_GAP.0 + NOTE_GAP.1 + extra };
        let lower = add(lower);
        strips.splice(at..=at, [upper, lower]);
        return Fill { end: at + 1, used: end_used, notes, note_height };
    }
    if alone {
        let (span, by) = (strips[at].span, strips[at].height - room);
        if by.0 > 0.5 {
            let what = words(&strips[at]);
            builder.problem(LayoutProblem::TooHigh { what, span, by });
        }
        let end_used = used + strips[at].height;
        for mark in &strips[at].marks {
            if let Mark::Note(n) = mark {
                notes.push(*n);
            }
        }
        let extra: Pt = notes.iter().map(|&n| height(&builder.notes[n])).sum();
        let _ = note_height;
        return Fill { end: at + 1, used: end_used, notes, note_height: extra };
    }
    let end = [Hold::Free, Hold::Group, Hold::Lines, Hold::Strong]
        .into_iter()
        .find_map(|hold| (start + 1..=at).rev().find(|&k| strips[k].hold <= hold))
        .unwrap_or(at);
    let (end_used, note_count, end_notes) =
        steps.get(end - start).copied().unwrap_or((used, notes.len(), note_height));
    notes.truncate(note_count);
    Fill { end, used: end_used, notes, note_height: end_notes }
}

/// The first words of a strip, for messages.
fn words(strip: &Strip) -> String {
    let texts = strip.items.iter().filter_map(|item| match &item.kind {
        super::page::ItemKind::Text(text) => Some(text.text.trim()),
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
    use super::page::ItemKind::Line;
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
