//! Errors of minijinja as problems with a place in the template.

use crate::problem::TemplateProblem;

use std::ops::Range;

use minijinja::{Error, ErrorKind};

use super::error::{Fault, Misfit};
use super::macro_calls::MacroFailure;
use super::tag_parts::{located, tags};
use super::{TemplateFile, Templates, error_words as words, filters, functions};
use base::diag::{AnyProblem, Both, Diagnostic, Span, nearest};

/// The problem behind a template error; the innermost place is the one that helps.
pub(super) fn diagnostic(error: &Error, templates: &Templates) -> Diagnostic {
    let mut inner = error;
    while let Some(source) =
        std::error::Error::source(inner).and_then(|s| s.downcast_ref::<Error>())
    {
        inner = source;
    }
    if let Some(failure) = source::<MacroFailure>(inner) {
        return of_call(inner, failure, templates);
    }
    let place = if inner.name().is_some() { inner } else { error };
    let file = place.name().and_then(|name| templates.files.get(name));
    let written = |file: &TemplateFile| {
        let range = place.range()?;
        Some(file.added.written(range.start)..file.added.written(range.end))
    };
    let span = file.map_or(Span::None, |file| match written(file) {
        // At the end of the text there is nothing to mark but the end itself.
        Some(range) if at_end(place, &file.text, range.clone()) => {
            let end = file.text.trim_end().len();
            Span::text(file.file, end..end)
        }
        // What is compiled for an operator stands nowhere: its whole tag is wrong.
        Some(range) if range.is_empty() => {
            let tag = tags(&file.text)
                .into_iter()
                .find(|tag| tag.start <= range.start && range.end <= tag.end);
            let inside = tag.map(|tag| (tag.start, &file.text[tag]));
            // So does that of a name that is not there, behind which it was put.
            let name = inside.and_then(|(start, inside)| {
                let parts = located(inside).into_iter();
                let mut ranges =
                    parts.map(|(part, _)| start + part.start..start + part.end);
                ranges.find(|part| part.end == range.start)
            });
            if let Some(name) = name
                && inner.kind() == ErrorKind::UndefinedError
            {
                return Span::text(file.file, name);
            }
            let trimmed = inside.map(|(start, inside)| {
                let text = inside.trim_matches(|c: char| c.is_whitespace() || c == '-');
                let from = start + inside.find(text).unwrap_or_default();
                from..from + text.len()
            });
            Span::text(file.file, trimmed.unwrap_or(range))
        }
        Some(range) => Span::text(file.file, whole_path(&file.text, range)),
        None => line_span(file.file, &file.text, place.line().unwrap_or(1)),
    });
    let span = match (span, file) {
        // A filter that is given nothing: what stands before it is not there.
        (Span::Text { start, end, .. }, Some(file))
            if inner.kind() == ErrorKind::UndefinedError =>
        {
            let given = given_to_filter(&file.text, start as usize..end as usize);
            given.map_or(span, |given| Span::text(file.file, given))
        }
        _ => span,
    };
    let marked = match (span, file) {
        (Span::Text { start, end, .. }, Some(file)) => {
            file.text.get(start as usize..end as usize).unwrap_or_default()
        }
        _ => "",
    };
    if let Some(misfit) = source::<Misfit>(inner) {
        let line = place.line().unwrap_or(1);
        let at = place.name().map_or_else(String::new, |name| format!("{name}:{line}"));
        let own = file.is_some_and(|file| file.own);
        return Diagnostic { span: misfit.span, problem: misfit.problem(at, own) };
    }
    Diagnostic { span, problem: problem(inner, marked) }
}

/// A value beside others is named with what it stands beside: the place that the engine gives of
/// the third of `pejabat.bupati.nip` begins at the first dot.
fn whole_path(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    if !part.starts_with('.') {
        return range;
    }
    let is_path = |c: char| c.is_alphanumeric() || "_.[]\"'".contains(c);
    let before = text.get(..range.start).unwrap_or_default();
    before.trim_end_matches(is_path).len()..range.end
}

/// What an error says of a cell that a filter cannot take, used at a place of a template, which
/// the workspace owns or not.
pub(super) fn misfit(error: &Error, (place, own): (&str, bool)) -> Option<Diagnostic> {
    let misfit = source::<Misfit>(error)?;
    let problem = misfit.problem(place.to_owned(), own);
    Some(Diagnostic { span: misfit.span, problem })
}

/// What stopped a macro: told at its call where that did not give what the macro uses.
fn of_call(call: &Error, failure: &MacroFailure, templates: &Templates) -> Diagnostic {
    let mut found = diagnostic(&failure.inner, templates);
    let Some((file, range)) =
        templates.files.get(call.name().unwrap_or_default()).zip(call.range())
    else {
        return found;
    };
    let called = file.added.written(range.start)..file.added.written(range.end);
    if found.span == Span::None {
        // It did not come to the macro.
        found.span = Span::text(file.file, called.clone());
    }
    let Some(TemplateProblem::UndefinedName { name, .. }) = found.problem.as_a() else {
        return found;
    };
    let text = file.text.get(called.clone()).unwrap_or_default();
    if let Some(given) = failure.given_nothing(name, text) {
        let span =
            Span::text(file.file, called.start + given.start..called.start + given.end);
        return Diagnostic { span, problem: undefined_name(&text[given]) };
    }
    let within = failure.inner.name().zip(failure.inner.line());
    let place = within.map_or_else(String::new, |(name, line)| format!("{name}:{line}"));
    let Some(detail) = failure.not_given(name, &place) else { return found };
    let problem = TemplateProblem::TemplateError { detail }.into();
    Diagnostic { span: Span::text(file.file, called), problem }
}

/// The name whose value goes to the filter of a name, through those before it.
fn given_to_filter(text: &str, name: Range<usize>) -> Option<Range<usize>> {
    if !filters::names().contains(&text.get(name.clone())?) {
        return None;
    }
    let before = text[..name.start].trim_end().strip_suffix('|')?.trim_end();
    let is_path = |c: char| c.is_alphanumeric() || "_.[]".contains(c);
    let start = before.trim_end_matches(is_path).len();
    let given = start..before.len();
    given_to_filter(text, given.clone()).or_else(|| (!given.is_empty()).then_some(given))
}

fn source<T: std::error::Error + 'static>(error: &Error) -> Option<&T> {
    std::error::Error::source(error).and_then(|s| s.downcast_ref())
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

fn problem(error: &Error, marked: &str) -> AnyProblem {
    if let Some(Fault(problem)) = source::<Fault>(error) {
        return match problem.as_a() {
            Some(TemplateProblem::EmptyValue { .. }) => {
                TemplateProblem::EmptyValue { name: marked.trim().to_owned() }.into()
            }
            // A macro that is not there is called by what stands before the bracket.
            Some(TemplateProblem::UnknownFunction { kind, name, near })
                if name.is_empty() =>
            {
                let name = marked.split('(').next().unwrap_or_default().trim().to_owned();
                let (kind, near) = (kind.clone(), near.clone());
                TemplateProblem::UnknownFunction { kind, name, near }.into()
            }
            _ => problem.clone(),
        };
    }
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::UndefinedError => {
            let told = detail.split('`').nth(1).unwrap_or_default();
            let name = if told.is_empty() { marked.trim() } else { told };
            TemplateProblem::UndefinedName { name: name.to_owned(), near: String::new() }
                .into()
        }
        ErrorKind::UnknownFilter => {
            unknown(("filter", "filter"), detail, marked, &filters::names())
        }
        ErrorKind::UnknownFunction => {
            unknown(("fungsi", "function"), detail, marked, &functions::names())
        }
        ErrorKind::UnknownMethod => unknown(("metode", "method"), detail, marked, &[]),
        ErrorKind::UnknownTest => unknown(("uji", "test"), detail, marked, TESTS),
        ErrorKind::OutOfFuel => TemplateProblem::OutOfFuel {
            template: error.name().unwrap_or_default().to_owned(),
        }
        .into(),
        ErrorKind::InvalidOperation if let Some(name) = words::not_there(detail) => {
            undefined_name(name)
        }
        kind => {
            TemplateProblem::TemplateError { detail: words::detail(kind, detail) }.into()
        }
    }
}

/// A filter, test or function that nobody knows.
pub(super) fn unknown_name(kind: ErrorKind, name: &str) -> AnyProblem {
    match kind {
        ErrorKind::UnknownFilter => {
            unknown(("filter", "filter"), name, name, &filters::names())
        }
        ErrorKind::UnknownTest => unknown(("uji", "test"), name, name, TESTS),
        _ => unknown(("fungsi", "function"), name, name, &functions::names()),
    }
}

/// A name that the data does not have.
pub(super) fn undefined_name(name: &str) -> AnyProblem {
    TemplateProblem::UndefinedName { name: name.to_owned(), near: String::new() }.into()
}

/// The tests a template author most likely meant.
const TESTS: &[&str] = &[
    "defined",
    "undefined",
    "none",
    "true",
    "false",
    "odd",
    "even",
    "number",
    "string",
    "in",
];

fn unknown(
    kind: (&'static str, &'static str),
    detail: &str,
    marked: &str,
    names: &[&str],
) -> AnyProblem {
    // minijinja names it as "filter foo is unknown" or "foo is unknown".
    let name = detail
        .trim_end_matches(" is unknown")
        .rsplit(' ')
        .next()
        .filter(|n| !n.is_empty())
        .unwrap_or(marked);
    let near = nearest(name, names.iter().copied()).unwrap_or_default();
    TemplateProblem::UnknownFunction {
        kind: Both::new(kind.0, kind.1),
        name: name.to_owned(),
        near,
    }
    .into()
}

fn at_end(error: &Error, text: &str, range: std::ops::Range<usize>) -> bool {
    let told = error.detail().is_some_and(|d| d.starts_with("unexpected end of input"));
    told || text.get(range.start..).is_none_or(|rest| rest.trim().is_empty())
}

fn line_span(file: base::source::FileId, text: &str, line: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    Span::text(file, start..end)
}
