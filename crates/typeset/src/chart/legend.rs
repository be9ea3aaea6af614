//! The legend: what each pattern and each line means.

use super::pen::{Anchor, BLACK, ChartPen, TextLook};

/// Size of its text.
const SIZE: f32 = 8.0;
/// Width of a sample.
pub(super) const SAMPLE: f32 = 20.0;
/// Height of a line.
pub(super) const LINE: f32 = 13.0;
/// Between a sample and its text, and between two entries.
const GAPS: (f32, f32) = (5.0, 16.0);

/// Where each entry stands, counted from the legend's left top corner.
pub(super) struct Legend {
    places: Vec<(f32, f32, String)>,
    /// Height of all lines.
    pub(super) height: f32,
}

/// Sets entries one after the other, on as many lines as they need.
pub(super) fn arrange(pen: &ChartPen<'_>, texts: &[String], width: f32) -> Legend {
    let look = TextLook::plain(SIZE, BLACK);
    let (mut x, mut y) = (0.0, 0.0);
    let mut places = Vec::new();
    for text in texts {
        let text = pen.shorten(text, look, width - SAMPLE - GAPS.0);
        let wide = SAMPLE + GAPS.0 + pen.width(&text, look);
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + LINE);
        }
        places.push((x, y, text));
        x += wide + GAPS.1;
    }
    let height = if places.is_empty() { 0.0 } else { y + LINE };
    Legend { places, height }
}

impl Legend {
    /// Draws the texts; `sample` draws the sample of an entry into its rectangle.
    pub(super) fn draw(
        &self,
        pen: &mut ChartPen<'_>,
        (left, top): (f32, f32),
        sample: &mut dyn FnMut(&mut ChartPen<'_>, usize, [f32; 4]),
    ) {
        for (index, (x, y, text)) in self.places.iter().enumerate() {
            let (x, y) = (left + x, top + y);
            sample(pen, index, [x, y + 2.5, SAMPLE, 8.0]);
            let at = (x + SAMPLE + GAPS.0, y + 9.3);
            pen.write(at, Anchor::Left, text, TextLook::plain(SIZE, BLACK));
        }
    }
}
