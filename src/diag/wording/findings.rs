//! What is said about findings.

use super::super::problem::Findings as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::BadPath { key } => say!(
            lang,
            (
                "`{key}` bukan jalur target yang dapat dipakai",
                "`{key}` is no target path that can be used"
            ),
            (
                "perlu empat persentase yang tidak menurun",
                "four percentages that never fall are needed"
            ),
            (
                "tulis sasaran kumulatif tiap triwulan, misalnya `{key} = [25, 50, 75, 100]`",
                "write the cumulative target of each quarter, such as `{key} = [25, 50, 75, 100]`"
            )
        ),
        P::Finding { kode, judul, kondisi, rekomendasi } => say!(
            lang,
            ("temuan {kode}: {judul}", "finding {kode}: \"{judul}\""),
            ("{kondisi}", "\"{kondisi}\""),
            (
                "{rekomendasi}",
                "check the figures; the letter to the OPD will say \"{rekomendasi}\""
            )
        ),
        P::ToldDifferently { kode, what, first, theirs, ours } => say!(
            lang,
            [theirs, ours],
            (
                "layanan `{kode}` diisi berbeda dalam dua berkas: {what}",
                "service `{kode}` is told differently in two files: {what}"
            ),
            ("di sini {ours}, pada {first} {theirs}", "{ours} here, {theirs} at {first}"),
            (
                "pastikan angka yang benar, lalu hapus isian pada salah satu berkas",
                "find out which is true, then remove the entry from one of the files"
            )
        ),
        P::ToldTwice { kode, first } => say!(
            lang,
            (
                "layanan `{kode}` diisi dua kali dengan angka yang sama",
                "service `{kode}` is told twice with the same figures"
            ),
            ("sama dengan {first}", "the same as {first}"),
            (
                "yang dipakai isian pertama; hapus isian pada salah satu berkas",
                "the first entry is used; remove the entry from one of the files"
            )
        ),
    }
}
