//! `naskah schema`.

use super::Exit;
use super::report::Console;
use crate::pipeline::desk::{schema, schema_names};

/// The schema of one file, or the names that may be asked for.
pub(super) fn run(name: Option<&str>, console: &Console) -> Exit {
    match name {
        Some(name) => {
            if let Some(schema) = schema(name) {
                console.json(&schema);
            }
        }
        None => {
            for name in schema_names() {
                console.result(name);
            }
        }
    }
    Exit::Done
}
