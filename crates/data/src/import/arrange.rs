//! Tables as offices make them, brought into the shape that the reader of tables knows: services
//! by name where no code stands, and the column of the quarter out of those of several times.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::when::When;
use super::{Skipped, matching};
use crate::book::grid::{Grid, SheetCell};
use crate::head::{self, Headings, Search};
use crate::other_unit::{self, Counted};
use crate::problem::{ImportProblem, SheetProblem};
use crate::tables::capaian::LAYANAN;
use crate::tables::{Declared, Key};
use base::diag::{AnyProblem, Both, Problems};
use base::source::{FileId, Span, cell_name};
use field::domain::Periode;
use field::spm::{Catalog, Tingkat};
use num_rational::BigRational;

/// What a heading says: the key of its field, and the time, where it names one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Meaning {
    key: String,
    when: Option<When>,
}

/// Columns that name the service where there is no code.
const NAMES: [&str; 19] = [
    "nama",
    "nama_layanan",
    "nama_pelayanan",
    "nama_spm",
    "pelayanan",
    "pelayanan_dasar",
    "layanan_dasar",
    "uraian_layanan",
    "uraian_pelayanan",
    "jenis_spm",
    "layanan_spm",
    "jenis_layanan",
    "jenis_pelayanan_dasar",
    "jenis_pelayanan",
    "layanan",
    "uraian_spm",
    "uraian",
    "indikator",
    "indikator_spm",
];

/// The key of the columns that name a service.
const NAME: &str = "*nama";

impl Meaning {
    fn of(heading: &str) -> Self {
        let key = head::key(heading);
        let mut words: Vec<&str> = key.split('_').collect();
        let when = When::take(&mut words).filter(|_| field_of(&key).is_none());
        if when.is_some() {
            words.retain(|w| {
                !matches!(
                    *w,
                    "kumulatif"
                        | "sd"
                        | "s"
                        | "d"
                        | "sampai"
                        | "hingga"
                        | "dengan"
                        | "tahun"
                )
            });
        }
        let rest = words.join("_");
        // What stands in brackets may be any remark, but not where it tells the time.
        let bare = || {
            let bare = head::key(&head::without_remarks(heading));
            field_of(&bare).filter(|_| when.is_none())
        };
        let alone = rest.is_empty() && when.is_some_and(When::within_the_year);
        // A quarter alone tells what was reached in it.
        let field = field_of(&rest)
            .or_else(|| without_units(words).and_then(|rest| field_of(&rest)))
            .or_else(bare)
            .or_else(|| grouped(&rest))
            .or(alone.then_some(Key::SERVED.as_str()))
            .filter(|key| !counts(key) || head::measure(heading).is_none());
        match field {
            Some(key) => Self { key: key.to_owned(), when },
            // A sign of percent is no part of a key.
            None if head::measure(heading).is_some() => {
                Self { key: one_line(heading), when: None }
            }
            None => Self { key, when: None },
        }
    }

    /// Whether it tells of money, known or not.
    fn is_money(&self) -> bool {
        self.key == Key::PAGU.as_str()
            || self.key.split('_').any(|word| MONEY.contains(&word))
    }

    /// Whether it is money by the name of its group alone, in rupiah or in percent.
    fn is_of_money_group(&self, heading: &str) -> bool {
        let words = head::key(heading);
        let money = Key::PAGU == self.key || Key::SPENT == self.key;
        money && field_of(&words).is_none() && grouped(&words).is_some()
    }

    fn known(&self) -> bool {
        self.key == NAME || LAYANAN.specs().iter().any(|spec| spec.key == self.key)
    }
}

/// Words of headings of money.
const MONEY: [&str; 8] =
    ["anggaran", "pagu", "rp", "rupiah", "dana", "apbd", "keuangan", "belanja"];

/// The words of a heading without those of what it counts; `None` where it has none.
fn without_units(mut words: Vec<&str>) -> Option<String> {
    let all = words.len();
    words.retain(|word| !matches!(*word, "rp" | "rupiah" | "orang" | "jiwa"));
    (words.len() < all).then(|| words.join("_"))
}

/// The field of a heading below the name of its group: "Target" is people below "Kinerja", and
/// rupiah below "Keuangan".
fn grouped(words: &str) -> Option<&'static str> {
    let words: Vec<&str> =
        words.split('_').filter(|w| !matches!(*w, "rp" | "rupiah")).collect();
    let (below, group) = words.split_last()?;
    let (["capaian" | "indikator" | "target", group] | [group]) = group else {
        return None;
    };
    let target = matches!(*below, "target" | "rencana" | "sasaran");
    match *group {
        "kinerja" if target => Some(Key::TARGET.as_str()),
        "kinerja" if matches!(*below, "realisasi" | "capaian" | "terlayani") => {
            Some(Key::SERVED.as_str())
        }
        "keuangan" | "anggaran" if target || matches!(*below, "pagu" | "alokasi") => {
            Some(Key::PAGU.as_str())
        }
        "keuangan" | "anggaran" if *below == "realisasi" => Some(Key::SPENT.as_str()),
        _ => None,
    }
}

/// Whether the column of a key counts people or rupiah.
fn counts(key: &str) -> bool {
    LAYANAN.specs().iter().any(|spec| spec.key == key && spec.kind.counts())
}

/// The field that words of a heading name.
fn field_of(words: &str) -> Option<&'static str> {
    let specs = LAYANAN.specs();
    let spec = specs.iter().find(|s| s.key == words || s.headings.contains(&words));
    spec.map(|spec| spec.key.as_str()).or_else(|| NAMES.contains(&words).then_some(NAME))
}

/// Whether a heading is of the column that names the service.
pub(super) fn names_service(heading: &str) -> bool {
    NAMES.contains(&head::key(heading).as_str())
}

/// The headings of tables, with times and names of services.
struct TableHeads;

/// What stands between a key and its time: no heading has it.
const BETWEEN: char = '\u{1}';

impl Headings for TableHeads {
    fn key(&self, heading: &str) -> String {
        let meaning = Meaning::of(heading);
        match meaning.when {
            Some(_) => format!("{}{BETWEEN}{heading}", meaning.key),
            None => meaning.key,
        }
    }

    fn knows(&self, key: &str) -> bool {
        let key = key.split(BETWEEN).next().unwrap_or_default().to_owned();
        Meaning { key, when: None }.known()
    }
}

/// The first row of the head of a table, where it has one.
pub(super) fn head(grid: &Grid) -> Option<u32> {
    Search::LIST.find(grid, &TableHeads).map(|head| head.first)
}

/// Whether a sheet is a table of services: it names them, and has figures of them.
pub(super) fn is_table(grid: &Grid) -> bool {
    Search::LIST.find(grid, &TableHeads).is_some_and(|head| {
        let columns = columns(grid, head);
        let has = |key: &str| columns.values().any(|column| column.meaning.key == key);
        (has("kode") || has(NAME))
            && [Key::TARGET, Key::SERVED, Key::PAGU].iter().any(|key| has(key))
    })
}

/// A column of a table.
struct TableColumn {
    meaning: Meaning,
    /// The row of the lowest cell of its heading.
    row: u32,
    /// Its heading as it was typed.
    text: String,
}

/// Tells of units other than full ones that stand around a table.
pub(super) fn tell_units(sheet: (FileId, &Grid), problems: &mut Problems) {
    let Some(head) = Search::LIST.find(sheet.1, &TableHeads) else { return };
    let names = head::names(sheet.1, &TableHeads, head);
    let counts = |key: &str| {
        let key = key.split(BETWEEN).next().unwrap_or_default();
        let spec = LAYANAN.specs().into_iter().find(|spec| spec.key == key)?;
        Counted::of(spec.kind)
    };
    other_unit::tell(sheet, (head, &names), counts, problems);
}

fn columns(grid: &Grid, head: head::Head) -> BTreeMap<u32, TableColumn> {
    let names = head::names(grid, &TableHeads, head).into_iter();
    names
        .map(|(column, name)| {
            // The heading behind the mark is the one that was understood.
            let meaning = match name.key.split_once(BETWEEN) {
                Some((_, heading)) => Meaning::of(heading),
                None => Meaning { key: name.key, when: None },
            };
            let text = one_line(&name.text);
            let meaning =
                if meaning.is_of_money_group(&text) && shares(grid, head, column) {
                    // Nobody knows such a heading.
                    Meaning { key: head::key(&text), when: None }
                } else {
                    meaning
                };
            (column, TableColumn { meaning, row: name.row, text })
        })
        .collect()
}

/// Whether all figures of a column may be percentages: no budget is so small.
fn shares(grid: &Grid, head: head::Head, column: u32) -> bool {
    let rows = grid.cells.range((head.last + 1, 0)..);
    let own = rows.filter(|((_, at), _)| *at == column);
    let figures: Vec<BigRational> = own.filter_map(|(_, cell)| figure(cell)).collect();
    let hundred = BigRational::from_integer(100.into());
    !figures.is_empty() && figures.iter().all(|n| *n <= hundred)
}

/// The figure of a cell.
fn figure(cell: &SheetCell) -> Option<BigRational> {
    match cell {
        SheetCell::Number(n) | SheetCell::Percent(n) => Some(n.clone()),
        SheetCell::Text(text) => bahasa::parse_number(text.trim()).ok(),
        _ => None,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The headings of a table as they were typed, by column, each with its row.
pub(super) fn headings(grid: &Grid) -> BTreeMap<u32, (u32, String)> {
    let head = Search::LIST.find(grid, &TableHeads);
    let columns = head.map(|head| columns(grid, head)).unwrap_or_default();
    columns.into_iter().map(|(column, c)| (column, (c.row, c.text))).collect()
}

/// The sheet with one column for each field: that of the quarter. A sheet that names no times
/// and has codes stays as it is; `None` after a problem.
pub(super) fn arrange<'a>(
    (file, grid): (FileId, &'a Grid),
    context: (Periode, &Catalog, Tingkat),
    skipped: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Option<Cow<'a, Grid>> {
    let (periode, catalog, tingkat) = context;
    let Some(head) = Search::LIST.find(grid, &TableHeads) else {
        return Some(Cow::Borrowed(grid));
    };
    let columns = columns(grid, head);
    let has = |key: &str| columns.values().any(|column| column.meaning.key == key);
    let by_name = !has("kode") && has(NAME);
    let timed = columns.values().any(|column| column.meaning.when.is_some());
    let money = columns.values().any(|column| column.meaning.is_money());
    let served = !has(&Key::SERVED) && !money && has(&Key::TARGET) && has(&Key::SPENT);
    let mut table =
        Arranged { file, grid, columns: &columns, periode, skipped, problems };
    let nameless = table.names_agree(head.last, catalog, tingkat);
    let grouped = columns.values().any(|c| grouped(&head::key(&c.text)).is_some());
    if !by_name && !timed && !served && !grouped && nameless.is_empty() {
        return Some(Cow::Borrowed(grid));
    }
    let taken = table.times_are_there()?;
    let mut result = grid.clone();
    // What is told of a row is told once.
    result.cells.retain(|(row, _), _| !nameless.contains(row));
    result.cells.retain(|(row, _), _| *row > head.last);
    result.merges = grid.merges.below(head.last);
    let mut named = false;
    for (column, one) in &columns {
        let key = match one.meaning.key.as_str() {
            NAME if by_name => "kode",
            NAME => continue,
            spent if served && Key::SPENT == spent => Key::SERVED.as_str(),
            key if one.meaning.known() => key,
            _ => &one.text,
        };
        if one.meaning.when.is_some_and(|when| when.month.is_some()) {
            table.note(*column, OF_A_MONTH);
            continue;
        }
        if one.meaning.when.is_some() && !taken.contains(column) {
            table.note(*column, OTHER_TIME);
            continue;
        }
        if served && Key::SPENT == one.meaning.key.as_str() {
            table.note(*column, SERVED_MEANT);
        }
        // A second name of the service only explains the first.
        if key != "kode" || !std::mem::replace(&mut named, true) {
            let text = SheetCell::Text(key.to_owned());
            result.cells.insert((head.last, *column), text);
        }
    }
    Some(Cow::Owned(result))
}

const SERVED_MEANT: (&str, &str) = (
    "dibaca sebagai terlayani: tabel ini tidak mempunyai kolom pagu",
    "read as terlayani: this table has no column pagu",
);
const OTHER_TIME: (&str, &str) =
    ("kolom triwulan atau tahun lain", "a column of another quarter or year");
const OF_A_MONTH: (&str, &str) = (
    "kolom satu bulan; yang diambil kolom jumlahnya",
    "a column of one month; the one of the whole is taken",
);

/// A table on its way.
struct Arranged<'a> {
    file: FileId,
    grid: &'a Grid,
    columns: &'a BTreeMap<u32, TableColumn>,
    periode: Periode,
    skipped: &'a mut Vec<Skipped>,
    problems: &'a mut Problems,
}

/// The columns of one field that name a time.
type Timed<'a> = Vec<(u32, &'a TableColumn, When)>;

impl<'a> Arranged<'a> {
    fn note(&mut self, column: u32, (id, en): (&'static str, &'static str)) {
        let Some(one) = self.columns.get(&column) else { return };
        let place = Span::Cell { file: self.file, row: one.row, column };
        let (content, why) = (one.text.clone(), Both::new(id, en));
        self.skipped.push(Skipped { place, content, why });
    }

    /// A code and a name in one row must mean the same service. Gives the rows of figures that
    /// have a name alone: the code was emptied, and what it was is told.
    fn names_agree(
        &mut self,
        head: u32,
        catalog: &Catalog,
        tingkat: Tingkat,
    ) -> BTreeSet<u32> {
        let of = |key: &str| {
            let mut all = self.columns.iter();
            all.find(|(_, c)| c.meaning.key == key).map(|(column, _)| *column)
        };
        let mut nameless = BTreeSet::new();
        let (Some(kode), Some(name)) = (of("kode"), of(NAME)) else { return nameless };
        let text = |row: u32, column: u32| match self.grid.cells.get(&(row, column)) {
            Some(SheetCell::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let end = self.grid.cells.keys().next_back().map_or(0, |(row, _)| *row);
        for row in head + 1..=end {
            let Some(called) = text(row, name) else { continue };
            let by_name = matching::layanan(catalog, tingkat, called);
            if let Some(by_name) = by_name
                && !self.grid.cells.contains_key(&(row, kode))
                && self.has_figures(row)
            {
                let problem = SheetProblem::CodeEmpty {
                    service: by_name.nama.clone(),
                    name: cell_name(row, name),
                    code: by_name.kode.clone(),
                };
                let place = Span::Cell { file: self.file, row, column: kode };
                self.problems.add(place, problem);
                nameless.insert(row);
                continue;
            }
            let Some(code) = text(row, kode) else { continue };
            let by_code = matching::layanan(catalog, tingkat, code);
            let (Some(by_code), Some(by_name)) = (by_code, by_name) else { continue };
            if by_code.kode == by_name.kode {
                continue;
            }
            let problem = ImportProblem::CodeNameDisagree {
                code: cell_name(row, kode),
                by_code: format!("{} {}", by_code.kode, by_code.nama),
                name: cell_name(row, name),
                by_name: format!("{} {}", by_name.kode, by_name.nama),
            };
            let place = Span::Cell { file: self.file, row, column: name };
            self.problems.add(place, problem);
        }
        nameless
    }

    /// Whether a row has a figure below a heading that is known.
    fn has_figures(&self, row: u32) -> bool {
        let mut fields = self.columns.iter().filter(|(_, c)| counts(&c.meaning.key));
        fields.any(|(column, _)| self.grid.cells.contains_key(&(row, *column)))
    }

    /// The columns that are taken of those that name a time: for each field the one of the
    /// quarter, else the one of its year. `None` where a field has neither.
    fn times_are_there(&mut self) -> Option<BTreeSet<u32>> {
        let mut fields: BTreeMap<&str, Timed<'a>> = BTreeMap::new();
        for (column, one) in self.columns {
            if let Some(when) = one.meaning.when {
                let key = one.meaning.key.as_str();
                fields.entry(key).or_default().push((*column, one, when));
            }
        }
        let (mut taken, mut whole) = (BTreeSet::new(), true);
        for (key, all) in fields {
            let fits = |wide: bool| {
                let of =
                    all.iter().filter(move |(.., when)| when.quarter.is_some() != wide);
                of.filter(|(.., when)| when.is(self.periode)).map(|(column, ..)| *column)
            };
            let mut asked: Vec<u32> = fits(false).collect();
            if asked.is_empty() {
                asked.extend(fits(true));
            }
            if asked.is_empty() {
                whole &= self.without_its_time(key, &all);
            } else if let [column] = asked[..]
                && [Key::SERVED, Key::SPENT].iter().any(|counts| *counts == key)
            {
                self.since_january(column, &all);
                self.cumulative(key, column, &all);
            }
            taken.extend(asked);
        }
        whole.then_some(taken)
    }

    /// A field whose columns are all of other times, or of months; `true` where a column
    /// beside them is of none and tells the whole.
    fn without_its_time(&mut self, key: &str, all: &Timed<'_>) -> bool {
        let mut columns = self.columns.values();
        let bare = columns.any(|c| c.meaning.when.is_none() && c.meaning.key == key);
        let quarters = all.iter().any(|(.., when)| when.quarter.is_some());
        if bare && !quarters {
            return true;
        }
        let Some((first, one, _)) = all.first() else { return true };
        let span = Span::Cell { file: self.file, row: one.row, column: *first };
        let there: Vec<String> = all.iter().map(|(_, c, _)| c.text.clone()).collect();
        let (key, there) = (key.to_owned(), there.join(", "));
        let months = all.iter().all(|(.., when)| when.month.is_some());
        let problem = if months {
            let until = bahasa::date::nth_month_name(self.periode.triwulan * 3);
            let until = until.unwrap_or_default().to_owned();
            ImportProblem::ByMonths { key, there, until }
        } else {
            ImportProblem::NoSuchQuarter { key, asked: self.periode.to_string(), there }
        };
        self.problems.add(span, problem);
        false
    }

    /// A heading that names the months of its quarter alone may not count from January.
    fn since_january(&mut self, column: u32, all: &Timed<'_>) {
        let Some((_, one, when)) = all.iter().find(|(at, ..)| *at == column) else {
            return;
        };
        if let Some(from) = when.from.filter(|from| *from > 1) {
            let month =
                |n| bahasa::date::nth_month_name(n).unwrap_or_default().to_owned();
            let (heading, from) = (one.text.clone(), month(from));
            let until = month(self.periode.triwulan * 3);
            let place = Span::Cell { file: self.file, row: one.row, column };
            self.problems.add(place, ImportProblem::OwnMonths { heading, from, until });
        }
    }

    /// Figures that fall from quarter to quarter do not count from January.
    fn cumulative(&mut self, key: &str, column: u32, all: &Timed<'_>) {
        let quarters = all.iter().filter_map(|(c, one, when)| {
            let this_year = when.year.is_none_or(|y| y == self.periode.tahun);
            Some((when.quarter.filter(|_| this_year)?, *c, one.row))
        });
        let before = quarters.filter(|q| q.0 < self.periode.triwulan);
        let Some((_, last, head)) = before.max_by_key(|q| q.0) else { return };
        let number = |row: u32, column: u32| figure(self.grid.cells.get(&(row, column))?);
        let end = self.grid.cells.keys().next_back().map_or(0, |(row, _)| *row);
        let (mut compared, mut fell) = (0_usize, Vec::new());
        for row in head + 1..=end {
            let (Some(old), Some(new)) = (number(row, last), number(row, column)) else {
                continue;
            };
            let zero: BigRational = num_traits::Zero::zero();
            compared += usize::from(old > zero);
            if new < old {
                fell.push(row);
            }
        }
        let Some(first) = fell.first() else { return };
        let span = Span::Cell { file: self.file, row: *first, column };
        let shown = fell.iter().take(SHOWN).map(|row| cell_name(*row, column));
        let cells = shown.collect::<Vec<_>>().join(", ");
        let count = fell.len().to_string();
        let problem = ImportProblem::NotCumulative { key: key.to_owned(), count, cells };
        let problem = AnyProblem::from(problem);
        // Where most fall it is the table that counts otherwise, not a slip.
        let most = fell.len() * 2 >= compared;
        self.problems.add(span, if most { problem.raised() } else { problem });
    }
}

/// So many cells are named.
const SHOWN: usize = 6;
