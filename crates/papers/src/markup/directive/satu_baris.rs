//! `:::satu-baris`: paragraphs that shrink until each stands on one line.

use super::gaya::restyle;
use super::kinds::{Flag, Number, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Align, Block, FitLines, ParaProps, TextProps};
use typeset::units::Pt;

/// Size of a line that does not say one.
const LINE: Pt = Pt(12.0);

const SIZE: Number = Number::points(
    (4.0, 400.0),
    Told::new("ukuran", "ukuran huruf bila cukup; bawaan 12", "40"),
);
const LEAST: Number = Number::points(
    (4.0, 400.0),
    Told::new(
        "terkecil",
        "ukuran paling kecil; bila belum cukup, dibagi menjadi dua baris; bawaan separuh `ukuran`",
        "14",
    ),
);
const BOLD: Flag = Flag::new(Told::new("tebal", "huruf tebal", "ya"));
const ALIGN: Word<Align> = Word::new(
    &[("kiri", Align::Left), ("tengah", Align::Center), ("kanan", Align::Right)],
    Told::new("rata", "perataan; bawaan `kiri`", "tengah"),
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "satu-baris",
    explanation: "setiap alinea dikecilkan sampai muat satu baris",
    attributes: &[&SIZE, &LEAST, &BOLD, &ALIGN],
    example: ":::satu-baris {ukuran=40 terkecil=14 tebal rata=tengah}
Nama Lengkap, S.H.
:::
",
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let size = given.points(&SIZE).unwrap_or(LINE);
    let least = given.points(&LEAST).unwrap_or(size / 2.0);
    let props = ParaProps {
        align: Some(given.word(&ALIGN).unwrap_or_default()),
        first_line: Some(Pt::ZERO),
        after: Some(Pt::ZERO),
        spacing: Some(1.0),
        ..ParaProps::default()
    };
    let text = TextProps {
        size: Some(size),
        bold: given.flag(&BOLD).then_some(true),
        ..TextProps::default()
    };
    let mut blocks = reader.children(node, 0);
    restyle(&mut blocks, &props, &text, true);
    let mut out = Vec::new();
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(line) => lines.push(line),
            other => out.push(other),
        }
    }
    if !lines.is_empty() {
        let min_scale = (least.0 / size.0.max(1.0)).min(1.0);
        out.insert(0, Block::FitLines(FitLines { lines, min_scale }));
    }
    out
}
