//! A problem told in one language, with nothing left to look up: what reports carry.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::cut::{marked, shortened};
use super::found::Diagnostic;
use super::private::{hidden, hidden_beside, hidden_line};
use super::said::{Lang, Said, Severity};
use crate::source::Span;
use crate::source::{SourceMap, cell_name};

/// A problem with its wording and its place. As JSON: code, level, message, help, and what is
/// known of file, line, column and cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The stable code.
    pub code: &'static str,
    /// How bad it is.
    pub level: Severity,
    /// What is wrong.
    pub message: String,
    /// The next step; may be empty.
    pub help: String,
    /// The file, or `file!sheet`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The cell of a sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What is said under the marked place; may be empty.
    #[serde(skip)]
    pub label: String,
    /// The language it is told in.
    #[serde(skip)]
    pub lang: Lang,
    /// The text of the file and the bytes of it that are marked.
    #[serde(skip)]
    pub marked: Option<(Arc<str>, Range<usize>)>,
}

impl Told {
    /// Tells a problem.
    pub fn new(diagnostic: &Diagnostic, sources: &SourceMap, lang: Lang) -> Self {
        let said = said(diagnostic, sources, lang);
        let span = diagnostic.span;
        let here = |text: String| {
            let text = sources.as_here_at(span, &text);
            shortened(match line_and_head(span, sources) {
                Some((line, head)) => hidden_beside(&text, line, head),
                None => hidden(&text),
            })
            .into_owned()
        };
        let (message, label, help) =
            (here(said.message), here(said.label), here(said.help));
        let mut told = Self {
            code: diagnostic.problem.code(),
            level: diagnostic.problem.severity(),
            message,
            help,
            file: None,
            line: None,
            column: None,
            cell: None,
            label,
            lang,
            marked: None,
        };
        let source = diagnostic.span.file().and_then(|file| sources.get(file));
        told.file = source.map(|source| source.name.clone());
        match diagnostic.span {
            Span::Text { file, start, end } => {
                let (line, column) = sources.line_column(file, start).unwrap_or((1, 1));
                (told.line, told.column) = (Some(line), Some(column));
                told.marked = source.map(|s| {
                    let marked = mark(&s.text, start, end);
                    (shown(&s.text, marked.start), marked)
                });
            }
            Span::Cell { row, column, .. } => told.cell = Some(cell_name(row, column)),
            Span::File(_) | Span::None => {}
        }
        told
    }
}

impl Told {
    /// The place in one line: `file:line:column`, `file!cell` or the file; empty when there is
    /// none.
    pub fn place(&self) -> String {
        let file = self.file.as_deref().unwrap_or_default();
        match (self.line, self.column, &self.cell) {
            (Some(line), Some(column), _) => format!("{file}:{line}:{column}"),
            (_, _, Some(cell)) => format!("{file}!{cell}"),
            _ => file.to_owned(),
        }
    }
}

/// The line of a text that a place is in, and the first one.
fn line_and_head(span: Span, sources: &SourceMap) -> Option<(&str, &str)> {
    let Span::Text { file, start, .. } = span else { return None };
    let text = &*sources.get(file)?.text;
    let (before, behind) = text.split_at_checked(start as usize)?;
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    let end = behind.find('\n').map_or(text.len(), |n| before.len() + n);
    Some((&text[start..end], text.lines().next().unwrap_or_default()))
}

/// The text of a file as it is shown: what the line with a byte says of a person's NIK is hidden.
fn shown(text: &Arc<str>, at: usize) -> Arc<str> {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    let head = text.lines().next().unwrap_or_default();
    match hidden_line(&text[start..end], head) {
        Cow::Borrowed(_) => Arc::clone(text),
        Cow::Owned(line) => [&text[..start], &line, &text[end..]].concat().into(),
    }
}

/// The bytes that are marked: the first line tells enough, and a mark over many hides the
/// mistake in it. So does the beginning of a line without end.
fn mark(text: &str, start: u32, end: u32) -> Range<usize> {
    let clip = |byte: u32| {
        let mut byte = (byte as usize).min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let (start, end) = (clip(start), clip(end));
    let line = text[start..].find(['\r', '\n']).map_or(text.len(), |n| start + n);
    start..end.clamp(start, line).min(start + marked(&text[start..line]))
}

/// The wording, in a sheet or CSV that for users of sheets.
fn said(diagnostic: &Diagnostic, sources: &SourceMap, lang: Lang) -> Said {
    let table = match diagnostic.span {
        Span::Cell { .. } => true,
        Span::Text { file, .. } => sources.get(file).is_some_and(|source| {
            source
                .name
                .rsplit_once('.')
                .is_some_and(|(_, e)| e.eq_ignore_ascii_case("csv"))
        }),
        Span::File(_) | Span::None => false,
    };
    if table {
        diagnostic.problem.said_in_sheet(lang)
    } else {
        diagnostic.problem.said(lang)
    }
}
