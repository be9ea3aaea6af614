//! `naskah template list|show|copy` and `naskah fields`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::Exit;
use super::args::{Output, TemplateCommand};
use super::folder;
use super::report::Console;
use crate::pipeline::Desk;
use crate::pipeline::desk::TemplateReport;

pub(super) fn run(
    command: &TemplateCommand,
    folder: Option<&Path>,
    console: &Console,
) -> Exit {
    match command {
        TemplateCommand::List { dir } => {
            list(&folder::of(folder.or(dir.as_deref())), console)
        }
        TemplateCommand::Show { names } => {
            let (dir, name) = one(folder, names);
            show(&name, &dir, console)
        }
        TemplateCommand::Copy { names } => {
            let (dir, name) = one(folder, names);
            copy(&name, &dir, console)
        }
    }
}

/// The folder and the one other name.
pub(super) fn one(folder: Option<&Path>, names: &[String]) -> (PathBuf, String) {
    let (dir, rest) = folder::split(folder, names, 1);
    let mut rest = rest.into_iter();
    let name = rest.next().unwrap_or_default();
    // A second name can only be a folder, though there is none of that name.
    (rest.next().map_or(dir, PathBuf::from), name)
}

fn list(dir: &Path, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).templates();
    let templates = answer.value.unwrap_or_default();
    let width = templates.iter().map(|t| t.name.len()).max().unwrap_or_default();
    for template in &templates {
        console.result(&format!("{:<width$}  {}", template.name, template.title));
    }
    console.problems(&answer.problems);
    answer.outcome.into()
}

fn show(name: &str, dir: &Path, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).template(name);
    if let Some(template) = &answer.value {
        console.result(&profile(template));
        for file in &template.files {
            console.result(&format!("# {}\n\n{}", file.path, file.text));
        }
    }
    console.problems(&answer.problems);
    answer.outcome.into()
}

/// The values of the profile as a table: value, where it comes from, and how sure the profile
/// is of it.
fn profile(template: &TemplateReport) -> String {
    let TemplateReport { name, profile, values, .. } = template;
    let width = |text: fn(&crate::pipeline::desk::ProfileValue) -> &str| {
        values.iter().map(|v| text(v).chars().count()).max().unwrap_or_default()
    };
    let (first, second) = (width(|v| v.key), width(|v| &v.value));
    let mut table = format!("# profil untuk {name}: {profile}\n");
    let mut group = None;
    for value in values {
        if group != Some(value.group) {
            group = Some(value.group);
            let source = value.source.as_deref().unwrap_or("-");
            let _ = write!(table, "\n[{}] {source}\n", value.group);
        }
        let (key, shown, from) = (value.key, &value.value, &value.from);
        let _ = writeln!(table, "{key:<first$}  {shown:<second$}  {from}");
    }
    table
}

fn copy(name: &str, dir: &Path, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).copy_template(name);
    console.problems(&answer.problems);
    if let Some(folder) = &answer.value {
        console.result(folder);
    }
    answer.outcome.into()
}

/// `naskah katalog`: what an office should compare with its source.
pub(super) fn doubts(dir: &Path, output: Output, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).doubts();
    let doubts = answer.value.unwrap_or_default();
    match output {
        Output::Json => console.json(&doubts),
        Output::Text => {
            let mut file = "";
            for doubt in &doubts {
                if doubt.file != file {
                    file = doubt.file;
                    console.result(&format!("catalog/{file}"));
                }
                console.result(&format!("  {} [{}]", doubt.subject, doubt.grade));
                if !doubt.note.is_empty() {
                    console.result(&format!("    {}", doubt.note));
                }
            }
        }
    }
    console.problems(&answer.problems);
    answer.outcome.into()
}

pub(super) fn fields(names: &[String], folder: Option<&Path>, console: &Console) -> Exit {
    let (dir, name) = one(folder, names);
    let answer = Desk::new(dir, console.lang).fields(&name);
    for field in answer.value.unwrap_or_default() {
        console.result(&field);
    }
    console.problems(&answer.problems);
    answer.outcome.into()
}
