//! The period that the hal of a letter and the name of the rakor speak of, and that of the
//! figures below them.

use super::{RulesView, field_of, needs};
use crate::problem::ContradictionProblem as Problem;
use crate::template::{DataPart, TemplateManifest, Timing};
use base::diag::Problems;
use base::source::Span;
use field::domain::NamedPeriod;

/// A period with the place where it is written.
type PlacedPeriod = (NamedPeriod, Span);

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let reported =
        settings.periode.map(|p| (NamedPeriod::from(p), settings.periode_span));
    let rakor = of_rakor(held, "nama");
    let short = of_rakor(held, "singkat");
    // A year alone may be that of the meeting, unless its papers tell figures.
    let with_figures =
        held.decisions().any(|(_, manifest)| of_event(manifest) && tells(manifest));
    let of_quarter = rakor.iter().any(|(named, _)| named.has_quarter());
    let told = reported.is_some_and(|reported| {
        (with_figures || of_quarter && !held.jobs.is_empty())
            && compare(held, (&rakor, "rakor.nama"), reported, problems)
    });
    // Where the name and the quarter disagree, which one is right is asked once: what agrees with
    // either is not told as well.
    let either = |named: &[PlacedPeriod]| {
        let all = [rakor.first().copied(), reported];
        let mut meant = all.into_iter().flatten();
        told && meant.any(|(meant, _)| named.iter().any(|(n, _)| n.agrees(meant)))
    };
    if let Some(meant) = rakor.first().copied().or(reported)
        && !either(&short)
    {
        compare(held, (&short, "rakor.singkat"), meant, problems);
    }
    for (surat, manifest) in held.decisions() {
        let Some(hal) = &surat.hal else { continue };
        let named = placed(hal, field_of(surat, "hal"));
        let quarterly = || named.iter().any(|(named, _)| named.has_quarter());
        let meant = match rakor.as_slice() {
            // The paper of a rakor is about what the rakor is about.
            [first, ..] if of_event(manifest) => Some(*first),
            _ if needs(manifest, DataPart::Capaian) || quarterly() => reported,
            _ => None,
        };
        if let Some(meant) = meant.filter(|_| !either(&named)) {
            let whose = format!("{}.hal", surat.template.value);
            compare(held, (&named, &whose), meant, problems);
        }
    }
}

/// The periods that a name of the rakor says.
fn of_rakor(held: RulesView<'_>, key: &str) -> Vec<PlacedPeriod> {
    let Some(rakor) = &held.workspace.rakor else { return Vec::new() };
    let text = if key == "nama" { &rakor.nama } else { &rakor.singkat };
    placed(text, rakor.written.field("rakor").field(key).span())
}

/// The periods of a text that is written at one place.
fn placed(text: &str, span: Span) -> Vec<PlacedPeriod> {
    NamedPeriod::all(text).into_iter().map(|named| (named, span)).collect()
}

/// Whether the papers are those of the rakor itself.
fn of_event(manifest: &TemplateManifest) -> bool {
    manifest.timing.is_some_and(|timing| timing != Timing::After)
}

/// Whether the papers tell the figures of the reported quarter beside what the rakor agreed.
fn tells(manifest: &TemplateManifest) -> bool {
    needs(manifest, DataPart::Hasil)
}

/// Tells a period that is not the one that is meant; `true` where it was told.
fn compare(
    held: RulesView<'_>,
    (named, teks): (&[PlacedPeriod], &str),
    (meant, other): PlacedPeriod,
    problems: &mut Problems,
) -> bool {
    let fits = named.iter().any(|(named, _)| named.agrees(meant));
    let wrong = named.first().filter(|_| !fits);
    if let Some((named, span)) = wrong {
        let problem = Problem::OtherPeriod {
            teks: teks.to_owned(),
            sebut: named.told(),
            periode: meant.told(),
            lain: held.place(other),
        };
        problems.add(*span, problem);
    }
    wrong.is_some()
}
