//! Names of the data that a template puts into a list, a table or brackets, or asks what they are.
//!
//! There the engine hands a name on that nobody knows and says nothing, so that the sum of a list
//! whose name is misspelt is that of nothing. Each is given a filter that takes what is there.

use super::tag_parts::{TagPart, WORDS};

/// Behind a name that must be there.
pub(super) const GIVEN: &str = "|_g";

/// The names that must be there in a tag, by their places among its parts.
pub(super) fn given(parts: &[TagPart<'_>], functions: &[&str]) -> Vec<bool> {
    let from = first_value(parts);
    let mut open: Vec<bool> = Vec::new();
    let mut found = vec![false; parts.len()];
    for (index, part) in parts.iter().enumerate() {
        match *part {
            TagPart::Mark("[" | "{") => open.push(true),
            TagPart::Mark("(") => open.push(wants_values(parts, index, functions, &open)),
            TagPart::Mark(")" | "]" | "}") => drop(open.pop()),
            TagPart::Name(name, _) if index >= from && !WORDS.contains(&name) => {
                let within = open.last() == Some(&true);
                found[index] = match parts.get(index + 1..).unwrap_or_default() {
                    [TagPart::Name("is", _), rest @ ..] => !asks_whether_there(rest),
                    [TagPart::Name("in", _) | TagPart::Mark("==" | "!="), ..]
                    | [TagPart::Name("not", _), TagPart::Name("in", _), ..] => true,
                    _ => {
                        within || is_compared(parts, index) || in_row(parts, index, from)
                    }
                };
            }
            _ => {}
        }
    }
    found
}

/// Whether a name stands behind `==`.
fn is_compared(parts: &[TagPart<'_>], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| parts.get(at));
    matches!(before, Some(TagPart::Mark("==" | "!=")))
}

/// Whether a name is one of a row that a statement gives to a name, or that a loop goes over.
fn in_row(parts: &[TagPart<'_>], index: usize, from: usize) -> bool {
    let comma = |at: usize| parts.get(at) == Some(&TagPart::Mark(","));
    from > 0 && (comma(index - 1) || comma(index + 1))
}

/// Where the values of a statement begin: behind the names that it gives something.
fn first_value(parts: &[TagPart<'_>]) -> usize {
    let behind = |wanted: TagPart<'_>| {
        parts.iter().position(|part| match (part, wanted) {
            (TagPart::Name(name, _), TagPart::Name(word, _)) => *name == word,
            (part, wanted) => *part == wanted,
        })
    };
    match parts {
        [TagPart::Name("for", _), TagPart::Name(..) | TagPart::Mark("("), ..] => {
            behind(TagPart::Name("in", 0)).unwrap_or(parts.len())
        }
        [TagPart::Name("set", _), TagPart::Name(..) | TagPart::Mark("("), ..] => {
            behind(TagPart::Mark("=")).unwrap_or(parts.len())
        }
        // Names of a macro's own, or of another file's.
        [
            TagPart::Name("macro" | "call" | "from" | "import" | "block", _),
            TagPart::Name(..) | TagPart::Text | TagPart::Mark("("),
            ..,
        ] => parts.len(),
        _ => 0,
    }
}

/// Whether what stands in a bracket must be there. A macro may ask that itself.
fn wants_values(
    parts: &[TagPart<'_>],
    open: usize,
    functions: &[&str],
    around: &[bool],
) -> bool {
    let at = |back: usize| open.checked_sub(back).and_then(|at| parts.get(at)).copied();
    match (at(2), at(1)) {
        (Some(TagPart::Mark("|")), Some(TagPart::Name("default" | "d", _))) => false,
        (Some(TagPart::Mark("|") | TagPart::Name("is", _)), Some(TagPart::Name(..))) => {
            true
        }
        (_, Some(TagPart::Name(name, _))) if !WORDS.contains(&name) => {
            functions.contains(&name) || OF_ENGINE.contains(&name)
        }
        // Brackets for themselves, or a row of values.
        _ => around.last() == Some(&true) || has_comma(&parts[open..]),
    }
}

/// Functions that the engine brings along.
const OF_ENGINE: [&str; 2] = ["dict", "namespace"];

/// Whether a comma stands in the bracket that opens here, and in no other one.
fn has_comma(parts: &[TagPart<'_>]) -> bool {
    let mut depth = 0;
    for part in parts {
        match part {
            TagPart::Mark("(" | "[" | "{") => depth += 1,
            TagPart::Mark(")" | "]" | "}") => depth -= 1,
            TagPart::Mark(",") if depth == 1 => return true,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    false
}

/// Whether a test asks no more than whether something is there.
fn asks_whether_there(test: &[TagPart<'_>]) -> bool {
    let word = |at: usize| match test.get(at) {
        Some(TagPart::Name(name, _)) => *name,
        _ => "",
    };
    let test = if word(0) == "not" { word(1) } else { word(0) };
    ["defined", "undefined"].contains(&test)
}
