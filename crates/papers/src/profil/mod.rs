//! How papers look and what they print by the rule of the daerah: paper, faces, kop, letter
//! head, signature, page numbers.
//!
//! `keys` is the one schema; `read` reads a file by it; `layers` lays a workspace's changes
//! over the built-in profiles of `catalog/profil/`; [`Profil`] is what holds for one template.
//! Hardly any value is law as it was read: each profile's `[sumber]` says how sure it is, and
//! every value can be changed, because each daerah has its own Perbup.

mod keys;
mod layers;
mod read;
mod styles;
#[cfg(test)]
mod tests;
mod types;

pub use keys::{Group, KEYS, KeyKind, PAPER_KINDS, ProfileKey};
pub use layers::{AVAILABLE, BUILT_IN, InForce, Layers};
pub use read::{PAPERS, Setting};
pub use types::{
    FitLimits, GayaHal, GayaNama, GayaTempat, Halaman, JabatanKapital, JenisKop,
    KopProfil, LampiranProfil, ModeTte, NomorDi, PdfKlasik, Profil, SuratProfil,
    TandaTangan, Tte, TujuanProfil,
};
