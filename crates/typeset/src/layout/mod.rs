//! Layout: from the document tree to positioned things on pages.
//!
//! 1. [`settle()`] fixes what both formats must agree on: column widths, fitted sizes, sheets.
//! 2. [`layout`] turns blocks into strips (a line, a row, a picture), fills pages with strips,
//!    and does so again while page numbers inside the text still change.

mod block;
mod build;
mod dump;
mod frame;
mod inline;
pub mod page;
mod page_break;
mod page_fill;
mod scan;
mod settle;
mod shaper;
mod strip;
mod table;
#[cfg(test)]
mod tests;

pub use inline::Extent;
pub use page::Pages;
pub use settle::settle;
pub use shaper::Shaper;

use base::diag::{InternalProblem, Problems, Span};

use crate::document::Document;
use crate::units::Pt;

use build::{Room, RoundBefore, StripBuilder};
use frame::{Frames, decorate};
use page::NodeId;
use page_break::Paged;

/// Rounds until page numbers in the text must be stable.
const ROUNDS: usize = 5;

/// Lays out a settled document; [`set`](crate::set) does both steps.
///
/// ```
/// use naskah_typeset::document::{Block, Document, Paragraph, Section, StyleName};
/// use naskah_typeset::fonts::FontBook;
/// use naskah_typeset::layout::{Shaper, layout, settle};
///
/// let fonts = FontBook::new();
/// let mut shaper = Shaper::new(&fonts);
/// let text = |text| Block::Paragraph(Paragraph::plain(StyleName::Isi, text));
/// let blocks = vec![text("Satu"), Block::PageBreak, text("Dua")];
/// let mut document = Document {
///     sections: vec![Section { blocks, ..Section::default() }],
///     ..Document::default()
/// };
/// settle(&mut document, &mut shaper);
/// let (pages, problems) = layout(&document, &mut shaper);
/// assert!(problems.is_empty());
/// assert_eq!(pages.pages.len(), 2);
/// ```
pub fn layout(doc: &Document, shaper: &mut Shaper<'_>) -> (Pages, Problems) {
    let moving = scan::needs_page_numbers(doc);
    let frames: Vec<Frames> =
        doc.sections.iter().map(|s| Frames::measure(shaper, doc, s)).collect();
    let mut known = scan::first_guess(doc);
    for round in 1.. {
        let (mut laid, sections, mut problems, found) =
            one_round(doc, shaper, &frames, known.clone());
        let stable = !moving || found == known;
        if stable || round == ROUNDS {
            if !stable {
                let detail =
                    "nomor halaman daftar isi tidak mencapai keadaan tetap".to_owned();
                problems.add(Span::None, InternalProblem::Internal { detail });
            }
            decorate(shaper, doc, &mut laid.pages, &sections, &mut problems);
            return (laid, problems);
        }
        known = found;
    }
    (Pages::default(), Problems::default())
}

/// How much higher a settled document is than `pages` pages: what would have to go, were it
/// not broken into pages at all.
pub fn beyond(doc: &Document, shaper: &mut Shaper<'_>, pages: usize) -> Pt {
    let mut room = Pt::ZERO;
    let mut high = Pt::ZERO;
    for section in &doc.sections {
        let frames = Frames::measure(shaper, doc, section);
        if room == Pt::ZERO {
            let height = |first: bool| frames.body(first).1 - frames.body(first).0;
            room = height(true);
            for _ in 1..pages {
                room += height(false);
            }
        }
        let mut builder = StripBuilder::new(shaper, &doc.styles, scan::first_guess(doc));
        builder.page_height = frames.least();
        let width = section.page.text_width();
        builder.note_width = width;
        high += builder.flow(&Room::new(width, NodeId(0)), &section.blocks).height();
    }
    high - room
}

fn one_round(
    doc: &Document,
    shaper: &mut Shaper<'_>,
    frames: &[Frames],
    known: RoundBefore,
) -> (Pages, Vec<(usize, bool)>, Problems, RoundBefore) {
    let mut builder = StripBuilder::new(shaper, &doc.styles, known);
    let mut paged = Paged::default();
    for (index, (section, frames)) in doc.sections.iter().zip(frames).enumerate() {
        let width = section.page.text_width();
        builder.note_width = width;
        builder.section = index;
        builder.page_height = frames.least();
        let flow = builder.flow(&Room::new(width, NodeId(0)), &section.blocks);
        paged.section(&mut builder, index, section, frames, flow.strips);
    }
    let sections: Vec<usize> =
        paged.sections.iter().map(|(section, _)| *section).collect();
    let labels: Vec<&str> = paged.pages.iter().map(|p| p.label.as_str()).collect();
    let found = RoundBefore {
        toc: builder
            .headings
            .iter()
            .filter(|h| !h.unlisted)
            .map(|h| {
                let label = labels.get(h.page).copied().unwrap_or_default();
                let title = (h.title.clone(), h.trail.clone());
                (h.id.clone(), h.level, title, label.to_owned())
            })
            .collect(),
        fields: paged.fields,
        totals: doc.totals(&sections),
    };
    let laid =
        Pages { pages: paged.pages, headings: builder.headings, tree: builder.tree };
    (laid, paged.sections, builder.problems, found)
}
