//! What the office lets pass, each with its reason.

use super::Silenced;
use crate::problem::{ContradictionProblem, SilenceProblem};
use base::diag::{Diagnostic, Lang, Problems};
use field::domain::Silence;

/// What is still told, and what is let pass. A silence that names what cannot be let pass, or
/// that lets nothing pass, is a problem.
pub(super) fn weigh(
    found: Vec<Diagnostic>,
    silences: &[Silence],
    problems: &mut Problems,
) -> (Vec<Diagnostic>, Vec<Silenced>) {
    let mut used = vec![false; silences.len()];
    let (mut told, mut silenced) = (Vec::new(), Vec::new());
    for problem in found {
        let at = silences.iter().position(|silence| covers(silence, &problem));
        match at {
            Some(at) => {
                used[at] = true;
                let reason = silences[at].reason.clone();
                silenced.push(Silenced { problem, reason });
            }
            None => told.push(problem),
        }
    }
    let unused = silences.iter().zip(used).filter(|(_, used)| !used);
    for (silence, _) in unused {
        let kode = silence.code.value.clone();
        let known = ContradictionProblem::CODES;
        if known.contains(&kode.as_str()) {
            problems.add(silence.code.span, SilenceProblem::Unused { kode });
        } else if !kode.is_empty() {
            let pilihan = known.join(", ");
            let problem = SilenceProblem::NotSilenceable { kode, pilihan };
            problems.add(silence.code.span, problem);
        }
    }
    (told, silenced)
}

/// The words are those of the Indonesian message, in whatever language it is told.
fn covers(silence: &Silence, found: &Diagnostic) -> bool {
    let says = |text: &str| found.problem.said(Lang::Id).message.contains(text);
    silence.code.value == found.problem.code()
        && !silence.reason.is_empty()
        && silence.saying.as_deref().is_none_or(says)
}
