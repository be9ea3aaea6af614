//! The figures of a row: whom a service reached, its mutu items, its money.

use crate::problem::{AchievementProblem, FileProblem, ImportProblem, SheetProblem};

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::{ImportedLayanan, ImportedMutu, matching};
use super::cell::{self, FormFigure};
use super::heads::{ColumnRole, FormHead, Months};
use super::rows::{CodedRow, FormSheet};
use crate::head::normal;
use crate::tables::datum::says_none;
use crate::tables::{Datum, Key};
use bahasa::date::nth_month_name;
use bahasa::format_decimal_short;
use base::diag::nearest;
use base::source::{Span, Spanned, cell_name};
use field::spm::Amount;
use field::spm::catalog::Layanan;

/// The two figures of a row, with their cells.
struct FigurePair {
    target: Option<(FormFigure, Span)>,
    capai: Option<(FormFigure, Span)>,
}

impl FormSheet<'_> {
    /// One figure; what cannot be taken is reported.
    fn figure(
        &mut self,
        b: &CodedRow<'_>,
        column: u32,
        name_key: Key,
    ) -> Option<(FormFigure, Span)> {
        let place = self.cell(b.nomor, column);
        match cell::figure(b.content.get(&column).copied(), name_key) {
            Ok(FormFigure::Empty) => None,
            Ok(FormFigure::Strip) => {
                self.pass_over(
                    place,
                    "-",
                    "tanda hubung dianggap belum diisi; tulis 0 atau nihil",
                    "a dash is taken as not filled in; write 0 or nihil",
                );
                None
            }
            Ok(content) => Some((content, place)),
            Err(problem) => {
                self.problems.add(place, problem);
                None
            }
        }
    }

    /// Target and achievement of a row, with what can be checked on it.
    fn both_figures(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        name_key: (Key, Key),
    ) -> FigurePair {
        let target = head
            .look_up(ColumnRole::Target, Months::Whole)
            .and_then(|column| self.figure(b, column, name_key.0));
        let total = head
            .look_up(ColumnRole::Reached, Months::Whole)
            .and_then(|column| self.figure(b, column, name_key.1));
        let (capai, after) = self.by_months(b, head, name_key.1, total);
        let both_figures = FigurePair { target, capai };
        // Computed columns count the months after the quarter too.
        if !after {
            self.computed(b, head, &both_figures);
        }
        both_figures
    }

    /// The total where there is one, else the months up to the end of the quarter; and whether
    /// there are figures of months after it.
    fn by_months(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        name_key: Key,
        total: Option<(FormFigure, Span)>,
    ) -> (Option<(FormFigure, Span)>, bool) {
        let limit = self.periode.triwulan.saturating_mul(3);
        let (mut sum, mut first, mut after) = (BigRational::zero(), None, false);
        for month in 1..=12_u8 {
            let Some(column) = head.look_up(ColumnRole::Reached, Months::Month(month))
            else {
                continue;
            };
            let Some((FormFigure::Number(n), place)) = self.figure(b, column, name_key)
            else {
                continue;
            };
            if month <= limit {
                sum += n.value();
                first = first.or(Some(place));
            } else if !n.is_zero() {
                after = true;
                let (value, periode) = (n.printed(), self.periode.to_string());
                let month = nth_month_name(month).unwrap_or_default().to_owned();
                self.problems.add(
                    place,
                    ImportProblem::BeyondPeriod { month, nilai: value, periode },
                );
            }
        }
        let (Some(place), Ok(sum)) = (first, Amount::new(sum)) else {
            // A total of months to come, and none before them, says nothing of the quarter.
            return (total.filter(|_| !after), after);
        };
        let capai = match total {
            // The total holds months after the quarter: their sum up to it is what counts.
            _ if after => (FormFigure::Number(sum), place),
            Some((FormFigure::Number(total), di)) => {
                if total != sum {
                    let (total, sum) = (total.printed(), sum.printed());
                    self.problems.add(di, ImportProblem::TotalDiffers { total, sum });
                }
                (FormFigure::Number(total), di)
            }
            Some(other) => other,
            None => (FormFigure::Number(sum), place),
        };
        (Some(capai), after)
    }

    /// "Belum terlayani", "selisih" and "%" must be what the figures give; they are not taken.
    fn computed(&mut self, b: &CodedRow<'_>, head: &FormHead, both_figures: &FigurePair) {
        let (Some((FormFigure::Number(target), _)), Some((FormFigure::Number(capai), _))) =
            (&both_figures.target, &both_figures.capai)
        else {
            return;
        };
        let (target, capai) = (target.value(), capai.value());
        let hundred = BigRational::from_integer(100.into());
        let mut verify = vec![(ColumnRole::Difference, target - capai, false)];
        // A target of zero gives 0 % in one program and nothing in another.
        if !target.is_zero() {
            verify.push((ColumnRole::Percent, capai / target * &hundred, true));
        }
        let tolerance = BigRational::new(1.into(), 100.into());
        for (role, count, persen) in verify {
            let Some(column) = head.look_up(role, Months::Whole) else { continue };
            let Some(write) = cell::computed(b.content.get(&column).copied()) else {
                continue;
            };
            let near = |n: &BigRational| (n - &count).abs() <= tolerance;
            // A cell formatted as percent holds the fraction. What is served beyond the target
            // leaves nothing to serve, in some programs.
            let same = near(&write)
                || persen && near(&(&write * &hundred))
                || !persen && count.is_negative() && write.is_zero();
            if !same {
                let place = self.cell(b.nomor, column);
                let column = if persen { "%" } else { "belum/selisih" }.to_owned();
                let (written_as, computed) =
                    (format_decimal_short(&write, 4), format_decimal_short(&count, 4));
                let problem =
                    ImportProblem::ComputedDiffers { column, written_as, computed };
                self.problems.add(place, problem);
            }
        }
    }

    pub(super) fn penerima(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        found: &mut ImportedLayanan,
    ) {
        let both_figures = self.both_figures(b, head, (Key::TARGET, Key::SERVED));
        self.put(found, Key::TARGET, |me| {
            me.count_of(both_figures.target, Key::TARGET, true)
        });
        self.put(found, Key::SERVED, |me| {
            me.count_of(both_figures.capai, Key::SERVED, false)
        });
        if !found.content.is_nihil(Key::TARGET) {
            return;
        }
        if let Some(served) = found.content.take(Key::SERVED)
            && served.value != Datum::Number(Amount::from(0))
        {
            let kode = found.kode.value.clone();
            self.problems.add(served.span, AchievementProblem::NihilWithFigures { kode });
        }
    }

    /// Puts a figure into its field, when the sheet has one.
    fn put(
        &mut self,
        found: &mut ImportedLayanan,
        key: Key,
        read: impl FnOnce(&mut Self) -> Option<Spanned<Datum>>,
    ) {
        if let Some(value) = read(self) {
            found.content.set(key, value);
        }
    }

    /// A count of persons.
    fn count_of(
        &mut self,
        content: Option<(FormFigure, Span)>,
        name_key: Key,
        may_be_nihil: bool,
    ) -> Option<Spanned<Datum>> {
        let (content, place) = content?;
        match content {
            FormFigure::Nihil if may_be_nihil => Some(Spanned::new(Datum::Nihil, place)),
            FormFigure::Number(n) => {
                // TOML keeps whole numbers up to the largest of 64 bits with a sign.
                let whole =
                    n.value().is_integer().then(|| n.value().to_integer().to_i64());
                if let Some(whole) = whole.flatten() {
                    let n = Amount::from(whole.unsigned_abs());
                    return Some(Spanned::new(Datum::Number(n), place));
                }
                let (key, value) = (name_key.into(), n.printed());
                self.problems.add(place, FileProblem::BadNumber { key, value });
                None
            }
            _ => self.not_nihil(place),
        }
    }

    fn not_nihil<T>(&mut self, place: Span) -> Option<T> {
        self.pass_over(
            place,
            "nihil",
            "nihil hanya berlaku untuk sasaran; tulis 0 bila memang nol",
            "nihil is for the target population only; write 0 where it is zero",
        );
        None
    }

    fn sum(&mut self, content: Option<(FormFigure, Span)>) -> Option<Spanned<Datum>> {
        match content? {
            (FormFigure::Number(n), place) => Some(Spanned::new(Datum::Number(n), place)),
            (_, place) => self.not_nihil(place),
        }
    }

    pub(super) fn budget(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        found: &mut ImportedLayanan,
    ) {
        let both_figures = self.both_figures(b, head, (Key::PAGU, Key::SPENT));
        self.put(found, Key::PAGU, |me| me.sum(both_figures.target));
        self.put(found, Key::SPENT, |me| me.sum(both_figures.capai));
    }

    pub(super) fn mutu(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        all: &[CodedRow<'_>],
        layanan: &Layanan,
        found: &mut ImportedLayanan,
    ) {
        let both_figures = self.both_figures(b, head, (Key::NEEDED, Key::FILLED));
        let dibutuhkan = self.sum(both_figures.target);
        let terpenuhi = self.sum(both_figures.capai);
        let name_column =
            head.look_up(ColumnRole::Uraian, Months::Whole).unwrap_or(b.column);
        let place = self.cell(b.nomor, name_column);
        if dibutuhkan.is_none() && terpenuhi.is_none() {
            // A heading of sub-rows, or an item that nobody filled in.
            return;
        }
        if b.uraian.is_empty() {
            self.problems.add(place, SheetProblem::EmptyCell { key: "nama".to_owned() });
            return;
        }
        let tahun = u16::try_from(self.periode.tahun).unwrap_or_default();
        let list = self.catalog.mutu(&layanan.kode, tahun);
        let parent = all
            .iter()
            .find(|s| {
                !b.kode.sub.is_empty()
                    && s.kode.sub.is_empty()
                    && (s.kode.layanan, s.kode.part, s.kode.nomor)
                        == (b.kode.layanan, b.kode.part, b.kode.nomor)
            })
            .map(|s| s.uraian.as_str());
        let complete =
            parent.map_or_else(|| b.uraian.clone(), |i| format!("{i}: {}", b.uraian));
        let recognised =
            matching::butir(list, &complete).or_else(|| matching::butir(list, &b.uraian));
        let nama = recognised.map_or(complete, |i| i.nama.clone());
        if recognised.is_none() && !list.is_empty() {
            let near =
                nearest(&nama, list.iter().map(|i| i.nama.as_str())).unwrap_or_default();
            let (kode, item) = (layanan.kode.clone(), nama.clone());
            self.problems.add(place, ImportProblem::UnknownMutu { kode, item, near });
        }
        if let Some(same) =
            found.mutu.iter().find(|m| normal(&m.nama.value) == normal(&nama))
        {
            let first = match same.nama.span {
                Span::Cell { row, column, .. } => cell_name(row, column),
                _ => String::new(),
            };
            self.problems.add(place, ImportProblem::DuplicateMutu { item: nama, first });
            return;
        }
        let satuan = head.look_up(ColumnRole::Satuan, Months::Whole).and_then(|column| {
            let text = cell::text(b.content.get(&column).copied());
            (!says_none(&text))
                .then(|| Spanned::new(Datum::Text(text), self.cell(b.nomor, column)))
        });
        let nama = Spanned::new(nama, place);
        let said =
            [(Key::SATUAN, satuan), (Key::NEEDED, dibutuhkan), (Key::FILLED, terpenuhi)];
        let content =
            said.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        found.mutu.push(ImportedMutu { nama, content });
    }
}
