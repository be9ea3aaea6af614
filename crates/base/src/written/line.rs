//! Short texts that know byte by byte where they were written, and what is done with them.

use std::fmt;
use std::ops::{Deref, Range};

use serde::{Serialize, Serializer};

use super::Trail;
use crate::source::Span;

/// A short text without escapes that is put together from several places: a name with its gelar,
/// a line of a template's description, filled. Words of ours in it are written nowhere. It is
/// read as its text, and written as that where it leaves the program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Where each part of it comes from.
    pub trail: Trail,
}

/// Words and figures of ours.
impl From<String> for Line {
    fn from(text: String) -> Self {
        Self { text, trail: Trail::default() }
    }
}

/// Words of ours.
impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::at(text, Span::None)
    }
}

impl Deref for Line {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Line {
    /// A text that was written at one place.
    pub fn at(text: impl Into<String>, span: Span) -> Self {
        Self { text: text.into(), trail: Trail::from(span) }
    }

    /// The same with more behind it; words of ours are written nowhere.
    #[must_use]
    pub fn then(mut self, text: &str, span: Span) -> Self {
        if !text.is_empty() {
            self.trail.push(self.text.len(), span);
            self.text.push_str(text);
        }
        self
    }

    /// The same with words of ours behind it.
    #[must_use]
    pub fn ours(self, text: &str) -> Self {
        self.then(text, Span::None)
    }

    /// The same with another behind it.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        if !other.text.is_empty() {
            self.trail.push(self.text.len(), other.trail.at(0));
            self.trail.append(self.text.len(), &other.trail);
            self.text.push_str(&other.text);
        }
        self
    }

    /// A part of it.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let mut trail = Trail::default();
        for (from, span) in self.trail.parts(range.end) {
            if from.start < range.end && from.end > range.start {
                trail.push(from.start.max(range.start) - range.start, span);
            }
        }
        Self { text: text.to_owned(), trail }
    }

    /// It without some characters at its end.
    #[must_use]
    pub fn without_end(&self, ends: &[char]) -> Self {
        self.part(0..self.text.trim_end_matches(ends).len())
    }

    /// It without blanks around.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        self.part(start..self.text.trim_end().len().max(start))
    }

    /// It with others instead of its characters, each at the place of what it stands for;
    /// `change` sees the byte at which each stands.
    #[must_use]
    pub fn each<I: IntoIterator<Item = char>>(
        &self,
        change: impl Fn(usize, char) -> I,
    ) -> Self {
        let mut line = Self::default();
        for (at, c) in self.text.char_indices() {
            line.trail.push(line.text.len(), self.trail.at(at));
            line.text.extend(change(at, c));
        }
        line
    }

    /// It in capitals.
    #[must_use]
    pub fn capitals(&self) -> Self {
        self.each(|_, c| c.to_uppercase())
    }

    /// It where what is written nowhere stands at a place.
    #[must_use]
    pub fn or(self, place: Span) -> Self {
        Self { trail: self.trail.or(place), text: self.text }
    }

    /// It with another instead of the first mark that says where.
    #[must_use]
    pub fn filled(&self, mark: &str, with: &Self) -> Self {
        let Some(at) = self.text.find(mark) else { return self.clone() };
        let behind = self.part(at + mark.len()..self.text.len());
        self.part(0..at).and(with).and(&behind.filled(mark, with))
    }

    /// It on one line: what parts its words is a blank, but for blanks that hold.
    #[must_use]
    pub fn on_one_line(&self) -> Self {
        let parts = |c: char| c != '\u{a0}' && (c.is_whitespace() || c.is_control());
        let mut line = Self::default();
        let mut at = 0;
        for word in self.text.split(parts) {
            if !word.is_empty() {
                let blank = at.max(1) - 1;
                if !line.text.is_empty() {
                    line = line.then(" ", self.trail.at(blank));
                }
                line = line.and(&self.part(at..at + word.len()));
            }
            let behind = self.text.get(at + word.len()..).unwrap_or_default();
            at += word.len() + behind.chars().next().map_or(0, char::len_utf8);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn place(n: u32) -> Span {
        Span::File(FileId(n))
    }

    /// The places of each character.
    fn places(line: &Line) -> Vec<(char, Span)> {
        line.text.char_indices().map(|(at, c)| (c, line.trail.at(at))).collect()
    }

    #[test]
    fn what_is_put_together_keeps_its_places() {
        let data = Line::at("ab", place(1));
        let line = Line::from("x").and(&data).ours("y").and(&"z".into());
        let (none, one) = (Span::None, place(1));
        let expected = [('x', none), ('a', one), ('b', one), ('y', none), ('z', none)];
        assert_eq!(places(&line), expected);
        // Words of ours behind a value are not the value's.
        assert_eq!(data.clone().and(&Line::default()), data);
        assert_eq!(places(&data.and(&"c".into()))[2], ('c', none));
    }

    #[test]
    fn what_is_changed_keeps_its_places() {
        let line = Line::at("ß,", place(1)).then("b ", place(2)).then("\n c", place(3));
        let told = |line: &Line| -> String {
            let number = |at| match line.trail.at(at) {
                Span::File(FileId(n)) => n.to_string(),
                _ => "-".to_owned(),
            };
            let said = line.text.char_indices();
            said.map(|(at, c)| format!("{c}{}", number(at))).collect::<Vec<_>>().concat()
        };
        assert_eq!(told(&line.capitals()), "S1S1,1B2 2\n3 3C3");
        assert_eq!(told(&line.on_one_line()), "ß1,1b2 3c3");
        assert_eq!(told(&line.part(3..4)), "b2");
        assert_eq!(told(&Line::at("a,;", place(1)).without_end(&[',', ';'])), "a1");
        assert_eq!(told(&Line::at(" a ", place(1)).trimmed()), "a1");
        let pattern = Line::at("p {x} q {x}", place(9));
        assert_eq!(told(&pattern.filled("{x}", &line.part(3..4))), "p9 9b2 9q9 9b2");
        assert_eq!(told(&Line::from("a").filled("{x}", &line)), "a-");
    }
}
