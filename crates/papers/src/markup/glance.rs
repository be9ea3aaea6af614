//! The directives of a template that cannot be filled, by their names alone: filling stopped
//! before anything could read them.

use super::directive::{Said, directive, unknown};
use crate::notation;
use base::diag::Diagnostic;
use base::source::{FileId, Span};
use base::written::Trail;
use std::ops::Range;

/// Every directive and attribute that nobody knows, in a text whose tags are of the template
/// language still.
pub(crate) fn unknown_names(text: &str, file: FileId) -> Vec<Diagnostic> {
    let blank = without_tags(text);
    let (mut found, mut at, mut fenced) = (Vec::new(), 0, false);
    for line in blank.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        let body = line.trim_start().trim_start_matches(':').trim_start();
        let opens = line.trim_start().starts_with(":::");
        if fenced || !opens || !body.starts_with(char::is_alphabetic) {
            continue;
        }
        let place = |range: Range<usize>, _: Range<usize>| {
            let span = Span::text(file, start + range.start..start + range.end);
            (span, Trail::default(), None)
        };
        let Ok(opening) = notation::parse(line.trim_end(), &place) else { continue };
        let Some(known) = directive(&opening.name) else {
            let name = line.find(&opening.name).unwrap_or_default();
            let range = start + name..start + name + opening.name.len();
            found.push(Diagnostic::new(Span::text(file, range), unknown(&opening.name)));
            continue;
        };
        for attribute in &opening.attributes {
            if known.attribute(&attribute.key).is_none()
                && let Err(problem) = known.check(&attribute.key, Said(None))
            {
                found.push(Diagnostic::new(attribute.span, problem));
            }
        }
    }
    found
}

/// The text with each tag as letters of its length, which no notation takes for its own.
fn without_tags(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, tag) = rest.split_at(at);
        let close = if tag.starts_with("{{") { "}}" } else { "%}" };
        let length = tag.find(close).map_or(tag.len(), |end| end + 2);
        result.push_str(before);
        let letter = |c: char| if c == '\n' { '\n' } else { 'x' };
        result.extend(
            tag[..length]
                .chars()
                .flat_map(|c| std::iter::repeat_n(letter(c), c.len_utf8())),
        );
        rest = &tag[length..];
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_known_before_the_text_is_filled() {
        let text = "{{ a.b }}\n:::tanda-tangn {pejabat=\"{{ x }}\"}\n:::\n\n\
            :::tanda-tangan {pejabt=\"{{ y }}\"}\n:::\n\n```\n:::bukan\n```\n";
        let found = unknown_names(text, FileId(3));
        let told: Vec<&str> = found
            .iter()
            .map(|d| match &d.span {
                Span::Text { start, end, .. } => &text[*start as usize..*end as usize],
                _ => "",
            })
            .collect();
        assert_eq!(told.len(), 2, "{found:?}");
        assert_eq!(told[0], "tanda-tangn");
    }
}
