//! Electronic signatures: the mark at which the visual is put, and the statement at the foot.

use super::signer::Method;
use crate::profil::{TandaTangan, Tte};
use field::domain::srikandi;
use typeset::document::{
    Align, Block, Border, Borders, Cell, ColumnWidth, Inline, ParaProps, Paragraph, Row,
    StyleName, Table, TableRole, TextField, TextProps, VAlign,
};
use typeset::units::{Pt, Rgb};

/// The characters a visual can be put at, in the order several signers take them: the service
/// is told one character a call (`tag_koordinat`, naskah-dinas 1.10).
pub(crate) const ANCHORS: [char; 5] = ['#', '$', '^', '*', '~'];

/// The size of a mark that nobody shall see.
const TINY: Pt = Pt(1.0);

/// What a draft says where the visual of the final paper will be.
const BOX: &str = "ruang tanda tangan elektronik";

/// Between this box and the lines around it.
const AROUND_BOX: Pt = Pt(2.0);

/// The size of these words.
const BOX_SIZE: Pt = Pt(8.0);

/// Their colour: no part of what is signed.
const BOX_COLOR: Rgb = Rgb(0x59, 0x59, 0x59);

/// Room above and below the variable of the visual.
const AROUND: Pt = Pt::mm(3.0);

/// A line is about this much higher than its letters.
const LINE: f32 = 1.3;

/// What stands where the signature will be.
pub(super) struct SigningRoom {
    /// Free room below what stands above.
    pub(super) above: Pt,
    /// The mark or the variable, or the words in the box.
    pub(super) line: Option<Paragraph>,
    /// The box that a draft shows, wide and high.
    pub(super) frame: Option<(Pt, Pt)>,
    /// Free room above the name.
    pub(super) below: Pt,
}

impl SigningRoom {
    /// By ink, the room is free; for a visual, it is the box around the mark.
    pub(super) fn new(by: Method, profil: &TandaTangan, tte: &Tte, size: Pt) -> Self {
        match by {
            Method::Ink => {
                let below = Self::height(by, profil, tte);
                Self { above: Pt::ZERO, line: None, frame: None, below }
            }
            Method::EmptyBox => {
                let text = TextProps {
                    size: Some(BOX_SIZE),
                    color: Some(BOX_COLOR),
                    ..TextProps::default()
                };
                let line =
                    Paragraph { text, ..Paragraph::plain(StyleName::TandaTangan, BOX) };
                Self {
                    above: AROUND_BOX,
                    line: Some(line),
                    frame: Some((tte.kotak.0, tte.kotak.1 - AROUND_BOX * 2.0)),
                    below: AROUND_BOX,
                }
            }
            Method::Srikandi => Self {
                above: AROUND,
                line: Some(Paragraph::plain(StyleName::TandaTangan, srikandi::SIGNATURE)),
                frame: None,
                below: AROUND,
            },
            Method::Anchor(mark) => {
                let (size, color) = if tte.jangkar_tampak {
                    (size, None)
                } else {
                    (TINY, Some(Rgb(0xFF, 0xFF, 0xFF)))
                };
                let line = Paragraph {
                    text: TextProps { size: Some(size), color, ..TextProps::default() },
                    ..Paragraph::new(
                        StyleName::TandaTangan,
                        vec![Inline::field(TextField::Anchor(mark))],
                    )
                };
                let free = (tte.kotak.1 - size * LINE).max(Pt::ZERO);
                let above = free * tte.letak_jangkar;
                Self { above, line: Some(line), frame: None, below: free - above }
            }
        }
    }

    /// The height of all of it.
    pub(super) fn height(by: Method, profil: &TandaTangan, tte: &Tte) -> Pt {
        match by {
            Method::Ink => profil.ruang,
            Method::Anchor(_) | Method::EmptyBox => tte.kotak.1,
            Method::Srikandi => Pt::ZERO,
        }
    }

    /// For a cell of its own.
    pub(super) fn blocks(self, align: Align) -> Vec<Block> {
        let Some(mut line) = self.line else {
            let empty = Paragraph::new(StyleName::TandaTangan, Vec::new());
            return vec![Block::Paragraph(empty)];
        };
        if let Some(size) = self.frame {
            return vec![framed(line, size, None)];
        }
        line.props = ParaProps { align: Some(align), ..ParaProps::default() };
        let mut blocks = Vec::new();
        if self.above > Pt::ZERO {
            blocks.push(Block::Space(self.above));
        }
        blocks.push(Block::Paragraph(line));
        blocks
    }
}

/// The box with its words: `left` from the edge, or in the middle of its room.
pub(super) fn framed(
    mut words: Paragraph,
    (width, high): (Pt, Pt),
    left: Option<Pt>,
) -> Block {
    words.props = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
    let mut cell =
        Cell { valign: VAlign::Middle, ..Cell::new(vec![Block::Paragraph(words)]) };
    cell.border = Some([Border::Thin; 4]);
    let beside = || (ColumnWidth::Weight(1.0), Cell::default());
    let middle = (ColumnWidth::Fixed(width), cell);
    let cells = match left {
        Some(_) => vec![middle],
        None => vec![beside(), middle, beside()],
    };
    let (columns, cells) = cells.into_iter().unzip();
    Block::Table(Table {
        role: TableRole::Layout,
        columns,
        rows: vec![Row { cells, min_height: high, ..Row::default() }],
        borders: Borders::None,
        before: AROUND_BOX,
        after: AROUND_BOX,
        left: left.unwrap_or_default(),
        width: left.map(|_| width),
        ..Table::default()
    })
}

/// The statement at the foot of every page, in one of the two wordings in use (naskah-dinas
/// 1.10, both SEEN-2).
pub(crate) fn statement(tte: &Tte) -> Vec<Paragraph> {
    const A: &str = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN).";
    const B: &str = "UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat (1): Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.";
    let texts = if tte.pernyataan_b { &[A, B][..] } else { &[A][..] };
    let line = |text: &&str| Paragraph {
        props: ParaProps {
            align: Some(Align::Center),
            spacing: Some(1.0),
            ..ParaProps::default()
        },
        text: TextProps { size: Some(STATEMENT), ..TextProps::default() },
        ..Paragraph::plain(StyleName::Kaki, *text)
    };
    texts.iter().map(line).collect()
}

/// Of 6.5 to 10 pt that are in use.
const STATEMENT: Pt = Pt(7.0);
