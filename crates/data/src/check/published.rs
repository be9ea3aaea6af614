//! A published index against the parts that were published with it: where only these are known
//! nothing is computed, and a figure that was copied wrongly would go on unseen.

use crate::problem::AchievementProblem;
use crate::workspace::Workspace;
use base::diag::Problems;
use base::source::Spanned;
use field::domain::{Opd, Periode};
use field::spm::temuan::{ReportedIndex, TemuanScope};
use field::spm::{Catalog, Percent};

pub(super) fn check(workspace: &Workspace, catalog: &Catalog, problems: &mut Problems) {
    for (periode, published) in &workspace.dilaporkan {
        let told = PublishedQuarter {
            workspace,
            catalog,
            periode: *periode,
            indices: published,
        };
        told.whole(problems);
        told.offices(problems);
    }
}

/// What was published of a quarter.
struct PublishedQuarter<'a> {
    workspace: &'a Workspace,
    catalog: &'a Catalog,
    periode: Periode,
    indices: &'a [Spanned<ReportedIndex>],
}

impl PublishedQuarter<'_> {
    fn of(&self, scope: &TemuanScope) -> Option<&Spanned<ReportedIndex>> {
        self.indices.iter().find(|p| p.value.lingkup == *scope)
    }

    /// The index of the daerah against its urusan: their mean where all are there, else what
    /// their mean can be at least and at most.
    fn whole(&self, problems: &mut Problems) {
        let Some(whole) = self.of(&TemuanScope::Daerah) else { return };
        let all = self.catalog.all_urusan();
        let (mut parts, mut missing) = (Vec::new(), Vec::new());
        for urusan in all {
            match self.of(&TemuanScope::Urusan(urusan.kode.clone())) {
                Some(part) => parts.push(&part.value.nilai),
                None => missing.push(urusan.kode.as_str()),
            }
        }
        let Some(mean) = Percent::mean_of(parts.iter().copied()) else { return };
        let (periode, daerah) = (self.periode.to_string(), whole.value.nilai.printed());
        let nilai = &whole.value.nilai;
        if missing.is_empty() {
            if !near(nilai, &mean) {
                let (mean, count) = (mean.printed(), parts.len().to_string());
                let problem =
                    AchievementProblem::PublishedApart { periode, daerah, mean, count };
                problems.add(whole.span, problem);
            }
            return;
        }
        let none = vec![Percent::zero(); missing.len()];
        let full = vec![Percent::hundred(); missing.len()];
        let with = |rest: &[Percent]| {
            let rest: Vec<&Percent> = rest.iter().collect();
            Percent::mean_of(parts.iter().copied().chain(rest))
        };
        let (Some(least), Some(most)) = (with(&none), with(&full)) else { return };
        let within = (least.value() <= nilai.value() && nilai.value() <= most.value())
            || near(nilai, &least)
            || near(nilai, &most);
        let missing = missing.join(", ");
        // Where the figures are known the index is computed from them, and compared with that.
        let computed = self.workspace.capaian.contains_key(&self.periode);
        if !within {
            let (least, most) = (least.printed(), most.printed());
            let problem = AchievementProblem::PublishedBeyond {
                periode,
                daerah,
                least,
                most,
                missing,
            };
            problems.add(whole.span, problem);
        } else if !computed {
            let problem = AchievementProblem::PublishedUnsure { periode, missing };
            problems.add(whole.span, problem);
        }
    }

    /// The index of an OPD against that of its urusan, where it has one urusan, and alone. Where
    /// the figures are known both are compared with what they give.
    fn offices(&self, problems: &mut Problems) {
        if self.workspace.capaian.contains_key(&self.periode) {
            return;
        }
        for one in self.indices {
            let TemuanScope::Opd(id) = &one.value.lingkup else { continue };
            let opd = self.workspace.opd.iter().find(|o| o.id.value == *id);
            let Some(urusan) = opd.and_then(|opd| self.alone(opd)) else { continue };
            let scope = TemuanScope::Urusan(urusan.to_owned());
            let Some(part) = self.of(&scope).map(|part| &part.value.nilai) else {
                continue;
            };
            if near(&one.value.nilai, part) {
                continue;
            }
            let problem = AchievementProblem::PublishedOffice {
                periode: self.periode.to_string(),
                opd: id.clone(),
                index: one.value.nilai.printed(),
                urusan: urusan.to_owned(),
                of_urusan: part.printed(),
            };
            problems.add(one.span, problem);
        }
    }

    /// The urusan that an OPD has, where that is the only one and nobody else has it.
    fn alone<'o>(&self, opd: &'o Opd) -> Option<&'o str> {
        let [urusan] = &opd.urusan[..] else { return None };
        let mut others = self.workspace.opd.iter().filter(|other| other.id != opd.id);
        let shared = others.any(|o| o.urusan.iter().any(|u| u.value == urusan.value));
        (!shared).then_some(urusan.value.as_str())
    }
}

/// Whether two published figures differ by no more than their rounding.
fn near(one: &Percent, other: &Percent) -> bool {
    let hundredths = |p: &Percent| p.rounded().hundredths();
    match (hundredths(one), hundredths(other)) {
        (Some(one), Some(other)) => one.abs_diff(other) <= 1,
        _ => true,
    }
}
