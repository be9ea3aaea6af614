//! What the data says about itself: references, ranges, clashes. All problems at once.

mod agenda;
pub(crate) mod displaced;
mod near_picture;
mod owners;
pub(crate) mod plausible;
mod published;
mod references;
mod short_names;

pub use near_picture::near as near_picture;
pub use owners::unwritten_splits;
pub use references::officials;

use crate::files::FilePath;
use std::collections::BTreeSet;

use crate::problem::{FileProblem, PictureProblem, SheetProblem};
use crate::workspace::Workspace;
use base::diag::Problems;
use base::source::{SourceMap, Span, Spanned};
use field::domain::JenisDaerah;
use field::spm::{Catalog, Tingkat};

/// Checks a workspace against itself, the catalog and the templates.
pub fn check(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    tell_days_once(problems);
    references::check(workspace, catalog, sources, problems);
    owners::check(workspace, catalog, sources, problems);
    published::check(workspace, catalog, problems);
    plausible::check(workspace, catalog, problems);
    displaced::reported(workspace, catalog, problems);
    if let Some(rakor) = &workspace.rakor {
        agenda::check(rakor, !workspace.undated, problems);
    }
    if let Some(hasil) = &workspace.hasil {
        agenda::minutes(hasil, problems);
    }
}

/// A day that is none, in a value that should be one, is told by what reads the value.
fn tell_days_once(problems: &mut Problems) {
    let is_date = |p: &FileProblem| matches!(p, FileProblem::BadDate { .. });
    let told: BTreeSet<Span> =
        problems.iter().filter(|d| d.problem.is_a(is_date)).map(|d| d.span).collect();
    let in_text = |p: &SheetProblem| matches!(p, SheetProblem::NoSuchDay { .. });
    problems.retain(|d| !(d.problem.is_a(in_text) && told.contains(&d.span)));
}

/// The level of government of a kind of daerah.
pub fn level(jenis: JenisDaerah) -> Tingkat {
    match jenis {
        JenisDaerah::Kabupaten | JenisDaerah::Kota => Tingkat::KabupatenKota,
        JenisDaerah::Provinsi => Tingkat::Provinsi,
    }
}

/// The emblems and the photos are pictures of the workspace; `is_picture` knows those that were
/// read.
pub fn pictures(
    workspace: &Workspace,
    is_picture: &dyn Fn(&str) -> bool,
    problems: &mut Problems,
) {
    for named in named_pictures(workspace) {
        picture(named, workspace, is_picture, problems);
    }
}

/// The pictures that the data names: the emblems and the photos.
pub fn named_pictures(workspace: &Workspace) -> impl Iterator<Item = &Spanned<String>> {
    let daerah = &workspace.settings.daerah;
    let emblems = daerah.lambang.iter().chain(&daerah.lambang_negara);
    let photos = workspace.hasil.iter().flat_map(|h| &h.foto).map(|f| &f.berkas);
    emblems.chain(photos)
}

/// Tells what is wrong with the name of a picture.
pub fn picture(
    named: &Spanned<String>,
    workspace: &Workspace,
    is_picture: &dyn Fn(&str) -> bool,
    problems: &mut Problems,
) {
    let name = named.value.clone();
    let Some(path) = FilePath::checked(&name) else {
        problems.add(named.span, PictureProblem::PathOutside { path: name });
        return;
    };
    if !is_picture(&name) && !workspace.folder.is_file(&path) {
        let near = near_picture(&workspace.folder, &name);
        problems.add(named.span, PictureProblem::ImageMissing { name, near });
    } else if !is_picture(&name) && !name.starts_with("aset/") {
        problems.add(named.span, PictureProblem::NotInAset { name });
    }
}
