//! Elements of an XML text and where they stand in it, for changes that leave all else as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element.
#[derive(Debug, Clone)]
pub(super) struct XmlElement {
    /// Its name as it stands, with the prefix.
    pub(super) name: String,
    /// From its first sign to behind its last.
    pub(super) whole: Range<usize>,
    /// What stands between its tags; nothing at its end where it has one tag alone.
    pub(super) inner: Range<usize>,
    attributes: BTreeMap<String, String>,
}

impl XmlElement {
    fn new(tag: &BytesStart<'_>, whole: Range<usize>) -> Self {
        let mut all = tag.attributes();
        let named = all.with_checks(false).filter_map(Result::ok).filter_map(|one| {
            let value = one.normalized_value(XmlVersion::Explicit1_0).ok()?;
            Some((one.key.local_name().as_ref().to_owned(), value.into_owned()))
        });
        Self {
            name: tag.name().as_ref().to_owned(),
            inner: whole.end..whole.end,
            attributes: named.collect(),
            whole,
        }
    }

    /// Its name without the prefix.
    pub(super) fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or(&self.name)
    }

    /// Its prefix with the colon; empty where it has none.
    pub(super) fn prefix(&self) -> &str {
        self.name.strip_suffix(self.local()).unwrap_or_default()
    }

    /// An attribute by its name without the prefix.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether it has one tag alone.
    const fn is_closed(&self) -> bool {
        self.inner.start == self.whole.end
    }

    /// Where its first tag stands.
    pub(super) fn tag(&self) -> Range<usize> {
        self.whole.start..self.inner.start.min(self.whole.end)
    }

    /// Its first tag with an attribute that is a number.
    pub(super) fn with_number(
        &self,
        xml: &str,
        name: &str,
        number: usize,
    ) -> Option<String> {
        let bare = without_attribute(xml.get(self.tag())?, name);
        let (start, rest) = bare.split_at_checked(1 + self.name.len())?;
        Some(format!("{start} {name}=\"{number}\"{rest}"))
    }

    /// The element with more behind what it holds. It does not count any longer, as it need not.
    pub(super) fn with(&self, xml: &str, more: &str) -> (Range<usize>, String) {
        if more.is_empty() {
            return (self.whole.start..self.whole.start, String::new());
        }
        let tag = xml.get(self.whole.start..self.inner.start).unwrap_or_default();
        let tag = without_attribute(tag, "count");
        let close = format!("</{}>", self.name);
        if self.is_closed() {
            let open = tag.trim_end_matches('>').trim_end_matches('/').trim_end();
            return (self.whole.clone(), format!("{open}>{more}{close}"));
        }
        let inner = xml.get(self.inner.clone()).unwrap_or_default();
        (self.whole.clone(), [&tag, inner, more, &close].concat())
    }
}

/// A tag without one of its attributes.
pub(super) fn without_attribute(tag: &str, name: &str) -> String {
    let cut = |quote: char| {
        let from = tag.find(&format!(" {name}={quote}"))?;
        let value = from + name.len() + 3;
        let end = value + tag.get(value..)?.find(quote)? + 1;
        Some(format!("{}{}", tag.get(..from)?, tag.get(end..)?))
    };
    cut('"').or_else(|| cut('\'')).unwrap_or_else(|| tag.to_owned())
}

/// The elements in a range of a text, not those inside them; `None` where it is no XML.
pub(super) fn elements(xml: &str, range: Range<usize>) -> Option<Vec<XmlElement>> {
    let start = range.start;
    let mut reader = Reader::from_str(xml.get(range)?);
    let mut found: Vec<XmlElement> = Vec::new();
    let mut depth = 0_usize;
    loop {
        let from = start + usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = start + usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    found.push(XmlElement::new(&tag, from..to));
                }
                depth += 1;
            }
            Event::Empty(tag) if depth == 0 => {
                found.push(XmlElement::new(&tag, from..to));
            }
            Event::End(_) => {
                depth = depth.checked_sub(1)?;
                if let Some(last) = found.last_mut().filter(|_| depth == 0) {
                    last.inner = last.whole.end..from;
                    last.whole.end = to;
                }
            }
            Event::Eof => return (depth == 0).then_some(found),
            _ => {}
        }
    }
}

/// The outermost element of a part.
pub(super) fn root(xml: &str) -> Option<XmlElement> {
    elements(xml, 0..xml.len())?.into_iter().next()
}

/// The elements of a part right below its outermost one, with that.
pub(super) fn children(xml: &str) -> Option<(XmlElement, Vec<XmlElement>)> {
    let root = root(xml)?;
    let inner = elements(xml, root.inner.clone())?;
    Some((root, inner))
}

/// All text inside a range.
pub(super) fn text(xml: &str, range: Range<usize>) -> String {
    let mut reader = Reader::from_str(xml.get(range).unwrap_or_default());
    let mut found = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => found.push_str(&text),
            Ok(Event::CData(text)) => found.push_str(&text),
            Ok(Event::GeneralRef(entity)) => {
                let sign = entity.resolve_char_ref().ok().flatten();
                let named = || quick_xml::escape::resolve_xml_entity(&entity);
                match sign {
                    Some(sign) => found.push(sign),
                    None => found.push_str(named().unwrap_or_default()),
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// A text as it stands in XML; signs that XML has no place for are left out.
pub(super) fn escaped(text: &str) -> String {
    let there = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let text: String = text.chars().filter(there).collect();
    quick_xml::escape::escape(&*text).into_owned()
}

/// Changes of one text.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts a text in place of what stands in a range; nothing may be changed twice.
    pub(super) fn put(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// The text with all changes; those at one place in the order in which they came.
    pub(super) fn made(mut self, xml: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut made = String::with_capacity(xml.len());
        let mut at = 0;
        for (range, text) in self.0 {
            made.push_str(xml.get(at..range.start).unwrap_or_default());
            made.push_str(&text);
            at = at.max(range.end);
        }
        made.push_str(xml.get(at..).unwrap_or_default());
        made
    }
}

#[cfg(test)]
mod tests {
    use super::{Edits, children, escaped, text, without_attribute};

    #[test]
    fn elements_are_found_where_they_stand() {
        let xml = "<?xml version=\"1.0\"?>\n<x:a><x:b n=\"1\"/><x:c>\u{e9} &amp; <d/></x:c></x:a>";
        let (root, inner) = children(xml).unwrap();
        assert_eq!((root.prefix(), root.local()), ("x:", "a"));
        let whole: Vec<&str> = inner.iter().map(|e| &xml[e.whole.clone()]).collect();
        assert_eq!(whole, ["<x:b n=\"1\"/>", "<x:c>\u{e9} &amp; <d/></x:c>"]);
        assert_eq!(inner[0].number("n"), Some(1));
        assert_eq!(text(xml, inner[1].inner.clone()), "\u{e9} & ");
        let mut edits = Edits::default();
        for (element, more) in inner.iter().zip(["<y/>", "<z/>"]) {
            let (range, with) = element.with(xml, more);
            edits.put(range, with);
        }
        assert!(edits.made(xml).ends_with(
            "<x:a><x:b n=\"1\"><y/></x:b><x:c>\u{e9} &amp; <d/><z/></x:c></x:a>"
        ));
        assert_eq!(children("<a><b></a>").map(|_| ()), None);
    }

    #[test]
    fn a_tag_loses_an_attribute() {
        assert_eq!(without_attribute("<a b='1' count='2'>", "count"), "<a b='1'>");
        assert_eq!(without_attribute("<a count=\"2\"/>", "count"), "<a/>");
        assert_eq!(without_attribute("<a/>", "count"), "<a/>");
        assert_eq!(escaped("a<\u{1}\n\"b"), "a&lt;\n&quot;b");
    }
}
