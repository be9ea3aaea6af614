//! Markup that is nested deeper than anybody writes is not read: whoever follows it goes one
//! step down the stack for each level.

use std::ops::Range;

/// Levels of lists and quotations, of directives, of pictures and links in each other.
const LEVELS: usize = 40;

/// Columns before a line; two are a level of a list.
const COLUMNS: usize = 4 * LEVELS;

/// Signs of emphasis in one paragraph: each may open a level.
const SIGNS: usize = 500;

/// The first line of a text that is nested too deep.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut paragraph = OpenParagraph::default();
    let (mut directives, mut start) = (0_usize, 0);
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if line.trim().is_empty() {
            paragraph = OpenParagraph::default();
            continue;
        }
        if let Some(name) = line.trim_start().strip_prefix(":::") {
            if name.trim_matches([':', ' ', '\n', '\r']).is_empty() {
                directives = directives.saturating_sub(1);
            } else {
                directives += 1;
            }
        }
        if levels(line) > LEVELS || directives > LEVELS || paragraph.is_deep(line) {
            return Some(range);
        }
    }
    None
}

/// The quotations and lists that a line begins, and those that it stands in by its columns.
fn levels(line: &str) -> usize {
    let mut levels = 0;
    let mut rest = line;
    loop {
        let text = rest.trim_start_matches([' ', '\t']);
        let blank = &rest[..rest.len() - text.len()];
        let columns: usize = blank.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        if columns > COLUMNS {
            return usize::MAX;
        }
        let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let item = if number.len() < text.len() {
            number.strip_prefix(['.', ')'])
        } else {
            text.strip_prefix(['-', '*', '+'])
        };
        let item = item.filter(|behind| behind.starts_with([' ', '\t']));
        let marker = text.strip_prefix('>').or(item);
        match marker {
            Some(behind) => (levels, rest) = (levels + 1, behind),
            None => return levels,
        }
    }
}

/// What is open in a paragraph.
#[derive(Default)]
struct OpenParagraph {
    signs: usize,
    brackets: usize,
}

impl OpenParagraph {
    fn is_deep(&mut self, line: &str) -> bool {
        for sign in line.chars() {
            match sign {
                '*' | '_' | '~' | '^' => self.signs += 1,
                '[' => self.brackets += 1,
                ']' => self.brackets = self.brackets.saturating_sub(1),
                _ => {}
            }
            if self.brackets > LEVELS {
                return true;
            }
        }
        self.signs > SIGNS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_markup_is_not_deep() {
        let lines = (0..10).map(|n| "  ".repeat(n) + "- butir\n");
        let list = lines.collect::<String>();
        let links = "[a](https://b/) ".repeat(50_000);
        let columns = ":::kolom\n".repeat(5) + &":::\n".repeat(5);
        let many = ":::garis\n:::\n".repeat(100);
        let rule = "-".repeat(200);
        let stars = "a *tegas* b\n\n".repeat(1_000);
        for text in [list, links, columns, many, stars, "| a | b |\n|---|---|\n".into()] {
            assert_eq!(too_deep(&text), None, "{}", &text[..20]);
        }
        assert!(too_deep(&rule).is_none(), "a rule is no list");
    }

    #[test]
    fn deep_markup_is_told_at_its_line() {
        for deep in [
            ">".repeat(100) + "a",
            "- ".repeat(100) + "a",
            "1. ".repeat(100) + "a",
            " ".repeat(300) + "- a",
            "*".repeat(2_000),
            "![".repeat(100),
            ":::kolom\n".repeat(100),
        ] {
            let text = format!("awal\n\n{deep}\nakhir\n");
            assert!(too_deep(&text).is_some_and(|at| at.start >= 6), "{deep}");
        }
    }
}
