//! Where files come in: a folder on a disk or in memory, behind one trait.
//!
//! A [`FilePath`] begins at the folder; what it is called in messages is told by [`Files::shown`].

mod disk;
mod memory;
mod path;
mod place;

pub use disk::Disk;
pub use memory::{Hold, Memory};
pub use path::FilePath;
pub use place::{NamedFile, Place};

use std::fmt::Debug;
use std::io;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A file.
    File,
    /// A folder.
    Folder,
}

/// A name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// The name, without its folder.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
}

/// What stands around a folder, for who meant another one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// Whether the folder is not there.
    pub missing: bool,
    /// The nearest folder above it that has the file.
    pub above: Option<String>,
    /// Folders with the file: inside it, or beside it where it is missing.
    pub near: Vec<String>,
}

/// What a file held when it was read, to see whether it has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Revision([u8; 32]);

impl Revision {
    /// The revision of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// What changes when a file does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileStamp {
    /// Its length and when it was written.
    Written(u64, Option<std::time::SystemTime>),
    /// What it says.
    Content(Revision),
}

/// Files that can be read.
pub trait Files: Debug + Send + Sync {
    /// What stands directly in a folder, sorted by name. What of a name is no text is U+FFFD.
    ///
    /// # Errors
    /// The reason of the system.
    fn list(&self, folder: &FilePath) -> io::Result<Vec<FolderEntry>>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// The reason of the system.
    fn read(&self, path: &FilePath) -> io::Result<Vec<u8>>;

    /// What stands under a path, if anything does.
    fn kind(&self, path: &FilePath) -> Option<EntryKind>;

    /// What a path is called in messages.
    fn shown(&self, path: &FilePath) -> String;

    /// What a file holds now; `None` when there is no such file.
    ///
    /// # Errors
    /// The reason of the system.
    fn revision(&self, path: &FilePath) -> io::Result<Option<Revision>> {
        match self.read(path) {
            Ok(bytes) => Ok(Some(Revision::of(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What changes when a file does, told without reading it where that can be; `None` when
    /// there is no such file.
    fn stamp(&self, path: &FilePath) -> Option<FileStamp> {
        Some(FileStamp::Content(self.revision(path).ok()??))
    }

    /// What stands around the folder itself that has a file of one of these names; nothing where
    /// there is no around.
    fn around(&self, _marks: &[&FilePath]) -> Around {
        Around::default()
    }

    /// Whether a folder above this one, which need not be there yet, has a file of one of these
    /// names, wherever links lead.
    fn is_inside(&self, _marks: &[&FilePath]) -> bool {
        false
    }

    /// Whether there is such a file.
    fn is_file(&self, path: &FilePath) -> bool {
        self.kind(path) == Some(EntryKind::File)
    }

    /// Whether there is such a folder.
    fn is_folder(&self, path: &FilePath) -> bool {
        self.kind(path) == Some(EntryKind::Folder)
    }
}

/// A folder that a workspace is read from; cheap to clone.
#[derive(Debug, Clone)]
pub struct Folder(Arc<dyn Files>);

impl Folder {
    /// A folder in this one.
    #[must_use]
    pub fn below(&self, name: impl Into<FilePath>) -> Self {
        Self(Arc::new(Below { files: self.clone(), prefix: name.into() }))
    }
}

impl Deref for Folder {
    type Target = dyn Files;
    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl From<Arc<dyn Files>> for Folder {
    fn from(files: Arc<dyn Files>) -> Self {
        Self(files)
    }
}

impl From<Disk> for Folder {
    fn from(disk: Disk) -> Self {
        Self(Arc::new(disk))
    }
}

impl From<Memory> for Folder {
    fn from(memory: Memory) -> Self {
        Self(Arc::new(memory))
    }
}

impl From<&Folder> for Folder {
    fn from(folder: &Folder) -> Self {
        folder.clone()
    }
}

impl From<&Path> for Folder {
    fn from(root: &Path) -> Self {
        Disk::new(root).into()
    }
}

impl From<&PathBuf> for Folder {
    fn from(root: &PathBuf) -> Self {
        Disk::new(root).into()
    }
}

/// A folder seen from inside.
#[derive(Debug)]
struct Below {
    files: Folder,
    prefix: FilePath,
}

impl Below {
    fn path(&self, path: &FilePath) -> FilePath {
        self.prefix.join(path)
    }
}

impl Files for Below {
    fn list(&self, folder: &FilePath) -> io::Result<Vec<FolderEntry>> {
        self.files.list(&self.path(folder))
    }

    fn read(&self, path: &FilePath) -> io::Result<Vec<u8>> {
        self.files.read(&self.path(path))
    }

    fn kind(&self, path: &FilePath) -> Option<EntryKind> {
        self.files.kind(&self.path(path))
    }

    fn shown(&self, path: &FilePath) -> String {
        self.files.shown(&self.path(path))
    }
}

/// The most folders that are looked into under one: far above what an office has, and links to
/// folders of links are soon without number.
pub(crate) const MOST_FOLDERS: usize = 2_000;

/// The files anywhere under a folder, as paths from the root, sorted; none if it is absent.
pub fn tree(files: &dyn Files, folder: &FilePath) -> Vec<FilePath> {
    let (mut found, mut folders) = (Vec::new(), 0);
    below(files, folder, &mut folders, &mut found);
    found
}

fn below(
    files: &dyn Files,
    folder: &FilePath,
    folders: &mut usize,
    found: &mut Vec<FilePath>,
) {
    *folders += 1;
    if *folders > MOST_FOLDERS {
        return;
    }
    for entry in files.list(folder).unwrap_or_default() {
        let path = folder.join(&entry.name);
        match entry.kind {
            EntryKind::File => found.push(path),
            EntryKind::Folder => below(files, &path, folders, found),
        }
    }
}
