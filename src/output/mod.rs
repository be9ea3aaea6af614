//! What is written: whole files or none, and the manifest that tells of them.

mod csv;
mod manifest;
mod record;
mod write;
mod zip;

pub use csv::{csv, guarded};
pub use manifest::{Entry, Manifest, sha256_hex};
pub use record::{Record, Version, recorded};
pub use write::{ready, replace, write_whole};
pub use zip::zip;
