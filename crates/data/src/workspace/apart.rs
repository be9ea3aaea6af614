//! Rows between the people of a list that are nobody: heads of groups, and lines left to fill in.

use super::columns::ListColumns;
use super::lines::{RowLine, RowList};
use crate::problem::SheetProblem;
use base::diag::{Both, Lang, first_names};
use base::source::Span;

/// The rows of a list that are no people, and what is told of them, each kind once.
pub(super) fn apart(list: &RowList<'_>) -> (Vec<usize>, Vec<(Span, SheetProblem)>) {
    let mut all = Vec::new();
    let mut told = Vec::new();
    for kind in [Apart::Group, Apart::Empty] {
        let is = |at: &usize| kind.is(list, &list.lines[*at]);
        let found: Vec<usize> = (0..list.lines.len()).filter(is).collect();
        let lines = || found.iter().map(|at| &list.lines[*at]);
        if let Some(first) = lines().next() {
            let rows = |lang: Lang| {
                let names: Vec<&str> =
                    lines().map(|line| line.first.0.of(lang)).collect();
                first_names(lang, &names, MOST)
            };
            let rows = Both::new(rows(Lang::Id), rows(Lang::En));
            let problem = SheetProblem::RowsOfNobody { rows, what: kind.said() };
            told.push((first.first.1, problem));
        }
        all.extend(found);
    }
    all.sort_unstable();
    all.dedup();
    (all, told)
}

/// What is told of a column without a heading that holds these values. Rows that are counted
/// need none.
pub(super) fn nameless(column: Both, values: &[String]) -> Option<SheetProblem> {
    let is_count =
        |(n, value): (usize, &String)| value.trim_end_matches('.') == n.to_string();
    let example = values.first()?.clone();
    let counted = (1..).zip(values).all(is_count);
    (!counted).then_some(SheetProblem::NamelessColumn { column, example })
}

/// How many rows a message names.
const MOST: usize = 30;

#[derive(Clone, Copy)]
enum Apart {
    Group,
    Empty,
}

impl Apart {
    fn is(self, list: &RowList<'_>, line: &RowLine<'_>) -> bool {
        match self {
            Self::Group => is_group(list, line),
            Self::Empty => {
                !line.cells.is_empty()
                    && line.cells.iter().all(|(_, text)| is_blank(text))
            }
        }
    }

    fn said(self) -> Both {
        match self {
            Self::Group => Both::new("judul kelompok", "the head of a group"),
            Self::Empty => Both::new("hanya tanda isian", "only dots or dashes"),
        }
    }
}

/// Whether the cell of a name leaves it for the hand: the row is that of an office without a
/// person.
pub(super) fn is_unnamed(columns: ListColumns, key: &str, text: &str) -> bool {
    key == "nama" && !columns.is_free() && is_blank(text)
}

/// "-", "..........": a place left for the hand.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric())
        && text.chars().any(|c| "-.…_–—".contains(c))
}

/// "KECAMATAN", "A  OPD": nothing but words where the name stands, and no number of a person.
fn is_group(list: &RowList<'_>, line: &RowLine<'_>) -> bool {
    let only = line.cells.len() == 1;
    let Some(text) = line.text(list.key).filter(|_| only && !line.is_numbered()) else {
        return false;
    };
    let lettered = list.has_number && is_letter(&line.number);
    let loud = !text.contains(char::is_lowercase);
    let alone = list.numbered && loud && list.has_quiet;
    lettered || list.wide && (alone || is_institution(text))
}

/// "A", "II.": how groups are numbered.
fn is_letter(number: &str) -> bool {
    let letters = number.trim_matches(['(', ')', '.', ' ']);
    !letters.is_empty()
        && letters.len() <= 5
        && (letters.len() == 1 || letters.chars().all(|c| "IVX".contains(c)))
        && letters.chars().all(char::is_alphabetic)
}

/// Whether a text begins as institutions and groups of people do.
fn is_institution(text: &str) -> bool {
    let lower = text.to_lowercase();
    let word = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    GROUPS.contains(&word)
}

const GROUPS: [&str; 25] = [
    "opd",
    "skpd",
    "perangkat",
    "dinas",
    "badan",
    "bagian",
    "bidang",
    "kecamatan",
    "kelurahan",
    "desa",
    "nagari",
    "puskesmas",
    "rsud",
    "sekretariat",
    "inspektorat",
    "kantor",
    "unsur",
    "kelompok",
    "peserta",
    "narasumber",
    "panitia",
    "undangan",
    "tamu",
    "instansi",
    "forkopimda",
];
