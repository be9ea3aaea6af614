//! Lines that belong to no text: table borders, the kop's rule, underlines.
//!
//! They are collected per page and drawn last, joined where they meet and in one path per
//! look. Nothing is meant to cover a rule, and a table's borders become one operator.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;

use crate::units::Rgb;

use super::text::hundredths;

/// Two rules nearer than this are one.
const NEAR: f32 = 0.02;

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LineLook {
    /// Thickness in points.
    pub(super) width: f32,
    /// Colour.
    pub(super) color: Rgb,
    /// Dashed.
    pub(super) dashed: bool,
}

/// A straight line: first and last point.
type StraightLine = [f32; 4];

/// The rules of a page by their look, in the order of first use.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<(LineLook, Vec<StraightLine>)>);

impl Rules {
    /// Adds a line.
    pub(super) fn add(&mut self, look: LineLook, segment: StraightLine) {
        let [x0, y0, x1, y1] = segment.map(hundredths);
        // From left to right and from top to bottom, so that pieces of one line meet.
        let segment =
            if (x1, y1) < (x0, y0) { [x1, y1, x0, y0] } else { [x0, y0, x1, y1] };
        match self.0.iter_mut().find(|(other, _)| *other == look) {
            Some((_, segments)) => segments.push(segment),
            None => self.0.push((look, vec![segment])),
        }
    }

    /// There is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Draws all of them.
    pub(super) fn draw(self, surface: &mut Surface) {
        for (look, segments) in self.0 {
            let segments = if look.dashed { segments } else { join(segments) };
            if let Some(path) = path(&segments) {
                stroke(surface, look, &path);
            }
        }
    }
}

/// Draws one line at once.
pub(super) fn draw_line(surface: &mut Surface, look: LineLook, segment: StraightLine) {
    if let Some(path) = path(&[segment.map(hundredths)]) {
        stroke(surface, look, &path);
    }
}

fn path(segments: &[StraightLine]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for [x0, y0, x1, y1] in segments {
        path.move_to(*x0, *y0);
        path.line_to(*x1, *y1);
    }
    path.finish()
}

fn stroke(surface: &mut Surface, look: LineLook, path: &Path) {
    let Rgb(red, green, blue) = look.color;
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: rgb::Color::new(red, green, blue).into(),
        width: look.width,
        dash: look.dashed.then(|| StrokeDash { array: vec![3.0, 2.0], offset: 0.0 }),
        ..Stroke::default()
    }));
    surface.draw_path(path);
    surface.set_stroke(None);
}

/// Joins level and upright segments that lie on one line and meet.
fn join(mut segments: Vec<StraightLine>) -> Vec<StraightLine> {
    // Level ones by y, upright ones by x, all others as they are: (kind, line, begin, end).
    let key = |s: &StraightLine| {
        let [x0, y0, x1, y1] = *s;
        if same(y0, y1) {
            (0, y0, x0, x1)
        } else if same(x0, x1) {
            (1, x0, y0, y1)
        } else {
            (2, 0.0, 0.0, 0.0)
        }
    };
    segments.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2))
    });
    let mut joined: Vec<StraightLine> = Vec::with_capacity(segments.len());
    for segment in segments {
        let (kind, line, begin, end) = key(&segment);
        if let Some(last) = joined.last_mut() {
            let (last_kind, last_line, _, last_end) = key(last);
            if kind < 2
                && kind == last_kind
                && same(line, last_line)
                && begin <= last_end + NEAR
            {
                let end = end.max(last_end);
                if kind == 0 {
                    last[2] = end;
                } else {
                    last[3] = end;
                }
                continue;
            }
        }
        joined.push(segment);
    }
    joined
}

fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < NEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_of_neighbouring_cells_become_one_line() {
        let segments = vec![
            [0.0, 10.0, 50.0, 10.0],
            [0.0, 0.0, 0.0, 10.0],
            [50.0, 10.0, 90.0, 10.0],
            [0.0, 10.0, 0.0, 20.0],
            [0.0, 10.0, 50.0, 10.0],
            [120.0, 10.0, 130.0, 10.0],
        ];
        let expected = vec![
            [0.0, 10.0, 90.0, 10.0],
            [120.0, 10.0, 130.0, 10.0],
            [0.0, 0.0, 0.0, 20.0],
        ];
        assert_eq!(join(segments), expected);
    }
}
