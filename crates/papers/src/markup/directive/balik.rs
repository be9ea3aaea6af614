//! `:::balik`: upside down, for name boards.

use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "balik",
    explanation: "isinya terbalik (papan nama); berupa gambar hiasan, jadi tulisan yang sama harus ada pula secara biasa",
    example: "Nama Lengkap, S.H.

:::balik
Nama Lengkap, S.H.
:::
",
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, _: &Given<'_>) -> Vec<Block> {
    vec![Block::Upturned(reader.children(node, 0))]
}
