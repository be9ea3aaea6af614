//! Checking and making papers.

use data::files::FilePath;
use serde::Serialize;

use super::{Answer, CallRun, Desk, Outcome, count};
use crate::output::{ManifestEntry, Target, zip};
use crate::pipeline::{BuildOptions, Fitting, Refused, Report, Stale, build, open_as_is};
use base::diag::Told;
use papers::rules::Silenced;

/// A paper with problems.
#[derive(Debug, Clone, Serialize)]
pub struct PaperReport {
    /// The file's path without ending.
    pub path: String,
    /// What is to be said about it.
    pub problems: Vec<Told>,
}

/// A contradiction that the office lets pass.
#[derive(Debug, Clone, Serialize)]
pub struct SilencedReport {
    /// What would be told.
    #[serde(flatten)]
    pub problem: Told,
    /// Why it is right as it is.
    pub reason: String,
}

/// What a check found.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// Errors of the data and of all papers.
    pub errors: usize,
    /// Warnings likewise.
    pub warnings: usize,
    /// Papers with problems of their own.
    pub papers: Vec<PaperReport>,
    /// What the office lets pass.
    pub silenced: Vec<SilencedReport>,
    /// Copies of workbooks in which the problems are marked.
    pub marked: Vec<MarkedCopy>,
}

/// A marked copy.
#[derive(Debug, Clone, Serialize)]
pub struct MarkedCopy {
    /// The workbook.
    pub file: String,
    /// Its copy.
    pub copy: String,
    /// Cells that are marked.
    pub cells: usize,
}

/// What is to be made.
#[derive(Debug, Clone, Default)]
pub struct BuildWish {
    /// Templates; empty is all that the workspace names or its data allows.
    pub templates: Vec<String>,
    /// Only these OPDs; empty is all.
    pub opd: Vec<String>,
    /// Write PDF.
    pub pdf: bool,
    /// Write DOCX.
    pub docx: bool,
    /// Where to; the workspace's own output folder when absent.
    pub out: Option<Target>,
    /// Threads; 0 is one a core.
    pub jobs: usize,
    /// Make papers again that have not changed.
    pub force: bool,
    /// Move papers aside that no longer belong.
    pub clean: bool,
    /// Pack all files into `naskah.zip` beside them too.
    pub zip: bool,
}

/// What a build did.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BuildReport {
    /// The output folder, as it is called in messages.
    pub out: String,
    /// Papers made.
    pub made: usize,
    /// Papers that were there already, unchanged.
    pub skipped: usize,
    /// Papers refused.
    pub refused: Vec<PaperReport>,
    /// Papers that the disk has no room for, by path without ending.
    pub no_room: Vec<String>,
    /// Papers made with warnings.
    pub warned: Vec<PaperReport>,
    /// Papers that were set tighter to take no more pages than were asked for.
    pub fitted: Vec<Fitted>,
    /// Files of earlier builds that today's data has no more.
    pub stale: Vec<StaleFile>,
    /// Templates without data.
    pub passed_over: Vec<PassedOver>,
    /// Every file of this build that is now in the output folder.
    pub files: Vec<ManifestEntry>,
    /// What the office lets pass.
    pub silenced: Vec<SilencedReport>,
    /// Whether the data could be used at all.
    #[serde(skip)]
    pub opened: bool,
}

/// A paper that was set tighter.
#[derive(Debug, Clone, Serialize)]
pub struct Fitted {
    /// The file's path without ending.
    pub path: String,
    /// What was changed.
    #[serde(flatten)]
    pub change: Fitting,
}

/// A file that no longer belongs.
#[derive(Debug, Clone, Serialize)]
pub struct StaleFile {
    /// Path below the output folder.
    pub path: FilePath,
    /// Where it was moved to; absent where it stayed.
    pub moved: Option<FilePath>,
}

/// A template that was passed over.
#[derive(Debug, Clone, Serialize)]
pub struct PassedOver {
    /// Its name.
    pub template: String,
    /// What of the data is missing.
    pub missing: Vec<String>,
}

impl Desk {
    /// Reads and checks everything, and sets every paper that the data allows on its pages.
    pub fn check(&self) -> Answer<CheckReport> {
        let mut run = self.run();
        let CallRun { sources, problems, .. } = &mut run;
        let opened = open_as_is(self.folder(), sources, problems);
        let all = BuildOptions::default();
        let sound = !run.problems.has_errors();
        let (silenced, found) = opened.map_or_else(Default::default, |opened| {
            opened.tell_version(&self.output(None, &opened), &mut run.problems);
            opened.tell_pictures(&mut run.problems);
            if !sound {
                opened.tell_beside(&run.sources, &mut run.problems);
                return Default::default();
            }
            opened.tell_findings(&mut run.problems);
            let mut silenced =
                opened.contradictions(&all, &run.sources, &mut run.problems);
            let (found, shared) = opened.try_papers(&run.sources, &mut run.problems);
            silenced.extend(shared);
            (silenced, found)
        });
        let silenced = run.silenced(silenced);
        self.tell_copies(&mut run);
        let mut all = run.problems.clone();
        for paper in &found {
            all.extend(paper.problems.clone());
        }
        let (errors, warnings) = count(&run.tell(&all));
        let papers = run.papers(found);
        let outcome = Outcome::of(&all);
        let marked = Vec::new();
        let answer =
            run.answer(Some(CheckReport { errors, warnings, papers, silenced, marked }));
        Answer { outcome, ..answer }
    }

    /// Makes papers. `progress` is told each paper's path when it is done and how many there
    /// are, from any thread.
    pub fn build(
        &self,
        wish: &BuildWish,
        progress: &(dyn Fn(&str, usize) + Sync),
    ) -> Answer<BuildReport> {
        let mut run = self.run();
        let Some(opened) = self.open(&mut run) else {
            let out = wish
                .out
                .as_ref()
                .map(|out| out.shown(&FilePath::HERE))
                .unwrap_or_default();
            return run.answer(Some(BuildReport { out, ..BuildReport::default() }));
        };
        let out = self.output(wish.out.as_ref(), &opened);
        let options = BuildOptions {
            templates: wish.templates.clone(),
            opd: wish.opd.clone(),
            pdf: wish.pdf,
            docx: wish.docx,
            out: out.clone(),
            jobs: wish.jobs,
            force: wish.force,
            clean: wish.clean,
        };
        opened.tell_version(&out, &mut run.problems);
        let mut silenced =
            opened.contradictions(&options, &run.sources, &mut run.problems);
        let mut report =
            build(&opened, &options, &run.sources, &mut run.problems, progress);
        silenced.append(&mut report.silenced);
        let silenced = run.silenced(silenced);
        if wish.zip && !run.problems.has_errors() && report.refused.is_empty() {
            run.problems.extend(zip(&out, &report.files));
        }
        let refused = report.refused.iter().map(|refused| Outcome::of(&refused.problems));
        let outcome = refused.fold(Outcome::of(&run.problems), Outcome::max);
        let report = BuildReport { silenced, ..run.built(&out, report) };
        Answer { outcome, ..run.answer(Some(report)) }
    }
}

impl CallRun {
    fn built(&self, out: &Target, report: Report) -> BuildReport {
        let passed_over = report.passed_over.into_iter();
        BuildReport {
            out: out.shown(&FilePath::HERE),
            made: report.made,
            skipped: report.skipped,
            refused: self.papers(report.refused),
            no_room: report.no_room,
            warned: self.papers(report.warned),
            fitted: report
                .fitted
                .into_iter()
                .map(|(path, change)| Fitted { path, change })
                .collect(),
            passed_over: passed_over
                .map(|(template, missing)| PassedOver { template, missing })
                .collect(),
            stale: report
                .stale
                .into_iter()
                .map(|Stale { path, moved }| StaleFile { path, moved })
                .collect(),
            files: report.files,
            silenced: Vec::new(),
            opened: true,
        }
    }

    /// What is let pass, told.
    fn silenced(&self, silenced: Vec<Silenced>) -> Vec<SilencedReport> {
        let told = |Silenced { problem, reason }: Silenced| {
            let problem = Told::new(&problem, &self.sources, self.lang);
            SilencedReport { problem, reason }
        };
        silenced.into_iter().map(told).collect()
    }

    /// Papers with their problems told.
    fn papers(&self, papers: Vec<Refused>) -> Vec<PaperReport> {
        let told = |Refused { path, problems }: Refused| {
            let problems = self.tell(&problems);
            PaperReport { path, problems }
        };
        papers.into_iter().map(told).collect()
    }
}
