//! `:::jarak`: empty room.

use super::kinds::Number;
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;
use typeset::units::Pt;

const HEIGHT: Number =
    Number::mm((0.0, 400.0), Told::new("mm", "tingginya; bawaan 5", "10"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "jarak",
    explanation: "ruang kosong",
    attributes: &[&HEIGHT],
    example: ":::jarak {mm=10}
:::
",
    ..Directive::read_by(read)
};

fn read(_: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    vec![Block::Space(given.mm(&HEIGHT).unwrap_or(Pt::mm(5.0)))]
}
