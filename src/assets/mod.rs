//! Pictures of the workspace: read, checked and made ready when a paper first uses them.

mod jpeg;
mod picture;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::*;

use base::diag::{AnyProblem, Both, Diagnostic, Problems, Span};
use base::source::SourceMap;
use data::files::{FilePath, Folder, Revision};
use data::problem::{FileProblem, PictureProblem};
use papers::markup::Pictures;
use typeset::document::ImageData;

/// A picture's file as papers carry it: whole, upright, no larger than print needs.
///
/// # Errors
/// Why it cannot be used.
pub fn ready(bytes: Vec<u8>) -> Result<ImageData, Both> {
    picture::ready(bytes).map_err(|(id, en)| Both::new(id, en))
}

/// The files under `aset/` that may be pictures, by path with `/`. A photo that no paper uses is
/// never read, and a broken one stops no other paper. What only asks how a paper is laid out
/// reads heads ([`Heads`]); a whole picture is decoded once a run, under whatever names it stands.
#[derive(Debug)]
pub(crate) struct PictureStore {
    folder: Folder,
    files: BTreeMap<FilePath, PictureSlot>,
    by_content: Mutex<HashMap<Revision, Arc<OnceLock<Decoded>>>>,
}

#[derive(Debug)]
struct PictureSlot {
    place: Span,
    head: OnceLock<Result<(Arc<ImageData>, Revision), AnyProblem>>,
    made: OnceLock<Result<Arc<ImageData>, AnyProblem>>,
}

/// A picture ready for paper, or why its content cannot be used.
type Decoded = Result<Arc<ImageData>, Both>;

impl PictureStore {
    /// Finds the files and reads none.
    pub(crate) fn find(
        folder: &Folder,
        sources: &mut SourceMap,
        problems: &mut Problems,
    ) -> Self {
        let paths =
            data::workspace::files_under(&**folder, &FilePath::fixed("aset"), problems);
        let files = paths.into_iter().filter(|path| !path.starts_with("aset/huruf/"));
        let slot = |path: FilePath| {
            let place = Span::File(sources.add(&path, ""));
            let slot =
                PictureSlot { place, head: OnceLock::new(), made: OnceLock::new() };
            (path, slot)
        };
        Self {
            files: files.map(slot).collect(),
            folder: folder.clone(),
            by_content: Mutex::default(),
        }
    }

    /// Whether there is such a file.
    pub(crate) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The heads of these pictures.
    pub(crate) fn heads(&self) -> Heads<'_> {
        Heads { store: self, asked: Mutex::default() }
    }

    /// Decodes pictures side by side that are about to be asked for one by one.
    pub(crate) fn prepare<'a>(&self, paths: impl IntoIterator<Item = &'a str>) {
        let slots: Vec<_> =
            paths.into_iter().filter_map(|path| self.files.get_key_value(path)).collect();
        slots.into_par_iter().for_each(|(path, slot)| {
            self.made(path, slot);
        });
    }

    /// Tells the pictures that cannot be used.
    pub(crate) fn tell<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a str>,
        problems: &mut Problems,
    ) {
        let paths: Vec<&str> = paths.into_iter().collect();
        self.prepare(paths.iter().copied());
        for path in paths {
            let broken = self.picture(path).and_then(Result::err);
            problems.extend(broken.map(Problems::from).unwrap_or_default());
        }
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, AnyProblem> {
        let problem = |error: std::io::Error| FileProblem::CannotRead {
            name: path.into(),
            why: Both::io(&error),
        };
        Ok(self.folder.read(path).map_err(problem)?)
    }

    fn head<'a>(
        &self,
        path: &FilePath,
        slot: &'a PictureSlot,
    ) -> &'a Result<(Arc<ImageData>, Revision), AnyProblem> {
        slot.head.get_or_init(|| {
            let bytes = self.read(path)?;
            let size = picture::size(&bytes).map_err(|(id, en)| {
                PictureProblem::BadImage { name: path.into(), detail: Both::new(id, en) }
            })?;
            let (png, (width, height)) = size;
            let head = ImageData { png, bytes: Vec::new(), width, height };
            Ok((Arc::new(head), Revision::of(&bytes)))
        })
    }

    fn made<'a>(
        &self,
        path: &FilePath,
        slot: &'a PictureSlot,
    ) -> &'a Result<Arc<ImageData>, AnyProblem> {
        slot.made.get_or_init(|| {
            let bytes = self.read(path)?;
            let sum = Revision::of(&bytes);
            let decoded = Arc::clone(lock(&self.by_content).entry(sum).or_default());
            let decoded = decoded.get_or_init(|| ready(bytes).map(Arc::new));
            decoded.clone().map_err(|detail| {
                PictureProblem::BadImage { name: path.into(), detail }.into()
            })
        })
    }
}

impl Pictures for PictureStore {
    fn picture(&self, path: &str) -> Option<Result<Arc<ImageData>, Diagnostic>> {
        let (path, slot) = self.files.get_key_value(path)?;
        let made = self.made(path, slot).clone();
        Some(made.map_err(|problem| Diagnostic::new(slot.place, problem)))
    }

    fn near(&self, path: &str) -> String {
        data::check::near_picture(&self.folder, path)
    }
}

/// Pictures for who asks what a paper says and how it lies, not for who prints it: their sizes,
/// and none of their bytes.
pub(crate) struct Heads<'a> {
    store: &'a PictureStore,
    asked: Mutex<BTreeMap<&'a str, Option<Revision>>>,
}

impl<'a> Heads<'a> {
    /// The pictures that were asked for, each with the sum of its file if it can be read.
    pub(crate) fn asked(self) -> BTreeMap<&'a str, Option<Revision>> {
        self.asked.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pictures for Heads<'_> {
    fn picture(&self, path: &str) -> Option<Result<Arc<ImageData>, Diagnostic>> {
        let (path, slot) = self.store.files.get_key_value(path)?;
        let head = self.store.head(path, slot).clone();
        let sum = head.as_ref().ok().map(|(_, sum)| *sum);
        lock(&self.asked).insert(path, sum);
        let told = |problem| Diagnostic::new(slot.place, problem);
        Some(head.map(|(data, _)| data).map_err(told))
    }

    fn near(&self, path: &str) -> String {
        self.store.near(path)
    }
}

/// What a thread that fell left behind is as good as before: entries are only added.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
