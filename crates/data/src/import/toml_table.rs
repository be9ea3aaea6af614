//! One table of a TOML that people keep: a value in it changes, the rest stays as typed.

use bahasa::number::parse_plain;
use toml_edit::{Array, Item, Table, TableLike, Value};

use crate::tables::{Datum, Declared, FieldKind, Key, Spec};
use crate::toml_value::{figure, listed, put_value};
use field::spm::Amount;

/// The place of a key among those of its table; new ones go to theirs.
fn order_of(of: &dyn Declared, key: &str) -> usize {
    let specs = of.specs();
    specs.iter().position(|spec| spec.key == key).unwrap_or(specs.len())
}

/// What a table holds in a field, as the workspace would read it.
pub(super) fn content(table: &dyn TableLike, spec: &Spec) -> Option<Datum> {
    if spec.key == Key::TARGET
        && table.get(&Key::NIHIL).and_then(Item::as_bool) == Some(true)
    {
        return Some(Datum::Nihil);
    }
    let value = table.get(&spec.key)?.as_value()?;
    match spec.kind {
        FieldKind::Text => {
            let text = value.as_str()?.trim();
            (!spec.is_none(text)).then(|| Datum::Text(text.to_owned()))
        }
        FieldKind::Answer => {
            let text: Vec<String> = match value {
                Value::String(text) => vec![text.value().trim().to_owned()],
                Value::Array(all) => all
                    .iter()
                    .filter_map(|v| v.as_str().map(|t| t.trim().to_owned()))
                    .collect(),
                _ => return None,
            };
            Some(Datum::sentences(text))
        }
        _ => number_format(value).map(Datum::Number),
    }
}

fn number_format(value: &Value) -> Option<Amount> {
    match value {
        Value::Integer(n) => u64::try_from(*n.value()).ok().map(Amount::from),
        // As written: the binary fraction that TOML makes of it is another number.
        Value::Float(n) => {
            let number = parse_plain(&n.display_repr().replace('_', "")).ok()?;
            Amount::new(number).ok()
        }
        Value::String(text) => text.value().parse().ok(),
        _ => None,
    }
}

/// Puts a value into a field, or takes the field out.
pub(super) fn fill_in(table: &mut dyn TableLike, spec: &Spec, value: Option<&Datum>) {
    if spec.key == Key::TARGET {
        match value {
            Some(Datum::Nihil) => {
                table.remove(&Key::TARGET);
                put_value(table, &Key::NIHIL, Value::from(true));
                return;
            }
            _ => {
                table.remove(&Key::NIHIL);
            }
        }
    }
    let name_key = spec.key;
    match value {
        None => {
            table.remove(&name_key);
        }
        Some(Datum::Number(n)) => {
            let old = table.get(&name_key).and_then(Item::as_value).map(Value::to_string);
            let value = figure(n.value(), grouped_by(old.as_deref(), spec.kind));
            put_value(table, &name_key, value);
        }
        Some(Datum::Text(text)) => put_value(table, &name_key, Value::from(text)),
        Some(Datum::List(text)) => put_value(table, &name_key, listed(text)),
        // An empty list says that there is nothing to tell.
        Some(Datum::Nihil) => put_value(table, &name_key, Value::Array(Array::new())),
    }
}

/// Whether digits are grouped: as the old number was, else money only.
fn grouped_by(old: Option<&str>, kind: FieldKind) -> bool {
    match old {
        Some(old) if old.contains('_') => true,
        Some(old) if old.chars().filter(char::is_ascii_digit).count() > 3 => false,
        _ => matches!(kind, FieldKind::Money),
    }
}

/// [`fill_in`] for a table with lines of its own: a new key comes to its place among the others
/// and gets their indentation.
pub(super) fn fill_row(
    table: &mut Table,
    of: &dyn Declared,
    spec: &Spec,
    value: Option<&Datum>,
) {
    let name_key = match (spec.key, value) {
        (Key::TARGET, Some(Datum::Nihil)) => Key::NIHIL,
        (key, _) => key,
    };
    let there = table.contains_key(&name_key);
    fill_in(table, spec, value);
    if !there && table.contains_key(&name_key) {
        move_over(table, of, name_key);
    }
}

fn move_over(table: &mut Table, of: &dyn Declared, name_key: Key) {
    let indent = indent(table);
    let after: Vec<String> = table
        .iter()
        .map(|(k, _)| k.to_owned())
        .skip_while(|k| order_of(of, k) <= order_of(of, &name_key))
        .filter(|k| name_key != *k)
        .collect();
    if let Some((mut k, item)) = table.remove_entry(&name_key) {
        k.leaf_decor_mut().set_prefix(indent);
        table.insert_formatted(&k, item);
    }
    for k in after {
        if let Some((k, item)) = table.remove_entry(&k) {
            table.insert_formatted(&k, item);
        }
    }
}

/// The blanks before the keys of a table, without the comments that stand above them.
pub(super) fn indent(table: &Table) -> String {
    table
        .iter()
        .find_map(|(k, _)| {
            table.key(k)?.leaf_decor().prefix()?.as_str().map(str::to_owned)
        })
        .map(|first_row| first_row.rsplit('\n').next().unwrap_or_default().to_owned())
        .filter(|first_row| first_row.chars().all(char::is_whitespace))
        .unwrap_or_default()
}
