//! A worksheet that came back.

mod compared;
mod remarks;
mod sheet;
mod stamp;
mod value;
mod verify;

use crate::files::{Files, NamedFile};
use crate::problem::{SheetProblem, WorksheetProblem};
use crate::tables::Key;
use crate::workspace::csv;
use crate::workspace::files::read_named;
use std::collections::BTreeMap;

use super::column::{GUIDE, SHEETS, SheetForm, TITLE};
use super::stamp::{STAMP_SHEET, Stamp};
use crate::book::grid::SheetCell;
use crate::book::{self, Book};
use crate::head::normal;
use crate::import::{Datum, Filled, Import, ImportedLayanan, Skipped};
use base::diag::{Both, Problems, counted};
use base::source::{FileId, SourceMap, Span, Spanned};
use field::domain::Periode;
use field::spm::{FillRate, Layanan, LayananCapaian};

/// What a worksheet is measured against.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Name of the daerah.
    pub daerah: &'a str,
    /// Ids of the OPDs of the workspace.
    pub opd: &'a [&'a str],
    /// The only OPD that is wanted.
    pub asked_opd: Option<&'a str>,
    /// The quarter that is wanted; any when absent.
    pub periode: Option<Periode>,
    /// Whether the quarter after it will do too: worksheets are handed out for the next one.
    pub next: bool,
    /// Services with their units.
    pub catalog: &'a [Layanan],
    /// All achievements of the workspace.
    pub capaian: &'a BTreeMap<Periode, Vec<Spanned<LayananCapaian>>>,
}

/// A worksheet without errors.
#[derive(Debug, Clone)]
pub struct Returned {
    /// Whose it is.
    pub stamp: Stamp,
    /// What it says.
    pub import: Import,
    /// How many cells it fills in, of those it asks for.
    pub filled_in: FillRate,
    /// How many are filled in once it is taken over: by it, or by what was there already.
    pub after: FillRate,
}

/// What a file turned out to be.
#[derive(Debug, Clone)]
pub enum Reading {
    /// No worksheet of naskah; something else may know it. Nothing was reported.
    Foreign,
    /// A worksheet with errors, all of them told.
    Refused,
    /// A worksheet without errors.
    Sound(Box<Returned>),
}

/// Reads the file `name`.
pub fn read_file(
    files: &dyn Files,
    name: &NamedFile,
    expected_of: &Expected<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Reading {
    if let Some(sheet) = sheet_alone(files, name) {
        let place = Span::File(sources.add(name, ""));
        let name = name.into();
        problems.add(place, WorksheetProblem::SheetAlone { name, sheet });
        return Reading::Refused;
    }
    // What cannot be opened is reported by whoever reads it next.
    let Ok(mut book) = book::open(files, name) else { return Reading::Foreign };
    if stamp_sheet(&book).is_none() && !was_worksheet(&mut book) {
        return Reading::Foreign;
    }
    read(&mut book, name, expected_of, sources, problems)
        .map_or(Reading::Refused, |readable| Reading::Sound(Box::new(readable)))
}

/// The sheet of a worksheet that was saved as CSV, where it says nothing without the others:
/// the explanations, or items whose services stand elsewhere.
fn sheet_alone(files: &dyn Files, name: &NamedFile) -> Option<String> {
    if !name.ends_in(&["csv"]) {
        return None;
    }
    let text = read_named(files, name).ok()?;
    let grid = csv::sheet_of(&text);
    let titles = || grid.cells.range((0, 0)..(TITLE_ROWS, 0)).map(|(_, cell)| cell);
    let titled = |title: &str| {
        titles().any(|c| matches!(c, SheetCell::Text(t) if normal(t) == normal(title)))
    };
    let items = SHEETS.iter().find(|form| form.per_butir && titled(form.title));
    let sheet = items.map_or(GUIDE, |form| form.nama);
    (items.is_some() || titled(TITLE)).then(|| sheet.to_owned())
}

/// The stamp's sheet, whatever other programs did to its hiding.
fn stamp_sheet(book: &Book) -> Option<String> {
    let all = book.hidden().into_iter().chain(book.sheets());
    all.into_iter().find(|name| name.trim().eq_ignore_ascii_case(STAMP_SHEET))
}

/// Whether a book without a stamp was copied from a worksheet: its first page still says so.
fn was_worksheet(book: &mut Book) -> bool {
    book.sheets().first().and_then(|sheet| book.grid(sheet).ok()).is_some_and(|grid| {
        let title = |cell: &SheetCell| matches!(cell, SheetCell::Text(t) if t == TITLE);
        grid.cells.range((0, 0)..(4, 0)).any(|(_, cell)| title(cell))
    })
}

/// The sheet of a section: by its name, or by its title when it was given another name.
fn sheet_called(book: &mut Book, form: &SheetForm) -> Option<String> {
    let sheets = book.sheets();
    let called = |sheet: &str, nama: &str| sheet.trim().eq_ignore_ascii_case(nama);
    if let Some(sheet) = sheets.iter().find(|s| called(s, form.nama)) {
        return Some(sheet.clone());
    }
    let title = normal(form.title);
    sheets.into_iter().find(|sheet| {
        let recognised = SHEETS.iter().any(|other| called(sheet, other.nama));
        !recognised
            && book.grid(sheet).is_ok_and(|grid| {
                let mut above = grid.cells.range((0, 0)..(TITLE_ROWS, 0));
                above.any(|(_, c)| matches!(c, SheetCell::Text(t) if normal(t) == title))
            })
    })
}

/// The title of a section is looked for in this many rows.
const TITLE_ROWS: u32 = 20;

/// A worksheet without errors.
fn read(
    book: &mut Book,
    name: &NamedFile,
    expected_of: &Expected<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Returned> {
    let mut found = Problems::default();
    let file = sources.add(name, "");
    let readable =
        stamp::read(book, (name, file), expected_of, &mut found).map(|stamp| {
            content(book, (name, file), stamp, expected_of, sources, &mut found)
        });
    let sound = !found.has_errors();
    problems.extend(found);
    readable.filter(|_| sound)
}

/// What is gathered from the sheets, by place in the stamp's list of services.
struct Gathered<'a> {
    stamp: &'a Stamp,
    layanan: Vec<ImportedLayanan>,
    skipped: Vec<Skipped>,
    filled_in: usize,
}

impl Gathered<'_> {
    /// The service of a code, whatever its case.
    fn look_up(&self, kode: &str) -> Option<usize> {
        let kode = kode.trim();
        self.layanan.iter().position(|l| l.kode.value.eq_ignore_ascii_case(kode))
    }

    /// The item of a service as the stamp has it; `None` for a name that is not of it.
    fn butir<'b>(&'b self, kode: &'b str, nama: &str) -> Option<&'b str> {
        let wanted = normal(nama);
        let mut items = self.called(kode);
        items.find(|butir| normal(butir) == wanted)
    }

    fn called<'b>(&'b self, kode: &'b str) -> impl Iterator<Item = &'b str> {
        let row = self.stamp.rows.iter();
        row.filter(move |(k, b)| k == kode && !b.is_empty()).map(|(_, b)| b.as_str())
    }
}

fn content(
    book: &mut Book,
    (name, file): (&NamedFile, FileId),
    stamp: Stamp,
    expected_of: &Expected<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Returned {
    let all = stamp.rows.iter().filter(|(_, butir)| butir.is_empty());
    let layanan = all
        .map(|(kode, _)| ImportedLayanan {
            kode: Spanned::new(kode.clone(), Span::File(file)),
            content: Filled::from_iter([(
                Key::OPD,
                Spanned::new(Datum::Text(stamp.opd.clone()), Span::File(file)),
            )]),
            ..ImportedLayanan::default()
        })
        .collect();
    let mut gathered =
        Gathered { stamp: &stamp, layanan, skipped: Vec::new(), filled_in: 0 };
    let there = expected_of.capaian.get(&stamp.periode).map_or(&[][..], Vec::as_slice);
    let mut read = vec![STAMP_SHEET.to_owned(), GUIDE.to_owned()];
    for form in SHEETS.iter() {
        let Some(sheet) = sheet_called(book, form) else {
            let sheet = form.nama.to_owned();
            problems
                .add(Span::File(file), WorksheetProblem::WorksheetSheetMissing { sheet });
            continue;
        };
        read.push(sheet.clone());
        match book.grid(&sheet) {
            Ok(grid) => {
                let id = sources.add(book.place(&sheet), "");
                let material = sheet::SheetInput {
                    file: id,
                    grid: &grid,
                    there,
                    catalog: expected_of.catalog,
                    capaian: expected_of.capaian,
                };
                sheet::read(form, &material, &mut gathered, problems);
            }
            Err(problem) => problems.add(Span::File(file), problem),
        }
    }
    tell_other_sheets(book, &read, sources, problems);
    let Gathered { mut layanan, skipped, filled_in, .. } = gathered;
    // Free rows are asked of nobody in particular, and yet may be filled in.
    let asked = super::column::input_cells(&stamp.rows, stamp.version).max(filled_in);
    let after = verify::keterisian(&layanan, &stamp, there);
    layanan.retain(says_anything);
    if layanan.is_empty() && !problems.has_errors() {
        let name = name.into();
        problems.add(Span::File(file), WorksheetProblem::NothingFilled { name });
    }
    let import = Import { file: name.into(), periode: stamp.periode, layanan, skipped };
    Returned {
        stamp,
        import,
        filled_in: FillRate { answered: filled_in, whole: asked },
        after,
    }
}

/// Tells of sheets with figures that are none of the worksheet's, hidden ones too.
fn tell_other_sheets(
    book: &mut Book,
    read: &[String],
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    let all = book.sheets().into_iter().chain(book.hidden());
    let others: Vec<String> = all
        .filter(|sheet| !read.iter().any(|r| sheet.trim().eq_ignore_ascii_case(r.trim())))
        .collect();
    for sheet in others {
        let Ok(grid) = book.grid(&sheet) else { continue };
        let figures = grid.cells.values().filter(|c| matches!(c, SheetCell::Number(_)));
        let figures = figures.count();
        if figures == 0 {
            continue;
        }
        let file = sources.add(book.place(&sheet), "");
        let held = Both::new(format!("{figures} angka"), counted(figures, "figure"));
        let read: Vec<&str> = SHEETS.iter().map(|form| form.nama).collect();
        let read = read.join(", ");
        problems.add(Span::File(file), SheetProblem::SheetNotRead { sheet, held, read });
    }
}

/// Whether anything is said about a service.
fn says_anything(layanan: &ImportedLayanan) -> bool {
    layanan.content.keys().any(|key| key != "opd") || !layanan.mutu.is_empty()
}
