//! The worked example of the guidebook: invented figures through the code that computes the
//! real ones.

use super::capaian::{Isian, ItemMutu, Jumlah, LayananCapaian};
use super::catalog::{Catalog, Tingkat};
use super::indeks::{Konteks, hitung};
use super::kebijakan::Kebijakan;
use super::rekap::{HasilLayanan, Rekap};

/// The service whose computation is shown step by step.
const DITUNJUKKAN: &str = "KES-1";

/// An index that was computed from invented figures.
#[derive(Debug, Clone)]
pub struct Contoh {
    /// The whole.
    pub rekap: Rekap,
    /// The reports it came from.
    pub laporan: Vec<LayananCapaian>,
}

impl Contoh {
    /// The example under the policies; `None` when the catalog has no scale for it.
    pub fn hitung(catalog: &Catalog, kebijakan: Kebijakan) -> Option<Self> {
        let semua = catalog.semua_layanan(Tingkat::KabupatenKota).iter().enumerate();
        let laporan: Vec<LayananCapaian> =
            semua.map(|(urut, layanan)| lapor(&layanan.kode, urut)).collect();
        let konteks = Konteks {
            daerah: "Contoh".to_owned(),
            tingkat: Tingkat::KabupatenKota,
            tahun: 2024,
            triwulan: 4,
        };
        let rekap = hitung(catalog, &konteks, kebijakan, &laporan).ok()?;
        Some(Self { rekap, laporan })
    }

    /// The service that is shown step by step, with its report.
    pub fn layanan(&self) -> Option<(&HasilLayanan, &LayananCapaian)> {
        let hasil = self.rekap.layanan().find(|l| l.kode == DITUNJUKKAN)?;
        let laporan = self.laporan.iter().find(|l| l.kode == DITUNJUKKAN)?;
        Some((hasil, laporan))
    }
}

fn lapor(kode: &str, urut: usize) -> LayananCapaian {
    let (terlayani, mutu) = if kode == DITUNJUKKAN {
        let item = [
            item("Tablet tambah darah", 180_000, 171_000),
            item("Buku KIA", 2000, 2000),
            item("Bidan", 80, 62),
        ];
        (1840, item.to_vec())
    } else {
        let kurang = 37 * u64::try_from(urut % 11).unwrap_or(0);
        let item = [item("Barang", 100, 96), item("Sumber daya manusia", 50, 47)];
        (2000 - kurang, item.to_vec())
    };
    LayananCapaian {
        kode: kode.to_owned(),
        opd: "contoh".to_owned(),
        sasaran: Isian::Isi(2000),
        terlayani: Isian::Isi(terlayani),
        mutu,
        ..LayananCapaian::default()
    }
}

fn item(nama: &str, dibutuhkan: u64, terpenuhi: u64) -> ItemMutu {
    ItemMutu {
        nama: nama.to_owned(),
        satuan: String::new(),
        dibutuhkan: Isian::Isi(Jumlah::from(dibutuhkan)),
        terpenuhi: Isian::Isi(Jumlah::from(terpenuhi)),
    }
}
