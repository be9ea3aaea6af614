//! Those who put their initials on a draft: each has a row of the table that is printed.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use field::domain::begins_with_office;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let list = settings.written.field("paraf").field("hierarki");
    for (at, one) in settings.paraf.iter().enumerate() {
        let parts: Vec<&str> = one.split([',', ';']).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| begins_with_office(part)) {
            let (pejabat, jumlah) = (one.clone(), parts.len().to_string());
            let span = list.item(at).span();
            problems.add(span, Problem::InitialsTogether { pejabat, jumlah });
        }
    }
}
