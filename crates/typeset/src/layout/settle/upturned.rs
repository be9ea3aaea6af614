//! Blocks upside down: no word processor turns running text by half a turn, so both formats
//! get the same picture of it. It is decoration for a blind reader, and sharp on paper.

use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    FillRule, FilterQuality, IntSize, Paint, Path, PathBuilder, Pixmap, PixmapPaint,
    Rect, Transform,
};

use crate::document::{Align, Block, Image, ImageData};
use crate::fonts::FontBook;
use crate::layout::build::Room;
use crate::layout::page::{ItemKind, TextItem};
use crate::layout::strip::{as_artifacts, shift};
use crate::units::{Pt, Rgb};
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
    let scale = DPI / 72.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let dots = |length: Pt| (length.0 * scale).ceil().max(0.0) as u32;
    let mut pixmap = Pixmap::new(dots(width), dots(height))?;
    // Half a turn about the middle.
    let turn =
        Transform::from_row(-scale, 0.0, 0.0, -scale, width.0 * scale, height.0 * scale);
    for item in items {
        match item {
            ItemKind::Text(text) => {
                if let Some(path) = outlines(text, book) {
                    let ink = paint(text.color);
                    pixmap.fill_path(&path, &ink, FillRule::Winding, turn, None);
                }
            }
            ItemKind::Fill { rect: [x, y, w, h], color } => {
                if let Some(rect) = Rect::from_xywh(x.0, y.0, w.0, h.0) {
                    pixmap.fill_rect(rect, &paint(*color), turn, None);
                }
            }
            ItemKind::Image { rect: [x, y, w, _], data } => {
                if let Some(picture) = decoded(data) {
                    #[allow(clippy::cast_precision_loss)]
                    let zoom = w.0 / picture.width().max(1) as f32;
                    let place = turn.pre_translate(x.0, y.0).pre_scale(zoom, zoom);
                    let how = PixmapPaint {
                        quality: FilterQuality::Bicubic,
                        ..PixmapPaint::default()
                    };
                    pixmap.draw_pixmap(0, 0, picture.as_ref(), &how, place, None);
                }
            }
            ItemKind::Line { .. }
            | ItemKind::Path(_)
            | ItemKind::Link { .. }
            | ItemKind::Watermark { .. } => {}
        }
    }
    encoded(&pixmap)
}

fn encoded(pixmap: &Pixmap) -> Option<ImageData> {
    let rgba: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|dot| {
            let dot = dot.demultiply();
            [dot.red(), dot.green(), dot.blue(), dot.alpha()]
        })
        .collect();
    let (width, height) = (pixmap.width(), pixmap.height());
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Up)
        .write_image(&rgba, width, height, ExtendedColorType::Rgba8)
        .ok()?;
    Some(ImageData { png: true, bytes, width, height })
}

fn decoded(data: &ImageData) -> Option<Pixmap> {
    let picture = image::load_from_memory(&data.bytes).ok()?.to_rgba8();
    let size = IntSize::from_wh(picture.width(), picture.height())?;
    let mut bytes = picture.into_raw();
    for dot in bytes.chunks_exact_mut(4) {
        if let [red, green, blue, alpha] = dot {
            let color = tiny_skia::ColorU8::from_rgba(*red, *green, *blue, *alpha);
            let color = color.premultiply();
            (*red, *green, *blue) = (color.red(), color.green(), color.blue());
        }
    }
    Pixmap::from_vec(bytes, size)
}

fn paint(Rgb(red, green, blue): Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// Collects outlines, each glyph moved to its place; a face's y goes up.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (left, base) = (self.x, self.y);
        let (ax, ay, bx, by) = (left + ax, base - ay, left + bx, base - by);
        self.path.cubic_to(ax, ay, bx, by, left + x, base - y);
    }
    fn close(&mut self) {
        self.path.close();
    }
}

fn outlines(text: &TextItem, book: &FontBook) -> Option<Path> {
    let (bytes, index) = book.data(text.font);
    let face = FontRef::from_index(bytes, index).ok()?;
    let mut left = text.x.0;
    let mut pen = Pen { path: PathBuilder::new(), x: left, y: text.y.0 };
    for glyph in &text.glyphs {
        pen.x = left + glyph.dx * text.size.0;
        if let Some(outline) = face.outline_glyphs().get(GlyphId::new(glyph.id)) {
            let size = Size::new(text.size.0);
            let settings = DrawSettings::unhinted(size, LocationRef::default());
            outline.draw(settings, &mut pen).ok()?;
        }
        left += glyph.advance * text.size.0;
    }
    pen.path.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

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
