//! `:::butir`: numbered lists with another mark than `1.`

use super::kinds::Word;
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, ListMarker};

const MARK: Word<ListMarker> = Word::new(
    &[
        ("angka", ListMarker::Decimal),
        ("angka-kurung", ListMarker::DecimalParen),
        ("huruf", ListMarker::Alpha),
        ("huruf-kurung", ListMarker::AlphaParen),
        ("huruf-kapital", ListMarker::AlphaUpper),
        ("romawi", ListMarker::RomanUpper),
    ],
    Told::new("tanda", "tanda butir: `1.`, `1)`, `a.`, `a)`, `A.`, atau `I.`", "huruf"),
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "butir",
    explanation: "tanda daftar bernomor di dalamnya",
    attributes: &[&MARK],
    example: ":::butir {tanda=huruf}
1. bahwa tandanya a.;
1. bahwa tandanya b.
:::
",
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let marker = given.word(&MARK);
    let mut blocks = reader.children(node, 0);
    for block in &mut blocks {
        if let (Block::List(list), Some(marker)) = (block, marker)
            && list.marker != ListMarker::Bullet
        {
            list.marker = marker;
        }
    }
    blocks
}
