//! The first sheet: what to fill in, how, and where it goes.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{ToWrite, baris, kata, page, style};
use crate::worksheet::column::{self, Data, JUDUL, LEMBAR, one_line};
use bahasa::date::{format_date, month_name};

/// Widths of the two columns.
const LEBAR: [f64; 2] = [26.0, 86.0];
const TINGGI: f64 = 13.5;

/// The three answers that are not the same.
const JAWABAN: [(&str, &str); 3] = [
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

const CARA: [&str; 7] = [
    "Isi hanya sel kuning. Sel lain dikunci (tanpa kata sandi) agar lembar ini dapat dibaca kembali. Kolom abu-abu memuat angka terakhir yang dilaporkan, untuk pembanding.",
    "Semua angka kumulatif sejak Januari sampai akhir triwulan, jadi tidak lebih kecil daripada triwulan sebelumnya pada tahun yang sama.",
    "Penerima: bilangan bulat. Mutu: boleh desimal, memakai koma. Anggaran: rupiah penuh. Jangan menulis persen, satuan, atau \"Rp\" dalam sel angka; persen dihitung sendiri.",
    "Sel berwarna merah berarti yang terlayani melebihi sasarannya (atau yang terpenuhi melebihi kebutuhannya). Periksa kembali kedua angkanya.",
    "Permasalahan, penyebab, dan tindak lanjut: satu baris untuk satu hal, dengan kalimat lengkap. Tanggal ditulis lengkap, misalnya 31 Januari 2025.",
    "Jangan mengubah kode, nama butir, judul kolom, dan nama lembar. Baris boleh diurutkan atau disaring setelah proteksi dibuka.",
    "Simpan sebagai XLSX dengan nama berkas yang sama, lalu kirimkan. Boleh dikirim lebih dari sekali; setiap perubahan diperlihatkan sebelum dicatat.",
];

pub(super) fn write(
    lembar: &mut Worksheet,
    material: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    lembar.set_name("Petunjuk")?;
    page(lembar, material, false);
    lembar.set_column_width(0, LEBAR[0])?;
    lembar.set_column_width(1, LEBAR[1])?;
    let mut cursor = Cursor { lembar, row: 0 };
    cursor.title(material)?;
    for (on_left, on_right) in identity(material) {
        cursor.pair(on_left, &on_right)?;
    }
    cursor.bagian("Yang diisi")?;
    let (layanan, butir) = banyak(material);
    for form in LEMBAR.iter() {
        let baris = if form.per_butir { butir } else { layanan };
        let isian: Vec<String> = form.isian().map(Data::name_of).collect();
        cursor.pair(form.nama, &format!("{baris} baris: {}", isian.join(", ")))?;
    }
    cursor.bagian("Kosong, 0, dan nihil tidak sama")?;
    for (on_left, on_right) in JAWABAN {
        cursor.pair(on_left, on_right)?;
    }
    cursor.bagian("Cara mengisi")?;
    for (nomor, cara) in (1..).zip(CARA) {
        cursor.paragraph(&format!("{nomor}. {cara}"))?;
    }
    cursor.bagian("Pengiriman")?;
    cursor.paragraph(&format!("Kirimkan kepada {}.", targets(material)))?;
    cursor.paragraph(&limit(material))?;
    let akhir = cursor.row.saturating_sub(1);
    lembar.set_print_area(0, 0, akhir, 1)?;
    lembar.protect();
    Ok(())
}

/// Writes from top to bottom.
struct Cursor<'a> {
    lembar: &'a mut Worksheet,
    row: u32,
}

impl Cursor<'_> {
    fn title(&mut self, material: &ToWrite<'_>) -> Result<(), XlsxError> {
        kata(self.lembar, (0, 0), JUDUL, &style::title())?;
        self.lembar.set_row_height(0, 24)?;
        let anak = column::long(material.plan_of.periode);
        kata(self.lembar, (1, 0), &anak, &style::subtitle())?;
        self.row = 3;
        Ok(())
    }

    fn bagian(&mut self, title: &str) -> Result<(), XlsxError> {
        self.row += 1;
        kata(self.lembar, (self.row, 0), title, &style::bagian())?;
        self.lembar.write_blank(self.row, 1, &style::bagian())?;
        self.lembar.set_row_height(self.row, 18)?;
        self.row += 1;
        Ok(())
    }

    fn pair(&mut self, on_left: &str, on_right: &str) -> Result<(), XlsxError> {
        kata(self.lembar, (self.row, 0), on_left, &style::keterangan(true))?;
        kata(self.lembar, (self.row, 1), on_right, &style::keterangan(false))?;
        let baris = baris(on_right, LEBAR[1]).max(baris(on_left, LEBAR[0]));
        self.lembar.set_row_height(self.row, TINGGI * f64::from(baris) + 3.0)?;
        self.row += 1;
        Ok(())
    }

    fn paragraph(&mut self, teks: &str) -> Result<(), XlsxError> {
        self.lembar.merge_range(self.row, 0, self.row, 1, "", &style::teks())?;
        kata(self.lembar, (self.row, 0), teks, &style::teks())?;
        // Long lines waste less of their width than the short ones of a table.
        let baris = baris(teks, (LEBAR[0] + LEBAR[1]) * 1.1);
        self.lembar.set_row_height(self.row, TINGGI * f64::from(baris) + 3.0)?;
        self.row += 1;
        Ok(())
    }
}

fn identity(material: &ToWrite<'_>) -> Vec<(&'static str, String)> {
    let plan_of = material.plan_of;
    let periode = plan_of.periode;
    let akhir = periode.last_day().map_or_else(String::new, |hari| {
        format!(" (kumulatif Januari s.d. {} {})", month_name(hari), periode.tahun)
    });
    let lalu = plan_of
        .lalu
        .map_or_else(|| "belum ada data triwulan sebelumnya".to_owned(), column::long);
    vec![
        ("Daerah", one_line(&material.settings.daerah.nama)),
        ("Perangkat daerah", one_line(&plan_of.opd.nama)),
        ("Periode", format!("{}{akhir}", column::long(periode))),
        ("Pembanding", lalu),
    ]
}

fn banyak(material: &ToWrite<'_>) -> (usize, usize) {
    let layanan = &material.plan_of.layanan;
    (layanan.len(), layanan.iter().map(|l| l.mutu.len()).sum())
}

fn targets(material: &ToWrite<'_>) -> String {
    let instansi = &material.settings.instansi;
    let bagian = [&instansi.unit, &instansi.nama, &material.settings.daerah.nama];
    let mut bagian: Vec<String> =
        bagian.iter().map(|b| one_line(b)).filter(|b| !b.is_empty()).collect();
    bagian.dedup();
    bagian.join(", ")
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
