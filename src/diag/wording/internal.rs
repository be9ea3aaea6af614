//! What is said about the program's own faults.

use super::super::problem::Internal as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::Internal { detail } => say!(
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
