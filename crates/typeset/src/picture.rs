//! A laid out page as a picture, to be looked at on a screen before anything is written.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    Color, FillRule, FilterQuality, IntSize, Paint, PathBuilder, Pixmap, PixmapPaint,
    Rect, Stroke, StrokeDash, Transform,
};

use crate::document::ImageData;
use crate::fonts::FontBook;
use crate::grafik::{Pen, encoded};
use crate::layout::page::{ItemKind, Page, Path, TextItem};
use crate::units::{Pt, Rgb};

/// Pale enough that text above it stays readable, as in the PDF.
const GREY: Rgb = Rgb(236, 236, 236);
/// How much of the diagonal the word across the page takes.
const LENGTH: f32 = 0.72;
/// Its largest size, as a share of the page's width.
const SIZE: f32 = 0.3;
/// The longest side of a picture, in dots.
const LARGEST: f32 = 10_000.0;

/// Draws a page on white. `None` for a page without a size or one of more dots than a screen
/// can use.
pub fn page(page: &Page, book: &FontBook, dpi: f32) -> Option<ImageData> {
    let scale = dpi / 72.0;
    let (width, height) = (page.width.0 * scale, page.height.0 * scale);
    if !(1.0..=LARGEST).contains(&width) || !(1.0..=LARGEST).contains(&height) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut pixmap = Pixmap::new(width.ceil() as u32, height.ceil() as u32)?;
    pixmap.fill(Color::WHITE);
    let mut canvas = Canvas { pixmap, book, zoom: Transform::from_scale(scale, scale) };
    // The word across the page lies below everything, wherever layout names it.
    for item in &page.items {
        if let ItemKind::Watermark { text, font } = &item.kind {
            canvas.watermark(page, text, book.data(*font));
        }
    }
    for item in &page.items {
        canvas.item(&item.kind);
    }
    encoded(&canvas.pixmap)
}

struct Canvas<'a> {
    pixmap: Pixmap,
    book: &'a FontBook,
    zoom: Transform,
}

impl Canvas<'_> {
    fn item(&mut self, item: &ItemKind) {
        match item {
            ItemKind::Text(text) => self.text(text),
            ItemKind::Fill { rect: [x, y, width, height], color } => {
                if let Some(rect) = Rect::from_xywh(x.0, y.0, width.0, height.0) {
                    self.pixmap.fill_rect(rect, &paint(*color), self.zoom, None);
                }
            }
            ItemKind::Line { from, to, width, color, dashed } => {
                let mut path = PathBuilder::new();
                path.move_to(from.0.0, from.1.0);
                path.line_to(to.0.0, to.1.0);
                let dashes = if *dashed { vec![3.0, 2.0] } else { Vec::new() };
                self.stroke(path, *width, *color, &dashes);
            }
            ItemKind::Image { rect, data } => self.image(*rect, data),
            ItemKind::Path(path) => self.path(path),
            ItemKind::Link { .. } | ItemKind::Watermark { .. } => {}
        }
    }

    fn text(&mut self, text: &TextItem) {
        let (bytes, index) = self.book.data(text.font);
        let Ok(face) = FontRef::from_index(bytes, index) else { return };
        let mut pen = Pen { path: PathBuilder::new(), x: text.x.0, y: text.y.0 };
        let size = text.size.0;
        for glyph in &text.glyphs {
            let left = pen.x;
            pen.x += glyph.dx * size;
            draw(&face, GlyphId::new(glyph.id), size, &mut pen);
            pen.x = left + glyph.advance * size;
        }
        self.fill(pen.path, text.color, self.zoom);
    }

    fn path(&mut self, path: &Path) {
        let mut builder = PathBuilder::new();
        for part in &path.parts {
            for (index, (x, y)) in part.iter().enumerate() {
                if index == 0 {
                    builder.move_to(x.0, y.0);
                } else {
                    builder.line_to(x.0, y.0);
                }
            }
            if path.closed {
                builder.close();
            }
        }
        if let Some(color) = path.fill {
            self.fill(builder.clone(), color, self.zoom);
        }
        if let Some(stroke) = &path.stroke {
            self.stroke(builder, stroke.width, stroke.color, &stroke.dashes);
        }
    }

    fn image(&mut self, [x, y, width, height]: [Pt; 4], data: &ImageData) {
        let Some(picture) = decoded(data) else { return };
        #[allow(clippy::cast_precision_loss)]
        let (across, down) = (
            width.0 / picture.width().max(1) as f32,
            height.0 / picture.height().max(1) as f32,
        );
        let place = self.zoom.pre_translate(x.0, y.0).pre_scale(across, down);
        let paint =
            PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        self.pixmap.draw_pixmap(0, 0, picture.as_ref(), &paint, place, None);
    }

    /// A word along the page's diagonal, from the lower left to the upper right.
    fn watermark(&mut self, page: &Page, word: &str, (bytes, index): (&[u8], u32)) {
        let Ok(face) = FontRef::from_index(bytes, index) else { return };
        let location = LocationRef::default();
        let widths = face.glyph_metrics(Size::new(1.0), location);
        let glyphs: Vec<_> = word.chars().filter_map(|c| face.charmap().map(c)).collect();
        let ems: f32 = glyphs.iter().filter_map(|g| widths.advance_width(*g)).sum();
        if ems <= 0.0 {
            return;
        }
        let (width, height) = (page.width.0, page.height.0);
        let size = (width.hypot(height) * LENGTH / ems).min(width * SIZE);
        let cap = face.metrics(Size::new(1.0), location).cap_height.unwrap_or(0.7) * size;
        let mut pen =
            Pen { path: PathBuilder::new(), x: -ems * size / 2.0, y: cap / 2.0 };
        for glyph in glyphs {
            draw(&face, glyph, size, &mut pen);
            pen.x += widths.advance_width(glyph).unwrap_or(0.0) * size;
        }
        let turned = Transform::from_rotate(-height.atan2(width).to_degrees());
        let middle = self.zoom.pre_translate(width / 2.0, height / 2.0);
        self.fill(pen.path, GREY, middle.pre_concat(turned));
    }

    fn fill(&mut self, path: PathBuilder, color: Rgb, place: Transform) {
        if let Some(path) = path.finish() {
            self.pixmap.fill_path(&path, &paint(color), FillRule::Winding, place, None);
        }
    }

    fn stroke(&mut self, path: PathBuilder, width: Pt, color: Rgb, dashes: &[f32]) {
        let Some(path) = path.finish() else { return };
        let dash = (!dashes.is_empty()).then(|| StrokeDash::new(dashes.to_vec(), 0.0));
        let stroke = Stroke { width: width.0, dash: dash.flatten(), ..Stroke::default() };
        self.pixmap.stroke_path(&path, &paint(color), &stroke, self.zoom, None);
    }
}

fn draw(face: &FontRef, glyph: GlyphId, size: f32, pen: &mut Pen) {
    if let Some(outline) = face.outline_glyphs().get(glyph) {
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        // A glyph that cannot be drawn leaves a blank; the PDF writer tells of it.
        let _ = outline.draw(settings, pen);
    }
}

fn paint(Rgb(red, green, blue): Rgb) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// The dots of a picture, colours multiplied by their opacity.
fn decoded(data: &ImageData) -> Option<Pixmap> {
    let rgba = image::load_from_memory(&data.bytes).ok()?.to_rgba8();
    let size = IntSize::from_wh(rgba.width(), rgba.height())?;
    let mut bytes = rgba.into_raw();
    for dot in bytes.chunks_exact_mut(4) {
        let opacity = u16::from(dot[3]);
        for part in &mut dot[..3] {
            *part = u8::try_from(u16::from(*part) * opacity / 255).unwrap_or(u8::MAX);
        }
    }
    Pixmap::from_vec(bytes, size)
}
