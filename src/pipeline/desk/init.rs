//! A new workspace.

use data::files::FilePath;
use data::workspace::SETTINGS;
use include_dir::{Dir, include_dir};

use super::{Answer, Desk};
use crate::output::Target;
use crate::problem::OutputProblem;
use base::diag::{Problems, Span};
use data::tables;
use papers::profil;

/// A workspace as it is shipped: its settings, and the folders with what a person writes. What a
/// build leaves beside them is no part of it.
struct Shipped {
    settings: &'static [u8],
    folders: &'static [(&'static str, Dir<'static>)],
}

static KUTAI_TIMUR: Shipped = Shipped {
    settings: include_bytes!("../../../fixtures/kutai-timur/naskah.toml"),
    folders: &[
        ("aset", include_dir!("$CARGO_MANIFEST_DIR/fixtures/kutai-timur/aset")),
        ("data", include_dir!("$CARGO_MANIFEST_DIR/fixtures/kutai-timur/data")),
    ],
};
static MAHAKAM_ULU: Shipped = Shipped {
    settings: include_bytes!("../../../fixtures/mahakam-ulu/naskah.toml"),
    folders: &[
        ("aset", include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu/aset")),
        ("data", include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu/data")),
        ("templates", include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu/templates")),
    ],
};

/// The files that a workspace without an example begins with, each written from its declaration.
const SKELETONS: [FilePath; 2] = [SETTINGS, FilePath::fixed("data/rakor.toml")];

/// A workspace that is shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A large one: every paper.
    KutaiTimur,
    /// A small one.
    MahakamUlu,
}

impl Desk {
    /// Makes a new workspace: an example, or files that explain what to fill in. Gives the name
    /// of its folder, which must be new or empty.
    pub fn init(&self, example: Option<Example>) -> Answer<String> {
        let mut run = self.run();
        let folder = self.target.shown(&FilePath::HERE);
        let empty =
            self.target.list(&FilePath::HERE).map_or(true, |found| found.is_empty());
        if self.target.is_file(&FilePath::HERE) || !empty {
            let dir = folder.clone();
            run.problems.add(Span::None, OutputProblem::NotEmpty { dir });
        } else {
            let (target, problems) = (&self.target, &mut run.problems);
            match example {
                Some(Example::KutaiTimur) => ship(&KUTAI_TIMUR, target, problems),
                Some(Example::MahakamUlu) => ship(&MAHAKAM_ULU, target, problems),
                None => begin(target, problems),
            }
        }
        run.answer_if_done(Some(folder))
    }
}

/// Writes a shipped workspace.
fn ship(workspace: &Shipped, target: &Target, problems: &mut Problems) {
    put(target, &SETTINGS, workspace.settings, problems);
    for (name, folder) in workspace.folders {
        copy(folder, &target.below(*name), problems);
    }
}

/// Copies a folder with all that is in it.
fn copy(source: &Dir<'_>, target: &Target, problems: &mut Problems) {
    for file in source.files() {
        let path = file.path().to_string_lossy().replace('\\', "/").into();
        put(target, &path, file.contents(), problems);
    }
    for folder in source.dirs() {
        copy(folder, target, problems);
    }
}

fn put(target: &Target, path: &FilePath, bytes: &[u8], problems: &mut Problems) {
    if let Err(problem) = target.put(path, bytes) {
        problems.add(Span::None, problem);
    }
}

/// Writes the commented files of a workspace that is still to be filled in.
fn begin(target: &Target, problems: &mut Problems) {
    for file in SKELETONS {
        let Some(text) = tables::skeleton(&file, &[profil::declared()]) else { continue };
        put(target, &file, text.as_bytes(), problems);
    }
}
