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

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

use num_rational::BigRational;

use super::capaian::{Amount, ItemMutu, LayananCapaian, Reported};
use super::catalog::{Catalog, CategoryScale, Layanan, SubUrusan, Tingkat};
use super::fill_rate::FillRate;
use super::held_path::HeldPath;
use super::kebijakan::{
    BelumDiisi, Kebijakan, Kelebihan, Pembulatan, RerataMutu, SasaranNihil,
};
use super::notes::IndexNote;
use super::percent::Percent;
use super::rekap::{ItemResult, LayananResult, Rekap, UrusanResult};
use super::target_path::TargetPath;

mod groups;

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
    /// Who carries a service of which nobody reported, by its code.
    pub carriers: BTreeMap<String, String>,
    /// How much of the yearly target each quarter should reach, where a service has no path of
    /// its own.
    pub jalur: TargetPath,
}

impl IndexContext {
    /// Whether the quarter ends the year.
    const fn is_year_end(&self) -> bool {
        self.triwulan == 4
    }
}

/// Why no index can be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndexError {
    /// A report on a service that the daerah does not have.
    UnknownLayanan(String),
    /// Two reports on the same service.
    DuplicateLayanan(String),
    /// No scale of categories holds for the year.
    NoScale(u16),
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
            Self::NoScale(tahun) => {
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
pub fn compute<'a>(
    catalog: &Catalog,
    context: &IndexContext,
    kebijakan: Kebijakan,
    data: impl IntoIterator<Item = &'a LayananCapaian>,
) -> Result<Rekap, Vec<IndexError>> {
    let expected = catalog.all_layanan(context.tingkat);
    let mut errors = Vec::new();
    let mut reports: BTreeMap<&str, &LayananCapaian> = BTreeMap::new();
    for one in data {
        if !expected.iter().any(|l| l.kode == one.kode) {
            errors.push(IndexError::UnknownLayanan(one.kode.clone()));
        } else if reports.insert(&one.kode, one).is_some() {
            errors.push(IndexError::DuplicateLayanan(one.kode.clone()));
        }
    }
    let Some(skala) = catalog.skala(context.tahun) else {
        errors.push(IndexError::NoScale(context.tahun));
        return Err(errors);
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    let rules = IndexRules { kebijakan, skala, context };
    let urusan: Vec<UrusanResult> = catalog
        .all_urusan()
        .iter()
        .filter_map(|urusan| {
            let layanan: Vec<(Option<SubUrusan>, LayananResult)> = expected
                .iter()
                .filter(|l| l.urusan == urusan.kode)
                .map(|l| {
                    let item = catalog.mutu(&l.kode, context.tahun).len();
                    let report = reports.get(l.kode.as_str()).copied();
                    let mut result = rules.layanan(l, report, item);
                    if result.pengampu.is_none() {
                        result.pengampu = context.carriers.get(&l.kode).cloned();
                    }
                    (l.sub_urusan, result)
                })
                .collect();
            (!layanan.is_empty())
                .then(|| rules.urusan(&urusan.kode, &urusan.nama, layanan))
        })
        .collect();
    Ok(rules.daerah(context, urusan))
}

/// One of the two parts of a service's index.
enum Component {
    Known(Percent),
    /// Nothing is needed.
    Nihil,
    /// Nobody has entered it.
    Empty,
}

impl Component {
    fn into_percent(self) -> Option<Percent> {
        match self {
            Self::Known(percent) => Some(percent),
            Self::Nihil | Self::Empty => None,
        }
    }
}

/// One quality item that enters the mean of its service.
struct RatedItem {
    need: BigRational,
    met: BigRational,
    /// The part of its need, before any cap.
    raw: Percent,
    complete: bool,
}

/// The rules in force.
struct IndexRules<'a> {
    kebijakan: Kebijakan,
    skala: &'a CategoryScale,
    context: &'a IndexContext,
}

impl IndexRules<'_> {
    fn layanan(
        &self,
        layanan: &Layanan,
        data: Option<&LayananCapaian>,
        item_mutu: usize,
    ) -> LayananResult {
        let mut catatan = Vec::new();
        let empty = LayananCapaian::default();
        let given = data.unwrap_or(&empty);
        // A row with nothing in it tells what no row tells.
        let told = data.is_some_and(|data| !data.blank());
        let (penerima, (mutu, mutu_item)) = if told {
            let penerima = self.penerima(given, &mut catatan);
            // Without people to serve there is nothing whose quality could be asked.
            let mutu = match penerima {
                Component::Nihil => (Component::Nihil, without_values(given)),
                Component::Known(_) | Component::Empty => self.mutu(given, &mut catatan),
            };
            (penerima, mutu)
        } else {
            catatan.push(IndexNote::TidakDilaporkan);
            (Component::Empty, (Component::Empty, without_values(given)))
        };
        let indeks = self.indeks(&penerima, &mutu);
        catatan.extend(below_threshold(indeks.as_ref()));
        let serapan = serapan(given);
        if let Some(serapan) = serapan.clone().filter(|s| *s > Percent::hundred()) {
            catatan.push(IndexNote::RealisasiMelebihiPagu { serapan });
        }
        let (sasaran, terlayani) =
            (given.sasaran.value().copied(), given.terlayani.value().copied());
        let triwulan = self.context.triwulan;
        let path = given.jalur_target.as_ref().unwrap_or(&self.context.jalur);
        let mut result = LayananResult {
            kode: layanan.kode.clone(),
            nama: layanan.nama.clone(),
            satuan: given.satuan.as_ref().unwrap_or(&layanan.satuan).clone(),
            opd: data.map(|d| d.opd.clone()),
            pengampu: data.map(|d| d.opd.clone()),
            sasaran,
            terlayani,
            belum_terlayani: sasaran.zip(terlayani).map(|(s, t)| s.saturating_sub(t)),
            penerima: penerima.into_percent(),
            mutu: mutu.into_percent(),
            kategori: self.kategori(indeks.as_ref()),
            indeks,
            jalur: None,
            target: path.pada(triwulan).clone(),
            menunggu_kejadian: !self.context.is_year_end() && layanan.awaits_events(),
            pagu: given.pagu.value().cloned(),
            realisasi: given.realisasi.value().cloned(),
            serapan,
            nihil: given.nihil(),
            keterisian: FillRate::layanan(data, item_mutu),
            mutu_item,
            catatan,
        };
        let held = result.reported_indeks().filter(|_| !result.nihil);
        result.jalur = held.filter(|_| self.on_path(&result)).map(|indeks| HeldPath {
            indeks: indeks.clone(),
            target: result.target.clone(),
            terjadwal: false,
        });
        result
    }

    fn penerima(
        &self,
        given: &LayananCapaian,
        catatan: &mut Vec<IndexNote>,
    ) -> Component {
        let terlayani = given.terlayani.value().copied();
        let sasaran = match given.sasaran {
            Reported::Missing => {
                catatan.push(IndexNote::SasaranKosong);
                return Component::Empty;
            }
            Reported::Nihil | Reported::Value(0) => {
                let nihil = given.nihil();
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
        if !given.terlayani.is_answered() {
            catatan.push(IndexNote::TerlayaniKosong);
            return Component::Empty;
        }
        // Nihil served of a real target is nobody served.
        let Some(raw) =
            Percent::ratio(&fraction(terlayani.unwrap_or(0)), &fraction(sasaran))
        else {
            return Component::Nihil;
        };
        if raw > Percent::hundred() {
            catatan.push(IndexNote::PenerimaLebih { mentah: raw.clone() });
        }
        Component::Known(self.cap(raw))
    }

    /// Mutu, and the items with what each gave to it.
    fn mutu(
        &self,
        given: &LayananCapaian,
        catatan: &mut Vec<IndexNote>,
    ) -> (Component, Vec<ItemResult>) {
        if given.mutu.is_empty() {
            catatan.push(IndexNote::MutuKosong);
            return (Component::Empty, Vec::new());
        }
        let rated: Vec<Option<RatedItem>> =
            given.mutu.iter().map(|item| self.item(item, catatan)).collect();
        if given.mutu.iter().all(ItemMutu::nihil) {
            catatan.push(IndexNote::MutuNihil);
            return (Component::Nihil, without_values(given));
        }
        if !rated.iter().flatten().any(|item| item.complete) {
            return (Component::Empty, without_values(given));
        }
        let result = given.mutu.iter().zip(&rated);
        let result = result.map(|(item, value)| {
            // One that is not filled in and counts as zero says so.
            item_result(item, value.as_ref().map(|value| self.item_percent(value)))
        });
        let mutu = self.combine_items(rated.iter().flatten());
        (mutu.map_or(Component::Empty, Component::Known), result.collect())
    }

    /// The percentage of an item as mutu uses it: its own, or its share in a ratio of sums,
    /// where only the sum is capped.
    fn item_percent(&self, item: &RatedItem) -> Percent {
        let raw = item.raw.clone();
        match self.kebijakan.rerata_mutu {
            RerataMutu::RerataPersen => self.cap(raw),
            RerataMutu::RasioJumlah => raw,
        }
    }

    /// One percentage from those of the items.
    fn combine_items<'i>(
        &self,
        rated: impl Iterator<Item = &'i RatedItem> + Clone,
    ) -> Option<Percent> {
        match self.kebijakan.rerata_mutu {
            RerataMutu::RerataPersen => {
                self.mean(rated.map(|item| self.item_percent(item)))
            }
            RerataMutu::RasioJumlah => {
                let need: BigRational = rated.clone().map(|item| &item.need).sum();
                let met: BigRational = rated.map(|item| &item.met).sum();
                Percent::ratio(&met, &need).map(|p| self.cap(p))
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
        let need = exact(&item.dibutuhkan);
        if !item.dibutuhkan.is_answered() || !item.terpenuhi.is_answered() {
            catatan.push(IndexNote::ItemKosong { item: nama });
            let zero = || RatedItem {
                need,
                met: fraction(0),
                raw: Percent::zero(),
                complete: false,
            };
            return (self.kebijakan.belum_diisi == BelumDiisi::Nol).then(zero);
        }
        // Nihil met of a real need is nothing met.
        let met = exact(&item.terpenuhi);
        let raw = Percent::ratio(&met, &need)?;
        if raw > Percent::hundred() {
            catatan.push(IndexNote::ItemLebih { item: nama, mentah: raw.clone() });
        }
        Some(RatedItem { need, met, raw, complete: true })
    }

    /// The index of a service from its two parts.
    fn indeks(&self, penerima: &Component, mutu: &Component) -> Option<Percent> {
        let empty = match self.kebijakan.belum_diisi {
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
            Component::Known(percent) => percent,
            Component::Empty => empty.as_ref()?,
        };
        let mutu = match mutu {
            Component::Known(percent) => percent,
            Component::Empty => empty.as_ref()?,
            // Left out of the mean: the index is then that of penerima alone.
            Component::Nihil => nihil.as_ref().unwrap_or(penerima),
        };
        let weighted = |value: &Percent, weight: u32| {
            value.value() * BigRational::new(weight.into(), 100.into())
        };
        Some(self.round(Percent::new(
            weighted(penerima, PENERIMA_WEIGHT) + weighted(mutu, MUTU_WEIGHT),
        )))
    }

    fn mean<P: Borrow<Percent>>(
        &self,
        all: impl IntoIterator<Item = P>,
    ) -> Option<Percent> {
        Percent::mean_of(all).map(|p| self.round(p))
    }

    fn cap(&self, raw: Percent) -> Percent {
        self.round(match self.kebijakan.kelebihan {
            Kelebihan::Batasi => raw.capped(),
            Kelebihan::ApaAdanya => raw,
        })
    }

    fn round(&self, value: Percent) -> Percent {
        match self.kebijakan.pembulatan {
            Pembulatan::DiAkhir => value,
            Pembulatan::SetiapTingkat => value.rounded(),
        }
    }

    /// The category, which only the result of a whole year has.
    fn kategori(&self, value: Option<&Percent>) -> Option<String> {
        let value = value.filter(|_| self.context.is_year_end())?;
        self.skala.kategori(value).map(ToOwned::to_owned)
    }
}

fn item_result(item: &ItemMutu, percent: Option<Percent>) -> ItemResult {
    ItemResult {
        nama: item.nama.clone(),
        satuan: item.satuan.clone(),
        dibutuhkan: item.dibutuhkan.clone(),
        terpenuhi: item.terpenuhi.clone(),
        persen: percent,
    }
}

/// The items where none of them entered anything.
fn without_values(given: &LayananCapaian) -> Vec<ItemResult> {
    given.mutu.iter().map(|item| item_result(item, None)).collect()
}

/// Spending as a percentage of the budget; none where there is no budget.
fn serapan(given: &LayananCapaian) -> Option<Percent> {
    let (pagu, realisasi): (&Amount, &Amount) =
        (given.pagu.value()?, given.realisasi.value()?);
    Percent::ratio(realisasi.value(), pagu.value())
}

fn below_threshold(value: Option<&Percent>) -> Option<IndexNote> {
    value?.held_below().map(|batas| IndexNote::DiBawahBatas { batas })
}

/// An amount to reckon with; what was not told or is nihil is nothing.
fn exact(amount: &Reported<Amount>) -> BigRational {
    amount.value().map_or_else(|| fraction(0), |amount| amount.value().clone())
}

fn fraction(value: u64) -> BigRational {
    BigRational::from_integer(value.into())
}

#[cfg(test)]
mod tests;
