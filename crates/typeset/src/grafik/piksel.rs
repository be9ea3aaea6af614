//! The picture of a drawing, for formats without vectors: sharp on any office printer.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    Color, FillRule, LineCap, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash,
    Transform,
};

use crate::document::ImageData;
use crate::fonts::FontBook;
use crate::units::Rgb;

use super::lukisan::{Bentuk, Goresan, Jalur, Lukisan, Teks};

/// Dots in an inch.
const DPI: f32 = 300.0;

/// Draws a drawing on white at 300 dots an inch. `None` for a drawing without a size.
pub fn png(lukisan: &Lukisan, book: &FontBook) -> Option<ImageData> {
    let scale = DPI / 72.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let dots = |points: f32| (points * scale).ceil().max(0.0) as u32;
    let (width, height) = (dots(lukisan.lebar), dots(lukisan.tinggi));
    let mut pixmap = Pixmap::new(width, height)?;
    pixmap.fill(Color::WHITE);
    let zoom = Transform::from_scale(scale, scale);
    for bentuk in &lukisan.bentuk {
        match bentuk {
            Bentuk::Jalur(jalur) => draw(&mut pixmap, jalur, zoom),
            Bentuk::Teks(teks) => {
                if let Some(path) = outlines(teks, book) {
                    let paint = paint(teks.warna);
                    pixmap.fill_path(&path, &paint, FillRule::Winding, zoom, None);
                }
            }
        }
    }
    // Nothing is transparent: three bytes a dot say it all.
    let rgb: Vec<u8> =
        pixmap.data().chunks_exact(4).flat_map(|dot| [dot[0], dot[1], dot[2]]).collect();
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Up)
        .write_image(&rgb, width, height, ExtendedColorType::Rgb8)
        .ok()?;
    Some(ImageData { png: true, bytes, width, height })
}

fn paint(Rgb(red, green, blue): Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn draw(pixmap: &mut Pixmap, jalur: &Jalur, zoom: Transform) {
    let mut path = PathBuilder::new();
    for part in &jalur.bagian {
        for (index, (x, y)) in part.iter().enumerate() {
            if index == 0 {
                path.move_to(*x, *y);
            } else {
                path.line_to(*x, *y);
            }
        }
        if jalur.tutup {
            path.close();
        }
    }
    let Some(path) = path.finish() else { return };
    if let Some(isi) = jalur.isi {
        pixmap.fill_path(&path, &paint(isi), FillRule::Winding, zoom, None);
    }
    if let Some(Goresan { tebal, warna, putus }) = &jalur.garis {
        let dash = (!putus.is_empty()).then(|| StrokeDash::new(putus.clone(), 0.0));
        let stroke = Stroke {
            width: *tebal,
            line_cap: LineCap::Butt,
            dash: dash.flatten(),
            ..Stroke::default()
        };
        pixmap.stroke_path(&path, &paint(*warna), &stroke, zoom, None);
    }
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
        self.path.cubic_to(
            left + ax,
            base - ay,
            left + bx,
            base - by,
            left + x,
            base - y,
        );
    }
    fn close(&mut self) {
        self.path.close();
    }
}

fn outlines(teks: &Teks, book: &FontBook) -> Option<Path> {
    let (bytes, index) = book.data(teks.font);
    let face = FontRef::from_index(bytes, index).ok()?;
    let mut pen = Pen { path: PathBuilder::new(), x: teks.x, y: teks.y };
    for glif in &teks.glif {
        if let Some(outline) = face.outline_glyphs().get(GlyphId::new(glif.id)) {
            let size = Size::new(teks.ukuran);
            let settings = DrawSettings::unhinted(size, LocationRef::default());
            outline.draw(settings, &mut pen).ok()?;
        }
        pen.x += glif.lebar * teks.ukuran;
    }
    pen.path.finish()
}
