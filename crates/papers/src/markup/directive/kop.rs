//! `:::kop`: whose paper it is.

use super::kinds::{Flag, Text, Word};
use super::{Directive, Function, Given, Source};
use crate::forms::{self, Kop};
use crate::markup::places;
use crate::markup::reader::{Node, Reader};
use crate::profil::JenisKop;
use typeset::document::Block;

const LINES: Text = Text::several(
    "baris",
    "nama pemerintah daerah dan perangkat daerah, satu baris satu `baris`",
    "DINAS KESEHATAN",
);
const ADDRESS: Text =
    Text::several("alamat", "alamat, telepon, dan laman", "Jalan Contoh Nomor 1");
const EMBLEM: Text =
    Text::new("lambang", "gambar lambang daerah dari folder `aset`", "aset/lambang.png");
const EMBLEM_WORDS: Text = Text::new(
    "lambang-ket",
    "kata yang dibacakan pembaca layar untuk lambang",
    "Lambang Kabupaten Contoh",
);
const COMPACT: Flag = Flag::new("ringkas", "kop kecil untuk lembar formulir", "ya");
const KIND: Word<JenisKop> = Word::new(
    "jenis",
    &JenisKop::WORDS,
    "kop siapa; bawaan menurut profil",
    "kepala-daerah",
);
const HEAD_LINES: Text = Text::several(
    "baris-kepala",
    "baris pada kop kepala daerah; tanpa ini dipakai `baris`",
    "BUPATI CONTOH",
);
const HEAD_ADDRESS: Text =
    Text::several("alamat-kepala", "alamat pada kop kepala daerah", "Jalan Contoh 1");
const STATE_EMBLEM: Text = Text::new(
    "lambang-negara",
    "gambar lambang negara untuk kop kepala daerah",
    "aset/lambang.png",
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "kop",
    explanation: "kop naskah; lazimnya lewat fungsi `kop()`",
    attributes: &[
        &LINES,
        &ADDRESS,
        &EMBLEM,
        &EMBLEM_WORDS,
        &COMPACT,
        &KIND,
        &HEAD_LINES,
        &HEAD_ADDRESS,
        &STATE_EMBLEM,
    ],
    example: r#":::kop {baris="PEMERINTAH KABUPATEN KUTAI TIMUR" baris="DINAS KESEHATAN" alamat="Jalan Contoh Nomor 1" lambang="aset/lambang.png" lambang-ket="Lambang daerah" ringkas}
:::

:::kop {jenis="kepala-daerah" baris-kepala="BUPATI CONTOH" alamat-kepala="Jalan Contoh Nomor 1" lambang-negara="aset/lambang.png"}
:::
"#,
    function: Some(Function {
        name: "kop",
        explanation: "kop dari `[instansi]` dan lambang; `jenis`, `baris`, dan kunci lain direktifnya dapat diganti",
        example: "{{ kop(ringkas=true) }}",
        by_place: &[],
        defaults: &[
            (&LINES, Source::Data("instansi", "kop")),
            (&ADDRESS, Source::Data("instansi", "alamat")),
            (&HEAD_LINES, Source::Data("instansi", "kop_kepala")),
            (&HEAD_ADDRESS, Source::Data("instansi", "alamat_kepala")),
            (&EMBLEM, Source::Data("daerah", "lambang")),
            (&EMBLEM_WORDS, Source::Words("Lambang", ("daerah", "nama"))),
            (&STATE_EMBLEM, Source::Data("daerah", "lambang_negara")),
            (&KIND, Source::Data("surat", "kop")),
        ],
    }),
    read,
};

/// The address of a kop kepala daerah goes to the foot of the first page.
fn read(reader: &mut Reader<'_>, _: Node<'_>, given: &Given<'_>) -> Vec<Block> {
    let profil = &reader.context.profil.kop;
    let kop = kop(reader, given);
    let mut foot = forms::kop_foot(&kop, profil);
    for line in &mut foot {
        places::in_paragraph(line, given.opening);
    }
    if !foot.is_empty()
        && let Some(section) = reader.sections.last_mut()
    {
        let footer = &mut section.footer;
        let own = footer.first.clone().unwrap_or_else(|| footer.all.clone());
        foot.extend(own);
        footer.first = Some(foot);
        // A first page that is its own has its own head too.
        let header = &mut section.header;
        header.first.get_or_insert_with(|| header.all.clone());
    }
    forms::kop(&kop, profil)
}

fn kop(reader: &mut Reader<'_>, given: &Given<'_>) -> Kop {
    let kind = given.word(&KIND).unwrap_or(reader.context.profil.kop.jenis);
    // A kop written by hand names its lines alone.
    let by_head = kind == JenisKop::KepalaDaerah && given.placed(&HEAD_LINES).is_some();
    let (lines, address, emblem, words) = if by_head {
        (HEAD_LINES, HEAD_ADDRESS, STATE_EMBLEM, "Lambang negara".to_owned())
    } else {
        let told = given.maybe(&EMBLEM_WORDS);
        let words = told.unwrap_or_else(|| "Lambang daerah".to_owned());
        (LINES, ADDRESS, EMBLEM, words)
    };
    let emblem = given.placed(&emblem).and_then(|(path, span)| {
        let image = reader.picture(path, span)?;
        Some((image, words))
    });
    Kop {
        kind,
        lines: given.texts(&lines),
        address: given.texts(&address),
        emblem,
        compact: given.flag(&COMPACT),
    }
}
