//! Files of a disk.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Around, EntryKind, FilePath, FileStamp, Files, FolderEntry};

/// The largest file that is read, in bytes.
const LARGEST_FILE: u64 = 256 << 20;

/// Whether a path is a link to a folder that it is in: whoever follows it goes round and round.
fn leads_back(path: &Path) -> bool {
    let Some(folder) = path.parent().filter(|_| path.is_symlink()) else { return false };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(there), Ok(here)) => here.starts_with(there),
        _ => false,
    }
}

/// A folder of a disk. The empty root is the folder the program was started in.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
    /// The folder that nothing is written outside of, whatever links say.
    within: Option<PathBuf>,
}

impl Disk {
    /// The folder at a path.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), within: None }
    }

    /// A folder of this one that nothing is written outside of, whatever links say.
    #[must_use]
    pub fn inner(&self, name: &FilePath) -> Self {
        let within = self.within.clone().or_else(|| Some(self.folder(&FilePath::HERE)));
        Self { root: self.path(name), within }
    }

    /// Whether a path of the disk, or the nearest folder over it that is there, leads out of the
    /// folder that nothing is written outside of.
    pub fn leads_out(&self, path: &Path) -> bool {
        let Some(Ok(within)) = self.within.as_deref().map(Path::canonicalize) else {
            return false;
        };
        // A link to nothing would become a file where it leads.
        let there = path.ancestors().find(|p| p.exists() || p.is_symlink());
        there.is_some_and(|p| {
            p.canonicalize().is_ok_and(|real| !real.starts_with(&within))
        })
    }

    /// The folder that a path of the command line stands in, and its name there; of one without
    /// a name (`..`) itself.
    pub fn holding(path: &Path) -> (Self, FilePath) {
        match path.file_name() {
            Some(name) => {
                let folder = path.parent().unwrap_or(Path::new(""));
                (Self::new(folder), name.to_string_lossy().into_owned().into())
            }
            None => (Self::new(path), FilePath::HERE),
        }
    }

    /// Where a path of the folder is on the disk.
    pub fn path(&self, path: &FilePath) -> PathBuf {
        // An empty part would put a separator at the end.
        if path.is_empty() { self.root.clone() } else { self.root.join(&**path) }
    }

    /// The folder itself, also where it is the one the program was started in.
    fn folder(&self, folder: &FilePath) -> PathBuf {
        let path = self.path(folder);
        if path.as_os_str().is_empty() { Path::new(".").to_path_buf() } else { path }
    }
}

impl Files for Disk {
    fn list(&self, folder: &FilePath) -> io::Result<Vec<FolderEntry>> {
        let entries = std::fs::read_dir(self.folder(folder))?;
        let mut found: Vec<FolderEntry> = entries
            .filter_map(Result::ok)
            .map(|entry| {
                // A name that is no text is told by whoever wants to read it.
                let name = entry.file_name().to_string_lossy().into_owned();
                // A link counts as what it leads to.
                let path = entry.path();
                let is_folder = path.is_dir() && !leads_back(&path);
                let kind = if is_folder { EntryKind::Folder } else { EntryKind::File };
                FolderEntry { name, kind }
            })
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn read(&self, path: &FilePath) -> io::Result<Vec<u8>> {
        let no_text = path.contains(char::REPLACEMENT_CHARACTER);
        let path = self.path(path);
        let told = std::fs::metadata(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if no_text => io::ErrorKind::InvalidFilename.into(),
            _ => error,
        })?;
        if told.is_dir() && leads_back(&path) {
            // What the system says of links that only lead to each other.
            return Err(if cfg!(target_os = "linux") {
                io::Error::from_raw_os_error(40)
            } else {
                io::ErrorKind::Unsupported.into()
            });
        }
        // A pipe or a device has no end, or none that comes by itself.
        if !told.is_file() && !told.is_dir() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        if told.len() > LARGEST_FILE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(told.len()).unwrap_or(0));
        // Files of the kernel tell no length, and one of a log may grow while it is read.
        let read = opened(&path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes);
        read.map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => io::ErrorKind::Unsupported.into(),
            _ => error,
        })?;
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn kind(&self, path: &FilePath) -> Option<EntryKind> {
        let path = self.folder(path);
        // A link that leads nowhere is there, too: as a file that cannot be read.
        let told = std::fs::metadata(&path).or_else(|_| std::fs::symlink_metadata(path));
        Some(if told.ok()?.is_dir() { EntryKind::Folder } else { EntryKind::File })
    }

    fn stamp(&self, path: &FilePath) -> Option<FileStamp> {
        let told = std::fs::metadata(self.path(path)).ok().filter(Metadata::is_file)?;
        Some(FileStamp::Written(told.len(), told.modified().ok()))
    }

    fn shown(&self, path: &FilePath) -> String {
        typed(&self.path(path))
    }

    fn around(&self, marks: &[&FilePath]) -> Around {
        let marked =
            |folder: &PathBuf| marks.iter().any(|m| folder.join(&***m).is_file());
        let missing = !self.folder(&FilePath::HERE).is_dir();
        let parent = self.root.parent().map(Path::to_path_buf).unwrap_or_default();
        let holder = Self::new(if missing { parent } else { self.root.clone() });
        let near = holder.list(&FilePath::HERE).unwrap_or_default().into_iter();
        let near = near
            .map(|entry| holder.root.join(&entry.name))
            .filter(marked)
            .map(|folder| shown(&folder))
            .collect();
        let above = above(&self.root).into_iter();
        let above = above.filter(|_| !missing).find(marked);
        Around { missing, above: above.map(|folder| shown(&folder)), near }
    }

    fn is_inside(&self, marks: &[&FilePath]) -> bool {
        let whole = std::path::absolute(&self.root).unwrap_or_default();
        let there =
            whole.ancestors().skip(1).find_map(|folder| folder.canonicalize().ok());
        let marked = |folder: &Path| marks.iter().any(|m| folder.join(&***m).is_file());
        there.is_some_and(|there| there.ancestors().any(marked))
    }
}

/// A file to be read, which never waits for another program: a pipe may have taken its place in
/// this moment, and the log of the kernel calls itself an ordinary file and has no end.
fn opened(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt;
        /// `O_NONBLOCK`.
        const WITHOUT_WAITING: i32 = 0o4000;
        options.custom_flags(WITHOUT_WAITING);
    }
    options.open(path)
}

/// The folders above one, nearest first, as paths from where the program was started.
fn above(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        folder.ancestors().skip(1).map(Path::to_path_buf).collect();
    if folder.is_relative() {
        let depth = std::env::current_dir().map_or(0, |here| here.ancestors().count());
        found.extend((1..depth).map(|n| std::iter::repeat_n("..", n).collect()));
    }
    found
}

/// A folder as it is typed.
fn shown(folder: &Path) -> String {
    let folder = folder.strip_prefix(".").unwrap_or(folder);
    if folder.as_os_str().is_empty() { ".".into() } else { typed(folder) }
}

/// A path as its system writes it: on Windows with one kind of separator, where the folder was
/// typed with `\\` and the name below it has `/`.
fn typed(path: &Path) -> String {
    let text = path.display().to_string();
    if cfg!(windows) && text.contains('\\') { text.replace('/', "\\") } else { text }
}
