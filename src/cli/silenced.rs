//! What the office lets pass: told by every check and build, with its reason.

use super::report::Console;
use crate::pipeline::desk::SilencedReport;
use base::diag::Lang;

/// A line for each, to stderr.
pub(super) fn print(console: &Console, silenced: &[SilencedReport]) {
    for SilencedReport { problem, reason } in silenced {
        let place = problem.place();
        let (code, message) = (problem.code, &problem.message);
        console.message(&match console.lang {
            Lang::Id => format!("diabaikan {code} {place}: {message}; alasan: {reason}"),
            Lang::En => format!("let pass {code} {place}: {message}; reason: {reason}"),
        });
    }
}
