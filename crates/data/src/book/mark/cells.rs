//! Red cells: rules of a sheet that hold as long as a cell says what it said when it was marked.

use std::fmt::Write;

use num_rational::BigRational;

use super::styles::Looks;
use super::xml::{
    Edits, XmlElement, children, elements, escaped, text, without_attribute,
};
use crate::book::grid::{Grid, SheetCell};
use base::source::cell_name;

/// What every rule of ours says, so that it is known again: it is always true.
const OURS: &str = "N(\"naskah\")=0";

/// The longest text that a rule is written with; a program takes 255 signs.
const LONGEST: usize = 200;

/// What of a sheet stands behind its rules.
const BEHIND_RULES: [&str; 21] = [
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "tableParts",
    "extLst",
];

/// A cell to be marked.
pub(super) struct MarkedCell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) error: bool,
    /// What is said about it.
    pub(super) note: String,
}

/// A sheet without the rules of earlier marks and with those of new ones; the drawing of its notes
/// is the one with this name, if any is new. No sheet is left chosen.
pub(super) fn marked(
    xml: &str,
    (cells, grid): (&[MarkedCell], &Grid),
    looks: &Looks,
    drawing: &str,
) -> Option<String> {
    let (root, parts) = children(xml)?;
    let p = root.prefix();
    let mut edits = Edits::default();
    let mut last = 0;
    for rules in parts.iter().filter(|part| part.local() == "conditionalFormatting") {
        let all = elements(xml, rules.inner.clone())?;
        let (ours, others): (Vec<&XmlElement>, Vec<&XmlElement>) =
            all.iter().partition(|rule| text(xml, rule.inner.clone()).contains(OURS));
        let numbers = others.iter().filter_map(|rule| rule.number("priority"));
        last = numbers.fold(last, u32::max);
        if others.iter().all(|other| other.local() != "cfRule") {
            if !ours.is_empty() {
                edits.put(rules.whole.clone(), "");
            }
            continue;
        }
        for rule in ours {
            edits.put(rule.whole.clone(), "");
        }
    }
    let mut made = String::new();
    for (number, cell) in (last + 1..).zip(cells) {
        let name = cell_name(cell.row, cell.column);
        let look = if cell.error { looks.error } else { looks.warning };
        let rule = as_it_is(grid.cells.get(&(cell.row, cell.column)), &name);
        let rule = escaped(&format!("AND({OURS},{rule})"));
        let _ = write!(
            made,
            "<{p}conditionalFormatting sqref=\"{name}\"><{p}cfRule type=\"expression\" dxfId=\"{look}\" priority=\"{number}\"><{p}formula>{rule}</{p}formula></{p}cfRule></{p}conditionalFormatting>"
        );
    }
    let place = |behind: &[&str]| {
        let next = parts.iter().find(|part| behind.contains(&part.local()));
        next.map_or(root.inner.end, |next| next.whole.start)
    };
    let at = place(&BEHIND_RULES);
    edits.put(at..at, made);
    if !drawing.is_empty() {
        let own = BEHIND_RULES.iter().position(|name| *name == "legacyDrawing")?;
        let at = place(BEHIND_RULES.get(own + 1..)?);
        let space = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        edits.put(at..at, format!("<{p}legacyDrawing {space} r:id=\"{drawing}\"/>"));
    }
    for views in parts.iter().filter(|part| part.local() == "sheetViews") {
        for view in elements(xml, views.inner.clone())? {
            let tag = view.whole.start..view.inner.start.min(view.whole.end);
            let bare = without_attribute(xml.get(tag.clone())?, "tabSelected");
            edits.put(tag, bare);
        }
    }
    Some(edits.made(xml))
}

/// Whether a cell still says what it says, as a formula.
fn as_it_is(said: Option<&SheetCell>, name: &str) -> String {
    let number = |n: &BigRational| match bahasa::to_spreadsheet(n) {
        Some(n) => {
            format!(
                "AND(ISNUMBER({name}),ABS(N({name})-({n}))<=ABS({n})*1E-12+0.0000001)"
            )
        }
        None => format!("ISNUMBER({name})"),
    };
    match said {
        None => format!("LEN({name})=0"),
        Some(SheetCell::Text(said)) => {
            let long = said.chars().count() > LONGEST;
            let plain = |c: char| !c.is_control() && (c == ' ' || !c.is_whitespace());
            if long || !said.chars().all(plain) {
                return "TRUE".to_owned();
            }
            let same = format!(
                "EXACT(TRIM(CLEAN(SUBSTITUTE({name},\"\u{a0}\",\" \"))),TRIM(\"{}\"))",
                said.replace('"', "\"\"")
            );
            // Hours beyond those of a day are a number that shows so.
            let clock = |c: char| c.is_ascii_digit() || c == ':';
            if said.contains(':') && said.chars().all(clock) {
                format!("OR(ISNUMBER({name}),{same})")
            } else {
                same
            }
        }
        Some(SheetCell::Number(n) | SheetCell::Percent(n)) => number(n),
        Some(SheetCell::Bool(yes)) => {
            let yes = if *yes { "TRUE" } else { "FALSE" };
            format!("AND(ISLOGICAL({name}),{name}={yes})")
        }
        Some(SheetCell::Date(day)) => {
            let (year, month, day) = (day.year(), day.month(), day.day());
            format!("AND(ISNUMBER({name}),INT(N({name}))=DATE({year},{month},{day}))")
        }
        Some(SheetCell::Time(time)) => {
            let minutes = i32::from(time.hour()) * 60 + i32::from(time.minute());
            format!(
                "AND(ISNUMBER({name}),INT(ROUND(MOD(N({name}),1)*86400,0)/60)={minutes})"
            )
        }
        Some(SheetCell::Error(_)) => format!("ISERROR({name})"),
        Some(SheetCell::NoResult) => "TRUE".to_owned(),
    }
}
