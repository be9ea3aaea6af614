//! One document tree, set as tagged PDF and as DOCX that say the same.
//!
//! [`document`] is what a paper says; [`set`] breaks it into lines and pages; [`pdf::write`]
//! paints the pages, [`to_docx`] lowers the same tree, [`picture`] draws a page for a screen.
//! Nothing here knows what the paper is for.
//!
//! ```
//! use naskah_typeset::document::{
//!     Block, Date, Document, Meta, Paragraph, Section, StyleName, StyleSheet, TextProps,
//! };
//! use naskah_typeset::fonts::FontBook;
//! use naskah_typeset::layout::Shaper;
//! use naskah_typeset::pdf::{self, PdfFonts};
//! use naskah_typeset::units::Pt;
//!
//! let text = TextProps { size: Some(Pt(11.0)), ..TextProps::default() };
//! let body = Paragraph::plain(StyleName::Isi, "Rapat dibuka pukul 09.00 WITA.");
//! let mut document = Document {
//!     // A PDF for every reader needs a title, a language and a date.
//!     meta: Meta {
//!         title: "Notula".into(),
//!         language: "id-ID".into(),
//!         date: Some(Date::constant(2025, 1, 13)),
//!         ..Meta::default()
//!     },
//!     styles: StyleSheet { base: (Default::default(), text), ..StyleSheet::default() },
//!     sections: vec![Section { blocks: vec![Block::Paragraph(body)], ..Section::default() }],
//!     ..Document::default()
//! };
//! let fonts = FontBook::new();
//! let (pages, problems) = naskah_typeset::set(&mut document, &mut Shaper::new(&fonts));
//! assert!(problems.is_empty());
//! let pdf = pdf::write(&document, &pages, &fonts, &mut PdfFonts::new(&fonts)).unwrap();
//! let docx = naskah_typeset::to_docx(&document, &pages, &fonts).unwrap();
//! assert!(pdf.starts_with(b"%PDF-1.") && docx.starts_with(b"PK"));
//! ```

pub mod chart;
pub mod document;
pub mod docx;
pub mod drawing;
pub mod fonts;
pub mod layout;
mod paper;
pub mod pdf;
pub mod picture;
pub mod problem;
mod recent;
pub mod units;

pub use base::diag::{Lang, Problems};
pub use base::source::Span;
pub use paper::{set, to_docx, try_docx};
