//! Who is written where: officials and people of the meeting against each other. One person has one
//! name, one rank and one office, in whichever list.

use std::collections::{BTreeSet, HashMap};

use super::RulesView;
use super::officials::field_or;
use crate::problem::{ContradictionProblem as Problem, LetterProblem, OfficeProblem};
use base::diag::Problems;
use base::source::Span;
use field::domain::{
    Golongan, NamaGelar, Nip, Orang, Pejabat, StatusJabatan, bare_office,
};

/// Somebody who is written out in a list.
#[derive(Clone)]
struct Listed<'a> {
    nama: &'a NamaGelar,
    nip: Option<&'a Nip>,
    nik: Option<&'a str>,
    golongan: Option<&'a Golongan>,
    jabatan: Option<&'a str>,
    /// How an official holds the office; of others the words before the office say it.
    status: Option<StatusJabatan>,
    span: Span,
    jabatan_span: Span,
    nip_span: Span,
    /// The words of the name, for what is a part of it.
    words: BTreeSet<String>,
    /// The office as it compares; empty where none is written.
    office: String,
    /// The offices of the daerah that this one may be.
    offices: Vec<String>,
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    twice(held, problems);
    signs_twice(held, problems);
    let officials = officials(held);
    let mut told = BTreeSet::new();
    for (at, official) in officials.iter().enumerate() {
        let same = officials[..at].iter().find(|other| of_one_number(official, other));
        // Of two names that have nothing in common the data tells that they share a number.
        let alike = |other: &&Listed<'_>| {
            is_part(official, other) && !shares_number(official, other)
        };
        if let Some(other) = same.filter(alike) {
            otherwise(held, (official, other), &mut told, problems);
        }
    }
    let mut known = Known::default();
    for official in &officials {
        known.push(official.clone());
    }
    for person in people(held) {
        held_otherwise(held, &person, &officials, problems);
        if let Some(other) = known.find(&person) {
            otherwise(held, (&person, other), &mut told, problems);
            continue;
        }
        if let Some(holder) = officials.iter().find(|o| holds(&person, o)) {
            let nips = person.nip.zip(holder.nip);
            match nips.filter(|_| is_part(&person, holder)) {
                Some(nips) => other_number(held, (&person, holder), nips, problems),
                None => office_twice(held, (&person, holder), problems),
            }
        }
        known.push(person);
    }
}

/// Somebody of a list, and where else the same one stands in it.
struct Repeated {
    name: String,
    has_number: bool,
    first: Span,
    others: Vec<Span>,
}

/// Tells people who stand more than once in one list, each once: each row signs, has a place and
/// a certificate.
fn twice(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    for (daftar, all) in [("peserta", &rakor.peserta), ("narasumber", &rakor.narasumber)]
    {
        let mut found: Vec<(String, Repeated)> = Vec::new();
        let mut by_number: HashMap<&str, usize> = HashMap::new();
        let mut by_office: HashMap<[String; 3], usize> = HashMap::new();
        for person in all {
            let Some(nama) = &person.nama else { continue };
            let place = person.written.place("nama");
            let plain = |text: &Option<String>| {
                let text = text.as_deref().unwrap_or_default().to_lowercase();
                text.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
            };
            let own = form(nama);
            let office = [own.clone(), plain(&person.jabatan), plain(&person.instansi)];
            let has_number = person.nip.is_some();
            let numbered =
                person.nip.as_ref().and_then(|nip| by_number.get(nip.digits()));
            // One number with another name is told as such; two numbers are two people.
            let same = numbered.filter(|at| found[**at].0 == own);
            let beside = by_office
                .get(&office)
                .filter(|at| !(found[**at].1.has_number && has_number));
            if let Some(at) = same.or(beside).copied() {
                found[at].1.others.push(place);
                continue;
            }
            let at = found.len();
            if let Some(nip) = &person.nip {
                by_number.entry(nip.digits()).or_insert(at);
            }
            by_office.entry(office).or_insert(at);
            let (name, others) = (nama.full(), Vec::new());
            found.push((own, Repeated { name, has_number, first: place, others }));
        }
        for (_, Repeated { name: nama, first, others, .. }) in found {
            let Some(second) = others.first() else { continue };
            let kali = bahasa::number::format_number(others.len() as u64 + 1);
            let (daftar, lain) = (daftar.to_owned(), held.place(first));
            let problem = OfficeProblem::PersonTwice { nama, daftar, lain, kali };
            problems.add(*second, problem);
        }
    }
}

/// Tells who signs the berita acara twice: as two parties, or as a party and as the one who is to
/// know of it.
fn signs_twice(held: RulesView<'_>, problems: &mut Problems) {
    let Some(hasil) = &held.workspace.hasil else { return };
    let written = hasil.written.field("penandatangan");
    let parties = hasil.penandatangan.iter().enumerate().filter_map(|(at, one)| {
        let place = written.item(at).place("nama");
        Some((one.nama.as_ref()?, one.nip.as_ref(), place))
    });
    let knows = held.decisions().filter_map(|(surat, manifest)| {
        let signs =
            (held.fields)(&manifest.name).iter().any(|f| f == "hasil.penandatangan");
        let id = surat.penanda_tangan.as_ref().filter(|_| signs)?;
        let day = surat.tanggal.or(held.workspace.tanggal());
        let (official, _) = Pejabat::on(&held.workspace.pejabat, &id.value, day)?;
        Some((
            &official.nama,
            official.nip.as_ref(),
            super::field_of(surat, "penanda_tangan"),
        ))
    });
    let all: Vec<(&NamaGelar, Option<&Nip>, Span)> = parties.chain(knows).collect();
    for (at, (nama, nip, place)) in all.iter().enumerate() {
        let same = all[..at].iter().find(|(name, number, _)| match number.zip(*nip) {
            Some((one, two)) => one.digits() == two.digits(),
            None => form(name) == form(nama),
        });
        if let Some((_, _, first)) = same {
            let (nama, lain) = (nama.full(), held.place(*first));
            problems.add(*place, LetterProblem::SignsTwice { nama, lain });
        }
    }
}

/// Who is listed already, found by number or by office and name: lists of thousands are not
/// held against each other one by one.
#[derive(Default)]
struct Known<'a> {
    all: Vec<Listed<'a>>,
    by_number: HashMap<&'a str, usize>,
    by_office: HashMap<(String, String), Vec<usize>>,
}

impl<'a> Known<'a> {
    fn push(&mut self, one: Listed<'a>) {
        let at = self.all.len();
        if let Some(nip) = one.nip {
            self.by_number.entry(nip.digits()).or_insert(at);
        }
        for word in &one.words {
            let key = (one.office.clone(), word.clone());
            self.by_office.entry(key).or_default().push(at);
        }
        self.all.push(one);
    }

    /// The first who is the same person.
    fn find(&self, person: &Listed<'_>) -> Option<&Listed<'a>> {
        let numbered = person.nip.and_then(|nip| self.by_number.get(nip.digits()));
        let keys = person.offices.iter().flat_map(|office| {
            person.words.iter().map(move |word| (office.clone(), word.clone()))
        });
        let named = keys.filter_map(|key| self.by_office.get(&key)).flatten();
        let maybe: BTreeSet<usize> = named.chain(numbered).copied().collect();
        let mut maybe = maybe.into_iter().filter_map(|at| self.all.get(at));
        maybe.find(|other| are_one(person, other))
    }
}

/// The officials as they are on the day of the meeting: who has left had another rank.
fn officials<'a>(held: RulesView<'a>) -> Vec<Listed<'a>> {
    let day = held.workspace.tanggal();
    let all = held.workspace.pejabat.iter();
    let there = all.filter(|p| day.is_none_or(|day| p.in_office(day)));
    let listed = |p: &'a Pejabat| Listed {
        nik: p.nik.as_deref(),
        golongan: p.golongan.as_ref(),
        status: Some(p.status),
        span: field_or(p, "nama"),
        jabatan_span: field_or(p, "jabatan"),
        nip_span: field_or(p, "nip"),
        ..Listed::new(held, (&p.nama, p.nip.as_ref()), Some(&p.jabatan), None)
    };
    there.map(listed).collect()
}

/// Everybody of the meeting, and who signs what came of it.
fn people(held: RulesView<'_>) -> Vec<Listed<'_>> {
    let mut found = Vec::new();
    if let Some(rakor) = &held.workspace.rakor {
        let all = rakor.panitia.iter().chain(&rakor.narasumber).chain(&rakor.peserta);
        found.extend(all.filter_map(|person| of_meeting(held, person)));
    }
    if let Some(hasil) = &held.workspace.hasil {
        let written = hasil.written.field("penandatangan");
        let all = hasil.penandatangan.iter().enumerate();
        found.extend(all.filter_map(|(at, p)| {
            let written = written.item(at);
            let name = (p.nama.as_ref()?, p.nip.as_ref());
            Some(Listed {
                span: written.place("nama"),
                jabatan_span: written.place("jabatan"),
                nip_span: written.place("nip"),
                ..Listed::new(held, name, Some(&p.jabatan), None)
            })
        }));
    }
    found
}

fn of_meeting<'a>(held: RulesView<'_>, person: &'a Orang) -> Option<Listed<'a>> {
    let name = (person.nama.as_ref()?, person.nip.as_ref());
    let (office, unit) = (person.jabatan.as_deref(), person.instansi.as_deref());
    Some(Listed {
        golongan: person.golongan.as_ref(),
        span: person.written.place("nama"),
        jabatan_span: person.written.place("jabatan"),
        nip_span: person.written.place("nip"),
        ..Listed::new(held, name, office, unit)
    })
}

impl<'a> Listed<'a> {
    fn new(
        held: RulesView<'_>,
        (nama, nip): (&'a NamaGelar, Option<&'a Nip>),
        jabatan: Option<&'a str>,
        instansi: Option<&str>,
    ) -> Self {
        let key = nama.sort_key();
        let words = key.split(' ').filter(|word| !word.is_empty());
        Self {
            nama,
            nip,
            nik: None,
            golongan: None,
            jabatan,
            status: None,
            span: Span::None,
            jabatan_span: Span::None,
            nip_span: Span::None,
            words: words.map(str::to_owned).collect(),
            office: jabatan.map_or_else(String::new, |office| {
                bare_office(office, &held.workspace.settings.daerah)
            }),
            offices: jabatan
                .map(|office| offices(held, office, instansi))
                .unwrap_or_default(),
        }
    }
}

/// One person by the number of the servant or of the citizen.
fn of_one_number(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    let nip = one.nip.zip(other.nip).is_some_and(|(a, b)| a.digits() == b.digits());
    nip || one.nik.zip(other.nik).is_some_and(|(a, b)| a == b)
}

/// Whether the data tells of two officials that they share a NIP: their bare names differ.
fn shares_number(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    let nip = one.nip.zip(other.nip).is_some_and(|(a, b)| a.digits() == b.digits());
    nip && one.nama.without_gelar() != other.nama.without_gelar()
}

/// One person: of one number, else of one office and a name that is a part of the other.
fn are_one(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    if let (Some(a), Some(b)) = (one.nip, other.nip) {
        return a.digits() == b.digits();
    }
    one.offices.contains(&other.office) && is_part(one, other)
}

/// Whether somebody else holds the office of an official, by the office that is written.
fn holds(person: &Listed<'_>, official: &Listed<'_>) -> bool {
    let written = person.jabatan.map_or("", str::trim);
    // Who stands in for some days does so beside the holder.
    let stands_in = StatusJabatan::off(written) != written;
    !stands_in && person.offices.contains(&official.office)
}

/// The offices of the daerah that an office may be which is written with somebody of a unit.
fn offices(held: RulesView<'_>, jabatan: &str, instansi: Option<&str>) -> Vec<String> {
    let settings = &held.workspace.settings;
    let bare = |text: &str| bare_office(text, &settings.daerah);
    let mut found = match instansi.map(str::trim).filter(|unit| !unit.is_empty()) {
        None => vec![bare(jabatan)],
        Some(unit) => {
            let own = [&settings.instansi.nama, &settings.instansi.unit].into_iter();
            let all = held.workspace.opd.iter();
            let mut own = own.chain(all.flat_map(|o| [&o.nama, &o.singkatan]));
            let ours = own.any(|name| name.eq_ignore_ascii_case(unit));
            let joined = bare(&super::recipients::joined(jabatan, unit));
            std::iter::once(joined).chain(ours.then(|| bare(jabatan))).collect()
        }
    };
    found.retain(|office| !office.is_empty());
    found
}

/// Whether all words of one name stand in the other.
fn is_part(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    let (one, other) = (&one.words, &other.words);
    let nameless = one.is_empty() || other.is_empty();
    !nameless && (one.is_subset(other) || other.is_subset(one))
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
        are_one(person, official) && person.offices.contains(&official.office)
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

/// One name in one office with two numbers: one of the two is mistyped.
fn other_number(
    held: RulesView<'_>,
    (person, holder): (&Listed<'_>, &Listed<'_>),
    (nip, other): (&Nip, &Nip),
    problems: &mut Problems,
) {
    let problem = OfficeProblem::OtherNumber {
        nama: person.nama.full(),
        nip: nip.grouped(),
        lain_nip: other.grouped(),
        lain: held.place(holder.nip_span),
    };
    problems.add(person.nip_span, problem);
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
