//! A quarter beside its neighbours: the earlier ones of its year, the same one a year before,
//! and what is off about it.

use data::problem::FindingProblem;
use std::collections::BTreeMap;

use base::diag::{Problems, Span};
use data::workspace::Workspace;
use field::domain::Periode;
use field::spm::temuan::{Evidence, Quarter, find};
use field::spm::{Catalog, History, LayananCapaian, Rekap, Review, TemuanLevel};

/// The index of a quarter with its findings, and the quarters it was held against; `None`
/// when nothing was reported for it.
///
/// # Errors
/// Why its index cannot be computed. A neighbour that cannot be computed is left out:
/// `naskah rekap --periode` tells why.
pub(super) fn telaah(
    workspace: &Workspace,
    catalog: &Catalog,
    periode: Periode,
) -> Result<Option<Review>, Problems> {
    let Some(kini) = super::compute(workspace, catalog, periode)? else {
        return Ok(None);
    };
    let dulu = |periode| {
        super::compute(workspace, catalog, periode).ok().flatten().map(|r| (periode, r))
    };
    let sebelum: Vec<(Periode, Rekap)> = (1..periode.triwulan)
        .filter_map(|triwulan| dulu(Periode { tahun: periode.tahun, triwulan }))
        .collect();
    let tahun_lalu = dulu(Periode { tahun: periode.tahun - 1, ..periode });
    let pengampu = pengampu(workspace, catalog, periode);
    let nama_opd =
        workspace.opd.iter().map(|o| (o.id.value.clone(), o.nama.clone())).collect();
    let dilaporkan = workspace.dilaporkan.get(&periode).map_or(&[][..], |d| &d[..]);
    let temuan = find(&Evidence {
        catalog,
        kini: lapor(workspace, periode, &kini),
        sebelum: sebelum.iter().map(|(p, r)| lapor(workspace, *p, r)).collect(),
        tahun_lalu: tahun_lalu.as_ref().map(|(p, r)| lapor(workspace, *p, r)),
        jalur: &workspace.settings.jalur,
        dilaporkan: dilaporkan.iter().map(|d| &d.value).collect(),
        pengampu: &pengampu,
        nama_opd: &nama_opd,
    });
    let riwayat = History {
        triwulan: sebelum.into_iter().map(|(_, r)| r).chain([kini.clone()]).collect(),
        tahun_lalu: tahun_lalu.map(|(_, r)| r),
        pengampu,
    };
    Ok(Some(Review { rekap: kini, temuan, riwayat }))
}

fn lapor<'a>(
    workspace: &'a Workspace,
    periode: Periode,
    rekap: &'a Rekap,
) -> Quarter<'a> {
    Quarter { rekap, laporan: laporan(workspace, periode).collect() }
}

fn laporan(
    workspace: &Workspace,
    periode: Periode,
) -> impl Iterator<Item = &LayananCapaian> {
    workspace.capaian.get(&periode).into_iter().flatten().map(|l| &l.value)
}

/// Who carries each service that nobody reported in the quarter: the OPD that last did, or
/// the only one with its urusan.
fn pengampu(
    workspace: &Workspace,
    catalog: &Catalog,
    periode: Periode,
) -> BTreeMap<String, String> {
    let semua = catalog.all_layanan(data::check::level(workspace.settings.daerah.jenis));
    let mut pengampu = BTreeMap::new();
    for layanan in semua {
        if laporan(workspace, periode).any(|l| l.kode == layanan.kode) {
            continue;
        }
        let terakhir = workspace
            .capaian
            .keys()
            .rev()
            .find_map(|p| laporan(workspace, *p).find(|l| l.kode == layanan.kode))
            .map(|l| l.opd.clone());
        let mut berurusan = workspace
            .opd
            .iter()
            .filter(|o| o.urusan.iter().any(|u| u.value == layanan.urusan))
            .map(|o| o.id.value.clone());
        let satu_satunya = berurusan.next().filter(|_| berurusan.next().is_none());
        if let Some(opd) = terakhir.or(satu_satunya) {
            pengampu.insert(layanan.kode.clone(), opd);
        }
    }
    pengampu
}

/// Tells the findings that are mistakes of the data, each at the figures it is about. Those
/// that reading the data tells by itself are not told again.
pub(super) fn laporkan(workspace: &Workspace, telaah: &Review, problems: &mut Problems) {
    let Some(periode) = workspace.settings.periode else { return };
    let galat = telaah.temuan.iter().filter(|t| t.tingkat == TemuanLevel::Galat);
    for temuan in galat.filter(|t| t.kode != "T-MELEBIHI-SASARAN") {
        let reports = workspace.capaian.get(&periode);
        let place = match &temuan.layanan {
            Some(kode) => {
                reports.into_iter().flatten().find(|l| l.kode == *kode).map(|l| l.span)
            }
            None => workspace
                .dilaporkan
                .get(&periode)
                .and_then(|all| all.first())
                .map(|d| d.span),
        };
        problems.add(
            place.unwrap_or(Span::None),
            FindingProblem::Finding {
                kode: temuan.kode.clone(),
                judul: temuan.judul.clone(),
                kondisi: temuan.kondisi.clone(),
                rekomendasi: temuan.rekomendasi.clone(),
            },
        );
    }
}
