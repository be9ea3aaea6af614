//! Which of the words of a command is its folder: one rule for all of them.

use std::path::{Path, PathBuf};

use crate::pipeline::Desk;

/// The folder that was named, else the nearest workspace from here upwards, else here.
pub(super) fn of(named: Option<&Path>) -> PathBuf {
    let near = || Desk::nearest().unwrap_or_else(|| ".".into());
    named.map_or_else(near, Path::to_path_buf)
}

/// The folder among the names, and the names that are left. A folder named by itself goes
/// before. The first or the last name is a folder when it is a workspace or is written as a path
/// that leads to a folder; where no other name must be there (`least`), the first is also one when
/// nothing else could be meant: there is no workspace from here upwards.
pub(super) fn split(
    folder: Option<&Path>,
    names: &[String],
    least: usize,
) -> (PathBuf, Vec<String>) {
    let rest = |names: &[String]| names.to_vec();
    if folder.is_some() || names.len() <= least {
        return (of(folder), rest(names));
    }
    match names {
        [first, others @ ..] if is_folder(first) => (first.into(), rest(others)),
        [others @ .., last] if !others.is_empty() && is_folder(last) => {
            (last.into(), rest(others))
        }
        [first, others @ ..]
            if least == 0 && (is_path(first) || Desk::nearest().is_none()) =>
        {
            (first.into(), rest(others))
        }
        _ => (of(None), rest(names)),
    }
}

/// Whether a name is one of a folder: of a workspace, or written as a path that leads to one.
pub(super) fn is_folder(name: &str) -> bool {
    let path = Path::new(name);
    Desk::is_workspace(path) || is_path(name) && Desk::is_folder(path)
}

fn is_path(name: &str) -> bool {
    name.contains(['/', '\\']) || [".", ".."].contains(&name)
}
