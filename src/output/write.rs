//! A file appears whole or not at all.

use crate::problem::OutputProblem;
use std::io::Write;
use std::path::Path;

use base::diag::{AnyProblem, Both};

/// Writes `bytes` beside the target first and then puts the file in its place, so that a full
/// disk or a cut cable leaves the last good file.
///
/// # Errors
/// [`OutputProblem::CannotWrite`] with the file's name and the system's reason.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AnyProblem> {
    let fail = |error: &std::io::Error| OutputProblem::CannotWrite {
        name: path.display().to_string(),
        why: Both::io(error),
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|e| fail(&e))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".naskah-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private by default; a paper is for the office.
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder).map_err(|e| fail(&e))?;
    file.write_all(bytes).map_err(|e| fail(&e))?;
    file.persist(path).map_err(|e| fail(&e.error))?;
    Ok(())
}

/// Puts `bytes` in place of `target` by way of the file `fresh` beside it, and returns when they
/// are on the disk: for what cannot be made again. The caller sees to it that nobody else uses
/// `fresh`.
///
/// # Errors
/// The system's reason; `target` is then as it was.
pub fn replace(fresh: &Path, target: &Path, bytes: &[u8]) -> Result<(), Both> {
    let written = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(fresh)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    written().map_err(|e| Both::io(&e))?;
    // On Windows a reader or a virus scanner may hold the target for a moment.
    let mut tries = 0;
    loop {
        match std::fs::rename(fresh, target) {
            Ok(()) => return Ok(()),
            Err(error)
                if cfg!(windows)
                    && tries < 50
                    && error.kind() == std::io::ErrorKind::PermissionDenied =>
            {
                tries += 1;
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            Err(error) => return Err(Both::io(&error)),
        }
    }
}

/// Whether files can be written into `folder`, which is made if need be; asked once before a
/// build, so that one mistake is not told for every paper.
///
/// # Errors
/// [`OutputProblem::CannotWrite`] with the folder's name and the system's reason.
pub fn ready(folder: &Path) -> Result<(), AnyProblem> {
    let fail = |why: Both| OutputProblem::CannotWrite {
        name: folder.display().to_string(),
        why,
    };
    if folder.exists() && !folder.is_dir() {
        return Err(fail(Both::new(
            "itu sebuah berkas, bukan folder",
            "it is a file, not a folder",
        ))
        .into());
    }
    // A folder that is not there yet is made with the first paper; until then the nearest one
    // above it tells.
    let there = folder.ancestors().find(|f| f.is_dir()).unwrap_or(Path::new("."));
    tempfile::Builder::new()
        .prefix(".naskah-")
        .tempfile_in(there)
        .map(drop)
        .map_err(|error| fail(Both::io(&error)).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_is_a_folder_is_an_error_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.pdf");
        std::fs::create_dir(&target).unwrap();
        assert!(write_whole(&target, b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        write_whole(&folder.path().join("b/c.pdf"), b"x").unwrap();
    }
}
