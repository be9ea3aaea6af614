//! What a letter is given and does not print, and who signs, sends or is sent against the order of
//! offices: warnings of a draft and errors of a final paper, unless the office lets them pass.

use base::{problems, say};

problems! {
    /// What does not fit a letter, its signers or whom it sends.
    LetterProblem(lang) {
        /// Keys of a letter that its template prints nowhere.
        "0313" Warning KeyUnread { kunci, template } => say!(
            lang,
            (
                "tidak dicetak oleh templat `{template}`: {kunci}",
                "the template `{template}` does not print: {kunci}"
            ),
            ("tidak tercetak", "not printed"),
            (
                "hapus kunci itu; isi yang perlu tercetak ditulis pada data yang dimuat naskah itu, atau dicetak dengan salinan templatnya (naskah template copy {template})",
                "remove the key; write what is to be printed where the paper has it, or print it with a copy of the template (naskah template copy {template})"
            )
        ),
        /// A letter on behalf of whom it goes to.
        "0314" Warning OnBehalfOfRecipient { template, jabatan, kepada, lain } => say!(
            lang,
            (
                "`{template}` ditandatangani a.n. {jabatan}, yang juga penerimanya: {kepada} ({lain})",
                "`{template}` is signed on behalf of {jabatan}, who also receives it: {kepada} ({lain})"
            ),
            ("menyurati dirinya sendiri", "writes to herself or himself"),
            (
                "hapus penerima itu, atau hapus `atas_nama` agar pejabat di bawahnya menandatangani sendiri",
                "take out that recipient, or remove `atas_nama` so that the official below signs in an own right"
            )
        ),
        /// A surat tugas by somebody who stands below one whom it sends.
        "0315" Warning SuperiorSent { template, nama, jabatan, atasan, lain } => say!(
            lang,
            (
                "`{template}` ditandatangani {nama} ({jabatan}), padahal menugaskan atasannya: {atasan} ({lain})",
                "`{template}` is signed by {nama} ({jabatan}), but sends a superior: {atasan} ({lain})"
            ),
            ("bukan atasan yang ditugaskan", "not above the one who is sent"),
            (
                "isi `penanda_tangan` dengan atasan semua yang ditugaskan, atau keluarkan atasan itu dari daftar",
                "let somebody above all who are sent sign: `penanda_tangan`, or take that superior out of the list"
            )
        ),
        /// One person who signs one paper twice.
        "0316" Warning SignsTwice { nama, lain } => say!(
            lang,
            (
                "{nama} menandatangani berita acara dua kali, juga di {lain}",
                "{nama} signs the berita acara twice, also at {lain}"
            ),
            ("tanda tangan kedua", "a second signature"),
            (
                "sisakan satu, atau tulis pejabat yang mewakili pihak lainnya",
                "leave one, or name the official who stands for the other party"
            )
        ),
        /// An invitation that does not say when to come.
        "0318" Warning NoHour { template } => say!(
            lang,
            (
                "`{template}` belum menyebut jam acara: tidak ada sesi yang ber-`mulai`",
                "`{template}` does not say the hour: no session has `mulai`"
            ),
            ("pukul berapa?", "at what time?"),
            (
                "isi [[sesi]] pertama dengan `mulai`, misalnya mulai = \"09.00\"",
                "give the first [[sesi]] its `mulai`, such as mulai = \"09.00\""
            )
        ),
        /// Somebody speaks online where there is no link.
        "0317" Warning OnlineWithoutLink { nama } => say!(
            lang,
            (
                "{nama} ditandai daring, tetapi `tautan` rakor belum diisi",
                "{nama} is online, but `tautan` of the rakor is not given"
            ),
            ("daring lewat mana?", "online, but where?"),
            (
                "isi `tautan` pada [rakor], atau hapus `daring` bila hadir di tempat",
                "give `tautan` in [rakor], or remove `daring` of who comes in person"
            )
        ),
    }
}
