//! `:::kolom`: blocks side by side.

use super::gaya::restyle;
use super::kinds::{Flag, Number, Widths, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::forms::{self, Arrangement};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, ColumnWidth, ParaProps, TextProps};
use typeset::units::Pt;

const WIDTHS: Widths = Widths::new(Told::new(
    "lebar",
    "lebar setiap kolom, dipisah spasi; bawaan sama lebar",
    "* 60",
));
const HEIGHT: Number =
    Number::mm((0.0, 400.0), Told::new("tinggi", "tinggi paling sedikit", "30"));
const MIDDLE: Flag = Flag::new(Told::new("tengah", "isi di tengah tinggi kolom", "ya"));
const CUT: Word<bool> = Word::new(
    &[("putus", true), ("tanpa", false)],
    Told::new("garis", "garis putus untuk dipotong; bawaan `tanpa`", "putus"),
);
const SPLIT: Flag = Flag::new(Told::new("potong", "boleh terpotong halaman", "ya"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kolom",
    explanation: "isinya berdampingan; isi yang lebih banyak daripada `lebar` pindah ke baris baru",
    attributes: &[&WIDTHS, &HEIGHT, &MIDDLE, &CUT, &SPLIT],
    example: r#"::::kolom {lebar="* *" tinggi=30 tengah garis=putus potong}
:::satu-baris {ukuran=40 terkecil=14}
Nama Lengkap, S.H.
:::
:::balik
Nama Lengkap, S.H.
:::
::::
"#,
    ..Directive::read_by(read)
};

/// More children than there are widths begin a further row.
fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let mut cells = Vec::new();
    for child in node.children() {
        let mut cell = reader.block(child, 0);
        // The indent of running text is too wide for a column.
        restyle(&mut cell, &ParaProps::default(), &TextProps::default(), true);
        cells.push(cell);
    }
    let mut widths = given.widths(&WIDTHS);
    if widths.is_empty() {
        widths.resize(cells.len(), ColumnWidth::Weight(1.0));
    }
    let how = Arrangement {
        height: given.mm(&HEIGHT).unwrap_or(Pt::ZERO),
        middle: given.flag(&MIDDLE),
        cut: given.word(&CUT).unwrap_or_default(),
        splittable: given.flag(&SPLIT),
    };
    if cells.is_empty() { Vec::new() } else { vec![forms::columns(cells, widths, how)] }
}
