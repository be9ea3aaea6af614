//! `:::tembusan`: who gets a copy.

use super::kinds::Text;
use super::spec::Told;
use super::{Directive, Function, Given};
use crate::forms;
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;

const NAME: Text =
    Text::several(Told::new("nama", "yang mendapat tembusan", "Inspektur Daerah"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "tembusan",
    explanation: "Tembusan Yth.",
    attributes: &[&NAME],
    example: r#":::tembusan {nama="Bupati Kutai Timur" nama="Inspektur Daerah"}
:::
"#,
    function: Some(Function {
        name: "tembusan",
        explanation: "tembusan",
        example: "{{ tembusan(surat.tembusan) }}",
        by_place: &[&NAME],
        defaults: &[],
    }),
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    forms::copies(&given.lines(&NAME), &reader.context.profil.surat)
}
