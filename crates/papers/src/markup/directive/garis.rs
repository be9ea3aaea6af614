//! `:::garis`: a rule across the text.

use super::kinds::{Number, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Rule, RuleKind};
use typeset::units::Pt;

const KIND: Word<RuleKind> = Word::new(
    &[
        ("tipis", RuleKind::Thin),
        ("tebal", RuleKind::Thick),
        ("ganda", RuleKind::ThickThin),
        ("putus", RuleKind::Dashed),
    ],
    Told::new("jenis", "rupa garis; bawaan `tipis`", "putus"),
);
const BEFORE: Number =
    Number::mm((0.0, 400.0), Told::new("sebelum", "jarak di atasnya", "2"));
const AFTER: Number =
    Number::mm((0.0, 400.0), Told::new("sesudah", "jarak di bawahnya", "2"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "garis",
    explanation: "garis mendatar",
    attributes: &[&KIND, &BEFORE, &AFTER],
    example: ":::garis {jenis=putus sebelum=2 sesudah=2}
:::
",
    ..Directive::read_by(read)
};

fn read(_: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let kind = given.word(&KIND).unwrap_or_default();
    let before = given.mm(&BEFORE).unwrap_or(Pt(3.0));
    let after = given.mm(&AFTER).unwrap_or(Pt(6.0));
    vec![Block::Rule(Rule { kind, width: None, before, after })]
}
