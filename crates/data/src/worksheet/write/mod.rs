//! The worksheet of one OPD as an XLSX file.

mod guide;
mod style;
mod table;

use base::diag::{AnyProblem, InternalProblem};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::column::{self, LEMBAR, sebaris};
use super::plan::Questions;
use super::stamp::{BARIS_DAFTAR, BIDANG, LEMBAR_STEMPEL, Stamp, VERSI};
use crate::workspace::Settings;
use field::spm::Deadline;

/// Paper code of the format: folio (8.5 by 13 inches), the nearest to F4.
const FOLIO: u8 = 14;

/// What the instructions say besides the rows.
pub(super) struct ToWrite<'a> {
    pub(super) rencana: &'a Questions<'a>,
    pub(super) settings: &'a Settings,
    pub(super) batas: Option<&'a Deadline>,
}

/// The file's bytes, the same for the same data.
///
/// # Errors
/// [`InternalProblem::Internal`] when the writer of sheets refuses something.
pub fn tulis(
    rencana: &Questions<'_>,
    settings: &Settings,
    batas: Option<&Deadline>,
) -> Result<Vec<u8>, AnyProblem> {
    let bahan = ToWrite { rencana, settings, batas };
    buku(&bahan)
        .map_err(|error| InternalProblem::Internal { detail: error.to_string() }.into())
}

fn buku(bahan: &ToWrite<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut buku = Workbook::new();
    let daerah = sebaris(&bahan.settings.daerah.nama);
    // The day after which the quarter can be reported: a date of the data, not of the clock.
    let akhir = bahan.rencana.periode.last_day().unwrap_or_default();
    let tahun = u16::try_from(akhir.year()).unwrap_or(2000);
    let bulan = u8::try_from(akhir.month()).unwrap_or(1);
    let hari = u8::try_from(akhir.day()).unwrap_or(1);
    buku.set_properties(
        &DocProperties::new()
            .set_title(format!("Lembar kerja SPM {}", bahan.rencana.periode))
            .set_subject(sebaris(&bahan.rencana.opd.nama))
            .set_author(daerah.clone())
            .set_creation_datetime(&ExcelDateTime::from_ymd(tahun, bulan, hari)?),
    );
    guide::tulis(buku.add_worksheet(), bahan)?;
    for bentuk in LEMBAR.iter() {
        table::tulis(buku.add_worksheet(), bentuk, bahan)?;
    }
    let stempel = Stamp::baru(&daerah, bahan.rencana);
    tulis_stempel(buku.add_worksheet(), &stempel)?;
    buku.save_to_buffer()
}

fn tulis_stempel(lembar: &mut Worksheet, stempel: &Stamp) -> Result<(), XlsxError> {
    lembar.set_name(LEMBAR_STEMPEL)?;
    let isi = [
        VERSI.to_owned(),
        stempel.daerah.clone(),
        stempel.opd.clone(),
        stempel.periode.to_string(),
        stempel.sidik(),
    ];
    for (row, (bidang, isi)) in (0_u32..).zip(BIDANG.iter().zip(isi)) {
        lembar.write_string(row, 0, *bidang)?;
        lembar.write_string(row, 1, isi)?;
    }
    for (row, (kode, butir)) in (BARIS_DAFTAR..).zip(&stempel.baris) {
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
fn halaman(lembar: &mut Worksheet, bahan: &ToWrite<'_>, mendatar: bool) {
    lembar.set_paper_size(FOLIO);
    if mendatar {
        lembar.set_landscape();
    }
    lembar.set_print_fit_to_pages(1, 0);
    lembar.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    lembar.set_print_center_horizontally(true);
    lembar.set_screen_gridlines(false);
    // An id has only letters, digits and hyphens: no `&`, which begins a code here.
    let (opd, periode) = (&bahan.rencana.opd.id.value, bahan.rencana.periode);
    lembar.set_footer(format!(
        "&L&\"Arial,Regular\"&8{opd}, {}&R&\"Arial,Regular\"&8&A, halaman &P dari &N",
        column::panjang(periode)
    ));
}

/// Lines that a text takes in a column of that many digits of the default face, which are a
/// quarter wider than the letters of ours.
fn baris(teks: &str, lebar: f64) -> u32 {
    let muat = (lebar * 1.2).max(1.0);
    let mut baris = 1_u32;
    let mut isi = 0.0;
    for kata in teks.split_whitespace() {
        let panjang = f64::from(u32::try_from(kata.chars().count()).unwrap_or(u32::MAX));
        if isi > 0.0 && isi + 1.0 + panjang > muat {
            baris += 1;
            isi = panjang;
        } else {
            isi += panjang + if isi > 0.0 { 1.0 } else { 0.0 };
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
