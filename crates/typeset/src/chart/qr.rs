//! QR codes: the text that lets a paper be verified, as dark squares on the paper.

use fast_qr::{ECL, QRBuilder};

use crate::document::Chart;
use crate::drawing::{Drawing, Mark, Path};
use crate::units::{Pt, Rgb};

/// Free squares around the code, without which readers do not find it.
const QUIET: usize = 4;

/// The code at the left, as wide as its room and height allow. A text that is too long for any
/// code gives an empty drawing; the data does not let one through.
pub(super) fn draw(chart: &Chart) -> Drawing {
    let side = chart.height.map_or(chart.room.width, |t| t.min(chart.room.width));
    let mut drawing =
        Drawing { width: chart.room.width, height: side, ..Drawing::default() };
    let text = chart.categories.first().cloned().unwrap_or_default();
    // Half a smudged code can still be read at this level of correction.
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return drawing };
    #[allow(clippy::cast_precision_loss)]
    let square = side.0 / (code.size + 2 * QUIET) as f32;
    #[allow(clippy::cast_precision_loss)]
    let at = |n: usize| Pt((n + QUIET) as f32 * square);
    let mut parts = Vec::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let start = x;
            while x < code.size && code[y][x].value() {
                x += 1;
            }
            // Squares beside each other are one bar: no white hair between them.
            if x > start {
                let (left, right, top, bottom) = (at(start), at(x), at(y), at(y + 1));
                parts.push(vec![
                    (left, top),
                    (right, top),
                    (right, bottom),
                    (left, bottom),
                ]);
            }
            x += 1;
        }
    }
    let fill = Some(Rgb(0, 0, 0));
    drawing.marks.push(Mark::Path(Path { parts, closed: true, fill, stroke: None }));
    drawing
}
