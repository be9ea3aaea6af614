//! What a file and the workbook say of one table.
//!
//! Rows of both are one list; that a row stands in both is told where rows are compared.

use crate::node::{Node, NodeTable, Value};
use crate::problem::WorkbookProblem;
use crate::tables::tying::QUARTER;
use base::diag::Problems;
use base::source::Span;

/// Adds to what a file says what the workbook says. What both say is told at the cell, and the
/// file is read; `place` tells where something stands.
pub(in crate::workspace) fn unite(
    file: &mut NodeTable,
    book: NodeTable,
    place: &dyn Fn(Span) -> String,
    problems: &mut Problems,
) {
    for (key, node) in book {
        let there = file.iter_mut().find(|(own, _)| own.value == key.value);
        match (there, node) {
            (None, node) => file.push((key, node)),
            (
                Some((_, Node { value: Value::Table(there), .. })),
                Node { value: Value::Table(more), .. },
            ) => unite(there, more, place, problems),
            (
                Some((_, Node { value: Value::List(there), .. })),
                Node { value: Value::List(more), .. },
            ) if more.iter().all(is_row) => there.extend(more),
            // Which quarter it is, its file has to say as well.
            (Some((_, there)), node)
                if QUARTER.iter().any(|spec| spec.key == key.value)
                    && there.value.shown() == node.value.shown() => {}
            (Some((_, there)), node) => {
                let (key, there) = (key.value, place(there.span));
                problems.add(node.span, WorkbookProblem::SaidTwice { key, there });
            }
        }
    }
}

fn is_row(node: &Node) -> bool {
    matches!(node.value, Value::Table(_))
}
