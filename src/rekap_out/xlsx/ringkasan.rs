//! The first sheet: the index, what it must not be mixed with, and the policies behind it.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sel::{Gaya, Lembar, Sel};
use crate::rekap_out::INDEKS_LAIN;
use field::spm::Rekap;

const LEBAR: [f64; 6] = [46.0, 30.0, 9.0, 22.0, 24.0, 36.0];

pub(super) fn tulis(
    book: &mut Workbook,
    gaya: &Gaya,
    rekap: &Rekap,
    sebutan: &str,
) -> Result<(), XlsxError> {
    let mut l = Lembar::new(book, gaya, "Ringkasan", &LEBAR)?;
    l.judul("Rekapitulasi Capaian Standar Pelayanan Minimal")?;
    let kata = |teks: &'static str| Sel::Teks(teks.to_owned());
    l.isi(&[kata("Daerah"), Sel::teks(&rekap.daerah)])?;
    l.isi(&[kata("Periode"), Sel::teks(sebutan)])?;
    l.isi(&[kata("Indeks capaian SPM (e-SPM)"), Sel::persen(rekap.indeks.as_ref())])?;
    let kategori = rekap.kategori.as_deref().unwrap_or_default();
    l.isi(&[kata("Kategori"), Sel::teks(kategori)])?;
    let keterisian = rekap.keterisian.persen();
    l.isi(&[
        kata("Tingkat keterisian laporan (bukan capaian)"),
        Sel::persen(keterisian.as_ref()),
    ])?;
    for catatan in &rekap.catatan {
        l.catatan(&catatan.kalimat(), 5)?;
    }
    l.baris += 1;
    if !rekap.indeks_lain.is_empty() {
        l.catatan(&format!("{INDEKS_LAIN}:"), 5)?;
        let kepala = [
            "Nama indeks",
            "Nilai",
            "Tahun",
            "Urusan",
            "Kategori menurut sumber",
            "Sumber",
        ];
        l.isi(&kepala.map(kata))?;
        for lain in &rekap.indeks_lain {
            let nama = |kode: &str| {
                let urusan = rekap.urusan.iter().find(|u| u.kode == kode);
                urusan.map_or_else(|| kode.to_owned(), |u| u.nama.clone())
            };
            let urusan = lain.urusan.as_deref().map(nama).unwrap_or_default();
            l.isi(&[
                Sel::teks(&lain.nama),
                Sel::Angka(lain.nilai.clone()),
                Sel::Teks(lain.tahun.to_string()),
                Sel::teks(&urusan),
                Sel::teks(lain.kategori.as_deref().unwrap_or_default()),
                Sel::teks(&lain.sumber),
            ])?;
        }
        l.baris += 1;
    }
    l.catatan("Kebijakan penghitungan indeks:", 5)?;
    for kalimat in rekap.kebijakan.kalimat() {
        l.catatan(&format!("• {kalimat}"), 5)?;
    }
    l.baris += 1;
    l.catatan(
        "Sel kosong berarti belum diisi; “nihil” berarti dinyatakan tidak ada; 0 berarti \
         diisi nol. Persentase ditulis dua desimal, dan nilai di bawah batas kategori tidak \
         dibulatkan naik ke batas itu.",
        5,
    )
}
