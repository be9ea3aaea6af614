//! Printing: results, problems, sentences in the user's language.

use crate::problem::{NumberProblem, OutputProblem};
use data::problem::FileProblem;
use std::io::{IsTerminal, Write};

use base::diag::{AnyProblem, Diagnostic, Lang, Problems, Severity, draw, json};
use base::source::SourceMap;

use super::Exit;

/// Where a command prints, and in which language.
pub(super) struct Console {
    pub(super) lang: Lang,
    color: bool,
}

impl Console {
    pub(super) fn new(lang: Lang) -> Self {
        let color =
            std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { lang, color }
    }

    /// A result, to stdout. A reader that went away (`| head`) is no error.
    #[allow(clippy::unused_self)]
    pub(super) fn result(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(text.as_bytes());
        if !text.ends_with('\n') {
            let _ = out.write_all(b"\n");
        }
    }

    /// A message, to stderr.
    #[allow(clippy::unused_self)]
    pub(super) fn message(&self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// One of two wordings.
    pub(super) fn say<'a>(&self, id: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// All problems, to stderr, by place.
    pub(super) fn problems(&self, problems: &Problems, sources: &SourceMap) {
        for diagnostic in problems.sorted() {
            self.problem(&diagnostic, sources, "");
        }
    }

    /// One problem, to stderr, with a line below it unless that is empty.
    pub(super) fn problem(
        &self,
        diagnostic: &Diagnostic,
        sources: &SourceMap,
        below: &str,
    ) {
        self.message(&draw(diagnostic, sources, self.lang, self.color));
        if !below.is_empty() {
            self.message(below);
        }
        self.message("");
    }

    /// All problems as JSON values.
    pub(super) fn json(
        &self,
        problems: &Problems,
        sources: &SourceMap,
    ) -> Vec<serde_json::Value> {
        problems.sorted().iter().map(|d| json(d, sources, self.lang)).collect()
    }
}

/// How many errors and warnings there are.
pub(super) fn count(problems: &Problems) -> (usize, usize) {
    let all = problems.sorted();
    let errors = all.iter().filter(|d| d.problem.severity() == Severity::Error).count();
    (errors, all.len() - errors)
}

/// The exit of a run with these problems: 3 when only the disk is to blame.
pub(super) fn exit(problems: &Problems) -> Exit {
    let errors: Vec<_> = problems
        .sorted()
        .into_iter()
        .filter(|d| d.problem.severity() == Severity::Error)
        .collect();
    let disk = |problem: &AnyProblem| {
        problem.is_a(|p| matches!(p, FileProblem::CannotRead { .. }))
            || problem.is_a(|p| matches!(p, OutputProblem::CannotWrite { .. }))
            || problem.is_a(|p| matches!(p, NumberProblem::RegisterBusy { .. }))
    };
    if errors.is_empty() {
        Exit::Done
    } else if errors.iter().all(|d| disk(&d.problem)) {
        Exit::Disk
    } else {
        Exit::Input
    }
}
