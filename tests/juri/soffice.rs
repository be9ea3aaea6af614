//! LibreOffice: not a judge of validity (it opens almost anything), but a look, and a writer of
//! workbooks beside Excel.

use std::path::{Path, PathBuf};

use super::{place, run, text_of};

/// Converts documents.
pub(crate) struct Soffice(PathBuf);

impl Soffice {
    pub(crate) fn find() -> Self {
        Self(place("LibreOffice", option_env!("JURI_SOFFICE")))
    }

    /// With the part that knows sheets.
    pub(crate) fn calc() -> Self {
        Self(place("LibreOffice Calc", option_env!("JURI_CALC")))
    }

    /// Puts each file into `folder` in another format, an ending or what LibreOffice calls a
    /// filter (`csv:...`); the file names must differ.
    #[track_caller]
    pub(crate) fn convert(
        &self,
        to: &str,
        files: &[&Path],
        folder: &Path,
    ) -> Vec<PathBuf> {
        std::fs::create_dir_all(folder).unwrap();
        // A profile of its own: one that is in use elsewhere makes it end without a word.
        let profile = tempfile::tempdir().unwrap();
        let profile =
            format!("-env:UserInstallation=file://{}", profile.path().display());
        let outdir = folder.to_str().expect("a UTF-8 path");
        let arguments =
            [profile.as_str(), "--headless", "--convert-to", to, "--outdir", outdir];
        let output = run(&self.0, &arguments, files);
        let ending = to.split(':').next().unwrap_or(to);
        let made: Vec<PathBuf> = files
            .iter()
            .map(|file| folder.join(file.file_stem().unwrap()).with_extension(ending))
            .collect();
        for file in &made {
            assert!(file.is_file(), "{}: {}", file.display(), text_of(&output.stderr));
        }
        made
    }
}
