//! The program as its faces see it: one call for each thing a person wants, with typed input
//! and a report that can be printed or sent on.
//!
//! A [`Desk`] is a workspace somewhere (a disk, memory) and the language in which problems are
//! told. Each call reads the workspace anew, so that it answers for what is there now.

mod changes;
mod exercise;
mod explain;
mod handbook;
mod import;
mod index;
mod init;
mod marks;
mod nearby;
mod next;
mod numbers;
mod papers;
mod preview;
mod ready;
mod schema;
mod templates;
mod watch;
mod workbook;
mod worksheets;

pub use changes::ChangesWish;
pub use explain::explain;
pub use import::{
    ImportChange, ImportFile, ImportInput, ImportPlan, ImportReport, ImportSkipped,
    ImportWish, Shown,
};
pub use index::{Form, Index, IndexReport, IndexWish};
pub use init::{Example, InitWish, NewRegion};
pub use next::{NextFolder, NextLine, NextReport, NextWish};
pub use numbers::{NumberGapReport, NumberList, NumberReport, NumberTaken};
pub use papers::{
    BuildReport, BuildWish, CheckReport, Fitted, MarkedCopy, PaperReport, PassedOver,
    SilencedReport, StaleFile,
};
pub use preview::{Preview, PreviewForm, PreviewWish};
pub use ready::ReadyReport;
pub use schema::{schema, schema_names};
pub use templates::{ProfileValue, TemplateReport, TemplateSource, TemplateTitle};
pub use watch::{InputStamps, half_written};
pub use workbook::ConvertReport;
pub use worksheets::{WorksheetsReport, WorksheetsWish};

use data::problem::FileProblem;
use serde::Serialize;

use super::Opened;
use crate::output::Target;
use crate::problem::{NumberProblem, OutputProblem};
use base::diag::{AnyProblem, Both, Diagnostic, Lang, Problems, Severity, Span, Told};
use base::source::SourceMap;
use data::files::Folder;

/// A workspace and the language in which its problems are told.
#[derive(Debug, Clone)]
pub struct Desk {
    target: Target,
    lang: Lang,
}

/// How a call ended, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Outcome {
    /// Without errors.
    #[default]
    Done,
    /// Something could not be read or written, and nothing else was wrong.
    Disk,
    /// With errors of the user's input.
    Input,
}

/// What a call gives.
#[derive(Debug, Clone, Serialize)]
pub struct Answer<T> {
    /// What was found or made; absent where errors left nothing.
    pub value: Option<T>,
    /// What is to be said, by place.
    pub problems: Vec<Told>,
    /// How it ended.
    #[serde(skip)]
    pub outcome: Outcome,
}

impl Desk {
    /// What is to be said when a result cannot be printed.
    pub fn unprinted(error: &std::io::Error, lang: Lang) -> Told {
        let name = Both::new("layar atau berkas tujuan", "standard output");
        let name = name.of(lang).to_owned();
        let problem = OutputProblem::CannotWrite { name, why: Both::io(error) };
        Told::new(&Diagnostic::new(Span::None, problem), &SourceMap::default(), lang)
    }

    /// The desk at a folder of a disk or in memory.
    pub fn new(place: impl Into<Target>, lang: Lang) -> Self {
        Self { target: place.into(), lang }
    }

    /// The folder it writes into.
    pub fn target(&self) -> &Target {
        &self.target
    }

    fn folder(&self) -> Folder {
        self.target.folder()
    }

    fn run(&self) -> CallRun {
        CallRun { lang: self.lang, ..CallRun::default() }
    }

    fn open(&self, run: &mut CallRun) -> Option<Opened> {
        super::open(self.folder(), &mut run.sources, &mut run.problems)
    }

    /// The output folder of a workspace, unless another was named.
    fn output(&self, named: Option<&Target>, opened: &Opened) -> Target {
        let own = || self.target.below(&opened.workspace.settings.keluaran);
        named.cloned().unwrap_or_else(own)
    }
}

/// The texts and problems of one call.
#[derive(Default)]
struct CallRun {
    lang: Lang,
    sources: SourceMap,
    problems: Problems,
}

impl CallRun {
    fn tell(&self, problems: &Problems) -> Vec<Told> {
        tell(problems, &self.sources, self.lang)
    }

    fn answer<T>(self, value: Option<T>) -> Answer<T> {
        let outcome = Outcome::of(&self.problems);
        Answer { value, problems: self.tell(&self.problems), outcome }
    }

    /// Leaves warnings of the data to `check` and `build`.
    fn without_warnings(&mut self) {
        self.problems.retain(|d| d.problem.severity() == Severity::Error);
    }

    /// The same, with nothing where something went wrong.
    fn answer_if_done<T>(self, value: Option<T>) -> Answer<T> {
        let good = !self.problems.has_errors();
        self.answer(value.filter(|_| good))
    }
}

/// Problems by place, each once.
fn tell(problems: &Problems, sources: &SourceMap, lang: Lang) -> Vec<Told> {
    problems.sorted().iter().map(|d| Told::new(d, sources, lang)).collect()
}

impl Outcome {
    /// The outcome of a run with these problems.
    fn of<'a>(problems: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let disk = |problem: &AnyProblem| {
            problem.is_a(|p| matches!(p, FileProblem::CannotRead { .. }))
                || problem.is_a(|p| {
                    let written = |p: &OutputProblem| {
                        matches!(
                            p,
                            OutputProblem::CannotWrite { .. }
                                | OutputProblem::NoRoom { .. }
                                | OutputProblem::IsOpen { .. }
                        )
                    };
                    written(p)
                })
                || problem.is_a(|p| matches!(p, NumberProblem::RegisterBusy { .. }))
        };
        let errors =
            problems.into_iter().filter(|d| d.problem.severity() == Severity::Error);
        errors.fold(Self::Done, |outcome, d| match outcome {
            Self::Done | Self::Disk if disk(&d.problem) => Self::Disk,
            _ => Self::Input,
        })
    }
}

/// How many errors and warnings there are.
pub fn count<'a>(told: impl IntoIterator<Item = &'a Told>) -> (usize, usize) {
    told.into_iter().fold((0, 0), |(errors, warnings), one| match one.level {
        Severity::Error => (errors + 1, warnings),
        Severity::Warning => (errors, warnings + 1),
    })
}
