//! The PDF painter: [`Pages`](crate::layout::page::Pages) drawn with krilla.
//!
//! Layout has settled where everything stands; this room adds the file around it: tags in
//! reading order, outline, page labels, metadata. Every file claims PDF/A-2a and PDF/UA-1, so
//! whatever krilla's validators find comes back as [`PdfProblem`]s and no file is written.

mod document;
mod fonts;
mod image;
mod labels;
mod links;
mod metadata;
mod objects;
mod outline;
mod page;
mod path;
mod problem;
mod rules;
mod tags;
mod text;
mod unhinted;
mod watermark;

pub use document::write;
pub use fonts::PdfFonts;
pub use problem::{PdfFault, PdfProblem};
