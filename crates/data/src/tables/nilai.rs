//! Values of fields that an import sets, and what says that there is nothing.

use std::fmt;

use field::spm::Jumlah;

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nilai {
    /// A count or an amount.
    Bilangan(Jumlah),
    /// Declared not to exist.
    Nihil,
    /// A text.
    Teks(String),
    /// Texts, at least one.
    Daftar(Vec<String>),
}

impl Nilai {
    /// Sentences without those that say that there is nothing; nihil when none is left.
    pub fn sentences(texts: impl IntoIterator<Item = String>) -> Self {
        let texts: Vec<String> = texts.into_iter().filter(|t| !says_nothing(t)).collect();
        if texts.is_empty() { Self::Nihil } else { Self::Daftar(texts) }
    }
}

impl fmt::Display for Nilai {
    /// For people: "1.234,5", "nihil", the texts joined by semicolons.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bilangan(n) => f.write_str(&bahasa::format_decimal_short(n.nilai(), 20)),
            Self::Nihil => f.write_str("nihil"),
            Self::Teks(teks) => f.write_str(teks),
            Self::Daftar(teks) => f.write_str(&teks.join("; ")),
        }
    }
}

/// The word for a figure that is declared not to exist: "nihil", "(Nihil)".
pub(crate) fn is_nihil(text: &str) -> bool {
    plain(text) == "nihil"
}

/// Whether a text says that there is nothing to tell: "nihil", "Tidak ada.", "-".
pub fn says_nothing(text: &str) -> bool {
    NOTHING.contains(&plain(text).as_str())
}

/// The words that say so; none at all is a dash or a full stop.
const NOTHING: [&str; 7] = [
    "",
    "nihil",
    "tidak ada",
    "tidak ada permasalahan",
    "tidak ada masalah",
    "tidak ada kendala",
    "tidak ada hambatan",
];

fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
