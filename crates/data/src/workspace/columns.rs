//! What the columns of a list are called, from its declaration: for sheets and CSV.

use crate::head::{self, Headings};
use crate::node::{Node, Value};
use crate::tables::{Declared, Required, Spec, capaian, checks, other, people, rakor};
use base::diag::nearest;

/// The columns of a list with a declared shape, or of a free one, where every column is taken.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    table: Option<&'static dyn Declared>,
    /// A column that may be absent, because its value comes from elsewhere.
    given: &'static str,
}

/// The lists by the names their files and sheets have.
const LISTS: [(&str, &dyn Declared, &str); 9] = [
    ("pejabat", &people::PEJABAT, ""),
    ("opd", &people::OPD, ""),
    ("peserta", &rakor::PESERTA, ""),
    ("undangan", &rakor::UNDANGAN, ""),
    ("capaian", &capaian::LAYANAN, ""),
    // Brought in, the OPD may be named on the command line.
    ("impor", &capaian::LAYANAN, "opd"),
    ("mutu", &capaian::MUTU, ""),
    ("indeks-lain", &other::INDEKS_LAIN, ""),
    ("libur", &checks::LIBUR, ""),
];

impl Columns {
    /// The columns of the list of that name.
    pub(super) fn of(name: &str) -> Self {
        let list = LISTS.iter().find(|(own, ..)| *own == name);
        let (table, given) = list.map_or((None, ""), |(_, t, g)| (Some(*t), *g));
        Self { table, given }
    }

    /// Whether every column is taken as it is called.
    pub(super) const fn is_free(self) -> bool {
        self.table.is_none()
    }

    fn specs(self) -> Vec<&'static Spec> {
        let Some(table) = self.table else { return Vec::new() };
        let own = table.specs().into_iter().filter(|spec| spec.kind.in_cell());
        table.about().parent.into_iter().chain(own).collect()
    }

    /// The keys of its columns.
    pub(super) fn keys(self) -> Vec<&'static str> {
        self.specs().into_iter().map(|spec| spec.key).collect()
    }

    /// The keys without which no row can be read.
    pub(super) fn required(self) -> Vec<&'static str> {
        let needed =
            |spec: &&Spec| spec.required == Required::Yes && spec.key != self.given;
        self.specs().into_iter().filter(needed).map(|spec| spec.key).collect()
    }

    /// The heading, of those nobody knows, that a missing column is most likely called by.
    pub(super) fn mistyped<'a>(
        self,
        key: &str,
        strange: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        let specs = self.specs();
        let headings = || {
            let own = specs.iter().filter(|spec| spec.key == key);
            own.flat_map(|spec| spec.headings.iter().chain([&spec.key])).copied()
        };
        let meant: Vec<&str> = strange
            .into_iter()
            .filter(|heading| nearest(heading, headings()).is_some())
            .collect();
        let [one] = meant[..] else { return None };
        Some(one.to_owned())
    }

    /// Whether a cell merged downwards in this column holds for all its rows.
    pub(super) fn merges(self, key: &str) -> bool {
        self.is_free() || self.specs().iter().any(|spec| spec.merged && spec.key == key)
    }

    /// Gives the columns of a CSV their own names, where the name is not taken yet.
    pub(super) fn rename(self, rows: &mut [Node]) {
        for row in rows {
            let Value::Table(entries) = &mut row.value else { continue };
            let names: Vec<String> =
                entries.iter().map(|(k, _)| k.value.clone()).collect();
            for (key, _) in entries.iter_mut() {
                let own = self.key(&key.value);
                if !names.contains(&own) {
                    key.value = own;
                }
            }
            entries.retain(|(key, _)| !key.value.is_empty());
        }
    }
}

impl Headings for Columns {
    fn key(&self, heading: &str) -> String {
        let key = head::key(heading);
        let Some(table) = self.table else { return key };
        let specs = self.specs();
        if specs.iter().any(|spec| spec.key == key) {
            return key;
        }
        let called = specs.iter().find(|spec| spec.headings.contains(&key.as_str()));
        match called {
            Some(spec) => spec.key.to_owned(),
            None if table.about().passed_over.contains(&key.as_str()) => String::new(),
            None => key,
        }
    }

    fn knows(&self, key: &str) -> bool {
        self.specs().into_iter().any(|spec| spec.key == key)
    }
}
