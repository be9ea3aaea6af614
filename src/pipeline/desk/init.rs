//! A new workspace.

use std::path::Path;

use data::files::FilePath;
use data::workspace::SETTINGS;
use include_dir::{Dir, include_dir};

use super::{Answer, Desk};
use crate::output::Target;
use crate::problem::OutputProblem;
use base::diag::{AnyProblem, Span};
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
const SKELETONS: [FilePath; 2] = [FilePath::fixed("data/rakor.toml"), SETTINGS];

/// Says that a workspace is being made; what is left of a run that was cut off still has it.
const BEGUN: FilePath = FilePath::fixed(".baru.naskah");

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
    /// of its folder, which must be new or empty, or what a run left that was cut off: that is
    /// made again. The settings come last, so that what has them is whole.
    pub fn init(&self, example: Option<Example>) -> Answer<String> {
        let mut run = self.run();
        let folder = self.target.shown(&FilePath::HERE);
        let target = &self.target;
        let empty = target.list(&FilePath::HERE).map_or(true, |found| found.is_empty());
        let cut_off = target.is_file(&BEGUN) && !target.is_file(&SETTINGS);
        let name = Path::new(&folder).file_name().unwrap_or_default();
        if FilePath::windows_refuses(&name.to_string_lossy()) {
            run.problems
                .add(Span::None, OutputProblem::NoFolderName { dir: folder.clone() });
        } else if target.is_file(&FilePath::HERE) || !(empty || cut_off) {
            let dir = folder.clone();
            run.problems.add(Span::None, OutputProblem::NotEmpty { dir });
        } else if let Err(problem) = make(target, example) {
            run.problems.add(Span::None, problem);
        }
        run.answer_if_done(Some(folder))
    }
}

/// Writes a workspace between the mark that it is begun and the settings, with which it is whole.
fn make(target: &Target, example: Option<Example>) -> Result<(), AnyProblem> {
    target.put(&BEGUN, b"")?;
    match example {
        Some(Example::KutaiTimur) => ship(&KUTAI_TIMUR, target)?,
        Some(Example::MahakamUlu) => ship(&MAHAKAM_ULU, target)?,
        None => begin(target)?,
    }
    target.remove(&BEGUN);
    Ok(())
}

/// Writes a shipped workspace.
fn ship(workspace: &Shipped, target: &Target) -> Result<(), AnyProblem> {
    for (name, folder) in workspace.folders {
        copy(folder, &target.below(*name))?;
    }
    target.put(&SETTINGS, workspace.settings)
}

/// Copies a folder with all that is in it.
fn copy(source: &Dir<'_>, target: &Target) -> Result<(), AnyProblem> {
    let path = |path: &Path| path.to_string_lossy().replace('\\', "/").into();
    target.sweep(&path(source.path()));
    for file in source.files() {
        target.put(&path(file.path()), file.contents())?;
    }
    source.dirs().try_for_each(|folder| copy(folder, target))
}

/// Writes the commented files of a workspace that is still to be filled in.
fn begin(target: &Target) -> Result<(), AnyProblem> {
    for file in SKELETONS {
        let Some(text) = tables::skeleton(&file, &[profil::declared()]) else { continue };
        target.put(&file, text.as_bytes())?;
    }
    Ok(())
}
