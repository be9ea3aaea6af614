//! Things of the domain as template values. Every field is always there; what the data does
//! not have is `none`, so that a template can ask for it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::{Value, context};
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::typed;

use super::trace::{composed, record, records};
use crate::letter::Letter;
use crate::officials::{full_name, office};
use crate::origins::{Figure, Line};
use bahasa::number::parse_plain;
use base::source::Span;
use base::written::Written;
use data::node::{self, Node};
use data::workspace::{StatusDokumen, Workspace};
use field::domain::{Acara, Kehadiran, Orang, Pasal44, Pejabat, Sesi, Surat, schedule};
use field::spm::rekap::{ItemResult, LayananResult};
use field::spm::{Amount, LayananCapaian, Percent, Reported};

/// Who holds the office of an id on a day, or else at another time: a signature that takes
/// such a one is refused where the paper is read. `named` is where the data names the id.
pub(super) fn official_at(
    all: &[Pejabat],
    (id, named): (&str, Span),
    date: Option<Date>,
    rule: Pasal44,
) -> Option<Value> {
    let (holder, _) = Pejabat::on(all, id, date)?;
    Some(official_value(holder, named, rule))
}

/// The officials by id, as they were on a day.
pub(crate) fn officials(
    all: &[Pejabat],
    date: Option<Date>,
    rule: Pasal44,
) -> BTreeMap<&str, Value> {
    let ids = all.iter().map(|p| (p.id.value.as_str(), p.id.span));
    ids.filter_map(|id| Some((id.0, official_at(all, id, date, rule)?))).collect()
}

/// An official, with what the paper's rule lets print (`nama_cetak`, `pangkat`, `nip`), and the id by
/// which a signature names who signs (`pejabat`). The NIK is not given to templates: what is
/// never known is never printed.
fn official_value(pejabat: &Pejabat, named: Span, rule: Pasal44) -> Value {
    let printed = rule.printed(pejabat.kedudukan, pejabat.status);
    let (nama, written) = (&pejabat.nama, &pejabat.written);
    let plain = nama.without_gelar();
    let full = full_name(nama, plain, written);
    let capitals = full_name(nama, &plain.to_uppercase(), written);
    let bare = Line::at(plain, written.field("nama").span());
    let name = if printed.gelar { &full } else { &bare };
    let office = office(pejabat);
    let nip = pejabat.nip.as_ref().filter(|_| printed.nip);
    let rank = pejabat.golongan.as_ref().filter(|_| printed.nip);
    let value = context! {
        id => &pejabat.id.value,
        pejabat => &pejabat.id.value,
        nama => &full.text,
        nama_cetak => &name.text,
        nama_kapital => &capitals.text,
        nama_tanpa_gelar => plain,
        jabatan => &office.text,
        pangkat => rank.and_then(field::domain::Golongan::pangkat),
        golongan => rank.and_then(field::domain::Golongan::code),
        nip => nip.map(field::domain::Nip::unbroken),
        label_nip => nip.map(|nip| nip.status().label()),
        pegawai => nip.map(|nip| nip.status().word()),
    };
    let nama_cetak = name.trail.clone();
    let trails = [
        ("nama", full.trail),
        ("nama_cetak", nama_cetak),
        ("nama_kapital", capitals.trail),
        ("jabatan", office.trail),
    ];
    composed(value, &written.with("pejabat", Written::at(named)), trails)
}

/// Somebody at the meeting.
pub(crate) fn person_value(person: &Orang, number: usize) -> Value {
    let name = person.nama.as_ref();
    let name = name.map(|n| full_name(n, n.without_gelar(), &person.written));
    let value = context! {
        no => number,
        kode => person.id.as_ref().map(|id| &id.value),
        nama => name.as_ref().map(|line| &line.text),
        jabatan => &person.jabatan,
        instansi => &person.instansi,
        peran => &person.peran,
        materi => &person.materi,
        jk => &person.jenis_kelamin,
        telepon => &person.telepon,
        nip => person.nip.as_ref().map(field::domain::Nip::unbroken),
        label_nip => person.nip.as_ref().map(|nip| nip.status().label()),
        pegawai => person.nip.as_ref().map(|nip| nip.status().word()),
        pangkat => person.golongan.as_ref().and_then(field::domain::Golongan::pangkat),
        golongan => person.golongan.as_ref().and_then(field::domain::Golongan::code),
        jp => &person.jp,
        daring => &person.daring,
        hadir => person.hadir.map(Kehadiran::word),
    };
    composed(value, &person.written, [("nama", name.unwrap_or_default().trail)])
}

pub(super) fn people(people: &[Orang]) -> Vec<Value> {
    people.iter().enumerate().map(|(i, p)| person_value(p, i + 1)).collect()
}

/// A session with the computed times of its items.
pub(super) fn session_value(sesi: &Sesi, speakers: &[Orang], written: &Written) -> Value {
    let times = schedule(sesi);
    let acara: Vec<Value> = sesi
        .acara
        .iter()
        .zip(&times)
        .enumerate()
        .filter_map(|(i, (acara, time))| {
            let time = time.as_ref().ok()?;
            let minutes = (time.selesai - time.mulai).total(jiff::Unit::Minute).ok()?;
            #[allow(clippy::cast_possible_truncation)]
            let value = context! {
                no => i + 1,
                nama => &acara.nama,
                mulai => typed::value(time.mulai),
                selesai => typed::value(time.selesai),
                durasi => minutes.round() as i64,
                pengisi => presenters(acara, speakers),
                oleh => &acara.oleh,
                mewakili => &acara.mewakili,
                moderator => &acara.moderator,
                daring => acara.daring || speaks_online(acara, speakers),
                perlengkapan => &acara.perlengkapan,
                pic => &acara.pic,
                keterangan => &acara.keterangan,
            };
            Some(record(value, &written.field("acara").item(i)))
        })
        .collect();
    let sound = || times.iter().filter_map(|t| t.as_ref().ok());
    let value = context! {
        id => &sesi.id.value,
        nama => &sesi.nama,
        tanggal => typed::value(sesi.tanggal.value),
        tempat => &sesi.tempat,
        mulai => sound().next().map(|t| typed::value(t.mulai)),
        selesai => sound().next_back().map(|t| typed::value(t.selesai)),
        acara => acara,
    };
    record(value, written)
}

/// Who gives an item: speakers with their offices.
fn presenters(acara: &Acara, speakers: &[Orang]) -> Vec<Value> {
    find(acara, speakers).map(|person| person_value(person, 1)).collect()
}

fn speaks_online(acara: &Acara, speakers: &[Orang]) -> bool {
    find(acara, speakers).any(|person| person.daring)
}

fn find<'a>(acara: &'a Acara, speakers: &'a [Orang]) -> impl Iterator<Item = &'a Orang> {
    acara.narasumber.iter().filter_map(|id| {
        speakers.iter().find(|s| s.id.as_ref().is_some_and(|i| i.value == id.value))
    })
}

/// The decisions about a letter; `index` counts the letters of one template from 0. Its number
/// is the one in the register; where none is kept, the first plus `index`.
pub(super) fn letter_value(
    surat: &Surat,
    letter: &Letter,
    workspace: &Workspace,
    (rule, kop): (Pasal44, Option<&'static str>),
) -> Value {
    let (number, date) = (letter.number.as_ref(), letter.date);
    let signer =
        surat.penanda_tangan.as_ref().map(|id| (id.value.as_str(), id.span)).and_then(
            |id| official_at(&workspace.pejabat, id, date.or(workspace.tanggal()), rule),
        );
    let settings = &workspace.settings;
    let paraf = match surat.status.unwrap_or(settings.status) {
        StatusDokumen::Draf => surat.paraf.as_ref().unwrap_or(&settings.paraf).as_slice(),
        StatusDokumen::Contoh | StatusDokumen::Final => &[],
    };
    let verifikasi = settings.verifikasi.as_ref().zip(number.map(|n| &n.value));
    let verifikasi = verifikasi
        .filter(|(_, number)| number.is_whole())
        .map(|(url, number)| url.replace("{nomor}", &in_url(number.as_str())));
    let value = context! {
        id => &surat.template.value,
        nomor => typed::maybe(number.map(|n| &n.value)),
        tanggal => typed::maybe(date.as_ref()),
        sifat => &surat.sifat,
        lampiran => &surat.lampiran,
        hal => &surat.hal,
        penanda_tangan => signer,
        atas_nama => &surat.atas_nama,
        tembusan => &surat.tembusan,
        yth => &surat.yth,
        menimbang => &surat.menimbang,
        mengingat => &surat.mengingat,
        dasar => &surat.dasar,
        untuk => &surat.untuk,
        isi => &surat.isi,
        tenggat => typed::maybe(surat.tenggat.as_ref()),
        kop => kop,
        paraf => paraf.to_vec(),
        verifikasi => verifikasi,
    };
    let written = surat.written.standing("paraf", settings.written.field("paraf"));
    composed(value, &written, [("nomor", letter.number_trail.clone())])
}

/// A number as a part of an address: its slashes do not part it.
fn in_url(number: &str) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for byte in number.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The name of a service inside a sentence: "pelayanan kesehatan balita", while a name that is
/// written with capitals throughout ("Pendidikan Anak Usia Dini") stays one.
fn within_sentence(nama: &str) -> String {
    let second = nama.split(' ').nth(1).and_then(|word| word.chars().next());
    match second {
        Some(letter) if letter.is_lowercase() => bahasa::words::uncapitalize(nama),
        _ => nama.to_owned(),
    }
}

/// A service with its figures, all as the index says them.
pub(super) fn service_value(
    hasil: &LayananResult,
    data: Option<&LayananCapaian>,
    urusan: &str,
) -> Value {
    let told = |texts: Option<&Reported<Vec<String>>>| {
        texts.and_then(Reported::value).cloned().unwrap_or_default()
    };
    let written = data.map(|d| d.written.clone()).unwrap_or_default();
    let notes: Vec<String> =
        hasil.catatan.iter().map(field::spm::IndexNote::sentence).collect();
    let value = context! {
        kode => &hasil.kode,
        nama => &hasil.nama,
        nama_kalimat => within_sentence(&hasil.nama),
        urusan => urusan,
        satuan => &hasil.satuan,
        satuan_teks => hasil.satuan_in_text(),
        opd => &hasil.opd,
        sasaran => &hasil.sasaran,
        terlayani => &hasil.terlayani,
        belum_terlayani => &hasil.belum_terlayani,
        penerima => typed::maybe(hasil.penerima.as_ref()),
        mutu => typed::maybe(hasil.mutu.as_ref()),
        indeks => typed::maybe(hasil.reported_indeks()),
        kategori => hasil.kategori.as_ref().filter(|_| hasil.dilaporkan()),
        predikat => hasil.predikat(),
        urutan => order(hasil.reported_indeks()),
        pagu => hasil.pagu.as_ref().map(amount),
        realisasi => hasil.realisasi.as_ref().map(amount),
        serapan => typed::maybe(hasil.serapan.as_ref()),
        nihil => &hasil.nihil,
        dilaporkan => hasil.dilaporkan(),
        tuntas => hasil.tuntas(),
        catatan => notes,
        mutu_item => records(&hasil.mutu_item, &written.field("mutu"), item_value),
        permasalahan => told(data.map(|d| &d.permasalahan)),
        penyebab => told(data.map(|d| &d.penyebab)),
        rekomendasi => data.map(|d| d.rekomendasi.clone()).unwrap_or_default(),
        tenggat => data.and_then(|d| d.tenggat).map(typed::value),
        tindak_lanjut => told(data.map(|d| &d.tindak_lanjut)),
        pic => data.and_then(|d| d.pic.clone()),
    };
    record(value, &written)
}

fn item_value(item: &ItemResult) -> Value {
    context! {
        nama => &item.nama,
        satuan => &item.satuan,
        dibutuhkan => item.dibutuhkan.value().map(amount),
        terpenuhi => item.terpenuhi.value().map(amount),
        persen => typed::maybe(item.persen.as_ref()),
    }
}

/// Services by their index, lowest first; one that was not reported comes before all others.
/// A whole number of hundredths, so that a template can sort by it.
fn order(index: Option<&Percent>) -> i64 {
    index.and_then(Percent::hundredths).unwrap_or(-1)
}

/// An exact amount: money or goods.
fn amount(amount: &Amount) -> Value {
    typed::value(amount.value().clone())
}

/// A value of a free list.
pub(super) fn node_value(node: &Node) -> Value {
    match &node.value {
        node::Value::Text(t) | node::Value::Cell(t) => Value::from(t.as_str()),
        node::Value::Int(n) => Value::from(*n),
        node::Value::Decimal(d) => {
            parse_plain(d).map_or_else(|_| Value::from(d.as_str()), typed::value)
        }
        node::Value::Number(n) => number(n),
        node::Value::Shown(n, text) => {
            typed::printed(Figure::Number(n.clone()), text.clone())
        }
        node::Value::ShownDay(day, text) => typed::printed_day(*day, text.clone()),
        node::Value::Moment(when) => typed::value(*when),
        node::Value::Bool(yes) => Value::from(*yes),
        node::Value::Date(date) => typed::value(*date),
        node::Value::Time(t) => typed::value(*t),
        node::Value::Broken => Value::from(()),
        node::Value::List(items) => items.iter().map(node_value).collect(),
        node::Value::Table(entries) => Value::from_pairs(
            entries.iter().map(|(k, v)| (k.value.clone(), node_value(v))),
        ),
    }
}

/// A number of a sheet; whole ones can be reckoned with, as those of TOML.
fn number(n: &BigRational) -> Value {
    let whole = Some(n).filter(|n| n.is_integer()).and_then(ToPrimitive::to_i64);
    whole.map_or_else(|| typed::value(n.clone()), Value::from)
}
