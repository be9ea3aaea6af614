//! A quarter beside its neighbours: the earlier ones of its year, the same one a year before,
//! and what is off about it.

use data::problem::{FindingProblem, ImportProblem};
use std::collections::BTreeMap;

use base::diag::{Problems, Span};
use base::source::Spanned;
use base::written::Line;
use data::workspace::Workspace;
use field::domain::Periode;
use field::spm::temuan::{Evidence, Quarter, Temuan, TemuanScope, find};
use field::spm::{Catalog, History, LayananCapaian, Owners, Rekap, Review, TemuanLevel};

/// The index of a quarter with its findings, and the quarters it was held against; `None`
/// when nothing was reported for it.
///
/// # Errors
/// Why its index cannot be computed. A neighbour that cannot be computed is left out:
/// `naskah rekap --periode` tells why.
pub(super) fn review(
    workspace: &Workspace,
    catalog: &Catalog,
    periode: Periode,
) -> Result<Option<Review>, Problems> {
    let Some(now) = super::compute(workspace, catalog, periode)? else {
        return Ok(None);
    };
    let past = |periode| {
        super::compute(workspace, catalog, periode).ok().flatten().map(|r| (periode, r))
    };
    let earlier: Vec<(Periode, Rekap)> = (1..periode.triwulan)
        .filter_map(|triwulan| past(Periode { tahun: periode.tahun, triwulan }))
        .collect();
    let last_year = past(Periode { tahun: periode.tahun - 1, ..periode });
    let named = workspace.opd.iter().map(|o| {
        let name = Line::at(&*o.nama, o.written.field("nama").span());
        (o.id.value.as_str(), name)
    });
    let nama_opd = named.collect();
    let daerah = workspace.settings.written.field("daerah");
    let dilaporkan = workspace.dilaporkan.get(&periode).map_or(&[][..], |d| &d[..]);
    let temuan = find(&Evidence {
        catalog,
        now: report(workspace, periode, &now),
        earlier: earlier.iter().map(|(p, r)| report(workspace, *p, r)).collect(),
        last_year: last_year.as_ref().map(|(p, r)| report(workspace, *p, r)),
        jalur: &workspace.settings.jalur,
        dilaporkan: dilaporkan.iter().map(|d| &d.value).collect(),
        nama_daerah: Line::at(
            &*workspace.settings.daerah.nama,
            daerah.field("nama").span(),
        ),
        jenis_daerah: workspace.settings.daerah.jenis,
        nama_opd: &nama_opd,
    });
    let riwayat = History {
        triwulan: earlier.into_iter().map(|(_, r)| r).chain([now.clone()]).collect(),
        last_year: last_year.map(|(_, r)| r),
    };
    Ok(Some(Review { rekap: now, temuan, riwayat }))
}

fn report<'a>(
    workspace: &'a Workspace,
    periode: Periode,
    rekap: &'a Rekap,
) -> Quarter<'a> {
    Quarter { rekap, reports: reports(workspace, periode).collect() }
}

fn reports(
    workspace: &Workspace,
    periode: Periode,
) -> impl Iterator<Item = &LayananCapaian> {
    workspace.capaian.get(&periode).into_iter().flatten().map(|l| &l.value)
}

/// Who carries each service of which nobody reported in the quarter.
pub(super) fn carriers(
    workspace: &Workspace,
    catalog: &Catalog,
    periode: Periode,
) -> BTreeMap<String, String> {
    let all = catalog.all_layanan(data::check::level(workspace.settings.daerah.jenis));
    let owners = Owners::new(&workspace.opd, catalog);
    let told = |kode: &str| reports(workspace, periode).any(|l| l.kode == kode);
    let last = |kode: &str| {
        let mut quarters = workspace.capaian.keys().rev();
        let found = quarters
            .find_map(|quarter| reports(workspace, *quarter).find(|l| l.kode == kode));
        found.map(|report| report.opd.as_str())
    };
    let missing = all.iter().filter(|service| !told(&service.kode));
    missing
        .filter_map(|service| {
            let owner = owners.carrier(service, last(&service.kode))?;
            Some((service.kode.clone(), owner.id.value.clone()))
        })
        .collect()
}

/// Where a finding about a service is seen: at the figure that its rule is called after.
fn place_of(rule: &str, row: &Spanned<LayananCapaian>) -> Span {
    const FIGURES: [&str; 5] =
        ["terlayani", "realisasi", "sasaran", "satuan", "indeks_dilaporkan"];
    let rule = rule.to_lowercase().replace('-', "_");
    let named = FIGURES.iter().filter(|field| rule.contains(*field));
    let spans = named.map(|field| row.written.field(field).span());
    spans.into_iter().find(|span| *span != Span::None).unwrap_or(row.span)
}

/// Where the published index stands that a finding speaks of.
fn published(
    workspace: &Workspace,
    review: &Review,
    periode: Periode,
    temuan: &Temuan,
) -> Option<Span> {
    let about = |scope: &TemuanScope| match scope {
        TemuanScope::Opd(id) => temuan.opd.as_ref() == Some(id),
        TemuanScope::Urusan(kode) => {
            let urusan = review.rekap.urusan.iter().find(|u| u.kode == *kode);
            let named = |nama: &str| temuan.kondisi.contains(&format!("urusan {nama} "));
            temuan.opd.is_none() && urusan.is_some_and(|u| named(&u.nama))
        }
        TemuanScope::Daerah => false,
    };
    let all = workspace.dilaporkan.get(&periode)?;
    let whole = |scope: &TemuanScope| *scope == TemuanScope::Daerah;
    let found = all.iter().find(|p| about(&p.value.lingkup));
    let found = found.or_else(|| all.iter().find(|p| whole(&p.value.lingkup)));
    found.or(all.first()).map(|p| p.span)
}

/// Whether a finding only says of money in another unit that it fell.
pub(super) fn follows(rule: &str, place: Span, told: &Problems) -> bool {
    let unit = |p: &ImportProblem| matches!(p, ImportProblem::OtherUnit { .. });
    rule == "T-TURUN-REALISASI"
        && place != Span::None
        && told.iter().any(|d| d.span == place && d.problem.is_a(unit))
}

/// Tells the findings that are mistakes of the data, each at the figures it is about. Those
/// that reading the data tells by itself are not told again.
pub(super) fn tell_findings(
    workspace: &Workspace,
    review: &Review,
    problems: &mut Problems,
) {
    let Some(periode) = workspace.settings.periode else { return };
    let errors = review.temuan.iter().filter(|t| t.tingkat == TemuanLevel::Galat);
    for temuan in errors.filter(|t| t.kode != "T-MELEBIHI-SASARAN") {
        let reports = workspace.capaian.get(&periode);
        let place = match &temuan.layanan {
            Some(kode) => {
                let row = reports.into_iter().flatten().find(|l| l.kode == *kode);
                row.map(|row| place_of(&temuan.kode, row))
            }
            None => published(workspace, review, periode, temuan),
        };
        let place = place.unwrap_or(Span::None);
        if follows(&temuan.kode, place, problems) {
            continue;
        }
        problems.add(
            place,
            FindingProblem::Finding {
                kode: temuan.kode.clone(),
                judul: temuan.judul.text.clone(),
                kondisi: temuan.kondisi.text.clone(),
                rekomendasi: temuan.rekomendasi.text.clone(),
            },
        );
    }
}
