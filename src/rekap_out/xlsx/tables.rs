//! The sheets with tables.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Sheet, Styles};
use super::{ChartData, chart};
use crate::rekap_out::Details;
use field::spm::rekap::{ItemResult, LayananResult, ReportStatus};
use field::spm::{IndexNote, LayananCapaian, Percent, Rekap, Reported};

pub(super) fn urusan(
    book: &mut Workbook,
    styles: &Styles,
    rekap: &Rekap,
    title: &str,
) -> Result<(), XlsxError> {
    let columns = [
        ("Kode", 18.0),
        ("Urusan", 34.0),
        ("Indeks", 11.0),
        ("Target", 11.0),
        ("Kategori", 20.0),
        ("Keterisian", 13.0),
        ("Layanan dihitung", 13.0),
        ("Jumlah layanan", 13.0),
    ];
    let count = rekap.urusan.len();
    let mut l = Sheet::table(book, styles, ("Urusan", title), &columns, count)?;
    let first = l.row;
    for u in &rekap.urusan {
        let counted = u.layanan.iter().filter(|l| l.indeks.is_some()).count();
        l.write_row(&[
            Cell::text(&u.kode),
            Cell::text(&u.nama),
            Cell::percent(u.reported_indeks()),
            Cell::Percent(Percent::hundred()),
            kategori(u.status(), u.kategori.as_deref()),
            Cell::percent(u.keterisian.persen().as_ref()),
            Cell::Count(counted as u64),
            Cell::Count(u.layanan.len() as u64),
        ])?;
    }
    if l.row == first {
        return Ok(());
    }
    let data = ChartData {
        sheet: "Urusan",
        rows: (first, l.row - 1),
        name: 1,
        indeks: 2,
        target: 3,
    };
    let drawn = chart(
        &data,
        "Indeks SPM per urusan dan target 100%",
        &alt_text(rekap),
        (900, 380),
    );
    l.page.insert_chart(l.row + 1, 0, &drawn)?;
    Ok(())
}

/// What the chart shows, in words: the lowest and the highest urusan.
fn alt_text(rekap: &Rekap) -> String {
    let mut values: Vec<(&Percent, &str)> = rekap
        .urusan
        .iter()
        .filter_map(|u| Some((u.reported_indeks()?, u.nama.as_str())))
        .collect();
    values.sort();
    match (values.first(), values.last()) {
        (Some((low, lowest)), Some((high, highest))) => format!(
            "Diagram batang indeks SPM per urusan terhadap target 100%. Terendah {lowest} \
             ({}), tertinggi {highest} ({}).",
            low.printed(),
            high.printed()
        ),
        _ => "Diagram batang indeks SPM per urusan; belum ada urusan yang berindeks."
            .to_owned(),
    }
}

pub(super) fn opd(
    book: &mut Workbook,
    styles: &Styles,
    isi: &Details<'_>,
    title: &str,
) -> Result<(), XlsxError> {
    let rekap = isi.rekap();
    let columns = [
        ("Id", 16.0),
        ("Nama OPD", 44.0),
        ("Singkatan", 16.0),
        ("Indeks", 11.0),
        ("Kategori", 20.0),
        ("Keterisian", 13.0),
        ("Jumlah layanan", 10.0),
        ("Layanan", 50.0),
    ];
    let count = rekap.opd.len();
    let mut l = Sheet::table(book, styles, ("OPD", title), &columns, count)?;
    for result in &rekap.opd {
        let opd = isi.opd(&result.opd);
        l.write_row(&[
            Cell::text(&result.opd),
            Cell::text(opd.map_or("", |o| &o.nama)),
            Cell::text(opd.map_or("", |o| &o.singkatan)),
            Cell::percent(result.indeks.as_ref()),
            Cell::text(result.kategori.as_deref().unwrap_or_default()),
            Cell::percent(result.keterisian.persen().as_ref()),
            Cell::Count(result.layanan.len() as u64),
            Cell::Text(result.layanan.join(", ")),
        ])?;
    }
    Ok(())
}

pub(super) fn layanan(
    book: &mut Workbook,
    styles: &Styles,
    isi: &Details<'_>,
    title: &str,
) -> Result<(), XlsxError> {
    let columns = [
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
    let count = isi.rekap().layanan().count();
    let mut l = Sheet::table(book, styles, ("Layanan", title), &columns, count)?;
    let head = l.row;
    for u in &isi.rekap().urusan {
        for result in &u.layanan {
            l.write_row(&row(&u.nama, result, isi.reports(&result.kode)))?;
        }
    }
    // Code and name stay in sight when one scrolls to the right.
    l.page.set_freeze_panes(head, 3)?;
    Ok(())
}

fn row(urusan: &str, l: &LayananResult, report: Option<&LayananCapaian>) -> Vec<Cell> {
    let nothing = LayananCapaian::default();
    let isi = report.unwrap_or(&nothing);
    // Nobody is left to serve where there is nobody to serve.
    let nihil_or = |cell: Cell| if l.nihil { Cell::Word("nihil") } else { cell };
    vec![
        Cell::text(&l.kode),
        Cell::text(urusan),
        Cell::text(&l.nama),
        Cell::text(l.opd.as_deref().unwrap_or_default()),
        Cell::text(&l.satuan),
        Cell::count(&isi.sasaran),
        nihil_or(Cell::count(&isi.terlayani)),
        nihil_or(l.belum_terlayani.map_or(Cell::Empty, Cell::Count)),
        nihil_or(Cell::percent(l.penerima.as_ref())),
        nihil_or(Cell::percent(l.mutu.as_ref())),
        Cell::percent(l.reported_indeks()),
        kategori(l.status(), l.kategori.as_deref()),
        Cell::percent(l.keterisian.persen().as_ref()),
        Cell::amount(&isi.pagu),
        Cell::amount(&isi.realisasi),
        Cell::percent(l.serapan.as_ref()),
    ]
}

/// The category, or why there is none.
fn kategori(status: ReportStatus, kategori: Option<&str>) -> Cell {
    match (status, kategori) {
        (ReportStatus::NotReported, _) | (ReportStatus::Nihil, None) => {
            Cell::Word(status.word())
        }
        (_, kategori) => Cell::text(kategori.unwrap_or_default()),
    }
}

/// What was told in words about each service, and what the figures ask a reader to know.
pub(super) fn uraian(
    book: &mut Workbook,
    styles: &Styles,
    isi: &Details<'_>,
    title: &str,
) -> Result<(), XlsxError> {
    let columns = [
        ("Kode", 8.0),
        ("Jenis pelayanan dasar", 34.0),
        ("OPD", 11.0),
        ("Permasalahan", 44.0),
        ("Tindak lanjut", 44.0),
        ("PIC", 20.0),
        ("Catatan", 36.0),
    ];
    let row = isi.rekap().layanan().count();
    let mut l = Sheet::table(book, styles, ("Uraian", title), &columns, row)?;
    let nothing = LayananCapaian::default();
    for result in isi.rekap().layanan() {
        let report = isi.reports(&result.kode).unwrap_or(&nothing);
        let catatan: Vec<String> =
            result.catatan.iter().map(IndexNote::sentence).collect();
        l.write_row(&[
            Cell::text(&result.kode),
            Cell::text(&result.nama),
            Cell::text(&report.opd),
            count(&report.permasalahan),
            count(&report.tindak_lanjut),
            Cell::text(report.pic.as_deref().unwrap_or_default()),
            Cell::text(&catatan.join(" ")),
        ])?;
    }
    Ok(())
}

/// What is off, the worst first, and what to do about it.
pub(super) fn temuan(
    book: &mut Workbook,
    styles: &Styles,
    isi: &Details<'_>,
    title: &str,
) -> Result<(), XlsxError> {
    let columns = [
        ("Sifat", 13.0),
        ("Kode", 9.0),
        ("Jenis pelayanan dasar", 34.0),
        ("Perangkat daerah", 26.0),
        ("Temuan", 30.0),
        ("Kondisi", 60.0),
        ("Rekomendasi", 60.0),
    ];
    let count = isi.review.temuan.len();
    let mut l = Sheet::table(book, styles, ("Temuan", title), &columns, count)?;
    for temuan in &isi.review.temuan {
        l.write_row(&[
            Cell::text(temuan.tingkat.on_paper()),
            Cell::text(temuan.layanan.as_deref().unwrap_or_default()),
            Cell::text(temuan.nama_layanan.as_deref().unwrap_or_default()),
            Cell::text(temuan.nama_opd.as_deref().unwrap_or_default()),
            Cell::text(&temuan.judul),
            Cell::text(&temuan.kondisi),
            Cell::text(&temuan.rekomendasi),
        ])?;
    }
    Ok(())
}

/// Several texts, one a line.
fn count(text: &Reported<Vec<String>>) -> Cell {
    match text {
        Reported::Missing => Cell::Empty,
        Reported::Nihil => Cell::Word("nihil"),
        Reported::Value(text) => Cell::Text(text.join("\n")),
    }
}

pub(super) fn mutu(
    book: &mut Workbook,
    styles: &Styles,
    isi: &Details<'_>,
    title: &str,
) -> Result<(), XlsxError> {
    let all: Vec<Vec<Cell>> = isi
        .rekap()
        .layanan()
        .flat_map(|result| result.mutu_item.iter().map(move |item| (result, item)))
        .map(|(result, item)| {
            vec![
                Cell::text(&result.kode),
                Cell::text(&result.nama),
                Cell::text(result.opd.as_deref().unwrap_or_default()),
                Cell::text(&item.nama),
                Cell::text(&item.satuan),
                Cell::amount(&item.dibutuhkan),
                Cell::amount(&item.terpenuhi),
                persen(item),
            ]
        })
        .collect();
    let columns = [
        ("Kode", 9.0),
        ("Jenis pelayanan dasar", 44.0),
        ("OPD", 14.0),
        ("Komponen mutu", 56.0),
        ("Satuan", 12.0),
        ("Dibutuhkan", 14.0),
        ("Terpenuhi", 14.0),
        ("Persentase", 12.0),
    ];
    let count = all.len();
    let mut l = Sheet::table(book, styles, ("Mutu", title), &columns, count)?;
    for row in &all {
        l.write_row(row)?;
    }
    Ok(())
}

/// What an item gave to mutu; of one of which nothing is needed, nothing is missing.
fn persen(item: &ItemResult) -> Cell {
    if item.nihil() { Cell::Word("nihil") } else { Cell::percent(item.persen.as_ref()) }
}
