//! What no honest template needs: expressions that are read or worked out so deep in each other
//! that the stack ends, and text without end. Both are refused before the machine is in trouble.

use std::cell::Cell;

use minijinja::{Error, ErrorKind};

use super::tag_parts::{TagPart, located, tags};
use std::ops::Range;

/// Parts (names, numbers, marks) of one tag. The longest shipped tag has a fifth of it.
const PARTS: usize = 1_000;

/// Alternatives (`elif`) of a template: each is read inside of the one before.
const ALTERNATIVES: usize = 300;

/// Bytes of text that filling one paper may make on its way. The largest shipped book makes a
/// hundredth of it.
pub(super) const BYTES: usize = 64 << 20;

thread_local! {
    static MADE: Cell<usize> = const { Cell::new(0) };
}

/// The first tag of a template that has more parts than anybody writes.
pub(super) fn too_long(text: &str) -> Option<Range<usize>> {
    let mut alternatives = 0;
    tags(text).into_iter().find(|tag| {
        let parts = located(&text[tag.clone()]);
        alternatives +=
            usize::from(matches!(parts.first(), Some((_, TagPart::Name("elif", _)))));
        let weight = parts.iter().map(|(_, part)| match part {
            TagPart::Name(name, _) => 1 + name.matches(['.', '[']).count(),
            _ => 1,
        });
        weight.sum::<usize>() > PARTS || alternatives > ALTERNATIVES
    })
}

/// A paper begins.
pub(super) fn begin() {
    MADE.set(0);
}

/// Takes room for a text.
///
/// # Errors
/// [`ErrorKind::OutOfFuel`] when the paper has had all.
pub(super) fn take(bytes: usize) -> Result<(), Error> {
    let made = MADE.get().saturating_add(bytes);
    MADE.set(made);
    if made > BYTES {
        return Err(Error::from(ErrorKind::OutOfFuel));
    }
    Ok(())
}
