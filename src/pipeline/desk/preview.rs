//! One page of one paper as a picture, without making the paper.

use serde::Serialize;

use super::{Answer, Desk};
use crate::pipeline::{BuildOptions, Report, lay_out};
use crate::problem::PreviewProblem;
use base::diag::{Span, nearest_id};
use papers::plan::plan;
use typeset::picture;

/// Which page is wanted.
#[derive(Debug, Clone)]
pub struct PreviewWish {
    /// The template.
    pub template: String,
    /// Whom or what the paper is about; the first of the template when absent.
    pub subject: Option<String>,
    /// The page, from 1.
    pub page: usize,
    /// Dots an inch.
    pub dpi: f32,
}

/// A page as a picture.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// The paper's path without ending, as a build would write it.
    pub path: String,
    /// How many pages the paper has.
    pub pages: usize,
    /// Width in dots.
    pub width: u32,
    /// Height in dots.
    pub height: u32,
    /// The picture.
    #[serde(skip)]
    pub png: Vec<u8>,
}

impl Desk {
    /// Lays one paper out and draws one of its pages. Writes nothing.
    pub fn preview(&self, wish: &PreviewWish) -> Answer<Preview> {
        let mut run = self.run();
        let Some(opened) = self.open(&mut run) else { return run.answer(None) };
        let options = BuildOptions {
            templates: vec![wish.template.clone()],
            ..BuildOptions::default()
        };
        let names = opened.chosen(&options, &mut Report::default(), &mut run.problems);
        let jobs = plan(opened.inputs(), &names, &[], &mut run.problems);
        let wanted = |subject: &str| wish.subject.as_deref().is_none_or(|s| s == subject);
        let Some(job) = jobs.iter().find(|job| wanted(&job.subject)) else {
            if !run.problems.has_errors() {
                let subject = wish.subject.clone().unwrap_or_default();
                let all = jobs.iter().map(|job| job.subject.as_str());
                let near = nearest_id(&subject, all).unwrap_or_default();
                let template = wish.template.clone();
                let problem = PreviewProblem::NoPaper { template, subject, near };
                run.problems.add(Span::None, problem);
            }
            return run.answer(None);
        };
        let Some(laid) = lay_out(&opened, job, &mut run.problems) else {
            return run.answer(None);
        };
        let pages = laid.pages.pages.len();
        let page = wish.page.checked_sub(1).and_then(|at| laid.pages.pages.get(at));
        let drawn = page.and_then(|page| picture::page(page, opened.fonts(), wish.dpi));
        if drawn.is_none() {
            let (page, pages) = (wish.page.to_string(), pages.to_string());
            run.problems.add(Span::None, PreviewProblem::NoPage { page, pages });
        }
        run.answer(drawn.map(|drawn| Preview {
            path: job.path.clone(),
            pages,
            width: drawn.width,
            height: drawn.height,
            png: drawn.bytes,
        }))
    }
}
