//! A table: its fields in their order, and how its rows are read, compared and filled.

use super::datum::{Datum, Filled};
use super::difference::FieldDifference;
use super::field::Field;
use super::key::Key;
use super::slot::ValueSlot;
use super::spec::{About, Declared, Required, Spec};
use crate::fields::Fields;
#[cfg(test)]
use crate::node::NodeTable;
#[cfg(test)]
use base::{diag::Problems, source::Span};

/// The declaration of a table that is read into a `T`.
pub(crate) struct Table<T: 'static> {
    about: About,
    fields: &'static [Field<T>],
    /// What its values say together.
    done: Option<fn(&mut T, &mut Fields<'_>)>,
}

impl<T: Default + 'static> Declared for Table<T> {
    fn about(&self) -> &About {
        &self.about
    }

    fn specs(&self) -> Vec<&'static Spec> {
        self.fields.iter().map(|field| &field.spec).collect()
    }

    #[cfg(test)]
    fn read_from(&self, name: &str, span: Span, table: &NodeTable, found: &mut Problems) {
        let mut f = Fields::new(name, span, table, found);
        self.read(&mut f);
        f.finish();
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
        let said = |(spec, slot): (&'static Spec, &ValueSlot<T>)| {
            Some((spec.key, slot.read(f, spec)?))
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
    pub(crate) fn get(&self, of: &T, key: Key) -> Option<Datum> {
        let (_, slot) = self.slots().find(|(spec, _)| spec.key == key)?;
        slot.get(of)
    }

    /// The first field in which two rows differ.
    pub(crate) fn difference(&self, one: &T, two: &T) -> Option<FieldDifference> {
        self.fields.iter().find_map(|field| field.difference(one, two))
    }

    /// Each key, and whether two rows can be compared in it.
    #[cfg(test)]
    pub(super) fn compared(&self) -> Vec<(Key, bool)> {
        self.fields.iter().map(|field| (field.spec.key, field.is_compared())).collect()
    }

    /// The fields that an import fills.
    pub(crate) fn slots(
        &self,
    ) -> impl Iterator<Item = (&'static Spec, &'static ValueSlot<T>)> {
        self.fields.iter().filter_map(|field| Some((&field.spec, field.slot_of()?)))
    }
}

impl<T: Default + 'static> Table<T> {
    /// The first difference between two lists of rows that are known by their names. A row that
    /// only one of them has differs in all that it says.
    pub(crate) fn difference_of_rows<'a>(
        &self,
        (one, two): (&'a [T], &'a [T]),
        name: fn(&T) -> &str,
    ) -> Option<FieldDifference> {
        let nothing = T::default();
        one.iter().chain(two).map(name).find_map(|wanted| {
            let of = |row: Option<&'a T>| row.unwrap_or(&nothing);
            let row = |all: &'a [T]| all.iter().find(|row| name(row) == wanted);
            let found = self.difference(of(row(one)), of(row(two)))?;
            Some(FieldDifference { what: format!("{wanted}, {}", found.what), ..found })
        })
    }

    /// Reads its entries; what must be there and is not is reported.
    pub(crate) fn read(&self, f: &mut Fields<'_>) -> T {
        let mut value = T::default();
        for field in self.fields {
            f.called(&field.spec);
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

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::tables::capaian::{LAYANAN, MUTU, RINCIAN};
    use field::spm::{ItemMutu, LayananCapaian, Rincian};

    #[test]
    fn services_are_compared_in_every_field() {
        let left_out = |fields: Vec<(Key, bool)>| -> Vec<Key> {
            fields
                .into_iter()
                .filter(|(_, compared)| !compared)
                .map(|(key, _)| key)
                .collect()
        };
        assert!(left_out(LAYANAN.compared()).is_empty());
        assert!(left_out(MUTU.compared()).is_empty());
        assert!(left_out(RINCIAN.compared()).is_empty());
    }

    fn differs(change: impl Fn(&mut LayananCapaian)) -> Option<String> {
        let one = LayananCapaian::default();
        let mut two = one.clone();
        change(&mut two);
        LAYANAN.difference(&one, &two).map(|found| found.what)
    }

    #[test]
    fn a_difference_is_found_wherever_it_stands() {
        assert_eq!(differs(|_| ()), None);
        assert_eq!(
            differs(|l| l.penyebab = vec!["Formasi".to_owned()].into()).as_deref(),
            Some("penyebab")
        );
        assert_eq!(
            differs(|l| l.data_dukung = vec!["BNBA.xlsx".to_owned()]).as_deref(),
            Some("data_dukung")
        );
        let part = Rincian { nama: "Bengalon".into(), ..Rincian::default() };
        assert_eq!(
            differs(|l| l.rincian = vec![part.clone()]).as_deref(),
            Some("Bengalon, nama")
        );
        let item = ItemMutu { nama: "Tablet".into(), ..ItemMutu::default() };
        let mut more = item.clone();
        more.terpenuhi = field::spm::Amount::from(3).into();
        let one = LayananCapaian { mutu: vec![item], ..LayananCapaian::default() };
        let two = LayananCapaian { mutu: vec![more], ..LayananCapaian::default() };
        let found = LAYANAN.difference(&one, &two).map(|found| found.what);
        assert_eq!(found.as_deref(), Some("Tablet, terpenuhi"));
    }
}
