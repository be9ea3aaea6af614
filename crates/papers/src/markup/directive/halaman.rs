//! `:::halaman`: pages that are set up in another way, from a new page on.

use super::kinds::{Flag, Number, Text, Whole, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::page_line;
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Header, Orientation, Section};

const WAY: Word<Orientation> = Word::new(
    &[("tegak", Orientation::Portrait), ("lanskap", Orientation::Landscape)],
    Told::new("arah", "arah kertas; bawaan seperti sebelumnya", "lanskap"),
);
const NUMBERS: Word<bool> = Word::new(
    &[("romawi", true), ("angka", false)],
    Told::new("nomor", "rupa nomor halaman", "romawi"),
);
const START: Whole =
    Whole::new((0, 9999), Told::new("mulai", "nomor halaman pertamanya", "1"));
const CHAPTER: Whole =
    Whole::new((0, 255), Told::new("bab", "nomor bab berikutnya", "3"));
const MIDDLE: Flag = Flag::new(Told::new("tengah", "isi di tengah tinggi halaman", "ya"));
const HEADER: Text = Text::new(Told::new(
    "kepala",
    "tulisan di kepala halaman; `{halaman}` dan `{jumlah}` diganti nomornya",
    "Lampiran",
));
const FOOTER: Text = Text::new(Told::new(
    "kaki",
    "tulisan di kaki halaman; `{halaman}` dan `{jumlah}` diganti nomornya",
    "Halaman {halaman} dari {jumlah}",
));
const FIRST_FOOTER: Text = Text::new(Told::new(
    "kaki-awal",
    "tulisan di kaki halaman pertamanya",
    "Lembar pertama",
));
const MARGIN: Number = Number::mm(
    (0.0, 100.0),
    Told::new("tepi", "keempat tepi; bawaan menurut profil", "20"),
);
const FRAME: Flag =
    Flag::new(Told::new("bingkai", "garis tebal dan tipis di sekeliling halaman", "ya"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "halaman",
    explanation: "bagian baru dengan tata halaman lain",
    attributes: &[
        &WAY,
        &NUMBERS,
        &START,
        &CHAPTER,
        &MIDDLE,
        &HEADER,
        &FOOTER,
        &FIRST_FOOTER,
        &MARGIN,
        &FRAME,
    ],
    example: r#":::halaman {arah=lanskap nomor=romawi mulai=1 bab=3 tengah kepala="Lampiran" kaki="Halaman {halaman} dari {jumlah}" kaki-awal="Lembar pertama" tepi=20 bingkai}
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let section = section(reader, given);
    if let Some(chapter) = given.whole(&CHAPTER) {
        reader.numbering.next_chapter(u32::from(chapter));
    }
    // A section that only sets up the first page replaces the empty one before it.
    match reader.sections.last() {
        Some(last) if last.blocks.is_empty() => {
            reader.sections.pop();
        }
        _ => {}
    }
    reader.sections.push(section);
    Vec::new()
}

fn section(reader: &Reader<'_>, given: &Given<'_>) -> Section {
    let before = reader.sections.last();
    let (page, numbers) = before.map(|s| (s.page, s.numbers)).unwrap_or_default();
    // Paper and number format go on; head and foot are the template's own again, and a page
    // that begins an appendix is numbered like any other.
    let template = &reader.context.first;
    let own = |header: &Header| Header { all: header.all.clone(), first: None };
    let mut section = Section {
        page,
        numbers,
        header: own(&template.header),
        footer: own(&template.footer),
        lampiran: false,
        blocks: Vec::new(),
    };
    if let Some(orientation) = given.word(&WAY) {
        section.page = reader.context.profil.page(orientation);
    }
    // The first page of the paper alone has margins of its own.
    section.page.first = (None, None);
    section.page.center_vertically = given.flag(&MIDDLE);
    section.page.frame = given.flag(&FRAME);
    if let Some(mm) = given.mm(&MARGIN) {
        let margins = &mut section.page.margins;
        (margins.top, margins.bottom, margins.left, margins.right) = (mm, mm, mm, mm);
    }
    if let Some(roman) = given.word(&NUMBERS) {
        section.numbers.roman = roman;
    }
    section.numbers.start = given.whole(&START).map(u32::from);
    let line = |attribute: &Text| {
        let written = given.written(attribute)?;
        Some(page_line(written.value.as_deref()?, &written.trail))
    };
    if let Some(line) = line(&HEADER) {
        section.header.all = line;
    }
    if let Some(line) = line(&FOOTER) {
        section.footer.all = line;
    }
    if let Some(line) = line(&FIRST_FOOTER) {
        section.footer.first = Some(line);
    }
    section
}
