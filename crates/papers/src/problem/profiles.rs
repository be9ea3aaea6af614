//! Profiles and their faces.

use base::diag::meant;
use base::{problems, say};

problems! {
    /// Profiles and their faces.
    ProfileProblem(lang) {
        /// "F4", the trade name of several sizes.
        "0824" Error WhichF4 {} => say!(
            lang,
            ("`F4` adalah nama dagang beberapa ukuran kertas", "`F4` is the trade name of several sizes of paper"),
            ("ukuran yang mana?", "which size?"),
            (
                "ukur kertasnya: \"f4-215\" (215 x 330 mm, paling lazim), \"f4-210\" (210 x 330 mm), atau \"folio\" (216 x 330 mm)",
                "measure the paper: \"f4-215\" (215 x 330 mm, the most common), \"f4-210\" (210 x 330 mm) or \"folio\" (216 x 330 mm)"
            )
        ),
        /// A family of faces nobody has.
        "0820" Error UnknownFace { name, near, known } => {
            let mut said = say!(
                lang,
                (
                    "huruf `{name}` tidak ada di naskah maupun di folder kerja",
                    "neither naskah nor the workspace has the face `{name}`"
                ),
                ("huruf ini tidak ada", "no such face"),
                ("", "")
            );
            let (id, en) = (
                format!(
                    "taruh berkasnya di aset/huruf/ (`{name}-Regular.ttf`), atau pakai: {known}"
                ),
                format!(
                    "put its file into aset/huruf/ (`{name}-Regular.ttf`), or use: {known}"
                ),
            );
            said.help = meant(lang, near, (&id, &en));
            said
        },
        /// A profile that is not there.
        "0821" Error UnknownBase { name, near, allowed } => {
            let mut said = say!(
                lang,
                ("profil dasar `{name}` tidak ada", "there is no profile `{name}`"),
                ("tidak ada", "not there"),
                ("", "")
            );
            let (id, en) = (
                format!("buat catalog/profil/{name}.toml, atau pilih: {allowed}"),
                format!("make catalog/profil/{name}.toml, or use: {allowed}"),
            );
            said.help = meant(lang, near, (&id, &en));
            said
        },
        /// Profiles that stand on each other.
        "0822" Error BaseCycle { chain } => say!(
            lang,
            (
                "profil dasar berputar: {chain}",
                "these profiles stand on each other: {chain}"
            ),
            ("kembali ke profil yang sama", "back at the same profile"),
            (
                "ubah `dasar` pada salah satunya, misalnya menjadi `permendagri-1-2023`",
                "change one `dasar`, for example to `permendagri-1-2023`"
            )
        ),
        /// A kind of papers under `[jenis]` that there is none of.
        "0823" Error UnknownKind { name, near, allowed } => {
            let mut said = say!(
                lang,
                (
                    "`{name}` bukan jenis naskah dan bukan nama templat",
                    "`{name}` is neither a kind of paper nor a template"
                ),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            let (id, en) = (
                format!("pakai nama templat, atau salah satu: {allowed}"),
                format!("use the name of a template, or one of: {allowed}"),
            );
            said.help = meant(lang, near, (&id, &en));
            said
        },
    }
}
