//! Margins of the first page that are its own.
//!
//! Word has none for a single page, but a high header pushes the text away there and here. So the
//! margin of all pages becomes the smaller one, and the header or footer of those that want more
//! is made high enough.

use crate::document::{Document, Header, PageSetup, Paragraph, StyleName};
use crate::units::Pt;

use super::super::frame;
use super::Shaper;

/// Less is no difference that anyone sees.
const SLIGHT: Pt = Pt(0.5);

/// Gives the first page of each section the margins it asks for.
pub(super) fn apart(doc: &mut Document, shaper: &mut Shaper<'_>) {
    for at in 0..doc.sections.len() {
        let page = doc.sections[at].page;
        let (top, bottom) = page.first;
        doc.sections[at].page.first = (None, None);
        if let Some(first) = top {
            let least = pad(doc, shaper, at, (first, page.margins.top), &HEAD);
            doc.sections[at].page.margins.top = least;
        }
        if let Some(first) = bottom {
            let least = pad(doc, shaper, at, (first, page.margins.bottom), &FOOT);
            doc.sections[at].page.margins.bottom = least;
        }
    }
}

/// One edge of the page: what stands there, how far from the paper's edge, and at which end of it
/// room is added, so that what stands there stays where it is.
struct PageEdge {
    of: fn(&mut Document, usize) -> Option<&mut Header>,
    away: fn(&PageSetup) -> Pt,
    below: bool,
}

const HEAD: PageEdge = PageEdge {
    of: |doc, at| doc.sections.get_mut(at).map(|section| &mut section.header),
    away: |page| page.header_at,
    below: true,
};

const FOOT: PageEdge = PageEdge {
    of: |doc, at| doc.sections.get_mut(at).map(|section| &mut section.footer),
    away: |page| page.footer_at,
    below: false,
};

/// Makes what stands at an edge so high that the text of the first and of the other pages keeps
/// its distance; gives the margin that is left to all.
fn pad(
    doc: &mut Document,
    shaper: &mut Shaper<'_>,
    at: usize,
    (first, other): (Pt, Pt),
    edge: &PageEdge,
) -> Pt {
    let least = first.min(other);
    let Some(header) = (edge.of)(doc, at) else { return least };
    let mut own = header.first.clone().unwrap_or_else(|| header.all.clone());
    let mut all = std::mem::take(&mut header.all);
    let away = doc.sections.get(at).map(|s| (edge.away)(&s.page)).unwrap_or_default();
    for (wanted, paragraphs) in [(first, &mut own), (other, &mut all)] {
        if wanted - least < SLIGHT {
            continue;
        }
        if paragraphs.is_empty() {
            paragraphs.push(Paragraph::plain(StyleName::Kaki, String::new()));
        }
        let high = frame::height(shaper, doc, at, paragraphs);
        let more = wanted - away - frame::GAP - high;
        let end = if edge.below { paragraphs.last_mut() } else { paragraphs.first_mut() };
        let Some(end) = end.filter(|_| more > Pt::ZERO) else { continue };
        let room = if edge.below { &mut end.props.after } else { &mut end.props.before };
        *room = Some(room.unwrap_or_default() + more);
    }
    if let Some(header) = (edge.of)(doc, at) {
        header.all = all;
        header.first = Some(own);
    }
    least
}
