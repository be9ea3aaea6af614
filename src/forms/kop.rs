//! The kop naskah dinas: emblem at the left, lines centred, a closing rule.

use std::sync::Arc;

use crate::document::{
    Align, Block, Borders, Cell, ColumnWidth, FitLines, Image, ImageData, Paragraph, Row,
    Rule, StyleName, Table, TableRole, TextProps, VAlign,
};
use crate::profil::Profil;
use crate::source::Span;
use crate::units::Pt;

/// What the kop says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kop {
    /// Lines in capitals, the government first; the last is the office and printed larger.
    pub(crate) lines: Vec<String>,
    /// Address lines.
    pub(crate) address: Vec<String>,
    /// The emblem and what it shows.
    pub(crate) emblem: Option<(Arc<ImageData>, String)>,
    /// Smaller, for sheets.
    pub(crate) compact: bool,
}

/// Sizes of the first and the last line: 3 : 4 (Pergub Sulteng 17/2023 on the base of
/// Permendagri 1/2023, second-hand).
const SIZES: (Pt, Pt) = (Pt(13.5), Pt(18.0));
/// Size of the address.
const ADDRESS: Pt = Pt(9.5);
/// What the first line and the address shrink to before they take a further line.
const LEAST: (Pt, Pt) = (Pt(9.0), Pt(7.0));
/// Height of the emblem (practice: 25 to 30 mm).
const EMBLEM: Pt = Pt::mm(25.0);

/// The kop as blocks.
pub(crate) fn kop(kop: &Kop, profil: &Profil) -> Vec<Block> {
    let scale = if kop.compact { 0.75 } else { 1.0 };
    let last = kop.lines.len().saturating_sub(1);
    let heads = kop.lines.iter().enumerate().map(|(index, text)| {
        let office = index == last && last > 0;
        let size = if office { SIZES.1 } else { SIZES.0 } * scale;
        line(text, size, office)
    });
    let fit = |lines: Vec<Paragraph>, least: Pt, size: Pt| {
        let min_scale = (least.0 / (size.0 * scale)).min(1.0);
        Block::FitLines(FitLines { lines, min_scale })
    };
    let mut text = vec![fit(heads.collect(), LEAST.0, SIZES.0)];
    let address: Vec<Paragraph> =
        kop.address.iter().map(|text| line(text, ADDRESS * scale, false)).collect();
    if !address.is_empty() {
        text.push(fit(address, LEAST.1, ADDRESS));
    }
    let mut blocks = match &kop.emblem {
        Some((data, alt)) => vec![beside_emblem(data, alt, text, scale)],
        None => text,
    };
    blocks.push(Block::Rule(Rule {
        kind: profil.kop_rule,
        before: Pt(3.0),
        after: Pt(10.0) * scale,
    }));
    blocks
}

fn line(text: &str, size: Pt, bold: bool) -> Paragraph {
    Paragraph {
        text: TextProps { size: Some(size), bold: Some(bold), ..TextProps::default() },
        ..Paragraph::plain(StyleName::Kop, text)
    }
}

fn beside_emblem(
    data: &Arc<ImageData>,
    alt: &str,
    text: Vec<Block>,
    scale: f32,
) -> Block {
    let height = EMBLEM * scale;
    #[allow(clippy::cast_precision_loss)]
    let natural = height * (data.width as f32 / data.height.max(1) as f32);
    let width = natural.min(Pt::mm(30.0));
    let image = Block::Image(Image {
        data: Arc::clone(data),
        width,
        align: Align::Left,
        alt: alt.to_owned(),
        caption: Vec::new(),
        span: Span::None,
    });
    let cell = |blocks| Cell { valign: VAlign::Middle, ..Cell::new(blocks) };
    Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![ColumnWidth::Fixed(width + Pt::mm(3.0)), ColumnWidth::Weight(1.0)],
        rows: vec![Row { cells: vec![cell(vec![image]), cell(text)], ..Row::default() }],
        borders: Borders::None,
        ..Table::default()
    })
}
