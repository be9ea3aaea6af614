//! The name of a field of the data.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

/// A key of the data as a declaration names it: in TOML, and as the heading of its column. What
/// a person wrote is a text until it was found among these.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(&'static str);

/// The keys that rules ask for by name.
impl Key {
    pub(crate) const NAMA: Self = Self("nama");
    pub(crate) const KODE: Self = Self("kode");
    pub(crate) const OPD: Self = Self("opd");
    pub(crate) const NIHIL: Self = Self("nihil");
    /// Whom a service is for.
    pub(crate) const TARGET: Self = Self("sasaran");
    /// Whom it reached.
    pub(crate) const SERVED: Self = Self("terlayani");
    pub(crate) const PAGU: Self = Self("pagu");
    pub(crate) const SPENT: Self = Self("realisasi");
    pub(crate) const NEEDED: Self = Self("dibutuhkan");
    pub(crate) const FILLED: Self = Self("terpenuhi");
    pub(crate) const SATUAN: Self = Self("satuan");
}

impl Key {
    /// The key that is written so.
    pub const fn new(written: &'static str) -> Self {
        Self(written)
    }

    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl Deref for Key {
    type Target = str;
    fn deref(&self) -> &str {
        self.0
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0.to_owned()
    }
}

impl PartialEq<str> for Key {
    fn eq(&self, written: &str) -> bool {
        self.0 == written
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, written: &&str) -> bool {
        self.0 == *written
    }
}

impl PartialEq<String> for Key {
    fn eq(&self, written: &String) -> bool {
        self.0 == written
    }
}
