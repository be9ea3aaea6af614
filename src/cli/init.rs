//! `naskah init`.

use crate::problem::OutputProblem;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::Exit;
use super::report::{Console, exit};
use crate::output::Target;
use base::diag::{Problems, Span};
use base::source::SourceMap;
use data::tables;

static KUTAI_TIMUR: Dir<'static> =
    include_dir!("$CARGO_MANIFEST_DIR/fixtures/kutai-timur");
static MAHAKAM_ULU: Dir<'static> =
    include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu");

/// The files that a workspace without an example begins with, each written from its declaration.
const SKELETONS: [&str; 2] = ["naskah.toml", "data/rakor.toml"];

pub(super) fn run(dir: &Path, example: Option<&str>, console: &Console) -> Exit {
    let mut problems = Problems::default();
    let empty =
        std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none());
    if dir.is_file() || !empty {
        let dir = dir.display().to_string();
        problems.add(Span::None, OutputProblem::NotEmpty { dir });
    } else {
        match example {
            Some("kutai-timur") => write(&KUTAI_TIMUR, dir, &mut problems),
            Some(_) => write(&MAHAKAM_ULU, dir, &mut problems),
            None => begin(dir, &mut problems),
        }
    }
    console.problems(&problems, &SourceMap::default());
    if !problems.has_errors() {
        let shown = dir.display();
        console.result(&match console.lang {
            base::diag::Lang::Id => format!(
                "Folder kerja {shown} siap. Berikutnya: naskah check {shown}, lalu naskah build {shown}"
            ),
            base::diag::Lang::En => format!(
                "Workspace {shown} is ready. Next: naskah check {shown}, then naskah build {shown}"
            ),
        });
    }
    exit(&problems)
}

/// Copies a shipped workspace; what an earlier build left beside it is no part of it.
fn write(source: &Dir<'_>, dir: &Path, problems: &mut Problems) {
    for file in source.files() {
        if let Err(problem) =
            Target::from(dir).put(&file.path().to_string_lossy(), file.contents())
        {
            problems.add(Span::None, problem);
        }
    }
    for folder in source.dirs().filter(|d| !d.path().ends_with("keluaran")) {
        write(folder, dir, problems);
    }
}

/// Writes the commented files of a workspace that is still to be filled in.
fn begin(dir: &Path, problems: &mut Problems) {
    for file in SKELETONS {
        let Some(text) = tables::skeleton(file) else { continue };
        if let Err(problem) = Target::from(dir).put(file, text.as_bytes()) {
            problems.add(Span::None, problem);
        }
    }
}
