//! naskah: every paper of an SPM rakor from one folder, as PDF and DOCX that say the same.
//!
//! [`pipeline`] shows the way from files to files; what it calls stands in the crates under
//! `crates/`, each of which may use those before it, never those after it.

pub mod assets;
pub mod cli;
pub mod output;
pub mod pipeline;
pub mod problem;
mod register;
pub mod rekap_out;

pub use bahasa;
pub use base::{diag, source, written};
pub use data::{check, files, import, node, tables, worksheet, workspace};
pub use field::{domain, spm};
pub use papers::{facts, markup, origins, plan, profil, template};
pub use typeset::{
    chart, document, docx, drawing, fonts, layout, pdf, set, to_docx, units,
};
