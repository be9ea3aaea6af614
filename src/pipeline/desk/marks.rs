//! Copies of workbooks with the problems of a check marked in them.

use std::collections::BTreeSet;

use data::files::{FilePath, NamedFile, tree};
use data::problem::WorkbookProblem;
use data::workspace::BOOKS;
use data::{Seals, marked, seals};

use super::{Answer, CallRun, CheckReport, Desk, MarkedCopy, Outcome, count};
use base::diag::{Both, Told};
use base::source::Span;
use data::problem::FileProblem;

/// The folder of the copies.
const COPIES: FilePath = FilePath::fixed("bertanda");

/// What somebody made of a marked copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CopyState {
    /// It says what the workbook said, or says now.
    Plain,
    /// It says something else.
    Changed,
    /// It does, and so does the workbook.
    BothChanged,
}

impl Desk {
    /// Checks the workspace and puts copies of its workbooks into `bertanda`, in which the
    /// problems are marked. A copy that somebody changed is left as it is.
    pub fn check_and_mark(&self) -> Answer<CheckReport> {
        let mut answer = self.check();
        let Some(report) = &mut answer.value else { return answer };
        let mut all = answer.problems.clone();
        for problem in report.papers.iter().flat_map(|paper| &paper.problems) {
            if !all.contains(problem) {
                all.push(problem.clone());
            }
        }
        let mut run = self.run();
        let changed = self.changed_copies();
        let mut files = Vec::new();
        for path in self.to_be_marked(&all) {
            let copy = COPIES.join(&path);
            if changed.iter().any(|(name, ..)| *name == copy) {
                continue;
            }
            let name = NamedFile::from(&path);
            let bytes = match self.target.read(&path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    let (name, why) = (self.target.shown(&path), Both::io(&error));
                    run.problems.add(Span::None, FileProblem::CannotRead { name, why });
                    continue;
                }
            };
            // The workbook lists all; another one what it says itself.
            let own = format!("{path}!");
            let is_own = |told: &&Told| {
                BOOKS.contains(&path)
                    || told.file.as_ref().is_some_and(|file| file.starts_with(&own))
            };
            let told: Vec<Told> = all.iter().filter(is_own).cloned().collect();
            let Some(made) = marked((bytes, &name), &told, self.lang) else {
                let place = Span::File(run.sources.add(&*path, ""));
                let name = String::from(&path);
                run.problems.add(place, WorkbookProblem::NotMarked { name });
                continue;
            };
            report.marked.push(MarkedCopy {
                file: self.target.shown(&path),
                copy: self.target.shown(&copy),
                cells: made.cells,
            });
            files.push((copy, made.bytes));
        }
        let kept = files.iter().map(|(copy, _)| copy.clone()).collect::<BTreeSet<_>>();
        match self.target.put_all(&files) {
            Ok(()) => {
                // What is marked no more, and nobody changed.
                for copy in self.copies() {
                    let changed = changed.iter().any(|(name, ..)| *name == copy);
                    if !changed && !kept.contains(&copy) {
                        self.target.remove(&copy);
                    }
                }
            }
            Err(problem) => {
                report.marked.clear();
                run.problems.add(Span::None, problem);
            }
        }
        let (told, outcome) = (run.tell(&run.problems), Outcome::of(&run.problems));
        let (errors, warnings) = count(&told);
        report.errors += errors;
        report.warnings += warnings;
        answer.problems.extend(told);
        Answer { outcome: answer.outcome.max(outcome), ..answer }
    }

    /// Tells of copies that somebody changed and that are not in use yet.
    pub(super) fn tell_copies(&self, run: &mut CallRun) {
        for (copy, of, state) in self.changed_copies() {
            let place = Span::File(run.sources.add(&*copy, ""));
            let both = state == CopyState::BothChanged;
            let (copy, of) = (copy.into(), of.into());
            run.problems.add(place, WorkbookProblem::CopyChanged { copy, of, both });
        }
    }

    /// The workbooks that problems are told of, and the one that carries marks of before.
    fn to_be_marked(&self, all: &[Told]) -> BTreeSet<FilePath> {
        let files = all.iter().filter_map(|told| told.file.as_deref());
        let books = files.filter_map(|file| {
            let lower = file.to_lowercase();
            let ends =
                [".xlsx!", ".ods!"].map(|end| Some(lower.find(end)? + end.len() - 1));
            FilePath::checked(file.get(..ends.into_iter().flatten().min()?)?)
        });
        let own = BOOKS.iter().filter(|book| {
            let marks =
                || self.seals_of(book).is_some_and(|seals| seals.marked.is_some());
            !all.is_empty() || marks()
        });
        let books = books.chain(own.cloned());
        books.filter(|path| self.target.is_file(path)).collect()
    }

    /// The copies that are there.
    fn copies(&self) -> Vec<FilePath> {
        if !self.target.is_folder(&COPIES) {
            return Vec::new();
        }
        let all = tree(&*self.folder(), &COPIES);
        all.into_iter().filter(FilePath::is_book).collect()
    }

    /// The copies that say something else than the workbooks that they are of, with these.
    fn changed_copies(&self) -> Vec<(FilePath, FilePath, CopyState)> {
        let states = self.copies().into_iter().filter_map(|copy| {
            let of = copy.within(&COPIES)?;
            let state = match (self.seals_of(&copy)?, self.seals_of(&of)) {
                (copy, Some(own)) if copy.now == own.now => CopyState::Plain,
                (copy, _) if copy.marked.as_ref() == Some(&copy.now) => CopyState::Plain,
                (copy, Some(own)) if copy.marked.as_ref() != Some(&own.now) => {
                    CopyState::BothChanged
                }
                _ => CopyState::Changed,
            };
            Some((copy, of, state))
        });
        states.filter(|(.., state)| *state != CopyState::Plain).collect()
    }

    fn seals_of(&self, path: &FilePath) -> Option<Seals> {
        let bytes = self.target.read(path).ok()?;
        seals(bytes, &NamedFile::from(path))
    }
}
