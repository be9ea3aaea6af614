//! Lines and areas of charts.

use krilla::color::rgb;
use krilla::geom::PathBuilder;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;

use crate::layout::page::Path;
use crate::units::Rgb;

use super::text::hundredths;

/// Draws a path and leaves neither fill nor stroke behind.
pub(super) fn draw(surface: &mut Surface, path: &Path) {
    let mut builder = PathBuilder::new();
    for part in &path.parts {
        for (index, (x, y)) in part.iter().enumerate() {
            let (x, y) = (hundredths(x.0), hundredths(y.0));
            if index == 0 {
                builder.move_to(x, y);
            } else {
                builder.line_to(x, y);
            }
        }
        if path.closed {
            builder.close();
        }
    }
    let Some(shape) = builder.finish() else { return };
    let color = |Rgb(red, green, blue)| rgb::Color::new(red, green, blue).into();
    surface.set_fill(path.fill.map(|c| Fill { paint: color(c), ..Fill::default() }));
    surface.set_stroke(path.stroke.as_ref().map(|stroke| {
        Stroke {
            paint: color(stroke.color),
            width: stroke.width.0,
            dash: (!stroke.dashes.is_empty())
                .then(|| StrokeDash { array: stroke.dashes.clone(), offset: 0.0 }),
            ..Stroke::default()
        }
    }));
    surface.draw_path(&shape);
    surface.set_fill(None);
    surface.set_stroke(None);
}
