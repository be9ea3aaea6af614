//! Ids that are given twice, and terms of one office.

use std::collections::BTreeMap;

use crate::problem::{OfficialProblem, ReferenceProblem};
use base::diag::{Both, Problems};
use base::source::{Span, Spanned};
use field::domain::Pejabat;

/// Several rows of one id are the terms of one office: each then says when. Those that may be
/// in office together are told.
pub(super) fn terms(
    officials: &[Pejabat],
    place: impl Fn(Span) -> String,
    problems: &mut Problems,
) {
    let mut offices: BTreeMap<&str, Vec<&Pejabat>> = BTreeMap::new();
    for one in officials {
        let office = offices.entry(one.id.value.as_str()).or_default();
        for earlier in office.iter().take(MOST_TERMS) {
            let untold = |p: &Pejabat| p.dari.is_none() && p.sampai.is_none();
            let (id, first) = (one.id.value.clone(), place(earlier.id.span));
            if one.id.value.is_empty() {
                continue;
            }
            if untold(one) || untold(earlier) {
                let kind = Both::new("pejabat", "official");
                problems
                    .add(one.id.span, ReferenceProblem::DuplicateId { kind, id, first });
                break;
            }
            if one.overlaps(earlier) {
                problems.add(one.id.span, OfficialProblem::TermsOverlap { id, first });
            }
        }
        office.push(one);
    }
}

/// So many terms of an office are compared with a later one: it never had more.
const MOST_TERMS: usize = 50;

/// Reports ids that are given twice.
pub(super) fn ids<'a>(
    kind: (&'static str, &'static str),
    ids: impl Iterator<Item = &'a Spanned<String>>,
    place: impl Fn(Span) -> String,
    problems: &mut Problems,
) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids.filter(|id| !id.value.is_empty()) {
        match seen.get(id.value.as_str()) {
            Some(first) => problems.add(
                id.span,
                ReferenceProblem::DuplicateId {
                    kind: Both::new(kind.0, kind.1),
                    id: id.value.clone(),
                    first: place(*first),
                },
            ),
            None => {
                seen.insert(&id.value, id.span);
            }
        }
    }
}
