//! From files to a workbook.

use super::write::{BookChoices, DataFiles, has_room, write};
use crate::files::{FilePath, Folder};
use crate::node::{Node, Value};
use crate::tables;
use crate::workspace::reader::{FolderReader, is_list};
use crate::workspace::register::REGISTER;
use crate::workspace::settings::SETTINGS;
use base::diag::{AnyProblem, Problems};
use base::source::{SourceMap, Span, Spanned};

use super::BookFiles;

/// A workbook and the files that it stands for.
#[derive(Debug)]
pub struct Converted {
    /// The workbook.
    pub bytes: Vec<u8>,
    /// What it says besides need not be said in these.
    pub files: Vec<FilePath>,
}

/// The workbook that says what the files of a workspace say; `None` after problems were reported.
/// The register of numbers, which the program writes, and lists of the user's own with values
/// that have no room in a cell stay files. `choices` are what its lists offer.
///
/// # Errors
/// [`base::diag::InternalProblem::Internal`] when the writer of sheets refuses something.
pub fn to_workbook(
    folder: impl Into<Folder>,
    choices: &BookChoices,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Result<Option<Converted>, AnyProblem> {
    let (folder, book) = (folder.into(), BookFiles::new());
    let mut reader = FolderReader { folder, sources, problems, book };
    let mut taken = FilesTaken::default();
    reader.take_whole(SETTINGS, &mut taken);
    for folder in ["data", "data/capaian"] {
        for path in reader.listed(&FilePath::fixed(folder)) {
            reader.take(path, &mut taken);
        }
    }
    let bytes = write(&taken.data, choices, problems)?;
    Ok(bytes.map(|bytes| Converted { bytes, files: taken.files }))
}

/// What was read so far.
#[derive(Default)]
struct FilesTaken {
    data: DataFiles,
    files: Vec<FilePath>,
}

impl FolderReader<'_> {
    /// Takes a file over, if all of it has room in the workbook.
    fn take(&mut self, path: FilePath, taken: &mut FilesTaken) {
        let toml = path.ends_in(&["toml"]);
        let quarter = path.starts_with("data/capaian/");
        let whole = quarter || ["rakor", "surat", "hasil"].contains(&path.stem());
        if path == REGISTER || whole && !toml || !is_list(&path) {
            return;
        }
        if self.is_silent(&path) {
            taken.files.push(path);
            return;
        }
        if whole {
            self.take_whole(path, taken);
            return;
        }
        let stem = path.stem().to_owned();
        let Some(rows) = self.rows(&path, &stem) else { return };
        let known = tables::home(&stem);
        if known.is_none() && (rows.is_empty() || !has_room(&rows)) {
            return;
        }
        let home =
            known.map_or_else(|| format!("data/{stem}.toml").into(), FilePath::fixed);
        let table = taken.data.entry(home).or_default();
        let list = table.iter_mut().find(|(key, _)| key.value == stem);
        if let Some((_, Node { value: Value::List(there), .. })) = list {
            there.extend(rows);
        } else {
            let span = rows.first().map_or(Span::None, |row| row.span);
            let rows = Node { value: Value::List(rows), span };
            table.push((Spanned::new(stem, span), rows));
        }
        taken.files.push(path);
    }

    /// Takes over a file that is one table.
    fn take_whole(&mut self, path: FilePath, taken: &mut FilesTaken) {
        let Some((_, table)) = self.toml(&path) else { return };
        let there = taken.data.entry(path.clone()).or_default();
        for (key, node) in table {
            let list = there.iter_mut().find(|(own, _)| own.value == key.value);
            match (list, node) {
                (
                    Some((_, Node { value: Value::List(there), .. })),
                    Node { value: Value::List(more), .. },
                ) => there.extend(more),
                (_, node) => there.push((key, node)),
            }
        }
        taken.files.push(path);
    }
}
