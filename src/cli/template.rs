//! `naskah template list|show|copy` and `naskah fields`.

use std::path::Path;

use super::Exit;
use super::args::TemplateCommand;
use super::report::{Console, exit};
use crate::diag::{Problem, Problems, Span};
use crate::output::write_whole;
use crate::pipeline;
use crate::source::{SourceMap, Spanned};
use crate::template::Templates;
use crate::workspace;

pub(super) fn run(command: &TemplateCommand, console: &Console) -> Exit {
    match command {
        TemplateCommand::List { dir } => list(dir, console),
        TemplateCommand::Show { name, dir } => show(name, dir, console),
        TemplateCommand::Copy { name, dir } => copy(name, dir, console),
    }
}

/// The shipped templates, and a workspace's own where there is one.
fn load(dir: &Path, sources: &mut SourceMap, problems: &mut Problems) -> Templates {
    let own = if dir.join("naskah.toml").is_file() {
        workspace::load(dir, sources, problems).map(|w| w.texts).unwrap_or_default()
    } else {
        std::collections::BTreeMap::new()
    };
    // Problems of the data are told by `check`; here only those of templates matter.
    *problems = Problems::default();
    Templates::load(&own, sources, problems)
}

fn list(dir: &Path, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let templates = load(dir, &mut sources, &mut problems);
    let width = templates.manifests.keys().map(String::len).max().unwrap_or_default();
    for manifest in templates.manifests.values() {
        console.result(&format!("{:<width$}  {}", manifest.name, manifest.title));
    }
    console.problems(&problems, &sources);
    exit(&problems)
}

fn known(name: &str, templates: &Templates, problems: &mut Problems) -> bool {
    templates.check_name(&Spanned::new(name.to_owned(), Span::None), problems)
}

fn show(name: &str, dir: &Path, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let templates = load(dir, &mut sources, &mut problems);
    if known(name, &templates, &mut problems) {
        for (path, file) in &templates.files {
            if path.starts_with(&format!("{name}/")) {
                console.result(&format!("# {path}\n\n{}", file.text));
            }
        }
    }
    console.problems(&problems, &sources);
    exit(&problems)
}

fn copy(name: &str, dir: &Path, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let templates = load(dir, &mut sources, &mut problems);
    let target = dir.join("templates").join(name);
    if known(name, &templates, &mut problems) && target.exists() {
        let name = target.display().to_string();
        problems.add(Span::None, Problem::AlreadyThere { name });
    }
    if !problems.has_errors() {
        for (path, file) in &templates.files {
            if path.starts_with(&format!("{name}/"))
                && let Err(problem) =
                    write_whole(&dir.join("templates").join(path), file.text.as_bytes())
            {
                problems.add(Span::None, problem);
            }
        }
    }
    console.problems(&problems, &sources);
    if !problems.has_errors() {
        console.result(&target.display().to_string());
    }
    exit(&problems)
}

pub(super) fn fields(name: &str, dir: &Path, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    if let Some(opened) = pipeline::open(dir, &mut sources, &mut problems)
        && known(name, &opened.templates, &mut problems)
    {
        for field in opened.fields(name) {
            console.result(&field);
        }
    }
    console.problems(&problems, &sources);
    exit(&problems)
}
