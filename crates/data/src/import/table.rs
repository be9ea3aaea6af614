//! Tables with a head row, as the workspace itself reads them in `data/capaian/`.

use super::{ImportedLayanan, ImportedMutu, Skipped, items, matching, passed_over};
use crate::book::grid::{Grid, SheetCell};
use crate::fields::{Fields, rows};
use crate::head;
use crate::node::{Node, Value};
use crate::problem::{AchievementProblem, ImportProblem, ReferenceProblem, SheetProblem};
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Datum, Key};
use crate::workspace::sheet::rows_of;
use bahasa::format_decimal_short;
use base::diag::{Both, Problems, nearest_id};
use base::source::{FileId, Span, Spanned};
use field::domain::Periode;
use field::spm::{Catalog, Tingkat};
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use std::collections::BTreeMap;

/// Reads tables: services, and the quality items beside them.
pub(super) struct TableReader<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) tingkat: Tingkat,
    pub(super) periode: Periode,
    pub(super) problems: &'a mut Problems,
    pub(super) skipped: &'a mut Vec<Skipped>,
    /// The headings as they were typed, by column, each with its row.
    pub(super) headings: BTreeMap<u32, (u32, String)>,
}

impl TableReader<'_> {
    /// The services of a sheet; `None` after a problem with its head.
    pub(super) fn layanan(
        &mut self,
        file: FileId,
        grid: &Grid,
    ) -> Option<Vec<ImportedLayanan>> {
        let mut row = rows_of(file, grid, "impor", self.problems)?;
        self.computed(grid, &row);
        self.unknown_columns(&mut row, "impor");
        self.computed_columns(file, grid);
        let (catalog, tingkat) = (self.catalog, self.tingkat);
        let skipped = &mut *self.skipped;
        let read = rows("capaian", &row, self.problems, |f| {
            one(f, catalog, tingkat, &mut *skipped)
        });
        let mut layanan: Vec<ImportedLayanan> = read.into_iter().flatten().collect();
        let mut seen: Vec<Spanned<String>> = Vec::new();
        layanan.retain(|l| {
            let there = seen.iter().find(|kode| kode.value == l.kode.value);
            if let Some(there) = there {
                let (kode, first) = (l.kode.value.clone(), cell(there.span));
                self.problems
                    .add(l.kode.span, ReferenceProblem::DuplicateLayanan { kode, first });
                return false;
            }
            seen.push(l.kode.clone());
            true
        });
        let sort_key =
            |kode: &str| catalog.all_layanan(tingkat).iter().position(|l| l.kode == kode);
        layanan.sort_by_key(|l| sort_key(&l.kode.value));
        Some(layanan)
    }

    /// Puts the quality items of a sheet into their services.
    pub(super) fn mutu(
        &mut self,
        file: FileId,
        grid: &Grid,
        layanan: &mut [ImportedLayanan],
    ) {
        let tahun = u16::try_from(self.periode.tahun).unwrap_or_default();
        let of = |kode: &str| self.catalog.mutu(kode, tahun);
        let grid = items::with_codes((file, grid), layanan, of, self.problems);
        let Some(mut row) = rows_of(file, &grid, "mutu", self.problems) else { return };
        self.unknown_columns(&mut row, "mutu");
        self.computed_columns(file, &grid);
        let (catalog, tingkat) = (self.catalog, self.tingkat);
        let all = rows("mutu", &row, self.problems, |f| {
            let kode = kode(f, catalog, tingkat);
            (kode, ImportedMutu { nama: f.need_text(Key::NAMA), content: MUTU.fill(f) })
        });
        let mut lonely: Vec<(Spanned<String>, usize)> = Vec::new();
        for (kode, mutu) in all {
            if kode.value.is_empty() || mutu.nama.value.is_empty() {
                continue;
            }
            if let Some(l) = layanan.iter_mut().find(|l| l.kode.value == kode.value) {
                l.mutu.push(mutu);
                continue;
            }
            match lonely.iter_mut().find(|(own, _)| own.value == kode.value) {
                Some((_, count)) => *count += 1,
                None => lonely.push((kode, 1)),
            }
        }
        for (kode, count) in lonely {
            let nama = layanan.iter().map(|l| l.kode.value.as_str());
            let near = nearest_id(&kode.value, nama).unwrap_or_default();
            let problem =
                SheetProblem::MutuWithoutService { kode: kode.value, near, count };
            self.problems.add(kode.span, problem);
        }
    }

    /// A heading as it was typed.
    fn heading(&self, key: &Spanned<String>) -> String {
        let typed = match key.span {
            Span::Cell { column, .. } => self.headings.get(&column),
            _ => None,
        };
        typed.map_or(&key.value, |(_, text)| text).clone()
    }

    /// "Belum terlayani", "selisih" and "persen" must be what the figures of their row give;
    /// they are not taken.
    fn computed(&mut self, grid: &Grid, rows: &[Node]) {
        let mut told = Vec::new();
        for node in rows {
            let Value::Table(row) = &node.value else { continue };
            let figure = |key: Key| {
                let (_, node) = row.iter().find(|(name, _)| key == name.value)?;
                number(&node.value)
            };
            let (Some(target), Some(served)) = (figure(Key::TARGET), figure(Key::SERVED))
            else {
                continue;
            };
            let Span::Cell { file, row, .. } = node.span else { continue };
            for (column, (_, heading)) in &self.headings {
                let Some(computed) = Computed::of(&head::key(heading)) else { continue };
                let here = grid.cells.get(&(row, *column)).and_then(cell_number);
                let problem = here.and_then(|here| {
                    computed.differs(heading, &here, (&target, &served))
                });
                let Some(problem) = problem else { continue };
                told.push((Span::Cell { file, row, column: *column }, problem));
            }
        }
        for (span, problem) in told {
            self.problems.add(span, problem);
        }
    }

    /// Lists the columns whose figures follow from others, where they hold any: who sent them
    /// sees that they were passed over on purpose.
    fn computed_columns(&mut self, file: FileId, grid: &Grid) {
        for (&column, (row, heading)) in &self.headings {
            let place = Span::Cell { file, row: *row, column };
            let listed = self.skipped.iter().any(|d| d.place == place);
            let holds = |(at, cell): (&(u32, u32), &SheetCell)| {
                at.0 > *row && at.1 == column && cell_number(cell).is_some()
            };
            if !listed
                && Computed::word(&head::key(heading)).is_some()
                && grid.cells.iter().any(holds)
            {
                let why = Both::new(
                    "dihitung sendiri dari kolom lainnya",
                    "computed from the other columns",
                );
                self.skipped.push(Skipped { place, content: heading.clone(), why });
            }
        }
    }

    /// Takes out the columns that an import has no use for, and tells each once.
    fn unknown_columns(&mut self, row: &mut [Node], list: &str) {
        for node in row {
            let Value::Table(content) = &mut node.value else { continue };
            content.retain(|(name_key, _)| {
                let keep = imported(list, &name_key.value);
                if !keep && !self.skipped.iter().any(|d| d.place == name_key.span) {
                    let content = self.heading(name_key);
                    let (place, why) = (name_key.span, passed_over::why(&content));
                    self.skipped.push(Skipped { place, content, why });
                }
                keep
            });
        }
    }
}

/// What a column says that follows from target and served.
#[derive(Clone, Copy)]
pub(crate) enum Computed {
    /// Who is not served yet.
    Rest,
    /// The share of those who are.
    Percent,
}

impl Computed {
    fn of(key: &str) -> Option<Self> {
        let words: Vec<&str> = key.split('_').collect();
        let money = |w: &&str| matches!(*w, "anggaran" | "pagu" | "rp" | "realisasi");
        if words.iter().any(money) {
            return None;
        }
        match Self::word(key)? {
            "persen" | "persentase" => Some(Self::Percent),
            _ => Some(Self::Rest),
        }
    }

    /// The word of a heading that says so, of people or of money.
    fn word(key: &str) -> Option<&str> {
        let first = key.split('_').find(|word| !matches!(*word, "yang" | "jumlah"))?;
        let words = ["belum", "selisih", "sisa", "persen", "persentase"];
        words.contains(&first).then_some(first)
    }

    fn figure(self, target: &BigRational, served: &BigRational) -> Option<BigRational> {
        match self {
            Self::Rest => Some(target - served),
            Self::Percent if target.is_zero() => None,
            Self::Percent => {
                Some(served / target * BigRational::from_integer(100.into()))
            }
        }
    }

    /// What to tell where a cell of the column says something else.
    pub(crate) fn differs(
        self,
        heading: &str,
        here: &BigRational,
        (target, served): (&BigRational, &BigRational),
    ) -> Option<ImportProblem> {
        let meant = self.figure(target, served)?;
        (!self.is_near(here, &meant)).then(|| ImportProblem::ComputedDiffers {
            column: format!("`{heading}`"),
            written_as: format_decimal_short(here, 4),
            computed: format_decimal_short(&meant, 2),
        })
    }

    /// A share may be a fraction, and is rounded; what is served beyond the target leaves
    /// nothing to serve, in some tables.
    fn is_near(self, here: &BigRational, meant: &BigRational) -> bool {
        let within =
            |n: &BigRational, tolerance: BigRational| (n - meant).abs() <= tolerance;
        let hundred = BigRational::from_integer(100.into());
        let tenth = || BigRational::new(1.into(), 10.into());
        match self {
            Self::Rest => {
                here == meant || meant.is_negative() && here.abs() <= meant.abs()
            }
            Self::Percent => within(here, tenth()) || within(&(here * hundred), tenth()),
        }
    }
}

/// The figure of a cell, where it is one.
fn number(value: &Value) -> Option<BigRational> {
    match value {
        Value::Number(n) => Some(n.clone()),
        Value::Int(n) => Some(BigRational::from_integer(n.to_string().parse().ok()?)),
        Value::Cell(text) | Value::Text(text) => typed_number(text),
        _ => None,
    }
}

/// The figure of a text, with or without a percent sign.
fn typed_number(text: &str) -> Option<BigRational> {
    bahasa::parse_number(text.trim().trim_end_matches('%').trim()).ok()
}

/// The figure of a cell of the sheet.
pub(crate) fn cell_number(cell: &SheetCell) -> Option<BigRational> {
    match cell {
        SheetCell::Number(n) | SheetCell::Percent(n) => Some(n.clone()),
        SheetCell::Text(text) => typed_number(text),
        _ => None,
    }
}

/// Whether an import has a use for a column: its rows are named by it, or it fills a field.
fn imported(list: &str, key: &str) -> bool {
    let slots = |key: &str| match list {
        "mutu" => MUTU.slots().any(|(spec, _)| spec.key == key),
        _ => LAYANAN.slots().any(|(spec, _)| spec.key == key),
    };
    let names = if list == "mutu" { ["kode", "nama"] } else { ["kode", "nihil"] };
    names.contains(&key) || slots(key)
}

fn cell(span: Span) -> String {
    match span {
        Span::Cell { row, column, .. } => base::source::cell_name(row, column),
        _ => String::new(),
    }
}

/// The code of a row, which may be a name of the service.
fn kode(f: &mut Fields<'_>, catalog: &Catalog, tingkat: Tingkat) -> Spanned<String> {
    let text = f.need_text(Key::KODE);
    if text.value.is_empty() {
        return text;
    }
    if let Some(layanan) = matching::layanan(catalog, tingkat, &text.value) {
        return Spanned::new(layanan.kode.clone(), text.span);
    }
    let all = catalog.all_layanan(tingkat).iter().map(|l| l.kode.as_str());
    let near = if text.value.contains(' ') {
        matching::nearest_layanan(catalog, tingkat, &text.value)
    } else {
        nearest_id(&text.value, all).unwrap_or_default()
    };
    f.problems.add(
        text.span,
        ReferenceProblem::UnknownLayanan { kode: text.value.clone(), near },
    );
    text
}

/// A service; `None` for a row that only heads those below it.
fn one(
    f: &mut Fields<'_>,
    catalog: &Catalog,
    tingkat: Tingkat,
    skipped: &mut Vec<Skipped>,
) -> Option<ImportedLayanan> {
    let mut content = LAYANAN.fill(f);
    if content.keys().all(|key| key == "opd")
        && let Some(text) = f.text(Key::KODE)
        && matching::layanan(catalog, tingkat, &text.value).is_none()
    {
        let why = Both::new("baris tanpa angka", "a row without figures");
        skipped.push(Skipped { place: text.span, content: text.value, why });
        f.know(Key::NIHIL);
        return None;
    }
    let kode = kode(f, catalog, tingkat);
    let served = content
        .get(Key::SERVED)
        .filter(|_| content.number(Key::SERVED).is_some_and(|served| !served.is_zero()));
    let served = served.map(|served| served.span);
    let contradicts = AchievementProblem::NihilWithFigures { kode: kode.value.clone() };
    if f.flag(Key::NIHIL) {
        let said = f.place(Key::NIHIL);
        if content.number(Key::TARGET).is_some() || served.is_some() {
            f.problems.add(said, contradicts);
        }
        content.set(Key::TARGET, Spanned::new(Datum::Nihil, said));
    } else if content.get(Key::TARGET).is_some_and(|target| target.value == Datum::Nihil)
        && let Some(served) = served
    {
        f.problems.add(served, contradicts);
    }
    Some(ImportedLayanan { kode, content, mutu: Vec::new() })
}
