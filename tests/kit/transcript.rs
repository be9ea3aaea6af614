//! What the program said, read the way people read it.

use similar::{Algorithm, DiffTag, capture_diff_slices, group_diff_ops};

/// Codes and places in their order, `NSK0113 data/opd.toml:7:11`: what must be the same in every
/// language. A message without a place is its code alone.
pub(crate) fn marks(said: &str) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for line in said.lines() {
        if let Some(code) = line.split("[NSK").nth(1).and_then(|rest| rest.get(..4)) {
            marks.push(format!("NSK{code}"));
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mark = marks.last_mut().expect("a place stands under its message");
            *mark = format!("{mark} {place}");
        }
    }
    marks
}

/// What a value holds, without where each part of it was written: two files that say the same
/// have their words at other places.
pub(crate) fn without_places(value: &impl std::fmt::Debug) -> String {
    let (mut kept, mut depth) = (Vec::new(), 0_usize);
    let whole = format!("{value:#?}");
    for line in whole.lines() {
        let word = line.trim_start();
        let place = word.starts_with("span: ") || word.starts_with("written: ");
        if depth == 0 && !place {
            kept.push(line);
            continue;
        }
        depth += usize::from(line.ends_with(['{', '(', '[']));
        depth -= usize::from(word.starts_with(['}', ')', ']']));
    }
    kept.join("\n")
}

/// The lines that differ, with a few around them.
pub(crate) fn difference(expected: &str, said: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (expected.lines().collect(), said.lines().collect());
    let mut shown = Vec::new();
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    for group in group_diff_ops(ops, 3) {
        shown.push("  ...".to_owned());
        for op in group {
            let (tag, before, after) = op.as_tag_tuple();
            if tag == DiffTag::Equal {
                shown.extend(old[before].iter().map(|line| format!("  {line}")));
            } else {
                shown.extend(old[before].iter().map(|line| format!("- {line}")));
                shown.extend(new[after].iter().map(|line| format!("+ {line}")));
            }
        }
    }
    shown.join("\n")
}
