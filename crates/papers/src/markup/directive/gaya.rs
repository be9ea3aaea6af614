//! `:::gaya`: how the paragraphs in it look.

use super::kinds::{Flag, Number, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{
    Align, Block, LIST_INDENT, ParaProps, Paragraph, StyleName, TextProps,
};
use typeset::units::Pt;

const ALIGN: Word<Align> = Word::new(
    &[
        ("kiri", Align::Left),
        ("tengah", Align::Center),
        ("kanan", Align::Right),
        ("penuh", Align::Justify),
    ],
    Told::new("rata", "perataan alinea", "tengah"),
);
const SIZE: Number =
    Number::points((4.0, 144.0), Told::new("ukuran", "ukuran huruf", "11"));
const BOLD: Flag = Flag::new(Told::new("tebal", "huruf tebal", "ya"));
const LEFT: Number = Number::mm(
    (0.0, 400.0),
    Told::new(
        "kiri",
        "jarak dari tepi kiri teks; daftar bergeser kelipatan 7,5 mm yang terdekat",
        "5",
    ),
);
const RIGHT: Number =
    Number::mm((0.0, 400.0), Told::new("kanan", "jarak dari tepi kanan teks", "5"));
const BEFORE: Number =
    Number::mm((0.0, 400.0), Told::new("sebelum", "jarak di atas alinea", "2"));
const AFTER: Number =
    Number::mm((0.0, 400.0), Told::new("sesudah", "jarak di bawah alinea", "2"));
const PLAIN: Flag = Flag::new(Told::new("polos", "tanpa lekuk", "ya"));
const INDENT: Number =
    Number::mm((0.0, 100.0), Told::new("lekuk", "lekuk baris pertama", "10"));
const SPACING: Number = Number::plain(
    (0.5, 5.0),
    Told::new("spasi", "jarak baris, kelipatan tinggi huruf", "1.5"),
);
const WHOLE: Flag = Flag::new(Told::new("utuh", "alinea tidak terpotong halaman", "ya"));
const UNBROKEN: Flag =
    Flag::new(Told::new("tanpa-penggal", "kata tidak dipenggal", "ya"));
const ATTACHED: Flag =
    Flag::new(Told::new("lekat", "tidak dipisah halaman dari yang berikutnya", "ya"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "gaya",
    explanation: "gaya alinea di dalamnya",
    attributes: &[
        &ALIGN, &SIZE, &BOLD, &LEFT, &RIGHT, &BEFORE, &AFTER, &PLAIN, &INDENT, &SPACING,
        &WHOLE, &UNBROKEN, &ATTACHED,
    ],
    example: r#":::gaya {rata=penuh ukuran=11 tebal kiri=5 kanan=5 sebelum=2 sesudah=2 lekuk=10 polos spasi="1.5" utuh tanpa-penggal lekat}
Alinea dengan gaya sendiri.
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let align = given.word(&ALIGN);
    let props = ParaProps {
        align,
        left: given.mm(&LEFT),
        right: given.mm(&RIGHT),
        first_line: given.mm(&INDENT),
        before: given.mm(&BEFORE),
        after: given.mm(&AFTER),
        spacing: given.number(&SPACING),
        keep_lines: given.flag(&WHOLE).then_some(true),
        hyphenate: given.flag(&UNBROKEN).then_some(false),
        keep_next: given.flag(&ATTACHED).then_some(true),
        ..ParaProps::default()
    };
    let text = TextProps {
        size: given.points(&SIZE),
        bold: given.flag(&BOLD).then_some(true),
        ..TextProps::default()
    };
    let plain = given.flag(&PLAIN) || align.is_some_and(|a| a != Align::Justify);
    let mut blocks = reader.children(node, 0);
    restyle(&mut blocks, &props, &text, plain);
    blocks
}

/// Lays properties over paragraphs, and over the text of lists.
pub(super) fn restyle(
    blocks: &mut [Block],
    props: &ParaProps,
    text: &TextProps,
    plain: bool,
) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => apply(paragraph, props, text, plain),
            Block::List(list) => {
                if let Some(left) = props.left {
                    list.level = levels(left);
                }
                for item in &mut list.items {
                    restyle(&mut item.blocks, &ParaProps::default(), text, false);
                }
            }
            Block::Keep { blocks, .. } => restyle(blocks, props, text, plain),
            _ => {}
        }
    }
}

/// The whole levels of a list that come nearest to a distance.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn levels(left: Pt) -> u8 {
    (left.0 / LIST_INDENT.0).round().clamp(0.0, 4.0) as u8
}

fn apply(paragraph: &mut Paragraph, props: &ParaProps, text: &TextProps, plain: bool) {
    if plain && paragraph.style == StyleName::Isi {
        paragraph.style = StyleName::IsiRata;
    }
    paragraph.props = paragraph.props.over(props);
    paragraph.text = paragraph.text.over(text);
}
