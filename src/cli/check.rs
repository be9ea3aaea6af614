//! `naskah check`.

use std::path::Path;

use serde_json::json;

use super::Exit;
use super::args::Output;
use super::refused;
use super::report::Console;
use super::silenced;
use crate::pipeline::Desk;
use crate::pipeline::desk::MarkedCopy;
use base::diag::{Lang, counted};

pub(super) fn run(dir: &Path, output: Output, mark: bool, console: &Console) -> Exit {
    let desk = Desk::new(dir, console.lang);
    let answer = if mark { desk.check_and_mark() } else { desk.check() };
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
            "marked": report.marked,
        })),
        Output::Text => {
            console.problems(&problems);
            refused::print(console, &report.papers.iter().collect::<Vec<_>>());
            silenced::print(console, &report.silenced);
            for copy in &report.marked {
                console.done(&marked(copy, console.lang));
            }
            if mark && report.marked.is_empty() {
                console.done(match (errors + warnings, console.lang) {
                    (0, Lang::Id) => "Tidak ada masalah; tidak ada salinan yang dibuat.",
                    (0, Lang::En) => "There is no problem; no copy was made.",
                    (_, Lang::Id) => {
                        "Tidak ada salinan bertanda: masalahnya tidak ada dalam lembar .xlsx."
                    }
                    (_, Lang::En) => "No marked copy: the problems are in no .xlsx sheet.",
                });
            }
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

/// What stands in a copy, and what to do with it.
fn marked(marked: &MarkedCopy, lang: Lang) -> String {
    let MarkedCopy { file, copy, cells } = marked;
    lang.either(
        format!(
            "{copy}: {cells} sel ditandai. Berikutnya: buka, perbaiki, simpan dan tutup, lalu salin menimpa {file}"
        ),
        format!(
            "{copy}: {} marked. Next: open it, mend them, save and close it, and copy it over {file}",
            counted(cells, "cell")
        ),
    )
}
