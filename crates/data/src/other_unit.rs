//! Titles and notes of a sheet that say in which unit its figures are counted: "(Rp juta)" over
//! a table, a group "Keuangan (dalam ribuan rupiah)" over its columns, a note below it. The
//! reader takes full units, so each of them is told.

use crate::book::grid::{Grid, SheetCell};
use crate::head::{self, Head, HeadMeasure, Name};
use crate::problem::SheetProblem;
use crate::tables::FieldKind;
use base::diag::{Both, Problems};
use base::source::{FileId, Span};
use std::collections::BTreeMap;

/// What a unit is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// Rupiah, or whatever is meant where nothing is named.
    Money,
    /// "dalam ribuan orang".
    People,
}

impl Counted {
    /// What the figures of a field count, where they may be told in another unit.
    pub(crate) const fn of(kind: FieldKind) -> Option<Self> {
        match kind {
            FieldKind::Money => Some(Self::Money),
            FieldKind::People { .. } => Some(Self::People),
            _ => None,
        }
    }
}

/// What a text counts in thousands or more, where it says that figures elsewhere are counted
/// so. An amount ("Rp 5 juta") says nothing of other figures.
fn unit(text: &str) -> Option<Counted> {
    if head::measure(text) != Some(HeadMeasure::Scaled) {
        return None;
    }
    let normal = head::normal(text);
    let words: Vec<&str> = normal.split(' ').collect();
    if words.iter().any(|word| NO_OTHER.contains(word)) {
        return None;
    }
    let people = words.iter().any(|word| PEOPLE.contains(word));
    let said = bracketed(text).iter().any(|part| is_only_a_unit(part))
        || is_only_a_unit(&normal)
        || words.iter().enumerate().any(|(at, word)| {
            let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
            let after = words.get(at + 1).copied();
            let tied = before.is_some_and(|word| BEFORE.contains(&word))
                || after.is_some_and(|word| MONEY.contains(&word));
            head::is_scale(word) && tied && !before.is_some_and(is_figure)
        });
    let counted = if people { Counted::People } else { Counted::Money };
    said.then_some(counted)
}

fn is_figure(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// The normal texts in brackets.
fn bracketed(text: &str) -> Vec<String> {
    let parts = text.split(['(', '[']).skip(1);
    parts.filter_map(|part| Some(head::normal(part.split([')', ']']).next()?))).collect()
}

/// Whether a text is a unit and nothing else: "rp juta", "dalam 1 000 rupiah", "x rp 1 000".
fn is_only_a_unit(normal: &str) -> bool {
    let mut words = normal.split(' ');
    let unit = |word: &str| {
        head::is_scale(word)
            || matches!(word, "1" | "rp1" | "x1")
            || [&BEFORE[..], &MONEY, &PEOPLE, &AROUND]
                .iter()
                .any(|all| all.contains(&word))
    };
    words.clone().any(head::is_scale) && words.all(unit)
}

/// Whether a row only says the units of its columns: "(orang)", "(Rp)".
pub(crate) fn is_units<'a>(line: impl Iterator<Item = &'a SheetCell>) -> bool {
    let unit = |cell: &SheetCell| match cell {
        SheetCell::Text(text) => {
            let normal = head::normal(text);
            let words = normal.split(' ');
            let all = [&BEFORE[..], &MONEY, &PEOPLE, &UNITS];
            text.trim() == "%"
                || words.clone().all(|word| {
                    head::is_scale(word) || all.iter().any(|all| all.contains(&word))
                })
        }
        _ => false,
    };
    let mut count = 0;
    let mut line = line.inspect(|_| count += 1);
    line.all(unit) && count > 1
}

/// Words that say that it is not so.
const NO_OTHER: [&str; 4] = ["tanpa", "bukan", "penuh", "jangan"];
const BEFORE: [&str; 9] =
    ["rp", "rupiah", "dalam", "dlm", "satuan", "x", "kali", "per", "idr"];
const MONEY: [&str; 3] = ["rp", "rupiah", "idr"];
const PEOPLE: [&str; 3] = ["orang", "jiwa", "penduduk"];
const UNITS: [&str; 6] = ["unit", "persen", "buah", "paket", "org", "satuan"];
const AROUND: [&str; 6] = ["angka", "nilai", "jumlah", "semua", "ket", "keterangan"];

/// A note below a table has no more cells than this.
const NOTE_CELLS: usize = 2;

/// Tells of the units that stand above, in and below the head of a table, each once. `counts`
/// says what a column of a key counts; nothing is told where no such column holds a figure.
pub(crate) fn tell(
    (file, grid): (FileId, &Grid),
    (head, names): (Head, &BTreeMap<u32, Name>),
    counts: impl Fn(&str) -> Option<Counted>,
    problems: &mut Problems,
) {
    let holds = |counted: Counted| {
        let mut columns =
            names.iter().filter(|(_, name)| counts(&name.key) == Some(counted));
        columns.any(|(column, _)| {
            let rows = grid.cells.range((head.last + 1, 0)..);
            let mut own = rows.filter(|((_, at), _)| at == column);
            own.any(|(_, cell)| is_filled(cell))
        })
    };
    let mut told_texts: Vec<&str> = Vec::new();
    for ((row, column), cell) in &grid.cells {
        let SheetCell::Text(text) = cell else { continue };
        let Some(counted) = unit(text) else { continue };
        let heading = names.get(column).is_some_and(|name| name.text.contains(text));
        let line = || grid.cells.range((*row, 0)..(row + 1, 0)).map(|(_, cell)| cell);
        let stands = match row {
            row if *row < head.first => true,
            // A heading that is read with its unit has a word of its own.
            row if *row <= head.last => !heading,
            _ => line().count() <= NOTE_CELLS || is_units(line()),
        };
        if stands && !told_texts.contains(&text.as_str()) && holds(counted) {
            told_texts.push(text);
            let span = Span::Cell { file, row: *row, column: *column };
            problems.add(span, told(text, counted));
        }
    }
}

/// What is told of a text that may stand for a unit.
pub(crate) fn of_text(text: &str) -> Option<SheetProblem> {
    unit(text).map(|counted| told(text, counted))
}

fn told(text: &str, counted: Counted) -> SheetProblem {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let full = match counted {
        Counted::Money => Both::new("rupiah penuh", "full rupiah"),
        Counted::People => Both::new("jumlah penuh", "full counts"),
    };
    SheetProblem::OtherUnit { text, full }
}

/// Whether a cell holds a figure other than nothing.
fn is_filled(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Text(text) => text.contains(|c: char| ('1'..='9').contains(&c)),
        SheetCell::Number(n) => *n != num_rational::BigRational::from_integer(0.into()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a unit is told of in a list of the columns `kode`, `terlayani`, `pagu` whose head is
    /// the second and third row.
    fn told_at(extra: &[(u32, u32, &str)]) -> Vec<(u32, u32)> {
        let mut grid = Grid::default();
        let mut text = |row, column, text: &str| {
            grid.cells.insert((row, column), SheetCell::Text(text.to_owned()));
        };
        for (column, name) in [(0, "Kode"), (1, "Terlayani"), (2, "Pagu (Rp)")] {
            text(2, column, name);
        }
        for (column, figure) in [(0, "KES-1"), (1, "70"), (2, "50")] {
            text(4, column, figure);
        }
        for (row, column, words) in extra {
            text(*row, *column, words);
        }
        let name = |key: &str, text: &str| Name {
            key: key.to_owned(),
            text: text.to_owned(),
            row: 2,
        };
        let names = BTreeMap::from([
            (0, name("kode", "Kode")),
            (1, name("terlayani", "Terlayani")),
            (2, name("pagu", "Pagu (Rp)")),
        ]);
        let counts = |key: &str| match key {
            "pagu" => Some(Counted::Money),
            "terlayani" => Some(Counted::People),
            _ => None,
        };
        let mut problems = Problems::default();
        let head = Head { first: 1, last: 2 };
        let file = base::source::SourceMap::default().add("a.xlsx", "");
        tell((file, &grid), (head, &names), counts, &mut problems);
        let place = |span| match span {
            Span::Cell { row, column, .. } => (row, column),
            _ => (0, 0),
        };
        problems.iter().map(|told| place(told.span)).collect()
    }

    #[test]
    fn units_around_a_table() {
        let title = (0, 0, "Capaian (dalam ribuan rupiah)");
        assert_eq!(told_at(&[title]), [(0, 0)]);
        // A group over the columns, a row of units under them, a note below.
        assert_eq!(told_at(&[(1, 2, "Keuangan (Rp juta)")]), [(1, 2)]);
        let units = [(3, 1, "(orang)"), (3, 2, "(Rp juta)")];
        assert_eq!(told_at(&units), [(3, 2)]);
        assert_eq!(told_at(&[(6, 1, "*) dalam jutaan rupiah")]), [(6, 1)]);
        // Twice the same is told once; a problem of a row is none of the table.
        assert_eq!(told_at(&[(0, 0, "(Rp juta)"), (1, 2, "(Rp juta)")]), [(0, 0)]);
        assert!(told_at(&[(4, 3, "dihitung dalam ribuan rupiah")]).is_empty());
        assert!(told_at(&[(3, 1, "(orang)"), (3, 2, "(Rp)")]).is_empty());
        // Nothing is counted in it.
        assert!(told_at(&[(0, 0, "(Rp juta)"), (4, 2, "-")]).is_empty());
        assert_eq!(told_at(&[(0, 0, "(ribuan orang)"), (4, 2, "-")]), [(0, 0)]);
    }

    #[test]
    fn texts_that_say_a_unit() {
        let (money, people) = (Some(Counted::Money), Some(Counted::People));
        for (text, meant) in [
            ("(Rp juta)", money),
            ("(dalam ribuan rupiah)", money),
            ("Capaian TW III 2025 (dalam ribuan rupiah)", money),
            ("Dalam Jutaan Rupiah", money),
            ("Satuan: Rp. Juta", money),
            ("(Rp. 000)", money),
            ("(x Rp1.000)", money),
            ("(dalam Rp1.000,-)", money),
            ("(juta)", money),
            ("*) angka dalam juta", money),
            ("Keuangan (Rp miliar)", money),
            ("Pagu dan realisasi dlm ribu rupiah", money),
            ("(dalam ribuan orang)", people),
            ("Anggaran Rp 5 juta", None),
            ("Capaian 2,5 juta rupiah", None),
            ("Isi dengan rupiah penuh, tanpa Rp dan tanpa singkatan juta", None),
            ("Dokumen Pelaksanaan Anggaran Nomor 000/12", None),
            ("Kabupaten Seribu Sungai", None),
            ("(Rp)", None),
            ("Pagu Rp 1.500.000", None),
            ("", None),
        ] {
            assert_eq!(unit(text), meant, "{text}");
        }
    }
}
