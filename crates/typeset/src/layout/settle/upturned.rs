//! Blocks upside down: no word processor turns running text by half a turn, so both formats
//! get the same picture of it. It is decoration for a blind reader, and sharp on paper.

use std::sync::Arc;

use crate::document::{Align, Block, Image, ImageData};
use crate::drawing::Canvas;
use crate::fonts::FontBook;
use crate::layout::build::Room;
use crate::layout::page::ItemKind;
use crate::layout::strip::{as_artifacts, shift};
use crate::units::Pt;
use base::source::Span;

use super::Settler;

/// Dots in an inch.
const DPI: f32 = 240.0;

impl Settler<'_, '_, '_> {
    /// The settled blocks as a picture turned by half a turn; `None` when nothing can be seen.
    pub(super) fn upturned(&mut self, room: &Room, blocks: &[Block]) -> Option<Image> {
        let inside = Room { x: Pt::ZERO, artifact: true, ..*room };
        let flow = self.builder().flow(&inside, blocks);
        let mut items = Vec::new();
        let mut y = Pt::ZERO;
        for strip in as_artifacts(&flow.strips) {
            y += strip.gap;
            for mut item in strip.items {
                shift(&mut item, Pt::ZERO, y);
                items.push(item.kind);
            }
            y += strip.height;
        }
        let data = Arc::new(draw(&items, (room.width, y), self.shaper.book())?);
        let (width, align) = (room.width, Align::Center);
        let caption = Vec::new();
        Some(Image { data, width, align, alt: String::new(), caption, span: Span::None })
    }
}

/// Draws on nothing, so that what is behind the picture stays to be seen.
fn draw(
    items: &[ItemKind],
    (width, height): (Pt, Pt),
    book: &FontBook,
) -> Option<ImageData> {
    let mut canvas = Canvas::upturned(width, height, DPI)?;
    for item in items {
        match item {
            ItemKind::Text(text) => canvas.text(text, book),
            ItemKind::Fill { rect, color } => canvas.fill(*rect, *color),
            ItemKind::Image { rect, data } => canvas.picture(*rect, data),
            ItemKind::Line { .. }
            | ItemKind::Path(_)
            | ItemKind::Link { .. }
            | ItemKind::Watermark { .. } => {}
        }
    }
    canvas.transparent()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Rgb;

    #[test]
    fn what_stands_at_the_left_top_comes_to_the_right_foot() {
        let rect = [Pt(0.0), Pt(0.0), Pt(10.0), Pt(5.0)];
        let items = [ItemKind::Fill { rect, color: Rgb(0, 0, 0) }];
        let picture = draw(&items, (Pt(100.0), Pt(50.0)), &FontBook::new()).unwrap();
        let dots = image::load_from_memory(&picture.bytes).unwrap().to_rgba8();
        let (width, height) = dots.dimensions();
        assert_eq!(dots.get_pixel(width - 4, height - 4).0, [0, 0, 0, 255]);
        assert_eq!(dots.get_pixel(4, 4).0[3], 0, "nothing where it was");
    }
}
