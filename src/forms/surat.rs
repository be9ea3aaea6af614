//! Head, addressee and copies of a letter (shape "korespondensi", form of Permendagri 1/2023).

use crate::document::{
    Align, Block, Borders, Cell, ColumnWidth, Inline, List, ListItem, ListMarker,
    ParaProps, Paragraph, Row, StyleName, Table, TableRole,
};
use crate::units::Pt;

use super::details;

/// Number, urgency, enclosures and subject.
#[derive(Debug, Clone, Default)]
pub(crate) struct KepalaSurat {
    /// "Sangatta, 16 Desember 2024".
    pub(crate) tempat_tanggal: String,
    /// Rows as they are printed: label and value, the subject last.
    pub(crate) rows: Vec<(String, String)>,
}

/// Date at the right, then label and value at the left.
pub(crate) fn letter_head(head: &KepalaSurat) -> Vec<Block> {
    let date = Paragraph {
        props: ParaProps {
            align: Some(Align::Right),
            after: Some(Pt(8.0)),
            ..ParaProps::default()
        },
        ..Paragraph::plain(StyleName::Rincian, head.tempat_tanggal.as_str())
    };
    let rows: Vec<(String, Vec<Vec<Inline>>)> = head
        .rows
        .iter()
        .map(|(label, value)| (label.clone(), vec![vec![Inline::text(value.as_str())]]))
        .collect();
    let mut table = details(&rows, Pt::ZERO, None);
    if let Block::Table(table) = &mut table {
        // The subject wraps at two thirds of the width, as in the form.
        table.width = Some(Pt::mm(115.0));
        table.after = Pt(10.0);
    }
    vec![Block::Paragraph(date), table]
}

/// Who the letter goes to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tujuan {
    /// "Kepala Dinas Kesehatan"; several make a numbered list.
    pub(crate) yth: Vec<String>,
    /// "Sangatta".
    pub(crate) di: String,
}

/// "Yth." at the left, under the subject (form of 1/2023).
pub(crate) fn addressee(tujuan: &Tujuan) -> Vec<Block> {
    let line = |text: &str| Paragraph::plain(StyleName::Rincian, text);
    let mut to: Vec<Block> = match tujuan.yth.as_slice() {
        [one] => vec![Block::Paragraph(line(one))],
        many => vec![Block::List(List {
            marker: ListMarker::Decimal,
            start: 1,
            tight: true,
            items: many
                .iter()
                .map(|name| ListItem { blocks: vec![Block::Paragraph(line(name))] })
                .collect(),
            style: StyleName::Rincian,
        })],
    };
    to.push(Block::Paragraph(line("di")));
    to.push(Block::Paragraph(Paragraph {
        props: ParaProps { left: Some(Pt::mm(5.0)), ..ParaProps::default() },
        ..line(&tujuan.di)
    }));
    let yth = Cell::new(vec![Block::Paragraph(line("Yth."))]);
    vec![Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![ColumnWidth::Fixed(Pt::mm(11.0)), ColumnWidth::Weight(1.0)],
        rows: vec![Row { cells: vec![yth, Cell::new(to)], ..Row::default() }],
        borders: Borders::None,
        width: Some(Pt::mm(120.0)),
        pad_x: Pt(1.0),
        after: Pt(12.0),
        ..Table::default()
    })]
}

/// "Tembusan Yth.:" and a list, `;` between and `.` at the end.
pub(crate) fn copies(names: &[String]) -> Vec<Block> {
    if names.is_empty() {
        return Vec::new();
    }
    let head = Paragraph {
        props: ParaProps {
            before: Some(Pt(14.0)),
            keep_next: Some(true),
            ..ParaProps::default()
        },
        ..Paragraph::plain(StyleName::Tembusan, "Tembusan Yth.:")
    };
    let item = |(index, name): (usize, &String)| {
        let end = if index + 1 == names.len() { "." } else { ";" };
        let text = format!("{}{end}", name.trim_end_matches(['.', ';']));
        let line = Paragraph::plain(StyleName::Tembusan, text);
        ListItem { blocks: vec![Block::Paragraph(line)] }
    };
    let list = if let [one] = names {
        let text = format!("{}.", one.trim_end_matches(['.', ';']));
        Block::Paragraph(Paragraph::plain(StyleName::Tembusan, text))
    } else {
        Block::List(List {
            marker: ListMarker::Decimal,
            start: 1,
            tight: true,
            items: names.iter().enumerate().map(item).collect(),
            style: StyleName::Tembusan,
        })
    };
    vec![Block::Keep { blocks: vec![Block::Paragraph(head), list], with_previous: 0 }]
}
