//! How Indonesian official writing prints values: numbers, money, dates, times,
//! ordinals, letter numbers, and where a word may be broken.
//!
//! Pure functions: no input, no output, no clock, no locale of the machine.

pub mod angka;
pub mod huruf;
pub mod nomor;
pub mod persen;
pub mod pukul;
pub mod romawi;
pub mod rupiah;
pub mod suku_kata;
pub mod tanggal;
pub mod terbilang;

pub use angka::{
    GalatAngka, angka, dari_f64, desimal, desimal_ringkas, urai_angka, urai_cacah,
};
pub use nomor::{GalatPola, NomorSurat, PolaNomor};
pub use pukul::{GalatPukul, Zona, urai_pukul};
pub use suku_kata::break_points;
pub use tanggal::urai_tanggal;
pub use terbilang::terbilang;
