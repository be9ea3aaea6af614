//! `:::gambar`: a picture of the workspace.

use super::kinds::{Number, Text, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Align, Block, Image, Inline};
use typeset::units::Pt;

const FILE: Text =
    Text::new(Told::new("berkas", "gambar dari folder `aset`", "aset/lambang.png"))
        .required();
const WIDTH: Number =
    Number::mm((1.0, 400.0), Told::new("lebar", "lebar; bawaan 100", "20"));
const HEIGHT: Number =
    Number::mm((1.0, 400.0), Told::new("tinggi", "tinggi paling besar", "25"));
const ALIGN: Word<Align> = Word::new(
    &[("kiri", Align::Left), ("tengah", Align::Center), ("kanan", Align::Right)],
    Told::new("rata", "letak gambar; bawaan `tengah`", "kiri"),
);
const ALT: Text =
    Text::new(Told::new("alt", "kata yang dibacakan pembaca layar", "Lambang daerah"));
const CAPTION: Text = Text::new(Told::new("judul", "tulisan di bawah gambar", "Lambang"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "gambar",
    explanation: "gambar dari folder `aset`",
    attributes: &[&FILE, &WIDTH, &HEIGHT, &ALIGN, &ALT, &CAPTION],
    example: r#":::gambar {berkas="aset/lambang.png" lebar=20 tinggi=25 rata=kiri alt="Lambang daerah" judul="Lambang"}
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    image(reader, given).into_iter().collect()
}

fn image(reader: &mut Reader<'_>, given: &Given<'_>) -> Option<Block> {
    let (path, span) = given.placed(&FILE)?;
    let data = reader.picture(path, span)?;
    let caption = given.line(&CAPTION).map(|line| vec![Inline::text(line)]);
    let mut width = given.mm(&WIDTH).unwrap_or(Pt::mm(100.0));
    if let Some(high) = given.mm(&HEIGHT) {
        // Upright and lying photos side by side in boxes of one height.
        #[allow(clippy::cast_precision_loss)]
        let ratio = data.width as f32 / data.height.max(1) as f32;
        width = width.min(high * ratio);
    }
    Some(Block::Image(Image {
        data,
        width,
        align: given.word(&ALIGN).unwrap_or(Align::Center),
        alt: given.text(&ALT),
        caption: caption.unwrap_or_default(),
        span,
    }))
}
