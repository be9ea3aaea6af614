//! Findings of a quarter, and figures told twice.

use base::diag::{Both, Lang, Said};
use base::{problems, say};

problems! {
    /// Findings of a quarter, and figures told twice.
    FindingProblem(lang) in_sheet in_sheet {
        /// A target path that falls or leaves 0 to 100.
        "0750" Error BadPath { key } => say!(
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
        /// A finding of the worst kind.
        "0751" Warning Finding { kode, judul, kondisi, rekomendasi } => say!(
            lang,
            ("temuan {kode}: {judul}", "finding {kode}: \"{judul}\""),
            ("{kondisi}", "\"{kondisi}\""),
            (
                "{rekomendasi}",
                "check the figures; the letter to the OPD will say \"{rekomendasi}\""
            )
        ),
        /// A service that two files tell differently.
        "0752" Error ToldDifferently { kode, what, first, theirs: Both, ours: Both } => say!(
            lang,
            [theirs, ours],
            (
                "layanan `{kode}` diisi berbeda dalam dua berkas: {what}",
                "service `{kode}` is told differently in two files: {what}"
            ),
            ("di sini {ours}, pada {first} {theirs}", "{ours} here, {theirs} at {first}"),
            (
                "pastikan isian yang benar, lalu hapus isian pada salah satu berkas",
                "find out which is true, then remove the entry from one of the files"
            )
        ),
        /// A service that two files tell alike.
        "0753" Warning ToldTwice { kode, first } => say!(
            lang,
            (
                "layanan `{kode}` diisi dua kali dengan isian yang sama",
                "service `{kode}` is told twice alike"
            ),
            ("sama dengan {first}", "the same as {first}"),
            (
                "yang dipakai isian pertama; hapus isian pada salah satu berkas",
                "the first entry is used; remove the entry from one of the files"
            )
        ),
    }
}

/// How four percentages stand in one cell.
fn in_sheet(problem: &FindingProblem, lang: Lang, said: &mut Said) {
    if let FindingProblem::BadPath { .. } = problem {
        said.help = lang.either(
            "tulis sasaran kumulatif tiap triwulan dalam satu sel, misalnya 25 | 50 | 75 | 100",
            "write the cumulative target of each quarter in one cell, such as 25 | 50 | 75 | 100",
        );
    }
}
