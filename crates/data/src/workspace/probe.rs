//! The readers on texts and bytes in memory, for fuzzing and tests: no files, no folders.

use super::columns::ListColumns;
use super::{csv, sheet, toml};
use crate::book;
use crate::files::FilePath;
use crate::node::{Node, NodeTable};
use base::diag::Problems;
use base::source::{SourceMap, Span};

/// The rows of a list (`peserta`, `capaian`, `mutu`, …) in bytes, read by the ending of `name`:
/// a workbook's visible sheets one after the other, or a CSV.
pub fn sheet(
    name: impl Into<FilePath>,
    list: &str,
    bytes: &[u8],
) -> (Vec<Node>, Problems) {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let name = name.into();
    let columns = ListColumns::of(list);
    let file = sources.add(&name, "");
    let mut rows = Vec::new();
    if name.ends_in(&["csv"]) {
        let text = String::from_utf8_lossy(bytes);
        rows = csv::parse(file, &text, columns, &mut problems);
        return (rows, problems);
    }
    match book::of_bytes(bytes.to_vec(), &(&name).into()) {
        Ok(mut book) => {
            for tab in book.sheets() {
                match book.grid(&tab) {
                    Ok(grid) => {
                        let found = sheet::rows(file, &grid, columns, &mut problems);
                        rows.extend(found.into_iter().flatten());
                    }
                    Err(problem) => problems.add(Span::File(file), problem),
                }
            }
        }
        Err(problem) => problems.add(Span::File(file), problem),
    }
    (rows, problems)
}

/// A TOML text as a table.
pub fn toml(text: &str) -> (NodeTable, Problems) {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let file = sources.add("data.toml", text);
    let table = toml::parse(file, text, &mut problems);
    (table, problems)
}
