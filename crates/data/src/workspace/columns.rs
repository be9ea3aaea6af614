//! What the columns of a list are called, from its declaration: for sheets and CSV.

use std::collections::BTreeMap;

use crate::head::{self, Headings};
use crate::problem::SheetProblem;
use crate::tables::{Declared, Required, Spec, capaian, checks, other, people, rakor};
use base::diag::nearest_id;

/// The columns of a list with a declared shape, or of a free one, where every column is taken.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    table: Option<&'static dyn Declared>,
    /// A column that may be absent, because its value comes from elsewhere.
    given: &'static str,
}

/// The lists by the names their files and sheets have.
const LISTS: [(&str, &dyn Declared, &str); 11] = [
    ("pejabat", &people::PEJABAT, ""),
    ("opd", &people::OPD, ""),
    ("peserta", &rakor::PESERTA, ""),
    ("panitia", &rakor::PANITIA, ""),
    ("narasumber", &rakor::NARASUMBER, ""),
    ("undangan", &rakor::UNDANGAN, ""),
    ("capaian", &capaian::LAYANAN, ""),
    // Brought in, the OPD may be named on the command line.
    ("impor", &capaian::LAYANAN, "opd"),
    ("mutu", &capaian::MUTU, ""),
    ("indeks-lain", &other::INDEKS_LAIN, ""),
    ("libur", &checks::LIBUR, ""),
];

impl Columns {
    /// The columns of the list of that name.
    pub(super) fn of(name: &str) -> Self {
        let list = LISTS.iter().find(|(own, ..)| *own == name);
        let (table, given) = list.map_or((None, ""), |(_, t, g)| (Some(*t), *g));
        Self { table, given }
    }

    /// Whether every column is taken as it is called.
    pub(super) const fn is_free(self) -> bool {
        self.table.is_none()
    }

    fn specs(self) -> Vec<&'static Spec> {
        let Some(table) = self.table else { return Vec::new() };
        let own = table.specs().into_iter().filter(|spec| spec.kind.in_cell());
        table.about().parent.into_iter().chain(own).collect()
    }

    /// The keys of its columns.
    pub(super) fn keys(self) -> Vec<&'static str> {
        self.specs().into_iter().map(|spec| spec.key).collect()
    }

    /// The keys without which no row can be read.
    pub(super) fn required(self) -> Vec<&'static str> {
        let needed =
            |spec: &&Spec| spec.required == Required::Yes && spec.key != self.given;
        self.specs().into_iter().filter(needed).map(|spec| spec.key).collect()
    }

    /// Whether a cell merged downwards in this column holds for all its rows.
    pub(super) fn merges(self, key: &str) -> bool {
        self.is_free() || self.specs().iter().any(|spec| spec.merged && spec.key == key)
    }

    /// What becomes of each column of a head.
    pub(super) fn sort<'h>(self, heads: &[&'h str]) -> Sorted<'h> {
        let meant: Vec<(String, usize)> =
            heads.iter().map(|text| self.meant(text)).collect();
        let mut sorted = Sorted::default();
        for (at, ((key, rank), text)) in meant.iter().zip(heads).enumerate() {
            if key.is_empty() {
                continue;
            }
            // Of several columns for one thing the one that says so best is read.
            let others = meant.iter().enumerate().filter(|(_, (other, _))| other == key);
            let best = others.min_by_key(|(other, (_, rank))| (*rank, *other));
            let (best, best_rank) =
                best.map_or((at, *rank), |(at, (_, rank))| (at, *rank));
            if best == at {
                self.sort_one(at, key, text, &meant, &mut sorted);
            } else if best_rank == *rank || !self.is_open() {
                sorted.twice.push((at.max(best), at.min(best)));
            } else {
                sorted.unread.push((at, *text));
            }
        }
        sorted
    }

    /// A column that is the only one of its kind, or the best.
    fn sort_one<'h>(
        self,
        at: usize,
        key: &str,
        text: &'h str,
        all: &[(String, usize)],
        sorted: &mut Sorted<'h>,
    ) {
        let taken = |own: &&'static str| all.iter().any(|(other, _)| other == own);
        let known = self.is_free() || self.knows(key);
        let slip = || self.slip(text).filter(|own| !taken(own));
        if let Some(own) = (!known).then(slip).flatten() {
            sorted.slips.push((at, text, own));
        } else if known || !self.is_open() {
            sorted.keys.insert(at, key.to_owned());
        } else {
            sorted.unread.push((at, text));
        }
    }

    /// Whether columns that nobody knows are passed over.
    fn is_open(self) -> bool {
        self.table.is_some_and(|table| table.about().open)
    }

    /// The key that a heading is a slip of.
    fn slip(self, heading: &str) -> Option<&'static str> {
        let specs = self.specs();
        // Both as it is written and as it is meant: a slip may hide what is left out of a head.
        [head::normal, head::plain].into_iter().find_map(|form| {
            let names = specs.iter().flat_map(|spec| {
                let all = std::iter::once(&spec.key).chain(spec.headings);
                all.map(|name| (form(name), spec.key))
            });
            let names: Vec<(String, &'static str)> = names.collect();
            let near = nearest_id(&form(heading), names.iter().map(|(n, _)| n.as_str()))?;
            names.iter().find(|(name, _)| *name == near).map(|(_, key)| *key)
        })
    }

    /// What a heading stands for, and how sure that is: 0 where it is the very key.
    fn meant(self, heading: &str) -> (String, usize) {
        let key = head::key(heading);
        let Some(table) = self.table else { return (key, 0) };
        let over = table.about().passed_over;
        let parts: Vec<&str> = heading.split(['/', '|']).collect();
        let known = self
            .called(|name| name == key)
            .or_else(|| over.contains(&key.as_str()).then_some(("", 0)))
            .or_else(|| {
                let plain = head::plain(heading);
                self.called(|name| head::plain(name) == plain)
                    .map(|(key, rank)| (key, rank + LOOSELY))
                    .or_else(|| {
                        over.iter().any(|o| head::plain(o) == plain).then_some(("", 0))
                    })
            })
            .or_else(|| self.alternatives(&parts));
        known.map_or((key, usize::MAX), |(key, rank)| (key.to_owned(), rank))
    }

    /// The first key of which a name is the heading.
    fn called(self, is: impl Fn(&str) -> bool) -> Option<(&'static str, usize)> {
        self.specs().into_iter().find_map(|spec| {
            let mut names = std::iter::once(&spec.key).chain(spec.headings);
            names.position(|name| is(name)).map(|rank| (spec.key, rank))
        })
    }

    /// "Instansi/Unit Kerja": several names of one thing.
    fn alternatives(self, parts: &[&str]) -> Option<(&'static str, usize)> {
        let all: Option<Vec<&str>> = parts
            .iter()
            .map(|part| {
                let plain = head::plain(part);
                self.called(|name| head::plain(name) == plain).map(|(key, _)| key)
            })
            .collect();
        let all = all.filter(|_| parts.len() > 1)?;
        let first = *all.first()?;
        let same = all.iter().all(|key| *key == first);
        self.specs()
            .into_iter()
            .find(|s| same && s.key == first)
            .map(|s| (s.key, 2 * LOOSELY))
    }
}

/// Behind this rank a heading is only another way to write a name.
const LOOSELY: usize = 1000;

/// The columns of a head by their number.
#[derive(Default)]
pub(super) struct Sorted<'h> {
    /// Those that are read, with their keys.
    pub(super) keys: BTreeMap<usize, String>,
    /// Those that are passed over and told.
    pub(super) unread: Vec<(usize, &'h str)>,
    /// Those that say the same as an earlier one.
    pub(super) twice: Vec<(usize, usize)>,
    /// Those that are a slip of a key that is not there.
    pub(super) slips: Vec<(usize, &'h str, &'static str)>,
}

impl Sorted<'_> {
    /// What is told of the columns that are passed over, at the first of them.
    pub(super) fn passed_over(&self) -> Option<(usize, SheetProblem)> {
        let (first, _) = self.unread.first()?;
        let names =
            self.unread.iter().map(|(_, text)| one_line(text)).collect::<Vec<_>>();
        Some((*first, SheetProblem::ColumnsPassedOver { names: names.join(", ") }))
    }

    /// The slips of keys that a list can do without: the others are told to be missing.
    pub(super) fn slips_beside<'s>(
        &'s self,
        required: &'s [&'static str],
    ) -> impl Iterator<Item = (usize, SheetProblem)> + 's {
        let beside = self.slips.iter().filter(|(.., key)| !required.contains(key));
        beside.map(|(at, heading, key)| {
            let (heading, key) = (one_line(heading), (*key).to_owned());
            (*at, SheetProblem::MisspeltColumn { heading, key })
        })
    }

    /// The required keys that no column has, each with the heading that is a slip of it.
    pub(super) fn missing<'s>(
        &'s self,
        required: &'s [&'static str],
    ) -> impl Iterator<Item = SheetProblem> + 's {
        let there = |key: &&&str| self.keys.values().any(|own| own == **key);
        required.iter().filter(move |key| !there(key)).map(|key| {
            let slip = self.slips.iter().find(|(.., own)| own == key);
            let near = slip.map_or_else(String::new, |(_, heading, _)| one_line(heading));
            SheetProblem::MissingColumn { key: (*key).to_owned(), near }
        })
    }
}

/// A heading as one line of a message.
fn one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Headings for Columns {
    fn key(&self, heading: &str) -> String {
        self.meant(heading).0
    }

    fn knows(&self, key: &str) -> bool {
        self.specs().into_iter().any(|spec| spec.key == key)
    }
}
