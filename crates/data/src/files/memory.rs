//! Files in memory: for pages that hold a workspace open, and for tests.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{EntryKind, FilePath, Files, FolderEntry};

/// A folder in memory. Clones are the same folder.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: Arc<Mutex<BTreeMap<FilePath, Arc<[u8]>>>>,
    held: Arc<Mutex<BTreeSet<FilePath>>>,
}

/// A file that is held by one writer until this is dropped.
#[derive(Debug)]
pub struct Hold {
    path: FilePath,
    held: Arc<Mutex<BTreeSet<FilePath>>>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        locked(&self.held).remove(&self.path);
    }
}

/// A map is whole after each single change, so one that a panicking thread held is still good.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Memory {
    /// An empty folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in its place, whole.
    pub fn put(&self, path: impl Into<FilePath>, bytes: impl Into<Arc<[u8]>>) {
        locked(&self.files).insert(path.into(), bytes.into());
    }

    /// Takes a file away; `false` when there was none.
    pub fn remove(&self, path: &FilePath) -> bool {
        locked(&self.files).remove(path).is_some()
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> Vec<FilePath> {
        locked(&self.files).keys().cloned().collect()
    }

    /// Holds a file for one writer; `None` while somebody else does.
    pub fn hold(&self, path: &FilePath) -> Option<Hold> {
        let free = locked(&self.held).insert(path.clone());
        free.then(|| Hold { path: path.clone(), held: Arc::clone(&self.held) })
    }
}

impl<P: Into<FilePath>, B: Into<Arc<[u8]>>> FromIterator<(P, B)> for Memory {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path.into(), bytes.into()));
        Self { files: Arc::new(Mutex::new(files.collect())), ..Self::default() }
    }
}

impl Files for Memory {
    fn list(&self, folder: &FilePath) -> io::Result<Vec<FolderEntry>> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let mut found: BTreeMap<String, EntryKind> = BTreeMap::new();
        for path in locked(&self.files).keys() {
            let Some(rest) = path.strip_prefix(&prefix) else { continue };
            match rest.split_once('/') {
                Some((name, _)) => found.insert(name.to_owned(), EntryKind::Folder),
                None => found.insert(rest.to_owned(), EntryKind::File),
            };
        }
        if found.is_empty() && !folder.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(found.into_iter().map(|(name, kind)| FolderEntry { name, kind }).collect())
    }

    fn read(&self, path: &FilePath) -> io::Result<Vec<u8>> {
        let files = locked(&self.files);
        files.get(path).map(|bytes| bytes.to_vec()).ok_or(io::ErrorKind::NotFound.into())
    }

    fn kind(&self, path: &FilePath) -> Option<EntryKind> {
        if locked(&self.files).contains_key(path) {
            return Some(EntryKind::File);
        }
        (path.is_empty() || self.list(path).is_ok()).then_some(EntryKind::Folder)
    }

    fn shown(&self, path: &FilePath) -> String {
        if path.is_empty() { ".".to_owned() } else { path.into() }
    }
}
