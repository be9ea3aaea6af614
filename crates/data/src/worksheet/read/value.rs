//! What one filled cell says.

use crate::problem::{AchievementProblem, FileProblem, SheetProblem, WorksheetProblem};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::super::column::{Data, InputKind};
use crate::book::grid::SheetCell;
use crate::fields::sentences;
use crate::import::{ImportedLayanan, ImportedMutu};
use crate::node::is_rounded;
use crate::node::plain;

use crate::tables::datum::is_nihil;
use crate::tables::{Datum, Key, says_nothing};
use bahasa::date::format_date;
use bahasa::format_decimal_short;
use base::diag::{AnyProblem, Both, Problems};
use base::source::{Span, Spanned};
use field::spm::{Amount, Reported};

/// A cell of an input column that holds something.
pub(super) struct Input<'a> {
    pub(super) data: Data,
    pub(super) span: Span,
    pub(super) cell: &'a SheetCell,
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
        let read = if self.data.kind().words() {
            self.text()
        } else {
            self.answer(nihil, &layanan.kode.value, problems)
        };
        match read {
            Ok(Some(value)) => {
                let content = match item {
                    Some(item) if self.data.per_butir => &mut item.content,
                    _ => &mut layanan.content,
                };
                content.set(self.data.name_key(), Spanned::new(value, self.span));
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
    ) -> Result<Option<Datum>, AnyProblem> {
        let Reported::Value(value) = self.figure(problems)? else {
            return match self.data {
                data if data.target() => Ok(Some(Datum::Nihil)),
                _ if nihil => Ok(None),
                _ => Err(WorksheetProblem::NihilHere { key: self.name_key() }.into()),
            };
        };
        if nihil && self.data.name_key() == Key::SERVED {
            let kode = kode.to_owned();
            let problem = AchievementProblem::NihilWithFigures { kode };
            return if value.is_positive() { Err(problem.into()) } else { Ok(None) };
        }
        let whole = || value.to_integer().to_i64();
        if self.data.kind() == InputKind::Count && whole().is_none() {
            let (key, value) = (self.name_key(), plain(&value));
            return Err(SheetProblem::LongNumber { key, value }.into());
        }
        Ok(Amount::new(value).ok().map(Datum::Number))
    }

    fn name_key(&self) -> String {
        self.data.name_key().into()
    }

    /// The number, or nihil.
    fn figure(
        &self,
        problems: &mut Problems,
    ) -> Result<Reported<BigRational>, AnyProblem> {
        let key = self.name_key();
        let value = match self.cell {
            SheetCell::Number(n) => n.clone(),
            SheetCell::Text(text) => {
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
            other => return Err(not_a(&key, other, self.data.kind())),
        };
        if is_rounded(&value) {
            return Err(SheetProblem::LongNumber { key, value: plain(&value) }.into());
        }
        if value.is_negative() {
            let range = Both::new("paling sedikit 0", "at least 0");
            return Err(
                FileProblem::OutOfRange { key, value: plain(&value), range }.into()
            );
        }
        if self.data.kind() == InputKind::Count && !value.is_integer() {
            return Err(WorksheetProblem::NotWhole {
                key,
                value: format_decimal_short(&value, 10),
            }
            .into());
        }
        if let Some(thousands) = is_thousands(&value) {
            let value = format_decimal_short(&value, 10);
            problems.add(
                self.span,
                WorksheetProblem::DoubtfulNumber { key, value, thousands },
            );
        }
        Ok(Reported::Value(value))
    }

    fn of_text(&self, text: &str) -> Result<BigRational, AnyProblem> {
        // A percentage is a number elsewhere; amounts are asked here.
        bahasa::rupiah::parse_rupiah(text)
            .map_err(|_| FileProblem::of_number(&self.name_key(), text, false).into())
    }

    /// Words of a person's name, or sentences; `None` when there are none.
    fn text(&self) -> Result<Option<Datum>, AnyProblem> {
        let content = match self.cell {
            SheetCell::Text(text) => text.clone(),
            SheetCell::Number(n) => plain(n),
            SheetCell::Date(date) => format_date(*date),
            other => return Err(not_a(&self.name_key(), other, InputKind::Words)),
        };
        let list = sentences(&content)
            .into_iter()
            .filter(|t| !says_nothing(t))
            .map(str::to_owned)
            .collect::<Vec<String>>();
        if self.data.kind() == InputKind::Answer {
            return Ok(Some(Datum::sentences(list)));
        }
        let nama = list.join(", ");
        Ok((!nama.is_empty()).then_some(Datum::Text(nama)))
    }
}

/// A cell of a kind that is no answer here.
fn not_a(key: &str, cell: &SheetCell, kind: InputKind) -> AnyProblem {
    let key = key.to_owned();
    let (id, en) = match cell {
        SheetCell::Error(value) => {
            return SheetProblem::ErrorCell { key, value: value.clone() }.into();
        }
        SheetCell::NoResult => return SheetProblem::NoResult { key }.into(),
        SheetCell::Date(_) => ("tanggal", "a date"),
        SheetCell::Time(_) => ("jam", "a time"),
        SheetCell::Bool(_) => ("true/false", "true/false"),
        SheetCell::Text(_) => ("teks", "text"),
        SheetCell::Number(_) => ("bilangan", "a number"),
        SheetCell::Percent(_) => ("persen", "a percentage"),
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
    let thousand = BigRational::from_integer(1000.into());
    let hundred = BigRational::from_integer(100.into());
    let three = (n * &thousand).is_integer() && !(n * hundred).is_integer();
    (three && *n < thousand).then(|| format_decimal_short(&(n * thousand), 0))
}
