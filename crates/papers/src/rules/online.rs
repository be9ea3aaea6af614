//! Who speaks online needs a link to speak through.

use super::RulesView;
use crate::problem::LetterProblem as Problem;
use base::diag::Problems;
use field::domain::NamaGelar;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    if rakor.tautan.is_some() {
        return;
    }
    let items = rakor.sesi.iter().flat_map(|sesi| &sesi.acara);
    let online: Vec<&str> = items
        .filter(|acara| acara.daring)
        .flat_map(|acara| acara.narasumber.iter().map(|id| id.value.as_str()))
        .collect();
    // One link serves all of them, so that one is told.
    let first = rakor.narasumber.iter().find(|one| {
        one.daring
            || one.id.as_ref().is_some_and(|id| online.contains(&id.value.as_str()))
    });
    if let Some(one) = first {
        let named =
            one.nama.as_ref().map(NamaGelar::full).or_else(|| one.jabatan.clone());
        let nama = named.unwrap_or_default();
        problems.add(one.written.place("daring"), Problem::OnlineWithoutLink { nama });
    }
}
