//! The worksheet of one OPD as an XLSX file.

mod guide;
mod style;
mod table;

use base::diag::{AnyProblem, InternalProblem};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::column::{self, LEMBAR, one_line};
use super::plan::Questions;
use super::stamp::{BARIS_DAFTAR, BIDANG, LEMBAR_STEMPEL, Stamp, VERSI};
use crate::workspace::Settings;
use field::spm::Deadline;

/// Paper code of the format: folio (8.5 by 13 inches), the nearest to F4.
const FOLIO: u8 = 14;

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
    let akhir = material.plan_of.periode.last_day().unwrap_or_default();
    let tahun = u16::try_from(akhir.year()).unwrap_or(2000);
    let bulan = u8::try_from(akhir.month()).unwrap_or(1);
    let hari = u8::try_from(akhir.day()).unwrap_or(1);
    workbook.set_properties(
        &DocProperties::new()
            .set_title(format!("Lembar kerja SPM {}", material.plan_of.periode))
            .set_subject(one_line(&material.plan_of.opd.nama))
            .set_author(daerah.clone())
            .set_creation_datetime(&ExcelDateTime::from_ymd(tahun, bulan, hari)?),
    );
    guide::write(workbook.add_worksheet(), material)?;
    for form in LEMBAR.iter() {
        table::write(workbook.add_worksheet(), form, material)?;
    }
    let stamp = Stamp::new(&daerah, material.plan_of);
    write_stamp(workbook.add_worksheet(), &stamp)?;
    workbook.save_to_buffer()
}

fn write_stamp(lembar: &mut Worksheet, stamp: &Stamp) -> Result<(), XlsxError> {
    lembar.set_name(LEMBAR_STEMPEL)?;
    let isi = [
        VERSI.to_owned(),
        stamp.daerah.clone(),
        stamp.opd.clone(),
        stamp.periode.to_string(),
        stamp.sidik(),
    ];
    for (row, (bidang, isi)) in (0_u32..).zip(BIDANG.iter().zip(isi)) {
        lembar.write_string(row, 0, *bidang)?;
        lembar.write_string(row, 1, isi)?;
    }
    for (row, (kode, butir)) in (BARIS_DAFTAR..).zip(&stamp.baris) {
        lembar.write_string(row, 0, kode)?;
        if !butir.is_empty() {
            lembar.write_string(row, 1, butir)?;
        }
    }
    lembar.protect();
    lembar.set_very_hidden(true);
    Ok(())
}

/// Paper, margins and footer that all seen sheets share.
fn page(lembar: &mut Worksheet, material: &ToWrite<'_>, mendatar: bool) {
    lembar.set_paper_size(FOLIO);
    if mendatar {
        lembar.set_landscape();
    }
    lembar.set_print_fit_to_pages(1, 0);
    lembar.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    lembar.set_print_center_horizontally(true);
    lembar.set_screen_gridlines(false);
    // An id has only letters, digits and hyphens: no `&`, which begins a code here.
    let (opd, periode) = (&material.plan_of.opd.id.value, material.plan_of.periode);
    lembar.set_footer(format!(
        "&L&\"Arial,Regular\"&8{opd}, {}&R&\"Arial,Regular\"&8&A, halaman &P dari &N",
        column::long(periode)
    ));
}

/// Lines that a text takes in a column of that many digits of the default face, which are a
/// quarter wider than the letters of ours.
fn baris(teks: &str, width: f64) -> u32 {
    let muat = (width * 1.2).max(1.0);
    let mut baris = 1_u32;
    let mut isi = 0.0;
    for kata in teks.split_whitespace() {
        let long = f64::from(u32::try_from(kata.chars().count()).unwrap_or(u32::MAX));
        if isi > 0.0 && isi + 1.0 + long > muat {
            baris += 1;
            isi = long;
        } else {
            isi += long + if isi > 0.0 { 1.0 } else { 0.0 };
        }
    }
    baris
}

/// A text of the data: never a formula, never a link.
fn kata(
    lembar: &mut Worksheet,
    (row, column): (u32, u16),
    teks: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    // The format keeps at most this many characters in a cell.
    let teks: String = teks.chars().take(32_000).collect();
    lembar.write_string_with_format(row, column, teks, format)?;
    Ok(())
}
