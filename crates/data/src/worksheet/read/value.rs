//! What one filled cell says.

use crate::problem::{AchievementProblem, FileProblem, SheetProblem, WorksheetProblem};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::super::column::{Data, InputKind};
use crate::import::{ImportedLayanan, ImportedMutu};
use crate::tables::capaian::SERVED;
use crate::tables::nilai::is_nihil;
use crate::tables::{Nilai, says_nothing};
use crate::workspace::book::Cell;
use crate::workspace::node::plain;
use crate::workspace::sheet::is_rounded;
use bahasa::date::format_date;
use bahasa::format_decimal_short;
use bahasa::number::parse_written;
use base::diag::{AnyProblem, Both, Problems};
use base::source::{Span, Spanned};
use field::spm::{Amount, Reported};

/// A cell of an input column that holds something.
pub(super) struct Input<'a> {
    pub(super) data: Data,
    pub(super) span: Span,
    pub(super) cell: &'a Cell,
}

impl Input<'_> {
    /// Puts the cell into its field; whether it answers. Anything else was reported, or says
    /// nothing. `nihil`: the service is declared to have no target population, so that "nihil"
    /// elsewhere in its rows only repeats it.
    pub(super) fn take_value(
        &self,
        nihil: bool,
        layanan: &mut ImportedLayanan,
        item: Option<&mut ImportedMutu>,
        problems: &mut Problems,
    ) -> bool {
        let read = if self.data.kind().kata() {
            self.teks()
        } else {
            self.answer(nihil, &layanan.kode.value, problems)
        };
        match read {
            Ok(Some(value)) => {
                let isi = match item {
                    Some(item) if self.data.per_butir => &mut item.isi,
                    _ => &mut layanan.isi,
                };
                isi.set(self.data.name_key(), Spanned::new(value, self.span));
                true
            }
            Ok(None) => false,
            Err(problem) => {
                problems.add(self.span, problem);
                false
            }
        }
    }

    /// A figure, or nihil; `None` where the cell repeats that there is no target population.
    fn answer(
        &self,
        nihil: bool,
        kode: &str,
        problems: &mut Problems,
    ) -> Result<Option<Nilai>, AnyProblem> {
        let Reported::Value(nilai) = self.figure(problems)? else {
            return match self.data {
                data if data.target() => Ok(Some(Nilai::Nihil)),
                _ if nihil => Ok(None),
                _ => Err(WorksheetProblem::NihilHere { key: self.name_key() }.into()),
            };
        };
        if nihil && self.data.name_key() == SERVED {
            let kode = kode.to_owned();
            let problem = AchievementProblem::NihilWithFigures { kode };
            return if nilai.is_positive() { Err(problem.into()) } else { Ok(None) };
        }
        let whole = || nilai.to_integer().to_i64();
        if self.data.kind() == InputKind::Count && whole().is_none() {
            let (key, value) = (self.name_key(), plain(&nilai));
            return Err(SheetProblem::LongNumber { key, value }.into());
        }
        Ok(Amount::new(nilai).ok().map(Nilai::Bilangan))
    }

    fn name_key(&self) -> String {
        self.data.name_key().to_owned()
    }

    /// The number, or nihil.
    fn figure(
        &self,
        problems: &mut Problems,
    ) -> Result<Reported<BigRational>, AnyProblem> {
        let key = self.name_key();
        let nilai = match self.cell {
            Cell::Number(n) => n.clone(),
            Cell::Text(text) => {
                if is_nihil(text) {
                    return Ok(Reported::Nihil);
                }
                if text.chars().all(|c| matches!(c, '-' | '–' | '—' | '?' | '.' | '_'))
                {
                    return Err(WorksheetProblem::DashForNumber {
                        key,
                        value: text.clone(),
                    }
                    .into());
                }
                self.of_text(text)?
            }
            other => return Err(bukan(&key, other, self.data.kind())),
        };
        if is_rounded(&nilai) {
            return Err(SheetProblem::LongNumber { key, value: plain(&nilai) }.into());
        }
        if nilai.is_negative() {
            let range = Both::new("paling sedikit 0", "at least 0");
            return Err(
                FileProblem::OutOfRange { key, value: plain(&nilai), range }.into()
            );
        }
        if self.data.kind() == InputKind::Count && !nilai.is_integer() {
            return Err(WorksheetProblem::NotWhole {
                key,
                value: format_decimal_short(&nilai, 10),
            }
            .into());
        }
        if let Some(thousands) = is_thousands(&nilai) {
            let value = format_decimal_short(&nilai, 10);
            problems.add(
                self.span,
                WorksheetProblem::DoubtfulNumber { key, value, thousands },
            );
        }
        Ok(Reported::Value(nilai))
    }

    fn of_text(&self, text: &str) -> Result<BigRational, AnyProblem> {
        let bad = || FileProblem::of_number(&self.name_key(), text);
        let mut isi = text.trim();
        if self.data.kind() == InputKind::Money {
            let lower = isi.to_lowercase();
            if lower.starts_with("rp") {
                isi = isi.get(2..).unwrap_or_default().trim_start_matches('.').trim();
            }
            isi = isi.strip_suffix(",-").unwrap_or(isi).trim();
        }
        // A percentage is a number elsewhere; amounts are asked here.
        if isi.ends_with('%') {
            return Err(bad().into());
        }
        parse_written(isi).map_err(|_| bad().into())
    }

    /// Words of a person's name, or sentences; `None` when there are none.
    fn teks(&self) -> Result<Option<Nilai>, AnyProblem> {
        let isi = match self.cell {
            Cell::Text(text) => text.clone(),
            Cell::Number(n) => plain(n),
            Cell::Date(date) => format_date(*date),
            other => return Err(bukan(&self.name_key(), other, InputKind::Words)),
        };
        let list = split_lines(&isi);
        if self.data.kind() == InputKind::Answer {
            return Ok(Some(Nilai::sentences(list)));
        }
        let nama = list.join(", ");
        Ok((!nama.is_empty()).then_some(Nilai::Teks(nama)))
    }
}

/// A cell of a kind that is no answer here.
fn bukan(key: &str, cell: &Cell, kind: InputKind) -> AnyProblem {
    let key = key.to_owned();
    let (id, en) = match cell {
        Cell::Error(value) => {
            return SheetProblem::ErrorCell { key, value: value.clone() }.into();
        }
        Cell::NoResult => return SheetProblem::NoResult { key }.into(),
        Cell::Date(_) => ("tanggal", "a date"),
        Cell::Time(_) => ("jam", "a time"),
        Cell::Bool(_) => ("true/false", "true/false"),
        Cell::Text(_) => ("teks", "text"),
        Cell::Number(_) => ("bilangan", "a number"),
        Cell::Percent(_) => ("persen", "a percentage"),
    };
    let expected = match kind {
        InputKind::Count => Both::new("bilangan bulat", "a whole number"),
        InputKind::Amount | InputKind::Money => Both::new("bilangan", "a number"),
        InputKind::Words | InputKind::Answer => Both::new("teks", "text"),
    };
    FileProblem::WrongType { key, expected, found: Both::new(id, en) }.into()
}

/// What 1,234 would be if its comma grouped thousands; `None` for all other numbers.
fn is_thousands(n: &BigRational) -> Option<String> {
    let seribu = BigRational::from_integer(1000.into());
    let seratus = BigRational::from_integer(100.into());
    let tiga = (n * &seribu).is_integer() && !(n * seratus).is_integer();
    (tiga && *n < seribu).then(|| format_decimal_short(&(n * seribu), 0))
}

/// The sentences of a cell, one a line, without what people number them with. A dash or
/// "nihil" is none.
fn split_lines(text: &str) -> Vec<String> {
    text.split(['|', '\n'])
        .map(|line| without_item(line.trim()))
        .filter(|line| !says_nothing(line))
        .map(str::to_owned)
        .collect()
}

/// "1. Tenaga kurang" and "- Tenaga kurang" are "Tenaga kurang"; "2.033 anak" stays.
fn without_item(line: &str) -> &str {
    if let Some(rest) = line.strip_prefix(['-', '•', '*', '–']) {
        return rest.trim_start();
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).unwrap_or_default();
    match rest.strip_prefix(['.', ')']) {
        Some(after) if (1..=2).contains(&digits) && after.starts_with([' ', '\t']) => {
            after.trim_start()
        }
        _ => line,
    }
}
