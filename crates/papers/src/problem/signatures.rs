//! Who signs, and how.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Who signs, and how.
    SignatureProblem(lang) {
        /// A signer of electronic papers without a NIK.
        "0873" Error NoNik { id, nama } => say!(
            lang,
            (
                "`{id}` ({nama}) menandatangani secara elektronik, tetapi NIK-nya belum ada",
                "`{id}` ({nama}) signs electronically, but has no NIK"
            ),
            ("perlu `nik`", "needs `nik`"),
            (
                "isi `nik` pejabat ini (tidak pernah dicetak), atau pakai mode = \"basah\" pada [profil.tte]",
                "give this official's `nik` (it is never printed), or use mode = \"basah\" under [profil.tte]"
            )
        ),
        /// An official who signs electronically is written out instead of named.
        "0869" Error OfficialByHand { id, nama } => say!(
            lang,
            (
                "{nama} menandatangani secara elektronik, tetapi ditulis tangan dalam templat, padahal ada dalam data sebagai `{id}`",
                "{nama} signs electronically, but is written out in the template, although the data has this official as `{id}`"
            ),
            ("NIK-nya tidak terbaca dari sini", "its NIK is not read from here"),
            (
                "tulis `pejabat={id}` pada direktif ini; nama, jabatan, dan NIP-nya diambil dari data",
                "write `pejabat={id}` in this directive; name, office and NIP come from the data"
            )
        ),
        /// Somebody written out signs electronically, and the data knows no such official.
        "0879" Error SignerUnknown { nama } => say!(
            lang,
            (
                "{nama} menandatangani secara elektronik, tetapi tidak ada dalam data, sehingga NIK-nya tidak diketahui",
                "{nama} signs electronically, but is not in the data, so that the NIK is not known"
            ),
            ("ditulis tangan", "written out"),
            (
                "daftarkan dengan `nik` pada daftar pejabat dalam data/ dan tulis `pejabat=ID` di sini, atau tulis `nik=ada` bila NIK-nya sudah terdaftar pada BSrE",
                "enter this official with `nik` in the list of officials in data/ and write `pejabat=ID` here, or write `nik=ada` if BSrE has the NIK already"
            )
        ),
        /// A paper is dated when nobody held the signer's office.
        "0870" Error OutsideTerm { id, tanggal: Both, masa: Both } => say!(
            lang,
            [tanggal, masa],
            (
                "naskah bertanggal {tanggal}, tetapi pada hari itu tidak ada yang menjabat sebagai `{id}`; masa jabatan: {masa}",
                "the paper is dated {tanggal}, but nobody holds the office `{id}` on that day; terms: {masa}"
            ),
            ("di luar masa jabatan", "outside of all terms"),
            (
                "perbaiki tanggal naskah, atau tambahkan pejabatnya dengan `dari` dan `sampai` pada daftar pejabat dalam data/",
                "correct the date of the paper, or add the official with `dari` and `sampai` in the list of officials in data/"
            )
        ),
        /// A form of signatures with another number of signers.
        "0877" Error SignersOfForm { bentuk, banyak, perlu: Both } => say!(
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
        /// More electronic signatures on a paper than there are marks for.
        "0876" Error TooManyAnchors { banyak } => say!(
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
        /// The mark of an electronic signature is in the text too.
        "0874" Error AnchorInText { jangkar, text } => say!(
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
        /// A variable that Srikandi does not fill.
        "0875" Error UnknownVariable { text, allowed } => say!(
            lang,
            ("`{text}` bukan variabel Srikandi", "`{text}` is no variable of Srikandi"),
            ("akan tercetak apa adanya", "will be printed as it is"),
            ("hapus, atau pakai: {allowed}", "take it out, or use: {allowed}")
        ),
    }
}
