//! What no outside judge sees: traces of a template, and tables that do not add up.

use std::path::Path;

use roxmltree::Node;

use super::Finding;
use super::docx_text::{is, parse, parts, value};

pub(crate) const NAME: &str = "Own";

/// Pieces of a template, of markup, or of a value that was not there.
pub(crate) fn leftovers(file: &Path, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in text.lines() {
        let piece =
            ["{{", "}}", "{%", "%}", ":::"].into_iter().find(|p| line.contains(p));
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        let word = words.find(|w| matches!(*w, "undefined" | "None" | "NaN"));
        if let Some(trace) = piece.or(word) {
            found.push(finding(file, "", format!("left over `{trace}`: {line}")));
        }
    }
    found
}

/// Rules of Word that its own validator does not know.
pub(crate) fn judge_docx(file: &Path, bytes: &[u8]) -> Vec<Finding> {
    let parts = match parts(bytes) {
        Ok(parts) => parts,
        Err(error) => return vec![finding(file, "", error)],
    };
    let texts = parts.iter().filter(|(name, _)| {
        name.starts_with("word/") && !name.contains("_rels") && !name.contains("media")
    });
    let mut found = Vec::new();
    for (name, xml) in texts {
        match parse(xml) {
            Ok(document) => {
                for node in document.descendants() {
                    if let Some(text) = fault(node) {
                        found.push(finding(file, name, text));
                    }
                }
            }
            Err(error) => found.push(finding(file, name, error)),
        }
    }
    found
}

fn fault(node: Node<'_, '_>) -> Option<String> {
    if is(node, "tc") {
        let last = node.children().rfind(Node::is_element);
        return (!last.is_some_and(|n| is(n, "p")))
            .then(|| "a cell that does not end in a paragraph".to_owned());
    }
    if is(node, "p") || is(node, "hdr") || is(node, "ftr") {
        let text: String = node.descendants().filter_map(|n| n.text()).collect();
        return leftovers(Path::new(""), &text).pop().map(|f| f.text);
    }
    if is(node, "tr") {
        let table = node.parent()?;
        let grid = table.children().find(|n| is(*n, "tblGrid"))?;
        let columns = grid.children().filter(|n| is(*n, "gridCol")).count();
        let taken = taken(node);
        return (taken != columns)
            .then(|| format!("a row of {taken} in a grid of {columns}"));
    }
    None
}

/// Columns of the grid that a row takes.
fn taken(row: Node<'_, '_>) -> usize {
    let number = |node: Node<'_, '_>, properties: &str, name: &str| {
        let properties = node.children().find(|n| is(*n, properties))?;
        let element = properties.children().find(|n| is(*n, name))?;
        value(element, "val")?.parse::<usize>().ok()
    };
    let cells = row.children().filter(|n| is(*n, "tc"));
    let spans: usize = cells.map(|c| number(c, "tcPr", "gridSpan").unwrap_or(1)).sum();
    let around = ["gridBefore", "gridAfter"];
    spans + around.iter().filter_map(|name| number(row, "trPr", name)).sum::<usize>()
}

fn finding(file: &Path, place: &str, text: String) -> Finding {
    Finding { judge: NAME, file: file.to_path_buf(), place: place.to_owned(), text }
}
