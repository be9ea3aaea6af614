//! A property element and what is inside it. Property elements hold no text.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::order::order_of;
use crate::docx::DocxProblem;

/// An element, with its tag as it stands in the source.
#[derive(Debug)]
pub(super) struct Element<'x> {
    /// Its name.
    pub(super) name: &'x str,
    /// Its attributes as they stand, with the space before the first.
    pub(super) attributes: Cow<'x, str>,
    /// What is inside.
    pub(super) children: Vec<Self>,
}

impl<'x> Element<'x> {
    /// The element whose tag is `tag` (`<w:pPr>` or `<w:b />`), without what is inside.
    pub(super) fn from_tag(tag: &'x str) -> Self {
        let inner =
            tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let end = inner.find(' ').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        Self {
            name,
            attributes: Cow::Borrowed(attributes.trim_end()),
            children: Vec::new(),
        }
    }

    /// Reads what is inside up to the end tag.
    pub(super) fn read(
        mut self,
        reader: &mut Reader<&'x [u8]>,
        source: &'x str,
    ) -> Result<Self, DocxProblem> {
        loop {
            let at = position(reader);
            match event(reader)? {
                Event::Start(_) => {
                    let child = Self::from_tag(slice(source, at, position(reader)));
                    self.children.push(child.read(reader, source)?);
                }
                Event::Empty(_) => {
                    self.children.push(Self::from_tag(slice(
                        source,
                        at,
                        position(reader),
                    )));
                }
                Event::End(_) | Event::Eof => return Ok(self),
                _ => {}
            }
        }
    }

    /// All elements of a piece of XML.
    pub(super) fn parse_all(source: &'x str) -> Result<Vec<Self>, DocxProblem> {
        let mut reader = Reader::from_reader(source.as_bytes());
        let root = Self::from_tag("");
        Ok(root.read(&mut reader, source)?.children)
    }

    /// Puts the children of all property elements inside in the schema's order. The sort is
    /// stable: equal names keep their order.
    pub(super) fn sort(&mut self) {
        for child in &mut self.children {
            child.sort();
        }
        if let Some(order) = order_of(self.name) {
            self.children.retain(|c| !(c.is_bare() && order_of(c.name).is_some()));
            self.children.sort_by_key(|c| {
                order.iter().position(|name| *name == c.name).unwrap_or(order.len())
            });
        }
    }

    /// Says nothing.
    pub(super) fn is_bare(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty()
    }

    /// Writes it.
    pub(super) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        out.push_str(&self.attributes);
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            child.write(out);
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }

    /// The value of an attribute, as it stands.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let at = self.attributes.find(&format!(" {name}=\""))? + name.len() + 3;
        let rest = self.attributes.get(at..)?;
        rest.get(..rest.find('"')?)
    }
}

/// The next event.
pub(super) fn event<'x>(reader: &mut Reader<&'x [u8]>) -> Result<Event<'x>, DocxProblem> {
    reader.read_event().map_err(|e| DocxProblem::Part { reason: e.to_string() })
}

/// Where the reader stands.
pub(super) fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A piece of the source.
pub(super) fn slice(source: &str, from: usize, to: usize) -> &str {
    source.get(from..to).unwrap_or_default()
}
