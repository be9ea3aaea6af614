//! `data/surat.toml`: one table per template.

use crate::fields::Fields;
use crate::node::{Node, NodeTable, Value};
use crate::problem::FileProblem;
use crate::tables::surat::SURAT;
use base::diag::Problems;
use base::source::Spanned;
use field::domain::Surat;

pub(super) fn read(table: &NodeTable, problems: &mut Problems) -> Vec<Surat> {
    let mut letters = Vec::new();
    // `[surat.undangan]` for `[undangan]`: the file says already that they are letters.
    let nested = |(name, node): &&(Spanned<String>, Node)| {
        let Value::Table(inner) = &node.value else { return false };
        let tables = inner.iter().all(|(_, node)| matches!(node.value, Value::Table(_)));
        name.value == "surat" && tables && !inner.is_empty()
    };
    for (name, node) in table.iter().filter(|entry| !nested(entry)) {
        let mut f = Fields::of(&format!("[{}]", name.value), node, problems);
        let written = f.places();
        letters.push(Surat { template: name.clone(), written, ..SURAT.read(&mut f) });
        f.finish();
    }
    for (name, node) in table.iter().filter(nested) {
        let Value::Table(inner) = &node.value else { continue };
        for (template, _) in inner {
            let (head, above) = (template.value.clone(), name.value.clone());
            problems.add(template.span, FileProblem::NameInFront { head, above });
        }
        letters.extend(read(inner, problems));
    }
    letters
}
