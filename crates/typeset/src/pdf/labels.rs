//! Page labels: the numbers a viewer shows are those printed on the pages.

use std::num::NonZeroU32;

use krilla::page::{NumberingStyle, PageLabel};

use crate::layout::page::Page;

/// A label for each page; empty ones where all pages are simply numbered from 1, as viewers do
/// by themselves.
pub(super) fn labels(pages: &[Page]) -> Vec<PageLabel> {
    let plain = pages.iter().enumerate().all(|(index, page)| {
        page.label.is_empty() || page.label.parse() == Ok(index + 1)
    });
    if plain {
        return vec![PageLabel::default(); pages.len()];
    }
    let mut before: Option<(NumberingStyle, u32)> = None;
    let label = |page: &Page| {
        let Some((style, number)) = number(&page.label) else {
            before = None;
            return PageLabel::new(None, Some(page.label.clone()), None);
        };
        // krilla 0.8 takes a number one below the last for its continuation and drops it;
        // an empty prefix makes the two differ.
        let falls = before == Some((style, number + 1));
        before = Some((style, number));
        PageLabel::new(Some(style), falls.then(String::new), NonZeroU32::new(number))
    };
    pages.iter().map(label).collect()
}

/// The style and the value of a printed number.
fn number(label: &str) -> Option<(NumberingStyle, u32)> {
    if let Ok(number) = label.parse::<u32>() {
        return (number > 0).then_some((NumberingStyle::Arabic, number));
    }
    let style = if label == label.to_lowercase() {
        NumberingStyle::LowerRoman
    } else {
        NumberingStyle::UpperRoman
    };
    roman(label).map(|number| (style, number))
}

/// The value of a Roman numeral: a letter before a larger one counts less.
fn roman(label: &str) -> Option<u32> {
    let value = |letter: char| match letter.to_ascii_lowercase() {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values = label.chars().map(value).collect::<Option<Vec<i32>>>()?;
    let signed = values.iter().enumerate().map(|(index, &value)| {
        let less = values.get(index + 1).is_some_and(|&next| next > value);
        if less { -value } else { value }
    });
    u32::try_from(signed.sum::<i32>()).ok().filter(|&number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_back() {
        assert_eq!(number("iv"), Some((NumberingStyle::LowerRoman, 4)));
        assert_eq!(number("XII"), Some((NumberingStyle::UpperRoman, 12)));
        assert_eq!(number("7"), Some((NumberingStyle::Arabic, 7)));
        assert_eq!(number("sampul"), None);
    }
}
