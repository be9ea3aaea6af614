//! Lowering: from blocks to the parts of a package.

mod build;
mod direction;
mod flow;
mod image;
mod inline;
mod join;
mod list;
mod paragraph;
mod parts;
mod section;
mod state;
mod table;
mod toc;

use crate::document::Block;

use flow::{BlockFlow, BlockPlace};
use state::Lowering;

pub(super) use parts::parts;

impl<'a> Lowering<'a> {
    /// Blocks one after the other.
    fn blocks(
        &mut self,
        blocks: &'a [Block],
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        for block in blocks {
            self.block(block, flow, place);
        }
    }

    fn block(&mut self, block: &'a Block, flow: &mut BlockFlow<'_>, place: &BlockPlace) {
        match block {
            Block::Paragraph(paragraph) => {
                let mut par = self.paragraph(paragraph, place);
                if place.list.is_some() {
                    list::indent(&mut par.props, place);
                }
                flow.add_paragraph(par);
            }
            Block::Heading(heading) => self.heading(heading, flow),
            Block::List(list) => self.list(list, flow, place),
            Block::Table(table) => self.table(table, flow, place),
            Block::Image(image) => self.image(image, flow, place),
            Block::Chart(chart) => self.chart(chart, flow, place),
            Block::Rule(rule) => Self::rule(*rule, flow),
            Block::Space(room) => flow.add_space(*room),
            Block::PageBreak => flow.add_page_break(),
            Block::Keep { blocks, with_previous } => {
                let start = flow.items.len();
                self.blocks(blocks, flow, place);
                join::join_lines(&mut flow.items, start);
                flow.keep(start, *with_previous > 0);
            }
            Block::FitLines(lines) => {
                for line in &lines.lines {
                    let par = self.paragraph(line, place);
                    flow.add_paragraph(par);
                }
            }
            // A picture by now, or nothing that could be drawn.
            Block::Upturned(_) => {}
            Block::Toc(toc) => self.toc(toc, flow, place),
            Block::Sheet(sheet) => {
                self.blocks(&sheet.head, flow, place);
                self.table(&sheet.table, flow, place);
                self.blocks(&sheet.foot, flow, place);
            }
        }
    }
}
