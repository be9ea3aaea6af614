//! Files of a disk.

use std::io;
use std::path::{Path, PathBuf};

use super::{Entry, Files, Kind};

/// A folder of a disk. The empty root is the folder the program was started in, and takes
/// paths as they are.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The folder at a path.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where a path of the folder is on the disk.
    pub fn path(&self, path: &str) -> PathBuf {
        // An empty part would put a separator at the end.
        if path.is_empty() { self.root.clone() } else { self.root.join(path) }
    }

    /// The folder itself, also where it is the one the program was started in.
    fn folder(&self, folder: &str) -> PathBuf {
        let path = self.path(folder);
        if path.as_os_str().is_empty() { Path::new(".").to_path_buf() } else { path }
    }
}

impl Files for Disk {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let entries = std::fs::read_dir(self.folder(folder))?;
        let mut found: Vec<Entry> = entries
            .filter_map(Result::ok)
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                // A link counts as what it leads to.
                let is_folder = entry.path().is_dir();
                let kind = if is_folder { Kind::Folder } else { Kind::File };
                Some(Entry { name, kind })
            })
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.path(path))
    }

    fn kind(&self, path: &str) -> Option<Kind> {
        let told = std::fs::metadata(self.folder(path)).ok()?;
        Some(if told.is_dir() { Kind::Folder } else { Kind::File })
    }

    fn shown(&self, path: &str) -> String {
        self.path(path).display().to_string()
    }
}
