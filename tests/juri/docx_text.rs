//! The text of a DOCX, read without the product's own code.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

/// The text of a DOCX by where it stands. List numbers are not in it (Word computes them), nor
/// the results of page number fields; results of other fields are.
#[derive(Debug, Default)]
pub(crate) struct DocxText {
    /// One string a paragraph in document order, tables included.
    pub(crate) body: Vec<String>,
    /// Those paragraphs of `body` that stand in table rows repeated on each page.
    pub(crate) repeated: Vec<String>,
    /// The alternative texts of pictures and charts that are no decoration.
    pub(crate) pictures: Vec<String>,
    /// Footnotes.
    pub(crate) notes: Vec<String>,
    /// Headers and footers that must be seen on some page.
    pub(crate) shown: Vec<String>,
    /// Headers and footers that may be seen, when there are enough pages.
    pub(crate) perhaps: Vec<String>,
    /// Some header or footer prints page numbers.
    pub(crate) numbered: bool,
}

/// The paragraphs of the body.
pub(crate) fn docx_text(bytes: &[u8]) -> Result<DocxText, String> {
    let parts = parts(bytes)?;
    let xml = |name: &str| parts.get(name).ok_or(format!("no part {name}"));
    let document = parse(xml("word/document.xml")?)?;
    let body = document.descendants().find(|n| is(*n, "body")).ok_or("no body")?;
    let mut text = DocxText { body: paragraphs(body).texts, ..DocxText::default() };
    for picture in body.descendants().filter(|n| is(*n, "docPr")) {
        let alt = value(picture, "descr").unwrap_or_default();
        text.pictures.extend((!alt.trim().is_empty()).then(|| alt.to_owned()));
    }
    for row in body.descendants().filter(|n| is(*n, "tr") && is_head(*n)) {
        text.repeated.extend(paragraphs(row).texts);
    }
    if let Some(notes) = parts.get("word/footnotes.xml") {
        let notes = parse(notes)?;
        let real = notes.root_element().children();
        for note in real.filter(|n| is(*n, "footnote") && value(*n, "type").is_none()) {
            text.notes.extend(paragraphs(note).texts);
        }
    }
    let relations = relations(xml("word/_rels/document.xml.rels")?)?;
    for section in body.descendants().filter(|n| is(*n, "sectPr")) {
        let title_page = section.children().any(|n| is(n, "titlePg") && is_on(n));
        let references = section.children();
        for reference in
            references.filter(|n| is(*n, "headerReference") || is(*n, "footerReference"))
        {
            let id = reference.attributes().find(|a| a.name() == "id").map(|a| a.value());
            let part = id.and_then(|id| relations.get(id)).ok_or("no such header")?;
            let part = parse(xml(&format!("word/{part}"))?)?;
            let found = paragraphs(part.root_element());
            text.numbered |= found.numbered;
            let first = value(reference, "type") == Some("first");
            let place =
                if first == title_page { &mut text.shown } else { &mut text.perhaps };
            place.extend(found.texts);
        }
    }
    Ok(text)
}

/// The parts of a DOCX as text; pictures are left out.
pub(crate) fn parts(bytes: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|e| format!("not a zip: {e}"))?;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|e| e.to_string())?;
        let name = file.name().map_err(|e| e.to_string())?.into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).map_err(|e| e.to_string())?;
        if let Ok(content) = String::from_utf8(content) {
            parts.insert(name, content);
        }
    }
    Ok(parts)
}

/// Parses a part.
pub(crate) fn parse(xml: &str) -> Result<Document<'_>, String> {
    Document::parse(xml).map_err(|e| e.to_string())
}

/// An element of this local name.
pub(crate) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// An attribute by its local name.
pub(crate) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(value(node, "val"), Some("0" | "false" | "off"))
}

fn is_head(row: Node<'_, '_>) -> bool {
    let properties = row.children().find(|n| is(*n, "trPr"));
    properties.is_some_and(|p| p.children().any(|n| is(n, "tblHeader") && is_on(n)))
}

fn relations(xml: &str) -> Result<BTreeMap<String, String>, String> {
    let document = parse(xml)?;
    let all = document.descendants().filter(|n| is(*n, "Relationship"));
    Ok(all
        .filter_map(|n| {
            Some((value(n, "Id")?.to_owned(), value(n, "Target")?.to_owned()))
        })
        .collect())
}

/// The paragraphs below a node.
fn paragraphs(node: Node<'_, '_>) -> Paragraphs {
    let mut all = Paragraphs::default();
    all.walk(node);
    all.texts.retain(|text| !text.trim().is_empty());
    all
}

#[derive(Default)]
struct Paragraphs {
    texts: Vec<String>,
    /// Indices of the paragraphs that are open: a text box stands inside a paragraph.
    open: Vec<usize>,
    fields: Vec<Field>,
    numbered: bool,
}

#[derive(Default)]
struct Field {
    code: String,
    result: bool,
}

impl Paragraphs {
    fn walk(&mut self, node: Node<'_, '_>) {
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "p" => {
                    self.open.push(self.texts.len());
                    self.texts.push(String::new());
                    self.walk(child);
                    self.open.pop();
                }
                "t" => self.push(child.text().unwrap_or_default()),
                "tab" | "br" | "cr" | "ptab" => self.push(" "),
                "noBreakHyphen" => self.push("-"),
                "fldChar" => self.field(value(child, "fldCharType").unwrap_or_default()),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut() {
                        field.code.push_str(child.text().unwrap_or_default());
                    }
                }
                "fldSimple" => {
                    let code = value(child, "instr").unwrap_or_default().to_owned();
                    self.fields.push(Field { code, result: true });
                    self.walk(child);
                    self.fields.pop();
                }
                // Tab stops and other properties hold no text; a fallback says it again.
                "pPr" | "rPr" | "tblPr" | "tcPr" | "trPr" | "sectPr" | "del"
                | "Fallback" => {}
                _ => self.walk(child),
            }
        }
    }

    fn field(&mut self, kind: &str) {
        match (kind, self.fields.last_mut()) {
            ("begin", _) => self.fields.push(Field::default()),
            ("separate", Some(field)) => field.result = true,
            ("end", _) => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.fields.iter().any(Field::is_page_number) {
            self.numbered = true;
        } else if let Some(open) = self.open.last() {
            self.texts[*open].push_str(text);
        }
    }
}

impl Field {
    fn is_page_number(&self) -> bool {
        let name = self.code.split_whitespace().next().unwrap_or_default();
        self.result && matches!(name, "PAGE" | "NUMPAGES" | "SECTIONPAGES")
    }
}
