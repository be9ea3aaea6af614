//! Folders of many daerah.

use base::{problems, say};

problems! {
    /// Folders of many daerah.
    RegionProblem(lang) {
        /// A folder without workspaces in it.
        "0720" Error NoWorkspaces { dir } => say!(
            lang,
            (
                "tidak ada folder kerja naskah dalam `{dir}`",
                "there is no naskah workspace in `{dir}`"
            ),
            ("", ""),
            (
                "sebut folder yang subfoldernya (satu atau dua tingkat) berisi `naskah.toml`, satu untuk tiap daerah",
                "name a folder whose subfolders (one or two levels down) hold a `naskah.toml`, one for each daerah"
            )
        ),
        /// Two folders of one daerah.
        "0721" Warning SameDaerah { nama, folder, other } => say!(
            lang,
            (
                "`{nama}` ada dua kali: `{other}` dan `{folder}`",
                "`{nama}` is there twice: `{other}` and `{folder}`"
            ),
            ("", ""),
            (
                "keduanya masuk peringkat; keluarkan salinan yang tidak dipakai dari folder ini",
                "both are ranked; take the copy that is not used out of this folder"
            )
        ),
    }
}
