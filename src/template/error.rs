//! Errors of minijinja as problems with a place in the template.

use minijinja::{Error, ErrorKind};

use super::{Templates, filters, functions};
use crate::diag::{Diagnostic, Problem, Span, nearest};

/// The problem behind a template error; the innermost place is the one that helps.
pub(super) fn diagnostic(error: &Error, templates: &Templates) -> Diagnostic {
    let mut inner = error;
    while let Some(source) =
        std::error::Error::source(inner).and_then(|s| s.downcast_ref::<Error>())
    {
        inner = source;
    }
    let place = if inner.name().is_some() { inner } else { error };
    let file = place.name().and_then(|name| templates.files.get(name));
    let span = file.map_or(Span::None, |file| match place.range() {
        Some(range) => Span::text(file.file, range),
        None => line_span(file.file, &file.text, place.line().unwrap_or(1)),
    });
    let marked = match (span, file) {
        (Span::Text { start, end, .. }, Some(file)) => {
            file.text.get(start as usize..end as usize).unwrap_or_default()
        }
        _ => "",
    };
    Diagnostic { span, problem: problem(inner, marked) }
}

/// The problem behind an error in a line of the `template.toml` of `name`.
pub(super) fn in_manifest(
    error: &Error,
    name: &str,
    line: &str,
    templates: &Templates,
) -> Diagnostic {
    let file = templates.files.get(&format!("{name}/template.toml"));
    let span = file.map_or(Span::None, |file| match file.text.find(line) {
        Some(at) => Span::text(file.file, at..at + line.len()),
        None => Span::File(file.file),
    });
    Diagnostic { span, problem: problem(error, "") }
}

fn problem(error: &Error, marked: &str) -> Problem {
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let quoted = |text: &str| match marked.trim() {
        "" => text.to_owned(),
        marked => format!("`{marked}` ({text})"),
    };
    match error.kind() {
        ErrorKind::UndefinedError => Problem::UndefinedName { detail: quoted(&detail) },
        ErrorKind::UnknownFilter => unknown("filter", &detail, marked, filters::NAMES),
        ErrorKind::UnknownFunction => {
            unknown("fungsi", &detail, marked, functions::NAMES)
        }
        ErrorKind::UnknownTest => unknown("uji", &detail, marked, &[]),
        ErrorKind::OutOfFuel => {
            Problem::OutOfFuel { template: error.name().unwrap_or_default().to_owned() }
        }
        _ => Problem::TemplateError { detail },
    }
}

fn unknown(kind: &str, detail: &str, marked: &str, names: &[&str]) -> Problem {
    // minijinja names it as "filter foo is unknown" or "foo is unknown".
    let name = detail
        .trim_end_matches(" is unknown")
        .rsplit(' ')
        .next()
        .filter(|n| !n.is_empty())
        .unwrap_or(marked);
    let near = nearest(name, names.iter().copied()).unwrap_or_default();
    Problem::UnknownFunction { detail: format!("{kind} `{name}`"), near }
}

fn line_span(file: crate::source::FileId, text: &str, line: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    Span::text(file, start..end)
}
