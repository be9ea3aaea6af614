//! The head of a section: which column holds what.

use std::collections::BTreeMap;

use crate::head::{Headings, Search, normal};
use crate::tables::Declared;
use crate::tables::capaian::{LAYANAN, MUTU, SERVED, TARGET};
use crate::workspace::book::Cell;

/// What a column holds. Budget and spending are the target and the achievement of section C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Nomor,
    Uraian,
    Satuan,
    /// Harus dilayani, harus dipenuhi, alokasi.
    Target,
    /// Terlayani, terpenuhi, realisasi.
    Capai,
    /// Target minus achievement.
    Selisih,
    Percent,
}

/// Which part of the year a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Months {
    /// All of it, so far.
    Semua,
    /// One month, 1..=12.
    Bulan(u8),
}

/// The columns of a section.
#[derive(Debug, Clone, Default)]
pub(super) struct FormHead {
    /// The rows of the head, each its texts by column.
    baris: Vec<BTreeMap<u32, String>>,
    /// The columns by what they hold.
    pub(super) kolom: BTreeMap<(Role, Months), u32>,
    /// The first row of the head.
    pub(super) first_row: u32,
    /// Columns that say the same as another: the column, the first one, its heading.
    pub(super) repeated: Vec<(u32, u32, String)>,
    /// Columns with a heading nobody knows.
    pub(super) unknown: BTreeMap<u32, String>,
}

impl FormHead {
    /// A head that begins with this row, when it is one: two headings at least.
    pub(super) fn begins(nomor: u32, baris: &BTreeMap<u32, &Cell>) -> Option<Self> {
        let teks = teks(baris);
        if !Search::FORM.accepts(&Form, teks.values()) || teks.len() < baris.len() {
            return None;
        }
        let mut head = Self { baris: vec![teks], first_row: nomor, ..Self::default() };
        head.arrange();
        Some(head)
    }

    /// Takes a further row of the head; `false` when the row is none.
    pub(super) fn continues(&mut self, baris: &BTreeMap<u32, &Cell>) -> bool {
        let teks = teks(baris);
        let kata = |t: &String| {
            bulan(t).is_some() || total(t) || role(t).is_some() || unit_of_money(t)
        };
        if teks.is_empty() || teks.len() < baris.len() || !teks.values().any(kata) {
            return false;
        }
        self.baris.push(teks);
        self.arrange();
        true
    }

    /// The column of something, if there is one.
    pub(super) fn look_up(&self, role: Role, waktu: Months) -> Option<u32> {
        self.kolom.get(&(role, waktu)).copied()
    }

    fn arrange(&mut self) {
        self.kolom.clear();
        self.repeated.clear();
        self.unknown.clear();
        let all: std::collections::BTreeSet<u32> =
            self.baris.iter().flat_map(|b| b.keys().copied()).collect();
        for kolom in all {
            match self.meaning_of(kolom) {
                Ok(meaning_of) => {
                    if let Some(first_one) = self.kolom.get(&meaning_of) {
                        let title =
                            self.baris.iter().find_map(|b| b.get(&kolom)).cloned();
                        self.repeated.push((
                            kolom,
                            *first_one,
                            title.unwrap_or_default(),
                        ));
                    } else {
                        self.kolom.insert(meaning_of, kolom);
                    }
                }
                Err(teks) => {
                    self.unknown.insert(kolom, teks);
                }
            }
        }
    }

    /// What a column is, from its own headings and the wide one above it.
    fn meaning_of(&self, kolom: u32) -> Result<(Role, Months), String> {
        let for_reader = |b: &BTreeMap<u32, String>| b.get(&kolom).cloned();
        let own_texts: Vec<String> = self.baris.iter().filter_map(for_reader).collect();
        // Above a month stands a heading in the same column or in one to its left.
        let above =
            self.baris.iter().rev().skip(1).find_map(|b| {
                b.range(..=kolom).next_back().and_then(|(_, teks)| role(teks))
            });
        let lowest = own_texts.last().cloned().unwrap_or_default();
        if let Some(bulan) = bulan(&lowest) {
            let role = above.unwrap_or(Role::Capai);
            return match role {
                Role::Capai => Ok((Role::Capai, Months::Bulan(bulan))),
                _ => Err(own_texts.join(" ")),
            };
        }
        if total(&lowest) {
            let role = above.unwrap_or(Role::Capai);
            return match role {
                Role::Capai | Role::Target => Ok((role, Months::Semua)),
                _ => Err(own_texts.join(" ")),
            };
        }
        own_texts
            .iter()
            .rev()
            .find_map(|teks| role(teks))
            .map(|role| (role, Months::Semua))
            .ok_or_else(|| own_texts.join(" "))
    }
}

fn teks(baris: &BTreeMap<u32, &Cell>) -> BTreeMap<u32, String> {
    baris
        .iter()
        .filter_map(|(kolom, sel)| match sel {
            Cell::Text(teks) => Some((*kolom, teks.clone())),
            _ => None,
        })
        .collect()
}

/// "(Rp)" and the like under a heading.
fn unit_of_money(teks: &str) -> bool {
    matches!(normal(teks).as_str(), "rp" | "rupiah" | "orang" | "jiwa")
}

fn total(teks: &str) -> bool {
    let normal = normal(teks);
    let kata = normal.split(' ').next().unwrap_or_default();
    matches!(kata, "total" | "kumulatif") || matches!(normal.as_str(), "jumlah" | "jml")
}

fn bulan(teks: &str) -> Option<u8> {
    let normal = normal(teks);
    let n = BULAN.iter().position(|nama| nama.contains(&normal.as_str()))?;
    u8::try_from(n + 1).ok()
}

const BULAN: [&[&str]; 12] = [
    &["jan", "januari"],
    &["feb", "februari", "pebruari", "peb"],
    &["mar", "maret", "mrt"],
    &["apr", "april"],
    &["mei"],
    &["jun", "juni"],
    &["jul", "juli"],
    &["agu", "agt", "ags", "agust", "agustus"],
    &["sep", "sept", "september"],
    &["okt", "oktober"],
    &["nov", "nop", "november", "nopember"],
    &["des", "desember"],
];

/// What a heading names.
fn role(teks: &str) -> Option<Role> {
    let normal = normal(teks);
    if total(teks) || bulan(teks).is_some() {
        return None;
    }
    if matches!(normal.as_str(), "no" | "nomor" | "kode" | "no urut" | "no kode") {
        return Some(Role::Nomor);
    }
    if ["belum", "selisih", "sisa"].iter().any(|kata| normal.contains(kata)) {
        return Some(Role::Selisih);
    }
    let persen = teks.contains('%') || normal.contains("persen");
    let (_, role) = FIELDS.iter().find(|(fields, role)| match role {
        Role::Percent => persen || normal.starts_with("capaian"),
        // The word may stand anywhere in the name of what is counted.
        Role::Satuan => words(fields).any(|kata| normal.starts_with(kata)),
        _ => words(fields).any(|kata| normal.contains(kata)),
    })?;
    Some(*role)
}

/// What each column tells of, in the order in which their words count: "realisasi anggaran" is
/// no budget, "jumlah sasaran terlayani" a target.
const FIELDS: [(&[&str], Role); 6] = [
    (&[TARGET, "dibutuhkan"], Role::Target),
    (&[], Role::Percent),
    (&["realisasi", SERVED, "terpenuhi"], Role::Capai),
    (&["pagu"], Role::Target),
    (&["kode"], Role::Uraian),
    (&["satuan"], Role::Satuan),
];

/// The words that name fields, as these are declared.
fn words(fields: &[&str]) -> impl Iterator<Item = &'static str> {
    let specs = LAYANAN.specs().into_iter().chain(MUTU.specs());
    specs.filter(|spec| fields.contains(&spec.key)).flat_map(|spec| spec.words).copied()
}

/// The headings of the form.
struct Form;

impl Headings for Form {
    fn key(&self, heading: &str) -> String {
        // The sign of a percentage counts.
        heading.to_owned()
    }

    fn knows(&self, key: &str) -> bool {
        role(key).is_some()
    }
}
