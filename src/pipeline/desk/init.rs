//! A new workspace.

use include_dir::{Dir, include_dir};

use super::{Answer, Desk};
use crate::output::Target;
use crate::problem::OutputProblem;
use base::diag::{Problems, Span};
use data::tables;
use papers::profil;

static KUTAI_TIMUR: Dir<'static> =
    include_dir!("$CARGO_MANIFEST_DIR/fixtures/kutai-timur");
static MAHAKAM_ULU: Dir<'static> =
    include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu");

/// The files that a workspace without an example begins with, each written from its declaration.
const SKELETONS: [&str; 2] = ["naskah.toml", "data/rakor.toml"];

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
        let folder = self.target.shown("");
        let empty = self.target.list("").map_or(true, |found| found.is_empty());
        if self.target.is_file("") || !empty {
            let dir = folder.clone();
            run.problems.add(Span::None, OutputProblem::NotEmpty { dir });
        } else {
            let (target, problems) = (&self.target, &mut run.problems);
            match example {
                Some(Example::KutaiTimur) => copy(&KUTAI_TIMUR, target, problems),
                Some(Example::MahakamUlu) => copy(&MAHAKAM_ULU, target, problems),
                None => begin(target, problems),
            }
        }
        run.answer_if_done(Some(folder))
    }
}

/// Copies a shipped workspace; what an earlier build left beside it is no part of it.
fn copy(source: &Dir<'_>, target: &Target, problems: &mut Problems) {
    for file in source.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Err(problem) = target.put(&path, file.contents()) {
            problems.add(Span::None, problem);
        }
    }
    for folder in source.dirs().filter(|d| !d.path().ends_with("keluaran")) {
        copy(folder, target, problems);
    }
}

/// Writes the commented files of a workspace that is still to be filled in.
fn begin(target: &Target, problems: &mut Problems) {
    for file in SKELETONS {
        let Some(text) = tables::skeleton(file, &[profil::declared()]) else { continue };
        if let Err(problem) = target.put(file, text.as_bytes()) {
            problems.add(Span::None, problem);
        }
    }
}
