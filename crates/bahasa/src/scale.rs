//! Numbers that a word of size follows: "1,697 miliar", "40 jt".

/// The words, each with how much it stands for.
const WORDS: [(&str, i64); 8] = [
    ("ribu", 1_000),
    ("rb", 1_000),
    ("juta", 1_000_000),
    ("jt", 1_000_000),
    ("miliar", 1_000_000_000),
    ("milyar", 1_000_000_000),
    ("mld", 1_000_000_000),
    ("triliun", 1_000_000_000_000),
];

/// Of an amount of rupiah a single letter is a size: "Rp 11,7 M", "Rp1,2 T".
const LETTERS: [(&str, i64); 2] = [("M", 1_000_000_000), ("T", 1_000_000_000_000)];

/// What stands before a word of size, and how much the word stands for; `None` where a text ends
/// in none. "rupiah" may follow it.
pub fn scaled(text: &str) -> Option<(&str, i64)> {
    let without = |text: &'_ str, word: &str| -> Option<usize> {
        let at = text.len().checked_sub(word.len())?;
        let tail = text.get(at..)?;
        tail.eq_ignore_ascii_case(word).then_some(at)
    };
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ".,-".contains(c));
    let text = without(text, "rupiah").map_or(text, |at| text[..at].trim_end());
    let rupiah = text.trim_start().get(..2).is_some_and(|t| t.eq_ignore_ascii_case("rp"));
    let letters = LETTERS.iter().filter(|_| rupiah);
    let (at, times) = WORDS
        .iter()
        .chain(letters)
        .find_map(|(word, times)| Some((without(text, word)?, *times)))?;
    let before = text.get(..at)?;
    // "Contoh Selaju" ends in no word of size.
    let parted = before.ends_with(|c: char| !c.is_alphabetic());
    let number = before.trim_end();
    let figure = number.contains(|c: char| c.is_ascii_digit());
    (parted && figure).then_some((number, times))
}

#[cfg(test)]
mod tests {
    use super::scaled;

    #[test]
    fn words_of_size() {
        for (text, number, times) in [
            ("1,697 miliar", "1,697", 1_000_000_000),
            ("Rp1,697 Milyar", "Rp1,697", 1_000_000_000),
            ("1,5jt", "1,5", 1_000_000),
            ("3 juta rupiah", "3", 1_000_000),
            ("2,284 Juta,-", "2,284", 1_000_000),
            ("750rb", "750", 1_000),
            ("Rp 11,7 M", "Rp 11,7", 1_000_000_000),
            ("Rp1,2T", "Rp1,2", 1_000_000_000_000),
        ] {
            assert_eq!(scaled(text), Some((number, times)), "{text}");
        }
        for text in [
            "",
            "miliar",
            "1.250",
            "seribu",
            "1,250 orang",
            "é juta rupiahé",
            "11,7 M",
            "Rp M",
        ] {
            assert_eq!(scaled(text), None, "{text}");
        }
    }
}
