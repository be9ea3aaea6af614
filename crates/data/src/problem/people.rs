//! NIP, pangkat and gelar.

use base::diag::{Both, Lang, Said};
use base::{problems, say};

problems! {
    /// NIP, pangkat and gelar.
    PeopleProblem(lang) in_sheet in_sheet {
        /// A NIP that is not 18 digits.
        "0401" Error BadNip { nip, detail: Both } => say!(
            lang,
            [detail],
            ("NIP `{nip}` salah: {detail}", "NIP `{nip}` is wrong: {detail}"),
            ("{detail}", "{detail}"),
            (
                "salin NIP dari SK terakhir; 18 angka, boleh dengan spasi",
                "copy it from the last decree; 18 digits, spaces allowed"
            )
        ),
        /// A NIP that looks wrong.
        "0402" Warning DoubtfulNip { nip, detail: Both } => say!(
            lang,
            [detail],
            ("NIP `{nip}` meragukan: {detail}", "NIP `{nip}` is doubtful: {detail}"),
            ("{detail}", "{detail}"),
            (
                "cocokkan dengan SK; abaikan peringatan ini jika memang benar",
                "compare with the decree; ignore this if it is right"
            )
        ),
        /// An unknown golongan.
        "0403" Error BadGolongan { text } => say!(
            lang,
            ("golongan `{text}` tidak dikenal", "unknown golongan `{text}`"),
            ("tidak dikenal", "unknown"),
            (
                "tulis misalnya \"IV/c\", atau \"IX\" untuk PPPK",
                "write for example \"IV/c\", or \"IX\" for PPPK"
            )
        ),
        /// One NIP for two people.
        "0404" Warning SharedNip { nip, other } => say!(
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
        /// A gelar typed into the name.
        "0405" Error GelarInName { gelar } => say!(
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

/// The next step in a sheet or CSV, where the one for TOML would mislead: its users see columns
/// and cells, not keys, tables and quotes.
fn in_sheet(problem: &PeopleProblem, lang: Lang, said: &mut Said) {
    match problem {
        PeopleProblem::DoubtfulNip { .. } => {
            let cell = lang.either("ya pada kolom `pppk`", "`ya` in the column `pppk`");
            said.label = said.label.replace(PPPK, &cell);
            said.message = said.message.replace(PPPK, &cell);
        }
        PeopleProblem::GelarInName { gelar } => {
            said.label = String::new();
            said.help = lang.either(
                format!("pindahkan `{gelar}` ke kolom `gelar_belakang`"),
                format!("move `{gelar}` to the column `gelar_belakang`"),
            );
        }
        PeopleProblem::BadGolongan { .. } => {
            said.help = lang.either(
                "tulis misalnya IV/c, atau IX untuk PPPK",
                "write for example IV/c, or IX for PPPK",
            );
        }
        _ => {}
    }
}

/// How TOML marks the number of a PPPK.
const PPPK: &str = "pppk = true";
