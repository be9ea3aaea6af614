//! Strips: what pages are filled with, top to bottom.
//!
//! Every block becomes strips (a line of text, a table row, a picture); a strip knows how
//! firmly it holds to the one before it, and page breaking only looks at that.

use std::rc::Rc;

use crate::document::VAlign;
use crate::units::{Pt, Rgb};
use base::source::Span;

use super::page::{Item, ItemKind, NodeId};

/// How firmly a strip stays on the page of the strip before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum StripHold {
    /// A page may end here.
    #[default]
    Free,
    /// Part of a group that should stay together.
    Group,
    /// First or last lines of a paragraph.
    Lines,
    /// Caption and table, table head and first row, rows under one spanning cell.
    Strong,
}

/// What a placed strip tells the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StripMark {
    /// A footnote's mark stands in it.
    Note(usize),
    /// The page-number field of this number stands in it.
    Field(usize),
    /// The heading of this number stands in it.
    Heading(usize),
    /// The mark of an electronic signature stands in it.
    Anchor,
}

/// A horizontal strip. Items count from its left top corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Room above; left out at the top of a page.
    pub(crate) gap: Pt,
    pub(crate) height: Pt,
    /// Of the first line, for markers and cells.
    pub(crate) baseline: Option<Pt>,
    pub(crate) items: Vec<Item>,
    pub(crate) marks: Vec<StripMark>,
    pub(crate) hold: StripHold,
    /// Begins a new page.
    pub(crate) forced: bool,
    /// Only room: left out at the top of a page that began by itself.
    pub(crate) empty: bool,
    /// The table it is a row of, with the row's number.
    pub(crate) table: Option<(Rc<TableBreak>, usize)>,
    /// A row that may still be cut in two; it is drawn once it has found its page.
    pub(crate) parts: Option<Box<RowParts>>,
    /// For messages.
    pub(crate) span: Span,
}

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
    /// Lines to cut along.
    pub(super) dashed: bool,
    pub(super) fills: Vec<RowFill>,
    pub(super) verticals: Vec<Pt>,
    pub(super) top: Vec<(Pt, Pt)>,
    pub(super) bottom: Vec<(Pt, Pt)>,
}

/// What a table needs where a page ends inside it.
#[derive(Debug, Default)]
pub(crate) struct TableBreak {
    pub(crate) head_rows: usize,
    /// The head's rows, all artifacts; drawn again on each page.
    pub(crate) head: Vec<Strip>,
    /// Lines that close the table at the foot of a page, and open it at the top if no head does.
    pub(crate) foot_line: Vec<Item>,
    pub(crate) top_line: Vec<Item>,
}

impl Strip {
    /// Moves everything in the strip.
    pub(crate) fn shift(&mut self, dx: Pt, dy: Pt) {
        for item in &mut self.items {
            shift(item, dx, dy);
        }
    }
}

/// Moves an item.
pub(crate) fn shift(item: &mut Item, dx: Pt, dy: Pt) {
    match &mut item.kind {
        ItemKind::Text(text) => {
            text.x += dx;
            text.y += dy;
        }
        ItemKind::Fill { rect, .. }
        | ItemKind::Image { rect, .. }
        | ItemKind::Link { rect, .. } => {
            rect[0] += dx;
            rect[1] += dy;
        }
        ItemKind::Line { from, to, .. } => {
            for point in [from, to] {
                point.0 += dx;
                point.1 += dy;
            }
        }
        ItemKind::Path(path) => {
            for point in path.parts.iter_mut().flatten() {
                point.0 += dx;
                point.1 += dy;
            }
        }
        ItemKind::Watermark { .. } => {}
    }
}

/// Strips in the making, one block after the other.
#[derive(Debug, Default)]
pub(crate) struct StripFlow {
    pub(crate) strips: Vec<Strip>,
    /// Room the last block wants below.
    after: Pt,
    /// How the next block's first strip holds to the last block.
    next_hold: StripHold,
    next_forced: bool,
    /// Where the last paragraph began.
    last_block: usize,
}

impl StripFlow {
    /// Adds a block's strips: its room above and below, and whether it stays with the next.
    pub(crate) fn block(
        &mut self,
        mut strips: Vec<Strip>,
        before: Pt,
        after: Pt,
        keep_next: bool,
    ) {
        let Some(first) = strips.first_mut() else { return };
        // Word leaves the larger of the two rooms between paragraphs, not their sum.
        first.gap += self.after.max(before);
        first.hold = first.hold.max(self.next_hold);
        first.forced |= self.next_forced;
        self.after = after;
        self.next_hold = if keep_next { StripHold::Group } else { StripHold::Free };
        self.next_forced = false;
        self.last_block = self.strips.len();
        self.strips.append(&mut strips);
    }

    /// The next block begins a page.
    pub(crate) fn page_break(&mut self) {
        self.next_forced = true;
    }

    /// Makes strips from `first` on one group, and takes `with` lines before it along.
    pub(crate) fn keep(&mut self, first: usize, last_block_before: usize, with: u8) {
        let back =
            first.saturating_sub(usize::from(with)).max(last_block_before.min(first));
        let start = if with > 0 { back + 1 } else { first + 1 };
        for strip in self.strips.iter_mut().skip(start) {
            strip.hold = strip.hold.max(StripHold::Group);
        }
    }

    /// Where the last block added begins.
    pub(crate) fn last_block(&self) -> usize {
        self.last_block
    }

    /// The height of all, with the room below the last.
    pub(crate) fn height(&self) -> Pt {
        height(&self.strips) + self.after
    }
}

/// The height of strips under each other.
pub(crate) fn height(strips: &[Strip]) -> Pt {
    strips.iter().map(|s| s.gap + s.height).sum()
}

/// A copy of strips that no screen reader reads twice.
pub(crate) fn as_artifacts(strips: &[Strip]) -> Vec<Strip> {
    let mut copy = strips.to_vec();
    for strip in &mut copy {
        strip.finish();
        strip.marks.clear();
        strip.table = None;
        strip.items.retain(|item| !matches!(item.kind, ItemKind::Link { .. }));
        for item in &mut strip.items {
            item.node = None;
        }
    }
    copy
}

/// A line that is no content.
pub(crate) fn rule(from: (Pt, Pt), to: (Pt, Pt), width: Pt, dashed: bool) -> Item {
    let color = crate::units::Rgb(0, 0, 0);
    item(None, ItemKind::Line { from, to, width, color, dashed })
}

/// An item made by the program itself.
pub(crate) fn item(node: Option<NodeId>, kind: ItemKind) -> Item {
    Item { node, span: Span::None, kind }
}

impl StripFlow {
    /// Adds a flow made on its own.
    pub(crate) fn append(&mut self, other: Self) {
        let last_block = self.strips.len() + other.last_block;
        let keep_next = other.next_hold == StripHold::Group;
        let empty = other.strips.is_empty();
        self.block(other.strips, Pt::ZERO, other.after, keep_next);
        self.next_forced |= other.next_forced;
        if !empty {
            self.last_block = last_block;
        }
    }

    /// Takes away the room below.
    pub(crate) fn no_room_below(&mut self) {
        self.after = Pt::ZERO;
    }

    /// Takes away the room above.
    pub(crate) fn no_room_above(&mut self) {
        if let Some(first) = self.strips.first_mut() {
            first.gap = Pt::ZERO;
        }
    }
}
