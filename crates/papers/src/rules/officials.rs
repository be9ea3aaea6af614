//! Officials against each other and against the calendar: one office has one holder, and nobody
//! serves beyond the age of pension.

use jiff::civil::Date;

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use field::domain::{Nip, Orang, Pejabat, StatusAsn, StatusJabatan, told_date};

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    one_office(held, problems);
    pension(held, problems);
}

/// Whoever stands in for some days does so beside the holder.
fn one_office(held: RulesView<'_>, problems: &mut Problems) {
    let all = &held.workspace.pejabat;
    for (at, official) in all.iter().enumerate() {
        let statuses = |other: &Pejabat| [other.status, official.status];
        let same = |other: &&Pejabat| {
            // Two definitive terms of one id are told where they are read.
            let told = other.id.value == official.id.value
                && (other.status == StatusJabatan::Definitif)
                    == (official.status == StatusJabatan::Definitif);
            !told
                && words(&other.jabatan) == words(&official.jabatan)
                && statuses(other).iter().all(|s| *s != StatusJabatan::Plh)
                && meet(other, official)
        };
        if let Some(other) = all[..at].iter().find(same) {
            problems.add(
                field_or(official, "jabatan"),
                Problem::OfficeTwice {
                    jabatan: official.jabatan.clone(),
                    nama: official.nama.full(),
                    lain_nama: other.nama.full(),
                    lain: held.place(field_or(other, "jabatan")),
                },
            );
        }
    }
}

pub(super) fn field_or(official: &Pejabat, key: &str) -> Span {
    match official.written.field(key).span() {
        Span::None => official.id.span,
        span => span,
    }
}

/// Whether two terms of office have a day in common.
fn meet(one: &Pejabat, other: &Pejabat) -> bool {
    let before = |end: Option<Date>, start: Option<Date>| match (end, start) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    };
    !before(one.sampai, other.dari) && !before(other.sampai, one.dari)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The last age at which a PNS holds an office, and at which a professor teaches.
const OFFICE_AGE: i16 = 65;
const TEACHING_AGE: i16 = 70;

fn pension(held: RulesView<'_>, problems: &mut Problems) {
    let Some(day) = held.workspace.tanggal() else { return };
    // Officials of old papers are in the data as well: their last day counts.
    for official in &held.workspace.pejabat {
        let day = official.sampai.map_or(day, |last| last.min(day));
        let span = official.written.field("nip").span();
        let name = official.nama.full();
        old(official.nip.as_ref(), &name, (day, OFFICE_AGE), span, problems);
    }
    let Some(rakor) = &held.workspace.rakor else { return };
    let mut people = |all: &[Orang], most| {
        for person in all {
            let name = person
                .nama
                .as_ref()
                .map(field::domain::NamaGelar::full)
                .unwrap_or_default();
            let span = person.written.field("nip").span();
            old(person.nip.as_ref(), &name, (day, most), span, problems);
        }
    };
    people(&rakor.panitia, OFFICE_AGE);
    people(&rakor.peserta, OFFICE_AGE);
    people(&rakor.narasumber, TEACHING_AGE);
}

fn old(
    nip: Option<&Nip>,
    name: &str,
    (day, most): (Date, i16),
    span: Span,
    problems: &mut Problems,
) {
    let Some(nip) = nip.filter(|nip| nip.status() == StatusAsn::Pns) else { return };
    let Some(born) = nip.birth_date() else { return };
    let years = day.year() - born.year();
    let had = (day.month(), day.day()) >= (born.month(), born.day());
    let age = if had { years } else { years - 1 };
    // The month in which the age is reached is served to its end.
    if age > most {
        problems.add(
            span,
            Problem::PastPension {
                nama: name.to_owned(),
                nip: nip.grouped(),
                umur: age.to_string(),
                tanggal: told_date(day),
            },
        );
    }
}
