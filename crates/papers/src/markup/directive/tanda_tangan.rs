//! `:::tanda-tangan`: the signature of one.

use super::kinds::{Number, Text};
use super::signer::{
    ABOVE, CLASS, DATE, DECIDED_AT, DECIDED_ON, NAME, NIK, NIP, OFFICE, OFFICIAL,
    ON_BEHALF, PLACE, PLAIN_NAME, POSITION, RANK, ROLE, SERVES, STATUS, signer, way,
    where_and_when,
};
use super::spec::Told;
use super::{Directive, Given};
use crate::forms::{self, Aside};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::Block;
use typeset::units::Pt;

const INITIALS: Text = Text::several(Told::new(
    "paraf",
    "jabatan yang memaraf",
    "Kepala Bagian Pemerintahan",
));
const QR: Text = Text::new(Told::new(
    "qr",
    "tautan yang dicetak sebagai kode QR",
    "https://example.go.id/v/1",
));
const LEFT: Number = Number::mm(
    (0.0, 250.0),
    Told::new(
        "kiri",
        "letak blok dari tepi kiri teks; bawaan menurut profil, pada halaman lanskap sebanding dengan lebarnya",
        "80",
    ),
);
/// A narrower block tears offices and names into letters: 40 mm.
const ROOM: Pt = Pt(113.4);
const BEFORE: Number =
    Number::mm((0.0, 100.0), Told::new("sebelum", "jarak di atas blok", "5"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "tanda-tangan",
    explanation: "blok tanda tangan; tidak pernah sendirian di halaman baru",
    attributes: &[
        &ABOVE,
        &ON_BEHALF,
        &OFFICIAL,
        &OFFICE,
        &NAME,
        &PLAIN_NAME,
        &RANK,
        &CLASS,
        &NIP,
        &SERVES,
        &POSITION,
        &STATUS,
        &ROLE,
        &NIK,
        &DECIDED_AT,
        &DECIDED_ON,
        &PLACE,
        &DATE,
        &INITIALS,
        &QR,
        &LEFT,
        &BEFORE,
    ],
    example: r#":::tanda-tangan {atas="Mengetahui," atas-nama="Bupati Kutai Timur" jabatan="Sekretaris Daerah" nama="Nama Lengkap, S.H." pangkat="Pembina" nip="19680127 199503 1 002" kiri=80 sebelum=5}
:::
"#,
    ..Directive::read_by(read)
};

/// Initials and QR belong to a paper, so they stand at its first signature.
fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let (mut signer, official) = signer(reader, given);
    signer.above = given.lines(&ABOVE);
    signer.above.extend(where_and_when(reader, given));
    signer.by = way(reader, given, (&signer, official), true);
    let profil = reader.context.profil;
    let left = reader.left(given, &LEFT, ROOM).unwrap_or_else(|| reader.signature_left());
    let before = given.mm(&BEFORE).unwrap_or(Pt(12.0));
    // The QR leads to a signed paper, which a draft is not.
    let qr = given.maybe(&QR).filter(|_| reader.context.is_final);
    let own = Aside { initials: given.lines(&INITIALS), qr };
    let aside = if reader.signed { Aside::default() } else { own };
    reader.signed = true;
    forms::signature(&signer, &aside, profil, left, before)
}
