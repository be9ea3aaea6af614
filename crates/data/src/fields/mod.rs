//! Reads typed values out of a table and reports every problem in it, not only the first.

mod formats;
mod numbers;
pub(crate) mod people;
mod phone;
mod sentences;

pub use formats::pattern_words;
pub(crate) use formats::{code, pattern, verification, within_hundred};
pub(crate) use sentences::sentences;
use sentences::{items_in_line, without_order};

use crate::problem::{FileProblem, PeopleProblem, SheetProblem};
use crate::tables::Key;
use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use num_traits::{One, Zero};

use crate::tables::datum::is_silent;
use crate::tables::spec::{FieldKind, Required, Spec};

use crate::node::{self, Node, NodeTable, Value, plain};
use base::diag::{AnyProblem, Both, Diagnostic, Problems, nearest, nearest_meaning};
use base::source::{Span, Spanned};
use base::written::Written;

/// The entries of one table, taken out one by one; what is left at [`Fields::finish`] is unknown.
pub struct Fields<'a> {
    name: String,
    span: Span,
    entries: &'a NodeTable,
    known: BTreeSet<Key>,
    /// What columns may be called, and the key each stands for.
    headings: Vec<(&'static str, Key)>,
    /// Whether it was no table, which was told: then nothing is missing in it.
    none: bool,
    /// What is wrong with it.
    pub problems: &'a mut Problems,
}

static NOTHING: NodeTable = NodeTable::new();

impl<'a> Fields<'a> {
    /// A table under the name that messages give it, such as `[daerah]`.
    pub fn new(
        name: impl Into<String>,
        span: Span,
        entries: &'a NodeTable,
        problems: &'a mut Problems,
    ) -> Self {
        let (known, headings) = (BTreeSet::new(), Vec::new());
        Self { name: name.into(), span, entries, known, headings, none: false, problems }
    }

    /// The table inside a node; anything else is a problem and reads as an empty table.
    pub fn of(name: &str, node: &'a Node, problems: &'a mut Problems) -> Self {
        Self::of_declared(name, &[], node, problems)
    }

    /// The same of a table whose declaration is known.
    fn of_declared(
        name: &str,
        specs: &[&Spec],
        node: &'a Node,
        problems: &'a mut Problems,
    ) -> Self {
        let Value::Table(entries) = &node.value else {
            let head = name.starts_with('[') && !name.starts_with("[[");
            if head && node.value != Value::Broken {
                let (head, keys) = (name.to_owned(), required(specs));
                problems.add(node.span, FileProblem::SectionAsValue { head, keys });
            } else {
                wrong(problems, name, node, ("tabel", "a table"));
            }
            let fields = Self::new(name, node.span, &NOTHING, problems);
            return Self { none: true, ..fields };
        };
        Self::new(name, node.span, entries, problems)
    }

    /// Where the table stands.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Where the table and all that is in it were written.
    pub fn places(&self) -> Written {
        written(self.span, self.entries)
    }

    /// Where a key's value stands; the table itself when it is absent.
    pub fn place(&self, key: Key) -> Span {
        let entry = self.entries.iter().find(|(k, _)| key == k.value);
        entry.map_or(self.span, |(_, node)| node.span)
    }

    /// Where a row of a list stands; the table itself when there is none.
    pub(crate) fn row(&self, key: Key, at: usize) -> Span {
        let list = self.entries.iter().find(|(k, _)| key == k.value);
        let Some((_, Node { value: Value::List(items), .. })) = list else {
            return self.span;
        };
        items.get(at).map_or(self.span, |item| item.span)
    }

    /// The text of a value as it was written.
    pub(crate) fn written(&self, key: Key) -> Option<&'a str> {
        let (_, node) = self.entries.iter().find(|(k, _)| key == k.value)?;
        match &node.value {
            Value::Text(text) | Value::Cell(text) => Some(text),
            _ => None,
        }
    }

    /// The text that a row says in a field; `None` where it says none, or that there is none
    /// ("-", "nihil").
    pub(crate) fn told_text(&mut self, spec: &Spec) -> Option<Spanned<String>> {
        self.text(spec.key).filter(|text| !spec.is_none(&text.value))
    }

    /// Learns what a column of a field may be called.
    pub(crate) fn called(&mut self, spec: &'static Spec) {
        self.headings.extend(spec.headings.iter().map(|heading| (*heading, spec.key)));
    }

    /// Takes a key for known that is read together with another.
    pub(crate) fn know(&mut self, key: Key) {
        self.known.insert(key);
    }

    /// Reports that a declared field is not there.
    pub(crate) fn missing(&mut self, spec: &Spec) {
        let key = match spec.kind {
            FieldKind::Table(_) => format!("[{}]", spec.key),
            _ => spec.key.into(),
        };
        self.lacking(key);
    }

    fn lacking(&mut self, key: String) {
        if self.none {
            return;
        }
        let table = self.name.clone();
        let problem: AnyProblem = match self.span {
            Span::Cell { .. } => SheetProblem::EmptyCell { key }.into(),
            _ => FileProblem::MissingKey { key, table }.into(),
        };
        self.problems.add(self.span, problem);
    }

    /// A value as it was written, for what this reader has no kind for.
    pub fn raw(&mut self, key: Key) -> Option<&'a Node> {
        self.get(key)
    }

    fn get(&mut self, key: Key) -> Option<&'a Node> {
        self.known.insert(key);
        self.entries.iter().find(|(k, _)| key == k.value).map(|(_, node)| node)
    }

    fn need<T: Default>(&mut self, key: Key, value: Option<T>) -> T {
        if value.is_none() && !self.has(key) {
            self.lacking(key.into());
        }
        value.unwrap_or_default()
    }

    /// A text that may be absent. An empty one is a problem.
    pub fn text(&mut self, key: Key) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        let text = match &node.value {
            Value::Text(t) | Value::Cell(t) => t.trim().to_owned(),
            Value::Int(n) => n.to_string(),
            Value::Number(n) => plain(n),
            _ => {
                wrong(self.problems, &key, node, TEXT);
                return None;
            }
        };
        if matches!(node.value, Value::Cell(_)) && node::is_scientific(&text) {
            let (key, value) = (key.into(), text);
            self.problems.add(node.span, SheetProblem::LongNumber { key, value });
            return None;
        }
        if text.is_empty() {
            let wanted = Both::new("nilainya", "a value");
            let key = key.into();
            self.problems.add(node.span, FileProblem::EmptyText { key, wanted });
            return None;
        }
        Some(Spanned::new(text, node.span))
    }

    /// A telephone number that may be absent. Typed into a sheet as a number it has lost the 0
    /// in front, which is put back and told; Indonesian numbers begin with 0, which is 62 from
    /// abroad.
    pub fn phone(&mut self, key: Key) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        let text = Spanned::new(phone::said(&text.value)?.to_owned(), text.span);
        let typed = self.entries.iter().find(|(k, _)| key == k.value);
        // CSV has only texts: what it saved of a number is told by its digits.
        let number = typed.is_some_and(|(_, node)| match node.value {
            Value::Number(_) => true,
            Value::Cell(_) => phone::is_bare_mobile(&text.value),
            _ => false,
        });
        let abroad = text.value.strip_prefix("62").filter(|rest| rest.starts_with('8'));
        let read = format!("0{}", abroad.unwrap_or(&text.value));
        // With its 0 a short number would be another one, and as incomplete as before.
        if number && phone::is_whole(&read) {
            let problem = SheetProblem::LostZero { key: key.into(), read: read.clone() };
            self.problems.add(text.span, problem);
            return Some(Spanned::new(read, text.span));
        }
        self.problems.extend(phone::doubt(&key, &text));
        Some(text)
    }

    /// A text that must be there; empty after a problem was reported.
    pub fn need_text(&mut self, key: Key) -> Spanned<String> {
        let value = self.text(key);
        self.need(key, value)
    }

    /// A list of texts, or one text with all of them; empty when absent.
    pub fn texts(&mut self, key: Key) -> Vec<Spanned<String>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        match &node.value {
            Value::Number(n) => vec![Spanned::new(plain(n), node.span)],
            Value::Text(t) | Value::Cell(t) => {
                let each = sentences(t).into_iter().flat_map(|t| named(key, t));
                each.map(|t| Spanned::new(t.to_owned(), node.span)).collect()
            }
            Value::List(items) => {
                let mut texts = Vec::new();
                for item in items {
                    if let Value::Text(t) = &item.value {
                        let each = items_in_line(t.trim()).into_iter();
                        let each = each.flat_map(|t| named(key, t));
                        texts.extend(each.map(|t| Spanned::new(t.to_owned(), item.span)));
                    } else {
                        wrong(self.problems, &key, item, TEXT);
                    }
                }
                without_order(&mut texts);
                texts
            }
            _ => {
                wrong(self.problems, &key, node, TEXTS);
                Vec::new()
            }
        }
    }

    /// Whether the key was written at all.
    pub fn has(&self, key: Key) -> bool {
        self.entries.iter().any(|(k, _)| key == k.value)
    }

    /// Whether nought was written: neither nothing nor what cannot be read.
    pub fn is_nought(&self, key: Key) -> bool {
        let mut written = self.entries.iter().filter(|(k, _)| key == k.value);
        written.any(|(_, node)| match &node.value {
            Value::Int(n) => *n == 0,
            Value::Number(n) => n.is_zero(),
            Value::Text(t) | Value::Cell(t) => t.trim() == "0",
            _ => false,
        })
    }

    /// Yes or no; absent is no.
    pub fn flag(&mut self, key: Key) -> bool {
        self.opt_flag(key).unwrap_or(false)
    }

    /// Yes or no that may be absent.
    pub fn opt_flag(&mut self, key: Key) -> Option<bool> {
        let node = self.get(key)?;
        match &node.value {
            Value::Bool(yes) => Some(*yes),
            Value::Number(n) if n.is_zero() => Some(false),
            Value::Number(n) if n.is_one() => Some(true),
            Value::Cell(t) if YES.contains(&t.to_lowercase().as_str()) => Some(true),
            Value::Cell(t) if NO.contains(&t.to_lowercase().as_str()) => Some(false),
            _ => {
                wrong(self.problems, &key, node, YES_NO);
                None
            }
        }
    }

    /// A date that may be absent.
    pub fn date(&mut self, key: Key) -> Option<Spanned<Date>> {
        let node = self.get(key)?;
        let date = match &node.value {
            Value::Date(date) => Some(*date),
            Value::Text(t) => t.parse().ok(),
            // What a form or a program exported has the hour as well.
            Value::Cell(t) => bahasa::parse_date(t).or_else(|| {
                bahasa::date::parse_moment(t).map(jiff::civil::DateTime::date)
            }),
            _ => {
                wrong(self.problems, &key, node, DATE);
                return None;
            }
        };
        if let (None, Value::Text(t) | Value::Cell(t)) = (date, &node.value) {
            let (key, value) = (key.into(), t.clone());
            let problem = if t.trim().is_empty() {
                let wanted = Both::new(
                    "tanggalnya tanpa tanda kutip, misalnya 2024-12-09",
                    "the date without quotes, such as 2024-12-09",
                );
                FileProblem::EmptyText { key, wanted }
            } else {
                FileProblem::BadDate { key, value }
            };
            self.problems.add(node.span, problem);
        }
        date.map(|d| Spanned::new(d, node.span))
    }

    /// A time of day that may be absent: `08:00:00` or "08.00".
    pub fn time(&mut self, key: Key) -> Option<Spanned<Time>> {
        let node = self.get(key)?;
        let time = match &node.value {
            Value::Time(time) => Some(*time),
            Value::Text(t) | Value::Cell(t) | Value::Decimal(t) => {
                bahasa::parse_time(t).ok()
            }
            other => {
                match numbers::made_of_clock(&key, other) {
                    Some(problem) => self.problems.add(node.span, problem),
                    None => wrong(self.problems, &key, node, TIME),
                }
                return None;
            }
        };
        if let (None, Value::Text(t) | Value::Cell(t) | Value::Decimal(t)) =
            (time, &node.value)
        {
            let (key, value) = (key.into(), t.clone());
            let problem = if t.trim().is_empty() {
                let wanted =
                    Both::new("jamnya, misalnya \"08.30\"", "a time, such as \"08.30\"");
                FileProblem::EmptyText { key, wanted }
            } else {
                FileProblem::BadTime { key, value }
            };
            self.problems.add(node.span, problem);
        }
        time.map(|t| Spanned::new(t, node.span))
    }

    /// One of some words that may be absent.
    pub fn word<T: Copy>(&mut self, key: Key, words: &[(&str, T)]) -> Option<T> {
        let node = self.get(key)?;
        if !matches!(
            node.value,
            Value::Text(_) | Value::Cell(_) | Value::Int(_) | Value::Number(_)
        ) {
            wrong_kind(self.problems, &key, node, one_of(words));
            return None;
        }
        let text = self.text(key)?;
        let lower = text.value.to_lowercase();
        if let Some((_, value)) = words.iter().find(|(w, _)| *w == lower) {
            return Some(*value);
        }
        let near = nearest(&text, words.iter().map(|(w, _)| *w)).unwrap_or_default();
        let allowed = words.iter().map(|(w, _)| *w).collect::<Vec<_>>().join(", ");
        self.problems.add(
            text.span,
            FileProblem::UnknownWord {
                key: key.into(),
                value: text.value,
                allowed,
                near,
            },
        );
        None
    }

    /// A table inside this one, read by `read`; `None` when absent.
    pub fn table<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        self.declared_table(key, &[], read)
    }

    /// The same of a table whose declaration is known.
    pub(crate) fn declared_table<T>(
        &mut self,
        key: Key,
        specs: &[&Spec],
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let node = self.get(key)?;
        let name = format!("[{key}]");
        let mut fields = Fields::of_declared(&name, specs, node, self.problems);
        let value = read(&mut fields);
        fields.finish();
        Some(value)
    }

    /// The tables of a list inside this one, each read by `read`; empty when absent.
    pub fn list<T>(
        &mut self,
        key: Key,
        read: impl FnMut(&mut Fields<'_>) -> T,
    ) -> Vec<T> {
        let Some(node) = self.get(key) else { return Vec::new() };
        match &node.value {
            Value::List(items) => rows(&key, items, self.problems, read),
            // `[sesi]` for `[[sesi]]`: one of them, read as what it is.
            Value::Table(_) => {
                let above = self.name.trim_matches(['[', ']']);
                let inside = self.name.starts_with('[');
                let head = if inside { format!("{above}.{key}") } else { key.into() };
                self.problems.add(node.span, FileProblem::SingleBrackets { head });
                rows(&key, std::slice::from_ref(node), self.problems, read)
            }
            _ => {
                wrong(self.problems, &key, node, TABLES);
                Vec::new()
            }
        }
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.entries {
            if !self.known.contains(key.value.as_str()) {
                let keys = self.known.iter().map(|key| (key.as_str(), *key));
                let names = keys.chain(self.headings.iter().copied());
                let near = nearest_meaning(&key.value, names);
                let near: String = near.map_or_else(String::new, Into::into);
                // What it is a slip of is there, and not missing as well.
                let missing = |d: &Diagnostic| {
                    d.span == self.span
                        && d.problem.is_a(|p| {
                            matches!(p, FileProblem::MissingKey { key, .. } if *key == near)
                        })
                };
                if !near.is_empty() {
                    self.problems.retain(|d| !missing(d));
                }
                let table = self.name.clone();
                let (key, span) = (key.value.clone(), key.span);
                let heads = String::new();
                self.problems
                    .add(span, FileProblem::UnknownKey { key, table, near, heads });
            }
        }
    }
}

/// The lines that a section cannot do without: "`tahun = …` dan `triwulan = …`".
fn required(specs: &[&Spec]) -> Both {
    let needed = specs.iter().filter(|spec| spec.required == Required::Yes);
    let lines: Vec<String> = needed.map(|spec| format!("`{} = …`", spec.key)).collect();
    if lines.is_empty() {
        return Both::new("isinya", "what it holds");
    }
    Both::new(
        format!("baris {}", lines.join(" dan ")),
        format!("the lines {}", lines.join(" and ")),
    )
}

/// Where a table at `span` and its entries were written. Of lists of texts what says that there
/// is nothing has no place, as it is not read.
pub fn written(span: Span, entries: &NodeTable) -> Written {
    let fields = entries.iter().map(|(key, node)| (key.value.clone(), told(node)));
    Written::table(span, fields.collect())
}

fn told(node: &Node) -> Written {
    let silent = |item: &&Node| match &item.value {
        Value::Text(text) => is_silent(text),
        _ => false,
    };
    match &node.value {
        Value::Table(entries) => written(node.span, entries),
        Value::List(items) => {
            let items = items.iter().filter(|item| !silent(item));
            Written::list(node.span, items.map(told).collect())
        }
        _ => Written::at(node.span),
    }
}

/// The lists of people who come to a meeting, and the most in each of them: papers are made for
/// each of them.
const PEOPLE: [&str; 3] = ["peserta", "narasumber", "panitia"];
const MOST_PEOPLE: usize = 2_000;

/// Keys whose texts are ids and codes.
const NAMING: [&str; 4] = ["urusan", "layanan", "narasumber", "penanda_tangan_lain"];

/// What a text names: of ids and codes several, with `;` or `,` between them as offices write
/// them; of anything else the text.
fn named(key: Key, text: &str) -> Vec<&str> {
    if key == "tembusan" && text.contains(';') {
        let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
        return parts.flat_map(items_in_line).collect();
    }
    if !NAMING.contains(&key.as_str()) {
        return vec![text];
    }
    let parts: Vec<&str> =
        text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_id = |part: &&str| !part.contains(char::is_whitespace);
    if parts.iter().all(is_id) {
        return parts;
    }
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Reads each row of a list of tables.
pub fn rows<T>(
    name: &str,
    items: &[Node],
    problems: &mut Problems,
    mut read: impl FnMut(&mut Fields<'_>) -> T,
) -> Vec<T> {
    let mut items = items;
    if PEOPLE.contains(&name)
        && let Some((read, [first, ..])) = items.split_at_checked(MOST_PEOPLE)
    {
        let count = bahasa::format_number(i64::try_from(items.len()).unwrap_or(i64::MAX));
        let (list, most) = (name.to_owned(), "2.000".to_owned());
        problems.add(first.span, PeopleProblem::TooManyPeople { list, count, most });
        items = read;
    }
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        let mut fields = Fields::of(&format!("[[{name}]]"), item, problems);
        values.push(read(&mut fields));
        fields.finish();
    }
    values
}

/// Yes and no as people mark them in a sheet.
const YES: [&str; 8] = ["ya", "iya", "true", "1", "x", "v", "✓", "√"];
const NO: [&str; 5] = ["tidak", "false", "0", "-", "bukan"];

/// A kind of values in both languages.
type ValueKind = (&'static str, &'static str);

const TEXT: ValueKind = ("teks dalam tanda kutip", "text in quotes");
const TEXTS: ValueKind =
    ("daftar teks, misalnya [\"…\", \"…\"]", "a list of texts, such as [\"…\", \"…\"]");
const YES_NO: ValueKind = ("true atau false", "true or false");
const DATE: ValueKind = ("tanggal, misalnya 2024-12-09", "a date, such as 2024-12-09");
const TIME: ValueKind = ("jam, misalnya \"08.30\"", "a time, such as \"08.30\"");
const TABLES: ValueKind = ("daftar tabel [[…]]", "a list of tables [[…]]");

/// Reports a value of another kind. One that could not be read at all was reported before.
fn wrong(problems: &mut Problems, key: &str, node: &Node, expected: ValueKind) {
    wrong_kind(problems, key, node, Both::new(expected.0, expected.1));
}

/// What a value is that is one of some words.
fn one_of<T>(words: &[(&str, T)]) -> Both {
    let quoted: Vec<String> =
        words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
    let list = quoted.join(", ");
    Both::new(format!("salah satu dari {list}"), format!("one of {list}"))
}

fn wrong_kind(problems: &mut Problems, key: &str, node: &Node, expected: Both) {
    if node.value == Value::Broken {
        return;
    }
    problems.add(
        node.span,
        FileProblem::WrongType { key: key.into(), expected, found: node.value.kind() },
    );
}

/// Texts without their places.
pub(crate) fn values(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}
