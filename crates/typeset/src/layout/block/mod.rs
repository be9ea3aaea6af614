//! Blocks: each kind becomes strips in its own way.

mod chart;
mod heading;
mod image;
mod list;
mod note;
mod paragraph;
mod toc;

pub(crate) use heading::title;

use crate::document::{Block, Rule, RuleKind};
use crate::units::Pt;

use super::build::{Room, StripBuilder};
use super::strip::{Strip, StripFlow, height, rule};

impl StripBuilder<'_, '_> {
    /// Adds blocks to a flow.
    pub(crate) fn blocks(&mut self, room: &Room, blocks: &[Block], flow: &mut StripFlow) {
        for block in blocks {
            self.block(room, block, flow);
        }
    }

    fn block(&mut self, room: &Room, block: &Block, flow: &mut StripFlow) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(room, paragraph, flow),
            Block::Heading(heading) => self.heading(room, heading, flow),
            Block::List(list) => self.list(room, list, flow),
            Block::Table(table) => self.table(room, table, flow),
            Block::Image(image) => self.image(room, image, flow),
            Block::Chart(chart) => self.chart(room, chart, flow),
            Block::Rule(rule) => rule_strip(room, *rule, flow),
            Block::Space(height) => {
                let strip = Strip { height: *height, empty: true, ..Strip::default() };
                flow.block(vec![strip], Pt::ZERO, Pt::ZERO, false);
            }
            Block::PageBreak => flow.page_break(),
            Block::Keep { blocks, with_previous } => {
                let first = flow.strips.len();
                let last_block = flow.last_block();
                self.blocks(room, blocks, flow);
                // A group that cannot stand on one page breaks where it comes to.
                if height(&flow.strips[first.min(flow.strips.len())..])
                    <= self.page_height
                {
                    flow.keep(first, last_block, *with_previous);
                }
            }
            // Settling has turned these into plain blocks; unsettled, they are set as they are.
            Block::FitLines(lines) => {
                for line in &lines.lines {
                    self.paragraph(room, line, flow);
                }
            }
            Block::Sheet(sheet) => {
                self.blocks(room, &sheet.head, flow);
                self.table(room, &sheet.table, flow);
                self.blocks(room, &sheet.foot, flow);
            }
            // A picture by now, or nothing that could be drawn.
            Block::Upturned(_) => {}
            Block::Toc(toc) => self.toc(room, toc, flow),
        }
    }
}

/// A line across the text.
fn rule_strip(room: &Room, line: Rule, flow: &mut StripFlow) {
    // Middles and thicknesses, and the height of the whole.
    let (lines, whole): (&[(f32, f32)], f32) = match line.kind {
        RuleKind::Thin | RuleKind::Dashed => (&[(0.25, 0.5)], 0.5),
        RuleKind::Thick => (&[(1.125, 2.25)], 2.25),
        RuleKind::ThickThin => (&[(0.875, 1.75), (2.75, 0.5)], 3.0),
    };
    let scale = line.width.map_or(1.0, |width| width.0 / whole);
    let lines: Vec<(f32, f32)> =
        lines.iter().map(|(at, width)| (at * scale, width * scale)).collect();
    let height = lines.iter().map(|(at, width)| at + width / 2.0).fold(0.0, f32::max);
    let items = lines
        .iter()
        .map(|&(at, width)| {
            let (from, to) = ((room.x, Pt(at)), (room.x + room.width, Pt(at)));
            rule(from, to, Pt(width), line.kind == RuleKind::Dashed)
        })
        .collect();
    let strip = Strip { height: Pt(height), items, ..Strip::default() };
    flow.block(vec![strip], line.before, line.after, false);
}
