//! The head of a section: which column holds what.

use std::collections::BTreeMap;

use crate::book::grid::SheetCell;
use crate::head::{HeadMeasure, Headings, Search, measure, normal};
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Declared, Key};

/// What a column holds. Budget and spending are the target and the achievement of section C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ColumnRole {
    Nomor,
    Uraian,
    Satuan,
    /// Harus dilayani, harus dipenuhi, alokasi.
    Target,
    /// Terlayani, terpenuhi, realisasi.
    Reached,
    /// Target minus achievement.
    Difference,
    Percent,
}

/// Which part of the year a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Months {
    /// All of it, so far.
    Whole,
    /// One month, 1..=12.
    Month(u8),
}

/// The columns of a section.
#[derive(Debug, Clone, Default)]
pub(super) struct FormHead {
    /// The rows of the head, each its texts by column.
    row: Vec<BTreeMap<u32, String>>,
    /// The columns by what they hold.
    pub(super) column: BTreeMap<(ColumnRole, Months), u32>,
    /// The first row of the head.
    pub(super) first_row: u32,
    /// Columns that say the same as another: the column, the first one, its heading.
    pub(super) repeated: Vec<(u32, u32, String)>,
    /// Columns with a heading nobody knows.
    pub(super) unknown: BTreeMap<u32, String>,
}

impl FormHead {
    /// A head that begins with this row, when it is one: two headings at least.
    pub(super) fn begins(nomor: u32, row: &BTreeMap<u32, &SheetCell>) -> Option<Self> {
        let text = text(row);
        if !Search::FORM.accepts(&FormHeads, text.values()) || text.len() < row.len() {
            return None;
        }
        let mut head = Self { row: vec![text], first_row: nomor, ..Self::default() };
        head.arrange();
        Some(head)
    }

    /// Takes a further row of the head; `false` when the row is none.
    pub(super) fn continues(&mut self, row: &BTreeMap<u32, &SheetCell>) -> bool {
        let text = text(row);
        let words = |t: &String| {
            month(t).is_some() || total(t) || role(t).is_some() || unit_of_money(t)
        };
        if text.is_empty() || text.len() < row.len() || !text.values().any(words) {
            return false;
        }
        self.row.push(text);
        self.arrange();
        true
    }

    /// The column of something, if there is one.
    pub(super) fn look_up(&self, role: ColumnRole, months: Months) -> Option<u32> {
        self.column.get(&(role, months)).copied()
    }

    fn arrange(&mut self) {
        self.column.clear();
        self.repeated.clear();
        self.unknown.clear();
        let all: std::collections::BTreeSet<u32> =
            self.row.iter().flat_map(|b| b.keys().copied()).collect();
        for column in all {
            match self.meaning_of(column) {
                Ok(meaning_of) => {
                    if let Some(first) = self.column.get(&meaning_of) {
                        let title = self.row.iter().find_map(|b| b.get(&column)).cloned();
                        self.repeated.push((column, *first, title.unwrap_or_default()));
                    } else {
                        self.column.insert(meaning_of, column);
                    }
                }
                Err(text) => {
                    self.unknown.insert(column, text);
                }
            }
        }
    }

    /// What a column is, from its own headings and the wide one above it.
    fn meaning_of(&self, column: u32) -> Result<(ColumnRole, Months), String> {
        let for_reader = |b: &BTreeMap<u32, String>| b.get(&column).cloned();
        let own_texts: Vec<String> = self.row.iter().filter_map(for_reader).collect();
        // Above a month stands a heading in the same column or in one to its left.
        let above = self.row.iter().rev().skip(1).find_map(|b| {
            b.range(..=column).next_back().and_then(|(_, text)| role(text))
        });
        let whole = own_texts.join(" ");
        if measure(&whole) == Some(HeadMeasure::Scaled) {
            return Err(whole);
        }
        let lowest = own_texts.last().cloned().unwrap_or_default();
        if let Some(month) = month(&lowest) {
            let role = above.unwrap_or(ColumnRole::Reached);
            return match role {
                ColumnRole::Reached => Ok((ColumnRole::Reached, Months::Month(month))),
                _ => Err(own_texts.join(" ")),
            };
        }
        if total(&lowest) {
            let role = above.unwrap_or(ColumnRole::Reached);
            return match role {
                ColumnRole::Reached | ColumnRole::Target => Ok((role, Months::Whole)),
                _ => Err(own_texts.join(" ")),
            };
        }
        own_texts
            .iter()
            .rev()
            .find_map(|text| role(text))
            .map(|role| (role, Months::Whole))
            .ok_or_else(|| own_texts.join(" "))
    }
}

fn text(row: &BTreeMap<u32, &SheetCell>) -> BTreeMap<u32, String> {
    row.iter()
        .filter_map(|(column, cell)| match cell {
            SheetCell::Text(text) => Some((*column, text.clone())),
            _ => None,
        })
        .collect()
}

/// "(Rp)" and the like under a heading.
fn unit_of_money(text: &str) -> bool {
    matches!(normal(text).as_str(), "rp" | "rupiah" | "orang" | "jiwa")
}

fn total(text: &str) -> bool {
    let normal = normal(text);
    let words = normal.split(' ').next().unwrap_or_default();
    matches!(words, "total" | "kumulatif") || matches!(normal.as_str(), "jumlah" | "jml")
}

fn month(text: &str) -> Option<u8> {
    super::super::when::month_of(&normal(text))
}

/// What a heading names.
fn role(text: &str) -> Option<ColumnRole> {
    let normal = normal(text);
    if total(text) || month(text).is_some() {
        return None;
    }
    if matches!(normal.as_str(), "no" | "nomor" | "kode" | "no urut" | "no kode") {
        return Some(ColumnRole::Nomor);
    }
    if ["belum", "selisih", "sisa"].iter().any(|words| normal.contains(words)) {
        return Some(ColumnRole::Difference);
    }
    if measure(text) == Some(HeadMeasure::Share) {
        return Some(ColumnRole::Percent);
    }
    let (_, role) = FIELDS.iter().find(|(fields, role)| match role {
        ColumnRole::Percent => normal.starts_with("capaian"),
        // The word may stand anywhere in the name of what is counted.
        ColumnRole::Satuan => words(fields).any(|words| normal.starts_with(words)),
        _ => words(fields).any(|words| normal.contains(words)),
    })?;
    Some(*role)
}

/// What each column tells of, in the order in which their words count: "realisasi anggaran" is
/// no budget, "jumlah sasaran terlayani" a target.
const FIELDS: [(&[Key], ColumnRole); 6] = [
    (&[Key::TARGET, Key::NEEDED], ColumnRole::Target),
    (&[], ColumnRole::Percent),
    (&[Key::SPENT, Key::SERVED, Key::FILLED], ColumnRole::Reached),
    (&[Key::PAGU], ColumnRole::Target),
    (&[Key::KODE], ColumnRole::Uraian),
    (&[Key::SATUAN], ColumnRole::Satuan),
];

/// The words that name fields, as these are declared.
fn words(fields: &[Key]) -> impl Iterator<Item = &'static str> {
    let specs = LAYANAN.specs().into_iter().chain(MUTU.specs());
    specs.filter(|spec| fields.contains(&spec.key)).flat_map(|spec| spec.words).copied()
}

/// The headings of the form.
struct FormHeads;

impl Headings for FormHeads {
    fn key(&self, heading: &str) -> String {
        // The sign of a percentage counts.
        heading.to_owned()
    }

    fn knows(&self, key: &str) -> bool {
        role(key).is_some()
    }
}
