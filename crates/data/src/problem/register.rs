//! The register of letter numbers as a file.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// The register of letter numbers as a file.
    RegisterProblem(lang) {
        /// One number twice in the register.
        "0854" Error DuplicateNumber { nomor, first } => say!(
            lang,
            (
                "nomor `{nomor}` tercatat dua kali pada tahun yang sama",
                "number `{nomor}` is in the register twice in one year"
            ),
            (
                "urut atau nomor ini sudah ada pada {first}",
                "this serial or number is already at {first}"
            ),
            (
                "cocokkan dengan buku agenda, lalu perbaiki salah satunya; sebelum itu tidak ada nomor yang diberikan",
                "compare with the agenda book, then mend one of them; no number is given out before"
            )
        ),
        /// Two valid numbers for one paper.
        "0855" Error TwoNumbers { paper, nomor, first } => say!(
            lang,
            (
                "naskah {paper} mempunyai dua nomor yang berlaku: `{nomor}` dan satu lagi",
                "the paper {paper} has two valid numbers: `{nomor}` and one more"
            ),
            ("yang pertama pada {first}", "the first is at {first}"),
            (
                "batalkan yang tidak dipakai: beri status = \"batal\" dan alasan",
                "cancel the one that is not used: give it status = \"batal\" and alasan"
            )
        ),
        /// The year of a number is not that of its letter.
        "0856" Error YearOfNumber { tahun, tanggal: Both } => say!(
            lang,
            [tanggal],
            (
                "nomor tahun {tahun} tercatat untuk surat tanggal {tanggal}",
                "a number of the year {tahun} is entered for a letter dated {tanggal}"
            ),
            ("", ""),
            ("samakan tahun dan tanggalnya", "make year and date agree")
        ),
    }
}
