//! The files of the next quarter out of those of the last.

mod follow_ups;
mod words;

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use words::{names_quarter, names_what_was, rolled};

use super::load::RAKOR;
use super::workbook::SURAT;
use super::{REGISTER, SETTINGS, Workspace};
use crate::files::FilePath;
use crate::head;
use crate::tables::{self, Declared, Required, Spec};
use crate::toml_value::edited;
use base::diag::{AnyProblem, InternalProblem};
use field::domain::{Periode, TindakLanjut};

/// What the next quarter begins with.
#[derive(Debug, Clone)]
pub struct NextQuarter {
    /// The quarter that was reported.
    pub from: Periode,
    /// The one that comes.
    pub to: Periode,
    /// How the series of events names the last meeting.
    pub last: Option<String>,
    /// What was agreed or asked for, to be reported on.
    pub before: Vec<TindakLanjut>,
}

/// The files of a workspace by path.
pub type FileTexts = BTreeMap<FilePath, Vec<u8>>;

/// A text of the data that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextText {
    /// Its file.
    pub file: FilePath,
    /// The table it stands in, as it is declared.
    pub table: &'static str,
    /// Its key.
    pub key: String,
    /// What it says.
    pub text: String,
}

/// What became of the files.
#[derive(Debug, Clone, Default)]
pub struct NextFiles {
    /// The files of the next quarter.
    pub files: FileTexts,
    /// Values that were taken out, by file, table and key, with how many.
    pub emptied: BTreeMap<(FilePath, &'static str, String), usize>,
    /// Texts that name the next quarter now.
    pub rolled: Vec<NextText>,
    /// Texts that still name a day, or the year or quarter that was.
    pub look: Vec<NextText>,
    /// Files that were left out, since they tell of the last meeting.
    pub left: Vec<FilePath>,
    /// Lists whose column says who came to the last meeting, and which only a spreadsheet can empty.
    pub sheets: Vec<FilePath>,
    /// Letters whose first number was taken out, with it, where no register knows the numbers.
    pub unregistered: Vec<(String, i64)>,
    /// How many are carried to be reported on.
    pub carried: usize,
}

/// What came of the meeting.
pub const HASIL: FilePath = FilePath::fixed("data/hasil.toml");

/// What Excel writes at the beginning of a CSV.
const MARK: &str = "\u{feff}";

/// Texts of the data that tell what was, and go on telling it.
const HISTORY: [&str; 2] = ["rangkaian", "tindak_lanjut"];

/// Makes the files of the next quarter. What a person typed stays as it was typed, comments and
/// all, but for what holds for one meeting only.
///
/// # Errors
/// [`InternalProblem::Internal`] for a file that was read before and is no TOML.
pub fn next_files(old: &FileTexts, next: &NextQuarter) -> Result<NextFiles, AnyProblem> {
    let mut made = NextFiles::default();
    for (path, bytes) in old {
        if *path == HASIL {
            made.left.push(path.clone());
            continue;
        }
        let once = once(path);
        let bytes = if [SETTINGS, RAKOR, SURAT, REGISTER].contains(path) {
            made.document(path, bytes, next)?
        } else if path.ends_in(&["csv"]) {
            made.list(path, bytes, &once)
        } else {
            bytes.clone()
        };
        made.lines(path, &bytes, next);
        if path.is_book() && !once.is_empty() {
            made.sheets.push(path.clone());
        }
        made.files.insert(path.clone(), bytes);
    }
    if made.files.contains_key(&REGISTER) {
        made.unregistered.clear();
    }
    Ok(made)
}

/// The table of a list that stands in a file of its own, and its keys that hold for one meeting
/// only.
fn once(path: &FilePath) -> Vec<(&'static str, &'static Spec)> {
    let of_data = FilePath::from("data").join(path.name()) == *path;
    let table = tables::find(path.stem()).filter(|_| of_data);
    let specs = table.into_iter().flat_map(|table| {
        let name = table.about().name;
        table.specs().into_iter().map(move |spec| (name, spec))
    });
    specs.filter(|(_, spec)| spec.once).collect()
}

impl NextFiles {
    /// Leaves out the photos of the last meeting.
    pub fn leave_photos(&mut self, workspace: &Workspace) {
        let photos = workspace.hasil.iter().flat_map(|hasil| &hasil.foto);
        for photo in photos {
            let Some(path) = FilePath::checked(&photo.berkas.value) else { continue };
            for path in [FilePath::fixed("aset").join(&path), path] {
                if self.files.remove(&path).is_some() {
                    self.left.push(path);
                }
            }
        }
    }

    /// The settings, the meeting, the letters or the register.
    fn document(
        &mut self,
        path: &FilePath,
        bytes: &[u8],
        next: &NextQuarter,
    ) -> Result<Vec<u8>, AnyProblem> {
        let text = String::from_utf8_lossy(bytes);
        let unread = |error: &toml_edit::TomlError| -> AnyProblem {
            InternalProblem::Internal { detail: format!("{path}: {error}") }.into()
        };
        let changed = edited(&text, unread, |document| {
            match path {
                p if *p == SETTINGS => settings(document, next),
                p if *p == REGISTER => register(document),
                _ => self.meeting(path, document, next),
            }
            Ok(())
        })?;
        Ok(changed.into_bytes())
    }

    fn meeting(
        &mut self,
        path: &FilePath,
        document: &mut DocumentMut,
        next: &NextQuarter,
    ) {
        if *path == RAKOR {
            for table in tables::tables() {
                let about = table.about();
                if about.file != RAKOR.as_str() || about.head.is_empty() {
                    continue;
                }
                let keys = about.head.trim_matches(['[', ']']);
                each(document.as_table_mut(), keys, &mut |found| {
                    self.empty(path, table, found);
                });
            }
            series(document, next);
            self.carried = follow_ups::taken_up(document, next);
        } else if let Some(letter) = tables::find("surat") {
            for (template, item) in document.iter_mut() {
                if let Some(found) = item.as_table_like_mut() {
                    if let Some(first) = found.get("urut").and_then(Item::as_integer) {
                        self.unregistered.push((template.get().to_owned(), first));
                    }
                    self.empty(path, letter, found);
                    // A number written out is that of the last letter.
                    let number = found.get("nomor").and_then(Item::as_str);
                    if number.is_some_and(|number| !number.contains('{')) {
                        found.remove("nomor");
                        self.count(path, "surat", "nomor");
                    }
                }
            }
        }
        let whole = if *path == SURAT { "surat" } else { "" };
        self.texts((path, whole), document.as_table_mut(), next);
    }

    /// Takes out what holds for one meeting only.
    fn empty(
        &mut self,
        path: &FilePath,
        table: &'static dyn Declared,
        found: &mut dyn TableLike,
    ) {
        for spec in table.specs().into_iter().filter(|spec| spec.once) {
            let Some(there) = found.get_mut(&spec.key) else { continue };
            if there.as_str() == Some("") {
                continue;
            }
            // What must be there is asked for where it stood.
            match (spec.required, there.as_value_mut()) {
                (Required::Yes, Some(value)) => {
                    let decor = value.decor().clone();
                    *value = Value::from("");
                    *value.decor_mut() = decor;
                }
                _ => drop(found.remove(&spec.key)),
            }
            self.count(path, table.about().name, &spec.key);
        }
    }

    fn count(&mut self, path: &FilePath, table: &'static str, key: &str) {
        *self.emptied.entry((path.clone(), table, key.to_owned())).or_default() += 1;
    }

    /// Lets texts name the next quarter, and tells those that still name what was.
    fn texts(
        &mut self,
        (path, within): (&FilePath, &'static str),
        table: &mut dyn TableLike,
        next: &NextQuarter,
    ) {
        for (key, item) in table.iter_mut() {
            let key = key.get().to_owned();
            if HISTORY.contains(&key.as_str()) {
                continue;
            }
            match item {
                Item::Value(value) => self.text((path, within), &key, value, next),
                Item::Table(inner) => {
                    self.texts((path, below(within, &key)), inner, next);
                }
                Item::ArrayOfTables(all) => {
                    let within = below(within, &key);
                    all.iter_mut()
                        .for_each(|inner| self.texts((path, within), inner, next));
                }
                Item::None => {}
            }
        }
    }

    fn text(
        &mut self,
        (path, within): (&FilePath, &'static str),
        key: &str,
        value: &mut Value,
        next: &NextQuarter,
    ) {
        match value {
            Value::String(text) => {
                let old = text.value().clone();
                // An address is no sentence.
                let new =
                    if old.contains("://") { old.clone() } else { rolled(&old, next) };
                let told = |text: &str| NextText {
                    file: path.clone(),
                    table: within,
                    key: key.to_owned(),
                    text: text.to_owned(),
                };
                if new != old {
                    self.rolled.push(told(&new));
                    let decor = value.decor().clone();
                    *value = Value::from(new.as_str());
                    *value.decor_mut() = decor;
                }
                if names_what_was(&new, next) {
                    self.look.push(told(&new));
                }
            }
            Value::Array(all) => {
                all.iter_mut()
                    .for_each(|inner| self.text((path, within), key, inner, next));
            }
            Value::InlineTable(inner) => {
                self.texts((path, below(within, key)), inner, next);
            }
            _ => {}
        }
    }

    /// Lines of texts that nobody but their writer changes and that still name the quarter that was.
    fn lines(&mut self, path: &FilePath, bytes: &[u8], next: &NextQuarter) {
        let own =
            ["templates/", "panduan/"].iter().any(|folder| path.starts_with(*folder));
        let list = path.starts_with("data/")
            && path.ends_in(&["csv"])
            && !path.starts_with("data/capaian/");
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| own || list) else {
            return;
        };
        for (at, line) in text.lines().enumerate() {
            if names_quarter(line, next) || (list && names_what_was(line, next)) {
                self.look.push(NextText {
                    file: path.clone(),
                    table: "",
                    key: format!("{}", at + 1),
                    text: line.trim().to_owned(),
                });
            }
        }
    }

    /// A list as CSV without what holds for one meeting only: who came to the last one.
    fn list(
        &mut self,
        path: &FilePath,
        bytes: &[u8],
        once: &[(&'static str, &'static Spec)],
    ) -> Vec<u8> {
        let same = || bytes.to_vec();
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| !once.is_empty())
        else {
            return same();
        };
        let (mark, text) =
            text.strip_prefix(MARK).map_or(("", text), |rest| (MARK, rest));
        let separator = super::csv::separator(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let Ok(rows) = reader.records().collect::<Result<Vec<_>, _>>() else {
            return same();
        };
        let spec_of = |cell: &str| {
            let cell = head::normal(cell);
            let named = |spec: &Spec| {
                spec.key == *cell || spec.headings.iter().any(|name| *name == cell)
            };
            once.iter().copied().find(|(_, spec)| named(spec))
        };
        let found = rows.iter().enumerate().find_map(|(row, cells)| {
            let named = cells.iter().enumerate().filter_map(|(at, cell)| {
                let (table, spec) = spec_of(cell)?;
                Some((at, (table, spec)))
            });
            let columns: BTreeMap<usize, _> = named.collect();
            (!columns.is_empty()).then_some((row, columns))
        });
        let Some((head, columns)) = found else { return same() };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .terminator(if text.contains("\r\n") {
                csv::Terminator::CRLF
            } else {
                csv::Terminator::Any(b'\n')
            })
            .from_writer(mark.as_bytes().to_vec());
        for (at, row) in rows.iter().enumerate() {
            let cells = row.iter().enumerate().map(|(place, cell)| {
                let here = columns.get(&place).filter(|_| at > head);
                let Some((table, spec)) = here.filter(|_| !cell.trim().is_empty()) else {
                    return cell;
                };
                self.count(path, table, &spec.key);
                ""
            });
            if writer.write_record(cells).is_err() {
                return same();
            }
        }
        writer.into_inner().unwrap_or_else(|_| same())
    }
}

/// The declared table that a key holds; letters are called by their templates.
fn below(within: &'static str, key: &str) -> &'static str {
    if within == "surat" {
        return within;
    }
    tables::find(key).map_or(within, |table| table.about().name)
}

/// The tables below a path of keys, each of them where a key holds many.
fn each(
    table: &mut dyn TableLike,
    keys: &str,
    found: &mut dyn FnMut(&mut dyn TableLike),
) {
    let (first, rest) = keys.split_once('.').unwrap_or((keys, ""));
    let mut on = |inner: &mut dyn TableLike| {
        if rest.is_empty() {
            found(inner);
        } else {
            each(inner, rest, found);
        }
    };
    match table.get_mut(first) {
        Some(Item::ArrayOfTables(all)) => all.iter_mut().for_each(|inner| on(inner)),
        Some(Item::Value(Value::Array(all))) => {
            all.iter_mut()
                .filter_map(Value::as_inline_table_mut)
                .for_each(|inner| on(inner));
        }
        Some(item) => {
            if let Some(inner) = item.as_table_like_mut() {
                on(inner);
            }
        }
        None => {}
    }
}

/// The quarter that is reported, and papers that are no longer final.
fn settings(document: &mut DocumentMut, next: &NextQuarter) {
    let periode = document.entry("periode").or_insert_with(toml_edit::table);
    if let Some(periode) = periode.as_table_like_mut() {
        put(periode, "tahun", Value::from(i64::from(next.to.tahun)));
        put(periode, "triwulan", Value::from(i64::from(next.to.triwulan)));
    }
    let status = document.get_mut("dokumen").and_then(|d| d.as_table_like_mut());
    if let Some(status) = status
        && status.get("status").and_then(Item::as_str) == Some("final")
    {
        put(status, "status", Value::from("draf"));
    }
}

/// Sets a value and leaves what stands around it.
fn put(table: &mut dyn TableLike, key: &str, mut value: Value) {
    if let Some(there) = table.get_mut(key).and_then(Item::as_value_mut) {
        *value.decor_mut() = there.decor().clone();
        *there = value;
    } else {
        table.insert(key, Item::Value(value));
    }
}

/// The numbers that were given stay given, but to no letter of the next quarter.
fn register(document: &mut DocumentMut) {
    let Some(all) = document.get_mut("nomor").and_then(Item::as_array_of_tables_mut)
    else {
        return;
    };
    for entry in all.iter_mut() {
        let whose: Vec<String> = ["template", "subjek"]
            .iter()
            .filter_map(|key| entry.remove(key)?.as_str().map(str::to_owned))
            .collect();
        if !whose.is_empty() && !entry.contains_key("untuk") {
            entry.insert("untuk", toml_edit::value(whose.join("/")));
        }
    }
}

/// A register that came back, with the numbers that were given since: they stay given.
///
/// # Errors
/// [`InternalProblem::Internal`] for one that was written by the program and is no TOML.
pub fn joined_registers(old: &[u8], since: &[u8]) -> Result<Vec<u8>, AnyProblem> {
    let unread = |error: &toml_edit::TomlError| -> AnyProblem {
        InternalProblem::Internal { detail: format!("{REGISTER}: {error}") }.into()
    };
    let since = String::from_utf8_lossy(since);
    let mut given: DocumentMut =
        since.trim_start_matches(MARK).parse().map_err(|error| unread(&error))?;
    register(&mut given);
    let joined = edited(&String::from_utf8_lossy(old), unread, |document| {
        let empty = || Item::ArrayOfTables(ArrayOfTables::new());
        let all = document.entry("nomor").or_insert_with(empty).as_array_of_tables_mut();
        let (Some(all), Some(given)) =
            (all, given.get("nomor").and_then(Item::as_array_of_tables))
        else {
            return Ok(());
        };
        let number =
            |entry: &Table| entry.get("nomor").and_then(Item::as_str).map(str::to_owned);
        let known: Vec<Option<String>> = all.iter().map(number).collect();
        for entry in given.iter().filter(|entry| !known.contains(&number(entry))) {
            all.push(entry.clone());
        }
        Ok(())
    })?;
    Ok(joined.into_bytes())
}

/// The last meeting becomes part of the series.
fn series(document: &mut DocumentMut, next: &NextQuarter) {
    let rakor = document.get_mut("rakor").and_then(|r| r.as_table_like_mut());
    let (Some(rakor), Some(last)) = (rakor, &next.last) else { return };
    match rakor.get_mut("rangkaian").and_then(Item::as_value_mut) {
        Some(Value::Array(all)) => {
            let spread = all.iter().any(|v| prefix(v).contains('\n'));
            let mut value = Value::from(last.as_str());
            if spread {
                value.decor_mut().set_prefix("\n    ");
                all.set_trailing_comma(true);
            }
            all.push_formatted(value);
        }
        Some(Value::String(one)) => {
            let all: Array = [one.value().clone(), last.clone()].into_iter().collect();
            put(rakor, "rangkaian", Value::Array(all));
        }
        _ => {
            let all: Array = std::iter::once(last.as_str()).collect();
            put(rakor, "rangkaian", Value::Array(all));
        }
    }
}

fn prefix(value: &Value) -> &str {
    value.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default()
}
