//! What cannot be set as it was asked for.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// What cannot be set as it was asked for.
    LayoutProblem(lang) {
        /// A character no face has.
        "0704" Error MissingGlyph { glyph, code } => say!(
            lang,
            (
                "huruf `{glyph}` ({code}) tidak ada dalam huruf mana pun",
                "no face has the character `{glyph}` ({code})"
            ),
            ("memuat huruf itu", "holds the character"),
            (
                "ganti huruf itu dalam data atau template, atau taruh huruf yang memuatnya dalam aset/huruf/",
                "replace it in the data or template, or put a face that has it into aset/huruf/"
            )
        ),
        /// A script no face has.
        "0712" Error MissingScript { script: Both, face } => say!(
            lang,
            [script],
            (
                "{script} tidak ada dalam huruf mana pun",
                "no face has the {script}"
            ),
            ("memuat aksara itu", "holds the script"),
            (
                "taruh huruf yang memuatnya dalam aset/huruf/, misalnya {face}-Regular.ttf; naskah memakainya di mana huruf naskah tidak memuatnya",
                "put a face that has it into aset/huruf/, such as {face}-Regular.ttf; it is used where the face of the paper lacks it"
            )
        ),
        /// Something wider than its place.
        "0705" Warning TooWide { what } => say!(
            lang,
            ("{what} lebih lebar daripada tempatnya", "{what} is wider than its place"),
            ("terlalu lebar", "too wide"),
            (
                "persingkat isinya, atau beri kolom lebih lebar",
                "shorten it, or give the column more room"
            )
        ),
        /// A word that no line of its column has room for.
        "0710" Warning TornWord { word } => say!(
            lang,
            (
                "kata `{word}` lebih lebar daripada kolomnya, sehingga terpotong di tengah",
                "the word `{word}` is wider than its column and is broken in the middle"
            ),
            ("terpotong", "broken"),
            (
                "persingkat atau pisahkan dengan spasi, atau beri kolom itu lebih lebar dalam template",
                "shorten it or part it with a space, or give the column more room in the template"
            )
        ),
        /// Something higher than a page.
        "0707" Warning TooHigh { what } => say!(
            lang,
            ("{what} lebih tinggi daripada satu halaman", "{what} is higher than a page"),
            ("terlalu tinggi", "too high"),
            ("bagi isinya, atau perkecil", "split it, or make it smaller")
        ),
    }
}

impl LayoutProblem {
    /// A character no face has, or the script it is of, all of which is then missing. The word it
    /// is printed in is no part of it: papers print a value in capitals, in pieces or among others,
    /// and it is one mistake.
    pub fn missing_glyph(ch: char) -> Self {
        let code = u32::from(ch);
        if let Some(script) = SCRIPTS.iter().find(|s| (s.first..=s.last).contains(&code))
        {
            return Self::MissingScript {
                script: Both::new(script.names.0, script.names.1),
                face: script.face.to_owned(),
            };
        }
        Self::MissingGlyph {
            glyph: ch.to_string(),
            code: format!("U+{:04X}", u32::from(ch)),
        }
    }

    /// A word that no line has room for, in small letters and without what stands around it:
    /// papers print a value in capitals, in brackets or before a comma, and it is one mistake.
    pub fn torn_word(word: &str) -> Self {
        const SHOWN: usize = 60;
        let edge = |c: char| !c.is_alphanumeric();
        let word = word.trim_matches(edge).to_lowercase();
        let word = match word.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &word[..end]),
            None => word,
        };
        Self::TornWord { word }
    }
}

/// A script that papers of a region may hold and that the built-in faces lack.
struct Script {
    first: u32,
    last: u32,
    names: (&'static str, &'static str),
    /// A free face that has it.
    face: &'static str,
}

/// By the blocks of Unicode 16.
const SCRIPTS: [Script; 13] = [
    script(0x0600, 0x06ff, ("aksara Arab", "Arabic script"), "Amiri"),
    script(0x0750, 0x077f, ("aksara Arab", "Arabic script"), "Amiri"),
    script(0x08a0, 0x08ff, ("aksara Arab", "Arabic script"), "Amiri"),
    script(0xfb50, 0xfdff, ("aksara Arab", "Arabic script"), "Amiri"),
    script(0xfe70, 0xfefe, ("aksara Arab", "Arabic script"), "Amiri"),
    script(
        0x0900,
        0x097f,
        ("aksara Dewanagari", "Devanagari script"),
        "NotoSansDevanagari",
    ),
    script(0x1a00, 0x1a1f, ("aksara Lontara", "Lontara script"), "NotoSansBuginese"),
    script(0x1b00, 0x1b7f, ("aksara Bali", "Balinese script"), "NotoSansBalinese"),
    script(0x1b80, 0x1bbf, ("aksara Sunda", "Sundanese script"), "NotoSansSundanese"),
    script(0x1bc0, 0x1bff, ("aksara Batak", "Batak script"), "NotoSansBatak"),
    script(0xa930, 0xa95f, ("aksara Rejang", "Rejang script"), "NotoSansRejang"),
    script(0xa980, 0xa9df, ("aksara Jawa", "Javanese script"), "NotoSansJavanese"),
    script(0x0e00, 0x0e7f, ("aksara Thai", "Thai script"), "NotoSansThai"),
];

const fn script(
    first: u32,
    last: u32,
    names: (&'static str, &'static str),
    face: &'static str,
) -> Script {
    Script { first, last, names, face }
}
