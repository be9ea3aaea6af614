//! What the office lets pass: told by every check and build, with its reason.

use super::report::Console;
use crate::pipeline::desk::SilencedReport;
use base::diag::Lang;

/// A line for each, to stderr.
pub(super) fn print(console: &Console, silenced: &[SilencedReport]) {
    for SilencedReport { problem, reason } in silenced {
        let place = match (&problem.file, problem.line, &problem.cell) {
            (Some(file), Some(line), _) => format!("{file}:{line}"),
            (Some(file), None, Some(cell)) => format!("{file}!{cell}"),
            (Some(file), None, None) => file.clone(),
            (None, ..) => String::new(),
        };
        let (code, message) = (problem.code, &problem.message);
        console.message(&match console.lang {
            Lang::Id => format!("diabaikan {code} {place}: {message}; alasan: {reason}"),
            Lang::En => format!("let pass {code} {place}: {message}; reason: {reason}"),
        });
    }
}
