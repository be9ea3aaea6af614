//! `:::kepala-surat`: date, number and subject of a letter.

use comrak::nodes::NodeValue;

use super::kinds::Text;
use super::spec::Told;
use super::{Directive, Given};
use crate::facts::is_number;
use crate::forms::{self, KepalaSurat};
use crate::markup::reader::{Node, Reader};
use base::source::Spanned;
use typeset::document::Block;

const PLACE: Text = Text::new(Told::new("tempat", "tempat surat dibuat", "Sangatta"));
const DATE: Text =
    Text::new(Told::new("tanggal", "tanggal sebagaimana dicetak", "9 Desember 2024"));
const LABEL: Text = Text::several(Told::new(
    "label",
    "nama baris; label `Hal` dicetak menurut profil",
    "Nomor",
));
const VALUE: Text = Text::several(Told::new(
    "isi",
    "isi baris dari `label` di depannya",
    "100.1.2/001/PEM",
));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kepala-surat",
    explanation: "tanggal, Nomor, Sifat, Lampiran, Hal; lazimnya lewat fungsi `kepala_surat()`",
    attributes: &[&PLACE, &DATE, &LABEL, &VALUE],
    example: r#":::kepala-surat {tempat="Sangatta" tanggal="9 Desember 2024" label="Nomor" isi="100.1.2/001/PEM" label="Hal" isi="Undangan"}
:::
"#,
    function: None,
    read,
};

/// Where the profile sets the addressee beside the letter head, the head waits for a `:::tujuan`
/// that follows at once.
fn read(reader: &mut Reader<'_>, node: Node<'_>, given: &Given<'_>) -> Vec<Block> {
    let profil = reader.context.profil;
    if let Some((number, span)) = given.value_of((&LABEL, &VALUE), is_number) {
        reader.facts.number(number, span);
    }
    if let Some((date, span)) = given.placed(&DATE) {
        reader.facts.date = Some(Spanned::new(date.to_owned(), span));
    }
    let head = KepalaSurat {
        place: given.text(&PLACE),
        date: reader.date(given.text(&DATE), given.span()),
        rows: reader.numbered(given.pairs(&LABEL, &VALUE), given.span()),
    };
    if profil.tujuan.kanan && is_next(reader, node, super::tujuan::DIRECTIVE.name) {
        reader.head = Some(head);
        return Vec::new();
    }
    forms::letter_head(&head, &profil.surat)
}

/// Whether the next block is a directive of a name.
fn is_next(reader: &Reader<'_>, node: Node<'_>, name: &str) -> bool {
    let next = node.next_sibling();
    let next = next.filter(|n| matches!(n.data().value, NodeValue::BlockDirective(_)));
    next.is_some_and(|n| {
        reader.source(n).trim_start_matches(':').trim_start().starts_with(name)
    })
}
