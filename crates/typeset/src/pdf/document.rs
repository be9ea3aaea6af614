//! From pages to a file.

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::{Document as File, SerializeSettings};

use crate::document::Document;
use crate::fonts::FontBook;
use crate::layout::page::Pages;
use base::source::Span;

use super::fonts::PdfFonts;
use super::labels::labels;
use super::metadata::metadata;
use super::objects::{classic, compact};
use super::outline::outline;
use super::page::Painter;
use super::problem::{self, DrawnPlaces, PdfFault, PdfProblem};
use super::tags::{self, TagBuilder};

/// Writes a paper as PDF/A-2a and PDF/UA-1. Same pages, same bytes.
///
/// `painter_fonts` is made once per thread from the same `fonts` and serves all its papers. The
/// crate's first page shows the whole way.
///
/// # Errors
/// All that keeps the file from what it claims, each with the place it comes from; then no file
/// is made.
///
/// ```
/// use naskah_typeset::document::Document;
/// use naskah_typeset::fonts::FontBook;
/// use naskah_typeset::layout::Pages;
/// use naskah_typeset::pdf::{self, PdfFault, PdfFonts};
///
/// let (document, pages, fonts) = (Document::default(), Pages::default(), FontBook::new());
/// let found = pdf::write(&document, &pages, &fonts, &mut PdfFonts::new(&fonts)).unwrap_err();
/// for missing in [PdfFault::NoTitle, PdfFault::NoDate] {
///     assert!(found.iter().any(|problem| problem.fault == missing));
/// }
/// ```
pub fn write(
    doc: &Document,
    pages: &Pages,
    fonts: &FontBook,
    painter_fonts: &mut PdfFonts,
) -> Result<Vec<u8>, Vec<PdfProblem>> {
    let packs = painter_fonts.packs();
    let settings = settings(packs).map_err(|problem| vec![problem])?;
    let mut file = File::new_with(settings);
    let mut painter = Painter {
        pages,
        book: fonts,
        fonts: painter_fonts,
        drawn: tags::prepare(&pages.tree),
        places: DrawnPlaces::default(),
        problems: Vec::new(),
    };
    for (page, label) in pages.pages.iter().zip(labels(&pages.pages)) {
        painter.page(&mut file, page, label);
    }
    let Painter { drawn, places, mut problems, .. } = painter;
    let tree = &pages.tree;
    let builder = TagBuilder { tree, drawn, places: &places, problems: &mut problems };
    file.set_tag_tree(builder.build());
    // krilla does not survive pages and nodes that are not there. After any other problem it
    // still looks for more.
    if problems.iter().any(|problem| matches!(problem.fault, PdfFault::Other(_))) {
        return Err(problems);
    }
    file.set_outline(outline(pages));
    file.set_metadata(metadata(&doc.meta, pages));
    match file.finish() {
        Ok(bytes) if problems.is_empty() => Ok(match (packs, doc.classic_pdf) {
            (false, _) => bytes,
            (true, false) => compact(bytes),
            (true, true) => classic(bytes),
        }),
        Ok(_) => Err(problems),
        Err(error) => {
            problem::collect(error, &places, &mut problems);
            Err(problems)
        }
    }
}

/// Both standards in one file; everything else as krilla does it by itself.
fn settings(packs: bool) -> Result<SerializeSettings, PdfProblem> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| {
            PdfProblem::new(PdfFault::Other(format!("{error:?}")), Span::None)
        })?;
    Ok(SerializeSettings {
        configuration,
        compress_content_streams: packs,
        ..SerializeSettings::default()
    })
}
