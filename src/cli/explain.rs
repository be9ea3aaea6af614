//! `naskah explain`.

use super::Exit;
use super::report::Console;
use crate::pipeline::desk::explain;
use base::diag::Lang;

/// What the codes mean, one below the other.
pub(super) fn run(codes: &[String], console: &Console) -> Exit {
    let mut exit = Exit::Done;
    for (n, code) in codes.iter().enumerate() {
        if let Some(said) = explain(code, console.lang) {
            let gap = if n > 0 { "\n" } else { "" };
            console.result(&format!("{gap}{said}"));
            continue;
        }
        exit = Exit::Usage;
        console.error(&match console.lang {
            Lang::Id => format!(
                "tidak ada kode `{code}`. Tulis kode yang berdiri dalam kurung siku pada pesan, misalnya naskah explain NSK0113"
            ),
            Lang::En => format!(
                "there is no code `{code}`. Write the code that stands in brackets in a message, such as naskah explain NSK0113"
            ),
        });
    }
    exit
}
