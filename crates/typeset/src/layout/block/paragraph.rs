//! Paragraphs.

use crate::document::{Inline, Paragraph};
use crate::layout::build::{ParagraphLook, Room, StripBuilder};
use crate::layout::inline::{Frame, SetLine, Torn, lines, prepare};
use crate::layout::page::{NodeId, Tag};
use crate::layout::strip::{Strip, StripFlow, StripHold};
use crate::problem::LayoutProblem;
use crate::units::Pt;

impl StripBuilder<'_, '_> {
    pub(super) fn paragraph(
        &mut self,
        room: &Room,
        para: &Paragraph,
        flow: &mut StripFlow,
    ) {
        let look = self.look(room, para.style, &para.props, &para.text);
        // An empty paragraph is only room; a screen reader would stop at it for nothing.
        let node =
            (!para.inlines.is_empty()).then(|| self.node_in(room, Tag::P)).flatten();
        let strips = self.text_strips(room, &look, node, &para.inlines);
        let (before, after) =
            (look.para.before.unwrap_or_default(), look.para.after.unwrap_or_default());
        flow.block(strips, before, after, look.para.keep_next == Some(true));
    }

    /// The lines of a paragraph, holding together as its look says.
    pub(crate) fn text_strips(
        &mut self,
        room: &Room,
        look: &ParagraphLook,
        node: Option<NodeId>,
        inlines: &[Inline],
    ) -> Vec<Strip> {
        let frame = Frame::new(room.x, room.width, look);
        let mut strips: Vec<Strip> = self
            .text_lines(room, look, node, inlines, &frame)
            .into_iter()
            .map(SetLine::strip)
            .collect();
        hold_lines(&mut strips, look.para.keep_lines == Some(true));
        strips
    }

    /// The set lines of a paragraph.
    pub(super) fn text_lines(
        &mut self,
        room: &Room,
        look: &ParagraphLook,
        node: Option<NodeId>,
        inlines: &[Inline],
        frame: &Frame,
    ) -> Vec<SetLine> {
        let mut prepared = prepare(self, room, look, node, inlines);
        let cuts = lines(&mut prepared, frame);
        for Torn { word, span } in std::mem::take(&mut prepared.torn) {
            self.problem(span, LayoutProblem::torn_word(&word));
        }
        cuts.iter().map(|cut| SetLine::set(self, &prepared, cut, frame, look)).collect()
    }
}

/// Lines of one paragraph: no single line at the foot or the top of a page.
fn hold_lines(strips: &mut [Strip], all: bool) {
    let count = strips.len();
    for (i, strip) in strips.iter_mut().enumerate().skip(1) {
        if all {
            strip.hold = StripHold::Group;
        } else if i == 1 || i + 1 == count {
            strip.hold = StripHold::Lines;
        }
    }
}

/// Room below the last line that a back end needs for nothing but looks.
pub(super) const CAPTION_GAP: Pt = Pt(4.0);
