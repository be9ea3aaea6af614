//! `:::kop`: whose paper it is.

use super::kinds::{Flag, Text, Word};
use super::spec::Told;
use super::{Directive, Function, Given, Source};
use crate::forms::{self, Kop};
use crate::markup::places;
use crate::markup::reader::{Reader, TreeNode};
use crate::profil::JenisKop;
use typeset::document::Block;

const LINES: Text = Text::several(Told::new(
    "baris",
    "nama pemerintah daerah dan perangkat daerah, satu baris satu `baris`",
    "DINAS KESEHATAN",
));
const ADDRESS: Text = Text::several(Told::new(
    "alamat",
    "alamat, telepon, dan laman",
    "Jalan Contoh Nomor 1",
));
const EMBLEM: Text = Text::new(Told::new(
    "lambang",
    "gambar lambang daerah dari folder `aset`",
    "aset/lambang.png",
));
const EMBLEM_WORDS: Text = Text::new(Told::new(
    "lambang-ket",
    "kata yang dibacakan pembaca layar untuk lambang",
    "Lambang Kabupaten Contoh",
));
const COMPACT: Flag =
    Flag::new(Told::new("ringkas", "kop kecil untuk lembar formulir", "ya"));
const KIND: Word<JenisKop> = Word::new(
    &JenisKop::WORDS,
    Told::new("jenis", "kop siapa; bawaan menurut profil", "kepala-daerah"),
);
const HEAD_LINES: Text = Text::several(Told::new(
    "baris-kepala",
    "baris pada kop kepala daerah; tanpa ini dipakai `baris`",
    "BUPATI CONTOH",
));
const HEAD_ADDRESS: Text = Text::several(Told::new(
    "alamat-kepala",
    "alamat pada kop kepala daerah",
    "Jalan Contoh 1",
));
const STATE_EMBLEM: Text = Text::new(Told::new(
    "lambang-negara",
    "gambar lambang negara untuk kop kepala daerah",
    "aset/lambang.png",
));

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
    ..Directive::read_by(read)
};

/// The address of a kop kepala daerah goes to the foot of the first page.
fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    reader.facts.forms.kop.get_or_insert(given.span());
    let profil = &reader.context.profil.kop;
    let kop = kop(reader, given);
    let mut foot = forms::kop_foot(&kop, profil);
    for line in &mut foot {
        places::in_paragraph(line, given.span());
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
    let pictures = &reader.context.profil.kop.pictures;
    let (own, right) =
        (if by_head { &pictures.state } else { &pictures.emblem }, &pictures.right);
    let named = if own.is_empty() {
        given.placed(&emblem)
    } else {
        Some((own.as_str(), given.span()))
    };
    let emblem =
        named.and_then(|(path, span)| Some((reader.picture(path, span)?, words)));
    let right = Some(right).filter(|path| !path.is_empty() && !by_head);
    let right = right.and_then(|path| {
        Some((reader.picture(path, given.span())?, "Lambang di kanan kop".to_owned()))
    });
    Kop {
        kind,
        lines: given.lines(&lines),
        address: given.lines(&address),
        emblem,
        right,
        compact: given.flag(&COMPACT),
    }
}
