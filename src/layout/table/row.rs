//! One row: its cells' strips put side by side, and cut in two where a page ends.

use crate::document::VAlign;
use crate::layout::page::ItemKind;
use crate::layout::strip::{Hold, Strip, height, item, rule};
use crate::units::{Pt, Rgb};

use super::LINE;

/// Everything a row is made from, kept for rows that may be cut.
#[derive(Debug, Clone)]
pub(crate) struct RowParts {
    pub(super) cells: Vec<CellPart>,
    pub(super) pad: Pt,
    pub(super) border: Pt,
    pub(super) frame: RowFrame,
    /// The line that closes the row where it is cut.
    pub(super) close: Vec<(Pt, Pt)>,
}

/// A cell's content.
#[derive(Debug, Clone)]
pub(super) struct CellPart {
    pub(super) strips: Vec<Strip>,
    /// Room below the content.
    pub(super) after: Pt,
    pub(super) valign: VAlign,
    /// The height of all rows it takes, if it takes several.
    pub(super) spanned: Option<Pt>,
}

/// What is drawn around the content.
#[derive(Debug, Clone, Default)]
pub(super) struct RowFrame {
    pub(super) fills: Vec<(Pt, Pt, Rgb)>,
    pub(super) verticals: Vec<Pt>,
    pub(super) top: Vec<(Pt, Pt)>,
    pub(super) bottom: Vec<(Pt, Pt)>,
}

impl RowParts {
    /// The row as one strip of a height.
    pub(super) fn strip(&self, high: Pt) -> Strip {
        let mut strip = Strip { height: high, ..Strip::default() };
        for &(from, to, color) in &self.frame.fills {
            let rect = [from, Pt::ZERO, to - from, high];
            strip.items.push(item(None, ItemKind::Fill { rect, color }));
        }
        for cell in &self.cells {
            let content = height(&cell.strips) + cell.after;
            let free = cell.spanned.unwrap_or(high) - content;
            let top = self.pad + self.border;
            let mut y = match cell.valign {
                VAlign::Top => top,
                VAlign::Middle => ((free + self.border) / 2.0).max(top),
                VAlign::Bottom => (free - self.pad).max(top),
            };
            for part in &cell.strips {
                y += part.gap;
                let mut moved = part.clone();
                moved.shift(Pt::ZERO, y);
                strip.items.append(&mut moved.items);
                strip.marks.append(&mut moved.marks);
                if strip.baseline.is_none() {
                    strip.baseline = part.baseline.map(|b| b + y);
                }
                y += part.height;
            }
        }
        for (edges, y) in [(&self.frame.top, Pt::ZERO), (&self.frame.bottom, high)] {
            for &(from, to) in edges {
                strip.items.push(rule((from, y), (to, y), LINE, false));
            }
        }
        for &x in &self.frame.verticals {
            strip.items.push(rule((x, Pt::ZERO), (x, high), LINE, false));
        }
        strip
    }

    /// Cuts the row so that the upper part is at most `room` high. `None` if too little of it
    /// would stand above; `force` cuts all the same.
    pub(crate) fn split(&self, room: Pt, force: bool) -> Option<(Strip, Strip)> {
        let inner = room - self.pad * 2.0 - self.border;
        let (mut upper, mut lower) = (self.clone(), self.clone());
        let (mut moved, mut stuck) = (false, false);
        for (up, low) in upper.cells.iter_mut().zip(&mut lower.cells) {
            let at = cut(&up.strips, inner);
            stuck |= at == 0 && !up.strips.is_empty();
            moved |= at > 0;
            low.strips = up.strips.split_off(at);
            if low.strips.is_empty() {
                low.after = Pt::ZERO;
            } else {
                up.after = Pt::ZERO;
            }
            if let Some(first) = low.strips.first_mut() {
                first.gap = Pt::ZERO;
            }
            up.valign = VAlign::Top;
            low.valign = VAlign::Top;
        }
        let rest = lower.cells.iter().any(|c| !c.strips.is_empty());
        if !moved || !rest || stuck && !force {
            return None;
        }
        upper.frame.bottom = upper.close.clone();
        lower.frame.top = lower.close.clone();
        let first = upper.strip(upper.height());
        let mut second = lower.strip(lower.height());
        second.parts = Some(Box::new(lower));
        Some((first, second))
    }

    fn height(&self) -> Pt {
        let cells = self.cells.iter().map(|c| height(&c.strips) + c.after);
        cells.fold(Pt::ZERO, Pt::max) + self.pad * 2.0 + self.border
    }
}

/// How many strips stand in a height, not tearing apart what holds together if it can be helped.
fn cut(strips: &[Strip], room: Pt) -> usize {
    let mut used = Pt::ZERO;
    let mut count = 0;
    for strip in strips {
        used += strip.gap + strip.height;
        if used > room {
            break;
        }
        count += 1;
    }
    if count == strips.len() {
        return count;
    }
    let free = (1..=count).rev().find(|&at| strips[at].hold == Hold::Free);
    let lines = (1..=count).rev().find(|&at| strips[at].hold < Hold::Lines);
    free.or(lines).unwrap_or(count)
}
