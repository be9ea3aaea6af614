//! Things of the domain as template values. Every field is always there; what the data does
//! not have is `none`, so that a template can ask for it.

use jiff::civil::Date;
use minijinja::Value;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::held::{self, Held, HeldFields, OfData};
use super::{addressee, typed};
use crate::letter::Letter;
use crate::officials::{full_name, office};
use crate::origins::{Figure, Line};
use bahasa::number::parse_plain;
use base::source::{Span, Spanned};
use base::written::Written;
use data::node::{self, Node};
use data::workspace::{StatusDokumen, Workspace};
use field::domain::{
    Acara, Golongan, Kehadiran, Nip, Orang, Pasal44, Pejabat, Sesi, Surat, schedule,
};
use field::spm::rekap::{ItemResult, LayananResult};
use field::spm::{Amount, Catalog, LayananCapaian, Percent, Reported};

/// Who holds the office of an id on a day, or else at another time: a signature that takes
/// such a one is refused where the paper is read. `named` is where the data names the id.
pub(super) fn official_at(
    all: &[Pejabat],
    (id, named): (&str, Span),
    date: Option<Date>,
    rule: Pasal44,
) -> Option<Held> {
    let (holder, _) = Pejabat::on(all, id, date)?;
    Some(official_value(holder, named, rule))
}

/// The officials by id, as they were on a day.
pub(crate) fn officials(all: &[Pejabat], date: Option<Date>, rule: Pasal44) -> Held {
    let ids = all.iter().map(|p| (p.id.value.as_str(), p.id.span));
    Held::map(ids.filter_map(|id| Some((id.0, official_at(all, id, date, rule)?))))
}

/// An official, with what the paper's rule lets print (`nama_cetak`, `pangkat`, `nip`), and the id by
/// which a signature names who signs (`pejabat`). The NIK is not given to templates: what is
/// never known is never printed.
fn official_value(pejabat: &Pejabat, named: Span, rule: Pasal44) -> Held {
    let printed = rule.printed(pejabat.kedudukan, pejabat.status);
    let (nama, written) = (&pejabat.nama, &pejabat.written);
    let plain = nama.without_gelar();
    let full = full_name(nama, plain, written);
    let capitals = full_name(nama, &plain.to_uppercase(), written);
    let bare = Line::at(plain, written.field("nama").span());
    let name = (if printed.gelar { &full } else { &bare }).clone();
    let nip = pejabat.nip.as_ref().filter(|_| printed.nip);
    let rank = pejabat.golongan.as_ref().filter(|_| printed.nip);
    HeldFields::of(written)
        .said("id", &pejabat.id.value)
        .at("pejabat", &pejabat.id.value, Written::at(named))
        .line("nama", full)
        .line("nama_cetak", name)
        .line("nama_kapital", capitals)
        .line("nama_tanpa_gelar", bare)
        .line("jabatan", office(pejabat))
        .said_in("jabatan_tetap", "jabatan", &pejabat.jabatan)
        .said_in("pangkat", "golongan", rank.and_then(Golongan::pangkat))
        .said("golongan", rank.and_then(Golongan::code))
        .said("nip", nip.map(Nip::unbroken))
        .own("label_nip", nip.map(|nip| nip.status().label()))
        .own("pegawai", nip.map(|nip| nip.status().word()))
        .done()
}

/// Somebody at the meeting.
pub(crate) fn person_value(person: &Orang, number: usize) -> Held {
    let name = person.nama.as_ref();
    let name = name.map(|n| full_name(n, n.without_gelar(), &person.written));
    let (nip, rank) = (person.nip.as_ref(), person.golongan.as_ref());
    HeldFields::of(&person.written)
        .own("no", number)
        .said_in("kode", "id", person.id.as_ref().map(|id| &id.value))
        .line("nama", name)
        .said("jabatan", &person.jabatan)
        .said("instansi", &person.instansi)
        .said("peran", &person.peran)
        .said("materi", &person.materi)
        .own("jk", person.jenis_kelamin)
        .said("telepon", &person.telepon)
        .said("nip", nip.map(Nip::unbroken))
        .own("label_nip", nip.map(|nip| nip.status().label()))
        .own("pegawai", nip.map(|nip| nip.status().word()))
        .said_in("pangkat", "golongan", rank.and_then(Golongan::pangkat))
        .said("golongan", rank.and_then(Golongan::code))
        .said("jp", person.jp)
        .own("daring", person.daring)
        .own("hadir", person.hadir.map(Kehadiran::word))
        .done()
}

pub(super) fn people(people: &[Orang]) -> Held {
    people.iter().enumerate().map(|(i, p)| person_value(p, i + 1)).collect()
}

/// A session with the computed times of its items.
pub(super) fn session_value(sesi: &Sesi, speakers: &[Orang], written: &Written) -> Held {
    let times = schedule(sesi);
    let acara: Held = sesi
        .acara
        .iter()
        .zip(&times)
        .enumerate()
        .filter_map(|(i, (acara, time))| {
            let time = time.as_ref().ok()?;
            let minutes = (time.selesai - time.mulai).total(jiff::Unit::Minute).ok()?;
            let written = written.field("acara").item(i);
            let item = HeldFields::of(&written)
                .own("no", i + 1)
                .own("mulai", time.mulai)
                .own("selesai", time.selesai);
            #[allow(clippy::cast_possible_truncation)]
            let item = item.own("durasi", minutes.round() as i64);
            Some(agenda_item(item, acara, speakers))
        })
        .collect();
    let sound = || times.iter().filter_map(|t| t.as_ref().ok());
    HeldFields::of(written)
        .said("id", &sesi.id.value)
        .said("nama", &sesi.nama)
        .said("tanggal", typed::value(sesi.tanggal.value))
        .said("tempat", &sesi.tempat)
        .own(
            "mulai",
            sound().next().map(|t| t.mulai).or(sesi.mulai.as_ref().map(|t| t.value)),
        )
        .own("selesai", sound().next_back().map(|t| t.selesai))
        .held("acara", acara)
        .done()
}

/// What the data says of an item, beside its times.
fn agenda_item(item: HeldFields, acara: &Acara, speakers: &[Orang]) -> Held {
    // An item that is online is so for all its speakers, unless it is said of some of them.
    let all_online = acara.daring && !speaks_online(acara, speakers);
    let presenter = |person| {
        let value = person_value(person, 1);
        if all_online {
            HeldFields::new().own("daring", true).done().over(&value)
        } else {
            value
        }
    };
    let presenters: Held = find(acara, speakers).map(presenter).collect();
    item.said("nama", &acara.nama)
        .held("pengisi", presenters)
        .said("oleh", &acara.oleh)
        .said("mewakili", &acara.mewakili)
        .said("moderator", &acara.moderator)
        .own("daring", acara.daring || speaks_online(acara, speakers))
        .said("perlengkapan", &acara.perlengkapan)
        .said("pic", &acara.pic)
        .said("keterangan", &acara.keterangan)
        .done()
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
) -> Held {
    let (number, date) = (letter.number.as_ref(), letter.date);
    let official = |id: &Spanned<String>| {
        let id = (id.value.as_str(), id.span);
        official_at(&workspace.pejabat, id, date.or(workspace.tanggal()), rule)
    };
    let signer = surat.penanda_tangan.as_ref().and_then(official);
    let beside: Held = surat.penanda_tangan_lain.iter().filter_map(official).collect();
    let settings = &workspace.settings;
    let paraf = match surat.status.unwrap_or(settings.status) {
        StatusDokumen::Draf => surat.paraf.as_ref().unwrap_or(&settings.paraf).as_slice(),
        StatusDokumen::Contoh | StatusDokumen::Final => &[],
    };
    let verifikasi = settings.verifikasi.as_ref().zip(number.map(|n| &n.value));
    let verifikasi = verifikasi
        .filter(|(_, number)| number.is_whole())
        .map(|(url, number)| url.replace("{nomor}", &in_url(number.as_str())));
    let day = date.or(workspace.tanggal());
    let named =
        |office: &str, place: Span| addressee::named((office, place), workspace, day);
    let yth = surat.yth.as_ref().map(|yth| named(yth, surat.written.field("yth").span()));
    let written = surat.written.field("tembusan");
    let copies = surat.tembusan.iter().enumerate();
    let copies = copies.map(|(at, to)| named(to, written.item(at).span())).collect();
    let set = |table: &str, key: &str| settings.written.field(table).field(key);
    let own = surat.written.standing("paraf", set("paraf", "hierarki"));
    let own = own.with("verifikasi", set("tte", "url"));
    let held = HeldFields::of(&own)
        .said_in("id", "template", &surat.template.value)
        .thing_line("nomor", number.map(|n| &n.value), &letter.number_trail)
        .own("tanggal", date)
        .said("sifat", &surat.sifat)
        .said("lampiran", &surat.lampiran)
        .said("hal", &surat.hal)
        .held("penanda_tangan", signer)
        .held("penanda_tangan_lain", beside)
        .said("atas_nama", &surat.atas_nama)
        .lines("tembusan", copies)
        .line("yth", yth);
    held.said("menimbang", &surat.menimbang)
        .said("mengingat", &surat.mengingat)
        .said("dasar", &surat.dasar)
        .said("untuk", &surat.untuk)
        .said("isi", &surat.isi)
        .said("tenggat", typed::maybe(surat.tenggat.as_ref()))
        .own("kop", kop)
        .said("paraf", paraf)
        .said("verifikasi", verifikasi)
        .done()
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
    (catalog, year): (&Catalog, u16),
) -> HeldFields {
    let nowhere = Written::default();
    let written = data.map_or(&nowhere, |d| &d.written);
    let notes = hasil.catatan.iter().map(field::spm::IndexNote::sentence);
    // The index takes the unit of the report, else that of the catalog.
    let service = catalog.layanan(&hasil.kode);
    let listed = service.map(|service| service.written.clone()).unwrap_or_default();
    let written = written.standing("satuan", listed.field("satuan"));
    let of = service.and_then(|service| catalog.urusan(&service.urusan));
    let of = of.map(|urusan| urusan.written.field("nama")).unwrap_or_default();
    let of_people = HeldFields::of(&written)
        .said("kode", &hasil.kode)
        .at("nama", &hasil.nama, listed.field("nama"))
        .at("nama_kalimat", within_sentence(&hasil.nama), listed.field("nama"))
        .at("urusan", urusan, of)
        .said("satuan", &hasil.satuan)
        .said_in("satuan_teks", "satuan", hasil.satuan_in_text())
        .said("opd", &hasil.opd)
        .said("sasaran", hasil.sasaran)
        .said("terlayani", hasil.terlayani)
        .said_in("belum_terlayani", "terlayani", hasil.belum_terlayani);
    let reckoned = of_people
        .own("penerima", hasil.counted_penerima())
        .own("mutu", hasil.counted_mutu())
        .own("indeks", hasil.reported_indeks())
        .category(
            "kategori",
            hasil.kategori.as_deref().filter(|_| hasil.dilaporkan()),
            year,
            catalog,
        )
        .category("predikat", hasil.predikat(), year, catalog)
        .own("urutan", order(hasil.reported_indeks()))
        .said("pagu", hasil.pagu.as_ref().map(Amount::value))
        .said("realisasi", hasil.realisasi.as_ref().map(Amount::value))
        .own("serapan", &hasil.serapan)
        .own("nihil", hasil.nihil)
        .own("dilaporkan", hasil.dilaporkan())
        .own("tuntas", hasil.tuntas())
        .own("melampaui", hasil.melampaui())
        .lines("catatan", notes.map(|n| Line::at(n, Span::None)).collect())
        .held("mutu_item", items(hasil, data, &written, (catalog, year)));
    reckoned
        .said("permasalahan", told(data.map(|d| &d.permasalahan)))
        .said("penyebab", told(data.map(|d| &d.penyebab)))
        .said("rekomendasi", data.map(|d| &d.rekomendasi[..]).unwrap_or_default())
        .said("tenggat", data.and_then(|d| d.tenggat).map(typed::value))
        .said("tindak_lanjut", told(data.map(|d| &d.tindak_lanjut)))
        .said("pic", data.and_then(|d| d.pic.as_deref()))
}

/// The texts that were told; none where nobody told any.
fn told(texts: Option<&Reported<Vec<String>>>) -> &[String] {
    texts.and_then(Reported::value).map(Vec::as_slice).unwrap_or_default()
}

/// The quality items of a service: where the report has one, else where the catalog has it.
fn items(
    hasil: &LayananResult,
    data: Option<&LayananCapaian>,
    written: &Written,
    (catalog, year): (&Catalog, u16),
) -> Held {
    let listed = catalog.mutu(&hasil.kode, year);
    let told = data.map_or(&[][..], |d| &d.mutu);
    let item = |item: &ItemResult, at: usize| {
        let same = told.get(at).filter(|own| own.nama == item.nama).map(|_| at);
        let same = same.or_else(|| told.iter().position(|own| own.nama == item.nama));
        let own = same.map(|at| written.field("mutu").item(at)).unwrap_or_default();
        let listed = listed.iter().find(|listed| listed.nama == item.nama);
        let listed = listed.map(|listed| listed.written.clone()).unwrap_or_default();
        let own = own
            .standing("nama", listed.field("nama"))
            .standing("satuan", listed.field("satuan"));
        HeldFields::of(&own)
            .said("nama", &item.nama)
            .said("satuan", &item.satuan)
            .said("dibutuhkan", item.dibutuhkan.value().map(Amount::value))
            .said("terpenuhi", item.terpenuhi.value().map(Amount::value))
            .own("persen", &item.persen)
            .done()
    };
    hasil.mutu_item.iter().enumerate().map(|(at, one)| item(one, at)).collect()
}

/// Services by their index, lowest first; one that was not reported comes before all others.
/// A whole number of hundredths, so that a template can sort by it.
fn order(index: Option<&Percent>) -> i64 {
    index.and_then(Percent::hundredths).unwrap_or(-1)
}

/// A value of a free list; what stands inside of it knows its own place.
pub(super) fn node_value(node: &Node) -> Held {
    let plain = match &node.value {
        node::Value::List(items) => return items.iter().map(node_value).collect(),
        node::Value::Table(entries) => {
            let all = entries.iter().map(|(k, v)| (k.value.as_str(), node_value(v)));
            return held::row(all, &node.written());
        }
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
    };
    held::cell(plain)
}

/// A number of a sheet; whole ones can be reckoned with, as those of TOML.
fn number(n: &BigRational) -> Value {
    let whole = Some(n).filter(|n| n.is_integer()).and_then(ToPrimitive::to_i64);
    whole.map_or_else(|| n.said(), Value::from)
}
