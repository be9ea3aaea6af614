//! `:::kepala-surat`: date, number and subject of a letter, named by id or written out.

use comrak::nodes::NodeValue;

use super::kinds::{Day, Text};
use super::spec::Told;
use super::{Directive, Given};
use crate::facts::is_number;
use crate::forms::{self, KepalaSurat};
use crate::letter::Named;
use crate::markup::reader::{Node, Reader};
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
    attributes: &[&LETTER, &PLACE, &DATE, &LABEL, &VALUE],
    example: r#":::kepala-surat {tempat="Sangatta" tanggal="9 Desember 2024" label="Nomor" isi="100.1.2/001/PEM" label="Hal" isi="Undangan"}
:::

:::kepala-surat {surat=undangan label="Hal" isi="Undangan kedua"}
:::
"#,
    function: None,
    read,
};

/// Where the profile sets the addressee beside the letter head, the head waits for a `:::tujuan`
/// that follows at once.
fn read(reader: &mut Reader<'_>, node: Node<'_>, given: &Given<'_>) -> Vec<Block> {
    let profil = reader.context.profil;
    let named = reader.letter(given, &LETTER);
    if let Some(number) = given.value_of((&LABEL, &VALUE), is_number) {
        reader.facts.number_as_written(number);
    }
    let date = dated(reader, given, named.as_ref());
    let written = given.pairs(&LABEL, &VALUE);
    let rows = match &named {
        Some(named) => rows(reader, named, written),
        None => written,
    };
    let head = KepalaSurat {
        place: place(reader, given, named.is_some()),
        date,
        rows: reader.numbered(rows, given.span()),
    };
    if profil.tujuan.kanan && is_next(reader, node, super::tujuan::DIRECTIVE.name) {
        reader.head = Some(head);
        return Vec::new();
    }
    forms::letter_head(&head, &profil.surat)
}

/// The day of the letter as it is printed.
fn dated(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    named: Option<&Named<'_>>,
) -> String {
    if let Some((text, day)) = reader.day(given, &DATE) {
        reader.facts.date = day;
        return text;
    }
    let Some(named) = named else { return reader.date(String::new(), given.span()) };
    let day = named.letter.date;
    reader.facts.date = day;
    let open = if day.is_none() { named.letter.span } else { named.letter.date_span };
    reader.named_day((day, open), "tanggal", given.span())
}

/// The place that is written, or the office's.
fn place(reader: &mut Reader<'_>, given: &Given<'_>, named: bool) -> String {
    let settings = reader.context.letters.workspace.map(|w| &w.settings);
    match (given.maybe(&PLACE), settings) {
        (None, Some(settings)) if named => {
            let span = settings.written.field("instansi").field("tempat").span();
            reader.say(&settings.instansi.tempat, span)
        }
        (place, _) => place.unwrap_or_default(),
    }
}

/// The rows of a letter: what is written out, else what the data says.
fn rows(
    reader: &mut Reader<'_>,
    named: &Named<'_>,
    mut written: Vec<(String, String)>,
) -> Vec<(String, String)> {
    let mut given = |which: &dyn Fn(&str) -> bool| {
        let at = written.iter().position(|(label, _)| which(label))?;
        Some(written.remove(at).1)
    };
    let surat = named.surat;
    let number = given(&is_number).unwrap_or_else(|| own_number(reader, named));
    let mut all = vec![("Nomor".to_owned(), number)];
    for (label, key, text) in [
        ("Sifat", "sifat", &surat.sifat),
        ("Lampiran", "lampiran", &surat.lampiran),
        ("Hal", "hal", &surat.hal),
    ] {
        let said =
            || text.as_ref().map(|t| reader.say(t, surat.written.field(key).span()));
        let value = given(&|known| known == label).or_else(said);
        // A letter of which nothing else was decided is an ordinary one.
        let else_said = if key == "sifat" { "Biasa" } else { "-" };
        all.push((label.to_owned(), value.unwrap_or_else(|| else_said.to_owned())));
    }
    all.append(&mut written);
    all
}

/// The number of a letter that the paper is; a dash where it has none.
fn own_number(reader: &mut Reader<'_>, named: &Named<'_>) -> String {
    match &named.letter.number {
        Some(number) if number.value.given_by == GivenBy::Srikandi => {}
        Some(number) => reader.facts.number(&number.value, number.span),
        None => reader.facts.no_number(named.letter.span),
    }
    reader.letter_number(named)
}

/// Whether the next block is a directive of a name.
fn is_next(reader: &Reader<'_>, node: Node<'_>, name: &str) -> bool {
    let next = node.next_sibling();
    let next = next.filter(|n| matches!(n.data().value, NodeValue::BlockDirective(_)));
    next.is_some_and(|n| {
        reader.source(n).trim_start_matches(':').trim_start().starts_with(name)
    })
}
