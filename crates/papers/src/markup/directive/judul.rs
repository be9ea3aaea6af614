//! `:::judul`: the title of a paper.

use super::{Directive, Given};
use crate::markup::reader::{Node, Reader};
use typeset::document::{Block, StyleName};
use typeset::units::Pt;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "judul",
    explanation: "alinea pertama menjadi judul, lainnya subjudul",
    attributes: &[],
    example: ":::judul
DAFTAR UNDANGAN

Rapat Koordinasi SPM
:::
",
    function: None,
    read,
};

fn read(reader: &mut Reader<'_>, node: Node<'_>, _: &Given<'_>) -> Vec<Block> {
    let mut blocks = reader.children(node, 0);
    if let Some(number) = reader.own_number(node) {
        reader.facts.number(&number.value, number.span);
    }
    reader.numbered_lines(node);
    let last = blocks.len().saturating_sub(1);
    for (index, block) in blocks.iter_mut().enumerate() {
        if let Block::Paragraph(paragraph) = block {
            paragraph.style =
                if index == 0 { StyleName::Judul } else { StyleName::SubJudul };
            let after = if index == last { 12.0 } else { 2.0 };
            paragraph.props.after = Some(Pt(after));
        }
    }
    blocks
}
