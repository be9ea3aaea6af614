//! Pictures that the data names.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Pictures that the data names.
    PictureProblem(lang) {
        /// A picture that is not there.
        /// `near` is the picture that seems to be meant.
        "0701" Error ImageMissing { name, near } => {
            let mut said = say!(
            lang,
            ("gambar `{name}` tidak ada", "picture `{name}` is missing"),
            ("tidak ditemukan", "not found"),
            (
                "taruh berkasnya dalam folder kerja, misalnya aset/, lalu periksa namanya",
                "put the file into the workspace, for example aset/, and check its name"
            )
        );
            if !near.is_empty() {
                said.help = lang.either(
                    format!("yang ada: `{near}`; bila itu yang dimaksud, tulis namanya persis begitu"),
                    format!("there is `{near}`; if it is meant, write its name exactly so"),
                );
            }
            said
        },
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
                "buka berkas aslinya dengan program gambar lalu simpan ulang sebagai PNG atau JPEG; mengganti akhiran namanya tidak cukup",
                "open the original with a picture program and save it as PNG or JPEG; another ending of its name is not enough"
            )
        ),
        /// A picture of the workspace that is not under `aset/`.
        "0708" Error NotInAset { name } => say!(
            lang,
            (
                "gambar `{name}` harus berada dalam folder aset/",
                "picture `{name}` must be in the folder aset/"
            ),
            ("di luar aset/", "not in aset/"),
            (
                "pindahkan berkasnya ke aset/, lalu tulis \"aset/…\" di sini",
                "move the file to aset/ and write \"aset/…\" here"
            )
        ),
        /// A path that leaves the workspace.
        "0706" Error PathOutside { path } => say!(
            lang,
            ("`{path}` keluar dari folder kerja", "`{path}` leaves the workspace"),
            ("di luar folder kerja", "outside the workspace"),
            (
                "salin berkasnya ke dalam folder kerja dan sebut nama di dalamnya",
                "copy the file into the workspace and name it there"
            )
        ),
    }
}
