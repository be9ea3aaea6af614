//! Problems of single papers, which point into their filled templates.

use super::report::Console;
use crate::pipeline::Refused;
use base::diag::{AnyProblem, Lang, Problems};
use base::source::SourceMap;

/// The problems of the papers. One mistake of a template is told once, with the names of all
/// papers that have it.
pub(super) fn print(console: &Console, all: &[&Refused], sources: &SourceMap) {
    let mut told: Vec<(String, AnyProblem)> = Vec::new();
    for (at, paper) in all.iter().enumerate() {
        let template =
            |r: &Refused| r.path.split('/').next().unwrap_or_default().to_owned();
        let mut new = Problems::default();
        for diagnostic in paper.problems.sorted() {
            let key = (template(paper), diagnostic.problem.clone());
            if !told.contains(&key) {
                new.extend(diagnostic.into());
            }
        }
        let sources = with_text(sources, paper, console.lang);
        for diagnostic in new.sorted() {
            let others: Vec<&str> = all[at + 1..]
                .iter()
                .filter(|r| template(r) == template(paper))
                .filter(|r| r.problems.iter().any(|d| d.problem == diagnostic.problem))
                .map(|r| r.path.as_str())
                .collect();
            told.push((template(paper), diagnostic.problem.clone()));
            console.problem(&diagnostic, &sources, &also(console.lang, &others));
        }
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

/// The sources with the filled template of one paper, for messages that point into it.
fn with_text(sources: &SourceMap, refused: &Refused, lang: Lang) -> SourceMap {
    let mut sources = sources.clone();
    let name = match lang {
        Lang::Id => format!("{} (hasil isian)", refused.path),
        Lang::En => format!("{} (filled in)", refused.path),
    };
    sources.add_rendered(name, refused.text.as_str());
    sources
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
            let sources = with_text(sources, paper, console.lang);
            let problems = console.json(&paper.problems, &sources);
            serde_json::json!({ "path": paper.path, "problems": problems })
        })
        .collect()
}
