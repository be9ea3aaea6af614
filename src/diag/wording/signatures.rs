//! What is said about signatures.

use super::super::problem::Signatures as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::OutsideTerm { id, tanggal, masa } => say!(
            lang,
            [masa],
            (
                "naskah bertanggal {tanggal}, tetapi pada hari itu tidak ada yang menjabat sebagai `{id}`; masa jabatan: {masa}",
                "the paper is dated {tanggal}, but nobody holds the office `{id}` on that day; terms: {masa}"
            ),
            ("di luar masa jabatan", "outside of all terms"),
            (
                "perbaiki tanggal naskah, atau tambahkan pejabatnya dengan `dari` dan `sampai` dalam data/pejabat.toml",
                "correct the date of the paper, or add the official with `dari` and `sampai` in data/pejabat.toml"
            )
        ),
        P::TermsOverlap { id, first } => say!(
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
        P::BadNik { panjang } => say!(
            lang,
            (
                "NIK harus 16 angka, yang ini {panjang} huruf atau angka",
                "a NIK is 16 digits; this has {panjang} characters"
            ),
            ("bukan NIK", "no NIK"),
            (
                "salin NIK dari KTP pejabat itu",
                "copy the NIK from the official's identity card"
            )
        ),
        P::NoNik { id, nama } => say!(
            lang,
            (
                "`{id}` ({nama}) menandatangani secara elektronik, tetapi NIK-nya belum ada",
                "`{id}` ({nama}) signs electronically, but has no NIK"
            ),
            ("perlu `nik`", "needs `nik`"),
            (
                "isi `nik` pejabat itu dalam data/pejabat.toml (tidak pernah dicetak), atau pakai mode = \"basah\" pada [profil.tte]",
                "give this official's `nik` in data/pejabat.toml (it is never printed), or use mode = \"basah\" under [profil.tte]"
            )
        ),
        P::AnchorInText { jangkar, text } => say!(
            lang,
            (
                "tanda jangkar `{jangkar}` juga ada pada teks \"{text}\"",
                "the anchor `{jangkar}` is in the text \"{text}\" too"
            ),
            ("tanda tangan dapat terpasang di sini", "the signature may be put here"),
            (
                "hapus `{jangkar}` dari teks itu, atau pilih `jangkar` lain pada [profil.tte]",
                "take `{jangkar}` out of that text, or choose another `jangkar` under [profil.tte]"
            )
        ),
        P::UnknownVariable { text, allowed } => say!(
            lang,
            ("`{text}` bukan variabel Srikandi", "`{text}` is no variable of Srikandi"),
            ("akan tercetak apa adanya", "will be printed as it is"),
            ("hapus, atau pakai: {allowed}", "take it out, or use: {allowed}")
        ),
        P::TooManyAnchors { banyak } => say!(
            lang,
            (
                "{banyak} tanda tangan elektronik pada satu naskah; tanda jangkar hanya cukup untuk 5",
                "{banyak} electronic signatures on one paper; there are anchors for 5 only"
            ),
            ("terlalu banyak", "too many"),
            (
                "bagi menjadi beberapa naskah, atau pakai mode = \"basah\" untuk templat ini",
                "divide it into several papers, or use mode = \"basah\" for this template"
            )
        ),
        P::SignersOfForm { bentuk, banyak, perlu } => say!(
            lang,
            [perlu],
            (
                "bentuk tanda tangan `{bentuk}` memerlukan {perlu}, diberikan {banyak}",
                "the form of signatures `{bentuk}` needs {perlu}, given: {banyak}"
            ),
            ("jumlah penanda tangan tidak cocok", "another number of signers"),
            (
                "sesuaikan daftar penanda tangannya, atau hapus `bentuk` agar dipilih menurut jumlahnya",
                "change the list of signers, or leave `bentuk` out to have it chosen by their number"
            )
        ),
        P::BadVerification { detail } => say!(
            lang,
            [detail],
            ("isi QR salah: {detail}", "this cannot be the text of the QR: {detail}"),
            ("{detail}", "{detail}"),
            (
                "tulis misalnya url = \"https://verifikasi.contoh.go.id/{{nomor}}\"",
                "write for example url = \"https://verifikasi.contoh.go.id/{{nomor}}\""
            )
        ),
    }
}
