//! Numbers of letters: each once, and in the order of their dates.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::RulesView;
use crate::plan::Job;
use crate::problem::ContradictionProblem as Problem;
use base::diag::{Both, Diagnostic, Problems};
use base::source::Span;
use field::domain::{LetterNumber, RegisterEntry, StatusDokumen, Surat, told_date};

/// A letter with a whole number.
struct Numbered<'a> {
    job: &'a Job,
    number: &'a LetterNumber,
    date: Option<Date>,
}

impl Numbered<'_> {
    /// Where it is decided: its entry of the register, else the serial number rather than the
    /// pattern, which is often right.
    fn span(&self, held: RulesView<'_>) -> Span {
        if let Some(entry) = self.entry(held) {
            return entry.span;
        }
        self.decision(held)
            .map_or(Span::None, |surat| super::field_of(surat, self.key(held)))
    }

    fn decision<'h>(&self, held: RulesView<'h>) -> Option<&'h Surat> {
        let mut letters = held.workspace.surat.iter();
        letters.find(|s| s.template.value == self.job.template)
    }

    /// Whether its date was told to contradict its event or its quarter, and is not let pass.
    fn is_misdated(&self, held: RulesView<'_>, told: &Problems) -> bool {
        let silences = &held.workspace.settings.silences;
        let Some(surat) = self.decision(held) else { return false };
        let day = super::field_of(surat, "tanggal");
        let of_day = |problem: &Problem| {
            matches!(
                problem,
                Problem::AfterEvent { .. }
                    | Problem::OtherThanEvent { .. }
                    | Problem::BeforeEvent { .. }
                    | Problem::BeforeQuarterEnds { .. }
            )
        };
        told.iter().any(|found| {
            found.span == day
                && found.problem.is_a(of_day)
                && super::lets_pass(silences, &found.problem).is_none()
        })
    }

    /// The key of `data/surat.toml` that says which number it is: one that is written out has no
    /// `urut`.
    fn key(&self, held: RulesView<'_>) -> &'static str {
        let counted = |surat: &Surat| surat.written.field("urut").span() != Span::None;
        if self.decision(held).is_some_and(counted) { "urut" } else { "nomor" }
    }
}

impl Numbered<'_> {
    /// The entry of the register it comes from, where it is written in one.
    fn entry<'h>(&self, held: RulesView<'h>) -> Option<&'h RegisterEntry> {
        let at = self.job.letter.as_ref()?.number.as_ref()?.span;
        let mut all = held.workspace.register.as_ref()?.entries().iter();
        all.find(|entry| entry.span == at && at != Span::None)
    }
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let letters: Vec<Numbered<'_>> = held.letters.iter().filter_map(numbered).collect();
    twice(held, &letters, problems);
    order(held, letters, problems);
}

/// Whether a final paper of this run is refused for a shared number, so that it is not told
/// here as well.
pub(super) fn refused_anyway(held: RulesView<'_>, found: &Diagnostic) -> bool {
    let is_final = |name: &str| {
        let template = name.split('/').next().unwrap_or(name);
        held.workspace.status(template) == StatusDokumen::Final
            && held.jobs.iter().any(|job| job.template == template)
    };
    found.problem.is_a(|problem| match problem {
        Problem::NumberTwice { satu, dua, .. } => is_final(satu) || is_final(dua),
        _ => false,
    })
}

fn numbered(job: &Job) -> Option<Numbered<'_>> {
    let letter = job.letter.as_ref()?;
    let number = &letter.number.as_ref()?.value;
    Some(Numbered { job, number, date: letter.date }).filter(|_| number.is_whole())
}

/// Tells two templates whose letters share numbers, once for the two.
fn twice(held: RulesView<'_>, letters: &[Numbered<'_>], problems: &mut Problems) {
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for same in alike(letters) {
        let printed: Vec<&Numbered<'_>> =
            same.into_iter().filter(|one| (held.prints_number)(one.job)).collect();
        let Some((one, others)) = printed.split_first() else { continue };
        for two in others {
            let pair = (one.job.template.as_str(), two.job.template.as_str());
            if !told.insert(pair) {
                continue;
            }
            let name = |n: &Numbered<'_>| {
                if pair.0 == pair.1 {
                    format!("{}/{}", n.job.template, n.job.subject)
                } else {
                    n.job.template.clone()
                }
            };
            // What the register gave stays: the other one is in the wrong.
            let taken = two.entry(held).is_some() && one.entry(held).is_none();
            let (one, two) = if taken { (two, one) } else { (one, two) };
            let tercatat = one.entry(held).is_some();
            problems.add(
                two.span(held),
                Problem::NumberTwice {
                    nomor: two.number.to_string(),
                    satu: name(one),
                    dua: name(two),
                    lain: held.place(one.span(held)),
                    kunci: two.key(held).to_owned(),
                    ambil: if tercatat {
                        two.job.template.clone()
                    } else {
                        String::new()
                    },
                },
            );
        }
    }
}

/// Letters of a year that have one number, where there are several. One that nobody dated yet is
/// of the latest year that has its number.
fn alike<'a>(letters: &'a [Numbered<'a>]) -> Vec<Vec<&'a Numbered<'a>>> {
    let year = |one: &Numbered<'_>| one.date.map(Date::year);
    let mut latest: BTreeMap<&LetterNumber, Option<i16>> = BTreeMap::new();
    for one in letters {
        let there = latest.entry(one.number).or_default();
        *there = (*there).max(year(one));
    }
    let mut groups: BTreeMap<(&LetterNumber, Option<i16>), Vec<&Numbered<'_>>> =
        BTreeMap::new();
    for one in letters {
        let last = latest.get(one.number).copied().flatten();
        groups.entry((one.number, year(one).or(last))).or_default().push(one);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Letters of one sequence by their serial numbers: none is dated before one with a smaller
/// number.
fn order(held: RulesView<'_>, letters: Vec<Numbered<'_>>, problems: &mut Problems) {
    let mut sequences: BTreeMap<(i16, String), Vec<(u32, Numbered<'_>)>> =
        BTreeMap::new();
    for one in letters {
        let (Some(date), Some(serial)) = (one.date, one.number.serial) else { continue };
        let year = date.year();
        // A date that was told to be wrong says nothing of the order of numbers.
        if one.is_misdated(held, problems) {
            continue;
        }
        let name = one.number.sequence().unwrap_or(&one.job.template).to_owned();
        sequences.entry((year, name)).or_default().push((serial, one));
    }
    for mut sequence in sequences.into_values() {
        sequence.sort_by_key(|(serial, one)| (*serial, one.date));
        let letters: Vec<Numbered<'_>> =
            sequence.into_iter().map(|(_, one)| one).collect();
        out_of_order(held, &letters, problems);
    }
}

/// Tells the fewest letters without which the others stand in their order: one wrong date before
/// ten right ones is one mistake, not ten.
fn out_of_order(held: RulesView<'_>, letters: &[Numbered<'_>], problems: &mut Problems) {
    let ordered = longest_order(letters);
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (at, one) in letters.iter().enumerate() {
        if ordered.contains(&at) || !told.insert(&one.job.template) {
            continue;
        }
        let right = || ordered.iter().filter_map(|n| Some((n, letters.get(*n)?)));
        let later =
            |(n, other): &(&usize, &Numbered<'_>)| **n < at && other.date > one.date;
        let earlier =
            |(n, other): &(&usize, &Numbered<'_>)| **n > at && other.date < one.date;
        if let Some((_, other)) = right().rfind(later) {
            disorder(held, one, (other, true), problems);
        } else if let Some((_, other)) = right().find(earlier) {
            disorder(held, one, (other, false), problems);
        }
    }
}

/// The places of as many letters as can be whose dates never go back. Of two that contradict
/// each other the first is taken.
fn longest_order(letters: &[Numbered<'_>]) -> BTreeSet<usize> {
    // From the last to the first: of each length, the place where a chain may best go on.
    let mut best: Vec<usize> = Vec::new();
    let mut next: Vec<Option<usize>> = vec![None; letters.len()];
    let date = |at: usize| letters.get(at).map(|one| one.date);
    for at in (0..letters.len()).rev() {
        let length = best.partition_point(|end| date(*end) >= date(at));
        if let Some(slot) = next.get_mut(at) {
            *slot = length.checked_sub(1).and_then(|n| best.get(n)).copied();
        }
        match best.get_mut(length) {
            Some(end) => *end = at,
            None => best.push(at),
        }
    }
    let follow = |at: &usize| next.get(*at).copied().flatten();
    std::iter::successors(best.last().copied(), follow).collect()
}

/// Tells a letter that stands wrong against another of its sequence, which has the smaller
/// number or the larger one.
fn disorder(
    held: RulesView<'_>,
    one: &Numbered<'_>,
    (other, is_smaller): (&Numbered<'_>, bool),
    problems: &mut Problems,
) {
    let (Some(date), Some(other_date)) = (one.date, other.date) else { return };
    let which = if is_smaller {
        Both::new("lebih kecil", "smaller")
    } else {
        Both::new("lebih besar", "larger")
    };
    // A number that was given out is not typed anew: the later letter takes another.
    let later = if is_smaller { other } else { one };
    let ambil = later.entry(held).map(|_| later.job.template.clone());
    problems.add(
        one.span(held),
        Problem::NumberOrder {
            ambil: ambil.unwrap_or_default(),
            kunci: one.key(held).to_owned(),
            batal: later.number.to_string(),
            nomor: one.number.to_string(),
            tanggal: told_date(date),
            which,
            lain: other.number.to_string(),
            tanggal_lain: told_date(other_date),
            tempat: held.place(other.span(held)),
        },
    );
}
