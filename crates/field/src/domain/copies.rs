//! Numbers of the copies of a book that are handed out.

use std::collections::BTreeMap;

/// The first and the last number of the copies of each row, of its title and how many it gets:
/// counted on from the rows before that hand out the same title; none where there are none.
///
/// ```
/// use naskah_field::domain::copy_numbers;
///
/// let rows = [("Satu", 5), ("Dua", 2), ("Satu", 0), ("Satu", 1)];
/// let numbers = [Some((1, 5)), Some((1, 2)), None, Some((6, 6))];
/// assert_eq!(copy_numbers(rows), numbers);
/// ```
pub fn copy_numbers<'a>(
    rows: impl IntoIterator<Item = (&'a str, u64)>,
) -> Vec<Option<(u64, u64)>> {
    let mut handed: BTreeMap<&str, u64> = BTreeMap::new();
    let each = rows.into_iter().map(|(title, count)| {
        let before = handed.entry(title).or_default();
        let first = before.saturating_add(1);
        *before = before.saturating_add(count);
        (count > 0).then_some((first, *before))
    });
    each.collect()
}
