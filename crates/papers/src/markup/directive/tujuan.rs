//! `:::tujuan`: to whom a letter goes.

use super::kinds::Text;
use super::spec::Told;
use super::{Directive, Function, Given};
use crate::forms::{self, Tujuan};
use crate::markup::reader::{Reader, TreeNode};
use base::source::Spanned;
use typeset::document::Block;

const TO: Text = Text::several(Told::new(
    "yth",
    "jabatan atau nama yang dituju",
    "Kepala Dinas Kesehatan",
));
const PLACE: Text = Text::new(Told::new("di", "tempat yang dituju", "Sangatta"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "tujuan",
    explanation: "Yth. … di …",
    attributes: &[&TO, &PLACE],
    example: r#":::tujuan {yth="Kepala Dinas Kesehatan" yth="Kepala Dinas Sosial" di="Sangatta"}
:::
"#,
    function: Some(Function {
        name: "tujuan",
        explanation: "tujuan dan tempat",
        example: "{{ tujuan(opd.sebutan_kepala, opd.tempat) }}",
        by_place: &[&TO, &PLACE],
        defaults: &[],
    }),
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let profil = reader.context.profil;
    let names = given.lines(&TO);
    let told = names.iter().map(|name| Spanned::new(name.text.clone(), given.span()));
    reader.facts.recipients.extend(told);
    let to = Tujuan { names, place: given.line(&PLACE).unwrap_or_default() };
    match reader.head.take() {
        Some(head) => forms::head_beside(&head, &to, &profil.surat, &profil.tujuan),
        None => forms::addressee(&to, &profil.tujuan),
    }
}
