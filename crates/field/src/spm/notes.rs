//! What a reader must know beside a number.

use serde::Serialize;

use super::percent::Percent;
use bahasa::number::format_number;

/// A note on the value of one service, urusan or daerah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum IndexNote {
    /// Nobody reported on the service.
    TidakDilaporkan,
    /// Declared to have no target population.
    Nihil,
    /// The target population is a typed zero, not declared nihil.
    SasaranNol,
    /// People were served though there is no target population.
    TerlayaniTanpaSasaran {
        /// How many.
        terlayani: u64,
    },
    /// The target population is missing.
    SasaranKosong,
    /// The number served is missing.
    TerlayaniKosong,
    /// More served than targeted.
    PenerimaLebih {
        /// The percentage before any cap.
        mentah: Percent,
    },
    /// No mutu item was entered: the index cannot pass 80.
    MutuKosong,
    /// No mutu item is needed this year; the index rests on the policy for nihil.
    MutuNihil,
    /// An item of which nothing is needed; left out of the mean.
    ItemNihil {
        /// Name of the item.
        item: String,
    },
    /// An item with a missing figure.
    ItemKosong {
        /// Name of the item.
        item: String,
    },
    /// An item met beyond its need.
    ItemLebih {
        /// Name of the item.
        item: String,
        /// The percentage before any cap.
        mentah: Percent,
    },
    /// Spending above the budget.
    RealisasiMelebihiPagu {
        /// Spent as a percentage of the budget.
        serapan: Percent,
    },
    /// Just under a threshold that plain rounding would have printed.
    DiBawahBatas {
        /// That threshold.
        batas: Percent,
    },
}

impl IndexNote {
    /// The note as a sentence for a report.
    pub fn sentence(&self) -> String {
        match self {
            Self::TidakDilaporkan => "Belum ada laporan.".to_owned(),
            Self::Nihil => "Tidak ada sasaran pada tahun ini (nihil).".to_owned(),
            Self::SasaranNol => {
                "Sasaran diisi 0; nyatakan nihil bila memang tidak ada.".to_owned()
            }
            Self::TerlayaniTanpaSasaran { terlayani } => {
                format!(
                    "Terlayani {}, tetapi sasaran tidak ada.",
                    format_number(*terlayani)
                )
            }
            Self::SasaranKosong => "Sasaran belum diisi.".to_owned(),
            Self::TerlayaniKosong => "Jumlah terlayani belum diisi.".to_owned(),
            Self::PenerimaLebih { mentah } => {
                format!("Terlayani melebihi sasaran ({}).", mentah.printed())
            }
            Self::MutuKosong => "Komponen mutu belum diisi.".to_owned(),
            Self::MutuNihil => "Tidak ada kebutuhan mutu pada tahun ini.".to_owned(),
            Self::ItemNihil { item } => format!("Tidak ada kebutuhan: {item}."),
            Self::ItemKosong { item } => format!("Belum diisi: {item}."),
            Self::ItemLebih { item, mentah } => {
                format!("Melebihi kebutuhan: {item} ({}).", mentah.printed())
            }
            Self::RealisasiMelebihiPagu { serapan } => {
                format!("Realisasi melebihi pagu ({}).", serapan.printed())
            }
            Self::DiBawahBatas { batas } => {
                format!("Sedikit di bawah {}; belum mencapainya.", batas.printed())
            }
        }
    }
}
