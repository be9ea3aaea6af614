//! What the sheets with tables say.

use rust_xlsxwriter::XlsxError;

use super::cell::{SheetTable, XlsxCell, XlsxSheet};
use super::{ChartData, chart};
use crate::rekap_out::{Details, standing, standing_head};
use field::spm::rekap::{
    ItemResult, LayananResult, OpdResult, ReportStatus, UrusanResult,
};
use field::spm::temuan::Temuan;
use field::spm::{HeldPath, IndexNote, LayananCapaian, Percent, Rekap, Reported};

pub(super) fn urusan(rekap: &Rekap) -> SheetTable<'_> {
    let row = |u: &UrusanResult| {
        let counted = u.layanan.iter().filter(|l| l.indeks.is_some()).count();
        vec![
            XlsxCell::text(&u.kode),
            XlsxCell::text(&u.nama),
            XlsxCell::percent(u.reported_indeks()),
            XlsxCell::Percent(Percent::hundred()),
            standing_cell(rekap, u.status(), (u.reported_jalur(), u.kategori.as_deref())),
            XlsxCell::percent(u.keterisian.persen().as_ref()),
            XlsxCell::Count(counted as u64),
            XlsxCell::Count(u.layanan.len() as u64),
        ]
    };
    SheetTable {
        name: "Urusan",
        columns: vec![
            ("Kode", 18.0),
            ("Urusan", 34.0),
            ("Indeks", 11.0),
            ("Target", 11.0),
            (standing_head(rekap), 20.0),
            ("Keterisian", 13.0),
            ("Layanan dihitung", 13.0),
            ("Jumlah layanan", 13.0),
        ],
        rows: rekap.urusan.iter().map(row).collect(),
    }
}

/// The chart below the table of urusan, when there is anything to draw.
pub(super) fn urusan_chart(
    sheet: &mut XlsxSheet<'_>,
    rekap: &Rekap,
) -> Result<(), XlsxError> {
    let Some(last) = rekap.urusan.len().checked_sub(1) else { return Ok(()) };
    let first = sheet.row - 1 - u32::try_from(last).unwrap_or(0);
    let data = ChartData {
        sheet: "Urusan",
        rows: (first, sheet.row - 1),
        name: 1,
        indeks: 2,
        target: 3,
    };
    let title = "Indeks SPM per urusan dan target 100%";
    let drawn = chart(&data, title, &alt_text(rekap), (900, 380));
    sheet.page.insert_chart(sheet.row + 1, 0, &drawn)?;
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

pub(super) fn opd<'t>(isi: &Details<'_>) -> SheetTable<'t> {
    let row = |result: &OpdResult| {
        let opd = isi.opd(&result.opd);
        vec![
            XlsxCell::text(&result.opd),
            XlsxCell::text(opd.map_or("", |o| &o.nama)),
            XlsxCell::text(opd.map_or("", |o| &o.singkatan)),
            XlsxCell::percent(result.indeks.as_ref()),
            standing_cell(
                isi.rekap(),
                result.status,
                (result.jalur.as_ref(), result.kategori.as_deref()),
            ),
            XlsxCell::percent(result.keterisian.persen().as_ref()),
            XlsxCell::Count(result.layanan.len() as u64),
            XlsxCell::Text(result.layanan.join(", ")),
        ]
    };
    SheetTable {
        name: "OPD",
        columns: vec![
            ("Id", 16.0),
            ("Nama OPD", 44.0),
            ("Singkatan", 16.0),
            ("Indeks", 11.0),
            (standing_head(isi.rekap()), 20.0),
            ("Keterisian", 13.0),
            ("Jumlah layanan", 10.0),
            ("Layanan", 50.0),
        ],
        rows: isi.rekap().opd.iter().map(row).collect(),
    }
}

/// The columns of a service that stay in sight when one scrolls to the right: code and name.
pub(super) const LAYANAN_IN_SIGHT: u16 = 3;

pub(super) fn layanan<'t>(isi: &Details<'_>) -> SheetTable<'t> {
    let all =
        isi.rekap().urusan.iter().flat_map(|u| u.layanan.iter().map(move |l| (u, l)));
    SheetTable {
        name: "Layanan",
        columns: vec![
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
            (standing_head(isi.rekap()), 16.0),
            ("Keterisian", 11.0),
            ("Pagu (Rp)", 16.0),
            ("Realisasi (Rp)", 16.0),
            ("Serapan", 10.0),
        ],
        rows: all.map(|(u, l)| row(isi, u, l)).collect(),
    }
}

fn row(details: &Details<'_>, urusan: &UrusanResult, l: &LayananResult) -> Vec<XlsxCell> {
    let nothing = LayananCapaian::default();
    let isi = details.reports(&l.kode).unwrap_or(&nothing);
    // Nobody is left to serve where there is nobody to serve.
    let nihil_or = |cell: XlsxCell| if l.nihil { XlsxCell::Word("nihil") } else { cell };
    vec![
        XlsxCell::text(&l.kode),
        XlsxCell::text(&urusan.nama),
        XlsxCell::text(&l.nama),
        XlsxCell::text(l.opd.as_deref().unwrap_or_default()),
        XlsxCell::text(&l.satuan),
        XlsxCell::count(&isi.sasaran),
        nihil_or(XlsxCell::count(&isi.terlayani)),
        nihil_or(l.belum_terlayani.map_or(XlsxCell::Empty, XlsxCell::Count)),
        nihil_or(XlsxCell::percent(l.counted_penerima().as_ref())),
        nihil_or(XlsxCell::percent(l.counted_mutu().as_ref())),
        XlsxCell::percent(l.reported_indeks()),
        standing_cell(
            details.rekap(),
            l.status(),
            (l.jalur.as_ref(), l.kategori.as_deref()),
        ),
        XlsxCell::percent(l.keterisian.persen().as_ref()),
        XlsxCell::amount(&isi.pagu),
        XlsxCell::amount(&isi.realisasi),
        XlsxCell::percent(l.serapan.as_ref()),
    ]
}

/// How something stands, or why nothing can be said of it.
pub(super) fn standing_cell(
    rekap: &Rekap,
    status: ReportStatus,
    held: (Option<&HeldPath>, Option<&str>),
) -> XlsxCell {
    match status {
        ReportStatus::NotReported | ReportStatus::Nihil => XlsxCell::Word(status.word()),
        ReportStatus::Reported => XlsxCell::Text(standing(rekap, status, held)),
    }
}

/// What was told in words about each service, and what the figures ask a reader to know.
pub(super) fn uraian<'t>(isi: &Details<'_>) -> SheetTable<'t> {
    let nothing = LayananCapaian::default();
    let row = |result: &LayananResult| {
        let report = isi.reports(&result.kode).unwrap_or(&nothing);
        let catatan: Vec<String> =
            result.catatan.iter().map(IndexNote::sentence).collect();
        vec![
            XlsxCell::text(&result.kode),
            XlsxCell::text(&result.nama),
            XlsxCell::text(&report.opd),
            lines(&report.permasalahan),
            lines(&report.tindak_lanjut),
            XlsxCell::text(report.pic.as_deref().unwrap_or_default()),
            XlsxCell::text(&catatan.join(" ")),
        ]
    };
    SheetTable {
        name: "Uraian",
        columns: vec![
            ("Kode", 8.0),
            ("Jenis pelayanan dasar", 34.0),
            ("OPD", 11.0),
            ("Permasalahan", 44.0),
            ("Tindak lanjut", 44.0),
            ("PIC", 20.0),
            ("Catatan", 36.0),
        ],
        rows: isi.rekap().layanan().map(row).collect(),
    }
}

/// What is off, the worst first, and what to do about it.
pub(super) fn temuan<'t>(isi: &Details<'_>) -> SheetTable<'t> {
    let row = |temuan: &Temuan| {
        vec![
            XlsxCell::text(temuan.tingkat.on_paper()),
            XlsxCell::text(temuan.layanan.as_deref().unwrap_or_default()),
            XlsxCell::text(temuan.nama_layanan.as_deref().unwrap_or_default()),
            XlsxCell::text(temuan.nama_opd.as_deref().unwrap_or_default()),
            XlsxCell::text(&temuan.judul),
            XlsxCell::text(&temuan.kondisi),
            XlsxCell::text(&temuan.rekomendasi),
        ]
    };
    SheetTable {
        name: "Temuan",
        columns: vec![
            ("Sifat", 13.0),
            ("Kode", 9.0),
            ("Jenis pelayanan dasar", 34.0),
            ("Perangkat daerah", 26.0),
            ("Temuan", 30.0),
            ("Kondisi", 60.0),
            ("Rekomendasi", 60.0),
        ],
        rows: isi.review.temuan.iter().map(row).collect(),
    }
}

/// Several texts, one a line.
fn lines(text: &Reported<Vec<String>>) -> XlsxCell {
    match text {
        Reported::Missing => XlsxCell::Empty,
        Reported::Nihil => XlsxCell::Word("nihil"),
        Reported::Value(text) => XlsxCell::Text(text.join("\n")),
    }
}

pub(super) fn mutu<'t>(isi: &Details<'_>) -> SheetTable<'t> {
    let row = |result: &LayananResult, item: &ItemResult| {
        vec![
            XlsxCell::text(&result.kode),
            XlsxCell::text(&result.nama),
            XlsxCell::text(result.opd.as_deref().unwrap_or_default()),
            XlsxCell::text(&item.nama),
            XlsxCell::text(&item.satuan),
            XlsxCell::amount(&item.dibutuhkan),
            XlsxCell::amount(&item.terpenuhi),
            persen(item),
        ]
    };
    let all = isi.rekap().layanan();
    let all = all.flat_map(|result| result.mutu_item.iter().map(move |i| (result, i)));
    SheetTable {
        name: "Mutu",
        columns: vec![
            ("Kode", 9.0),
            ("Jenis pelayanan dasar", 44.0),
            ("OPD", 14.0),
            ("Komponen mutu", 56.0),
            ("Satuan", 12.0),
            ("Dibutuhkan", 14.0),
            ("Terpenuhi", 14.0),
            ("Persentase", 12.0),
        ],
        rows: all.map(|(result, item)| row(result, item)).collect(),
    }
}

/// What an item gave to mutu; of one of which nothing is needed, nothing is missing.
fn persen(item: &ItemResult) -> XlsxCell {
    if item.nihil() {
        XlsxCell::Word("nihil")
    } else {
        XlsxCell::percent(item.persen.as_ref())
    }
}
