//! One sheet of a worksheet: its head row by the headings, its rows by code and item.

use crate::problem::{ImportProblem, SheetProblem, WorksheetProblem};
use std::collections::{BTreeMap, BTreeSet};

use super::super::column::{Data, SheetColumn, SheetForm};
use super::compared::EarlierColumns;
use super::{Gathered, value};
use crate::book::grid::{Grid, SheetCell};
use crate::check::plausible::Capaian;
use crate::head::{self, Headings, Search, normal};
use crate::import::{ImportedMutu, Skipped};
use crate::tables::{Datum, Key};
use base::diag::{Both, Problems, nearest, nearest_id};
use base::source::{FileId, Span, Spanned, cell_name};
use field::domain::Periode;
use field::spm::{Layanan, LayananCapaian};

/// What one sheet is read from and measured against.
pub(super) struct SheetInput<'a> {
    pub(super) file: FileId,
    pub(super) grid: &'a Grid,
    /// What the workspace has for the quarter.
    pub(super) there: &'a [Spanned<LayananCapaian>],
    pub(super) catalog: &'a [Layanan],
    /// All achievements of the workspace.
    pub(super) capaian: &'a Capaian,
}

/// Reads one sheet into what was gathered so far.
pub(super) fn read(
    form: &SheetForm,
    material: &SheetInput<'_>,
    gathered: &mut Gathered<'_>,
    problems: &mut Problems,
) {
    let SheetInput { file, grid, there, catalog, capaian } = *material;
    let Some((head, columns)) = head(form, (file, grid), gathered, problems) else {
        return;
    };
    let title = grid.cells.range((head, 0)..(head + 1, 0));
    let free: BTreeMap<u32, SheetColumn> = title
        .filter_map(|((_, column), cell)| match cell {
            SheetCell::Text(text) => Some((*column, for_reader(form, text)?)),
            _ => None,
        })
        .collect();
    let mut lines: BTreeMap<u32, BTreeMap<u32, &SheetCell>> = BTreeMap::new();
    for ((row, column), cell) in grid.cells.range((head + 1, 0)..) {
        lines.entry(*row).or_default().insert(*column, cell);
    }
    merged_cells(grid, head, &columns, (file, &mut *problems), &mut lines);
    let now = gathered.stamp.periode;
    let mut reader = Lines {
        form,
        compared: EarlierColumns::new(form, (grid, head), now, capaian),
        file,
        columns,
        free,
        there,
        catalog,
        filled: BTreeMap::new(),
        seen: BTreeSet::new(),
        unknown: false,
        gathered,
        problems,
    };
    reader.above(grid, head);
    for (row, line) in &lines {
        reader.one(*row, line);
    }
    reader.tell_gone();
    if let Some((span, problem)) = reader.compared.told(file, form.nama) {
        reader.problems.add(span, problem);
    }
}

/// The columns that a sheet must have, with their headings.
struct WantedColumns<'a>(&'a [(SheetColumn, String)]);

impl WantedColumns<'_> {
    fn column(&self, key: &str) -> Option<SheetColumn> {
        let (kind, _) = self.0.iter().find(|(_, title)| normal(title) == key)?;
        Some(*kind)
    }
}

impl Headings for WantedColumns<'_> {
    fn key(&self, heading: &str) -> String {
        normal(heading)
    }

    fn knows(&self, key: &str) -> bool {
        self.column(key).is_some()
    }
}

/// The head row, and where each column that matters stands in it.
fn head(
    form: &SheetForm,
    (file, grid): (FileId, &Grid),
    gathered: &Gathered<'_>,
    problems: &mut Problems,
) -> Option<(u32, BTreeMap<u32, SheetColumn>)> {
    let periode = gathered.stamp.periode;
    let titles: Vec<(SheetColumn, String)> = form
        .columns
        .iter()
        .filter(|(kind, _)| match kind {
            SheetColumn::Kode | SheetColumn::Butir | SheetColumn::Satuan => true,
            SheetColumn::Input(data) => data.since() <= gathered.stamp.version,
            _ => false,
        })
        .map(|(kind, _)| (*kind, kind.title(periode, None)))
        .collect();
    let wanted = WantedColumns(&titles);
    let Some(rows) = Search::WORKSHEET.find(grid, &wanted) else {
        let expected = titles.iter().map(|(_, title)| title.as_str());
        let expected = expected.collect::<Vec<_>>().join(", ");
        problems.add(Span::File(file), SheetProblem::NoHeader { expected });
        return None;
    };
    let head = rows.last;
    let found = head::names(grid, &wanted, rows).into_iter();
    let found =
        found.filter_map(|(column, name)| Some((column, wanted.column(&name.key)?)));
    let at = |column| Span::Cell { file, row: head, column };
    let mut columns: BTreeMap<u32, SheetColumn> = BTreeMap::new();
    for (column, one) in found {
        let first = columns.iter().find(|(_, other)| **other == one).map(|(c, _)| *c);
        if let Some(first) = first {
            let key = one.title(periode, None);
            let first = cell_name(head, first);
            problems.add(at(column), SheetProblem::DuplicateColumn { key, first });
        }
        columns.entry(column).or_insert(one);
    }
    let texts: Vec<(u32, &str)> = grid
        .cells
        .range((head, 0)..(head + 1, 0))
        .filter(|((_, column), _)| !columns.contains_key(column))
        .filter_map(|((_, column), cell)| match cell {
            // What the sheet tells its reader is nothing that was typed wrongly.
            SheetCell::Text(text) => {
                for_reader(form, text).is_none().then_some((*column, text.as_str()))
            }
            _ => None,
        })
        .collect();
    let mut whole = true;
    for (one, title) in titles {
        // A unit is read where there is one.
        if one != SheetColumn::Satuan && !columns.values().any(|k| *k == one) {
            if let Some((column, there)) = renamed(form, (grid, head), &columns, one) {
                let problem = WorksheetProblem::HeadOfOtherQuarter { there, title };
                problems.add(at(column), problem);
                whole = false;
                continue;
            }
            let near = nearest(&title, texts.iter().map(|(_, text)| *text));
            let near = texts.iter().find(|(_, text)| Some(*text) == near.as_deref());
            let (place, problem) = if let Some((column, heading)) = near {
                let heading = (*heading).to_owned();
                (*column, SheetProblem::MisspeltColumn { heading, key: title })
            } else {
                let (key, unread) = (title, String::new());
                (0, SheetProblem::MissingColumn { key, unread })
            };
            problems.add(at(place), problem);
            whole = false;
        }
    }
    whole.then_some((head, columns))
}

/// The column that was of this quarter once and whose heading names another now. The columns
/// of comparison name one as well; they stand before those that are filled in.
fn renamed(
    form: &SheetForm,
    (grid, head): (&Grid, u32),
    columns: &BTreeMap<u32, SheetColumn>,
    wanted: SheetColumn,
) -> Option<(u32, String)> {
    let SheetColumn::Input(data) = wanted else { return None };
    let label = normal(&data.label());
    let heads = grid.cells.range((head, 0)..(head + 1, 0));
    let alike: Vec<(u32, &String)> = heads
        .filter_map(|((_, column), cell)| match cell {
            SheetCell::Text(text) if !columns.contains_key(column) => {
                Some((*column, text))
            }
            _ => None,
        })
        .filter(|(_, text)| {
            let rest = normal(text);
            let rest = rest.strip_prefix(&label).map(str::to_owned);
            rest.is_some_and(|rest| rest.chars().any(|c| c.is_ascii_digit()))
        })
        .collect();
    let (column, text) = alike.last()?;
    let its_place = form.column_of(wanted).map(u32::from) == Some(*column);
    (alike.len() > 1 || its_place).then(|| (*column, (*text).clone()))
}

/// Which row of the worksheet a line is: the service, and the item by its name.
type RowKey = (usize, String);

pub(super) struct Lines<'a, 'k, 'p> {
    form: &'a SheetForm,
    pub(super) file: FileId,
    pub(super) columns: BTreeMap<u32, SheetColumn>,
    /// Columns that the worksheet has for its reader only.
    pub(super) free: BTreeMap<u32, SheetColumn>,
    compared: EarlierColumns<'a>,
    there: &'a [Spanned<LayananCapaian>],
    catalog: &'a [Layanan],
    /// Rows with something in them, and where.
    filled: BTreeMap<RowKey, Span>,
    /// All rows that are there.
    seen: BTreeSet<RowKey>,
    /// A row was refused; which one of the worksheet it was nobody knows.
    unknown: bool,
    pub(super) gathered: &'a mut Gathered<'k>,
    pub(super) problems: &'p mut Problems,
}

impl Lines<'_, '_, '_> {
    pub(super) fn at(&self, row: u32, column: u32) -> Span {
        Span::Cell { file: self.file, row, column }
    }

    fn text<'c>(
        &self,
        line: &BTreeMap<u32, &'c SheetCell>,
        wanted: SheetColumn,
    ) -> Option<(u32, &'c str)> {
        let (column, _) = self.columns.iter().find(|(_, kind)| **kind == wanted)?;
        match line.get(column)? {
            SheetCell::Text(text) => Some((*column, text.as_str())),
            _ => None,
        }
    }

    fn one(&mut self, row: u32, line: &BTreeMap<u32, &SheetCell>) {
        let mut inputs: Vec<(u32, Data, &SheetCell)> = self
            .columns
            .iter()
            .filter_map(|(column, kind)| match kind {
                SheetColumn::Input(data) => Some((*column, *data, *line.get(column)?)),
                _ => None,
            })
            .collect();
        // The target first, wherever its column was moved: it may say nihil.
        inputs.sort_by_key(|(_, data, _)| data.order());
        let kode = self.text(line, SheetColumn::Kode);
        let found = kode.and_then(|(_, kode)| self.gathered.look_up(kode));
        let (Some((kode_at, kode)), Some(at)) = (kode, found) else {
            self.not_a_layanan(row, line, kode, &inputs);
            return;
        };
        self.remarks(row, line, false);
        let span = self.at(row, kode_at);
        if !inputs.is_empty() && self.names_another(row, line, (kode_at, kode)) {
            self.unknown = true;
            return;
        }
        if !self.form.per_butir && !inputs.is_empty() {
            self.satuan(row, line, kode);
        }
        let mut butir = None;
        if self.form.per_butir {
            let named = self.text(line, SheetColumn::Butir);
            let own = self.gathered.layanan.get(at);
            let own = own.map_or(kode, |l| l.kode.value.as_str());
            let Some((butir_at, nama)) = named else {
                if let Some((column, data, _)) = inputs.first() {
                    self.unknown = true;
                    let key = data.name_key().into();
                    self.problems.add(
                        self.at(row, *column),
                        WorksheetProblem::RowWithoutName { key },
                    );
                }
                return;
            };
            let known = self.gathered.butir(own, nama).map(str::to_owned);
            let free = self.gathered.called(own).next().is_none();
            match (known, free, inputs.is_empty()) {
                (Some(known), ..) => butir = Some(known),
                (None, true, _) => butir = Some(nama.to_owned()),
                (None, false, true) => return,
                (None, false, false) => {
                    self.unknown = true;
                    let near = nearest(nama, self.gathered.called(own));
                    let near = near.unwrap_or_default();
                    let what = format!("{own}: {nama}");
                    self.problems.add(
                        self.at(row, butir_at),
                        WorksheetProblem::ForeignRow { what, near },
                    );
                    return;
                }
            }
        }
        let name_key = (at, butir.as_deref().map(normal).unwrap_or_default());
        self.seen.insert(name_key.clone());
        self.compared.row(row, line, (kode, butir.as_deref()));
        if inputs.is_empty() {
            return;
        }
        if let Some(first) = self.filled.get(&name_key) {
            let what = butir.map_or_else(|| kode.to_owned(), |b| format!("{kode}: {b}"));
            let first = match first {
                Span::Cell { row, column, .. } => cell_name(*row, *column),
                _ => String::new(),
            };
            self.problems.add(span, WorksheetProblem::DuplicateRow { what, first });
            return;
        }
        self.filled.insert(name_key, span);
        self.fill_in((row, at, span), butir, line, &inputs);
    }

    /// A line that is no row of the worksheet: a note, a total, or a mistake.
    fn not_a_layanan(
        &mut self,
        row: u32,
        line: &BTreeMap<u32, &SheetCell>,
        kode: Option<(u32, &str)>,
        inputs: &[(u32, Data, &SheetCell)],
    ) {
        let Some((column, data, _)) = inputs.first() else {
            self.remarks(row, line, true);
            return;
        };
        let total = line.iter().find_map(|(column, cell)| match cell {
            SheetCell::Text(text) if is_total(text) => Some((*column, text.clone())),
            _ => None,
        });
        if let Some((column, content)) = total {
            let place = self.at(row, column);
            let why = Both::new("baris jumlah tidak dicatat", "totals are not taken");
            self.gathered.skipped.push(Skipped { place, content, why });
            return;
        }
        self.unknown = true;
        if let Some((at, kode)) = kode {
            let known = self.gathered.layanan.iter().map(|l| l.kode.value.as_str());
            let near = nearest_id(kode, known).unwrap_or_default();
            let (span, what) = (self.at(row, at), kode.to_owned());
            self.problems.add(span, WorksheetProblem::ForeignRow { what, near });
        } else {
            let key = data.name_key().into();
            let span = self.at(row, *column);
            self.problems.add(span, WorksheetProblem::RowWithoutName { key });
        }
    }

    /// Whether the name beside a code is that of another service: whose the figures are nobody
    /// knows.
    fn names_another(
        &mut self,
        row: u32,
        line: &BTreeMap<u32, &SheetCell>,
        (kode_at, kode): (u32, &str),
    ) -> bool {
        let name = self.free.iter().find(|(_, kind)| **kind == SheetColumn::Layanan);
        let Some((name_at, SheetCell::Text(name))) =
            name.and_then(|(at, _)| Some((*at, *line.get(at)?)))
        else {
            return false;
        };
        let called = normal(name);
        let is_called = |l: &&Layanan| {
            std::iter::once(&l.nama)
                .chain(&l.ejaan_lain)
                .any(|spelling| normal(spelling) == called)
        };
        let own = |l: &&Layanan| l.kode.eq_ignore_ascii_case(kode);
        let mut named = self.catalog.iter().filter(is_called).peekable();
        if named.peek().is_none() || named.clone().any(|l| own(&l)) {
            return false;
        }
        let (Some(other), Some(by_code)) = (named.next(), self.catalog.iter().find(own))
        else {
            return false;
        };
        let problem = ImportProblem::CodeNameDisagree {
            code: cell_name(row, kode_at),
            by_code: format!("{} {}", by_code.kode, by_code.nama),
            name: cell_name(row, name_at),
            by_name: format!("{} {}", other.kode, other.nama),
        };
        self.problems.add(self.at(row, name_at), problem);
        true
    }

    /// Tells of a unit that the figures of a service are not counted in.
    fn satuan(&mut self, row: u32, line: &BTreeMap<u32, &SheetCell>, kode: &str) {
        let Some((column, written_as)) = self.text(line, SheetColumn::Satuan) else {
            return;
        };
        let recognised = self.catalog.iter().find(|l| l.kode.eq_ignore_ascii_case(kode));
        let Some(layanan) =
            recognised.filter(|l| normal(&l.satuan) != normal(written_as))
        else {
            return;
        };
        let (kode, baku) = (layanan.kode.clone(), layanan.satuan.clone());
        let written_as = written_as.to_owned();
        let problem = WorksheetProblem::UnitTyped { kode, written_as, baku };
        self.problems.add(self.at(row, column), problem);
    }

    fn fill_in(
        &mut self,
        (row, at, span): (u32, usize, Span),
        butir: Option<String>,
        line: &BTreeMap<u32, &SheetCell>,
        inputs: &[(u32, Data, &SheetCell)],
    ) {
        let satuan = self.text(line, SheetColumn::Satuan);
        let file = self.file;
        let Some(layanan) = self.gathered.layanan.get_mut(at) else { return };
        if matches!(layanan.kode.span, Span::File(_)) {
            layanan.kode.span = span;
        }
        // The unit is the worksheet's own suggestion: it never replaces what was entered.
        let kode = &layanan.kode.value;
        let earlier = self.there.iter().find(|a| a.kode == *kode);
        let earlier = |nama: &str| {
            earlier.and_then(|a| a.mutu.iter().find(|m| normal(&m.nama) == normal(nama)))
        };
        let mut item = butir.map(|nama| {
            let unit =
                satuan.filter(|_| earlier(&nama).is_none_or(|m| m.satuan.is_empty()));
            let unit = unit.map(|(column, s)| {
                let place = Span::Cell { file, row, column };
                (Key::SATUAN, Spanned::new(Datum::Text(s.to_owned()), place))
            });
            let nama = Spanned::new(nama, span);
            ImportedMutu { nama, content: unit.into_iter().collect() }
        });
        for (column, data, cell) in inputs {
            let span = Span::Cell { file, row, column: *column };
            let cell = value::Input { data: *data, span, cell };
            let nihil = super::verify::nihil(layanan, self.there);
            if cell.take_value(nihil, layanan, item.as_mut(), self.problems) {
                self.gathered.filled_in += 1;
            }
        }
        if let Some(item) =
            item.filter(|i| i.content.keys().any(|key| key != Key::SATUAN))
        {
            layanan.mutu.push(item);
        }
    }

    /// Tells of rows that are not there any more.
    fn tell_gone(&mut self) {
        let mut gone: Vec<String> = Vec::new();
        for (kode, butir) in &self.gathered.stamp.rows {
            if self.form.per_butir == butir.is_empty() {
                continue;
            }
            let Some(at) = self.gathered.look_up(kode) else { continue };
            if !self.seen.contains(&(at, normal(butir))) {
                let item = format!("{kode}: {butir}");
                let what = item.trim_end_matches(": ");
                gone.push(format!("`{what}`"));
            }
        }
        if gone.is_empty() || self.unknown {
            return;
        }
        let more = gone.len().saturating_sub(SHOWN);
        gone.truncate(SHOWN);
        let mut what = gone.join(", ");
        if more > 0 {
            what = format!("{what}, … (+{more})");
        }
        let sheet = self.form.nama.to_owned();
        self.problems
            .add(Span::File(self.file), WorksheetProblem::RowGone { what, sheet });
    }
}

/// The column of a heading, if the worksheet has it for its reader only.
fn for_reader(form: &SheetForm, title: &str) -> Option<SheetColumn> {
    let title = normal(title);
    let mut all = form.columns.iter().map(|(kind, _)| *kind);
    all.find(|kind| match kind {
        SheetColumn::Nomor | SheetColumn::Layanan | SheetColumn::Percent(..) => {
            let now = Periode { tahun: 2000, triwulan: 1 };
            normal(&kind.title(now, None)) == title
        }
        SheetColumn::Last(data) => title.starts_with(&normal(&data.label())),
        _ => false,
    })
}

/// Merged input cells: a text is said of every row it covers; a figure is refused, for it may
/// be of one row or of all.
fn merged_cells<'a>(
    grid: &'a Grid,
    head: u32,
    columns: &BTreeMap<u32, SheetColumn>,
    (file, problems): (FileId, &mut Problems),
    lines: &mut BTreeMap<u32, BTreeMap<u32, &'a SheetCell>>,
) {
    for merge in grid.merges.iter() {
        let first = (merge.top, merge.left);
        let Some(cell) = grid.cells.get(&first).filter(|_| merge.top > head) else {
            continue;
        };
        let Some(SheetColumn::Input(data)) = columns.get(&merge.left) else { continue };
        if data.kind().words() {
            for (_, line) in lines.range_mut(merge.top..=merge.bottom) {
                line.entry(merge.left).or_insert(cell);
            }
            continue;
        }
        let (row, column) = first;
        let last = cell_name(merge.bottom, merge.right);
        let merged = format!("{}:{last}", cell_name(row, column));
        let key = data.name_key().into();
        let problem = WorksheetProblem::MergedFigures { key, merged };
        problems.add(Span::Cell { file, row, column }, problem);
    }
}

/// So many lost rows are named.
const SHOWN: usize = 5;

fn is_total(text: &str) -> bool {
    let text = normal(text);
    ["jumlah", "total", "rata rata"].iter().any(|word| text.starts_with(word))
}
