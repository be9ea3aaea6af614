//! One row: its cells' strips put side by side, and cut in two where a page ends.

use crate::document::VAlign;
use crate::layout::page::ItemKind;
use crate::layout::strip::{CellPart, RowParts, Strip, StripHold, height, item, rule};
use crate::units::Pt;

/// How thick the lines of a table are.
pub(super) const LINE: Pt = Pt(0.5);

impl RowParts {
    /// The row as one strip of a height.
    pub(super) fn strip(self, high: Pt) -> Strip {
        let mut strip = Strip { height: high, ..Strip::default() };
        for &(from, to, color) in &self.frame.fills {
            let rect = [from, Pt::ZERO, to - from, high];
            strip.items.push(item(None, ItemKind::Fill { rect, color }));
        }
        strip.items.extend(self.extra);
        for cell in self.cells {
            let content = height(&cell.strips) + cell.after;
            let free = cell.spanned.unwrap_or(high) - content;
            let top = self.pad + self.border;
            let mut y = match cell.valign {
                VAlign::Top => top,
                VAlign::Middle => ((free + self.border) / 2.0).max(top),
                VAlign::Bottom => (free - self.pad).max(top),
            };
            for mut part in cell.strips {
                part.finish();
                y += part.gap;
                part.shift(Pt::ZERO, y);
                strip.items.append(&mut part.items);
                strip.marks.append(&mut part.marks);
                if strip.baseline.is_none() {
                    strip.baseline = part.baseline.map(|b| b + y);
                }
                y += part.height;
            }
        }
        for (edges, y) in [(&self.frame.top, Pt::ZERO), (&self.frame.bottom, high)] {
            for &(from, to) in edges {
                strip.items.push(rule((from, y), (to, y), LINE, self.frame.dashed));
            }
        }
        for &x in &self.frame.verticals {
            strip.items.push(rule((x, Pt::ZERO), (x, high), LINE, self.frame.dashed));
        }
        strip
    }

    /// The row as a strip that is drawn only once it has found its page.
    pub(super) fn waiting(self, high: Pt) -> Strip {
        let first = self.cells.iter().find_map(|cell| {
            let strip = cell.strips.first()?;
            strip.baseline.map(|b| b + strip.gap + self.pad + self.border)
        });
        let strips = self.cells.iter().flat_map(|cell| &cell.strips);
        Strip {
            height: high,
            baseline: first,
            marks: strips.flat_map(|strip| strip.marks.iter().copied()).collect(),
            parts: Some(Box::new(self)),
            ..Strip::default()
        }
    }

    /// Where to cut so that the upper part is at most `room` high. `None` if too little of it
    /// would stand above; `force` cuts all the same.
    pub(crate) fn plan(&self, room: Pt, force: bool) -> Option<RowPlan> {
        let inner = room - self.pad * 2.0 - self.border;
        let cuts: Vec<ContentCut> =
            self.cells.iter().map(|c| cut(&c.strips, inner)).collect();
        let both = || self.cells.iter().zip(&cuts);
        let moved = |cut: &ContentCut| cut.whole > 0 || cut.torn.is_some();
        let rest = both().any(|(cell, cut)| cut.whole < cell.strips.len());
        let stuck = both().any(|(cell, cut)| !moved(cut) && !cell.strips.is_empty());
        // A cell too short to be torn well: at most its first lines of room are lost.
        let tidy = |(cell, cut): (&CellPart, &ContentCut)| {
            cut.torn.is_some()
                || cell
                    .strips
                    .get(cut.whole)
                    .is_none_or(|next| next.hold < StripHold::Lines)
        };
        let good =
            cuts.iter().any(moved) && rest && (force || !stuck && both().all(tidy));
        good.then_some(RowPlan(cuts))
    }

    /// Cuts the row in two.
    pub(crate) fn split(self, plan: RowPlan) -> (Strip, Strip) {
        let (mut upper, mut lower) = (self.bare(), self.bare());
        for (cell, cut) in self.cells.into_iter().zip(plan.0) {
            let mut above = cell.strips;
            let mut below = above.split_off(cut.whole);
            if let (Some(plan), Some(torn)) = (cut.torn, below.first_mut())
                && let Some(parts) = torn.parts.take()
            {
                let (part, left) = parts.split(*plan);
                above.push(Strip { gap: torn.gap, ..part });
                *torn = left;
            }
            if let Some(first) = below.first_mut() {
                first.gap = Pt::ZERO;
            }
            let (here, there) = if below.is_empty() {
                (cell.after, Pt::ZERO)
            } else {
                (Pt::ZERO, cell.after)
            };
            upper.cells.push(CellPart::top(above, here));
            lower.cells.push(CellPart::top(below, there));
        }
        upper.extra = self.extra;
        upper.frame.bottom.clone_from(&upper.close);
        lower.frame.top.clone_from(&lower.close);
        let (high, low) = (upper.height(), lower.height());
        (upper.waiting(high), lower.waiting(low))
    }

    /// The row without its content.
    fn bare(&self) -> Self {
        Self {
            cells: Vec::with_capacity(self.cells.len()),
            pad: self.pad,
            border: self.border,
            frame: self.frame.clone(),
            close: self.close.clone(),
            extra: Vec::new(),
        }
    }

    fn height(&self) -> Pt {
        let cells = self.cells.iter().map(|c| height(&c.strips) + c.after);
        cells.fold(Pt::ZERO, Pt::max) + self.pad * 2.0 + self.border
    }
}

/// Where each cell of a row is cut.
pub(crate) struct RowPlan(Vec<ContentCut>);

/// Where a cell's content is cut.
struct ContentCut {
    /// Strips that stay whole above.
    whole: usize,
    /// How to cut the next one, if that is itself a row.
    torn: Option<Box<RowPlan>>,
}

impl CellPart {
    fn top(strips: Vec<Strip>, after: Pt) -> Self {
        Self { strips, after, valign: VAlign::Top, spanned: None }
    }
}

impl Strip {
    /// Draws a row that has found its page.
    pub(crate) fn finish(&mut self) {
        if let Some(parts) = self.parts.take() {
            self.items = parts.strip(self.height).items;
        }
    }
}

/// Cuts content at a height, not tearing apart what holds together if it can be helped.
fn cut(strips: &[Strip], room: Pt) -> ContentCut {
    let mut used = Pt::ZERO;
    let mut whole = 0;
    let mut left = room;
    for strip in strips {
        left = room - used - strip.gap;
        used += strip.gap + strip.height;
        if used > room {
            break;
        }
        whole += 1;
    }
    if whole == strips.len() {
        return ContentCut { whole, torn: None };
    }
    let torn =
        strips[whole].parts.as_ref().and_then(|parts| parts.plan(left, whole == 0));
    if let Some(plan) = torn {
        return ContentCut { whole, torn: Some(Box::new(plan)) };
    }
    let free = (1..=whole).rev().find(|&at| strips[at].hold == StripHold::Free);
    let lines = (1..=whole).rev().find(|&at| strips[at].hold < StripHold::Lines);
    ContentCut { whole: free.or(lines).unwrap_or(whole), torn: None }
}
