//! `:::garis-isian`: ruled lines that are filled in by hand.

use super::kinds::{Number, Whole};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Rule, RuleKind};
use typeset::units::Pt;

const LINES: Whole =
    Whole::new((1, 60), Told::new("baris", "banyaknya garis; bawaan 3", "5"));
const GAP: Number =
    Number::mm((4.0, 30.0), Told::new("jarak", "jarak antargaris; bawaan 8", "10"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "garis-isian",
    explanation: "garis kosong untuk ditulis tangan, misalnya saran dan masukan pada notula",
    attributes: &[&LINES, &GAP],
    example: "Saran dan masukan:

:::garis-isian {baris=5 jarak=10}
:::
",
    ..Directive::read_by(read)
};

fn read(_: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let count = given.whole(&LINES).unwrap_or(3);
    let before = given.mm(&GAP).unwrap_or(Pt::mm(8.0));
    let rule = Rule { kind: RuleKind::Thin, width: None, before, after: Pt::ZERO };
    (0..count).map(|_| Block::Rule(rule)).collect()
}
