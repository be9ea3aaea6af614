//! A laid out page as a picture, to be looked at on a screen before anything is written.

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::document::ImageData;
use crate::drawing::{Canvas, Glyph, Path, ScaledPictures, Stroke, TextItem};
use crate::fonts::{FontBook, FontId};
use crate::layout::page::{ItemKind, Page};
use crate::units::{Pt, Rgb};

/// Pale enough that text above it stays readable, as in the PDF.
const GREY: Rgb = Rgb(236, 236, 236);
/// How much of the diagonal the word across the page takes.
const LENGTH: f32 = 0.72;
/// Its largest size, as a share of the page's width.
const SIZE: f32 = 0.3;
/// The longest side of a picture, in dots.
const LARGEST: f32 = 10_000.0;

/// Draws a page on white. `None` for a page without a size or one of more dots than a screen
/// can use.
pub fn page(page: &Page, book: &FontBook, dpi: f32) -> Option<ImageData> {
    let sides = [page.width, page.height].map(|side| side.0 * dpi / 72.0);
    if sides.iter().any(|side| !(1.0..=LARGEST).contains(side)) {
        return None;
    }
    let mut canvas = Canvas::new(page.width, page.height, dpi)?;
    canvas.white();
    // The word across the page lies below everything, wherever layout names it.
    for item in &page.items {
        if let ItemKind::Watermark { text, font } = &item.kind
            && let Some(word) = word(page, text, *font, book)
        {
            let (_, cos, sin) = page.diagonal();
            let middle = (page.width * 0.5, page.height * 0.5);
            canvas.turned(middle, (cos, -sin), |canvas| {
                canvas.text(&word, book);
            });
        }
    }
    let mut scaled = ScaledPictures::default();
    for item in &page.items {
        draw(&mut canvas, &item.kind, book, &mut scaled);
    }
    canvas.opaque()
}

fn draw(
    canvas: &mut Canvas,
    item: &ItemKind,
    book: &FontBook,
    scaled: &mut ScaledPictures,
) {
    match item {
        ItemKind::Text(text) => canvas.text(text, book),
        ItemKind::Fill { rect, color } => canvas.fill(*rect, *color),
        ItemKind::Line { from, to, width, color, dashed } => {
            let dashes = if *dashed { vec![3.0, 2.0] } else { Vec::new() };
            canvas.path(&Path {
                parts: vec![vec![*from, *to]],
                closed: false,
                fill: None,
                stroke: Some(Stroke { width: *width, color: *color, dashes }),
            });
        }
        ItemKind::Image { rect, data } => canvas.picture(*rect, data, scaled),
        ItemKind::Path(path) => canvas.path(path),
        ItemKind::Link { .. } | ItemKind::Watermark { .. } => {}
    }
}

/// A word around the origin, as large as the page's diagonal allows.
fn word(page: &Page, word: &str, font: FontId, book: &FontBook) -> Option<TextItem> {
    let (bytes, index) = book.data(font);
    let face = FontRef::from_index(bytes, index).ok()?;
    let location = LocationRef::default();
    let widths = face.glyph_metrics(Size::new(1.0), location);
    let glyphs: Vec<Glyph> = word
        .chars()
        .filter_map(|c| face.charmap().map(c))
        .map(|glyph| Glyph {
            id: glyph.to_u32(),
            advance: widths.advance_width(glyph).unwrap_or(0.0),
            dx: 0.0,
            dy: 0.0,
            start: 0,
            end: 0,
        })
        .collect();
    let ems: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
    let width = page.width.0;
    let size = (page.diagonal().0 * LENGTH / ems).min(width * SIZE);
    let cap = face.metrics(Size::new(1.0), location).cap_height.unwrap_or(0.7) * size;
    (ems > 0.0).then(|| TextItem {
        x: Pt(-ems * size / 2.0),
        y: Pt(cap / 2.0),
        font,
        size: Pt(size),
        color: GREY,
        text: Arc::from(word),
        glyphs,
        anchor: false,
    })
}
