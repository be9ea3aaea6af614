//! `manifest.json`: every file that was made, from what, and its hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Target;
use crate::problem::OutputProblem;
use base::diag::{AnyProblem, InternalProblem, Problems, Span};
use data::files::FilePath;
use data::version::ProgramVersion;

/// The manifest of an output folder.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The program's version that wrote it.
    pub versi: String,
    /// The files, by path.
    pub berkas: Vec<ManifestEntry>,
}

/// The name of the manifest.
pub const MANIFEST: FilePath = FilePath::fixed("manifest.json");

/// What guards it, out of sight of whoever opens the folder.
pub(super) const GUARD: FilePath = FilePath::fixed(".naskah/manifest");

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestEntry {
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

impl ManifestEntry {
    /// The path of the paper that it is a file of, without ending.
    pub fn paper(&self) -> &str {
        self.path.rsplit_once('.').map_or(&*self.path, |(paper, _)| paper)
    }
}

impl Manifest {
    /// The manifest of an earlier run; empty when there is none, and then everything is made
    /// again. One that is damaged is kept under another name, and told.
    pub fn read(out: &Target, problems: &mut Problems) -> Self {
        let Ok(bytes) = out.read(&MANIFEST) else { return Self::default() };
        serde_json::from_slice(&bytes).unwrap_or_else(|_| {
            let free = |n: &u32| FilePath::from(format!("{MANIFEST}.rusak-{n}"));
            let mut names = (1_u32..).map(|n| free(&n));
            let aside = names.find(|name| out.kind(name).is_none()).unwrap_or_default();
            match out.put(&aside, &bytes) {
                Ok(()) => {
                    let (name, aside) = (out.shown(&MANIFEST), out.shown(&aside));
                    let told = OutputProblem::DamagedManifest { name, aside };
                    problems.add(Span::None, told);
                }
                Err(problem) => problems.add(Span::None, problem),
            }
            Self::default()
        })
    }

    /// Which version of the program made the papers of a folder.
    pub fn version(out: &Target) -> Option<ProgramVersion> {
        ProgramVersion::read(&Self::there(out)?.versi)
    }

    fn there(out: &Target) -> Option<Self> {
        serde_json::from_slice(&out.read(&MANIFEST).ok()?).ok()
    }

    /// Enters files that were made into the manifest of their folder, beside those of other runs
    /// that are still there, and those that were withdrawn and nobody entered since. Nobody else
    /// writes it meanwhile.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`], [`OutputProblem::Busy`].
    pub fn enter(
        out: &Target,
        files: &[ManifestEntry],
        withdrawn: &[ManifestEntry],
    ) -> Result<(), AnyProblem> {
        if files.is_empty() && !out.is_file(&MANIFEST) {
            return Ok(());
        }
        let _held = out.held(&GUARD)?;
        let there = Self::there(out).unwrap_or_default();
        let mut all: BTreeMap<&FilePath, &ManifestEntry> = withdrawn
            .iter()
            .chain(&there.berkas)
            .filter(|entry| out.is_file(&entry.path))
            .map(|entry| (&entry.path, entry))
            .collect();
        all.extend(files.iter().map(|entry| (&entry.path, entry)));
        Self::write(out, all.into_values())
    }

    /// Takes the entries of papers out that will be written: until a run has come to its end,
    /// whatever ends it, the manifest says nothing that is not so. Gives what was taken out.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`], [`OutputProblem::Busy`].
    pub fn withdraw(
        out: &Target,
        is_written: impl Fn(&ManifestEntry) -> bool,
    ) -> Result<Vec<ManifestEntry>, AnyProblem> {
        if !out.is_file(&MANIFEST) {
            return Ok(Vec::new());
        }
        let _held = out.held(&GUARD)?;
        let there = Self::there(out).unwrap_or_default();
        let (withdrawn, kept): (Vec<_>, Vec<_>) =
            there.berkas.into_iter().partition(is_written);
        if !withdrawn.is_empty() {
            Self::write(out, kept.iter())?;
        }
        Ok(withdrawn)
    }

    /// Writes a manifest of these entries; the holder of the guard does.
    fn write<'a>(
        out: &Target,
        entries: impl Iterator<Item = &'a ManifestEntry>,
    ) -> Result<(), AnyProblem> {
        let manifest = Self {
            versi: env!("CARGO_PKG_VERSION").to_owned(),
            berkas: entries.cloned().collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&manifest)
            .map_err(|e| InternalProblem::Internal { detail: e.to_string() })?;
        bytes.push(b'\n');
        if out.read(&MANIFEST).is_ok_and(|old| old == bytes) {
            return Ok(());
        }
        out.put(&MANIFEST, &bytes)
    }

    /// The entries by path.
    pub fn by_path(&self) -> BTreeMap<&str, &ManifestEntry> {
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
