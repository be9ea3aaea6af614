//! `data/surat.toml`: one table per template.

use crate::fields::Fields;
use crate::node::NodeTable;
use crate::tables::surat::SURAT;
use base::diag::Problems;
use field::domain::Surat;

pub(super) fn read(table: &NodeTable, problems: &mut Problems) -> Vec<Surat> {
    let mut letters = Vec::new();
    for (name, node) in table {
        let mut f = Fields::of(&format!("[{}]", name.value), node, problems);
        let written = f.places();
        letters.push(Surat { template: name.clone(), written, ..SURAT.read(&mut f) });
        f.finish();
    }
    letters
}
