//! The worksheet of one OPD as an XLSX file.

mod guide;
mod style;
mod table;

use base::diag::{AnyProblem, InternalProblem};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::column::{SHEETS, one_line};
use super::plan::Questions;
use super::stamp::{BIDANG, LIST_ROW, STAMP_SHEET, Stamp};
use crate::book::look::{FOLIO, lines};
use crate::workspace::Settings;
use field::spm::Deadline;

/// What the instructions say besides the rows.
pub(super) struct ToWrite<'a> {
    pub(super) plan_of: &'a Questions<'a>,
    pub(super) settings: &'a Settings,
    pub(super) limit: Option<&'a Deadline>,
}

/// The file's bytes, the same for the same data.
///
/// # Errors
/// [`InternalProblem::Internal`] when the writer of sheets refuses something.
pub fn write(
    plan_of: &Questions<'_>,
    settings: &Settings,
    limit: Option<&Deadline>,
) -> Result<Vec<u8>, AnyProblem> {
    let material = ToWrite { plan_of, settings, limit };
    workbook(&material)
        .map_err(|error| InternalProblem::Internal { detail: error.to_string() }.into())
}

fn workbook(material: &ToWrite<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let daerah = one_line(&material.settings.daerah.nama);
    // The day after which the quarter can be reported: a date of the data, not of the clock.
    let end = material.plan_of.periode.last_day().unwrap_or_default();
    let tahun = u16::try_from(end.year()).unwrap_or(2000);
    let month = u8::try_from(end.month()).unwrap_or(1);
    let day = u8::try_from(end.day()).unwrap_or(1);
    workbook.set_properties(
        &DocProperties::new()
            .set_title(format!("Lembar kerja SPM {}", material.plan_of.periode))
            .set_subject(one_line(&material.plan_of.opd.nama))
            .set_author(daerah.clone())
            .set_creation_datetime(&ExcelDateTime::from_ymd(tahun, month, day)?),
    );
    guide::write(workbook.add_worksheet(), material)?;
    for form in SHEETS.iter() {
        table::write(workbook.add_worksheet(), form, material)?;
    }
    let stamp = Stamp::new(&daerah, material.plan_of);
    write_stamp(workbook.add_worksheet(), &stamp)?;
    workbook.save_to_buffer().map(crate::book::of_unix)
}

fn write_stamp(sheet: &mut Worksheet, stamp: &Stamp) -> Result<(), XlsxError> {
    sheet.set_name(STAMP_SHEET)?;
    let content = [
        stamp.version.to_string(),
        stamp.daerah.clone(),
        stamp.opd.clone(),
        stamp.periode.to_string(),
        stamp.fingerprint(),
    ];
    for (row, (bidang, content)) in (0_u32..).zip(BIDANG.iter().zip(content)) {
        sheet.write_string(row, 0, *bidang)?;
        sheet.write_string(row, 1, content)?;
    }
    for (row, (kode, butir)) in (LIST_ROW..).zip(&stamp.rows) {
        sheet.write_string(row, 0, kode)?;
        if !butir.is_empty() {
            sheet.write_string(row, 1, butir)?;
        }
    }
    sheet.protect();
    sheet.set_very_hidden(true);
    Ok(())
}

/// Paper, margins and footer that all seen sheets share.
fn page(sheet: &mut Worksheet, material: &ToWrite<'_>, flat: bool) {
    sheet.set_paper_size(FOLIO);
    if flat {
        sheet.set_landscape();
    }
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_print_center_horizontally(true);
    sheet.set_screen_gridlines(false);
    // An id has only letters, digits and hyphens: no `&`, which begins a code here.
    let (opd, periode) = (&material.plan_of.opd.id.value, material.plan_of.periode);
    sheet.set_footer(format!(
        "&L&\"Arial,Regular\"&8{opd}, {}&R&\"Arial,Regular\"&8&A, halaman &P dari &N",
        periode.sebutan()
    ));
}

/// A text of the data: never a formula, never a link.
fn words(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    // The format keeps at most this many characters in a cell.
    let text: String = text.chars().take(32_000).collect();
    sheet.write_string_with_format(row, column, text, format)?;
    Ok(())
}
