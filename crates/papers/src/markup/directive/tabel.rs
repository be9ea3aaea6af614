//! `:::tabel`: how the pipe table in it looks.

use comrak::nodes::NodeValue;

use super::kinds::{Flag, Number, Text, Whole, Widths, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use crate::markup::tables::TableOptions;
use typeset::document::{Block, Borders};
use typeset::units::Pt;

const CAPTION: Text =
    Text::new(Told::new("judul", "judul bernomor di atas tabel", "Capaian"));
const WIDTHS: Widths =
    Widths::new(Told::new("lebar", "lebar setiap kolom, dipisah spasi", "10 * pas 30"));
const REPEAT: Flag = Flag::new(Told::new(
    "ulang-kepala",
    "`tidak`: kepala tabel hanya di halaman pertama; bawaan `ya`, diulang di setiap halaman",
    "tidak",
));
const HEAD: Whole =
    Whole::new((0, 10), Told::new("kepala", "jumlah baris kepala; bawaan 1", "2"));
const BORDERS: Word<Borders> = Word::new(
    &[
        ("semua", Borders::All),
        ("mendatar", Borders::Horizontal),
        ("kotak", Borders::Box),
        ("tanpa", Borders::None),
    ],
    Told::new("garis", "garis tabel; bawaan `semua`", "mendatar"),
);
const SIZE: Number =
    Number::points((4.0, 72.0), Told::new("ukuran", "ukuran huruf", "9"));
const ROW_HEIGHT: Number = Number::mm(
    (0.0, 250.0),
    Told::new("tinggi-baris", "tinggi baris paling sedikit", "7"),
);
const WHOLE: Flag = Flag::new(Told::new("utuh", "baris tidak dipotong halaman", "ya"));
const SUMMARY: Text = Text::new(Told::new(
    "ringkasan",
    "isi tabel bagi pembaca layar",
    "Target dan realisasi",
));
const MIDDLE: Flag =
    Flag::new(Told::new("tengah", "isi sel di tengah tinggi baris", "ya"));

const DROP: Flag = Flag::new(Told::new(
    "buang-kosong",
    "kolom yang pada semua baris kosong atau hanya berisi tanda `-` tidak dicetak",
    "ya",
));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "tabel",
    explanation: "mengatur tabel di dalamnya",
    attributes: &[
        &CAPTION,
        &WIDTHS,
        &REPEAT,
        &HEAD,
        &BORDERS,
        &SIZE,
        &ROW_HEIGHT,
        &WHOLE,
        &SUMMARY,
        &MIDDLE,
        &DROP,
    ],
    example: r#":::tabel {judul="Capaian" lebar="10 * pas 30" kepala=2 garis=mendatar ukuran=9 tinggi-baris=7 utuh tengah buang-kosong ulang-kepala=tidak ringkasan="Contoh tabel"}
| No | Layanan | Jumlah | << |
|---:|:--------|-------:|---:|
| ^^ | ^^ | Sasaran | Terlayani |
| 1 | Ibu hamil | {{ 7412 | angka }} | {{ 6931 | angka }} |
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let options = TableOptions {
        columns: given.widths(&WIDTHS),
        caption: given.line(&CAPTION),
        summary: given.text(&SUMMARY),
        head_rows: given.whole(&HEAD).map_or(1, usize::from),
        head_once: given.maybe_flag(&REPEAT) == Some(false),
        borders: given.word(&BORDERS).unwrap_or_default(),
        size: given.points(&SIZE),
        row_height: given.mm(&ROW_HEIGHT).unwrap_or(Pt::ZERO),
        splittable: !given.flag(&WHOLE),
        middle: given.flag(&MIDDLE),
        drop_empty: given.flag(&DROP),
    };
    let mut blocks = Vec::new();
    for child in node.children() {
        if matches!(child.data().value, NodeValue::Table(_)) {
            blocks.extend(reader.table(child, &options));
        } else {
            blocks.extend(reader.block(child, 0));
        }
    }
    blocks
}
