//! The comparison as a workbook: the ranking with a chart, who has no index and why, and
//! the notes.

use base::diag::AnyProblem;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::{Comparison, LeftOut};
use super::{RANKING_NOTE, UNLIKE_NOTE, one_line, reason};
use crate::rekap_out::period_name;
use crate::rekap_out::xlsx::cell::{
    SheetTable, Styles, XlsxCell, XlsxSheet, fault, new_workbook,
};
use crate::rekap_out::xlsx::{ChartData, chart};
use field::spm::combined::RankedDaerah;
use field::spm::{Combined, Percent};

/// More bars than this cannot be read.
const MOST_BARS: usize = 40;

/// The workbook.
///
/// # Errors
/// `InternalProblem::Internal` when it cannot be made.
pub fn xlsx(comparison: &Comparison) -> Result<Vec<u8>, AnyProblem> {
    write(comparison).map_err(|error| fault(&error))
}

fn write(comparison: &Comparison) -> Result<Vec<u8>, XlsxError> {
    let gabungan = &comparison.gabungan;
    let periode = gabungan
        .periode
        .map_or_else(|| "-".to_owned(), |p| period_name(p.tahun, p.triwulan));
    let title = format!("Perbandingan indeks SPM antardaerah, {periode}");
    let styles = Styles::new();
    let mut book = new_workbook(&title, gabungan.periode)?;
    ranking(&mut book, &styles, gabungan, &title)?;
    left_out(&mut book, &styles, comparison, &title)?;
    notes(&mut book, &styles, gabungan)?;
    book.save_to_buffer().map(data::of_unix)
}

fn ranking(
    book: &mut Workbook,
    styles: &Styles,
    gabungan: &Combined,
    title: &str,
) -> Result<(), XlsxError> {
    let mut columns = vec![
        ("Peringkat", 10.0),
        ("Daerah", 28.0),
        ("Periode", 10.0),
        ("Indeks", 10.0),
        ("Target", 10.0),
        ("Kategori", 16.0),
        ("Keterisian", 11.0),
        ("Perubahan (poin)", 11.0),
    ];
    columns.extend(gabungan.urusan.iter().map(|urusan| (urusan.singkat.as_str(), 16.0)));
    columns.extend([("Catatan", 32.0), ("Folder", 16.0)]);
    let row = |row: &RankedDaerah| {
        let isi = &row.isi;
        let mut cell = vec![
            row.peringkat.map_or(XlsxCell::Word("–"), |n| XlsxCell::Count(n as u64)),
            XlsxCell::text(&isi.daerah),
            XlsxCell::Text(isi.periode.to_string()),
            XlsxCell::percent(isi.indeks.as_ref()),
            XlsxCell::Percent(Percent::hundred()),
            XlsxCell::text(isi.kategori.as_deref().unwrap_or_default()),
            XlsxCell::percent(isi.keterisian.persen().as_ref()),
            isi.perubahan.clone().map_or(XlsxCell::Empty, XlsxCell::Points),
        ];
        cell.extend(
            gabungan.urusan.iter().map(|u| XlsxCell::percent(isi.urusan(&u.kode))),
        );
        cell.extend([XlsxCell::Text(row.sentence()), XlsxCell::text(&isi.folder)]);
        cell
    };
    let rows = gabungan.daerah.iter().map(row).collect();
    let table = SheetTable { name: "Peringkat", columns, rows };
    let l = table.write(book, styles, title)?;
    let first = l.row - u32::try_from(gabungan.daerah.len()).unwrap_or(0);
    l.page.set_freeze_panes(first, 2)?;
    let bars = gabungan.daerah.len();
    if (1..=MOST_BARS).contains(&bars) {
        let data = ChartData {
            sheet: "Peringkat",
            rows: (first, l.row - 1),
            name: 1,
            indeks: 3,
            target: 4,
        };
        let widths = 500 + 40 * u32::try_from(bars).unwrap_or(0);
        let title = "Indeks SPM per daerah dan target 100%";
        let drawn = chart(&data, title, &alt_text(gabungan), (widths, 400));
        l.page.insert_chart(l.row + 1, 0, &drawn)?;
    }
    Ok(())
}

/// What the chart shows, in words.
fn alt_text(gabungan: &Combined) -> String {
    let nilai = |n: usize| {
        let isi = &gabungan.daerah[n].isi;
        let indeks = isi.indeks.as_ref().map(Percent::printed).unwrap_or_default();
        format!("{} ({indeks})", isi.daerah)
    };
    let count = gabungan.daerah.iter().filter(|b| b.peringkat.is_some()).count();
    match count {
        0 => "Diagram batang indeks SPM per daerah; belum ada yang berperingkat."
            .to_owned(),
        n => format!(
            "Diagram batang indeks SPM {n} daerah berperingkat terhadap target 100%. \
             Tertinggi {}, terendah {}.",
            nilai(0),
            nilai(n - 1)
        ),
    }
}

fn left_out(
    book: &mut Workbook,
    styles: &Styles,
    comparison: &Comparison,
    title: &str,
) -> Result<(), XlsxError> {
    let columns =
        vec![("Folder", 30.0), ("Daerah", 34.0), ("Sebab", 14.0), ("Masalah", 90.0)];
    let row = |one: &LeftOut| {
        let mut problems: Vec<String> = one.problems.iter().map(one_line).collect();
        if one.more > 0 {
            problems.push(format!("dan {} lagi", one.more));
        }
        vec![
            XlsxCell::text(&one.folder),
            XlsxCell::text(one.daerah.as_deref().unwrap_or_default()),
            XlsxCell::Word(reason(one, base::diag::Lang::Id)),
            XlsxCell::Text(problems.join("\n")),
        ]
    };
    let rows = comparison.left_out.iter().map(row).collect();
    SheetTable { name: "Tanpa indeks", columns, rows }.write(book, styles, title)?;
    Ok(())
}

fn notes(
    book: &mut Workbook,
    styles: &Styles,
    gabungan: &Combined,
) -> Result<(), XlsxError> {
    let widths = [44.0, 34.0, 34.0, 12.0, 30.0];
    let mut l = XlsxSheet::new(book, styles, "Keterangan", &widths)?;
    l.title("Keterangan")?;
    l.note(RANKING_NOTE, 4)?;
    if gabungan.daerah.iter().any(|b| !b.berbeda.is_empty()) {
        l.note(&UNLIKE_NOTE.replace("bertanda *", "yang berisi catatan"), 4)?;
    }
    l.row += 1;
    l.note("Kebijakan penghitungan indeks (yang terbanyak dipakai):", 4)?;
    for kalimat in gabungan.kebijakan.sentence() {
        l.note(&format!("• {kalimat}"), 4)?;
    }
    let other: Vec<[XlsxCell; 5]> = gabungan
        .daerah
        .iter()
        .flat_map(|b| b.isi.indeks_lain.iter().map(move |i| (&b.isi.daerah, i)))
        .map(|(daerah, i)| {
            [
                XlsxCell::text(daerah),
                XlsxCell::text(&i.nama),
                XlsxCell::text(&i.sumber),
                XlsxCell::Decimal(i.nilai.clone()),
                XlsxCell::Text(i.tahun.to_string()),
            ]
        })
        .collect();
    if other.is_empty() {
        return Ok(());
    }
    l.row += 1;
    l.note(&format!("{}:", crate::rekap_out::OTHER_INDICES), 4)?;
    let head = ["Daerah", "Nama indeks", "Sumber", "Nilai", "Tahun"];
    l.write_row(&head.map(|k| XlsxCell::Text(k.to_owned())))?;
    for row in &other {
        l.write_row(row)?;
    }
    Ok(())
}
