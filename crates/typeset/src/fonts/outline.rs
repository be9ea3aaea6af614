//! The outlines of glyphs, each moved to its place on a page where y goes downwards.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Draws glyphs on the baseline `y`, each from its own left end and raised by its own height. `None` when an outline is
/// broken; a glyph without one (a blank) draws nothing.
pub(crate) fn outline(
    face: &FontRef<'_>,
    size: f32,
    glyphs: impl IntoIterator<Item = (GlyphId, f32, f32)>,
    y: f32,
    pen: &mut impl OutlinePen,
) -> Option<()> {
    for (glyph, x, up) in glyphs {
        if let Some(outline) = face.outline_glyphs().get(glyph) {
            let settings =
                DrawSettings::unhinted(Size::new(size), LocationRef::default());
            outline.draw(settings, &mut Moved { pen: &mut *pen, x, y: y - up }).ok()?;
        }
    }
    Some(())
}

/// Passes on what a face draws, moved; a face's y goes upwards.
struct Moved<'p, P> {
    pen: &'p mut P,
    x: f32,
    y: f32,
}

impl<P> Moved<'_, P> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x, self.y - y)
    }
}

impl<P: OutlinePen> OutlinePen for Moved<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.line_to(x, y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.at(cx, cy), self.at(x, y));
        self.pen.quad_to(cx, cy, x, y);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let ((ax, ay), (bx, by)) = (self.at(ax, ay), self.at(bx, by));
        let (x, y) = self.at(x, y);
        self.pen.curve_to(ax, ay, bx, by, x, y);
    }
    fn close(&mut self) {
        self.pen.close();
    }
}
