//! Values with a form of their own: patterns of letter numbers, what a QR says, indices.

use super::Fields;
use crate::problem::{FileProblem, OfficialProblem};
use crate::tables::Key;
use bahasa::{NumberPattern, PatternError};
use base::diag::Both;
use field::spm::Percent;

/// A pattern of letter numbers that may be absent.
pub(crate) fn pattern(f: &mut Fields<'_>, key: Key) -> Option<NumberPattern> {
    let text = f.text(key)?;
    match text.value.parse() {
        Ok(pola) => Some(pola),
        Err(error) => {
            f.problems.add(
                text.span,
                FileProblem::BadPattern {
                    key: key.into(),
                    detail: pattern_words(&error),
                },
            );
            None
        }
    }
}

/// A code that is part of a letter's number. Numbers end up in sheets, so none is a formula.
pub(crate) fn code(f: &mut Fields<'_>, key: Key) -> String {
    let Some(text) = f.text(key) else { return String::new() };
    if bahasa::nomor::is_formula(&text.value) {
        let problem = FileProblem::FormulaSign { key: key.into(), text: text.value };
        f.problems.add(text.span, problem);
        return String::new();
    }
    text.value
}

/// What is wrong with a pattern of letter numbers.
pub fn pattern_words(error: &PatternError) -> Both {
    let en = match error {
        PatternError::Empty => "it is empty".to_owned(),
        PatternError::UnbalancedBraces => "a `{` or `}` has no other half".to_owned(),
        PatternError::UnknownToken(token) => {
            format!(
                "unknown `{{{token}}}`; use one of: {}",
                NumberPattern::TOKEN.join(", ")
            )
        }
        PatternError::Formula => "it begins with the sign of a formula".to_owned(),
        PatternError::BadWidth(token) => {
            format!("`{{{token}}}`: a width is written as in {{urut:03}}")
        }
    };
    Both::new(error.to_string(), en)
}

/// The longest text a QR of a signature's size is still read from.
const QR_TERPANJANG: usize = 200;

/// What the QR at a signature says, that may be absent.
pub(crate) fn verification(f: &mut Fields<'_>, key: Key) -> Option<String> {
    let text = f.text(key)?;
    let rest = text.value.replace("{nomor}", "");
    let detail = if rest.contains(['{', '}']) {
        Both::new("hanya {nomor} yang dikenal", "only {nomor} is known")
    } else if text.value.len() > QR_TERPANJANG {
        Both::new(
            format!("lebih dari {QR_TERPANJANG} huruf tidak terbaca pada QR kecil"),
            format!("more than {QR_TERPANJANG} letters cannot be read from a small QR"),
        )
    } else {
        return Some(text.value);
    };
    f.problems.add(text.span, OfficialProblem::BadVerification { detail });
    None
}

/// An amount of at most a hundred that may be absent, with or without a percent sign.
pub(crate) fn within_hundred(f: &mut Fields<'_>, key: Key) -> Option<Percent> {
    if f.written(key).is_some_and(|text| text.trim_end().ends_with('%')) {
        return f.percent(key).map(|percent| percent.value);
    }
    // Three decimals are no thousands of what ends at a hundred.
    if let Some(percent) = f.decimal_percent(key) {
        return Some(percent);
    }
    let nilai = f.amount(key)?;
    let persen = Percent::new(nilai.value.value().clone());
    if persen <= Percent::hundred() {
        return Some(persen);
    }
    f.problems.add(
        nilai.span,
        FileProblem::OutOfRange {
            key: key.into(),
            value: nilai.value.printed(),
            range: Both::new("0 s.d. 100", "from 0 to 100"),
        },
    );
    None
}
