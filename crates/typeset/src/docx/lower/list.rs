//! Lists become numbered paragraphs of a real Word list.

use crate::document::{
    Block, LIST_INDENT, List, ListItem, ListMarker, ParaProps, StyleName,
};
use crate::docx::numbering::{self, LEVELS, Step, Steps};
use crate::units::Pt;

use super::flow::{BlockFlow, BlockPlace, FlowItem, Par};
use super::state::Lowering;

/// Where a list stands among the lists around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    /// The Word list of the list around.
    number: usize,
    steps: Steps,
    depth: usize,
}

impl<'a> Lowering<'a> {
    /// A list that stands in no other.
    pub(super) fn list(
        &mut self,
        list: &'a List,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let depth = usize::from(list.level).min(LEVELS - 1);
        let outer = Step { marker: ListMarker::Bullet, room: LIST_INDENT };
        let mut given = vec![outer; depth];
        first_steps(list, place.cell, &mut given);
        let steps = numbering::steps(&given, place.cell);
        let number = self.numbering.add(steps, depth, list.start.max(1));
        self.items(list, Level { number, steps, depth }, flow, place);
    }

    /// A list in an item of another. It goes on in the same Word list where that numbers it
    /// right, so that indenting an item in Word finds the level; else it is a list of its own.
    fn inner_list(
        &mut self,
        list: &'a List,
        around: Level,
        first: bool,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let level = (around.depth + 1).min(LEVELS - 1);
        let mut at = Level { depth: level, ..around };
        let fits = around.steps.get(level) == Some(&step(list, place.cell));
        if !(fits && first && list.start <= 1) {
            let mut given: Vec<Step> = around.steps.iter().take(level).copied().collect();
            first_steps(list, place.cell, &mut given);
            at.steps = numbering::steps(&given, place.cell);
            at.number = self.numbering.add(at.steps, level, list.start.max(1));
        }
        self.items(list, at, flow, place);
    }

    fn items(
        &mut self,
        list: &'a List,
        at: Level,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let left = numbering::text_left(at.depth, &at.steps);
        let width = place.width + place.list.unwrap_or_default() - left;
        let inside = BlockPlace { list: Some(left), width, ..*place };
        let last = list.items.len().saturating_sub(1);
        for (index, item) in list.items.iter().enumerate() {
            let start = flow.items.len();
            self.item(item, list, at, flow, &inside);
            // What follows the list stands off from it.
            if list.tight && index < last {
                for item in flow.items.iter_mut().skip(start) {
                    if let FlowItem::Paragraph(par) = item
                        && par.exact.is_none()
                    {
                        par.contextual = true;
                    }
                }
            }
        }
    }

    fn item(
        &mut self,
        item: &'a ListItem,
        list: &'a List,
        at: Level,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let mut blocks = item.blocks.iter();
        let mut par = match item.blocks.first() {
            Some(Block::Paragraph(first)) => {
                blocks.next();
                self.styled_paragraph(first, item_style(first.style, list.style), place)
            }
            _ => Par::new(item_style(StyleName::Isi, list.style)),
        };
        par.number = Some((at.number, at.depth));
        // The list's own indents hold.
        (par.props.left, par.props.first_line) = (None, None);
        flow.add_paragraph(par);
        let mut first_inner = true;
        for block in blocks {
            match block {
                Block::List(inner) => {
                    self.inner_list(inner, at, first_inner, flow, place);
                    first_inner = false;
                }
                Block::Paragraph(more) => {
                    let style = item_style(more.style, list.style);
                    let mut par = self.styled_paragraph(more, style, place);
                    indent(&mut par.props, place);
                    flow.add_paragraph(par);
                }
                other => self.block(other, flow, place),
            }
        }
    }
}

/// Text under an item's first paragraph stands where that one's text stands.
pub(super) fn indent(props: &mut ParaProps, place: &BlockPlace) {
    if let Some(left) = place.list {
        props.left = Some(left + props.left.unwrap_or_default());
        props.first_line = Some(Pt::ZERO);
    }
}

/// A paragraph that only has the default style takes the list's.
fn item_style(own: StyleName, list: StyleName) -> StyleName {
    match (own, list) {
        (StyleName::Isi, StyleName::Isi) => StyleName::Butir,
        (StyleName::Isi, list) => list,
        (own, _) => own,
    }
}

fn step(list: &List, cell: bool) -> Step {
    let room = list.indent.unwrap_or_else(|| numbering::usual_room(cell));
    Step { marker: list.marker, room }
}

/// The level of a list and of the first list inside it, and so on.
fn first_steps(list: &List, cell: bool, out: &mut Vec<Step>) {
    out.push(step(list, cell));
    let inner = list.items.iter().flat_map(|item| &item.blocks).find_map(|b| match b {
        Block::List(inner) => Some(inner),
        _ => None,
    });
    if let Some(inner) = inner {
        first_steps(inner, cell, out);
    }
}
