//! Makes `letter.pdf` and `letter.docx` in the folder that is given, else here.
//!
//! `cargo run -p naskah-typeset --example letter -- FOLDER`

use std::error::Error;
use std::path::PathBuf;

use naskah_typeset::document::{
    Align, Block, Borders, Cell, ColumnWidth, Date, Document, Inline, List, ListItem,
    ListMarker, Meta, ParaProps, Paragraph, Row, Rule, Section, StyleName, StyleSheet,
    Table, TextProps,
};
use naskah_typeset::fonts::FontBook;
use naskah_typeset::layout::Shaper;
use naskah_typeset::pdf::{self, PdfFonts};
use naskah_typeset::units::Pt;
use naskah_typeset::{Lang, set, to_docx};

#[allow(clippy::print_stdout, clippy::print_stderr)]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map_or_else(PathBuf::new, PathBuf::from);
    // Faces are read once; a shaper and a painter serve one paper after another.
    let fonts = FontBook::new();
    let (mut shaper, mut painter) = (Shaper::new(&fonts), PdfFonts::new(&fonts));

    let mut document = letter();
    let (pages, problems) = set(&mut document, &mut shaper);
    for found in &problems {
        eprintln!("{}: {}", found.problem.code(), found.problem.said(Lang::En).message);
    }
    let pdf = pdf::write(&document, &pages, &fonts, &mut painter)
        .map_err(|found| found.into_iter().map(|p| p.message).collect::<String>())?;
    std::fs::write(folder.join("letter.pdf"), pdf)?;
    std::fs::write(folder.join("letter.docx"), to_docx(&document, &pages, &fonts)?)?;
    println!("{} page(s)", pages.pages.len());
    Ok(())
}

fn letter() -> Document {
    let meta = Meta {
        title: "Undangan rapat".into(),
        author: "Sekretariat Daerah".into(),
        language: "id-ID".into(),
        date: Some(Date::constant(2025, 1, 13)),
        ..Meta::default()
    };
    let blocks = vec![
        line(StyleName::Judul, "UNDANGAN RAPAT"),
        Block::Rule(Rule { after: Pt(12.0), ..Rule::default() }),
        line(StyleName::Isi, "Kami mengundang Saudara pada rapat dengan agenda berikut."),
        agenda(),
        line(StyleName::Isi, "Mohon membawa:"),
        list(&["data capaian triwulan IV;", "rencana kerja tahun depan."]),
    ];
    let sections = vec![Section { blocks, ..Section::default() }];
    Document { meta, styles: styles(), sections, ..Document::default() }
}

/// What is not said here looks like the base.
fn styles() -> StyleSheet {
    let size = |points| TextProps { size: Some(Pt(points)), ..TextProps::default() };
    let spaced = |align| ParaProps {
        align: Some(align),
        after: Some(Pt(6.0)),
        spacing: Some(1.15),
        ..ParaProps::default()
    };
    let title = TextProps { bold: Some(true), ..size(14.0) };
    let head = TextProps { bold: Some(true), ..TextProps::default() };
    StyleSheet {
        base: (ParaProps::default(), size(11.0)),
        styles: [
            (StyleName::Isi, (spaced(Align::Justify), TextProps::default())),
            (StyleName::Judul, (spaced(Align::Center), title)),
            (StyleName::KepalaTabel, (ParaProps::default(), head)),
        ]
        .into(),
    }
}

fn line(style: StyleName, text: &str) -> Block {
    Block::Paragraph(Paragraph::plain(style, text))
}

fn agenda() -> Block {
    let row = |style, cells: [&str; 2]| Row {
        cells: cells.map(|text| Cell::new(vec![line(style, text)])).into(),
        ..Row::default()
    };
    Block::Table(Table {
        columns: vec![ColumnWidth::Fit, ColumnWidth::Weight(1.0)],
        head_rows: 1,
        rows: vec![
            row(StyleName::KepalaTabel, ["Waktu", "Acara"]),
            row(StyleName::IsiTabel, ["09.00–09.15", "Pembukaan"]),
            row(StyleName::IsiTabel, ["09.15–11.00", "Pembahasan capaian"]),
        ],
        borders: Borders::All,
        pad_x: Pt(4.0),
        pad_y: Pt(2.0),
        after: Pt(8.0),
        caption: vec![Inline::text("Agenda")],
        summary: "Waktu dan acara rapat".into(),
        ..Table::default()
    })
}

fn list(items: &[&str]) -> Block {
    let item = |text: &&str| ListItem { blocks: vec![line(StyleName::Butir, text)] };
    Block::List(List {
        marker: ListMarker::Alpha,
        start: 1,
        style: StyleName::Butir,
        items: items.iter().map(item).collect(),
        ..List::default()
    })
}
