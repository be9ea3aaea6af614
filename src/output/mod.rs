//! What is written, and where: whole files or none, and the manifest that tells of them.

mod csv;
mod disk;
mod manifest;
mod record;
mod store;
mod zip;

pub use csv::{csv, guarded};
pub use manifest::{MANIFEST, Manifest, ManifestEntry, sha256_hex};
pub use record::{Record, Version, recorded, records};
pub use store::{HeldStore, Store, Target};
pub use zip::{Zip, zip};
