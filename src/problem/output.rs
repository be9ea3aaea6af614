//! What cannot be written, and what must not.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// What cannot be written, and what must not.
    OutputProblem(lang) {
        /// A file or folder that cannot be written.
        "0802" Error CannotWrite { name, why: Both } => say!(
            lang,
            [why],
            ("`{name}` tidak dapat ditulis: {why}", "`{name}` cannot be written: {why}"),
            ("", ""),
            (
                "tutup program yang membukanya, periksa hak akses dan ruang cakram, lalu ulangi; hasil lama masih utuh",
                "close programs that hold it, check rights and disk room, then try again; the last good output is untouched"
            )
        ),
        /// A placeholder left in a final paper.
        "0804" Error Placeholder { text } => say!(
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
        /// The folder for a new workspace is not empty.
        "0805" Error NotEmpty { dir } => say!(
            lang,
            ("folder `{dir}` tidak kosong", "folder `{dir}` is not empty"),
            ("", ""),
            (
                "sebut folder baru atau kosong; berkas yang ada tidak ditimpa",
                "name a new or empty folder; nothing there is overwritten"
            )
        ),
        /// A template folder that would be overwritten.
        "0806" Error AlreadyThere { name } => say!(
            lang,
            ("`{name}` sudah ada", "`{name}` is already there"),
            ("", ""),
            (
                "hapus atau ganti namanya dahulu; berkas Anda tidak ditimpa",
                "remove or rename it first; your files are not overwritten"
            )
        ),
        /// Nothing was made yet that could be compared.
        "0880" Error NothingMade { dir } => say!(
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
