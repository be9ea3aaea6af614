//! Errors of our own functions and filters, as minijinja carries them to the place they
//! happened at.

use crate::problem::TemplateProblem;
use std::fmt;

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind};

use bahasa::number::BothWays;
use base::diag::{AnyProblem, Both, Span};

/// A value of a row of the data that a filter cannot take: told at its cell.
#[derive(Debug)]
pub(super) struct Misfit {
    /// Where the data has it.
    pub(super) span: Span,
    /// The value as it stands there.
    pub(super) value: String,
    /// What the filter takes, in both languages.
    pub(super) kind: (&'static str, &'static str),
    /// What it may mean, where its comma does not tell.
    pub(super) doubt: Option<BothWays>,
}

impl Misfit {
    pub(super) fn problem(&self, at: String, own: bool) -> AnyProblem {
        let value = self.value.clone();
        if let Some(BothWays { plain, grouped, decimal }) = self.doubt.clone() {
            return TemplateProblem::UnclearCell { value, at, plain, grouped, decimal }
                .into();
        }
        let kind = Both::new(self.kind.0, self.kind.1);
        TemplateProblem::UnfitCell { value, kind, at, own }.into()
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

impl std::error::Error for Misfit {}

/// A value that does not fit as an error that minijinja can carry.
pub(super) fn misfit(misfit: Misfit) -> Error {
    Error::new(ErrorKind::InvalidOperation, misfit.value.clone()).with_source(misfit)
}

/// An error of our own functions and filters. minijinja carries it to the place it happened at.
#[derive(Debug)]
pub(super) struct Fault(pub(super) AnyProblem);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.code())
    }
}

impl std::error::Error for Fault {}

/// A problem as an error that minijinja can carry.
pub(super) fn fault(problem: AnyProblem) -> Error {
    Error::new(ErrorKind::InvalidOperation, problem.code()).with_source(Fault(problem))
}

/// A template error with its wording in both languages.
pub(super) fn mistake(id: impl Into<String>, en: impl Into<String>) -> Error {
    fault(
        TemplateProblem::TemplateError { detail: Both::new(id.into(), en.into()) }.into(),
    )
}

/// A kind of values by its name.
pub(super) fn kind_words(kind: ValueKind) -> Both {
    let (id, en) = match kind {
        ValueKind::Undefined => ("yang tidak ada", "nothing"),
        ValueKind::None => ("kosong", "an empty value"),
        ValueKind::Bool => ("true/false", "true/false"),
        ValueKind::Number => ("bilangan", "a number"),
        ValueKind::String => ("teks", "text"),
        ValueKind::Seq | ValueKind::Iterable => ("daftar", "a list"),
        ValueKind::Map => ("tabel", "a table"),
        other => return Both::same(other.to_string()),
    };
    Both::new(id, en)
}
