//! Papers of an earlier build that today's data has no more: told after a build, and moved aside
//! where that is wanted. Only what the manifest knows and nobody has changed is ever moved.

use data::files::FilePath;
use std::collections::BTreeSet;

use super::making::is_no_room;
use crate::output::{Manifest, ManifestEntry, Record, Target, Version, sha256_hex};
use crate::problem::OutputProblem;
use base::diag::{Problems, Span};

/// The folder in the output folder that takes what is moved aside.
pub const ASIDE: &str = "_lama";

/// A file that no longer belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Path below the output folder.
    pub path: FilePath,
    /// Where it was moved to.
    pub moved: Option<FilePath>,
}

/// The files of earlier builds of templates that `is_asked` says yes to, which are still there
/// and are no paper of the plan.
pub(super) fn find<'m>(
    earlier: &'m Manifest,
    planned: &BTreeSet<&str>,
    out: &Target,
    is_asked: impl Fn(&str) -> bool,
) -> Vec<&'m ManifestEntry> {
    let entries = earlier.berkas.iter().filter(|entry| is_asked(&entry.template));
    entries
        .filter(|entry| !planned.contains(entry.paper()))
        .filter(|entry| out.is_file(&entry.path))
        .collect()
}

/// Moves files aside; one that was changed by hand stays and is told.
pub(super) fn move_aside(
    entries: &[&ManifestEntry],
    out: &Target,
    problems: &mut Problems,
) -> Vec<Stale> {
    // What has no room is told once.
    let mut full = false;
    entries
        .iter()
        .map(|entry| {
            let moved = if full { Ok(None) } else { aside(entry, out) };
            let moved = moved.unwrap_or_else(|problem| {
                full = is_no_room(&problem);
                problems.add(Span::None, problem);
                None
            });
            Stale { path: entry.path.clone(), moved }
        })
        .collect()
}

fn aside(
    entry: &ManifestEntry,
    out: &Target,
) -> Result<Option<FilePath>, base::diag::AnyProblem> {
    let name = || out.shown(&entry.path);
    let bytes = out.read(&entry.path).map_err(|error| {
        let why = base::diag::Both::io(&error);
        OutputProblem::CannotWrite { name: name(), why }
    })?;
    if sha256_hex(&bytes) != entry.sha256 {
        return Err(OutputProblem::ChangedByHand { name: name() }.into());
    }
    let to = free_name(&entry.path, &bytes, out);
    // Gone from its place only when it is whole in the other.
    out.put(&to, &bytes)?;
    out.remove(&entry.path);
    let paper = entry.paper();
    if !["docx", "pdf"].iter().any(|e| out.is_file(&format!("{paper}.{e}").into())) {
        Record::forget(out, Version::Made, &paper.into());
    }
    Ok(Some(to))
}

/// A name in the folder aside that nothing else has.
fn free_name(path: &FilePath, bytes: &[u8], out: &Target) -> FilePath {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let aside = FilePath::fixed(ASIDE);
    let mut name = aside.join(path);
    let mut n = 1_u32;
    while out.is_file(&name) && out.read(&name).ok().as_deref() != Some(bytes) {
        n += 1;
        name = aside.join(format!("{stem}-{n}.{ending}"));
    }
    name
}
