//! Finding and reading files of the workspace, in an order that never depends on the disk.

use crate::problem::FileProblem;
use std::ops::Range;
use std::path::Path;

use base::diag::{AnyProblem, Both, Problems};
use base::source::Span;

/// A text file that cannot be used.
pub(super) struct Unread {
    /// Why.
    pub(super) problem: AnyProblem,
    /// What of it can be shown, and the bytes of that which are no UTF-8.
    pub(super) shown: Option<(String, Range<usize>)>,
}

/// A UTF-8 text file, without the byte order mark that Windows editors write.
pub(super) fn read_text(path: &Path, name: &str) -> Result<String, Box<Unread>> {
    let bytes = std::fs::read(path).map_err(|error| {
        let problem = match error.kind() {
            std::io::ErrorKind::NotFound => {
                FileProblem::FileMissing { name: name.to_owned() }
            }
            _ => FileProblem::CannotRead { name: name.to_owned(), why: Both::io(&error) },
        };
        Box::new(Unread { problem: problem.into(), shown: None })
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let range = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
        Box::new(Unread {
            problem: FileProblem::NotUtf8 { name: name.to_owned() }.into(),
            shown: Some((String::from_utf8_lossy(error.as_bytes()).into_owned(), range)),
        })
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Files directly in `folder`, as paths with `/` from the root, sorted; none if it is absent.
/// Names that begin with a dot or `~` (lock files of office programs) are passed over.
pub(super) fn list(root: &Path, folder: &str, problems: &mut Problems) -> Vec<String> {
    entries(root, folder, problems)
        .into_iter()
        .filter(|(_, is_dir)| !is_dir)
        .map(|(path, _)| path)
        .collect()
}

/// Files anywhere under `folder`.
pub(super) fn tree(root: &Path, folder: &str, problems: &mut Problems) -> Vec<String> {
    let mut files = Vec::new();
    for (path, is_dir) in entries(root, folder, problems) {
        if is_dir {
            files.extend(tree(root, &path, problems));
        } else {
            files.push(path);
        }
    }
    files
}

fn entries(root: &Path, folder: &str, problems: &mut Problems) -> Vec<(String, bool)> {
    let path = root.join(folder);
    if !path.is_dir() {
        return Vec::new();
    }
    let read = match std::fs::read_dir(&path) {
        Ok(read) => read,
        Err(error) => {
            let (name, why) = (folder.to_owned(), Both::io(&error));
            problems.add(Span::None, FileProblem::CannotRead { name, why });
            return Vec::new();
        }
    };
    let mut found: Vec<(String, bool)> = read
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with(['.', '~']);
            (!hidden).then(|| (format!("{folder}/{name}"), entry.path().is_dir()))
        })
        .collect();
    found.sort();
    found
}

/// The name of a file without folder and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a file has an ending, whatever its case.
pub(super) fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, e)| e.eq_ignore_ascii_case(ending))
}
