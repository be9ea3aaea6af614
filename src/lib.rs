//! naskah: every paper of an SPM rakor from one folder, as PDF and DOCX that say the same.
//!
//! [`pipeline`] shows the way from files to files; each phase is a module of its own and may
//! use the types of the phases before it, never of those after it.

mod assets;
pub mod bahasa;
pub mod check;
pub mod cli;
pub mod diag;
pub mod document;
pub mod docx;
pub mod domain;
pub mod fonts;
mod forms;
pub mod grafik;
pub mod impor;
pub mod layout;
pub mod lembar_kerja;
pub mod markup;
mod notation;
pub mod output;
pub mod pdf;
pub mod pipeline;
pub mod plan;
pub mod profil;
mod register;
pub mod rekap_out;
pub mod source;
pub mod spm;
pub mod template;
pub mod units;
pub mod workspace;
