//! What the two directives of signatures have in common: who signs, where and when, and how.

use super::Given;
use super::kinds::{Day, Text, Word};
use super::spec::Told;
use crate::facts::Signed;
use crate::forms::{ANCHORS, Method, Signer};
use crate::markup::reader::Reader;
use crate::officials::{Officials, full_name, office};
use crate::origins::Line;
use crate::problem::SignatureProblem;
use crate::profil::ModeTte;
use base::source::{Span, Spanned};
use field::domain::{
    Golongan, Kedudukan, Nip, PaperRole, Pejabat, StatusAsn, StatusJabatan, srikandi,
};

/// The name of the attributes that hold the id of an official.
pub(in crate::markup) const OFFICIAL_KEY: &str = "pejabat";

pub(super) const OFFICIAL: Text = Text::new(Told::new(
    OFFICIAL_KEY,
    "`id` pejabat dalam `data/pejabat.toml`: nama, jabatan, pangkat, dan NIP-nya pada tanggal naskah; atribut yang ditulis di sampingnya menggantikannya",
    "sekda",
));
pub(super) const ABOVE: Text =
    Text::several(Told::new("atas", "baris di atas jabatan", "Mengetahui,"));
pub(super) const ON_BEHALF: Text = Text::several(Told::new(
    "atas-nama",
    "jabatan yang diatasnamakan (a.n.)",
    "Bupati Kutai Timur",
));
pub(super) const OFFICE: Text =
    Text::new(Told::new("jabatan", "jabatan", "Sekretaris Daerah"));
pub(super) const NAME: Text =
    Text::new(Told::new("nama", "nama dengan gelar", "Nama Lengkap, S.H."));
pub(super) const PLAIN_NAME: Text =
    Text::new(Told::new("nama-polos", "nama tanpa gelar", "Nama Lengkap"));
pub(super) const RANK: Text = Text::new(Told::new("pangkat", "pangkat", "Pembina"));
pub(super) const CLASS: Text = Text::new(Told::new("golongan", "golongan ruang", "IV/a"));
pub(super) const NIP: Text = Text::new(Told::new("nip", "NIP", "19680127 199503 1 002"));
pub(super) const SERVES: Word<StatusAsn> = Word::new(
    &StatusAsn::WORDS,
    Told::new(
        "pegawai",
        "sebagai apa ia bekerja; menentukan kata di depan nomornya (`label_nip`, `label_nip_pppk`, atau `label_nrp` dari profil)",
        "tni-polri",
    ),
);
pub(super) const POSITION: Word<Kedudukan> = Word::new(
    &Kedudukan::WORDS,
    Told::new(
        "kedudukan",
        "kedudukan menurut Pasal 44; hanya pejabat yang menandatangani secara elektronik",
        "sekda",
    ),
);
pub(super) const STATUS: Word<StatusJabatan> =
    Word::new(&StatusJabatan::WORDS, Told::new("status", "status jabatan", "plt"));
pub(super) const ROLE: Text =
    Text::new(Told::new("sebagai", "kedudukan pada naskah ini", "Penerima"));
pub(super) const NIK: Word<bool> = Word::new(
    &[("ada", true), ("tidak", false)],
    Told::new("nik", "apakah NIK pejabat sudah diisi", "ada"),
);

pub(super) const DECIDED_AT: Text =
    Text::new(Told::new("ditetapkan-di", "tempat pada “Ditetapkan di …”", "Sangatta"));
pub(super) const DECIDED_ON: Day = Day::new(Told::new(
    "ditetapkan-tanggal",
    "tanggal pada “pada tanggal …”: hari yang dinamai seperti `surat`, atau ditulis",
    "surat",
));
pub(super) const PLACE: Text =
    Text::new(Told::new("tempat", "tempat pada baris “Kota, tanggal”", "Sangatta"));
pub(super) const DATE: Day = Day::new(Told::new(
    "tanggal",
    "tanggal pada baris “Kota, tanggal”: hari yang dinamai seperti `surat`, atau ditulis",
    "9 Desember 2024",
));

/// Who signs: an official of the data, somebody written out, or the one with what the other
/// says instead.
pub(super) fn signer<'a>(
    reader: &mut Reader<'a>,
    given: &Given<'_>,
) -> (Signer, Option<&'a Pejabat>) {
    let official = official(reader, given);
    let data = official.map(|p| told(reader, p)).unwrap_or_default();
    let (name, plain_name) = match given.line(&NAME) {
        Some(name) => (name, None),
        None => (data.name, data.plain_name),
    };
    let position = given.word(&POSITION).or(data.position.map(|(p, _)| p));
    let status = given.word(&STATUS).or(data.position.map(|(_, s)| s));
    let officials = reader.context.officials;
    let behalf = given.lines(&ON_BEHALF).into_iter();
    let placed =
        |name: Line| (officials.as_held(&name), officials.office(&name.text).position);
    let played = |role: Line| (role.clone(), PaperRole::read(&role.text));
    let signer = Signer {
        on_behalf: behalf.map(placed).collect(),
        role: given.line(&ROLE).map(played),
        office: given.line(&OFFICE).unwrap_or(data.office),
        name,
        plain_name: given.line(&PLAIN_NAME).or(plain_name),
        rank: given.line(&RANK).or(data.rank),
        class: given.line(&CLASS).or(data.class),
        nip: given.line(&NIP).or(data.nip),
        serves: given.word(&SERVES).unwrap_or(data.serves),
        position: position.map(|p| (p, status.unwrap_or_default())),
        ..Signer::default()
    };
    (signer, official)
}

/// The official that is named; one that is not there, or not in office, is told.
fn official<'a>(reader: &mut Reader<'a>, given: &Given<'_>) -> Option<&'a Pejabat> {
    let (id, span) = given.placed(&OFFICIAL)?;
    let found = reader.context.officials.holder(id);
    found.map_err(|problem| reader.problems.add(span, problem)).ok()
}

/// What the data says of an official, each text with its place there.
fn told(reader: &mut Reader<'_>, pejabat: &Pejabat) -> Signer {
    let (nama, written) = (&pejabat.nama, &pejabat.written);
    let name = reader.say_line(&full_name(nama, nama.without_gelar(), written));
    let office = reader.say_line(&office(pejabat));
    let mut said = |key: &str, text: String| reader.say(&text, written.field(key).span());
    let golongan = pejabat.golongan.as_ref();
    let rank_key = if pejabat.written.field("golongan").span() == Span::None {
        "pangkat"
    } else {
        "golongan"
    };
    Signer {
        name,
        plain_name: Some(said("nama", pejabat.nama.without_gelar().to_owned())),
        office,
        rank: golongan
            .and_then(Golongan::pangkat)
            .map(|rank| said(rank_key, rank.to_owned())),
        class: golongan.and_then(Golongan::code).map(|class| said(rank_key, class)),
        nip: pejabat.nip.as_ref().map(|nip| said("nip", nip.unbroken())),
        serves: pejabat.nip.as_ref().map(Nip::status).unwrap_or_default(),
        position: Some((pejabat.kedudukan, pejabat.status)),
        ..Signer::default()
    }
}

/// "Ditetapkan di …" and "pada tanggal …", or place and date on one line.
pub(super) fn where_and_when(reader: &mut Reader<'_>, given: &Given<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let [decided, placed] =
        [&DECIDED_AT, &PLACE].map(|at| given.line(at).unwrap_or_default());
    if let Some((day, _)) = reader.day(given, &DECIDED_ON) {
        lines.push(Line::from("Ditetapkan di ").and(&decided));
        lines.push(Line::from("pada tanggal ").and(&day));
    }
    if let Some((day, _)) = reader.day(given, &DATE) {
        lines.push(placed.ours(", ").and(&day));
    }
    lines
}

/// How somebody signs. Only officials sign electronically: of them the NIK is known.
pub(super) fn way(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    (signer, official): (&Signer, Option<&Pejabat>),
    sender: bool,
) -> Method {
    // Where the official is written, when the data says who signs.
    let name = given.placed(&NAME).map_or(given.span(), |(_, span)| span);
    let place = official.map_or(name, |p| p.id.span);
    let by = how(reader, given, (signer, official), (place, sender));
    if by == Method::Srikandi {
        for variable in srikandi::SENDER {
            reader.facts.variable(variable, given.span());
        }
    }
    reader.facts.signers.push(Spanned::new(
        Signed {
            id: official.map(|p| p.id.value.clone()),
            name: signer.name.text.clone(),
            electronic: by != Method::Ink,
        },
        place,
    ));
    by
}

fn how(
    reader: &mut Reader<'_>,
    given: &Given<'_>,
    (signer, official): (&Signer, Option<&Pejabat>),
    (place, sender): (Span, bool),
) -> Method {
    let written = given.word(&NIK).unwrap_or_default();
    let nik = official.map_or(written, |p| p.nik.is_some());
    if signer.position.is_none() {
        return Method::Ink;
    }
    match reader.context.profil.tte.mode {
        ModeTte::Srikandi if sender => Method::Srikandi,
        ModeTte::Basah | ModeTte::Srikandi => Method::Ink,
        ModeTte::Bsre => {
            if !nik {
                let problem = without_nik(reader.context.officials, signer, official);
                reader.problems.add(place, problem);
            }
            anchor(reader, given.span())
        }
    }
}

/// What to say of a signer whose NIK is not known: one who is written out may be an official of
/// the data, by name or NIP, and is to be named by id then.
fn without_nik(
    officials: Officials<'_>,
    signer: &Signer,
    official: Option<&Pejabat>,
) -> SignatureProblem {
    let nama = signer.name.text.clone();
    if let Some(official) = official {
        return SignatureProblem::NoNik { id: official.id.value.clone(), nama };
    }
    match officials.who(&nama, signer.nip.as_ref().map(|nip| nip.text.as_str())) {
        Some(p) => SignatureProblem::OfficialByHand { id: p.id.value.clone(), nama },
        None => SignatureProblem::SignerUnknown { nama },
    }
}

/// The next free mark: the profile's for the first signer, others for those after.
fn anchor(reader: &mut Reader<'_>, span: Span) -> Method {
    let first = reader.context.profil.tte.jangkar;
    let mut order =
        std::iter::once(first).chain(ANCHORS.into_iter().filter(|c| *c != first));
    let Some(mark) = order.nth(reader.anchors.len()) else {
        let banyak = (reader.anchors.len() + 1).to_string();
        reader.problems.add(span, SignatureProblem::TooManyAnchors { banyak });
        return Method::Ink;
    };
    reader.anchors.push(mark);
    if reader.context.is_final { Method::Anchor(mark) } else { Method::EmptyBox }
}
