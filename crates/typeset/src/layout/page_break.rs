//! Page breaking: strips onto pages, footnotes at the foot, table heads again at the top.

use std::rc::Rc;

use crate::document::{PageSetup, Section};
use crate::units::{Pt, Rgb};
use base::source::Span;

use super::build::StripBuilder;
use super::frame::{Frames, label};
use super::page::{Item, ItemKind, Page};
use super::page_fill::{Fill, Filler, NOTE_GAP, repeated};
use super::strip::{Strip, StripMark, TableBreak, height, rule, shift};

/// Length of the rule over footnotes.
const NOTE_RULE: Pt = Pt::mm(50.0);

/// The lines around a framed page, from its edge inwards: distance and thickness. Together they
/// are Word's `thinThickSmallGap` of 3 pt.
const FRAME: [(Pt, Pt); 2] = [(Pt(1.5), Pt(3.0)), (Pt(4.5), Pt(0.75))];

/// Decoration: it belongs to no node of the paper.
fn frame(section: &Section) -> Vec<Item> {
    let page = &section.page;
    if !page.frame {
        return Vec::new();
    }
    let lines = FRAME.iter().flat_map(|&(inside, width)| {
        let at = PageSetup::FRAME_AT + inside;
        let (left, top) = (at, at);
        let (right, bottom) = (page.width - at, page.height - at);
        // The corners close: lines across reach over the ends of those down.
        let half = width / 2.0;
        let across = |y: Pt| ((left - half, y), (right + half, y));
        let down = |x: Pt| ((x, top), (x, bottom));
        [across(top), across(bottom), down(left), down(right)]
            .map(|(from, to)| (from, to, width))
    });
    let item = |(from, to, width)| Item {
        node: None,
        span: Span::None,
        kind: ItemKind::Line { from, to, width, color: Rgb(0, 0, 0), dashed: false },
    };
    lines.map(item).collect()
}

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

impl Paged {
    /// Puts a section's strips on pages.
    pub(super) fn section(
        &mut self,
        builder: &mut StripBuilder<'_, '_>,
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
            let fill = Filler::new(builder, &mut strips, at, room).fill();
            let mut page = Page {
                width: section.page.width,
                height: section.page.height,
                section: index,
                label: label(self.number, section.numbers.roman),
                items: frame(section),
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
        builder: &mut StripBuilder<'_, '_>,
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
                    StripMark::Heading(n) => {
                        if let Some(place) = builder.headings.get_mut(n) {
                            (place.page, place.y) = (page_index, y);
                        }
                    }
                    StripMark::Field(n) => {
                        self.fields.resize(self.fields.len().max(n + 1), String::new());
                        self.fields[n].clone_from(&page.label);
                    }
                    StripMark::Note(_) | StripMark::Anchor => {}
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

/// The table that two strips are rows of.
fn same_table<'t>(a: &'t Strip, b: &Strip) -> Option<&'t Rc<TableBreak>> {
    let ((table, _), (other, _)) = (a.table.as_ref()?, b.table.as_ref()?);
    Rc::ptr_eq(table, other).then_some(table)
}

/// Footnotes stand on the body's lower edge, under a short rule.
fn place_notes(
    builder: &StripBuilder<'_, '_>,
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
