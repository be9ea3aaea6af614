//! Where two rows of one table say something else.

use super::datum::Datum;
use super::key::Key;

/// A field in which two rows differ, with what each says there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldDifference {
    /// The key, with the name of the row before it where it stands in a table inside.
    pub(crate) what: String,
    /// What the first row says.
    pub(crate) one: Option<Datum>,
    /// What the second says.
    pub(crate) two: Option<Datum>,
}

impl FieldDifference {
    /// The difference between two values of a key, when there is one.
    pub(super) fn between(
        key: Key,
        one: Option<Datum>,
        two: Option<Datum>,
    ) -> Option<Self> {
        (one != two).then(|| Self { what: key.into(), one, two })
    }
}
