//! `:::judul`: the title of a paper, and the number under it.

use super::kinds::{Text, Whole};
use super::spec::Told;
use super::{Directive, Given};
use crate::forms;
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Paragraph, StyleName};
use typeset::units::Pt;

const NUMBER: Text = Text::new(Told::new(
    "nomor",
    "nomor naskah ini, dicetak sebagai baris “NOMOR …” di bawah judul; di sinilah, pada `:::kepala-surat`, atau pada `:::rincian` sebuah naskah menyatakan nomornya",
    "100.1.2/001/PEM",
));
const LABEL: Text =
    Text::new(Told::new("label-nomor", "kata di depan nomor; bawaan `NOMOR`", "Nomor:"));
const BELOW: Whole = Whole::new(
    (1, 9),
    Told::new("baris-nomor", "alinea keberapa yang diikuti nomor; bawaan 1", "2"),
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "judul",
    explanation: "alinea pertama menjadi judul, lainnya subjudul",
    attributes: &[&NUMBER, &LABEL, &BELOW],
    example: r#":::judul
DAFTAR UNDANGAN

Rapat Koordinasi SPM
:::

:::judul {nomor="100.1.2/001/PEM"}
SURAT EDARAN

TENTANG

PENYAMPAIAN LAPORAN SPM
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    reader.facts.forms.title.get_or_insert(given.span());
    let mut blocks = reader.children(node, 0);
    if let Some(number) = reader.own_number(node) {
        reader.facts.number(&number.value, number.span);
    }
    if let Some(line) = number_line(reader, given) {
        let below = given.whole(&BELOW).map_or(1, usize::from);
        blocks.insert(below.min(blocks.len()), line);
    }
    let last = blocks.len().saturating_sub(1);
    for (index, block) in blocks.iter_mut().enumerate() {
        if let Block::Paragraph(paragraph) = block {
            paragraph.style =
                if index == 0 { StyleName::Judul } else { StyleName::SubJudul };
            let after = if index == last { 12.0 } else { 2.0 };
            paragraph.props.after = Some(Pt(after));
        }
    }
    blocks
}

/// The line of the number; none for a paper whose number is left out. Blanks that hold are room
/// to write it in.
fn number_line(reader: &mut Reader<'_>, given: &Given<'_>) -> Option<Block> {
    let written = given.written(&NUMBER)?;
    let label = given.line(&LABEL).unwrap_or_else(|| "NOMOR".into());
    written.value.as_deref().filter(|text| !text.is_empty())?;
    let number = reader.declared_number(written, given.span());
    let line = forms::plain(StyleName::SubJudul, label.ours(" ").and(&number));
    Some(Block::Paragraph(Paragraph { span: given.span(), ..line }))
}
