//! Quarters beside each other, as template values.

use minijinja::{Value, context};

use super::{record, typed};
use base::written::Written;
use data::workspace::Workspace;
use field::domain::{Opd, Periode};
use field::spm::history::EarlierIndex;
use field::spm::rekap::ReportStatus;
use field::spm::temuan::{Priority, prioritas};
use field::spm::{
    Catalog, History, IndexOf, LayananResult, Percent, PointChange, Rekap, Review,
    TargetPath, Temuan,
};

/// A quarter in the words that papers use.
pub(super) fn period_value(periode: Periode) -> Value {
    let roman =
        bahasa::roman::format_roman(u16::from(periode.triwulan)).unwrap_or_default();
    context! {
        tahun => &periode.tahun,
        triwulan => &periode.triwulan,
        romawi => &roman,
        akhir_tahun => periode.triwulan == 4,
        berakhir => typed::maybe(periode.last_day().as_ref()),
        sebutan => format!("Triwulan {roman} Tahun {}", periode.tahun),
        singkat => format!("TW {roman} {}", periode.tahun),
    }
}

fn period_of(rekap: &Rekap) -> Value {
    period_value(Periode {
        tahun: i16::try_from(rekap.tahun).unwrap_or_default(),
        triwulan: rekap.triwulan,
    })
}

/// The quarters of the year up to the reported one, each with the change since the one before.
pub(super) fn quarters(riwayat: &History, jalur: &TargetPath) -> Vec<Value> {
    let quarters = riwayat.steps();
    quarters
        .map(|(rekap, change)| {
            context! {
                jalur => typed::value(jalur.pada(rekap.triwulan).clone()),
                jarak => distance(rekap.indeks.as_ref(), jalur.pada(rekap.triwulan)),
                perubahan => change.as_ref().map(change_value),
                ..quarter(rekap)
            }
        })
        .collect()
}

/// The indices of one quarter.
pub(super) fn quarter(rekap: &Rekap) -> Value {
    let urusan: Vec<Value> = rekap
        .urusan
        .iter()
        .map(|u| {
            context! { kode => &u.kode, nama => &u.nama, indeks => typed::maybe(u.reported_indeks()) }
        })
        .collect();
    let opd: Vec<Value> = rekap
        .opd
        .iter()
        .map(|o| context! { id => &o.opd, indeks => typed::maybe(o.indeks.as_ref()) })
        .collect();
    context! {
        periode => period_of(rekap),
        indeks => typed::maybe(rekap.indeks.as_ref()),
        kategori => &rekap.kategori,
        urusan => urusan,
        opd => opd,
    }
}

/// The OPDs that carry services in the quarter, in the order of the workspace.
pub(super) fn offices(
    telaah: &Review,
    workspace: &Workspace,
    catalog: &Catalog,
) -> Vec<Value> {
    let rekap = &telaah.rekap;
    let path = workspace.settings.jalur.pada(rekap.triwulan);
    let named = |id: &str| workspace.opd.iter().position(|o| o.id.value == id);
    let mut offices: Vec<_> = rekap.opd.iter().collect();
    offices.sort_by_key(|o| named(&o.opd));
    offices
        .into_iter()
        .map(|o| {
            let opd = named(&o.opd).and_then(|at| workspace.opd.get(at));
            let value = context! {
                id => &o.opd,
                nama => opd.map(|o| o.nama.clone()),
                singkatan => opd.map(|o| o.singkatan.clone()),
                dilaporkan => o.status != ReportStatus::NotReported,
                indeks => typed::maybe(o.indeks.as_ref()),
                kategori => &o.kategori,
                keterisian => typed::maybe(o.keterisian.persen().as_ref()),
                jarak => o
                    .indeks
                    .as_ref()
                    .filter(|_| {
                        let mut carried = telaah.layanan_opd(&o.opd).map(|(_, l)| l);
                        carried.any(|l| has_path(l, catalog, rekap.triwulan))
                    })
                    .and_then(|indeks| distance(Some(indeks), path)),
            };
            record(value, &opd.map(Opd::named).unwrap_or_default())
        })
        .collect()
}

/// Findings, in their order.
pub(super) fn findings<'a>(
    temuan: impl IntoIterator<Item = &'a Temuan>,
    workspace: &Workspace,
) -> Vec<Value> {
    temuan
        .into_iter()
        .map(|t| {
            let opd = workspace.opd.iter().find(|o| Some(&o.nama) == t.nama_opd.as_ref());
            let place = opd.map(|o| o.written.field("nama")).unwrap_or_default();
            let value = context! {
                sifat => t.tingkat.on_paper(),
                nama_layanan => &t.nama_layanan,
                nama_opd => &t.nama_opd,
                kode => &t.kode,
                tingkat => t.tingkat.word(),
                layanan => &t.layanan,
                judul => &t.judul,
                kondisi => &t.kondisi,
                rekomendasi => &t.rekomendasi,
            };
            record(value, &Written::default().with("nama_opd", place))
        })
        .collect()
}

/// What is the same for the daerah, an OPD and a service: the quarter before and the year
/// before, each with the change since.
pub(super) fn trend(riwayat: &History, of: IndexOf<'_>) -> Value {
    let (before, last_year) =
        (riwayat.since_last_quarter(of), riwayat.since_last_year(of));
    let then = |then: &EarlierIndex<'_>| {
        context! {
            periode => period_of(then.rekap),
            indeks => typed::value(then.indeks.clone()),
        }
    };
    let since = |then: Option<&EarlierIndex<'_>>| {
        then.and_then(|then| then.perubahan.as_ref()).map(change_value)
    };
    context! {
        lalu => before.as_ref().map(then),
        perubahan => since(before.as_ref()),
        tahun_lalu => last_year.as_ref().map(then),
        perubahan_tahun => since(last_year.as_ref()),
    }
}

/// Whether a quarter is held against the path for a service: not where it waits for events or
/// has nobody to serve. An index of such services alone has no path either.
pub(super) fn has_path(layanan: &LayananResult, catalog: &Catalog, quarter: u8) -> bool {
    layanan.status() != ReportStatus::Nihil && !layanan.awaits_events(catalog, quarter)
}

/// How far a value is from its path; none where there is no value.
pub(super) fn distance(value: Option<&Percent>, path: &Percent) -> Option<Value> {
    let distance = PointChange::between(value?, path);
    Some(context! {
        arah => distance.direction(),
        posisi => distance.position(),
        poin => distance.printed(),
        tanda => distance.sign_word(),
        kalimat => distance.distance(),
    })
}

fn change_value(change: &PointChange) -> Value {
    context! {
        arah => change.direction(),
        poin => change.printed(),
        tanda => change.sign_word(),
        kalimat => change.sentence(),
    }
}

/// The services of an OPD to begin with, each beside its value in `services`.
pub(super) fn priorities(
    telaah: &Review,
    opd: &str,
    services: &[Value],
    workspace: &Workspace,
) -> Vec<Value> {
    let of = |one: &Priority<'_>| {
        let service = services
            .iter()
            .find(|s| s.get_attr("kode").is_ok_and(|k| k.as_str() == Some(one.layanan)));
        let worst = one.temuan.first();
        context! {
            layanan => service,
            judul => worst.map(|t| t.judul.clone()),
            tingkat => worst.map(|t| t.tingkat.word()),
            kondisi => one.kondisi(),
            rekomendasi => one.rekomendasi(),
            temuan => findings(one.temuan.iter().copied(), workspace),
        }
    };
    prioritas(&telaah.temuan, opd).iter().map(of).collect()
}
