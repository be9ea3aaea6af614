//! `naskah template list|show|copy` and `naskah fields`.

use crate::problem::OutputProblem;
use std::fmt::Write;
use std::path::Path;

use super::Exit;
use super::args::TemplateCommand;
use super::report::{Console, exit};
use crate::output::Target;
use crate::pipeline;
use base::diag::{Problems, Span};
use base::source::{SourceMap, Spanned};
use data::workspace;
use papers::profil::Lapisan;
use papers::template::Templates;

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
        let layers = layers(dir, &templates, &mut sources, &mut problems);
        console.result(&profile(name, &templates, &layers, &sources));
        for (path, file) in &templates.files {
            if path.starts_with(&format!("{name}/")) {
                console.result(&format!("# {path}\n\n{}", file.text));
            }
        }
    }
    console.problems(&problems, &sources);
    exit(&problems)
}

/// The profile of the workspace, or the built-in one outside of any.
fn layers(
    dir: &Path,
    templates: &Templates,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Lapisan {
    if !dir.join("naskah.toml").is_file() {
        return Lapisan::bawaan();
    }
    let mut data = Problems::default();
    let Some(workspace) = workspace::load(dir, sources, &mut data) else {
        return Lapisan::bawaan();
    };
    let layers = Lapisan::load(&workspace.settings, &workspace.texts, sources, problems);
    let names: Vec<&str> = templates.manifests.keys().map(String::as_str).collect();
    layers.check_kinds(&names, problems);
    layers
}

/// The values of the profile that a template's papers are made with: value, where it comes
/// from, and how sure the profile is of it.
fn profile(
    name: &str,
    templates: &Templates,
    layers: &Lapisan,
    sources: &SourceMap,
) -> String {
    let Some(manifest) = templates.manifests.get(name) else { return String::new() };
    let own = format!("{name}/");
    let chapters = manifest.chapters.iter().map(|c| c.file.as_str());
    let chapters: Vec<&str> = chapters.collect();
    let texts = templates
        .files
        .iter()
        .filter(|(path, _)| path.starts_with(&own) || chapters.contains(&path.as_str()));
    let text: String = texts.map(|(_, file)| &*file.text).collect();
    let names = manifest.names();
    let used: Vec<_> = layers
        .berlaku(&names)
        .into_iter()
        .filter(|v| v.kelompok.dipakai(&text))
        .collect();
    let rows: Vec<[String; 3]> = used
        .iter()
        .map(|v| {
            let place = match v.span {
                Span::Text { .. } => workspace::place(v.span, sources),
                _ => String::new(),
            };
            // A built-in file is known by its name; a place in it helps nobody.
            let place = if place.contains("(bawaan)") { "" } else { &place };
            let from = if place.is_empty() { v.asal } else { place };
            let kind = v.untuk.map(|kind| format!(", jenis {kind}")).unwrap_or_default();
            [v.kunci.to_owned(), v.nilai.to_string(), format!("{from}{kind}")]
        })
        .collect();
    let width = |at: usize| {
        rows.iter().map(|row| row[at].chars().count()).max().unwrap_or_default()
    };
    let (first, second) = (width(0), width(1));
    let mut table = format!("# profil untuk {name}: {}\n", layers.judul());
    let mut group = None;
    for (value, [key, shown, from]) in used.iter().zip(&rows) {
        if group != Some(value.kelompok) {
            group = Some(value.kelompok);
            let source = value.sumber.unwrap_or("-");
            let word = value.kelompok.kata();
            let _ = write!(table, "\n[{word}] {source}\n");
        }
        let _ = writeln!(table, "{key:<first$}  {shown:<second$}  {from}");
    }
    table
}

fn copy(name: &str, dir: &Path, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let templates = load(dir, &mut sources, &mut problems);
    let target = dir.join("templates").join(name);
    if known(name, &templates, &mut problems) && target.exists() {
        let name = target.display().to_string();
        problems.add(Span::None, OutputProblem::AlreadyThere { name });
    }
    if !problems.has_errors() {
        for (path, file) in &templates.files {
            if path.starts_with(&format!("{name}/"))
                && let Err(problem) = Target::from(dir)
                    .put(&format!("templates/{path}"), file.text.as_bytes())
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
