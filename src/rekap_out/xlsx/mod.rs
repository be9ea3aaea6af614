//! The index as a workbook: an overview with the policies, then urusan with a chart, OPDs,
//! services, findings and quality items as tables.

pub(super) mod cell;
mod chart;
mod summary;
mod tables;

use base::diag::AnyProblem;
use rust_xlsxwriter::XlsxError;

use super::{Details, period_name};
use cell::{SheetTable, Styles, XlsxCell, fault, new_workbook};
use field::domain::Periode;

pub(super) use chart::{ChartData, chart};

/// The workbook. Percentages are true percentages that show exactly what papers print.
///
/// # Errors
/// `InternalProblem::Internal` when the workbook cannot be made.
pub fn xlsx(isi: &Details<'_>) -> Result<Vec<u8>, AnyProblem> {
    write(isi).map_err(|error| fault(&error))
}

/// A workbook of one list: its title, the name of its sheet, the columns with their widths, and the
/// rows.
///
/// # Errors
/// `InternalProblem::Internal` when the workbook cannot be made.
pub fn list(
    title: &str,
    name: &'static str,
    columns: &[(&str, f64)],
    rows: Vec<Vec<String>>,
) -> Result<Vec<u8>, AnyProblem> {
    let cells = |row: Vec<String>| row.iter().map(|text| XlsxCell::text(text)).collect();
    let rows = rows.into_iter().map(cells).collect();
    let table = SheetTable { name, columns: columns.to_vec(), rows };
    let made = || {
        let mut book = new_workbook(title, None)?;
        table.write(&mut book, &Styles::new(), title)?;
        book.save_to_buffer().map(data::of_unix)
    };
    made().map_err(|error| fault(&error))
}

fn write(isi: &Details<'_>) -> Result<Vec<u8>, XlsxError> {
    let rekap = isi.rekap();
    let periode = i16::try_from(rekap.tahun)
        .ok()
        .map(|tahun| Periode { tahun, triwulan: rekap.triwulan });
    let period = period_name(rekap.tahun, rekap.triwulan);
    let title = format!("Capaian SPM {}, {period}", rekap.daerah);
    let styles = Styles::new();
    let mut book = new_workbook(&title, periode)?;
    summary::write(&mut book, &styles, rekap, &period)?;
    let mut sheet = tables::urusan(rekap).write(&mut book, &styles, &title)?;
    tables::urusan_chart(&mut sheet, rekap)?;
    tables::opd(isi).write(&mut book, &styles, &title)?;
    let layanan = tables::layanan(isi);
    let sheet = layanan.write(&mut book, &styles, &title)?;
    let head = sheet.row - u32::try_from(layanan.rows.len()).unwrap_or(0);
    sheet.page.set_freeze_panes(head, tables::LAYANAN_IN_SIGHT)?;
    for table in [tables::temuan(isi), tables::uraian(isi), tables::mutu(isi)] {
        table.write(&mut book, &styles, &title)?;
    }
    book.save_to_buffer().map(data::of_unix)
}
