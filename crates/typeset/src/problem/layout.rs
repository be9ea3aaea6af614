//! What cannot be set as it was asked for.

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
    /// A character no face has. The word it is printed in is no part of it: papers print a value
    /// in capitals, in pieces or among others, and it is one mistake.
    pub fn missing_glyph(ch: char) -> Self {
        Self::MissingGlyph {
            glyph: ch.to_string(),
            code: format!("U+{:04X}", u32::from(ch)),
        }
    }

    /// A word that no line has room for, in small letters and without what stands around it:
    /// papers print a value in capitals, in brackets or before a comma, and it is one mistake.
    pub fn torn_word(word: &str) -> Self {
        let edge = |c: char| !c.is_alphanumeric();
        Self::TornWord { word: word.trim_matches(edge).to_lowercase() }
    }
}
