//! What templates see: built once for a run, shared by all papers.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::{Value, context};

use super::catalog_values::{catalog_value, chapters, example};
use super::history::{self, period_value};
use super::values::{
    letter_value, node_value, official_at, officials, people, service_value,
    session_value,
};
use super::{Per, Templates, composed, kit, letterhead, record, trace, typed};
use crate::letter::Letter;
use crate::origins::Line;
use crate::profil::KopProfil;
use base::source::Span;
use base::written::Written;
use data::node::{self, Node};
use data::workspace::Workspace;
use field::domain::{Opd, Pasal44, Pejabat, Rakor, StatusJabatan};
use field::spm::rekap::ReportStatus;
use field::spm::{Catalog, History, IndexOf, LayananCapaian, LayananResult, Review};

/// The part of the context that is the same for all papers.
#[derive(Debug, Clone)]
pub struct Base {
    /// All names that every template sees.
    pub value: Value,
    /// What is printed of officials where the paper is not known.
    pub rule: Pasal44,
    /// By template, whom its letters are to, in their order.
    pub addressed: BTreeMap<String, Vec<String>>,
    letters: BTreeMap<String, usize>,
}

impl Base {
    /// Builds it from the workspace, the catalog and the computed index.
    pub fn new(
        workspace: &Workspace,
        catalog: &Catalog,
        telaah: Option<&Review>,
        templates: &Templates,
        rule: Pasal44,
    ) -> Self {
        let daerah = &workspace.settings.daerah;
        let instansi = &workspace.settings.instansi;
        let written = &workspace.settings.written;
        let addressed = addressed(workspace, templates);
        let lists: BTreeMap<&str, Vec<Value>> = workspace
            .lists
            .iter()
            .map(|(name, rows)| (name.as_str(), rows_value(rows)))
            .collect();
        let all_opd: Vec<Value> = workspace
            .opd
            .iter()
            .map(|o| opd_value(o, workspace, catalog, telaah, rule))
            .collect();
        let value = context! {
            daerah => record(context! {
                nama => &daerah.nama,
                nama_kapital => daerah.nama.to_uppercase(),
                pemerintah => daerah.government(),
                jenis => daerah.jenis.word(),
                ibu_kota => &daerah.ibu_kota,
                provinsi => &daerah.provinsi,
                sebutan_kepala => daerah.jenis.head_title(),
                zona => daerah.zona.abbreviation(),
                lambang => daerah.lambang.as_ref().map(|l| l.value.clone()),
                lambang_negara => daerah.lambang_negara.as_ref().map(|l| l.value.clone()),
            }, &government(written)),
            instansi => record(context! {
                nama => &instansi.nama,
                unit => &instansi.unit,
                kop => &instansi.kop,
                kop_kepala => &instansi.kop_kepala,
                alamat_kepala => &instansi.alamat_kepala,
                alamat => &instansi.alamat,
                tempat => &instansi.tempat,
            }, &written.field("instansi")),
            periode => workspace.settings.periode.map(period_value),
            rakor => workspace.rakor.as_ref().map(|rakor| rakor_value(rakor, workspace)),
            hasil => workspace.hasil.as_ref().map(|h| kit::results_value(h, &workspace.opd)),
            kehadiran => kit::attendance_value(workspace.rakor.as_ref(), workspace.hasil.as_ref()),
            pejabat => officials(&workspace.pejabat, workspace.tanggal(), rule),
            semua_surat => letters_value(workspace, &addressed, rule),
            semua_opd => all_opd,
            rekap => telaah.map(|t| rekap_value(t, workspace, catalog)),
            kebijakan => workspace.settings.kebijakan.sentence(),
            katalog => catalog_value(catalog, workspace),
            contoh => example(catalog, workspace.settings.kebijakan),
            daftar => lists,
            buku => templates
                .manifests
                .iter()
                .filter(|(_, m)| !m.chapters.is_empty())
                .map(|(name, m)| (name.as_str(), chapters(&m.chapters, catalog, workspace)))
                .collect::<BTreeMap<&str, Vec<Value>>>(),
        };
        let letters = workspace
            .surat
            .iter()
            .enumerate()
            .map(|(index, surat)| (surat.template.value.clone(), index))
            .collect();
        Self { value, rule, addressed, letters }
    }

    /// The decisions about the letters of a template; all absent when the data has none.
    /// `index` counts the papers of the template from 0.
    pub fn letter(
        &self,
        (template, subject): (&str, &str),
        index: usize,
        workspace: &Workspace,
        (rule, kop): (Pasal44, Option<&KopProfil>),
    ) -> (Option<Letter>, Value) {
        let none = || {
            let absent = || Value::from(());
            context! {
                id => absent(), nomor => absent(), tanggal => absent(), sifat => absent(),
                lampiran => absent(), hal => absent(), penanda_tangan => absent(),
                tenggat => absent(), kop => absent(), yth => absent(),
                atas_nama => Vec::<String>::new(), tembusan => Vec::<String>::new(),
                menimbang => Vec::<String>::new(), mengingat => Vec::<String>::new(),
                dasar => Vec::<String>::new(), untuk => Vec::<String>::new(),
                isi => Vec::<String>::new(), paraf => Vec::<String>::new(),
                verifikasi => absent(),
            }
        };
        self.letters.get(template).and_then(|at| workspace.surat.get(*at)).map_or_else(
            || (None, none()),
            |surat| {
                let letter = Letter::new(surat, (subject, index), workspace);
                let kop = letterhead::of_letter(workspace, surat, &letter, kop);
                let value = letter_value(surat, &letter, workspace, (rule, kop));
                (Some(letter), value)
            },
        )
    }
}

/// Whom the letters of each template are to, in the order in which they are counted.
fn addressed(
    workspace: &Workspace,
    templates: &Templates,
) -> BTreeMap<String, Vec<String>> {
    let rakor = workspace.rakor.as_ref();
    let of = |name: &String, per: &Per| -> Vec<String> {
        match per {
            Per::Undangan if crate::letter::to_all(workspace, name) => {
                vec![crate::letter::TO_ALL.to_owned()]
            }
            Per::Undangan => rakor
                .map(|r| r.undangan.iter().map(|u| u.id.value.clone()).collect())
                .unwrap_or_default(),
            Per::Opd => workspace.opd.iter().map(|o| o.id.value.clone()).collect(),
            _ => vec![name.clone()],
        }
    };
    templates.manifests.iter().map(|(name, m)| (name.clone(), of(name, &m.per))).collect()
}

/// The letters of all templates, so that one paper can cite another: date, subject, the number
/// of the first and, where there are several, of the last.
fn letters_value(
    workspace: &Workspace,
    addressed: &BTreeMap<String, Vec<String>>,
    rule: Pasal44,
) -> BTreeMap<String, Value> {
    let value = |name: &str, subjects: &[String]| -> Value {
        let Some(surat) = workspace.surat.iter().find(|s| s.template.value == name)
        else {
            return Value::from(());
        };
        let letter = |at: usize| {
            subjects.get(at).map(|id| {
                let letter = Letter::new(surat, (id, at), workspace);
                letter_value(surat, &letter, workspace, (rule, surat.kop))
            })
        };
        let last = subjects.len().checked_sub(1).filter(|at| *at > 0).and_then(letter);
        let last = last.and_then(|l| l.get_attr("nomor").ok());
        letter(0).map_or_else(
            || Value::from(()),
            |first| context! { nomor_akhir => last, ..first },
        )
    };
    addressed.iter().map(|(name, all)| (name.clone(), value(name, all))).collect()
}

/// What a paper of another day or rule than the workspace's sees otherwise: who holds which
/// office, and what is printed of them.
/// `opd` is the OPD it is about, if it is about one.
pub fn on_day(
    workspace: &Workspace,
    date: Option<jiff::civil::Date>,
    opd: Option<&Value>,
    rule: Pasal44,
) -> Value {
    let pejabat = officials(&workspace.pejabat, date, rule);
    let id = opd.and_then(|o| o.get_attr("id").ok());
    let id = id.as_ref().and_then(|id| id.as_str());
    let office = workspace.opd.iter().find(|o| Some(o.id.value.as_str()) == id);
    let head = office.and_then(|o| Some((o, o.kepala.as_ref()?)));
    if let (Some(opd), Some((office, head))) = (opd, head) {
        let head = (head.value.as_str(), head.span);
        let kepala = official_at(&workspace.pejabat, head, date, rule);
        let Line { text, trail } = head_of(office, workspace, date);
        let value = context! { kepala => kepala, sebutan_kepala => text };
        let of_day = composed(value, &Written::default(), [("sebutan_kepala", trail)]);
        let opd = context! { ..of_day, ..opd.clone() };
        return context! { pejabat => pejabat, opd => opd };
    }
    context! { pejabat => pejabat }
}

/// Where the region was written, and what its government is called after it.
fn government(settings: &Written) -> Written {
    let daerah = settings.field("daerah");
    let name = daerah.field("nama");
    daerah.standing("pemerintah", name)
}

/// Whom a letter to an office names: its head, with "Plt." and the like where the office is held
/// so on the day.
fn head_of(opd: &Opd, workspace: &Workspace, date: Option<jiff::civil::Date>) -> Line {
    let place = opd.named().field("sebutan_kepala").span();
    let (status, written) = held_so(opd, workspace, date);
    Line::default().then(status, written).then(&opd.sebutan_kepala, place)
}

/// The word before the office of a head who holds it otherwise than in full, where its name
/// does not have one already.
fn held_so(
    opd: &Opd,
    workspace: &Workspace,
    date: Option<jiff::civil::Date>,
) -> (&'static str, Span) {
    let id = opd.kepala.as_ref();
    let holder = id.and_then(|id| Pejabat::on(&workspace.pejabat, &id.value, date));
    match holder {
        Some((pejabat, _))
            if StatusJabatan::off(&opd.sebutan_kepala) == opd.sebutan_kepala =>
        {
            (pejabat.status.prefix(), pejabat.written.field("status").span())
        }
        _ => ("", Span::None),
    }
}

/// The rows of a free list. Every row has the keys of all rows, so that a cell that was left
/// empty reads as `none` and not as a name the data does not have.
fn rows_value(rows: &[Node]) -> Vec<Value> {
    let entries = |row: &Node| match &row.value {
        node::Value::Table(entries) => entries.clone(),
        _ => Vec::new(),
    };
    let keys: BTreeSet<String> =
        rows.iter().flat_map(entries).map(|(key, _)| key.value).collect();
    rows.iter()
        .map(|row| {
            let mut all: BTreeMap<String, Value> =
                keys.iter().map(|key| (key.clone(), Value::from(()))).collect();
            all.extend(
                entries(row).iter().map(|(k, v)| (k.value.clone(), node_value(v))),
            );
            trace::row(Value::from_pairs(all), &row.written())
        })
        .collect()
}

/// An OPD with its head, its urusan and its achievement.
fn opd_value(
    opd: &Opd,
    workspace: &Workspace,
    catalog: &Catalog,
    telaah: Option<&Review>,
    rule: Pasal44,
) -> Value {
    let id = opd.id.value.as_str();
    let head =
        opd.kepala.as_ref().map(|id| (id.value.as_str(), id.span)).and_then(|id| {
            official_at(&workspace.pejabat, id, workspace.tanggal(), rule)
        });
    let result = telaah.and_then(|t| t.rekap.opd.iter().find(|o| o.opd == id));
    let services: Vec<Value> = telaah
        .into_iter()
        .flat_map(|t| t.layanan_opd(id).map(move |(u, l)| (t, u, l)))
        .map(|(t, u, l)| compared_service(l, &u.nama, t, (workspace, catalog)))
        .collect();
    let found = telaah.into_iter().flat_map(|t| t.temuan_opd(id));
    let findings = history::findings(found, workspace);
    let priorities = telaah
        .map(|t| history::priorities(t, id, &services, workspace))
        .unwrap_or_default();
    let quarter = telaah.map_or(4, |t| t.rekap.triwulan);
    let path = workspace.settings.jalur.pada(quarter);
    let carried: Vec<&LayananResult> =
        telaah.into_iter().flat_map(|t| t.layanan_opd(id)).map(|(_, l)| l).collect();
    let policies = workspace.settings.kebijakan.of_office(&carried, quarter);
    let none = History::default();
    let trend = history::trend(telaah.map_or(&none, |t| &t.riwayat), IndexOf::Opd(id));
    let urusan: Vec<Value> = opd
        .urusan
        .iter()
        .filter_map(|kode| catalog.urusan(kode))
        .map(|u| context! { kode => &u.kode, nama => &u.nama, nama_resmi => &u.nama_resmi })
        .collect();
    let bidang: Vec<Value> =
        opd.bidang.iter().map(|b| Value::from(b.nama.as_str())).collect();
    let head_words = head_of(opd, workspace, workspace.tanggal());
    let own: Vec<Value> =
        opd.layanan.iter().map(|l| Value::from(l.value.as_str())).collect();
    let value = context! {
        id => &opd.id.value,
        nama => &opd.nama,
        singkatan => &opd.singkatan,
        sebutan_kepala => &head_words.text,
        kepala => head,
        tempat => opd.tempat.as_ref().unwrap_or(&workspace.settings.daerah.ibu_kota),
        bidang => bidang,
        urusan => urusan,
        layanan_diampu => own,
        indeks => result.and_then(|o| typed::maybe(o.indeks.as_ref())),
        kategori => result.and_then(|o| o.kategori.clone()),
        keterisian => result.and_then(|o| typed::maybe(o.keterisian.persen().as_ref())),
        nihil => telaah.is_some_and(|t| t.opd_nihil(id)),
        dilaporkan => result.is_some_and(|o| o.status != ReportStatus::NotReported),
        jarak => result
            .and_then(|o| o.indeks.as_ref())
            .filter(|_| carried.iter().any(|l| history::has_path(l, catalog, quarter)))
            .and_then(|indeks| history::distance(Some(indeks), path)),
        dihitung_nol => telaah.map_or(0, |t| IndexOf::Opd(id).counted_as_zero(&t.rekap)),
        kebijakan => policies,
        layanan => services,
        temuan => findings,
        prioritas => priorities,
        ..trend
    };
    let capital = workspace.settings.written.field("daerah").field("ibu_kota");
    let fields = opd.bidang.iter().enumerate();
    let fields = fields.map(|(i, _)| opd.written.field("bidang").item(i).field("nama"));
    let fields = Written::list(opd.span, fields.collect());
    let written = opd.named().standing("tempat", capital).with("bidang", fields);
    composed(value, &written, [("sebutan_kepala", head_words.trail)])
}

/// A service with its figures, its findings and what its index was.
fn compared_service(
    hasil: &LayananResult,
    urusan: &str,
    telaah: &Review,
    (workspace, catalog): (&Workspace, &Catalog),
) -> Value {
    let value = service_value(hasil, report(workspace, &hasil.kode), urusan);
    let findings = history::findings(telaah.temuan_layanan(&hasil.kode), workspace);
    let trend = history::trend(&telaah.riwayat, IndexOf::Layanan(&hasil.kode));
    let own = report(workspace, &hasil.kode).and_then(|l| l.jalur_target.as_ref());
    let path = own.unwrap_or(&workspace.settings.jalur).pada(telaah.rekap.triwulan);
    let waits = hasil.awaits_events(catalog, telaah.rekap.triwulan);
    let held = hasil.reported_indeks().filter(|_| !waits);
    let distance = history::distance(held, path);
    context! {
        temuan => findings,
        jalur => typed::value(path.clone()),
        jarak => distance,
        menunggu_kejadian => waits,
        mutu_belum_pasti => remembered(hasil, catalog, telaah.rekap.tahun),
        ..context! { ..trend, ..value }
    }
}

/// Whether the mutu items of a service come from a list that nobody has read in its source.
fn remembered(hasil: &LayananResult, catalog: &Catalog, year: u16) -> bool {
    let list = catalog.mutu(&hasil.kode, year);
    let listed = |name: &str| list.iter().any(|item| item.nama == name);
    catalog.mutu_is_remembered(&hasil.kode, year)
        && hasil.mutu_item.iter().any(|item| listed(&item.nama))
}

/// What an OPD told about a service in the reported quarter.
fn report<'a>(workspace: &'a Workspace, kode: &str) -> Option<&'a LayananCapaian> {
    let periode = workspace.settings.periode?;
    let all = workspace.capaian.get(&periode)?;
    all.iter().map(|l| &l.value).find(|l| l.kode == kode)
}

/// What every meeting about SPM rests on, where the data names no law.
const GROUND: [&str; 2] = ["pp-2-2018", "permendagri-59-2021"];

fn rakor_value(rakor: &Rakor, workspace: &Workspace) -> Value {
    let written = &rakor.written;
    let session = |(index, sesi): (usize, &field::domain::Sesi)| {
        let written = written.field("sesi").item(index);
        session_value(sesi, &rakor.narasumber, &written)
    };
    let sessions: Vec<Value> = rakor.sesi.iter().enumerate().map(session).collect();
    let mut days: Vec<jiff::civil::Date> =
        rakor.sesi.iter().map(|s| s.tanggal.value).collect();
    days.sort();
    days.dedup();
    let days: Vec<Value> = days
        .into_iter()
        .map(|day| {
            let all = rakor.sesi.iter().enumerate();
            let of_day = all.filter(|(_, s)| s.tanggal.value == day);
            let sesi: Vec<Value> = of_day.map(session).collect();
            context! { tanggal => typed::value(day), sesi => sesi }
        })
        .collect();
    let invited: Vec<Value> = rakor
        .undangan
        .iter()
        .enumerate()
        .map(|(i, unit)| {
            invited_value(unit, &written.field("undangan").item(i), workspace)
        })
        .collect();
    let mut laws: Vec<String> =
        rakor.dasar_hukum.iter().map(|d| d.value.clone()).collect();
    if laws.is_empty() {
        laws.extend(GROUND.map(str::to_owned));
    }
    let value = context! {
        nama => &rakor.nama,
        singkat => &rakor.singkat,
        tema => &rakor.tema,
        tanggal => typed::value(rakor.tanggal),
        sampai => typed::value(rakor.sampai),
        tempat => &rakor.tempat,
        tautan => &rakor.tautan,
        penyelenggara => &rakor.penyelenggara,
        latar_belakang => &rakor.latar_belakang,
        dasar_hukum => laws,
        sasaran => &rakor.sasaran,
        luaran => &rakor.luaran,
        bentuk => &rakor.bentuk,
        biaya => kit::costs_value(rakor),
        sambutan => rakor
            .sambutan
            .iter()
            .enumerate()
            .map(|(i, s)| record(kit::speech_value(s), &written.field("sambutan").item(i)))
            .collect::<Vec<_>>(),
        tujuan => &rakor.tujuan,
        pakaian => &rakor.pakaian,
        narahubung => &rakor.narahubung,
        hadir_telepon => &rakor.hadir_telepon,
        catatan => &rakor.catatan,
        rangkaian => &rakor.rangkaian,
        baris_kosong => &rakor.baris_kosong,
        sesi => sessions,
        hari => days,
        narasumber => people(&rakor.narasumber),
        peserta => people(&rakor.peserta),
        panitia => people(&rakor.panitia),
        undangan => invited,
    };
    let head = written.field("rakor");
    record(value, &head.standing("singkat", head.field("nama")))
}

/// A unit that is invited.
fn invited_value(
    unit: &field::domain::Undangan,
    written: &Written,
    workspace: &Workspace,
) -> Value {
    // Invitation and evaluation name the head of an office alike.
    let office = workspace.opd.iter().find(|opd| opd.sebutan_kepala == unit.yth);
    let (status, place) = office
        .map(|opd| held_so(opd, workspace, workspace.tanggal()))
        .unwrap_or_default();
    let yth = Line::default().then(status, place);
    let yth = yth.then(&unit.yth, written.field("yth").span());
    let value = context! {
        id => &unit.id.value,
        yth => &yth.text,
        tempat => &unit.tempat,
        jumlah => &unit.jumlah,
        keterangan => &unit.keterangan,
        bersama => false,
    };
    composed(value, written, [("yth", yth.trail)])
}

/// All who are invited by one letter; the lampiran says who they are.
pub(crate) fn invited_together() -> Value {
    let absent = || Value::from(());
    context! {
        id => crate::letter::TO_ALL,
        yth => "(Daftar Terlampir)",
        tempat => absent(),
        jumlah => 1,
        keterangan => absent(),
        bersama => true,
    }
}

fn rekap_value(telaah: &Review, workspace: &Workspace, catalog: &Catalog) -> Value {
    let Review { rekap, temuan, riwayat } = telaah;
    let jalur = &workspace.settings.jalur;
    let path = jalur.pada(rekap.triwulan);
    let urusan: Vec<Value> = rekap
        .urusan
        .iter()
        .map(|u| {
            let layanan: Vec<Value> = u
                .layanan
                .iter()
                .map(|l| compared_service(l, &u.nama, telaah, (workspace, catalog)))
                .collect();
            context! {
                kode => &u.kode,
                nama => &u.nama,
                indeks => typed::maybe(u.reported_indeks()),
                kategori => u.kategori.as_ref().filter(|_| u.reported_indeks().is_some()),
                keterisian => typed::maybe(u.keterisian.persen().as_ref()),
                nihil => u.nihil(),
                dilaporkan => u.status() != ReportStatus::NotReported,
                jarak => u.reported_indeks()
                    .filter(|_| u.layanan.iter().any(|l| history::has_path(l, catalog, rekap.triwulan)))
                    .and_then(|indeks| history::distance(Some(indeks), path)),
                layanan => layanan,
            }
        })
        .collect();
    let trend = history::trend(riwayat, IndexOf::Daerah);
    context! {
        indeks => typed::maybe(rekap.indeks.as_ref()),
        kategori => &rekap.kategori,
        keterisian => typed::maybe(rekap.keterisian.persen().as_ref()),
        urusan => urusan,
        opd => history::offices(telaah, workspace, catalog),
        riwayat => history::quarters(riwayat, jalur),
        lalu => trend.get_attr("lalu").ok(),
        tahun_lalu => riwayat.last_year.as_ref().map(history::quarter),
        dihitung_nol => IndexOf::Daerah.counted_as_zero(rekap),
        jalur_target => typed::value(path.clone()),
        jarak => history::distance(rekap.indeks.as_ref(), path),
        jalur => (1..=4).map(|tw| typed::value(jalur.pada(tw).clone())).collect::<Vec<_>>(),
        temuan => history::findings(temuan, workspace),
        perubahan => trend.get_attr("perubahan").ok(),
        perubahan_tahun => trend.get_attr("perubahan_tahun").ok(),
        indeks_lain => rekap.indeks_lain.iter().map(|i| other_index(i, workspace)).collect::<Vec<_>>(),
    }
}

/// An index of another ministry. Its category is the source's own or none.
fn other_index(indeks: &field::spm::IndeksLain, workspace: &Workspace) -> Value {
    let own = workspace.indeks_lain.iter().find(|known| known.value == *indeks);
    let place = own.map(|known| Written::at(known.span)).unwrap_or_default();
    let keys = ["nama", "kategori", "sumber"].into_iter();
    let written = keys.fold(Written::default(), |all, key| all.with(key, place.clone()));
    let value = context! {
        nama => &indeks.nama,
        nilai => typed::value(indeks.nilai.clone()),
        tahun => &indeks.tahun,
        urusan => &indeks.urusan,
        kategori => &indeks.kategori,
        sumber => &indeks.sumber,
    };
    record(value, &written)
}
