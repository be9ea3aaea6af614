//! What is said about output.

use super::super::problem::Output as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::NameOutside { name } => say!(
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
        P::CannotWrite { name, why } => say!(
            lang,
            [why],
            ("`{name}` tidak dapat ditulis: {why}", "`{name}` cannot be written: {why}"),
            ("", ""),
            (
                "tutup program yang membukanya, periksa hak akses dan ruang cakram, lalu ulangi; hasil lama masih utuh",
                "close programs that hold it, check rights and disk room, then try again; the last good output is untouched"
            )
        ),
        P::SameName { name, other } => say!(
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
        P::Placeholder { text } => say!(
            lang,
            (
                "naskah final masih memuat isian kosong: \"{text}\"",
                "a final paper still holds a placeholder: \"{text}\""
            ),
            ("", ""),
            (
                "isi datanya, atau pakai status = \"draf\"",
                "fill in the data, or use status = \"draf\""
            )
        ),
        P::NotEmpty { dir } => say!(
            lang,
            ("folder `{dir}` tidak kosong", "folder `{dir}` is not empty"),
            ("", ""),
            (
                "sebut folder baru atau kosong; berkas yang ada tidak ditimpa",
                "name a new or empty folder; nothing there is overwritten"
            )
        ),
        P::AlreadyThere { name } => say!(
            lang,
            ("`{name}` sudah ada", "`{name}` is already there"),
            ("", ""),
            (
                "hapus atau ganti namanya dahulu; berkas Anda tidak ditimpa",
                "remove or rename it first; your files are not overwritten"
            )
        ),
        P::NothingMade { dir } => say!(
            lang,
            (
                "belum ada catatan naskah dalam `{dir}`",
                "no papers are on record in `{dir}`"
            ),
            ("", ""),
            (
                "jalankan `naskah build` dahulu, atau tunjuk folder keluarannya dengan --out",
                "run `naskah build` first, or name its output folder with --out"
            )
        ),
    }
}
