//! Where files go out: a folder of a disk, an archive, memory, behind one trait.

use std::fmt::Debug;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::problem::OutputProblem;
use base::diag::{AnyProblem, Both};
use data::files::{Disk, EntryKind, FilePath, Files, Folder, FolderEntry, Memory};

/// Files that can be read and written. A file is written whole or not at all.
pub trait Store: Files {
    /// Puts a file in its place, with the folders above it.
    ///
    /// # Errors
    /// The reason; what stood there is then as it was.
    fn write(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both>;

    /// Puts files in their places together.
    ///
    /// # Errors
    /// The file that could not be written and the reason; what stood in all their places is then
    /// as it was.
    fn write_all(&self, files: &[(FilePath, Vec<u8>)]) -> Result<(), (FilePath, Both)> {
        files.iter().try_for_each(|(path, bytes)| {
            self.write(path, bytes).map_err(|why| (path.clone(), why))
        })
    }

    /// Takes room that is free again when the answer is dropped, so that what must be written
    /// last finds some.
    ///
    /// # Errors
    /// The reason that there is none.
    fn reserve(&self, _bytes: usize) -> Result<Option<HeldStore>, Both> {
        Ok(None)
    }

    /// Takes away what killed processes left in a folder on their way to a file.
    fn sweep(&self, _folder: &FilePath) {}

    /// The same for what cannot be made again: it is safe when this returns. Only for the
    /// holder of the file.
    ///
    /// # Errors
    /// The reason; what stood there is then as it was.
    fn exchange(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both>;

    /// Takes a file away, if it is there.
    fn remove(&self, path: &FilePath);

    /// Whether files can be written; asked once before a build, so that one mistake is not
    /// told for every paper.
    ///
    /// # Errors
    /// The reason.
    fn ready(&self) -> Result<(), Both>;

    /// Tries to hold a file against all other writers; `None` while somebody else does.
    ///
    /// # Errors
    /// The reason that it cannot be held by anybody.
    fn hold(&self, path: &FilePath) -> Result<Option<HeldStore>, Both>;

    /// Whether a file that is there may be replaced.
    ///
    /// # Errors
    /// The reason that it may not.
    fn writable(&self, _path: &FilePath) -> Result<(), Both> {
        Ok(())
    }

    /// By which file a program shows that it has a file open, or that file itself where it
    /// cannot be replaced because of that; `None` when nothing shows it.
    fn held_open(&self, _path: &FilePath) -> Option<FilePath> {
        None
    }

    /// A folder in this one, where the store has a better view of it than from outside.
    fn inner(&self, _name: &FilePath) -> Option<Target> {
        None
    }

    /// What the guard of a file is called in messages.
    fn guard(&self, path: &FilePath) -> String {
        path.into()
    }
}

/// How long a command waits for another one that writes the same.
const PATIENCE: Duration = Duration::from_secs(30);

/// A file that is held; dropping this lets go of it.
pub type HeldStore = Box<dyn Debug + Send>;

/// A folder that is written into; cheap to clone. By default one in memory.
#[derive(Debug, Clone)]
pub struct Target(Arc<dyn Store>);

impl Target {
    /// A folder in this one.
    #[must_use]
    pub fn below(&self, name: impl Into<FilePath>) -> Self {
        let prefix = name.into();
        self.inner(&prefix)
            .unwrap_or_else(|| Self(Arc::new(BelowStore { store: self.clone(), prefix })))
    }

    /// The same folder, only for reading.
    pub fn folder(&self) -> Folder {
        let files: Arc<dyn Files> = Arc::clone(&self.0) as _;
        files.into()
    }

    /// Puts a file in its place, whole.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`] with the file's name and the reason.
    pub fn put(&self, path: &FilePath, bytes: &[u8]) -> Result<(), AnyProblem> {
        self.write(path, bytes).map_err(|why| self.unwritten(path, why))
    }

    /// Puts files in their places together: all of them or none.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`] with the name of the file and the reason.
    pub fn put_all(&self, files: &[(FilePath, Vec<u8>)]) -> Result<(), AnyProblem> {
        self.write_all(files).map_err(|(path, why)| self.unwritten(&path, why))
    }

    /// Why a file was not written: a program has it open, or what the system says.
    fn unwritten(&self, path: &FilePath, why: Both) -> AnyProblem {
        let name = self.shown(path);
        let open = self.check_free(path).err();
        open.unwrap_or_else(|| OutputProblem::CannotWrite { name, why }.into())
    }

    /// Holds a file against all other writers, as soon as nobody else does and at most after so
    /// long; `None` where somebody else holds it all the time.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`] where the folder knows no locks.
    pub fn hold_for(
        &self,
        path: &FilePath,
        patience: Duration,
    ) -> Result<Option<HeldStore>, AnyProblem> {
        let start = Instant::now();
        loop {
            let held = self.hold(path).map_err(|why| {
                let name = self.guard(path);
                OutputProblem::CannotWrite { name, why }
            })?;
            if held.is_some() || start.elapsed() >= patience {
                return Ok(held);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The same with the usual patience.
    ///
    /// # Errors
    /// Likewise, and [`OutputProblem::Busy`].
    pub fn held(&self, path: &FilePath) -> Result<HeldStore, AnyProblem> {
        self.hold_for(path, PATIENCE)?
            .ok_or_else(|| OutputProblem::Busy { name: self.shown(path) }.into())
    }

    /// Whether no program has a file open.
    ///
    /// # Errors
    /// [`OutputProblem::IsOpen`].
    pub fn check_free(&self, path: &FilePath) -> Result<(), AnyProblem> {
        let name = || self.shown(path);
        self.writable(path)
            .map_err(|why| OutputProblem::CannotWrite { name: name(), why })?;
        let Some(sign) = self.held_open(path) else { return Ok(()) };
        let sign = if sign == *path { String::new() } else { self.shown(&sign) };
        Err(OutputProblem::IsOpen { name: name(), sign }.into())
    }

    /// Whether files can be written into the folder.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`] with the folder's name and the reason.
    pub fn check(&self) -> Result<(), AnyProblem> {
        let name = || self.shown(&FilePath::HERE);
        self.ready()
            .map_err(|why| OutputProblem::CannotWrite { name: name(), why }.into())
    }

    /// Takes room, see [`Store::reserve`].
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`] with the folder's name and the reason.
    pub fn reserved(&self, bytes: usize) -> Result<Option<HeldStore>, AnyProblem> {
        let name = || self.shown(&FilePath::HERE);
        self.reserve(bytes)
            .map_err(|why| OutputProblem::CannotWrite { name: name(), why }.into())
    }
}

impl Default for Target {
    fn default() -> Self {
        Memory::new().into()
    }
}

impl Deref for Target {
    type Target = dyn Store;
    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl<S: Store + 'static> From<S> for Target {
    fn from(store: S) -> Self {
        Self(Arc::new(store))
    }
}

impl From<&Path> for Target {
    fn from(folder: &Path) -> Self {
        Disk::new(folder).into()
    }
}

impl From<PathBuf> for Target {
    fn from(folder: PathBuf) -> Self {
        Disk::new(folder).into()
    }
}

impl Store for Memory {
    fn write(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.put(path, bytes);
        Ok(())
    }

    fn exchange(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.write(path, bytes)
    }

    fn remove(&self, path: &FilePath) {
        Self::remove(self, path);
    }

    fn ready(&self) -> Result<(), Both> {
        Ok(())
    }

    fn hold(&self, path: &FilePath) -> Result<Option<HeldStore>, Both> {
        Ok(Self::hold(self, path).map(|held| Box::new(held) as HeldStore))
    }
}

/// A folder of a store, seen from inside.
#[derive(Debug)]
struct BelowStore {
    store: Target,
    prefix: FilePath,
}

impl BelowStore {
    fn path(&self, path: &FilePath) -> FilePath {
        self.prefix.join(path)
    }
}

impl Files for BelowStore {
    fn list(&self, folder: &FilePath) -> std::io::Result<Vec<FolderEntry>> {
        self.store.list(&self.path(folder))
    }

    fn read(&self, path: &FilePath) -> std::io::Result<Vec<u8>> {
        self.store.read(&self.path(path))
    }

    fn kind(&self, path: &FilePath) -> Option<EntryKind> {
        self.store.kind(&self.path(path))
    }

    fn shown(&self, path: &FilePath) -> String {
        self.store.shown(&self.path(path))
    }
}

impl Store for BelowStore {
    fn write(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.store.write(&self.path(path), bytes)
    }

    fn reserve(&self, bytes: usize) -> Result<Option<HeldStore>, Both> {
        self.store.reserve(bytes)
    }

    fn exchange(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.store.exchange(&self.path(path), bytes)
    }

    fn remove(&self, path: &FilePath) {
        self.store.remove(&self.path(path));
    }

    fn ready(&self) -> Result<(), Both> {
        if self.store.is_file(&self.prefix) {
            return Err(not_a_folder());
        }
        self.store.ready()
    }

    fn hold(&self, path: &FilePath) -> Result<Option<HeldStore>, Both> {
        self.store.hold(&self.path(path))
    }

    fn writable(&self, path: &FilePath) -> Result<(), Both> {
        self.store.writable(&self.path(path))
    }

    fn held_open(&self, path: &FilePath) -> Option<FilePath> {
        self.store.held_open(&self.path(path))?.within(&self.prefix)
    }

    fn guard(&self, path: &FilePath) -> String {
        self.store.guard(&self.path(path))
    }
}

/// Why nothing can be written below a file.
pub(super) fn not_a_folder() -> Both {
    Both::new("itu sebuah berkas, bukan folder", "it is a file, not a folder")
}
