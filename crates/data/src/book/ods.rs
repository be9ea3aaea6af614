//! ODS workbooks to cells. Own code, because merged cells, percentages, formula errors and
//! repeated rows stand only in its XML.

use crate::files::NamedFile;
use crate::problem::SheetProblem;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::container::{too_big, unreadable};
use super::grid::{
    CellShown, Grid, LONGEST_TEXT, MOST_ROWS, SheetCell, iso_date, iso_time, text_cell,
};
use super::merges::{Merge, Merges};
use super::number_format::{CellLook, says_all, says_number_alone, says_percent_alone};
use super::shown_moment;
use bahasa::from_f64;
use base::diag::AnyProblem;
use jiff::civil::{Date, DateTime, Time};

/// An open ODS workbook.
pub(crate) struct Ods {
    content: String,
    /// The sheets in their order.
    sheets: Vec<OdsSheet>,
    /// The styles of cells that show their numbers with a power of ten.
    powers: BTreeSet<String>,
}

/// A sheet of it.
struct OdsSheet {
    name: String,
    /// Whether it can be seen.
    visible: bool,
    /// Where it begins in the content, behind its first tag.
    start: usize,
}

impl Ods {
    /// Opens a workbook. The container was checked before.
    pub(super) fn new(bytes: Vec<u8>, name: &NamedFile) -> Result<Self, AnyProblem> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(name))?;
        let mut text = |part: &str| {
            let mut text = String::new();
            zip.by_name(part).ok()?.read_to_string(&mut text).ok()?;
            Some(text)
        };
        if text("META-INF/manifest.xml").is_some_and(|m| m.contains("encryption-data")) {
            return Err(SheetProblem::SheetLocked { name: name.into() }.into());
        }
        let is_sheet = text("mimetype").is_some_and(|m| m.contains("spreadsheet"));
        let content = text("content.xml").filter(|_| is_sheet);
        let mut content = content
            .ok_or_else(|| unreadable(name, "bukan berkas ODS", "it is no ODS file"))?;
        // Places in it are counted from its first sign.
        if content.starts_with('\u{feff}') {
            content.drain(..'\u{feff}'.len_utf8());
        }
        // What does not begin like XML was not looked through.
        if !content.trim_start().starts_with('<') {
            return Err(damaged(name));
        }
        let sheets = sheets(&content).ok_or_else(|| damaged(name))?;
        let powers = powers(&content);
        Ok(Self { content, sheets, powers })
    }

    /// The names of the sheets that can be seen, or of those that cannot.
    pub(super) fn names(&self, visible: bool) -> Vec<String> {
        let wanted = self.sheets.iter().filter(|sheet| sheet.visible == visible);
        wanted.map(|sheet| sheet.name.clone()).collect()
    }

    /// The cells of a sheet; `name` is the file's, for messages.
    pub(super) fn grid(&self, name: &NamedFile, sheet: &str) -> Result<Grid, AnyProblem> {
        let found = self.sheets.iter().find(|own| own.name == sheet);
        let text = found.and_then(|found| self.content.get(found.start..));
        let mut reader = Reader::from_str(text.ok_or_else(|| damaged(name))?);
        // Its first tag was read when the sheets were looked for.
        reader.config_mut().allow_unmatched_ends = true;
        let table = OdsTable {
            reader,
            grid: Grid::default(),
            merges: Vec::new(),
            powers: &self.powers,
            columns: Vec::new(),
        };
        table.read(name)
    }
}

fn damaged(name: &NamedFile) -> AnyProblem {
    unreadable(name, "isinya rusak", "its contents are damaged")
}

/// The value of an attribute, entities resolved.
fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = e.try_get_attribute(name).ok()??;
    found.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A number of rows or columns, 1 where it is not said or 0. What is no number or has more digits
/// than one has is more than any sheet.
fn number(e: &BytesStart<'_>, name: &str) -> u32 {
    attribute(e, name).map_or(1, |n| n.trim().parse().unwrap_or(u32::MAX).max(1))
}

/// The sheets, which their styles show or hide; `None` for what is no XML.
fn sheets(content: &str) -> Option<Vec<OdsSheet>> {
    let mut reader = Reader::from_str(content);
    let (mut style, mut hidden, mut found) = (String::new(), BTreeSet::new(), Vec::new());
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().ok()?;
        let e = match &event {
            Event::Start(e) | Event::Empty(e) => e,
            Event::End(e) => {
                depth -= usize::from(e.name().as_ref() == "table:table");
                continue;
            }
            Event::Eof => return Some(found),
            _ => continue,
        };
        match e.name().as_ref() {
            "style:style" => style = attribute(e, "style:name").unwrap_or_default(),
            "style:table-properties"
                if attribute(e, "table:display").as_deref() == Some("false") =>
            {
                hidden.insert(style.clone());
            }
            "table:table" => {
                let visible = attribute(e, "table:style-name")
                    .is_none_or(|style| !hidden.contains(&style));
                let start = usize::try_from(reader.buffer_position()).ok()?;
                // A table inside a cell is no sheet.
                if depth == 0
                    && let Some(name) = attribute(e, "table:name")
                {
                    found.push(OdsSheet { name, visible, start });
                }
                depth += usize::from(matches!(event, Event::Start(_)));
            }
            _ => {}
        }
    }
}

/// The styles of cells whose format asks for a power of ten. Programs write a long number with one
/// as well, where nothing was asked for.
fn powers(content: &str) -> BTreeSet<String> {
    let mut reader = Reader::from_str(content);
    let (mut format, mut formats, mut found) =
        (String::new(), BTreeSet::new(), BTreeSet::new());
    loop {
        let Ok(event) = reader.read_event() else { return found };
        let (Event::Start(e) | Event::Empty(e)) = &event else {
            if matches!(event, Event::Eof) {
                return found;
            }
            continue;
        };
        match e.name().as_ref() {
            "number:number-style" => {
                format = attribute(e, "style:name").unwrap_or_default();
            }
            "number:scientific-number" => {
                formats.insert(std::mem::take(&mut format));
            }
            "style:style" => {
                let of = attribute(e, "style:data-style-name");
                let name = attribute(e, "style:name");
                found.extend(name.filter(|_| of.is_some_and(|of| formats.contains(&of))));
            }
            "table:table" => return found,
            _ => {}
        }
    }
}

/// Reads the rows of one table.
struct OdsTable<'a> {
    reader: Reader<&'a [u8]>,
    grid: Grid,
    merges: Vec<Merge>,
    powers: &'a BTreeSet<String>,
    /// Where each run of columns ends, and the style of its cells that have none.
    columns: Vec<(u32, Option<String>)>,
}

impl OdsTable<'_> {
    fn read(mut self, name: &NamedFile) -> Result<Grid, AnyProblem> {
        let (mut row, mut column, mut repeat) = (0_u32, 0_u32, 1_u32);
        loop {
            match self.reader.read_event() {
                Ok(Event::Start(e)) => match e.name().as_ref() {
                    "table:table-row" => {
                        (column, repeat) = (0, number(&e, "table:number-rows-repeated"));
                    }
                    "table:table-cell" => {
                        let text = self.text().ok_or_else(|| damaged(name))?;
                        self.put(&e, &text, (row, repeat), &mut column)
                            .ok_or_else(|| too_big(name))?;
                    }
                    "table:covered-table-cell" => {
                        self.text().ok_or_else(|| damaged(name))?;
                        column = column.saturating_add(wide(&e));
                    }
                    // Drawings hold tables and texts of their own.
                    "table:shapes" => {
                        self.text().ok_or_else(|| damaged(name))?;
                    }
                    _ => {}
                },
                Ok(Event::Empty(e)) => match e.name().as_ref() {
                    "table:table-column" => {
                        let last = self.columns.last().map_or(0, |(end, _)| *end);
                        let style = attribute(&e, "table:default-cell-style-name");
                        self.columns.push((last.saturating_add(wide(&e)), style));
                    }
                    "table:table-row" => {
                        let rows = number(&e, "table:number-rows-repeated");
                        row = row.saturating_add(rows);
                    }
                    "table:table-cell" => {
                        self.put(&e, "", (row, repeat), &mut column)
                            .ok_or_else(|| too_big(name))?;
                    }
                    "table:covered-table-cell" => {
                        column = column.saturating_add(wide(&e));
                    }
                    _ => {}
                },
                Ok(Event::End(e)) => match e.name().as_ref() {
                    "table:table-row" => row = row.saturating_add(repeat),
                    "table:table" => {
                        let merges = Merges::new(self.merges);
                        self.grid.merges = merges.ok_or_else(|| too_big(name))?;
                        return Ok(self.grid);
                    }
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => return Err(damaged(name)),
                Ok(_) => {}
            }
        }
    }

    /// The text of the cell whose start was just read, to its end: its paragraphs, one a line,
    /// without notes and drawings.
    fn text(&mut self) -> Option<String> {
        // What is too long is seen when the cell is kept; until then it is read and forgotten.
        let is_short = |text: &String| text.len() <= LONGEST_TEXT;
        let (mut text, mut depth, mut paragraphs) = (String::new(), 0_usize, 0);
        // How deep a note or drawing began.
        let mut aside: Option<usize> = None;
        loop {
            match self.reader.read_event().ok()? {
                Event::Start(e) => {
                    match e.name().as_ref() {
                        "text:p" if depth == 0 => {
                            if paragraphs > 0 && is_short(&text) {
                                text.push('\n');
                            }
                            paragraphs += 1;
                        }
                        name if name.starts_with("text:") => {}
                        // No program shows the rows of a table inside a cell.
                        "table:table" if aside.is_none() => return None,
                        _ if aside.is_none() => aside = Some(depth),
                        _ => {}
                    }
                    depth += 1;
                }
                Event::Empty(e) if aside.is_none() && is_short(&text) => {
                    match e.name().as_ref() {
                        "text:s" => {
                            let count = number(&e, "text:c").min(1000);
                            text.extend(std::iter::repeat_n(' ', count as usize));
                        }
                        "text:tab" => text.push('\t'),
                        "text:line-break" => text.push('\n'),
                        _ => {}
                    }
                }
                Event::End(_) => {
                    let Some(less) = depth.checked_sub(1) else { return Some(text) };
                    depth = less;
                    if aside == Some(depth) {
                        aside = None;
                    }
                }
                Event::Text(part) if aside.is_none() && depth > 0 && is_short(&text) => {
                    text.push_str(&part);
                }
                Event::GeneralRef(entity) if aside.is_none() && depth > 0 => {
                    let resolved = resolved(&entity)?;
                    if is_short(&text) {
                        text.push_str(&resolved);
                    }
                }
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    /// Keeps a cell, as often as it stands there; `None` when that is too often.
    fn put(
        &mut self,
        e: &BytesStart<'_>,
        text: &str,
        (row, rows): (u32, u32),
        column: &mut u32,
    ) -> Option<()> {
        if text.len() > LONGEST_TEXT {
            return None;
        }
        let columns = wide(e);
        let (left, right) = (*column, column.saturating_add(columns));
        *column = right;
        let down = number(e, "table:number-rows-spanned");
        let across = number(e, "table:number-columns-spanned");
        if down > 1 || across > 1 {
            self.merges.push(Merge {
                top: row,
                bottom: row.saturating_add(down.saturating_sub(1)),
                left,
                right: left.saturating_add(across.saturating_sub(1)),
            });
        }
        let Some(cell) = cell(e, text) else { return Some(()) };
        // From there on numbers are counted no further.
        if row >= MOST_ROWS || left == u32::MAX {
            return None;
        }
        let shown = match &cell {
            SheetCell::Number(_) if self.has_power(e, left) => {
                Some(CellShown::Text(indonesian(text.trim())))
            }
            _ => shown(e, &cell, text),
        };
        for row in row..row.saturating_add(rows) {
            for column in left..right {
                self.grid.put((row, column), Some(cell.clone())).then_some(())?;
                if let Some(shown) = &shown {
                    self.grid.shown.insert((row, column), shown.clone());
                }
            }
        }
        Some(())
    }
}

impl OdsTable<'_> {
    /// Whether a cell shows its number with a power of ten.
    fn has_power(&self, e: &BytesStart<'_>, column: u32) -> bool {
        let of_column = || {
            let mut runs = self.columns.iter();
            runs.find(|(end, _)| column < *end).and_then(|(_, style)| style.clone())
        };
        let style = attribute(e, "table:style-name").or_else(of_column);
        style.is_some_and(|style| self.powers.contains(&style))
    }
}

/// A shown number with the decimal comma, whatever language the program spoke.
fn indonesian(text: &str) -> String {
    if text.contains(',') { text.to_owned() } else { text.replace('.', ",") }
}

fn wide(e: &BytesStart<'_>) -> u32 {
    number(e, "table:number-columns-repeated")
}

fn resolved(entity: &BytesRef<'_>) -> Option<String> {
    if let Some(c) = entity.resolve_char_ref().ok()? {
        return Some(c.to_string());
    }
    let name: &str = entity;
    quick_xml::escape::resolve_xml_entity(name).map(str::to_owned)
}

/// What a cell shows beyond what it holds. Its text stands in the file, in whatever language the
/// program that wrote it spoke: what says the value alone is left to the value.
fn shown(e: &BytesStart<'_>, cell: &SheetCell, text: &str) -> Option<CellShown> {
    let own = || Some(CellShown::Text(text.trim().to_owned()));
    match cell {
        SheetCell::Number(n) if says_number_alone(text) && says_all(text, n) => None,
        SheetCell::Number(_) => own(),
        SheetCell::Percent(_) if !says_percent_alone(text) => own(),
        SheetCell::Date(_) => {
            let when = attribute(e, "office:date-value")?;
            let when: DateTime =
                when.parse().or_else(|_| when.parse::<Date>().map(Into::into)).ok()?;
            match shown_moment::look(text, when) {
                CellLook::Moment if when.time() != Time::midnight() => {
                    Some(CellShown::Moment(when))
                }
                CellLook::Clock => Some(CellShown::Clock(when.time())),
                CellLook::Text(_) => own(),
                _ => None,
            }
        }
        SheetCell::Time(time) => {
            let when = DateTime::from_parts(Date::constant(1899, 12, 30), *time);
            let alone = shown_moment::look(text, when) == CellLook::Clock;
            if alone { None } else { own() }
        }
        // A format may put words around a text, or hide it.
        SheetCell::Text(held) => {
            attribute(e, "office:string-value")?;
            let words =
                |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            if words(held) == words(text) { None } else { own() }
        }
        _ => None,
    }
}

/// What a number shows that stands for yes and no.
fn yes_or_no(text: &str) -> Option<bool> {
    const WORDS: [(&str, bool); 4] =
        [("TRUE", true), ("FALSE", false), ("BENAR", true), ("SALAH", false)];
    WORDS.iter().find(|(word, _)| *word == text.trim()).map(|(_, yes)| *yes)
}

/// What a cell holds, by the type it names.
fn cell(e: &BytesStart<'_>, text: &str) -> Option<SheetCell> {
    let value = |name: &str| attribute(e, name);
    if value("calcext:value-type").as_deref() == Some("error") {
        let shown = if text.is_empty() { "Err" } else { text };
        return Some(SheetCell::Error(shown.to_owned()));
    }
    let number = || from_f64(value("office:value")?.parse().ok()?);
    match value("office:value-type").as_deref() {
        // LibreOffice turns the yes and no of an XLSX into the numbers behind them.
        Some("float") if yes_or_no(text).is_some() => {
            yes_or_no(text).map(SheetCell::Bool)
        }
        Some("float" | "currency") => number().map(SheetCell::Number),
        Some("percentage") => number().map(SheetCell::Percent),
        Some("boolean") => Some(SheetCell::Bool(
            value("office:boolean-value").as_deref() == Some("true"),
        )),
        Some("date") => value("office:date-value").map(|t| iso_date(&t)),
        Some("time") => value("office:time-value").map(|t| match iso_time(&t) {
            // More hours than a day has are what the cell shows.
            SheetCell::Text(_) if !text.is_empty() => SheetCell::Text(text.to_owned()),
            time => time,
        }),
        Some(_) => {
            text_cell(&value("office:string-value").unwrap_or_else(|| text.to_owned()))
        }
        None if !text.is_empty() => text_cell(text),
        None => e
            .try_get_attribute("table:formula")
            .is_ok_and(|f| f.is_some())
            .then_some(SheetCell::NoResult),
    }
}
