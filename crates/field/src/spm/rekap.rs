//! The computed result: what papers print and `rekap --output json` writes. Percentages
//! are decimal strings with two places, `null` where a value does not exist.

use serde::{Serialize, Serializer};

use super::capaian::{Amount, Reported, needs_nothing};
use super::fill_rate::FillRate;
use super::held_path::HeldPath;
use super::indeks_lain::IndeksLain;
use super::kebijakan::Kebijakan;
use super::notes::IndexNote;
use super::percent::Percent;

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
    pub indeks: Option<Percent>,
    /// The daerah held against the target path.
    pub jalur: Option<HeldPath>,
    /// Its category on the scale of the year; none before the year has ended, of which alone it
    /// says something.
    pub kategori: Option<String>,
    /// Fill rate over all services.
    pub keterisian: FillRate,
    /// Notes on the index of the daerah.
    pub catatan: Vec<IndexNote>,
    /// By urusan, in the order of the catalog.
    pub urusan: Vec<UrusanResult>,
    /// By OPD, in the order of their identifiers.
    pub opd: Vec<OpdResult>,
    /// Indices of other ministries, told beside the index and part of no number above.
    pub indeks_lain: Vec<IndeksLain>,
}

impl Rekap {
    /// All services, in the order of the catalog.
    pub fn layanan(&self) -> impl Iterator<Item = &LayananResult> {
        self.urusan.iter().flat_map(|u| &u.layanan)
    }

    /// Whether the quarter ends the year, whose result alone has a category.
    pub fn is_year_end(&self) -> bool {
        self.triwulan == 4
    }

    /// Whether anything was reported at all.
    pub fn status(&self) -> ReportStatus {
        ReportStatus::of(self.layanan())
    }

    /// The index of a service that was reported; one of nothing is the policy's and not the
    /// service's.
    pub fn indeks_layanan(&self, kode: &str) -> Option<&Percent> {
        self.layanan().find(|l| l.kode == kode)?.reported_indeks()
    }

    /// The index of an OPD that reported.
    pub fn indeks_opd(&self, id: &str) -> Option<&Percent> {
        self.opd.iter().find(|o| o.opd == id)?.indeks.as_ref()
    }
}

/// Whether there are services and all of them were declared to have no target population.
pub fn all_nihil<'a>(layanan: impl IntoIterator<Item = &'a LayananResult>) -> bool {
    let mut layanan = layanan.into_iter().peekable();
    layanan.peek().is_some() && layanan.all(|l| l.nihil)
}

/// A unit inside a sentence: "orang", but "KK".
pub fn satuan_in_text(satuan: &str) -> String {
    let abbreviation = satuan.chars().filter(|c| c.is_uppercase()).count() > 1;
    if abbreviation { satuan.to_owned() } else { satuan.to_lowercase() }
}

/// One urusan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UrusanResult {
    /// Code in the catalog.
    pub kode: String,
    /// Name in the catalog.
    pub nama: String,
    /// Index of the urusan.
    pub indeks: Option<Percent>,
    /// The urusan held against the target path.
    pub jalur: Option<HeldPath>,
    /// Its category.
    pub kategori: Option<String>,
    /// Fill rate over its services.
    pub keterisian: FillRate,
    /// Notes on the index of the urusan.
    pub catatan: Vec<IndexNote>,
    /// Its services, in the order of the catalog.
    pub layanan: Vec<LayananResult>,
}

/// One OPD: the mean over the services it carries, reported or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpdResult {
    /// Identifier of the OPD.
    pub opd: String,
    /// Whether it reported on any of them.
    pub status: ReportStatus,
    /// Index of the OPD; none where it reported nothing.
    pub indeks: Option<Percent>,
    /// The OPD held against the target path.
    pub jalur: Option<HeldPath>,
    /// Its category.
    pub kategori: Option<String>,
    /// Fill rate over its services.
    pub keterisian: FillRate,
    /// Codes of its services, in the order of the catalog.
    pub layanan: Vec<String>,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LayananResult {
    /// Code in the catalog.
    pub kode: String,
    /// Name in the catalog.
    pub nama: String,
    /// Unit of the target population.
    pub satuan: String,
    /// OPD that reports; `None` when nobody does.
    pub opd: Option<String>,
    /// OPD that carries it, reported or not; `None` where nobody is known to.
    pub pengampu: Option<String>,
    /// Target population.
    pub sasaran: Option<u64>,
    /// Served.
    pub terlayani: Option<u64>,
    /// Target less served, not below zero.
    pub belum_terlayani: Option<u64>,
    /// Penerima, capped or not by policy.
    pub penerima: Option<Percent>,
    /// Mutu, capped or not by policy.
    pub mutu: Option<Percent>,
    /// Index of the service.
    pub indeks: Option<Percent>,
    /// The service held against its target path; none where it has none now, or nobody reported.
    pub jalur: Option<HeldPath>,
    /// What the path says for this quarter, whether or not it is held against it.
    #[serde(skip)]
    pub target: Percent,
    /// Whether its target is an estimate of events of which the year may still bring some: until
    /// the last quarter nobody can be said to be missing from it.
    #[serde(skip)]
    pub menunggu_kejadian: bool,
    /// Its category.
    pub kategori: Option<String>,
    /// Budget in rupiah.
    pub pagu: Option<Amount>,
    /// Spent in rupiah.
    pub realisasi: Option<Amount>,
    /// Spent as a percentage of the budget, never capped.
    pub serapan: Option<Percent>,
    /// Declared to have no target population.
    pub nihil: bool,
    /// Fill rate.
    pub keterisian: FillRate,
    /// Its quality items, in the order reported.
    pub mutu_item: Vec<ItemResult>,
    /// What a reader must know.
    pub catatan: Vec<IndexNote>,
}

/// One quality item of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemResult {
    /// Name as in the list of the year.
    pub nama: String,
    /// Unit; may be empty.
    pub satuan: String,
    /// How much is needed.
    pub dibutuhkan: Reported<Amount>,
    /// How much of it is there.
    pub terpenuhi: Reported<Amount>,
    /// The percentage with which it entered mutu under the policies: capped or not, rounded or
    /// not; where mutu is the ratio of sums, the plain part of its need. `None` for an item
    /// that was left out, and for one with a missing figure, which counts as the policy for
    /// missing figures says.
    pub persen: Option<Percent>,
}

impl ItemResult {
    /// Whether nothing is needed of it.
    pub fn nihil(&self) -> bool {
        needs_nothing(&self.dibutuhkan)
    }
}

/// Why there is a figure or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportStatus {
    /// Somebody sent figures.
    Reported,
    /// Nobody did: what the policy counts for it is no figure of anybody.
    NotReported,
    /// It was declared that there is nobody to serve.
    Nihil,
}

impl ReportStatus {
    /// The word of tables and of the machine-readable output.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reported => "dilaporkan",
            Self::NotReported => "belum dilaporkan",
            Self::Nihil => "nihil",
        }
    }

    /// That of services together: where there is nobody to serve in some and nothing is told of
    /// the rest, there is no figure of anybody.
    pub fn of<'a>(layanan: impl IntoIterator<Item = &'a LayananResult>) -> Self {
        let mut together = None;
        for one in layanan {
            together = match (together, one.status()) {
                (_, Self::Reported) => return Self::Reported,
                (None | Some(Self::Nihil), Self::Nihil) => Some(Self::Nihil),
                _ => Some(Self::NotReported),
            };
        }
        together.unwrap_or(Self::NotReported)
    }
}

impl Serialize for ReportStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl UrusanResult {
    /// Whether it was reported on at all.
    pub fn status(&self) -> ReportStatus {
        ReportStatus::of(&self.layanan)
    }

    /// The index of an urusan of which somebody reported.
    pub fn reported_indeks(&self) -> Option<&Percent> {
        self.indeks.as_ref().filter(|_| self.status() != ReportStatus::NotReported)
    }

    /// What it is held with against the path, where somebody reported of what is held.
    pub fn reported_jalur(&self) -> Option<&HeldPath> {
        self.jalur.as_ref().filter(|_| any_held(&self.layanan))
    }

    /// Whether all its services were declared to have no target population.
    pub fn nihil(&self) -> bool {
        all_nihil(&self.layanan)
    }
}

/// Whether one of the services was reported and is held against the path: what nobody told is
/// no index that stands behind or before anything.
pub(super) fn any_held<'a>(layanan: impl IntoIterator<Item = &'a LayananResult>) -> bool {
    layanan.into_iter().any(|one| one.jalur.is_some())
}

impl LayananResult {
    /// Whether somebody told what was achieved, or that there is nobody to serve. A row with
    /// nothing in it, or a target population alone, tells nothing.
    pub fn dilaporkan(&self) -> bool {
        let told = || {
            self.terlayani.is_some()
                || self.mutu_item.iter().any(|item| item.terpenuhi.is_answered())
        };
        self.opd.is_some() && (self.nihil || told())
    }

    /// Penerima as the index counts it: zero where a service that was reported on leaves it empty
    /// and what is empty counts as zero.
    pub fn counted_penerima(&self) -> Option<Percent> {
        self.penerima.clone().or_else(|| self.counted_zero())
    }

    /// Mutu as the index counts it, likewise; none where all its items are nihil.
    pub fn counted_mutu(&self) -> Option<Percent> {
        let nihil = self.catatan.contains(&IndexNote::MutuNihil);
        self.mutu.clone().or_else(|| self.counted_zero().filter(|_| !nihil))
    }

    /// There is an index of what is not whole only where the rest counts as zero.
    fn counted_zero(&self) -> Option<Percent> {
        let nobody = self.nihil || self.catatan.contains(&IndexNote::SasaranNol);
        let counts = self.indeks.is_some() && self.dilaporkan() && !nobody;
        counts.then(Percent::zero)
    }

    /// Whether it was reported on at all.
    pub fn status(&self) -> ReportStatus {
        match (self.nihil, self.dilaporkan()) {
            (true, _) => ReportStatus::Nihil,
            (false, true) => ReportStatus::Reported,
            (false, false) => ReportStatus::NotReported,
        }
    }

    /// The index somebody's figures give: where nobody reported, the zero of the policy is
    /// none.
    pub fn reported_indeks(&self) -> Option<&Percent> {
        self.indeks.as_ref().filter(|_| self.dilaporkan())
    }

    /// Whether its index is above 100, which one policy lets stand.
    pub fn melampaui(&self) -> bool {
        self.indeks.as_ref().is_some_and(|indeks| *indeks > Percent::hundred())
    }

    /// Whether its index is 100 or above.
    pub fn tuntas(&self) -> bool {
        self.indeks.as_ref().is_some_and(|indeks| *indeks >= Percent::hundred())
    }

    /// What stands in a column of categories: why there is none, or the category.
    pub fn predikat(&self) -> Option<&str> {
        match self.status() {
            ReportStatus::Nihil => Some("Nihil"),
            ReportStatus::NotReported => Some("Belum dilaporkan"),
            ReportStatus::Reported => self.kategori.as_deref(),
        }
    }

    /// The unit as it stands inside a sentence.
    pub fn satuan_in_text(&self) -> String {
        satuan_in_text(&self.satuan)
    }
}
