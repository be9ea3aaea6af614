//! Quarters beside each other, as template values.

use minijinja::{Value, context};

use super::typed;
use data::workspace::Workspace;
use field::domain::Periode;
use field::spm::temuan::{Prioritas, prioritas};
use field::spm::{HasilLayanan, Persen, Perubahan, Rekap, Riwayat, Temuan};

/// A quarter in the words that papers use.
pub(super) fn period_value(periode: Periode) -> Value {
    let roman =
        bahasa::roman::format_roman(u16::from(periode.triwulan)).unwrap_or_default();
    context! {
        tahun => &periode.tahun,
        triwulan => &periode.triwulan,
        romawi => &roman,
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

/// The indices of one quarter.
pub(super) fn quarter(rekap: &Rekap) -> Value {
    let urusan: Vec<Value> = rekap
        .urusan
        .iter()
        .map(|u| {
            context! { kode => &u.kode, nama => &u.nama, indeks => typed::maybe(u.indeks.as_ref()) }
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

/// The OPDs that reported in the quarter, in the order of the workspace.
pub(super) fn offices(rekap: &Rekap, workspace: &Workspace) -> Vec<Value> {
    let named = |id: &str| workspace.opd.iter().position(|o| o.id.value == id);
    let mut offices: Vec<_> = rekap.opd.iter().collect();
    offices.sort_by_key(|o| named(&o.opd));
    offices
        .into_iter()
        .map(|o| {
            let opd = named(&o.opd).and_then(|at| workspace.opd.get(at));
            context! {
                id => &o.opd,
                nama => opd.map(|o| o.nama.clone()),
                singkatan => opd.map(|o| o.singkatan.clone()),
                indeks => typed::maybe(o.indeks.as_ref()),
                kategori => &o.kategori,
                keterisian => typed::maybe(o.keterisian.persen().as_ref()),
            }
        })
        .collect()
}

/// Findings, in their order.
pub(super) fn findings<'a>(temuan: impl IntoIterator<Item = &'a Temuan>) -> Vec<Value> {
    temuan
        .into_iter()
        .map(|t| {
            context! {
                kode => &t.kode,
                tingkat => t.tingkat.kata(),
                layanan => &t.layanan,
                judul => &t.judul,
                kondisi => &t.kondisi,
                rekomendasi => &t.rekomendasi,
            }
        })
        .collect()
}

/// What is the same for the daerah, an OPD and a service: the quarter before and the year
/// before, each with the change since. `index` finds the value in a quarter.
pub(super) fn trend(
    riwayat: &Riwayat,
    index: impl for<'r> Fn(&'r Rekap) -> Option<&'r Persen>,
) -> Value {
    let now = riwayat.triwulan.last().and_then(&index);
    let beside = |rekap: Option<&Rekap>| {
        let then = rekap.and_then(&index);
        let value = rekap.filter(|_| then.is_some()).map(|rekap| {
            context! { periode => period_of(rekap), indeks => typed::maybe(then) }
        });
        (value, change(now, then))
    };
    let (before, since) = beside(riwayat.sebelum());
    let (last_year, since_last_year) = beside(riwayat.tahun_lalu.as_ref());
    context! {
        lalu => before,
        perubahan => since,
        tahun_lalu => last_year,
        perubahan_tahun => since_last_year,
    }
}

fn change(now: Option<&Persen>, then: Option<&Persen>) -> Option<Value> {
    now.zip(then).map(|(now, then)| change_value(&Perubahan::antara(now, then)))
}

fn change_value(change: &Perubahan) -> Value {
    context! {
        arah => change.arah(),
        poin => change.cetak(),
        tanda => change.tanda(),
        kalimat => change.kalimat(),
    }
}

/// What the index of one service was.
pub(super) fn service_trend(hasil: &HasilLayanan, riwayat: &Riwayat) -> Value {
    trend(riwayat, |rekap| {
        // An index of nothing is the policy's and not the service's.
        let same = |l: &&HasilLayanan| l.kode == hasil.kode && l.opd.is_some();
        rekap.layanan().find(same).and_then(|l| l.indeks.as_ref())
    })
}

/// The services of an OPD to begin with, each beside its value in `services`.
pub(super) fn priorities(rekap: &Rekap, opd: &str, services: &[Value]) -> Vec<Value> {
    let of = |satu: &Prioritas<'_>| {
        let service = services
            .iter()
            .find(|s| s.get_attr("kode").is_ok_and(|k| k.as_str() == Some(satu.layanan)));
        let worst = satu.temuan.first();
        context! {
            layanan => service,
            judul => worst.map(|t| t.judul.clone()),
            tingkat => worst.map(|t| t.tingkat.kata()),
            kondisi => satu.kondisi(),
            rekomendasi => satu.rekomendasi(),
            temuan => findings(satu.temuan.iter().copied()),
        }
    };
    prioritas(&rekap.temuan, opd).iter().map(of).collect()
}
