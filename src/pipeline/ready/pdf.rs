//! The page that tells how far a workspace is, as PDF.

use jiff::civil::Date;

use super::page::ReadyPage;
use base::diag::{AnyProblem, InternalProblem, Lang};
use typeset::document::{
    self, Align, Block, Borders, Cell, ColumnWidth, Document, List, ListItem, ListMarker,
    Meta, ParaProps, Paragraph, Row, Section, StyleName, StyleSheet, Table, TextProps,
};
use typeset::fonts::FontBook;
use typeset::layout::Shaper;
use typeset::pdf::{self as painter, PdfFonts};
use typeset::units::Pt;

/// Draws the page.
///
/// # Errors
/// A fault inside the painter.
pub fn pdf(page: &ReadyPage, today: Date, lang: Lang) -> Result<Vec<u8>, AnyProblem> {
    let fonts = FontBook::new();
    let mut document = drawn(page, today, lang);
    let (pages, _) = typeset::set(&mut document, &mut Shaper::new(&fonts));
    painter::write(&document, &pages, &fonts, &mut PdfFonts::new(&fonts)).map_err(
        |found| {
            let detail = found.into_iter().map(|one| one.message).collect();
            InternalProblem::Internal { detail }.into()
        },
    )
}

fn drawn(page: &ReadyPage, today: Date, lang: Lang) -> Document {
    let (year, month, day) = (today.year(), today.month(), today.day());
    let meta = Meta {
        title: page.title.clone(),
        author: "naskah".into(),
        language: if lang == Lang::Id { "id-ID" } else { "en-US" }.into(),
        date: Some(document::Date::constant(year, month, day)),
        ..Meta::default()
    };
    let mut blocks = vec![line(StyleName::Judul, &page.title), table(page, lang)];
    for (title, items) in &page.lists {
        blocks.push(line(StyleName::KepalaTabel, title));
        if !items.is_empty() {
            blocks.push(list(items));
        }
    }
    let sections = vec![Section { blocks, ..Section::default() }];
    Document { meta, styles: styles(), sections, ..Document::default() }
}

fn styles() -> StyleSheet {
    let size = |points| TextProps { size: Some(Pt(points)), ..TextProps::default() };
    let bold = |points| TextProps { bold: Some(true), ..size(points) };
    let after = |points| ParaProps { after: Some(Pt(points)), ..ParaProps::default() };
    let centred = ParaProps { align: Some(Align::Center), ..after(10.0) };
    StyleSheet {
        base: (ParaProps::default(), size(10.0)),
        styles: [
            (StyleName::Judul, (centred, bold(14.0))),
            (StyleName::KepalaTabel, (after(2.0), bold(10.0))),
        ]
        .into(),
    }
}

fn line(style: StyleName, text: &str) -> Block {
    Block::Paragraph(Paragraph::plain(style, text))
}

fn table(page: &ReadyPage, lang: Lang) -> Block {
    let row = |style, cells: [&str; 3]| Row {
        cells: cells.map(|text| Cell::new(vec![line(style, text)])).into(),
        ..Row::default()
    };
    let head = match lang {
        Lang::Id => ["Keadaan", "Naskah atau perangkat daerah", "Uraian"],
        Lang::En => ["State", "Paper or office", "What is left"],
    };
    let rows = page
        .rows
        .iter()
        .map(|one| row(StyleName::IsiTabel, [one.light.1, &one.what, &one.said]));
    Block::Table(Table {
        columns: vec![
            ColumnWidth::Fit,
            ColumnWidth::Weight(1.0),
            ColumnWidth::Weight(2.0),
        ],
        head_rows: 1,
        rows: std::iter::once(row(StyleName::KepalaTabel, head)).chain(rows).collect(),
        borders: Borders::All,
        pad_x: Pt(4.0),
        pad_y: Pt(2.0),
        after: Pt(10.0),
        summary: page.title.clone(),
        ..Table::default()
    })
}

fn list(items: &[String]) -> Block {
    let item = |text: &String| ListItem { blocks: vec![line(StyleName::Butir, text)] };
    Block::List(List {
        marker: ListMarker::Bullet,
        start: 1,
        style: StyleName::Butir,
        items: items.iter().map(item).collect(),
        ..List::default()
    })
}
