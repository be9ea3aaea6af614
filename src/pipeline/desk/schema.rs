//! What the files of a workspace may hold, for programs that edit them.

use serde_json::Value;

use data::tables::{self, File};
use papers::profil;

/// What a profile of the workspace's own is asked for by.
const PROFILE: &str = "profil";

/// The names of the files that have a schema.
pub fn schema_names() -> Vec<&'static str> {
    File::all().into_iter().map(|file| file.name).chain([PROFILE]).collect()
}

/// The JSON Schema of a file, by its name.
pub fn schema(name: &str) -> Option<Value> {
    if name == PROFILE {
        return Some(profil::schema());
    }
    let file = File::all().into_iter().find(|file| file.name == name)?;
    Some(tables::schema(file, &[profil::declared()]))
}
