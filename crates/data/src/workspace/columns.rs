//! What the columns of a list are called, from its declaration: for sheets and CSV.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::book::grid::Grid;
use crate::head::{self, Head, Headings, Name};
use crate::other_unit::{self, Counted};
use crate::problem::SheetProblem;
use crate::tables::{Declared, Required, Spec, capaian, checks, other, people, rakor};
use crate::workspace::workbook::plan::{SHEETS, SheetContent, tying};
use base::diag::{Problems, nearest, nearest_id};
use base::source::FileId;

/// The columns of a list with a declared shape, or of a free one, where every column is taken.
#[derive(Clone, Copy)]
pub(super) struct ListColumns(Option<&'static KnownList>);

/// A list whose columns are declared.
struct KnownList {
    table: &'static dyn Declared,
    /// All its columns.
    specs: Vec<&'static Spec>,
    /// A column that may be absent, because its value comes from elsewhere.
    given: &'static str,
    /// What its columns may be called.
    names: Vec<ColumnName>,
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

impl KnownList {
    fn new(
        table: &'static dyn Declared,
        specs: Vec<&'static Spec>,
        given: &'static str,
    ) -> Self {
        let own = specs.iter().flat_map(|spec| {
            let all =
                std::iter::once(spec.key.as_str()).chain(spec.headings.iter().copied());
            all.enumerate()
                .map(|(rank, name)| ColumnName::new(name, spec.key.as_str(), rank))
        });
        let over = table.about().passed_over;
        let over = over.iter().map(|name| ColumnName::new(name, "", 0));
        let names = own.chain(over).collect();
        Self { table, specs, given, names }
    }

    /// A list that is a file.
    fn of_file(table: &'static dyn Declared, given: &'static str) -> Self {
        let own = table.specs().into_iter().filter(|spec| spec.kind.in_cell());
        Self::new(table, table.about().parent.into_iter().chain(own).collect(), given)
    }

    /// The rows of each sheet of the workbook, by the title of the sheet.
    fn of_sheets() -> Vec<(&'static str, Self)> {
        let listed = SHEETS.iter().filter_map(|sheet| {
            let SheetContent::Rows(rows) = &sheet.holds else { return None };
            let table = rows.declared()?;
            let own = table.specs().into_iter().filter(|spec| spec.kind.in_workbook());
            let specs = tying(rows).into_iter().chain(own).collect();
            Some((sheet.title, Self::new(table, specs, "")))
        });
        listed.collect()
    }
}

impl ListColumns {
    /// The columns of the list of that name.
    pub(super) fn of(name: &str) -> Self {
        static KNOWN: LazyLock<Vec<KnownList>> = LazyLock::new(|| {
            LISTS
                .iter()
                .map(|(_, table, given)| KnownList::of_file(*table, given))
                .collect()
        });
        let list = LISTS.iter().position(|(own, ..)| *own == name);
        Self(list.and_then(|at| KNOWN.get(at)))
    }

    /// The columns of a sheet of the workbook.
    pub(super) fn of_sheet(title: &str) -> Self {
        static KNOWN: LazyLock<Vec<(&str, KnownList)>> =
            LazyLock::new(KnownList::of_sheets);
        Self(KNOWN.iter().find(|(own, _)| *own == title).map(|(_, list)| list))
    }

    /// Whether every column is taken as it is called.
    pub(super) const fn is_free(self) -> bool {
        self.0.is_none()
    }

    /// Whether it is brought in: the heads of columns of other quarters were taken away.
    pub(super) fn is_brought_in(self) -> bool {
        self.0.is_some_and(|list| list.given == "opd")
    }

    fn specs(self) -> &'static [&'static Spec] {
        self.0.map_or(&[], |list| &list.specs)
    }

    /// The keys of its columns.
    pub(super) fn keys(self) -> Vec<&'static str> {
        self.specs().iter().map(|spec| spec.key.as_str()).collect()
    }

    /// The keys without which no row can be read.
    pub(super) fn required(self) -> Vec<&'static str> {
        let given = self.0.map_or("", |list| list.given);
        let needed = |spec: &&&Spec| spec.required == Required::Yes && spec.key != given;
        self.specs().iter().filter(needed).map(|spec| spec.key.as_str()).collect()
    }

    /// Whether a cell merged downwards in this column holds for all its rows.
    pub(super) fn merges(self, key: &str) -> bool {
        self.is_free() || self.specs().iter().any(|spec| spec.merged && spec.key == key)
    }

    /// What becomes of each column of a head.
    pub(super) fn sort<'h>(self, heads: &[&'h str]) -> Sorted<'h> {
        let meant: Vec<(String, usize)> =
            heads.iter().map(|text| self.meant(text)).collect();
        // Of several columns for one thing the one that says so best is read.
        let mut best: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (at, (key, rank)) in meant.iter().enumerate() {
            let one = best.entry(key).or_insert((*rank, at));
            *one = (*one).min((*rank, at));
        }
        let mut sorted = Sorted::default();
        for (at, ((key, rank), text)) in meant.iter().zip(heads).enumerate() {
            let (best_rank, first) =
                best.get(key.as_str()).copied().unwrap_or((*rank, at));
            if key.is_empty() {
                continue;
            }
            if first == at {
                self.sort_one(at, key, text, &best, &mut sorted);
            } else if best_rank == *rank || !self.is_open() {
                sorted.twice.push((at.max(first), at.min(first)));
            } else {
                sorted.unread.push((at, *text));
            }
        }
        self.name_meant(&mut sorted);
        sorted
    }

    /// Of a list of people without their names, the column that was meant to hold them: "Nma", "Nmae
    /// Peserta". Passed over, it would leave rows of nobody.
    fn name_meant(self, sorted: &mut Sorted<'_>) {
        const NAME: &str = "nama";
        let there = sorted.keys.values().any(|key| key == NAME);
        if there || !self.is_open() || !self.keys().contains(&NAME) {
            return;
        }
        let meant = |text: &str| {
            let normal = head::normal(text);
            let first = normal.split(' ').next().unwrap_or_default();
            nearest(first, [NAME]).is_some()
        };
        let Some(found) = sorted.unread.iter().position(|(_, text)| meant(text)) else {
            return;
        };
        let (at, text) = sorted.unread.remove(found);
        sorted.keys.insert(at, NAME.to_owned());
        sorted.slips.push((at, text, NAME));
    }

    /// A column that is the only one of its kind, or the best.
    fn sort_one<'h>(
        self,
        at: usize,
        key: &str,
        text: &'h str,
        all: &BTreeMap<&str, (usize, usize)>,
        sorted: &mut Sorted<'h>,
    ) {
        let taken = |own: &&'static str| all.contains_key(own);
        let known = self.is_free() || self.knows(key);
        let slip = || self.slip(text).filter(|own| !taken(own));
        if let Some(own) = (!known).then(slip).flatten() {
            // Its rows are read as they are meant, so that nothing else seems to be missing; no
            // paper is made before the heading is mended.
            if !sorted.keys.values().any(|key| key == own) {
                sorted.keys.insert(at, own.to_owned());
            }
            sorted.slips.push((at, text, own));
        } else if !known && !self.is_open() && !self.is_brought_in() {
            // Its reader tells of it, in the words of whoever typed it.
            let typed = one_line(text);
            let plain = typed.to_lowercase() == key;
            sorted.keys.insert(at, if plain { key.to_owned() } else { typed });
        } else if known || !self.is_open() {
            sorted.keys.insert(at, key.to_owned());
        } else {
            sorted.unread.push((at, text));
        }
    }

    /// Whether columns that nobody knows are passed over.
    fn is_open(self) -> bool {
        self.0.is_some_and(|list| list.table.about().open)
    }

    /// The key that a heading is a slip of.
    fn slip(self, heading: &str) -> Option<&'static str> {
        let names = self.names();
        if head::measure(heading).is_some() {
            return None;
        }
        // Both as it is written and as it is meant: a slip may hide what is left out of a head.
        let near = |written: &str, form: fn(&ColumnName) -> &str| {
            let near = nearest_id(written, names.iter().map(form))?;
            let name = names.iter().find(|name| form(name) == near)?;
            (!says_more(written, &near)).then_some(name.key)
        };
        // A letter too many in a short name is no small part of it.
        let short = |written: &str| {
            let one_more = |name: &&ColumnName| {
                name.normal.len() <= SHORT
                    && written.len() == name.normal.len() + 1
                    && written.starts_with(&name.normal)
                    && written.ends_with(char::is_alphabetic)
            };
            names.iter().find(one_more).map(|name| name.key)
        };
        near(&head::normal(heading), |name| &name.normal)
            .or_else(|| near(&head::plain(heading), |name| &name.plain))
            .or_else(|| short(&head::normal(heading)))
            .filter(|key| !key.is_empty())
    }

    /// What a heading stands for, and how sure that is: 0 where it is the very key.
    fn meant(self, heading: &str) -> (String, usize) {
        let key = head::key(heading);
        if self.is_free() {
            return (key, 0);
        }
        let names = self.names();
        let known = names
            .iter()
            .find(|name| name.written == key)
            .map(|name| (name.key, name.rank))
            .or_else(|| self.loosely(heading))
            .or_else(|| self.alternatives(heading));
        match known {
            // A sign of percent is no part of a key.
            Some((key, _)) if self.counts(key) && head::measure(heading).is_some() => {
                (one_line(heading), usize::MAX)
            }
            Some((key, rank)) => (key.to_owned(), rank),
            None => (key, usize::MAX),
        }
    }

    /// Whether the column of a key counts: a heading with a measure of its own is no name of it.
    fn counts(self, key: &str) -> bool {
        self.specs().iter().any(|spec| spec.key == key && spec.kind.counts())
    }

    /// Tells of units other than full ones that stand around a list.
    pub(super) fn tell_units(
        self,
        sheet: (FileId, &Grid),
        head: (Head, &BTreeMap<u32, Name>),
        problems: &mut Problems,
    ) {
        let counts = |key: &str| {
            let spec = self.specs().iter().find(|spec| spec.key == key)?;
            Counted::of(spec.kind)
        };
        other_unit::tell(sheet, head, counts, problems);
    }

    /// The key of a heading as it is meant.
    fn loosely(self, heading: &str) -> Option<(&'static str, usize)> {
        let plain = head::plain(heading);
        let name = self.names().iter().find(|name| name.plain == plain)?;
        Some((name.key, name.rank + LOOSELY))
    }

    /// "Instansi/Unit Kerja": several names of one thing.
    fn alternatives(self, heading: &str) -> Option<(&'static str, usize)> {
        let mut parts = heading.split(['/', '|']).map(|part| self.loosely(part));
        let (first, _) = parts.next()??;
        let mut several = false;
        for part in parts {
            several = true;
            part.filter(|(key, _)| *key == first)?;
        }
        several.then_some((first, 2 * LOOSELY))
    }

    /// The names of its columns.
    fn names(self) -> &'static [ColumnName] {
        self.0.map_or(&[], |list| &list.names)
    }
}

/// A name that a column may have.
struct ColumnName {
    /// As a key.
    written: &'static str,
    /// Its words.
    normal: String,
    /// As everybody means it.
    plain: String,
    /// What it stands for; empty for what is passed over.
    key: &'static str,
    /// How far down the names of its key it stands.
    rank: usize,
}

impl ColumnName {
    fn new(written: &'static str, key: &'static str, rank: usize) -> Self {
        let (normal, plain) = (head::normal(written), head::plain(written));
        Self { written, normal, plain, key, rank }
    }
}

/// A name of so many letters is short.
const SHORT: usize = 3;

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
    /// Those that are a slip of a key that is not there; the first of each is read.
    pub(super) slips: Vec<(usize, &'h str, &'static str)>,
}

impl Sorted<'_> {
    /// What is told of the columns that are passed over, at the first of them; nothing where one
    /// of them may be what is missing.
    pub(super) fn passed_over(
        &self,
        required: &[&'static str],
    ) -> Option<(usize, SheetProblem)> {
        let (first, _) = self.unread.first()?;
        let nothing_missing = self.missing(required).next().is_none();
        let names = self.unread_names();
        nothing_missing.then_some((*first, SheetProblem::ColumnsPassedOver { names }))
    }

    fn unread_names(&self) -> String {
        let names = self.unread.iter().map(|(_, text)| one_line(text));
        names.collect::<Vec<_>>().join(", ")
    }

    /// What is told of the slips, each at its own heading.
    pub(super) fn misspelt(&self) -> impl Iterator<Item = (usize, SheetProblem)> + '_ {
        self.slips.iter().map(|(at, heading, key)| {
            let (heading, key) = (one_line(heading), (*key).to_owned());
            (*at, SheetProblem::MisspeltColumn { heading, key })
        })
    }

    /// The required keys that no column has, nor a slip of them.
    pub(super) fn missing<'s>(
        &'s self,
        required: &'s [&'static str],
    ) -> impl Iterator<Item = SheetProblem> + 's {
        let there = |key: &&&str| self.keys.values().any(|own| own == **key);
        let missing = required.iter().filter(move |key| !there(key));
        missing.map(|key| {
            let (key, unread) = ((*key).to_owned(), self.unread_names());
            SheetProblem::MissingColumn { key, unread }
        })
    }
}

/// Whether one of two heads only has words that the other lacks: no slip of the pen, as "Realisasi
/// Keuangan" may be the share and "Realisasi Keuangan (Rp)" is none.
fn says_more(one: &str, other: &str) -> bool {
    let words =
        |text: &'_ str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let (one, other) = (words(one), words(other));
    one.len() != other.len() && (one.is_subset(&other) || other.is_subset(&one))
}

/// A heading as one line of a message.
fn one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Headings for ListColumns {
    fn key(&self, heading: &str) -> String {
        self.meant(heading).0
    }

    fn knows(&self, key: &str) -> bool {
        self.specs().iter().any(|spec| spec.key == key)
    }
}
