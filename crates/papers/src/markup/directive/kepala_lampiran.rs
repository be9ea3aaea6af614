//! `:::kepala-lampiran`: which letter a lampiran belongs to.

use super::kinds::Text;
use super::spec::Told;
use super::{Directive, Given};
use crate::forms::{self, KepalaLampiran};
use crate::letter::Named;
use crate::markup::reader::{Node, Reader};
use crate::officials::office;
use base::source::Span;
use field::domain::Pejabat;
use typeset::document::Block;
use typeset::units::Pt;

const LETTER: Text = Text::new(Told::new(
    "surat",
    "surat yang dimaksud, yaitu nama templatnya dalam `data/surat.toml`: penanda tangan, Nomor, dan Tanggal menurut data; yang ditulis di sampingnya menggantikannya",
    "undangan",
));
const OFFICE: Text = Text::new(Told::new(
    "jabatan",
    "jabatan yang menandatangani suratnya",
    "Sekretaris Daerah",
));
const ABOUT: Text = Text::new(Told::new(
    "tentang",
    "kata pengganti “Lampiran Surat …”",
    "Lampiran Berita Acara",
));
const LABEL: Text = Text::several(Told::new("label", "nama baris", "Nomor"));
const VALUE: Text = Text::several(Told::new(
    "isi",
    "isi baris dari `label` di depannya",
    "100.1.2/001/PEM",
));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kepala-lampiran",
    explanation: "kepala lampiran di tempat yang dikatakan profil; lazimnya lewat fungsi `kepala_lampiran()`",
    attributes: &[&LETTER, &OFFICE, &ABOUT, &LABEL, &VALUE],
    example: r#":::kepala-lampiran {jabatan="Sekretaris Daerah" label="Nomor" isi="100.1.2/001/PEM" label="Tanggal" isi="9 Desember 2024"}
:::

:::kepala-lampiran {tentang="Lampiran Berita Acara" label="Nomor" isi="100.1.2/002/PEM"}
:::

:::kepala-lampiran {surat=undangan}
:::
"#,
    function: None,
    read,
};

fn read(reader: &mut Reader<'_>, _: Node<'_>, given: &Given<'_>) -> Vec<Block> {
    let width = reader.sections.last().map_or(Pt::ZERO, |s| s.page.text_width());
    let named = reader.letter(given, &LETTER);
    let office = given.maybe(&OFFICE);
    let rows = given.pairs(&LABEL, &VALUE);
    let (office, rows) = match &named {
        Some(named) => (
            office.unwrap_or_else(|| signed_by(reader, named)),
            if rows.is_empty() { of_letter(reader, named, given.span()) } else { rows },
        ),
        None => (office.unwrap_or_default(), rows),
    };
    let head = KepalaLampiran {
        office,
        number: reader.sections.iter().filter(|section| section.lampiran).count() + 1,
        about: given.maybe(&ABOUT),
        rows: reader.numbered(rows, given.span()),
    };
    if let Some(section) = reader.sections.last_mut() {
        section.lampiran = true;
    }
    forms::appendix_head(&head, &reader.context.profil.lampiran, width)
}

/// Whose letter it is: that of whom it is signed on behalf of, else the signer's.
fn signed_by(reader: &mut Reader<'_>, named: &Named<'_>) -> String {
    let surat = named.surat;
    if let Some(highest) = surat.atas_nama.first() {
        let span = surat.written.field("atas_nama").item(0).span();
        return reader.say(highest, span);
    }
    let officials = reader.context.officials;
    let id = named.letter.signer.as_ref();
    // One who is not in office is told where the paper is signed.
    let signer = id.and_then(|id| Pejabat::on(officials.all, &id.value, officials.date));
    signer.map_or_else(String::new, |(signer, _)| reader.say_line(office(signer)))
}

/// Number and day of a letter.
fn of_letter(
    reader: &mut Reader<'_>,
    named: &Named<'_>,
    asked: Span,
) -> Vec<(String, String)> {
    let letter = &named.letter;
    let number = reader.letter_number(named);
    let day = match letter.date {
        Some(_) => reader.named_day((letter.date, letter.date_span), "tanggal", asked),
        None => "-".to_owned(),
    };
    vec![("Nomor".to_owned(), number), ("Tanggal".to_owned(), day)]
}
