//! The files of a workspace as typed values, each with its place: read, checked, imported, and
//! asked for on worksheets.

mod book;
pub mod check;
pub mod fields;
pub mod files;
mod head;
pub mod import;
pub mod node;
mod other_unit;
pub mod problem;
mod quarter;
pub mod tables;
mod toml_value;
pub mod version;
pub mod worksheet;
pub mod workspace;

pub use book::mark::{Marked, Seals, marked, seals};
pub use book::of_unix;
