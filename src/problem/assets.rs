//! Files under `aset/` that are not what they seem.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Files under `aset/` that are not what they seem.
    AssetProblem(lang) {
        /// A face that is none.
        "0703" Error BadFont { name, detail: Both } => say!(
            lang,
            [detail],
            (
                "`{name}` bukan huruf TTF atau OTF yang dapat dipakai: {detail}",
                "`{name}` is not a usable TTF or OTF face: {detail}"
            ),
            ("", ""),
            (
                "ganti berkas huruf itu, atau hapus dari aset/huruf/",
                "replace the file, or remove it from aset/huruf/"
            )
        ),
    }
}
