//! Standar Pelayanan Minimal: the national catalog, the policies a daerah chooses, and
//! the index computed from what the OPD report. Pure functions on exact fractions.
//!
//! Papers never compute: they print what [`hitung`] computed, beside the policies that
//! produced it.

pub mod capaian;
pub mod catalog;
pub mod catatan;
pub mod contoh;
pub mod gabungan;
pub mod indeks;
pub mod indeks_lain;
pub mod jalur;
pub mod kebijakan;
pub mod keterisian;
pub mod persen;
pub mod perubahan;
pub mod rekap;
pub mod riwayat;
pub mod telaah;
pub mod temuan;

pub use capaian::{Isian, ItemMutu, Jumlah, LayananCapaian, Rincian};
pub use catalog::{Batas, Catalog, CatalogError, Layanan, SebabMasalah, Tingkat};
pub use catatan::Catatan;
pub use contoh::Contoh;
pub use gabungan::{Gabungan, Ringkas};
pub use indeks::{GalatIndeks, Konteks, hitung};
pub use indeks_lain::IndeksLain;
pub use jalur::Jalur;
pub use kebijakan::Kebijakan;
pub use keterisian::Keterisian;
pub use persen::Persen;
pub use perubahan::Perubahan;
pub use rekap::{HasilLayanan, HasilOpd, HasilUrusan, Rekap};
pub use riwayat::Riwayat;
pub use telaah::Telaah;
pub use temuan::{Temuan, TingkatTemuan};
