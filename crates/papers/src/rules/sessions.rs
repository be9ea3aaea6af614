//! Sessions of the rakor against each other: one room and one speaker have one at a time.

use jiff::civil::{Date, Time};

use super::RulesView;
use crate::problem::{ContradictionProblem as Problem, LetterProblem};
use crate::template::Per;
use bahasa::time::format_clock;
use base::diag::Problems;
use base::source::Span;
use field::domain::{Acara, Rakor, Sesi, schedule, told_date};

/// Something that takes its time on a day.
#[derive(Clone, Copy)]
struct TimeTaken<'a> {
    name: &'a str,
    day: Date,
    from: Time,
    to: Time,
    span: Span,
}

impl TimeTaken<'_> {
    fn meets(&self, other: &Self) -> bool {
        self.day == other.day && self.from < other.to && other.from < self.to
    }
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    rooms(held, rakor, problems);
    speakers(held, rakor, problems);
    hour(held, rakor, problems);
}

/// An invitation has the hour of the first session of the first day; without one it cannot be
/// obeyed.
fn hour(held: RulesView<'_>, rakor: &Rakor, problems: &mut Problems) {
    let first = rakor.sesi.iter().min_by_key(|sesi| sesi.tanggal.value);
    let begins = first.is_some_and(|sesi| {
        sesi.unread || sesi.mulai.is_some() || schedule(sesi).iter().any(Result::is_ok)
    });
    let says = |name: &str| {
        let fields = (held.fields)(name);
        fields.iter().any(|field| field == "rakor.hari" || field == "rakor.sesi")
    };
    let mut invites = held
        .decisions()
        .filter(|(_, manifest)| manifest.per == Per::Undangan && says(&manifest.name));
    if let Some((surat, _)) = invites.next().filter(|_| !begins) {
        let place = first
            .map_or_else(|| rakor.written.field("rakor").span(), |sesi| sesi.id.span);
        let template = surat.template.value.clone();
        problems.add(place, LetterProblem::NoHour { template });
    }
}

/// The items of a session that have a time.
fn items(sesi: &Sesi) -> impl Iterator<Item = (&Acara, TimeTaken<'_>)> {
    let read = if sesi.unread { &[][..] } else { &sesi.acara };
    read.iter().zip(schedule(sesi)).filter_map(|(acara, slot)| {
        let (slot, day) = (slot.ok()?, sesi.tanggal.value);
        let (from, to) = (slot.mulai, slot.selesai);
        Some((acara, TimeTaken { name: &acara.nama, day, from, to, span: acara.span }))
    })
}

fn rooms(held: RulesView<'_>, rakor: &Rakor, problems: &mut Problems) {
    let whole = |sesi: &'_ Sesi| -> Option<(Date, Time, Time)> {
        let times: Vec<(Time, Time)> = items(sesi).map(|(_, t)| (t.from, t.to)).collect();
        let from = times.iter().map(|(from, _)| *from).min()?;
        let to = times.iter().map(|(_, to)| *to).max()?;
        Some((sesi.tanggal.value, from, to))
    };
    let all: Vec<(&Sesi, TimeTaken<'_>)> = rakor
        .sesi
        .iter()
        .filter_map(|sesi| {
            let (day, from, to) = whole(sesi)?;
            Some((
                sesi,
                TimeTaken { name: &sesi.nama, day, from, to, span: sesi.id.span },
            ))
        })
        .collect();
    for (at, (sesi, taken)) in all.iter().enumerate() {
        let room = sesi.tempat.as_deref().unwrap_or(&rakor.tempat);
        // A place that is not told yet is no place that two have.
        let earlier =
            all[..at].iter().filter(|_| !room.is_empty()).find(|(other, before)| {
                other.tempat.as_deref().unwrap_or(&rakor.tempat) == room
                    && before.meets(taken)
            });
        if let Some((_, before)) = earlier {
            problems.add(
                taken.span,
                Problem::SessionsTogether {
                    sesi: taken.name.to_owned(),
                    mulai: format_clock(taken.from),
                    lain_sesi: before.name.to_owned(),
                    selesai: format_clock(before.to),
                    tempat: room.to_owned(),
                    lain: held.place(before.span),
                },
            );
        }
    }
}

fn speakers(held: RulesView<'_>, rakor: &Rakor, problems: &mut Problems) {
    let talks: Vec<(&str, TimeTaken<'_>)> = rakor
        .sesi
        .iter()
        .flat_map(items)
        .flat_map(|(acara, taken)| {
            acara
                .narasumber
                .iter()
                .map(move |id| (id.value.as_str(), TimeTaken { span: id.span, ..taken }))
        })
        .collect();
    for (at, (id, talk)) in talks.iter().enumerate() {
        let earlier =
            talks[..at].iter().find(|(own, other)| own == id && other.meets(talk));
        if let Some((_, before)) = earlier {
            let own = |id: &&str| {
                let speaker = rakor
                    .narasumber
                    .iter()
                    .find(|p| p.id.as_ref().is_some_and(|own| own.value == **id));
                speaker.and_then(|p| p.nama.as_ref()).map(field::domain::NamaGelar::full)
            };
            problems.add(
                talk.span,
                Problem::SpeakerTwice {
                    nama: own(id).unwrap_or_else(|| (*id).to_owned()),
                    acara: talk.name.to_owned(),
                    lain_acara: before.name.to_owned(),
                    hari: told_date(talk.day),
                    lain: held.place(before.span),
                },
            );
        }
    }
}
