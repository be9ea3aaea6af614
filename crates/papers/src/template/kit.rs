//! What the papers around a meeting see: its costs, speeches, results and who came.

use super::held::{Held, HeldFields, records};
use super::typed;
use super::values::person_value;
use crate::officials::full_name;
use crate::origins::Line;
use base::written::Written;
use field::domain::{
    HadirMenurut, Hasil, Kehadiran, Kesepakatan, Notula, Opd, Penandatangan, Rakor,
    RekapHadir,
};

/// Costs with their sums, as amounts in rupiah.
pub(super) fn costs_value(rakor: &Rakor) -> Held {
    let list = rakor.written.field("biaya");
    let items = records(&rakor.biaya, &list, |b, written| {
        HeldFields::of(written)
            .said("uraian", &b.uraian)
            .said("volume", b.volume)
            .said("satuan", &b.satuan)
            .said("harga", b.harga)
            .own("jumlah", b.total())
            .done()
    });
    HeldFields::of(&rakor.written.field("rakor"))
        .held("rincian", items)
        .own("total", rakor.total_biaya())
        .said_in("sumber", "sumber_biaya", &rakor.sumber_biaya)
        .done()
}

/// What was agreed or asked for before.
pub(super) fn before_value(rakor: &Rakor, opd: &[Opd]) -> Held {
    let list = rakor.written.field("tindak_lanjut");
    records(&rakor.tindak_lanjut, &list, |t, written| {
        let id = t.opd.as_ref().map(|id| id.value.as_str());
        let said = match (t.is_done(), t.keadaan) {
            (true, _) => Some("selesai"),
            (false, Some(_)) => Some("belum"),
            (false, None) => None,
        };
        HeldFields::of(written)
            .said("isi", &t.isi)
            .said("opd", id)
            .said("pic", &t.pic)
            .line("pelaksana", who_does((t.pic.as_deref(), id), written, opd))
            .said("tenggat", typed::maybe(t.tenggat.as_ref()))
            .said("asal", &t.asal)
            .own("keadaan", said)
            .said("selesai", typed::maybe(t.selesai.as_ref()))
            .own("terlambat", t.is_late())
            .said("keterangan", &t.keterangan)
            .done()
    })
}

/// A speech.
pub(super) fn speech_value(speech: &field::domain::Sambutan, written: &Written) -> Held {
    HeldFields::of(written)
        .said("id", &speech.id.value)
        .said("judul", &speech.judul)
        .said("oleh", &speech.oleh)
        .said("jabatan", &speech.jabatan)
        .said("isi", &speech.isi)
        .done()
}

/// Everybody at the meeting in one row, speakers first, with their group; those who are known
/// not to have come are left out.
pub(crate) fn everybody(rakor: &Rakor) -> Vec<(String, Held)> {
    let mut all = Vec::new();
    for (group, title, people) in [
        ("narasumber", "Narasumber", &rakor.narasumber),
        ("peserta", "Peserta", &rakor.peserta),
        ("panitia", "Panitia", &rakor.panitia),
    ] {
        for (i, person) in people.iter().enumerate() {
            if person.hadir == Some(Kehadiran::Tidak) || person.nama.is_none() {
                continue;
            }
            let id = person.id.as_ref().map(|id| id.value.clone());
            let id = id.unwrap_or_else(|| format!("{group}-{:03}", i + 1));
            let role = person.peran.clone().unwrap_or_else(|| title.to_owned());
            let role = HeldFields::of(&person.written)
                .own("kelompok", group)
                .said_in("sebagai", "peran", role)
                .done();
            let value = role.over(&person_value(person, all.len() + 1));
            all.push((id, value));
        }
    }
    all
}

/// Who came, by room or screen and by gender; absent when it is not known.
pub(super) fn attendance_value(rakor: Option<&Rakor>, hasil: Option<&Hasil>) -> Held {
    let Some(came) = RekapHadir::of(rakor, hasil) else { return Held::none() };
    let row = |one: HadirMenurut| {
        HeldFields::new()
            .own("l", one.l)
            .own("p", one.p)
            .own("tak_tercatat", one.tak_tercatat)
            .own("jumlah", one.jumlah())
            .done()
    };
    HeldFields::new()
        .held("luring", row(came.luring))
        .held("daring", row(came.daring))
        .held("semua", row(came.semua()))
        .own("tidak_hadir", came.tidak_hadir)
        .done()
}

/// Who does what was agreed, in print: the person, else the OPD; both when both are told.
/// `pic` is what somebody wrote, a name or an office; only its words tell whether it names the
/// OPD already.
fn who_does(
    (pic, id): (Option<&str>, Option<&str>),
    written: &Written,
    opd: &[Opd],
) -> Option<Line> {
    let unit = id.and_then(|id| opd.iter().find(|o| o.id.value == id));
    let unit = unit.map(|o| Line::at(o.nama.as_str(), o.written.field("nama").span()));
    let place = written.field("pic").span();
    let person = pic.map(|pic| Line::at(pic, place));
    match (person, unit) {
        (Some(pic), Some(unit)) if !names(&pic.text, &unit.text) => {
            Some(pic.then(", ", place).then(&unit.text, unit.trail.at(0)))
        }
        (pic, unit) => pic.or(unit),
    }
}

/// Whether words name an office as a whole: Dinas Sosial is none in "Dinas Sosialisasi".
fn names(words: &str, office: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.match_indices(office).any(|(at, found)| {
        edge(words[..at].chars().next_back())
            && edge(words[at + found.len()..].chars().next())
    })
}

/// What was agreed: who does it is told in two tables.
fn agreed_value(agreed: &Kesepakatan, written: &Written, opd: &[Opd]) -> Held {
    let id = agreed.opd.as_ref().map(|o| o.value.as_str());
    let who = who_does((agreed.pic.as_deref(), id), written, opd);
    HeldFields::of(written)
        .said("isi", &agreed.isi)
        .said("pic", &agreed.pic)
        .said("opd", agreed.opd.as_ref().map(|o| &o.value))
        .line("pelaksana", who)
        .said("tenggat", typed::maybe(agreed.tenggat.as_ref()))
        .done()
}

/// Who signs for the meeting.
fn signer_value(signer: &Penandatangan, written: &Written) -> Held {
    let name = signer.nama.as_ref().map(|n| full_name(n, n.without_gelar(), written));
    let nip = signer.nip.as_ref();
    HeldFields::of(written)
        .line("nama", name)
        .said("jabatan", &signer.jabatan)
        .said("nip", nip.map(field::domain::Nip::unbroken))
        .own("pegawai", nip.map(|nip| nip.status().word()))
        .said("sebagai", &signer.sebagai)
        .done()
}

/// What the minutes say of the meeting itself.
fn minutes_value(notula: &Notula, written: &Written) -> Held {
    HeldFields::of(written)
        .said("ketua", &notula.ketua)
        .said("sekretaris", &notula.sekretaris)
        .said("pencatat", &notula.pencatat)
        .said("mulai", typed::maybe(notula.mulai.as_ref()))
        .said("selesai", typed::maybe(notula.selesai.as_ref()))
        .said("pembukaan", &notula.pembukaan)
        .said("penutup", &notula.penutup)
        .done()
}

/// The results of the meeting.
pub(super) fn results_value(hasil: &Hasil, opd: &[Opd]) -> Held {
    let list = |name: &str| hasil.written.field(name);
    let topics = records(&hasil.pembahasan, &list("pembahasan"), |p, written| {
        HeldFields::of(written)
            .said("topik", &p.topik)
            .said("penyampai", &p.penyampai)
            .said("uraian", &p.uraian)
            .said("tanggapan", &p.tanggapan)
            .done()
    });
    let agreed = records(&hasil.kesepakatan, &list("kesepakatan"), |k, written| {
        agreed_value(k, written, opd)
    });
    let photos = records(&hasil.foto, &list("foto"), |f, written| {
        HeldFields::of(written)
            .said("berkas", &f.berkas.value)
            .said("keterangan", &f.keterangan)
            .done()
    });
    let signers = records(&hasil.penandatangan, &list("penandatangan"), signer_value);
    HeldFields::of(&hasil.written)
        .held("notula", minutes_value(&hasil.notula, &list("notula")))
        .held("pembahasan", topics)
        .said("keputusan", &hasil.keputusan)
        .held("kesepakatan", agreed)
        .held("penandatangan", signers)
        .held("foto", photos)
        .said("simpulan", &hasil.simpulan)
        .said("hambatan", &hasil.hambatan)
        .said("saran", &hasil.saran)
        .done()
}
