//! The first sheet: what to fill in, how, and where it goes.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{ToWrite, baris, halaman, kata, style};
use crate::worksheet::column::{self, Data, JUDUL, LEMBAR, sebaris};
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

pub(super) fn tulis(
    lembar: &mut Worksheet,
    bahan: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    lembar.set_name("Petunjuk")?;
    halaman(lembar, bahan, false);
    lembar.set_column_width(0, LEBAR[0])?;
    lembar.set_column_width(1, LEBAR[1])?;
    let mut kursor = Cursor { lembar, row: 0 };
    kursor.judul(bahan)?;
    for (kiri, kanan) in identitas(bahan) {
        kursor.pasangan(kiri, &kanan)?;
    }
    kursor.bagian("Yang diisi")?;
    let (layanan, butir) = banyak(bahan);
    for bentuk in LEMBAR.iter() {
        let baris = if bentuk.per_butir { butir } else { layanan };
        let isian: Vec<String> = bentuk.isian().map(Data::sebutan).collect();
        kursor.pasangan(bentuk.nama, &format!("{baris} baris: {}", isian.join(", ")))?;
    }
    kursor.bagian("Kosong, 0, dan nihil tidak sama")?;
    for (kiri, kanan) in JAWABAN {
        kursor.pasangan(kiri, kanan)?;
    }
    kursor.bagian("Cara mengisi")?;
    for (nomor, cara) in (1..).zip(CARA) {
        kursor.alinea(&format!("{nomor}. {cara}"))?;
    }
    kursor.bagian("Pengiriman")?;
    kursor.alinea(&format!("Kirimkan kepada {}.", tujuan(bahan)))?;
    kursor.alinea(&batas(bahan))?;
    let akhir = kursor.row.saturating_sub(1);
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
    fn judul(&mut self, bahan: &ToWrite<'_>) -> Result<(), XlsxError> {
        kata(self.lembar, (0, 0), JUDUL, &style::judul())?;
        self.lembar.set_row_height(0, 24)?;
        let anak = column::panjang(bahan.rencana.periode);
        kata(self.lembar, (1, 0), &anak, &style::anak_judul())?;
        self.row = 3;
        Ok(())
    }

    fn bagian(&mut self, judul: &str) -> Result<(), XlsxError> {
        self.row += 1;
        kata(self.lembar, (self.row, 0), judul, &style::bagian())?;
        self.lembar.write_blank(self.row, 1, &style::bagian())?;
        self.lembar.set_row_height(self.row, 18)?;
        self.row += 1;
        Ok(())
    }

    fn pasangan(&mut self, kiri: &str, kanan: &str) -> Result<(), XlsxError> {
        kata(self.lembar, (self.row, 0), kiri, &style::keterangan(true))?;
        kata(self.lembar, (self.row, 1), kanan, &style::keterangan(false))?;
        let baris = baris(kanan, LEBAR[1]).max(baris(kiri, LEBAR[0]));
        self.lembar.set_row_height(self.row, TINGGI * f64::from(baris) + 3.0)?;
        self.row += 1;
        Ok(())
    }

    fn alinea(&mut self, teks: &str) -> Result<(), XlsxError> {
        self.lembar.merge_range(self.row, 0, self.row, 1, "", &style::teks())?;
        kata(self.lembar, (self.row, 0), teks, &style::teks())?;
        // Long lines waste less of their width than the short ones of a table.
        let baris = baris(teks, (LEBAR[0] + LEBAR[1]) * 1.1);
        self.lembar.set_row_height(self.row, TINGGI * f64::from(baris) + 3.0)?;
        self.row += 1;
        Ok(())
    }
}

fn identitas(bahan: &ToWrite<'_>) -> Vec<(&'static str, String)> {
    let rencana = bahan.rencana;
    let periode = rencana.periode;
    let akhir = periode.last_day().map_or_else(String::new, |hari| {
        format!(" (kumulatif Januari s.d. {} {})", month_name(hari), periode.tahun)
    });
    let lalu = rencana
        .lalu
        .map_or_else(|| "belum ada data triwulan sebelumnya".to_owned(), column::panjang);
    vec![
        ("Daerah", sebaris(&bahan.settings.daerah.nama)),
        ("Perangkat daerah", sebaris(&rencana.opd.nama)),
        ("Periode", format!("{}{akhir}", column::panjang(periode))),
        ("Pembanding", lalu),
    ]
}

fn banyak(bahan: &ToWrite<'_>) -> (usize, usize) {
    let layanan = &bahan.rencana.layanan;
    (layanan.len(), layanan.iter().map(|l| l.mutu.len()).sum())
}

fn tujuan(bahan: &ToWrite<'_>) -> String {
    let instansi = &bahan.settings.instansi;
    let bagian = [&instansi.unit, &instansi.nama, &bahan.settings.daerah.nama];
    let mut bagian: Vec<String> =
        bagian.iter().map(|b| sebaris(b)).filter(|b| !b.is_empty()).collect();
    bagian.dedup();
    bagian.join(", ")
}

fn batas(bahan: &ToWrite<'_>) -> String {
    match bahan.batas {
        Some(batas) => format!(
            "Penginputan e-SPM untuk triwulan ini ditutup {}. Lembar ini harus diterima sebelum tanggal itu, sesuai dengan surat permintaan data.",
            format_date(batas.tanggal)
        ),
        None => "Batas waktunya sesuai dengan surat permintaan data.".to_owned(),
    }
}
