//! The DOCX writer: our own invariants on the bytes, the same bytes every time, and the outside
//! judges where they are installed.
#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::similar_names)]
#![allow(clippy::case_sensitive_file_extension_comparisons)]

mod docx_sample;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use naskah::document::{Document, Face};
use naskah::docx::{Context, write};
use quick_xml::Reader;
use quick_xml::events::Event;

fn font(face: Face) -> String {
    match face {
        Face::Sans => "Arial".into(),
        Face::Serif => "Times New Roman".into(),
        Face::Bookman => "Bookman Old Style".into(),
        Face::Own(n) => format!("Huruf {n}"),
    }
}

fn bytes(doc: &Document) -> Vec<u8> {
    let pages = docx_sample::pages();
    write(
        doc,
        &Context {
            font_names: &font,
            heading_pages: &pages,
            page_count: 9,
            charts: &|_| None,
        },
    )
    .unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
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

/// `cargo test --test docx_writer -- --ignored --nocapture` says how long a letter takes.
#[test]
#[ignore = "a measurement, not a test"]
fn speed() {
    for (name, doc) in
        [("letter", docx_sample::letter()), ("rich", docx_sample::document())]
    {
        let mut times: Vec<_> = (0..50)
            .map(|_| {
                let start = std::time::Instant::now();
                let size = bytes(&doc).len();
                (start.elapsed(), size)
            })
            .collect();
        times.sort_unstable();
        eprintln!("{name}: median {:?}, {} bytes", times[25].0, times[25].1);
    }
}

/// The folder of the judges: `NASKAH_JUDGES`, or `.judges` beside `Cargo.toml`.
fn judges() -> PathBuf {
    std::env::var_os("NASKAH_JUDGES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join(".judges"),
        PathBuf::from,
    )
}

fn judge(name: &str, program: &Path, arguments: &[&str], file: &Path) -> Option<String> {
    let program = if program.exists() {
        program.to_owned()
    } else {
        PathBuf::from(program.file_name()?)
    };
    let Ok(output) = Command::new(&program).args(arguments).arg(file).output() else {
        eprintln!("*** JUDGE SKIPPED: {name} is not installed ***");
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn outside_judges_find_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (name, doc) in [
        ("rich", docx_sample::document()),
        ("letter", docx_sample::letter()),
        ("empty", Document::default()),
    ] {
        let file = folder.path().join(format!("{name}.docx"));
        std::fs::write(&file, bytes(&doc)).unwrap();
        if let Some(keep) = std::env::var_os("NASKAH_KEEP") {
            std::fs::copy(&file, Path::new(&keep).join(format!("{name}.docx"))).unwrap();
        }
        let microsoft = judges().join("node_modules/.bin/ooxml-validator");
        if let Some(said) = judge("ooxml-validator", &microsoft, &[], &file) {
            assert!(
                said.contains("\"ok\":true") || said.contains("\"ok\": true"),
                "{said}"
            );
        }
        let audit = judges().join("venv/bin/openxml-audit");
        let arguments = ["--policy", "strict", "--max-errors", "0", "--output", "json"];
        if let Some(said) = judge("openxml-audit", &audit, &arguments, &file) {
            assert!(
                said.contains("\"error_count\": 0")
                    && said.contains("\"warning_count\": 0"),
                "{said}"
            );
        }
    }
}
