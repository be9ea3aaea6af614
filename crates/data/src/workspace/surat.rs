//! `data/surat.toml`: one table per template.

use super::fields::Fields;
use super::node::Table;
use crate::problem::FileProblem;
use crate::tables::surat::SURAT;
use bahasa::{NumberPattern, PatternError};
use base::diag::{Both, Problems};
use field::domain::Surat;

pub(super) fn read(table: &Table, problems: &mut Problems) -> Vec<Surat> {
    let mut letters = Vec::new();
    for (name, node) in table {
        let mut f = Fields::of(&format!("[{}]", name.value), node, problems);
        let written = f.places();
        letters.push(Surat { template: name.clone(), written, ..SURAT.read(&mut f) });
        f.finish();
    }
    letters
}

/// A pattern of letter numbers that may be absent.
pub(crate) fn pattern(f: &mut Fields<'_>, key: &'static str) -> Option<NumberPattern> {
    let text = f.text(key)?;
    match text.value.parse() {
        Ok(pola) => Some(pola),
        Err(error) => {
            f.problems.add(
                text.span,
                FileProblem::BadPattern { key: key.into(), detail: words(&error) },
            );
            None
        }
    }
}

/// What is wrong with a pattern of letter numbers.
pub fn words(error: &PatternError) -> Both {
    let en = match error {
        PatternError::Empty => "it is empty".to_owned(),
        PatternError::UnbalancedBraces => "a `{` or `}` has no other half".to_owned(),
        PatternError::UnknownToken(token) => {
            format!(
                "unknown `{{{token}}}`; use one of: {}",
                NumberPattern::TOKEN.join(", ")
            )
        }
        PatternError::BadWidth(token) => {
            format!("`{{{token}}}`: a width is written as in {{urut:03}}")
        }
    };
    Both::new(error.to_string(), en)
}
