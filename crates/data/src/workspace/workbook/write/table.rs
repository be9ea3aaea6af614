//! The tables of files, sorted by the sheets that show them.

use super::DataFiles;
use crate::node::{Node, NodeTable, Value};
use crate::workspace::workbook::plan::{
    NamedSection, RowPlace, RowsPlan, SHEETS, SheetContent, tying,
};

/// A row of a sheet: what its tying columns say, and its own table.
#[derive(Clone)]
pub(super) struct SheetRow<'n> {
    pub(super) above: Vec<(&'static str, Tie<'n>)>,
    pub(super) own: &'n NodeTable,
}

/// What a tying column says.
#[derive(Clone, Copy)]
pub(super) enum Tie<'n> {
    Name(&'n str),
    Value(&'n Node),
}

/// All that files say, ready for sheets.
pub(super) struct Tables<'n> {
    files: &'n DataFiles,
    /// Lists of the user's own, by name.
    pub(super) free: Vec<(&'n str, &'n [Node])>,
}

/// A value of a table.
pub(super) fn get<'n>(table: &'n NodeTable, key: &str) -> Option<&'n Node> {
    table.iter().find(|(own, _)| own.value == key).map(|(_, node)| node)
}

fn rows<'n>(table: &'n NodeTable, keys: &[&str]) -> Vec<&'n NodeTable> {
    let Some((first, rest)) = keys.split_first() else { return Vec::new() };
    match get(table, first).map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().filter_map(inner).collect(),
        Some(Value::Table(inner)) => rows(inner, rest),
        _ => Vec::new(),
    }
}

fn inner(node: &Node) -> Option<&NodeTable> {
    match &node.value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

impl<'n> Tables<'n> {
    pub(super) fn of(files: &'n DataFiles) -> Self {
        let planned = |name: &str| {
            SHEETS.iter().any(|sheet| match &sheet.holds {
                SheetContent::Values(sections) => sections.iter().any(|s| s.file == name),
                SheetContent::Form => false,
                SheetContent::Rows(rows) => match rows.place {
                    RowPlace::List(file, _) | RowPlace::Named(file) => file == name,
                    _ => name.starts_with("data/capaian/"),
                },
            })
        };
        let free = files.iter().filter(|(path, _)| !planned(path));
        let free = free.filter_map(|(path, table)| {
            let (_, list) = table.iter().find(|(key, _)| key.value == path.stem())?;
            match &list.value {
                Value::List(items) => Some((path.stem(), items.as_slice())),
                _ => None,
            }
        });
        let free = free.collect();
        Self { files, free }
    }

    fn file(&self, name: &str) -> Option<&'n NodeTable> {
        self.files.iter().find(|(path, _)| path.as_str() == name).map(|(_, table)| table)
    }

    /// The quarters, the latest first.
    fn quarters(&self) -> Vec<&'n NodeTable> {
        let said = |table: &NodeTable, key: &str| {
            get(table, key).and_then(|node| node.value.shown()).unwrap_or_default()
        };
        let mut all: Vec<&NodeTable> = self
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("data/capaian/"))
            .map(|(_, table)| table)
            .collect();
        all.sort_by_key(|table| (said(table, "tahun"), said(table, "triwulan")));
        all.reverse();
        all
    }

    /// The table of a section of a sheet.
    pub(super) fn section(&self, section: &NamedSection) -> Option<&'n NodeTable> {
        let file = self.file(section.file)?;
        if section.key.is_empty() {
            Some(file)
        } else {
            get(file, section.key).and_then(inner)
        }
    }

    /// `[profil]`.
    pub(super) fn form(&self) -> Option<&'n NodeTable> {
        get(self.file("naskah.toml")?, "profil").and_then(inner)
    }

    /// The rows of a sheet.
    pub(super) fn rows(&self, plan: &RowsPlan) -> Vec<SheetRow<'n>> {
        let quarter = |table: &'n NodeTable| {
            let tie = |key| get(table, key).map(|node| (key, Tie::Value(node)));
            ["tahun", "triwulan"].into_iter().filter_map(tie).collect::<Vec<_>>()
        };
        let plain = |own| SheetRow { above: Vec::new(), own };
        match plan.place {
            RowPlace::List(file, keys) => {
                let found = self.file(file).map(|table| rows(table, keys));
                found.into_iter().flatten().map(plain).collect()
            }
            RowPlace::Named(file) => {
                let all = self.file(file).into_iter().flatten();
                let named = all.filter_map(|(name, node)| {
                    let above = vec![("templat", Tie::Name(&name.value))];
                    Some(SheetRow { above, own: inner(node)? })
                });
                named.collect()
            }
            RowPlace::Quarter(key) => {
                let each = self.quarters().into_iter().flat_map(|table| {
                    let row = move |own| SheetRow { above: quarter(table), own };
                    rows(table, &[key]).into_iter().map(row)
                });
                each.collect()
            }
            RowPlace::OfQuarter(key) => {
                let each = self.quarters().into_iter().filter_map(|table| {
                    let own = get(table, key).and_then(inner)?;
                    Some(SheetRow { above: quarter(table), own })
                });
                each.collect()
            }
            RowPlace::Inside { sheet, key, by } => {
                let outer = SHEETS.iter().find(|plan| plan.title == sheet);
                let Some(SheetContent::Rows(outer)) = outer.map(|plan| &plan.holds)
                else {
                    return Vec::new();
                };
                let columns: Vec<&str> =
                    tying(plan).into_iter().map(|spec| spec.key.as_str()).collect();
                let each = self.rows(outer).into_iter().flat_map(|row| {
                    let value = |column: &&'static str| {
                        let above = row.above.iter().find(|(own, _)| own == column);
                        let own = || get(row.own, column).map(Tie::Value);
                        above.map(|(_, tie)| *tie).or_else(own)
                    };
                    let tied = columns.iter().zip(by);
                    let above: Vec<_> =
                        tied.filter_map(|(own, c)| Some((*own, value(c)?))).collect();
                    let inside = rows(row.own, &[key]).into_iter();
                    inside.map(move |own| SheetRow { above: above.clone(), own })
                });
                each.collect()
            }
        }
    }
}
