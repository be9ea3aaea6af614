//! The frame of a page: header, footer, watermark, number.

use crate::document::{
    Align, Face, Header, Inline, PageSetup, ParaProps, Paragraph, Section, StyleName,
    TextField,
};
use crate::units::Pt;
use base::diag::Problems;

use super::build::{Room, RoundBefore, StripBuilder};
use super::page::{Item, ItemKind, NodeId, Page};
use super::shaper::Shaper;
use super::strip::{StripFlow, item, shift};

/// Between a high header or footer and the text.
pub(super) const GAP: Pt = Pt(6.0);

/// Where the text of a section's pages stands: first page, other pages; top and bottom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frames {
    first: (Pt, Pt),
    other: (Pt, Pt),
}

impl Frames {
    /// Measures the section's headers and footers: a high one pushes the text away, as in Word.
    pub(super) fn measure(
        shaper: &mut Shaper<'_>,
        doc: &crate::document::Document,
        section: &Section,
    ) -> Self {
        let mut body = |first: bool| {
            let mut high = |header: &Header| {
                let fill = |_| Some("88".to_owned());
                // What is wrong with it is told where it is drawn.
                let (flow, _) =
                    build(shaper, doc, &section.page, header.of(first), &fill);
                flow.height()
            };
            let (head, foot) = (high(&section.header), high(&section.footer));
            let page = &section.page;
            let mut top = page.margins.top;
            if head > Pt::ZERO {
                top = top.max(page.header_at + head + GAP);
            }
            let mut bottom = page.height - page.margins.bottom;
            if foot > Pt::ZERO {
                bottom = bottom.min(page.height - page.footer_at - foot - GAP);
            }
            (top, bottom)
        };
        Self { first: body(true), other: body(false) }
    }

    /// Top and bottom of the text.
    pub(super) fn body(&self, first: bool) -> (Pt, Pt) {
        if first { self.first } else { self.other }
    }

    /// The least height of the text on any page.
    pub(super) fn least(&self) -> Pt {
        (self.first.1 - self.first.0).min(self.other.1 - self.other.0)
    }
}

/// The paragraphs of a header on the first or another page.
trait FrameParagraphs {
    fn of(&self, first: bool) -> &[Paragraph];
}

impl FrameParagraphs for Header {
    fn of(&self, first: bool) -> &[Paragraph] {
        match &self.first {
            Some(own) if first => own,
            _ => &self.all,
        }
    }
}

/// Draws headers, footers and the watermark of all pages, and tells what is wrong with them:
/// once, on however many pages it stands.
pub(super) fn decorate(
    shaper: &mut Shaper<'_>,
    doc: &crate::document::Document,
    pages: &mut [Page],
    sections: &[(usize, bool)],
    problems: &mut Problems,
) {
    let of: Vec<usize> = sections.iter().map(|(section, _)| *section).collect();
    let totals = doc.totals(&of);
    let next = catchwords(doc, pages);
    let mut told = Problems::default();
    for (at, (page, &(index, first))) in pages.iter_mut().zip(sections).enumerate() {
        let Some(section) = doc.sections.get(index) else { continue };
        let number = page.label.clone();
        let fill = |field| match field {
            TextField::Page => Some(number.clone()),
            TextField::Pages => totals.get(index).map(usize::to_string),
            _ => None,
        };
        let setup = &section.page;
        let mut items: Vec<Item> = Vec::new();
        if let Some(text) = &doc.watermark {
            let font = shaper.book().find(Face::Sans, true, false);
            items.push(item(None, ItemKind::Watermark { text: text.clone(), font }));
        }
        let (head, found) = build(shaper, doc, setup, section.header.of(first), &fill);
        tell(&mut told, &found);
        put(&mut items, head, setup.margins.left, setup.header_at);
        let (foot, found) = build(shaper, doc, setup, section.footer.of(first), &fill);
        tell(&mut told, &found);
        let top = setup.height - setup.footer_at - foot.height();
        put(&mut items, foot, setup.margins.left, top);
        if let Some(word) = next.get(at).and_then(Option::as_ref) {
            // The word is told of where it is read.
            let (word, _) = build(shaper, doc, setup, std::slice::from_ref(word), &fill);
            let top = setup.height - setup.margins.bottom;
            put(&mut items, word, setup.margins.left, top);
        }
        items.append(&mut page.items);
        page.items = items;
    }
    problems.extend(told);
}

/// How high the paragraphs of a header or footer are.
pub(super) fn height(
    shaper: &mut Shaper<'_>,
    doc: &crate::document::Document,
    section: usize,
    paragraphs: &[Paragraph],
) -> Pt {
    let fill = |_| Some("88".to_owned());
    let page = doc.sections.get(section).map(|section| section.page).unwrap_or_default();
    build(shaper, doc, &page, paragraphs, &fill).0.height()
}

/// Adds what is not told yet.
fn tell(told: &mut Problems, found: &Problems) {
    for one in found {
        if !told.iter().any(|known| known == one) {
            told.extend(one.clone().into());
        }
    }
}

/// The kata penyambung of each page: the first word of the next one and three dots, at the
/// right; none across a change of section (wording of the ANRI family, naskah-dinas 1.4).
fn catchwords(doc: &crate::document::Document, pages: &[Page]) -> Vec<Option<Paragraph>> {
    let pairs = pages.iter().zip(pages.iter().skip(1));
    pairs
        .map(|(page, next)| {
            let word = first_word(next)?;
            (doc.catchwords && page.section == next.section).then(|| Paragraph {
                props: ParaProps {
                    align: Some(Align::Right),
                    first_line: Some(Pt::ZERO),
                    after: Some(Pt::ZERO),
                    ..ParaProps::default()
                },
                ..Paragraph::plain(StyleName::IsiRata, format!("{word}..."))
            })
        })
        .collect()
}

/// The first word that is read on a page.
fn first_word(page: &Page) -> Option<&str> {
    page.items.iter().filter(|item| item.node.is_some()).find_map(|item| {
        let ItemKind::Text(text) = &item.kind else { return None };
        text.text.split_whitespace().next()
    })
}

fn put(items: &mut Vec<Item>, flow: StripFlow, left: Pt, top: Pt) {
    let mut y = top;
    for strip in flow.strips {
        y += strip.gap;
        for mut item in strip.items {
            shift(&mut item, left, y);
            items.push(item);
        }
        y += strip.height;
    }
}

fn build(
    shaper: &mut Shaper<'_>,
    doc: &crate::document::Document,
    page: &PageSetup,
    paragraphs: &[Paragraph],
    fill: &dyn Fn(TextField) -> Option<String>,
) -> (StripFlow, Problems) {
    let mut builder = StripBuilder::new(shaper, &doc.styles, RoundBefore::default());
    let width = page.text_width();
    let room = Room { artifact: true, ..Room::new(width, NodeId(0)) };
    let blocks: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| {
            let mut paragraph = paragraph.clone();
            fill_fields(&mut paragraph.inlines, fill);
            crate::document::Block::Paragraph(paragraph)
        })
        .collect();
    let flow = builder.flow(&room, &blocks);
    (flow, builder.problems)
}

/// Puts text in the place of fields.
pub(super) fn fill_fields(
    inlines: &mut [Inline],
    fill: &dyn Fn(TextField) -> Option<String>,
) {
    for inline in inlines {
        match inline {
            Inline::Field { field, style } => {
                if let Some(text) = fill(*field) {
                    *inline = Inline::styled(text, *style);
                }
            }
            Inline::Link { inlines, .. } | Inline::Footnote { inlines, .. } => {
                fill_fields(inlines, fill);
            }
            Inline::Text { .. } | Inline::Break | Inline::Tab => {}
        }
    }
}

/// The number printed on a page.
pub(super) fn label(number: u32, roman: bool) -> String {
    if roman {
        crate::document::ListMarker::RomanUpper
            .text(number)
            .trim_end_matches('.')
            .to_lowercase()
    } else {
        number.to_string()
    }
}
