//! `:::catatan`: a note in a box.

use super::{Directive, Given};
use crate::forms;
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "catatan",
    explanation: "catatan dalam kotak",
    example: ":::catatan
Angka pada tabel bersifat sementara.
:::
",
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, _: &Given<'_>) -> Vec<Block> {
    vec![forms::remarks(reader.children(node, 0))]
}
