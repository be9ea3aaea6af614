//! The comparison for programs.

use serde_json::{Value, json};

use crate::pipeline::Comparison;

/// The comparison; `problems` are those about the folder as a whole.
pub fn json(comparison: &Comparison, problems: Vec<Value>) -> Value {
    let without: Vec<Value> = comparison
        .left_out
        .iter()
        .map(|one| {
            json!({
                "folder": one.folder,
                "daerah": one.daerah,
                "sebab": if one.no_data { "tanpa-data" } else { "bermasalah" },
                "problems": one.problems,
                "more": one.more,
            })
        })
        .collect();
    let mut value = serde_json::to_value(&comparison.gabungan).unwrap_or_default();
    value["tanpa_indeks"] = without.into();
    value["dilewati"] = comparison.passed_over.clone().into();
    value["problems"] = problems.into();
    value
}
