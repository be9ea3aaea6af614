//! The worked example of the guidebook: invented figures through the code that computes the
//! real ones.

use super::capaian::{Amount, ItemMutu, LayananCapaian, Reported};
use super::catalog::{Catalog, Tingkat};
use super::indeks::{IndexContext, compute};
use super::kebijakan::Kebijakan;
use super::rekap::{LayananResult, Rekap};

/// The service whose computation is shown step by step.
const SHOWN: &str = "KES-1";

/// An index that was computed from invented figures.
#[derive(Debug, Clone)]
pub struct WorkedExample {
    /// The whole.
    pub rekap: Rekap,
    /// The reports it came from.
    pub reports: Vec<LayananCapaian>,
}

impl WorkedExample {
    /// The example under the policies; `None` when the catalog has no scale for it.
    pub fn compute(catalog: &Catalog, kebijakan: Kebijakan) -> Option<Self> {
        let all = catalog.all_layanan(Tingkat::KabupatenKota).iter().enumerate();
        let reports: Vec<LayananCapaian> =
            all.map(|(urut, layanan)| report(&layanan.kode, urut)).collect();
        let context = IndexContext {
            daerah: "Contoh".to_owned(),
            tingkat: Tingkat::KabupatenKota,
            tahun: 2024,
            triwulan: 4,
            carriers: std::collections::BTreeMap::new(),
            jalur: super::TargetPath::default(),
        };
        let rekap = compute(catalog, &context, kebijakan, &reports).ok()?;
        Some(Self { rekap, reports })
    }

    /// The service that is shown step by step, with its report.
    pub fn layanan(&self) -> Option<(&LayananResult, &LayananCapaian)> {
        let result = self.rekap.layanan().find(|l| l.kode == SHOWN)?;
        let reports = self.reports.iter().find(|l| l.kode == SHOWN)?;
        Some((result, reports))
    }
}

fn report(kode: &str, urut: usize) -> LayananCapaian {
    let (terlayani, mutu) = if kode == SHOWN {
        let item = [
            item("Tablet tambah darah", "Tablet", 180_000, 171_000),
            item("Buku KIA", "Buku", 2000, 2000),
            item("Bidan", "Orang", 80, 62),
        ];
        (1840, item.to_vec())
    } else {
        let missing = 37 * u64::try_from(urut % 11).unwrap_or(0);
        let item = [
            item("Barang", "Unit", 100, 96),
            item("Sumber daya manusia", "Orang", 50, 47),
        ];
        (2000 - missing, item.to_vec())
    };
    LayananCapaian {
        kode: kode.to_owned(),
        opd: "contoh".to_owned(),
        sasaran: Reported::Value(2000),
        terlayani: Reported::Value(terlayani),
        mutu,
        ..LayananCapaian::default()
    }
}

fn item(nama: &str, satuan: &str, dibutuhkan: u64, terpenuhi: u64) -> ItemMutu {
    ItemMutu {
        nama: nama.to_owned(),
        satuan: satuan.to_owned(),
        dibutuhkan: Reported::Value(Amount::from(dibutuhkan)),
        terpenuhi: Reported::Value(Amount::from(terpenuhi)),
    }
}
