//! Problems of single papers.

use std::collections::HashMap;

use super::report::Console;
use crate::pipeline::desk::PaperReport;
use base::diag::{Lang, Told, first_names};

/// The problems of the papers. One mistake is told once, with the names of all papers that have
/// it.
pub(super) fn print(console: &Console, all: &[&PaperReport]) {
    let mut told: Vec<(&Told, Vec<&str>)> = Vec::new();
    // Where those of one message at one place stand among them.
    let mut known: HashMap<_, Vec<usize>> = HashMap::new();
    for paper in all {
        for problem in &paper.problems {
            let place = (&problem.file, problem.line, problem.column, &problem.cell);
            let alike = known.entry((place, &problem.message)).or_default();
            if let Some(at) = alike.iter().find(|at| told[**at].0 == problem) {
                told[*at].1.push(&paper.path);
            } else {
                alike.push(told.len());
                told.push((problem, vec![&paper.path]));
            }
        }
    }
    let told: Vec<(&Told, String)> = told
        .into_iter()
        .map(|(problem, papers)| (problem, also(console.lang, &papers[1..])))
        .collect();
    console.grouped(&told);
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

/// The first papers by name, and how many more there are.
pub(super) fn names(lang: Lang, all: &[&str]) -> String {
    first_names(lang, all, 3)
}
