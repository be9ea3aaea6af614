//! `styles.xml`: one real style for each of ours.

use std::fmt::Write as _;

use crate::document::{
    Align, Face, LIST_INDENT, ParaProps, StyleName, StyleSheet, TextProps,
};
use crate::units::Pt;

use super::names;
use super::xml::{DECLARATION, NAMESPACE, escape, hex};

/// The look under everything where a stylesheet says nothing.
pub(super) const DEFAULT_SIZE: Pt = Pt(12.0);

/// The part.
pub(super) fn part(
    sheet: &StyleSheet,
    language: &str,
    toc_width: Option<Pt>,
    fonts: &dyn Fn(Face) -> String,
) -> String {
    let sheet = &complete(sheet, toc_width);
    let hyphens = hyphenates(sheet);
    let mut out = String::with_capacity(16_384);
    out.push_str(DECLARATION);
    let _ = write!(out, "<w:styles{NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>");
    let base = TextProps {
        face: Some(sheet.base.1.face.unwrap_or_default()),
        size: Some(sheet.base.1.size.unwrap_or(DEFAULT_SIZE)),
        ..sheet.base.1
    };
    out.push_str(&text_props(&base, fonts));
    let language = escape(language);
    let _ = write!(
        out,
        "<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>"
    );
    let normal = ParaProps {
        spacing: Some(sheet.base.0.spacing.unwrap_or(1.0)),
        before: Some(sheet.base.0.before.unwrap_or_default()),
        after: Some(sheet.base.0.after.unwrap_or_default()),
        ..sheet.base.0.clone()
    };
    out.push_str(&para_props(&normal, Extra { widow: true, hyphens, outline: None }));
    out.push_str("</w:pPr></w:style>");
    for style in StyleName::ALL {
        let name = names::of(style);
        paragraph_style(&mut out, sheet, style, &name, hyphens, fonts);
        if style == StyleName::Kaki {
            let header =
                names::StyleInWord { id: names::HEADER, display: "header", ..name };
            paragraph_style(&mut out, sheet, style, &header, hyphens, fonts);
        }
    }
    out.push_str(FIXED);
    out.push_str("</w:styles>");
    out
}

/// The stylesheet with what Word needs said in styles.
fn complete(sheet: &StyleSheet, toc_width: Option<Pt>) -> StyleSheet {
    let mut sheet = sheet.clone();
    for style in CELL_STYLES {
        let (para, _) = sheet.styles.entry(style).or_default();
        let base = &sheet.base.0;
        // Cells stay as they are when someone gives Normal an indent.
        para.left = Some(para.left.or(base.left).unwrap_or_default());
        para.right = Some(para.right.or(base.right).unwrap_or_default());
        para.first_line = Some(para.first_line.or(base.first_line).unwrap_or_default());
    }
    let Some(width) = toc_width else { return sheet };
    for style in [StyleName::DaftarIsi1, StyleName::DaftarIsi2, StyleName::DaftarIsi3] {
        let (para, _) = sheet.styles.entry(style).or_default();
        // Word makes the lines anew from their styles when someone updates the daftar isi.
        if !para.tabs.iter().flatten().any(|(_, dotted)| *dotted) {
            let right = para.right.or(sheet.base.0.right).unwrap_or_default();
            let text = para.left.unwrap_or_default() + LIST_INDENT;
            // A label and its heading are parted by a tab, which Word takes along.
            para.tabs = Some(vec![(text, false), (width - right, true)]);
        }
    }
    sheet
}

/// The styles that stand in cells.
const CELL_STYLES: [StyleName; 5] = [
    StyleName::IsiTabel,
    StyleName::KepalaTabel,
    StyleName::Kop,
    StyleName::Rincian,
    StyleName::TandaTangan,
];

/// Whether any style lets words be hyphenated; Word switches this for a whole document and styles
/// can only opt out.
pub(super) fn hyphenates(sheet: &StyleSheet) -> bool {
    sheet.base.0.hyphenate == Some(true)
        || sheet.styles.values().any(|(p, _)| p.hyphenate == Some(true))
}

fn paragraph_style(
    out: &mut String,
    sheet: &StyleSheet,
    style: StyleName,
    name: &names::StyleInWord,
    hyphens: bool,
    fonts: &dyn Fn(Face) -> String,
) {
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\" {}w:styleId=\"{}\"><w:name w:val=\"{}\"/>\
         <w:basedOn w:val=\"Normal\"/>",
        if name.custom { "w:customStyle=\"1\" " } else { "" },
        name.id,
        name.display
    );
    if let Some(next) = name.next {
        let _ = write!(out, "<w:next w:val=\"{next}\"/>");
    }
    out.push_str("<w:qFormat/>");
    let (para, text) = sheet.styles.get(&style).cloned().unwrap_or_default();
    let para = para_props(&para, Extra { widow: false, hyphens, outline: name.outline });
    if !para.is_empty() {
        let _ = write!(out, "<w:pPr>{para}</w:pPr>");
    }
    let text = text_props(&text, fonts);
    if !text.is_empty() {
        let _ = write!(out, "<w:rPr>{text}</w:rPr>");
    }
    out.push_str("</w:style>");
}

/// What a style says beside its [`ParaProps`].
#[derive(Clone, Copy)]
struct Extra {
    widow: bool,
    hyphens: bool,
    outline: Option<u8>,
}

/// The children of `w:pPr`, in schema order.
fn para_props(props: &ParaProps, extra: Extra) -> String {
    let mut out = String::new();
    for (name, value) in [("keepNext", props.keep_next), ("keepLines", props.keep_lines)]
    {
        switch(&mut out, name, value);
    }
    if extra.widow {
        out.push_str("<w:widowControl/>");
    }
    if let Some(tabs) = props.tabs.as_ref().filter(|t| !t.is_empty()) {
        out.push_str("<w:tabs>");
        for (at, dotted) in tabs {
            let (kind, leader) =
                if *dotted { ("right", " w:leader=\"dot\"") } else { ("left", "") };
            let at = at.twips();
            let _ = write!(out, "<w:tab w:val=\"{kind}\"{leader} w:pos=\"{at}\"/>");
        }
        out.push_str("</w:tabs>");
    }
    if extra.hyphens {
        // Normal says no unless the base says yes; the styles follow or differ.
        let silent = if extra.widow { Some(true) } else { None };
        switch(&mut out, "suppressAutoHyphens", props.hyphenate.map(|h| !h).or(silent));
    }
    if props.before.is_some() || props.after.is_some() || props.spacing.is_some() {
        out.push_str("<w:spacing");
        for (name, value) in [("before", props.before), ("after", props.after)] {
            if let Some(value) = value {
                let _ = write!(out, " w:{name}=\"{}\"", value.twips().max(0));
            }
        }
        if let Some(lines) = props.spacing {
            let _ = write!(out, " w:line=\"{}\" w:lineRule=\"auto\"", line_units(lines));
        }
        out.push_str("/>");
    }
    if props.left.is_some() || props.right.is_some() || props.first_line.is_some() {
        out.push_str("<w:ind");
        for (name, value) in [("left", props.left), ("right", props.right)] {
            if let Some(value) = value {
                let _ = write!(out, " w:{name}=\"{}\"", value.twips());
            }
        }
        match props.first_line.map(Pt::twips) {
            Some(first) if first < 0 => {
                let _ = write!(out, " w:hanging=\"{}\"", -first);
            }
            Some(first) => {
                let _ = write!(out, " w:firstLine=\"{first}\"");
            }
            None => {}
        }
        out.push_str("/>");
    }
    if let Some(align) = props.align {
        let _ = write!(out, "<w:jc w:val=\"{}\"/>", align_value(align));
    }
    if let Some(level) = extra.outline {
        let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
    }
    out
}

/// The children of `w:rPr`, in schema order.
fn text_props(props: &TextProps, fonts: &dyn Fn(Face) -> String) -> String {
    let mut out = String::new();
    if let Some(face) = props.face {
        let name = escape(&fonts(face));
        let _ = write!(
            out,
            "<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"/>"
        );
    }
    for (name, value) in [
        ("b", props.bold),
        ("bCs", props.bold),
        ("i", props.italic),
        ("iCs", props.italic),
    ] {
        switch(&mut out, name, value);
    }
    if let Some(color) = props.color {
        let _ = write!(out, "<w:color w:val=\"{}\"/>", hex(color));
    }
    if let Some(size) = props.size {
        let size = half_points(size);
        let _ = write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    }
    if let Some(underline) = props.underline {
        let kind = if underline { "single" } else { "none" };
        let _ = write!(out, "<w:u w:val=\"{kind}\"/>");
    }
    out
}

fn switch(out: &mut String, name: &str, value: Option<bool>) {
    match value {
        Some(true) => {
            let _ = write!(out, "<w:{name}/>");
        }
        Some(false) => {
            let _ = write!(out, "<w:{name} w:val=\"0\"/>");
        }
        None => {}
    }
}

/// Lines in 240ths.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn line_units(lines: f32) -> i32 {
    (lines * 240.0).round() as i32
}

/// A size in half-points, rounded down so that fitted lines still fit.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn half_points(size: Pt) -> usize {
    ((size.0 * 2.0 + 0.02).floor().max(2.0)) as usize
}

/// Word's word for an alignment.
pub(super) fn align_value(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "both",
    }
}

/// The styles that are the same in every paper.
const FIXED: &str = concat!(
    r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
    r#"<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>"#,
    r#"<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
    r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>"#,
    r#"<w:style w:type="table" w:customStyle="1" w:styleId="TabelNaskah"><w:name w:val="Tabel Naskah"/><w:basedOn w:val="TableGrid"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr/></w:style>"#,
    r#"<w:style w:type="table" w:customStyle="1" w:styleId="TabelLetak"><w:name w:val="Tabel Letak"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:tblPr/></w:style>"#,
);
