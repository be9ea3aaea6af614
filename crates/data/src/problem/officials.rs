//! Terms of office, and what an electronic signature needs.

use base::diag::{Both, counted};
use base::{problems, say};

problems! {
    /// Terms of office, and what an electronic signature needs.
    OfficialProblem(lang) {
        /// A NIK that is none. The number itself is not repeated.
        "0872" Error BadNik { panjang } => {
            let characters = counted(panjang, "character");
            say!(
            lang,
            (
                "NIK harus 16 angka, yang ini {panjang} huruf atau angka",
                "a NIK is 16 digits; this has {characters}"
            ),
            ("bukan NIK", "no NIK"),
            (
                "salin NIK dari KTP pejabat itu",
                "copy the NIK from the official's identity card"
            )
        )
        },
        /// A text that no QR at a signature can say.
        "0878" Error BadVerification { detail: Both } => say!(
            lang,
            [detail],
            ("isi QR salah: {detail}", "this cannot be the text of the QR: {detail}"),
            ("{detail}", "{detail}"),
            (
                "tulis misalnya url = \"https://verifikasi.contoh.go.id/{{nomor}}\"",
                "write for example url = \"https://verifikasi.contoh.go.id/{{nomor}}\""
            )
        ),
        /// Terms of one office that overlap.
        "0871" Warning TermsOverlap { id, first } => say!(
            lang,
            (
                "masa jabatan `{id}` bertindih dengan yang di {first}",
                "a term of `{id}` overlaps with the one at {first}"
            ),
            ("bertindih", "overlaps"),
            (
                "perbaiki `dari` atau `sampai`; sementara ini yang mulai menjabat paling akhir yang dipakai",
                "correct `dari` or `sampai`; until then the one who came last is taken"
            )
        ),
    }
}
