//! What the tests share. A helper that a second test needs moves here.

pub(crate) mod case;
pub(crate) mod cells;
pub(crate) mod desk;
pub(crate) mod files;
pub(crate) mod opened;
pub(crate) mod package;
pub(crate) mod planted;
pub(crate) mod strict;
pub(crate) mod toml_texts;
pub(crate) mod transcript;
pub(crate) mod valid_pdf;

pub(crate) use desk::{Desk, Ran};
pub(crate) use files::{accepting, copy, expected, fixture, fixture_copy, root, tree};
pub(crate) use toml_texts::toml_texts;
