//! Offices, addressees and numbers of letters that do not fit each other: like contradictions,
//! warnings of a draft and errors of a final paper, unless the office lets them pass.

use base::{problems, say};

problems! {
    /// What does not fit an office, an addressee or a number of a letter.
    OfficeProblem(lang) {
        /// The head or the government of another region where only the own one can be meant.
        "0387" Warning HeadOfOther { isi, daerah, resmi } => say!(
            lang,
            ("`{isi}` bukan dari {daerah}", "`{isi}` is not of {daerah}"),
            ("daerah lain", "another region"),
            (
                "bila daerah ini yang dimaksud, tulis \"{resmi}\"; bila memang daerah lain, tulis [[periksa.abaikan]] dengan alasannya",
                "if this region is meant, write \"{resmi}\"; if it is another region, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// Signed on behalf of somebody who does not stand above.
        "0388" Warning NotAbove { template, jabatan, bawah, lain, resmi } => say!(
            lang,
            (
                "`{template}` ditandatangani a.n. {jabatan}, yang tidak di atas {bawah} ({lain})",
                "`{template}` is signed on behalf of {jabatan}, who is not above {bawah} ({lain})"
            ),
            ("bukan atasannya", "not above"),
            (
                "`atas_nama` berisi jabatan yang memberi kuasa, yang tertinggi lebih dahulu, seperti \"{resmi}\"; hapus bila penanda tangan menandatangani sendiri",
                "`atas_nama` has the offices that give the power to sign, the highest first, such as \"{resmi}\"; remove it if the signer signs in an own right"
            )
        ),
        /// How an office is held, written otherwise than the officials have it.
        "0389" Warning HeldOtherwise { isi, nama, jabatan, lain } => say!(
            lang,
            (
                "tertulis `{isi}`, padahal {nama} tercatat sebagai {jabatan} ({lain})",
                "`{isi}` is written, but {nama} is held to be {jabatan} ({lain})"
            ),
            ("Plt. atau definitif?", "acting or in full?"),
            (
                "samakan menurut SK terakhir: jabatan di sini, atau `status`, `dari`, dan `sampai` pejabatnya",
                "follow the last decree: the office here, or `status`, `dari` and `sampai` of the official"
            )
        ),
        /// An addressee of another OPD than the one that the letter is said to be for.
        "0390" Warning OtherOpd { isi, opd, milik } => say!(
            lang,
            (
                "`{isi}` adalah pejabat {milik}, padahal `opd` menyebut {opd}",
                "`{isi}` is of {milik}, but `opd` says {opd}"
            ),
            ("perangkat daerah lain", "another OPD"),
            (
                "betulkan `yth` atau `opd`; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "mend `yth` or `opd`; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// One addressee twice in one list.
        "0391" Warning AddressedTwice { isi, daftar, lain } => say!(
            lang,
            (
                "`{isi}` dua kali dalam {daftar} ({lain})",
                "`{isi}` stands twice in {daftar} ({lain})"
            ),
            ("sudah disebut", "named before"),
            (
                "hapus salah satunya, atau tulis jabatan yang dimaksud",
                "remove one of the two, or write the office that is meant"
            )
        ),
        /// A part of a letter's number that has not its shape.
        "0392" Warning NumberPart { kunci, isi, contoh } => say!(
            lang,
            (
                "`{kunci}` berisi `{isi}`, bukan seperti {contoh}",
                "`{kunci}` is `{isi}`, unlike {contoh}"
            ),
            ("bentuknya lain", "another shape"),
            (
                "tulis `klas` kode klasifikasi arsip (\"100.1.2\") dan `unit` atau `bidang` kode unit (\"PEM\"), tanpa spasi atau garis miring di tepi; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "`klas` is the code of classification (\"100.1.2\"), `unit` and `bidang` codes of units (\"PEM\"), without blanks or slashes at the ends; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A part that the pattern of a number asks for and that nobody wrote.
        "0396" Warning NumberPartMissing { template, kunci, contoh } => say!(
            lang,
            (
                "`nomor` surat `{template}` memuat {{{kunci}}}, tetapi `{kunci}` belum diisi",
                "`nomor` of `{template}` asks for {{{kunci}}}, but `{kunci}` is not given"
            ),
            ("bagian ini tercetak kosong", "printed as a gap"),
            (
                "isi `{kunci}` surat ini, misalnya {contoh}, atau hapus {{{kunci}}} dari `nomor`-nya",
                "give `{kunci}` of this letter, such as {contoh}, or take {{{kunci}}} out of its `nomor`"
            )
        ),
        /// A nature of a letter that is a slip of a usual one.
        "0397" Warning NatureMisspelt { isi, maksud } => say!(
            lang,
            (
                "`sifat` berisi `{isi}`; maksud Anda `{maksud}`?",
                "`sifat` is `{isi}`; is `{maksud}` meant?"
            ),
            ("salah ketik?", "a slip?"),
            (
                "tulis \"{maksud}\"; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "write \"{maksud}\"; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// `klas` and `unit` in each other's place.
        "0393" Warning NumberPartsSwapped { klas, unit, lain } => say!(
            lang,
            (
                "`klas` (`{klas}`) dan `unit` (`{unit}`; {lain}) tertukar",
                "`klas` (`{klas}`) and `unit` (`{unit}`; {lain}) are swapped"
            ),
            ("kode unit", "the code of a unit"),
            (
                "tulis `klas = \"{unit}\"` dan `unit = \"{klas}\"`",
                "write `klas = \"{unit}\"` and `unit = \"{klas}\"`"
            )
        ),
        /// One person who is written with two NIP.
        "0395" Warning OtherNumber { nama, nip, lain_nip, lain } => say!(
            lang,
            (
                "{nama} ber-NIP {nip} di sini, tetapi {lain_nip} pada {lain}",
                "{nama} has the NIP {nip} here, but {lain_nip} at {lain}"
            ),
            ("NIP lain", "another NIP"),
            (
                "cocokkan keduanya dengan SK terakhir, lalu betulkan yang salah; bila memang dua orang, tulis [[periksa.abaikan]] dengan alasannya",
                "compare both with the last decree and mend the wrong one; if they are two people, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// One person twice in one list: twice in the attendance list, with two certificates.
        "0399" Warning PersonTwice { nama, daftar, lain, kali } => say!(
            lang,
            (
                "{nama} tertulis {kali} kali dalam {daftar}, pertama di {lain}",
                "{nama} stands in {daftar} {kali} times, first at {lain}"
            ),
            ("yang kedua", "the second"),
            (
                "sisakan satu baris; bila memang dua orang bernama sama, isi NIP atau bedakan jabatan dan instansinya",
                "leave one row; if they are two people of one name, give their NIP or tell their offices apart"
            )
        ),
        /// A receipt of nothing, or of what cannot be handed out.
        "0394" Warning NoneReceived { kolom, isi, daftar } => say!(
            lang,
            (
                "`{kolom}` berisi {isi} dalam {daftar}, padahal yang diterima dihitung utuh mulai 1",
                "`{kolom}` is {isi} in {daftar}, but what is received is counted whole, from 1"
            ),
            ("bukan banyaknya yang diterima", "nothing that can be received"),
            (
                "isi banyaknya, atau kosongkan selnya agar diisi tangan; baris yang tidak menerima dihapus",
                "give the count, or leave the cell empty for a hand to fill; remove a row that receives nothing"
            )
        ),
    }
}
