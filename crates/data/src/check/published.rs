//! A published index against the parts that were published with it: where only these are known
//! nothing is computed, and a figure that was copied wrongly would go on unseen.

use crate::problem::AchievementProblem;
use crate::workspace::Workspace;
use base::diag::Problems;
use base::source::Spanned;
use field::spm::temuan::{ReportedIndex, TemuanScope};
use field::spm::{Catalog, Percent};

pub(super) fn check(workspace: &Workspace, catalog: &Catalog, problems: &mut Problems) {
    for (periode, published) in &workspace.dilaporkan {
        let whole = published.iter().find(|p| p.value.lingkup == TemuanScope::Daerah);
        let parts = parts(published, catalog);
        let (Some(whole), Some(mean)) = (whole, Percent::mean(&parts)) else { continue };
        // Of some of the parts no mean can be taken.
        if parts.len() < catalog.all_urusan().len() || near(&whole.value.nilai, &mean) {
            continue;
        }
        let problem = AchievementProblem::PublishedApart {
            periode: periode.to_string(),
            daerah: whole.value.nilai.printed(),
            mean: mean.printed(),
            count: parts.len().to_string(),
        };
        problems.add(whole.span, problem);
    }
}

/// The indices of all urusan that were published.
fn parts(published: &[Spanned<ReportedIndex>], catalog: &Catalog) -> Vec<Percent> {
    let of = |kode: &str| {
        published
            .iter()
            .find(|p| matches!(&p.value.lingkup, TemuanScope::Urusan(own) if own == kode))
    };
    let found = catalog.all_urusan().iter().filter_map(|urusan| of(&urusan.kode));
    found.map(|p| p.value.nilai.clone()).collect()
}

/// Whether two published figures differ by no more than their rounding.
fn near(one: &Percent, other: &Percent) -> bool {
    let hundredths = |p: &Percent| p.rounded().hundredths();
    match (hundredths(one), hundredths(other)) {
        (Some(one), Some(other)) => one.abs_diff(other) <= 1,
        _ => true,
    }
}
