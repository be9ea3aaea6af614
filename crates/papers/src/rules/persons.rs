//! Who is written where: officials and people of the meeting against each other. One person has one
//! name, one rank and one office, in whichever list.

use std::collections::BTreeSet;

use super::RulesView;
use super::officials::field_or;
use crate::problem::{ContradictionProblem as Problem, OfficeProblem};
use base::diag::Problems;
use base::source::Span;
use field::domain::{Golongan, NamaGelar, Nip, Orang, Pejabat, StatusJabatan, is_office};

/// Somebody who is written out in a list.
#[derive(Clone, Copy)]
struct Listed<'a> {
    nama: &'a NamaGelar,
    nip: Option<&'a Nip>,
    nik: Option<&'a str>,
    golongan: Option<&'a Golongan>,
    jabatan: Option<&'a str>,
    /// How an official holds the office; of others the words before the office say it.
    status: Option<StatusJabatan>,
    instansi: Option<&'a str>,
    span: Span,
    jabatan_span: Span,
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let officials = officials(held);
    let mut told = BTreeSet::new();
    for (at, official) in officials.iter().enumerate() {
        let same = officials[..at].iter().find(|other| of_one_number(official, other));
        // Of two names that have nothing in common the data tells that they share a number.
        let alike = |other: &&Listed<'_>| is_part(official.nama, other.nama);
        if let Some(other) = same.filter(alike) {
            otherwise(held, (official, other), &mut told, problems);
        }
    }
    let mut known: Vec<Listed<'_>> = officials.clone();
    for person in people(held) {
        held_otherwise(held, &person, &officials, problems);
        let same = known.iter().find(|other| are_one(held, &person, other));
        if let Some(other) = same {
            otherwise(held, (&person, other), &mut told, problems);
            continue;
        }
        if let Some(holder) = officials.iter().find(|o| holds(held, &person, o)) {
            office_twice(held, (&person, holder), problems);
        }
        known.push(person);
    }
}

/// The officials as they are on the day of the meeting: who has left had another rank.
fn officials(held: RulesView<'_>) -> Vec<Listed<'_>> {
    let day = held.workspace.tanggal();
    let all = held.workspace.pejabat.iter();
    let there = all.filter(|p| day.is_none_or(|day| p.in_office(day)));
    let listed = |p| -> Listed<'_> {
        let p: &Pejabat = p;
        Listed {
            nama: &p.nama,
            nip: p.nip.as_ref(),
            nik: p.nik.as_deref(),
            golongan: p.golongan.as_ref(),
            jabatan: Some(&p.jabatan),
            status: Some(p.status),
            instansi: None,
            span: field_or(p, "nama"),
            jabatan_span: field_or(p, "jabatan"),
        }
    };
    there.map(listed).collect()
}

/// Everybody of the meeting, and who signs what came of it.
fn people(held: RulesView<'_>) -> Vec<Listed<'_>> {
    let mut found = Vec::new();
    if let Some(rakor) = &held.workspace.rakor {
        let all = rakor.panitia.iter().chain(&rakor.narasumber).chain(&rakor.peserta);
        found.extend(all.filter_map(of_meeting));
    }
    if let Some(hasil) = &held.workspace.hasil {
        let written = hasil.written.field("penandatangan");
        let all = hasil.penandatangan.iter().enumerate();
        found.extend(all.filter_map(|(at, p)| {
            let written = written.item(at);
            Some(Listed {
                nama: p.nama.as_ref()?,
                nip: p.nip.as_ref(),
                nik: None,
                golongan: None,
                jabatan: Some(&p.jabatan),
                status: None,
                instansi: None,
                span: written.place("nama"),
                jabatan_span: written.place("jabatan"),
            })
        }));
    }
    found
}

fn of_meeting(person: &Orang) -> Option<Listed<'_>> {
    Some(Listed {
        nama: person.nama.as_ref()?,
        nip: person.nip.as_ref(),
        nik: None,
        golongan: person.golongan.as_ref(),
        jabatan: person.jabatan.as_deref(),
        status: None,
        instansi: person.instansi.as_deref(),
        span: person.written.place("nama"),
        jabatan_span: person.written.place("jabatan"),
    })
}

/// One person by the number of the servant or of the citizen.
fn of_one_number(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    let nip = one.nip.zip(other.nip).is_some_and(|(a, b)| a.digits() == b.digits());
    nip || one.nik.zip(other.nik).is_some_and(|(a, b)| a == b)
}

/// One person: of one number, else of one office and a name that is a part of the other.
fn are_one(held: RulesView<'_>, one: &Listed<'_>, other: &Listed<'_>) -> bool {
    if let (Some(a), Some(b)) = (one.nip, other.nip) {
        return a.digits() == b.digits();
    }
    let office = other.jabatan.is_some_and(|office| has(held, one, office));
    office && is_part(one.nama, other.nama)
}

/// Whether somebody else holds the office of an official, by the office that is written.
fn holds(held: RulesView<'_>, person: &Listed<'_>, official: &Listed<'_>) -> bool {
    let written = person.jabatan.map_or("", str::trim);
    // Who stands in for some days does so beside the holder.
    let stands_in = StatusJabatan::off(written) != written;
    !stands_in && official.jabatan.is_some_and(|office| has(held, person, office))
}

/// Whether the office that is written with somebody is this one of the daerah.
fn has(held: RulesView<'_>, person: &Listed<'_>, office: &str) -> bool {
    let Some(jabatan) = person.jabatan else { return false };
    let settings = &held.workspace.settings;
    let same = |text: &str| is_office(text, office, &settings.daerah);
    let Some(unit) = person.instansi.filter(|unit| !unit.trim().is_empty()) else {
        return same(jabatan);
    };
    let own = [&settings.instansi.nama, &settings.instansi.unit].into_iter();
    let own = own.chain(held.workspace.opd.iter().flat_map(|o| [&o.nama, &o.singkatan]));
    let ours = own.into_iter().any(|name| name.eq_ignore_ascii_case(unit.trim()));
    same(&super::recipients::joined(jabatan, unit)) || ours && same(jabatan)
}

/// Whether all words of one name stand in the other.
fn is_part(one: &NamaGelar, other: &NamaGelar) -> bool {
    let (one, other) = (one.sort_key(), other.sort_key());
    let words =
        |text: &str| -> BTreeSet<String> { text.split(' ').map(str::to_owned).collect() };
    let nameless = one.is_empty() || other.is_empty();
    let (one, other) = (words(&one), words(&other));
    !nameless && (one.is_subset(&other) || other.is_subset(&one))
}

/// A name by its letters: dots and blanks are no other name.
fn form(nama: &NamaGelar) -> String {
    let all = nama.full().to_lowercase();
    all.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Tells one person who is written otherwise in two lists, once for each way of writing.
fn otherwise<'a>(
    held: RulesView<'a>,
    (person, other): (&Listed<'a>, &Listed<'a>),
    told: &mut BTreeSet<(Span, String)>,
    problems: &mut Problems,
) {
    let ranks = person.golongan.zip(other.golongan).filter(|(a, b)| a != b);
    if form(person.nama) == form(other.nama) && ranks.is_none() {
        return;
    }
    let said = |one: &Listed<'_>| match (ranks, one.golongan) {
        (Some(_), Some(rank)) => format!("{} ({rank})", one.nama.full()),
        _ => one.nama.full(),
    };
    if !told.insert((other.span, said(person))) {
        return;
    }
    problems.add(
        person.span,
        Problem::PersonOtherwise {
            nama: said(person),
            lain_nama: said(other),
            lain: held.place(other.span),
        },
    );
}

/// Tells an office that is written as held in full by somebody who is Plt., or the other way
/// round.
fn held_otherwise(
    held: RulesView<'_>,
    person: &Listed<'_>,
    officials: &[Listed<'_>],
    problems: &mut Problems,
) {
    let written = person.jabatan.map_or("", str::trim);
    let status =
        StatusJabatan::written(written).map_or_else(StatusJabatan::default, |w| w.0);
    let of_office = |official: &&Listed<'_>| {
        are_one(held, person, official)
            && official.jabatan.is_some_and(|office| has(held, person, office))
    };
    let terms: Vec<&Listed<'_>> = officials.iter().filter(of_office).collect();
    let Some(official) = terms.first() else { return };
    if terms.iter().all(|term| term.status.is_some_and(|held| held != status)) {
        let office = official.jabatan.unwrap_or_default();
        let prefix = official.status.map_or("", StatusJabatan::prefix);
        problems.add(
            person.jabatan_span,
            OfficeProblem::HeldOtherwise {
                isi: written.to_owned(),
                nama: official.nama.full(),
                jabatan: format!("{prefix}{office}"),
                lain: held.place(official.jabatan_span),
            },
        );
    }
}

fn office_twice(
    held: RulesView<'_>,
    (person, holder): (&Listed<'_>, &Listed<'_>),
    problems: &mut Problems,
) {
    problems.add(
        person.jabatan_span,
        Problem::OfficeTwice {
            jabatan: holder.jabatan.unwrap_or_default().to_owned(),
            nama: person.nama.full(),
            lain_nama: holder.nama.full(),
            lain: held.place(holder.jabatan_span),
        },
    );
}
