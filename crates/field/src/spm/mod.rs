//! Standar Pelayanan Minimal: the national catalog, the policies a daerah chooses, and
//! the index computed from what the OPD report. Pure functions on exact fractions.
//!
//! Papers never compute: they print what [`compute`] computed, beside the policies that
//! produced it.

pub mod capaian;
pub mod catalog;
pub mod combined;
pub mod example;
pub mod fill_rate;
pub mod held_path;
pub mod history;
pub mod indeks;
pub mod indeks_lain;
pub mod kebijakan;
pub mod notes;

pub mod owners;
pub mod percent;
pub mod point_change;
pub mod rekap;
pub mod review;
pub mod target_path;
pub mod temuan;
mod touching;

pub use capaian::{Amount, ItemMutu, LayananCapaian, Reported, Rincian};
pub use catalog::{Catalog, CatalogCause, CatalogError, Deadline, Layanan, Tingkat};
pub use combined::{Combined, DaerahSummary};
pub use example::WorkedExample;
pub use fill_rate::FillRate;
pub use held_path::HeldPath;
pub use history::{History, IndexOf};
pub use indeks::{IndexContext, IndexError, compute};
pub use indeks_lain::IndeksLain;
pub use kebijakan::Kebijakan;
pub use notes::IndexNote;
pub use owners::Owners;
pub use percent::Percent;
pub use point_change::PointChange;
pub use rekap::{LayananResult, OpdResult, Rekap, UrusanResult};
pub use review::Review;
pub use target_path::TargetPath;
pub use temuan::{Temuan, TemuanLevel};
