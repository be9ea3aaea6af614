//! Files in one archive, the same bytes for the same files.

use std::io::{Cursor, Write};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, System, ZipWriter};

use super::ManifestEntry;
use super::store::{HeldStore, Store, Target};
use crate::problem::OutputProblem;
use base::diag::{Both, Problems, Span};
use data::files::{self, EntryKind, FilePath, Files, Memory};

/// An archive that is written into; its bytes are asked for when it is full.
#[derive(Debug, Clone, Default)]
pub struct Zip {
    files: Memory,
}

impl Zip {
    /// An empty archive.
    pub fn new() -> Self {
        Self::default()
    }

    /// The archive with all its files, by name; those with a dot before their name or their
    /// folder's are the program's own notes and stay out.
    ///
    /// # Errors
    /// The reason, for more than an archive can hold.
    pub fn bytes(&self) -> Result<Vec<u8>, Both> {
        let hidden = |path: &FilePath| path.split('/').any(|part| part.starts_with('.'));
        let paths = self.files.paths().into_iter().filter(|path| !hidden(path));
        pack(&self.files, paths).map_err(|error| Both::io(&error))
    }
}

impl Files for Zip {
    fn list(&self, folder: &FilePath) -> std::io::Result<Vec<files::FolderEntry>> {
        self.files.list(folder)
    }

    fn read(&self, path: &FilePath) -> std::io::Result<Vec<u8>> {
        self.files.read(path)
    }

    fn kind(&self, path: &FilePath) -> Option<EntryKind> {
        self.files.kind(path)
    }

    fn shown(&self, path: &FilePath) -> String {
        self.files.shown(path)
    }
}

impl Store for Zip {
    fn write(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.files.write(path, bytes)
    }

    fn exchange(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.files.exchange(path, bytes)
    }

    fn remove(&self, path: &FilePath) {
        self.files.remove(path);
    }

    fn ready(&self) -> Result<(), Both> {
        Ok(())
    }

    fn hold(&self, path: &FilePath) -> Result<Option<HeldStore>, Both> {
        Store::hold(&self.files, path)
    }
}

/// What a build is packed into.
const ARCHIVE: FilePath = FilePath::fixed("naskah.zip");

/// Packs the files of a build into `naskah.zip` in the output folder.
pub fn zip(target: &Target, entries: &[ManifestEntry]) -> Problems {
    let mut problems = Problems::default();
    let fail = |error: std::io::Error| {
        let (name, why) = (target.shown(&ARCHIVE), Both::io(&error));
        OutputProblem::CannotWrite { name, why }.into()
    };
    let paths = entries.iter().map(|entry| entry.path.clone());
    let packed = pack(&*target.folder(), paths).map_err(fail);
    if let Err(problem) = packed.and_then(|bytes| target.put(&ARCHIVE, &bytes)) {
        problems.add(Span::None, problem);
    }
    problems
}

fn pack(
    files: &dyn Files,
    paths: impl Iterator<Item = FilePath>,
) -> std::io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // PDF and DOCX are deflated inside already.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .system(System::Unix)
        .last_modified_time(::zip::DateTime::default());
    for path in paths {
        writer.start_file(&*path, options)?;
        writer.write_all(&files.read(&path)?)?;
    }
    Ok(writer.finish()?.into_inner())
}
