//! The first sheet: what to fill in, how, and where it goes.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{ToWrite, lines, page, style, words};
use crate::worksheet::column::{Data, GUIDE, SHEETS, TITLE, one_line};
use bahasa::date::{format_date, month_name};
use field::domain::Periode;

/// Widths of the two columns.
const WIDTHS: [f64; 2] = [26.0, 86.0];
const LINE_HEIGHT: f64 = 13.5;

/// The three answers that are not the same.
const ANSWERS: [(&str, &str); 3] = [
    (
        "(dikosongkan)",
        "Datanya belum ada. Yang sudah tercatat pada triwulan ini tidak diubah.",
    ),
    ("0", "Sudah dihitung dan hasilnya nol, misalnya belum ada yang terlayani."),
    (
        "nihil",
        "Memang tidak ada: pada Sasaran, tidak ada yang harus dilayani tahun ini (pelayanan itu lalu tidak perlu diisi lagi); pada Permasalahan, tidak ada permasalahan.",
    ),
];

const STEPS: [&str; 7] = [
    "Isi hanya sel kuning. Sel lain dikunci (tanpa kata sandi) agar lembar ini dapat dibaca kembali. Kolom abu-abu memuat angka terakhir yang dilaporkan, untuk pembanding.",
    "Semua angka kumulatif sejak Januari sampai akhir triwulan, jadi tidak lebih kecil daripada triwulan sebelumnya pada tahun yang sama.",
    "Penerima: bilangan bulat. Mutu: boleh desimal, memakai koma. Anggaran: rupiah penuh. Jangan menulis persen, satuan, atau \"Rp\" dalam sel angka; persen dihitung sendiri.",
    "Sel berwarna merah berarti yang terlayani melebihi sasarannya (atau yang terpenuhi melebihi kebutuhannya). Periksa kembali kedua angkanya.",
    "Permasalahan, penyebab, dan tindak lanjut: satu baris untuk satu hal, dengan kalimat lengkap. Tanggal ditulis lengkap, misalnya 31 Januari 2025.",
    "Jangan mengubah kode, nama butir, judul kolom, dan nama lembar. Baris boleh diurutkan atau disaring setelah proteksi dibuka.",
    "Simpan sebagai XLSX dengan nama berkas yang sama, lalu kirimkan. Boleh dikirim lebih dari sekali; setiap perubahan diperlihatkan sebelum dicatat.",
];

pub(super) fn write(
    sheet: &mut Worksheet,
    material: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE)?;
    page(sheet, material, false);
    sheet.set_column_width(0, WIDTHS[0])?;
    sheet.set_column_width(1, WIDTHS[1])?;
    let mut cursor = Cursor { sheet, row: 0 };
    cursor.title(material)?;
    for (on_left, on_right) in identity(material) {
        cursor.pair(on_left, &on_right)?;
    }
    cursor.part("Yang diisi")?;
    let (layanan, butir) = banyak(material);
    for form in SHEETS.iter() {
        let lines = if form.per_butir { butir } else { layanan };
        let inputs: Vec<String> = form.inputs().map(Data::label).collect();
        cursor.pair(form.nama, &format!("{lines} baris: {}", inputs.join(", ")))?;
    }
    cursor.part("Kosong, 0, dan nihil tidak sama")?;
    for (on_left, on_right) in ANSWERS {
        cursor.pair(on_left, on_right)?;
    }
    cursor.part("Cara mengisi")?;
    for (nomor, cara) in (1..).zip(STEPS) {
        cursor.paragraph(&format!("{nomor}. {cara}"))?;
    }
    let unsure = material.plan_of.layanan.iter().filter(|l| l.remembered);
    let unsure: Vec<&str> = unsure.map(|l| l.listed.kode.as_str()).collect();
    if !unsure.is_empty() {
        cursor.part("Butir mutu bertanda *)")?;
        cursor.paragraph(&format!(
            "Butir mutu {} bersifat sementara: daftarnya belum dicocokkan dengan standar teknis dan formulir e-SPM. Isilah sesuai dengan keadaan, dan sampaikan butir yang berbeda bersama lembar ini.",
            unsure.join(", ")
        ))?;
    }
    cursor.part("Pengiriman")?;
    cursor.paragraph(&format!("Kirimkan kepada {}.", targets(material)))?;
    cursor.paragraph(&limit(material))?;
    let end = cursor.row.saturating_sub(1);
    sheet.set_print_area(0, 0, end, 1)?;
    sheet.protect();
    Ok(())
}

/// Writes from top to bottom.
struct Cursor<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl Cursor<'_> {
    fn title(&mut self, material: &ToWrite<'_>) -> Result<(), XlsxError> {
        words(self.sheet, (0, 0), TITLE, &style::title())?;
        self.sheet.set_row_height(0, 24)?;
        let sub = material.plan_of.periode.sebutan();
        words(self.sheet, (1, 0), &sub, &style::subtitle())?;
        self.row = 3;
        Ok(())
    }

    fn part(&mut self, title: &str) -> Result<(), XlsxError> {
        self.row += 1;
        words(self.sheet, (self.row, 0), title, &style::part())?;
        self.sheet.write_blank(self.row, 1, &style::part())?;
        self.sheet.set_row_height(self.row, 18)?;
        self.row += 1;
        Ok(())
    }

    fn pair(&mut self, on_left: &str, on_right: &str) -> Result<(), XlsxError> {
        words(self.sheet, (self.row, 0), on_left, &style::note(true))?;
        words(self.sheet, (self.row, 1), on_right, &style::note(false))?;
        let lines = lines(on_right, WIDTHS[1]).max(lines(on_left, WIDTHS[0]));
        self.sheet.set_row_height(self.row, LINE_HEIGHT * f64::from(lines) + 3.0)?;
        self.row += 1;
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.merge_range(self.row, 0, self.row, 1, "", &style::text())?;
        words(self.sheet, (self.row, 0), text, &style::text())?;
        // Long lines waste less of their width than the short ones of a table.
        let lines = lines(text, (WIDTHS[0] + WIDTHS[1]) * 1.1);
        self.sheet.set_row_height(self.row, LINE_HEIGHT * f64::from(lines) + 3.0)?;
        self.row += 1;
        Ok(())
    }
}

fn identity(material: &ToWrite<'_>) -> Vec<(&'static str, String)> {
    let plan_of = material.plan_of;
    let periode = plan_of.periode;
    let end = periode.last_day().map_or_else(String::new, |day| {
        format!(" (kumulatif Januari s.d. {} {})", month_name(day), periode.tahun)
    });
    let last = plan_of.last.map_or_else(
        || "belum ada data triwulan sebelumnya".to_owned(),
        Periode::sebutan,
    );
    vec![
        ("Daerah", one_line(&material.settings.daerah.nama)),
        ("Perangkat daerah", one_line(&plan_of.opd.nama)),
        ("Periode", format!("{}{end}", periode.sebutan())),
        ("Pembanding", last),
    ]
}

fn banyak(material: &ToWrite<'_>) -> (usize, usize) {
    let layanan = &material.plan_of.layanan;
    (layanan.len(), layanan.iter().map(|l| l.mutu.len()).sum())
}

fn targets(material: &ToWrite<'_>) -> String {
    let instansi = &material.settings.instansi;
    let part = [&instansi.unit, &instansi.nama, &material.settings.daerah.nama];
    let mut part: Vec<String> =
        part.iter().map(|b| one_line(b)).filter(|b| !b.is_empty()).collect();
    part.dedup();
    part.join(", ")
}

fn limit(material: &ToWrite<'_>) -> String {
    match material.limit {
        Some(limit) => format!(
            "Penginputan e-SPM untuk triwulan ini ditutup {}. Lembar ini harus diterima sebelum tanggal itu, sesuai dengan surat permintaan data.",
            format_date(limit.tanggal)
        ),
        None => "Batas waktunya sesuai dengan surat permintaan data.".to_owned(),
    }
}
