//! The sheets with tables.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sel::{Gaya, Lembar, Sel};
use super::{DataBagan, bagan};
use crate::rekap_out::Rincian;
use field::spm::rekap::{HasilItem, HasilLayanan};
use field::spm::{Catatan, Isian, LayananCapaian, Persen, Rekap};

pub(super) fn urusan(
    book: &mut Workbook,
    gaya: &Gaya,
    rekap: &Rekap,
    judul: &str,
) -> Result<(), XlsxError> {
    let kolom = [
        ("Kode", 18.0),
        ("Urusan", 34.0),
        ("Indeks", 11.0),
        ("Target", 11.0),
        ("Kategori", 20.0),
        ("Keterisian", 13.0),
        ("Layanan dihitung", 13.0),
        ("Jumlah layanan", 13.0),
    ];
    let banyak = rekap.urusan.len();
    let mut l = Lembar::tabel(book, gaya, ("Urusan", judul), &kolom, banyak)?;
    let awal = l.baris;
    for u in &rekap.urusan {
        let dihitung = u.layanan.iter().filter(|l| l.indeks.is_some()).count();
        l.isi(&[
            Sel::teks(&u.kode),
            Sel::teks(&u.nama),
            Sel::persen(u.indeks.as_ref()),
            Sel::Persen(Persen::seratus()),
            Sel::teks(u.kategori.as_deref().unwrap_or_default()),
            Sel::persen(u.keterisian.persen().as_ref()),
            Sel::Cacah(dihitung as u64),
            Sel::Cacah(u.layanan.len() as u64),
        ])?;
    }
    if l.baris == awal {
        return Ok(());
    }
    let data = DataBagan {
        lembar: "Urusan",
        baris: (awal, l.baris - 1),
        nama: 1,
        indeks: 2,
        target: 3,
    };
    let chart =
        bagan(&data, "Indeks SPM per urusan dan target 100%", &bunyi(rekap), (900, 380));
    l.sheet.insert_chart(l.baris + 1, 0, &chart)?;
    Ok(())
}

/// What the chart shows, in words: the lowest and the highest urusan.
fn bunyi(rekap: &Rekap) -> String {
    let mut nilai: Vec<(&Persen, &str)> = rekap
        .urusan
        .iter()
        .filter_map(|u| Some((u.indeks.as_ref()?, u.nama.as_str())))
        .collect();
    nilai.sort();
    match (nilai.first(), nilai.last()) {
        (Some((rendah, satu)), Some((tinggi, dua))) => format!(
            "Diagram batang indeks SPM per urusan terhadap target 100%. Terendah {satu} \
             ({}), tertinggi {dua} ({}).",
            rendah.cetak(),
            tinggi.cetak()
        ),
        _ => "Diagram batang indeks SPM per urusan; belum ada urusan yang berindeks."
            .to_owned(),
    }
}

pub(super) fn opd(
    book: &mut Workbook,
    gaya: &Gaya,
    isi: &Rincian<'_>,
    judul: &str,
) -> Result<(), XlsxError> {
    let rekap = isi.rekap();
    let kolom = [
        ("Id", 16.0),
        ("Nama OPD", 44.0),
        ("Singkatan", 16.0),
        ("Indeks", 11.0),
        ("Kategori", 20.0),
        ("Keterisian", 13.0),
        ("Jumlah layanan", 10.0),
        ("Layanan", 50.0),
    ];
    let banyak = rekap.opd.len();
    let mut l = Lembar::tabel(book, gaya, ("OPD", judul), &kolom, banyak)?;
    for hasil in &rekap.opd {
        let opd = isi.opd(&hasil.opd);
        l.isi(&[
            Sel::teks(&hasil.opd),
            Sel::teks(opd.map_or("", |o| &o.nama)),
            Sel::teks(opd.map_or("", |o| &o.singkatan)),
            Sel::persen(hasil.indeks.as_ref()),
            Sel::teks(hasil.kategori.as_deref().unwrap_or_default()),
            Sel::persen(hasil.keterisian.persen().as_ref()),
            Sel::Cacah(hasil.layanan.len() as u64),
            Sel::Teks(hasil.layanan.join(", ")),
        ])?;
    }
    Ok(())
}

pub(super) fn layanan(
    book: &mut Workbook,
    gaya: &Gaya,
    isi: &Rincian<'_>,
    judul: &str,
) -> Result<(), XlsxError> {
    let kolom = [
        ("Kode", 8.0),
        ("Urusan", 16.0),
        ("Jenis pelayanan dasar", 38.0),
        ("OPD", 11.0),
        ("Satuan", 9.0),
        ("Sasaran", 10.0),
        ("Terlayani", 10.0),
        ("Belum terlayani", 10.0),
        ("Penerima", 10.0),
        ("Mutu", 10.0),
        ("Indeks", 10.0),
        ("Kategori", 16.0),
        ("Keterisian", 11.0),
        ("Pagu (Rp)", 16.0),
        ("Realisasi (Rp)", 16.0),
        ("Serapan", 10.0),
    ];
    let banyak = isi.rekap().layanan().count();
    let mut l = Lembar::tabel(book, gaya, ("Layanan", judul), &kolom, banyak)?;
    let kepala = l.baris;
    for u in &isi.rekap().urusan {
        for hasil in &u.layanan {
            l.isi(&baris(&u.nama, hasil, isi.laporan(&hasil.kode)))?;
        }
    }
    // Code and name stay in sight when one scrolls to the right.
    l.sheet.set_freeze_panes(kepala, 3)?;
    Ok(())
}

fn baris(urusan: &str, l: &HasilLayanan, lapor: Option<&LayananCapaian>) -> Vec<Sel> {
    let belum = LayananCapaian::default();
    let isi = lapor.unwrap_or(&belum);
    // Nobody is left to serve where there is nobody to serve.
    let nihil_atau = |sel: Sel| if l.nihil { Sel::Kata("nihil") } else { sel };
    let kategori = match (&l.kategori, l.nihil, lapor) {
        (Some(kategori), ..) => Sel::teks(kategori),
        (None, true, _) => Sel::Kata("nihil"),
        (None, false, None) => Sel::Kata("belum dilaporkan"),
        (None, false, Some(_)) => Sel::Kosong,
    };
    vec![
        Sel::teks(&l.kode),
        Sel::teks(urusan),
        Sel::teks(&l.nama),
        Sel::teks(l.opd.as_deref().unwrap_or_default()),
        Sel::teks(&l.satuan),
        Sel::cacah(&isi.sasaran),
        nihil_atau(Sel::cacah(&isi.terlayani)),
        nihil_atau(l.belum_terlayani.map_or(Sel::Kosong, Sel::Cacah)),
        nihil_atau(Sel::persen(l.penerima.as_ref())),
        nihil_atau(Sel::persen(l.mutu.as_ref())),
        Sel::persen(l.indeks.as_ref()),
        kategori,
        Sel::persen(l.keterisian.persen().as_ref()),
        Sel::jumlah(&isi.pagu),
        Sel::jumlah(&isi.realisasi),
        Sel::persen(l.serapan.as_ref()),
    ]
}

/// What was told in words about each service, and what the figures ask a reader to know.
pub(super) fn uraian(
    book: &mut Workbook,
    gaya: &Gaya,
    isi: &Rincian<'_>,
    judul: &str,
) -> Result<(), XlsxError> {
    let kolom = [
        ("Kode", 8.0),
        ("Jenis pelayanan dasar", 34.0),
        ("OPD", 11.0),
        ("Permasalahan", 44.0),
        ("Tindak lanjut", 44.0),
        ("PIC", 20.0),
        ("Catatan", 36.0),
    ];
    let baris = isi.rekap().layanan().count();
    let mut l = Lembar::tabel(book, gaya, ("Uraian", judul), &kolom, baris)?;
    let belum = LayananCapaian::default();
    for hasil in isi.rekap().layanan() {
        let lapor = isi.laporan(&hasil.kode).unwrap_or(&belum);
        let catatan: Vec<String> = hasil.catatan.iter().map(Catatan::kalimat).collect();
        l.isi(&[
            Sel::teks(&hasil.kode),
            Sel::teks(&hasil.nama),
            Sel::teks(&lapor.opd),
            banyak(&lapor.permasalahan),
            banyak(&lapor.tindak_lanjut),
            Sel::teks(lapor.pic.as_deref().unwrap_or_default()),
            Sel::teks(&catatan.join(" ")),
        ])?;
    }
    Ok(())
}

/// What is off, the worst first, and what to do about it.
pub(super) fn temuan(
    book: &mut Workbook,
    gaya: &Gaya,
    isi: &Rincian<'_>,
    judul: &str,
) -> Result<(), XlsxError> {
    let kolom = [
        ("Tingkat", 11.0),
        ("Aturan", 22.0),
        ("Layanan", 9.0),
        ("OPD", 12.0),
        ("Temuan", 30.0),
        ("Kondisi", 60.0),
        ("Rekomendasi", 60.0),
    ];
    let banyak = isi.telaah.temuan.len();
    let mut l = Lembar::tabel(book, gaya, ("Temuan", judul), &kolom, banyak)?;
    for temuan in &isi.telaah.temuan {
        l.isi(&[
            Sel::teks(temuan.tingkat.kata()),
            Sel::teks(&temuan.kode),
            Sel::teks(temuan.layanan.as_deref().unwrap_or_default()),
            Sel::teks(temuan.opd.as_deref().unwrap_or_default()),
            Sel::teks(&temuan.judul),
            Sel::teks(&temuan.kondisi),
            Sel::teks(&temuan.rekomendasi),
        ])?;
    }
    Ok(())
}

/// Several texts, one a line.
fn banyak(teks: &Isian<Vec<String>>) -> Sel {
    match teks {
        Isian::Kosong => Sel::Kosong,
        Isian::Nihil => Sel::Kata("nihil"),
        Isian::Isi(teks) => Sel::Teks(teks.join("\n")),
    }
}

pub(super) fn mutu(
    book: &mut Workbook,
    gaya: &Gaya,
    isi: &Rincian<'_>,
    judul: &str,
) -> Result<(), XlsxError> {
    let semua: Vec<Vec<Sel>> = isi
        .rekap()
        .layanan()
        .flat_map(|hasil| hasil.mutu_item.iter().map(move |item| (hasil, item)))
        .map(|(hasil, item)| {
            vec![
                Sel::teks(&hasil.kode),
                Sel::teks(&hasil.nama),
                Sel::teks(hasil.opd.as_deref().unwrap_or_default()),
                Sel::teks(&item.nama),
                Sel::teks(&item.satuan),
                Sel::jumlah(&item.dibutuhkan),
                Sel::jumlah(&item.terpenuhi),
                persen(item),
            ]
        })
        .collect();
    let kolom = [
        ("Kode", 9.0),
        ("Jenis pelayanan dasar", 44.0),
        ("OPD", 14.0),
        ("Komponen mutu", 56.0),
        ("Satuan", 12.0),
        ("Dibutuhkan", 14.0),
        ("Terpenuhi", 14.0),
        ("Persentase", 12.0),
    ];
    let banyak = semua.len();
    let mut l = Lembar::tabel(book, gaya, ("Mutu", judul), &kolom, banyak)?;
    for baris in &semua {
        l.isi(baris)?;
    }
    Ok(())
}

/// What an item gave to mutu; of one of which nothing is needed, nothing is missing.
fn persen(item: &HasilItem) -> Sel {
    if item.nihil() { Sel::Kata("nihil") } else { Sel::persen(item.persen.as_ref()) }
}
