//! What is said of earlier follow-ups: whether each was done, and on which day.

use jiff::civil::Date;

use super::{RulesView, order};
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use field::domain::{KeadaanTindakLanjut, TindakLanjut, told_date};

/// The name under which templates read earlier follow-ups.
const READ: &str = "rakor.tindak_lanjut";

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    let list = rakor.written.field("tindak_lanjut");
    let mut papers: Option<Vec<(Date, Span, String, bool)>> = None;
    for (at, one) in rakor.tindak_lanjut.iter().enumerate() {
        let Some(day) = one.selesai else { continue };
        let span = list.item(at).field("selesai").span();
        let selesai = told_date(day);
        if one.keadaan == Some(KeadaanTindakLanjut::Belum) {
            problems.add(span, Problem::NotDoneWithDay { selesai });
            continue;
        }
        let papers = papers.get_or_insert_with(|| papers_of(held));
        let Some((tanggal, lain, template)) = first_before(papers, one, day) else {
            continue;
        };
        problems.add(
            span,
            Problem::DoneAfterLetter {
                selesai,
                template: template.to_owned(),
                tanggal: told_date(tanggal),
                lain: held.place(lain),
            },
        );
    }
}

/// The first paper that tells a follow-up as done before it was.
fn first_before<'a>(
    papers: &'a [(Date, Span, String, bool)],
    one: &TindakLanjut,
    day: Date,
) -> Option<(Date, Span, &'a str)> {
    let telling = papers
        .iter()
        .filter(|(date, _, _, of_opd)| *date < day && (!of_opd || one.opd.is_some()));
    let first = telling.min_by_key(|(date, ..)| *date)?;
    Some((first.0, first.1, &first.2))
}

/// The days of the papers that tell earlier follow-ups, and whether each tells those of its OPD
/// alone.
fn papers_of(held: RulesView<'_>) -> Vec<(Date, Span, String, bool)> {
    let telling = held.decisions().filter(|(_, manifest)| {
        (held.fields)(&manifest.name).iter().any(|name| name.starts_with(READ))
    });
    telling
        .flat_map(|(surat, manifest)| {
            let of_opd = manifest.per == crate::template::Per::Opd;
            let name = &surat.template.value;
            let days = order::dates(held, surat).into_iter();
            days.map(move |(date, span)| (date, span, name.clone(), of_opd))
        })
        .collect()
}
