//! The word across the page ("CONTOH", "DRAF"): outlines, so that it is no text of the paper.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Transform};
use krilla::paint::Fill;
use krilla::surface::Surface;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::OutlinePen;
use skrifa::{FontRef, MetadataProvider};

use crate::fonts::outline;
use crate::layout::page::Page;

use super::text::hundredths;

/// So pale that text above it stays readable in print.
const GREY: u8 = 236;
/// How much of the diagonal a long word takes.
const LENGTH: f32 = 0.72;
/// The largest size, as a share of the page's width, for short words.
const SIZE: f32 = 0.3;

/// Collects outlines into a path.
struct PathPen(PathBuilder);

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(hundredths(x), hundredths(y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(hundredths(x), hundredths(y));
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(hundredths(cx), hundredths(cy), hundredths(x), hundredths(y));
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let [ax, ay, bx, by, x, y] = [ax, ay, bx, by, x, y].map(hundredths);
        self.0.cubic_to(ax, ay, bx, by, x, y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

/// Draws a word along the page's diagonal, from the lower left to the upper right.
pub(super) fn draw(
    surface: &mut Surface,
    page: &Page,
    word: &str,
    (face, index): (&[u8], u32),
) {
    let face = FontRef::from_index(face, index).ok();
    let Some(path) = face.and_then(|face| shape(&face, word, page)) else {
        return;
    };
    let (width, height) = (page.width.0, page.height.0);
    let (_, cos, sin) = page.diagonal();
    let turned = Transform::from_row(cos, -sin, sin, cos, 0.0, 0.0);
    surface.push_transform(&Transform::from_translate(width / 2.0, height / 2.0));
    surface.push_transform(&turned);
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(GREY, GREY, GREY).into(),
        ..Fill::default()
    }));
    surface.draw_path(&path);
    surface.pop();
    surface.pop();
}

/// The word around the origin, as large as the page allows.
fn shape(face: &FontRef, word: &str, page: &Page) -> Option<Path> {
    let location = LocationRef::default();
    let metrics = face.metrics(Size::new(1.0), location);
    let widths = face.glyph_metrics(Size::new(1.0), location);
    let glyphs: Vec<_> = word.chars().filter_map(|c| face.charmap().map(c)).collect();
    let em_width: f32 = glyphs.iter().filter_map(|&g| widths.advance_width(g)).sum();
    if em_width <= 0.0 {
        return None;
    }
    let size = (page.diagonal().0 * LENGTH / em_width).min(page.width.0 * SIZE);
    let cap = metrics.cap_height.unwrap_or(0.7) * size;
    let mut x = -em_width * size / 2.0;
    let placed = glyphs.into_iter().map(|glyph| {
        let at = x;
        x += widths.advance_width(glyph).unwrap_or(0.0) * size;
        (glyph, at, 0.0)
    });
    let mut pen = PathPen(PathBuilder::new());
    outline(face, size, placed, cap / 2.0, &mut pen)?;
    pen.0.finish()
}
