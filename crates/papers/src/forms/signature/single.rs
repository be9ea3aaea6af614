//! The block of one signer.

use super::side::{self, Aside};
use super::signer::Signer;
use super::tte::{SigningRoom, framed};
use crate::profil::{ModeTte, Profil};
use typeset::document::{
    Align, Block, Borders, Cell, ColumnWidth, Inline, ParaProps, Paragraph, Row,
    StyleName, Table, TableRole,
};
use typeset::units::Pt;

/// Room above the block.
pub(super) const BEFORE: Pt = Pt(12.0);

/// Between the stamp and what stands at its left.
const BESIDE: Pt = Pt::mm(2.0);

/// The block indented by `left`, `before` below the text.
pub(crate) fn signature(
    signer: &Signer,
    aside: &Aside,
    profil: &Profil,
    left: Pt,
    before: Pt,
) -> Vec<Block> {
    if aside.initials.is_empty() && aside.qr.is_none() {
        let blocks = lines(signer, profil, left, before, Align::Left);
        return vec![Block::Keep { blocks, with_previous: 2 }];
    }
    // The stamp lies over the left third of the block; two thirds of it reach out to the left.
    let stamp = match profil.tte.mode {
        ModeTte::Basah => profil.tanda_tangan.stempel * (2.0 / 3.0),
        ModeTte::Bsre | ModeTte::Srikandi => Pt::ZERO,
    };
    let room = left - stamp - BESIDE;
    let block = lines(signer, profil, Pt::ZERO, Pt::ZERO, Align::Left);
    let below = profil.tanda_tangan.paraf_bawah && aside.qr.is_none();
    let blocks = if room >= side::LEAST && !below {
        let cells =
            [side::blocks(aside, room), block].into_iter().map(Cell::new).collect();
        vec![Block::Table(Table {
            role: TableRole::Layout,
            columns: vec![ColumnWidth::Fixed(left), ColumnWidth::Weight(1.0)],
            rows: vec![Row { cells, ..Row::default() }],
            borders: Borders::None,
            before,
            ..Table::default()
        })]
    } else {
        let mut blocks = lines(signer, profil, left, before, Align::Left);
        blocks.push(Block::Space(BEFORE));
        blocks.extend(side::blocks(aside, side::WIDEST));
        blocks
    };
    vec![Block::Keep { blocks, with_previous: 2 }]
}

/// The lines of the block.
pub(super) fn lines(
    signer: &Signer,
    profil: &Profil,
    left: Pt,
    before: Pt,
    align: Align,
) -> Vec<Block> {
    let own = &profil.tanda_tangan;
    let room = SigningRoom::new(signer.by, own, &profil.tte, profil.size);
    let mut all: Vec<(Paragraph, Pt)> = Vec::new();
    for (index, inlines) in signer.head(own).into_iter().enumerate() {
        all.push((line(inlines), if index == 0 { before } else { Pt::ZERO }));
    }
    let heads = all.len();
    let boxed = room.line.clone().zip(room.frame);
    let bare = room.line.filter(|_| room.frame.is_none());
    all.extend(bare.map(|line| (line, room.above)));
    for (index, inlines) in signer.foot(own).into_iter().enumerate() {
        all.push((line(inlines), if index == 0 { room.below } else { Pt::ZERO }));
    }
    let last = all.len() - 1;
    let mut blocks: Vec<Block> = all
        .into_iter()
        .enumerate()
        .map(|(index, (paragraph, room))| {
            Block::Paragraph(Paragraph {
                props: ParaProps {
                    align: Some(align),
                    left: Some(left),
                    before: Some(room),
                    keep_next: Some(index < last),
                    keep_lines: Some(true),
                    ..ParaProps::default()
                },
                ..paragraph
            })
        })
        .collect();
    let left = Some(left).filter(|_| align == Align::Left);
    let Some((words, size)) = boxed else { return blocks };
    blocks.insert(heads, framed(words, size, left));
    // Word processors tear lines from a table between them, but no row.
    vec![Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![ColumnWidth::Weight(1.0)],
        rows: vec![Row { cells: vec![Cell::new(blocks)], ..Row::default() }],
        borders: Borders::None,
        ..Table::default()
    })]
}

pub(super) fn line(inlines: Vec<Inline>) -> Paragraph {
    Paragraph::new(StyleName::TandaTangan, inlines)
}
