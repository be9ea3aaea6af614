//! Sections: paper, margins, page numbers, headers and footers.

use std::fmt::Write as _;
use std::mem;

use crate::document::{Header, Orientation, PageSetup, Paragraph, Section, StyleName};
use crate::docx::xml::{DECLARATION, NAMESPACES};
use crate::docx::{DocxProblem, names, watermark};
use crate::units::Pt;

use super::flow::{BlockPlace, FlowItem, Par};
use super::state::{Lowering, Relation};

/// Of the lines around a page, as in the PDF.
const FRAME_COLOR: &str = "000000";

/// A header or footer part.
#[derive(Debug)]
pub(super) struct HeaderPart {
    /// Its path inside `word/`.
    pub(super) path: String,
    /// Its XML.
    pub(super) xml: String,
    /// Its relationships.
    pub(super) relations: Vec<Relation>,
    /// What it is made from, to find equal ones again.
    key: (String, Option<PageSetup>),
    /// Its id in the document.
    rid: String,
}

/// Which edges the document has anywhere. A section without a header of its own would inherit the
/// one before in Word, so it then gets an empty one.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeaderParts {
    headers: bool,
    footers: bool,
}

impl HeaderParts {
    /// Which edges are needed.
    pub(super) fn needed(sections: &[Section], watermark: bool) -> Self {
        let used = |h: &Header| !h.all.is_empty() || h.first.is_some();
        let headers = watermark || sections.iter().any(|s| used(&s.header));
        Self { headers, footers: sections.iter().any(|s| used(&s.footer)) }
    }
}

impl<'a> Lowering<'a> {
    /// The `w:sectPr` of a section; adds the parts of its edges.
    pub(super) fn section(
        &mut self,
        section: &'a Section,
        roman_before: bool,
        needed: HeaderParts,
        edges: &mut Vec<HeaderPart>,
    ) -> Result<String, DocxProblem> {
        let mut out = String::from("<w:sectPr>");
        let title = section.header.first.is_some() || section.footer.first.is_some();
        for (header, wanted, own) in [
            (true, needed.headers, &section.header),
            (false, needed.footers, &section.footer),
        ] {
            if !wanted {
                continue;
            }
            let element = if header { "headerReference" } else { "footerReference" };
            let rid = self.edge(header, &own.all, section, edges)?;
            let _ = write!(out, "<w:{element} w:type=\"default\" r:id=\"{rid}\"/>");
            if title {
                let first = own.first.as_ref().unwrap_or(&own.all);
                let rid = self.edge(header, first, section, edges)?;
                let _ = write!(out, "<w:{element} w:type=\"first\" r:id=\"{rid}\"/>");
            }
        }
        let PageSetup { width, height, margins, .. } = section.page;
        let turned = match section.page.orientation {
            Orientation::Portrait => "",
            Orientation::Landscape => " w:orient=\"landscape\"",
        };
        let _ = write!(
            out,
            "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{turned}/>\
             <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" \
             w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>",
            width.twips(),
            height.twips(),
            margins.top.twips(),
            margins.right.twips(),
            margins.bottom.twips(),
            margins.left.twips(),
            section.page.header_at.twips().max(0),
            section.page.footer_at.twips().max(0),
        );
        if section.page.frame {
            out.push_str("<w:pgBorders w:offsetFrom=\"page\">");
            for (side, kind) in [
                ("top", "thinThickSmallGap"),
                ("left", "thinThickSmallGap"),
                ("bottom", "thickThinSmallGap"),
                ("right", "thickThinSmallGap"),
            ] {
                let space = PageSetup::FRAME_AT.0;
                let _ = write!(
                    out,
                    "<w:{side} w:val=\"{kind}\" w:sz=\"24\" w:space=\"{space:.0}\" \
                     w:color=\"{FRAME_COLOR}\"/>"
                );
            }
            out.push_str("</w:pgBorders>");
        }
        out.push_str(&page_numbers(section, roman_before));
        out.push_str("<w:cols w:space=\"708\"/>");
        if section.page.center_vertically && section.page.room_above.is_none() {
            out.push_str("<w:vAlign w:val=\"center\"/>");
        }
        if title {
            out.push_str("<w:titlePg/>");
        }
        out.push_str("</w:sectPr>");
        Ok(out)
    }

    /// The id of the part for a header or footer; equal ones share a part.
    fn edge(
        &mut self,
        header: bool,
        paragraphs: &'a [Paragraph],
        section: &'a Section,
        edges: &mut Vec<HeaderPart>,
    ) -> Result<String, DocxProblem> {
        let outer = mem::take(&mut self.part);
        let place = BlockPlace {
            width: section.page.text_width(),
            cell: false,
            align: None,
            list: None,
        };
        let mut items = Vec::new();
        for paragraph in paragraphs {
            let mut par = self.paragraph(paragraph, &place);
            if header && par.style == StyleName::Kaki {
                par.id = names::HEADER;
            }
            items.push(FlowItem::Paragraph(Box::new(par)));
        }
        if items.is_empty() {
            let mut par = Par::new(StyleName::Kaki);
            par.id = if header { names::HEADER } else { names::FOOTER };
            items.push(FlowItem::Paragraph(Box::new(par)));
        }
        let (root, kind) = if header { ("w:hdr", "header") } else { ("w:ftr", "footer") };
        let mut xml = format!("{DECLARATION}<{root}{NAMESPACES}>");
        self.write_items(items, &mut xml)?;
        let _ = write!(xml, "</{root}>");
        let relations = mem::replace(&mut self.part, outer).relations;
        let word =
            self.doc.watermark.as_deref().filter(|w| header && !w.trim().is_empty());
        let key = (xml, word.map(|_| section.page));
        if let Some(same) =
            edges.iter().find(|e| e.key == key && e.relations == relations)
        {
            return Ok(same.rid.clone());
        }
        let mut xml = key.0.clone();
        let number = edges.iter().filter(|e| e.path.starts_with(kind)).count() + 1;
        if let Some(word) = word {
            let face = self.doc.styles.base.1.face.unwrap_or_default();
            let font = self.font(face);
            let pict = watermark::pict(word, &section.page, &font, number);
            // Word keeps it at the end of the header's first paragraph.
            match xml.find("</w:p>") {
                Some(at) => xml.insert_str(at, &format!("<w:r>{pict}</w:r>")),
                None => debug_assert!(false, "a header has a paragraph"),
            }
        }
        let path = format!("{kind}{number}.xml");
        let rid = self.part.relate(kind, path.clone(), false);
        edges.push(HeaderPart { path, xml, relations, key, rid: rid.clone() });
        Ok(rid)
    }
}

/// `w:pgNumType`, where something has to be said.
fn page_numbers(section: &Section, roman_before: bool) -> String {
    let numbers = section.numbers;
    let format = match (numbers.roman, roman_before) {
        (true, _) => " w:fmt=\"lowerRoman\"",
        (false, true) => " w:fmt=\"decimal\"",
        (false, false) => "",
    };
    let start = numbers.start.map(|n| format!(" w:start=\"{n}\"")).unwrap_or_default();
    if format.is_empty() && start.is_empty() {
        String::new()
    } else {
        format!("<w:pgNumType{format}{start}/>")
    }
}

/// Where the blocks of a section stand.
pub(super) fn place(section: &Section) -> BlockPlace {
    let width = section.page.text_width().max(Pt(1.0));
    BlockPlace { width, cell: false, align: None, list: None }
}
