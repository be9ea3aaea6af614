//! What sheets say about a quarter, compared with what is there, and put into its TOML.
//!
//! A reader gives an [`Import`]; [`compare()`] tells what would change, [`merge()`] changes it.
//! Nothing here touches the disk except to read a workbook.

mod arrange;
mod book;
mod compare;
mod espm;
mod items;
mod matching;
mod merge;
mod owner;
mod passed_over;
mod plan;
mod table;
#[cfg(test)]
mod tests;
mod toml_table;
mod unite;
mod when;

pub use crate::tables::{Datum, Filled};
pub use book::{ImportContext, read};
pub use compare::{ChangeKind, FieldChange, compare};
pub use merge::merge;
pub use plan::{Plan, PlannedFile, plan_import};
pub(crate) use table::{Computed, cell_number};
pub use unite::unite;

use base::diag::Both;
use base::source::{Span, Spanned};
use field::domain::Periode;

/// What one file (or several, put together) says about a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The file's name, for the comment at the head of a new TOML.
    pub file: String,
    /// The quarter.
    pub periode: Periode,
    /// The services, in the order in which new ones are to be added.
    pub layanan: Vec<ImportedLayanan>,
    /// What was not taken, and why.
    pub skipped: Vec<Skipped>,
}

/// What is said about one service. `None` leaves what is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedLayanan {
    /// Code in the catalog, such as "KES-1", with the cell that names the service.
    pub kode: Spanned<String>,
    /// What is said of its fields.
    pub content: Filled,
    /// Quality components. Those not named stay as they are.
    pub mutu: Vec<ImportedMutu>,
}

/// What is said about one quality component.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedMutu {
    /// Name, as in the catalog where it is known there, with its cell.
    pub nama: Spanned<String>,
    /// What is said of its fields.
    pub content: Filled,
}

/// Something in a sheet that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where.
    pub place: Span,
    /// What stands there.
    pub content: String,
    /// Why it was passed over.
    pub why: Both,
}
