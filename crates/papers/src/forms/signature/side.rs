//! What may stand at the left of a signature: the paraf of a draft, the QR.

use crate::forms::plain;
use crate::origins::Line;
use typeset::document::{
    Block, Borders, Cell, Chart, ColumnWidth, Paragraph, Row, StyleName, Table,
    TableRole, TextProps, VAlign,
};
use typeset::units::Pt;

/// What stands at the left of a signature.
#[derive(Debug, Clone, Default)]
pub(crate) struct Aside {
    /// Whose initials are wanted, the lowest first.
    pub(crate) initials: Vec<Line>,
    /// The text of the QR.
    pub(crate) qr: Option<String>,
}

/// The narrowest room for the names of offices.
pub(super) const LEAST: Pt = Pt::mm(38.0);
/// The widest the table gets.
pub(super) const WIDEST: Pt = Pt::mm(62.0);
/// Side of the QR with the free edge around it.
const QR: Pt = Pt::mm(26.0);
/// Size of the table's text.
const SMALL: Pt = Pt(8.0);
/// Room for initials.
const INITIALS: Pt = Pt::mm(16.0);

/// QR and table in a room of this width.
pub(super) fn blocks(aside: &Aside, room: Pt) -> Vec<Block> {
    let qr = aside.qr.iter().map(|text| {
        let alt = format!("Kode QR untuk memeriksa keaslian naskah: {text}");
        let code = Block::Chart(Box::new(Chart::qr(text, QR, alt)));
        // A room of its own size, so that the picture of DOCX covers nothing beside it.
        Block::Table(Table {
            role: TableRole::Layout,
            columns: vec![ColumnWidth::Fixed(QR)],
            rows: vec![Row { cells: vec![Cell::new(vec![code])], ..Row::default() }],
            borders: Borders::None,
            width: Some(QR),
            ..Table::default()
        })
    });
    let mut blocks: Vec<Block> = qr.collect();
    if !aside.initials.is_empty() {
        blocks.push(initials(&aside.initials, room.min(WIDEST)));
    }
    blocks
}

/// Whose initials a draft waits for; the highest office stands at the top.
fn initials(offices: &[Line], width: Pt) -> Block {
    let cell = |style, line: Line| {
        let text_props = TextProps { size: Some(SMALL), ..TextProps::default() };
        let paragraph = Paragraph { text: text_props, ..plain(style, line) };
        Cell { valign: VAlign::Middle, ..Cell::new(vec![Block::Paragraph(paragraph)]) }
    };
    let head = Row {
        cells: vec![
            cell(StyleName::KepalaTabel, "Paraf Hierarki".into()),
            cell(StyleName::KepalaTabel, "Paraf".into()),
        ],
        ..Row::default()
    };
    let rows = offices.iter().rev().map(|office| Row {
        cells: vec![
            cell(StyleName::IsiTabel, office.clone()),
            cell(StyleName::IsiTabel, Line::default()),
        ],
        min_height: Pt::mm(7.0),
        ..Row::default()
    });
    Block::Table(Table {
        before: Pt(4.0),
        columns: vec![ColumnWidth::Weight(1.0), ColumnWidth::Fixed(INITIALS)],
        head_rows: 1,
        rows: std::iter::once(head).chain(rows).collect(),
        pad_x: Pt(3.0),
        pad_y: Pt(1.0),
        width: Some(width),
        summary: "Pejabat yang membubuhkan paraf pada konsep naskah".to_owned(),
        ..Table::default()
    })
}
