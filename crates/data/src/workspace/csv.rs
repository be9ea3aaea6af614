//! CSV text to nodes: a list of rows, keys from the head row.

use super::apart::{self, is_unnamed};
use super::below;
use super::columns::ListColumns;
use super::head_row::displaced;
use super::lines::RowLine;
use super::quotes;
use super::totals::is_totals;
use super::typed_in;
use crate::book::grid::{Grid, MOST_CELLS, MOST_COLUMNS, SheetCell};
use crate::head::{self, Headings, Search};
use crate::node::{Node, Value};
use crate::problem::{FileProblem, SheetProblem};
use base::diag::{Both, Problems, counted};
use base::source::{FileId, Span, Spanned};

/// Parses a file with a head row, which in a known list may stand below a title. `;` or a tab
/// is the separator when the first rows hold more of it than commas (Excel writes `;` where
/// the comma is decimal), or when a first line `sep=;` says so.
pub(super) fn parse(
    file: FileId,
    text: &str,
    columns: ListColumns,
    problems: &mut Problems,
) -> Vec<Node> {
    if let Some(problem) = too_much(text) {
        problems.add(Span::File(file), problem);
        return Vec::new();
    }
    let (open, text) = quotes::unclosed(text, separator(text));
    for quote in open {
        let end = line_at(&text, quote.at).1;
        problems.add(Span::text(file, quote.at..end), FileProblem::from(quote));
    }
    let text = text.as_str();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => records.push(record),
            Err(error) => bad(file, text, error.position(), unreadable(&error), problems),
        }
    }
    if let Some(found) = displaced(&cells(&records), columns) {
        let record = |row: u32| usize::try_from(row).ok().and_then(|at| records.get(at));
        let place =
            record(found.row).map_or(Span::File(file), |r| places(file, text, r).0);
        let line = |row: u32| {
            let from = record(row).map_or(0, |record| start_of(text, record));
            let above = text.get(..from).unwrap_or_default().matches('\n').count();
            u32::try_from(above + 1).unwrap_or(u32::MAX)
        };
        problems.add(place, found.problem(line));
        return Vec::new();
    }
    let first = head_of(&records, columns);
    tell_units((file, text, &records), columns, problems);
    let mut records = records.into_iter().skip(first);
    let Some(head) = records.next() else { return Vec::new() };
    let (line, mut spans) = places(file, text, &head);
    let mut heads: Vec<&str> =
        head.iter().map(|k| k.trim_start_matches('\u{feff}')).collect();
    let mut records = records.peekable();
    let under = records.next_if(|record| goes_on(record, columns));
    if let Some(under) = &under {
        let below = places(file, text, under).1;
        for ((head, span), (name, at)) in
            heads.iter_mut().zip(&mut spans).zip(under.iter().zip(below))
        {
            if !name.trim().is_empty() {
                (*head, *span) = (name, at);
            }
        }
    }
    let sorted = columns.sort(&heads);
    let own: Vec<String> = (0..heads.len())
        .map(|at| sorted.keys.get(&at).cloned().unwrap_or_default())
        .collect();
    let span = |at: usize| spans.get(at).copied().unwrap_or(line);
    for (at, first) in &sorted.twice {
        let (key, first) = (columns.key(heads[*at]), format!("{}", first + 1));
        problems.add(span(*at), SheetProblem::DuplicateColumn { key, first });
    }
    let required = columns.required();
    // Without a head the first row would be taken for one, and the others for rows of nobody.
    let headless = sorted.keys.is_empty() && sorted.missing(&required).next().is_none();
    if headless && !columns.is_free() {
        let expected = columns.keys().join(", ");
        problems.add(line, SheetProblem::NoHeader { expected });
        return Vec::new();
    }
    for (at, problem) in sorted.misspelt().chain(sorted.passed_over(&required)) {
        problems.add(span(at), problem);
    }
    let missing: Vec<SheetProblem> = sorted.missing(&required).collect();
    if !missing.is_empty() {
        for problem in missing {
            problems.add(line, problem);
        }
        return Vec::new();
    }
    let keys: Vec<Spanned<String>> =
        own.iter().zip(&spans).map(|(k, span)| Spanned::new(k.clone(), *span)).collect();
    let mut rows = Vec::new();
    let number = heads
        .iter()
        .position(|head| below::NUMBER.contains(&head::normal(head).as_str()));
    let records: Vec<_> = records.collect();
    let records = listed((file, text), columns, (&own, number), records, problems);
    for (at, _) in heads.iter().enumerate().filter(|(_, head)| head.trim().is_empty()) {
        let held = records.iter().filter_map(|record| record.get(at)).map(str::trim);
        let held: Vec<_> = held.filter(|v| !v.is_empty()).map(str::to_owned).collect();
        let name =
            Both::new(format!("kolom ke-{}", at + 1), format!("column {}", at + 1));
        if let Some(problem) = apart::nameless(name, &held) {
            problems.add(span(at), problem);
        }
    }
    for record in records.into_iter().filter(is_filled) {
        if record.len() != keys.len() {
            let (len, expected) = (record.len(), keys.len());
            let detail = Both::new(
                format!("{len} kolom, seharusnya {expected}"),
                format!("{} instead of {expected}", counted(len, "column")),
            );
            if !typed_in::torn(file, text, &record, problems) {
                bad(file, text, record.position(), detail, problems);
            }
            continue;
        }
        let node = row(file, text, (columns, &keys), &record, problems);
        let cells = own.iter().map(String::as_str).zip(record.iter().map(str::trim));
        if is_totals(columns, cells.filter(|(_, text)| !text.is_empty())) {
            problems.add(node.span, SheetProblem::TotalsRow {});
        } else {
            rows.push(node);
        }
    }
    rows
}

fn is_filled(record: &csv::StringRecord) -> bool {
    record.iter().any(|cell| !cell.trim().is_empty())
}

/// The records that are rows of the list; what is told of the others.
fn listed(
    (file, text): (FileId, &str),
    columns: ListColumns,
    (keys, number): (&[String], Option<usize>),
    records: Vec<csv::StringRecord>,
    problems: &mut Problems,
) -> Vec<csv::StringRecord> {
    let (mut lines, mut at, mut gap) = (Vec::new(), Vec::new(), false);
    let (mut counted, mut row) = (0, 1);
    for (index, record) in records.iter().enumerate() {
        let start =
            record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
        let (start, end) = line_at(text, start);
        gap |= index > 0 && is_below_empty_line(text, start);
        let cells = keys.iter().map(String::as_str).zip(record.iter().map(str::trim));
        let mut cells: Vec<(usize, (&str, &str))> =
            cells.enumerate().filter(|(_, (_, text))| !text.is_empty()).collect();
        let totals = is_totals(columns, cells.iter().map(|(_, cell)| *cell));
        if !is_filled(record) || totals {
            gap |= !totals;
            continue;
        }
        cells.retain(|(at, (key, _))| Some(*at) != number && !key.is_empty());
        let cells = cells.into_iter().map(|(_, cell)| cell).collect();
        let numbered = number.and_then(|at| record.get(at)).unwrap_or_default();
        // Line by line: from the beginning it would be so for every line.
        row += text.get(counted..start).unwrap_or_default().matches('\n').count();
        counted = counted.max(start);
        let line = |n: usize| Both::new(format!("baris {n}"), format!("line {n}"));
        let first = (line(row), Span::text(file, start..end));
        let gap = std::mem::take(&mut gap).then(|| line(row - 1));
        lines.push(RowLine { first, number: numbered.trim().to_owned(), cells, gap });
        at.push(index);
    }
    let order = keys.iter().enumerate().filter(|(at, _)| Some(*at) != number);
    let order: Vec<&str> = order.map(|(_, key)| key.as_str()).collect();
    let unread = below::unread(columns, &order, &lines);
    for (span, problem) in unread.told {
        below::tell(span, problem, problems);
    }
    let record = |line: usize| at.get(line).copied().unwrap_or(records.len());
    let end = unread.end.map_or(records.len(), record);
    // In their order.
    let apart: Vec<usize> = unread.apart.into_iter().map(record).collect();
    let all = records.into_iter().enumerate();
    let rows = all.filter(|(at, _)| *at < end && apart.binary_search(at).is_err());
    rows.map(|(_, record)| record).collect()
}

/// Whether the line above the one at a byte is empty: the reader passes it over.
fn is_below_empty_line(text: &str, start: usize) -> bool {
    let above = text.get(..start).unwrap_or_default();
    let above = above.strip_suffix('\n').unwrap_or(above);
    let above = above.strip_suffix('\r').unwrap_or(above);
    above.ends_with(['\n', '\r'])
}

pub(super) fn separator(text: &str) -> u8 {
    if let Some(sign) = text.strip_prefix("sep=").and_then(|t| t.bytes().next()) {
        return sign;
    }
    let count = |sign: &u8| {
        let rows = (0..Search::CSV.rows).zip(text.lines());
        rows.map(|(_, line)| line.bytes().filter(|b| b == sign).count())
            .max()
            .unwrap_or(0)
    };
    // The first line decides in an ordinary file: values below may hold many commas.
    let first = text.lines().next().unwrap_or_default();
    let in_first = |sign: &u8| first.bytes().filter(|b| b == sign).count();
    let signs = [b'\t', b';', b','];
    let most = signs.into_iter().max_by_key(|sign| (in_first(sign), count(sign)));
    most.unwrap_or(b',')
}

/// Whether a record is the second row of a head: nothing but names of columns, more than one.
fn goes_on(record: &csv::StringRecord, columns: ListColumns) -> bool {
    let names = || record.iter().map(str::trim).filter(|cell| !cell.is_empty());
    !columns.is_free()
        && names().count() > 1
        && names().all(|name| columns.knows(&columns.key(name)))
}

/// The number of the record that is the head; in a free list the first.
fn head_of(records: &[csv::StringRecord], columns: ListColumns) -> usize {
    let hint =
        records.first().is_some_and(|r| r.iter().next().is_some_and(|c| c == "sep="));
    let found = Search::CSV.find(&grid(records), &columns);
    found.and_then(|head| usize::try_from(head.first).ok()).unwrap_or(usize::from(hint))
}

/// Tells of units other than full ones that stand around a list. A cell of the grid is one of
/// its records, so what is told is brought to the text.
fn tell_units(
    (file, text, records): (FileId, &str, &[csv::StringRecord]),
    columns: ListColumns,
    problems: &mut Problems,
) {
    let Some(head) = Search::CSV.find(&grid(records), &columns) else { return };
    let all = cells(records);
    let names = head::names(&all, &columns, head);
    let mut told = Problems::default();
    columns.tell_units((file, &all), (head, &names), &mut told);
    for one in &told {
        let Span::Cell { row, column, .. } = one.span else { continue };
        let at = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let Some(record) = records.get(at(row)) else { continue };
        let (line, spans) = places(file, text, record);
        let span = spans.get(at(column)).copied().unwrap_or(line);
        problems.add(span, one.problem.clone());
    }
}

/// The records that may be the head, as cells.
fn grid(records: &[csv::StringRecord]) -> Grid {
    let first = usize::try_from(Search::CSV.rows).unwrap_or(usize::MAX);
    cells(records.get(..records.len().min(first)).unwrap_or_default())
}

fn cells(records: &[csv::StringRecord]) -> Grid {
    let mut grid = Grid::default();
    for (row, record) in (0..).zip(records) {
        for (column, text) in (0..).zip(record.iter().map(str::trim)) {
            if !text.is_empty() {
                grid.cells.insert((row, column), SheetCell::Text(text.to_owned()));
            }
        }
    }
    grid
}

/// The longest line, in bytes: a row of the widest list with texts in it.
const LONGEST_LINE: usize = 1_000_000;

/// What is more than any list has and is not read, as in a workbook.
pub(crate) fn too_much(text: &str) -> Option<FileProblem> {
    let separator = separator(text);
    let told = |detail| Some(FileProblem::BadCsv { detail, much: true });
    let mut cells = 0;
    for (line, row) in (1..).zip(text.as_bytes().split(|byte| *byte == b'\n')) {
        let columns = row.split(|byte| *byte == separator).count();
        if row.len() > LONGEST_LINE || columns > MOST_COLUMNS {
            return told(Both::new(
                format!("baris {line} lebih panjang daripada baris daftar mana pun"),
                format!("line {line} is longer than a row of any list"),
            ));
        }
        cells += if row.trim_ascii().is_empty() { 0 } else { columns };
        if cells > MOST_CELLS {
            return told(Both::new(
                "isinya terlalu banyak: lebih dari 300.000 sel",
                "it holds too much: more than 300,000 cells",
            ));
        }
    }
    None
}

/// What is wrong with a file that a person chose, as a whole: it holds too much, or a quote takes
/// its rows.
pub(crate) fn unfit(text: &str) -> Option<FileProblem> {
    if let Some(problem) = too_much(text) {
        return Some(problem);
    }
    let (open, _) = quotes::unclosed(text, separator(text));
    open.into_iter().next().map(FileProblem::from)
}

/// A whole file as the sheet that a spreadsheet program makes of it.
pub(crate) fn sheet_of(text: &str) -> Grid {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    let mut row = 0;
    for record in reader.records().filter_map(Result::ok) {
        // The reader counts no empty line as a record, and no lone CR as the end of a line: what
        // stands before a record tells its row, which for a spreadsheet is one whatever it holds.
        let from =
            record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
        row += empty_lines_from(text, from);
        let one = cells(&[record]);
        let placed =
            one.cells.into_iter().map(|((_, column), cell)| ((row, column), cell));
        grid.cells.extend(placed);
        row += 1;
    }
    grid
}

/// How many empty lines begin at a byte, which may be between the CR and the LF of a line before.
fn empty_lines_from(text: &str, byte: usize) -> u32 {
    let rest = text.get(byte..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let blank = rest.get(..blank).unwrap_or_default();
    let before = text.get(..byte).unwrap_or_default();
    let own = blank.strip_prefix('\n').filter(|_| before.ends_with('\r'));
    let ends = own.unwrap_or(blank).replace("\r\n", "\n").len();
    u32::try_from(ends).unwrap_or(u32::MAX)
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

/// The byte at which a record begins.
fn start_of(text: &str, record: &csv::StringRecord) -> usize {
    let from = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
    line_at(text, from).0
}

/// The place of a record and of each of its cells.
fn places(file: FileId, text: &str, record: &csv::StringRecord) -> (Span, Vec<Span>) {
    let (start, end) = line_at(text, start_of(text, record));
    let line = Span::text(file, start..end);
    let mut at = start;
    let cells = record.iter().map(|cell| {
        let found = text.get(at..end).and_then(|t| t.find(cell)).map(|n| at + n);
        at = found.map_or(at, |n| n + cell.len());
        found.map_or(line, |n| Span::text(file, n..n + cell.len()))
    });
    (line, cells.collect())
}

/// A record as a table. Keys keep their place in the head: what is wrong with one is said once.
fn row(
    file: FileId,
    text: &str,
    (columns, keys): (ListColumns, &[Spanned<String>]),
    record: &csv::StringRecord,
    problems: &mut Problems,
) -> Node {
    let (line, spans) = places(file, text, record);
    let mut entries = Vec::new();
    for ((key, cell), span) in keys.iter().zip(record).zip(spans) {
        if !key.is_empty() && !cell.trim().is_empty() {
            let text = typed_in::cell(cell, span, problems);
            if text.is_empty() || is_unnamed(columns, key, &text) {
                continue;
            }
            let value = Value::Cell(text);
            entries.push((key.clone(), Node { value, span }));
        }
    }
    Node { value: Value::Table(entries), span: line }
}

fn unreadable(error: &csv::Error) -> Both {
    Both::same(error.to_string())
}

fn bad(
    file: FileId,
    text: &str,
    position: Option<&csv::Position>,
    detail: Both,
    problems: &mut Problems,
) {
    let span = position.map_or(Span::File(file), |p| {
        let byte = usize::try_from(p.byte()).unwrap_or(0);
        let (start, end) = line_at(text, byte);
        Span::text(file, start..end)
    });
    problems.add(span, FileProblem::BadCsv { detail, much: false });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_that_of_a_spreadsheet_whatever_ends_a_line() {
        let row = |text: &str| {
            let grid = sheet_of(text);
            let mut all = grid.cells.iter();
            all.find(|(_, cell)| **cell == SheetCell::Text("x9".to_owned())).map(|c| *c.0)
        };
        for end in ["\n", "\r\n", "\r"] {
            for (lines, at) in [
                ("kode;sasaran|KES-1;x9|", (1, 1)),
                ("judul;|;;|;|kode;sasaran|KES-1;x9|", (4, 1)),
                ("judul;|||kode;sasaran|KES-1;x9", (4, 1)),
                ("|judul;|kode;sasaran||KES-1;x9", (4, 1)),
                ("\"satu;|dua\";|kode;sasaran|KES-1;x9|", (2, 1)),
            ] {
                assert_eq!(row(&lines.replace('|', end)), Some(at), "{lines:?} {end:?}");
            }
        }
    }
}
