//! Sheets to nodes: the head row is found by the names in it, each row below is a table.

use crate::problem::SheetProblem;
use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use super::cell::{unreadable, value, written};
use super::columns::ListColumns;
use super::head_row::displaced;
use super::lines::RowLine as Row;
use super::reader::FolderReader;
use super::{apart, below, totals};
use crate::book::grid::{CellShown, Grid, SheetCell};
use crate::book::{self, Book};
use crate::files::FilePath;
use crate::head::{self, Headings, Search};
use crate::node::{Node, NodeTable, Value};
use crate::other_unit;
use base::diag::{Both, Problems};
use base::source::{FileId, Span, Spanned, cell_name};

impl FolderReader<'_> {
    /// The rows of a list in a workbook: of the sheet named like it, or the first.
    pub(super) fn sheet_rows(
        &mut self,
        path: &FilePath,
        name: &str,
    ) -> Option<Vec<Node>> {
        let mut book = self.book(path)?;
        let sheets = book.sheets();
        let named = sheets.iter().find(|sheet| sheet.trim().eq_ignore_ascii_case(name));
        if named.is_none() {
            self.tell_hidden(&book, &[name]);
        }
        let Some(sheet) = named.or(sheets.first()) else {
            let place = self.file(path);
            self.problems.add(place, SheetProblem::NoSheet { name: path.into() });
            return None;
        };
        self.tell_same_columns(&mut book, &[sheet]);
        self.sheet(&mut book, path, sheet, ListColumns::of(name))
    }

    /// Tells of visible sheets that have the columns of one that is read, and are not.
    pub(super) fn tell_same_columns(&mut self, book: &mut Book, read: &[&String]) {
        let heads: Vec<BTreeSet<String>> = read
            .iter()
            .filter_map(|sheet| book.grid(sheet).ok())
            .flat_map(|grid| texts(&grid))
            .collect();
        for sheet in book.sheets() {
            if read.contains(&&sheet) {
                continue;
            }
            let Ok(grid) = book.grid(&sheet) else { continue };
            let same = |row: &BTreeSet<String>| {
                heads.iter().any(|head| head.intersection(row).count() >= LEAST_SAME)
            };
            if texts(&grid).iter().any(same) {
                let file = self.sources.add(book.place(&sheet), "");
                let held = Both::new("kolom yang sama", "the same columns");
                let read: Vec<&str> = read.iter().map(|sheet| sheet.as_str()).collect();
                let read = read.join(", ");
                let problem = SheetProblem::SheetNotRead { sheet, held, read };
                self.problems.add(Span::File(file), problem);
            }
        }
    }

    /// Tells of a hidden sheet that is called like one that would be read.
    pub(super) fn tell_hidden(&mut self, book: &Book, names: &[&str]) {
        for sheet in book.hidden() {
            if names.iter().any(|name| sheet.trim().eq_ignore_ascii_case(name)) {
                let file = self.sources.add(book.place(&sheet), "");
                self.problems
                    .add(Span::File(file), SheetProblem::HiddenSheet { name: sheet });
            }
        }
    }

    /// Opens a workbook; why it cannot be is reported.
    pub(super) fn book(&mut self, path: &FilePath) -> Option<Book> {
        book::open(&*self.folder, &path.into())
            .map_err(|problem| {
                let place = self.file(path);
                self.problems.add(place, problem);
            })
            .ok()
    }

    /// The rows of one sheet, which is known to messages as `file!sheet`.
    pub(super) fn sheet(
        &mut self,
        book: &mut Book,
        path: &FilePath,
        sheet: &str,
        columns: ListColumns,
    ) -> Option<Vec<Node>> {
        match book.grid(sheet) {
            Ok(grid) => {
                let file = self.sources.add(book.place(sheet), "");
                rows(file, &grid, columns, self.problems)
            }
            Err(problem) => {
                let place = self.file(path);
                self.problems.add(place, problem);
                None
            }
        }
    }
}

/// So many columns of one name make two sheets lists of one kind.
const LEAST_SAME: usize = 2;

/// The headings that each of the first rows may be.
fn texts(grid: &Grid) -> Vec<BTreeSet<String>> {
    let row = |row: u32| {
        let cells = grid.cells.range((row, 0)..(row + 1, 0));
        let texts = cells.filter_map(|(_, cell)| match cell {
            SheetCell::Text(text) => Some(head::normal(text)),
            _ => None,
        });
        texts.collect::<BTreeSet<String>>()
    };
    (0..Search::LIST.rows).map(row).filter(|row| row.len() >= LEAST_SAME).collect()
}

/// The rows of a sheet that is in memory.
pub(super) fn rows(
    file: FileId,
    grid: &Grid,
    columns: ListColumns,
    problems: &mut Problems,
) -> Option<Vec<Node>> {
    Rows { file, grid, columns, problems, formats: BTreeSet::new() }.read()
}

/// The rows of the list `name` in a sheet of any workbook, each a table.
pub(crate) fn rows_of(
    file: FileId,
    grid: &Grid,
    name: &str,
    problems: &mut Problems,
) -> Option<Vec<Node>> {
    let columns = ListColumns::of(name);
    Rows { file, grid, columns, problems, formats: BTreeSet::new() }.read()
}

/// Takes the rows out of a grid.
struct Rows<'a> {
    file: FileId,
    grid: &'a Grid,
    columns: ListColumns,
    problems: &'a mut Problems,
    /// Formats that were told already, each with its column.
    formats: BTreeSet<(String, String)>,
}

/// The head of a list.
struct Headed<'a> {
    names: &'a BTreeMap<u32, head::Name>,
    first: u32,
    last: u32,
}

impl Headed<'_> {
    /// Whether something stands over a column.
    fn is_over(&self, grid: &Grid, column: u32) -> bool {
        let own = |row| grid.cells.contains_key(&(row, column));
        self.names.contains_key(&column) || (self.first..=self.last).any(own)
    }
}

/// A row by its columns.
type SheetLine<'a> = BTreeMap<u32, &'a SheetCell>;

impl Rows<'_> {
    fn read(mut self) -> Option<Vec<Node>> {
        let grid = self.grid;
        if let Some(found) = displaced(grid, self.columns) {
            self.problems.add(self.at(found.row, 0), found.problem(|row| row + 1));
            return None;
        }
        let found = if self.columns.is_free() {
            Search::LIST.find_free(grid)
        } else {
            Search::LIST.find(grid, &self.columns)
        };
        let Some(head) = found else {
            let mut expected = self.columns.keys().join(", ");
            if expected.is_empty() {
                "id, nama".clone_into(&mut expected);
            }
            self.problems.add(Span::File(self.file), SheetProblem::NoHeader { expected });
            return None;
        };
        let names = head::names(grid, &self.columns, head);
        if !self.columns.is_brought_in() {
            self.columns.tell_units((self.file, grid), (head, &names), self.problems);
        }
        let keys = self.keys(head.last, &names)?;
        let mut lines = lines(grid, head.last + 1, &keys);
        // In a free list such a row may be data.
        let listed = !self.columns.is_free();
        let below_head = (head.last + 1..).take_while(|row| {
            lines.get(row).is_some_and(|line| {
                numbers_columns(line) || other_unit::is_units(line.values().copied())
            })
        });
        for row in below_head.filter(|_| listed).collect::<Vec<_>>() {
            lines.remove(&row);
        }
        let covered = self.tell_merged(&keys, &lines);
        Self::spread((grid, self.columns), &keys, &mut lines);
        let heads = grid.cells.range((head.first, 0)..(head.last + 1, 0));
        let number = heads.into_iter().find_map(|((_, column), cell)| match cell {
            SheetCell::Text(text) => {
                below::NUMBER.contains(&head::normal(text).as_str()).then_some(*column)
            }
            _ => None,
        });
        let headed = Headed { names: &names, first: head.first, last: head.last };
        self.cut((&headed, number), &keys, &mut lines);
        self.tell_nameless(&headed, &lines);
        let mut rows = Vec::with_capacity(lines.len());
        for (row, line) in lines {
            let first = line.keys().next().copied().unwrap_or_default();
            if self.is_totals(row, &keys, &line) {
                let span = self.at(row, first);
                self.problems.add(span, SheetProblem::TotalsRow {});
                continue;
            }
            let mut entries = NodeTable::new();
            for (column, cell) in line {
                let Some(key) = keys.get(&column) else { continue };
                let span = self.typed_at(row, column);
                let value = self.value(key, cell, span);
                let blank = |text: &String| {
                    text.is_empty() || apart::is_unnamed(self.columns, key, text)
                };
                if matches!(&value, Value::Cell(text) if blank(text)) {
                    continue;
                }
                // The key stands in the head: what is wrong with it is said once.
                let head_row = names.get(&column).map_or(head.last, |name| name.row);
                let key = Spanned::new(key.clone(), self.at(head_row, column));
                entries.push((key, Node { value, span }));
            }
            // What a merged cell covers was told there.
            for (column, key) in
                keys.iter().filter(|(c, _)| covered.contains(&(row, **c)))
            {
                let span = self.typed_at(row, *column);
                let value = Node { value: Value::Broken, span };
                entries.push((Spanned::new(key.clone(), span), value));
            }
            self.tell_empty(row, &keys, &mut entries);
            rows.push(Node { value: Value::Table(entries), span: self.at(row, first) });
        }
        Some(rows)
    }

    /// Tells of what a row cannot do without, at the cell where it should stand.
    fn tell_empty(
        &mut self,
        row: u32,
        keys: &BTreeMap<u32, String>,
        entries: &mut NodeTable,
    ) {
        if self.columns.is_brought_in() {
            return;
        }
        let required = self.columns.required();
        for (column, key) in keys.iter().filter(|(_, key)| required.contains(&&***key)) {
            if !entries.iter().any(|(own, _)| own.value == *key) {
                let span = self.at(row, *column);
                self.problems.add(span, SheetProblem::EmptyCell { key: key.clone() });
                let value = Node { value: Value::Broken, span };
                entries.push((Spanned::new(key.clone(), span), value));
            }
        }
    }

    fn at(&self, row: u32, column: u32) -> Span {
        Span::Cell { file: self.file, row, column }
    }

    /// Where the text of a cell is typed: of one merged downwards in its first row.
    fn typed_at(&self, row: u32, column: u32) -> Span {
        let own = self.grid.cells.contains_key(&(row, column));
        let above = self.grid.merges.above(row, column).filter(|_| !own);
        self.at(above.map_or(row, |merge| merge.top), column)
    }

    /// Takes away what stands below the list or is none of its rows, and tells of it.
    fn cut(
        &mut self,
        (head, number): (&Headed<'_>, Option<u32>),
        keys: &BTreeMap<u32, String>,
        lines: &mut BTreeMap<u32, SheetLine<'_>>,
    ) {
        let mut above = head.last;
        let looked: Vec<(u32, Row<'_>)> = lines
            .iter()
            .filter(|(row, line)| !self.is_totals(**row, keys, line))
            .map(|(row, line)| {
                let looked = self.looked((above, number), keys, (*row, line));
                above = *row;
                (*row, looked)
            })
            .collect();
        let (rows, looked): (Vec<u32>, Vec<_>) = looked.into_iter().unzip();
        let order = keys.iter().filter(|(column, _)| Some(**column) != number);
        let order: Vec<&str> = order.map(|(_, key)| key.as_str()).collect();
        let mut unread = below::unread(self.columns, &order, &looked);
        let end = unread.end.unwrap_or(rows.len());
        let last_row = end.checked_sub(1).and_then(|at| rows.get(at)).copied();
        let stray = self.stray(head, last_row.unwrap_or(head.last), lines);
        if let Some(problem) = below::with_stray(&mut unread, rows.last(), stray) {
            let place = self.at(problem.0.0, problem.0.1);
            below::tell(place, problem.1, self.problems);
        }
        if let Some(from) = unread.end.and_then(|at| rows.get(at)) {
            lines.split_off(from);
        }
        for at in unread.apart {
            rows.get(at).map(|row| lines.remove(row));
        }
        for (span, problem) in unread.told {
            below::tell(span, problem, self.problems);
        }
    }

    /// The first and the last cell below the list in rows that hold nothing under a heading.
    fn stray(
        &self,
        head: &Headed<'_>,
        last: u32,
        lines: &BTreeMap<u32, SheetLine<'_>>,
    ) -> Option<((u32, u32), (u32, u32))> {
        if self.columns.is_brought_in() {
            return None;
        }
        let below = self.grid.cells.range((last + 1, 0)..);
        let mut stray = below.filter(|((row, column), cell)| {
            **cell != SheetCell::NoResult
                && !lines.contains_key(row)
                && !head.is_over(self.grid, *column)
        });
        let first = *stray.next()?.0;
        Some((first, stray.next_back().map_or(first, |(place, _)| *place)))
    }

    /// Tells of columns that hold something in the rows of the list and have no heading, or
    /// only a part of one that is merged over several.
    fn tell_nameless(&mut self, head: &Headed<'_>, lines: &BTreeMap<u32, SheetLine<'_>>) {
        if self.columns.is_brought_in() {
            return;
        }
        let mut held: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        let end = lines.keys().next_back().map_or(0, |row| row + 1);
        let rows = (head.last + 1, 0)..(end.max(head.last + 1), 0);
        for ((_, column), cell) in self.grid.cells.range(rows) {
            if !head.is_over(self.grid, *column) {
                held.entry(*column).or_default().push(written(cell));
            }
        }
        for (column, values) in held {
            let name = cell_name(0, column);
            let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
            let name = Both::new(format!("kolom {name}"), format!("column {name}"));
            if let Some(problem) = apart::nameless(name, &values) {
                self.problems.add(self.at(head.last, column), problem);
            }
        }
    }

    /// A row as it is looked at to find whether it is one.
    fn looked<'c>(
        &self,
        (above, number): (u32, Option<u32>),
        keys: &'c BTreeMap<u32, String>,
        (row, line): (u32, &SheetLine<'c>),
    ) -> Row<'c> {
        let column = line.keys().next().copied().unwrap_or_default();
        let cells = line.iter().filter(|(column, _)| Some(**column) != number);
        let cells = cells.filter_map(|(column, cell)| {
            let text = if let SheetCell::Text(text) = cell { text.as_str() } else { "" };
            Some((keys.get(column)?.as_str(), text))
        });
        let cell = |row: u32| Both::same(cell_name(row, column));
        let gap = (above + 1..row).find(|row| self.is_empty(*row)).map(cell);
        let number = number.and_then(|column| self.grid.cells.get(&(row, column)));
        let number = match number {
            Some(SheetCell::Text(text)) => text.trim().to_owned(),
            Some(SheetCell::Number(n)) => crate::node::plain(n),
            _ => String::new(),
        };
        let first = (cell(row), self.at(row, column));
        Row { first, number, cells: cells.collect(), gap }
    }

    /// Whether nothing at all stands in a row, and no cell merged downwards reaches it.
    fn is_empty(&self, row: u32) -> bool {
        let mut cells = self.grid.cells.range((row, 0)..(row + 1, 0));
        cells.next().is_none() && !self.grid.merges.reaches(row)
    }

    /// Whether a row is one of totals; the word may stand in a column that is passed over.
    fn is_totals(
        &self,
        row: u32,
        keys: &BTreeMap<u32, String>,
        line: &SheetLine<'_>,
    ) -> bool {
        let whole = self.grid.cells.range((row, 0)..(row, u32::MAX));
        let texts = whole.filter_map(|((_, column), cell)| match cell {
            SheetCell::Text(text) => {
                Some((keys.get(column).map_or("", String::as_str), text.as_str()))
            }
            _ => None,
        });
        // What a merged cell lends to the row counts as its own.
        let lent = line
            .iter()
            .filter(|(column, cell)| {
                !matches!(cell, SheetCell::Text(_))
                    || !self.grid.cells.contains_key(&(row, **column))
            })
            .map(|(column, _)| (keys.get(column).map_or("", String::as_str), ""));
        totals::is_totals(self.columns, texts.chain(lent))
    }

    /// The key of each column that is read, each key once; `None` where one that must be there
    /// is not.
    fn keys(
        &mut self,
        head: u32,
        names: &BTreeMap<u32, head::Name>,
    ) -> Option<BTreeMap<u32, String>> {
        let columns: Vec<u32> = names.keys().copied().collect();
        let heads: Vec<&str> = names.values().map(|name| name.text.as_str()).collect();
        let sorted = self.columns.sort(&heads);
        let cell = |at: usize| {
            let column = columns.get(at).copied().unwrap_or_default();
            (names.get(&column).map_or(head, |name| name.row), column)
        };
        let span = |at: usize| self.at(cell(at).0, cell(at).1);
        let mut told: Vec<(Span, SheetProblem)> = Vec::new();
        for (at, first) in &sorted.twice {
            let (row, column) = cell(*first);
            let key = self.columns.key(heads[*at]);
            let first = cell_name(row, column);
            told.push((span(*at), SheetProblem::DuplicateColumn { key, first }));
        }
        let required = self.columns.required();
        told.extend(sorted.misspelt().map(|(at, p)| (span(at), p)));
        told.extend(sorted.passed_over(&required).map(|(at, p)| (span(at), p)));
        let before = told.len();
        let first = self.at(head, columns.first().copied().unwrap_or_default());
        told.extend(sorted.missing(&required).map(|problem| (first, problem)));
        let whole = told.len() == before;
        for (span, problem) in told {
            self.problems.add(span, problem);
        }
        let keys = sorted.keys.into_iter().map(|(at, key)| (cell(at).1, key));
        whole.then(|| keys.collect())
    }

    /// Tells of cells merged over several rows in a column where each row has a value of its own.
    /// Gives the cells that hold nothing for that reason.
    fn tell_merged(
        &mut self,
        keys: &BTreeMap<u32, String>,
        lines: &BTreeMap<u32, SheetLine<'_>>,
    ) -> BTreeSet<(u32, u32)> {
        let mut covered = BTreeSet::new();
        for merge in self.grid.merges.iter().filter(|m| m.bottom > m.top) {
            let Some(key) = keys.get(&merge.left) else { continue };
            let there = self.grid.cells.contains_key(&(merge.top, merge.left));
            let below = lines.range(merge.top + 1..=merge.bottom).next();
            if !there || self.columns.merges(key) || below.is_none() {
                continue;
            }
            let until = cell_name(merge.bottom, merge.left);
            let problem = SheetProblem::MergedDown { key: key.clone(), until };
            self.problems.add(self.at(merge.top, merge.left), problem);
            let rows = lines.range(merge.top + 1..=merge.bottom);
            covered.extend(rows.map(|(row, _)| (*row, merge.left)));
        }
        covered
    }

    /// Lets a cell merged downwards hold for all rows that hold something of their own.
    fn spread<'g>(
        (grid, columns): (&'g Grid, ListColumns),
        keys: &BTreeMap<u32, String>,
        lines: &mut BTreeMap<u32, SheetLine<'g>>,
    ) {
        for merge in grid.merges.iter().filter(|m| m.bottom > m.top) {
            let merges = keys.get(&merge.left).is_some_and(|key| columns.merges(key));
            let first = grid.cells.get(&(merge.top, merge.left));
            let Some(cell) = first.filter(|_| merges) else { continue };
            for (_, line) in lines.range_mut(merge.top..=merge.bottom) {
                line.entry(merge.left).or_insert(cell);
            }
        }
    }

    fn value(&mut self, key: &str, cell: &SheetCell, span: Span) -> Value {
        let shown =
            if unreadable(key, cell).is_none() { self.shown(cell, span) } else { None };
        match shown {
            Some(Ok(value)) => value,
            Some(Err(code)) => {
                // One format on many cells is one thing to mend.
                if self.formats.insert((key.to_owned(), code.clone())) {
                    let problem = SheetProblem::UnknownFormat { key: key.into(), code };
                    self.problems.add(span, problem);
                }
                Value::Broken
            }
            None => value(key, cell, span, self.problems),
        }
    }

    /// What a cell of a free list shows beyond its value. A list whose columns are declared
    /// knows what it wants of a cell.
    /// A format that is not understood is given back as it is.
    fn shown(&self, cell: &SheetCell, span: Span) -> Option<Result<Value, String>> {
        let Span::Cell { row, column, .. } = span else { return None };
        let shown = self.grid.shown.get(&(row, column));
        let value = match (shown.filter(|_| self.columns.is_free())?, cell) {
            (CellShown::Unknown(code), _) => return Some(Err(code.clone())),
            (CellShown::Text(text), SheetCell::Number(n)) => {
                Value::Shown(n.clone(), text.clone())
            }
            (CellShown::Text(text), SheetCell::Date(day)) => {
                Value::ShownDay(*day, text.clone())
            }
            (CellShown::Text(text), _) => Value::Cell(text.clone()),
            (CellShown::Moment(when), _) => Value::Moment(*when),
            (CellShown::Clock(time), _) => Value::Time(*time),
        };
        Some(Ok(value))
    }
}

/// The rows from one on, with the columns that have a key.
fn lines<'a>(
    grid: &'a Grid,
    from: u32,
    keys: &BTreeMap<u32, String>,
) -> BTreeMap<u32, SheetLine<'a>> {
    let mut lines: BTreeMap<u32, SheetLine<'_>> = BTreeMap::new();
    for ((row, column), cell) in grid.cells.range((from, 0)..) {
        if keys.contains_key(column) {
            lines.entry(*row).or_default().insert(*column, cell);
        }
    }
    lines
}

/// "1 2 3 4" or "(1) (2) (3)" under the head row, as official tables have it.
fn numbers_columns(line: &SheetLine<'_>) -> bool {
    let numbers: Option<Vec<BigInt>> = line
        .values()
        .map(|cell| match cell {
            SheetCell::Number(n) if n.is_integer() => Some(n.to_integer()),
            SheetCell::Text(t) => t.trim_matches(['(', ')']).parse().ok(),
            _ => None,
        })
        .collect();
    let one = BigInt::from(1);
    numbers.is_some_and(|n| {
        n.len() > 2
            && n.windows(2).all(|pair| &pair[1] - &pair[0] >= one)
            && n.last().is_some_and(|last| *last <= BigInt::from(99))
            && line.keys().zip(&n).all(|(column, n)| *n <= BigInt::from(*column + 1))
    })
}
