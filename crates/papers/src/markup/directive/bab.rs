//! `:::bab`: a chapter heading without a number (kata pengantar, daftar isi).

use super::kinds::{Flag, Text};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Heading, Inline};

const TITLE: Text = Text::new(Told::new("judul", "judul bab", "KATA PENGANTAR"));
const UNLISTED: Flag =
    Flag::new(Told::new("tak-terdaftar", "tidak masuk daftar isi", "ya"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "bab",
    explanation: "bab tanpa nomor (kata pengantar)",
    attributes: &[&TITLE, &UNLISTED],
    example: r#":::bab {judul="KATA PENGANTAR" tak-terdaftar}
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    vec![Block::Heading(Heading {
        level: 1,
        label: None,
        label_above: false,
        id: reader.numbering.id(),
        inlines: vec![Inline::text(given.line(&TITLE).unwrap_or_default())],
        new_page: true,
        before: None,
        hang: None,
        unlisted: given.flag(&UNLISTED),
        span: given.span(),
    })]
}
