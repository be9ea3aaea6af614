//! Files and folders: the repository's own, and copies to spoil.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A workspace under `fixtures/`, which no test may change.
pub(crate) fn fixture(name: &str) -> PathBuf {
    root().join("fixtures").join(name)
}

/// A copy of a fixture that a test may change; it is gone when the test is over.
pub(crate) fn fixture_copy(name: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture(name), folder.path());
    folder
}

/// Copies all below a folder, without the papers that somebody made there.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        match source.is_dir() {
            true if entry.file_name() == "keluaran" => {}
            true => copy(&source, &target),
            false => drop(std::fs::copy(source, target).unwrap()),
        }
    }
}

/// Writes a file, and the folders above it.
pub(crate) fn write(file: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

/// Replaces a text that must be there, once.
#[track_caller]
pub(crate) fn replace(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{} has no {from}:\n{text}", file.display());
    std::fs::write(file, text.replacen(from, to, 1)).unwrap();
}

/// Replaces a text that must be there, everywhere.
#[track_caller]
pub(crate) fn replace_all(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{} has no {from}:\n{text}", file.display());
    std::fs::write(file, text.replace(from, to)).unwrap();
}

/// Every file below a folder with its bytes, and every folder with none; names have `/`.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    grow(folder, "", &mut found);
    found
}

fn grow(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            grow(&entry.path(), &format!("{name}/"), found);
            found.insert(name + "/", Vec::new());
        } else {
            found.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}

/// Whether this run takes what is said now as the new expectation: `just terima`.
pub(crate) fn accepting() -> bool {
    std::env::var_os("TERIMA").is_some()
}

/// Compares a whole output with the file that holds it, a path in the repository.
#[track_caller]
pub(crate) fn expected(file: &str, said: &str) {
    let path = root().join(file);
    if accepting() {
        write(&path, said);
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let difference = super::transcript::difference(&before, said);
    assert!(before == said, "{file} expects something else:\n{difference}");
}
