//! Ids of invitations that nobody wrote: most offices keep whom they invite without one.

use std::collections::BTreeSet;

use crate::fields::people::proposed;
use crate::node::{Node, NodeTable, Value};
use base::source::{Span, Spanned};

/// What a row says under a key, with its place.
fn said(row: &NodeTable, key: &str) -> Option<(String, Span)> {
    let (_, node) = row.iter().find(|(own, _)| own.value == key)?;
    let text = node.value.shown()?.trim().to_owned();
    (!text.is_empty()).then_some((text, node.span))
}

/// No longer than a file name should be, and without the word before every addressee.
fn short(id: &str) -> String {
    const MOST: usize = 48;
    let id = id.strip_prefix("yth-").unwrap_or(id);
    if id.len() <= MOST {
        return id.to_owned();
    }
    // Ids are ASCII.
    let end = id[..MOST].rfind('-').unwrap_or(MOST);
    id[..end].to_owned()
}

/// The file of the rakor with an id for each of its invitations.
pub(super) fn invited(mut rakor: NodeTable) -> NodeTable {
    for (key, node) in &mut rakor {
        if let ("undangan", Value::List(rows)) = (key.value.as_str(), &mut node.value) {
            invitations(rows);
        }
    }
    rakor
}

/// Gives each row without an id that of its OPD, else one of the words of its addressee; of two
/// alike the second is numbered.
pub(super) fn invitations(rows: &mut [Node]) {
    let tables = |row: &Node| match &row.value {
        Value::Table(table) => said(table, "id").map(|(id, _)| id),
        _ => None,
    };
    let mut taken: BTreeSet<String> = rows.iter().filter_map(tables).collect();
    for row in rows {
        let Value::Table(table) = &mut row.value else { continue };
        if said(table, "id").is_some() {
            continue;
        }
        let by_office = said(table, "opd").filter(|(id, _)| !taken.contains(id));
        let Some((text, span)) = by_office.or_else(|| said(table, "yth")) else {
            continue;
        };
        // An addressee without a letter is told, and not his id as well.
        let id = proposed(&text).map_or_else(|| "undangan".to_owned(), |id| short(&id));
        let numbered = (2_u32..).map(|n| format!("{id}-{n}"));
        let mut free = std::iter::once(id.clone()).chain(numbered);
        let Some(id) = free.find(|id| !taken.contains(id)) else { continue };
        taken.insert(id.clone());
        let key = Spanned::new("id".to_owned(), span);
        table.push((key, Node { value: Value::Cell(id), span }));
    }
}
