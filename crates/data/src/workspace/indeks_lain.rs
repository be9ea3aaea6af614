//! `data/indeks-lain`: indices that other ministries publish.

use super::fields::{Fields, rows};
use super::node::Node;
use crate::problem::FileProblem;
use crate::tables::other::{INDEKS_LAIN, Published};
use base::diag::{Both, Problems};
use base::source::Spanned;
use field::spm::{IndeksLain, Percent};

/// The rows, each with the place of its urusan, or of the row where it names none. A row
/// without a value has been reported and is left out.
pub(super) fn read(items: &[Node], problems: &mut Problems) -> Vec<Spanned<IndeksLain>> {
    let rows = rows("indeks-lain", items, problems, |f| INDEKS_LAIN.read(f));
    rows.into_iter().filter_map(Published::whole).collect()
}

/// An amount of at most a hundred that may be absent.
pub(crate) fn within_hundred(f: &mut Fields<'_>, key: &'static str) -> Option<Percent> {
    let nilai = f.amount(key)?;
    let persen = Percent::new(nilai.value.value().clone());
    if persen <= Percent::hundred() {
        return Some(persen);
    }
    f.problems.add(
        nilai.span,
        FileProblem::OutOfRange {
            key: key.to_owned(),
            value: nilai.value.printed(),
            range: Both::new("0 s.d. 100", "from 0 to 100"),
        },
    );
    None
}
