//! What an archived PDF must not hold.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// What an archived PDF must not hold.
    PrintProblem(lang) {
        /// What an archived PDF must not hold.
        "0709" Error NotPrintable { detail: Both } => say!(
            lang,
            [detail],
            (
                "tidak dapat dijadikan PDF arsip: {detail}",
                "this cannot be an archived PDF: {detail}"
            ),
            ("di sini", "here"),
            (
                "perbaiki bagian ini dalam template atau datanya",
                "mend this in the template or the data"
            )
        ),
    }
}
