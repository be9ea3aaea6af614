//! What each paper said when it was made, and when it was last printed: plain lines under
//! `.naskah/` of the output folder, so that later data can be compared with paper on a desk.

use std::path::{Path, PathBuf};

use super::write_whole;
use base::diag::AnyProblem;

/// Which version of a paper a record is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// As it was last made.
    Made,
    /// As it was last marked as printed.
    Printed,
}

impl Version {
    fn folder(self) -> &'static str {
        match self {
            Self::Made => "isi",
            Self::Printed => "cetak",
        }
    }
}

/// What a paper said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Fingerprint of everything the paper was made from.
    pub source: String,
    /// Its text, see [`typeset::document::lines`].
    pub lines: Vec<String>,
}

const HEAD: &str = "naskah-isi 1 ";

impl Record {
    /// Reads the record of the paper at `path` (without ending) in an output folder; `None`
    /// when there is none of this form.
    pub fn read(folder: &Path, version: Version, path: &str) -> Option<Self> {
        let text = std::fs::read_to_string(file(folder, version, path)).ok()?;
        let mut lines = text.lines();
        let source = lines.next()?.strip_prefix(HEAD)?.to_owned();
        Some(Self { source, lines: lines.map(str::to_owned).collect() })
    }

    /// Writes it whole.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`].
    pub fn write(
        &self,
        folder: &Path,
        version: Version,
        path: &str,
    ) -> Result<(), AnyProblem> {
        let mut text = format!("{HEAD}{}\n", self.source);
        for line in &self.lines {
            text.push_str(line);
            text.push('\n');
        }
        write_whole(&file(folder, version, path), text.as_bytes())
    }

    /// Forgets the record of a paper; that there is none is no error.
    pub fn forget(folder: &Path, version: Version, path: &str) {
        let _ = std::fs::remove_file(file(folder, version, path));
    }
}

/// The paths of all papers with a record, sorted.
pub fn recorded(folder: &Path, version: Version) -> Vec<String> {
    let root = folder.join(".naskah").join(version.folder());
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Some(name) = path
                .strip_prefix(&root)
                .ok()
                .and_then(Path::to_str)
                .and_then(|name| name.strip_suffix(".txt"))
            {
                found.push(name.replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn file(folder: &Path, version: Version, path: &str) -> PathBuf {
    folder.join(".naskah").join(version.folder()).join(format!("{path}.txt"))
}
