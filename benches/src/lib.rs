//! What naskah is measured against, and made-up data to measure with.

pub mod daerah;
pub mod letters;

use genpdf::fonts::{FontData, FontFamily};
use genpdf::style::Style;
use genpdf::{Element, Mm, Position, RenderResult, render};
use naskah::fonts::{FontBook, FontId};
use naskah::layout::page::{ItemKind, Page, Pages};
use naskah::units::Pt;

/// Draws pages with genpdf: every text and line at its place, nothing else. genpdf 0.2 has no
/// fills, no tags, no line widths and only whole point sizes, so it does less than the painter.
pub struct Genpdf {
    sans: FontFamily<FontData>,
}

impl Genpdf {
    /// Reads the four sans faces once.
    ///
    /// # Panics
    /// If genpdf cannot read the built-in faces.
    #[must_use]
    pub fn new(book: &FontBook) -> Self {
        let face = |id| {
            let (data, _) = book.data(FontId(id));
            FontData::new(data.to_vec(), None).expect("a built-in face")
        };
        let sans = FontFamily {
            regular: face(0),
            bold: face(1),
            italic: face(2),
            bold_italic: face(3),
        };
        Self { sans }
    }

    /// Writes a paper.
    ///
    /// # Panics
    /// If genpdf cannot draw it.
    #[must_use]
    pub fn write(&self, title: &str, pages: &Pages) -> Vec<u8> {
        let mut document = genpdf::Document::new(self.sans.clone());
        document.set_title(title);
        document.push(Drawing { pages: pages.pages.clone(), next: 0 });
        let mut bytes = Vec::new();
        document.render(&mut bytes).expect("a paper");
        bytes
    }
}

struct Drawing {
    pages: Vec<Page>,
    next: usize,
}

impl Element for Drawing {
    fn render(
        &mut self,
        context: &genpdf::Context,
        area: render::Area<'_>,
        _: Style,
    ) -> Result<RenderResult, genpdf::error::Error> {
        let page = &self.pages[self.next];
        for item in &page.items {
            match &item.kind {
                ItemKind::Text(text) => {
                    let size = text.size.0.round() as u8;
                    let mut style = Style::new().with_font_size(size);
                    if text.font.0 % 2 == 1 {
                        style.set_bold();
                    }
                    // genpdf wants the top of the line, layout gives the baseline.
                    let top = Pt(text.y.0 - text.size.0 * 0.9);
                    area.print_str(
                        &context.font_cache,
                        at(text.x, top),
                        style,
                        &text.text,
                    )?;
                }
                ItemKind::Line { from, to, .. } => {
                    area.draw_line(
                        vec![at(from.0, from.1), at(to.0, to.1)],
                        Style::new(),
                    );
                }
                _ => {}
            }
        }
        self.next += 1;
        let size = area.size();
        Ok(RenderResult { size, has_more: self.next < self.pages.len() })
    }
}

fn at(x: Pt, y: Pt) -> Position {
    Position::new(Mm::from(x.to_mm()), Mm::from(y.to_mm()))
}
