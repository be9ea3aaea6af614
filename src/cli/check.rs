//! `naskah check`.

use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Output;
use super::papers;
use super::report::{Console, count, exit};
use crate::pipeline;
use base::diag::Problems;
use base::source::SourceMap;

pub(super) fn run(dir: &Path, output: Output, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(dir, &mut sources, &mut problems);
    if let Some(opened) = &opened {
        opened.tell_findings(&mut problems);
    }
    let papers =
        opened.map(|opened| opened.try_papers(&mut problems)).unwrap_or_default();
    let mut all = problems.clone();
    for paper in &papers {
        all.extend(paper.problems.clone());
    }
    let (errors, warnings) = count(&all);
    match output {
        Output::Json => {
            let value = json!({
                "errors": errors,
                "warnings": warnings,
                "problems": console.json(&problems, &sources),
                "papers": papers::json(console, &papers, &sources),
            });
            console.result(&format!("{value:#}"));
        }
        Output::Text => {
            console.problems(&problems, &sources);
            papers::print(console, &papers.iter().collect::<Vec<_>>(), &sources);
            console.result(&match console.lang {
                base::diag::Lang::Id => {
                    format!("{errors} galat, {warnings} peringatan")
                }
                base::diag::Lang::En => format!("{errors} errors, {warnings} warnings"),
            });
        }
    }
    exit(&all)
}
