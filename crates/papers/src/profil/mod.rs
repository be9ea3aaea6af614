//! How papers look and what they print by the rule of the daerah: paper, faces, kop, letter
//! head, signature, page numbers.
//!
//! `values` declares every value once, `keys` what a value can be; `read` reads a file by it,
//! `told` tells it to people and programs; `layers` lays a workspace's changes
//! over the built-in profiles of `catalog/profil/`; [`Profil`] is what holds for one template.
//! Hardly any value is law as it was read: each profile's `[sumber]` says how sure it is, and
//! every value can be changed, because each daerah has its own Perbup.

mod keys;
mod layers;
mod read;
mod resolve;
mod styles;
#[cfg(test)]
mod tests;
mod told;
mod types;
mod values;
mod wording;

pub use keys::{Group, KeyKind, PAPER_KINDS};
pub use layers::{AVAILABLE, BUILT_IN, InForce, Layers};
pub use read::{PAPERS, Setting};
pub use told::{declared, rows, schema};
pub use types::{
    AlamatKepala, FitLimits, GayaHal, GayaNama, GayaTempat, Halaman, JabatanKapital,
    JenisKop, KopPictures, KopProfil, LampiranProfil, ModeTte, NomorDi, PdfKlasik,
    Profil, SuratProfil, TandaTangan, TebalKop, Tte, TujuanProfil,
};
pub use values::{KEYS, ProfileKey};
pub use wording::Wording;
