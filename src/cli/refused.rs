//! Problems of single papers, which point into their filled templates.

use super::report::Console;
use crate::pipeline::desk::PaperReport;
use base::diag::{Lang, Told};

/// The problems of the papers. One mistake of a template is told once, with the names of all
/// papers that have it.
pub(super) fn print(console: &Console, all: &[&PaperReport]) {
    let mut told: Vec<(&str, &Told)> = Vec::new();
    for (at, paper) in all.iter().enumerate() {
        let new: Vec<&Told> = paper
            .problems
            .iter()
            .filter(|p| {
                !told.iter().any(|(t, old)| *t == template(paper) && same(old, p))
            })
            .collect();
        for problem in new {
            let others: Vec<&str> = all[at + 1..]
                .iter()
                .filter(|r| template(r) == template(paper))
                .filter(|r| r.problems.iter().any(|p| same(p, problem)))
                .map(|r| r.path.as_str())
                .collect();
            told.push((template(paper), problem));
            console.problem(problem, &also(console.lang, &others));
        }
    }
}

fn template(paper: &PaperReport) -> &str {
    paper.path.split('/').next().unwrap_or_default()
}

/// Whether two papers have the same mistake, wherever it is in them.
fn same(one: &Told, other: &Told) -> bool {
    let words = |p: &Told| (p.code, p.message.clone(), p.label.clone(), p.help.clone());
    words(one) == words(other)
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
