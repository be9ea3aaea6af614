//! Workbooks (XLSX and ODS) to cells with their places.

mod container;
pub(crate) mod grid;
pub(crate) mod look;
pub(crate) mod mark;
pub(crate) mod merges;
mod number_format;
mod ods;
mod parts;
mod shown_moment;
mod system;

pub use system::of_unix;

use crate::files::{Files, NamedFile};
use crate::problem::{FileProblem, SheetProblem};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{
    Data, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError,
};
use jiff::civil::{Date, DateTime, Time};
use num_rational::BigRational;

use base::diag::{AnyProblem, Both};
use container::{Container, unreadable};
use grid::{CellShown, Grid, SheetCell, hours, iso_date, iso_time, text_cell};
use merges::{Merge, Merges};
use number_format::CellLook;
use ods::Ods;

pub(crate) type Bytes = Cursor<Vec<u8>>;

/// An open workbook.
pub(crate) struct Book {
    /// What its problems are told of.
    path: NamedFile,
    form: BookForm,
    /// The sum that the list of problems of a marked copy tells, which is none of its sheets.
    sealed: Option<String>,
}

enum BookForm {
    Xlsx(Box<Xlsx<Bytes>>),
    Ods(Box<Ods>),
}

/// Opens a workbook file.
pub(crate) fn open(files: &dyn Files, path: &NamedFile) -> Result<Book, AnyProblem> {
    let bytes = files.read(path).map_err(|error| FileProblem::CannotRead {
        name: path.into(),
        why: Both::io(&error),
    })?;
    of_bytes(bytes, path)
}

/// Opens a workbook by what it holds, whatever the ending of its name says.
pub(crate) fn of_bytes(bytes: Vec<u8>, path: &NamedFile) -> Result<Book, AnyProblem> {
    let form = match container::kind(&bytes, path)? {
        Container::Ods => BookForm::Ods(Box::new(Ods::new(bytes, path)?)),
        Container::Xlsx => {
            let book = Xlsx::new(Cursor::new(bytes)).map_err(|e| of_xlsx(path, &e))?;
            BookForm::Xlsx(Box::new(book))
        }
    };
    let mut book = Book { path: path.clone(), form, sealed: None };
    let mut names = BTreeSet::new();
    let all = book.sheets().into_iter().chain(book.hidden());
    // By its name alone the second one would never be read.
    if all.into_iter().any(|name| !names.insert(name.to_lowercase())) {
        let told = ("dua lembarnya bernama sama", "two of its sheets have one name");
        return Err(unreadable(path, told.0, told.1));
    }
    if names.contains(&mark::TITLE.to_lowercase()) {
        book.sealed = book.grid(mark::TITLE).ok().as_ref().and_then(mark::told_seal);
    }
    Ok(book)
}

impl Book {
    /// The names of the sheets that can be seen, in their order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.names(true)
    }

    /// The names of the hidden sheets.
    pub(crate) fn hidden(&self) -> Vec<String> {
        self.names(false)
    }

    /// What messages call a sheet of it.
    pub(crate) fn place(&self, sheet: &str) -> String {
        format!("{}!{sheet}", self.path)
    }

    /// Whether it is an XLSX.
    fn is_xlsx(&self) -> bool {
        matches!(self.form, BookForm::Xlsx(_))
    }

    fn names(&self, visible: bool) -> Vec<String> {
        let mut names = self.all_names(visible);
        if self.sealed.is_some() {
            names.retain(|name| name != mark::TITLE);
        }
        names
    }

    fn all_names(&self, visible: bool) -> Vec<String> {
        match &self.form {
            BookForm::Xlsx(book) => {
                let all = book.sheets_metadata().iter();
                let wanted = all.filter(|sheet| {
                    sheet.typ == SheetType::WorkSheet
                        && (sheet.visible == SheetVisible::Visible) == visible
                });
                wanted.map(|sheet| sheet.name.clone()).collect()
            }
            BookForm::Ods(book) => book.names(visible),
        }
    }

    /// The cells of a sheet.
    pub(crate) fn grid(&mut self, sheet: &str) -> Result<Grid, AnyProblem> {
        match &mut self.form {
            BookForm::Xlsx(book) => of_sheet(book, sheet).map_err(|e| match e {
                Stop::TooBig => container::too_big(&self.path),
                Stop::Twice => damaged(&self.path),
                Stop::Xlsx(e) => of_xlsx(&self.path, &e),
            }),
            BookForm::Ods(book) => book.grid(&self.path, sheet),
        }
    }
}

/// Why the cells of an XLSX sheet cannot be had.
enum Stop {
    TooBig,
    /// Two cells are in one place.
    Twice,
    Xlsx(XlsxError),
}

impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Self {
        Self::Xlsx(error)
    }
}

fn of_sheet(book: &mut Xlsx<Bytes>, sheet: &str) -> Result<Grid, Stop> {
    let merged = book.merge_cells_by_sheet_name(sheet)?.into_iter().map(|merged| {
        let ((top, left), (bottom, right)) = (merged.start, merged.end);
        Merge { top, bottom, left, right }
    });
    let mut grid = Grid::merged(Merges::new(merged.collect()).ok_or(Stop::TooBig)?);
    let mut cells = book.worksheet_cells_reader(sheet)?;
    let percents: Vec<bool> = cells.styles().iter().map(is_percent).collect();
    let codes: Vec<String> = cells.styles().iter().map(code).collect();
    let mut moments: BTreeMap<(u32, u32), ExcelDateTime> = BTreeMap::new();
    // Cell by cell: a range of all of them would take the room of the empty ones.
    // Formulas that many cells share stay as they are written: what is asked is whether there is
    // one, and the number of a shared one may be forged.
    while let Some(found) = cells.next_cell_with_formula_metadata()? {
        let formula = found.formula.is_some();
        let data = Data::from(found.value);
        if let Data::DateTime(when) = &data {
            moments.insert(found.pos, *when);
        }
        let value = match data {
            Data::Empty if formula => Some(SheetCell::NoResult),
            value => cell(&value),
        };
        // Of two cells in one place one would be gone.
        if value.is_some() && grid.cells.contains_key(&found.pos) {
            return Err(Stop::Twice);
        }
        if !grid.put(found.pos, value) {
            return Err(Stop::TooBig);
        }
    }
    drop(cells);
    let mut styles = book.worksheet_cells_reader(sheet)?;
    while let Some((row, column, style)) = styles.next_style_id()? {
        let place = (row, column);
        let (Some(found), Some(code)) = (grid.cells.get(&place), codes.get(style)) else {
            continue;
        };
        if let Some(shown) = shown(found, code, moments.get(&place)) {
            grid.shown.insert(place, shown);
        }
        if let SheetCell::Number(n) = found
            && percents.get(style) == Some(&true)
        {
            let percent = SheetCell::Percent(n.clone());
            grid.cells.insert(place, percent);
        }
    }
    Ok(grid)
}

fn code(style: &Style) -> String {
    /// The longest format that a spreadsheet program writes.
    const LONGEST: usize = 255;
    let code = style.number_format.as_ref().map(|f| f.format_code.as_str());
    code.map(|code| code.chars().take(LONGEST).collect()).unwrap_or_default()
}

/// What a cell shows beyond what it holds.
fn shown(
    found: &SheetCell,
    code: &str,
    when: Option<&ExcelDateTime>,
) -> Option<CellShown> {
    let look = match (found, when) {
        (SheetCell::Number(n), _) => number_format::of_number(code, n),
        (SheetCell::Text(_) | SheetCell::Date(_) | SheetCell::Time(_), Some(when))
            if code.is_empty() =>
        {
            moment(*when)
                .filter(|at| when.as_f64() >= 1.0 && at.time() != Time::midnight())
                .map_or(CellLook::Value, |_| CellLook::Moment)
        }
        (SheetCell::Text(_) | SheetCell::Date(_) | SheetCell::Time(_), Some(when)) => {
            let serial = bahasa::from_f64(when.as_f64())?;
            number_format::of_moment(code, moment(*when)?, &serial)
        }
        (SheetCell::Text(text), None) => number_format::of_text(code, text)?,
        _ => return None,
    };
    let at = when.and_then(|when| moment(*when));
    Some(match (look, found) {
        (CellLook::Text(text), _) => CellShown::Text(text),
        (CellLook::Unknown, _) => CellShown::Unknown(code.to_owned()),
        (CellLook::Moment, _) => {
            CellShown::Moment(at.filter(|at| at.time() != Time::midnight())?)
        }
        // A day whose format shows its hour alone.
        (CellLook::Clock, SheetCell::Date(_)) => CellShown::Clock(at?.time()),
        _ => return None,
    })
}

/// A day with its hour, to the second.
fn moment(when: ExcelDateTime) -> Option<DateTime> {
    let (year, month, day, hour, minute, second, milli) = when.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).unwrap_or(0);
    let (year, nanos) = (i16::try_from(year).ok()?, i32::from(milli) * 1_000_000);
    let time = (small(hour), small(minute), small(second));
    DateTime::new(year, small(month), small(day), time.0, time.1, time.2, nanos)
        .and_then(|when| when.round(jiff::Unit::Second))
        .ok()
}

/// Whether a format shows a number as a percentage.
fn is_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let (mut quoted, mut escaped) = (false, false);
    for c in format.format_code.chars() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' => escaped = true,
            '%' => return true,
            _ => {}
        }
    }
    false
}

fn cell(value: &Data) -> Option<SheetCell> {
    match value {
        Data::Empty => None,
        Data::Int(n) => Some(SheetCell::Number(BigRational::from_integer((*n).into()))),
        // What is written there is no number that anybody can have.
        Data::Float(n) => Some(
            bahasa::from_f64(*n)
                .map_or_else(|| SheetCell::Error("#NUM!".to_owned()), SheetCell::Number),
        ),
        Data::Bool(yes) => Some(SheetCell::Bool(*yes)),
        Data::DateTime(when) => Some(date(*when)),
        Data::DateTimeIso(text) => Some(iso_date(text)),
        Data::DurationIso(text) => Some(iso_time(text)),
        Data::Error(error) => Some(SheetCell::Error(error.to_string())),
        Data::String(text) => text_cell(text),
    }
}

/// Minutes of a day.
const DAY: f64 = 1440.0;

fn date(when: ExcelDateTime) -> SheetCell {
    let number = || SheetCell::Error("#NUM!".to_owned());
    if when.is_duration() && when.as_f64() >= 1.0 {
        // More hours than a day has, as a sheet shows them: "30:15".
        #[allow(clippy::cast_possible_truncation)]
        let seconds = (when.as_f64() * DAY * 60.0).round() as i64;
        return SheetCell::Text(hours(seconds));
    }
    if (0.0..1.0).contains(&when.as_f64()) {
        // Half past eight is stored a little above or below: to the nearest second, and from
        // there down, as a sheet shows it.
        #[allow(clippy::cast_possible_truncation)]
        let minutes = ((when.as_f64() * DAY * 60.0).round() as i32 / 60).min(1439);
        let part = |n: i32| i8::try_from(n).unwrap_or(0);
        return Time::new(part(minutes / 60), part(minutes % 60), 0, 0)
            .map_or_else(|_| number(), SheetCell::Time);
    }
    let (year, month, day, ..) = when.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).unwrap_or(0);
    Date::new(i16::try_from(year).unwrap_or(0), small(month), small(day))
        .map_or_else(|_| number(), SheetCell::Date)
}

fn of_xlsx(path: &NamedFile, error: &XlsxError) -> AnyProblem {
    match error {
        XlsxError::Password => SheetProblem::SheetLocked { name: path.into() }.into(),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            unreadable(path, "bukan berkas XLSX", "it is no XLSX file")
        }
        _ => damaged(path),
    }
}

fn damaged(path: &NamedFile) -> AnyProblem {
    unreadable(path, "isinya rusak", "its contents are damaged")
}
