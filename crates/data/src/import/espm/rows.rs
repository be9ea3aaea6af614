//! The rows of one sheet of the form.

use crate::problem::{ImportProblem, ReferenceProblem, SheetProblem};
use std::collections::{BTreeMap, BTreeSet};

use super::super::{ImportedLayanan, Skipped, matching};
use super::cell::{self};
use super::code::{FormPart, RowCode};
use super::heads::{ColumnRole, FormHead, Months};
use super::{CellLine, kode, row};
use crate::book::grid::{Grid, SheetCell};
use crate::head::normal;
use crate::other_unit;
use base::diag::{Both, Problems};
use base::source::{FileId, Span, Spanned, cell_name};
use field::domain::Periode;
use field::spm::catalog::Layanan;
use field::spm::{Catalog, Tingkat};

/// Reads one sheet.
pub(crate) struct FormSheet<'a> {
    /// `file!sheet`.
    pub(crate) file: FileId,
    pub(crate) grid: &'a Grid,
    pub(crate) catalog: &'a Catalog,
    pub(crate) tingkat: Tingkat,
    pub(crate) periode: Periode,
    /// What title, sheet name or the OPD say, in that order.
    pub(crate) urusan: Option<String>,
    pub(crate) problems: &'a mut Problems,
    pub(crate) skipped: &'a mut Vec<Skipped>,
}

/// A row with a code, under its head.
pub(super) struct CodedRow<'a> {
    pub(super) nomor: u32,
    pub(super) column: u32,
    pub(super) kode: RowCode,
    pub(super) content: CellLine<'a>,
    head: usize,
    pub(super) uraian: String,
}

impl<'a> FormSheet<'a> {
    /// The services of the sheet by the place of their names in the catalog.
    pub(crate) fn read(mut self) -> Vec<ImportedLayanan> {
        let mut head: Vec<FormHead> = Vec::new();
        let coded = self.collect_rows(&mut head);
        if head.is_empty() {
            let expected =
                "Uraian SPM, Satuan, Jumlah Total Yang Harus Dilayani".to_owned();
            self.problems.add(Span::File(self.file), SheetProblem::NoHeader { expected });
            return Vec::new();
        }
        for k in &head {
            for (column, first, title) in &k.repeated {
                let (key, first) = (title.clone(), cell_name(k.first_row, *first));
                let span = self.cell(k.first_row, *column);
                self.problems.add(span, SheetProblem::DuplicateColumn { key, first });
            }
        }
        self.tell_units(head.first().map_or(0, |k| k.first_row));
        let Some(urusan) = self.urusan_of_sheet(&coded) else {
            self.problems.add(Span::File(self.file), ImportProblem::UrusanUnknown {});
            return Vec::new();
        };
        let mut result: Vec<(usize, ImportedLayanan)> = Vec::new();
        let mut read: BTreeMap<(String, FormPart), Span> = BTreeMap::new();
        let mut unknown = BTreeSet::new();
        for b in &coded {
            let Some(layanan) = self.layanan(b, &coded, &urusan) else { continue };
            let Some(head) = head.get(b.head) else { continue };
            self.unknown_columns(b, head, &mut unknown);
            let place = self.cell(b.nomor, b.column);
            if b.kode.part != FormPart::B {
                let name_key = (layanan.kode.clone(), b.kode.part);
                if let Some(Span::Cell { row, column, .. }) = read.get(&name_key) {
                    let first = cell_name(*row, *column);
                    let kode = layanan.kode.clone();
                    self.problems
                        .add(place, ReferenceProblem::DuplicateLayanan { kode, first });
                    continue;
                }
                read.insert(name_key, place);
            }
            let sort_key = self
                .catalog
                .all_layanan(self.tingkat)
                .iter()
                .position(|l| l.kode == layanan.kode)
                .unwrap_or(usize::MAX);
            let there = result.iter().position(|(_, l)| l.kode.value == layanan.kode);
            let ke = there.unwrap_or_else(|| {
                let kode = Spanned::new(layanan.kode.clone(), place);
                result.push((
                    sort_key,
                    ImportedLayanan { kode, ..ImportedLayanan::default() },
                ));
                result.len() - 1
            });
            let Some((_, found)) = result.get_mut(ke) else { continue };
            match b.kode.part {
                FormPart::A => self.penerima(b, head, found),
                FormPart::B => self.mutu(b, head, &coded, layanan, found),
                FormPart::C => self.budget(b, head, found),
            }
        }
        result.sort_by_key(|(sort_key, _)| *sort_key);
        result.into_iter().map(|(_, l)| l).collect()
    }

    /// Tells of units other than full ones in the titles.
    fn tell_units(&mut self, head: u32) {
        for ((row, column), cell) in self.grid.cells.range(..(head, 0)) {
            if let SheetCell::Text(text) = cell
                && let Some(problem) = other_unit::of_text(text)
            {
                self.problems.add(self.cell(*row, *column), problem);
            }
        }
    }

    pub(super) fn cell(&self, row: u32, column: u32) -> Span {
        Span::Cell { file: self.file, row, column }
    }

    pub(super) fn pass_over(
        &mut self,
        place: Span,
        content: &str,
        id: &'static str,
        en: &'static str,
    ) {
        let (content, why) = (content.to_owned(), Both::new(id, en));
        self.skipped.push(Skipped { place, content, why });
    }

    /// The rows with codes; titles are passed over, figures without a code are told.
    fn collect_rows(&mut self, head: &mut Vec<FormHead>) -> Vec<CodedRow<'a>> {
        let grid = self.grid;
        let mut all = Vec::new();
        let mut in_head = false;
        for (nomor, content) in row(grid) {
            if let Some((column, kode)) = kode(&content) {
                in_head = false;
                if head.is_empty() {
                    return Vec::new();
                }
                let this_one = head
                    .last()
                    .and_then(|k| k.look_up(ColumnRole::Uraian, Months::Whole));
                let uraian = cell::text(this_one.and_then(|k| content.get(&k).copied()));
                let head = head.len() - 1;
                all.push(CodedRow { nomor, column, kode, content, head, uraian });
            } else if in_head && head.last_mut().is_some_and(|k| k.continues(&content)) {
            } else if let Some(new) = FormHead::begins(nomor, &content) {
                head.push(new);
                in_head = true;
            } else if !head.is_empty() && !numbers_columns(&content) {
                self.without_code(nomor, &content);
            }
        }
        all
    }

    fn without_code(&mut self, nomor: u32, content: &CellLine<'_>) {
        let text = content.values().find_map(|s| match s {
            SheetCell::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let figure = content.iter().find(|(_, s)| !matches!(s, SheetCell::Text(_)));
        if let Some((column, cell)) = figure {
            let content = text.map_or_else(|| cell::shown(cell), str::to_owned);
            let place = self.cell(nomor, *column);
            if normal(&content).starts_with("jumlah")
                || normal(&content).starts_with("total")
            {
                self.pass_over(place, &content, "baris jumlah", "a row of sums");
            } else {
                self.pass_over(
                    place,
                    &content,
                    "baris tanpa kode seperti 1.A.1",
                    "a row without a code such as 1.A.1",
                );
            }
        }
    }

    /// The urusan of the sheet; where nothing says it, the one all names belong to.
    fn urusan_of_sheet(&self, coded: &[CodedRow<'_>]) -> Option<String> {
        if let Some(urusan) = &self.urusan {
            return Some(urusan.clone());
        }
        let nama: BTreeSet<&str> = coded
            .iter()
            .filter(|b| b.kode.part != FormPart::B)
            .filter_map(|b| matching::layanan(self.catalog, self.tingkat, &b.uraian))
            .map(|l| l.urusan.as_str())
            .collect();
        let one = nama.first().filter(|_| nama.len() == 1)?;
        Some((*one).to_owned())
    }

    /// The service of a row: its number and its name must not disagree.
    fn layanan(
        &mut self,
        b: &CodedRow<'_>,
        all: &[CodedRow<'_>],
        urusan: &str,
    ) -> Option<&'a Layanan> {
        let catalog = self.catalog;
        let (by_front, known) =
            matching::ke(catalog, self.tingkat, urusan, b.kode.layanan);
        let span = self.cell(b.nomor, b.column);
        let nomor = cell::text(b.content.get(&b.column).copied());
        let mention = |l: &Layanan| format!("{} {}", l.kode, l.nama);
        // Quality items have names of their own.
        let by_name = (b.kode.part != FormPart::B)
            .then(|| matching::layanan(catalog, self.tingkat, &b.uraian))
            .flatten();
        // Some programs write one number in front and count the services behind the letter.
        let partly: Vec<&CodedRow<'_>> =
            all.iter().filter(|s| s.kode.part == b.kode.part).collect();
        let behind = b.kode.part != FormPart::B
            && partly.len() > 1
            && partly.iter().all(|s| s.kode.layanan == b.kode.layanan);
        let by_last = matching::ke(catalog, self.tingkat, urusan, b.kode.nomor).0;
        match (by_name, by_front) {
            (Some(nama), Some(by_front)) if nama.kode == by_front.kode => Some(nama),
            (Some(nama), _) if behind && by_last.is_some_and(|l| l.kode == nama.kode) => {
                Some(nama)
            }
            (Some(nama), by_front) => {
                let by_number = by_front.map_or_else(|| "-".to_owned(), mention);
                let problem = ImportProblem::NumberNameDisagree {
                    nomor,
                    by_number,
                    by_name: mention(nama),
                };
                self.problems.add(span, problem);
                None
            }
            (None, None) => {
                let (urusan, banyak) = (urusan.to_owned(), known.to_string());
                self.problems
                    .add(span, ImportProblem::NoSuchNumber { nomor, urusan, banyak });
                None
            }
            (None, Some(by_front)) => {
                if b.kode.part != FormPart::B {
                    if behind {
                        let kode = by_front.kode.clone();
                        self.problems.add(span, ImportProblem::ManyRows { nomor, kode });
                        return None;
                    }
                    let near =
                        matching::nearest_layanan(catalog, self.tingkat, &b.uraian);
                    let (uraian, layanan) = (b.uraian.clone(), mention(by_front));
                    let problem =
                        ImportProblem::UnknownUraian { nomor, uraian, layanan, near };
                    self.problems.add(span, problem);
                }
                Some(by_front)
            }
        }
    }

    /// Columns under an unknown heading that hold figures, each told once.
    fn unknown_columns(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        already: &mut BTreeSet<(usize, u32)>,
    ) {
        for (column, title) in &head.unknown {
            let content = b.content.get(column).filter(|_| *column != b.column);
            if content.is_some() && already.insert((b.head, *column)) {
                let place = self.cell(b.nomor, *column);
                self.pass_over(
                    place,
                    title,
                    "kolom yang tidak dikenal",
                    "a column nobody knows",
                );
            }
        }
    }
}

/// "1 2 3 4" or "(1) (2)" under the head.
fn numbers_columns(content: &CellLine<'_>) -> bool {
    content.len() > 2
        && content.values().all(|cell| match cell {
            SheetCell::Number(n) => n.is_integer() && n.to_integer() <= 99.into(),
            SheetCell::Text(t) => t
                .trim_matches(['(', ')'])
                .chars()
                .all(|c| c.is_ascii_digit() || "=-+/x".contains(c)),
            _ => false,
        })
}
