//! One row: its cells' strips put side by side, and cut in two where a page ends.

use crate::document::VAlign;
use crate::layout::page::{Item, ItemKind};
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
    /// The marker of a list item that begins with this row.
    pub(crate) extra: Vec<Item>,
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

/// Left and right end and colour of a fill.
pub(super) type RowFill = (Pt, Pt, Rgb);

/// What is drawn around the content.
#[derive(Debug, Clone, Default)]
pub(super) struct RowFrame {
    pub(super) fills: Vec<RowFill>,
    pub(super) verticals: Vec<Pt>,
    pub(super) top: Vec<(Pt, Pt)>,
    pub(super) bottom: Vec<(Pt, Pt)>,
}

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
        let cuts: Vec<Cut> = self.cells.iter().map(|c| cut(&c.strips, inner)).collect();
        let stuck = |(cell, cut): (&CellPart, &Cut)| {
            cut.whole == 0 && cut.torn.is_none() && !cell.strips.is_empty()
        };
        let moved = cuts.iter().any(|cut| cut.whole > 0 || cut.torn.is_some());
        let rest =
            self.cells.iter().zip(&cuts).any(|(c, cut)| cut.whole < c.strips.len());
        let stuck = self.cells.iter().zip(&cuts).any(stuck);
        if !moved || !rest || stuck && !force {
            return None;
        }
        let (mut upper, mut lower) = (self.bare(), self.bare());
        for (cell, cut) in self.cells.iter().zip(cuts) {
            let (above, below) = cell.strips.split_at(cut.whole);
            let mut below = below.to_vec();
            let mut above = above.to_vec();
            if let Some((part, left)) = cut.torn {
                above.push(part);
                below[0] = left;
            }
            if let Some(first) = below.first_mut() {
                first.gap = Pt::ZERO;
            }
            let (done, none) = (below.is_empty(), Pt::ZERO);
            let (valign, spanned) = (VAlign::Top, None);
            let after = if done { cell.after } else { none };
            upper.cells.push(CellPart { strips: above, after, valign, spanned });
            let after = if done { none } else { cell.after };
            lower.cells.push(CellPart { strips: below, after, valign, spanned });
        }
        upper.extra.clone_from(&self.extra);
        upper.frame.bottom.clone_from(&upper.close);
        lower.frame.top.clone_from(&lower.close);
        let (high, low) = (upper.height(), lower.height());
        let kept = Some(Box::new(lower.clone()));
        let second = Strip { parts: kept, ..lower.strip(low) };
        Some((upper.strip(high), second))
    }

    /// The row without its content.
    fn bare(&self) -> Self {
        Self {
            cells: Vec::with_capacity(self.cells.len()),
            frame: self.frame.clone(),
            close: self.close.clone(),
            extra: Vec::new(),
            ..*self
        }
    }

    fn height(&self) -> Pt {
        let cells = self.cells.iter().map(|c| height(&c.strips) + c.after);
        cells.fold(Pt::ZERO, Pt::max) + self.pad * 2.0 + self.border
    }
}

/// Where a cell's content is cut.
struct Cut {
    /// Strips that stay whole above.
    whole: usize,
    /// The two parts of the next one, if that is itself a row that can be cut.
    torn: Option<(Strip, Strip)>,
}

/// Cuts content at a height, not tearing apart what holds together if it can be helped.
fn cut(strips: &[Strip], room: Pt) -> Cut {
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
        return Cut { whole, torn: None };
    }
    let torn =
        strips[whole].parts.as_ref().and_then(|parts| parts.split(left, whole == 0));
    if let Some((upper, lower)) = torn {
        let upper = Strip { gap: strips[whole].gap, ..upper };
        return Cut { whole, torn: Some((upper, lower)) };
    }
    let free = (1..=whole).rev().find(|&at| strips[at].hold == Hold::Free);
    let lines = (1..=whole).rev().find(|&at| strips[at].hold < Hold::Lines);
    Cut { whole: free.or(lines).unwrap_or(whole), torn: None }
}
