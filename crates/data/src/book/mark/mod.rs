//! A copy of a workbook in which problems are marked: cells in red or yellow with a note each, and
//! a sheet that lists them. All else in it stays the bytes that it was.

mod cells;
mod list;
mod notes;
mod package;
mod styles;
mod xml;

pub(crate) use list::TITLE;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Book;
use super::grid::{Grid, SheetCell};
use super::parts::place;
use crate::files::NamedFile;
use base::diag::{Lang, Severity, Told};
use cells::MarkedCell;
use package::{Declaring, Package};
use xml::{Edits, children, elements, escaped};

/// The namespace of workbooks, sheets, styles and notes.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What a sheet is, for the list of parts.
const SHEET: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/// A problem on the list.
pub(super) struct ListedProblem<'t> {
    told: &'t Told,
    /// The sheet, or the place in another file.
    place: &'t str,
    /// The sheet and the cell that it is about, where they are in this workbook.
    to: Option<(&'t str, &'t str)>,
}

/// A marked workbook.
pub struct Marked {
    /// The file.
    pub bytes: Vec<u8>,
    /// Cells that are marked.
    pub cells: usize,
}

/// A workbook with its problems marked, and with those of other files on its list. Marks of before
/// are taken away. `None` for one that is no XLSX, or whose parts are not what every program
/// writes.
pub fn marked(
    (bytes, name): (Vec<u8>, &NamedFile),
    problems: &[Told],
    lang: Lang,
) -> Option<Marked> {
    let mut book = super::of_bytes(bytes.clone(), name).ok().filter(Book::is_xlsx)?;
    let seal = seal(&mut book);
    let prefix = format!("{name}!");
    let own =
        |told: &'_ Told| told.file.as_ref()?.strip_prefix(&prefix).map(str::to_owned);
    let mut by_sheet: BTreeMap<String, Vec<&Told>> = BTreeMap::new();
    for told in problems {
        if let Some(sheet) = own(told) {
            by_sheet.entry(sheet).or_default().push(told);
        }
    }
    let mut package = Package::open(&bytes)?;
    let workbook = package.workbook()?;
    // The strict form of the standard has other names for everything.
    if !package.text(&workbook)?.contains(MAIN) {
        return None;
    }
    let looks = styles::add(&mut package, &workbook)?;
    let parts = sheets(&mut package, &workbook)?;
    let mut count = 0;
    for (sheet, part) in &parts {
        if sheet == TITLE {
            continue;
        }
        let told = by_sheet.get(sheet).map_or(&[][..], |told| told);
        let grid = book.grid(sheet).unwrap_or_default();
        let cells = gathered(told);
        count += cells.len();
        let drawing = notes::put(&mut package, part, &cells)?;
        let xml = package.text(part)?;
        let xml = cells::marked(&xml, (&cells, &grid), &looks, &drawing)?;
        package.put(part, xml);
    }
    let there: BTreeSet<&str> = parts.iter().map(|(sheet, _)| sheet.as_str()).collect();
    let listed = problems.iter().map(|told| {
        let file = told.file.as_deref().unwrap_or_default();
        let sheet = file.strip_prefix(&prefix).filter(|sheet| there.contains(sheet));
        let cell = told.cell.as_deref().unwrap_or("A1");
        ListedProblem {
            told,
            place: sheet.unwrap_or(file),
            to: sheet.map(|sheet| (sheet, cell)),
        }
    });
    let listed: Vec<ListedProblem<'_>> = listed.collect();
    let named = (&*String::from(name), seal.as_str());
    let list = list::sheet(named, &listed, &looks, lang);
    put_list(&mut package, &workbook, &parts, list)?;
    Some(Marked { bytes: package.bytes()?, cells: count })
}

/// The cells with what is said at each.
fn gathered(told: &[&Told]) -> Vec<MarkedCell> {
    let mut cells: BTreeMap<(u32, u32), (bool, Vec<String>)> = BTreeMap::new();
    for told in told {
        // What is said of the whole sheet stands at its first cell.
        let name = told.cell.as_deref().unwrap_or("A1");
        let Some((row, column)) = place(name) else { continue };
        let at = (row.saturating_sub(1), column.saturating_sub(1));
        let (error, said) = cells.entry(at).or_default();
        *error |= told.level == Severity::Error;
        let step = told.lang.either("Langkah", "Next step");
        let help = Some(&told.help).filter(|help| !help.is_empty());
        let help = help.map_or_else(String::new, |help| format!("\n{step}: {help}"));
        said.push(format!("{}: {}{help}", told.code, told.message));
    }
    let cells = cells.into_iter().map(|((row, column), (error, said))| MarkedCell {
        row,
        column,
        error,
        note: said.join("\n\n"),
    });
    cells.collect()
}

/// The sheets with their parts, in their order.
fn sheets(package: &mut Package<'_>, workbook: &str) -> Option<Vec<(String, String)>> {
    let xml = package.text(workbook)?;
    let (_, parts) = children(&xml)?;
    let list = parts.iter().find(|part| part.local() == "sheets")?;
    let relations = package.relations(workbook);
    let all = elements(&xml, list.inner.clone())?;
    let named = all.iter().filter_map(|sheet| {
        let id = sheet.get("id")?;
        let relation =
            relations.iter().find(|one| one.id == id && one.is("worksheet"))?;
        Some((sheet.get("name")?.to_owned(), relation.target.clone()))
    });
    Some(named.collect())
}

/// Puts the list before all sheets, or in the place of an earlier one, and lets the workbook open
/// there.
fn put_list(
    package: &mut Package<'_>,
    workbook: &str,
    parts: &[(String, String)],
    list: String,
) -> Option<()> {
    if let Some((_, part)) = parts.iter().find(|(sheet, _)| sheet == TITLE) {
        package.put(part, list);
        let at = position(package, workbook, TITLE)?;
        return open_at(package, workbook, at);
    }
    let folder = package::folder(workbook).to_owned();
    let part = package.free(&format!("{folder}worksheets/"), "sheet", "xml");
    package.put(&part, list);
    package.declare(Declaring::Part(&part), SHEET)?;
    let id = package.relate(workbook, "worksheet", &part)?;
    let xml = package.text(workbook)?;
    let (_, all) = children(&xml)?;
    let sheets = all.iter().find(|one| one.local() == "sheets")?;
    let there = elements(&xml, sheets.inner.clone())?;
    let number = there.iter().filter_map(|sheet| sheet.number("sheetId")).max()? + 1;
    let p = sheets.prefix();
    let space =
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let more = format!(
        "<{p}sheet {space} name=\"{}\" sheetId=\"{number}\" r:id=\"{id}\"/>",
        escaped(TITLE)
    );
    let mut edits = Edits::default();
    edits.put(sheets.inner.start..sheets.inner.start, more);
    // Names that hold on one sheet tell the number of it.
    let names = all.iter().find(|one| one.local() == "definedNames");
    for name in
        names.map_or(Some(Vec::new()), |names| elements(&xml, names.inner.clone()))?
    {
        let Some(own) = name.number("localSheetId") else { continue };
        let own = usize::try_from(own).ok()? + 1;
        edits.put(name.tag(), name.with_number(&xml, "localSheetId", own)?);
    }
    package.put(workbook, edits.made(&xml));
    open_at(package, workbook, 0)
}

/// Which sheet one is, hidden ones counted.
fn position(package: &mut Package<'_>, workbook: &str, name: &str) -> Option<usize> {
    let xml = package.text(workbook)?;
    let (_, all) = children(&xml)?;
    let sheets = all.iter().find(|one| one.local() == "sheets")?;
    let there = elements(&xml, sheets.inner.clone())?;
    there.iter().position(|sheet| sheet.get("name") == Some(name))
}

/// Lets a workbook open at a sheet.
fn open_at(package: &mut Package<'_>, workbook: &str, at: usize) -> Option<()> {
    let xml = package.text(workbook)?;
    let (_, all) = children(&xml)?;
    let mut edits = Edits::default();
    if let Some(views) = all.iter().find(|one| one.local() == "bookViews") {
        let views = elements(&xml, views.inner.clone())?;
        let view = views.first()?;
        edits.put(view.tag(), view.with_number(&xml, "activeTab", at)?);
    } else {
        let sheets = all.iter().find(|one| one.local() == "sheets")?;
        let p = sheets.prefix();
        let start = sheets.whole.start;
        edits.put(
            start..start,
            format!("<{p}bookViews><{p}workbookView activeTab=\"{at}\"/></{p}bookViews>"),
        );
    }
    package.put(workbook, edits.made(&xml));
    Some(())
}

/// The sum of all that the sheets of a workbook say, the list of problems left out.
fn seal(book: &mut Book) -> String {
    let mut sum = Sha256::new();
    let names = [book.sheets(), book.hidden()].concat();
    for name in names {
        let Ok(grid) = book.grid(&name) else { continue };
        sum.update(format!("{name}\n"));
        for ((row, column), cell) in &grid.cells {
            let shown = grid.shown.get(&(*row, *column));
            sum.update(format!("{row} {column} {cell:?} {shown:?}\n"));
        }
    }
    let sum = sum.finalize();
    let kept = sum.iter().take(8).fold(0_u64, |kept, byte| kept << 8 | u64::from(*byte));
    format!("{kept:016x}")
}

/// The sum that the list of problems of a marked workbook tells.
pub(super) fn told_seal(grid: &Grid) -> Option<String> {
    let texts = (0..HEAD_ROWS).filter_map(|row| match grid.cells.get(&(row, 0)) {
        Some(SheetCell::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    let mut sums = texts.filter_map(|text| text.strip_prefix(list::SEAL));
    sums.next()?.split_whitespace().next().map(str::to_owned)
}

/// Rows above the list.
const HEAD_ROWS: u32 = 8;

/// What a workbook says, in a sum, and what it said when it was marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seals {
    /// The sum of what it says.
    pub now: String,
    /// The sum of what the workbook said that this is a marked copy of.
    pub marked: Option<String>,
}

/// The sums of a workbook; `None` where it cannot be read.
pub fn seals(bytes: Vec<u8>, name: &NamedFile) -> Option<Seals> {
    let mut book = super::of_bytes(bytes, name).ok()?;
    Some(Seals { now: seal(&mut book), marked: book.sealed })
}
