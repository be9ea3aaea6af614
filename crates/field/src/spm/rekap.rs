//! The computed result: what papers print and `rekap --output json` writes. Percentages
//! are decimal strings with two places, `null` where a value does not exist.

use serde::Serialize;

use super::capaian::Jumlah;
use super::catatan::Catatan;
use super::indeks_lain::IndeksLain;
use super::kebijakan::Kebijakan;
use super::keterisian::Keterisian;
use super::persen::Persen;
use super::temuan::Temuan;

/// The index of a daerah in one period, with all its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rekap {
    /// Name of the daerah.
    pub daerah: String,
    /// Year of the report.
    pub tahun: u16,
    /// Quarter, 1..=4.
    pub triwulan: u8,
    /// The policies that produced the numbers.
    pub kebijakan: Kebijakan,
    /// Index of the daerah.
    pub indeks: Option<Persen>,
    /// Its category on the scale of the year.
    pub kategori: Option<String>,
    /// Fill rate over all services.
    pub keterisian: Keterisian,
    /// Notes on the index of the daerah.
    pub catatan: Vec<Catatan>,
    /// By urusan, in the order of the catalog.
    pub urusan: Vec<HasilUrusan>,
    /// By OPD, in the order of their identifiers.
    pub opd: Vec<HasilOpd>,
    /// Indices of other ministries, told beside the index and part of no number above.
    pub indeks_lain: Vec<IndeksLain>,
    /// All findings, the worst first.
    pub temuan: Vec<Temuan>,
}

impl Rekap {
    /// All services, in the order of the catalog.
    pub fn layanan(&self) -> impl Iterator<Item = &HasilLayanan> {
        self.urusan.iter().flat_map(|u| &u.layanan)
    }

    /// Takes the findings, each service those about itself.
    pub fn beri_temuan(&mut self, temuan: Vec<Temuan>) {
        for satu in self.urusan.iter_mut().flat_map(|u| &mut u.layanan) {
            let sendiri =
                temuan.iter().filter(|t| t.layanan.as_ref() == Some(&satu.kode));
            satu.temuan = sendiri.cloned().collect();
        }
        self.temuan = temuan;
    }
}

/// A unit inside a sentence: "orang", but "KK".
pub fn satuan_teks(satuan: &str) -> String {
    let singkatan = satuan.chars().filter(|c| c.is_uppercase()).count() > 1;
    if singkatan { satuan.to_owned() } else { satuan.to_lowercase() }
}

/// One urusan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HasilUrusan {
    /// Code in the catalog.
    pub kode: String,
    /// Name in the catalog.
    pub nama: String,
    /// Index of the urusan.
    pub indeks: Option<Persen>,
    /// Its category.
    pub kategori: Option<String>,
    /// Fill rate over its services.
    pub keterisian: Keterisian,
    /// Notes on the index of the urusan.
    pub catatan: Vec<Catatan>,
    /// Its services, in the order of the catalog.
    pub layanan: Vec<HasilLayanan>,
}

/// One OPD: the plain mean over the services it reports on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HasilOpd {
    /// Identifier of the OPD.
    pub opd: String,
    /// Index of the OPD.
    pub indeks: Option<Persen>,
    /// Its category.
    pub kategori: Option<String>,
    /// Fill rate over its services.
    pub keterisian: Keterisian,
    /// Codes of its services, in the order of the catalog.
    pub layanan: Vec<String>,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HasilLayanan {
    /// Code in the catalog.
    pub kode: String,
    /// Name in the catalog.
    pub nama: String,
    /// Unit of the target population.
    pub satuan: String,
    /// OPD that reports; `None` when nobody does.
    pub opd: Option<String>,
    /// Target population.
    pub sasaran: Option<u64>,
    /// Served.
    pub terlayani: Option<u64>,
    /// Target less served, not below zero.
    pub belum_terlayani: Option<u64>,
    /// Penerima, capped or not by policy.
    pub penerima: Option<Persen>,
    /// Mutu, capped or not by policy.
    pub mutu: Option<Persen>,
    /// Index of the service.
    pub indeks: Option<Persen>,
    /// Its category.
    pub kategori: Option<String>,
    /// Budget in rupiah.
    pub pagu: Option<Jumlah>,
    /// Spent in rupiah.
    pub realisasi: Option<Jumlah>,
    /// Spent as a percentage of the budget, never capped.
    pub serapan: Option<Persen>,
    /// Declared to have no target population.
    pub nihil: bool,
    /// Fill rate.
    pub keterisian: Keterisian,
    /// What a reader must know.
    pub catatan: Vec<Catatan>,
    /// What is off about it, the worst first.
    pub temuan: Vec<Temuan>,
}

impl HasilLayanan {
    /// The unit as it stands inside a sentence.
    pub fn satuan_teks(&self) -> String {
        satuan_teks(&self.satuan)
    }
}
