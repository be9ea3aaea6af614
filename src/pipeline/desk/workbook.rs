//! The workbook of a workspace.

use std::collections::BTreeMap;

use data::check::level;
use data::files::FilePath;
use data::workspace::{self, BOOKS, BookChoices, is_workspace};
use field::spm::Tingkat;
use papers::template::Templates;
use serde::Serialize;

use super::{Answer, Desk};
use crate::pipeline::catalog;
use crate::problem::OutputProblem;
use base::diag::{AnyProblem, Both, Problems, Severity};
use base::source::{FileId, SourceMap, Span};
use data::problem::{FileProblem, WorkbookProblem};
use papers::profil;

/// Where the files are kept that a workbook stands for from now on.
const BEFORE: &str = "sebelum-excel";

/// Where a workbook is kept that files stand for from now on.
const AFTER: &str = "sebelum-toml";

/// A workbook and the files that it stands for, of which one became the other.
#[derive(Debug, Clone, Serialize)]
pub struct ConvertReport {
    /// The workbook.
    pub workbook: String,
    /// The files.
    pub files: Vec<String>,
    /// The folder that holds what was there before.
    pub kept: String,
}

/// A name, and the same with a number behind it.
fn numbered(name: &str) -> impl Iterator<Item = FilePath> {
    let more = (2..100).map(move |n| FilePath::from(format!("{name}-{n}")));
    [FilePath::from(name)].into_iter().chain(more)
}

/// What the lists of a workbook offer: the services of a level and the templates, with the
/// workspace's own.
pub(super) fn choices(
    level: Tingkat,
    own: &BTreeMap<String, FileId>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BookChoices {
    let catalog = catalog::shared(own, sources, problems);
    let services = catalog.iter().flat_map(|catalog| catalog.all_layanan(level));
    let layanan = services.map(|service| (service.kode.clone(), service.nama.clone()));
    let layanan = layanan.collect();
    let templates = Templates::load(own, sources, problems).manifests.into_values();
    let templat = templates.map(|one| (one.name, one.title)).collect();
    BookChoices { form: profil::declared(), layanan, templat }
}

impl Desk {
    /// Makes `rakor.xlsx` of the TOML, CSV and sheets of the workspace and moves these into
    /// `sebelum-excel`. With errors in the data nothing is changed.
    pub fn to_workbook(&self) -> Answer<ConvertReport> {
        let mut run = self.run();
        let mut there = BOOKS.iter().filter(|book| self.target.is_file(book));
        if let Some(there) = there.next() {
            let name = self.target.shown(there);
            run.problems.add(Span::None, OutputProblem::AlreadyThere { name });
            return run.answer(None);
        }
        let found = workspace::load(self.folder(), &mut run.sources, &mut run.problems);
        let Some(found) = found.filter(|_| !run.problems.has_errors()) else {
            return run.answer(None);
        };
        let level = level(found.settings.daerah.jenis);
        let choices = choices(level, &found.texts, &mut run.sources, &mut run.problems);
        // What is to be said of the data was said when it was read as a whole.
        let mut more = Problems::default();
        let made =
            workspace::to_workbook(self.folder(), &choices, &mut run.sources, &mut more);
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

    /// Makes the files that `rakor.xlsx` stands for and moves it into `sebelum-toml`. What is as it
    /// was before [`Desk::to_workbook`] is as it was typed then. With errors in the data nothing
    /// is changed.
    pub fn to_files(&self) -> Answer<ConvertReport> {
        let mut run = self.run();
        let Some(book) = BOOKS.iter().find(|book| self.target.is_file(book)) else {
            if is_workspace(&*self.target, &FilePath::HERE) {
                run.problems.add(Span::None, WorkbookProblem::NoWorkbook {});
            } else {
                workspace::load_figures(
                    self.folder(),
                    &mut run.sources,
                    &mut run.problems,
                );
            }
            return run.answer(None);
        };
        let found =
            workspace::load_figures(self.folder(), &mut run.sources, &mut run.problems);
        if found.is_none() || run.problems.has_errors() {
            return run.answer(None);
        }
        let before = self.latest(BEFORE);
        // What is to be said of the data was said when it was read as a whole.
        let mut more = Problems::default();
        let made = workspace::to_files(
            self.folder(),
            before.as_ref(),
            &mut run.sources,
            &mut more,
        );
        match made.and_then(|made| self.put_files(book, made)) {
            Ok(report) => run.answer(Some(report)),
            Err(problem) => {
                run.problems.add(Span::None, problem);
                run.answer(None)
            }
        }
    }

    /// Writes the files, and keeps aside the workbook and what stands in their places.
    fn put_files(
        &self,
        book: &FilePath,
        made: Vec<(FilePath, Vec<u8>)>,
    ) -> Result<ConvertReport, AnyProblem> {
        let kept = self.free(AFTER);
        let names = made.iter().map(|(path, _)| self.target.shown(path)).collect();
        let replaced = made.iter().map(|(path, _)| path);
        let replaced = replaced.filter(|path| self.target.is_file(path));
        let aside: Vec<_> =
            replaced.chain([book]).map(|path| self.kept(&kept, path)).collect();
        let aside = aside.into_iter().collect::<Result<Vec<_>, _>>()?;
        self.target.put_all(&[aside, made].concat())?;
        self.target.remove(book);
        Ok(ConvertReport {
            workbook: self.target.shown(book),
            files: names,
            kept: self.target.shown(&kept),
        })
    }

    /// A file with the place it is kept at.
    fn kept(
        &self,
        folder: &FilePath,
        path: &FilePath,
    ) -> Result<(FilePath, Vec<u8>), AnyProblem> {
        let name = self.target.shown(path);
        let bytes = self
            .target
            .read(path)
            .map_err(|error| FileProblem::CannotRead { name, why: Both::io(&error) })?;
        Ok((folder.join(path), bytes))
    }

    /// The first of these folders that is not there: `sebelum-excel`, `sebelum-excel-2`.
    pub(super) fn free(&self, name: &str) -> FilePath {
        let mut names = numbered(name);
        let found = names.find(|name| self.target.kind(name).is_none());
        found.unwrap_or_else(|| name.into())
    }

    /// The last of these folders that is there.
    fn latest(&self, name: &str) -> Option<FilePath> {
        self.all(name).last()
    }

    /// These folders, as many as are there.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = FilePath> {
        numbered(name).take_while(|name| self.target.is_folder(name))
    }

    fn convert(&self, made: &workspace::Converted) -> Result<ConvertReport, AnyProblem> {
        let [book, _] = &BOOKS;
        let before = self.free(BEFORE);
        let mut files = vec![(book.clone(), made.bytes.clone())];
        for path in &made.files {
            files.push(self.kept(&before, path)?);
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
