//! Faults of the program itself.

use crate::{problems, say};

problems! {
    /// Faults of the program itself.
    InternalProblem(lang) {
        /// The program broke its own rule.
        "0901" Error Internal { detail } => say!(
            lang,
            (
                "kesalahan dalam naskah sendiri: {detail}",
                "a fault in naskah itself: {detail}"
            ),
            ("", ""),
            (
                "laporkan pesan ini bersama berkas yang Anda pakai",
                "report this message together with the files you used"
            )
        ),
    }
}
