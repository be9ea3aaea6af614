//! The parts of a line of TOML at which the parser stopped.

use std::ops::Range;

/// The value on the line of a syntax error, without key and comment.
pub(super) fn value_around<'t>(
    text: &'t str,
    range: &Range<usize>,
) -> Option<(Range<usize>, &'t str)> {
    let start = text.get(..range.start)?.rfind('\n').map_or(0, |n| n + 1);
    let line = text.get(start..)?.lines().next()?;
    let (key, rest) = line.split_once('=')?;
    if key.contains(['"', '\'', '[', '{', '#']) {
        return None;
    }
    let value = rest.split('#').next()?;
    let from = start + key.len() + 1 + value.len() - value.trim_start().len();
    let value = value.trim();
    Some((from..from + value.len(), value))
}

/// The key that the value at a byte was written for.
pub(super) fn key_before(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.split('=').next().unwrap_or_default().trim().to_owned()
}
