//! The looks that marks need, added to those of a workbook.

use super::MAIN;
use super::package::{Declaring, Package};
use super::xml::{Edits, children};

/// What the list of styles is, for the list of parts.
const KIND: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/// The lists of a style part in the order that they have there.
const ORDER: [&str; 11] = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
];

/// The looks by their numbers.
pub(super) struct Looks {
    /// A cell with an error, beside its own look.
    pub(super) error: usize,
    /// A cell with a warning.
    pub(super) warning: usize,
    /// A title.
    pub(super) title: usize,
    /// What stands below a title.
    pub(super) plain: usize,
    /// The head of a column.
    pub(super) head: usize,
    /// What stands in a list.
    pub(super) text: usize,
    /// What leads to a cell.
    pub(super) link: usize,
}

/// Adds them to a workbook.
pub(super) fn add(package: &mut Package<'_>, workbook: &str) -> Option<Looks> {
    let all = package.relations(workbook);
    let found = all.into_iter().find(|one| one.is("styles")).map(|one| one.target);
    let part = match found {
        Some(part) => part,
        None => made(package, workbook)?,
    };
    let mut styles = StyleLists { xml: package.text(&part)? };
    let p = children(&styles.xml)?.0.prefix().to_owned();
    // Bold as well: on a grey printer and to who sees no red it still differs.
    let mut look = |ink: &str, ground: &str| {
        styles.add(
            "dxfs",
            &format!(
                "<{p}dxf><{p}font><{p}b/><{p}color rgb=\"FF{ink}\"/></{p}font><{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"FF{ground}\"/><{p}bgColor rgb=\"FF{ground}\"/></{p}patternFill></{p}fill></{p}dxf>"
            ),
        )
    };
    let error = look("9C0006", "FFC7CE")?;
    let warning = look("7F6000", "FFEB9C")?;
    let mut face = |more: &str, size: u32, ink: &str| {
        styles.add(
            "fonts",
            &format!(
                "<{p}font>{more}<{p}sz val=\"{size}\"/><{p}color rgb=\"FF{ink}\"/><{p}name val=\"Arial\"/><{p}family val=\"2\"/></{p}font>"
            ),
        )
    };
    let plain = face("", 10, "000000")?;
    let bold = face(&format!("<{p}b/>"), 10, "000000")?;
    let title = face(&format!("<{p}b/>"), 14, "1F3864")?;
    let blue = face(&format!("<{p}u/>"), 10, "0563C1")?;
    let pale = styles.add(
        "fills",
        &format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"FFD9E1F2\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        ),
    )?;
    let side = |name: &str| {
        format!("<{p}{name} style=\"thin\"><{p}color rgb=\"FF808080\"/></{p}{name}>")
    };
    let sides: String = ["left", "right", "top", "bottom"].map(side).concat();
    let framed = styles
        .add("borders", &format!("<{p}border>{sides}<{p}diagonal/></{p}border>"))?;
    let mut cell = |font: usize, fill: usize, border: usize, align: &str| {
        styles.add(
            "cellXfs",
            &format!(
                "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><{p}alignment {align}/></{p}xf>"
            ),
        )
    };
    let wrapped = "vertical=\"top\" wrapText=\"1\"";
    let looks = Looks {
        error,
        warning,
        title: cell(title, 0, 0, "vertical=\"center\"")?,
        plain: cell(plain, 0, 0, "vertical=\"top\"")?,
        head: cell(bold, pale, framed, "vertical=\"center\" wrapText=\"1\"")?,
        text: cell(plain, 0, framed, wrapped)?,
        link: cell(blue, 0, framed, wrapped)?,
    };
    package.put(&part, styles.xml);
    Some(looks)
}

/// The part with what every workbook has, for one without any styles.
fn made(package: &mut Package<'_>, workbook: &str) -> Option<String> {
    let part = package.free(super::package::folder(workbook), "styles", "xml");
    package.relate(workbook, "styles", &part)?;
    package.declare(Declaring::Part(&part), KIND)?;
    let fill = |kind: &str| format!("<fill><patternFill patternType=\"{kind}\"/></fill>");
    let fills = ["none", "gray125"].map(fill).concat();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"{MAIN}\"><fonts><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills>{fills}</fills><borders><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>"
    );
    package.put(&part, text);
    Some(part)
}

struct StyleLists {
    xml: String,
}

impl StyleLists {
    /// The number of an item in a list, behind the others where it is not there yet.
    fn add(&mut self, list: &str, item: &str) -> Option<usize> {
        let (root, lists) = children(&self.xml)?;
        let mut edits = Edits::default();
        let number = if let Some(found) = lists.iter().find(|one| one.local() == list) {
            let items = super::xml::elements(&self.xml, found.inner.clone())?;
            let same = |one: &super::xml::XmlElement| {
                self.xml.get(one.whole.clone()) == Some(item)
            };
            if let Some(there) = items.iter().position(same) {
                return Some(there);
            }
            let (range, with) = found.with(&self.xml, item);
            edits.put(range, with);
            items.len()
        } else {
            let behind = ORDER.iter().skip_while(|name| **name != list).skip(1);
            let behind: Vec<&str> = behind.copied().collect();
            let next = lists.iter().find(|one| behind.contains(&one.local()));
            let at = next.map_or(root.inner.end, |next| next.whole.start);
            let p = root.prefix();
            edits.put(at..at, format!("<{p}{list}>{item}</{p}{list}>"));
            0
        };
        self.xml = edits.made(&self.xml);
        Some(number)
    }
}
