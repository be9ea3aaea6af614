//! A problem told in one language, with nothing left to look up: what reports carry.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::cut::{marked, shortened};
use super::found::Diagnostic;
use super::said::{Lang, Said, Severity};
use crate::private::hidden_if;
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
        let named = match span {
            Span::Text { file, start, .. } => sources.names_nik(file, start),
            _ => false,
        };
        let here = |text: String| {
            let text = sources.as_here_at(span, &text);
            shortened(hidden_if(&text, named)).into_owned()
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
                told.marked =
                    source.map(|s| (Arc::clone(s.shown()), mark(&s.text, start, end)));
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
    let marks = &text[start..end.max(start)];
    let line = marks.find(['\r', '\n']).map_or(marks, |n| &marks[..n]);
    start..start + marked(line)
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
