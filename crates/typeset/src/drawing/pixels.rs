//! Pictures of what is drawn, for where no vectors can stand.

use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use skrifa::outline::OutlinePen;
use skrifa::{FontRef, GlyphId};
use tiny_skia::{
    Color, FillRule, IntSize, LineCap, Paint, PathBuilder, Pixmap, Rect, StrokeDash,
    Transform,
};

use crate::document::ImageData;
use crate::fonts::{FontBook, outline};
use crate::units::{Pt, Rgb};

use super::{Drawing, Mark, Path, ScaledPictures, TextItem};

/// Dots in an inch of a drawing: sharp on any office printer.
const DPI: f32 = 300.0;

/// Draws a drawing on white at 300 dots an inch. `None` for a drawing without a size.
pub fn png(drawing: &Drawing, book: &FontBook) -> Option<ImageData> {
    let mut canvas = Canvas::new(drawing.width, drawing.height, DPI)?;
    canvas.white();
    for mark in &drawing.marks {
        match mark {
            Mark::Path(path) => canvas.path(path),
            Mark::Text(text) => canvas.text(text, book),
        }
    }
    canvas.opaque()
}

/// A picture of this size on which nothing is, in the few bytes of one dot. `None` where none
/// could be drawn.
pub(crate) fn blank((width, height): (Pt, Pt), dpi: f32) -> Option<ImageData> {
    let size = IntSize::from_wh(dots(width, dpi), dots(height, dpi))?;
    let dot = Canvas::new(Pt(1.0), Pt(1.0), 72.0)?.transparent()?;
    Some(ImageData { width: size.width(), height: size.height(), ..dot })
}

/// How many dots a length takes.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn dots(length: Pt, dpi: f32) -> u32 {
    (length.0 * (dpi / 72.0)).ceil().max(0.0) as u32
}

/// Dots and the way from points to them.
pub(crate) struct Canvas {
    pixmap: Pixmap,
    place: Transform,
}

impl Canvas {
    /// Transparent dots; `None` without a width or a height.
    pub(crate) fn new(width: Pt, height: Pt, dpi: f32) -> Option<Self> {
        let scale = dpi / 72.0;
        let pixmap = Pixmap::new(dots(width, dpi), dots(height, dpi))?;
        Some(Self { pixmap, place: Transform::from_scale(scale, scale) })
    }

    /// Turned by half a turn about the middle of the paper.
    pub(crate) fn upturned(width: Pt, height: Pt, dpi: f32) -> Option<Self> {
        let Self { pixmap, place } = Self::new(width, height, dpi)?;
        let scale = place.sx;
        let (right, foot) = (width.0 * scale, height.0 * scale);
        let place = Transform::from_row(-scale, 0.0, 0.0, -scale, right, foot);
        Some(Self { pixmap, place })
    }

    /// Makes all dots white.
    pub(crate) fn white(&mut self) {
        self.pixmap.fill(Color::WHITE);
    }

    /// Draws with the paper turned around a point, clockwise by an angle of this cosine and sine; the
    /// point is then the origin.
    pub(crate) fn turned(
        &mut self,
        (x, y): (Pt, Pt),
        (cos, sin): (f32, f32),
        draw: impl FnOnce(&mut Self),
    ) {
        let before = self.place;
        self.place = before
            .pre_translate(x.0, y.0)
            .pre_concat(Transform::from_row(cos, sin, -sin, cos, 0.0, 0.0));
        draw(self);
        self.place = before;
    }

    /// Draws lines and areas.
    pub(crate) fn path(&mut self, path: &Path) {
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
        let Some(shape) = builder.finish() else { return };
        if let Some(fill) = path.fill {
            let paint = paint(fill);
            self.pixmap.fill_path(&shape, &paint, FillRule::Winding, self.place, None);
        }
        if let Some(stroke) = &path.stroke {
            let dashes = Some(&stroke.dashes).filter(|dashes| !dashes.is_empty());
            let look = tiny_skia::Stroke {
                width: stroke.width.0,
                line_cap: LineCap::Butt,
                dash: dashes.and_then(|dashes| StrokeDash::new(dashes.clone(), 0.0)),
                ..tiny_skia::Stroke::default()
            };
            let paint = paint(stroke.color);
            self.pixmap.stroke_path(&shape, &paint, &look, self.place, None);
        }
    }

    /// Draws text as outlines.
    pub(crate) fn text(&mut self, text: &TextItem, book: &FontBook) {
        if let Some(shape) = outlines(text, book) {
            let ink = paint(text.color);
            self.pixmap.fill_path(&shape, &ink, FillRule::Winding, self.place, None);
        }
    }

    /// Fills a rectangle: left, top, width, height.
    pub(crate) fn fill(&mut self, [x, y, w, h]: [Pt; 4], color: Rgb) {
        if let Some(rect) = Rect::from_xywh(x.0, y.0, w.0, h.0) {
            self.pixmap.fill_rect(rect, &paint(color), self.place, None);
        }
    }

    /// Draws a picture from its left top corner, as wide as it is told.
    pub(crate) fn picture(
        &mut self,
        [x, y, w, _]: [Pt; 4],
        data: &Arc<ImageData>,
        scaled: &mut ScaledPictures,
    ) {
        let place = self.place.pre_translate(x.0, y.0).pre_scale(w.0, w.0);
        scaled.draw(&mut self.pixmap.as_mut(), data, place);
    }

    /// The dots of a drawing on white, in which nothing is transparent: three bytes a dot say
    /// it all.
    pub(crate) fn opaque(&self) -> Option<ImageData> {
        let dots = self.pixmap.data().chunks_exact(4);
        let rgb: Vec<u8> = dots.flat_map(|dot| [dot[0], dot[1], dot[2]]).collect();
        self.encode(&rgb, ExtendedColorType::Rgb8)
    }

    /// The dots with what is behind them showing through.
    pub(crate) fn transparent(&self) -> Option<ImageData> {
        let mut rgba = self.pixmap.data().to_vec();
        for (dot, own) in rgba.chunks_exact_mut(4).zip(self.pixmap.pixels()) {
            // Most dots have no ink at all.
            if !matches!(own.alpha(), 0 | u8::MAX) {
                let own = own.demultiply();
                dot.copy_from_slice(&[own.red(), own.green(), own.blue(), own.alpha()]);
            }
        }
        self.encode(&rgba, ExtendedColorType::Rgba8)
    }

    fn encode(&self, dots: &[u8], color: ExtendedColorType) -> Option<ImageData> {
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let mut bytes = Vec::new();
        PngEncoder::new_with_quality(
            &mut bytes,
            CompressionType::Default,
            FilterType::Up,
        )
        .write_image(dots, width, height, color)
        .ok()?;
        // A paper may keep thousands of them.
        bytes.shrink_to_fit();
        Some(ImageData { png: true, bytes, width, height })
    }
}

fn paint(Rgb(red, green, blue): Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// Collects outlines.
struct PixelPen(PathBuilder);

impl OutlinePen for PixelPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to(ax, ay, bx, by, x, y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

fn outlines(text: &TextItem, book: &FontBook) -> Option<tiny_skia::Path> {
    let (bytes, index) = book.data(text.font);
    let face = FontRef::from_index(bytes, index).ok()?;
    let size = text.size.0;
    let mut left = text.x.0;
    let glyphs = text.glyphs.iter().map(|glyph| {
        let at = left + glyph.dx * size;
        left += glyph.advance * size;
        (GlyphId::new(glyph.id), at, glyph.dy * size)
    });
    let mut pen = PixelPen(PathBuilder::new());
    outline(&face, size, glyphs, text.y.0, &mut pen)?;
    pen.0.finish()
}
