//! Workbooks (XLSX and ODS) to cells with their places.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{
    Data, Dimensions, ExcelDateTime, Ods, OdsError, Reader, Sheet, SheetType,
    SheetVisible, Xlsx, XlsxError,
};
use jiff::civil::{Date, Time};
use num_rational::BigRational;

use super::files;
use crate::diag::{Both, Problem};

/// What one cell holds. A cell without anything is not kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// A text, without blanks around it.
    Text(String),
    /// A number, exactly.
    Number(BigRational),
    /// Yes or no.
    Bool(bool),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// `#N/A` and its like.
    Error(String),
    /// A formula that was saved without what it gives.
    NoResult,
}

/// The cells of one sheet by row and column.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The cells that hold something.
    pub(crate) cells: BTreeMap<(u32, u32), Cell>,
    /// Cells merged downwards: the first row, the last, and the column.
    pub(crate) merges: Vec<(u32, u32, u32)>,
}

type Bytes = Cursor<Vec<u8>>;

/// An open workbook.
pub(crate) enum Book {
    Xlsx(Box<Xlsx<Bytes>>),
    Ods(Box<Ods<Bytes>>),
}

/// The largest workbook that is opened, unpacked. An office list is a thousandth of it.
const LARGEST: u64 = 256 << 20;
/// The most cells taken from one sheet.
const MOST_CELLS: usize = 1_000_000;

/// Opens a workbook by the ending of its name.
pub(crate) fn open(path: &Path, name: &str) -> Result<Book, Problem> {
    let bytes = std::fs::read(path).map_err(|error| Problem::CannotRead {
        name: name.to_owned(),
        why: Both::io(&error),
    })?;
    // The container that Excel wraps around a workbook with a password, and the old `.xls`.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Problem::SheetLocked { name: name.to_owned() });
    }
    let broken = |_| unreadable(name, "bukan berkas lembar sebar", "it is no workbook");
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).map_err(broken)?;
    let mut size = 0_u64;
    for n in 0..zip.len() {
        size = size.saturating_add(zip.by_index_raw(n).map_err(broken)?.size());
    }
    if size > LARGEST {
        return Err(too_big(name));
    }
    if files::has_ending(name, "ods") {
        let book = Ods::new(Cursor::new(bytes)).map_err(|e| of_ods(name, &e))?;
        return Ok(Book::Ods(Box::new(book)));
    }
    let book = Xlsx::new(Cursor::new(bytes)).map_err(|e| of_xlsx(name, &e))?;
    Ok(Book::Xlsx(Box::new(book)))
}

impl Book {
    /// The names of the sheets that can be seen, in their order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        let all = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let seen = |sheet: &&Sheet| {
            sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
        };
        all.iter().filter(seen).map(|sheet| sheet.name.clone()).collect()
    }

    /// The names of the sheets that cannot be seen, in their order.
    pub(crate) fn hidden(&self) -> Vec<String> {
        let seen = self.sheets();
        let all = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let names = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        names
            .map(|sheet| sheet.name.clone())
            .filter(|name| !seen.contains(name))
            .collect()
    }

    /// The cells of a sheet; `name` is the file's, for messages.
    pub(crate) fn grid(&mut self, name: &str, sheet: &str) -> Result<Grid, Problem> {
        let mut grid = Grid::default();
        match self {
            Self::Xlsx(book) => {
                grid.merges = merges(
                    &book
                        .merge_cells_by_sheet_name(sheet)
                        .map_err(|e| of_xlsx(name, &e))?,
                );
                let mut cells =
                    book.worksheet_cells_reader(sheet).map_err(|e| of_xlsx(name, &e))?;
                // Cell by cell: a range of all of them would take the room of the empty ones.
                while let Some(found) =
                    cells.next_cell_with_formula().map_err(|e| of_xlsx(name, &e))?
                {
                    let formula = found.formula.is_some();
                    grid.put(found.pos, &Data::from(found.value), formula);
                    if grid.cells.len() > MOST_CELLS {
                        return Err(too_big(name));
                    }
                }
            }
            Self::Ods(book) => {
                let range = book.worksheet_range(sheet).map_err(|e| of_ods(name, &e))?;
                let (top, left) = range.start().unwrap_or_default();
                for (row, column, value) in range.used_cells() {
                    let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                    let place =
                        (top.saturating_add(at(row)), left.saturating_add(at(column)));
                    grid.put(place, value, false);
                    if grid.cells.len() > MOST_CELLS {
                        return Err(too_big(name));
                    }
                }
            }
        }
        Ok(grid)
    }
}

impl Grid {
    fn put(&mut self, place: (u32, u32), value: &Data, formula: bool) {
        let cell = match value {
            Data::Empty if formula => Some(Cell::NoResult),
            _ => cell(value),
        };
        if let Some(cell) = cell {
            self.cells.insert(place, cell);
        }
    }
}

fn merges(all: &[Dimensions]) -> Vec<(u32, u32, u32)> {
    let down = all.iter().filter(|d| d.end.0 > d.start.0);
    down.map(|d| (d.start.0, d.end.0, d.start.1)).collect()
}

fn cell(value: &Data) -> Option<Cell> {
    match value {
        Data::Empty => None,
        Data::Int(n) => Some(Cell::Number(BigRational::from_integer((*n).into()))),
        Data::Float(n) => crate::bahasa::dari_f64(*n).map(Cell::Number),
        Data::Bool(yes) => Some(Cell::Bool(*yes)),
        Data::DateTime(when) => Some(date(*when)),
        Data::DateTimeIso(text) => Some(iso_date(text)),
        Data::DurationIso(text) => Some(iso_time(text)),
        Data::Error(error) => Some(Cell::Error(error.to_string())),
        Data::String(text) => {
            let text = text.trim();
            let error = ERRORS.contains(&text) || text.starts_with("Err:");
            match (text.is_empty(), error) {
                (true, _) => None,
                (false, true) => Some(Cell::Error(text.to_owned())),
                (false, false) => Some(Cell::Text(text.to_owned())),
            }
        }
    }
}

/// LibreOffice writes these as texts.
const ERRORS: [&str; 7] =
    ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"];

fn date(when: ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, _, _) = when.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).unwrap_or(0);
    if when.as_f64() < 1.0 {
        let time = Time::new(small(hour), small(minute), 0, 0);
        return time.map_or_else(|_| Cell::Error("#NUM!".to_owned()), Cell::Time);
    }
    Date::new(i16::try_from(year).unwrap_or(0), small(month), small(day))
        .map_or_else(|_| Cell::Error("#NUM!".to_owned()), Cell::Date)
}

fn iso_date(text: &str) -> Cell {
    let day = text.split('T').next().unwrap_or(text);
    day.parse().map_or_else(|_| Cell::Text(text.to_owned()), Cell::Date)
}

/// `PT08H30M00S` is half past eight.
fn iso_time(text: &str) -> Cell {
    let time = text.strip_prefix("PT").and_then(|rest| {
        let (hour, rest) = rest.split_once('H')?;
        let (minute, _) = rest.split_once('M')?;
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    });
    time.map_or_else(|| Cell::Text(text.to_owned()), Cell::Time)
}

fn unreadable(name: &str, id: &'static str, en: &'static str) -> Problem {
    Problem::SheetUnreadable { name: name.to_owned(), why: Both::new(id, en) }
}

fn too_big(name: &str) -> Problem {
    unreadable(name, "isinya terlalu besar", "it holds too much")
}

fn of_xlsx(name: &str, error: &XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::SheetLocked { name: name.to_owned() },
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            unreadable(name, "bukan berkas XLSX", "it is no XLSX file")
        }
        _ => unreadable(name, "isinya rusak", "its contents are damaged"),
    }
}

fn of_ods(name: &str, error: &OdsError) -> Problem {
    match error {
        OdsError::Password => Problem::SheetLocked { name: name.to_owned() },
        OdsError::InvalidMime(_) | OdsError::FileNotFound(_) => {
            unreadable(name, "bukan berkas ODS", "it is no ODS file")
        }
        OdsError::CellLimitExceeded { .. } => too_big(name),
        _ => unreadable(name, "isinya rusak", "its contents are damaged"),
    }
}
