//! One walk over what docx-rs wrote.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::order::order_of;
use super::tree::{Element, event, position, slice};
use crate::docx::DocxProblem;

/// The font of a `w:sym` that stands for a fragment; its `w:char` is the fragment's number.
/// We never write real `w:sym` elements.
pub(in crate::docx) const FRAGMENT: &str = "naskah";

/// Between a style's id and the number of the fragment whose elements join the style's siblings.
pub(in crate::docx) const EXTRA: char = '|';

/// Copies `source` to `out` with property elements in order, carriers replaced by the fragments
/// they stand for, and docx-rs's random paragraph ids left out.
pub(in crate::docx) fn finish(
    source: &str,
    fragments: &[String],
    out: &mut String,
) -> Result<(), DocxProblem> {
    let mut reader = Reader::from_reader(source.as_bytes());
    reader.config_mut().check_end_names = false;
    // Everything before this is written.
    let mut done = 0;
    loop {
        let at = position(&reader);
        let (is_start, is_empty) = match event(&mut reader)? {
            Event::Start(_) => (true, false),
            Event::Empty(_) => (false, true),
            Event::Eof => {
                out.push_str(slice(source, done, source.len()));
                return Ok(());
            }
            _ => continue,
        };
        debug_assert!(is_start || is_empty);
        let tag = slice(source, at, position(&reader));
        let element = Element::from_tag(tag);
        let known = match element.name {
            "w:p" | "w:sym" | "w:instrText" | "w:gridCol" => true,
            name => order_of(name).is_some(),
        };
        if !known {
            continue;
        }
        out.push_str(slice(source, done, at));
        match element.name {
            "w:p" => out.push_str(if is_empty { "<w:p/>" } else { "<w:p>" }),
            "w:instrText" => out.push_str("<w:instrText xml:space=\"preserve\">"),
            "w:gridCol" => {
                let width = element.attribute("w:w").unwrap_or("0");
                out.push_str("<w:gridCol w:w=\"");
                out.push_str(width);
                out.push_str("\"/>");
                if is_start {
                    skip_end(&mut reader)?;
                }
            }
            "w:sym" => {
                if is_start {
                    skip_end(&mut reader)?;
                }
                out.push_str(fragment(&element, fragments));
            }
            _ => {
                let mut element =
                    if is_start { element.read(&mut reader, source)? } else { element };
                properties(&mut element, fragments)?;
                element.sort();
                if !element.is_bare() {
                    element.write(out);
                }
            }
        }
        done = position(&reader);
    }
}

/// The fragment a `w:sym` stands for.
fn fragment<'f>(carrier: &Element<'_>, fragments: &'f [String]) -> &'f str {
    debug_assert_eq!(carrier.attribute("w:font"), Some(FRAGMENT));
    let number = carrier.attribute("w:char").and_then(|n| n.parse::<usize>().ok());
    number.and_then(|n| fragments.get(n)).map_or("", String::as_str)
}

/// What docx-rs cannot say inside a property element.
fn properties<'x>(
    element: &mut Element<'x>,
    fragments: &'x [String],
) -> Result<(), DocxProblem> {
    let mut more = Vec::new();
    let mut nameless = false;
    for child in &mut element.children {
        match child.name {
            "w:pStyle" | "w:tblStyle" | "w:rStyle" => {
                let Some(value) = child.attribute("w:val") else { continue };
                let Some((id, number)) = value.split_once(EXTRA) else { continue };
                let fragment =
                    number.parse::<usize>().ok().and_then(|n| fragments.get(n));
                more.extend(Element::parse_all(fragment.map_or("", String::as_str))?);
                nameless |= id.is_empty();
                child.attributes = Cow::Owned(format!(" w:val=\"{id}\""));
            }
            // docx-rs has no repeated head; an insertion mark in a row carries it.
            "w:ins" if element.name == "w:trPr" => {
                *child = Element::from_tag("<w:tblHeader/>");
            }
            _ => {}
        }
    }
    if nameless {
        // What joins a run without a style of its own.
        let named = |child: &Element<'_>| child.attribute("w:val") != Some("");
        element.children.retain(|child| child.name != "w:rStyle" || named(child));
    }
    element.children.extend(more);
    Ok(())
}

fn skip_end(reader: &mut Reader<&[u8]>) -> Result<(), DocxProblem> {
    loop {
        if matches!(event(reader)?, Event::End(_) | Event::Eof) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(source: &str, fragments: &[&str]) -> String {
        let fragments: Vec<String> = fragments.iter().map(|f| (*f).to_owned()).collect();
        let mut out = String::new();
        finish(source, &fragments, &mut out).unwrap();
        out
    }

    #[test]
    fn properties_are_sorted_and_empty_ones_go() {
        let source = r#"<w:p w14:paraId="00000001"><w:pPr><w:rPr /><w:pStyle w:val="Isi" /><w:jc w:val="both" /><w:numPr><w:numId w:val="1" /><w:ilvl w:val="0" /></w:numPr><w:keepNext /></w:pPr><w:r><w:rPr><w:sz w:val="24" /><w:b /></w:rPr><w:t xml:space="preserve">a &amp; b</w:t></w:r><w:r><w:rPr /></w:r></w:p>"#;
        assert_eq!(
            finished(source, &[]),
            r#"<w:p><w:pPr><w:pStyle w:val="Isi"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">a &amp; b</w:t></w:r><w:r></w:r></w:p>"#
        );
    }

    #[test]
    fn carriers_become_what_they_stand_for() {
        assert_eq!(
            finished(
                r#"<w:p w14:paraId="1"><w:pPr><w:pStyle w:val="Isi|1" /><w:jc w:val="both" /></w:pPr><w:r><w:rPr /><w:sym w:font="naskah" w:char="0" /></w:r></w:p>"#,
                &["<w:pict/>", "<w:contextualSpacing/><w:keepLines/>"]
            ),
            r#"<w:p><w:pPr><w:pStyle w:val="Isi"/><w:keepLines/><w:contextualSpacing/><w:jc w:val="both"/></w:pPr><w:r><w:pict/></w:r></w:p>"#
        );
        assert_eq!(
            finished(
                r#"<w:tr><w:trPr><w:ins w:id="5" w:author="x" w:date="y" /><w:cantSplit /></w:trPr></w:tr>"#,
                &[]
            ),
            "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr></w:tr>"
        );
    }
}
