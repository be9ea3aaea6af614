//! The `naskah` command.
fn main() {}
