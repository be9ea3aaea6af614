//! Tables as offices make them, brought into the shape that the reader of tables knows: services
//! by name where no code stands, and the column of the quarter out of TW I to TW IV.

use std::collections::{BTreeMap, BTreeSet};

use super::Skipped;
use crate::book::grid::{Cell, Grid};
use crate::head::{self, Headings, Search};
use crate::problem::ImportProblem;
use crate::tables::capaian::LAYANAN;
use crate::tables::{Declared, Key};
use bahasa::roman::{format_roman, parse_roman};
use base::diag::{AnyProblem, Both, Problems};
use base::source::{FileId, Span, cell_name};
use field::domain::Periode;
use num_rational::BigRational;

/// What a heading says: the key of its field, and the quarter, where it names one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Meaning {
    key: String,
    quarter: Option<(u8, Option<i16>)>,
}

/// Columns that name the service where there is no code.
const NAMES: [&str; 9] = [
    "nama_layanan",
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
        let quarter = take_quarter(&mut words);
        if quarter.is_some() {
            words.retain(|w| !matches!(*w, "kumulatif" | "sd" | "s" | "d" | "tahun"));
        }
        let rest = words.join("_");
        let spec = LAYANAN
            .specs()
            .into_iter()
            .find(|spec| spec.key == rest || spec.headings.contains(&rest.as_str()));
        let key = match spec {
            Some(spec) => spec.key.into(),
            None if NAMES.contains(&rest.as_str()) => NAME.to_owned(),
            // A quarter alone tells what was reached in it.
            None if rest.is_empty() && quarter.is_some() => Key::SERVED.into(),
            None => rest,
        };
        Self { key, quarter }
    }

    fn known(&self) -> bool {
        self.key == NAME || LAYANAN.specs().iter().any(|spec| spec.key == self.key)
    }
}

/// Takes "tw ii 2025" or "triwulan 2" out of the words of a heading.
fn take_quarter(words: &mut Vec<&str>) -> Option<(u8, Option<i16>)> {
    let number = |word: &str| {
        let n = word.parse::<u16>().ok().or_else(|| parse_roman(&word.to_uppercase()))?;
        u8::try_from(n).ok().filter(|n| (1..=4).contains(n))
    };
    let (at, wide, quarter) = words.iter().enumerate().find_map(|(at, word)| {
        if matches!(*word, "tw" | "triwulan" | "trw") {
            return Some((at, 2, number(words.get(at + 1)?)?));
        }
        Some((at, 1, number(word.strip_prefix("tw")?)?))
    })?;
    words.drain(at..at + wide);
    let year = words.get(at).and_then(|w| w.parse::<i16>().ok());
    let year = year.filter(|y| (2000..=2100).contains(y));
    if year.is_some() {
        words.remove(at);
    }
    Some((quarter, year))
}

/// The headings of tables, with quarters and names of services.
struct Table;

/// What stands between a key and its quarter: no heading has it.
const BETWEEN: char = '\u{1}';

impl Headings for Table {
    fn key(&self, heading: &str) -> String {
        let meaning = Meaning::of(heading);
        match meaning.quarter {
            Some((quarter, year)) => {
                let year = year.map(|y| y.to_string()).unwrap_or_default();
                format!("{}{BETWEEN}{quarter}{BETWEEN}{year}", meaning.key)
            }
            None => meaning.key,
        }
    }

    fn knows(&self, key: &str) -> bool {
        let key = key.split(BETWEEN).next().unwrap_or_default().to_owned();
        Meaning { key, quarter: None }.known()
    }
}

/// The first row of the head of a table, where it has one.
pub(super) fn head(grid: &Grid) -> Option<u32> {
    Search::LIST.find(grid, &Table).map(|head| head.first)
}

/// Whether a sheet is a table of services: it names them, and has figures of them.
pub(super) fn is_table(grid: &Grid) -> bool {
    Search::LIST.find(grid, &Table).is_some_and(|head| {
        let columns = columns(grid, head);
        let has = |key: &str| columns.values().any(|(meaning, _)| meaning.key == key);
        (has("kode") || has(NAME))
            && [Key::TARGET, Key::SERVED, Key::PAGU].iter().any(|key| has(key))
    })
}

fn columns(grid: &Grid, head: head::Head) -> BTreeMap<u32, (Meaning, u32)> {
    let names = head::names(grid, &Table, head).into_iter();
    names
        .map(|(column, name)| {
            let (mut parts, row) = (name.key.split(BETWEEN), name.row);
            let key = parts.next().unwrap_or_default().to_owned();
            let quarter = parts.next().and_then(|q| q.parse().ok());
            let year = parts.next().and_then(|y| y.parse().ok());
            (column, (Meaning { key, quarter: quarter.map(|q| (q, year)) }, row))
        })
        .collect()
}

/// The sheet with one column for each field: that of the quarter. A sheet without quarters and
/// with codes stays as it is; `None` after a problem.
pub(super) fn arrange(
    (file, grid): (FileId, &Grid),
    periode: Periode,
    skipped: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Option<Grid> {
    let Some(head) = Search::LIST.find(grid, &Table) else { return Some(grid.clone()) };
    let columns = columns(grid, head);
    let has = |key: &str| columns.values().any(|(meaning, _)| meaning.key == key);
    let by_name = !has("kode") && has(NAME);
    let in_quarters = columns.values().any(|(meaning, _)| meaning.quarter.is_some());
    let served =
        !has(&Key::SERVED) && !has(&Key::PAGU) && has(&Key::TARGET) && has(&Key::SPENT);
    if !by_name && !in_quarters && !served {
        return Some(grid.clone());
    }
    let mut table =
        Arranged { file, grid, columns: &columns, periode, skipped, problems };
    if in_quarters && !table.quarters_are_there() {
        return None;
    }
    let mut result = grid.clone();
    result.cells.retain(|(row, _), _| *row > head.last);
    result.merges.retain(|merge| merge.top > head.last);
    let mut taken = BTreeSet::new();
    for (column, (meaning, row)) in &columns {
        let key = match meaning.key.as_str() {
            NAME if by_name => "kode",
            NAME => continue,
            spent if served && Key::SPENT == spent => {
                table.note(*row, *column, SERVED_MEANT);
                Key::SERVED.as_str()
            }
            key => key,
        };
        if meaning.quarter.is_some_and(|quarter| !table.is_asked(quarter)) {
            table.note(*row, *column, OTHER_QUARTER);
            continue;
        }
        // A second name of the service only explains the first.
        if key != "kode" || taken.insert(key) {
            let text = Cell::Text(key.to_owned());
            result.cells.insert((head.last, *column), text);
        }
    }
    Some(result)
}

const SERVED_MEANT: (&str, &str) = (
    "dibaca sebagai terlayani: tabel ini tidak mempunyai kolom pagu",
    "read as terlayani: this table has no column pagu",
);
const OTHER_QUARTER: (&str, &str) =
    ("kolom triwulan lain", "a column of another quarter");

/// A table on its way.
struct Arranged<'a> {
    file: FileId,
    grid: &'a Grid,
    columns: &'a BTreeMap<u32, (Meaning, u32)>,
    periode: Periode,
    skipped: &'a mut Vec<Skipped>,
    problems: &'a mut Problems,
}

impl Arranged<'_> {
    fn is_asked(&self, (quarter, year): (u8, Option<i16>)) -> bool {
        quarter == self.periode.triwulan && year.is_none_or(|y| y == self.periode.tahun)
    }

    fn note(&mut self, row: u32, column: u32, (id, en): (&'static str, &'static str)) {
        let content = match self.grid.cells.get(&(row, column)) {
            Some(Cell::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let place = Span::Cell { file: self.file, row, column };
        self.skipped.push(Skipped { place, content, why: Both::new(id, en) });
    }

    /// Whether each field that has columns of quarters has one of the quarter asked for, and
    /// whether these count from January.
    fn quarters_are_there(&mut self) -> bool {
        let mut fields: BTreeMap<&str, Vec<(u8, u32, u32)>> = BTreeMap::new();
        let mut asked: BTreeMap<&str, u32> = BTreeMap::new();
        for (column, (meaning, row)) in self.columns {
            let Some(quarter) = meaning.quarter else { continue };
            let key = meaning.key.as_str();
            if self.is_asked(quarter) {
                asked.insert(key, *column);
            }
            fields.entry(key).or_default().push((quarter.0, *column, *row));
        }
        let mut whole = true;
        for (key, all) in &fields {
            let Some(column) = asked.get(key) else {
                let there: Vec<String> =
                    all.iter().filter_map(|q| format_roman(q.0.into())).collect();
                let there = format!("TW {}", there.join(", TW "));
                let (key, asked) = ((*key).to_owned(), self.periode.to_string());
                let (row, column) = all.first().map_or((0, 0), |q| (q.2, q.1));
                let span = Span::Cell { file: self.file, row, column };
                self.problems
                    .add(span, ImportProblem::NoSuchQuarter { key, asked, there });
                whole = false;
                continue;
            };
            if [Key::SERVED, Key::SPENT].iter().any(|counts| counts == key) {
                self.cumulative(key, *column, all);
            }
        }
        whole
    }

    /// Figures that fall from quarter to quarter do not count from January.
    fn cumulative(&mut self, key: &str, column: u32, all: &[(u8, u32, u32)]) {
        let before = all.iter().filter(|q| q.0 < self.periode.triwulan);
        let Some((_, last, head)) = before.max_by_key(|q| q.0) else { return };
        let number = |row: u32, column: u32| match self.grid.cells.get(&(row, column))? {
            Cell::Number(n) => Some(n.clone()),
            Cell::Text(text) => bahasa::parse_number(text.trim()).ok(),
            _ => None,
        };
        let end = self.grid.cells.keys().next_back().map_or(0, |(row, _)| *row);
        let (mut compared, mut fell) = (0_usize, Vec::new());
        for row in head + 1..=end {
            let (Some(old), Some(new)) = (number(row, *last), number(row, column)) else {
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
