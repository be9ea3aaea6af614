//! From the workbook to files.

use toml_edit::TomlError;

use super::BookFiles;
use super::plain::{self, PlainValue};
use super::sync::{self, TableScope};
use crate::files::{FilePath, Folder};
use crate::node::{Node, NodeTable, Value};
use crate::tables::{self, Declared};
use crate::toml_value::edited;
use crate::workspace::reader::{FolderReader, is_list};
use base::diag::{AnyProblem, InternalProblem, Problems};
use base::source::SourceMap;

/// The files that say what the workbook of a workspace says, each with its bytes. `before` is
/// where files are kept that the workbook once came from: what it says as they do stays as it was
/// typed there, comments and all.
///
/// # Errors
/// [`InternalProblem::Internal`] for a file that was read and cannot be written.
pub fn to_files(
    folder: impl Into<Folder>,
    before: Option<&FilePath>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Result<Vec<(FilePath, Vec<u8>)>, AnyProblem> {
    let (folder, book) = (folder.into(), BookFiles::new());
    let mut reader = FolderReader { folder, sources, problems, book };
    let mut book = reader.workbook();
    let mut made = Vec::new();
    if let Some(before) = before {
        reader.lists_again(before, &mut book, &mut made);
    }
    for (file, (_, new)) in book {
        let mut new = new;
        let kept = before.map(|before| before.join(&file));
        let beside = reader.folder.is_file(&file);
        let from = if beside { Some(file.clone()) } else { kept };
        let from = from.filter(|from| reader.folder.is_file(from));
        let (mut text, mut old) = (String::new(), NodeTable::new());
        if let Some(from) = &from
            && let Some((span, said)) = reader.toml(from)
        {
            let read = span.file().and_then(|read| reader.sources.get(read));
            text = read.map(|read| read.text.to_string()).unwrap_or_default();
            old = said;
        }
        if beside {
            // What the file says beside the workbook stays there.
            add(&mut new, &old);
        }
        made.push((file.clone(), written(&file, &text, (&old, &new))?.into_bytes()));
    }
    if let Some(before) = before {
        reader.rest_again(before, &mut made);
    }
    Ok(made)
}

impl FolderReader<'_> {
    /// Brings back lists that were no TOML and say what they said, and takes their rows out of
    /// what is still to be written.
    fn lists_again(
        &mut self,
        before: &FilePath,
        book: &mut BookFiles,
        made: &mut Vec<(FilePath, Vec<u8>)>,
    ) {
        for path in self.listed(&before.join(FilePath::fixed("data"))) {
            let stem = path.stem().to_owned();
            if path.ends_in(&["toml"]) || !is_list(&path) {
                continue;
            }
            let (Some(old), Ok(bytes)) =
                (self.rows(&path, &stem), self.folder.read(&path))
            else {
                continue;
            };
            let home = tables::home(&stem);
            let home =
                home.map_or_else(|| format!("data/{stem}.toml").into(), FilePath::fixed);
            let declared = tables::find(&stem);
            let Some((_, whole)) = book.get_mut(&home) else { continue };
            let Some(at) = whole.iter().position(|(key, _)| key.value == stem) else {
                continue;
            };
            let Value::List(new) = &mut whole[at].1.value else { continue };
            let Some(rest) = without(new, &old, declared) else { continue };
            *new = rest;
            if new.is_empty() {
                whole.remove(at);
            }
            if whole.is_empty() {
                book.remove(&home);
            }
            made.push((FilePath::from(format!("data/{}", path.name())), bytes));
        }
    }

    /// Brings back files of which the workbook says nothing: they hold nothing but comments.
    fn rest_again(&mut self, before: &FilePath, made: &mut Vec<(FilePath, Vec<u8>)>) {
        for folder in ["", "data", "data/capaian"] {
            let inside = before.join(FilePath::fixed(folder));
            for path in self.listed(&inside) {
                let file = FilePath::fixed(folder).join(FilePath::from(path.name()));
                let known = made.iter().any(|(own, _)| *own == file);
                if known || !path.ends_in(&["toml"]) {
                    continue;
                }
                let nothing = self.toml(&path).is_some_and(|(_, table)| table.is_empty());
                if let (true, Ok(bytes)) = (nothing, self.folder.read(&path)) {
                    made.push((file, bytes));
                }
            }
        }
    }
}

/// Rows without those of another list; `None` when one of these is not among them.
fn without(
    rows: &[Node],
    gone: &[Node],
    declared: Option<&'static dyn Declared>,
) -> Option<Vec<Node>> {
    let mut said: Vec<Option<PlainValue>> =
        plain::rows(rows, declared).into_iter().map(Some).collect();
    for row in plain::rows(gone, declared) {
        let found = said.iter_mut().find(|own| own.as_ref() == Some(&row))?;
        *found = None;
    }
    let left = rows.iter().zip(said).filter(|(_, said)| said.is_some());
    Some(left.map(|(row, _)| row.clone()).collect())
}

/// Adds what only the file says.
fn add(new: &mut NodeTable, old: &NodeTable) {
    for (key, node) in old {
        let there = new.iter_mut().find(|(own, _)| own.value == key.value);
        match (there, &node.value) {
            (None, _) => new.push((key.clone(), node.clone())),
            (Some((_, Node { value: Value::Table(there), .. })), Value::Table(more)) => {
                add(there, more);
            }
            (Some((_, Node { value: Value::List(there), .. })), Value::List(more)) => {
                let rows = std::mem::take(there);
                there.extend(more.iter().cloned().chain(rows));
            }
            _ => {}
        }
    }
}

/// The text of a file brought to what it is to say.
fn written(
    file: &FilePath,
    text: &str,
    (old, new): (&NodeTable, &NodeTable),
) -> Result<String, AnyProblem> {
    let unread = |error: &TomlError| {
        let detail = format!("{file}: {}", error.message());
        InternalProblem::Internal { detail }.into()
    };
    edited(text, unread, |document| {
        sync::table(document.as_table_mut(), (old, new), TableScope::File(file));
        Ok(())
    })
}
