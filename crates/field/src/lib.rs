//! The field: regions, offices, officials and meetings, and the index of SPM, computed exactly.
//! Nothing here reads a file.

pub mod domain;
pub mod spm;
