//! What the two directives of signatures have in common: who signs, where and when, and how.

use super::Given;
use super::kinds::{Text, Word};
use crate::facts::Signed;
use crate::forms::{ANCHORS, Cara, Signer};
use crate::markup::reader::Reader;
use crate::problem::SignatureProblem;
use crate::profil::ModeTte;
use base::source::{Span, Spanned};
use field::domain::{Kedudukan, StatusJabatan};

pub(super) const ABOVE: Text =
    Text::several("atas", "baris di atas jabatan", "Mengetahui,");
pub(super) const ON_BEHALF: Text =
    Text::several("atas-nama", "jabatan yang diatasnamakan (a.n.)", "Bupati Kutai Timur");
pub(super) const OFFICE: Text = Text::new("jabatan", "jabatan", "Sekretaris Daerah");
pub(super) const NAME: Text =
    Text::new("nama", "nama dengan gelar", "Nama Lengkap, S.H.");
pub(super) const PLAIN_NAME: Text =
    Text::new("nama-polos", "nama tanpa gelar", "Nama Lengkap");
pub(super) const RANK: Text = Text::new("pangkat", "pangkat", "Pembina");
pub(super) const CLASS: Text = Text::new("golongan", "golongan ruang", "IV/a");
pub(super) const NIP: Text = Text::new("nip", "NIP", "19680127 199503 1 002");
pub(super) const POSITION: Word<Kedudukan> = Word::new(
    "kedudukan",
    &Kedudukan::WORDS,
    "kedudukan menurut Pasal 44; hanya pejabat yang menandatangani secara elektronik",
    "sekda",
);
pub(super) const STATUS: Word<StatusJabatan> =
    Word::new("status", &StatusJabatan::WORDS, "status jabatan", "plt");
pub(super) const ROLE: Text =
    Text::new("sebagai", "kedudukan pada naskah ini", "Penerima");
pub(super) const ID: Text = Text::new("id", "`id` pejabat, untuk pesan", "sekda");
pub(super) const NIK: Word<bool> = Word::new(
    "nik",
    &[("ada", true), ("tidak", false)],
    "apakah NIK pejabat sudah diisi",
    "ada",
);

pub(super) const DECIDED_AT: Text =
    Text::new("ditetapkan-di", "tempat pada “Ditetapkan di …”", "Sangatta");
pub(super) const DECIDED_ON: Text =
    Text::new("ditetapkan-tanggal", "tanggal pada “pada tanggal …”", "9 Desember 2024");
pub(super) const PLACE: Text =
    Text::new("tempat", "tempat pada baris “Kota, tanggal”", "Sangatta");
pub(super) const DATE: Text =
    Text::new("tanggal", "tanggal pada baris “Kota, tanggal”", "9 Desember 2024");

/// Who signs.
pub(super) fn signer(given: &Given<'_>) -> Signer {
    let position = given.word(&POSITION);
    let status = given.word(&STATUS);
    Signer {
        on_behalf: given.texts(&ON_BEHALF),
        role: given.maybe(&ROLE),
        office: given.text(&OFFICE),
        name: given.text(&NAME),
        plain_name: given.maybe(&PLAIN_NAME),
        rank: given.maybe(&RANK),
        class: given.maybe(&CLASS),
        nip: given.maybe(&NIP),
        position: position.map(|p| (p, status.unwrap_or_default())),
        ..Signer::default()
    }
}

/// "Ditetapkan di …" and "pada tanggal …", or place and date on one line.
pub(super) fn where_and_when(reader: &Reader<'_>, given: &Given<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let (decided, placed) = (given.text(&DECIDED_AT), given.text(&PLACE));
    if let Some(day) = given.maybe(&DECIDED_ON) {
        lines.push(format!("Ditetapkan di {decided}"));
        lines.push(format!("pada tanggal {}", reader.date(day)));
    }
    if let Some(day) = given.maybe(&DATE) {
        lines.push(format!("{placed}, {}", reader.date(day)));
    }
    lines
}

/// How somebody signs. Only officials sign electronically: of them the NIK is known.
pub(super) fn way(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    signer: &Signer,
    sender: bool,
) -> Cara {
    let by = how(reader, given, signer, sender);
    reader.facts.signers.push(Spanned::new(
        Signed {
            id: given.maybe(&ID),
            name: signer.name.clone(),
            electronic: by != Cara::Tinta,
        },
        given.placed(&ID).or(given.placed(&NAME)).map_or(given.span(), |(_, span)| span),
    ));
    by
}

fn how(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    signer: &Signer,
    sender: bool,
) -> Cara {
    let (id, nik) = (given.text(&ID), given.word(&NIK).unwrap_or_default());
    if signer.position.is_none() {
        return Cara::Tinta;
    }
    match reader.context.profil.tte.mode {
        ModeTte::Srikandi if sender => Cara::Srikandi,
        ModeTte::Basah | ModeTte::Srikandi => Cara::Tinta,
        ModeTte::Bsre => {
            if !nik {
                let nama = signer.name.clone();
                // Where the official is written, when the data says who signs.
                let place = given.placed(&ID).map_or(given.span(), |(_, span)| span);
                reader.problems.add(place, SignatureProblem::NoNik { id, nama });
            }
            anchor(reader, given.span())
        }
    }
}

/// The next free mark: the profile's for the first signer, others for those after.
fn anchor(reader: &mut Reader<'_>, span: Span) -> Cara {
    let first = reader.context.profil.tte.jangkar;
    let mut order =
        std::iter::once(first).chain(ANCHORS.into_iter().filter(|c| *c != first));
    let Some(mark) = order.nth(reader.anchors.len()) else {
        let banyak = (reader.anchors.len() + 1).to_string();
        reader.problems.add(span, SignatureProblem::TooManyAnchors { banyak });
        return Cara::Tinta;
    };
    reader.anchors.push(mark);
    Cara::Jangkar(mark)
}
