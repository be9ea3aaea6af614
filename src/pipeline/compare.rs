//! A folder of workspaces: each is opened, reckoned and let go before the next, so that
//! what stays in memory is one small row a daerah.

use crate::problem::RegionProblem;
use data::problem::{AchievementProblem, FileProblem};
use data::workspace::is_workspace;
use std::collections::BTreeMap;

use super::Figures;
use crate::rekap_out::comparison::{Comparison, LeftOut};
use base::diag::{AnyProblem, Both, Lang, Problems, Severity, Span, Told};
use base::source::SourceMap;
use data::files::{EntryKind, FilePath, Folder};
use field::domain::Periode;
use field::spm::combined::UrusanIndex;
use field::spm::{Combined, DaerahSummary, IndexOf, Rekap};
use rayon::prelude::*;

/// The problems of one daerah that are kept; `naskah check` tells all.
const KEPT: usize = 20;

/// Whether a folder that is no workspace holds workspaces.
pub fn holds_workspaces(root: impl Into<Folder>) -> bool {
    let root = root.into();
    !is_workspace(&*root, &FilePath::HERE)
        && find(&root, Lang::En).is_ok_and(|found| !found.workspaces.is_empty())
}

/// Compares all workspaces one or two levels below `root`. The quarter is the one that is
/// asked for, else each daerah's own. Problems are worded in `lang`.
///
/// # Errors
/// When the folder cannot be read or holds no workspace.
pub fn compare(
    root: impl Into<Folder>,
    periode: Option<Periode>,
    lang: Lang,
) -> Result<Comparison, AnyProblem> {
    let root = root.into();
    let found = find(&root, lang)?;
    if found.workspaces.is_empty() {
        return Err(
            RegionProblem::NoWorkspaces { dir: root.shown(&FilePath::HERE) }.into()
        );
    }
    let rows: Vec<Result<DaerahSummary, LeftOut>> = super::in_pool(0, || {
        found.workspaces.par_iter().map(|name| one(&root, name, periode, lang)).collect()
    });
    let mut left_out = found.unread;
    let mut good = Vec::with_capacity(rows.len());
    for row in rows {
        match row {
            Ok(row) => good.push(row),
            Err(row) => left_out.push(row),
        }
    }
    left_out.sort_by(|a, b| a.folder.cmp(&b.folder));
    let problems = same_names(&good);
    let gabungan = Combined::of(good);
    Ok(Comparison { gabungan, left_out, passed_over: found.passed_over, problems })
}

/// The folders below a folder.
struct FoundFolders {
    workspaces: Vec<FilePath>,
    unread: Vec<LeftOut>,
    passed_over: Vec<String>,
}

fn find(root: &Folder, lang: Lang) -> Result<FoundFolders, AnyProblem> {
    let mut found = FoundFolders {
        workspaces: Vec::new(),
        unread: Vec::new(),
        passed_over: Vec::new(),
    };
    for name in folders(root, &FilePath::HERE)? {
        if is_workspace(&**root, &name) {
            found.workspaces.push(name);
            continue;
        }
        match folders(root, &name) {
            Ok(below) => {
                let before = found.workspaces.len();
                let below = below.into_iter().map(|b| name.join(b));
                found.workspaces.extend(below.filter(|b| is_workspace(&**root, b)));
                if found.workspaces.len() == before {
                    found.passed_over.push(name.into());
                }
            }
            Err(problem) => {
                let mut problems = Problems::default();
                problems.add(Span::None, problem);
                let nothing = SourceMap::default();
                found.unread.push(left_out(name.into(), None, &problems, &nothing, lang));
            }
        }
    }
    Ok(found)
}

/// The names of folders in a folder, sorted; those with a dot are passed over.
fn folders(root: &Folder, folder: &FilePath) -> Result<Vec<FilePath>, AnyProblem> {
    let entries = root.list(folder).map_err(|error| {
        let name = if folder.is_empty() {
            root.shown(&FilePath::HERE)
        } else {
            String::from(folder)
        };
        FileProblem::CannotRead { name, why: Both::io(&error) }
    })?;
    let folders = entries.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
    Ok(folders
        .map(|entry| FilePath::from(entry.name))
        .filter(|name| !name.starts_with('.'))
        .collect())
}

/// One daerah. All it was read from is let go before this returns.
fn one(
    root: &Folder,
    folder: &FilePath,
    periode: Option<Periode>,
    lang: Lang,
) -> Result<DaerahSummary, LeftOut> {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let figures = match super::figures::open(
        &root.below(folder.clone()),
        &mut sources,
        &mut problems,
    ) {
        Ok(figures) => figures,
        Err(name) => {
            return Err(left_out(String::from(folder), name, &problems, &sources, lang));
        }
    };
    let Some((periode, telaah)) = figures.review(periode, &mut problems) else {
        let name = Some(figures.workspace.settings.daerah.nama.clone());
        return Err(left_out(String::from(folder), name, &problems, &sources, lang));
    };
    let warnings = problems.sorted().len();
    Ok(row(folder, &figures, periode, telaah.rekap, warnings, &sources))
}

fn row(
    folder: &FilePath,
    figures: &Figures,
    periode: Periode,
    rekap: Rekap,
    peringatan: usize,
    sources: &SourceMap,
) -> DaerahSummary {
    let Figures { workspace, catalog } = figures;
    let before = periode.triwulan.checked_sub(1).filter(|tw| *tw > 0);
    let sebelumnya: Option<Rekap> = before.and_then(|triwulan| {
        let before = Periode { triwulan, ..periode };
        super::compute(workspace, catalog, before).ok().flatten()
    });
    // The change is that of the figures as people read them.
    let perubahan =
        sebelumnya.as_ref().and_then(|past| IndexOf::Daerah.change(&rekap, past));
    let own: Vec<(&str, &str)> = workspace
        .texts
        .iter()
        .filter_map(|(path, file)| {
            let name =
                path.strip_prefix("catalog/").filter(|n| super::catalog::is_toml(n))?;
            Some((name, &*sources.get(*file)?.text))
        })
        .collect();
    let fingerprint = (!own.is_empty()).then(|| {
        let all: String = own.iter().flat_map(|(n, t)| [*n, "\0", *t, "\0"]).collect();
        crate::output::sha256_hex(all.as_bytes())
    });
    let urusan = rekap
        .urusan
        .into_iter()
        .map(|u| UrusanIndex {
            singkat: catalog.urusan(&u.kode).map_or(&u.nama, |c| &c.singkat).clone(),
            indeks: u.reported_indeks().cloned(),
            kode: u.kode,
        })
        .collect();
    DaerahSummary {
        folder: String::from(folder),
        daerah: rekap.daerah,
        tingkat: data::check::level(workspace.settings.daerah.jenis),
        periode,
        indeks: rekap.indeks,
        kategori: rekap.kategori,
        keterisian: rekap.keterisian,
        sebelumnya: sebelumnya.and_then(|past| past.indeks),
        perubahan: perubahan.map(|p| p.value().clone()),
        urusan,
        indeks_lain: rekap.indeks_lain,
        kebijakan: rekap.kebijakan,
        katalog: own.iter().map(|(name, _)| (*name).to_owned()).collect(),
        sidik_katalog: fingerprint,
        peringatan,
    }
}

fn left_out(
    folder: String,
    daerah: Option<String>,
    problems: &Problems,
    sources: &SourceMap,
    lang: Lang,
) -> LeftOut {
    let errors: Vec<_> = problems
        .sorted()
        .into_iter()
        .filter(|d| d.problem.severity() == Severity::Error)
        .collect();
    let no_data =
        |p: &AnyProblem| p.is_a(|p| matches!(p, AchievementProblem::NoCapaian { .. }));
    let disk = |p: &AnyProblem| p.is_a(|p| matches!(p, FileProblem::CannotRead { .. }));
    LeftOut {
        folder,
        daerah,
        no_data: errors.iter().all(|d| no_data(&d.problem)),
        disk: errors.iter().all(|d| disk(&d.problem)),
        problems: errors.iter().take(KEPT).map(|d| Told::new(d, sources, lang)).collect(),
        more: errors.len().saturating_sub(KEPT),
    }
}

/// Two folders of one daerah are most often a copy that was forgotten.
fn same_names(rows: &[DaerahSummary]) -> Problems {
    let mut problems = Problems::default();
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    for row in rows {
        let key = row.daerah.to_lowercase();
        if let Some(other) = first.get(&key) {
            problems.add(
                Span::None,
                RegionProblem::SameDaerah {
                    nama: row.daerah.clone(),
                    folder: row.folder.clone(),
                    other: (*other).to_owned(),
                },
            );
        } else {
            first.insert(key, &row.folder);
        }
    }
    problems
}
