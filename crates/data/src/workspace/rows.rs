//! The rows of a list, whatever kind of file it stands in.

use super::columns::ListColumns;
use super::csv;
use super::reader::FolderReader;
use crate::files::FilePath;
use crate::node::{Node, Value};
use crate::problem::FileProblem;

impl FolderReader<'_> {
    /// The rows of a list file: `[[name]]` in TOML, all rows of a CSV or a sheet.
    pub(super) fn rows(&mut self, path: &FilePath, name: &str) -> Option<Vec<Node>> {
        if path.ends_in(&["csv"]) {
            let file = self.text(path)?;
            let text = self.sources.get(file)?.text.clone();
            return Some(csv::parse(file, &text, ListColumns::of(name), self.problems));
        }
        if path.is_book() {
            return self.sheet_rows(path, name);
        }
        let (span, table) = self.toml(path)?;
        let mut rows = None;
        for (key, node) in table {
            match node.value {
                Value::List(items) if key.value == name => rows = Some(items),
                // `[opd]` for `[[opd]]`: one of them, read as what it is.
                Value::Table(_) if key.value == name => {
                    let problem = FileProblem::SingleBrackets { head: key.value };
                    self.problems.add(node.span, problem);
                    rows = Some(vec![node]);
                }
                _ => self.problems.add(
                    key.span,
                    FileProblem::UnknownKey {
                        near: format!("[[{name}]]"),
                        key: key.value,
                        table: path.into(),
                        heads: String::new(),
                    },
                ),
            }
        }
        if rows.is_none() {
            let (key, table) = (format!("[[{name}]]"), path.into());
            self.problems.add(span, FileProblem::MissingKey { key, table });
        }
        rows
    }
}
