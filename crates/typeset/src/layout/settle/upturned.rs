//! Blocks upside down: no word processor turns running text by half a turn, so both formats
//! get the same picture of it. It is decoration for a blind reader, and sharp on paper.

use crate::document::{Align, Block, Image, ImageData};
use crate::drawing::{Canvas, ScaledPictures};
use crate::fonts::FontBook;
use crate::layout::build::Room;
use crate::layout::page::ItemKind;
use crate::layout::page_fill::words;
use crate::layout::strip::{as_artifacts, shift};
use crate::problem::LayoutProblem;
use crate::units::Pt;
use base::source::Span;

use super::Settler;

/// Dots in an inch.
const DPI: f32 = 240.0;

impl Settler<'_, '_, '_> {
    /// The settled blocks as a picture turned by half a turn; `None` when nothing can be seen.
    pub(super) fn upturned(&mut self, room: &Room, blocks: &[Block]) -> Option<Image> {
        let inside = Room { x: Pt::ZERO, artifact: true, ..*room };
        let flow = self.builder().flow(&inside, blocks);
        let mut items = Vec::new();
        let mut y = Pt::ZERO;
        for strip in as_artifacts(&flow.strips) {
            y += strip.gap;
            for mut item in strip.items {
                shift(&mut item, Pt::ZERO, y);
                items.push(item.kind);
            }
            y += strip.height;
        }
        if y.0 > self.page_height.0 + 0.5 {
            let what = flow.strips.iter().map(words).find(|words| !words.is_empty());
            let span = flow.strips.first().map_or(Span::None, |strip| strip.span);
            let what = what.unwrap_or_default();
            self.problems.add(span, LayoutProblem::TooHigh { what });
        }
        let dpi = dpi(y, self.page_height);
        let size = (room.width, y);
        let paint = |book: &FontBook, scaled: &mut ScaledPictures| {
            draw(&items, size, dpi, (book, scaled))
        };
        let data = self.shaper.drawn(size, dpi, paint)?;
        let (width, align) = (room.width, Align::Center);
        let caption = Vec::new();
        Some(Image { data, width, align, alt: String::new(), caption, span: Span::None })
    }
}

/// A picture that is higher than a page is made smaller until it stands on one: it gets no more
/// dots than a page has.
fn dpi(height: Pt, page: Pt) -> f32 {
    if height > page && page > Pt::ZERO { DPI * (page.0 / height.0) } else { DPI }
}

/// Draws on nothing, so that what is behind the picture stays to be seen.
fn draw(
    items: &[ItemKind],
    (width, height): (Pt, Pt),
    dpi: f32,
    (book, scaled): (&FontBook, &mut ScaledPictures),
) -> Option<ImageData> {
    let mut canvas = Canvas::upturned(width, height, dpi)?;
    for item in items {
        match item {
            ItemKind::Text(text) => canvas.text(text, book),
            ItemKind::Fill { rect, color } => canvas.fill(*rect, *color),
            ItemKind::Image { rect, data } => canvas.picture(*rect, data, scaled),
            ItemKind::Line { .. }
            | ItemKind::Path(_)
            | ItemKind::Link { .. }
            | ItemKind::Watermark { .. } => {}
        }
    }
    canvas.transparent()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Paragraph, Section, StyleName};
    use crate::layout::{Shaper, settle};
    use crate::units::Rgb;
    use base::diag::{Diagnostic, Problems};

    /// Settles so many lines upside down: their picture, and what is told of it.
    fn settled(lines: usize, mut shaper: Shaper<'_>) -> (Image, Problems) {
        let line = || Block::Paragraph(Paragraph::plain(StyleName::Isi, "Ani Contoh"));
        let blocks = vec![Block::Upturned((0..lines).map(|_| line()).collect())];
        let section = Section { blocks, ..Section::default() };
        let mut doc = Document { sections: vec![section], ..Document::default() };
        let problems = settle(&mut doc, &mut shaper);
        match doc.sections.remove(0).blocks.remove(0) {
            Block::Image(image) => (image, problems),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn on_trial_it_has_its_size_and_takes_no_room() {
        let book = FontBook::new();
        let (drawn, _) = settled(1, Shaper::new(&book));
        let (tried, _) = settled(1, Shaper::new(&book).on_trial());
        let size = |image: &Image| (image.data.width, image.data.height);
        assert_eq!(size(&drawn), size(&tried));
        assert_eq!(drawn.width, tried.width);
        assert!(tried.data.bytes.len() < 100 && drawn.data.bytes.len() > 1000);
        // Of two thousand names each has one, and its room is not twice what it takes.
        assert_eq!(drawn.data.bytes.capacity(), drawn.data.bytes.len());
        assert!(image::load_from_memory(&tried.data.bytes).is_ok());
    }

    #[test]
    fn higher_than_a_page_it_is_told_and_has_the_dots_of_one() {
        let book = FontBook::new();
        let (image, told) = settled(2_000, Shaper::new(&book));
        let is_told = |found: &Diagnostic| {
            found.problem.is_a(|p| matches!(p, LayoutProblem::TooHigh { .. }))
        };
        assert_eq!(told.iter().filter(|found| is_told(found)).count(), 1);
        assert!(image.data.height < 4_000, "{}", image.data.height);
        assert!(settled(1, Shaper::new(&book)).1.is_empty());
    }

    #[test]
    fn what_stands_at_the_left_top_comes_to_the_right_foot() {
        let rect = [Pt(0.0), Pt(0.0), Pt(10.0), Pt(5.0)];
        let items = [ItemKind::Fill { rect, color: Rgb(0, 0, 0) }];
        let book = FontBook::new();
        let size = (Pt(100.0), Pt(50.0));
        let picture =
            draw(&items, size, DPI, (&book, &mut ScaledPictures::default())).unwrap();
        let dots = image::load_from_memory(&picture.bytes).unwrap().to_rgba8();
        let (width, height) = dots.dimensions();
        assert_eq!(dots.get_pixel(width - 4, height - 4).0, [0, 0, 0, 255]);
        assert_eq!(dots.get_pixel(4, 4).0[3], 0, "nothing where it was");
    }
}
