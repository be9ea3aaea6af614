//! The files of a workspace, each registered for messages when it is read.

use std::collections::BTreeSet;

use super::workbook::{BookFiles, unite};
use super::{files, toml};
use crate::fields::Fields;
use crate::files::{FilePath, Folder};
use crate::node::NodeTable;
use crate::problem::{FileProblem, SheetProblem, toml_alone, without_hidden_ending};
use crate::tables::{Table as Declared, heads_of, is_declared};
use base::diag::{Problems, Severity};
use base::source::{FileId, SourceMap, Span};

pub(super) struct FolderReader<'a> {
    pub(super) folder: Folder,
    pub(super) sources: &'a mut SourceMap,
    pub(super) problems: &'a mut Problems,
    /// What the workbook says of files that were not read yet.
    pub(super) book: BookFiles,
}

impl FolderReader<'_> {
    /// A text file of the workspace, registered for messages.
    pub(super) fn text(&mut self, name: &FilePath) -> Option<FileId> {
        match files::read_text(&*self.folder, name) {
            Ok(text) => Some(self.sources.add(name, text)),
            Err(unread) => {
                let place = match unread.shown {
                    Some((text, range)) => {
                        Span::text(self.sources.add(name, text), range)
                    }
                    None => self.file(name),
                };
                self.problems.add(place, unread.problem);
                None
            }
        }
    }

    /// A file as a place, for what is not about its text.
    pub(super) fn file(&mut self, name: &FilePath) -> Span {
        Span::File(self.sources.add(name, ""))
    }

    /// A file of which nothing is read.
    fn passed_over(&mut self, name: &FilePath) -> Span {
        Span::File(self.sources.add_passed_over(name))
    }

    /// What a file says, with what the workbook says in its place or beside it.
    pub(super) fn toml(&mut self, name: &FilePath) -> Option<(Span, NodeTable)> {
        let sheet = self.book.remove(name);
        if sheet.is_some() && !self.folder.is_file(name) {
            return sheet;
        }
        let file = self.text(name)?;
        let text = self.sources.get(file)?.text.clone();
        let mut table = toml::parse(file, &text, self.problems);
        if let Some((_, more)) = sheet {
            let place = |at| self.sources.place(at);
            unite(&mut table, more, &place, self.problems);
        }
        Some((Span::File(file), table))
    }

    /// The files directly in a folder, with those that the workbook stands for.
    pub(super) fn listed(&mut self, folder: &FilePath) -> Vec<FilePath> {
        let mut paths = files::list(&*self.folder, folder, self.problems);
        let here = |path: &&FilePath| {
            path.within(folder).is_some_and(|rest| !rest.contains('/'))
        };
        let more: Vec<FilePath> = self.book.keys().filter(here).cloned().collect();
        paths.extend(more);
        paths.sort();
        paths.dedup();
        paths
    }

    /// Without files that say nothing yet: what `init` writes is comments, until a person uses it.
    pub(super) fn saying_something(&self, mut paths: Vec<FilePath>) -> Vec<FilePath> {
        paths.retain(|path| !self.is_silent(path));
        paths
    }

    /// Whether a file holds comments and nothing else. An empty one is no such file: what it held
    /// may be lost.
    pub(super) fn is_silent(&self, path: &FilePath) -> bool {
        let only_comments = |text: String| {
            let mut said = text.lines().map(str::trim).filter(|line| !line.is_empty());
            said.next().is_some_and(|line| line.starts_with('#'))
                && said.all(|line| line.starts_with('#'))
        };
        let toml = path.ends_in(&["toml"]) && !self.book.contains_key(path);
        toml && files::read_text(&*self.folder, path).is_ok_and(only_comments)
    }

    /// Without a second file of one list, which is a problem whatever it holds.
    pub(super) fn each_once(&mut self, paths: Vec<FilePath>) -> Vec<FilePath> {
        let mut kept: Vec<FilePath> = Vec::new();
        for path in paths {
            // What is never read as a list takes nothing from the file that is.
            let list = |one: &FilePath| is_list(one) && toml_alone(one).is_none();
            let same = |other: &&FilePath| {
                list(&path) && list(other) && other.stem() == path.stem()
            };
            if let Some(other) = kept.iter().find(same).cloned() {
                let place = match self.book.get(&path) {
                    Some((span, _)) => *span,
                    None => self.passed_over(&path),
                };
                let name = |path: &FilePath| match self.book.get(path) {
                    Some((span, _)) => self.sources.place(*span),
                    None => path.into(),
                };
                let (name, other) = (name(&path), name(&other));
                self.problems.add(place, SheetProblem::SameList { name, other });
            } else {
                kept.push(path);
            }
        }
        kept
    }

    pub(super) fn unread(&mut self, path: FilePath) {
        let place = self.passed_over(&path);
        let meant = without_hidden_ending(&path).map(FilePath::from);
        let there = meant.and_then(|m| files::of_one_stem(&*self.folder, &m));
        let (name, there) = (path.into(), there.unwrap_or_default().into());
        self.problems.add(place, FileProblem::UnreadFile { name, there });
    }
}

/// A file that is one table.
pub(super) fn whole<T: Default>(
    name: &str,
    span: Span,
    table: &NodeTable,
    problems: &mut Problems,
    declared: &Declared<T>,
) -> T {
    let mut fields = Fields::new(name, span, table, problems);
    let value = declared.read(&mut fields);
    fields.finish();
    value
}

/// Whether a file may hold a list.
pub(super) fn is_list(path: &FilePath) -> bool {
    path.is_book() || path.ends_in(&["toml", "csv"])
}

/// Behind a syntax error keys get lost; that they are missing or stand in the wrong table is
/// then no news. And a key of another table stands in the wrong one, but is no slip of any here.
pub(super) fn settle(problems: &mut Problems) {
    let broken: BTreeSet<FileId> = problems
        .iter()
        .filter(|d| d.problem.is_a(|p| matches!(p, FileProblem::TomlSyntax { .. })))
        .filter_map(|d| d.span.file())
        .collect();
    // Whose kind is told, of that it is no news that a text would need quotes.
    let told: BTreeSet<Span> = problems
        .iter()
        .filter(|d| {
            let error = d.problem.severity() == Severity::Error;
            error
                && !d.problem.is_a(|p| {
                    matches!(
                        p,
                        FileProblem::TomlSyntax { .. }
                            | FileProblem::MissingKey { .. }
                            | FileProblem::UnknownKey { .. }
                    )
                })
        })
        .map(|d| d.span)
        .collect();
    problems.retain(|d| {
        if d.problem.is_a(|p| matches!(p, FileProblem::TomlSyntax { .. }))
            && told.contains(&d.span)
        {
            return false;
        }
        let lost = d.span.file().is_some_and(|file| broken.contains(&file));
        match d.problem.as_a() {
            Some(FileProblem::MissingKey { .. } | FileProblem::UnknownKey { .. })
                if lost =>
            {
                return false;
            }
            Some(FileProblem::UnknownKey { key, table, .. }) if is_declared(key) => {
                let (key, table) = (key.clone(), table.clone());
                let heads = heads_of(&key, &table).join(", ");
                let near = String::new();
                d.problem = FileProblem::UnknownKey { key, table, near, heads }.into();
            }
            _ => {}
        }
        true
    });
}

/// Reads one TOML text that is not of the workspace's data (a template.toml) with [`Fields`].
pub fn with_fields<T>(
    name: &str,
    file: FileId,
    text: &str,
    problems: &mut Problems,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    let mut found = Problems::default();
    let table = toml::parse(file, text, &mut found);
    let mut fields = Fields::new(name, Span::File(file), &table, &mut found);
    let value = read(&mut fields);
    fields.finish();
    settle(&mut found);
    problems.extend(found);
    value
}
