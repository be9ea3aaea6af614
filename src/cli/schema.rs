//! `naskah schema`.

use super::Exit;
use super::report::Console;
use data::tables::{File, schema};

/// The schema of one file, or the names that may be asked for.
pub(super) fn run(name: Option<&str>, console: &Console) -> Exit {
    for file in File::all() {
        match name {
            None => console.result(file.name),
            Some(name) if name == file.name => {
                console.result(&format!("{:#}", schema(file)));
            }
            Some(_) => {}
        }
    }
    Exit::Done
}
