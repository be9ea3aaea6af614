//! What a file and the workbook say of one table.

use crate::node::{Node, NodeTable, Value};
use crate::problem::WorkbookProblem;
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
            (Some((_, there)), node) => {
                let (key, there) = (key.value, place(there.span));
                problems.add(node.span, WorkbookProblem::SaidTwice { key, there });
            }
        }
    }
}
