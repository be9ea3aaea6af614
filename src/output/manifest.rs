//! `manifest.json`: every file that was made, from what, and its hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use data::files::{FilePath, Files};

/// The manifest of an output folder.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The program's version that wrote it.
    pub versi: String,
    /// The files, by path.
    pub berkas: Vec<Entry>,
}

/// The name of the manifest.
pub const MANIFEST: FilePath = FilePath::fixed("manifest.json");

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path below the output folder, with `/`.
    pub path: FilePath,
    /// The template.
    pub template: String,
    /// Whom or what it is about.
    pub subject: String,
    /// Pages.
    pub pages: usize,
    /// Size.
    pub bytes: usize,
    /// Of the file.
    pub sha256: String,
    /// Of everything the file was made from: text, settings, pictures, faces, program.
    pub sumber: String,
}

impl Manifest {
    /// The manifest of an earlier run; empty when there is none or it cannot be read, and then
    /// everything is made again.
    pub fn read(files: &dyn Files) -> Self {
        files
            .read(&MANIFEST)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// The entries by path.
    pub fn by_path(&self) -> BTreeMap<&str, &Entry> {
        self.berkas.iter().map(|e| (e.path.as_str(), e)).collect()
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        use std::fmt::Write;
        let _ = write!(text, "{byte:02x}");
        text
    })
}
