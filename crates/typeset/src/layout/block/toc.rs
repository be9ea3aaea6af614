//! The daftar isi: a line for each heading, with its page at the right.

use crate::document::{
    Align, Inline, LinkTarget, ParaProps, StyleName, TextProps, TextStyle, Toc,
};
use crate::layout::build::{BLACK, Room, StripBuilder};
use crate::layout::inline::{Frame, dots, plain};
use crate::layout::page::{ItemKind, NodeId, Tag};
use crate::layout::strip::{Strip, StripFlow, StripHold};
use crate::units::Pt;
use base::written::Trail;

/// Indent of each level under the one above.
const LEVEL: Pt = Pt::mm(7.5);

/// Kept free at the right for the page's number; text wraps before it.
const NUMBER: Pt = Pt::mm(12.0);

impl StripBuilder<'_, '_> {
    pub(super) fn toc(&mut self, room: &Room, toc: &Toc, flow: &mut StripFlow) {
        let Some(parent) = self.node_in(room, Tag::Toc) else { return };
        for (id, level, title, page) in self.known.toc.clone() {
            if level <= toc.depth {
                let toci = self.node(parent, Tag::Toci);
                self.toc_line(room, toci, &id, level, title, &page, flow);
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn toc_line(
        &mut self,
        room: &Room,
        toci: NodeId,
        id: &str,
        level: u8,
        (title, trail): (String, Trail),
        page: &str,
        flow: &mut StripFlow,
    ) {
        let style = StyleName::toc(level);
        let mut look =
            self.look(room, style, &ParaProps::default(), &TextProps::default());
        if look.para.left.is_none_or(|left| left == Pt::ZERO) {
            look.para.left = Some(LEVEL * f32::from(level.saturating_sub(1)));
        }
        look.para.align = Some(Align::Left);
        let right = look.para.right.unwrap_or_default();
        look.para.right = Some(right + NUMBER);
        look.para.tabs = None;
        let target = LinkTarget::Heading(id.to_owned());
        let title = Inline::Text { text: title, style: TextStyle::default(), trail };
        let link = Inline::Link { target, inlines: vec![title] };
        let frame = Frame::new(room.x, room.width, &look);
        let mut lines = self.text_lines(room, &look, Some(toci), &[link], &frame);
        let node =
            self.tree.get(toci.0 as usize).and_then(|n| n.children.first()).copied();
        if let Some(line) = lines.last_mut() {
            let font = self.font(&look.text, false, false);
            let color = look.text.color.unwrap_or(BLACK);
            let edge = room.x + room.width - right;
            let width = look.size * self.shaper.word(font, page).width;
            let y = line.baseline;
            let leader = (line.end, edge - width, y);
            let dots = dots(self, font, look.size, color, leader);
            let at = (edge - width, y);
            let (number, _) = plain(self, page, font, look.size, color, at, node);
            line.items.extend(dots);
            line.items.extend(number);
            // The whole line can be clicked, as its number can.
            for item in &mut line.items {
                if let ItemKind::Link { rect, .. } = &mut item.kind {
                    rect[2] = edge - rect[0];
                }
            }
        }
        let mut strips: Vec<Strip> =
            lines.into_iter().map(crate::layout::inline::SetLine::strip).collect();
        for strip in strips.iter_mut().skip(1) {
            strip.hold = StripHold::Lines;
        }
        let (before, after) =
            (look.para.before.unwrap_or_default(), look.para.after.unwrap_or_default());
        flow.block(strips, before, after, false);
    }
}
