//! The worksheet that goes to an OPD and comes back filled in.
//!
//! [`susun`] says who is asked what, [`tulis`] makes the XLSX. Rows are known by their codes and
//! columns by their headings, so a sheet that was sorted or saved by another program still reads.

mod kolom;
mod rencana;
mod stempel;
mod tulis;

pub use rencana::{Baris, Butir, Rencana, susun};
pub use stempel::Stempel;
pub use tulis::tulis;
