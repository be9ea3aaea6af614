//! `naskah check`.

use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Output;
use super::refused;
use super::report::Console;
use super::silenced;
use crate::pipeline::Desk;
use base::diag::{Lang, counted};

pub(super) fn run(dir: &Path, output: Output, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).check();
    let (problems, exit) = (answer.problems, answer.outcome.into());
    let Some(report) = answer.value else { return exit };
    let (errors, warnings) = (report.errors, report.warnings);
    match output {
        Output::Json => console.json(&json!({
            "errors": errors,
            "warnings": warnings,
            "problems": problems,
            "papers": report.papers,
            "silenced": report.silenced,
        })),
        Output::Text => {
            console.problems(&problems);
            refused::print(console, &report.papers.iter().collect::<Vec<_>>());
            silenced::print(console, &report.silenced);
            console.done(&match console.lang {
                Lang::Id => format!("{errors} galat, {warnings} peringatan"),
                Lang::En => format!(
                    "{}, {}",
                    counted(errors, "error"),
                    counted(warnings, "warning")
                ),
            });
        }
    }
    exit
}
