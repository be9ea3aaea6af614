//! The first sheet: the index, what it must not be mixed with, and the policies behind it.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Styles, XlsxCell, XlsxSheet};
use super::tables::standing_cell;
use crate::rekap_out::{OTHER_INDICES, counted_as_zero, standing_head};
use base::diag::Lang;
use field::spm::Rekap;

const WIDTHS: [f64; 6] = [46.0, 30.0, 9.0, 22.0, 24.0, 36.0];

pub(super) fn write(
    book: &mut Workbook,
    styles: &Styles,
    rekap: &Rekap,
    period_name: &str,
) -> Result<(), XlsxError> {
    let mut l = XlsxSheet::new(book, styles, "Ringkasan", &WIDTHS)?;
    l.title("Rekapitulasi Capaian Standar Pelayanan Minimal")?;
    let word = |text: &'static str| XlsxCell::Text(text.to_owned());
    l.write_row(&[word("Daerah"), XlsxCell::text(&rekap.daerah)])?;
    l.write_row(&[word("Periode"), XlsxCell::text(period_name)])?;
    l.write_row(&[
        word("Indeks capaian SPM (e-SPM)"),
        XlsxCell::percent(rekap.indeks.as_ref()),
    ])?;
    let held = (rekap.jalur.as_ref(), rekap.kategori.as_deref());
    let category = standing_cell(rekap, rekap.status(), held);
    l.write_row(&[word(standing_head(rekap)), category])?;
    let keterisian = rekap.keterisian.persen();
    l.write_row(&[
        word("Tingkat keterisian laporan (bukan capaian)"),
        XlsxCell::percent(keterisian.as_ref()),
    ])?;
    if let Some(note) = counted_as_zero(rekap, Lang::Id) {
        l.note(&note, 5)?;
    }
    for catatan in &rekap.catatan {
        l.note(&catatan.sentence(), 5)?;
    }
    l.row += 1;
    if !rekap.indeks_lain.is_empty() {
        l.note(&format!("{OTHER_INDICES}:"), 5)?;
        let head = [
            "Nama indeks",
            "Nilai",
            "Tahun",
            "Urusan",
            "Kategori menurut sumber",
            "Sumber",
        ];
        l.write_row(&head.map(word))?;
        for other in &rekap.indeks_lain {
            let nama = |kode: &str| {
                let urusan = rekap.urusan.iter().find(|u| u.kode == kode);
                urusan.map_or_else(|| kode.to_owned(), |u| u.nama.clone())
            };
            let urusan = other.urusan.as_deref().map(nama).unwrap_or_default();
            l.write_row(&[
                XlsxCell::text(&other.nama),
                XlsxCell::Decimal(other.nilai.clone()),
                XlsxCell::Text(other.tahun.to_string()),
                XlsxCell::text(&urusan),
                XlsxCell::text(other.kategori.as_deref().unwrap_or_default()),
                XlsxCell::text(&other.sumber),
            ])?;
        }
        l.row += 1;
    }
    l.note("Kebijakan penghitungan indeks:", 5)?;
    for kalimat in rekap.kebijakan.sentence() {
        l.note(&format!("• {kalimat}"), 5)?;
    }
    l.row += 1;
    l.note(
        "Sel kosong berarti belum diisi; “nihil” berarti dinyatakan tidak ada; 0 berarti \
         diisi nol. Persentase ditulis dua desimal, dan nilai di bawah batas kategori tidak \
         dibulatkan naik ke batas itu.",
        5,
    )
}
