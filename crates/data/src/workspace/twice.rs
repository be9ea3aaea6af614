//! A service that two files tell for the same quarter. Told alike it is taken once; told
//! differently nobody can know which is true, and both places are named with what they say.

use super::place;
use crate::problem::FindingProblem;
use base::diag::{Both, Problems};
use base::source::{SourceMap, Spanned};
use field::spm::{Amount, LayananCapaian, Reported};

/// Leaves each service of different files once, and tells those that are told twice. Twice in
/// one file is a mistake of its own and stays.
pub(super) fn settle(
    services: &mut Vec<Spanned<LayananCapaian>>,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    let mut kept: Vec<Spanned<LayananCapaian>> = Vec::new();
    for service in services.drain(..) {
        let other = kept.iter().find(|k| {
            k.value.kode == service.value.kode && k.span.file() != service.span.file()
        });
        let Some(other) = other else {
            kept.push(service);
            continue;
        };
        let (kode, first) = (service.value.kode.clone(), place(other.span, sources));
        let problem = match difference(&other.value, &service.value) {
            None => FindingProblem::ToldTwice { kode, first },
            Some((what, theirs, ours)) => {
                FindingProblem::ToldDifferently { kode, what, first, theirs, ours }
            }
        };
        problems.add(service.span, problem);
    }
    *services = kept;
}

/// The first figure that differs, with both values.
fn difference(
    one: &LayananCapaian,
    two: &LayananCapaian,
) -> Option<(String, Both, Both)> {
    let count = |n: &Reported<u64>| shown(n, |n| bahasa::format_number(i128::from(*n)));
    let amount = |n: &Reported<Amount>| shown(n, Amount::printed);
    let text = |t: &Option<String>| match t {
        Some(t) => Both::same(t.clone()),
        None => empty(),
    };
    let mut pairs = vec![
        ("opd".to_owned(), Both::same(one.opd.clone()), Both::same(two.opd.clone())),
        ("sasaran".to_owned(), count(&one.sasaran), count(&two.sasaran)),
        ("terlayani".to_owned(), count(&one.terlayani), count(&two.terlayani)),
        ("satuan".to_owned(), text(&one.satuan), text(&two.satuan)),
        ("pagu".to_owned(), amount(&one.pagu), amount(&two.pagu)),
        ("realisasi".to_owned(), amount(&one.realisasi), amount(&two.realisasi)),
    ];
    let names = one.mutu.iter().chain(&two.mutu).map(|item| &item.nama);
    for name in names {
        let of = |all: &LayananCapaian| {
            let item = all.mutu.iter().find(|i| i.nama == *name);
            let need = item.map_or_else(empty, |i| amount(&i.dibutuhkan));
            let met = item.map_or_else(empty, |i| amount(&i.terpenuhi));
            (need, met)
        };
        let ((need, met), (other_need, other_met)) = (of(one), of(two));
        pairs.push((format!("{name}, dibutuhkan"), need, other_need));
        pairs.push((format!("{name}, terpenuhi"), met, other_met));
    }
    pairs.into_iter().find(|(_, one, two)| one != two)
}

fn shown<T>(value: &Reported<T>, print: impl Fn(&T) -> String) -> Both {
    match value {
        Reported::Value(value) => Both::same(print(value)),
        Reported::Nihil => Both::same("nihil"),
        Reported::Missing => empty(),
    }
}

fn empty() -> Both {
    Both::new("kosong", "empty")
}
