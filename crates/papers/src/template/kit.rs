//! What the papers around a meeting see: its costs, speeches, results and who came.

use minijinja::{Value, context};

use super::values::person_value;
use super::{composed, record, records, typed};
use crate::officials::full_name;
use crate::origins::Line;
use base::written::Written;
use field::domain::{
    HadirMenurut, Hasil, Kehadiran, Kesepakatan, Opd, Penandatangan, Rakor, RekapHadir,
};

/// Costs with their sums, as amounts in rupiah.
pub(super) fn costs_value(rakor: &Rakor) -> Value {
    let list = rakor.written.field("biaya");
    let items = records(&rakor.biaya, &list, |b| {
        context! {
            uraian => &b.uraian,
            volume => &b.volume,
            satuan => &b.satuan,
            harga => &b.harga,
            jumlah => b.total(),
        }
    });
    let value = context! {
        rincian => items,
        total => rakor.total_biaya(),
        sumber => &rakor.sumber_biaya,
    };
    let source = rakor.written.field("rakor").field("sumber_biaya");
    record(value, &Written::default().with("sumber", source))
}

/// Speeches.
pub(super) fn speech_value(speech: &field::domain::Sambutan) -> Value {
    context! {
        id => &speech.id.value,
        judul => &speech.judul,
        oleh => &speech.oleh,
        jabatan => &speech.jabatan,
        isi => &speech.isi,
    }
}

/// Everybody at the meeting in one row, speakers first, with their group; those who are known
/// not to have come are left out.
pub(crate) fn everybody(rakor: &Rakor) -> Vec<(String, Value)> {
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
            let role = context! {
                sebagai => person.peran.clone().unwrap_or_else(|| title.to_owned()),
            };
            let place = person.written.field("peran");
            let value = context! {
                kelompok => group,
                .. context! {
                    ..record(role, &Written::default().with("sebagai", place)),
                    ..person_value(person, all.len() + 1)
                }
            };
            all.push((id, value));
        }
    }
    all
}

/// Who came, by room or screen and by gender; absent when it is not known.
pub(super) fn attendance_value(rakor: Option<&Rakor>, hasil: Option<&Hasil>) -> Value {
    let Some(came) = RekapHadir::of(rakor, hasil) else { return Value::from(()) };
    let row = |one: HadirMenurut| {
        context! {
            l => one.l,
            p => one.p,
            tak_tercatat => one.tak_tercatat,
            jumlah => one.jumlah(),
        }
    };
    context! {
        luring => row(came.luring),
        daring => row(came.daring),
        semua => row(came.semua()),
        tidak_hadir => came.tidak_hadir,
    }
}

/// Who does what was agreed, in print: the person, else the OPD; both when both are told.
fn who_does(agreed: &Kesepakatan, written: &Written, opd: &[Opd]) -> Option<Line> {
    let unit =
        agreed.opd.as_ref().and_then(|id| opd.iter().find(|o| o.id.value == id.value));
    let unit = unit.map(|o| Line::at(o.nama.as_str(), o.written.field("nama").span()));
    let place = written.field("pic").span();
    let person = agreed.pic.as_ref().map(|pic| Line::at(pic.as_str(), place));
    match (person, unit) {
        (Some(pic), Some(unit)) if !pic.text.contains(&unit.text) => {
            Some(pic.then(", ", place).then(&unit.text, unit.trail.at(0)))
        }
        (pic, unit) => pic.or(unit),
    }
}

/// What was agreed: who does it is told in two tables.
fn agreed_value(agreed: &Kesepakatan, written: &Written, opd: &[Opd]) -> Value {
    let does = who_does(agreed, written, opd);
    let value = context! {
        isi => &agreed.isi,
        pic => &agreed.pic,
        opd => agreed.opd.as_ref().map(|o| o.value.clone()),
        pelaksana => does.as_ref().map(|line| &line.text),
        tenggat => typed::maybe(agreed.tenggat.as_ref()),
    };
    composed(value, written, [("pelaksana", does.unwrap_or_default().trail)])
}

/// Who signs for the meeting.
fn signer_value(signer: &Penandatangan, written: &Written) -> Value {
    let name = signer.nama.as_ref().map(|n| full_name(n, n.without_gelar(), written));
    let value = context! {
        nama => name.as_ref().map(|line| &line.text),
        jabatan => &signer.jabatan,
        nip => signer.nip.as_ref().map(field::domain::Nip::unbroken),
        pegawai => signer.nip.as_ref().map(|nip| nip.status().word()),
        sebagai => &signer.sebagai,
    };
    composed(value, written, [("nama", name.unwrap_or_default().trail)])
}

/// The results of the meeting.
pub(super) fn results_value(hasil: &Hasil, opd: &[Opd]) -> Value {
    let notula = &hasil.notula;
    let list = hasil.written.field("pembahasan");
    let topics = records(&hasil.pembahasan, &list, |p| {
        context! {
            topik => &p.topik,
            penyampai => &p.penyampai,
            uraian => &p.uraian,
            tanggapan => &p.tanggapan,
        }
    });
    let list = hasil.written.field("kesepakatan");
    let agreed = hasil.kesepakatan.iter().enumerate();
    let agreed: Vec<Value> =
        agreed.map(|(i, k)| agreed_value(k, &list.item(i), opd)).collect();
    let list = hasil.written.field("penandatangan");
    let signers = hasil.penandatangan.iter().enumerate();
    let signers: Vec<Value> =
        signers.map(|(i, p)| signer_value(p, &list.item(i))).collect();
    let list = hasil.written.field("foto");
    let photos = records(
        &hasil.foto,
        &list,
        |f| context! { berkas => &f.berkas.value, keterangan => &f.keterangan },
    );
    let value = context! {
        notula => record(context! {
            ketua => &notula.ketua,
            sekretaris => &notula.sekretaris,
            pencatat => &notula.pencatat,
            mulai => typed::maybe(notula.mulai.as_ref()),
            selesai => typed::maybe(notula.selesai.as_ref()),
            pembukaan => &notula.pembukaan,
            penutup => &notula.penutup,
        }, &hasil.written.field("notula")),
        pembahasan => topics,
        keputusan => &hasil.keputusan,
        kesepakatan => agreed,
        penandatangan => signers,
        foto => photos,
        simpulan => &hasil.simpulan,
        hambatan => &hasil.hambatan,
        saran => &hasil.saran,
    };
    record(value, &hasil.written)
}
