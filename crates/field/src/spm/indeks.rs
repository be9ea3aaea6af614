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

use super::capaian::{Amount, ItemMutu, LayananCapaian, Reported};
use super::catalog::{Catalog, Layanan, Skala, SubUrusan, Tingkat};
use super::fill_rate::FillRate;
use super::kebijakan::{
    BelumDiisi, BobotUrusan, Kebijakan, Kelebihan, Pembulatan, RerataMutu, RerataOpd,
    SasaranNihil, Trantibumlinmas,
};
use super::notes::IndexNote;
use super::percent::Percent;
use super::rekap::{ItemResult, LayananResult, OpdResult, Rekap, UrusanResult};

/// Weight of penerima in the index of a service, in percent.
const PENERIMA_WEIGHT: u32 = 80;

/// Weight of mutu in the index of a service, in percent.
const MUTU_WEIGHT: u32 = 20;

/// What is computed: whose reports, on when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexContext {
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
pub enum IndexError {
    /// A report on a service that the daerah does not have.
    UnknownLayanan(String),
    /// Two reports on the same service.
    DuplicateLayanan(String),
    /// No scale of categories holds for the year.
    NoSkala(u16),
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownLayanan(kode) => {
                write!(f, "layanan `{kode}` tidak dikenal")
            }
            Self::DuplicateLayanan(kode) => {
                write!(f, "layanan `{kode}` dilaporkan lebih dari sekali")
            }
            Self::NoSkala(tahun) => {
                write!(f, "tidak ada skala kategori untuk tahun {tahun}")
            }
        }
    }
}

impl std::error::Error for IndexError {}

/// Computes the index of a daerah. Services without a report are part of the result, as
/// not reported; the order of the reports does not matter.
///
/// # Errors
/// All reasons at once why the reports do not fit the catalog.
pub fn compute(
    catalog: &Catalog,
    konteks: &IndexContext,
    kebijakan: Kebijakan,
    data: &[LayananCapaian],
) -> Result<Rekap, Vec<IndexError>> {
    let expected = catalog.all_layanan(konteks.tingkat);
    let mut galat = Vec::new();
    let mut laporan: BTreeMap<&str, &LayananCapaian> = BTreeMap::new();
    for satu in data {
        if !expected.iter().any(|l| l.kode == satu.kode) {
            galat.push(IndexError::UnknownLayanan(satu.kode.clone()));
        } else if laporan.insert(&satu.kode, satu).is_some() {
            galat.push(IndexError::DuplicateLayanan(satu.kode.clone()));
        }
    }
    let Some(skala) = catalog.skala(konteks.tahun) else {
        galat.push(IndexError::NoSkala(konteks.tahun));
        return Err(galat);
    };
    if !galat.is_empty() {
        return Err(galat);
    }
    let hitungan = IndexRules { kebijakan, skala };
    let urusan: Vec<UrusanResult> = catalog
        .all_urusan()
        .iter()
        .filter_map(|urusan| {
            let layanan: Vec<(Option<SubUrusan>, LayananResult)> = expected
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
enum Component {
    Ada(Percent),
    /// Nothing is needed.
    Nihil,
    /// Nobody has entered it.
    Kosong,
}

impl Component {
    fn persen(&self) -> Option<Percent> {
        match self {
            Self::Ada(persen) => Some(persen.clone()),
            Self::Nihil | Self::Kosong => None,
        }
    }
}

/// One quality item that enters the mean of its service.
struct RatedItem {
    perlu: BigRational,
    ada: BigRational,
    /// The part of its need, before any cap.
    mentah: Percent,
    lengkap: bool,
}

/// The rules in force.
struct IndexRules<'a> {
    kebijakan: Kebijakan,
    skala: &'a Skala,
}

impl IndexRules<'_> {
    fn layanan(
        &self,
        layanan: &Layanan,
        data: Option<&LayananCapaian>,
        item_mutu: usize,
    ) -> LayananResult {
        let mut catatan = Vec::new();
        let kosong = LayananCapaian::default();
        let isi = data.unwrap_or(&kosong);
        let (penerima, (mutu, mutu_item)) = if data.is_some() {
            let penerima = self.penerima(isi, &mut catatan);
            // Without people to serve there is nothing whose quality could be asked.
            let mutu = match penerima {
                Component::Nihil => (Component::Nihil, without_values(isi)),
                Component::Ada(_) | Component::Kosong => self.mutu(isi, &mut catatan),
            };
            (penerima, mutu)
        } else {
            catatan.push(IndexNote::TidakDilaporkan);
            (Component::Kosong, (Component::Kosong, Vec::new()))
        };
        let indeks = self.indeks(&penerima, &mutu);
        catatan.extend(below_threshold(indeks.as_ref()));
        let serapan = serapan(isi);
        if let Some(serapan) = serapan.clone().filter(|s| *s > Percent::hundred()) {
            catatan.push(IndexNote::RealisasiMelebihiPagu { serapan });
        }
        let (sasaran, terlayani) =
            (isi.sasaran.isi().copied(), isi.terlayani.isi().copied());
        LayananResult {
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
            keterisian: FillRate::layanan(data, item_mutu),
            mutu_item,
            catatan,
        }
    }

    fn penerima(&self, isi: &LayananCapaian, catatan: &mut Vec<IndexNote>) -> Component {
        let terlayani = isi.terlayani.isi().copied();
        let sasaran = match isi.sasaran {
            Reported::Missing => {
                catatan.push(IndexNote::SasaranKosong);
                return Component::Kosong;
            }
            Reported::Nihil | Reported::Value(0) => {
                let nihil = isi.nihil();
                catatan.push(if nihil {
                    IndexNote::Nihil
                } else {
                    IndexNote::SasaranNol
                });
                if let Some(terlayani) = terlayani.filter(|t| *t > 0) {
                    catatan.push(IndexNote::TerlayaniTanpaSasaran { terlayani });
                }
                return Component::Nihil;
            }
            Reported::Value(sasaran) => sasaran,
        };
        if !isi.terlayani.is_answered() {
            catatan.push(IndexNote::TerlayaniKosong);
            return Component::Kosong;
        }
        // Nihil served of a real target is nobody served.
        let Some(mentah) =
            Percent::ratio(&fraction(terlayani.unwrap_or(0)), &fraction(sasaran))
        else {
            return Component::Nihil;
        };
        if mentah > Percent::hundred() {
            catatan.push(IndexNote::PenerimaLebih { mentah: mentah.clone() });
        }
        Component::Ada(self.cap(mentah))
    }

    /// Mutu, and the items with what each gave to it.
    fn mutu(
        &self,
        isi: &LayananCapaian,
        catatan: &mut Vec<IndexNote>,
    ) -> (Component, Vec<ItemResult>) {
        if isi.mutu.is_empty() {
            catatan.push(IndexNote::MutuKosong);
            return (Component::Kosong, Vec::new());
        }
        let dinilai: Vec<Option<RatedItem>> =
            isi.mutu.iter().map(|item| self.item(item, catatan)).collect();
        if isi.mutu.iter().all(ItemMutu::nihil) {
            catatan.push(IndexNote::MutuNihil);
            return (Component::Nihil, without_values(isi));
        }
        if !dinilai.iter().flatten().any(|item| item.lengkap) {
            return (Component::Kosong, without_values(isi));
        }
        let hasil = isi.mutu.iter().zip(&dinilai);
        let hasil = hasil.map(|(item, nilai)| {
            let lengkap = nilai.as_ref().filter(|nilai| nilai.lengkap);
            item_result(item, lengkap.map(|nilai| self.item_percent(nilai)))
        });
        let mutu = self.combine_items(dinilai.iter().flatten());
        (mutu.map_or(Component::Kosong, Component::Ada), hasil.collect())
    }

    /// The percentage of an item as mutu uses it: its own, or its share in a ratio of sums,
    /// where only the sum is capped.
    fn item_percent(&self, item: &RatedItem) -> Percent {
        match self.kebijakan.rerata_mutu {
            RerataMutu::RerataPersen => self.cap(item.mentah.clone()),
            RerataMutu::RasioJumlah => item.mentah.clone(),
        }
    }

    /// One percentage from those of the items.
    fn combine_items<'i>(
        &self,
        dinilai: impl Iterator<Item = &'i RatedItem> + Clone,
    ) -> Option<Percent> {
        match self.kebijakan.rerata_mutu {
            RerataMutu::RerataPersen => {
                self.mean(dinilai.map(|item| self.item_percent(item)))
            }
            RerataMutu::RasioJumlah => {
                let perlu: BigRational = dinilai.clone().map(|item| &item.perlu).sum();
                let ada: BigRational = dinilai.map(|item| &item.ada).sum();
                Percent::ratio(&ada, &perlu).map(|p| self.cap(p))
            }
        }
    }

    /// One quality item as it enters the mean; `None` when it is left out.
    fn item(&self, item: &ItemMutu, catatan: &mut Vec<IndexNote>) -> Option<RatedItem> {
        let nama = item.nama.clone();
        if item.nihil() {
            catatan.push(IndexNote::ItemNihil { item: nama });
            return None;
        }
        let perlu =
            item.dibutuhkan.isi().map_or_else(|| fraction(0), |p| p.value().clone());
        if !item.dibutuhkan.is_answered() || !item.terpenuhi.is_answered() {
            catatan.push(IndexNote::ItemKosong { item: nama });
            let nol = || RatedItem {
                perlu,
                ada: fraction(0),
                mentah: Percent::zero(),
                lengkap: false,
            };
            return (self.kebijakan.belum_diisi == BelumDiisi::Nol).then(nol);
        }
        // Nihil met of a real need is nothing met.
        let ada = item.terpenuhi.isi().map_or_else(|| fraction(0), |p| p.value().clone());
        let mentah = Percent::ratio(&ada, &perlu)?;
        if mentah > Percent::hundred() {
            catatan.push(IndexNote::ItemLebih { item: nama, mentah: mentah.clone() });
        }
        Some(RatedItem { perlu, ada, mentah, lengkap: true })
    }

    /// The index of a service from its two parts.
    fn indeks(&self, penerima: &Component, mutu: &Component) -> Option<Percent> {
        let kosong = match self.kebijakan.belum_diisi {
            BelumDiisi::Nol => Some(Percent::zero()),
            BelumDiisi::Keluarkan => None,
        };
        let nihil = match self.kebijakan.sasaran_nihil {
            SasaranNihil::Keluarkan => None,
            SasaranNihil::Seratus => Some(Percent::hundred()),
            SasaranNihil::Nol => Some(Percent::zero()),
        };
        let penerima = match penerima {
            Component::Nihil => return nihil,
            Component::Ada(persen) => persen.clone(),
            Component::Kosong => kosong.clone()?,
        };
        let mutu = match mutu {
            Component::Ada(persen) => persen.clone(),
            Component::Kosong => kosong?,
            // Left out of the mean: the index is then that of penerima alone.
            Component::Nihil => nihil.unwrap_or_else(|| penerima.clone()),
        };
        let berbobot = |nilai: &Percent, bobot: u32| {
            nilai.value() * BigRational::new(bobot.into(), 100.into())
        };
        Some(self.round(Percent::new(
            berbobot(&penerima, PENERIMA_WEIGHT) + berbobot(&mutu, MUTU_WEIGHT),
        )))
    }

    fn urusan(
        &self,
        kode: &str,
        nama: &str,
        layanan: Vec<(Option<SubUrusan>, LayananResult)>,
    ) -> UrusanResult {
        let terhitung =
            || layanan.iter().filter_map(|(s, l)| Some((*s, l.indeks.clone()?)));
        let indeks = match self.kebijakan.trantibumlinmas {
            Trantibumlinmas::PerLayanan => self.mean(terhitung().map(|(_, i)| i)),
            // An urusan without parts is one group, whose mean is the plain mean.
            Trantibumlinmas::PerSubUrusan => {
                let mut bagian: BTreeMap<Option<SubUrusan>, Vec<Percent>> =
                    BTreeMap::new();
                for (sub, indeks) in terhitung() {
                    bagian.entry(sub).or_default().push(indeks);
                }
                self.mean(bagian.into_values().filter_map(|isi| self.mean(isi)))
            }
        };
        UrusanResult {
            kode: kode.to_owned(),
            nama: nama.to_owned(),
            kategori: self.kategori(indeks.as_ref()),
            keterisian: layanan.iter().map(|(_, l)| l.keterisian).sum(),
            catatan: below_threshold(indeks.as_ref()).into_iter().collect(),
            indeks,
            layanan: layanan.into_iter().map(|(_, l)| l).collect(),
        }
    }

    fn daerah(&self, konteks: &IndexContext, urusan: Vec<UrusanResult>) -> Rekap {
        let indeks = match self.kebijakan.bobot_urusan {
            BobotUrusan::SamaRata => {
                self.mean(urusan.iter().filter_map(|u| u.indeks.clone()))
            }
            BobotUrusan::JumlahLayanan => self.mean(urusan.iter().flat_map(|u| {
                let banyak = u.layanan.iter().filter(|l| l.indeks.is_some()).count();
                u.indeks.iter().flat_map(move |i| std::iter::repeat_n(i.clone(), banyak))
            })),
        };
        let mut per_opd: BTreeMap<&str, Vec<(&str, &LayananResult)>> = BTreeMap::new();
        for of in &urusan {
            for layanan in &of.layanan {
                if let Some(opd) = &layanan.opd {
                    per_opd.entry(opd).or_default().push((&of.kode, layanan));
                }
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
            catatan: below_threshold(indeks.as_ref()).into_iter().collect(),
            indeks,
            urusan,
            opd,
            indeks_lain: Vec::new(),
        }
    }

    fn opd(&self, opd: &str, layanan: &[(&str, &LayananResult)]) -> OpdResult {
        let counted =
            || layanan.iter().filter_map(|(u, l)| Some((*u, l.indeks.clone()?)));
        let indeks = match self.kebijakan.rerata_opd {
            RerataOpd::PerLayanan => self.mean(counted().map(|(_, indeks)| indeks)),
            RerataOpd::PerUrusan => {
                let mut parts: BTreeMap<&str, Vec<Percent>> = BTreeMap::new();
                for (urusan, indeks) in counted() {
                    parts.entry(urusan).or_default().push(indeks);
                }
                self.mean(parts.into_values().filter_map(|part| self.mean(part)))
            }
        };
        OpdResult {
            opd: opd.to_owned(),
            kategori: self.kategori(indeks.as_ref()),
            indeks,
            keterisian: layanan.iter().map(|(_, l)| l.keterisian).sum(),
            layanan: layanan.iter().map(|(_, l)| l.kode.clone()).collect(),
        }
    }

    fn mean(&self, nilai: impl IntoIterator<Item = Percent>) -> Option<Percent> {
        let nilai: Vec<Percent> = nilai.into_iter().collect();
        Percent::mean(&nilai).map(|p| self.round(p))
    }

    fn cap(&self, mentah: Percent) -> Percent {
        self.round(match self.kebijakan.kelebihan {
            Kelebihan::Batasi => mentah.capped(),
            Kelebihan::ApaAdanya => mentah,
        })
    }

    fn round(&self, nilai: Percent) -> Percent {
        match self.kebijakan.pembulatan {
            Pembulatan::DiAkhir => nilai,
            Pembulatan::SetiapTingkat => nilai.rounded(),
        }
    }

    fn kategori(&self, nilai: Option<&Percent>) -> Option<String> {
        self.skala.kategori(nilai?).map(ToOwned::to_owned)
    }
}

fn item_result(item: &ItemMutu, persen: Option<Percent>) -> ItemResult {
    ItemResult {
        nama: item.nama.clone(),
        satuan: item.satuan.clone(),
        dibutuhkan: item.dibutuhkan.clone(),
        terpenuhi: item.terpenuhi.clone(),
        persen,
    }
}

/// The items where none of them entered anything.
fn without_values(isi: &LayananCapaian) -> Vec<ItemResult> {
    isi.mutu.iter().map(|item| item_result(item, None)).collect()
}

/// Spending as a percentage of the budget; none where there is no budget.
fn serapan(isi: &LayananCapaian) -> Option<Percent> {
    let (pagu, realisasi): (&Amount, &Amount) = (isi.pagu.isi()?, isi.realisasi.isi()?);
    Percent::ratio(realisasi.value(), pagu.value())
}

fn below_threshold(nilai: Option<&Percent>) -> Option<IndexNote> {
    nilai?.held_below().map(|batas| IndexNote::DiBawahBatas { batas })
}

fn fraction(nilai: u64) -> BigRational {
    BigRational::from_integer(nilai.into())
}

#[cfg(test)]
mod tests;
