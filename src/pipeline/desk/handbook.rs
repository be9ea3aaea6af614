//! The handbook for those who have the program and not its repository.

use data::files::FilePath;

use super::{Answer, Desk};
use crate::pipeline::handbook::{NAME, VERSION, handbook};
use crate::problem::OutputProblem;
use base::diag::Span;

impl Desk {
    /// Puts the handbook into the folder, as PDF and DOCX, and gives the names of the files. One of
    /// that name which says something else is left as it is.
    pub fn handbook(&self) -> Answer<Vec<String>> {
        let mut run = self.run();
        let made = match handbook() {
            Ok(made) => made,
            Err(problems) => {
                run.problems.extend(problems);
                return run.answer(None);
            }
        };
        let mut names = Vec::new();
        for (ending, bytes) in made {
            let path = FilePath::from(format!("{NAME}-{VERSION}.{ending}"));
            let name = self.target.shown(&path);
            let there = self.target.read(&path).ok();
            if there.as_ref().is_some_and(|there| *there != bytes) {
                run.problems.add(Span::None, OutputProblem::AlreadyThere { name });
            } else if let Err(problem) = self.target.put(&path, &bytes) {
                run.problems.add(Span::None, problem);
            } else {
                names.push(name);
            }
        }
        run.answer_if_done(Some(names))
    }
}
