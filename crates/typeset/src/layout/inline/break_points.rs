//! Where a word may be broken.

use crate::document::long_parts;

/// A place inside a word where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BreakPoint {
    /// Byte of the word before which the next line begins.
    pub(crate) at: usize,
    /// A hyphen has to be shown.
    pub(crate) hyphen: bool,
}

/// Words shorter than this are not hyphenated: little is gained.
const SHORTEST: usize = 6;

/// Whether a word is an address of the web or of mail.
pub(super) fn is_address(word: &str) -> bool {
    is_url(word) || word.contains('@')
}

fn is_url(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.")
}

/// The places where a word may be broken, in order. Never at the hyphen of a compound: readers of
/// PDF take one at the end of a line for one that was put there ("rata-rata" is copied as
/// "ratarata").
pub(super) fn break_points(word: &str) -> Vec<BreakPoint> {
    let mut points = Vec::new();
    let url = is_url(word);
    let mail = word.contains('@') && !url;
    let mut before: Option<char> = None;
    let mut chars = word.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        let next = chars.peek().map(|&(at, ch)| (at, ch));
        if let (Some(before), Some((next_at, after))) = (before, next) {
            // Only between words: a line never ends inside "100.1.2/007/PEM" or "9–10".
            let words = before.is_alphabetic() && after.is_alphabetic();
            let free = match ch {
                '–' | '—' => words,
                '/' => {
                    words && long_parts(word, at) || url && before != '/' && after != '/'
                }
                // An address of the web or of mail goes on after the marks between its parts.
                '?' | '&' | '=' => url,
                '@' => mail,
                _ => false,
            };
            if free {
                points.push(BreakPoint { at: next_at, hyphen: false });
            }
        }
        before = Some(ch);
        let _ = at;
    }
    if !url {
        let start = word.find(char::is_alphabetic).unwrap_or(0);
        let core = word[start..].trim_end_matches(|c: char| !c.is_alphabetic());
        // Only before the hyphen that a word has itself: "perundang-undangan".
        let core = core.split('-').next().unwrap_or(core);
        let plain = core.chars().all(|c| c.is_alphabetic() && c.is_lowercase());
        if plain && core.len() >= SHORTEST {
            let breaks = bahasa::syllable::break_points(core);
            points.extend(
                breaks.into_iter().map(|b| BreakPoint { at: start + b, hyphen: true }),
            );
        }
    }
    points.sort_by_key(|p| p.at);
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(word: &str) -> Vec<usize> {
        let free = break_points(word);
        free.iter().filter(|p| !p.hyphen).map(|p| p.at).collect()
    }

    #[test]
    fn breaks_stand_between_words_only() {
        assert_eq!(at("hari/tanggal"), [5]);
        assert_eq!(at("perundang-undangan"), [] as [usize; 0]);
        assert_eq!(at("100.1.2/007/PEM/2024"), [] as [usize; 0]);
        assert_eq!(at("s/d"), [] as [usize; 0]);
        assert_eq!(at("9–10"), [] as [usize; 0]);
        assert_eq!(at("https://a.go.id/b/c"), [16, 18]);
    }

    #[test]
    fn a_hyphen_of_a_word_stays_in_its_line() {
        for word in ["e-SPM", "e-Office", "IP-SPM", "TW-IV", "COVID-19", "rata-rata"] {
            assert_eq!(at(word), [] as [usize; 0], "{word}");
        }
        let free = break_points("perundang-undangan");
        assert!(!free.is_empty());
        assert!(free.iter().all(|point| point.hyphen && point.at < 9), "{free:?}");
    }
}
