//! The number of a quarter as a word says it.

/// Which quarter a word counts, in figures, Roman or words.
pub fn quarter_number(word: &str) -> Option<u8> {
    let ordinal = match word {
        "pertama" | "kesatu" | "satu" => Some(1),
        "kedua" | "dua" => Some(2),
        "ketiga" | "tiga" => Some(3),
        "keempat" | "empat" => Some(4),
        _ => None,
    };
    let roman = || bahasa::roman::parse_roman(word).and_then(|n| u8::try_from(n).ok());
    let number = ordinal.or_else(|| word.parse().ok()).or_else(roman)?;
    (1..=4).contains(&number).then_some(number)
}
