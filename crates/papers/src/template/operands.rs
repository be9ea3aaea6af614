//! Names of the data that a template calculates or compares with.
//!
//! A list of an office holds texts, and minijinja takes a text by the rules of programs: `"1.250" *
//! 2` is the text twice, and no text is ever more than a number. So each name beside an operator is
//! given a filter that takes it as the number it is to whoever reads the data. Only the text that
//! is compiled has them; places are those of the text that was written.

use super::given::{self, GIVEN};
use super::tag_parts::{TagPart, WORDS, parts};

/// Behind what must be a number: `*`, `-`, `<`.
pub(super) const NUMBER: &str = "|_n";
/// Behind what may be a number: `+` and `==` know texts as well.
pub(super) const EITHER: &str = "|_t";

/// Behind the label of a number of somebody: the profile says it otherwise.
pub(super) const LABEL: &str = "|_l";

/// Before and behind a name with a minus before it, which binds closer than a filter.
const OPEN: &str = "(";
const CLOSE: &str = "|_n)";

/// The places behind names that stand beside an operator or must be there, each with the filter that
/// belongs there. `functions` are those that are no macros.
pub(super) fn operands(tag: &str, functions: &[&str]) -> Vec<(usize, &'static str)> {
    let parts = parts(tag);
    let given = given::given(&parts, functions);
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let TagPart::Name(name, end) = *part else { continue };
        let before = index.checked_sub(1).and_then(|at| parts.get(at)).copied();
        let after = parts.get(index + 1).copied();
        let other = |at: Option<usize>| at.and_then(|at| parts.get(at)).copied();
        let other_use = matches!(after, Some(TagPart::Mark("(" | "." | "[" | "=")));
        if name.ends_with(".label_nip") && !name.starts_with("profil.") && !other_use {
            found.push((end, LABEL));
            continue;
        }
        let called = other_use || after == Some(TagPart::Mark("|"));
        let filter = matches!(before, Some(TagPart::Mark("|" | ".")));
        if called || filter || WORDS.contains(&name) {
            continue;
        }
        let sides =
            [(after, other(Some(index + 2))), (before, other(index.checked_sub(2)))];
        let wanted = sides.into_iter().filter_map(|(mark, other)| beside(mark?, other));
        if is_minus(&parts, index) {
            found.extend([(end - name.len(), OPEN), (end, CLOSE)]);
            continue;
        }
        // The stricter of two sides holds.
        if let Some(filter) = wanted.min() {
            found.push((end, filter));
        } else if given[index] {
            found.push((end, GIVEN));
        }
    }
    found
}

/// Whether the minus before a name takes nothing away from anything.
fn is_minus(parts: &[TagPart<'_>], index: usize) -> bool {
    let at = |back: usize| index.checked_sub(back).and_then(|at| parts.get(at));
    let lone = match at(2) {
        None => true,
        Some(TagPart::Mark(mark)) => ![")", "]", "}"].contains(mark),
        Some(TagPart::Name(name, _)) => WORDS.contains(name),
        Some(TagPart::Number | TagPart::Text) => false,
    };
    lone && at(1) == Some(&TagPart::Mark("-"))
}

/// The filter of a name beside an operator, by what is on its other side.
fn beside(mark: TagPart<'_>, other: Option<TagPart<'_>>) -> Option<&'static str> {
    let TagPart::Mark(mark) = mark else { return None };
    let text = other == Some(TagPart::Text);
    match mark {
        "*" | "/" | "//" | "%" | "**" | "-" => Some(NUMBER),
        "<" | ">" | "<=" | ">=" if !text => Some(NUMBER),
        "+" if !text => Some(EITHER),
        "==" | "!=" if other == Some(TagPart::Number) => Some(EITHER),
        _ => None,
    }
}
