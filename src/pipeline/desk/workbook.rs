//! The workbook of a workspace.

use data::files::FilePath;
use data::workspace::{self, BOOKS};
use serde::Serialize;

use super::{Answer, Desk};
use crate::problem::OutputProblem;
use base::diag::{AnyProblem, Both, Problems, Severity, Span};
use data::problem::FileProblem;

/// Where the files are kept that a workbook stands for from now on.
const BEFORE: &str = "sebelum-excel";

/// What became a workbook.
#[derive(Debug, Clone, Serialize)]
pub struct ConvertReport {
    /// The workbook.
    pub workbook: String,
    /// The files that it stands for.
    pub files: Vec<String>,
    /// The folder they were moved to.
    pub kept: String,
}

impl Desk {
    /// Makes `rakor.xlsx` of the TOML, CSV and sheets of the workspace and moves these into
    /// `sebelum-excel`. With errors in the data nothing is changed.
    pub fn to_workbook(&self) -> Answer<ConvertReport> {
        let mut run = self.run();
        let before = FilePath::fixed(BEFORE);
        let kept = self.target.is_folder(&before).then_some(&before);
        let mut there = BOOKS.iter().filter(|book| self.target.is_file(book)).chain(kept);
        if let Some(there) = there.next() {
            let name = self.target.shown(there);
            run.problems.add(Span::None, OutputProblem::AlreadyThere { name });
            return run.answer(None);
        }
        let found =
            workspace::load_figures(self.folder(), &mut run.sources, &mut run.problems);
        if found.is_none() || run.problems.has_errors() {
            return run.answer(None);
        }
        // What is to be said of the data was said when it was read as a whole.
        let mut more = Problems::default();
        let made = workspace::to_workbook(self.folder(), &mut run.sources, &mut more);
        more.retain(|d| d.problem.severity() == Severity::Error);
        run.problems.extend(more);
        let report = match made {
            Ok(Some(made)) => self.convert(&made),
            Ok(None) => return run.answer(None),
            Err(problem) => Err(problem),
        };
        match report {
            Ok(report) => run.answer(Some(report)),
            Err(problem) => {
                run.problems.add(Span::None, problem);
                run.answer(None)
            }
        }
    }

    fn convert(&self, made: &workspace::Converted) -> Result<ConvertReport, AnyProblem> {
        let [book, _] = &BOOKS;
        let before = FilePath::fixed(BEFORE);
        let mut files = vec![(book.clone(), made.bytes.clone())];
        for path in &made.files {
            let name = self.target.shown(path);
            let bytes = self.target.read(path).map_err(|error| {
                FileProblem::CannotRead { name, why: Both::io(&error) }
            })?;
            files.push((before.join(path), bytes));
        }
        self.target.put_all(&files)?;
        for path in &made.files {
            self.target.remove(path);
        }
        Ok(ConvertReport {
            workbook: self.target.shown(book),
            files: made.files.iter().map(|path| self.target.shown(path)).collect(),
            kept: self.target.shown(&before),
        })
    }
}
