//! Where an office wrote the entries of its own files of the catalog.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{
    Amendment, CatalogItem, CategoryScale, DasarHukum, Kategori, Layanan, MutuLayanan,
    Term, Urusan,
};
use base::source::{FileId, Span};
use base::written::Written;

/// The places in a file of an office; a built-in file has none, nor has one that cannot be read:
/// that is told where it is.
pub(super) fn of(own: Option<FileId>, text: &str) -> EntryPlaces {
    let table = own.zip(DeTable::parse(text).ok());
    let places = table.map(|(file, table)| in_table(file, Span::None, table.get_ref()));
    EntryPlaces(places.unwrap_or_default())
}

fn in_table(file: FileId, at: Span, table: &DeTable<'_>) -> Written {
    let fields = table
        .iter()
        .map(|(key, value)| (key.get_ref().to_string(), in_value(file, value)));
    Written::table(at, fields.collect::<BTreeMap<_, _>>())
}

fn in_value(file: FileId, value: &Spanned<DeValue<'_>>) -> Written {
    let at = Span::text(file, value.span());
    match value.get_ref() {
        DeValue::Table(table) => in_table(file, at, table),
        DeValue::Array(items) => {
            Written::list(at, items.iter().map(|item| in_value(file, item)).collect())
        }
        _ => Written::at(at),
    }
}

/// The places in a file.
pub(super) struct EntryPlaces(pub(super) Written);

impl EntryPlaces {
    /// The entries of one of its lists, each with its place.
    pub(super) fn set<T: Entry>(&self, list: &str, entries: Vec<T>) -> Vec<T> {
        placed(&self.0.field(list), entries)
    }
}

/// The entries of a list, each with its place.
pub(super) fn placed<T: Entry>(list: &Written, mut entries: Vec<T>) -> Vec<T> {
    for (at, entry) in entries.iter_mut().enumerate() {
        entry.set(list.item(at));
    }
    entries
}

/// What knows where it was written.
pub(super) trait Entry {
    /// It was written there.
    fn set(&mut self, written: Written);
}

macro_rules! entries {
    ($($entry:ty),+) => {$(
        impl Entry for $entry {
            fn set(&mut self, written: Written) {
                self.written = written;
            }
        }
    )+};
}

entries!(Urusan, Layanan, CatalogItem, Amendment, Kategori, Term);

impl Entry for DasarHukum {
    fn set(&mut self, written: Written) {
        let changes = std::mem::take(&mut self.perubahan);
        self.perubahan = placed(&written.field("perubahan"), changes);
        self.written = written;
    }
}

impl Entry for MutuLayanan {
    fn set(&mut self, written: Written) {
        self.item = placed(&written.field("item"), std::mem::take(&mut self.item));
    }
}

impl Entry for CategoryScale {
    fn set(&mut self, written: Written) {
        let categories = std::mem::take(&mut self.kategori);
        self.kategori = placed(&written.field("kategori"), categories);
    }
}
