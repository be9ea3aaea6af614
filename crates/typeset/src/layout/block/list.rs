//! Lists: markers hang left of the text.

use crate::document::{List, ListMarker, ParaProps, TextProps};
use crate::layout::build::{BLACK, Room, StripBuilder};
use crate::layout::inline::plain;
use crate::layout::page::Tag;
use crate::layout::strip::StripFlow;
use crate::units::Pt;

/// Text indent of a level.
const INDENT: Pt = Pt::mm(7.5);

/// Between a marker and its text at least.
const GAP: Pt = Pt(4.0);

impl StripBuilder<'_, '_> {
    pub(super) fn list(&mut self, room: &Room, list: &List, flow: &mut StripFlow) {
        let room = &room.indent(list.left());
        let indent = self.list_indent(room, list);
        let look =
            self.look(room, list.style, &ParaProps::default(), &TextProps::default());
        let font = self.font(&look.text, false, false);
        let color = look.text.color.unwrap_or(BLACK);
        let parent = self.node_in(room, Tag::L(list.marker != ListMarker::Bullet));
        let last = list.items.len().saturating_sub(1);
        for (at, item) in list.items.iter().enumerate() {
            let n =
                list.start.max(1).saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            let node = parent.unwrap_or(room.node);
            let inside = Room { node, style: Some(list.style), ..room.indent(indent) };
            let li = self.node_in(&inside, Tag::Li).unwrap_or(node);
            let label = self.node_in(&Room { node: li, ..inside }, Tag::Lbl);
            let body = Room { node: li, ..inside };
            let body =
                Room { node: self.node_in(&body, Tag::LBody).unwrap_or(li), ..body };
            let mut own = self.flow(&body, &item.blocks);
            if list.tight {
                own.no_room_above();
                // What follows the list stands off from it.
                if at < last {
                    own.no_room_below();
                }
            }
            // A marker's baseline is that of the item's first line, however it is set.
            if let Some(strip) = own.strips.first_mut() {
                let y = strip.baseline.unwrap_or(strip.height);
                let text = list.marker.text(n);
                let at = (room.x, y);
                let (mut items, _) =
                    plain(self, &text, font, look.size, color, at, label);
                if let Some(parts) = &mut strip.parts {
                    parts.extra.append(&mut items);
                } else {
                    items.append(&mut strip.items);
                    strip.items = items;
                }
            }
            flow.append(own);
        }
    }

    /// How far the text of a list is indented.
    pub(crate) fn list_indent(&mut self, room: &Room, list: &List) -> Pt {
        if let Some(settled) = list.indent {
            return settled;
        }
        let look =
            self.look(room, list.style, &ParaProps::default(), &TextProps::default());
        let font = self.font(&look.text, false, false);
        let end = list.start.max(1) + u32::try_from(list.items.len()).unwrap_or(0);
        let widest = [list.start.max(1), end.saturating_sub(1), (end / 2).max(1)]
            .into_iter()
            .map(|n| self.shaper.word(font, &list.marker.text(n)).width)
            .fold(0.0, f32::max);
        let least = if room.in_cell { Pt::ZERO } else { INDENT };
        least.max(look.size * widest + GAP)
    }
}
