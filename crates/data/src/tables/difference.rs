//! Where two rows of one table say something else.

use super::datum::Datum;
use super::table::Table;

/// A field in which two rows differ, with what each says there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The key, with the name of the row before it where it stands in a table inside.
    pub(crate) what: String,
    /// What the first row says.
    pub(crate) one: Option<Datum>,
    /// What the second says.
    pub(crate) two: Option<Datum>,
}

impl Difference {
    /// The difference between two values of a key, when there is one.
    pub(super) fn between(
        key: &'static str,
        one: Option<Datum>,
        two: Option<Datum>,
    ) -> Option<Self> {
        (one != two).then(|| Self { what: key.to_owned(), one, two })
    }

    /// The first difference between two lists of rows that are known by their names. A row that
    /// only one of them has differs in all that it says.
    pub(super) fn of_rows<'a, T: Default>(
        table: &Table<T>,
        (one, two): (&'a [T], &'a [T]),
        name: fn(&T) -> &str,
    ) -> Option<Self> {
        let nothing = T::default();
        one.iter().chain(two).map(name).find_map(|wanted| {
            let of = |row: Option<&'a T>| row.unwrap_or(&nothing);
            let row = |all: &'a [T]| all.iter().find(|row| name(row) == wanted);
            let found = table.difference(of(row(one)), of(row(two)))?;
            Some(Self { what: format!("{wanted}, {}", found.what), ..found })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tables::capaian::{LAYANAN, MUTU, RINCIAN};
    use field::spm::{ItemMutu, LayananCapaian, Rincian};

    #[test]
    fn services_are_compared_in_every_field() {
        let left_out = |fields: Vec<(&'static str, bool)>| -> Vec<&'static str> {
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
