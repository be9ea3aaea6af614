//! What is said about people.

use super::super::problem::People as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::BadNip { nip, detail } => say!(
            lang,
            [detail],
            ("NIP `{nip}` salah: {detail}", "NIP `{nip}` is wrong: {detail}"),
            ("{detail}", "{detail}"),
            (
                "salin NIP dari SK terakhir; 18 angka, boleh dengan spasi",
                "copy it from the last decree; 18 digits, spaces allowed"
            )
        ),
        P::DoubtfulNip { nip, detail } => say!(
            lang,
            [detail],
            ("NIP `{nip}` meragukan: {detail}", "NIP `{nip}` is doubtful: {detail}"),
            ("{detail}", "{detail}"),
            (
                "cocokkan dengan SK; abaikan peringatan ini jika memang benar",
                "compare with the decree; ignore this if it is right"
            )
        ),
        P::BadGolongan { text } => say!(
            lang,
            ("golongan `{text}` tidak dikenal", "unknown golongan `{text}`"),
            ("tidak dikenal", "unknown"),
            (
                "tulis misalnya \"IV/c\", atau \"IX\" untuk PPPK",
                "write for example \"IV/c\", or \"IX\" for PPPK"
            )
        ),
        P::SharedNip { nip, other } => say!(
            lang,
            (
                "NIP `{nip}` juga dipakai `{other}`",
                "NIP `{nip}` is also that of `{other}`"
            ),
            ("sama", "the same"),
            (
                "satu NIP untuk satu orang; periksa keduanya",
                "one NIP belongs to one person; check both"
            )
        ),
        P::GelarInName { gelar } => say!(
            lang,
            ("`nama` memuat gelar: {gelar}", "`nama` holds a gelar: {gelar}"),
            ("gelar ditulis terpisah dari nama", "the gelar has a key of its own"),
            (
                "pindahkan ke `gelar_belakang = \"{gelar}\"`",
                "move it to `gelar_belakang = \"{gelar}\"`"
            )
        ),
    }
}
