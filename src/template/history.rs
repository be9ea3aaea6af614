//! Quarters beside each other, as template values.

use minijinja::{Value, context};

use super::values::percent;
use crate::domain::Periode;
use crate::spm::Rekap;
use crate::workspace::Workspace;

/// A quarter in the words that papers use.
pub(super) fn period_value(periode: Periode) -> Value {
    let roman =
        crate::bahasa::romawi::romawi(u16::from(periode.triwulan)).unwrap_or_default();
    context! {
        tahun => &periode.tahun,
        triwulan => &periode.triwulan,
        romawi => &roman,
        sebutan => format!("Triwulan {roman} Tahun {}", periode.tahun),
        singkat => format!("TW {roman} {}", periode.tahun),
    }
}

/// The indices of one quarter.
pub(super) fn quarter(rekap: &Rekap) -> Value {
    let periode = Periode {
        tahun: i16::try_from(rekap.tahun).unwrap_or_default(),
        triwulan: rekap.triwulan,
    };
    let urusan: Vec<Value> = rekap
        .urusan
        .iter()
        .map(|u| {
            context! { kode => &u.kode, nama => &u.nama, indeks => percent(u.indeks.as_ref()) }
        })
        .collect();
    let opd: Vec<Value> = rekap
        .opd
        .iter()
        .map(|o| context! { id => &o.opd, indeks => percent(o.indeks.as_ref()) })
        .collect();
    context! {
        periode => period_value(periode),
        indeks => percent(rekap.indeks.as_ref()),
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
                indeks => percent(o.indeks.as_ref()),
                kategori => &o.kategori,
                keterisian => percent(o.keterisian.persen().as_ref()),
            }
        })
        .collect()
}
