//! Pictures of the workspace: read, checked and made ready when a paper first uses them.

mod jpeg;
mod picture;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use base::diag::{AnyProblem, Both, Diagnostic, Problems, Span};
use base::source::SourceMap;
use data::files::{FilePath, Folder, Revision};
use data::problem::{FileProblem, PictureProblem};
use typeset::document::ImageData;

/// A picture's file as papers carry it: whole, upright, no larger than print needs.
///
/// # Errors
/// Why it cannot be used.
pub fn ready(bytes: Vec<u8>) -> Result<ImageData, Both> {
    picture::ready(bytes).map_err(|(id, en)| Both::new(id, en))
}

/// The files under `aset/` that may be pictures, by path with `/`. A photo that no paper uses is
/// never read, and a broken one stops no other paper.
#[derive(Debug)]
pub(crate) struct PictureStore {
    folder: Folder,
    files: BTreeMap<FilePath, PictureSlot>,
}

#[derive(Debug)]
struct PictureSlot {
    place: Span,
    made: OnceLock<PictureMade>,
}

/// A picture ready for paper with the sum of its bytes, or why it cannot be used.
type PictureMade = Result<(Arc<ImageData>, Revision), AnyProblem>;

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
            (path, PictureSlot { place, made: OnceLock::new() })
        };
        Self { files: files.map(slot).collect(), folder: folder.clone() }
    }

    /// Whether there is such a file.
    pub(crate) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The pictures that a text names, each with the sum of its bytes as printed.
    pub(crate) fn named_in<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (&'a str, Option<Revision>)> {
        self.files.iter().filter(|(path, _)| text.contains(path.as_str())).map(
            |(path, slot)| {
                let made = self.made(path, slot);
                (path.as_str(), made.as_ref().ok().map(|(_, sum)| *sum))
            },
        )
    }

    /// Tells a picture that cannot be used.
    pub(crate) fn tell(&self, path: &str, problems: &mut Problems) {
        let found = papers::markup::Pictures::picture(self, path);
        problems
            .extend(found.and_then(Result::err).map(Problems::from).unwrap_or_default());
    }

    fn made<'a>(&self, path: &FilePath, slot: &'a PictureSlot) -> &'a PictureMade {
        slot.made.get_or_init(|| {
            let bytes = self.folder.read(path).map_err(|error| {
                FileProblem::CannotRead { name: path.into(), why: Both::io(&error) }
            })?;
            let ready = ready(bytes).map_err(|detail| PictureProblem::BadImage {
                name: path.into(),
                detail,
            })?;
            let sum = Revision::of(&ready.bytes);
            Ok((Arc::new(ready), sum))
        })
    }
}

impl papers::markup::Pictures for PictureStore {
    fn picture(&self, path: &str) -> Option<Result<Arc<ImageData>, Diagnostic>> {
        let (path, slot) = self.files.get_key_value(path)?;
        Some(match self.made(path, slot) {
            Ok((data, _)) => Ok(Arc::clone(data)),
            Err(problem) => Err(Diagnostic::new(slot.place, problem.clone())),
        })
    }

    fn near(&self, path: &str) -> String {
        data::check::near_picture(&self.folder, path)
    }
}
