//! A service that two files tell for the same quarter. Told alike it is taken once; told
//! differently nobody can know which is true, and both places are named with what they say.

use std::collections::HashMap;

use crate::problem::FindingProblem;
use crate::tables::capaian::LAYANAN;
use crate::tables::{Datum, FieldDifference};
use base::diag::{Both, Problems};
use base::source::{SourceMap, Spanned};
use field::spm::LayananCapaian;

/// Leaves each service of different files once, and tells those that are told twice. Twice in
/// one file is a mistake of its own and stays.
pub(super) fn settle(
    services: &mut Vec<Spanned<LayananCapaian>>,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    let mut kept: Vec<Spanned<LayananCapaian>> = Vec::new();
    // Of each service, the first that tells it and the first of another file.
    let mut tellers: HashMap<String, Vec<usize>> = HashMap::new();
    for service in services.drain(..) {
        let tellers = tellers.entry(service.value.kode.clone()).or_default();
        let foreign = |at: &&usize| kept[**at].span.file() != service.span.file();
        let Some(other) = tellers.iter().find(foreign).map(|&at| &kept[at]) else {
            if tellers.is_empty() {
                tellers.push(kept.len());
            }
            kept.push(service);
            continue;
        };
        let (kode, first) = (service.value.kode.clone(), sources.place(other.span));
        let problem = match LAYANAN.difference(&other.value, &service.value) {
            None => FindingProblem::ToldTwice { kode, first },
            Some(FieldDifference { what, one, two }) => {
                let (theirs, ours) = (said(one), said(two));
                FindingProblem::ToldDifferently { kode, what, first, theirs, ours }
            }
        };
        problems.add(service.span, problem);
    }
    *services = kept;
}

/// What a row says in a field.
fn said(value: Option<Datum>) -> Both {
    value.map_or_else(
        || Both::new("kosong", "empty"),
        |value| Both::same(value.to_string()),
    )
}
