//! Several signatures as one form: side by side, of two parties, or as a table (naskah-dinas
//! 1.11 g and i).

use super::signer::Signer;
use super::single::{BEFORE, line, lines, signature};
use super::tte::SigningRoom;
use crate::forms::plain;
use crate::origins::Line;
use crate::profil::Profil;
use field::domain::PaperRole;
use typeset::document::{
    Align, Block, Borders, Cell, ColumnWidth, Inline, ParaProps, Paragraph, Row,
    StyleName, Table, TableRole, TextProps, VAlign,
};
use typeset::units::Pt;

/// How several signatures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JointLayout {
    /// Two to a row.
    Pairs,
    /// Three to a row.
    Threes,
    /// PIHAK KEDUA at the left, PIHAK PERTAMA at the right.
    Parties,
    /// A table with a row for each.
    Table,
}

impl JointLayout {
    /// The words of the data and their values.
    pub(crate) const WORDS: [(&'static str, Self); 4] = [
        ("dua", Self::Pairs),
        ("tiga", Self::Threes),
        ("pihak", Self::Parties),
        ("tabel", Self::Table),
    ];

    /// What so many signers take when nobody says; five and more need a table.
    fn of(count: usize) -> Self {
        match count {
            0..=2 | 4 => Self::Pairs,
            3 => Self::Threes,
            _ => Self::Table,
        }
    }
}

/// Where those stand who only know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KnownPlace {
    /// Centred below the others.
    Below,
    /// At the left of the others.
    Left,
}

impl KnownPlace {
    /// The words of the data and their values.
    pub(crate) const WORDS: [(&'static str, Self); 2] =
        [("bawah", Self::Below), ("kiri", Self::Left)];
}

/// A form of several signatures.
#[derive(Debug, Clone, Default)]
pub(crate) struct JointSignature {
    /// How they stand; `None` is by their number.
    pub(crate) form: Option<JointLayout>,
    /// Where the others stand; `None` is at the left of one signer, below of several.
    pub(crate) place: Option<KnownPlace>,
    /// Lines above the signer at the right: place and date.
    pub(crate) above: Vec<Line>,
    /// Where a block of one signer and what is above a table stand.
    pub(crate) left: Pt,
    /// Who sign, in order.
    pub(crate) signers: Vec<Signer>,
    /// Who know of it.
    pub(crate) known_to: Vec<Signer>,
}

/// The form as blocks that stay together.
pub(crate) fn together(mut all: JointSignature, profil: &Profil) -> Vec<Block> {
    let form = all.form.unwrap_or_else(|| JointLayout::of(all.signers.len()));
    for known in &mut all.known_to {
        let label =
            known.role.take().map_or_else(|| "Mengetahui".into(), |(said, _)| said);
        known.above = vec![label.without_end(&[',', ':']).ours(",")];
    }
    if form == JointLayout::Parties {
        for (signer, label) in
            all.signers.iter_mut().zip(["PIHAK PERTAMA", "PIHAK KEDUA"])
        {
            signer.role = Some((label.into(), PaperRole::Signs));
        }
        all.signers.reverse();
    }
    if all.signers.is_empty() {
        std::mem::swap(&mut all.signers, &mut all.known_to);
    }
    let beside = match all.place {
        Some(place) => place == KnownPlace::Left,
        None => all.signers.len() == 1,
    };
    let mut below = all.known_to;
    if beside && form != JointLayout::Table {
        below.append(&mut all.signers);
        all.signers = std::mem::take(&mut below);
    }
    let mut blocks = Vec::new();
    match (form, all.signers.as_mut_slice()) {
        (JointLayout::Table, signers) => {
            blocks.extend(dated(&all.above, all.left));
            blocks.push(table(signers, profil));
        }
        (_, [one]) if below.is_empty() => {
            one.above.splice(0..0, all.above);
            let left = all.left;
            return signature(one, &super::Aside::default(), profil, left, BEFORE);
        }
        (form, signers) => {
            let columns = if form == JointLayout::Threes { 3 } else { 2 };
            let first_row = signers.len().min(columns);
            if let Some(right) = signers.get_mut(first_row.saturating_sub(1)) {
                right.above.splice(0..0, all.above);
            }
            blocks.push(side_by_side(signers, columns, profil));
        }
    }
    // Those who sign may fill more than a page; who only knows of it then takes the last of them
    // along and never stands alone.
    let below = match below.as_slice() {
        [] => Vec::new(),
        [one] => lines(one, profil, Pt::ZERO, BEFORE, Align::Center),
        many => vec![side_by_side(many, 2, profil)],
    };
    if !below.is_empty() {
        blocks.push(Block::Keep { blocks: below, with_previous: 2 });
    }
    blocks.push(Block::Space(Pt(8.0)));
    vec![Block::Keep { blocks, with_previous: 2 }]
}

/// Place and date above a table stand where a signature would.
fn dated(above: &[Line], left: Pt) -> Vec<Block> {
    let text = |said: &Line| {
        let props =
            ParaProps { left: Some(left), keep_next: Some(true), ..ParaProps::default() };
        let line = plain(StyleName::TandaTangan, said.clone());
        Block::Paragraph(Paragraph { props, ..line })
    };
    let mut blocks: Vec<Block> = above.iter().map(text).collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Space(BEFORE));
        blocks.push(Block::Space(Pt(6.0)));
    }
    blocks
}

/// Columns whose offices begin, and whose names stand, on one line: what is above, the room to
/// sign and what is below are rows of their own. A last row that is not full is centred.
fn side_by_side(signers: &[Signer], columns: usize, profil: &Profil) -> Block {
    let own = &profil.tanda_tangan;
    // Two grid columns a signer, so that a row of fewer stands in the middle.
    let grid = columns * 2;
    // A NIP is never torn apart, and must fit a third of the width.
    let size = (columns > 2).then_some(profil.size - Pt(1.5));
    let mut rows = Vec::new();
    for (number, group) in signers.chunks(columns).enumerate() {
        let free = grid - group.len() * 2;
        let row = |cells: Vec<Vec<Block>>, high: Pt| {
            let mut all: Vec<Cell> = Vec::new();
            let empty = |span: usize| {
                let nothing = Paragraph::new(StyleName::TandaTangan, Vec::new());
                let cell = Cell::new(vec![Block::Paragraph(nothing)]);
                Cell { colspan: span, ..cell }
            };
            if free > 0 {
                all.push(empty(free / 2));
            }
            all.extend(cells.into_iter().map(|b| Cell { colspan: 2, ..Cell::new(b) }));
            if free > 0 {
                all.push(empty(free - free / 2));
            }
            Row { cells: all, min_height: high, ..Row::default() }
        };
        let most = group.iter().map(|s| s.above.len()).max().unwrap_or_default();
        let before = if number == 0 { Pt::ZERO } else { BEFORE };
        let heads = group
            .iter()
            .map(|s| {
                // Offices stand on one line also where only one has a date above.
                let blank = || vec![Inline::text("\u{a0}")];
                let missing = most - s.above.len();
                let mut lines: Vec<Vec<Inline>> =
                    std::iter::repeat_with(blank).take(missing).collect();
                lines.extend(s.head(own));
                centred(lines, before, size)
            })
            .collect();
        let rooms = group.iter().map(|s| {
            SigningRoom::new(s.by, own, &profil.tte, profil.size).blocks(Align::Center)
        });
        let high = group.iter().map(|s| SigningRoom::height(s.by, own, &profil.tte));
        let high = high.fold(Pt::ZERO, Pt::max);
        let feet = group.iter().map(|s| centred(s.foot(own), Pt::ZERO, size)).collect();
        rows.push(row(heads, Pt::ZERO));
        rows.push(row(rooms.collect(), high));
        rows.push(row(feet, Pt::ZERO));
    }
    Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![ColumnWidth::Weight(1.0); grid],
        rows,
        borders: Borders::None,
        pad_x: Pt(3.0),
        before: BEFORE,
        ..Table::default()
    })
}

fn centred(all: Vec<Vec<Inline>>, before: Pt, size: Option<Pt>) -> Vec<Block> {
    all.into_iter()
        .enumerate()
        .map(|(index, inlines)| {
            let props = ParaProps {
                align: Some(Align::Center),
                before: (index == 0 && before > Pt::ZERO).then_some(before),
                ..ParaProps::default()
            };
            let text = TextProps { size, ..TextProps::default() };
            Block::Paragraph(Paragraph { props, text, ..line(inlines) })
        })
        .collect()
}

/// No, Nama, Jabatan, Tanda Tangan; the places to sign by turns at the left and the right, so
/// that large signatures do not meet.
fn table(signers: &[Signer], profil: &Profil) -> Block {
    let own = &profil.tanda_tangan;
    let said = |line: Line| Block::Paragraph(plain(StyleName::IsiTabel, line));
    let cell = |blocks| Cell { valign: VAlign::Middle, ..Cell::new(blocks) };
    let title = |name: &str| {
        let name = plain(StyleName::KepalaTabel, name.into());
        cell(vec![Block::Paragraph(name)])
    };
    let head = Row {
        cells: vec![
            title("No"),
            title("Nama"),
            title("Jabatan"),
            Cell { colspan: 2, ..title("Tanda Tangan") },
        ],
        ..Row::default()
    };
    let rows = signers.iter().enumerate().map(|(index, signer)| {
        let number = (index + 1).to_string();
        let mut name = vec![said(signer.name(own))];
        name.extend(signer.nip(own).map(said));
        let office = signer.office(own);
        let office = match &signer.role {
            Some((role, _)) => office.ours(" (").and(role).ours(")"),
            None => office,
        };
        let mut place = vec![said(format!("{number}. ……").as_str().into())];
        let room = SigningRoom::new(signer.by, own, &profil.tte, own_size(profil));
        place.extend(room.line.map(Block::Paragraph));
        let other = vec![said(Line::default())];
        let (left, right) = if index % 2 == 0 { (place, other) } else { (other, place) };
        let high = match signer.by {
            super::Method::Anchor(_) | super::Method::EmptyBox => profil.tte.kotak.1,
            _ => Pt::mm(11.0),
        };
        Row {
            cells: vec![
                cell(vec![said(number.as_str().into())]),
                cell(name),
                cell(vec![said(office)]),
                cell(left),
                cell(right),
            ],
            min_height: high,
            ..Row::default()
        }
    });
    Block::Table(Table {
        columns: vec![
            ColumnWidth::Fixed(Pt::mm(10.0)),
            ColumnWidth::Weight(1.0),
            ColumnWidth::Weight(1.0),
            ColumnWidth::Fixed(Pt::mm(25.0)),
            ColumnWidth::Fixed(Pt::mm(25.0)),
        ],
        head_rows: 1,
        rows: std::iter::once(head).chain(rows).collect(),
        pad_x: Pt(4.0),
        pad_y: Pt(2.0),
        before: BEFORE,
        summary: "Nama, jabatan, dan tempat tanda tangan".to_owned(),
        ..Table::default()
    })
}

fn own_size(profil: &Profil) -> Pt {
    profil.table_size
}
