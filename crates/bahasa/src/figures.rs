//! A number that a text says in figures and in words: "2 (dua) berkas", "dua (2) berkas".

use super::number::{format_number, parse_count};
use super::terbilang::terbilang;

/// A number in figures whose words are those of another one: as it is written, and what each of
/// the two would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// "2 (satu)".
    pub written: String,
    /// "2 (dua)".
    pub by_figures: String,
    /// "1 (satu)".
    pub by_words: String,
}

/// The first number of a text whose figures and words disagree.
pub fn disagreement(text: &str) -> Option<Disagreement> {
    text.match_indices('(').find_map(|(open, _)| {
        let (before, rest) = (near(&text[..open]), &text[open + 1..]);
        let inside = rest[..rest.find([')', '('])?].trim();
        let figures_first = || {
            let figures = last_figures(before)?;
            let words: Vec<&str> = inside.split_whitespace().collect();
            let (said, taken) = leading(&words);
            // "5 (tiga puluh persen)" may tell of two things; of one that is named it does not.
            (taken > 0 && words.len() <= taken + 1).then_some((figures, said?))
        };
        let words_first = || {
            let figures = plain(inside)?;
            Some((figures, trailing(before)?))
        };
        let (figures, said) = figures_first().or_else(words_first)?;
        (figures != said).then(|| Disagreement {
            written: format!("{} ({inside})", last_part(before)),
            by_figures: format!("{} ({})", format_number(figures), terbilang(figures)),
            by_words: format!("{} ({})", format_number(said), terbilang(said)),
        })
    })
}

/// The end of a text, which holds any number in words: a line of brackets alone is not looked
/// through anew for each.
fn near(text: &str) -> &str {
    const LONGEST: usize = 400;
    let from = text.len().saturating_sub(LONGEST);
    let from = (from..=text.len()).find(|&at| text.is_char_boundary(at));
    from.and_then(|from| text.get(from..)).unwrap_or_default()
}

/// What stands before the bracket, for a message.
fn last_part(before: &str) -> &str {
    before.split_whitespace().next_back().unwrap_or_default()
}

/// The figures at the end of a text: "Rp1.250.000 ", "sebanyak 2 ". Decimals are no whole number.
fn last_figures(before: &str) -> Option<i64> {
    let word = before.split_whitespace().next_back()?;
    let word = word.strip_prefix("Rp").unwrap_or(word);
    plain(word.strip_suffix(",00").or(word.strip_suffix(",-")).unwrap_or(word))
}

/// A whole number, read as data is.
fn plain(word: &str) -> Option<i64> {
    parse_count(word).ok().and_then(|count| count.try_into().ok())
}

/// The number that a text ends with in words.
fn trailing(before: &str) -> Option<i64> {
    let from_end = before.split_whitespace().rev();
    let mut words: Vec<&str> = from_end.take_while(|word| part(word).is_some()).collect();
    words.reverse();
    (!words.is_empty()).then(|| leading(&words).0)?
}

/// What a word of a number does to what was read before it.
enum WordPart {
    Adds(i64),
    Teen,
    Times(i64),
    Group(i64),
}

fn part(word: &str) -> Option<WordPart> {
    let word = word.to_lowercase();
    let ones = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan",
        "sembilan", "sepuluh", "sebelas",
    ];
    if let Some(value) = ones.iter().position(|one| *one == word) {
        return i64::try_from(value).ok().map(WordPart::Adds);
    }
    match word.as_str() {
        "belas" => Some(WordPart::Teen),
        "puluh" => Some(WordPart::Times(10)),
        "ratus" => Some(WordPart::Times(100)),
        "seratus" => Some(WordPart::Adds(100)),
        "seribu" => Some(WordPart::Adds(1000)),
        "ribu" => Some(WordPart::Group(1000)),
        "juta" => Some(WordPart::Group(1_000_000)),
        "miliar" | "milyar" => Some(WordPart::Group(1_000_000_000)),
        _ => None,
    }
}

/// The number that words begin with, and how many of them say it. None for words that are no
/// number as they follow each other.
fn leading(words: &[&str]) -> (Option<i64>, usize) {
    let taken = words.iter().take_while(|word| part(word).is_some()).count();
    let (mut all, mut group, mut last) = (0_i64, 0_i64, 0_i64);
    for word in words[..taken].iter().filter_map(|word| part(word)) {
        match word {
            WordPart::Adds(value) => {
                group += value;
                last = value;
            }
            WordPart::Teen => group += 10,
            WordPart::Times(times) => group += last * (times - 1),
            WordPart::Group(times) => {
                all += group * times;
                group = 0;
            }
        }
    }
    let value = all + group;
    let said = words[..taken].join(" ").to_lowercase().replace("milyar", "miliar");
    let sound = terbilang(value) == said
        || terbilang(value) == said.replace("satu ribu", "seribu");
    (sound.then_some(value), taken)
}

#[cfg(test)]
mod tests {
    use super::disagreement;

    #[test]
    fn figures_and_words_that_disagree() {
        for (text, written, by_figures, by_words) in [
            ("2 (satu) berkas", "2 (satu)", "2 (dua)", "1 (satu)"),
            ("dua (3) rangkap", "dua (3)", "3 (tiga)", "2 (dua)"),
            (
                "sebanyak 12 (dua puluh orang)",
                "12 (dua puluh orang)",
                "12 (dua belas)",
                "20 (dua puluh)",
            ),
            (
                "Rp1.250.000,00 (satu juta dua ratus ribu rupiah)",
                "Rp1.250.000,00 (satu juta dua ratus ribu rupiah)",
                "1.250.000 (satu juta dua ratus lima puluh ribu)",
                "1.200.000 (satu juta dua ratus ribu)",
            ),
        ] {
            let found = disagreement(text).unwrap();
            assert_eq!(found.written, written);
            assert_eq!(
                (found.by_figures.as_str(), found.by_words.as_str()),
                (by_figures, by_words)
            );
        }
    }

    #[test]
    fn what_agrees_or_is_no_number() {
        for text in [
            "1 (satu) berkas",
            "12 (dua belas) orang",
            "1.000 (seribu)",
            "21.000 (dua puluh satu ribu) dan 100 (seratus)",
            "Rp5.000.000 (lima juta rupiah)",
            "tiga (3) hari",
            "tahun dua ribu dua puluh lima (2025)",
            "ayat (2)",
            "2,5 (dua koma lima)",
            "Nomor 59 (Permendagri)",
            "2 (dua orang, satu di antaranya operator)",
            "IV (empat)",
            "5 (satu dua tiga)",
            "Pasal satu (",
            "100.1.2 (satu)",
        ] {
            assert_eq!(disagreement(text), None, "{text}");
        }
    }
}
