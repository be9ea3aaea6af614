//! Reading one layer of a profile by the schema.

use crate::problem::ProfileProblem;
use data::problem::FileProblem;
use data::tables::Key;
use std::collections::BTreeMap;

use super::keys::{Group, KeyKind, PAPER_KINDS, TABLES};
use super::values::{KEYS, ProfileKey};
use bahasa::NumberPattern;
use bahasa::number::format_measure;
use base::diag::{Both, Problems};
use base::source::{Span, Spanned};
use data::fields::Fields;
use data::node::{Node, Value};

/// A value of a profile.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// A number.
    Number(f32),
    /// Two numbers: width and height in mm, or a ratio.
    Pair(f32, f32),
    /// A paper: its name, empty for one's own, width and height in mm.
    Kertas(&'static str, f32, f32),
    /// One of the key's words.
    Word(&'static str),
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Numbers.
    Numbers(Vec<f32>),
    /// Texts, each with its place.
    Texts(Vec<Spanned<String>>),
}

impl std::fmt::Display for Setting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(n) => f.write_str(&format_measure(*n)),
            Self::Pair(a, b) => write!(f, "[{a}, {b}]"),
            Self::Kertas("", w, h) => {
                write!(f, "{} x {} mm", format_measure(*w), format_measure(*h))
            }
            Self::Kertas(name, w, h) => {
                write!(f, "{name} ({} x {} mm)", format_measure(*w), format_measure(*h))
            }
            Self::Word(word) => f.write_str(word),
            Self::Text(text) => f.write_str(text),
            Self::Flag(yes) => f.write_str(if *yes { "ya" } else { "tidak" }),
            Self::Numbers(all) => {
                let all: Vec<String> = all.iter().map(|n| format_measure(*n)).collect();
                write!(f, "[{}]", all.join(", "))
            }
            Self::Texts(all) => {
                let all: Vec<&str> = all.iter().map(|text| text.value.as_str()).collect();
                write!(f, "[{}]", all.join(", "))
            }
        }
    }
}

/// A value and where it was written.
pub(super) type WrittenSetting = Spanned<Setting>;

/// The values of one table, by key.
pub(super) type SettingMap = BTreeMap<&'static str, WrittenSetting>;

/// One layer: a profile file, or `[profil]` of naskah.toml.
#[derive(Debug, Clone, Default)]
pub(super) struct Layer {
    /// What it is called for people.
    pub(super) origin: String,
    /// It comes with the program.
    pub(super) shipped: bool,
    /// The title of the profile.
    pub(super) title: Option<String>,
    /// The name of the profile under it.
    pub(super) base: Option<Spanned<String>>,
    /// Values for all papers.
    pub(super) general: SettingMap,
    /// Values for papers of one kind or template, with the place of the name.
    pub(super) kinds: BTreeMap<String, (Span, SettingMap)>,
    /// How sure the values of a group are.
    pub(super) certainty: BTreeMap<Group, String>,
}

/// Papers by name in mm (naskah-dinas practice: F4 is a trade name, 215 x 330 most common).
pub const PAPERS: [(&str, (&str, f32, f32)); 4] = [
    ("a4", ("a4", 210.0, 297.0)),
    ("f4-215", ("f4-215", 215.0, 330.0)),
    ("f4-210", ("f4-210", 210.0, 330.0)),
    ("folio", ("folio", 215.9, 330.2)),
];

impl Layer {
    /// Reads a layer; every mistake in it is told.
    pub(super) fn read(origin: &str, f: &mut Fields<'_>) -> Self {
        let title = f.text(Key::new("nama")).map(|t| t.value);
        let base = f.text(Key::new("dasar"));
        let general = values(f);
        let certainty = f
            .table(Key::new("sumber"), |f| {
                let groups = Group::ALL.iter();
                groups
                    .filter_map(|(word, k)| Some((*k, f.text(Key::new(word))?.value)))
                    .collect()
            })
            .unwrap_or_default();
        let mut kinds = BTreeMap::new();
        let asked = f.raw(Key::new("jenis"));
        match asked.map(|node| &node.value) {
            Some(Value::Table(tables)) => {
                for (name, node) in tables {
                    let title = format!("[jenis.{}]", name.value);
                    let mut fields = Fields::of(&title, node, f.problems);
                    let own = values(&mut fields);
                    fields.finish();
                    kinds.insert(name.value.clone(), (name.span, own));
                }
            }
            Some(other) => {
                let expected =
                    Both::new("tabel [jenis.<nama>]", "a table [jenis.<name>]");
                let (key, found) = ("jenis".to_owned(), other.kind());
                let problem = FileProblem::WrongType { key, expected, found };
                f.problems.add(f.place(Key::new("jenis")), problem);
            }
            None => {}
        }
        Self {
            origin: origin.to_owned(),
            shipped: false,
            title,
            base,
            general,
            kinds,
            certainty,
        }
    }

    /// Reports kinds that no paper is of; `templates` are the names of all templates.
    pub(super) fn check_kinds(&self, templates: &[&str], problems: &mut Problems) {
        for (name, (span, _)) in &self.kinds {
            let known = || PAPER_KINDS.iter().copied().chain(templates.iter().copied());
            if known().any(|k| k == name) {
                continue;
            }
            let near = base::diag::nearest(name, known()).unwrap_or_default();
            let (name, allowed) = (name.clone(), PAPER_KINDS.join(", "));
            problems.add(*span, ProfileProblem::UnknownKind { name, near, allowed });
        }
    }
}

/// The values of a table and of the tables inside it.
fn values(f: &mut Fields<'_>) -> SettingMap {
    let mut found = SettingMap::new();
    let mut take = |f: &mut Fields<'_>, key: &'static ProfileKey, short: &'static str| {
        let short = Key::new(short);
        let place = f.place(short);
        if let Some(value) = value(f, short, key.kind) {
            found.insert(key.name, Spanned::new(value, place));
        }
    };
    for key in KEYS.iter().filter(|k| !k.name.contains('.')) {
        take(f, key, key.name);
    }
    for table in TABLES {
        f.table(Key::new(table), |f| {
            for key in KEYS {
                match key.name.split_once('.') {
                    Some((of, short)) if of == table => take(f, key, short),
                    _ => {}
                }
            }
        });
    }
    found
}

fn value(f: &mut Fields<'_>, key: Key, kind: KeyKind) -> Option<Setting> {
    match kind {
        KeyKind::Kertas => paper(f, key),
        KeyKind::Number(low, high) => f.decimal_in(key, low..=high).map(Setting::Number),
        #[allow(clippy::cast_precision_loss)]
        KeyKind::Whole(low, high) => {
            f.int_in(key, low..=high).map(|n| Setting::Number(n.value as f32))
        }
        KeyKind::Pair(low, high) => pair(f, key, low, high),
        KeyKind::Word(words) => {
            let words: Vec<(&str, &'static str)> =
                words.iter().map(|w| (*w, *w)).collect();
            f.word(key, &words).map(Setting::Word)
        }
        KeyKind::Numbers(low, high) => numbers(f, key, low, high),
        // An empty list is said where the list below it shall not hold.
        KeyKind::Faces => f.has(key).then(|| Setting::Texts(f.texts(key))),
        KeyKind::Text | KeyKind::Huruf | KeyKind::Picture => {
            f.text(key).map(|t| Setting::Text(t.value))
        }
        KeyKind::Pattern => {
            let text = f.text(key)?;
            if let Err(error) = text.value.parse::<NumberPattern>() {
                let detail = data::fields::pattern_words(&error);
                let problem = FileProblem::BadPattern { key: key.into(), detail };
                f.problems.add(text.span, problem);
                return None;
            }
            Some(Setting::Text(text.value))
        }
        KeyKind::Flag => f.opt_flag(key).map(Setting::Flag),
    }
}

/// Where "F4" stands alone, which is the trade name of several sizes.
fn bare_f4(f: &mut Fields<'_>, key: Key) -> Option<Span> {
    let node = f.raw(key)?;
    let Value::Text(text) = &node.value else { return None };
    text.trim().eq_ignore_ascii_case("f4").then_some(node.span)
}

/// A paper by its name, or by width and height, which then must both be there.
fn paper(f: &mut Fields<'_>, key: Key) -> Option<Setting> {
    let named = if let Some(span) = bare_f4(f, key) {
        f.problems.add(span, ProfileProblem::WhichF4 {});
        None
    } else {
        f.word(key, &PAPERS)
    };
    let own = f.table(Key::new("kertas_mm"), |f| {
        let mut side = |key: Key| {
            if !f.has(key) {
                let (key, table) = (key.into(), "[kertas_mm]".to_owned());
                f.problems.add(f.span(), FileProblem::MissingKey { key, table });
            }
            f.decimal_in(key, 50.0..=2000.0)
        };
        side(Key::new("lebar")).zip(side(Key::new("tinggi")))
    });
    match own.flatten() {
        Some((width, height)) => Some(Setting::Kertas("", width, height)),
        None => named.map(|(name, w, h)| Setting::Kertas(name, w, h)),
    }
}

/// `[3, 4]`.
fn pair(f: &mut Fields<'_>, key: Key, low: f32, high: f32) -> Option<Setting> {
    let node = f.raw(key)?;
    let numbers: Option<Vec<f32>> = match &node.value {
        Value::List(items) if items.len() == 2 => items.iter().map(number).collect(),
        _ => None,
    };
    let Some(&[a, b]) = numbers.as_deref() else {
        let expected = Both::new(
            "dua bilangan, misalnya [3, 4]".to_owned(),
            "two numbers, such as [3, 4]".to_owned(),
        );
        let (key, found) = (key.into(), node.value.kind());
        f.problems.add(node.span, FileProblem::WrongType { key, expected, found });
        return None;
    };
    if let Some(wrong) = [a, b].into_iter().find(|n| !(low..=high).contains(n)) {
        let range =
            Both::new(format!("{low} s.d. {high}"), format!("from {low} to {high}"));
        let (key, value) = (key.into(), wrong.to_string());
        f.problems.add(node.span, FileProblem::OutOfRange { key, value, range });
        return None;
    }
    Some(Setting::Pair(a, b))
}

/// `[14, 16, 20]`.
fn numbers(f: &mut Fields<'_>, key: Key, low: f32, high: f32) -> Option<Setting> {
    let node = f.raw(key)?;
    let all: Option<Vec<f32>> = match &node.value {
        Value::List(items) => items.iter().map(number).collect(),
        _ => None,
    };
    let Some(all) = all else {
        let expected = Both::new(
            "beberapa bilangan, misalnya [14, 16, 20]",
            "some numbers, such as [14, 16, 20]",
        );
        let (key, found) = (key.into(), node.value.kind());
        f.problems.add(node.span, FileProblem::WrongType { key, expected, found });
        return None;
    };
    if let Some(wrong) = all.iter().find(|n| !(low..=high).contains(*n)) {
        let range =
            Both::new(format!("{low} s.d. {high}"), format!("from {low} to {high}"));
        let (key, value) = (key.into(), wrong.to_string());
        f.problems.add(node.span, FileProblem::OutOfRange { key, value, range });
        return None;
    }
    Some(Setting::Numbers(all))
}

fn number(node: &Node) -> Option<f32> {
    match &node.value {
        #[allow(clippy::cast_precision_loss)]
        Value::Int(n) => Some(*n as f32),
        Value::Decimal(text) => text.replace('_', "").parse().ok(),
        _ => None,
    }
}
