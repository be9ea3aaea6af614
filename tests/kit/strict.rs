//! A reader of PDF as strict and as old as the programs of offices that stamp and merge pages:
//! a plain table of offsets, every object in the open, nothing guessed and nothing mended.

use std::collections::BTreeMap;
use std::io::Read;

/// A value, as far as the reader needs to know it.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Dict(BTreeMap<String, Value>),
    Array(Vec<Value>),
    Name(String),
    Whole(usize),
    Reference(usize),
    Other,
}

/// The words drawn on each page are not read, only that each page's content can be had: the
/// number of bytes of each.
pub(crate) fn read(file: &[u8]) -> Result<Vec<usize>, String> {
    if !file.starts_with(b"%PDF-1.") {
        return Err("no head".into());
    }
    let tail = &file[file.len().saturating_sub(1024)..];
    let at = find(tail, b"startxref").ok_or("no startxref")?;
    let mut end = Scan { file: tail, at: at + 9 };
    let table = end.whole().ok_or("startxref without a number")?;
    let mut scan = Scan { file, at: table };
    if !scan.word(b"xref") || scan.whole() != Some(0) {
        return Err(
            "a cross-reference stream, or a table that does not begin at 0".into()
        );
    }
    let count = scan.whole().ok_or("no count")?;
    scan.white();
    let mut offsets = Vec::new();
    for number in 0..count {
        let entry = file.get(scan.at..scan.at + 20).ok_or("table cut off")?;
        let kind = if number == 0 { b'f' } else { b'n' };
        if entry[17] != kind || !entry.ends_with(b"\r\n") && !entry.ends_with(b" \n") {
            return Err(format!("entry {number} is no row of twenty bytes"));
        }
        let text = std::str::from_utf8(&entry[..10]).map_err(|e| e.to_string())?;
        offsets.push(text.parse::<usize>().map_err(|e| e.to_string())?);
        scan.at += 20;
    }
    if !scan.word(b"trailer") {
        return Err("no trailer behind the table".into());
    }
    let Some(Value::Dict(trailer)) = scan.value() else {
        return Err("no trailer".into());
    };
    for of_1_5 in ["Prev", "XRefStm", "Encrypt"] {
        if trailer.contains_key(of_1_5) {
            return Err(format!("the trailer has {of_1_5}"));
        }
    }
    if trailer.get("Size") != Some(&Value::Whole(count)) {
        return Err("Size is not the number of entries".into());
    }
    let reader = Reader { file, offsets };
    reader.objects()?;
    let root = reader.dict(trailer.get("Root").ok_or("no Root")?)?;
    let mut pages = Vec::new();
    reader.pages(root.get("Pages").ok_or("no Pages")?, &mut pages)?;
    Ok(pages)
}

struct Reader<'f> {
    file: &'f [u8],
    offsets: Vec<usize>,
}

impl Reader<'_> {
    /// Every object stands where the table says, whole, and none packs others.
    fn objects(&self) -> Result<(), String> {
        for number in 1..self.offsets.len() {
            let (value, _) = self.object(number)?;
            if let Value::Dict(dict) = &value
                && let Some(Value::Name(kind)) = dict.get("Type")
                && ["ObjStm", "XRef"].contains(&kind.as_str())
            {
                return Err(format!("object {number} is a {kind}"));
            }
        }
        Ok(())
    }

    fn object(&self, number: usize) -> Result<(Value, Option<&[u8]>), String> {
        let wrong = |what: &str| format!("object {number}: {what}");
        let at = *self.offsets.get(number).ok_or_else(|| wrong("not in the table"))?;
        let mut scan = Scan { file: self.file, at };
        if scan.whole() != Some(number) || scan.whole() != Some(0) || !scan.word(b"obj") {
            return Err(wrong("does not begin where the table says"));
        }
        let value = scan.value().ok_or_else(|| wrong("is no value"))?;
        if !scan.word(b"stream") {
            return if scan.word(b"endobj") {
                Ok((value, None))
            } else {
                Err(wrong("does not end"))
            };
        }
        let Value::Dict(dict) = &value else {
            return Err(wrong("a stream without a dictionary"));
        };
        let length = match dict.get("Length") {
            Some(Value::Whole(n)) => *n,
            Some(Value::Reference(other)) => match self.object(*other)?.0 {
                Value::Whole(n) => n,
                _ => return Err(wrong("Length is no number")),
            },
            _ => return Err(wrong("a stream without Length")),
        };
        let rest = &self.file[scan.at..];
        let skip = if rest.starts_with(b"\r\n") { 2 } else { 1 };
        let data =
            rest.get(skip..skip + length).ok_or_else(|| wrong("stream cut off"))?;
        scan.at += skip + length;
        if !scan.word(b"endstream") || !scan.word(b"endobj") {
            return Err(wrong("the stream does not end behind its Length"));
        }
        Ok((value, Some(data)))
    }

    fn dict(&self, value: &Value) -> Result<BTreeMap<String, Value>, String> {
        match value {
            Value::Dict(dict) => Ok(dict.clone()),
            Value::Reference(number) => self.dict(&self.object(*number)?.0),
            other => Err(format!("no dictionary: {other:?}")),
        }
    }

    fn pages(&self, node: &Value, out: &mut Vec<usize>) -> Result<(), String> {
        let dict = self.dict(node)?;
        if let Some(kids) = dict.get("Kids") {
            let kids = match kids {
                Value::Reference(number) => self.object(*number)?.0,
                other => other.clone(),
            };
            let Value::Array(kids) = kids else { return Err("Kids is no list".into()) };
            return kids.iter().try_for_each(|kid| self.pages(kid, out));
        }
        let Some(Value::Reference(content)) = dict.get("Contents") else {
            return Err("a page without content".into());
        };
        let (head, data) = self.object(*content)?;
        let data = data.ok_or("content is no stream")?;
        let packed = matches!(&head, Value::Dict(d) if d.contains_key("Filter"));
        let mut plain = Vec::new();
        if packed {
            let mut decoder = flate2::read::ZlibDecoder::new(data);
            decoder.read_to_end(&mut plain).map_err(|e| e.to_string())?;
        } else {
            plain.extend(data);
        }
        out.push(plain.len());
        Ok(())
    }
}

/// A place in a file, from which words are read.
struct Scan<'f> {
    file: &'f [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.file.get(self.at).copied().unwrap_or_default()
    }

    fn white(&mut self) {
        while b" \t\r\n\x0c\0".contains(&self.peek()) && self.at < self.file.len() {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &[u8]) -> bool {
        self.white();
        let there = self.file[self.at..].starts_with(word);
        if there {
            self.at += word.len();
        }
        there
    }

    fn whole(&mut self) -> Option<usize> {
        self.white();
        let from = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        std::str::from_utf8(&self.file[from..self.at]).ok()?.parse().ok()
    }

    fn value(&mut self) -> Option<Value> {
        self.white();
        if self.word(b"<<") {
            let mut dict = BTreeMap::new();
            while !self.word(b">>") {
                let Value::Name(key) = self.value()? else { return None };
                dict.insert(key, self.value()?);
            }
            return Some(Value::Dict(dict));
        }
        match self.peek() {
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while !self.word(b"]") {
                    list.push(self.value()?);
                }
                Some(Value::Array(list))
            }
            b'(' => self.text(),
            b'<' => {
                self.at += self.file[self.at..].iter().position(|b| *b == b'>')? + 1;
                Some(Value::Other)
            }
            b'/' => {
                self.at += 1;
                Some(Value::Name(self.regular()?))
            }
            _ => self.number_or_word(),
        }
    }

    /// A text in brackets; brackets inside are paired or behind a backslash.
    fn text(&mut self) -> Option<Value> {
        let mut depth = 0;
        loop {
            match self.file.get(self.at)? {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(Value::Other);
            }
        }
    }

    fn regular(&mut self) -> Option<String> {
        let from = self.at;
        while self.at < self.file.len()
            && !b" \t\r\n\x0c\0()<>[]{}/%".contains(&self.peek())
        {
            self.at += 1;
        }
        std::str::from_utf8(&self.file[from..self.at]).ok().map(str::to_owned)
    }

    fn number_or_word(&mut self) -> Option<Value> {
        let word = self.regular()?;
        let Ok(number) = word.parse::<usize>() else {
            let known = ["true", "false", "null"].contains(&word.as_str());
            return (known || word.parse::<f64>().is_ok()).then_some(Value::Other);
        };
        let back = self.at;
        if let (Ok(object), Some(0), true) = (word.parse(), self.whole(), self.word(b"R"))
        {
            return Some(Value::Reference(object));
        }
        self.at = back;
        Some(Value::Whole(number))
    }
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|part| part == word)
}
