//! The Indonesian language.
pub mod suku_kata;
