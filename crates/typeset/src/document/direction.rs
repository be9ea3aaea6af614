//! Which text is read from right to left, by the Unicode bidirectional algorithm (UAX 9).

use unicode_bidi::{BidiClass, ParagraphBidiInfo, bidi_class};

/// The levels of a paragraph's bytes, odd ones read from right to left, and whether the paragraph
/// begins at the right edge, because its first letter is of a script that does. `None` where all
/// is read from left to right.
pub(crate) fn directions(text: &str) -> Option<(Vec<unicode_bidi::Level>, bool)> {
    has_leftward(text).then(|| {
        let info = ParagraphBidiInfo::new(text, None);
        let leftward = info.paragraph_level.is_rtl();
        (info.levels, leftward)
    })
}

/// Whether a text holds characters that are read from right to left.
pub(crate) fn has_leftward(text: &str) -> bool {
    // The first of them, U+0590, begins with this byte.
    text.bytes().any(|byte| byte >= 0xd6)
        && text.chars().any(|ch| {
            matches!(
                bidi_class(ch),
                BidiClass::R
                    | BidiClass::AL
                    | BidiClass::RLE
                    | BidiClass::RLO
                    | BidiClass::RLI
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_begins_where_its_first_letter_does() {
        let begins = |text: &str| directions(text).map(|found| found.1);
        assert_eq!(begins("بسم الله"), Some(true));
        assert_eq!(begins("1. שלום dunia"), Some(true));
        assert_eq!(begins("Salam: بسم الله"), Some(false));
        assert_eq!(begins("Dana “harian” – 12"), None);
    }
}
