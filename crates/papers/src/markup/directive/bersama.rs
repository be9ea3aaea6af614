//! `:::bersama`: what no page parts.

use super::kinds::Whole;
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;

const WITH: Whole =
    Whole::new((0, 100), Told::new("dengan", "jumlah baris sebelumnya yang dibawa", "2"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "bersama",
    explanation: "isinya tidak dipisah halaman",
    attributes: &[&WITH],
    example: "::::bersama {dengan=2}
Kalimat ini dan garis di bawahnya tidak dipisah halaman.

:::garis {jenis=putus}
:::
::::
",
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let with_previous = given.whole(&WITH).and_then(|n| u8::try_from(n).ok());
    let with_previous = with_previous.unwrap_or_default();
    vec![Block::Keep { blocks: reader.children(node, 0), with_previous }]
}
