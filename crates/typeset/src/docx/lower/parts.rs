//! All parts of the package, in its order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::mem;

use crate::document::{Document, Face};
use crate::docx::numbering::WordLists;
use crate::docx::package::PackagePart;
use crate::docx::xml::{DECLARATION, NAMESPACES, escape};
use crate::docx::{DocxContext, DocxProblem, props, settings, styles, theme};

use super::flow::{BlockFlow, FlowItem, Par};
use super::section::{HeaderPart, HeaderParts, place};
use super::state::{Lowering, PartState, Relation, media_path};
use super::toc;

/// Lowers the document and gives the parts of its package.
pub(in crate::docx) fn parts(
    doc: &Document,
    context: &DocxContext<'_>,
) -> Result<Vec<PackagePart>, DocxProblem> {
    let mut state = Lowering {
        doc,
        context,
        section: 0,
        totals: doc.totals(context.page_sections),
        entries: Vec::new(),
        toc_width: None,
        bookmarks: BTreeMap::new(),
        marked: BTreeSet::new(),
        numbering: WordLists::default(),
        media: Vec::new(),
        notes: Vec::new(),
        notes_part: PartState::default(),
        part: PartState::default(),
        drawings: 0,
        fonts: BTreeSet::new(),
    };
    toc::collect(doc, &mut state);
    let mut edges = Vec::new();
    let body = body(&mut state, &mut edges)?;
    let notes = notes(&mut state)?;
    Ok(assemble(state, body, notes, edges))
}

fn body(
    state: &mut Lowering<'_>,
    edges: &mut Vec<HeaderPart>,
) -> Result<String, DocxProblem> {
    let mut out = format!("{DECLARATION}<w:document{NAMESPACES}><w:body>");
    let sections = &state.doc.sections;
    let watermark = state.doc.watermark.as_deref().is_some_and(|w| !w.trim().is_empty());
    let needed = HeaderParts::needed(sections, watermark);
    let mut roman_before = false;
    for (index, section) in sections.iter().enumerate() {
        state.section = index;
        let mut flow = BlockFlow::new(&state.doc.styles);
        if let Some(room) = section.page.room_above {
            flow.add_paragraph(Par::room(room));
        }
        state.blocks(&section.blocks, &mut flow, &place(section));
        let mut items = flow.finish_section();
        let properties = state.section(section, roman_before, needed, edges)?;
        roman_before = section.numbers.roman;
        let last = index + 1 == sections.len();
        if !last && let Some(FlowItem::Paragraph(par)) = items.last_mut() {
            par.section = Some(properties.clone());
        }
        state.write_items(items, &mut out)?;
        if last {
            out.push_str(&properties);
        }
    }
    out.push_str("</w:body></w:document>");
    Ok(out)
}

fn notes(state: &mut Lowering<'_>) -> Result<Option<String>, DocxProblem> {
    if state.notes.is_empty() {
        return Ok(None);
    }
    let mut out = format!("{DECLARATION}<w:footnotes{NAMESPACES}>");
    // Word asks for the two separators by these ids; see the settings.
    for (id, kind) in [(-1, "separator"), (0, "continuationSeparator")] {
        let _ = write!(
            out,
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:before=\"0\" \
             w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:{kind}/></w:r>\
             </w:p></w:footnote>"
        );
    }
    let outer = mem::replace(&mut state.part, mem::take(&mut state.notes_part));
    for (index, note) in mem::take(&mut state.notes).into_iter().enumerate() {
        let _ = write!(out, "<w:footnote w:id=\"{}\">", index + 1);
        state.write_items(vec![FlowItem::Paragraph(Box::new(note))], &mut out)?;
        out.push_str("</w:footnote>");
    }
    state.notes_part = mem::replace(&mut state.part, outer);
    out.push_str("</w:footnotes>");
    Ok(Some(out))
}

fn assemble(
    mut state: Lowering<'_>,
    body: String,
    notes: Option<String>,
    edges: Vec<HeaderPart>,
) -> Vec<PackagePart> {
    let doc = state.doc;
    let language = props::language(&doc.meta);
    for face in faces(doc) {
        state.font(face);
    }
    let base_font = state.font(doc.styles.base.1.face.unwrap_or_default());
    let fonts = state.context.font_names;
    let style_part = styles::part(&doc.styles, language, state.toc_width, fonts);
    let mut files: Vec<(&str, String, String)> = vec![
        ("styles", "styles.xml".into(), style_part),
        (
            "settings",
            "settings.xml".into(),
            settings::part(language, styles::hyphenates(&doc.styles), notes.is_some()),
        ),
        ("fontTable", "fontTable.xml".into(), settings::fonts(&state.fonts)),
        ("theme", "theme/theme1.xml".into(), theme::part(&base_font)),
    ];
    if !state.numbering.is_empty() {
        files.push(("numbering", "numbering.xml".into(), state.numbering.part()));
    }
    if let Some(notes) = notes {
        files.push(("footnotes", "footnotes.xml".into(), notes));
    }
    for (kind, path, _) in &files {
        let kind = KINDS.iter().find(|k| *k == kind).copied().unwrap_or_default();
        state.part.relate(kind, path.clone(), false);
    }
    let mut parts = vec![
        PackagePart::xml("_rels/.rels", package_relations()),
        PackagePart::xml(
            "docProps/app.xml",
            props::app(state.context.page_sections.len()),
        ),
        PackagePart::xml("docProps/core.xml", props::core(&doc.meta)),
        PackagePart::xml("word/document.xml", body),
    ];
    let mut types = Vec::new();
    let mut relations = vec![("document.xml".to_owned(), state.part.relations)];
    relations.push(("footnotes.xml".to_owned(), state.notes_part.relations));
    for edge in edges {
        types.push((edge.path.clone(), edge_type(&edge.path)));
        parts.push(PackagePart::xml(format!("word/{}", edge.path), edge.xml));
        relations.push((edge.path, edge.relations));
    }
    for (kind, path, xml) in files {
        types.push((path.clone(), kind));
        parts.push(PackagePart::xml(format!("word/{path}"), xml));
    }
    for (path, relations) in relations.iter().filter(|(_, r)| !r.is_empty()) {
        parts.push(PackagePart::xml(
            format!("word/_rels/{path}.rels"),
            relations_part(relations),
        ));
    }
    for (index, data) in state.media.into_iter().enumerate() {
        let path = format!("word/{}", media_path(index, &data));
        parts.push(PackagePart::picture(path, data));
    }
    parts.sort_by(|a, b| a.path.cmp(&b.path));
    parts.insert(0, PackagePart::xml("[Content_Types].xml", content_types(&types)));
    parts
}

/// The kinds of relationships of our own parts.
const KINDS: [&str; 6] =
    ["styles", "settings", "fontTable", "theme", "numbering", "footnotes"];

fn edge_type(path: &str) -> &'static str {
    if path.starts_with("header") { "header" } else { "footer" }
}

fn faces(doc: &Document) -> Vec<Face> {
    let mut faces: BTreeSet<Face> =
        doc.styles.styles.values().filter_map(|(_, text)| text.face).collect();
    faces.extend(doc.styles.base.1.face);
    faces.into_iter().collect()
}

const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

fn relations_part(relations: &[Relation]) -> String {
    let mut out =
        format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (index, relation) in relations.iter().enumerate() {
        let mode = if relation.external { " TargetMode=\"External\"" } else { "" };
        let _ = write!(
            out,
            "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{}\" Target=\"{}\"{mode}/>",
            index + 1,
            relation.kind,
            escape(&relation.target)
        );
    }
    out.push_str("</Relationships>");
    out
}

fn package_relations() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" \
         Target=\"docProps/app.xml\"/></Relationships>"
    )
}

fn content_types(word_parts: &[(String, &str)]) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    );
    for (path, kind) in word_parts {
        let family = if *kind == "theme" { "theme" } else { "wordprocessingml" };
        let dot = if family == "theme" { "" } else { "." };
        let kind = if family == "theme" { "" } else { kind };
        let _ = write!(
            out,
            "<Override PartName=\"/word/{path}\" ContentType=\
             \"application/vnd.openxmlformats-officedocument.{family}{dot}{kind}+xml\"/>"
        );
    }
    out.push_str("</Types>");
    out
}
