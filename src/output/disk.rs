//! Writing to a disk: a file appears whole or not at all.

use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use base::diag::Both;
use data::files::{Disk, FilePath};
use tempfile::{NamedTempFile, TempPath};

use super::manifest::MANIFEST;
use super::store::{HeldStore, Store, Target, not_a_folder};

impl Store for Disk {
    /// Writes beside the target first and then puts the file in its place, so that a full disk
    /// or a cut cable leaves the last good file.
    fn write(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.writable(path)?;
        let place = self.place(path);
        let staged = staged(&place, bytes);
        staged.and_then(|file| settle(vec![(place, file)])).map_err(|e| Both::io(&e))
    }

    fn write_all(&self, files: &[(FilePath, Vec<u8>)]) -> Result<(), (FilePath, Both)> {
        let mut all = Vec::new();
        for (path, bytes) in files {
            let fail = |why| (path.clone(), why);
            self.writable(path).map_err(fail)?;
            let place = self.place(path);
            let file = staged(&place, bytes).map_err(|e| fail(Both::io(&e)))?;
            all.push((place, file));
        }
        let first = files.first().map(|(path, _)| path.clone()).unwrap_or_default();
        settle(all).map_err(|error| (first, Both::io(&error)))
    }

    fn reserve(&self, bytes: usize) -> Result<Option<HeldStore>, Both> {
        // Written, because a file of zeros may take no room.
        let file = staged(&self.path(&MANIFEST), &vec![0xA5; bytes]);
        file.map(|file| Some(Box::new(file) as HeldStore)).map_err(|e| Both::io(&e))
    }

    fn sweep(&self, folder: &FilePath) {
        let there = std::fs::read_dir(self.path(folder));
        for entry in there.into_iter().flatten().filter_map(Result::ok) {
            let is_ours = entry.file_name().to_string_lossy().starts_with(STAGED);
            let file = is_ours.then(|| File::options().write(true).open(entry.path()));
            // Whoever is still writing it holds it.
            if file.is_some_and(|file| file.is_ok_and(|file| file.try_lock().is_ok())) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }

    /// By way of a file beside the target that only the holder uses, so that what a killed
    /// process left is overwritten by the next.
    fn exchange(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.writable(path)?;
        let place = self.place(path);
        let fresh = beside_on_disk(&place, "baru");
        replace(&fresh, &place, bytes).map_err(|error| Both::io(&error))
    }

    fn remove(&self, path: &FilePath) {
        let path = self.path(path);
        let _ = if path.is_dir() && !path.is_symlink() {
            std::fs::remove_dir(path)
        } else {
            std::fs::remove_file(path)
        };
    }

    fn ready(&self) -> Result<(), Both> {
        let folder = self.path(&FilePath::HERE);
        if folder.exists() && !folder.is_dir() {
            return Err(not_a_folder());
        }
        if self.leads_out(&folder) {
            return Err(led_out());
        }
        // A folder that is not there yet is made with the first paper; until then the nearest
        // one above it tells.
        let there = folder.ancestors().find(|f| f.is_dir()).unwrap_or(Path::new("."));
        tempfile::Builder::new()
            .prefix(STAGED)
            .tempfile_in(there)
            .map(drop)
            .map_err(|error| Both::io(&error))
    }

    /// A lock of the operating system on a file beside the held one, never on that itself: a
    /// lock on a file that is replaced guards nothing. The system takes the lock back when a
    /// process dies.
    fn hold(&self, path: &FilePath) -> Result<Option<HeldStore>, Both> {
        in_folder(self, path)?;
        let lock = beside_on_disk(&self.place(path), "lock");
        let open = || -> std::io::Result<File> {
            made(lock.parent().unwrap_or(Path::new(".")))?;
            File::options()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&lock)
        };
        let file = open().map_err(|error| Both::io(&error))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(Both::io(&error)),
        }
    }

    fn held_open(&self, path: &FilePath) -> Option<FilePath> {
        let signs = signs_of_open(path).into_iter();
        let mut signs = signs.filter(|sign| self.path(sign).is_file());
        signs.next().or_else(|| is_refused(&self.path(path)).then(|| path.clone()))
    }

    /// Whoever marks a file read-only means it, even where the system would let it be replaced;
    /// what is no file is never replaced by one.
    fn writable(&self, path: &FilePath) -> Result<(), Both> {
        in_folder(self, path)?;
        let Ok(meta) = std::fs::metadata(self.path(path)) else { return Ok(()) };
        if meta.is_file() && meta.permissions().readonly() {
            let (id, en) =
                ("berkas itu ditandai hanya-baca", "the file is marked read-only");
            return Err(Both::new(id, en));
        }
        // A file in its place would be the end of a device or of another program's pipe.
        if !meta.is_file() && !meta.is_dir() {
            return Err(Both::io(&std::io::ErrorKind::Unsupported.into()));
        }
        Ok(())
    }

    fn inner(&self, name: &FilePath) -> Option<Target> {
        Some(Self::inner(self, name).into())
    }

    fn guard(&self, path: &FilePath) -> String {
        beside(path, "lock").into()
    }
}

/// `data/.nomor.lock` beside `data/nomor.toml`.
fn beside(path: &FilePath, ending: &str) -> FilePath {
    path.beside(format!(".{}.{ending}", path.stem()))
}

/// The files that Word and LibreOffice keep beside a file while it is open. Word puts `~$`
/// before the name, and over its first letters where the name is long.
fn signs_of_open(path: &FilePath) -> Vec<FilePath> {
    let name = path.name();
    let letters: Vec<char> = name.chars().collect();
    let word = (0..=2).filter_map(|n| letters.get(n..));
    let mut signs: Vec<String> =
        word.map(|rest| format!("~${}", rest.iter().collect::<String>())).collect();
    signs.push(format!(".~lock.{name}#"));
    signs.iter().map(|sign| path.beside(sign)).collect()
}

/// Whether a file that is there cannot be written or replaced because another program has it
/// open, which only Windows tells.
fn is_refused(path: &Path) -> bool {
    /// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
    const HELD: [i32; 2] = [32, 33];
    let opened = to_replace(File::options().write(true)).open(path);
    cfg!(windows)
        && opened
            .is_err_and(|e| e.raw_os_error().is_some_and(|code| HELD.contains(&code)))
}

/// Options that also ask for the right to put another file in the place of the opened one:
/// some programs let their file be written but not be replaced.
#[cfg(windows)]
fn to_replace(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    use std::os::windows::fs::OpenOptionsExt;
    /// `GENERIC_WRITE` and `DELETE`.
    const WRITE_AND_REPLACE: u32 = 0x4000_0000 | 0x0001_0000;
    options.access_mode(WRITE_AND_REPLACE)
}

#[cfg(not(windows))]
fn to_replace(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    options
}

/// How the names of files begin that are on their way to their place.
const STAGED: &str = ".naskah-";

/// Where a file is to be written.
trait WritePlace {
    /// Behind a link, so that the link stays one; a link out of the folder that nothing is written
    /// outside of gives way to the file.
    fn place(&self, path: &FilePath) -> PathBuf;
}

impl WritePlace for Disk {
    fn place(&self, path: &FilePath) -> PathBuf {
        let path = self.path(path);
        if path.is_symlink() && !self.leads_out(&path) {
            return std::fs::canonicalize(&path).unwrap_or(path);
        }
        path
    }
}

/// Refuses a folder that leads out of the one that nothing is written outside of.
fn in_folder(disk: &Disk, path: &FilePath) -> Result<(), Both> {
    let path = disk.path(path);
    if path.parent().is_some_and(|folder| disk.leads_out(folder)) {
        return Err(led_out());
    }
    Ok(())
}

fn led_out() -> Both {
    Both::new(
        "foldernya tautan ke luar folder kerja; untuk menulis ke sana pakai --out dengan folder itu",
        "its folder is a link out of the workspace; to write there use --out with that folder",
    )
}

/// Makes a folder. Of a link to itself the system says that it is there already.
fn made(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            std::fs::metadata(folder).err().unwrap_or(error)
        }
        _ => error,
    })
}

/// [`beside`] for a place on the disk.
fn beside_on_disk(path: &Path, ending: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{stem}.{ending}"))
}

/// The bytes in a file beside their place, safe on the disk. It is held until it is in its
/// place, so that nobody takes it for what a killed process left.
fn staged(path: &Path, bytes: &[u8]) -> std::io::Result<NamedTempFile> {
    let folder = folder_of(path);
    made(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private by default; a paper is for the office.
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder)?;
    // Where there are no locks there is nobody to be kept away either.
    let _ = file.as_file().try_lock();
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Puts files in their places together; after an error what stood there is there again.
fn settle(files: Vec<(PathBuf, NamedTempFile)>) -> std::io::Result<()> {
    let folders: BTreeSet<PathBuf> =
        files.iter().map(|(path, _)| folder_of(path).to_path_buf()).collect();
    let several = files.len() > 1;
    let mut settled: Vec<(PathBuf, Option<TempPath>)> = Vec::new();
    for (path, file) in files {
        let old = if several { kept(&path) } else { Ok(None) };
        let put =
            old.and_then(|old| file.persist(&path).map(|_| old).map_err(|e| e.error));
        match put {
            Ok(old) => settled.push((path, old)),
            Err(error) => {
                for (path, old) in settled {
                    let _ = match old {
                        Some(old) => old.persist(&path).map(drop).map_err(|e| e.error),
                        None => std::fs::remove_file(&path),
                    };
                }
                return Err(error);
            }
        }
    }
    folders.iter().try_for_each(|folder| sync_folder(folder))
}

/// What stands in a place, under a second name beside it, so that it can come back without
/// taking room; as a copy where the disk knows no second names.
fn kept(path: &Path) -> std::io::Result<Option<TempPath>> {
    if !path.is_file() {
        return Ok(None);
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    let linked = builder.make_in(folder_of(path), |name| std::fs::hard_link(path, name));
    match linked {
        Ok(file) => Ok(Some(file.into_temp_path())),
        Err(_) => Ok(Some(staged(path, &std::fs::read(path)?)?.into_temp_path())),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Names are as safe as what they name only when their folder is written, too; Windows does
/// that itself.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some shared folders cannot: they keep names in their own way.
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => Ok(()),
        done => done,
    }
}

fn replace(fresh: &Path, target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    // On Windows a reader or a virus scanner may hold the target for a moment.
    let mut tries = 0;
    loop {
        match std::fs::rename(fresh, target) {
            Err(error)
                if cfg!(windows)
                    && tries < 50
                    && error.kind() == std::io::ErrorKind::PermissionDenied =>
            {
                tries += 1;
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            Ok(()) => return sync_folder(folder_of(target)),
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_is_a_folder_is_an_error_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::new(folder.path());
        std::fs::create_dir(folder.path().join("a.pdf")).unwrap();
        assert!(disk.write(&"a.pdf".into(), b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        disk.write(&"b/c.pdf".into(), b"x").unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link_out_of_the_workspace() {
        use std::os::unix::fs::symlink;
        let (own, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(other.path().join("a.pdf"), "x").unwrap();
        let out = Disk::inner(&Disk::new(own.path()), &"keluaran".into());
        out.write(&"b.pdf".into(), b"b").unwrap();
        let made = own.path().join("keluaran");
        symlink(other.path().join("a.pdf"), made.join("a.pdf")).unwrap();
        symlink(other.path(), made.join("agenda")).unwrap();
        // A link in the place of a file gives way to it, a folder is refused.
        out.write_all(&[("a.pdf".into(), b"y".to_vec())]).unwrap();
        assert_eq!(std::fs::read(made.join("a.pdf")).unwrap(), b"y");
        assert!(out.write(&"agenda/c.pdf".into(), b"c").is_err());
        assert!(out.hold(&"agenda/c.pdf".into()).is_err());
        assert_eq!(std::fs::read(other.path().join("a.pdf")).unwrap(), b"x");
        assert_eq!(std::fs::read_dir(other.path()).unwrap().count(), 1);
        let led = Disk::inner(&Disk::new(own.path()), &"keluaran/agenda".into());
        assert!(led.ready().is_err());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_never_replaced_also_behind_a_link() {
        use std::os::unix::fs::{FileTypeExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::new(folder.path());
        let socket = folder.path().join("soket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        symlink(&socket, folder.path().join("a.pdf")).unwrap();
        for path in ["soket", "a.pdf"].map(FilePath::from) {
            let told = disk.write(&path, b"x").unwrap_err();
            assert_eq!(told, Both::io(&std::io::ErrorKind::Unsupported.into()));
            assert!(disk.exchange(&path, b"x").is_err());
            assert!(disk.write_all(&[(path, b"x".to_vec())]).is_err());
        }
        assert!(std::fs::metadata(&socket).unwrap().file_type().is_socket());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_open_in_an_office_program_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::new(folder.path());
        let paper = FilePath::fixed("undangan/dinkes.docx");
        disk.write(&paper, b"x").unwrap();
        assert_eq!(disk.held_open(&paper), None);
        for sign in ["~$dinkes.docx", "~$nkes.docx", ".~lock.dinkes.docx#"] {
            let sign = paper.beside(sign);
            disk.write(&sign, b"").unwrap();
            assert_eq!(disk.held_open(&paper), Some(sign.clone()));
            Store::remove(&disk, &sign);
        }
    }

    #[test]
    fn what_guards_a_file_stands_beside_it() {
        assert_eq!(&*beside(&"data/nomor.toml".into(), "lock"), "data/.nomor.lock");
    }
}
