//! DOCX: the settled document tree as a file that Word, LibreOffice and a secretary can edit.
//!
//! 1. `lower`: blocks become paragraphs and tables in the units of Word, built with docx-rs.
//! 2. `finish`: what docx-rs writes out of schema order, or cannot write, is put right.
//! 3. `styles`, `numbering`, `settings`, `props`: the parts that are ours alone.
//! 4. `package`: the ZIP, in a fixed order and without a clock.

mod finish;
mod lower;
mod names;
mod numbering;
mod package;
mod problem;
mod props;
mod settings;
mod styles;
mod theme;
mod watermark;
mod xml;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::{Chart, Document, Face, ImageData};

pub use problem::DocxProblem;

/// What the writer needs to know beside the document.
pub struct DocxContext<'a> {
    /// The name under which Word knows a face ("Arial").
    pub font_names: &'a dyn Fn(Face) -> String,
    /// The page label ("iv", "12") of each heading, by heading id, for the daftar isi.
    pub heading_pages: &'a BTreeMap<String, String>,
    /// The picture of a chart as wide as its room; none if it cannot be drawn.
    pub charts: &'a dyn Fn(&Chart) -> Option<Arc<ImageData>>,
    /// The section of each page: how many there are is shown by file managers and until Word
    /// counts for itself.
    pub page_sections: &'a [usize],
}

/// Writes a settled document as a DOCX file.
///
/// The same document and context give the same bytes. [`to_docx`](crate::to_docx) makes the
/// context from the pages and the faces.
///
/// # Errors
/// A fault inside the writer, never one of the document.
///
/// ```
/// use naskah_typeset::document::Document;
/// use naskah_typeset::docx::{self, DocxContext};
///
/// let context = DocxContext {
///     font_names: &|_| "Arial".to_owned(),
///     heading_pages: &Default::default(),
///     charts: &|_| None,
///     page_sections: &[0],
/// };
/// let file = docx::write(&Document::default(), &context).unwrap();
/// assert!(file.starts_with(b"PK"));
/// ```
pub fn write(doc: &Document, context: &DocxContext<'_>) -> Result<Vec<u8>, DocxProblem> {
    package::pack(lower::parts(doc, context)?)
}

/// Makes all parts of a DOCX file and packs none.
pub(crate) fn attempt(
    doc: &Document,
    context: &DocxContext<'_>,
) -> Result<(), DocxProblem> {
    lower::parts(doc, context).map(|_| ())
}
