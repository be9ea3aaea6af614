//! What a workspace is made of, told quickly, for who waits for a change of it.

use std::collections::BTreeMap;

use data::files::{FilePath, FileStamp, tree};
use data::workspace::{BOOKS, INPUTS, SETTINGS};

use super::Desk;
use base::diag::Told;

/// The files of a workspace that papers are made from, each with its stamp.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InputStamps(BTreeMap<FilePath, FileStamp>);

impl InputStamps {
    /// The files that are other than they were, have come, or have gone.
    pub fn changed_since(&self, before: &Self) -> Vec<FilePath> {
        let all = self.0.keys().chain(before.0.keys());
        let mut changed: Vec<FilePath> = all
            .filter(|path| self.0.get(*path) != before.0.get(*path))
            .cloned()
            .collect();
        changed.sort();
        changed.dedup();
        changed
    }
}

/// Whether what is told may be of a file that somebody is still writing: it is missing, cut short,
/// or not yet text.
pub fn half_written(problems: &[Told]) -> bool {
    const CODES: [&str; 5] = ["NSK0101", "NSK0102", "NSK0103", "NSK0104", "NSK0118"];
    problems.iter().any(|told| CODES.contains(&told.code))
}

impl Desk {
    /// What papers are made from now. What programs lay beside a file while it is open (`~$`,
    /// `.~lock`) is none of it.
    pub fn inputs(&self) -> InputStamps {
        let folder = self.folder();
        let kept =
            |path: &FilePath| !path.split('/').any(|name| name.starts_with(['~', '.']));
        let inner = INPUTS.iter().flat_map(|name| tree(&*folder, &FilePath::fixed(name)));
        let own = BOOKS.iter().cloned().chain([SETTINGS]);
        let stamped = own.chain(inner).filter(kept).filter_map(|path| {
            let stamp = folder.stamp(&path)?;
            Some((path, stamp))
        });
        InputStamps(stamped.collect())
    }
}
