//! Settling: what both formats must agree on is decided once, in the tree.

mod columns;
mod first_page;
mod fit_lines;
mod item_lines;
mod measure;
mod sheet;
mod ties;
mod upturned;

use crate::document::{
    Block, Chart, ChartRoom, ColumnWidth, Document, List, Paragraph, StyleName,
    StyleSheet, Table, TableRole,
};
use crate::units::Pt;

use super::build::{Room, RoundBefore, StripBuilder};
use super::frame::Frames;
use super::page::NodeId;
use super::shaper::Shaper;
use super::table::place;
use base::diag::Problems;

/// Room around a chart of a whole page: its own gaps, and Word's slightly other measures.
const CHART_SPARE: Pt = Pt(18.0);

/// The part of a page up to which a row is not cut where a page ends: in a table of data, and
/// where a table only places things.
const SHORT_ROW: f32 = 0.3;

const SHORT_LAYOUT: f32 = 0.12;

/// Up to how many lines a paragraph above a signature is a closing sentence.
const CLOSING: usize = 3;

/// A group that takes so many lines along is not to stand on a page without some of the text.
const CLOSING_WANTS: u8 = 2;

/// Fixes column widths, fitted sizes and sheets all through the document.
pub fn settle(doc: &mut Document, shaper: &mut Shaper<'_>) -> Problems {
    first_page::apart(doc, shaper);
    let frames: Vec<Frames> =
        doc.sections.iter().map(|s| Frames::measure(shaper, doc, s)).collect();
    let styles = &doc.styles;
    let mut problems = Problems::default();
    for (section, frames) in doc.sections.iter_mut().zip(&frames) {
        let mut settler = Settler {
            shaper: &mut *shaper,
            styles,
            page_height: frames.least(),
            problems: &mut problems,
        };
        let room = Room::new(section.page.text_width(), NodeId(0));
        settler.blocks(&room, &mut section.blocks);
        if section.page.center_vertically {
            section.page.room_above = settler.room_above(&room, &section.blocks);
        }
    }
    problems
}

/// Works through blocks, with what it needs to measure them.
struct Settler<'p, 's, 'a> {
    shaper: &'p mut Shaper<'a>,
    styles: &'s StyleSheet,
    page_height: Pt,
    problems: &'p mut Problems,
}

impl<'a> Settler<'_, '_, 'a> {
    /// A builder whose tree is thrown away.
    fn builder(&mut self) -> StripBuilder<'_, 'a> {
        let mut builder =
            StripBuilder::new(self.shaper, self.styles, RoundBefore::default());
        builder.page_height = self.page_height;
        builder
    }

    fn blocks(&mut self, room: &Room, blocks: &mut Vec<Block>) {
        let mut settled = Vec::with_capacity(blocks.len());
        for block in std::mem::take(blocks) {
            match block {
                Block::Paragraph(mut para) => {
                    self.tie(room, &mut para);
                    settled.push(Block::Paragraph(para));
                }
                Block::Heading(mut heading) => {
                    heading.hang = self.builder().heading_hang(room, &heading);
                    self.tie_text(
                        room,
                        StyleName::heading(heading.level),
                        &mut heading.inlines,
                    );
                    settled.push(Block::Heading(heading));
                }
                Block::Image(mut image) => {
                    self.tie_text(room, StyleName::Keterangan, &mut image.caption);
                    settled.push(Block::Image(image));
                }
                Block::Table(mut table) => {
                    self.table(room, &mut table);
                    settled.push(Block::Table(table));
                }
                Block::List(mut list) => {
                    let indent = self.builder().list_indent(room, &list);
                    list.indent = Some(indent);
                    if !room.in_cell {
                        item_lines::apart(&mut list);
                    }
                    let room = room.indent(indent + list.left());
                    let inside = Room { style: Some(list.style), ..room };
                    for item in &mut list.items {
                        self.blocks(&inside, &mut item.blocks);
                    }
                    settled.push(Block::List(list));
                }
                Block::Keep { mut blocks, with_previous } => {
                    self.blocks(room, &mut blocks);
                    if with_previous >= CLOSING_WANTS {
                        self.take_closing(room, &mut settled, &mut blocks);
                    }
                    self.take_along(room, &mut settled, with_previous);
                    settled.push(Block::Keep { blocks, with_previous });
                }
                Block::FitLines(lines) => {
                    let lines = self.fit_lines(room, &lines);
                    settled.extend(lines.into_iter().map(Block::Paragraph));
                }
                Block::Chart(mut chart) => {
                    self.chart(room, &mut chart);
                    settled.push(Block::Chart(chart));
                }
                Block::Upturned(mut blocks) => {
                    self.blocks(room, &mut blocks);
                    settled.extend(self.upturned(room, &blocks).map(Block::Image));
                }
                Block::Sheet(sheet) => self.sheet(room, *sheet, &mut settled),
                other => settled.push(other),
            }
        }
        *blocks = settled;
    }

    /// Half of what blocks in the middle of a page leave of it; none if they fill more than one.
    fn room_above(&mut self, room: &Room, blocks: &[Block]) -> Option<Pt> {
        let begins_page = |block: &Block| match block {
            Block::PageBreak => true,
            Block::Heading(heading) => heading.new_page,
            _ => false,
        };
        if blocks.iter().any(begins_page) {
            return None;
        }
        let left = self.page_height - self.builder().flow(room, blocks).height();
        (left > Pt::ZERO).then_some(left / 2.0)
    }

    /// A closing sentence above a signature is of its group: both alone on a page would say
    /// nothing of the letter, so the lines that the group takes along are those before it.
    fn take_closing(
        &mut self,
        room: &Room,
        above: &mut Vec<Block>,
        group: &mut Vec<Block>,
    ) {
        if above.len() < 2 || !matches!(above.last(), Some(Block::Paragraph(_))) {
            return;
        }
        let last = &above[above.len() - 1..];
        if self.builder().flow(room, last).strips.len() <= CLOSING
            && let Some(closing) = above.pop()
        {
            group.insert(0, closing);
            let headed =
                |block: &mut Block| matches!(block, Block::Heading(h) if !h.new_page);
            if above.len() > 1
                && let Some(heading) = above.pop_if(headed)
            {
                group.insert(0, heading);
            }
        }
    }

    /// A group that takes `lines` lines along takes more than one paragraph where the last has
    /// fewer: a signature under a closing sentence of one line would else stand with that alone.
    fn take_along(&mut self, room: &Room, above: &mut [Block], lines: u8) {
        let lines = usize::from(lines);
        let mut have = 0;
        for at in (0..above.len()).rev() {
            match &mut above[at] {
                Block::Paragraph(_) => {
                    have += self.builder().flow(room, &above[at..=at]).strips.len();
                }
                Block::List(list) => have += self.take_items(room, list, lines - have),
                _ => return,
            }
            if have >= lines || at == 0 {
                return;
            }
            keep_next(&mut above[at - 1]);
        }
    }

    /// As many of the last items as have so many lines stay together; how many lines those have.
    fn take_items(&mut self, room: &Room, list: &mut List, lines: usize) -> usize {
        let indent = list.indent.unwrap_or_default() + list.left();
        let inside = Room { style: Some(list.style), ..room.indent(indent) };
        let mut have = 0;
        for at in (0..list.items.len()).rev() {
            let blocks = &list.items[at].blocks;
            have += self.builder().flow(&inside, blocks).strips.len();
            if have >= lines || at == 0 {
                break;
            }
            if let Some(end) = list.items[at - 1].blocks.last_mut() {
                keep_next(end);
            }
        }
        have
    }

    /// A chart is as wide as its room and, with its caption, no higher than a page.
    fn chart(&mut self, room: &Room, chart: &mut Chart) {
        self.tie_text(room, StyleName::Keterangan, &mut chart.caption);
        let caption = Paragraph::new(StyleName::Keterangan, chart.caption.clone());
        let mut builder = self.builder();
        let below = builder.flow(room, &[Block::Paragraph(caption)]).height();
        chart.room = ChartRoom {
            width: room.width,
            height: self.page_height - below - CHART_SPARE,
            face: self.styles.base.1.face.unwrap_or_default(),
        };
    }

    fn table(&mut self, room: &Room, table: &mut Table) {
        self.tie_text(room, StyleName::Keterangan, &mut table.caption);
        let total = table.width.unwrap_or(room.width - table.left);
        let widths = self.columns(room, table, total);
        let spans: Vec<(usize, usize)> =
            place(table).iter().map(|c| (c.col, c.col + c.colspan)).collect();
        let pad = table.pad_x * 2.0;
        let in_cell = table.role == TableRole::Data || room.in_cell;
        let part = if table.role == TableRole::Data { SHORT_ROW } else { SHORT_LAYOUT };
        let mut spans = spans.into_iter();
        for row in &mut table.rows {
            let mut high = Pt::ZERO;
            for (cell, (from, to)) in row.cells.iter_mut().zip(spans.by_ref()) {
                let width: Pt = widths[from..to].iter().copied().sum();
                let width = (width - pad).max(Pt(1.0));
                let inside = Room { width, style: None, in_cell, ..*room };
                self.blocks(&inside, &mut cell.blocks);
                if row.splittable {
                    high = high.max(self.builder().flow(&inside, &cell.blocks).height());
                }
            }
            row.splittable &= high > self.page_height * part;
        }
        table.columns = widths.into_iter().map(ColumnWidth::Fixed).collect();
    }
}

/// The end of a block stays with the block below.
fn keep_next(block: &mut Block) {
    match block {
        Block::Paragraph(paragraph) => paragraph.props.keep_next = Some(true),
        Block::List(list) => {
            let end = list.items.last_mut().and_then(|item| item.blocks.last_mut());
            if let Some(end) = end {
                keep_next(end);
            }
        }
        // Of these, page breaking decides.
        _ => {}
    }
}
