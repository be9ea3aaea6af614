//! LibreOffice: not a judge of validity (it opens almost anything), but a look.

use std::path::{Path, PathBuf};

use super::{program, run, text_of};

/// Converts DOCX to PDF.
pub(crate) struct Soffice(PathBuf);

impl Soffice {
    pub(crate) fn find() -> Option<Self> {
        program("Soffice", "bin/soffice", "soffice").map(Self)
    }

    /// Puts a PDF of each DOCX into `folder`; the file names must differ.
    pub(crate) fn convert(&self, files: &[&Path], folder: &Path) -> Vec<PathBuf> {
        std::fs::create_dir_all(folder).unwrap();
        // A profile of its own: one that is in use elsewhere makes it end without a word.
        let profile = tempfile::tempdir().unwrap();
        let profile =
            format!("-env:UserInstallation=file://{}", profile.path().display());
        let folder_text = folder.to_str().expect("a UTF-8 path");
        let arguments = [
            profile.as_str(),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder_text,
        ];
        let output = run(&self.0, &arguments, files);
        let made: Vec<PathBuf> = files
            .iter()
            .map(|file| folder.join(file.file_stem().unwrap()).with_extension("pdf"))
            .collect();
        for file in &made {
            assert!(file.is_file(), "{}: {}", file.display(), text_of(&output.stderr));
        }
        made
    }
}
