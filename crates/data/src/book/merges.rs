//! Cells merged into one: in order, and none over another, whatever the file says. What is asked
//! of them is found without looking at all.

use std::collections::{BTreeMap, BTreeSet};

/// A block of cells merged into its first one; all numbers from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) top: u32,
    pub(crate) bottom: u32,
    pub(crate) left: u32,
    pub(crate) right: u32,
}

impl Merge {
    /// Whether it covers a column.
    fn is_over(&self, column: u32) -> bool {
        (self.left..=self.right).contains(&column)
    }
}

/// The most merged cells of a sheet.
const MOST_MERGES: usize = 100_000;

/// The merged cells of a sheet, by row and column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merges {
    all: Vec<Merge>,
    /// The same by their left column and their top.
    down: BTreeMap<(u32, u32), Merge>,
    /// Rows into which some reach from above: the first of each run, and its last.
    runs: BTreeMap<u32, u32>,
}

impl Merges {
    /// In order, without those that lie over another, as no program makes them; `None` when there
    /// are more than anybody makes.
    pub(super) fn new(mut all: Vec<Merge>) -> Option<Self> {
        if all.len() > MOST_MERGES {
            return None;
        }
        all.sort_unstable_by_key(|merge| (merge.top, merge.left));
        // Those that reach the row that is looked at, by column, and where they end.
        let mut open: BTreeMap<u32, Merge> = BTreeMap::new();
        let mut ends: BTreeSet<(u32, u32)> = BTreeSet::new();
        all.retain(|merge| {
            while let Some(first @ (bottom, left)) = ends.first().copied() {
                if bottom >= merge.top {
                    break;
                }
                ends.remove(&first);
                open.remove(&left);
            }
            let beside = open.range(..=merge.right).next_back();
            let free = beside.is_none_or(|(_, other)| other.right < merge.left);
            if free {
                open.insert(merge.left, *merge);
                ends.insert((merge.bottom, merge.left));
            }
            free
        });
        Some(Self::of(all))
    }

    fn of(all: Vec<Merge>) -> Self {
        let down = all.iter().map(|merge| ((merge.left, merge.top), *merge)).collect();
        let mut runs: BTreeMap<u32, u32> = BTreeMap::new();
        for merge in all.iter().filter(|merge| merge.bottom > merge.top) {
            // By their tops: only the last run can be the same one.
            match runs.last_entry() {
                Some(mut last) if *last.get() >= merge.top => {
                    let end = last.get_mut();
                    *end = merge.bottom.max(*end);
                }
                _ => drop(runs.insert(merge.top + 1, merge.bottom)),
            }
        }
        Self { all, down, runs }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Merge> {
        self.all.iter()
    }

    /// Those that begin in a row, from left to right.
    pub(crate) fn of_row(&self, row: u32) -> &[Merge] {
        let from = self.all.partition_point(|merge| merge.top < row);
        let rest = self.all.get(from..).unwrap_or_default();
        &rest[..rest.partition_point(|merge| merge.top == row)]
    }

    /// The one that begins in a row and covers a column.
    pub(crate) fn beside(&self, row: u32, column: u32) -> Option<&Merge> {
        let all = self.of_row(row);
        let before = all.partition_point(|merge| merge.left <= column);
        all.get(before.checked_sub(1)?).filter(|merge| merge.is_over(column))
    }

    /// The one whose first column this is and that reaches into the row from above.
    pub(crate) fn above(&self, row: u32, column: u32) -> Option<&Merge> {
        let (_, merge) = self.down.range((column, 0)..(column, row)).next_back()?;
        (row <= merge.bottom).then_some(merge)
    }

    /// Whether some reaches into the row from above.
    pub(crate) fn reaches(&self, row: u32) -> bool {
        self.runs.range(..=row).next_back().is_some_and(|(_, end)| row <= *end)
    }

    /// Those below a row.
    pub(crate) fn below(&self, row: u32) -> Self {
        Self::of(self.all.iter().filter(|merge| merge.top > row).copied().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merge(top: u32, bottom: u32, left: u32, right: u32) -> Merge {
        Merge { top, bottom, left, right }
    }

    #[test]
    fn none_lies_over_another() {
        let first = merge(2, 5, 1, 3);
        let all = vec![
            first,
            merge(2, 5, 1, 3),
            merge(4, 4, 3, 9),
            merge(0, 900, 2, 2),
            merge(6, 7, 3, 4),
            merge(3, 3, 4, 4),
        ];
        let merges = Merges::new(all).unwrap();
        let left: Vec<(u32, u32)> = merges.iter().map(|m| (m.top, m.left)).collect();
        assert_eq!(left, [(0, 2), (3, 4), (4, 3), (6, 3)]);
        let merges = Merges::new(vec![first, merge(6, 7, 3, 4), merge(7, 8, 0, 2)]);
        let merges = merges.unwrap();
        assert_eq!(merges.iter().count(), 3);
        assert_eq!(merges.above(4, 1), Some(&first));
        assert_eq!((merges.above(2, 1), merges.above(6, 1)), (None, None));
        assert_eq!(merges.beside(2, 3), Some(&first));
        assert_eq!(merges.beside(2, 4), None);
        let reached: Vec<u32> = (0..12).filter(|row| merges.reaches(*row)).collect();
        assert_eq!(reached, [3, 4, 5, 7, 8]);
        assert_eq!(merges.below(2).iter().count(), 2);
    }

    #[test]
    fn more_than_anybody_makes_are_refused() {
        let many = (0..100_001).map(|row| merge(row, row, 0, 1)).collect();
        assert!(Merges::new(many).is_none());
    }
}
