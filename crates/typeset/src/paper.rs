//! A paper on its way from the tree to its two files.

use std::sync::Arc;

use base::diag::Problems;

use crate::document::{Chart, Document, ImageData};
use crate::docx::{DocxContext, DocxProblem};
use crate::fonts::FontBook;
use crate::layout::{Pages, Shaper, layout, settle};

/// Settles a document and lays it out. The document then holds what both files must agree on
/// (widths of columns, fitted sizes); set it once, before either is written.
///
/// Nothing fails here: what could not be set as asked for (a character that no face has, a word
/// wider than its column) is told among the problems, each with its place.
///
/// ```
/// use naskah_typeset::document::{Block, Document, Paragraph, Section, StyleName};
/// use naskah_typeset::fonts::FontBook;
/// use naskah_typeset::layout::Shaper;
///
/// let fonts = FontBook::new();
/// let block = Block::Paragraph(Paragraph::plain(StyleName::Isi, "Dengan hormat,"));
/// let section = Section { blocks: vec![block], ..Section::default() };
/// let mut document = Document { sections: vec![section], ..Document::default() };
/// let (pages, problems) = naskah_typeset::set(&mut document, &mut Shaper::new(&fonts));
/// assert!(problems.is_empty());
/// assert_eq!(pages.pages.len(), 1);
/// ```
pub fn set(document: &mut Document, shaper: &mut Shaper<'_>) -> (Pages, Problems) {
    let mut problems = settle(document, shaper);
    let (pages, found) = layout(document, shaper);
    problems.extend(found);
    (pages, problems)
}

/// Writes a document that was [`set`] as DOCX: charts become pictures, the daftar isi shows the
/// numbers of these pages. Same document, same bytes.
///
/// # Errors
/// A fault inside the writer, never one of the document.
pub fn to_docx(
    document: &Document,
    pages: &Pages,
    fonts: &FontBook,
) -> Result<Vec<u8>, DocxProblem> {
    let charts = |chart: &Chart| {
        let drawing = crate::chart::draw(chart, fonts);
        crate::drawing::png(&drawing, fonts).map(Arc::new)
    };
    with_context(document, pages, fonts, &charts, crate::docx::write)
}

/// Goes as far as [`to_docx`] for a file that nobody keeps: no chart is drawn, nothing is packed.
///
/// # Errors
/// Those of [`to_docx`].
pub fn try_docx(
    document: &Document,
    pages: &Pages,
    fonts: &FontBook,
) -> Result<(), DocxProblem> {
    with_context(document, pages, fonts, &|_| None, crate::docx::attempt)
}

fn with_context<T>(
    document: &Document,
    pages: &Pages,
    fonts: &FontBook,
    charts: &dyn Fn(&Chart) -> Option<Arc<ImageData>>,
    write: impl FnOnce(&Document, &DocxContext<'_>) -> T,
) -> T {
    let labels = pages.heading_labels();
    let sections: Vec<usize> = pages.pages.iter().map(|page| page.section).collect();
    let context = DocxContext {
        font_names: &|face| fonts.word_name(face).to_owned(),
        heading_pages: &labels,
        page_sections: &sections,
        charts,
    };
    write(document, &context)
}
