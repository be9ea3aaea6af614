//! Workspaces of another version.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Workspaces of another version.
    VersionProblem(lang) {
        /// The workspace is of an earlier version, and something it may lean on changed since.
        "0155" Warning Older { made, own, changes: Both } => say!(
            lang,
            [changes],
            (
                "folder kerja ini dari naskah {made}; dalam naskah {own} berubah:{changes}",
                "this workspace is of naskah {made}; changed in naskah {own}:{changes}"
            ),
            ("versi yang lebih lama", "an earlier version"),
            (
                "periksa bagian itu, lalu tulis `versi = \"{own}\"` pada baris pertama naskah.toml",
                "look at those parts, then write `versi = \"{own}\"` in the first line of naskah.toml"
            )
        ),
        /// The workspace is of a later version.
        "0156" Warning Newer { made, own } => say!(
            lang,
            (
                "folder kerja ini dari naskah {made}, lebih baru daripada program ini ({own}); yang belum dikenal program ini disebut sebagai kesalahan",
                "this workspace is of naskah {made}, later than this program ({own}); what this program does not know yet is told as a mistake"
            ),
            ("versi yang lebih baru", "a later version"),
            (
                "pakai naskah {made} atau sesudahnya pada komputer ini",
                "use naskah {made} or later on this computer"
            )
        ),
    }
}
