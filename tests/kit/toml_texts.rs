//! The texts of a TOML file, for tests that plant something in them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every text of a TOML file, whatever its key, with its place.
pub(crate) fn toml_texts(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    in_table(DeTable::parse(text).unwrap().get_ref(), &mut found);
    found
}

fn in_table(table: &DeTable<'_>, found: &mut Vec<(String, Range<usize>)>) {
    table.iter().for_each(|(_, value)| in_value(value, found));
}

fn in_value(value: &Spanned<DeValue<'_>>, found: &mut Vec<(String, Range<usize>)>) {
    match value.get_ref() {
        DeValue::String(text) => found.push((text.to_string(), value.span())),
        DeValue::Array(items) => items.iter().for_each(|item| in_value(item, found)),
        DeValue::Table(table) => in_table(table, found),
        _ => {}
    }
}
