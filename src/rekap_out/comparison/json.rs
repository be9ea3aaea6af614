//! The comparison for programs.

use serde_json::Value;

use super::Comparison;
use base::diag::Told;

/// The comparison; `problems` are those about the folder as a whole.
pub fn json(comparison: &Comparison, problems: &[Told]) -> Value {
    let mut value = serde_json::to_value(comparison).unwrap_or_default();
    value["problems"] = serde_json::to_value(problems).unwrap_or_default();
    value
}
