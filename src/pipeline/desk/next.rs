//! The workspace of the next quarter.

use data::check::level;
use data::files::{FilePath, Memory, tree};
use data::workspace::{
    self, BOOKS, FileTexts, INPUTS, NextFiles, NextQuarter, NextText, REGISTER, SETTINGS,
    Workspace,
};
use field::domain::{Pejabat, Periode};
use serde::Serialize;

use super::workbook::choices;
use super::{Answer, CallRun, Desk};
use crate::output::{Target, Version, recorded};
use crate::pipeline::Opened;
use crate::pipeline::carried::{self, Carried};
use crate::problem::{NextProblem, OutputProblem};
use base::diag::{AnyProblem, Both, Problems, Span};
use data::problem::FileProblem;

/// Where the files are kept as they were before the next quarter took their places.
const BEFORE: &str = "sebelum-lanjut";

/// Where those of the next quarter are kept once the old ones are back.
const UNDONE: &str = "batal-lanjut";

/// Beside what is kept: the names of the files that came new.
const NEW: &str = "berkas-baru.txt";

/// The folder of the next quarter, told when it is known which one that is.
pub type NextFolder<'a> = &'a dyn Fn(Periode) -> Target;

/// What is begun.
#[derive(Clone, Copy, Default)]
pub struct NextWish<'a> {
    /// The quarter; the next one when absent.
    pub to: Option<Periode>,
    /// Another folder, which must be new or empty; in the same one when absent.
    pub into: Option<NextFolder<'a>>,
}

/// A text of the data, and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct NextLine {
    /// Its file, or its sheet in a workbook.
    pub place: String,
    /// Its key.
    pub key: String,
    /// What it says now.
    pub text: String,
}

/// What was begun.
#[derive(Debug, Clone, Serialize)]
pub struct NextReport {
    /// The folder.
    pub folder: String,
    /// The quarter that was reported.
    pub from: String,
    /// The one that is begun.
    pub to: String,
    /// Where the files are kept as they were; absent in a new folder.
    pub kept: Option<String>,
    /// Values that were taken out: file or sheet, key and how many.
    pub emptied: Vec<(String, String, usize)>,
    /// Texts that name the next quarter now.
    pub rolled: Vec<NextLine>,
    /// Texts that still name a day or what was.
    pub look: Vec<NextLine>,
    /// Files that tell of the last meeting, left out.
    pub left: Vec<String>,
    /// Lists in which only a spreadsheet can empty the column of who came.
    pub sheets: Vec<String>,
    /// What is carried to be reported on.
    pub carried: usize,
    /// Offices whose letter asks for more, which is not carried since it did not go out.
    pub unsent: Vec<String>,
    /// Officials whose term ends before the quarter does, and nobody after them is named.
    pub officials: Vec<String>,
    /// Letters whose numbers nobody registered, each with its first.
    pub unregistered: Vec<(String, i64)>,
}

impl Desk {
    /// Begins the next quarter: the data of this workspace without what holds for one meeting
    /// only. What was there before is left as it is, or kept in `sebelum-lanjut`. With errors in
    /// the data nothing is begun.
    pub fn next(&self, wish: &NextWish<'_>) -> Answer<NextReport> {
        let mut run = self.run();
        let Some(opened) = self.open(&mut run) else { return run.answer(None) };
        let report = self.begin(wish, &opened, &mut run);
        run.without_warnings();
        match report {
            Ok(report) => run.answer_if_done(Some(report)),
            Err(problem) => {
                run.problems.add(Span::None, problem);
                run.answer(None)
            }
        }
    }

    /// Brings back what [`Desk::next`] changed in this folder; what stands there now is kept in
    /// `batal-lanjut`. Gives the names of the files that are back.
    pub fn undo_next(&self) -> Answer<Vec<String>> {
        let mut run = self.run();
        match self.bring_back() {
            Ok(names) => run.answer(Some(names)),
            Err(problem) => {
                run.problems.add(Span::None, problem);
                run.answer(None)
            }
        }
    }

    fn begin(
        &self,
        wish: &NextWish<'_>,
        opened: &Opened,
        run: &mut CallRun,
    ) -> Result<NextReport, AnyProblem> {
        let workspace = &opened.workspace;
        // Who names the quarter that comes says which one was.
        let named = workspace.settings.periode;
        let from = named
            .or_else(|| wish.to.map(Periode::previous))
            .ok_or(NextProblem::NoQuarter {})?;
        let to = wish.to.unwrap_or_else(|| from.next());
        if to <= from {
            let (asked, from) = (to.to_string(), from.to_string());
            return Err(NextProblem::NotLater { asked, from }.into());
        }
        let target = wish.into.map(|folder| folder(to));
        if let Some(target) = &target {
            let [xlsx, ods] = &BOOKS;
            if target.folder().is_inside(&[&SETTINGS, xlsx, ods]) {
                let dir = target.shown(&FilePath::HERE);
                return Err(NextProblem::InsideWorkspace { dir }.into());
            }
            target.sweep(&FilePath::HERE);
            let empty =
                target.list(&FilePath::HERE).map_or(true, |found| found.is_empty());
            if target.is_file(&FilePath::HERE) || !empty {
                let dir = target.shown(&FilePath::HERE);
                return Err(OutputProblem::NotEmpty { dir }.into());
            }
        }
        let out = self.output(None, opened).folder();
        let printed = recorded(&*out, Version::Printed);
        let Carried { before, unsent } = carried::before(opened, from, &printed);
        let last = carried::last(workspace);
        let next = NextQuarter { from, to, last, before };
        let old = self.old_files(run)?;
        let book = BOOKS.iter().find(|book| self.target.is_file(book));
        let mut made = workspace::next_files(&old, &next)?;
        made.leave_photos(workspace);
        if book.is_some() {
            bind(&mut made.files, workspace, run)?;
        }
        let kept = match &target {
            Some(target) => {
                // With its settings a folder is a workspace, so that they come last.
                let last = |path: &FilePath| *path == SETTINGS || BOOKS.contains(path);
                let (settings, rest): (Vec<_>, Vec<_>) =
                    made.files.clone().into_iter().partition(|(path, _)| last(path));
                target.put_all(&[rest, settings].concat())?;
                None
            }
            None => Some(self.replace(&made.files)?),
        };
        let folder = target.as_ref().unwrap_or(&self.target);
        let kept = (kept, unsent);
        Ok(report(&next, made, folder, kept, (workspace, book.is_some())))
    }

    /// The files that papers are made from; a workbook as the files that it stands for.
    fn old_files(&self, run: &mut CallRun) -> Result<FileTexts, AnyProblem> {
        let folder = self.folder();
        let inner = INPUTS.iter().flat_map(|name| tree(&*folder, &FilePath::fixed(name)));
        let open = |path: &FilePath| {
            path.split('/').any(|name| name.starts_with('.') || name.starts_with("~$"))
        };
        let own = [SETTINGS].into_iter().filter(|path| self.target.is_file(path));
        let mut files = FileTexts::new();
        for path in inner.filter(|path| !open(path)).chain(own) {
            files.insert(path.clone(), self.bytes(&path)?);
        }
        if BOOKS.iter().any(|book| self.target.is_file(book)) {
            // What is to be said of the data was said when it was read as a whole.
            let mut unsaid = Problems::default();
            files.extend(workspace::to_files(
                self.folder(),
                None,
                &mut run.sources,
                &mut unsaid,
            )?);
        }
        Ok(files)
    }

    fn bytes(&self, path: &FilePath) -> Result<Vec<u8>, AnyProblem> {
        let name = self.target.shown(path);
        let read = self.target.read(path);
        Ok(read
            .map_err(|error| FileProblem::CannotRead { name, why: Both::io(&error) })?)
    }

    /// Puts files in the places of those that were there, which are kept aside with those that go:
    /// the results, and what a workbook says now.
    fn replace(&self, files: &FileTexts) -> Result<String, AnyProblem> {
        let aside = self.free(BEFORE);
        let (mut changed, mut new) = (Vec::new(), String::new());
        for (path, bytes) in files {
            if !self.target.is_file(path) {
                new.push_str(path);
                new.push('\n');
                changed.push((path.clone(), bytes.clone()));
                continue;
            }
            let old = self.bytes(path)?;
            if old != *bytes {
                changed.push((aside.join(path), old));
                changed.push((path.clone(), bytes.clone()));
            }
        }
        // Photos of the last meeting stay where they are, since nothing names them any more.
        let data = tree(&*self.folder(), &FilePath::fixed("data"));
        let own = BOOKS.iter().cloned().chain([SETTINGS]).chain(data);
        let gone =
            own.filter(|path| self.target.is_file(path) && !files.contains_key(path));
        let hidden = |path: &FilePath| path.name().starts_with(['.', '~']);
        let gone: Vec<FilePath> = gone.filter(|path| !hidden(path)).collect();
        for path in &gone {
            changed.push((aside.join(path), self.bytes(path)?));
        }
        if !new.is_empty() {
            changed.push((aside.join(NEW), new.into_bytes()));
        }
        self.target.put_all(&changed)?;
        for path in &gone {
            self.target.remove(path);
        }
        Ok(self.target.shown(&aside))
    }

    fn bring_back(&self) -> Result<Vec<String>, AnyProblem> {
        let full = |name: &FilePath| !tree(&*self.folder(), name).is_empty();
        let Some(kept) = self.all(BEFORE).filter(full).last() else {
            let folder = self.target.shown(&FilePath::fixed(BEFORE));
            return Err(NextProblem::NothingKept { folder }.into());
        };
        let undone = self.free(UNDONE);
        let (mut changed, mut names, mut done) = (Vec::new(), Vec::new(), Vec::new());
        let mut new = Vec::new();
        for from in tree(&*self.folder(), &kept) {
            let Some(path) = from.within(&kept) else { continue };
            let mut bytes = self.bytes(&from)?;
            if path.as_str() == NEW {
                let listed = String::from_utf8_lossy(&bytes);
                let listed = listed.lines().filter_map(FilePath::checked);
                // A number that was given stays given.
                new = listed.filter(|path| *path != REGISTER).collect();
                done.push(from);
                continue;
            }
            if self.target.is_file(&path) {
                let now = self.bytes(&path)?;
                if path == REGISTER {
                    bytes = workspace::joined_registers(&bytes, &now)?;
                }
                changed.push((undone.join(&path), now));
            }
            names.push(self.target.shown(&path));
            changed.push((path, bytes));
            done.push(from);
        }
        new.retain(|path| self.target.is_file(path));
        for path in &new {
            changed.push((undone.join(path), self.bytes(path)?));
        }
        self.target.put_all(&changed)?;
        // What is back is kept no longer, so that the next time takes the one before it.
        for path in done.iter().chain(&new) {
            self.target.remove(path);
        }
        let folders = done.iter().flat_map(|path| {
            let ends = path.match_indices('/').map(|(end, _)| path[..end].into());
            ends.collect::<Vec<FilePath>>()
        });
        let mut folders: Vec<FilePath> = folders.collect();
        folders.sort();
        folders.dedup();
        // Those inside come behind those around them.
        for folder in folders.iter().rev() {
            self.target.remove(folder);
        }
        Ok(names)
    }
}

/// Makes the workbook that says what the files say, in their places.
fn bind(
    files: &mut FileTexts,
    workspace: &Workspace,
    run: &mut CallRun,
) -> Result<(), AnyProblem> {
    let memory = Memory::new();
    for (path, bytes) in &*files {
        memory.put(path.clone(), bytes.as_slice());
    }
    let mut unsaid = Problems::default();
    let level = level(workspace.settings.daerah.jenis);
    let choices = choices(level, &workspace.texts, &mut run.sources, &mut unsaid);
    let made = workspace::to_workbook(memory, &choices, &mut run.sources, &mut unsaid)?;
    if let Some(made) = made {
        for path in &made.files {
            files.remove(path);
        }
        files.insert(BOOKS[0].clone(), made.bytes);
    }
    Ok(())
}

/// What is to be said of it.
fn report(
    next: &NextQuarter,
    made: NextFiles,
    folder: &Target,
    (kept, unsent): (Option<String>, Vec<String>),
    (workspace, book): (&Workspace, bool),
) -> NextReport {
    // In a workbook a table is a sheet, and a key the heading of a column.
    let named = |file: &FilePath, table: &str, key: String| {
        let sheet = workspace::sheet_of(table).filter(|_| book);
        let title =
            sheet.map(|sheet| (sheet.to_owned(), workspace::label_of(table, &key)));
        title.unwrap_or_else(|| (file.to_string(), key))
    };
    let line = |one: NextText| {
        let (place, key) = named(&one.file, one.table, one.key);
        NextLine { place, key, text: one.text }
    };
    let ends = next.to.last_day();
    let over =
        |one: &Pejabat| one.sampai.zip(ends).is_some_and(|(until, ends)| until < ends);
    let follows = |one: &Pejabat, next: &Pejabat| {
        (one.id.value == next.id.value || one.jabatan == next.jabatan) && !over(next)
    };
    let ending = workspace.pejabat.iter().filter(|one| {
        over(one) && !workspace.pejabat.iter().any(|next| follows(one, next))
    });
    let officials = ending.map(|one| {
        let until = one.sampai.map(bahasa::date::format_date).unwrap_or_default();
        format!("{}, {} ({until})", one.nama.without_gelar(), one.jabatan)
    });
    NextReport {
        folder: folder.shown(&FilePath::HERE),
        from: next.from.sebutan(),
        to: next.to.sebutan(),
        kept,
        emptied: made
            .emptied
            .into_iter()
            .map(|((file, table, key), count)| {
                let (place, key) = named(&file, table, key);
                (place, key, count)
            })
            .collect(),
        rolled: made.rolled.into_iter().map(line).collect(),
        look: made.look.into_iter().map(line).collect(),
        left: made.left.iter().map(|path| told_file(path, book)).collect(),
        sheets: made.sheets.iter().map(ToString::to_string).collect(),
        carried: made.carried,
        unsent,
        unregistered: made.unregistered,
        officials: officials.collect(),
    }
}

/// A file as who keeps a workbook knows it: its sheets.
fn told_file(path: &FilePath, book: bool) -> String {
    let sheets = workspace::sheets_of_file(path);
    if book && !sheets.is_empty() { sheets.join(", ") } else { path.to_string() }
}
