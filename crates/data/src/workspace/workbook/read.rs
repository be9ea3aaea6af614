//! Reading the workbook.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{NASKAH, RowPlace, SHEETS, SheetContent, SheetPlan, tying};
use super::values::{self, SectionRead};
use super::write::pick;
use super::{BookFiles, attach};
use crate::book::Book;
use crate::book::grid::Grid;
use crate::files::{EntryKind, FilePath, Files};
use crate::head::{Search, names, normal};
use crate::node::{Node, NodeTable, Value};
use crate::problem::{SheetProblem, WorkbookProblem};
use crate::tables::Declared;
use crate::workspace::columns::ListColumns;
use crate::workspace::head_row::displaced;
use crate::workspace::reader::FolderReader;
use crate::workspace::settings::SETTINGS;
use crate::workspace::sheet;
use base::diag::nearest;
use base::source::{FileId, Span, Spanned};

/// What the workbook of a workspace may be called.
pub static BOOKS: [FilePath; 2] =
    [FilePath::fixed("rakor.xlsx"), FilePath::fixed("rakor.ods")];

/// What beside the workbook, or instead of it, looks as if it were the workbook: another case, a
/// copy of the browser, a form of file that is not read.
pub(in crate::workspace) fn like_the_book(files: &dyn Files) -> Vec<String> {
    const BOOKISH: [&str; 6] = ["xlsx", "ods", "xls", "xlsm", "xlsb", "fods"];
    let entries = files.list(&FilePath::HERE).unwrap_or_default().into_iter();
    let entries = entries.filter(|entry| entry.kind == EntryKind::File);
    let names = entries.map(|entry| entry.name).filter(|name| {
        let path = FilePath::from(name.as_str());
        let stem = normal(path.stem());
        let first = stem.split(' ').find(|w| !["salinan", "copy", "of"].contains(w));
        let is_bookish = path.ends_in(&BOOKISH) && !name.starts_with(['~', '.']);
        is_bookish
            && first == Some("rakor")
            && !BOOKS.iter().any(|book| files.is_file(book) && book.as_str() == name)
    });
    names.collect()
}

/// Sheets that tell how to fill in the others.
const GUIDES: [&str; 3] = ["Mulai di Sini", "Masalah", pick::TITLE];

/// So many names of columns make a row the head of a sheet.
const LEAST: usize = 3;

/// The sheet that another is called nearly like, or whose name it has with other words: "Peserta
/// (2)", "Daftar Peserta".
fn titled_like(name: &str) -> Option<&'static str> {
    let titles = || SHEETS.iter().map(|sheet| sheet.title);
    let near = nearest(name, titles());
    let near = titles().find(|title| near.as_deref() == Some(title));
    let words = format!(" {} ", normal(name));
    let within = titles().filter_map(|title| {
        let at = words.find(&format!(" {} ", normal(title)))?;
        Some((at, title))
    });
    near.or_else(|| within.min().map(|(_, title)| title))
}

/// What stands on the sheets that were read.
#[derive(Default)]
struct Found {
    rows: BTreeMap<&'static str, Vec<Node>>,
    /// The sheets of which no row could be read.
    unread: BTreeSet<&'static str>,
    sections: Vec<SectionRead>,
}

impl FolderReader<'_> {
    /// Reads the workbook; nothing where there is none.
    pub(in crate::workspace) fn workbook(&mut self) -> BookFiles {
        let mut files = BookFiles::new();
        let mut there = BOOKS.iter().filter(|path| self.folder.is_file(path));
        let Some(path) = there.next() else { return files };
        if let Some(other) = there.next() {
            let (name, other) = (other.into(), path.into());
            let place = self.file(&BOOKS[1]);
            self.problems.add(place, SheetProblem::SameList { name, other });
        }
        for name in like_the_book(&*self.folder) {
            // Both that are read were told.
            if !BOOKS.iter().any(|book| book.as_str() == name) {
                let place = self.file(&FilePath::from(name.as_str()));
                let read = path.into();
                self.problems.add(place, WorkbookProblem::LikeTheBook { name, read });
            }
        }
        self.tell_places(path);
        let Some(mut book) = self.book(path) else { return files };
        let titles: Vec<&str> = SHEETS.iter().map(|sheet| sheet.title).collect();
        self.tell_hidden(&book, &titles);
        let mut found = Found::default();
        for name in book.sheets() {
            let is = |title: &str| normal(title) == normal(&name);
            if GUIDES.iter().any(|guide| is(guide)) {
                continue;
            }
            let plan = SHEETS.iter().find(|sheet| is(sheet.title));
            if let Some(plan) = plan {
                self.planned(&mut book, &name, plan, &mut found, &mut files);
            } else {
                self.free(&mut book, path, &name, &mut files);
            }
        }
        let Found { rows, unread, sections } = found;
        self.assemble(rows, &unread, &mut files);
        for read in sections {
            self.section(read, &mut files);
        }
        files
    }

    /// Lets messages send nobody to files that the workbook stands for.
    fn tell_places(&mut self, book: &FilePath) {
        for plan in SHEETS {
            let sheet = format!("{book}!{}", plan.title);
            for spec in plan.specs() {
                // Of one word it is the key but for its first letter.
                if spec.key.as_str().contains('_') {
                    self.sources.label(&sheet, spec.key.as_str(), spec.label());
                }
            }
            match &plan.holds {
                SheetContent::Values(sections) => {
                    for section in *sections {
                        if let Some(head) = section.head() {
                            self.sources.stand(section.file, head, sheet.clone());
                        }
                        // Several sheets say what this file says; the first of one of the data
                        // is where it begins.
                        let data = section.file.starts_with("data/");
                        let here = if data { sheet.clone() } else { book.into() };
                        self.sources.stand(section.file, section.file, here);
                    }
                }
                SheetContent::Form => {
                    self.sources.stand(NASKAH, "[profil]", sheet);
                }
                SheetContent::Rows(rows) => {
                    let head = rows.declared().map(|table| table.about().head);
                    let (RowPlace::List(file, _) | RowPlace::Named(file)) = rows.place
                    else {
                        continue;
                    };
                    if let Some(head) = head.filter(|head| head.starts_with("[[")) {
                        self.sources.stand(file, head, sheet.clone());
                    }
                    self.sources.stand(file, file, sheet);
                }
            }
        }
    }

    /// A sheet of the plan.
    fn planned(
        &mut self,
        book: &mut Book,
        name: &str,
        plan: &'static SheetPlan,
        all: &mut Found,
        files: &mut BookFiles,
    ) {
        let file = self.sources.add(book.place(name), "");
        let grid = match book.grid(name) {
            Ok(grid) => grid,
            Err(problem) => {
                self.problems.add(Span::File(file), problem);
                return;
            }
        };
        match &plan.holds {
            SheetContent::Values(sections) => {
                all.sections.extend(values::read(file, &grid, sections, self.problems));
            }
            SheetContent::Form => {
                let table = values::form(file, &grid, self.problems);
                if !table.is_empty() {
                    let of = FilePath::fixed("naskah.toml");
                    let span = Span::File(file);
                    let (_, whole) = files.entry(of).or_insert((span, Vec::new()));
                    let node = Node { value: Value::Table(table), span };
                    whole.push((Spanned::new("profil".to_owned(), span), node));
                }
            }
            SheetContent::Rows(planned) => {
                let columns = ListColumns::of_sheet(plan.title);
                let headed = self.has_head((file, plan.title), &grid, columns);
                let found = headed
                    .then(|| sheet::rows(file, &grid, columns, self.problems))
                    .flatten();
                let Some(mut found) = found else {
                    if !grid.cells.is_empty() {
                        all.unread.insert(plan.title);
                    }
                    return;
                };
                let specs = planned.declared().map_or_else(Vec::new, Declared::specs);
                for row in &mut found {
                    if let Value::Table(table) = &mut row.value {
                        values::unfold(table, &specs);
                    }
                }
                all.rows.insert(plan.title, found);
            }
        }
    }

    /// Whether a list has its head. Columns that were taken out of it are told: what they held
    /// would count as not filled in.
    fn has_head(
        &mut self,
        (file, title): (FileId, &str),
        grid: &Grid,
        columns: ListColumns,
    ) -> bool {
        if grid.cells.is_empty() {
            return false;
        }
        let all = columns.keys();
        if let Some(found) = displaced(grid, columns) {
            let place = Span::Cell { file, row: found.row, column: 0 };
            self.problems.add(place, found.problem(|row| row + 1));
            return false;
        }
        let head = Search::LIST.find(grid, &columns);
        let names = head.map(|head| names(grid, &columns, head)).unwrap_or_default();
        // A column whose heading is mistyped is told at it.
        let heads: Vec<&str> = names.values().map(|name| name.text.as_str()).collect();
        let read = columns.sort(&heads).keys;
        let has = |key: &str| read.values().any(|own| own == key);
        let count = all.iter().filter(|key| has(key)).count();
        // Two words of a row may be called like columns by chance.
        let (Some(head), true) = (head, count >= all.len().min(LEAST)) else {
            let expected = all.join(", ");
            self.problems.add(Span::File(file), SheetProblem::NoHeader { expected });
            return false;
        };
        let required = columns.required();
        let gone = all.iter().filter(|key| !has(key) && !required.contains(key));
        let names: Vec<String> = gone.map(|key| format!("`{key}`")).collect();
        if !names.is_empty() {
            let place = Span::Cell { file, row: head.last, column: 0 };
            let (sheet, names) = (title.to_owned(), names.join(", "));
            self.problems.add(place, WorkbookProblem::ColumnsGone { sheet, names });
        }
        true
    }

    /// Puts a section where its file has it. What must be filled in is told at its cell where the
    /// section says anything, or where its file cannot do without it.
    fn section(&mut self, read: SectionRead, files: &mut BookFiles) {
        let SectionRead { section, span, mut table, blank, empty } = read;
        for (spec, cell) in empty {
            self.sources.blank(span, spec.key.as_str(), cell);
        }
        let file = FilePath::fixed(section.file);
        let needed =
            section.is_needed() && (file == SETTINGS || files.contains_key(&file));
        if table.is_empty() && !needed {
            return;
        }
        for (spec, name, value) in blank {
            let key = spec.label();
            self.problems.add(value, WorkbookProblem::StillEmpty { key });
            let node = Node { value: Value::Broken, span: value };
            table.push((Spanned::new(spec.key.to_string(), name), node));
        }
        let (_, whole) = files.entry(file).or_insert_with(|| (span, Vec::new()));
        if section.key.is_empty() {
            whole.extend(table);
        } else {
            let node = Node { value: Value::Table(table), span };
            whole.push((Spanned::new(section.key.to_owned(), span), node));
        }
    }

    /// A sheet that is a list of the user's own, by its name.
    fn free(
        &mut self,
        book: &mut Book,
        path: &FilePath,
        name: &str,
        files: &mut BookFiles,
    ) {
        if let Some(near) = titled_like(name) {
            let there = book.sheets().iter().any(|own| normal(own) == normal(near));
            let place = Span::File(self.sources.add(book.place(name), ""));
            let (name, near) = (name.to_owned(), near.to_owned());
            self.problems
                .add(place, WorkbookProblem::MisspeltSheet { name, near, there });
            return;
        }
        let list = normal(name).replace(' ', "-");
        let Some(rows) = self.sheet(book, path, name, ListColumns::of("")) else {
            return;
        };
        let Some(span) = rows.first().map(|row| row.span) else { return };
        let rows = Node { value: Value::List(rows), span };
        let table: NodeTable = vec![(Spanned::new(list.clone(), span), rows)];
        files.insert(FilePath::from(format!("data/{list}.toml")), (span, table));
    }

    /// Puts the rows of all sheets where files have them, the innermost first.
    fn assemble(
        &mut self,
        mut all: BTreeMap<&'static str, Vec<Node>>,
        unread: &BTreeSet<&'static str>,
        files: &mut BookFiles,
    ) {
        for plan in SHEETS.iter().rev() {
            let SheetContent::Rows(rows_plan) = &plan.holds else { continue };
            let RowPlace::Inside { sheet, key, by } = rows_plan.place else { continue };
            let Some(rows) = all.remove(plan.title) else { continue };
            // Which rows such a sheet has nobody knows.
            if unread.contains(sheet) {
                continue;
            }
            let columns = tying(rows_plan).into_iter().map(|spec| spec.key.as_str());
            let columns: Vec<&str> = columns.collect();
            let mut nothing = Vec::new();
            let outer = all.get_mut(sheet).unwrap_or(&mut nothing);
            let alone = |attach::Alone { value, near, count }| {
                let (sheet, by) = (sheet.to_owned(), by.join(", "));
                WorkbookProblem::NoSuchRow { value, sheet, by, near, count }
            };
            let (by, into) = ((&*columns, by), (&mut **outer, key));
            attach::inside(rows, by, into, self.problems, alone);
        }
        for plan in SHEETS {
            let SheetContent::Rows(rows_plan) = &plan.holds else { continue };
            for row in all.remove(plan.title).unwrap_or_default() {
                attach::in_file(row, rows_plan.place, files, self.problems);
            }
        }
    }
}
