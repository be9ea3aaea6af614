//! Where a fact of the catalog comes from and how well it is known.

use serde::Deserialize;

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum SourceGrade {
    /// Read in the source.
    #[serde(rename = "SEEN")]
    Seen,
    /// Read in somebody's program: practice, not law.
    #[serde(rename = "SEEN-CODE")]
    SeenCode,
    /// Common knowledge, no source opened.
    #[serde(rename = "RECALLED")]
    Recalled,
    /// Concluded from seen facts.
    #[serde(rename = "INFERRED")]
    Inferred,
}

impl SourceGrade {
    /// The word in the catalog.
    pub fn word(self) -> &'static str {
        match self {
            Self::Seen => "SEEN",
            Self::SeenCode => "SEEN-CODE",
            Self::Recalled => "RECALLED",
            Self::Inferred => "INFERRED",
        }
    }
}

/// Where an entry of the catalog comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceNote {
    /// How well it is known.
    pub tingkat: SourceGrade,
    /// Source numbers, such as "S15, S16"; may be empty.
    #[serde(default)]
    pub rujukan: String,
    /// What a user should check; may be empty.
    #[serde(default)]
    pub catatan: String,
}
