//! What is said about many daerah.

use super::super::problem::Daerah as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::NoWorkspaces { dir } => say!(
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
        P::SameDaerah { nama, folder, other } => say!(
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
