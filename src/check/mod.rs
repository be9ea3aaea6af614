//! What the data says about itself: references, ranges, clashes. All problems at once.

mod agenda;
mod leftover;
mod references;

pub(crate) use leftover::{Leftover, leftover, leftovers, plain};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Problem, Problems};
use crate::document::ImageData;
use crate::domain::JenisDaerah;
use crate::source::{SourceMap, Spanned};
use crate::spm::{Catalog, Tingkat};
use crate::workspace::Workspace;

/// Checks a workspace against itself, the catalog and the templates.
pub fn check(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    references::check(workspace, catalog, sources, problems);
    if let Some(rakor) = &workspace.rakor {
        agenda::check(rakor, problems);
    }
}

/// The level of government of a kind of daerah.
pub fn level(jenis: JenisDaerah) -> Tingkat {
    match jenis {
        JenisDaerah::Kabupaten | JenisDaerah::Kota => Tingkat::KabupatenKota,
        JenisDaerah::Provinsi => Tingkat::Provinsi,
    }
}

/// The emblems and the photos are pictures of the workspace.
pub(crate) fn pictures(
    workspace: &Workspace,
    images: &BTreeMap<String, Arc<ImageData>>,
    problems: &mut Problems,
) {
    let daerah = &workspace.settings.daerah;
    let emblems = daerah.lambang.iter().chain(&daerah.lambang_negara);
    let photos = workspace.hasil.iter().flat_map(|h| &h.foto).map(|f| &f.berkas);
    for named in emblems.chain(photos) {
        picture(named, workspace, images, problems);
    }
}

fn picture(
    named: &Spanned<String>,
    workspace: &Workspace,
    images: &BTreeMap<String, Arc<ImageData>>,
    problems: &mut Problems,
) {
    let name = named.value.clone();
    let outside =
        name.starts_with('/') || name.split(['/', '\\']).any(|part| part == "..");
    if outside || name.contains(':') {
        problems.add(named.span, Problem::PathOutside { path: name });
    } else if !images.contains_key(&name) && !workspace.root.join(&name).is_file() {
        problems.add(named.span, Problem::ImageMissing { name });
    } else if !images.contains_key(&name) && !name.starts_with("aset/") {
        problems.add(named.span, Problem::NotInAset { name });
    }
}
