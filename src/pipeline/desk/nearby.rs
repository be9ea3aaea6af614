//! Where the workspace is that a desk is about.

use std::path::{Path, PathBuf};

use super::Desk;
use data::files::{Disk, FilePath, Files};
use data::workspace::is_workspace;

impl Desk {
    /// The folder of the nearest workspace from the current folder upwards, as a path from
    /// there; `None` where there is none.
    pub fn nearest() -> Option<PathBuf> {
        let depth = std::env::current_dir().map_or(1, |here| here.ancestors().count());
        let up = |n: usize| match n {
            0 => PathBuf::from("."),
            n => std::iter::repeat_n("..", n).collect(),
        };
        (0..depth).map(up).find(|folder| Self::is_workspace(folder))
    }

    /// Whether a folder of the disk is a workspace.
    pub fn is_workspace(folder: &Path) -> bool {
        is_workspace(&Disk::new(folder), &FilePath::HERE)
    }

    /// Whether a path of the disk leads to a folder.
    pub fn is_folder(path: &Path) -> bool {
        Disk::new(path).is_folder(&FilePath::HERE)
    }
}
