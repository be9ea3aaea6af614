//! The worksheet that goes to an OPD and comes back filled in.
//!
//! [`susun`] says who is asked what, [`tulis()`] makes the XLSX, [`baca_berkas`] reads it again. Rows are known by their codes and
//! columns by their headings, so a sheet that was sorted or saved by another program still reads.

mod column;
mod plan;
mod read;
mod stamp;
mod write;

pub use plan::{AskedItem, AskedLayanan, Questions, susun};
pub use read::{Expected, Reading, Returned, baca_berkas};
pub use stamp::Stamp;
pub use write::tulis;
