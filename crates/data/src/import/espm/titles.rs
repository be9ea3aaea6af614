//! What the titles above the form say: the urusan and the quarter.

use super::super::matching;
use crate::quarter::{SaidQuarter, of_titles};
use base::source::Spanned;
use field::spm::Catalog;

/// What titles say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Titles {
    /// What they say of the quarter.
    pub(crate) said: Vec<SaidQuarter>,
    /// Code of the urusan, where it was found first.
    pub(crate) urusan: Option<String>,
}

impl Titles {
    /// Reads the titles of one sheet.
    pub(crate) fn read(catalog: &Catalog, titles: &[Spanned<String>]) -> Self {
        let urusan = titles.iter().find_map(|title| {
            let lower = title.to_lowercase();
            let words: Vec<&str> = lower
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            let rules = |k: &&str| {
                k.starts_with("per") && k.contains("men") || matches!(*k, "nomor" | "pp")
            };
            let about =
                |k: &&str| matches!(*k, "urusan" | "bidang" | "dinas" | "badan" | "spm");
            let short = words.len() <= 3;
            (!words.iter().any(rules) && (words.iter().any(about) || short))
                .then(|| matching::urusan(catalog, title))?
        });
        Self { said: of_titles(titles), urusan: urusan.map(str::to_owned) }
    }
}
