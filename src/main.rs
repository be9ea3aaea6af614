//! The `naskah` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    naskah::cli::run()
}
