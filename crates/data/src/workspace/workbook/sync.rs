//! A TOML that people keep says what a table says; what it said already is not touched, with its
//! comments, its order and the way its values are written.

use toml_edit::{ArrayOfTables, Item, Table, TableLike};

use super::plain::{self, PlainValue, spec_of};
use crate::files::FilePath;
use crate::node::{Node, NodeTable, Value};
use crate::tables::{self, Declared, Spec};
use crate::toml_value::put_value;

/// By these a row is known again among others, the first that it has.
const NAMES: [&str; 5] = ["id", "kode", "templat", "nama", "uraian"];

/// Where a table stands, which says what its keys are.
#[derive(Clone, Copy)]
pub(super) enum TableScope<'a> {
    /// It is the whole of a file.
    File(&'a FilePath),
    /// It is declared, or a list of the user's own.
    Inside(Option<&'static dyn Declared>),
}

impl TableScope<'_> {
    /// What a key is.
    fn spec(self, key: &str) -> Option<&'static Spec> {
        match self {
            Self::File(file) => spec_of(whole(file), key),
            Self::Inside(declared) => spec_of(declared, key),
        }
    }

    /// The declaration of the tables at a key.
    fn inner(self, key: &str) -> Option<&'static dyn Declared> {
        let declared = self.spec(key).and_then(|spec| spec.kind.inner());
        declared.or_else(|| match self {
            // Its keys are names of templates.
            Self::File(file) if *file == SURAT => tables::find("surat"),
            Self::File(_) => tables::find(key),
            Self::Inside(_) => None,
        })
    }
}

pub(in crate::workspace) const SURAT: FilePath = FilePath::fixed("data/surat.toml");

/// The declaration of a file that is one table.
fn whole(file: &FilePath) -> Option<&'static dyn Declared> {
    if file.starts_with("data/capaian/") {
        return tables::find("capaian");
    }
    let is_whole = |table: &&'static dyn Declared| {
        table.about().head.is_empty() && table.about().file == file.as_str()
    };
    tables::tables().into_iter().find(is_whole)
}

/// Brings a table of TOML to what `new` says, where `old` is what it says so far. Keys that `new`
/// lacks are taken out.
pub(super) fn table(
    toml: &mut dyn TableLike,
    (old, new): (&NodeTable, &NodeTable),
    scope: TableScope<'_>,
) {
    let gone =
        old.iter().filter(|(key, _)| !new.iter().any(|(own, _)| own.value == key.value));
    for (key, _) in gone {
        toml.remove(&key.value);
    }
    for (key, node) in new {
        let was =
            old.iter().find(|(own, _)| own.value == key.value).map(|(_, node)| node);
        let (spec, inner) = (scope.spec(&key.value), scope.inner(&key.value));
        match &node.value {
            Value::List(items) if !items.is_empty() && items.iter().all(is_table) => {
                let was = was.map_or(&[][..], list_of);
                if plain::rows(was, inner) != plain::rows(items, inner) {
                    rows(toml, &key.value, (was, items), inner);
                }
            }
            Value::Table(table_new) if spec.is_none() || inner.is_some() => {
                let nothing = NodeTable::new();
                let was = was.map_or(&nothing, table_of);
                if !toml.get(&key.value).is_some_and(Item::is_table_like) {
                    toml.insert(&key.value, Item::Table(Table::new()));
                }
                if let Some(place) =
                    toml.get_mut(&key.value).and_then(Item::as_table_like_mut)
                {
                    table(place, (was, table_new), TableScope::Inside(inner));
                }
            }
            _ => {
                let said = plain::value(new, &key.value, node, spec);
                let before = was.and_then(|was| plain::value(old, &key.value, was, spec));
                if said != before {
                    match said.map(|said| said.toml(spec.map(|spec| spec.kind))) {
                        Some(value) => put_value(toml, &key.value, value),
                        None => drop(toml.remove(&key.value)),
                    }
                }
            }
        }
    }
}

/// Brings a list of tables to what rows say. A row that is known again keeps its comments.
fn rows(
    toml: &mut dyn TableLike,
    key: &str,
    (old, new): (&[Node], &[Node]),
    declared: Option<&'static dyn Declared>,
) {
    let nothing = NodeTable::new();
    let mut there: Vec<Option<Table>> = match toml.get(key) {
        Some(Item::ArrayOfTables(all)) => all.iter().cloned().map(Some).collect(),
        _ => Vec::new(),
    };
    let mut all = ArrayOfTables::new();
    for (at, row) in new.iter().enumerate() {
        let row = table_of(row);
        let named = name_of(row, declared);
        let same = |n: &usize| {
            there.get(*n).is_some_and(Option::is_some)
                && old.get(*n).is_some_and(|o| name_of(table_of(o), declared) == named)
        };
        // Of rows that are called alike the one in the same place, else the first.
        let found = Some(at).filter(same).or_else(|| (0..there.len()).find(same));
        let mut place = found.and_then(|n| there[n].take()).unwrap_or_default();
        if found.is_none() {
            place.decor_mut().set_prefix("\n");
        }
        let was = found.and_then(|n| old.get(n)).map_or(&nothing, table_of);
        table(&mut place, (was, row), TableScope::Inside(declared));
        all.push(place);
    }
    toml.insert(key, Item::ArrayOfTables(all));
}

/// What a row is known by.
fn name_of(row: &NodeTable, declared: Option<&dyn Declared>) -> Option<PlainValue> {
    NAMES.iter().find_map(|name| {
        let (_, node) = row.iter().find(|(key, _)| key.value == *name)?;
        plain::value(row, name, node, spec_of(declared, name))
    })
}

fn is_table(node: &Node) -> bool {
    matches!(node.value, Value::Table(_))
}

fn table_of(node: &Node) -> &NodeTable {
    static NOTHING: NodeTable = NodeTable::new();
    match &node.value {
        Value::Table(table) => table,
        _ => &NOTHING,
    }
}

fn list_of(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}
