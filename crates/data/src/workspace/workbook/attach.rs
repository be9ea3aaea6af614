//! Rows that stand inside rows of another sheet, in the files of their quarters, or under names.

use super::BookFiles;
use super::plan::RowPlace;
use crate::files::FilePath;
use crate::node::{Node, NodeTable, Value};
use crate::problem::{SheetProblem, WorkbookProblem};
use base::diag::{AnyProblem, Problems, nearest_id};
use base::source::{Span, Spanned};

/// Takes the value of a column out of a row.
fn take(row: &mut NodeTable, key: &str) -> Option<(Spanned<String>, Node)> {
    let at = row.iter().position(|(own, _)| own.value == key)?;
    Some(row.remove(at))
}

/// What a row says in a column, as a text.
fn said(row: &NodeTable, key: &str) -> Option<String> {
    let (_, node) = row.iter().find(|(own, _)| own.value == key)?;
    node.value.shown().map(|text| text.trim().to_owned())
}

/// What several columns of a row say.
fn all_said(row: &NodeTable, keys: &[&str]) -> Option<Vec<String>> {
    keys.iter().map(|key| said(row, key)).collect()
}

/// The table of a row.
fn entries(row: Node) -> Option<(NodeTable, Span)> {
    match row.value {
        Value::Table(table) => Some((table, row.span)),
        _ => None,
    }
}

/// Rows that belong to none: what their columns say, what is near, and how many there are.
pub(in crate::workspace) struct Alone {
    pub(in crate::workspace) value: String,
    pub(in crate::workspace) near: String,
    pub(in crate::workspace) count: usize,
}

/// Puts rows into the list `key` of the rows that have the same in their columns; `alone` words
/// what is told, once, of those that want one row which is not there.
pub(in crate::workspace) fn inside<P: Into<AnyProblem>>(
    rows: Vec<Node>,
    (columns, by): (&[&str], &[&str]),
    (outer, key): (&mut [Node], &'static str),
    problems: &mut Problems,
    alone: impl Fn(Alone) -> P,
) {
    let mut lonely: Vec<(Span, Alone)> = Vec::new();
    let known: Vec<Option<Vec<String>>> = outer
        .iter()
        .map(|row| match &row.value {
            Value::Table(table) => all_said(table, by),
            _ => None,
        })
        .collect();
    for row in rows {
        let Some((mut table, span)) = entries(row) else { continue };
        let Some(wanted) = all_said(&table, columns) else {
            let gone = columns
                .iter()
                .filter(|key| !table.iter().any(|(own, _)| own.value == **key));
            for key in gone {
                problems.add(span, SheetProblem::EmptyCell { key: (*key).to_owned() });
            }
            continue;
        };
        let at = known.iter().position(|row| row.as_ref() == Some(&wanted));
        let at = at.or_else(|| alike(&known, &wanted));
        let Some(Value::Table(of)) =
            at.and_then(|at| outer.get_mut(at)).map(|row| &mut row.value)
        else {
            let place = columns.last().and_then(|key| {
                table.iter().find(|(own, _)| own.value == *key).map(|(_, node)| node.span)
            });
            let value = wanted.join(", ");
            if let Some((_, told)) = lonely.iter_mut().find(|(_, l)| l.value == value) {
                told.count += 1;
                continue;
            }
            let names: Vec<String> =
                known.iter().flatten().map(|said| said.join(", ")).collect();
            let near = nearest_id(&value, names.iter().map(String::as_str));
            let near = near.unwrap_or_default();
            lonely.push((place.unwrap_or(span), Alone { value, near, count: 1 }));
            continue;
        };
        for key in columns {
            take(&mut table, key);
        }
        push(of, key, Node { value: Value::Table(table), span });
    }
    for (span, rows) in lonely {
        problems.add(span, alone(rows));
    }
}

/// The only row whose columns say the same but for blanks, signs and capitals: `KES 1` is no other
/// row than `KES-1`, and which of the two is right is told where it is read.
fn alike(known: &[Option<Vec<String>>], wanted: &[String]) -> Option<usize> {
    let bare = |said: &[String]| -> Vec<String> {
        let plain = |text: &String| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
                .to_lowercase()
        };
        said.iter().map(plain).collect()
    };
    let wanted = bare(wanted);
    let same =
        |row: &Option<Vec<String>>| row.as_ref().is_some_and(|r| bare(r) == wanted);
    let mut found = known.iter().enumerate().filter(|(_, row)| same(row));
    let (at, _) = found.next()?;
    found.next().is_none().then_some(at)
}

/// Adds a row to a list of a table.
fn push(table: &mut NodeTable, key: &str, row: Node) {
    let list = table.iter_mut().find(|(own, _)| own.value == key);
    match list {
        Some((_, Node { value: Value::List(items), .. })) => items.push(row),
        Some(_) => {}
        None => {
            let span = row.span;
            let list = Node { value: Value::List(vec![row]), span };
            table.push((Spanned::new(key.to_owned(), span), list));
        }
    }
}

/// The table below some keys of a table; made where it is not there.
fn below<'t>(table: &'t mut NodeTable, keys: &[&str], span: Span) -> &'t mut NodeTable {
    let Some((first, rest)) = keys.split_first() else { return table };
    let at = table.iter().position(|(own, _)| own.value == *first).unwrap_or_else(|| {
        let inner = Node { value: Value::Table(NodeTable::new()), span };
        table.push((Spanned::new((*first).to_owned(), span), inner));
        table.len() - 1
    });
    match &mut table[at].1.value {
        Value::Table(inner) => below(inner, rest, span),
        // Tables and lists have keys of their own in every file.
        other => {
            *other = Value::Table(NodeTable::new());
            let Value::Table(inner) = other else { unreachable!("it was made a table") };
            below(inner, rest, span)
        }
    }
}

/// What stands in a file so far.
fn table_of(files: &mut BookFiles, name: FilePath, span: Span) -> &mut NodeTable {
    &mut files.entry(name).or_insert_with(|| (span, NodeTable::new())).1
}

/// Puts a row where its file has it.
pub(super) fn in_file(
    row: Node,
    place: RowPlace,
    files: &mut BookFiles,
    problems: &mut Problems,
) {
    let Some((mut table, span)) = entries(row) else { return };
    match place {
        RowPlace::List(name, keys) => {
            let whole = table_of(files, FilePath::fixed(name), span);
            let Some((last, before)) = keys.split_last() else { return };
            let row = Node { value: Value::Table(table), span };
            push(below(whole, before, span), last, row);
        }
        RowPlace::Named(name) => {
            let Some((_, node)) = take(&mut table, "templat") else {
                let key = "templat".to_owned();
                problems.add(span, SheetProblem::EmptyCell { key });
                return;
            };
            let Some(template) = node.value.shown() else { return };
            let whole = table_of(files, FilePath::fixed(name), span);
            if whole.iter().any(|(own, _)| own.value == template) {
                let problem = WorkbookProblem::RowTwice { name: template };
                problems.add(node.span, problem);
                return;
            }
            let key = Spanned::new(template, node.span);
            whole.push((key, Node { value: Value::Table(table), span }));
        }
        RowPlace::Quarter(key) | RowPlace::OfQuarter(key) => {
            let (year, quarter) = (said(&table, "tahun"), said(&table, "triwulan"));
            let (Some(year), Some(quarter)) = (year, quarter) else {
                for key in ["tahun", "triwulan"] {
                    if !table.iter().any(|(own, _)| own.value == key) {
                        let key = key.to_owned();
                        problems.add(span, SheetProblem::EmptyCell { key });
                    }
                }
                return;
            };
            let name = format!("data/capaian/{year}-tw{quarter}.toml").replace(' ', "");
            let whole = table_of(files, FilePath::from(name), span);
            for key in ["tahun", "triwulan"] {
                let taken = take(&mut table, key);
                if !whole.iter().any(|(own, _)| own.value == key) {
                    whole.extend(taken);
                }
            }
            let row = Node { value: Value::Table(table), span };
            if let RowPlace::Quarter(_) = place {
                push(whole, key, row);
            } else if whole.iter().any(|(own, _)| own.value == key) {
                let name = format!("{year}, {quarter}");
                problems.add(span, WorkbookProblem::RowTwice { name });
            } else {
                whole.push((Spanned::new(key.to_owned(), span), row));
            }
        }
        RowPlace::Inside { .. } => {}
    }
}
