//! `:::sel`: several paragraphs that are one column.

use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "sel",
    explanation: "beberapa alinea sebagai satu kolom",
    example: r#"::::kolom {lebar="* 60"}
:::sel
Kolom kiri.

Alinea kedua kolom kiri.
:::
Kolom kanan.
::::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, _: &Given<'_>) -> Vec<Block> {
    reader.children(node, 0)
}
