//! The sheets of a worksheet and their columns: one table for the writer and the reader.

use field::domain::Periode;

/// The title of the first sheet.
pub(super) const JUDUL: &str = "LEMBAR KERJA CAPAIAN SPM";

/// A figure or text that an OPD fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Data {
    Sasaran,
    Terlayani,
    Dibutuhkan,
    Terpenuhi,
    Pagu,
    Realisasi,
    Permasalahan,
    Penyebab,
    TindakLanjut,
    Pic,
}

impl Data {
    /// The words of its heading.
    pub(super) const fn sebutan(self) -> &'static str {
        match self {
            Self::Sasaran => "Sasaran",
            Self::Terlayani => "Terlayani",
            Self::Dibutuhkan => "Dibutuhkan",
            Self::Terpenuhi => "Terpenuhi",
            Self::Pagu => "Pagu (Rp)",
            Self::Realisasi => "Realisasi (Rp)",
            Self::Permasalahan => "Permasalahan",
            Self::Penyebab => "Penyebab",
            Self::TindakLanjut => "Tindak lanjut",
            Self::Pic => "Penanggung jawab (PIC)",
        }
    }

    /// The key it has in the data, as messages name it.
    pub(super) const fn kunci(self) -> &'static str {
        match self {
            Self::Sasaran => "sasaran",
            Self::Terlayani => "terlayani",
            Self::Dibutuhkan => "dibutuhkan",
            Self::Terpenuhi => "terpenuhi",
            Self::Pagu => "pagu",
            Self::Realisasi => "realisasi",
            Self::Permasalahan => "permasalahan",
            Self::Penyebab => "penyebab",
            Self::TindakLanjut => "tindak_lanjut",
            Self::Pic => "pic",
        }
    }

    /// What may be typed.
    pub(super) const fn jenis(self) -> Jenis {
        match self {
            Self::Sasaran | Self::Terlayani => Jenis::Cacah,
            Self::Dibutuhkan | Self::Terpenuhi => Jenis::Jumlah,
            Self::Pagu | Self::Realisasi => Jenis::Uang,
            Self::Permasalahan | Self::Penyebab | Self::TindakLanjut | Self::Pic => {
                Jenis::Teks
            }
        }
    }

    /// Whether a figure may be the word "nihil".
    pub(super) const fn boleh_nihil(self) -> bool {
        matches!(self, Self::Sasaran | Self::Terlayani)
    }
}

/// Kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jenis {
    /// People or things: whole, from zero.
    Cacah,
    /// An amount in the item's own unit, from zero.
    Jumlah,
    /// Rupiah, from zero.
    Uang,
    /// Words.
    Teks,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kolom {
    Nomor,
    Kode,
    Layanan,
    Butir,
    Satuan,
    /// A figure of the last quarter with data, for comparison.
    Lalu(Data),
    /// To be filled in.
    Isian(Data),
    /// The first as a percentage of the second, computed by the sheet for its reader only.
    Persen(Data, Data),
}

impl Kolom {
    /// The heading; the same text is looked for when the sheet comes back.
    pub(super) fn judul(self, kini: Periode, lalu: Option<Periode>) -> String {
        match self {
            Self::Nomor => "No.".to_owned(),
            Self::Kode => "Kode".to_owned(),
            Self::Layanan => "Jenis pelayanan dasar".to_owned(),
            Self::Butir => "Butir mutu".to_owned(),
            Self::Satuan => "Satuan".to_owned(),
            Self::Lalu(data) => {
                let lalu = lalu.map_or_else(|| "sebelumnya".to_owned(), singkat);
                format!("{} {lalu}", data.sebutan())
            }
            Self::Isian(data) if data.jenis() == Jenis::Teks => data.sebutan().to_owned(),
            Self::Isian(data) => format!("{} {}", data.sebutan(), singkat(kini)),
            Self::Persen(..) => "Persen".to_owned(),
        }
    }
}

/// A sheet with a row for each service or item.
#[derive(Debug)]
pub(super) struct Lembar {
    /// The sheet's name.
    pub(super) nama: &'static str,
    /// Its title.
    pub(super) judul: &'static str,
    /// What to do here, in one or two sentences.
    pub(super) arahan: &'static str,
    /// A row for each mutu item instead of each service.
    pub(super) per_butir: bool,
    /// Columns and their widths in characters.
    pub(super) kolom: &'static [(Kolom, f64)],
}

impl Lembar {
    /// The data that is filled in here.
    pub(super) fn isian(&self) -> impl Iterator<Item = Data> {
        self.kolom.iter().filter_map(|(kolom, _)| match kolom {
            Kolom::Isian(data) => Some(*data),
            _ => None,
        })
    }

    /// At which column something stands when the sheet leaves the house.
    pub(super) fn letak(&self, dicari: Kolom) -> Option<u16> {
        let at = self.kolom.iter().position(|(kolom, _)| *kolom == dicari)?;
        u16::try_from(at).ok()
    }
}

/// Sections A, B and C as the e-SPM form has them, and what letters need besides.
pub(super) static LEMBAR: [Lembar; 4] = [
    Lembar {
        nama: "Penerima",
        judul: "A. PENERIMA PELAYANAN DASAR",
        arahan: "Isi sel kuning dengan bilangan bulat, kumulatif sejak Januari. Tulis nihil pada Sasaran bila sasarannya memang tidak ada tahun ini; 0 bila ada sasaran, tetapi belum ada yang terlayani.",
        per_butir: false,
        kolom: &[
            (Kolom::Nomor, 5.0),
            (Kolom::Kode, 10.0),
            (Kolom::Layanan, 46.0),
            (Kolom::Satuan, 15.0),
            (Kolom::Lalu(Data::Sasaran), 15.0),
            (Kolom::Lalu(Data::Terlayani), 15.0),
            (Kolom::Isian(Data::Sasaran), 15.0),
            (Kolom::Isian(Data::Terlayani), 15.0),
            (Kolom::Persen(Data::Terlayani, Data::Sasaran), 11.0),
        ],
    },
    Lembar {
        nama: "Mutu",
        judul: "B. MUTU PELAYANAN DASAR",
        arahan: "Isi sel kuning dengan angka dalam satuan butirnya, kumulatif sejak Januari; desimal dengan koma. Pelayanan yang sasarannya nihil tidak perlu diisi.",
        per_butir: true,
        kolom: &[
            (Kolom::Nomor, 5.0),
            (Kolom::Kode, 10.0),
            (Kolom::Layanan, 40.0),
            (Kolom::Butir, 54.0),
            (Kolom::Satuan, 15.0),
            (Kolom::Lalu(Data::Dibutuhkan), 15.0),
            (Kolom::Lalu(Data::Terpenuhi), 15.0),
            (Kolom::Isian(Data::Dibutuhkan), 15.0),
            (Kolom::Isian(Data::Terpenuhi), 15.0),
            (Kolom::Persen(Data::Terpenuhi, Data::Dibutuhkan), 11.0),
        ],
    },
    Lembar {
        nama: "Anggaran",
        judul: "C. ANGGARAN",
        arahan: "Isi sel kuning dalam rupiah penuh, tanpa \"Rp\" dan tanpa singkatan juta atau miliar. Realisasi kumulatif sejak Januari.",
        per_butir: false,
        kolom: &[
            (Kolom::Nomor, 5.0),
            (Kolom::Kode, 10.0),
            (Kolom::Layanan, 46.0),
            (Kolom::Lalu(Data::Pagu), 20.0),
            (Kolom::Lalu(Data::Realisasi), 20.0),
            (Kolom::Isian(Data::Pagu), 20.0),
            (Kolom::Isian(Data::Realisasi), 20.0),
            (Kolom::Persen(Data::Realisasi, Data::Pagu), 11.0),
        ],
    },
    Lembar {
        nama: "Permasalahan",
        judul: "D. PERMASALAHAN DAN TINDAK LANJUT",
        arahan: "Satu baris untuk satu hal (Alt+Enter untuk baris baru dalam sel). Tulis nihil bila tidak ada permasalahan. Tanggal ditulis lengkap, misalnya 31 Januari 2025.",
        per_butir: false,
        kolom: &[
            (Kolom::Nomor, 5.0),
            (Kolom::Kode, 10.0),
            (Kolom::Layanan, 26.0),
            (Kolom::Isian(Data::Permasalahan), 36.0),
            (Kolom::Isian(Data::Penyebab), 30.0),
            (Kolom::Isian(Data::TindakLanjut), 36.0),
            (Kolom::Isian(Data::Pic), 24.0),
        ],
    },
];

/// How many input cells the listed rows have: codes with an empty item are services.
pub(super) fn sel(baris: &[(String, String)]) -> usize {
    LEMBAR
        .iter()
        .map(|lembar| {
            let rows = baris.iter().filter(|(_, b)| b.is_empty() != lembar.per_butir);
            rows.count() * lembar.isian().count()
        })
        .sum()
}

/// "TW IV 2024".
pub(super) fn singkat(periode: Periode) -> String {
    format!("TW {} {}", romawi(periode), periode.tahun)
}

/// "Triwulan IV Tahun 2024".
pub(super) fn panjang(periode: Periode) -> String {
    format!("Triwulan {} Tahun {}", romawi(periode), periode.tahun)
}

const fn romawi(periode: Periode) -> &'static str {
    match periode.triwulan {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

/// A heading or name for comparing: letters and digits in lower case, one blank between.
pub(super) fn baku(teks: &str) -> String {
    teks.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|kata| !kata.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text of the data on one line, as it stands in a cell.
pub(super) fn sebaris(teks: &str) -> String {
    teks.split_whitespace().collect::<Vec<_>>().join(" ")
}
