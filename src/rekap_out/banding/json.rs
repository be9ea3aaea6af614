//! The comparison for programs.

use serde_json::{Value, json};

use crate::pipeline::Comparison;

/// The comparison; `problems` are those about the folder as a whole.
pub fn json(banding: &Comparison, problems: Vec<Value>) -> Value {
    let tanpa: Vec<Value> = banding
        .left_out
        .iter()
        .map(|satu| {
            json!({
                "folder": satu.folder,
                "daerah": satu.daerah,
                "sebab": if satu.no_data { "tanpa-data" } else { "bermasalah" },
                "problems": satu.problems,
                "more": satu.more,
            })
        })
        .collect();
    let mut value = serde_json::to_value(&banding.gabungan).unwrap_or_default();
    value["tanpa_indeks"] = tanpa.into();
    value["dilewati"] = banding.passed_over.clone().into();
    value["problems"] = problems.into();
    value
}
