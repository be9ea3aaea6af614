//! The index of SPM, from reports to daerah, in exact fractions.
//!
//! ```text
//! penerima = terlayani / sasaran                         per service
//! mutu     = mean of terpenuhi / dibutuhkan              per service, over its items
//! indeks   = 80 % penerima + 20 % mutu                   per service
//! urusan   = mean of its services; daerah = mean of its urusan
//! ```
//!
//! The weights are those of the e-SPM form (seen in two local programs, `spm.md` 3.1);
//! everything else that is not certain is a policy, see [`super::kebijakan`].

use std::collections::BTreeMap;
use std::fmt;

use num_rational::BigRational;

use super::capaian::{Isian, ItemMutu, Jumlah, LayananCapaian};
use super::catalog::{Catalog, Layanan, Skala, SubUrusan, Tingkat};
use super::catatan::Catatan;
use super::kebijakan::{
    BelumDiisi, BobotUrusan, Kebijakan, Kelebihan, Pembulatan, RerataMutu, SasaranNihil,
    Trantibumlinmas,
};
use super::keterisian::Keterisian;
use super::persen::Persen;
use super::rekap::{HasilItem, HasilLayanan, HasilOpd, HasilUrusan, Rekap};

/// Weight of penerima in the index of a service, in percent.
const BOBOT_PENERIMA: u32 = 80;

/// Weight of mutu in the index of a service, in percent.
const BOBOT_MUTU: u32 = 20;

/// What is computed: whose reports, on when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Konteks {
    /// Name of the daerah, for the result.
    pub daerah: String,
    /// Level of government: decides which services are expected.
    pub tingkat: Tingkat,
    /// Year of the report: decides scale and quality lists.
    pub tahun: u16,
    /// Quarter, 1..=4.
    pub triwulan: u8,
}

/// Why no index can be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GalatIndeks {
    /// A report on a service that the daerah does not have.
    LayananTidakDikenal(String),
    /// Two reports on the same service.
    LayananGanda(String),
    /// No scale of categories holds for the year.
    SkalaTidakAda(u16),
}

impl fmt::Display for GalatIndeks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LayananTidakDikenal(kode) => {
                write!(f, "layanan `{kode}` tidak dikenal")
            }
            Self::LayananGanda(kode) => {
                write!(f, "layanan `{kode}` dilaporkan lebih dari sekali")
            }
            Self::SkalaTidakAda(tahun) => {
                write!(f, "tidak ada skala kategori untuk tahun {tahun}")
            }
        }
    }
}

impl std::error::Error for GalatIndeks {}

/// Computes the index of a daerah. Services without a report are part of the result, as
/// not reported; the order of the reports does not matter.
///
/// # Errors
/// All reasons at once why the reports do not fit the catalog.
pub fn hitung(
    catalog: &Catalog,
    konteks: &Konteks,
    kebijakan: Kebijakan,
    data: &[LayananCapaian],
) -> Result<Rekap, Vec<GalatIndeks>> {
    let expected = catalog.semua_layanan(konteks.tingkat);
    let mut galat = Vec::new();
    let mut laporan: BTreeMap<&str, &LayananCapaian> = BTreeMap::new();
    for satu in data {
        if !expected.iter().any(|l| l.kode == satu.kode) {
            galat.push(GalatIndeks::LayananTidakDikenal(satu.kode.clone()));
        } else if laporan.insert(&satu.kode, satu).is_some() {
            galat.push(GalatIndeks::LayananGanda(satu.kode.clone()));
        }
    }
    let Some(skala) = catalog.skala(konteks.tahun) else {
        galat.push(GalatIndeks::SkalaTidakAda(konteks.tahun));
        return Err(galat);
    };
    if !galat.is_empty() {
        return Err(galat);
    }
    let hitungan = Hitungan { kebijakan, skala };
    let urusan: Vec<HasilUrusan> = catalog
        .semua_urusan()
        .iter()
        .filter_map(|urusan| {
            let layanan: Vec<(Option<SubUrusan>, HasilLayanan)> = expected
                .iter()
                .filter(|l| l.urusan == urusan.kode)
                .map(|l| {
                    let item = catalog.mutu(&l.kode, konteks.tahun).len();
                    let lapor = laporan.get(l.kode.as_str()).copied();
                    (l.sub_urusan, hitungan.layanan(l, lapor, item))
                })
                .collect();
            (!layanan.is_empty())
                .then(|| hitungan.urusan(&urusan.kode, &urusan.nama, layanan))
        })
        .collect();
    Ok(hitungan.daerah(konteks, urusan))
}

/// One of the two parts of a service's index.
enum Bagian {
    Ada(Persen),
    /// Nothing is needed.
    Nihil,
    /// Nobody has entered it.
    Kosong,
}

impl Bagian {
    fn persen(&self) -> Option<Persen> {
        match self {
            Self::Ada(persen) => Some(persen.clone()),
            Self::Nihil | Self::Kosong => None,
        }
    }
}

/// One quality item that enters the mean of its service.
struct ItemDinilai {
    perlu: BigRational,
    ada: BigRational,
    /// The part of its need, before any cap.
    mentah: Persen,
    lengkap: bool,
}

/// The rules in force.
struct Hitungan<'a> {
    kebijakan: Kebijakan,
    skala: &'a Skala,
}

impl Hitungan<'_> {
    fn layanan(
        &self,
        layanan: &Layanan,
        data: Option<&LayananCapaian>,
        item_mutu: usize,
    ) -> HasilLayanan {
        let mut catatan = Vec::new();
        let kosong = LayananCapaian::default();
        let isi = data.unwrap_or(&kosong);
        let (penerima, (mutu, mutu_item)) = if data.is_some() {
            let penerima = self.penerima(isi, &mut catatan);
            // Without people to serve there is nothing whose quality could be asked.
            let mutu = match penerima {
                Bagian::Nihil => (Bagian::Nihil, tanpa_nilai(isi)),
                Bagian::Ada(_) | Bagian::Kosong => self.mutu(isi, &mut catatan),
            };
            (penerima, mutu)
        } else {
            catatan.push(Catatan::TidakDilaporkan);
            (Bagian::Kosong, (Bagian::Kosong, Vec::new()))
        };
        let indeks = self.indeks(&penerima, &mutu);
        catatan.extend(di_bawah_batas(indeks.as_ref()));
        let serapan = serapan(isi);
        if let Some(serapan) = serapan.clone().filter(|s| *s > Persen::seratus()) {
            catatan.push(Catatan::RealisasiMelebihiPagu { serapan });
        }
        let (sasaran, terlayani) =
            (isi.sasaran.isi().copied(), isi.terlayani.isi().copied());
        HasilLayanan {
            kode: layanan.kode.clone(),
            nama: layanan.nama.clone(),
            satuan: isi.satuan.clone().unwrap_or_else(|| layanan.satuan.clone()),
            opd: data.map(|d| d.opd.clone()),
            sasaran,
            terlayani,
            belum_terlayani: sasaran.zip(terlayani).map(|(s, t)| s.saturating_sub(t)),
            penerima: penerima.persen(),
            mutu: mutu.persen(),
            kategori: self.kategori(indeks.as_ref()),
            indeks,
            pagu: isi.pagu.isi().cloned(),
            realisasi: isi.realisasi.isi().cloned(),
            serapan,
            nihil: isi.nihil(),
            keterisian: Keterisian::layanan(data, item_mutu),
            mutu_item,
            catatan,
        }
    }

    fn penerima(&self, isi: &LayananCapaian, catatan: &mut Vec<Catatan>) -> Bagian {
        let terlayani = isi.terlayani.isi().copied();
        let sasaran = match isi.sasaran {
            Isian::Kosong => {
                catatan.push(Catatan::SasaranKosong);
                return Bagian::Kosong;
            }
            Isian::Nihil | Isian::Isi(0) => {
                let nihil = isi.nihil();
                catatan.push(if nihil { Catatan::Nihil } else { Catatan::SasaranNol });
                if let Some(terlayani) = terlayani.filter(|t| *t > 0) {
                    catatan.push(Catatan::TerlayaniTanpaSasaran { terlayani });
                }
                return Bagian::Nihil;
            }
            Isian::Isi(sasaran) => sasaran,
        };
        if !isi.terlayani.terisi() {
            catatan.push(Catatan::TerlayaniKosong);
            return Bagian::Kosong;
        }
        // Nihil served of a real target is nobody served.
        let Some(mentah) =
            Persen::rasio(&pecahan(terlayani.unwrap_or(0)), &pecahan(sasaran))
        else {
            return Bagian::Nihil;
        };
        if mentah > Persen::seratus() {
            catatan.push(Catatan::PenerimaLebih { mentah: mentah.clone() });
        }
        Bagian::Ada(self.batasi(mentah))
    }

    /// Mutu, and the items with what each gave to it.
    fn mutu(
        &self,
        isi: &LayananCapaian,
        catatan: &mut Vec<Catatan>,
    ) -> (Bagian, Vec<HasilItem>) {
        if isi.mutu.is_empty() {
            catatan.push(Catatan::MutuKosong);
            return (Bagian::Kosong, Vec::new());
        }
        let dinilai: Vec<Option<ItemDinilai>> =
            isi.mutu.iter().map(|item| self.item(item, catatan)).collect();
        if isi.mutu.iter().all(ItemMutu::nihil) {
            catatan.push(Catatan::MutuNihil);
            return (Bagian::Nihil, tanpa_nilai(isi));
        }
        if !dinilai.iter().flatten().any(|item| item.lengkap) {
            return (Bagian::Kosong, tanpa_nilai(isi));
        }
        let hasil = isi.mutu.iter().zip(&dinilai);
        let hasil = hasil.map(|(item, nilai)| {
            let lengkap = nilai.as_ref().filter(|nilai| nilai.lengkap);
            hasil_item(item, lengkap.map(|nilai| self.persen_item(nilai)))
        });
        let mutu = self.gabung_item(dinilai.iter().flatten());
        (mutu.map_or(Bagian::Kosong, Bagian::Ada), hasil.collect())
    }

    /// The percentage of an item as mutu uses it: its own, or its share in a ratio of sums,
    /// where only the sum is capped.
    fn persen_item(&self, item: &ItemDinilai) -> Persen {
        match self.kebijakan.rerata_mutu {
            RerataMutu::RerataPersen => self.batasi(item.mentah.clone()),
            RerataMutu::RasioJumlah => item.mentah.clone(),
        }
    }

    /// One percentage from those of the items.
    fn gabung_item<'i>(
        &self,
        dinilai: impl Iterator<Item = &'i ItemDinilai> + Clone,
    ) -> Option<Persen> {
        match self.kebijakan.rerata_mutu {
            RerataMutu::RerataPersen => {
                self.rerata(dinilai.map(|item| self.persen_item(item)))
            }
            RerataMutu::RasioJumlah => {
                let perlu: BigRational = dinilai.clone().map(|item| &item.perlu).sum();
                let ada: BigRational = dinilai.map(|item| &item.ada).sum();
                Persen::rasio(&ada, &perlu).map(|p| self.batasi(p))
            }
        }
    }

    /// One quality item as it enters the mean; `None` when it is left out.
    fn item(&self, item: &ItemMutu, catatan: &mut Vec<Catatan>) -> Option<ItemDinilai> {
        let nama = item.nama.clone();
        if item.nihil() {
            catatan.push(Catatan::ItemNihil { item: nama });
            return None;
        }
        let perlu =
            item.dibutuhkan.isi().map_or_else(|| pecahan(0), |p| p.nilai().clone());
        if !item.dibutuhkan.terisi() || !item.terpenuhi.terisi() {
            catatan.push(Catatan::ItemKosong { item: nama });
            let nol = || ItemDinilai {
                perlu,
                ada: pecahan(0),
                mentah: Persen::nol(),
                lengkap: false,
            };
            return (self.kebijakan.belum_diisi == BelumDiisi::Nol).then(nol);
        }
        // Nihil met of a real need is nothing met.
        let ada = item.terpenuhi.isi().map_or_else(|| pecahan(0), |p| p.nilai().clone());
        let mentah = Persen::rasio(&ada, &perlu)?;
        if mentah > Persen::seratus() {
            catatan.push(Catatan::ItemLebih { item: nama, mentah: mentah.clone() });
        }
        Some(ItemDinilai { perlu, ada, mentah, lengkap: true })
    }

    /// The index of a service from its two parts.
    fn indeks(&self, penerima: &Bagian, mutu: &Bagian) -> Option<Persen> {
        let kosong = match self.kebijakan.belum_diisi {
            BelumDiisi::Nol => Some(Persen::nol()),
            BelumDiisi::Keluarkan => None,
        };
        let nihil = match self.kebijakan.sasaran_nihil {
            SasaranNihil::Keluarkan => None,
            SasaranNihil::Seratus => Some(Persen::seratus()),
            SasaranNihil::Nol => Some(Persen::nol()),
        };
        let penerima = match penerima {
            Bagian::Nihil => return nihil,
            Bagian::Ada(persen) => persen.clone(),
            Bagian::Kosong => kosong.clone()?,
        };
        let mutu = match mutu {
            Bagian::Ada(persen) => persen.clone(),
            Bagian::Kosong => kosong?,
            // Left out of the mean: the index is then that of penerima alone.
            Bagian::Nihil => nihil.unwrap_or_else(|| penerima.clone()),
        };
        let berbobot = |nilai: &Persen, bobot: u32| {
            nilai.nilai() * BigRational::new(bobot.into(), 100.into())
        };
        Some(self.bulatkan(Persen::new(
            berbobot(&penerima, BOBOT_PENERIMA) + berbobot(&mutu, BOBOT_MUTU),
        )))
    }

    fn urusan(
        &self,
        kode: &str,
        nama: &str,
        layanan: Vec<(Option<SubUrusan>, HasilLayanan)>,
    ) -> HasilUrusan {
        let terhitung =
            || layanan.iter().filter_map(|(s, l)| Some((*s, l.indeks.clone()?)));
        let indeks = match self.kebijakan.trantibumlinmas {
            Trantibumlinmas::PerLayanan => self.rerata(terhitung().map(|(_, i)| i)),
            // An urusan without parts is one group, whose mean is the plain mean.
            Trantibumlinmas::PerSubUrusan => {
                let mut bagian: BTreeMap<Option<SubUrusan>, Vec<Persen>> =
                    BTreeMap::new();
                for (sub, indeks) in terhitung() {
                    bagian.entry(sub).or_default().push(indeks);
                }
                self.rerata(bagian.into_values().filter_map(|isi| self.rerata(isi)))
            }
        };
        HasilUrusan {
            kode: kode.to_owned(),
            nama: nama.to_owned(),
            kategori: self.kategori(indeks.as_ref()),
            keterisian: layanan.iter().map(|(_, l)| l.keterisian).sum(),
            catatan: di_bawah_batas(indeks.as_ref()).into_iter().collect(),
            indeks,
            layanan: layanan.into_iter().map(|(_, l)| l).collect(),
        }
    }

    fn daerah(&self, konteks: &Konteks, urusan: Vec<HasilUrusan>) -> Rekap {
        let indeks = match self.kebijakan.bobot_urusan {
            BobotUrusan::SamaRata => {
                self.rerata(urusan.iter().filter_map(|u| u.indeks.clone()))
            }
            BobotUrusan::JumlahLayanan => self.rerata(urusan.iter().flat_map(|u| {
                let banyak = u.layanan.iter().filter(|l| l.indeks.is_some()).count();
                u.indeks.iter().flat_map(move |i| std::iter::repeat_n(i.clone(), banyak))
            })),
        };
        let mut per_opd: BTreeMap<&str, Vec<&HasilLayanan>> = BTreeMap::new();
        for layanan in urusan.iter().flat_map(|u| &u.layanan) {
            if let Some(opd) = &layanan.opd {
                per_opd.entry(opd).or_default().push(layanan);
            }
        }
        let opd = per_opd.into_iter().map(|(opd, isi)| self.opd(opd, &isi)).collect();
        Rekap {
            daerah: konteks.daerah.clone(),
            tahun: konteks.tahun,
            triwulan: konteks.triwulan,
            kebijakan: self.kebijakan,
            kategori: self.kategori(indeks.as_ref()),
            keterisian: urusan.iter().map(|u| u.keterisian).sum(),
            catatan: di_bawah_batas(indeks.as_ref()).into_iter().collect(),
            indeks,
            urusan,
            opd,
            indeks_lain: Vec::new(),
        }
    }

    fn opd(&self, opd: &str, layanan: &[&HasilLayanan]) -> HasilOpd {
        let indeks = self.rerata(layanan.iter().filter_map(|l| l.indeks.clone()));
        HasilOpd {
            opd: opd.to_owned(),
            kategori: self.kategori(indeks.as_ref()),
            indeks,
            keterisian: layanan.iter().map(|l| l.keterisian).sum(),
            layanan: layanan.iter().map(|l| l.kode.clone()).collect(),
        }
    }

    fn rerata(&self, nilai: impl IntoIterator<Item = Persen>) -> Option<Persen> {
        let nilai: Vec<Persen> = nilai.into_iter().collect();
        Persen::rerata(&nilai).map(|p| self.bulatkan(p))
    }

    fn batasi(&self, mentah: Persen) -> Persen {
        self.bulatkan(match self.kebijakan.kelebihan {
            Kelebihan::Batasi => mentah.dibatasi(),
            Kelebihan::ApaAdanya => mentah,
        })
    }

    fn bulatkan(&self, nilai: Persen) -> Persen {
        match self.kebijakan.pembulatan {
            Pembulatan::DiAkhir => nilai,
            Pembulatan::SetiapTingkat => nilai.dibulatkan(),
        }
    }

    fn kategori(&self, nilai: Option<&Persen>) -> Option<String> {
        self.skala.kategori(nilai?).map(ToOwned::to_owned)
    }
}

fn hasil_item(item: &ItemMutu, persen: Option<Persen>) -> HasilItem {
    HasilItem {
        nama: item.nama.clone(),
        satuan: item.satuan.clone(),
        dibutuhkan: item.dibutuhkan.clone(),
        terpenuhi: item.terpenuhi.clone(),
        persen,
    }
}

/// The items where none of them entered anything.
fn tanpa_nilai(isi: &LayananCapaian) -> Vec<HasilItem> {
    isi.mutu.iter().map(|item| hasil_item(item, None)).collect()
}

/// Spending as a percentage of the budget; none where there is no budget.
fn serapan(isi: &LayananCapaian) -> Option<Persen> {
    let (pagu, realisasi): (&Jumlah, &Jumlah) = (isi.pagu.isi()?, isi.realisasi.isi()?);
    Persen::rasio(realisasi.nilai(), pagu.nilai())
}

fn di_bawah_batas(nilai: Option<&Persen>) -> Option<Catatan> {
    nilai?.ditahan_di_bawah().map(|batas| Catatan::DiBawahBatas { batas })
}

fn pecahan(nilai: u64) -> BigRational {
    BigRational::from_integer(nilai.into())
}

#[cfg(test)]
mod tests;
