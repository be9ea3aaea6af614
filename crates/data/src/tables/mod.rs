//! The tables of the data, each declared once.
//!
//! A declaration names every key of a table with its kind, its explanation, an example, the
//! headings its column may have, and how its value gets into the domain. The readers of TOML,
//! CSV and sheets, the worksheets, the import, the tables of the handbook, the JSON Schema and
//! the skeletons of `init` all follow from it.

pub(crate) mod capaian;
pub(crate) mod checks;
pub(crate) mod datum;
mod field;
mod handbook;
pub(crate) mod hasil;
mod kind;
pub(crate) mod other;
pub(crate) mod people;
pub(crate) mod rakor;
mod schema;
pub(crate) mod settings;
mod skeleton;
mod slot;
pub(crate) mod surat;

pub use datum::{Datum, Filled, says_nothing};
pub use field::{Column, Required, Section, Spec};
pub use handbook::{columns, rows};
pub use kind::Kind;
pub use schema::{File, schema};
pub use skeleton::skeleton;

pub(crate) use field::Field;
pub(crate) use slot::{Lens, Slot};

use crate::workspace::Fields;

/// What is told of a table beside its fields.
#[derive(Clone, Copy)]
pub struct About {
    /// The name it is known by: in the handbook, of its sheet, of its file.
    pub name: &'static str,
    /// How it is begun in TOML, such as `[[peserta]]`; empty for a whole file.
    pub head: &'static str,
    /// The file it stands in.
    pub file: &'static str,
    /// What it is for, in Indonesian.
    pub about: &'static str,
    /// The column that ties its rows in a sheet to those of another table.
    pub parent: Option<&'static Spec>,
    /// Headings of columns that are passed over, such as a running number.
    pub passed_over: &'static [&'static str],
    /// Columns of its sheets that nobody knows are passed over as well, and told once: lists of
    /// people come out of forms with more in them than is asked for here.
    pub open: bool,
    /// The rows that a new workspace begins with: keys and values in TOML.
    pub start: &'static [&'static [(&'static str, &'static str)]],
}

/// A table whose type does not matter: what it is called and which fields it has.
pub trait Declared: Sync {
    /// What is told of it.
    fn about(&self) -> &About;
    /// Its fields, in their order.
    fn specs(&self) -> Vec<&'static Spec>;
}

/// The declaration of a table that is read into a `T`.
pub(crate) struct Table<T: 'static> {
    about: About,
    fields: &'static [Field<T>],
    /// What its values say together.
    done: Option<fn(&mut T, &mut Fields<'_>)>,
}

impl<T: 'static> Declared for Table<T> {
    fn about(&self) -> &About {
        &self.about
    }

    fn specs(&self) -> Vec<&'static Spec> {
        self.fields.iter().map(|field| &field.spec).collect()
    }
}

impl<T: 'static> Table<T> {
    /// A table in a file, under a head as in TOML.
    pub(crate) const fn new(
        (name, head, file): (&'static str, &'static str, &'static str),
        about: &'static str,
        fields: &'static [Field<T>],
    ) -> Self {
        let about = About {
            name,
            head,
            file,
            about,
            parent: None,
            passed_over: &[],
            open: false,
            start: &[],
        };
        Self { about, fields, done: None }
    }

    /// The name it is known by.
    pub(crate) const fn name(&self) -> &'static str {
        self.about.name
    }

    /// Columns that its sheets may have and nobody reads.
    pub(crate) const fn passing_over(
        mut self,
        headings: &'static [&'static str],
    ) -> Self {
        self.about.passed_over = headings;
        self
    }

    /// Its sheets may have columns that nobody knows.
    pub(crate) const fn open(mut self) -> Self {
        self.about.open = true;
        self
    }

    /// A sheet of its own names by this column the row it belongs to.
    pub(crate) const fn below(mut self, parent: &'static Spec) -> Self {
        self.about.parent = Some(parent);
        self
    }

    /// The rows of a new workspace.
    pub(crate) const fn starting(
        mut self,
        rows: &'static [&'static [(&'static str, &'static str)]],
    ) -> Self {
        self.about.start = rows;
        self
    }

    /// What is checked once all fields are read.
    pub(crate) const fn then(mut self, done: fn(&mut T, &mut Fields<'_>)) -> Self {
        self.done = Some(done);
        self
    }

    /// What a row of a sheet says of the fields that an import fills.
    pub(crate) fn fill(&self, f: &mut Fields<'_>) -> Filled {
        let said = |(spec, slot): (&'static Spec, &Slot<T>)| {
            Some((spec.key, slot.read(f, spec.key)?))
        };
        self.slots().filter_map(said).collect()
    }

    /// Puts all that is said where it belongs.
    pub(crate) fn put(&self, into: &mut T, said: &Filled) {
        for (spec, slot) in self.slots() {
            if let Some(value) = said.get(spec.key) {
                slot.put(into, value.value.clone());
            }
        }
    }

    /// What a row holds in a field that an import fills.
    pub(crate) fn get(&self, of: &T, key: &str) -> Option<Datum> {
        let (_, slot) = self.slots().find(|(spec, _)| spec.key == key)?;
        slot.get(of)
    }

    /// The fields that an import fills.
    pub(crate) fn slots(
        &self,
    ) -> impl Iterator<Item = (&'static Spec, &'static Slot<T>)> {
        self.fields.iter().filter_map(|field| Some((&field.spec, field.slot_of()?)))
    }
}

impl<T: Default + 'static> Table<T> {
    /// Reads its entries; what must be there and is not is reported.
    pub(crate) fn read(&self, f: &mut Fields<'_>) -> T {
        let mut value = T::default();
        for field in self.fields {
            field.read(&mut value, f);
            if field.spec.required == Required::Yes && !f.has(field.spec.key) {
                f.missing(&field.spec);
            }
        }
        if let Some(done) = self.done {
            done(&mut value, f);
        }
        value
    }
}

/// Every table of the data, in the order of the handbook.
pub fn tables() -> Vec<&'static dyn Declared> {
    let mut all = Vec::new();
    for file in FILES {
        collect(*file, &mut all);
    }
    all
}

/// The table of that name.
pub fn find(name: &str) -> Option<&'static dyn Declared> {
    tables().into_iter().find(|table| table.about().name == name)
}

/// What stands alone in a file; the other tables are inside these.
const FILES: &[&dyn Declared] = &[
    &settings::NASKAH,
    &people::PEJABAT,
    &people::OPD,
    &rakor::FILE,
    &surat::SURAT,
    &hasil::HASIL,
    &capaian::FILE,
    &other::INDEKS_LAIN,
    &checks::LIBUR,
    &other::REGISTER,
];

fn collect(table: &'static dyn Declared, all: &mut Vec<&'static dyn Declared>) {
    all.push(table);
    for spec in table.specs() {
        if let Some(inner) = spec.kind.inner() {
            collect(inner, all);
        }
    }
}
