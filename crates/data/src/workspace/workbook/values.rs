//! A sheet of names and values.

use std::collections::BTreeSet;

use super::plan::NamedSection;
use super::words;
use crate::book::grid::{Grid, SheetCell};
use crate::head::{self, normal};
use crate::node::{Node, NodeTable, Value};
use crate::problem::WorkbookProblem;
use crate::tables::{FieldKind, Required, Spec};
use crate::workspace::cell;
use base::diag::{Both, Lang, Problems, nearest_meaning};
use base::source::{FileId, Span, Spanned};

/// What the column of the names is headed.
pub(super) const NAME: &str = "isian";
/// What the column of the values is headed.
pub(super) const VALUE: &str = "nilai";

/// A line of such a sheet.
struct NamedCell<'g> {
    name: &'g str,
    name_span: Span,
    value_span: Span,
    value: Option<(&'g SheetCell, Span)>,
}

/// How an explanation begins; `None` of what is too short to be one.
fn beginning(text: &str) -> Option<String> {
    const LEAST: usize = 6;
    let words: Vec<String> = text.split_whitespace().map(normal).collect();
    (words.len() >= LEAST).then(|| words[..LEAST / 2].join(" "))
}

/// Tells of what was typed beside the values, where nothing is read.
fn tell_beside(
    file: FileId,
    grid: &Grid,
    sections: &[NamedSection],
    problems: &mut Problems,
) {
    let heads = grid.cells.iter().find_map(|((row, column), cell)| match cell {
        SheetCell::Text(text) if normal(text) == VALUE => Some((*row, *column)),
        _ => None,
    });
    let Some((head, values)) = heads else { return };
    let specs = || sections.iter().flat_map(NamedSection::specs);
    let mut ours: BTreeSet<String> = specs().map(words::told).collect();
    ours.extend(specs().map(words::example));
    ours.extend(words::BESIDE.map(str::to_owned));
    // A workbook of an earlier version explains in other words, which begin alike.
    let begins: BTreeSet<String> =
        ours.iter().filter_map(|text| beginning(text)).collect();
    let foreign = grid.cells.iter().filter(|((row, column), cell)| {
        let is_ours = matches!(cell, SheetCell::Text(text) if ours.contains(text.trim())
            || beginning(text).is_some_and(|begin| begins.contains(&begin)));
        *row > head && *column > values && !is_ours
    });
    let places: Vec<(u32, u32)> = foreign.map(|(place, _)| *place).collect();
    if let Some((row, column)) = places.first().copied() {
        let names: Vec<String> = places
            .iter()
            .map(|(row, column)| base::source::cell_name(*row, *column))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let cells = |lang| base::diag::first_names(lang, &names, 10);
        let cells = Both::new(cells(Lang::Id), cells(Lang::En));
        problems.add(Span::Cell { file, row, column }, WorkbookProblem::Beside { cells });
    }
}

/// The lines of a sheet that name something, from the top; headings of sections are those without
/// a value.
fn lines(file: FileId, grid: &Grid) -> Vec<NamedCell<'_>> {
    let (mut columns, mut headed_once) = ((0, 1), false);
    let mut found = Vec::new();
    let rows: BTreeSet<u32> = grid.cells.keys().map(|(row, _)| *row).collect();
    let text = |row: u32, column: u32| match grid.cells.get(&(row, column)) {
        Some(SheetCell::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    for row in rows {
        let headed = |word: &str| {
            let mut cells = grid.cells.range((row, 0)..(row + 1, 0));
            cells.find_map(|((_, column), cell)| match cell {
                SheetCell::Text(text) if normal(text) == word => Some(*column),
                _ => None,
            })
        };
        if let Some(both) = headed(NAME).zip(headed(VALUE)) {
            columns = both;
            // What stands above is the title of the sheet.
            if !headed_once {
                found.clear();
            }
            headed_once = true;
            continue;
        }
        let at = |column: u32| Span::Cell { file, row, column };
        let value = grid.cells.get(&(row, columns.1)).map(|cell| (cell, at(columns.1)));
        if let Some(name) = text(row, columns.0) {
            let (name_span, value_span) = (at(columns.0), at(columns.1));
            found.push(NamedCell { name, name_span, value_span, value });
        } else if let Some((_, span)) = value {
            found.push(NamedCell { name: "", name_span: span, value_span: span, value });
        }
    }
    found
}

/// What a section of a sheet says.
pub(super) struct SectionRead {
    pub(super) section: &'static NamedSection,
    pub(super) span: Span,
    pub(super) table: NodeTable,
    /// What must be filled in and is empty, with the places of its name and of its value.
    pub(super) blank: Vec<(&'static Spec, Span, Span)>,
    /// The cells of whatever is empty.
    pub(super) empty: Vec<(&'static Spec, Span)>,
}

/// What the sections of a sheet say, each with its place.
pub(super) fn read(
    file: FileId,
    grid: &Grid,
    sections: &'static [NamedSection],
    problems: &mut Problems,
) -> Vec<SectionRead> {
    tell_beside(file, grid, sections, problems);
    let mut found: Vec<SectionRead> = Vec::new();
    let mut specs: Vec<&'static Spec> = Vec::new();
    let lines = lines(file, grid);
    for (at, line) in lines.iter().enumerate() {
        let titled = sections.iter().find(|s| normal(s.title) == normal(line.name));
        if let (Some(section), None) = (titled, line.value) {
            specs = section.specs();
            let (span, table) = (line.name_span, NodeTable::new());
            let (blank, empty) = (Vec::new(), Vec::new());
            found.push(SectionRead { section, span, table, blank, empty });
            continue;
        }
        let Some(SectionRead { table, blank, empty, .. }) = found.last_mut() else {
            continue;
        };
        let named = specs.iter().find(|spec| is_called(spec, line.name));
        // It is read as it is meant, so that nothing else seems to be missing.
        let slip = || {
            let near = near(line.name, &specs)?;
            let below = lines.get(at + 1..).unwrap_or_default().iter();
            let mut of_section = below.take_while(|l| !is_title(l, sections));
            let taken = table.iter().any(|(key, _)| near.key == key.value)
                || of_section.any(|l| is_called(near, l.name));
            (!taken).then_some(near)
        };
        let slip = named.is_none().then(slip).flatten();
        let named = named.copied().or(slip);
        let Some((cell, span)) = line.value else {
            empty.extend(named.map(|spec| (spec, line.value_span)));
            let needed = named.filter(|spec| spec.required == Required::Yes);
            blank.extend(needed.map(|spec| (spec, line.name_span, line.value_span)));
            continue;
        };
        if line.name.is_empty() {
            problems.add(span, WorkbookProblem::ValueWithoutName {});
            continue;
        }
        let known = named.filter(|_| slip.is_none());
        if known.is_none() {
            let near = near(line.name, &specs).map(Spec::label);
            let (name, near) = (line.name.to_owned(), near.unwrap_or_default());
            problems.add(line.name_span, WorkbookProblem::UnknownName { name, near });
        }
        let Some(spec) = named else { continue };
        if let Some((first, _)) = table.iter().find(|(key, _)| spec.key == key.value) {
            let (name, first) = (line.name.to_owned(), first.span);
            let first = match first {
                Span::Cell { row, column, .. } => base::source::cell_name(row, column),
                _ => String::new(),
            };
            problems.add(line.name_span, WorkbookProblem::NameTwice { name, first });
            continue;
        }
        let value = cell::value(&spec.key, cell, span, problems);
        let key = Spanned::new(spec.key.to_string(), line.name_span);
        table.push((key, Node { value, span }));
    }
    for read in &mut found {
        unfold(&mut read.table, &read.section.specs());
    }
    found
}

/// What a name is a slip of.
fn near(name: &str, specs: &[&'static Spec]) -> Option<&'static Spec> {
    let names = specs.iter().map(|spec| (spec.key.as_str(), spec.key));
    let key = nearest_meaning(name, names)?;
    specs.iter().copied().find(|spec| spec.key == key)
}

/// Whether a line begins a section.
fn is_title(line: &NamedCell<'_>, sections: &[NamedSection]) -> bool {
    line.value.is_none() && sections.iter().any(|s| normal(s.title) == normal(line.name))
}

/// What a sheet says under names that are declared elsewhere: `kop.garis`.
pub(super) fn form(file: FileId, grid: &Grid, problems: &mut Problems) -> NodeTable {
    let mut table = NodeTable::new();
    for line in lines(file, grid) {
        let Some((cell, span)) = line.value else { continue };
        if line.name.is_empty() {
            problems.add(span, WorkbookProblem::ValueWithoutName {});
            continue;
        }
        let value = match cell::value(line.name, cell, span, problems) {
            Value::Cell(text) => literal(&text, span),
            Value::Number(n) if n.is_integer() => {
                i64::try_from(n.to_integer()).map_or(Value::Broken, Value::Int)
            }
            Value::Number(n) => Value::Decimal(crate::node::plain(&n)),
            other => other,
        };
        put(&mut table, line.name, line.name_span, Node { value, span });
    }
    table
}

/// What a text of the form says: `3 | 4` are several values.
fn literal(text: &str, span: Span) -> Value {
    if text.contains('|') {
        let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
        let items = parts.map(|part| Node { value: literal(part, span), span });
        return Value::List(items.collect());
    }
    let point = text.replace(',', ".");
    if let Ok(whole) = text.parse::<i64>() {
        Value::Int(whole)
    } else if point.parse::<f64>().is_ok()
        && point.starts_with(|c: char| c.is_ascii_digit())
    {
        Value::Decimal(point)
    } else {
        match text.to_lowercase().as_str() {
            "ya" => Value::Bool(true),
            "tidak" => Value::Bool(false),
            _ => Value::Text(text.to_owned()),
        }
    }
}

/// Puts a value under a name with dots.
fn put(table: &mut NodeTable, name: &str, span: Span, node: Node) {
    let Some((first, rest)) = name.split_once('.') else {
        table.push((Spanned::new(name.trim().to_owned(), span), node));
        return;
    };
    let first = first.trim();
    if !table.iter().any(|(key, _)| key.value == first) {
        let inner = Node { value: Value::Table(NodeTable::new()), span };
        table.push((Spanned::new(first.to_owned(), span), inner));
    }
    let inner = table.iter_mut().find(|(key, _)| key.value == first);
    if let Some((_, Node { value: Value::Table(inner), .. })) = inner {
        put(inner, rest, span, node);
    }
}

/// Whether a key is called so on a sheet.
fn is_called(spec: &Spec, name: &str) -> bool {
    let written = head::key(name);
    written == spec.key.as_str()
        || normal(name) == normal(&spec.label())
        || spec.headings.contains(&written.as_str())
}

/// Takes apart what stands in one cell and is several values in a file.
pub(super) fn unfold(table: &mut NodeTable, specs: &[&Spec]) {
    for (key, node) in table {
        let span = node.span;
        let Value::Cell(text) = &node.value else { continue };
        let kind = specs.iter().find(|spec| spec.key == key.value).map(|spec| spec.kind);
        let cell = |text: &str| Node { value: Value::Cell(text.trim().to_owned()), span };
        match kind {
            Some(FieldKind::Path) => {
                let bare = text.trim_matches(['[', ']', ' ']);
                // A comma alone stands before decimals.
                let bare = bare.replace(", ", "|");
                let parts = bare.split(['|', ';', '\n']).map(str::trim);
                let parts = parts.filter(|part| !part.is_empty());
                node.value = Value::List(parts.map(cell).collect());
            }
            Some(FieldKind::Texts | FieldKind::Answer) if text.contains("\\|") => {
                let each = unbarred(text).into_iter();
                let each = each.filter(|part| !part.trim().is_empty());
                let text = |part: String| Node { value: Value::Text(part), span };
                node.value = Value::List(each.map(text).collect());
            }
            Some(FieldKind::Percents) => {
                let lines = text.split(['|', ';', '\n']).map(str::trim);
                let parted = lines.map(|line| line.split_once(['=', ':']));
                let pair = |(name, value): (&str, &str)| {
                    (Spanned::new(name.trim().to_owned(), span), cell(value))
                };
                // A line that is no pair is told where the value is read.
                if let Some(pairs) = parted.collect::<Option<Vec<_>>>() {
                    node.value = Value::Table(pairs.into_iter().map(pair).collect());
                }
            }
            _ => {}
        }
    }
}

/// The texts of a cell, in which `\|` is a bar that parts nothing.
fn unbarred(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\\' if letters.next_if_eq(&'|').is_some() => {
                parts.last_mut().into_iter().for_each(|part| part.push('|'));
            }
            '|' | '\n' => parts.push(String::new()),
            c => parts.last_mut().into_iter().for_each(|part| part.push(c)),
        }
    }
    parts
}
