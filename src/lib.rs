//! naskah: every paper of an SPM rakor from one folder.
pub mod diag;
pub mod document;
pub mod docx;
pub mod source;
pub mod units;
/// Official forms.
pub mod forms {}
pub mod fonts;
pub mod layout;
