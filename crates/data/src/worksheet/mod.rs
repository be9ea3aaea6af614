//! The worksheet that goes to an OPD and comes back filled in.
//!
//! [`questions`] says who is asked what, [`write()`] makes the XLSX, [`read_file`] reads it again. Rows are known by their codes and
//! columns by their headings, so a sheet that was sorted or saved by another program still reads.

mod column;
mod plan;
mod read;
mod stamp;
mod write;

pub use plan::{AskedItem, AskedLayanan, Questions, questions};
pub use read::{Expected, Reading, Returned, read_file};
pub use stamp::Stamp;
pub use write::write;
