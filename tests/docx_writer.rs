//! The DOCX writer: our own invariants on the bytes, the same bytes every time, and the outside
//! judges where they are installed.
#![allow(clippy::similar_names)]
#![allow(clippy::case_sensitive_file_extension_comparisons)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use naskah::document::{
    Document, Face, Header, Inline, PageNumbers, Paragraph, Section, StyleName, TextField,
};
use naskah::docx::{DocxContext, write};
use quick_xml::Reader;
use quick_xml::events::Event;
use tempfile::TempDir;

use crate::docx_sample;
use crate::juri::assert_clean;
use crate::juri::docx::{OoxmlValidator, OpenxmlAudit};
use crate::kit::package;

fn font(face: Face) -> String {
    match face {
        Face::Sans => "Arial".into(),
        Face::Serif => "Times New Roman".into(),
        Face::Bookman => "Bookman Old Style".into(),
        Face::Mono => "Courier New".into(),
        Face::Own(n) => format!("Huruf {n}"),
    }
}

fn bytes(doc: &Document) -> Vec<u8> {
    let pages = docx_sample::pages();
    write(
        doc,
        &DocxContext {
            font_names: &font,
            heading_pages: &pages,
            page_sections: &[0; 9],
            charts: &|_| None,
        },
    )
    .unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    package::parts(bytes).into_iter().collect()
}

/// An element with its attributes, as the tests look at it.
#[derive(Debug, Clone)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Node>,
    text: String,
}

impl Node {
    fn all<'n>(&'n self, name: &str, out: &mut Vec<&'n Node>) {
        for child in &self.children {
            if child.name == name {
                out.push(child);
            }
            child.all(name, out);
        }
    }

    fn find(&self, name: &str) -> Vec<&Node> {
        let mut out = Vec::new();
        self.all(name, &mut out);
        out
    }

    fn val(&self) -> &str {
        self.attributes.get("w:val").map_or("", String::as_str)
    }

    fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|c| c.name == name)
    }
}

fn parse(xml: &[u8]) -> Node {
    fn node(e: &quick_xml::events::BytesStart<'_>) -> Node {
        Node {
            name: format!("{}", String::from_utf8_lossy(e.name().as_ref().as_ref())),
            attributes: e
                .attributes()
                .map(|a| {
                    let a = a.unwrap();
                    let key: &[u8] = a.key.as_ref().as_ref();
                    let value: &[u8] = a.value.as_ref().as_ref();
                    (
                        String::from_utf8_lossy(key).into_owned(),
                        String::from_utf8_lossy(value).into_owned(),
                    )
                })
                .collect(),
            children: vec![],
            text: String::new(),
        }
    }
    let mut reader = Reader::from_reader(xml);
    let mut stack = vec![Node {
        name: String::new(),
        attributes: BTreeMap::new(),
        children: vec![],
        text: String::new(),
    }];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) => stack.push(node(&e)),
            Event::Empty(e) => stack.last_mut().unwrap().children.push(node(&e)),
            Event::End(_) => {
                let done = stack.pop().unwrap();
                stack.last_mut().unwrap().children.push(done);
            }
            Event::Text(t) => stack.last_mut().unwrap().text.push_str(&t.into_inner()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(stack.len(), 1);
    stack.pop().unwrap()
}

fn check(doc: &Document) {
    let parts = parts(&bytes(doc));
    let xml: BTreeMap<&str, Node> = parts
        .iter()
        .filter(|(path, _)| path.ends_with(".xml") || path.ends_with(".rels"))
        .map(|(path, bytes)| (path.as_str(), parse(bytes)))
        .collect();

    let styles: BTreeSet<String> = xml["word/styles.xml"]
        .find("w:style")
        .iter()
        .map(|s| s.attributes["w:styleId"].clone())
        .collect();
    let mut drawing_ids = BTreeSet::new();
    for (path, root) in
        xml.iter().filter(|(p, _)| p.starts_with("word/") && !p.contains("theme"))
    {
        relations_resolve(path, root, &xml, &parts);
        for reference in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
            for style in root.find(reference) {
                assert!(styles.contains(style.val()), "{path}: no style {}", style.val());
            }
        }
        for id in root.find("wp:docPr") {
            assert!(drawing_ids.insert(id.attributes["id"].clone()), "docPr id twice");
        }
        let mut depth = 0_i32;
        for mark in root.find("w:fldChar") {
            match mark.attributes["w:fldCharType"].as_str() {
                "begin" => depth += 1,
                "end" => depth -= 1,
                _ => assert!(depth > 0),
            }
            assert!(depth >= 0);
        }
        assert_eq!(depth, 0, "{path}: fields");
        for cell in root.find("w:tc") {
            assert_eq!(cell.children.last().unwrap().name, "w:p", "{path}: cell");
        }
        for table in root.find("w:tbl") {
            table_adds_up(table);
        }
        assert!(root.find("w:sym").is_empty());
        for p in root.find("w:p") {
            assert!(p.attributes.is_empty(), "{path}: paragraph ids");
        }
    }
    let body = &xml["word/document.xml"];
    let names: Vec<_> = body
        .find("w:bookmarkStart")
        .iter()
        .map(|b| b.attributes["w:name"].clone())
        .collect();
    assert_eq!(
        names.iter().collect::<BTreeSet<_>>().len(),
        names.len(),
        "bookmark twice"
    );
    assert!(names.iter().all(|n| n.len() <= 40));
    for link in body.find("w:hyperlink") {
        if let Some(anchor) = link.attributes.get("w:anchor") {
            assert!(names.contains(anchor), "no bookmark {anchor}");
        }
    }
    if let Some(numbering) = xml.get("word/numbering.xml") {
        let known: BTreeSet<_> = numbering
            .find("w:num")
            .iter()
            .map(|n| n.attributes["w:numId"].clone())
            .collect();
        for used in body.find("w:numId") {
            assert!(known.contains(used.val()));
        }
    }
    let types = &xml["[Content_Types].xml"];
    for path in parts.keys().filter(|p| p.ends_with(".xml") && p.starts_with("word/")) {
        let named = types
            .find("Override")
            .iter()
            .any(|o| o.attributes["PartName"] == format!("/{path}"));
        assert!(named, "{path} has no content type");
    }
}

fn relations_resolve(
    path: &str,
    root: &Node,
    xml: &BTreeMap<&str, Node>,
    parts: &BTreeMap<String, Vec<u8>>,
) {
    let rels = format!("word/_rels/{}.rels", path.trim_start_matches("word/"));
    let known: BTreeMap<String, Node> =
        xml.get(rels.as_str()).map_or_else(BTreeMap::new, |r| {
            r.find("Relationship")
                .into_iter()
                .map(|r| (r.attributes["Id"].clone(), r.clone()))
                .collect()
        });
    for relation in known.values() {
        if !relation.attributes.contains_key("TargetMode") {
            let target = format!("word/{}", relation.attributes["Target"]);
            assert!(parts.contains_key(&target), "{path}: {target} missing");
        }
    }
    for element in ["w:hyperlink", "w:headerReference", "w:footerReference", "a:blip"] {
        for node in root.find(element) {
            for key in ["r:id", "r:embed"] {
                if let Some(id) = node.attributes.get(key) {
                    assert!(known.contains_key(id), "{path}: {id}");
                }
            }
        }
    }
}

fn table_adds_up(table: &Node) {
    let number = |node: &Node| node.attributes["w:w"].parse::<i64>().unwrap();
    let grid: Vec<i64> =
        table.child("w:tblGrid").unwrap().children.iter().map(number).collect();
    let width = number(table.child("w:tblPr").unwrap().child("w:tblW").unwrap());
    assert_eq!(grid.iter().sum::<i64>(), width);
    for row in table.children.iter().filter(|c| c.name == "w:tr") {
        let (mut spans, mut widths) = (0, 0);
        for cell in row.children.iter().filter(|c| c.name == "w:tc") {
            let properties = cell.child("w:tcPr").unwrap();
            spans += properties
                .child("w:gridSpan")
                .map_or(1, |s| s.val().parse::<usize>().unwrap());
            widths += number(properties.child("w:tcW").unwrap());
        }
        assert_eq!((spans, widths), (grid.len(), width));
    }
}

#[test]
fn invariants_hold() {
    check(&docx_sample::document());
    check(&docx_sample::letter());
    check(&Document::default());
}

#[test]
fn same_document_same_bytes() {
    let doc = docx_sample::document();
    let first = bytes(&doc);
    let _other = bytes(&docx_sample::letter());
    assert!(first == bytes(&doc));
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| bytes(&doc))).collect();
        for run in runs {
            assert!(first == run.join().unwrap());
        }
    });
}

#[test]
fn what_a_secretary_needs_is_there() {
    let parts = parts(&bytes(&docx_sample::document()));
    let body = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    for wanted in [
        "TOC \\o \"1-3\" \\h \\z \\u",
        "PAGEREF bab_1 \\h",
        "<w:tblHeader/>",
        "<w:cantSplit",
        "w:fmt=\"lowerRoman\"",
        "w:orient=\"landscape\"",
        "<w:vAlign w:val=\"center\"/>",
        "<w:titlePg/>",
        "<w:tblDescription w:val=\"Capaian SPM tiap perangkat daerah\"/>",
        "descr=\"Lambang daerah\"",
        "adec:decorative",
        "<w:contextualSpacing/>",
        "<w:footnoteReference",
    ] {
        assert!(body.contains(wanted), "{wanted} missing");
    }
    assert!(!body.contains("<w:rPr/>") && !body.contains("<w:rPr />"));
    let settings = String::from_utf8(parts["word/settings.xml"].clone()).unwrap();
    assert!(!settings.contains("updateFields") && !settings.contains("useFELayout"));
    for (path, bytes) in parts.iter().filter(|(p, _)| p.contains("/header")) {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".xml") {
            assert!(text.contains("string=\"CONTOH\""), "{path}: no watermark");
        }
    }
}

/// Writes three papers for the judges: one of everything, a letter, and an empty one.
fn samples() -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let samples = [
        ("rich", docx_sample::document()),
        ("letter", docx_sample::letter()),
        ("empty", Document::default()),
    ];
    let files = samples.map(|(name, doc)| {
        let file = folder.path().join(format!("{name}.docx"));
        std::fs::write(&file, bytes(&doc)).unwrap();
        file
    });
    (folder, files.to_vec())
}

#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn microsofts_validator_is_content() {
    let (_folder, files) = samples();
    assert_clean(&OoxmlValidator::find().judge(&files));
}

#[test]
#[cfg_attr(
    not(juri_openxml_audit),
    ignore = "openxml-audit is missing: tests/juri/pasang"
)]
fn openxml_audit_finds_nothing_to_warn_of() {
    let (_folder, files) = samples();
    for file in files {
        let said = OpenxmlAudit::find().strictly(&file);
        assert!(said.contains("\"error_count\": 0"), "{said}");
        assert!(said.contains("\"warning_count\": 0"), "{said}");
    }
}

#[test]
fn pages_are_counted_with_their_section_where_it_begins_anew() {
    let line = vec![
        Inline::field(TextField::Page),
        Inline::text(" dari "),
        Inline::field(TextField::Pages),
    ];
    let section = |start| Section {
        numbers: PageNumbers { roman: false, start },
        header: Header {
            all: vec![Paragraph::new(StyleName::Kaki, line.clone())],
            first: None,
        },
        ..Section::default()
    };
    let counted = |starts: &[Option<u32>]| {
        let sections = starts.iter().map(|start| section(*start)).collect();
        let parts = parts(&bytes(&Document { sections, ..Document::default() }));
        let heads = parts.iter().filter(|(path, _)| path.starts_with("word/header"));
        heads.map(|(_, xml)| String::from_utf8(xml.clone()).unwrap()).collect::<String>()
    };
    assert!(counted(&[None, None]).contains(" NUMPAGES "));
    let two = counted(&[None, Some(1)]);
    assert!(two.contains(" SECTIONPAGES ") && !two.contains(" NUMPAGES "), "{two}");
    // Word has no field for two sections of three: the number as it is.
    let three = counted(&[None, None, Some(1)]);
    assert!(three.matches(" SECTIONPAGES ").count() == 1, "{three}");
    assert!(three.contains(">9<"), "{three}");
}

/// LibreOffice hides the paragraph behind a table that ends a cell: the room between the people
/// of a surat tugas is given outside, where both programs show it.
#[test]
fn room_below_a_table_in_a_cell_stands_outside() {
    let opened = crate::kit::opened::open(&crate::kit::fixture("kutai-timur"));
    let mut problems = naskah::diag::Problems::default();
    let names = ["surat-tugas".to_owned()];
    let jobs = naskah::pipeline::jobs(&opened, &names, &mut problems);
    let laid = naskah::pipeline::lay_out(&opened, &jobs[0], &mut problems).unwrap();
    let docx = opened.docx(&laid.document, &laid.pages, &mut problems).unwrap();
    let document = String::from_utf8(parts(&docx)["word/document.xml"].clone()).unwrap();
    let mut hidden = 0;
    for (at, _) in document.match_indices("</w:p></w:tc></w:tr></w:tbl>") {
        let start = document[..at].rfind("<w:p>").unwrap();
        if document[..start].ends_with("</w:tbl>") {
            hidden += 1;
            assert!(
                document[start..at].contains("w:line=\"20\""),
                "{}",
                &document[start..at]
            );
        }
    }
    let people = 8;
    assert!(hidden >= people, "{hidden}");
    let apart = document.match_indices("</w:tbl><w:p>").filter(|(at, _)| {
        let rest = &document[at + "</w:tbl>".len()..];
        let end = rest.find("</w:p>").unwrap() + "</w:p>".len();
        let room = ["w:line=\"80\"", "w:line=\"100\""];
        rest[end..].starts_with("<w:tbl>") && room.iter().any(|r| rest[..end].contains(r))
    });
    // Between the people, and before what they are sent for.
    assert_eq!(apart.count(), people);
}
