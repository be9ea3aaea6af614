//! Problems of single papers.

use super::report::Console;
use crate::pipeline::Refused;
use base::diag::{Diagnostic, Lang};
use base::source::SourceMap;

/// The problems of the papers. One mistake is told once, with the names of all papers that have
/// it.
pub(super) fn print(console: &Console, all: &[&Refused], sources: &SourceMap) {
    let mut told: Vec<(Diagnostic, Vec<&str>)> = Vec::new();
    for paper in all {
        for diagnostic in paper.problems.sorted() {
            match told.iter_mut().find(|(known, _)| *known == diagnostic) {
                Some((_, papers)) => papers.push(&paper.path),
                None => told.push((diagnostic, vec![&paper.path])),
            }
        }
    }
    for (diagnostic, papers) in told {
        console.problem(&diagnostic, sources, &also(console.lang, &papers[1..]));
    }
}

/// "= juga pada: a, b, c dan 27 lainnya"; nothing when there are no others.
fn also(lang: Lang, others: &[&str]) -> String {
    if others.is_empty() {
        return String::new();
    }
    let names = names(lang, others);
    match lang {
        Lang::Id => format!("  = juga pada: {names}"),
        Lang::En => format!("  = also in: {names}"),
    }
}

/// "a, b, c dan 27 lainnya".
pub(super) fn names(lang: Lang, all: &[&str]) -> String {
    const SHOWN: usize = 3;
    let shown = all[..all.len().min(SHOWN)].join(", ");
    match (lang, all.len().saturating_sub(SHOWN)) {
        (_, 0) => shown,
        (Lang::Id, more) => format!("{shown} dan {more} lainnya"),
        (Lang::En, more) => format!("{shown} and {more} more"),
    }
}

/// The papers with their problems as JSON values.
pub(super) fn json(
    console: &Console,
    papers: &[Refused],
    sources: &SourceMap,
) -> Vec<serde_json::Value> {
    papers
        .iter()
        .map(|paper| {
            let problems = console.json(&paper.problems, sources);
            serde_json::json!({ "path": paper.path, "problems": problems })
        })
        .collect()
}
