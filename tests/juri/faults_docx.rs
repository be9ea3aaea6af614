//! Planted faults: broken copies of a good DOCX, one fault each. A judge that has never said no
//! has not been tested.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::docx::{OoxmlValidator, OpenxmlAudit};
use super::own;

/// A fault, and the judges that must object to it.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    /// The broken copy; `None` where this file has nothing that can be broken so.
    pub(crate) plant: fn(&[u8]) -> Option<Vec<u8>>,
    pub(crate) judges: &'static [&'static str],
}

const MICROSOFT: &str = OoxmlValidator::NAME;
const AUDIT: &str = OpenxmlAudit::NAME;
const BOTH: &[&str] = &[MICROSOFT, AUDIT];

/// What every judge of DOCX misses or catches was tried first (`docs/decisions/0005`).
pub(crate) const FAULTS: &[Fault] = &[
    Fault { name: "01_not_well_formed", plant: not_well_formed, judges: BOTH },
    Fault { name: "02_order_in_ppr", plant: order_in_ppr, judges: BOTH },
    Fault {
        name: "03_cell_without_paragraph",
        plant: empty_cell,
        judges: &[AUDIT, own::NAME],
    },
    Fault { name: "04_unknown_element", plant: unknown_element, judges: BOTH },
    Fault { name: "05_bad_attribute_value", plant: bad_value, judges: BOTH },
    Fault { name: "06_text_outside_run", plant: text_outside_run, judges: BOTH },
    Fault { name: "07_picture_relation_missing", plant: relation_missing, judges: BOTH },
    Fault { name: "08_picture_part_missing", plant: picture_missing, judges: BOTH },
    Fault { name: "09_content_type_missing", plant: type_missing, judges: &[MICROSOFT] },
    Fault { name: "10_unknown_style", plant: unknown_style, judges: &[AUDIT] },
    Fault { name: "11_duplicate_docpr_id", plant: duplicate_id, judges: &[MICROSOFT] },
    Fault { name: "12_row_with_fewer_cells", plant: short_row, judges: &[own::NAME] },
    Fault { name: "13_unescaped_ampersand", plant: ampersand, judges: BOTH },
    Fault { name: "14_template_tag_left", plant: template_tag, judges: &[own::NAME] },
    Fault { name: "15_text_after_last_section", plant: after_section, judges: BOTH },
    Fault { name: "16_truncated", plant: truncated, judges: BOTH },
    Fault { name: "17_table_without_grid", plant: no_grid, judges: BOTH },
];

fn not_well_formed(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| replace_first(xml, "</w:p>", ""))
}

fn order_in_ppr(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        // The alignment belongs behind nearly everything else: put it first.
        let mut from = 0;
        while let Some((start, end)) = find(xml, from, "<w:pPr>", "</w:pPr>") {
            let inner = &xml[start + 7..end - 8];
            if let Some((jc, jc_end)) =
                find(inner, 0, "<w:jc ", "/>").filter(|(at, _)| *at > 0)
            {
                let moved = [&inner[jc..jc_end], &inner[..jc], &inner[jc_end..]].concat();
                return Some([&xml[..start + 7], &moved, &xml[end - 8..]].concat());
            }
            from = end;
        }
        None
    })
}

fn empty_cell(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let end = xml.find("</w:tc>")?;
        let start = xml[..end].rfind("<w:tc>")? + "<w:tc>".len();
        let content = &xml[start..end];
        let properties = content.find("</w:tcPr>").map_or(0, |at| at + "</w:tcPr>".len());
        Some([&xml[..start + properties], &xml[end..]].concat())
    })
}

fn unknown_element(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| replace_first(xml, "<w:body>", "<w:body><w:paragraf/>"))
}

fn bad_value(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let (start, end) = find(xml, 0, "<w:jc w:val=\"", "/>")?;
        Some([&xml[..start], "<w:jc w:val=\"tengah\"/>", &xml[end..]].concat())
    })
}

fn text_outside_run(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let at = xml.find("<w:r>")?;
        Some([&xml[..at], "<w:t>x</w:t>", &xml[at..]].concat())
    })
}

fn relation_missing(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let (start, end) = find(xml, 0, "r:embed=\"", "\"")?;
        Some([&xml[..start], "r:embed=\"rId999\"", &xml[end..]].concat())
    })
}

fn picture_missing(docx: &[u8]) -> Option<Vec<u8>> {
    rewrite(docx, |parts| {
        let at = parts.iter().position(|(name, _)| name.starts_with("word/media/"))?;
        parts.remove(at);
        Some(())
    })
}

fn type_missing(docx: &[u8]) -> Option<Vec<u8>> {
    rewrite(docx, |parts| {
        parts.iter().find(|(name, _)| name.starts_with("word/media/"))?;
        let (_, types) =
            parts.iter_mut().find(|(name, _)| name == "[Content_Types].xml")?;
        let mut text = String::from_utf8(types.clone()).ok()?;
        for start in ["<Default Extension=\"png\"", "<Default Extension=\"jp"] {
            while let Some((from, to)) = find(&text, 0, start, "/>") {
                text.replace_range(from..to, "");
            }
        }
        (text.len() < types.len()).then(|| *types = text.into_bytes())
    })
}

fn unknown_style(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let (start, end) = find(xml, 0, "<w:pStyle w:val=\"", "/>")?;
        Some([&xml[..start], "<w:pStyle w:val=\"TidakAda\"/>", &xml[end..]].concat())
    })
}

fn duplicate_id(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let (start, end) = find(xml, 0, "<w:drawing>", "</w:drawing>")?;
        Some([&xml[..end], &xml[start..end], &xml[end..]].concat())
    })
}

fn short_row(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let end = xml.rfind("</w:tc></w:tr>")? + "</w:tc>".len();
        let start = xml[..end].rfind("<w:tc>")?;
        xml[..start].ends_with("</w:tc>").then(|| [&xml[..start], &xml[end..]].concat())
    })
}

fn ampersand(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| replace_first(xml, "</w:t>", " A & B</w:t>"))
}

fn template_tag(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| replace_first(xml, "</w:t>", "{{ kop.pemda }}</w:t>"))
}

fn after_section(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        replace_first(xml, "</w:sectPr></w:body>", "</w:sectPr><w:p/></w:body>")
    })
}

fn truncated(docx: &[u8]) -> Option<Vec<u8>> {
    docx.get(..docx.len() / 2).map(<[u8]>::to_vec)
}

fn no_grid(docx: &[u8]) -> Option<Vec<u8>> {
    edit(docx, |xml| {
        let (start, end) = find(xml, 0, "<w:tblGrid>", "</w:tblGrid>")?;
        Some([&xml[..start], &xml[end..]].concat())
    })
}

/// The same parts zipped again: the rewriting itself must not be what a judge objects to.
pub(crate) fn unchanged(docx: &[u8]) -> Option<Vec<u8>> {
    rewrite(docx, |_| Some(()))
}

/// Where the first `start ... end` begins and ends, from a place on.
fn find(text: &str, from: usize, start: &str, end: &str) -> Option<(usize, usize)> {
    let first = from + text[from..].find(start)?;
    let inside = first + start.len();
    Some((first, inside + text[inside..].find(end)? + end.len()))
}

fn replace_first(text: &str, what: &str, with: &str) -> Option<String> {
    text.contains(what).then(|| text.replacen(what, with, 1))
}

/// Edits the document part, or else the first header or footer where it can be done.
fn edit(docx: &[u8], change: impl Fn(&str) -> Option<String>) -> Option<Vec<u8>> {
    rewrite(docx, |parts| {
        let is_text = |name: &str| {
            name == "word/document.xml"
                || ["word/header", "word/footer"]
                    .iter()
                    .any(|start| name.starts_with(start))
        };
        let mut texts: Vec<_> =
            parts.iter_mut().filter(|(name, _)| is_text(name)).collect();
        texts.sort_by_key(|(name, _)| name != "word/document.xml");
        texts.iter_mut().find_map(|(_, content)| {
            *content = change(std::str::from_utf8(content).ok()?)?.into_bytes();
            Some(())
        })
    })
}

type Parts = Vec<(String, Vec<u8>)>;

fn rewrite(
    docx: &[u8],
    change: impl FnOnce(&mut Parts) -> Option<()>,
) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        parts.push((name, content));
    }
    change(&mut parts)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    Some(writer.finish().unwrap().into_inner())
}
