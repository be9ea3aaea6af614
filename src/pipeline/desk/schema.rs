//! What the files of the data may hold, for programs that edit them.

use serde_json::Value;

use data::tables::{self, File};

/// The names of the files of the data that have a schema.
pub fn schema_names() -> Vec<&'static str> {
    File::all().into_iter().map(|file| file.name).collect()
}

/// The JSON Schema of a file of the data, by its name.
pub fn schema(name: &str) -> Option<Value> {
    let file = File::all().into_iter().find(|file| file.name == name)?;
    Some(tables::schema(file))
}
