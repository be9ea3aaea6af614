//! Writing the workbook: every table of the data as a sheet to fill in.

mod cell;
pub(super) mod pick;
mod sheets;
mod style;
mod table;

use std::collections::BTreeMap;

use base::diag::{AnyProblem, InternalProblem, Problems};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::book::of_unix;
use crate::files::FilePath;
use crate::node::{Node, NodeTable, Value};
use crate::tables::Elsewhere;
use table::Tables;

/// The data of a workspace by the files it stands in.
pub(super) type DataFiles = BTreeMap<FilePath, NodeTable>;

/// What the workbook lets its users choose from.
pub struct BookChoices {
    /// What may be said of the form of papers.
    pub form: Elsewhere,
    /// The services: code and name.
    pub layanan: Vec<(String, String)>,
    /// The templates: name and title.
    pub templat: Vec<(String, String)>,
}

/// The bytes of a workbook with all that the files say, the same for the same data; empty sheets
/// where they say nothing. What has no room in it is reported, and nothing is given then.
///
/// # Errors
/// [`InternalProblem::Internal`] when the writer of sheets refuses something.
pub(super) fn write(
    files: &DataFiles,
    choices: &BookChoices,
    problems: &mut Problems,
) -> Result<Option<Vec<u8>>, AnyProblem> {
    let tables = Tables::of(files);
    let before = problems.iter().count();
    let bytes = workbook((&tables, choices), problems)
        .map_err(|error| InternalProblem::Internal { detail: error.to_string() })?;
    Ok((problems.iter().count() == before).then_some(bytes))
}

fn workbook(
    (tables, choices): (&Tables<'_>, &BookChoices),
    problems: &mut Problems,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: the same data gives the same bytes.
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Data rakor SPM")
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    sheets::guide(workbook.add_worksheet())?;
    for plan in super::plan::SHEETS {
        sheets::write(workbook.add_worksheet(), plan, (tables, choices), problems)?;
    }
    pick::write(workbook.add_worksheet(), choices)?;
    for (name, rows) in &tables.free {
        sheets::free(workbook.add_worksheet(), name, rows, problems)?;
    }
    workbook.save_to_buffer().map(of_unix)
}

/// Whether a list of the user's own has room on a sheet: each row has only plain values.
pub(in crate::workspace::workbook) fn has_room(rows: &[Node]) -> bool {
    let plain = |node: &Node| {
        !matches!(node.value, Value::List(_) | Value::Table(_) | Value::Broken)
    };
    rows.iter().all(|row| match &row.value {
        Value::Table(entries) => entries.iter().all(|(_, node)| plain(node)),
        _ => false,
    })
}
