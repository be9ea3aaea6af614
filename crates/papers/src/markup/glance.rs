//! The directives of a template that cannot be filled, by their names alone: filling stopped
//! before anything could read them.

use super::directive::{OFFICIAL, Said, directive, unknown};
use crate::notation::{self, Opening};
use base::diag::Diagnostic;
use base::source::{FileId, Span, Spanned};
use base::written::Trail;
use std::ops::Range;

/// Every directive, attribute and value that nobody knows, in a text whose tags are of the
/// template language still. What a tag stands in for is not known yet.
pub(crate) fn mistakes(text: &str, file: FileId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (opening, name) in openings(text, file) {
        let Some(known) = directive(&opening.name) else {
            found.push(Diagnostic::new(name, unknown(&opening.name)));
            continue;
        };
        for attribute in &opening.attributes {
            let filled = known.attribute(&attribute.key).is_some()
                && holds_tag(text, attribute.span);
            let value = attribute.value.as_deref();
            if !filled && let Err(problem) = known.check(&attribute.key, Said(value)) {
                found.push(Diagnostic::new(attribute.span, problem));
            }
        }
    }
    found
}

/// The ids of officials that the directives of a text name, but for those that a tag will.
pub(crate) fn officials(text: &str, file: FileId) -> Vec<Spanned<String>> {
    let named = |(opening, _): (Opening, Span)| {
        let known = directive(&opening.name);
        let own = opening.attributes.into_iter().filter(move |attribute| {
            let asked = known.and_then(|k| k.attribute(&attribute.key));
            asked.is_some_and(|a| a.told().name == OFFICIAL)
        });
        own.filter_map(|attribute| Some(Spanned::new(attribute.value?, attribute.span)))
    };
    let all = openings(text, file).into_iter().flat_map(named);
    all.filter(|id| !holds_tag(text, id.span)).collect()
}

/// The opening lines of directives, each with the place of its name.
fn openings(text: &str, file: FileId) -> Vec<(Opening, Span)> {
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
        let name = start + line.find(&opening.name).unwrap_or_default();
        let name = Span::text(file, name..name + opening.name.len());
        found.push((opening, name));
    }
    found
}

/// Whether a part of a text has a tag in it.
fn holds_tag(text: &str, span: Span) -> bool {
    let Span::Text { start, end, .. } = span else { return true };
    let part = text.get(start as usize..end as usize).unwrap_or_default();
    part.contains("{{") || part.contains("{%")
}

/// The text with each tag as letters of its length, which no notation takes for its own.
fn without_tags(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    let opens = |text: &str| {
        let mut braces = text.match_indices('{').map(|(at, _)| at);
        braces.find(|at| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%')))
    };
    while let Some(at) = opens(rest) {
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
            :::tanda-tangan {pejabt=\"{{ y }}\"}\n:::\n\n```\n:::bukan\n```\n\n\
            :::tanda-tangan {pejabat=\"camatt\" pejabat=\"{{ z }}\" kiri=\"jauh\" status=\"{{ s }}\"}\n:::\n";
        let found = mistakes(text, FileId(3));
        let told: Vec<&str> = found
            .iter()
            .map(|d| match &d.span {
                Span::Text { start, end, .. } => &text[*start as usize..*end as usize],
                _ => "",
            })
            .collect();
        assert_eq!(told.len(), 3, "{found:?}");
        assert_eq!(told[0], "tanda-tangn");
        assert!(told[2].contains("jauh"), "{told:?}");
        let named = officials(text, FileId(3));
        let named: Vec<&str> = named.iter().map(|id| id.value.as_str()).collect();
        assert_eq!(named, ["camatt"]);
    }
}
