//! One look through the parts of a workbook before anything reads them: their XML is whole, and
//! holds no more than is read in a moment. Readers trust the numbers and names that stand in it.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::grid::{MOST_COLUMNS, MOST_ROWS};

/// The largest workbook that is opened, unpacked, in bytes. An office list is a thousandth of it.
const LARGEST: u64 = 256 << 20;

/// The most elements in it: each cell has two to four, an empty one with a border has one.
const MOST_ELEMENTS: usize = 5_000_000;

/// The most bytes of one piece of it, a tag or a text: readers hold it in memory.
const LARGEST_PIECE: u64 = 32 << 20;

/// Elements that hold each other this deep; more is no work of an office program.
const DEEPEST: usize = 200;

/// The most formats, fonts and borders, and the longest tag of a format or a font in bytes:
/// programs write less, and readers keep a copy of them with each format.
const MOST_STYLES: usize = 100_000;
const LONGEST_STYLE: usize = 1_000;

/// Texts that are promised beyond those that are there, as careless programs do.
const PROMISED: u64 = 100_000;

/// Why a workbook is not read.
pub(super) enum Flaw {
    /// A part cannot be unpacked, or its XML is none.
    Damaged,
    /// The XML of a part ends before it is whole.
    Cut { part: String },
    /// It holds too many bytes, elements, or levels.
    TooBig,
    /// It names cells that no sheet has.
    Nowhere { cell: String },
    /// It promises more texts than it holds.
    Promised,
    /// Two of its sheets are one part.
    SheetTwice,
    /// Two of its parts have one name: every program would read another one.
    PartTwice { part: String },
}

/// What of a workbook was seen so far.
pub(super) struct PartsSeen {
    /// Bytes that may still come.
    left: Rc<Cell<u64>>,
    elements: usize,
    styles: usize,
    /// The parts that are sheets, and what names them.
    sheets: BTreeSet<String>,
    /// Whether a part is called XML and begins like none: under a password, or not whole.
    pub(super) veiled: bool,
}

impl PartsSeen {
    pub(super) fn new() -> Self {
        let left = Rc::new(Cell::new(LARGEST));
        Self { left, elements: 0, styles: 0, sheets: BTreeSet::new(), veiled: false }
    }

    /// Unpacks a part for real: what the archive says of its size may be a lie.
    pub(super) fn look(&mut self, name: &str, part: impl Read) -> Result<(), Flaw> {
        let piece = Rc::new(Cell::new(0));
        let bounded = Bounded { part, left: self.left.clone(), piece: piece.clone() };
        let mut part = BufReader::with_capacity(1 << 16, bounded);
        let looked = match part.fill_buf().map(|start| form(name, start)) {
            Ok(PartForm::Xml) => self.xml(name, part, &piece),
            Ok(form) => {
                self.veiled |= form == PartForm::Veiled;
                pass_over(part, &piece)
            }
            Err(_) => Err(Flaw::Damaged),
        };
        let full = self.left.get() == 0 || piece.get() > LARGEST_PIECE;
        looked.map_err(|flaw| if full { Flaw::TooBig } else { flaw })
    }

    fn xml(
        &mut self,
        name: &str,
        part: impl BufRead,
        piece: &Cell<u64>,
    ) -> Result<(), Flaw> {
        let mut reader = Reader::from_reader(part);
        let (mut depth, mut texts, mut promised) = (0_usize, 0_u64, 0_u64);
        let mut cells = CellsSeen::default();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            piece.set(0);
            let event = match reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(quick_xml::Error::Syntax(_)) => {
                    return Err(Flaw::Cut { part: name.to_owned() });
                }
                Err(_) => return Err(Flaw::Damaged),
            };
            let (Event::Start(e) | Event::Empty(e)) = &event else {
                match event {
                    Event::End(_) => {
                        depth = depth.saturating_sub(1);
                        cells.valued = false;
                    }
                    Event::Text(text) => cells.text(text.trim())?,
                    Event::Eof if depth > 0 => {
                        return Err(Flaw::Cut { part: name.to_owned() });
                    }
                    Event::Eof => break,
                    _ => {}
                }
                continue;
            };
            depth += usize::from(matches!(event, Event::Start(_)));
            self.elements += 1;
            let many = self.elements > MOST_ELEMENTS || self.styles > MOST_STYLES;
            if depth > DEEPEST || many || is_long_style(e) {
                return Err(Flaw::TooBig);
            }
            cells.element(e)?;
            match e.local_name().as_ref() {
                "row" | "c" => inside(e, "r")?,
                "dimension" | "mergeCell" | "f" => inside(e, "ref")?,
                "si" => texts += 1,
                "xf" | "font" | "fill" | "border" | "numFmt" => self.styles += 1,
                "sst" => {
                    let count = value(e, "uniqueCount").unwrap_or_default();
                    let digits = count.trim();
                    let is_number = digits.bytes().all(|b| b.is_ascii_digit());
                    // More digits than a number has are more than any file holds.
                    let number = || digits.parse().unwrap_or(u64::MAX);
                    if is_number && !digits.is_empty() {
                        promised = promised.max(number());
                    }
                }
                // Each sheet has a part of its own; one that stands for many is read as often.
                "sheet" => self.once("id", e)?,
                "Relationship" => {
                    let kind = value(e, "Type").unwrap_or_default();
                    let read = ["/worksheet", "/officeDocument"];
                    if read.iter().any(|end| kind.ends_with(end)) {
                        self.once("Target", e)?;
                    }
                }
                _ => {}
            }
        }
        if promised > texts + PROMISED { Err(Flaw::Promised) } else { Ok(()) }
    }

    fn once(&mut self, key: &str, e: &BytesStart<'_>) -> Result<(), Flaw> {
        let Some(value) = value(e, key) else { return Ok(()) };
        let file = value.rsplit(['/', '\\']).next().unwrap_or_default();
        if is_drawing(file) {
            return Err(Flaw::Damaged);
        }
        let new = self.sheets.insert(format!("{key}={}", file.to_ascii_lowercase()));
        if new { Ok(()) } else { Err(Flaw::SheetTwice) }
    }
}

/// What kind of value a cell says that it has.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum CellKind {
    #[default]
    Plain,
    /// A text in the cell itself.
    Inline,
    /// A text by its number among the shared ones.
    Shared,
}

/// The cells of a sheet as they come: one that holds another thing than it says is empty to those
/// who read it, and what stood in it would be gone without a word.
#[derive(Default)]
struct CellsSeen {
    kind: CellKind,
    /// Whether the text that comes is the value of the cell.
    valued: bool,
    /// Whether the rows of the sheet were there.
    rows: bool,
}

impl CellsSeen {
    fn element(&mut self, e: &BytesStart<'_>) -> Result<(), Flaw> {
        let well = match e.local_name().as_ref() {
            "c" => {
                self.kind = match value(e, "t").as_deref() {
                    Some("inlineStr") => CellKind::Inline,
                    Some("s") => CellKind::Shared,
                    _ => CellKind::Plain,
                };
                true
            }
            "v" => {
                self.valued = true;
                self.kind != CellKind::Inline
            }
            "is" => self.kind == CellKind::Inline,
            // A second one is passed over.
            "sheetData" => !std::mem::replace(&mut self.rows, true),
            _ => true,
        };
        if well { Ok(()) } else { Err(Flaw::Damaged) }
    }

    fn text(&self, text: &str) -> Result<(), Flaw> {
        let shared = self.valued && self.kind == CellKind::Shared;
        let number = text.bytes().all(|b| b.is_ascii_digit());
        if shared && !number { Err(Flaw::Damaged) } else { Ok(()) }
    }
}

/// Reads no more bytes than may still come, in all and in one piece.
struct Bounded<R> {
    part: R,
    left: Rc<Cell<u64>>,
    piece: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        let long = read as u64;
        self.piece.set(self.piece.get() + long);
        let left = self.left.get().checked_sub(long + 1);
        self.left.set(left.map_or(0, |left| left + 1));
        if left.is_none() || self.piece.get() > LARGEST_PIECE {
            return Err(io::Error::other("more than is read"));
        }
        Ok(read)
    }
}

/// Unpacks what is no XML: a picture, a macro.
fn pass_over(mut part: impl BufRead, piece: &Cell<u64>) -> Result<(), Flaw> {
    loop {
        piece.set(0);
        let read = part.fill_buf().map_err(|_| Flaw::Damaged)?.len();
        if read == 0 {
            return Ok(());
        }
        part.consume(read);
    }
}

/// Drawings are never read, and the old ones are written as browsers of their time took them.
fn is_drawing(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".vml", ".svg"].iter().any(|ending| name.ends_with(ending))
}

/// What a part is to those who read it.
#[derive(PartialEq)]
enum PartForm {
    Xml,
    /// Called XML, without beginning like it.
    Veiled,
    /// A picture, a drawing, a macro.
    Other,
}

fn form(name: &str, start: &[u8]) -> PartForm {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    // Nobody reads parts in UTF-16.
    let wide = [b"\xff\xfe", b"\xfe\xff"].iter().any(|mark| start.starts_with(*mark));
    let named =
        [".xml", ".rels"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
    if is_drawing(name) || wide || start.is_empty() {
        PartForm::Other
    } else if start.trim_ascii_start().starts_with(b"<") {
        PartForm::Xml
    } else if named {
        PartForm::Veiled
    } else {
        PartForm::Other
    }
}

fn is_long_style(e: &BytesStart<'_>) -> bool {
    e.len() > LONGEST_STYLE && matches!(e.local_name().as_ref(), "numFmt" | "name")
}

/// The value of an attribute by the last part of its name.
fn value(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = e.attributes();
    let mut all = all.with_checks(false).filter_map(Result::ok);
    let value = all.find(|found| found.key.local_name().as_ref() == name)?;
    value.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// So many signs of a name that is none are shown.
const SHOWN: usize = 40;

/// Whether the cells that an attribute names are cells of a sheet, the first one first: readers
/// count with their letters and digits.
fn inside(e: &BytesStart<'_>, attribute: &str) -> Result<(), Flaw> {
    let Some(value) = value(e, attribute) else { return Ok(()) };
    let places: Vec<Option<(u32, u32)>> = value.split(':').map(place).collect();
    let there = match places.as_slice() {
        [Some(_)] => true,
        [Some((top, left)), Some((bottom, right))] => top <= bottom && left <= right,
        _ => false,
    };
    if there {
        return Ok(());
    }
    Err(Flaw::Nowhere { cell: value.chars().take(SHOWN).collect() })
}

/// The row and column of a cell or, without letters, of a row, from 1.
pub(super) fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &name[..name.len() - digits.len()];
    // Longer names are cells of no sheet, and their numbers would not fit.
    if letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let letter = |c: char| c.to_digit(36).map_or(0, |n| n - 9);
    let column = letters.chars().fold(0, |column, c| column * 26 + letter(c));
    let row = digits.parse().ok()?;
    let there = (1..=MOST_ROWS).contains(&row) && column as usize <= MOST_COLUMNS;
    there.then_some((row, column))
}
