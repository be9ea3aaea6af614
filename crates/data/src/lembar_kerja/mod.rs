//! The worksheet that goes to an OPD and comes back filled in.
//!
//! [`susun`] says who is asked what, [`tulis()`] makes the XLSX, [`baca_berkas`] reads it again. Rows are known by their codes and
//! columns by their headings, so a sheet that was sorted or saved by another program still reads.

mod baca;
mod kolom;
mod rencana;
mod stempel;
mod tulis;

pub use baca::{Bacaan, Harapan, Terbaca, baca_berkas};
pub use rencana::{Baris, Butir, Rencana, susun};
pub use stempel::Stempel;
pub use tulis::tulis;
