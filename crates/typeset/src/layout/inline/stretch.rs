//! A part of a list by its places.

use std::ops::Range;

/// From one place of a list up to another. Unlike a range it can be used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Stretch {
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// What stands there in a list.
    pub(super) fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.places()]
    }

    /// The same, to change it.
    pub(super) fn of_mut<T>(self, list: &mut [T]) -> &mut [T] {
        &mut list[self.places()]
    }

    /// The places one by one.
    pub(super) const fn places(self) -> Range<usize> {
        self.start..self.end
    }

    /// How many there are.
    pub(super) const fn len(self) -> usize {
        self.end - self.start
    }
}
