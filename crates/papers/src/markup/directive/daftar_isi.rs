//! `:::daftar-isi`: the table of contents.

use super::kinds::Whole;
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Toc};

const DEPTH: Whole = Whole::new(
    (1, 4),
    Told::new("kedalaman", "tingkat judul yang didaftar; bawaan 2", "2"),
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "daftar-isi",
    explanation: "daftar isi",
    attributes: &[&DEPTH],
    example: ":::daftar-isi {kedalaman=2}
:::

# Pendahuluan

Isi bab.
",
    ..Directive::read_by(read)
};

fn read(_: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let depth = given.whole(&DEPTH).and_then(|n| u8::try_from(n).ok());
    vec![Block::Toc(Toc { depth: depth.unwrap_or(2) })]
}
