//! CSV text to nodes: a list of rows, keys from the head row.

use super::node::{Node, Value};
use crate::diag::{Both, Problem, Problems};
use crate::source::{FileId, Span, Spanned};

/// Parses a file with a head row; `;` is the separator when the head row holds more of them
/// than commas (what Excel writes where the comma is decimal).
pub(super) fn parse(file: FileId, text: &str, problems: &mut Problems) -> Vec<Node> {
    let head = text.lines().next().unwrap_or_default();
    let separator =
        if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let keys: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(|k| key(k.trim_start_matches('\u{feff}'))).collect(),
        Err(error) => return bad(file, text, &error, problems),
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) if record.iter().all(|c| c.trim().is_empty()) => {}
            Ok(record) => rows.push(row(file, text, &keys, &record)),
            Err(error) => {
                bad(file, text, &error, problems);
            }
        }
    }
    rows
}

/// A column's key: lower case, words joined by `_`.
pub(super) fn key(head: &str) -> String {
    head.trim()
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}

/// The line at a byte, without its end. The reader tells only where a record starts, and that
/// may be the end of the line before.
fn line_at(text: &str, byte: usize) -> (usize, usize) {
    let rest = text.get(byte..).unwrap_or_default();
    let start = byte + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find(['\r', '\n']).map_or(text.len(), |n| start + n);
    (start, end)
}

fn row(file: FileId, text: &str, keys: &[String], record: &csv::StringRecord) -> Node {
    let start = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
    let (start, end) = line_at(text, start);
    let line = Span::text(file, start..end);
    let mut at = start;
    let mut entries = Vec::new();
    for (key, cell) in keys.iter().zip(record) {
        let found = text.get(at..end).and_then(|t| t.find(cell)).map(|n| at + n);
        let span = found.map_or(line, |n| Span::text(file, n..n + cell.len()));
        at = found.map_or(at, |n| n + cell.len());
        if !key.is_empty() && !cell.trim().is_empty() {
            let value = Value::Cell(cell.trim().to_owned());
            entries.push((Spanned::new(key.clone(), span), Node { value, span }));
        }
    }
    Node { value: Value::Table(entries), span: line }
}

fn bad(
    file: FileId,
    text: &str,
    error: &csv::Error,
    problems: &mut Problems,
) -> Vec<Node> {
    let span = error.position().map_or(Span::File(file), |p| {
        let byte = usize::try_from(p.byte()).unwrap_or(0);
        let (start, end) = line_at(text, byte);
        Span::text(file, start..end)
    });
    let detail = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => Both::new(
            format!("{len} kolom, seharusnya {expected_len}"),
            format!("{len} columns instead of {expected_len}"),
        ),
        _ => Both::same(error.to_string()),
    };
    problems.add(span, Problem::BadCsv { detail });
    Vec::new()
}
