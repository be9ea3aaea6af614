//! The workspace: finds, reads and types what the user wrote.
//!
//! [`load()`] reads the whole folder once. Every problem is kept with its place; what could be
//! read is returned beside them, so that one run tells all that is wrong.

mod apart;
mod below;
mod called;
mod capaian_sheet;
mod cell;
mod columns;
pub(crate) mod csv;
mod damaged;
pub(crate) mod files;
mod head_row;
mod indeks_lain;
mod lines;
mod load;
mod model;
mod next;
mod notes;
#[doc(hidden)]
pub mod probe;
mod quotes;
mod reader;
mod register;
mod rows;
#[cfg(test)]
mod schema_tests;
mod settings;
pub mod sheet;
mod surat;
mod text;
mod toml;
mod toml_follow;
mod toml_line;
mod toml_mend;
mod toml_open;
mod toml_steps;
mod toml_words;
mod totals;
mod twice;
mod typed_in;
mod unique;
mod workbook;

pub use field::domain::StatusDokumen;
pub use files::tree as files_under;
pub use load::{is_workspace, load, load_figures};
pub use model::{OwnFace, Workspace};
pub use next::{
    FileTexts, HASIL, NextFiles, NextQuarter, NextText, joined_registers, next_files,
};
pub use reader::with_fields;
pub use register::REGISTER;
pub use settings::{INPUTS, SETTINGS, Settings};
pub use text::{capaian_text, read_register};
pub use workbook::{
    BOOKS, BookChoices, Converted, label_of, sheet_of, sheets_of_file, to_files,
    to_workbook,
};
