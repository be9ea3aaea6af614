//! Charts: one drawing for both formats, and the sentence that says what it shows.
//!
//! 1. [`finding()`] says in words what it shows.
//! 2. [`draw`] turns it into paths and texts at the width that settling gave it.
//! 3. PDF paints these as they are; [`png`](crate::drawing::png) makes the picture for DOCX
//!    from the same.

mod bars;
mod finding;
mod legend;
mod lines;
mod pen;
mod qr;
mod scale;
#[cfg(test)]
mod tests;

use crate::document::{Chart, ChartKind};
use crate::drawing::Drawing;
use crate::fonts::FontBook;

pub use finding::finding;

use pen::ChartPen;

/// Draws a chart in the room that settling gave it.
pub fn draw(chart: &Chart, book: &FontBook) -> Drawing {
    let room = chart.room;
    let mut pen = ChartPen::new(book, room.face);
    let height = match chart.kind {
        ChartKind::Bars => bars::draw(chart, &mut pen),
        ChartKind::Lines => lines::draw(chart, &mut pen),
        ChartKind::Qr => return qr::draw(chart),
    };
    pen.finish(room.width.0, height)
}
