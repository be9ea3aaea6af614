//! How papers look and what they print by the rule of the daerah: paper, faces, kop, letter
//! head, signature, page numbers.
//!
//! `kunci` is the one schema; `baca` reads a file by it; `susun` lays a workspace's changes
//! over the built-in profiles of `catalog/profil/`; [`Profil`] is what holds for one template.
//! Hardly any value is law as it was read: each profile's `[sumber]` says how sure it is, and
//! every value can be changed, because each daerah has its own Perbup.

mod baca;
mod gaya;
mod kunci;
mod susun;
#[cfg(test)]
mod tests;
mod tipe;

pub use baca::{Nilai, PAPERS};
pub use kunci::{JENIS, Jenis, KUNCI, Kelompok, Kunci};
pub use susun::{BAWAAN, Berlaku, Lapisan, TERSEDIA};
pub use tipe::{
    GayaHal, GayaNama, GayaTempat, Halaman, JabatanKapital, JenisKop, KopProfil,
    LampiranProfil, ModeTte, Muat, NomorDi, Profil, SuratProfil, TandaTangan, Tte,
    TujuanProfil,
};
