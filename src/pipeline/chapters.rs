//! Chapters begin a page, so the last page of the one before may hold a few lines only. Such a
//! chapter is set a little tighter and ends a page earlier, if that can be had; otherwise the next one
//! begins under it.

use super::fit::RESERVE;
use base::diag::Problems;
use typeset::document::{Block, Document, PageSetup, Section, squeeze};
use typeset::layout::page::{ItemKind, Page};
use typeset::layout::{self, Pages, Shaper};
use typeset::units::Pt;

/// The part of the last page's height up to which it is nearly empty.
const NEARLY_EMPTY: f32 = 0.33;

/// How tight is tried, the loosest first.
const STEPS: [f32; 4] = [0.25, 0.5, 0.75, 1.0];

/// Sets a document that is not yet settled, its chapters evened out.
pub(super) fn set(document: &mut Document, shaper: &mut Shaper<'_>) -> (Pages, Problems) {
    let all: Vec<_> =
        document.sections.iter().map(|section| chapters(&section.blocks)).collect();
    // Where each section is one chapter, the pages themselves tell whether it is well: no other
    // can begin under it.
    if all.iter().all(|chapters| matches!(chapters.as_slice(), [] | [(0, _)])) {
        let mut tried = document.clone();
        let (pages, problems) = typeset::set(&mut tried, shaper);
        let alone =
            |index: usize| !all[index].is_empty() && ends_alone(document, &pages, index);
        if !(0..all.len()).any(alone) {
            *document = tried;
            return (pages, problems);
        }
    }
    even_out(document, shaper);
    typeset::set(document, shaper)
}

/// Whether a section goes over more pages than one, and its last lines stand alone on the last.
fn ends_alone(document: &Document, pages: &Pages, section: usize) -> bool {
    let setup = &document.sections[section].page;
    let own: Vec<&Page> =
        pages.pages.iter().filter(|page| page.section == section).collect();
    let lowest = lowest(own.last().copied(), setup.height - setup.margins.bottom);
    own.len() > 1 && is_nearly_empty(setup, lowest)
}

/// Whether a page whose text reaches down to there holds a few lines only.
fn is_nearly_empty(setup: &PageSetup, lowest: Pt) -> bool {
    (lowest - setup.margins.top).0 / setup.text_height().0 <= NEARLY_EMPTY
}

/// Sets the chapters of a document that is not yet settled.
fn even_out(document: &mut Document, shaper: &mut Shaper<'_>) {
    for index in 0..document.sections.len() {
        let mut chapters =
            chapters(&document.sections[index].blocks).into_iter().peekable();
        while let Some((from, mut to)) = chapters.next() {
            loop {
                let blocks = document.sections[index].blocks[from..to].to_vec();
                let Some(answer) = needed(document, index, &blocks, shaper) else {
                    break;
                };
                let Document { sections, styles, .. } = &mut *document;
                let all = &mut sections[index].blocks;
                if let Remedy::Tighter(part) = answer {
                    squeeze(&mut all[from..to], styles, part);
                    break;
                }
                let follows = chapters
                    .next_if(|next| is_numbered(&all[from]) && is_numbered(&all[next.0]));
                let Some((next, end)) = follows else { break };
                follow(&mut all[next]);
                to = end;
            }
        }
    }
}

/// What helps a chapter whose last lines would stand alone on a page.
enum Remedy {
    /// It is set tighter by this part.
    Tighter(f32),
    /// The next one begins under it.
    Followed,
}

/// Room above a chapter that begins under another one.
const ABOVE: Pt = Pt(24.0);

/// Lets a chapter begin under the one before.
fn follow(block: &mut Block) {
    if let Block::Heading(heading) = block {
        heading.new_page = false;
        heading.before = Some(ABOVE);
    }
}

/// Whether a chapter is one of a row; what comes before and behind them stands alone.
fn is_numbered(block: &Block) -> bool {
    matches!(block, Block::Heading(heading) if heading.label.is_some())
}

/// The chapters among the blocks of a section.
fn chapters(blocks: &[Block]) -> Vec<(usize, usize)> {
    let begins =
        |block: &Block| matches!(block, Block::Heading(h) if h.new_page && h.level == 1);
    let starts: Vec<usize> =
        (0..blocks.len()).filter(|&at| begins(&blocks[at])).collect();
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    starts.iter().copied().zip(ends).collect()
}

/// What a chapter needs so that its last lines do not stand alone on a page; `None` when they do
/// not.
fn needed(
    document: &Document,
    section: usize,
    blocks: &[Block],
    shaper: &mut Shaper<'_>,
) -> Option<Remedy> {
    let mut pages = |part: f32| {
        let mut blocks = blocks.to_vec();
        squeeze(&mut blocks, &document.styles, part);
        let Section { page, numbers, header, footer, lampiran, .. } =
            &document.sections[section];
        let section = Section {
            page: *page,
            numbers: *numbers,
            header: header.clone(),
            footer: footer.clone(),
            lampiran: *lampiran,
            blocks,
        };
        let mut alone = Document {
            meta: document.meta.clone(),
            styles: document.styles.clone(),
            sections: vec![section],
            watermark: None,
            catchwords: document.catchwords,
            classic_pdf: document.classic_pdf,
            anchors: document.anchors.clone(),
        };
        let page = alone.sections[0].page;
        // What is set tighter must fit in word processors as well.
        if part > 0.0 {
            alone.sections[0].page.height -= page.text_height() * RESERVE;
        }
        layout::settle(&mut alone, shaper);
        let (pages, _) = layout::layout(&alone, shaper);
        (pages.pages.len(), lowest(pages.pages.last(), page.height - page.margins.bottom))
    };
    let (count, lowest) = pages(0.0);
    let setup = &document.sections[section].page;
    if !is_nearly_empty(setup, lowest) {
        return None;
    }
    let fewer = |part: &f32| count > 1 && pages(*part).0 < count;
    let tighter = STEPS.into_iter().find(fewer);
    Some(tighter.map_or(Remedy::Followed, Remedy::Tighter))
}

/// How far down the text of the last page reaches; what stands at its foot does not count.
fn lowest(last: Option<&Page>, foot: Pt) -> Pt {
    let items = last.into_iter().flat_map(|page| &page.items);
    let reach = items.filter(|item| item.node.is_some()).map(|item| match &item.kind {
        ItemKind::Text(text) => text.y,
        ItemKind::Image { rect, .. } => rect[1] + rect[3],
        _ => Pt::ZERO,
    });
    reach.filter(|y| *y <= foot).fold(Pt::ZERO, Pt::max)
}
