//! Values of users in messages: a message is read by people, whatever was typed.

use std::borrow::Cow;

/// The longest value that is shown whole, in characters.
const VALUE: usize = 400;

/// What is shown of a longer one: its beginning and its end.
const SHOWN: (usize, usize) = (200, 40);

/// The longest text that is shown whole; none of ours comes near it.
const TEXT: usize = 8_000;

/// How far a mark reaches in the line of a file.
const MARK: usize = 200;

/// A text in which each value between `` ` `` has a length that can be read, and that has one
/// itself, should a value hold that sign.
pub(super) fn shortened(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.len() <= VALUE {
        return text;
    }
    // What stands between the values are our own words.
    let value =
        |(at, part)| if at % 2 == 1 { cut(part, VALUE) } else { Cow::Borrowed(part) };
    let parts: Vec<Cow<'_, str>> = text.split('`').enumerate().map(value).collect();
    let long = parts.iter().any(|part| matches!(part, Cow::Owned(_)));
    let joined = if long { Cow::Owned(parts.join("`")) } else { text.clone() };
    match cut(&joined, TEXT) {
        Cow::Owned(short) => Cow::Owned(short),
        Cow::Borrowed(_) => Cow::Owned(joined.into_owned()),
    }
}

fn cut(part: &str, most: usize) -> Cow<'_, str> {
    if part.len() <= most || part.chars().nth(most).is_none() {
        return Cow::Borrowed(part);
    }
    let end = most - VALUE + SHOWN.0;
    let head = part.char_indices().nth(end).map_or(part.len(), |(at, _)| at);
    let tail = part.char_indices().nth_back(SHOWN.1 - 1).map_or(0, |(at, _)| at);
    Cow::Owned(format!("{} … {}", &part[..head], &part[tail..]))
}

/// The end of a mark of this text that begins at its beginning.
pub(super) fn marked(text: &str) -> usize {
    text.char_indices().nth(MARK).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        shortened(Cow::Borrowed(text)).into_owned()
    }

    #[test]
    fn what_an_office_writes_is_shown_whole() {
        let long = "kata ".repeat(79);
        for text in ["", "kunci `nama` tidak dikenal", &format!("nilai `{long}`")] {
            assert_eq!(told(text), text);
        }
        let sentence = "Jumlah terlayani berkurang. ".repeat(30);
        assert_eq!(told(&sentence), sentence);
    }

    #[test]
    fn of_a_value_without_end_its_beginning_and_end_are_shown() {
        let text = told(&format!("kunci `{}z` pada `a`", "é".repeat(3_000_000)));
        assert!(text.chars().count() < 300, "{text}");
        assert!(text.starts_with("kunci `éé") && text.ends_with("éz` pada `a`"));
        // A value may hold what stands around values.
        let odd = format!("kunci `{}`", "ab`".repeat(1_000_000));
        assert!(told(&odd).chars().count() <= TEXT);
    }

    #[test]
    fn a_mark_ends_within_its_line() {
        assert_eq!(marked("abc"), 3);
        assert_eq!(marked(&"é".repeat(500)), 400);
    }
}
