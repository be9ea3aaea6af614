//! Notes at cells: the part that says them, and the old drawing that shows them.

use std::fmt::Write;
use std::ops::Range;

use super::MAIN;
use super::cells::MarkedCell;
use super::package::{Declaring, Package};
use super::xml::{Edits, XmlElement, children, elements, escaped, text};
use crate::book::parts::place;
use base::source::cell_name;

/// Who writes the notes.
const AUTHOR: &str = "naskah";

/// What each of them begins with, so that it is known again: LibreOffice forgets who wrote.
const OURS: &str = "[naskah]";

/// What stands before ours in a note that was there before.
const BEHIND: &str = "\n———\n";

/// What the parts are, for the list of parts.
const NOTES: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// The shape that notes are drawn as.
const SHAPE: &str = "_x0000_t202";

/// Letters on a line of a note, and its height in points.
const LETTERS: usize = 52;
const LINE: usize = 13;

/// Takes the notes of earlier marks away from a sheet and puts those of new ones; the name of a
/// drawing that the sheet does not show yet, empty where there is none.
pub(super) fn put(
    package: &mut Package<'_>,
    sheet: &str,
    cells: &[MarkedCell],
) -> Option<String> {
    let relations = package.relations(sheet);
    let is = |kind: &str| relations.iter().find(|one| one.is(kind));
    let said = is("comments").map(|one| one.target.clone());
    if said.is_none() && cells.is_empty() {
        return Some(String::new());
    }
    let drawn = shown(package, sheet)
        .and_then(|id| relations.iter().find(|one| one.id == id))
        .map(|one| one.target.clone());
    let folder = super::package::folder(sheet).replace("worksheets/", "");
    let mut notes = match &said {
        Some(part) => Notes::read(package.text(part)?)?,
        None => Notes::none(),
    };
    let mut drawing = match &drawn {
        Some(part) => package.text(part)?,
        None => EMPTY.to_owned(),
    };
    let mut lost = Vec::new();
    notes.clean(&mut lost)?;
    for name in lost {
        let Some((row, column)) = place(&name) else { continue };
        let at = (row.saturating_sub(1), column.saturating_sub(1));
        if let Some(shape) = shape(&drawing, at) {
            drawing.replace_range(shape, "");
        }
    }
    for (more, cell) in cells.iter().enumerate() {
        let at = (cell.row, cell.column);
        let was = shape(&drawing, at);
        let new = notes.add(cell)?;
        match was {
            Some(shape) if !new => {
                // What is said there is longer now than the room that it had.
                let grown = with_room(drawing.get(shape.clone())?, cell, &notes)?;
                drawing.replace_range(shape, &grown);
            }
            Some(_) => {}
            None => draw(&mut drawing, cell, more)?,
        }
    }
    let part = said.unwrap_or_else(|| package.free(&folder, "comments", "xml"));
    let is_new = package.text(&part).is_none();
    package.put(&part, notes.xml);
    if is_new {
        package.relate(sheet, "comments", &part)?;
        package.declare(Declaring::Part(&part), NOTES)?;
    }
    if let Some(part) = drawn {
        package.put(&part, drawing);
        return Some(String::new());
    }
    let part = package.free(&format!("{folder}drawings/"), "vmlDrawing", "vml");
    package.put(&part, drawing);
    package.declare(Declaring::Ending("vml"), DRAWING)?;
    package.relate(sheet, "vmlDrawing", &part)
}

/// The name of the drawing that a sheet shows.
fn shown(package: &mut Package<'_>, sheet: &str) -> Option<String> {
    let xml = package.text(sheet)?;
    let (_, parts) = children(&xml)?;
    let drawing = parts.iter().find(|part| part.local() == "legacyDrawing")?;
    drawing.get("id").map(str::to_owned)
}

/// The part that says the notes of a sheet.
struct Notes {
    xml: String,
}

impl Notes {
    fn read(xml: String) -> Option<Self> {
        children(&xml)?;
        Some(Self { xml })
    }

    fn none() -> Self {
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{MAIN}\"><authors></authors><commentList></commentList></comments>"
        );
        Self { xml }
    }

    /// The list of who wrote, and that of what was written.
    fn lists(&self) -> Option<(XmlElement, XmlElement)> {
        let (_, all) = children(&self.xml)?;
        let find = |name: &str| all.iter().find(|one| one.local() == name).cloned();
        Some((find("authors")?, find("commentList")?))
    }

    fn author(&self) -> Option<usize> {
        let (authors, _) = self.lists()?;
        let all = elements(&self.xml, authors.inner)?;
        all.iter().position(|one| text(&self.xml, one.inner.clone()) == AUTHOR)
    }

    /// Takes away what is ours; the cells that have no note any longer are added.
    fn clean(&mut self, lost: &mut Vec<String>) -> Option<()> {
        let behind = format!("{}\n{OURS}", BEHIND.trim());
        let (_, list) = self.lists()?;
        let mut edits = Edits::default();
        for note in elements(&self.xml, list.inner)? {
            let said = text(&self.xml, note.inner.clone());
            if said.trim_start().starts_with(OURS) {
                lost.extend(note.get("ref").map(str::to_owned));
                edits.put(note.whole, "");
            } else if said.contains(&behind) {
                self.cut(&note, &behind, &mut edits)?;
            }
        }
        self.xml = edits.made(&self.xml);
        Some(())
    }

    /// Takes what is ours out of a note of somebody else.
    fn cut(&self, note: &XmlElement, behind: &str, edits: &mut Edits) -> Option<()> {
        let said = elements(&self.xml, note.inner.clone())?;
        let said = said.iter().find(|one| one.local() == "text")?;
        let pieces = elements(&self.xml, said.inner.clone())?;
        let mut ours = false;
        for piece in pieces {
            if ours {
                edits.put(piece.whole, "");
                continue;
            }
            let inner = text(&self.xml, piece.inner.clone());
            let Some(at) = inner.find(behind) else { continue };
            ours = true;
            let kept = inner.get(..at)?.trim_end();
            let words = elements(&self.xml, piece.inner.clone())?;
            let words = words.into_iter().find(|one| one.local() == "t");
            match words {
                _ if kept.is_empty() => edits.put(piece.whole, ""),
                Some(words) => edits.put(words.inner, escaped(kept)),
                None => edits.put(piece.inner, escaped(kept)),
            }
        }
        Some(())
    }

    /// What is said at a cell.
    fn at(&self, name: &str) -> Option<XmlElement> {
        let (_, list) = self.lists()?;
        let all = elements(&self.xml, list.inner)?;
        all.into_iter().find(|one| one.get("ref") == Some(name))
    }

    /// Says something at a cell, behind what is said there; `true` where nothing was.
    fn add(&mut self, cell: &MarkedCell) -> Option<bool> {
        let name = cell_name(cell.row, cell.column);
        let note = format!("{OURS}\n{}", cell.note);
        let mut edits = Edits::default();
        let there = self.at(&name);
        let is_new = there.is_none();
        if let Some(there) = there {
            let said = elements(&self.xml, there.inner.clone())?;
            let said = said.iter().find(|one| one.local() == "text")?;
            let ours = format!("{BEHIND}{note}");
            let p = said.prefix();
            let pieces = elements(&self.xml, said.inner.clone())?;
            // Text without runs stands alone.
            let alone = pieces.iter().find(|one| one.local() == "t");
            if let Some(words) = alone {
                let was = text(&self.xml, words.inner.clone());
                let whole = escaped(&format!("{was}{ours}"));
                edits.put(
                    words.whole.clone(),
                    format!("<{p}t xml:space=\"preserve\">{whole}</{p}t>"),
                );
            } else {
                let (range, with) = said.with(&self.xml, &run(p, &ours));
                edits.put(range, with);
            }
        } else {
            let author = match self.author() {
                Some(author) => author,
                None => self.sign()?,
            };
            let (_, list) = self.lists()?;
            let p = list.prefix();
            let run = run(p, &note);
            let more = format!(
                "<{p}comment ref=\"{name}\" authorId=\"{author}\"><{p}text>{run}</{p}text></{p}comment>"
            );
            let (range, with) = list.with(&self.xml, &more);
            edits.put(range, with);
        }
        self.xml = edits.made(&self.xml);
        Some(is_new)
    }

    /// Adds the author of our notes.
    fn sign(&mut self) -> Option<usize> {
        let (authors, _) = self.lists()?;
        let count = elements(&self.xml, authors.inner.clone())?.len();
        let p = authors.prefix();
        let (range, with) =
            authors.with(&self.xml, &format!("<{p}author>{AUTHOR}</{p}author>"));
        let mut edits = Edits::default();
        edits.put(range, with);
        self.xml = edits.made(&self.xml);
        Some(count)
    }
}

fn run(p: &str, said: &str) -> String {
    let said = escaped(said);
    format!(
        "<{p}r><{p}rPr><{p}sz val=\"9\"/><{p}rFont val=\"Arial\"/><{p}family val=\"2\"/></{p}rPr><{p}t xml:space=\"preserve\">{said}</{p}t></{p}r>"
    )
}

/// A drawing without anything on it.
const EMPTY: &str = "<xml></xml>";

/// What shapes are said in; other programs call the parts otherwise, so that each of ours tells it.
const SPACES: &str = "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";

/// Where a drawing has the shape of the note at a cell.
fn shape(drawing: &str, at: (u32, u32)) -> Option<Range<usize>> {
    let of = |name: &'static str, xml: &str, inside: &XmlElement| {
        let all = elements(xml, inside.inner.clone())?;
        all.into_iter().find(|one| one.local() == name)
    };
    let cell = |xml: &str, shape: &XmlElement| {
        let data = of("ClientData", xml, shape)?;
        let number = |name| text(xml, of(name, xml, &data)?.inner).trim().parse().ok();
        Some((number("Row")?, number("Column")?))
    };
    let Some((_, shapes)) = children(drawing) else { return plain_shape(drawing, at) };
    let mut shapes = shapes.into_iter().filter(|shape| shape.local() == "shape");
    shapes.find(|shape| cell(drawing, shape) == Some(at)).map(|shape| shape.whole)
}

/// The same in a drawing that is no XML, as old programs write it.
fn plain_shape(drawing: &str, (row, column): (u32, u32)) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(start) = drawing.get(from..)?.find("<v:shape ") {
        let start = from + start;
        let end = start + drawing.get(start..)?.find("</v:shape>")? + "</v:shape>".len();
        let own = drawing.get(start..end)?;
        let says =
            |name: &str, n: u32| own.contains(&format!("<x:{name}>{n}</x:{name}>"));
        if says("Row", row) && says("Column", column) {
            return Some(start..end);
        }
        from = end;
    }
    None
}

/// Where a note lies: beside its cell, as high as what it says.
fn anchor(cell: &MarkedCell, said: &str) -> String {
    let lines = said.lines().map(|line| line.chars().count() / LETTERS + 1);
    let lines: usize = lines.sum();
    // A row of a sheet is a line and a half high, or more.
    let rows = u32::try_from((lines * LINE).div_ceil(18)).unwrap_or(40).clamp(3, 40) + 1;
    let top = cell.row.saturating_sub(1);
    let (left, bottom) = (cell.column + 1, top + rows);
    format!("{left}, 12, {top}, 8, {}, 30, {bottom}, 4", left + 3)
}

/// A shape with room for all that is said there now.
fn with_room(shape: &str, cell: &MarkedCell, notes: &Notes) -> Option<String> {
    let said = notes.at(&cell_name(cell.row, cell.column))?;
    let said = text(&notes.xml, said.inner);
    let Some(start) = shape.find("Anchor>").map(|at| at + "Anchor>".len()) else {
        return Some(shape.to_owned());
    };
    let end = start + shape.get(start..)?.find('<')?;
    Some(format!("{}{}{}", shape.get(..start)?, anchor(cell, &said), shape.get(end..)?))
}

/// Draws a note.
fn draw(drawing: &mut String, cell: &MarkedCell, more: usize) -> Option<()> {
    let at = drawing.rfind("</xml>")?;
    let mut made = String::new();
    if !drawing.contains(&format!("id=\"{SHAPE}\"")) {
        let _ = write!(
            made,
            "<v:shapetype {SPACES} id=\"{SHAPE}\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
        );
    }
    let anchor = anchor(cell, &cell.note);
    let ground = if cell.error { "#ffe3e6" } else { "#fff5d6" };
    let (row, column) = (cell.row, cell.column);
    let _ = write!(
        made,
        "<v:shape {SPACES} id=\"_x0000_s_naskah_{row}_{column}\" type=\"#{SHAPE}\" style='position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:80pt;z-index:{};visibility:hidden' fillcolor=\"{ground}\" o:insetmode=\"auto\"><v:fill color2=\"{ground}\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        1000 + more,
    );
    drawing.insert_str(at, &made);
    Some(())
}
