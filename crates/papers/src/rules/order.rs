//! Dates in their order: letter, event, follow-up, quarter.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{RulesView, field_of, needs};
use crate::problem::{ContradictionProblem as Problem, LetterProblem};
use crate::template::{DataPart, Per, Timing};
use base::diag::{Both, Problems};
use base::source::Span;
use field::domain::{Rakor, Surat, told_date, told_days};

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for (surat, manifest) in held.decisions() {
        for (date, span) in dates(held, surat) {
            if let (Some(timing), Some(rakor)) = (manifest.timing, &held.workspace.rakor)
            {
                event(held, (surat, date, span), (timing, rakor), problems);
                let invites = manifest.per == Per::Undangan;
                far(held, (surat, date, span), (invites, rakor), problems);
            }
            deadline(held, surat, (date, span), problems);
            if needs(manifest, DataPart::Capaian) {
                quarter(held, surat, (date, span), problems);
            }
        }
    }
    follow_ups(held, problems);
}

/// The dates of the letters of a template with their places: that of the data, else those of
/// the register.
pub(super) fn dates(held: RulesView<'_>, surat: &Surat) -> Vec<(Date, Span)> {
    if let Some(date) = surat.tanggal {
        return vec![(date, field_of(surat, "tanggal"))];
    }
    let own = held.jobs.iter().filter(|job| job.template == surat.template.value);
    let dates: BTreeSet<Date> = own.filter_map(crate::plan::Job::date).collect();
    dates.into_iter().map(|date| (date, surat.template.span)).collect()
}

fn event(
    held: RulesView<'_>,
    (surat, date, span): (&Surat, Date, Span),
    (timing, rakor): (Timing, &Rakor),
    problems: &mut Problems,
) {
    let (first, last) = (rakor.tanggal, rakor.sampai);
    let template = surat.template.value.clone();
    let tanggal = told_date(date);
    let head = rakor.written.field("rakor");
    let lain = |key| held.place(head.field(key).span());
    let end = if first == last { "tanggal" } else { "sampai" };
    match timing {
        Timing::Before if date > first => {
            let (acara, lain) = (told_date(first), lain("tanggal"));
            problems.add(span, Problem::AfterEvent { template, tanggal, acara, lain });
        }
        Timing::During if date < first || date > last => {
            let acara = told_days(first, last);
            let lain = lain("tanggal");
            problems
                .add(span, Problem::OtherThanEvent { template, tanggal, acara, lain });
        }
        Timing::After | Timing::Report if date < last => {
            let (acara, lain) = (told_date(last), lain(end));
            problems.add(span, Problem::BeforeEvent { template, tanggal, acara, lain });
        }
        _ => {}
    }
}

/// Days before the event at which nobody invites to it yet, and around it at which no paper of
/// it is dated: the year or the month is a slip.
const INVITED: i32 = 90;
const OF_ONE_EVENT: i32 = 366;

fn far(
    held: RulesView<'_>,
    (surat, date, span): (&Surat, Date, Span),
    (invites, rakor): (bool, &Rakor),
    problems: &mut Problems,
) {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    let (before, after) = (days(date, rakor.tanggal), days(rakor.sampai, date));
    let most = if invites { INVITED } else { OF_ONE_EVENT };
    if before > most || after > OF_ONE_EVENT {
        let lain = held.place(rakor.written.field("rakor").field("tanggal").span());
        problems.add(
            span,
            Problem::FarFromEvent {
                template: surat.template.value.clone(),
                tanggal: told_date(date),
                acara: told_days(rakor.tanggal, rakor.sampai),
                hari: before.max(after).to_string(),
                lain,
            },
        );
    }
}

fn deadline(
    held: RulesView<'_>,
    surat: &Surat,
    (date, span): (Date, Span),
    problems: &mut Problems,
) {
    let Some(tenggat) = surat.tenggat else { return };
    if is_far(date, tenggat) {
        let place = field_of(surat, "tenggat");
        far_away((tenggat, place), (date, held.place(span)), problems);
    }
    if tenggat >= date {
        return;
    }
    problems.add(
        field_of(surat, "tenggat"),
        Problem::DeadlineBeforeLetter {
            template: surat.template.value.clone(),
            tenggat: told_date(tenggat),
            tanggal: told_date(date),
            lain: held.place(span),
        },
    );
}

fn quarter(
    held: RulesView<'_>,
    surat: &Surat,
    (date, span): (Date, Span),
    problems: &mut Problems,
) {
    let settings = &held.workspace.settings;
    let Some(periode) = settings.periode else { return };
    let Some(end) = periode.last_day().filter(|end| date < *end) else { return };
    problems.add(
        span,
        Problem::BeforeQuarterEnds {
            template: surat.template.value.clone(),
            tanggal: told_date(date),
            periode: Both::new(
                periode.sebutan(),
                format!("quarter {} of {}", periode.triwulan, periode.tahun),
            ),
            akhir: told_date(end),
            lain: held.place(settings.periode_span),
        },
    );
}

/// What was agreed, and what offices promised for the reported quarter.
fn follow_ups(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    let head = rakor.written.field("rakor");
    let end = if rakor.tanggal == rakor.sampai { "tanggal" } else { "sampai" };
    for (tenggat, span) in agreed(held) {
        if is_far(rakor.sampai, tenggat) {
            let day = (rakor.sampai, held.place(head.field(end).span()));
            far_away((tenggat, span), day, problems);
        }
        if tenggat < rakor.sampai {
            problems.add(
                span,
                Problem::FollowUpBeforeEvent {
                    tenggat: told_date(tenggat),
                    acara: told_date(rakor.sampai),
                    lain: held.place(head.field(end).span()),
                },
            );
        }
    }
}

/// The deadlines that the meeting agreed on, with their places.
pub(super) fn agreed(held: RulesView<'_>) -> Vec<(Date, Span)> {
    let Some(hasil) = &held.workspace.hasil else { return Vec::new() };
    let written = hasil.written.field("kesepakatan");
    let all = hasil.kesepakatan.iter().enumerate();
    all.filter_map(|(at, k)| Some((k.tenggat?, written.item(at).field("tenggat").span())))
        .collect()
}

/// Whether a deadline is so far from the day that sets it that a digit of its year was mistyped.
fn is_far(day: Date, tenggat: Date) -> bool {
    tenggat.year() - day.year() > 2
}

fn far_away(
    (tenggat, span): (Date, Span),
    (day, lain): (Date, String),
    problems: &mut Problems,
) {
    let (tenggat, hari) = (told_date(tenggat), told_date(day));
    problems.add(span, LetterProblem::DeadlineFarAway { tenggat, hari, lain });
}
