//! Files under `aset/` that are not what they seem.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Files under `aset/` that are not what they seem.
    AssetProblem(lang) {
        /// A picture that is none.
        "0702" Error BadImage { name, detail: Both } => say!(
            lang,
            [detail],
            (
                "`{name}` bukan gambar PNG atau JPEG yang utuh: {detail}",
                "`{name}` is not a whole PNG or JPEG picture: {detail}"
            ),
            ("bukan gambar", "not a picture"),
            (
                "buka berkas itu dengan program gambar lalu simpan ulang sebagai PNG",
                "open it with a picture program and save it as PNG"
            )
        ),
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
