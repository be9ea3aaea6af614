//! The comparison as a workbook: the ranking with a chart, who has no index and why, and
//! the notes.

use base::diag::AnyProblem;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::{BERBEDA, PERINGKAT, satu_baris, sebab};
use crate::pipeline::Comparison;
use crate::rekap_out::sebutan;
use crate::rekap_out::xlsx::sel::{Gaya, Lembar, Sel, buku, galat};
use crate::rekap_out::xlsx::{DataBagan, bagan};
use field::spm::{Gabungan, Persen};

/// More bars than this cannot be read.
const BATANG: usize = 40;

/// The workbook.
///
/// # Errors
/// [`InternalProblem::Internal`] when it cannot be made.
pub fn xlsx(banding: &Comparison) -> Result<Vec<u8>, AnyProblem> {
    tulis(banding).map_err(|error| galat(&error))
}

fn tulis(banding: &Comparison) -> Result<Vec<u8>, XlsxError> {
    let gabungan = &banding.gabungan;
    let periode =
        gabungan.periode.map_or_else(|| "-".to_owned(), |p| sebutan(p.tahun, p.triwulan));
    let judul = format!("Perbandingan indeks SPM antardaerah, {periode}");
    let gaya = Gaya::new();
    let mut book = buku(&judul, gabungan.periode)?;
    peringkat(&mut book, &gaya, gabungan, &judul)?;
    tanpa_indeks(&mut book, &gaya, banding, &judul)?;
    keterangan(&mut book, &gaya, gabungan)?;
    book.save_to_buffer()
}

fn peringkat(
    book: &mut Workbook,
    gaya: &Gaya,
    gabungan: &Gabungan,
    judul: &str,
) -> Result<(), XlsxError> {
    let mut kolom = vec![
        ("Peringkat", 10.0),
        ("Daerah", 28.0),
        ("Periode", 10.0),
        ("Indeks", 10.0),
        ("Target", 10.0),
        ("Kategori", 16.0),
        ("Keterisian", 11.0),
        ("Perubahan (poin)", 11.0),
    ];
    kolom.extend(gabungan.urusan.iter().map(|urusan| (urusan.singkat.as_str(), 16.0)));
    kolom.extend([("Catatan", 32.0), ("Folder", 16.0)]);
    let banyak = gabungan.daerah.len();
    let mut l = Lembar::tabel(book, gaya, ("Peringkat", judul), &kolom, banyak)?;
    let awal = l.baris;
    for baris in &gabungan.daerah {
        let isi = &baris.isi;
        let mut sel = vec![
            baris.peringkat.map_or(Sel::Kata("–"), |n| Sel::Cacah(n as u64)),
            Sel::teks(&isi.daerah),
            Sel::Teks(isi.periode.to_string()),
            Sel::persen(isi.indeks.as_ref()),
            Sel::Persen(Persen::seratus()),
            Sel::teks(isi.kategori.as_deref().unwrap_or_default()),
            Sel::persen(isi.keterisian.persen().as_ref()),
            isi.perubahan.clone().map_or(Sel::Kosong, Sel::Poin),
        ];
        sel.extend(gabungan.urusan.iter().map(|u| Sel::persen(isi.urusan(&u.kode))));
        sel.extend([Sel::Teks(baris.kalimat()), Sel::teks(&isi.folder)]);
        l.isi(&sel)?;
    }
    l.sheet.set_freeze_panes(awal, 2)?;
    let batang = gabungan.daerah.len();
    if (1..=BATANG).contains(&batang) {
        let data = DataBagan {
            lembar: "Peringkat",
            baris: (awal, l.baris - 1),
            nama: 1,
            indeks: 3,
            target: 4,
        };
        let lebar = 500 + 40 * u32::try_from(batang).unwrap_or(0);
        let judul = "Indeks SPM per daerah dan target 100%";
        let chart = bagan(&data, judul, &temuan(gabungan), (lebar, 400));
        l.sheet.insert_chart(l.baris + 1, 0, &chart)?;
    }
    Ok(())
}

/// What the chart shows, in words.
fn temuan(gabungan: &Gabungan) -> String {
    let nilai = |n: usize| {
        let isi = &gabungan.daerah[n].isi;
        let indeks = isi.indeks.as_ref().map(Persen::cetak).unwrap_or_default();
        format!("{} ({indeks})", isi.daerah)
    };
    let banyak = gabungan.daerah.iter().filter(|b| b.peringkat.is_some()).count();
    match banyak {
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

fn tanpa_indeks(
    book: &mut Workbook,
    gaya: &Gaya,
    banding: &Comparison,
    judul: &str,
) -> Result<(), XlsxError> {
    let kolom = [("Folder", 30.0), ("Daerah", 34.0), ("Sebab", 14.0), ("Masalah", 90.0)];
    let banyak = banding.left_out.len();
    let mut l = Lembar::tabel(book, gaya, ("Tanpa indeks", judul), &kolom, banyak)?;
    for satu in &banding.left_out {
        let mut masalah: Vec<String> = satu.problems.iter().map(satu_baris).collect();
        if satu.more > 0 {
            masalah.push(format!("dan {} lagi", satu.more));
        }
        l.isi(&[
            Sel::teks(&satu.folder),
            Sel::teks(satu.daerah.as_deref().unwrap_or_default()),
            Sel::Kata(sebab(satu)),
            Sel::Teks(masalah.join("\n")),
        ])?;
    }
    Ok(())
}

fn keterangan(
    book: &mut Workbook,
    gaya: &Gaya,
    gabungan: &Gabungan,
) -> Result<(), XlsxError> {
    let lebar = [44.0, 34.0, 34.0, 12.0, 30.0];
    let mut l = Lembar::new(book, gaya, "Keterangan", &lebar)?;
    l.judul("Keterangan")?;
    l.catatan(PERINGKAT, 4)?;
    if gabungan.daerah.iter().any(|b| !b.berbeda.is_empty()) {
        l.catatan(&BERBEDA.replace("bertanda *", "yang berisi catatan"), 4)?;
    }
    l.baris += 1;
    l.catatan("Kebijakan penghitungan indeks (yang terbanyak dipakai):", 4)?;
    for kalimat in gabungan.kebijakan.kalimat() {
        l.catatan(&format!("• {kalimat}"), 4)?;
    }
    let lain: Vec<[Sel; 5]> = gabungan
        .daerah
        .iter()
        .flat_map(|b| b.isi.indeks_lain.iter().map(move |i| (&b.isi.daerah, i)))
        .map(|(daerah, i)| {
            [
                Sel::teks(daerah),
                Sel::teks(&i.nama),
                Sel::teks(&i.sumber),
                Sel::Angka(i.nilai.clone()),
                Sel::Teks(i.tahun.to_string()),
            ]
        })
        .collect();
    if lain.is_empty() {
        return Ok(());
    }
    l.baris += 1;
    l.catatan(&format!("{}:", crate::rekap_out::INDEKS_LAIN), 4)?;
    let kepala = ["Daerah", "Nama indeks", "Sumber", "Nilai", "Tahun"];
    l.isi(&kepala.map(|k| Sel::Teks(k.to_owned())))?;
    for baris in &lain {
        l.isi(baris)?;
    }
    Ok(())
}
