//! A text of which no machine makes a paper is not read: what is laid out takes a hundred times the
//! room of what is written.

use std::ops::Range;

/// What one paper may hold, each about 3 kB of memory while it is made. The name boards of two
/// thousand people are half of it.
const UNITS: usize = 300_000;

/// A paragraph, an item, a heading, the row of a table.
const BLOCK: usize = 4;

/// A line that goes on.
const LINE: usize = 1;

/// A cell, a link.
const PART: usize = 2;

/// As many bytes of words are one unit.
const BYTES: usize = 32;

/// A word that no line of a page has room for is torn, and each of its signs is then a piece of its
/// own: it weighs as much more.
const LONG: usize = 60;
const TORN: usize = 8;

/// The longest word: addresses of the web and codes of a picture are shorter. All of it stands on one
/// line before it is torn, each sign with its place, its marks and its direction.
const WORD: usize = 100_000;

/// The first line of a text with a word that is longer than any. Blanks that hold part none.
pub(super) fn endless(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let mut word = 0;
        if line.len() > WORD {
            word = line.split([' ', '\t', '\r', '\n']).map(str::len).max().unwrap_or(0);
        }
        if word > WORD {
            return Some(range);
        }
    }
    None
}

/// The line of a text with which it becomes too much.
pub(super) fn too_much(text: &str) -> Option<Range<usize>> {
    let (mut units, mut bytes, mut start) = (0, 0, 0);
    let mut blank = true;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let words = line.trim();
        let begins = blank
            || words.starts_with(['#', '>', '-', '*', '+', '|', '!'])
            || words.starts_with(|c: char| c.is_ascii_digit());
        blank = words.is_empty();
        if blank || words.trim_matches(':').is_empty() {
            continue;
        }
        let parts =
            words.bytes().filter(|byte| matches!(byte, b'|' | b'[' | b'`')).count();
        bytes += words.len();
        if words.len() > LONG {
            let long = words.split([' ', '\t']).map(str::len).filter(|len| *len > LONG);
            bytes += (TORN - 1) * long.sum::<usize>();
        }
        units += PART * parts + if begins { BLOCK } else { LINE };
        if units + bytes / BYTES > UNITS {
            return Some(range);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_thousand_people_take_is_not_too_much() {
        let board = "::::balik\n:::satu-baris {ukuran=48 terkecil=36 tebal rata=tengah}\nDrs. \
            Ani Contoh, M.Si.\n\n:::\n\nKepala Bidang Contoh\n\nDinas Contoh\n\n::::\n\n";
        assert_eq!(too_much(&board.repeat(4_000)), None);
        let row = "| 1 | Ani Contoh | Kepala Bidang | Dinas Contoh | L | 0812 |\n";
        assert_eq!(too_much(&row.repeat(10_000)), None);
    }

    #[test]
    fn a_word_without_an_end_is_told() {
        assert_eq!(endless(&format!("a {}\n", "kata ".repeat(100_000))), None);
        let marks = "a".to_owned() + &"\u{301}".repeat(60_000);
        let held = "kata\u{a0}".repeat(20_000);
        for long in ["k".repeat(100_001), marks, held] {
            assert_eq!(endless(&format!("awal\n\nb {long} c\n")).unwrap().start, 6);
        }
    }

    #[test]
    fn the_line_is_told_with_which_it_is_too_much() {
        for one in ["a\n\n", "- a\n", "# a\n\n", "> a\n", "[a](b) \n", "|a|b\n", "a\\\n"]
        {
            let text = one.repeat(400_000);
            let told = too_much(&text).unwrap();
            assert!(told.end < text.len() && !text[told].is_empty(), "{one}");
        }
        let words = format!("{} ", "k".repeat(150));
        assert_eq!(too_much(&words.repeat(5_000)), None);
        assert!(too_much(&words.repeat(10_000)).is_some());
        let told = too_much(&"kata ".repeat(4 << 20)).unwrap();
        assert_eq!(told.start, 0);
    }
}
