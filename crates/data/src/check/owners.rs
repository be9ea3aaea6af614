//! Each service belongs to one OPD: what `urusan` and `layanan` of the OPDs say together.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::FilePath;
use crate::problem::ReferenceProblem;
use crate::workspace::Workspace;
use base::diag::{Both, Problems, nearest_id};
use base::source::{SourceMap, Span, Spanned};
use field::domain::Opd;
use field::spm::owners::carries;
use field::spm::{Catalog, Owners};

pub(super) fn check(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    named(workspace, catalog, sources, problems);
    let owners = Owners::new(&workspace.opd, catalog);
    for urusan in catalog.all_urusan() {
        shared(workspace, (catalog, owners, sources), &urusan.kode, problems);
    }
    nobodys(workspace, catalog, problems);
    reported(workspace, owners, problems);
    outside(workspace, catalog, owners, problems);
}

/// Splits of an urusan that nobody wrote, each with the usual one.
pub fn unwritten_splits(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
) -> Problems {
    let owners = Owners::new(&workspace.opd, catalog);
    let mut found = Problems::default();
    for urusan in catalog.all_urusan() {
        shared(workspace, (catalog, owners, sources), &urusan.kode, &mut found);
    }
    let of_split =
        |p: &ReferenceProblem| matches!(p, ReferenceProblem::SplitUnwritten { .. });
    found.retain(|d| d.problem.is_a(of_split));
    found
}

/// The codes that OPDs name: known, of an urusan they have, and each once.
fn named(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    let level = super::level(workspace.settings.daerah.jenis);
    let all = catalog.all_layanan(level);
    let mut seen: Vec<(&str, &Opd, Span)> = Vec::new();
    for opd in &workspace.opd {
        for kode in &opd.layanan {
            let Some(service) = all.iter().find(|l| l.kode == kode.value) else {
                let codes = all.iter().map(|l| l.kode.as_str());
                let near = nearest_id(&kode.value, codes).unwrap_or_default();
                let kode_text = kode.value.clone();
                problems.add(
                    kode.span,
                    ReferenceProblem::UnknownLayanan { kode: kode_text, near },
                );
                continue;
            };
            let code = service.kode.as_str();
            let name = |opd: &Opd| opd.id.value.clone();
            if !carries(opd, &service.urusan) {
                let (urusan, kode_text) = (service.urusan.clone(), code.to_owned());
                let opd = name(opd);
                let problem =
                    ReferenceProblem::OutsideUrusan { kode: kode_text, urusan, opd };
                problems.add(kode.span, problem);
                continue;
            }
            match seen.iter().find(|(other, ..)| *other == code) {
                Some((_, first, at)) => {
                    let problem = ReferenceProblem::TwoOwners {
                        kode: code.to_owned(),
                        one: name(first),
                        other: name(opd),
                        at: sources.place(*at),
                    };
                    problems.add(kode.span, problem);
                }
                None => seen.push((code, opd, kode.span)),
            }
        }
    }
}

/// An urusan of several OPDs: a split that nobody wrote is proposed once, and a service that
/// nobody has is told.
fn shared(
    workspace: &Workspace,
    (catalog, owners, sources): (&Catalog, Owners<'_>, &SourceMap),
    urusan: &str,
    problems: &mut Problems,
) {
    // An OPD that is written twice was told; it shares nothing with itself.
    let mut seen = BTreeSet::new();
    let carriers = workspace.opd.iter().filter(|opd| carries(opd, urusan));
    let sharing: Vec<_> = carriers.filter(|opd| seen.insert(&opd.id.value)).collect();
    let Some(last) = sharing.last() else { return };
    let span =
        last.urusan.iter().find(|u| u.value == urusan).map_or(last.span, |u| u.span);
    let level = super::level(workspace.settings.daerah.jenis);
    let reported = |kode: &str| {
        let rows = workspace.capaian.values().rev().flatten();
        rows.into_iter().find(|l| l.kode == kode).map(|l| l.opd.clone())
    };
    let all = catalog.all_layanan(level).iter().filter(|l| l.urusan == urusan);
    let mut nobody = Vec::new();
    let mut unclear = false;
    for service in all {
        match owners.possible(service).len() {
            0 => nobody.push(service.kode.as_str()),
            1 => {}
            // Those that two name were told already.
            _ if !owners.named(&service.kode).is_empty() => {}
            _ => unclear |= reported(&service.kode).is_none(),
        }
    }
    let opd: Vec<&str> = sharing.iter().map(|o| o.id.value.as_str()).collect();
    // A code that nobody knows is told, and may be what is missing.
    let all = catalog.all_layanan(level);
    let unknown = |kode: &&Spanned<String>| !all.iter().any(|l| l.kode == kode.value);
    let mistyped = sharing.iter().flat_map(|opd| &opd.layanan).any(|k| unknown(&k));
    if !nobody.is_empty() && mistyped {
        return;
    }
    if !nobody.is_empty() {
        let (kode, opd) = (nobody.join(", "), opd.join(", "));
        problems.add(span, ReferenceProblem::NobodysService { kode, opd });
    } else if unclear && sharing.len() > 1 {
        let split = owners.split(level, urusan, &reported).into_iter();
        let split: Vec<_> = split.filter(|(_, codes)| !codes.is_empty()).collect();
        let toml = is_toml(sources, span);
        let lines = |by: fn(&str, &str) -> String| {
            let each = split.iter().map(|(opd, codes)| {
                if toml {
                    let codes: Vec<_> =
                        codes.iter().map(|k| format!("\"{k}\"")).collect();
                    let codes = codes.join(", ");
                    return format!("`{}`: `layanan = [{codes}]`", opd.id.value);
                }
                by(&opd.id.value, &codes.join("; "))
            });
            each.collect::<Vec<_>>().join(if toml { "; " } else { ", " })
        };
        let split = Both::new(
            lines(|opd, codes| {
                format!("kolom Layanan pada baris `{opd}` berisi `{codes}`")
            }),
            lines(|opd, codes| format!("`{codes}` in the column Layanan of `{opd}`")),
        );
        let (urusan, opd) = (urusan.to_owned(), opd.join(", "));
        problems.add(span, ReferenceProblem::SplitUnwritten { urusan, opd, split });
    }
}

/// Urusan that nobody has, once most are somebody's and figures of the quarter are there: they
/// are forgotten, and what nobody reports lowers the index.
fn nobodys(workspace: &Workspace, catalog: &Catalog, problems: &mut Problems) {
    let level = super::level(workspace.settings.daerah.jenis);
    let rows = workspace.settings.periode.and_then(|p| workspace.capaian.get(&p));
    let (Some(rows), Some(last)) = (rows, workspace.opd.last()) else { return };
    let (had, forgotten): (Vec<_>, Vec<_>) = catalog
        .all_urusan()
        .iter()
        .filter(|urusan| {
            catalog.all_layanan(level).iter().any(|l| l.urusan == urusan.kode)
        })
        .partition(|urusan| workspace.opd.iter().any(|opd| carries(opd, &urusan.kode)));
    let open = workspace.opd.iter().any(|opd| opd.urusan.is_empty());
    if open || rows.is_empty() || had.len() < forgotten.len() {
        return;
    }
    let services = catalog.all_layanan(level).iter().filter(|service| {
        forgotten.iter().any(|urusan| urusan.kode == service.urusan)
            && !rows.iter().any(|row| row.kode == service.kode)
    });
    let (mut urusan, mut codes) = (Vec::new(), Vec::new());
    for service in services {
        let name = format!("`{}`", service.urusan);
        if !urusan.contains(&name) {
            urusan.push(name);
        }
        codes.push(service.kode.as_str());
    }
    if !codes.is_empty() {
        let (urusan, kode) = (urusan.join(", "), codes.join(", "));
        problems.add(last.span, ReferenceProblem::NobodysUrusan { urusan, kode });
    }
}

/// Whether a place is in a file of keys and not in a list with columns.
fn is_toml(sources: &SourceMap, span: Span) -> bool {
    let source = span.file().and_then(|file| sources.get(file));
    source.is_none_or(|source| FilePath::from(source.name.as_str()).ends_in(&["toml"]))
}

/// What the reported quarter says of the owners, against what is written.
fn reported(workspace: &Workspace, owners: Owners<'_>, problems: &mut Problems) {
    let rows = workspace.settings.periode.and_then(|p| workspace.capaian.get(&p));
    let mut told: BTreeMap<(&str, &str), (Vec<&str>, Span)> = BTreeMap::new();
    for row in rows.into_iter().flatten() {
        let [owner] = owners.named(&row.kode)[..] else { continue };
        // An OPD that nobody has is told where it is named.
        let known = workspace.opd.iter().any(|opd| opd.id.value == row.opd.as_str());
        if known && row.opd != owner.id.value {
            let pair = (row.opd.as_str(), owner.id.value.as_str());
            let (codes, _) = told.entry(pair).or_insert((Vec::new(), row.span));
            codes.push(&row.kode);
        }
    }
    for ((there, owner), (codes, span)) in told {
        let (kode, there, owner) = (codes.join(", "), there.to_owned(), owner.to_owned());
        problems.add(span, ReferenceProblem::ReportedByOther { kode, there, owner });
    }
}

/// Services under an OPD that has nothing of their urusan: the id is most likely another's.
/// Each OPD once, with the place of the first.
fn outside(
    workspace: &Workspace,
    catalog: &Catalog,
    owners: Owners<'_>,
    problems: &mut Problems,
) {
    let mut told: BTreeMap<(&str, &str), (Vec<&str>, Span)> = BTreeMap::new();
    for row in workspace.capaian.values().rev().flatten() {
        let by_id = workspace.opd.iter().find(|opd| opd.id.value == row.opd);
        let listed = catalog.layanan(&row.kode);
        let (Some(opd), Some(listed)) = (by_id, listed) else { continue };
        // What another OPD names is told by that; one without any urusan that is known says
        // nothing.
        let known = |u: &base::source::Spanned<String>| {
            catalog.all_urusan().iter().any(|urusan| urusan.kode == u.value)
        };
        let unsure = opd.urusan.is_empty() || !opd.urusan.iter().all(known);
        let silent = unsure || !owners.named(&row.kode).is_empty();
        if silent || carries(opd, &listed.urusan) {
            continue;
        }
        let pair = (opd.id.value.as_str(), listed.urusan.as_str());
        let span = row.written.field("opd").span();
        let span = if span == Span::None { row.span } else { span };
        let (codes, _) = told.entry(pair).or_insert((Vec::new(), span));
        if !codes.contains(&row.kode.as_str()) {
            codes.push(&row.kode);
        }
    }
    for ((opd, urusan), (codes, span)) in told {
        let having = workspace.opd.iter().filter(|o| carries(o, urusan));
        let having: Vec<&str> = having.map(|o| o.id.value.as_str()).collect();
        let problem = ReferenceProblem::OpdOutsideUrusan {
            kode: codes.join(", "),
            urusan: urusan.to_owned(),
            opd: opd.to_owned(),
            having: having.join(", "),
        };
        problems.add(span, problem);
    }
}
