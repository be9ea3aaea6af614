//! Pictures on their own line.

use std::sync::Arc;

use crate::document::{Align, Image, ParaProps, StyleName, TextProps};
use crate::layout::build::{Room, StripBuilder};
use crate::layout::page::{Item, ItemKind, Tag};
use crate::layout::strip::{Strip, StripFlow, height};
use crate::units::Pt;

use super::paragraph::CAPTION_GAP;

impl StripBuilder<'_, '_> {
    pub(super) fn image(&mut self, room: &Room, image: &Image, flow: &mut StripFlow) {
        let node = if image.alt.is_empty() {
            None
        } else {
            self.node_in(room, Tag::Figure(image.alt.clone()))
        };
        let mut caption = Vec::new();
        if !image.caption.is_empty() {
            let props = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
            let style = StyleName::Keterangan;
            let look = self.look(room, style, &props, &TextProps::default());
            let tag = if node.is_some() { Tag::Caption } else { Tag::P };
            let inside = Room { node: node.unwrap_or(room.node), ..*room };
            let caption_node = self.node_in(&inside, tag);
            caption = self.text_strips(room, &look, caption_node, &image.caption);
        }
        if let Some(first) = caption.first_mut() {
            first.gap = CAPTION_GAP;
        }
        let strip = self.picture(room, image, node, height(&caption));
        flow.block(vec![strip], Pt::ZERO, Pt::ZERO, !caption.is_empty());
        flow.block(caption, Pt::ZERO, CAPTION_GAP, false);
    }

    fn picture(
        &mut self,
        room: &Room,
        image: &Image,
        node: Option<crate::layout::page::NodeId>,
        caption: Pt,
    ) -> Strip {
        let (width, high) = image_size(image, room.width, self.page_height - caption);
        let x = match image.align {
            Align::Right => room.x + room.width - width,
            Align::Center => room.x + (room.width - width) / 2.0,
            Align::Left | Align::Justify => room.x,
        };
        let rect = [x, Pt::ZERO, width, high];
        let kind = ItemKind::Image { rect, data: Arc::clone(&image.data) };
        Strip {
            height: high,
            baseline: Some(high),
            items: vec![Item { node, span: image.span, kind }],
            span: image.span,
            ..Strip::default()
        }
    }
}

/// Width and height of a picture, made smaller if it would not fit its room.
fn image_size(image: &Image, width: Pt, height: Pt) -> (Pt, Pt) {
    #[allow(clippy::cast_precision_loss)]
    let ratio = image.data.height.max(1) as f32 / image.data.width.max(1) as f32;
    let mut size = image.width.min(width).max(Pt(1.0));
    if height > Pt(1.0) && size * ratio > height {
        size = height / ratio;
    }
    (size, size * ratio)
}
