//! Layout of small documents, judged by places.

mod direction;
mod pages;
mod stress;
mod tables;
mod text;

use crate::document::{
    Align, Block, Document, Face, Inline, Margins, PageSetup, ParaProps, Paragraph,
    Section, StyleName, StyleSheet, TextProps,
};
use crate::fonts::FontBook;
use crate::layout::page::{ItemKind, Page, TextItem};
use crate::layout::{Pages, Shaper, layout, settle};
use crate::units::Pt;
use base::diag::Problems;

/// 300 by 200 points of text, 12 point sans, 13.8 points a line: 14 lines a page.
fn document(blocks: Vec<Block>) -> Document {
    let margins =
        Margins { top: Pt(50.0), bottom: Pt(50.0), left: Pt(50.0), right: Pt(50.0) };
    let page = PageSetup {
        width: Pt(400.0),
        height: Pt(300.0),
        margins,
        ..PageSetup::default()
    };
    let mut styles = StyleSheet::default();
    styles.base.1 = TextProps {
        face: Some(Face::Sans),
        size: Some(Pt(12.0)),
        ..TextProps::default()
    };
    let note = TextProps { size: Some(Pt(10.0)), ..TextProps::default() };
    styles.styles.insert(StyleName::CatatanKaki, (ParaProps::default(), note));
    Document {
        styles,
        sections: vec![Section { page, blocks, ..Section::default() }],
        ..Document::default()
    }
}

fn set(mut doc: Document) -> (Pages, Problems) {
    let book = FontBook::new();
    let mut shaper = Shaper::new(&book);
    let mut problems = settle(&mut doc, &mut shaper);
    let (pages, more) = layout(&doc, &mut shaper);
    problems.extend(more);
    (pages, problems)
}

fn set_blocks(blocks: Vec<Block>) -> Pages {
    let (pages, problems) = set(document(blocks));
    assert!(problems.is_empty(), "{problems:?}");
    pages
}

fn para(text: &str) -> Block {
    Block::Paragraph(Paragraph::plain(StyleName::IsiRata, text))
}

fn with(text: &str, props: ParaProps) -> Block {
    let para = Paragraph::plain(StyleName::IsiRata, text);
    Block::Paragraph(Paragraph { props, ..para })
}

/// A paragraph of so many lines.
fn lines_of(count: usize, word: &str) -> Block {
    let mut inlines = Vec::new();
    for n in 0..count {
        if n > 0 {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::text(format!("{word}{}", n + 1)));
    }
    Block::Paragraph(Paragraph::new(StyleName::IsiRata, inlines))
}

fn texts(page: &Page) -> Vec<&TextItem> {
    page.items
        .iter()
        .filter_map(|i| if let ItemKind::Text(t) = &i.kind { Some(t) } else { None })
        .collect()
}

fn words(page: &Page) -> Vec<String> {
    texts(page).iter().map(|t| t.text.trim().to_owned()).collect()
}

fn right(text: &TextItem) -> f32 {
    text.x.0 + text.size.0 * text.glyphs.iter().map(|g| g.advance).sum::<f32>()
}

const LOREM: &str = "Sehubungan dengan pelaksanaan rapat koordinasi penerapan standar \
    pelayanan minimal, bersama ini diminta kehadiran Saudara pada acara tersebut dengan \
    membawa data capaian masing-masing perangkat daerah yang telah disusun.";
