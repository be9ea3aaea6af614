//! The index as a workbook: an overview with the policies, then urusan with a chart, OPDs,
//! services, findings and quality items as tables.

mod bagan;
mod lembar;
mod ringkasan;
pub(super) mod sel;

use base::diag::AnyProblem;
use rust_xlsxwriter::XlsxError;

use super::{Rincian, sebutan};
use field::domain::Periode;
use sel::{Gaya, buku, galat};

pub(super) use bagan::{DataBagan, bagan};

/// The workbook. Percentages are true percentages that show exactly what papers print.
///
/// # Errors
/// [`InternalProblem::Internal`] when the workbook cannot be made.
pub fn xlsx(isi: &Rincian<'_>) -> Result<Vec<u8>, AnyProblem> {
    tulis(isi).map_err(|error| galat(&error))
}

fn tulis(isi: &Rincian<'_>) -> Result<Vec<u8>, XlsxError> {
    let rekap = isi.rekap();
    let periode = i16::try_from(rekap.tahun)
        .ok()
        .map(|tahun| Periode { tahun, triwulan: rekap.triwulan });
    let sebutan = sebutan(rekap.tahun, rekap.triwulan);
    let judul = format!("Capaian SPM {}, {sebutan}", rekap.daerah);
    let gaya = Gaya::new();
    let mut book = buku(&judul, periode)?;
    ringkasan::tulis(&mut book, &gaya, rekap, &sebutan)?;
    lembar::urusan(&mut book, &gaya, rekap, &judul)?;
    lembar::opd(&mut book, &gaya, isi, &judul)?;
    lembar::layanan(&mut book, &gaya, isi, &judul)?;
    lembar::temuan(&mut book, &gaya, isi, &judul)?;
    lembar::uraian(&mut book, &gaya, isi, &judul)?;
    lembar::mutu(&mut book, &gaya, isi, &judul)?;
    book.save_to_buffer()
}
