//! Those who put their initials on a draft: each has a row of the table that is printed.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;

/// What positions begin with.
const POSITIONS: [&str; 16] = [
    "kepala",
    "kabag",
    "kabid",
    "kasubbag",
    "kasubag",
    "kadis",
    "asisten",
    "sekretaris",
    "sekda",
    "staf",
    "analis",
    "inspektur",
    "camat",
    "wakil",
    "bupati",
    "wali",
];

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let list = settings.written.field("paraf").field("hierarki");
    for (at, one) in settings.paraf.iter().enumerate() {
        let parts: Vec<&str> = one.split([',', ';']).map(str::trim).collect();
        let begins = |part: &&&str| {
            let first = part.split_whitespace().next().unwrap_or_default();
            POSITIONS.contains(&first.to_lowercase().as_str())
        };
        if parts.len() > 1 && parts.iter().filter(begins).count() == parts.len() {
            let (pejabat, jumlah) = (one.clone(), parts.len().to_string());
            let span = list.item(at).span();
            problems.add(span, Problem::InitialsTogether { pejabat, jumlah });
        }
    }
}
