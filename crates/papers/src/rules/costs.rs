//! Lines of the budget that add nothing: seldom meant.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for biaya in held.workspace.rakor.iter().flat_map(|rakor| &rakor.biaya) {
        for nought in &biaya.nol {
            let (uraian, kunci) = (biaya.uraian.clone(), nought.value.to_owned());
            problems.add(nought.span, Problem::CostsNothing { uraian, kunci });
        }
    }
}
