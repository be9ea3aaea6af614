//! `:::halaman-baru`: what follows stands on the next page.

use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "halaman-baru",
    explanation: "pindah halaman",
    example: ":::halaman-baru
:::

Halaman baru.
",
    ..Directive::read_by(read)
};

fn read(_: &mut Reader<'_>, _: TreeNode<'_>, _: &Given<'_>) -> Vec<Block> {
    vec![Block::PageBreak]
}
