//! Meetings and deadlines on days on which nobody works.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{RulesView, field_of, order};
use crate::problem::ContradictionProblem as Problem;
use crate::template::Timing;
use base::diag::{Both, Lang, Problems};
use field::domain::told_date;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    event(held, problems);
    letters(held, problems);
    let letters = held
        .decisions()
        .filter_map(|(surat, _)| Some((surat.tenggat?, field_of(surat, "tenggat"))));
    let periode = held.workspace.settings.periode;
    let promised = periode
        .and_then(|periode| held.workspace.capaian.get(&periode))
        .into_iter()
        .flatten()
        .filter_map(|l| Some((l.tenggat?, l.written.field("tenggat").span())));
    for (day, span) in letters.chain(order::agreed(held)).chain(promised) {
        if let Some(libur) = why_off(held, day) {
            let tenggat = told_date(day);
            problems.add(span, Problem::DeadlineOnDayOff { tenggat, libur });
        }
    }
}

/// Letters are dated on the day on which they are signed at the desk; what belongs to the event
/// has its day, which is told above.
fn letters(held: RulesView<'_>, problems: &mut Problems) {
    for (surat, manifest) in held.decisions() {
        let of_event = manifest.timing.is_some_and(Timing::follows);
        let rakor = held.workspace.rakor.as_ref();
        let on_it = |day| {
            rakor.is_some_and(|r| (r.tanggal..=r.sampai).contains(&day)) && of_event
        };
        for (day, span) in order::dates(held, surat) {
            if let Some(libur) = why_off(held, day).filter(|_| !on_it(day)) {
                let (template, tanggal) = (surat.template.value.clone(), told_date(day));
                problems.add(span, Problem::LetterOnDayOff { template, tanggal, libur });
            }
        }
    }
}

/// The days of the rakor; a session's own day is one of them.
fn event(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    let head = rakor.written.field("rakor");
    let days = rakor.tanggal.series(1.day()).take_while(|day| *day <= rakor.sampai);
    // A rakor longer than a month is a typing error that other rules tell.
    let off: Vec<(Date, Both)> =
        days.take(31).filter_map(|day| Some((day, why_off(held, day)?))).collect();
    let key = match off.as_slice() {
        [] => return,
        [(day, _)] if *day == rakor.sampai && *day != rakor.tanggal => "sampai",
        _ => "tanggal",
    };
    // One rakor is told once, with its days in their order.
    let said = |lang: Lang, between: &str, and: &str| {
        let day = |(day, why): &(Date, Both)| {
            format!("{}{between}{}", told_date(*day).of(lang), why.of(lang))
        };
        let days: Vec<String> = off.iter().map(day).collect();
        match days.as_slice() {
            [rest @ .., last] if !rest.is_empty() => {
                format!("{}{and}{last}", rest.join(", "))
            }
            _ => days.concat(),
        }
    };
    let days =
        Both::new(said(Lang::Id, " pada ", ", dan "), said(Lang::En, ", ", ", and "));
    problems.add(head.field(key).span(), Problem::EventOnDayOff { days });
}

/// Why nobody works on a day, with where that is said.
fn why_off(held: RulesView<'_>, day: Date) -> Option<Both> {
    let fixed = || held.catalog.fixed_holidays().iter().find(|h| h.is_on(day));
    let own = || held.workspace.holidays.iter().find(|h| h.date == day);
    if let Some(holiday) = own() {
        let (name, place) = (&holiday.name, held.place(holiday.span));
        let (id, en) = if holiday.shared_leave {
            ("cuti bersama", "shared leave")
        } else {
            ("libur", "a holiday")
        };
        return Some(Both::new(
            format!("{id} {name} ({place})"),
            format!("{en}: {name} ({place})"),
        ));
    }
    if let Some(holiday) = fixed() {
        let name = &holiday.nama;
        return Some(Both::new(
            format!("libur nasional {name} (katalog libur.toml)"),
            format!("a national holiday: {name} (catalog libur.toml)"),
        ));
    }
    match day.weekday() {
        Weekday::Saturday => Some(Both::new("hari Sabtu", "a Saturday")),
        Weekday::Sunday => Some(Both::new("hari Minggu", "a Sunday")),
        _ => None,
    }
}
