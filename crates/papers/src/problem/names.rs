//! Names of papers.

use base::{problems, say};

problems! {
    /// Names of papers.
    NameProblem(lang) {
        /// A file name that would leave the output folder.
        "0801" Error NameOutside { name } => say!(
            lang,
            (
                "nama berkas `{name}` akan keluar dari folder keluaran atau tidak sah",
                "the file name `{name}` would leave the output folder or is not valid"
            ),
            ("", ""),
            (
                "perbaiki `nama_berkas` dalam template.toml: tanpa \"..\", \"/\" di depan, atau nama terlarang Windows",
                "mend `nama_berkas` in template.toml: no \"..\", leading \"/\" or reserved Windows name"
            )
        ),
        /// Two papers of one name.
        "0803" Error SameName { name, other } => say!(
            lang,
            (
                "dua naskah akan bernama `{name}` ({other})",
                "two papers would be named `{name}` ({other})"
            ),
            ("", ""),
            (
                "pakai nama berkas yang memuat id, misalnya nama_berkas = \"{{{{ id }}}}\"",
                "use a file name that holds the id, such as nama_berkas = \"{{{{ id }}}}\""
            )
        ),
    }
}
