//! `:::kepala-lampiran`: which letter a lampiran belongs to.

use super::kinds::Text;
use super::{Directive, Given};
use crate::forms::{self, KepalaLampiran};
use crate::markup::reader::{Node, Reader};
use typeset::document::Block;
use typeset::units::Pt;

const OFFICE: Text =
    Text::new("jabatan", "jabatan yang menandatangani suratnya", "Sekretaris Daerah");
const ABOUT: Text =
    Text::new("tentang", "kata pengganti “Lampiran Surat …”", "Lampiran Berita Acara");
const LABEL: Text = Text::several("label", "nama baris", "Nomor");
const VALUE: Text =
    Text::several("isi", "isi baris dari `label` di depannya", "100.1.2/001/PEM");

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kepala-lampiran",
    explanation: "kepala lampiran di tempat yang dikatakan profil; lazimnya lewat fungsi `kepala_lampiran()`",
    attributes: &[&OFFICE, &ABOUT, &LABEL, &VALUE],
    example: r#":::kepala-lampiran {jabatan="Sekretaris Daerah" label="Nomor" isi="100.1.2/001/PEM" label="Tanggal" isi="9 Desember 2024"}
:::

:::kepala-lampiran {tentang="Lampiran Berita Acara" label="Nomor" isi="100.1.2/002/PEM"}
:::
"#,
    function: None,
    read,
};

fn read(reader: &mut Reader<'_>, _: Node<'_>, given: &Given<'_>) -> Vec<Block> {
    let width = reader.sections.last().map_or(Pt::ZERO, |s| s.page.text_width());
    let before = reader.sections.iter().filter(|section| section.lampiran).count();
    let head = KepalaLampiran {
        number: before + 1,
        office: given.text(&OFFICE),
        about: given.maybe(&ABOUT),
        rows: reader.numbered(given.pairs(&LABEL, &VALUE), given.span()),
    };
    if let Some(section) = reader.sections.last_mut() {
        section.lampiran = true;
    }
    forms::appendix_head(&head, &reader.context.profil.lampiran, width)
}
