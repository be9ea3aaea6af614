//! What the program said, read the way people read it.

use similar::{ChangeTag, TextDiff};

/// Codes and places in their order, `NSK0113 data/opd.toml:7:11`: what must be the same in every
/// language. A message without a place is its code alone.
pub(crate) fn marks(said: &str) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for line in said.lines() {
        if let Some(code) = line.split("[NSK").nth(1).and_then(|rest| rest.get(..4)) {
            marks.push(format!("NSK{code}"));
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let place = place.replace(" (hasil isian)", "").replace(" (filled in)", "");
            let mark = marks.last_mut().expect("a place stands under its message");
            *mark = format!("{mark} {place}");
        }
    }
    marks
}

/// The lines that differ, with a few around them.
pub(crate) fn difference(expected: &str, said: &str) -> String {
    let mut text = String::new();
    let diff = TextDiff::from_lines(expected, said);
    for (n, group) in diff.grouped_ops(3).iter().enumerate() {
        if n > 0 {
            text.push_str("  ...\n");
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            text.push_str(match change.tag() {
                ChangeTag::Delete => "- ",
                ChangeTag::Insert => "+ ",
                ChangeTag::Equal => "  ",
            });
            text.push_str(change.value().trim_end_matches('\n'));
            text.push('\n');
        }
    }
    text
}
