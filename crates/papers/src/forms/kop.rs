//! The kop naskah dinas. Of an office: lambang daerah at the left, lines centred, a closing
//! rule. Of the head of the region: lambang negara above (practice; its form was not read).

use std::sync::Arc;

use super::plain;
use crate::origins::Line;
use crate::profil::{AlamatKepala, JenisKop, KopProfil, TebalKop};
use base::source::Span;
use typeset::document::{
    Align, Block, Borders, Cell, ColumnWidth, Face, FitLines, Image, ImageData,
    Paragraph, Row, Rule, StyleName, Table, TableRole, TextProps, VAlign,
};
use typeset::units::Pt;

/// What the kop says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kop {
    /// Whose it is.
    pub(crate) kind: JenisKop,
    /// Lines in capitals, the government first; the last is the office and printed larger.
    pub(crate) lines: Vec<Line>,
    /// Address lines.
    pub(crate) address: Vec<Line>,
    /// The emblem and what it shows.
    pub(crate) emblem: Option<(Arc<ImageData>, String)>,
    /// A second one at the right.
    pub(crate) right: Option<(Arc<ImageData>, String)>,
    /// Smaller, for sheets.
    pub(crate) compact: bool,
}

/// What the first line and the address shrink to before they take a further line.
const LEAST: (Pt, Pt) = (Pt(9.0), Pt(7.0));

/// The kop as blocks.
pub(crate) fn kop(kop: &Kop, profil: &KopProfil) -> Vec<Block> {
    let scale = if kop.compact { 0.75 } else { 1.0 };
    let last = kop.lines.len().saturating_sub(1);
    let head = kop.kind == JenisKop::KepalaDaerah;
    let heads = kop.lines.iter().enumerate().map(|(index, text)| {
        // A head of the region has one line, and it is the office.
        let office = index == last && (last > 0 || head);
        let by_ratio = if office { profil.sizes.1 } else { profil.sizes.0 };
        let own = profil.line_sizes.get(index).or(profil.line_sizes.last());
        let bold = match profil.bold {
            TebalKop::Terakhir => office,
            TebalKop::Semua => true,
            TebalKop::Tanpa => false,
        };
        let face = profil.line_faces.get(index).copied().flatten().or(profil.face);
        line(text, *own.unwrap_or(&by_ratio) * scale, bold, face)
    });
    let first = profil.line_sizes.first().unwrap_or(&profil.sizes.0);
    let mut text = vec![fit(heads.collect(), LEAST.0, *first * scale)];
    if !head || profil.head_address == AlamatKepala::Kop {
        text.extend(address(kop, profil, scale));
    }
    let mut blocks = match &kop.emblem {
        Some(emblem) if head => {
            let mut above = vec![picture(emblem, profil.state_emblem * scale, true)];
            above.append(&mut text);
            above
        }
        Some(emblem) => {
            let emblems = (emblem, kop.right.as_ref());
            vec![beside_emblem(emblems, text, profil.emblem * scale)]
        }
        None => text,
    };
    let rule = if head { profil.head_rule } else { Some(profil.rule) };
    blocks.push(rule.map_or(Block::Space(Pt(10.0) * scale), |kind| {
        Block::Rule(Rule {
            kind,
            width: Some(profil.rule_width),
            before: Pt(3.0),
            after: Pt(10.0) * scale,
        })
    }));
    blocks
}

/// The address lines for the foot of the first page, where the profile puts them there.
pub(crate) fn kop_foot(kop: &Kop, profil: &KopProfil) -> Vec<Paragraph> {
    if kop.kind != JenisKop::KepalaDaerah || profil.head_address != AlamatKepala::Kaki {
        return Vec::new();
    }
    kop.address
        .iter()
        .map(|text| Paragraph {
            text: TextProps { size: Some(profil.address), ..TextProps::default() },
            ..plain(StyleName::Kaki, text.clone())
        })
        .collect()
}

fn fit(lines: Vec<Paragraph>, least: Pt, size: Pt) -> Block {
    Block::FitLines(FitLines { lines, min_scale: (least.0 / size.0).min(1.0) })
}

fn address(kop: &Kop, profil: &KopProfil, scale: f32) -> Option<Block> {
    let size = profil.address * scale;
    let lines: Vec<Paragraph> =
        kop.address.iter().map(|text| line(text, size, false, profil.face)).collect();
    (!lines.is_empty()).then(|| fit(lines, LEAST.1, size))
}

fn line(text: &Line, size: Pt, bold: bool, face: Option<Face>) -> Paragraph {
    Paragraph {
        text: TextProps {
            face,
            size: Some(size),
            bold: Some(bold),
            ..TextProps::default()
        },
        ..plain(StyleName::Kop, text.clone())
    }
}

/// The emblem `height` high, but at most 30 mm wide at the left: the lines need the room.
fn picture((data, alt): &(Arc<ImageData>, String), height: Pt, centred: bool) -> Block {
    #[allow(clippy::cast_precision_loss)]
    let natural = height * (data.width as f32 / data.height.max(1) as f32);
    Block::Image(Image {
        data: Arc::clone(data),
        width: if centred { natural } else { natural.min(WIDEST) },
        align: if centred { Align::Center } else { Align::Left },
        alt: alt.clone(),
        caption: Vec::new(),
        span: Span::None,
    })
}

/// The widest emblem beside lines.
const WIDEST: Pt = Pt::mm(30.0);

type Emblem = (Arc<ImageData>, String);

fn beside_emblem(
    (left, right): (&Emblem, Option<&Emblem>),
    text: Vec<Block>,
    high: Pt,
) -> Block {
    let cell = |blocks| Cell { valign: VAlign::Middle, ..Cell::new(blocks) };
    let side = |emblem| {
        let image = picture(emblem, high, false);
        let width = if let Block::Image(image) = &image { image.width } else { Pt::ZERO };
        (ColumnWidth::Fixed(width + Pt::mm(3.0)), cell(vec![image]))
    };
    let sides =
        [Some(side(left)), Some((ColumnWidth::Weight(1.0), cell(text))), right.map(side)];
    let (columns, cells) = sides.into_iter().flatten().unzip();
    Block::Table(Table {
        role: TableRole::Layout,
        columns,
        rows: vec![Row { cells, ..Row::default() }],
        borders: Borders::None,
        ..Table::default()
    })
}
