//! naskah: every paper of an SPM rakor from one folder, as PDF and DOCX that say the same.
pub mod bahasa;
pub mod check;
pub mod diag;
pub mod document;
pub mod domain;
pub mod fonts;
mod forms;
pub mod layout;
pub mod markup;
pub mod profil;
pub mod source;
pub mod spm;
pub mod units;
pub mod workspace;
