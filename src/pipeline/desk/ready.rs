//! How far a workspace is.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use super::{Answer, CheckReport, Desk, Outcome};
use crate::output::Target;
use crate::pipeline::ready::{Readiness, ReadyPage, page, pdf, readiness};
use base::diag::Told;
use base::source::Span;
use data::files::Disk;

/// How far everything is, with what is wrong with the data.
#[derive(Debug, Clone, Serialize)]
pub struct ReadyReport {
    /// What the check found.
    pub check: CheckReport,
    /// The papers, deadlines and offices; absent where the data cannot be used.
    #[serde(flatten)]
    pub readiness: Option<Readiness>,
    /// The same in words.
    #[serde(skip)]
    pub page: ReadyPage,
}

impl Desk {
    /// How far the workspace is as seen on a day, with its papers in `out` or in its own output
    /// folder; also as a page in a PDF file, if one is named. Nothing else is written.
    pub fn ready(
        &self,
        today: Date,
        out: Option<&Target>,
        file: Option<&Path>,
    ) -> Answer<ReadyReport> {
        let answer = self.check();
        let (mut problems, mut outcome) = (answer.problems, answer.outcome);
        let Some(check) = answer.value else {
            return Answer { value: None, problems, outcome };
        };
        let mut run = self.run();
        let readiness = self.open(&mut run).map(|opened| {
            let out = self.output(out, &opened);
            readiness(&opened, &out, today, &run.sources)
        });
        let found = (check.errors, check.warnings);
        let page = page(readiness.as_ref(), found, self.lang);
        if let Some(file) = file {
            let mut run = self.run();
            let (folder, path) = Disk::holding(file);
            let written = pdf(&page, today, self.lang)
                .and_then(|bytes| Target::from(folder).put(&path, &bytes));
            if let Err(problem) = written {
                run.problems.add(Span::None, problem);
            }
            let told: Vec<Told> = run.tell(&run.problems);
            problems.extend(told);
            outcome = outcome.max(Outcome::of(&run.problems));
        }
        let value = Some(ReadyReport { check, readiness, page });
        Answer { value, problems, outcome }
    }
}
