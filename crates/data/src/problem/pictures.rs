//! Pictures that the data names.

use base::{problems, say};

problems! {
    /// Pictures that the data names.
    PictureProblem(lang) {
        /// A picture that is not there.
        "0701" Error ImageMissing { name } => say!(
            lang,
            ("gambar `{name}` tidak ada", "picture `{name}` is missing"),
            ("tidak ditemukan", "not found"),
            (
                "taruh berkasnya dalam folder kerja, misalnya aset/, lalu periksa namanya",
                "put the file into the workspace, for example aset/, and check its name"
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
