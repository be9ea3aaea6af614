//! `rakor.xlsx`: all tables of the data as sheets of one workbook.
//!
//! A sheet says what a file says: reading the workbook gives for each file the table that its
//! TOML would give, each value at its cell. The readers of files go on from there.

pub(super) mod attach;
mod convert;
mod plain;
pub(super) mod plan;
mod read;
mod sync;
mod to_files;
mod unite;
mod values;
mod words;
mod write;

pub use convert::{Converted, to_workbook};
pub use plan::{label_of, sheet_of, sheets_of_file};
pub use read::BOOKS;
pub(super) use read::like_the_book;
pub(in crate::workspace) use sync::SURAT;
pub use to_files::to_files;
pub(super) use unite::unite;
pub use write::BookChoices;

use std::collections::BTreeMap;

use crate::files::FilePath;
use crate::node::NodeTable;
use base::source::Span;

/// What stands in the workbook, by the files it would stand in.
pub(super) type BookFiles = BTreeMap<FilePath, (Span, NodeTable)>;
