//! `:::kepala-lampiran`: which letter a lampiran belongs to.

use super::kinds::{Day, Text};
use super::spec::Told;
use super::{Directive, Given};
use crate::forms::{self, KepalaLampiran};
use crate::letter::Named;
use crate::markup::reader::{Reader, TreeNode};
use crate::officials::office;
use crate::origins::Line;
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
const NUMBER: Text = Text::new(Told::new("nomor", "nomor suratnya", "100.1.2/001/PEM"));
const DATE: Day = Day::new(Told::new(
    "tanggal",
    "hari suratnya, yang dinamai seperti `surat`, atau tanggal sebagaimana dicetak",
    "9 Desember 2024",
));
const LABEL: Text =
    Text::labels(Told::new("label", "nama baris lain di bawahnya", "Tentang"));
const VALUE: Text = Text::several(Told::new(
    "isi",
    "isi baris dari `label` di depannya",
    "Rapat Koordinasi SPM",
));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kepala-lampiran",
    explanation: "kepala lampiran di tempat yang dikatakan profil; lazimnya lewat fungsi `kepala_lampiran()`",
    attributes: &[&LETTER, &OFFICE, &ABOUT, &NUMBER, &DATE, &LABEL, &VALUE],
    example: r#":::kepala-lampiran {jabatan="Sekretaris Daerah" nomor="100.1.2/001/PEM" tanggal="9 Desember 2024"}
:::

:::kepala-lampiran {tentang="Lampiran Berita Acara" nomor="100.1.2/002/PEM"}
:::

:::kepala-lampiran {surat=undangan}
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let width = reader.sections.last().map_or(Pt::ZERO, |s| s.page.text_width());
    let named = reader.letter(given, &LETTER);
    let office = given.line(&OFFICE);
    let office = match &named {
        Some(named) => office.unwrap_or_else(|| signed_by(reader, named)),
        None => office.unwrap_or_default(),
    };
    let head = KepalaLampiran {
        office,
        number: reader.sections.iter().filter(|section| section.lampiran).count() + 1,
        about: given.line(&ABOUT),
        rows: rows(reader, given, named.as_ref()),
    };
    if let Some(section) = reader.sections.last_mut() {
        section.lampiran = true;
    }
    forms::appendix_head(&head, &reader.context.profil.lampiran, width)
}

/// Whose letter it is: that of whom it is signed on behalf of, else the signer's.
fn signed_by(reader: &mut Reader<'_>, named: &Named<'_>) -> Line {
    let surat = named.surat;
    let officials = reader.context.officials;
    if let Some(highest) = surat.atas_nama.first() {
        let span = surat.written.field("atas_nama").item(0).span();
        let held = officials.as_held(&Line::at(highest.as_str(), span));
        return reader.say_line(&held);
    }
    let id = named.letter.signer.as_ref();
    // One who is not in office is told where the paper is signed.
    let signer = id.and_then(|id| Pejabat::on(officials.all, &id.value, officials.date));
    signer.map_or_else(Line::default, |(signer, _)| reader.say_line(&office(signer)))
}

/// Number and day, as they are written or as the letter that is named has them, and what else is
/// written.
fn rows(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    named: Option<&Named<'_>>,
) -> Vec<(Line, Line)> {
    let more = given.pairs(&LABEL, &VALUE);
    // Rows that are written out stand instead of what the data says.
    let named = named.filter(|_| more.is_empty());
    let asked = given.span();
    let number = match given.line(&NUMBER) {
        Some(line) => Some(reader.or_srikandi(line, asked)),
        None => named.map(|named| reader.letter_number(named, asked)),
    };
    let day = match reader.day(given, &DATE) {
        Some((day, _)) => Some(day),
        None => named.map(|named| day_of(reader, named, asked)),
    };
    let own = [("Nomor", number), ("Tanggal", day)].into_iter();
    let own = own.filter_map(|(label, value)| Some((label.into(), value?)));
    own.chain(more).collect()
}

/// The day of a letter; a dash where it has none.
fn day_of(reader: &mut Reader<'_>, named: &Named<'_>, asked: Span) -> Line {
    let letter = &named.letter;
    match letter.date {
        None if !reader.by_srikandi() => "-".into(),
        day => reader.named_day((day, letter.date_span), "tanggal", asked),
    }
}
