//! `:::kepala-surat`: date, number and subject of a letter, named by id or written out.

use comrak::nodes::NodeValue;

use super::kinds::{Day, Text};
use super::spec::{Attribute as _, Told};
use super::{Directive, Given, said};
use crate::forms::{self, HeadRow, KepalaSurat};
use crate::letter::Named;
use crate::markup::reader::{Reader, TreeNode};
use crate::notation;
use crate::origins::Line;
use base::source::Span;
use field::domain::GivenBy;
use typeset::document::Block;

const PLACE: Text = Text::new(Told::new("tempat", "tempat surat dibuat", "Sangatta"));
const LETTER: Text = Text::new(Told::new(
    "surat",
    "surat yang dimaksud, yaitu nama templatnya dalam `data/surat.toml`: tempat, tanggal, Nomor, Sifat, Lampiran, dan Hal menurut data; yang ditulis di sampingnya menggantikannya",
    "undangan",
));
const DATE: Day = Day::new(Told::new(
    "tanggal",
    "hari yang dinamai seperti `surat`, atau tanggal sebagaimana dicetak",
    "9 Desember 2024",
));
const NUMBER: Text = Text::new(Told::new(
    "nomor",
    "nomor naskah ini; di sinilah, pada `:::judul`, atau pada `:::rincian` sebuah naskah menyatakan nomornya",
    "100.1.2/001/PEM",
));
const URGENCY: Text = Text::new(Told::new("sifat", "isi baris Sifat", "Segera"));
const ENCLOSED: Text =
    Text::new(Told::new("lampiran", "isi baris Lampiran", "1 (satu) berkas"));
const SUBJECT: Text =
    Text::new(Told::new("hal", "isi baris Hal; rupanya menurut profil", "Undangan"));
const LABEL: Text = Text::labels(Told::new(
    "label",
    "nama baris lain di bawahnya; `Nomor`, `Sifat`, `Lampiran`, dan `Hal` sama dengan atributnya",
    "Kode",
));
const VALUE: Text =
    Text::several(Told::new("isi", "isi baris dari `label` di depannya", "A-1"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kepala-surat",
    explanation: "tanggal, Nomor, Sifat, Lampiran, Hal; lazimnya lewat fungsi `kepala_surat()`",
    attributes: &[
        &LETTER, &PLACE, &DATE, &NUMBER, &URGENCY, &ENCLOSED, &SUBJECT, &LABEL, &VALUE,
    ],
    example: r#":::kepala-surat {tempat="Sangatta" tanggal="9 Desember 2024" nomor="100.1.2/001/PEM" hal="Undangan"}
:::

:::kepala-surat {surat=undangan hal="Undangan kedua" label="Kode" isi="A-1"}
:::
"#,
    ..Directive::read_by(read)
};

/// Where the profile sets the addressee beside the letter head, the head waits for a `:::tujuan`
/// that follows at once.
fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let profil = reader.context.profil;
    reader.facts.forms.head.get_or_insert(given.span());
    let named = reader.letter(given, &LETTER);
    let date = dated(reader, given, named.as_ref());
    let head = KepalaSurat {
        place: place(reader, given, named.is_some()),
        date,
        rows: rows(reader, given, named.as_ref()),
    };
    if profil.tujuan.kanan && is_next(reader, node, super::tujuan::DIRECTIVE.name) {
        reader.head = Some(head);
        return Vec::new();
    }
    forms::letter_head(&head, &profil.surat)
}

/// The day of the letter as it is printed.
fn dated(reader: &mut Reader<'_>, given: &Given<'_>, named: Option<&Named<'_>>) -> Line {
    if let Some((text, day)) = reader.day(given, &DATE) {
        reader.facts.date = day;
        return text;
    }
    let Some(named) = named else { return reader.date(Line::default(), given.span()) };
    let day = named.letter.date;
    reader.facts.date = day;
    let open = if day.is_none() { named.letter.span } else { named.letter.date_span };
    reader.named_day((day, open), "tanggal", given.span())
}

/// The place that is written, or the office's.
fn place(reader: &mut Reader<'_>, given: &Given<'_>, named: bool) -> Line {
    let settings = reader.context.letters.workspace.map(|w| &w.settings);
    match (given.line(&PLACE), settings) {
        (None, Some(settings)) if named => {
            let span = settings.written.field("instansi").field("tempat").span();
            reader.say(&settings.instansi.tempat, span)
        }
        (place, _) => place.unwrap_or_default(),
    }
}

/// The rows: what is written out, else what the data says of the letter that is named.
fn rows(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    named: Option<&Named<'_>>,
) -> Vec<(HeadRow, Line)> {
    let mut all = Vec::new();
    let number = match (written(given, &HeadRow::Nomor, &NUMBER), named) {
        (Some(number), _) => Some(reader.declared_number(number, given.span())),
        (None, Some(named)) => Some(own_number(reader, named, given.span())),
        (None, None) => None,
    };
    all.extend(number.map(|number| (HeadRow::Nomor, number)));
    let surat = named.map(|named| named.surat);
    for (row, attribute, decided) in [
        (HeadRow::Sifat, &URGENCY, surat.map(|s| (&s.sifat, s))),
        (HeadRow::Lampiran, &ENCLOSED, surat.map(|s| (&s.lampiran, s))),
        (HeadRow::Hal, &SUBJECT, surat.map(|s| (&s.hal, s))),
    ] {
        let of_data = || {
            let (text, surat) = decided?;
            let key = attribute.told().name;
            let place = surat.written.field(key).span();
            Some(match (text, &row) {
                (Some(text), _) => reader.say(text, place),
                // A letter of which nothing else was decided is an ordinary one.
                (None, HeadRow::Sifat) => "Biasa".into(),
                (None, _) => "-".into(),
            })
        };
        let value = written(given, &row, attribute).and_then(said);
        let value = value.or_else(of_data);
        all.extend(value.map(|value| (row, value)));
    }
    let more = given.pairs(&LABEL, &VALUE).into_iter();
    let more = more.map(|(label, value)| (HeadRow::named(label), value));
    all.extend(more.filter(|(row, _)| matches!(row, HeadRow::Other(_))));
    all
}

/// What is written for a row: its attribute, or a row of exactly its name.
fn written<'a>(
    given: &Given<'a>,
    row: &HeadRow,
    attribute: &Text,
) -> Option<&'a notation::WrittenAttribute> {
    given
        .written(attribute)
        .or_else(|| given.value_of((&LABEL, &VALUE), |label| label == row.name()))
}

/// The number of a letter that the paper is; a dash where it has none.
fn own_number(reader: &mut Reader<'_>, named: &Named<'_>, asked: Span) -> Line {
    match &named.letter.number {
        _ if reader.by_srikandi() => {}
        Some(number) if number.value.given_by == GivenBy::Srikandi => {}
        Some(number) => reader.facts.number(&number.value, number.span),
        None => reader.facts.no_number(named.letter.span),
    }
    reader.letter_number(named, asked)
}

/// Whether the next block is a directive of a name.
fn is_next(reader: &Reader<'_>, node: TreeNode<'_>, name: &str) -> bool {
    let next = node.next_sibling();
    let next = next.filter(|n| matches!(n.data().value, NodeValue::BlockDirective(_)));
    next.is_some_and(|n| notation::name(reader.source(n)).0 == name)
}
