//! Texts that an office sets itself.

use std::collections::BTreeMap;
use std::fmt;

use base::source::Spanned;

/// Texts that an office sets itself, by their keys, each with its place.
#[derive(Clone, Default)]
pub struct OwnTexts(pub BTreeMap<&'static str, Spanned<String>>);

/// Where they stand is no part of how a paper looks.
impl fmt::Debug for OwnTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OwnTexts")
    }
}
