//! Quarters beside each other, as template values.

use super::held::{Held, HeldFields};
use data::workspace::Workspace;
use field::domain::{Opd, Periode};
use field::spm::history::EarlierIndex;
use field::spm::rekap::ReportStatus;
use field::spm::temuan::{Priority, prioritas};
use field::spm::{
    Catalog, HeldPath, History, IndexOf, Percent, PointChange, Rekap, Review, TargetPath,
    Temuan,
};

/// A quarter in the words that papers use.
pub(super) fn period_value(periode: Periode) -> Held {
    HeldFields::new()
        .own("tahun", periode.tahun)
        .own("triwulan", periode.triwulan)
        .own("akhir_tahun", periode.triwulan == 4)
        .own("berakhir", periode.last_day())
        .worded("sebutan", periode.sebutan())
        .worded("singkat", periode.singkat())
        .worded("romawi", periode.romawi())
        .done()
}

fn period_of(rekap: &Rekap) -> Held {
    period_value(Periode {
        tahun: i16::try_from(rekap.tahun).unwrap_or_default(),
        triwulan: rekap.triwulan,
    })
}

/// The quarters of the year up to the reported one, each with the change since the one before.
pub(super) fn quarters(
    riwayat: &History,
    jalur: &TargetPath,
    seen: (&Workspace, &Catalog),
) -> Held {
    let quarters = riwayat.steps();
    quarters
        .map(|(rekap, change)| {
            let path = jalur.pada(rekap.triwulan);
            HeldFields::new()
                .own("jalur", path)
                .held("jarak", rekap.jalur.as_ref().map(distance))
                .held("perubahan", change.as_ref().map(change_value))
                .done()
                .over(&quarter(rekap, seen))
        })
        .collect()
}

/// The indices of one quarter.
pub(super) fn quarter(
    rekap: &Rekap,
    (workspace, catalog): (&Workspace, &Catalog),
) -> Held {
    let urusan: Held = rekap
        .urusan
        .iter()
        .map(|u| {
            HeldFields::of(
                &catalog.urusan(&u.kode).map(|u| u.written.clone()).unwrap_or_default(),
            )
            .said("kode", &u.kode)
            .said("nama", &u.nama)
            .own("indeks", u.reported_indeks())
            .done()
        })
        .collect();
    let opd: Held = rekap
        .opd
        .iter()
        .map(|o| {
            let known = workspace.opd.iter().find(|known| known.id.value == o.opd);
            HeldFields::of(&known.map(Opd::named).unwrap_or_default())
                .said("id", &o.opd)
                .own("indeks", &o.indeks)
                .done()
        })
        .collect();
    HeldFields::new()
        .held("periode", period_of(rekap))
        .own("indeks", &rekap.indeks)
        .category("kategori", rekap.kategori.as_deref(), rekap.tahun, catalog)
        .held("urusan", urusan)
        .held("opd", opd)
        .done()
}

/// The OPDs that carry services in the quarter, in the order of the workspace.
pub(super) fn offices(telaah: &Review, workspace: &Workspace, catalog: &Catalog) -> Held {
    let rekap = &telaah.rekap;
    let named = |id: &str| workspace.opd.iter().position(|o| o.id.value == id);
    let mut offices: Vec<_> = rekap.opd.iter().collect();
    offices.sort_by_key(|o| named(&o.opd));
    offices
        .into_iter()
        .map(|o| {
            let opd = named(&o.opd).and_then(|at| workspace.opd.get(at));
            HeldFields::of(&opd.map(Opd::named).unwrap_or_default())
                .said("id", &o.opd)
                .said("nama", opd.map(|o| &o.nama))
                .said("singkatan", opd.map(|o| &o.singkatan))
                .own("dilaporkan", o.status != ReportStatus::NotReported)
                .own("indeks", &o.indeks)
                .category("kategori", o.kategori.as_deref(), rekap.tahun, catalog)
                .own("keterisian", o.keterisian.persen())
                .held("jarak", o.jalur.as_ref().map(distance))
                .done()
        })
        .collect()
}

/// Findings, in their order.
pub(super) fn findings<'a>(temuan: impl IntoIterator<Item = &'a Temuan>) -> Held {
    temuan
        .into_iter()
        .map(|t| {
            HeldFields::new()
                .own("sifat", t.tingkat.on_paper())
                .line("nama_layanan", t.nama_layanan.clone())
                .line("nama_opd", t.nama_opd.clone())
                .worded("kode", &t.kode)
                .own("tingkat", t.tingkat.word())
                .worded("layanan", &t.layanan)
                .line("judul", t.judul.clone())
                .line("kondisi", t.kondisi.clone())
                .line("rekomendasi", t.rekomendasi.clone())
                .done()
        })
        .collect()
}

/// What is the same for the daerah, an OPD and a service: the quarter before and the year
/// before, each with the change since.
pub(super) fn trend(riwayat: &History, of: IndexOf<'_>) -> Held {
    let (before, last_year) =
        (riwayat.since_last_quarter(of), riwayat.since_last_year(of));
    let then = |then: &EarlierIndex<'_>| {
        HeldFields::new()
            .held("periode", period_of(then.rekap))
            .own("indeks", then.indeks)
            .done()
    };
    let since = |then: Option<&EarlierIndex<'_>>| {
        then.and_then(|then| then.perubahan.as_ref()).map(change_value)
    };
    HeldFields::new()
        .held("lalu", before.as_ref().map(then))
        .held("perubahan", since(before.as_ref()))
        .held("tahun_lalu", last_year.as_ref().map(then))
        .held("perubahan_tahun", since(last_year.as_ref()))
        .done()
}

/// How far an index is from its path, with the index that is held and the path.
pub(super) fn distance(held: &HeldPath) -> Held {
    let distance = held.distance();
    HeldFields::new()
        .own("arah", distance.direction())
        .own("posisi", distance.position())
        .worded("poin", distance.printed())
        .worded("tanda", distance.sign_word())
        .worded("kalimat", distance.distance())
        .own("indeks", &held.indeks)
        .own("jalur", &held.target)
        .own("tanpa_kejadian", held.terjadwal)
        .own("nol", held.indeks == Percent::zero())
        .done()
}

fn change_value(change: &PointChange) -> Held {
    HeldFields::new()
        .own("arah", change.direction())
        .worded("poin", change.printed())
        .worded("tanda", change.sign_word())
        .worded("kalimat", change.sentence())
        .done()
}

/// The services of an OPD to begin with, each beside its value in `services`.
pub(super) fn priorities(telaah: &Review, opd: &str, services: &Held) -> Held {
    let services = services.items();
    let of = |one: &Priority<'_>| {
        let service = services
            .iter()
            .find(|s| s.get_attr("kode").is_ok_and(|k| k.as_str() == Some(one.layanan)));
        HeldFields::new()
            .held("layanan", service.cloned())
            .own("terendah", one.terendah)
            .line("judul", one.temuan.first().map(|t| t.judul.clone()))
            .own("tingkat", one.temuan.first().map(|t| t.tingkat.word()))
            .line("kondisi", one.kondisi())
            .line("rekomendasi", one.rekomendasi())
            .held("temuan", findings(one.temuan.iter().copied()))
            .done()
    };
    prioritas(&telaah.temuan, &telaah.rekap, opd).iter().map(of).collect()
}
