//! What a paper says as facts, each with its place: read beside the document tree, so that
//! nobody looks for them in the text.

mod leftover;

use crate::notation::plain;
use crate::origins::Filled;
use base::source::Spanned;
use field::domain::srikandi;

/// The first placeholder that a filled template would print.
pub fn leftover(filled: &Filled, srikandi: bool) -> Option<Spanned<String>> {
    leftover::leftover(filled, srikandi)
}

/// The variables in a filled template that Srikandi does not fill.
pub fn unknown_variables(filled: &Filled) -> Vec<Spanned<String>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in filled.text.split_inclusive('\n') {
        let mut at = 0;
        for (index, part) in line.split('$').enumerate() {
            let shown = plain(part);
            if index > 0 && shown.starts_with('{') {
                let name = shown.split_inclusive('}').next().unwrap_or_default();
                let text = format!("${name}");
                if !srikandi::VARIABLES.contains(&text.as_str()) {
                    let from = start + at - 1;
                    let span = filled.origins.at(from);
                    found.push(Spanned::new(text, span));
                }
            }
            at += part.len() + 1;
        }
        start += line.len();
    }
    found
}
