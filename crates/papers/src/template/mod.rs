//! Templates: shipped ones and the workspace's own, filled with the data by minijinja.
//!
//! A template is a folder: `template.toml` says what it is, `isi.md` is the text. A file in the
//! workspace's `templates/` takes the place of the shipped file of the same path.

mod addressee;
mod bounds;
mod braces;
mod built;
mod builtins;
mod catalog_values;
mod cells;
mod context;
mod copies;
mod costs;
mod days;
mod diagnosis;
mod edits;
mod engine;
mod error;
mod error_words;
mod filters;
mod flow;
mod functions;
mod given;
mod guards;
pub(crate) mod held;
mod history;
mod kit;
mod known;
pub(crate) mod letterhead;
mod macro_calls;
mod manifest;
mod mistakes;
#[cfg(test)]
mod number_tests;
mod numbers;
mod operands;
mod parts;
#[cfg(test)]
mod place_tests;
pub mod probe;
mod readings;
#[cfg(test)]
mod registered_tests;
mod rewritten;
mod signature;
mod tag_parts;
mod trace;
mod typed;
mod values;
mod weights;
mod written;

use crate::problem::TemplateProblem;
use data::problem::FileProblem;
use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use base::diag::{Problems, nearest};
use base::source::{FileId, SourceMap, Span, Spanned};
use data::workspace::Workspace;

pub use crate::origins::Line;
pub use catalog_values::chapter_value;
pub use context::Base;
pub(crate) use context::invited_together;
pub use days::Days;
pub use engine::{Engine, officials_named};
pub use filters::{FILTERS, Filter};
pub use functions::{TemplateFunction, all as functions};
pub use held::Held;
pub(crate) use kit::everybody;
pub use manifest::{Chapter, Numbering, PageNumber, Sent, TemplateManifest, Timing};
pub use parts::{DataPart, Need, Per};
pub(crate) use values::person_value;

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// All templates of a run.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    /// Every file by its path below `templates/`.
    pub files: BTreeMap<String, TemplateFile>,
    /// What each folder's `template.toml` says, by folder.
    pub manifests: BTreeMap<String, TemplateManifest>,
}

/// One file of a template.
#[derive(Debug, Clone)]
pub struct TemplateFile {
    /// The text.
    pub text: Arc<str>,
    /// Its number in the source map.
    pub file: FileId,
    /// From the workspace, not shipped.
    pub own: bool,
    /// Where the text that is compiled has more than the text.
    added: rewritten::Added,
}

impl TemplateFile {
    fn new(text: Arc<str>, file: FileId, own: bool) -> Self {
        let added = guards::guarded(&text, &functions::names()).added;
        Self { text, file, own, added }
    }
}

/// The shipped files by path below `templates/`.
pub fn shipped() -> BTreeMap<&'static str, &'static str> {
    let mut files = BTreeMap::new();
    collect(&SHIPPED, &mut files);
    files
}

fn collect(dir: &'static Dir<'static>, files: &mut BTreeMap<&'static str, &'static str>) {
    for file in dir.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            files.insert(path, text);
        }
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}

impl Templates {
    /// Whether the words of a template at a place hold `words`.
    pub fn marks(&self, span: Span, words: &str) -> bool {
        let Span::Text { file, start, end } = span else { return false };
        let mut files = self.files.values();
        let text = files.find(|one| one.file == file);
        let text = text.and_then(|one| one.text.get(start as usize..end as usize));
        text.is_some_and(|text| text.contains(words))
    }

    /// The shipped templates with the workspace's files over them. `own` maps paths such as
    /// `templates/agenda/isi.md` and `panduan/13-lokal.md` to their sources.
    pub fn load(
        own: &BTreeMap<String, FileId>,
        sources: &mut SourceMap,
        problems: &mut Problems,
    ) -> Self {
        let mut files = BTreeMap::new();
        for (path, text) in shipped() {
            let file = sources.add(format!("templates/{path}"), text);
            files.insert(path.to_owned(), TemplateFile::new(text.into(), file, false));
        }
        for (path, file) in own {
            let Some(source) = sources.get(*file) else { continue };
            let path = match path.strip_prefix("templates/") {
                Some(path) => path.to_owned(),
                None if path.starts_with("panduan/") => path.clone(),
                None => continue,
            };
            let text = Arc::clone(&source.text);
            files.insert(path, Self::own_file(text, *file, problems));
        }
        let mut manifests = BTreeMap::new();
        for (path, file) in &files {
            let Some(name) = path.strip_suffix("/template.toml") else { continue };
            let Some(mut manifest) =
                TemplateManifest::read(name, file.file, &file.text, problems)
            else {
                continue;
            };
            let body = format!("{name}/isi.md");
            if !files.contains_key(&body) {
                let name = format!("templates/{body}");
                problems.add(Span::File(file.file), FileProblem::FileMissing { name });
            }
            manifest.add_own_chapters(&files);
            manifests.insert(name.to_owned(), manifest);
        }
        Self { files, manifests }
    }

    /// A file of the workspace, looked at before it is compiled.
    fn own_file(
        mut text: Arc<str>,
        file: FileId,
        problems: &mut Problems,
    ) -> TemplateFile {
        if let Some(tag) = bounds::too_long(&text) {
            problems.add(Span::text(file, tag), TemplateProblem::TooLong {});
            // Nobody reads it, so that nobody loses himself in it.
            text = Arc::default();
        }
        if let Some(bare) = guards::guarded(&text, &functions::names()).bare {
            problems.add(Span::text(file, bare.at..bare.at), bare.problem());
            text = Arc::default();
        }
        let template = TemplateFile::new(text, file, true);
        braces::check(&template, problems);
        template
    }

    /// Reports a template that nobody has.
    pub fn check_name(&self, name: &Spanned<String>, problems: &mut Problems) -> bool {
        let known = self.manifests.contains_key(&name.value);
        if !known {
            let near = nearest(&name.value, self.manifests.keys().map(String::as_str));
            problems.add(
                name.span,
                TemplateProblem::UnknownTemplate {
                    name: name.value.clone(),
                    near: near.unwrap_or_default(),
                },
            );
        }
        known
    }

    /// Reports names of templates in the data that nobody has.
    pub fn check_names(&self, workspace: &Workspace, problems: &mut Problems) {
        let letters = workspace.surat.iter().map(|s| &s.template);
        for name in letters.chain(&workspace.settings.templates) {
            self.check_name(name, problems);
        }
    }
}
