//! The attributes of a directive: `:::name {key="value" key2=word flag}`.

use std::ops::Range;

use crate::origins::Thing;
use base::source::Span;
use base::written::Trail;

/// A directive's opening line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The name behind the colons.
    pub(crate) name: String,
    /// Its attributes, in order; a key may come more than once.
    pub(crate) attributes: Vec<WrittenAttribute>,
    /// The whole line.
    pub(crate) span: Span,
}

/// One attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenAttribute {
    /// Its key.
    pub(crate) key: String,
    /// Its value; `None` for a bare flag.
    pub(crate) value: Option<String>,
    /// Where it stands: the value in the data, where it comes from there.
    pub(crate) span: Span,
    /// Where each part of the value comes from.
    pub(crate) trail: Trail,
    /// What all of the value is the print of.
    pub(crate) thing: Option<Thing>,
}

/// Where a part of the line comes from: its place, where each part of the value within it comes
/// from, and what that is the print of.
pub(crate) type PlacedText = (Span, Trail, Option<Thing>);

/// Tells where a part of the line, and the value within it, come from.
pub(crate) type Placing<'a> = &'a dyn Fn(Range<usize>, Range<usize>) -> PlacedText;

/// Why a line cannot be read, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Miswritten {
    /// What is wrong, in both languages.
    pub(crate) detail: (&'static str, &'static str),
    /// Where.
    pub(crate) span: Span,
}

impl Opening {
    /// The first value of a key and its place.
    pub(crate) fn get(&self, key: &str) -> Option<(&str, Span)> {
        let attribute = self.attributes.iter().find(|a| a.key == key)?;
        Some((attribute.value.as_deref()?, attribute.span))
    }
}

/// Reads an opening line.
pub(crate) fn parse(line: &str, place: Placing<'_>) -> Result<Opening, Miswritten> {
    let (name, at) = name(line);
    let whole = 0..line.trim_end().len();
    let (span, ..) = place(whole.clone(), whole);
    let mut scanner = Scanner { line, at, place };
    let attributes = scanner.attributes()?;
    Ok(Opening { name, attributes, span })
}

/// The name behind the colons of an opening line, and where it ends.
pub(crate) fn name(line: &str) -> (String, usize) {
    let body = line.trim_start();
    let rest = body.trim_start_matches(':').trim_start();
    let of_name = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let name: String = rest.chars().take_while(of_name).collect();
    let at = line.len() - rest.len() + name.len();
    (name, at)
}

struct Scanner<'a> {
    line: &'a str,
    at: usize,
    place: Placing<'a>,
}

impl Scanner<'_> {
    fn attributes(&mut self) -> Result<Vec<WrittenAttribute>, Miswritten> {
        self.skip_blanks();
        if self.at >= self.line.len() {
            return Ok(Vec::new());
        }
        if !self.eat('{') {
            return Err(self.miswritten(
                "setelah nama direktif hanya boleh ada {…}",
                "only {…} may follow the name of a directive",
            ));
        }
        let mut attributes = Vec::new();
        loop {
            self.skip_blanks();
            if self.eat('}') {
                break;
            }
            attributes.push(self.attribute()?);
        }
        self.skip_blanks();
        if self.at < self.line.len() {
            return Err(self.miswritten(
                "tidak boleh ada tulisan setelah `}`",
                "nothing may follow the `}`",
            ));
        }
        Ok(attributes)
    }

    fn attribute(&mut self) -> Result<WrittenAttribute, Miswritten> {
        let from = self.at;
        let key = self.word();
        if key.is_empty() {
            return Err(self.miswritten(
                "di sini seharusnya nama keterangan atau `}`",
                "here should be the name of an attribute or `}`",
            ));
        }
        let mut inside = from..self.at;
        let mut value = None;
        if self.eat('=') {
            let start = self.at;
            value = Some(self.value()?);
            let quoted = usize::from(self.line[start..].starts_with('"'));
            inside = start + quoted..self.at - quoted;
        }
        let (span, trail, thing) = (self.place)(from..self.at, inside);
        Ok(WrittenAttribute { key, value, span, trail, thing })
    }

    fn value(&mut self) -> Result<String, Miswritten> {
        if !self.eat('"') {
            let word = self.word();
            return if word.is_empty() {
                Err(self.miswritten(
                    "nilai ditulis dalam tanda kutip",
                    "values are written in quotes",
                ))
            } else {
                Ok(word)
            };
        }
        let mut value = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(value),
                // A value of the data inside the quotes was escaped as for running text.
                Some('\\') => match self.next() {
                    Some(c) if c.is_ascii_punctuation() => value.push(c),
                    _ => {
                        return Err(self.miswritten(
                            "setelah `\\` hanya tanda baca",
                            "only a punctuation mark may follow `\\`",
                        ));
                    }
                },
                Some('&') => value.push(self.entity().unwrap_or('&')),
                Some(c) => value.push(c),
                None => {
                    return Err(self.miswritten(
                        "tanda kutip tidak ditutup",
                        "a quote is not closed",
                    ));
                }
            }
        }
    }

    /// The character of `&#124;`, whose `&` was read already.
    fn entity(&mut self) -> Option<char> {
        let rest = self.line[self.at..].strip_prefix('#')?;
        let (digits, _) = rest.split_once(';')?;
        let c = char::from_u32(digits.parse().ok()?)?;
        self.at += digits.len() + 2;
        Some(c)
    }

    fn word(&mut self) -> String {
        let word: String = self.line[self.at..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
            .collect();
        self.at += word.len();
        word
    }

    fn skip_blanks(&mut self) {
        let rest = &self.line[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.line[self.at..].starts_with(c);
        self.at += if found { c.len_utf8() } else { 0 };
        found
    }

    fn next(&mut self) -> Option<char> {
        let c = self.line[self.at..].chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn miswritten(&self, id: &'static str, en: &'static str) -> Miswritten {
        let next = self.line[self.at..].chars().next().map_or(0, char::len_utf8);
        let range = self.at..self.at + next;
        Miswritten { detail: (id, en), span: (self.place)(range.clone(), range).0 }
    }
}

/// Writes one attribute so that [`parse`] reads the same value, whatever it holds. White
/// space is folded as in running text: an opening is one line.
pub(crate) fn write(key: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(key);
    out.push_str("=\"");
    write_value(value, out);
    out.push('"');
}

/// Writes the value between the quotes.
pub(crate) fn write_value(value: &str, out: &mut String) {
    for c in super::escape::folded(value) {
        match c {
            '"' | '\\' | '&' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Opening, Miswritten> {
        parse(line, &|_, _| Default::default())
    }

    #[test]
    fn values_survive_writing_and_reading() {
        let nasty = "A\"B\\C} :::{x=\"1\"} |*<i>\u{a0}é &#124; & &#x;";
        let mut line = String::from(":::kop {");
        write("baris", nasty, &mut line);
        write("baris", "dua\nbaris", &mut line);
        line.push('}');
        let opening = read(&line).unwrap();
        assert_eq!(opening.name, "kop");
        assert_eq!(opening.attributes[0].value.as_deref(), Some(nasty));
        assert_eq!(opening.attributes[1].value.as_deref(), Some("dua baris"));
    }

    #[test]
    fn escaped_text_is_the_same_inside_quotes() {
        let nasty = "A*B|C <i> \\ \"x\" &#1; :::";
        let mut escaped = String::new();
        crate::notation::escape(nasty, &mut escaped);
        let opening = read(&format!(":::tabel {{judul=\"{escaped}\"}}")).unwrap();
        assert_eq!(opening.attributes[0].value.as_deref(), Some(nasty));
    }

    #[test]
    fn flags_words_and_mistakes() {
        let opening = read("::::tabel-hadir {utuh garis=semua}").unwrap();
        assert_eq!(opening.name, "tabel-hadir");
        assert_eq!(opening.attributes[0].value, None);
        assert_eq!(opening.attributes[1].value.as_deref(), Some("semua"));
        for line in
            [":::a {b=\"c}", ":::a {b= }", ":::a b", ":::a {} b", ":::a {b=\"\\n\"}"]
        {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
