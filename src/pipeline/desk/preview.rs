//! One paper to be looked at, before it is made.

use std::path::{Component, PathBuf};

use data::files::FilePath;
use serde::Serialize;

use super::{Answer, CallRun, Desk};
use crate::output::Target;
use crate::pipeline::paper::{Laid, Tools};
use crate::pipeline::{BuildOptions, Opened, Report};
use crate::problem::PreviewProblem;
use base::diag::{Both, Lang, Problems, Span, nearest};
use papers::plan::{Job, plan};
use typeset::picture;

/// The folders of a workspace that papers are made of.
const SOURCES: [&str; 5] = ["data", "templates", "catalog", "panduan", "aset"];

/// Which paper is wanted, and how.
#[derive(Debug, Clone)]
pub struct PreviewWish {
    /// The template; empty where none was named, which is told with the papers there are.
    pub template: String,
    /// Whom or what the paper is about, or its name in the template's folder; the first of the
    /// template when absent.
    pub subject: Option<String>,
    /// The form.
    pub form: PreviewForm,
    /// The folder it is written into and the file in it; named after the paper when empty.
    pub to: Option<(Target, FilePath)>,
}

/// In which form a paper is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PreviewForm {
    /// One page as a picture.
    Png {
        /// The page, from 1.
        page: usize,
        /// Dots an inch.
        dpi: f32,
    },
    /// The whole paper.
    Pdf,
    /// The whole paper for Word.
    Docx,
}

impl PreviewForm {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png { .. } => "png",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }
}

/// Width and height of a picture in dots.
type Size = (u32, u32);

/// A paper to be looked at.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// The paper's path without ending, as a build would write it.
    pub path: String,
    /// How many pages the paper has.
    pub pages: usize,
    /// The file it was written to, as it is called in messages.
    pub written: Option<String>,
    /// Width and height of a picture in dots.
    pub size: Option<(u32, u32)>,
    /// The file.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Lays one paper out, and writes nothing but the file that was named. A paper that would be
    /// final carries the mark of a preview.
    pub fn preview(&self, wish: &PreviewWish) -> Answer<Preview> {
        let mut run = self.run();
        let opened = self.open(&mut run);
        run.without_warnings();
        let shown = opened.and_then(|opened| {
            let job = job(&opened, wish, &mut run)?;
            let laid = opened.preview(&job, &mut run.problems)?;
            let (bytes, size) = drawn(&opened, (&job, &laid), wish.form, &mut run)?;
            let pages = laid.pages.pages.len();
            Some(Preview { path: job.path, pages, written: None, size, bytes })
        });
        let shown = shown.and_then(|shown| match &wish.to {
            Some((target, name)) => {
                let own = || {
                    let name = shown.path.replace('/', "-");
                    FilePath::from(format!("{name}.pratinjau.{}", wish.form.ending()))
                };
                let name = if name.is_empty() { own() } else { name.clone() };
                if let Some(folder) = self.source_folder(&target.shown(&name)) {
                    let (name, folder) = (target.shown(&name), folder.to_owned());
                    run.problems
                        .add(Span::None, PreviewProblem::IntoSources { name, folder });
                    return None;
                }
                if let Err(problem) = target.put(&name, &shown.bytes) {
                    run.problems.add(Span::None, problem);
                    return None;
                }
                Some(Preview { written: Some(target.shown(&name)), ..shown })
            }
            None => Some(shown),
        });
        run.answer(shown)
    }
}

impl Desk {
    /// The folder of sources of this workspace that a file would stand in.
    fn source_folder(&self, file: &str) -> Option<&'static str> {
        let own = plain(&self.target.shown(&FilePath::HERE));
        let file = plain(file);
        let inside = file.strip_prefix(own).ok()?;
        let first = inside.components().next()?.as_os_str().to_str()?.to_lowercase();
        SOURCES.into_iter().find(|folder| *folder == first)
    }
}

/// A path from the root, without ways up and down in it.
fn plain(path: &str) -> PathBuf {
    let path = if path.is_empty() { "." } else { path };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.into());
    let mut out = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// Tells who has named no paper which ones there are.
fn tell_papers(opened: &Opened, run: &mut CallRun) {
    let mut unsaid = Problems::default();
    let names =
        opened.chosen(&BuildOptions::default(), &mut Report::default(), &mut unsaid);
    let jobs = plan(opened.inputs(), &names, &[], &mut unsaid);
    let name = |job: &Job| format!("{}/{}", job.template, job.subject);
    let first = jobs.first().map(name).unwrap_or_default();
    // The first of each template stands for those beside it.
    let templates = jobs.chunk_by(|one, other| one.template == other.template);
    let papers = |lang| {
        let told = |same: &[Job]| match (same, lang) {
            ([only], _) => name(only),
            ([first, rest @ ..], Lang::Id) => {
                format!("{} (dan {} lainnya)", name(first), rest.len())
            }
            ([first, rest @ ..], Lang::En) => {
                format!("{} (and {} more)", name(first), rest.len())
            }
            ([], _) => String::new(),
        };
        templates.clone().map(told).collect::<Vec<_>>().join(", ")
    };
    let papers = Both::new(papers(Lang::Id), papers(Lang::En));
    run.problems.add(Span::None, PreviewProblem::NoPaperNamed { first, papers });
}

/// The paper of the plan that is wanted.
fn job(opened: &Opened, wish: &PreviewWish, run: &mut CallRun) -> Option<Job> {
    let template = &wish.template;
    if template.is_empty() {
        tell_papers(opened, run);
        return None;
    }
    let options =
        BuildOptions { templates: vec![template.clone()], ..BuildOptions::default() };
    let names = opened.chosen(&options, &mut Report::default(), &mut run.problems);
    let mut jobs = plan(opened.inputs(), &names, &[], &mut run.problems);
    let wanted = |job: &Job| {
        let file = job.path.rsplit('/').next();
        let is = |subject: &str| job.subject == subject || file == Some(subject);
        wish.subject.as_deref().is_none_or(is)
    };
    if let Some(at) = jobs.iter().position(wanted) {
        return Some(jobs.swap_remove(at));
    }
    if !run.problems.has_errors() {
        let subject = wish.subject.clone().unwrap_or_default();
        let all = jobs.iter().map(|job| job.subject.as_str());
        let near = nearest(&subject, all).unwrap_or_default();
        let template = template.clone();
        run.problems.add(Span::None, PreviewProblem::NoPaper { template, subject, near });
    }
    None
}

/// A paper's bytes in a form, and the size of a picture.
fn drawn(
    opened: &Opened,
    (job, laid): (&Job, &Laid),
    form: PreviewForm,
    run: &mut CallRun,
) -> Option<(Vec<u8>, Option<Size>)> {
    let PreviewForm::Png { page, dpi } = form else {
        let formats = (form == PreviewForm::Docx, form == PreviewForm::Pdf);
        let mut tools = Tools::new(opened.fonts());
        let files = opened.written(job, laid, formats, &mut tools, &mut run.problems)?;
        return files.into_iter().next().map(|(_, bytes)| (bytes, None));
    };
    let pages = &laid.pages.pages;
    let found = page.checked_sub(1).and_then(|at| pages.get(at));
    let drawn = found.and_then(|page| picture::page(page, opened.fonts(), dpi));
    if drawn.is_none() {
        let (page, pages) = (page.to_string(), pages.len().to_string());
        run.problems.add(Span::None, PreviewProblem::NoPage { page, pages });
    }
    drawn.map(|drawn| (drawn.bytes, Some((drawn.width, drawn.height))))
}
