//! What templates see: built once for a run, shared by all papers.

use std::collections::{BTreeMap, BTreeSet};

use super::catalog_values::{catalog_value, chapters, example};
use super::held::{self, Held, HeldFields, records};
use super::history::{self, period_value};
use super::values::{
    letter_value, node_value, official_at, officials, people, service_value,
    session_value,
};
use super::{Per, Templates, addressee, copies, kit, letterhead, typed};
use crate::letter::Letter;
use crate::origins::Line;
use crate::profil::KopProfil;
use base::source::Spanned;
use base::written::{Trail, Written};
use data::node::{self, Node};
use data::workspace::{Settings, Workspace};
use field::domain::{Daerah, Opd, Pasal44, Rakor};
use field::spm::rekap::{ReportStatus, UrusanResult};
use field::spm::{
    Catalog, History, IndexOf, Kebijakan, LayananCapaian, LayananResult, Percent, Review,
};

/// The part of the context that is the same for all papers.
#[derive(Debug, Clone)]
pub struct Base {
    /// All names that every template sees.
    pub value: Held,
    /// What is printed of officials where the paper is not known.
    pub rule: Pasal44,
    /// By template, whom its letters are to, in their order.
    pub addressed: BTreeMap<String, Vec<String>>,
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
        let settings = &workspace.settings;
        let addressed = addressed(workspace, templates);
        let lists = workspace.lists.iter();
        let lists = lists.map(|(name, rows)| {
            (name.as_str(), rows_value(name, rows, &settings.daerah))
        });
        let books_handed_out = workspace.lists.get(copies::LIST);
        let offices = workspace.opd.iter();
        let offices: Held =
            offices.map(|o| opd_value(o, workspace, catalog, telaah, rule)).collect();
        let books = templates.manifests.iter();
        let books = books
            .filter(|(_, m)| !m.chapters.is_empty())
            .map(|(name, m)| (name, chapters(&m.chapters, catalog, workspace)));
        let (rakor, hasil) = (workspace.rakor.as_ref(), workspace.hasil.as_ref());
        let value = HeldFields::new()
            .held("daerah", region_value(settings))
            .held("instansi", issuer_value(settings))
            .held("periode", settings.periode.map(period_value))
            .held("rakor", rakor.map(|rakor| rakor_value(rakor, workspace)))
            .held("hasil", hasil.map(|h| kit::results_value(h, &workspace.opd)))
            .held("kehadiran", kit::attendance_value(rakor, hasil))
            .held("pejabat", officials(&workspace.pejabat, workspace.tanggal(), rule))
            .held("semua_surat", letters_value(workspace, &addressed, rule))
            .held("semua_opd", offices)
            .held("rekap", telaah.map(|t| rekap_value(t, workspace, catalog)))
            .own("kebijakan", settings.kebijakan.sentence())
            .held("cara_hitung", chosen_policies(settings.kebijakan))
            .held("katalog", catalog_value(catalog, workspace))
            .held("contoh", example(catalog, settings.kebijakan))
            .held("daftar", Held::map(lists))
            .held("buku", Held::map(books))
            .own("jumlah_eksemplar", books_handed_out.map(|rows| copies::sum(rows)))
            .done();
        Self { value, rule, addressed }
    }

    /// The decisions about the letters of a template; all absent when the data has none.
    /// `index` counts the papers of the template from 0.
    pub fn letter(
        &self,
        (template, subject): (&str, &str),
        index: usize,
        workspace: &Workspace,
        (rule, kop): (Pasal44, Option<&KopProfil>),
    ) -> (Option<Letter>, Held) {
        let none = || {
            let lists = [
                "atas_nama",
                "penanda_tangan_lain",
                "tembusan",
                "menimbang",
                "mengingat",
                "dasar",
                "untuk",
                "isi",
                "paraf",
            ];
            let absent = HeldFields::new().absent([
                "id",
                "nomor",
                "tanggal",
                "sifat",
                "lampiran",
                "hal",
                "penanda_tangan",
                "tenggat",
                "kop",
                "yth",
                "verifikasi",
            ]);
            let empty = |all: HeldFields, key| all.held(key, Vec::new());
            lists.into_iter().fold(absent, empty).done()
        };
        workspace
            .surat
            .iter()
            .rfind(|surat| surat.template.value == template)
            .map_or_else(
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

/// The word of each policy by its key, for papers that explain how the index is computed.
fn chosen_policies(kebijakan: Kebijakan) -> Held {
    let choices = kebijakan.choices().into_iter();
    choices.fold(HeldFields::new(), |all, (key, word)| all.own(key, word)).done()
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
) -> Held {
    let value = |name: &str, subjects: &[String]| -> Held {
        let Some(surat) = workspace.surat.iter().find(|s| s.template.value == name)
        else {
            return Held::none();
        };
        let letter = |at: usize| {
            subjects.get(at).map(|id| {
                let letter = Letter::new(surat, (id, at), workspace);
                letter_value(surat, &letter, workspace, (rule, surat.kop))
            })
        };
        let last = subjects.len().checked_sub(1).filter(|at| *at > 0);
        let last = last.map(|at| Letter::new(surat, (&subjects[at], at), workspace));
        let number = last.as_ref().and_then(|last| Some(&last.number.as_ref()?.value));
        let none = Trail::default();
        let trail = last.as_ref().map_or(&none, |last| &last.number_trail);
        let last = HeldFields::new().thing_line("nomor_akhir", number, trail);
        letter(0).map_or_else(Held::none, |first| last.done().over(&first))
    };
    Held::map(addressed.iter().map(|(name, all)| (name.as_str(), value(name, all))))
}

/// The region.
fn region_value(settings: &Settings) -> Held {
    let daerah = &settings.daerah;
    let book = copies::usual_title(daerah, &settings.written.field("daerah"));
    HeldFields::of(&government(&settings.written))
        .said("nama", &daerah.nama)
        .said_in("nama_kapital", "nama", daerah.nama.to_uppercase())
        .said("pemerintah", daerah.government())
        .own("jenis", daerah.jenis.word())
        .said("ibu_kota", &daerah.ibu_kota)
        .said("provinsi", &daerah.provinsi)
        .own("sebutan_kepala", daerah.jenis.head_title())
        .own("zona", daerah.zona.abbreviation())
        .said("lambang", daerah.lambang.as_ref().map(|l| &l.value))
        .said("lambang_negara", daerah.lambang_negara.as_ref().map(|l| &l.value))
        .line("judul_panduan", book)
        .done()
}

/// The office that issues the papers.
fn issuer_value(settings: &Settings) -> Held {
    let instansi = &settings.instansi;
    HeldFields::of(&settings.written.field("instansi"))
        .said("nama", &instansi.nama)
        .said("unit", &instansi.unit)
        .said("kop", &instansi.kop)
        .said_in("kop_kepala", "kop_kepala_daerah", &instansi.kop_kepala)
        .said_in("alamat_kepala", "alamat_kepala_daerah", &instansi.alamat_kepala)
        .said("alamat", &instansi.alamat)
        .said("tempat", &instansi.tempat)
        .done()
}

/// Where the region was written, and what its government is called after it.
fn government(settings: &Written) -> Written {
    let daerah = settings.field("daerah");
    let name = daerah.field("nama");
    daerah.standing("pemerintah", name)
}

/// The rows of a free list. Every row has the keys of all rows, so that a cell that was left
/// empty reads as `none` and not as a name the data does not have.
fn rows_value(name: &str, rows: &[Node], daerah: &Daerah) -> Held {
    let computed = match name {
        copies::LIST => copies::columns(rows, daerah),
        _ => Vec::new(),
    };
    let mut computed = computed.into_iter();
    let keys: BTreeSet<&str> =
        rows.iter().flat_map(cells_of).map(|(key, _)| key.value.as_str()).collect();
    rows.iter()
        .map(|row| {
            let mut all: BTreeMap<&str, Held> =
                keys.iter().map(|key| (*key, Held::none())).collect();
            let own = cells_of(row).iter();
            all.extend(own.map(|(k, v)| (k.value.as_str(), node_value(v))));
            all.extend(computed.next().into_iter().flatten());
            held::row(all, &row.written())
        })
        .collect()
}

/// The cells of a row by their columns.
fn cells_of(row: &Node) -> &[(Spanned<String>, Node)] {
    match &row.value {
        node::Value::Table(entries) => entries,
        _ => &[],
    }
}

/// An OPD with its head, its urusan and its achievement.
fn opd_value(
    opd: &Opd,
    workspace: &Workspace,
    catalog: &Catalog,
    telaah: Option<&Review>,
    rule: Pasal44,
) -> Held {
    let head = opd.kepala.as_ref();
    let head = head.and_then(|id| {
        let named = (id.value.as_str(), id.span);
        official_at(&workspace.pejabat, named, workspace.tanggal(), rule)
    });
    let urusan: Held = opd
        .urusan
        .iter()
        .filter_map(|kode| catalog.urusan(kode))
        .map(|u| {
            HeldFields::of(&u.written)
                .said("kode", &u.kode)
                .said("nama", &u.nama)
                .said("nama_resmi", &u.nama_resmi)
                .done()
        })
        .collect();
    let bidang: Vec<Line> = opd
        .bidang
        .iter()
        .enumerate()
        .map(|(i, bidang)| {
            let place = opd.written.field("bidang").item(i).field("nama");
            Line::at(bidang.nama.as_str(), place.span())
        })
        .collect();
    let own: Vec<&str> = opd.layanan.iter().map(|l| l.value.as_str()).collect();
    let settings = &workspace.settings;
    let capital = settings.written.field("daerah").field("ibu_kota");
    let named = HeldFields::of(&opd.named().standing("tempat", capital))
        .said("id", &opd.id.value)
        .said("nama", &opd.nama)
        .said("singkatan", &opd.singkatan)
        .line("sebutan_kepala", addressee::head(opd, workspace, workspace.tanggal()))
        .held("kepala", head)
        .said("tempat", opd.tempat.as_ref().unwrap_or(&settings.daerah.ibu_kota))
        .lines("bidang", bidang)
        .held("urusan", urusan)
        .said_in("layanan_diampu", "layanan", own);
    named.done().over(&office_figures(opd, workspace, catalog, telaah))
}

/// What the index says of an OPD.
fn office_figures(
    opd: &Opd,
    workspace: &Workspace,
    catalog: &Catalog,
    telaah: Option<&Review>,
) -> Held {
    let id = opd.id.value.as_str();
    let seen = (workspace, catalog);
    let result = telaah.and_then(|t| t.rekap.opd.iter().find(|o| o.opd == id));
    let services: Held = telaah
        .into_iter()
        .flat_map(|t| t.layanan_opd(id).map(move |(u, l)| (t, u, l)))
        .map(|(t, u, l)| compared_service(l, &u.nama, t, seen))
        .collect();
    let priorities = telaah.map(|t| history::priorities(t, id, &services));
    let found = telaah.into_iter().flat_map(|t| t.temuan_opd(id));
    let findings = history::findings(found);
    let quarter = telaah.map_or(4, |t| t.rekap.triwulan);
    let carried: Vec<&LayananResult> =
        telaah.into_iter().flat_map(|t| t.layanan_opd(id)).map(|(_, l)| l).collect();
    let policies = workspace.settings.kebijakan.of_office(&carried, quarter);
    let none = History::default();
    let trend = history::trend(telaah.map_or(&none, |t| &t.riwayat), IndexOf::Opd(id));
    let category = result.and_then(|o| o.kategori.as_deref());
    let held = result.and_then(|o| o.jalur.as_ref());
    let index = result.and_then(|o| o.indeks.as_ref());
    HeldFields::new()
        .own("indeks", index)
        .own("indeks_nol", index.is_some_and(|index| *index == Percent::zero()))
        .category("kategori", category, telaah.map_or(0, |t| t.rekap.tahun), catalog)
        .own("keterisian", result.and_then(|o| o.keterisian.persen()))
        .own("nihil", telaah.is_some_and(|t| t.opd_nihil(id)))
        .own("dilaporkan", result.is_some_and(|o| o.status != ReportStatus::NotReported))
        .held("jarak", held.map(history::distance))
        .own(
            "dihitung_nol",
            telaah.map_or(0, |t| IndexOf::Opd(id).counted_as_zero(&t.rekap)),
        )
        .own("kebijakan", policies)
        .held("layanan", services)
        .held("temuan", findings)
        .held("prioritas", priorities.unwrap_or_else(|| Vec::new().into()))
        .done()
        .over(&trend)
}

/// A service with its figures, its findings and what its index was.
fn compared_service(
    hasil: &LayananResult,
    urusan: &str,
    telaah: &Review,
    (workspace, catalog): (&Workspace, &Catalog),
) -> Held {
    let data = report(workspace, &hasil.kode);
    let findings = history::findings(telaah.temuan_layanan(&hasil.kode));
    let trend = history::trend(&telaah.riwayat, IndexOf::Layanan(&hasil.kode));
    service_value(hasil, data, urusan, (catalog, telaah.rekap.tahun))
        .held("temuan", findings)
        .own("jalur", &hasil.target)
        .held("jarak", hasil.jalur.as_ref().map(history::distance))
        .own("menunggu_kejadian", hasil.menunggu_kejadian)
        .own("mutu_belum_pasti", remembered(hasil, catalog, telaah.rekap.tahun))
        .done()
        .over(&trend)
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

fn rakor_value(rakor: &Rakor, workspace: &Workspace) -> Held {
    let list = |name: &str| rakor.written.field(name);
    let session = |(at, sesi): (usize, &field::domain::Sesi)| {
        session_value(sesi, &rakor.narasumber, &list("sesi").item(at))
    };
    let mut days: Vec<jiff::civil::Date> =
        rakor.sesi.iter().map(|s| s.tanggal.value).collect();
    days.sort();
    days.dedup();
    let days: Held = days
        .into_iter()
        .map(|day| {
            let all = rakor.sesi.iter().enumerate();
            let of_day = all.filter(|(_, s)| s.tanggal.value == day);
            let sesi: Held = of_day.map(session).collect();
            HeldFields::new().own("tanggal", day).held("sesi", sesi).done()
        })
        .collect();
    let sessions: Held = rakor.sesi.iter().enumerate().map(session).collect();
    let invited = records(&rakor.undangan, &list("undangan"), |unit, written| {
        invited_value(unit, written, workspace)
    });
    let speeches = records(&rakor.sambutan, &list("sambutan"), kit::speech_value);
    about_meeting(rakor)
        .held("biaya", kit::costs_value(rakor))
        .held("sambutan", speeches)
        .held("tindak_lanjut", kit::before_value(rakor, &workspace.opd))
        .held("sesi", sessions)
        .held("hari", days)
        .held("narasumber", people(&rakor.narasumber))
        .held("peserta", people(&rakor.peserta))
        .held("panitia", people(&rakor.panitia))
        .held("undangan", invited)
        .done()
}

/// What the data says of the meeting itself.
fn about_meeting(rakor: &Rakor) -> HeldFields {
    let mut laws: Vec<&str> =
        rakor.dasar_hukum.iter().map(|d| d.value.as_str()).collect();
    if laws.is_empty() {
        laws.extend(GROUND);
    }
    let head = rakor.written.field("rakor");
    let titled = HeldFields::of(&head.standing("singkat", head.field("nama")))
        .said("nama", &rakor.nama)
        .said("singkat", &rakor.singkat)
        .said("tema", &rakor.tema)
        .said("tanggal", typed::value(rakor.tanggal))
        .said("sampai", typed::value(rakor.sampai))
        .said("tempat", &rakor.tempat)
        .said("tautan", &rakor.tautan)
        .said("penyelenggara", &rakor.penyelenggara)
        .said("latar_belakang", &rakor.latar_belakang)
        .said("dasar_hukum", laws)
        .own("dasar_hukum_bawaan", rakor.dasar_hukum.is_empty());
    titled
        .said("sasaran", &rakor.sasaran)
        .said("luaran", &rakor.luaran)
        .said("bentuk", &rakor.bentuk)
        .said("tujuan", &rakor.tujuan)
        .said("pakaian", &rakor.pakaian)
        .said("narahubung", &rakor.narahubung)
        .own("hadir_telepon", rakor.hadir_telepon)
        .said("catatan", &rakor.catatan)
        .said("rangkaian", &rakor.rangkaian)
        .own("baris_kosong", rakor.baris_kosong)
        .own("jumlah_undangan", rakor.people_invited())
        .own("jumlah_jp", rakor.hours_taught())
}

/// A unit that is invited.
fn invited_value(
    unit: &field::domain::Undangan,
    written: &Written,
    workspace: &Workspace,
) -> Held {
    // Invitation and evaluation name the head of an office alike.
    let place = written.field("yth").span();
    let yth = addressee::named((&unit.yth, place), workspace, workspace.tanggal());
    HeldFields::of(written)
        .said("id", &unit.id.value)
        .line("yth", yth)
        .said("opd", unit.opd.as_ref().map(|opd| opd.value.clone()))
        .said("tempat", &unit.tempat)
        .said("jumlah", unit.jumlah)
        .said("keterangan", &unit.keterangan)
        .own("bersama", false)
        .done()
}

/// All who are invited by one letter; the lampiran says who they are.
pub(crate) fn invited_together() -> Held {
    HeldFields::new()
        .own("id", crate::letter::TO_ALL)
        .own("yth", "(Daftar Terlampir)")
        .own("jumlah", 1_u64)
        .own("bersama", true)
        .absent(["opd", "tempat", "keterangan"])
        .done()
}

fn rekap_value(telaah: &Review, workspace: &Workspace, catalog: &Catalog) -> Held {
    let Review { rekap, temuan, riwayat } = telaah;
    let (jalur, seen) = (&workspace.settings.jalur, (workspace, catalog));
    let path = jalur.pada(rekap.triwulan);
    let trend = history::trend(riwayat, IndexOf::Daerah);
    let urusan: Held =
        rekap.urusan.iter().map(|u| urusan_figures(u, telaah, seen)).collect();
    let path_of_year = (1..=4).map(|tw| jalur.pada(tw)).collect::<Vec<_>>();
    let others = rekap.indeks_lain.iter();
    let others: Held = others.map(other_index).collect();
    let last_year = riwayat.last_year.as_ref();
    HeldFields::new()
        .own("indeks", &rekap.indeks)
        .category("kategori", rekap.kategori.as_deref(), rekap.tahun, catalog)
        .own("keterisian", rekap.keterisian.persen())
        .held("urusan", urusan)
        .held("opd", history::offices(telaah, workspace, catalog))
        .held("riwayat", history::quarters(riwayat, jalur, seen))
        .held("lalu", trend.part("lalu"))
        .held("tahun_lalu", last_year.map(|past| history::quarter(past, seen)))
        .own("dihitung_nol", IndexOf::Daerah.counted_as_zero(rekap))
        .own("jalur_target", path)
        .held("jarak", rekap.jalur.as_ref().map(history::distance))
        .own("kebijakan", workspace.settings.kebijakan.of_daerah(rekap))
        .own("jalur", path_of_year)
        .held("temuan", history::findings(temuan))
        .held("perubahan", trend.part("perubahan"))
        .held("perubahan_tahun", trend.part("perubahan_tahun"))
        .held("indeks_lain", others)
        .done()
}

/// An urusan with its services.
fn urusan_figures(
    urusan: &UrusanResult,
    telaah: &Review,
    (workspace, catalog): (&Workspace, &Catalog),
) -> Held {
    let reported = urusan.reported_indeks();
    let layanan: Held = urusan
        .layanan
        .iter()
        .map(|l| compared_service(l, &urusan.nama, telaah, (workspace, catalog)))
        .collect();
    let category = urusan.kategori.as_deref().filter(|_| reported.is_some());
    let listed = catalog.urusan(&urusan.kode).map(|u| u.written.clone());
    HeldFields::of(&listed.unwrap_or_default())
        .said("kode", &urusan.kode)
        .said("nama", &urusan.nama)
        .own("indeks", reported)
        .category("kategori", category, telaah.rekap.tahun, catalog)
        .own("keterisian", urusan.keterisian.persen())
        .own("nihil", urusan.nihil())
        .own("dilaporkan", urusan.status() != ReportStatus::NotReported)
        .held("jarak", urusan.reported_jalur().map(history::distance))
        .held("layanan", layanan)
        .done()
}

/// An index of another ministry. Its category is the source's own or none.
fn other_index(indeks: &field::spm::IndeksLain) -> Held {
    HeldFields::of(&indeks.written)
        .said("nama", &indeks.nama)
        .said("nilai", &indeks.nilai)
        .own("tahun", indeks.tahun)
        .said("urusan", &indeks.urusan)
        .said("kategori", &indeks.kategori)
        .said("sumber", &indeks.sumber)
        .done()
}
