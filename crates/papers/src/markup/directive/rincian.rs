//! `:::rincian`: rows of a label and what it says.

use super::kinds::{Number, Text};
use super::spec::Told;
use super::{Directive, Given};
use crate::forms;
use crate::markup::reader::{Reader, TreeNode};
use crate::origins::Line;
use typeset::document::{Block, ColumnWidth, Inline};
use typeset::units::Pt;

const LABEL: Text = Text::labels(Told::new(
    "label",
    "nama baris; `label` tanpa `isi` menjadi kepala baris di bawahnya",
    "tempat",
));
const VALUE: Text = Text::several(Told::new(
    "isi",
    "isi baris; beberapa `isi` di belakang satu `label` diberi nomor",
    "Hotel Aston",
));
const NUMBER: Text = Text::new(Told::new(
    "nomor",
    "seperti `isi`, untuk baris yang memuat nomor naskah ini (nota dinas); `isi` yang menyebut nomor surat lain tidak menyatakan apa-apa",
    "100.1.2/001/PEM",
));
const LEFT: Number = Number::mm(
    (0.0, 150.0),
    Told::new("kiri", "jarak baris dari tepi kiri teks", "12.5"),
);
const COLUMN: Number = Number::mm(
    (5.0, 80.0),
    Told::new(
        "kolom",
        "lebar kolom label, supaya titik dua beberapa rincian sejajar",
        "28",
    ),
);
/// Labels and what they say do not go into less: 40 mm.
const ROOM: Pt = Pt(113.4);
const SIZE: Number =
    Number::points((4.0, 72.0), Told::new("ukuran", "ukuran huruf", "10"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "rincian",
    explanation: "baris berlabel dengan titik dua sejajar",
    attributes: &[&LABEL, &VALUE, &NUMBER, &LEFT, &SIZE, &COLUMN],
    example: r#":::rincian {label="hari/tanggal" isi="Senin, 9 Desember 2024" label="tempat" isi="Hotel Aston" kiri="12.5" ukuran=11 kolom=28}
:::

:::rincian {label="Yth." isi="Bupati" label="Nomor" nomor="100.1.2/001/PEM"}
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let declared = given.written(&NUMBER);
    let number = declared.map(|number| reader.declared_number(number, given.span()));
    let inlines = |values: Vec<Line>| -> Vec<Vec<Inline>> {
        values.into_iter().map(|line| vec![Inline::text(line)]).collect()
    };
    let rows = given.rows(&LABEL, (&VALUE, &NUMBER), number.as_ref()).into_iter();
    let rows: Vec<(Line, Vec<Vec<Inline>>)> =
        rows.map(|(label, values)| (label, inlines(values))).collect();
    let left = reader.left(given, &LEFT, ROOM).unwrap_or(Pt::ZERO);
    let size = given.points(&SIZE);
    if rows.is_empty() {
        return Vec::new();
    }
    let mut details = forms::details(&rows, left, size);
    if let (Block::Table(table), Some(width)) = (&mut details, given.mm(&COLUMN)) {
        table.columns[0] = ColumnWidth::Fixed(width);
    }
    vec![details]
}
