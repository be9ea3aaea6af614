//! Values of fields that an import sets, and what says that there is nothing.

use super::key::Key;
use std::collections::BTreeMap;
use std::fmt;

use base::source::Spanned;
use field::spm::{Amount, Percent};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Datum {
    /// A count or an amount.
    Number(Amount),
    /// Declared not to exist.
    Nihil,
    /// A text.
    Text(String),
    /// Texts, at least one.
    List(Vec<String>),
}

impl Datum {
    /// A text that says something.
    pub(super) fn text(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::Text(text.to_owned()))
    }

    /// Exact percentages, as people write them.
    pub(super) fn percents<'a>(all: impl IntoIterator<Item = &'a Percent>) -> Self {
        let exact = |p: &Percent| bahasa::format_decimal_short(p.value(), 20);
        Self::List(all.into_iter().map(exact).collect())
    }

    /// Texts, when there are any.
    pub(super) fn list(texts: &[String]) -> Option<Self> {
        (!texts.is_empty()).then(|| Self::List(texts.to_vec()))
    }

    /// Sentences without those that say that there is nothing; nihil when none is left.
    pub fn sentences(texts: impl IntoIterator<Item = String>) -> Self {
        let texts: Vec<String> = texts.into_iter().filter(|t| !says_nothing(t)).collect();
        if texts.is_empty() { Self::Nihil } else { Self::List(texts) }
    }
}

impl fmt::Display for Datum {
    /// For people: "1.234,5", "nihil", the texts joined by semicolons.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(n) => f.write_str(&bahasa::format_decimal_short(n.value(), 20)),
            Self::Nihil => f.write_str("nihil"),
            Self::Text(text) => f.write_str(text),
            Self::List(text) => f.write_str(&text.join("; ")),
        }
    }
}

/// What a source says of a row: values of declared fields, each with its place. A field that
/// is not there leaves what was entered before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled(BTreeMap<Key, Spanned<Datum>>);

impl Filled {
    /// What is said of a field.
    pub fn get(&self, key: Key) -> Option<&Spanned<Datum>> {
        self.0.get(&key)
    }

    /// Says something of a field.
    pub fn set(&mut self, key: Key, value: Spanned<Datum>) {
        self.0.insert(key, value);
    }

    /// Takes back what was said of a field.
    pub fn take(&mut self, key: Key) -> Option<Spanned<Datum>> {
        self.0.remove(&key)
    }

    /// The figure of a field, when one is said.
    pub fn number(&self, key: Key) -> Option<Spanned<&Amount>> {
        let said = self.get(key)?;
        match &said.value {
            Datum::Number(n) => Some(Spanned::new(n, said.span)),
            _ => None,
        }
    }

    /// The text of a field, when one is said.
    pub fn text(&self, key: Key) -> Option<Spanned<&str>> {
        let said = self.get(key)?;
        match &said.value {
            Datum::Text(text) => Some(Spanned::new(text.as_str(), said.span)),
            _ => None,
        }
    }

    /// Whether a field is declared not to exist.
    pub fn is_nihil(&self, key: Key) -> bool {
        self.get(key).is_some_and(|said| said.value == Datum::Nihil)
    }

    /// The fields that something is said of.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.0.keys().copied()
    }

    /// Adds what another source says of fields that nothing is said of here.
    pub fn complete(&mut self, other: Self) {
        for (key, value) in other.0 {
            self.0.entry(key).or_insert(value);
        }
    }
}

impl FromIterator<(Key, Spanned<Datum>)> for Filled {
    fn from_iter<I: IntoIterator<Item = (Key, Spanned<Datum>)>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

/// The word for a figure that is declared not to exist: "nihil", "(Nihil)".
pub(crate) fn is_nihil(text: &str) -> bool {
    plain(text) == "nihil"
}

/// Whether a sentence says that there is nothing to tell: "nihil", "Tidak ada kendala berarti.",
/// "Sejauh ini berjalan lancar", "-".
pub fn says_nothing(text: &str) -> bool {
    let words = plain(text);
    words.is_empty() || NONE.contains(&words.as_str()) || is_no_trouble(&words)
}

/// Whether words say that nothing stands in the way, and nothing beside it: each of them denies,
/// names what may stand in the way, or only says when and where.
fn is_no_trouble(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let all = words
        .iter()
        .all(|word| [DENIES, TROUBLE, WELL, ABOUT].iter().any(|set| set.contains(word)));
    let has = |set: &[&str]| words.iter().any(|word| set.contains(word));
    let denied = has(&["tidak", "tdk", "tak", "tiada", "tanpa", "nihil", "belum"]);
    all && (denied && has(TROUBLE) || !denied && !has(TROUBLE) && has(WELL))
}

/// Whether a short text says that there is none: "-", "Nihil.", "N/A", "tidak ada". Dots and
/// lines are room that is left for somebody.
pub(crate) fn says_none(text: &str) -> bool {
    let word = plain(text);
    if word.is_empty() {
        return text.chars().all(|c| c.is_whitespace() || "-–—/".contains(c));
    }
    NONE.contains(&word.as_str()) && !text.contains("..")
}

/// Whether a sentence of a list says that there is nothing to tell; room that is left says
/// nothing of the kind.
pub(crate) fn is_silent(text: &str) -> bool {
    says_none(text) || says_nothing(text) && !plain(text).is_empty()
}

/// The words that say so of anything; none at all is a dash or a full stop.
const NONE: [&str; 5] = ["nihil", "n a", "tdk ada", "tak ada", "tidak ada"];

/// Words that say that there is none.
const DENIES: &[&str] = &[
    "tidak",
    "tdk",
    "tak",
    "tiada",
    "tanpa",
    "nihil",
    "belum",
    "ada",
    "adanya",
    "terdapat",
    "ditemukan",
    "ditemui",
    "dijumpai",
    "mengalami",
    "menemui",
];

/// What stands in the way.
const TROUBLE: &[&str] = &[
    "permasalahan",
    "masalah",
    "kendala",
    "hambatan",
    "persoalan",
    "gangguan",
    "kesulitan",
];

/// That it goes well.
const WELL: &[&str] = &["lancar", "aman", "terkendali", "kondusif"];

/// Words around them, which tell of nothing by themselves.
const ABOUT: &[&str] = &[
    "yang",
    "berarti",
    "signifikan",
    "serius",
    "khusus",
    "besar",
    "prinsip",
    "prinsipil",
    "dan",
    "atau",
    "maupun",
    "apa",
    "pun",
    "apapun",
    "sejauh",
    "sampai",
    "hingga",
    "dengan",
    "saat",
    "ini",
    "sementara",
    "selama",
    "pada",
    "di",
    "dalam",
    "triwulan",
    "tw",
    "i",
    "ii",
    "iii",
    "iv",
    "tahun",
    "pelaksanaan",
    "pelaksanaannya",
    "kegiatan",
    "pelayanan",
    "layanan",
    "lapangan",
    "semua",
    "seluruh",
    "seluruhnya",
    "semuanya",
    "berjalan",
    "terlaksana",
    "baik",
    "sangat",
    "cukup",
];

fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_tell_of_nothing() {
        for text in [
            "Tidak ada kendala",
            "Tidak ada kendala berarti",
            "tdk ada masalah yang berarti.",
            "Sejauh ini tidak terdapat permasalahan dan hambatan",
            "Kendala: tidak ada",
            "Belum ditemukan kendala pada Triwulan II",
            "Kegiatan berjalan lancar",
            "Berjalan lancar tanpa hambatan",
        ] {
            assert!(says_nothing(text), "{text}");
        }
        for text in [
            "Tidak ada petugas di lapangan",
            "Tidak ada kendala berarti selain keterbatasan anggaran",
            "Belum ada kegiatan",
            "Kegiatan tidak lancar",
            "Pelayanan tidak berjalan baik",
            "Kendala pada pelaksanaan",
            "Tidak semua kegiatan terlaksana",
        ] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
