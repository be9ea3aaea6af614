//! `data/indeks-lain`: indices that other ministries publish.

use crate::fields::rows;
use crate::node::Node;
use crate::tables::other::{INDEKS_LAIN, Published};
use base::diag::Problems;
use base::source::Spanned;
use field::spm::IndeksLain;

/// The rows, each with the place of its urusan, or of the row where it names none. A row
/// without a value has been reported and is left out.
pub(super) fn read(items: &[Node], problems: &mut Problems) -> Vec<Spanned<IndeksLain>> {
    let rows = rows("indeks-lain", items, problems, |f| INDEKS_LAIN.read(f));
    rows.into_iter().filter_map(Published::whole).collect()
}
