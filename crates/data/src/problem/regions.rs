//! Regions whose kind is not known.

use base::{problems, say};

problems! {
    /// Regions whose kind is not known.
    RegionProblem(lang) {
        /// Neither the name nor `jenis` says what a region is.
        "0220" Error NoKind { nama } => say!(
            lang,
            (
                "`{nama}` belum menyebut jenis daerahnya: kabupaten, kota, atau provinsi",
                "`{nama}` does not say what it is: a kabupaten, a kota or a provinsi"
            ),
            ("tanpa jenis", "of no kind"),
            (
                "tambahkan `jenis = \"kabupaten\"` (atau \"kota\", \"provinsi\"), atau tulis nama lengkapnya",
                "add `jenis = \"kabupaten\"` (or \"kota\", \"provinsi\"), or write the full name"
            )
        ),
        /// A name that says another kind than `jenis`.
        "0221" Error OtherKind { nama, named, jenis } => say!(
            lang,
            (
                "`{nama}` menyebut {named}, padahal jenisnya {jenis}",
                "`{nama}` says {named}, but its kind is {jenis}"
            ),
            ("bukan {jenis}", "no {jenis}"),
            (
                "perbaiki `jenis`; bila kata itu bagian dari namanya, tulis serangkai (Kotabaru)",
                "mend `jenis`; if the word is part of the name, write it as one word (Kotabaru)"
            )
        ),
    }
}
