//! Lines that must not wrap: all shrink by one factor.

use crate::document::{FitLines, Inline, Paragraph};
use crate::layout::build::Room;
use crate::units::Pt;

use super::Settler;
use super::measure;

impl Settler<'_, '_, '_> {
    /// The lines with sizes that fit the room. Sizes are whole half points, the only ones a
    /// DOCX knows.
    pub(super) fn fit_lines(&mut self, room: &Room, fit: FitLines) -> Vec<Paragraph> {
        let mut scale: f32 = 1.0;
        let mut builder = self.builder();
        for line in &fit.lines {
            let widths = measure::paragraph(&mut builder, room, line);
            if widths.wanted > room.width {
                scale = scale.min(room.width.0 / widths.wanted.0);
            }
        }
        let scale = scale.max(fit.min_scale.clamp(0.1, 1.0));
        let mut lines = fit.lines;
        if scale < 1.0 {
            for line in &mut lines {
                let look = builder.look(room, line.style, &line.props, &line.text);
                line.text.size = Some(half_points(look.size * scale));
                shrink(&mut line.inlines, scale);
            }
        }
        lines
    }
}

fn shrink(inlines: &mut [Inline], scale: f32) {
    for inline in inlines {
        match inline {
            Inline::Text { style, .. } | Inline::Field { style, .. } => {
                style.size = style.size.map(|size| half_points(size * scale));
            }
            Inline::Link { inlines, .. } => shrink(inlines, scale),
            Inline::Break | Inline::Tab | Inline::Footnote { .. } => {}
        }
    }
}

/// The next smaller whole half point.
fn half_points(size: Pt) -> Pt {
    Pt(((size.0 * 2.0 + 0.001).floor() / 2.0).max(1.0))
}
