//! Templates: which there are, what they say, what they read, and a copy to change.

use data::files::FilePath;
use data::workspace::is_workspace;
use std::collections::BTreeMap;

use serde::Serialize;

use super::{Answer, CallRun, Desk};
use crate::problem::OutputProblem;
use base::diag::Span;
use base::source::Spanned;
use data::workspace;
use papers::profil::Layers;
use papers::template::Templates;

/// A template by name.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateTitle {
    /// Its name.
    pub name: String,
    /// What its papers are.
    pub title: String,
}

/// A value of the profile that a template's papers are made with.
#[derive(Debug, Clone, Serialize)]
pub struct ProfileValue {
    /// The group it belongs to.
    pub group: &'static str,
    /// What the profile has the group from.
    pub source: Option<String>,
    /// Its key.
    pub key: &'static str,
    /// The value.
    pub value: String,
    /// Where it comes from: a place in a file, or the name of a built-in profile.
    pub from: String,
}

/// A file of a template.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateSource {
    /// Its path, the template's name first.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// All there is to know about a template.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateReport {
    /// Its name.
    pub name: String,
    /// The name of the profile.
    pub profile: String,
    /// The values its papers are made with.
    pub values: Vec<ProfileValue>,
    /// Its files.
    pub files: Vec<TemplateSource>,
}

impl Desk {
    /// The shipped templates, and the workspace's own where there is one.
    pub fn templates(&self) -> Answer<Vec<TemplateTitle>> {
        let mut run = self.run();
        let templates = self.load(&mut run);
        let titles = templates
            .manifests
            .into_values()
            .map(|manifest| TemplateTitle { name: manifest.name, title: manifest.title });
        run.answer(Some(titles.collect()))
    }

    /// The files of a template, and how its papers look.
    pub fn template(&self, name: &str) -> Answer<TemplateReport> {
        let mut run = self.run();
        let templates = self.load(&mut run);
        let report = known(name, &templates, &mut run).then(|| {
            let layers = self.layers(&templates, &mut run);
            report(name, &templates, &layers, &run)
        });
        run.answer(report)
    }

    /// Copies a template into the workspace, where it goes before the shipped one. Gives the
    /// name of its folder, which must not be there yet.
    pub fn copy_template(&self, name: &str) -> Answer<String> {
        let mut run = self.run();
        let templates = self.load(&mut run);
        let folder = self.target.below("templates");
        let path = FilePath::from(name);
        let shown = folder.shown(&path);
        if known(name, &templates, &mut run) && folder.kind(&path).is_some() {
            let name = shown.clone();
            run.problems.add(Span::None, OutputProblem::AlreadyThere { name });
        }
        if !run.problems.has_errors() {
            for file in files(name, &templates) {
                if let Err(problem) =
                    folder.put(&FilePath::from(&file.path), file.text.as_bytes())
                {
                    run.problems.add(Span::None, problem);
                }
            }
        }
        run.answer_if_done(Some(shown))
    }

    /// What the catalog is not sure of, for an office to settle.
    pub fn doubts(&self) -> Answer<Vec<field::spm::catalog::Doubt>> {
        let mut run = self.run();
        let opened = self.open(&mut run);
        run.without_warnings();
        let doubts = opened.map(|opened| opened.catalog.doubts());
        run.answer(doubts)
    }

    /// The names that a template reads from the data, sorted.
    pub fn fields(&self, template: &str) -> Answer<Vec<String>> {
        let mut run = self.run();
        let opened = self.open(&mut run);
        run.without_warnings();
        let fields = opened.and_then(|opened| {
            let known = known(template, &opened.templates, &mut run);
            known.then(|| opened.fields(template))
        });
        run.answer(fields)
    }

    fn load(&self, run: &mut CallRun) -> Templates {
        let mut own = BTreeMap::new();
        if is_workspace(&*self.target, &FilePath::HERE) {
            // Problems of the data are told by `check`; here only those of templates matter.
            let mut unsaid = base::diag::Problems::default();
            let found = workspace::load(self.folder(), &mut run.sources, &mut unsaid);
            own = found.map(|w| w.texts).unwrap_or_default();
        }
        Templates::load(&own, &mut run.sources, &mut run.problems)
    }

    /// The profile of the workspace, or the built-in one outside of any.
    fn layers(&self, templates: &Templates, run: &mut CallRun) -> Layers {
        if !is_workspace(&*self.target, &FilePath::HERE) {
            return Layers::built_in();
        }
        let mut unsaid = base::diag::Problems::default();
        let CallRun { sources, problems, .. } = run;
        let Some(found) = workspace::load(self.folder(), sources, &mut unsaid) else {
            return Layers::built_in();
        };
        let layers = Layers::load(&found.settings, &found.texts, sources, problems);
        let names: Vec<&str> = templates.manifests.keys().map(String::as_str).collect();
        layers.check_kinds(&names, problems);
        layers
    }
}

fn known(name: &str, templates: &Templates, run: &mut CallRun) -> bool {
    let name = Spanned::new(name.to_owned(), Span::None);
    templates.check_name(&name, &mut run.problems)
}

fn files(name: &str, templates: &Templates) -> Vec<TemplateSource> {
    let own = format!("{name}/");
    let files = templates.files.iter().filter(|(path, _)| path.starts_with(&own));
    let file = |(path, file): (&String, &papers::template::TemplateFile)| {
        TemplateSource { path: path.clone(), text: file.text.to_string() }
    };
    files.map(file).collect()
}

fn report(
    name: &str,
    templates: &Templates,
    layers: &Layers,
    run: &CallRun,
) -> TemplateReport {
    let files = files(name, templates);
    let manifest = &templates.manifests[name];
    let chapters = manifest.chapters.iter().filter_map(|c| templates.files.get(&c.file));
    let own = files.iter().map(|file| file.text.as_str());
    let text: String = own.chain(chapters.map(|file| &*file.text)).collect();
    let names = manifest.names();
    let used = layers.in_force(&names).into_iter();
    let values = used.filter(|v| v.group.used(&text)).map(|v| {
        let place = match v.span {
            Span::Text { .. } => run.sources.place(v.span),
            _ => String::new(),
        };
        // A built-in file is known by its name; a place in it helps nobody.
        let place = if place.contains("(bawaan)") { "" } else { &place };
        let from = if place.is_empty() { v.origin } else { place };
        let kind =
            v.narrowed_to.map(|kind| format!(", jenis {kind}")).unwrap_or_default();
        ProfileValue {
            group: v.group.word(),
            source: v.certainty.map(str::to_owned),
            key: v.key,
            value: v.value.to_string(),
            from: format!("{from}{kind}"),
        }
    });
    let values = values.collect();
    let profile = layers.title().to_owned();
    TemplateReport { name: name.to_owned(), profile, values, files }
}
