//! Numbers of letters: each once, and in the order of their dates.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Held;
use crate::facts::Number;
use crate::plan::Job;
use crate::problem::ContradictionProblem as Problem;
use base::diag::{Diagnostic, Problems};
use base::source::Span;
use field::domain::register::{plain_number, serial_in};
use field::domain::{StatusDokumen, told_date};

/// A letter with a whole number.
struct Numbered<'a> {
    job: &'a Job,
    nomor: &'a str,
    date: Date,
}

impl Numbered<'_> {
    /// Where it is decided: the serial number rather than the pattern, which is often right.
    fn span(&self, held: Held<'_>) -> Span {
        let mut letters = held.workspace.surat.iter();
        let surat = letters.find(|s| s.template.value == self.job.template);
        surat.map_or(Span::None, |surat| super::field_of(surat, "urut"))
    }
}

pub(super) fn check(held: Held<'_>, problems: &mut Problems) {
    let letters: Vec<Numbered<'_>> = held.letters.iter().filter_map(numbered).collect();
    twice(held, &letters, problems);
    order(held, letters, problems);
}

/// Whether a final paper is refused for a shared number, so that it is not told here as well.
pub(super) fn refused_anyway(held: Held<'_>, found: &Diagnostic) -> bool {
    let is_final = |name: &str| {
        let template = name.split('/').next().unwrap_or(name);
        held.workspace.status(template) == StatusDokumen::Final
    };
    found.problem.is_a(|problem| match problem {
        Problem::NumberTwice { satu, dua, .. } => is_final(satu) || is_final(dua),
        _ => false,
    })
}

fn numbered(job: &Job) -> Option<Numbered<'_>> {
    let letter = job.letter.as_ref()?;
    let nomor = letter.number.as_deref()?;
    let whole = matches!(Number::read(nomor), Some(Number::Given(_)));
    let variable = nomor.contains("${");
    (whole && !variable).then_some(())?;
    Some(Numbered { job, nomor, date: letter.date? })
}

/// Tells two templates whose letters share numbers, once for the two.
fn twice(held: Held<'_>, letters: &[Numbered<'_>], problems: &mut Problems) {
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
            problems.add(
                two.span(held),
                Problem::NumberTwice {
                    nomor: two.nomor.to_owned(),
                    satu: name(one),
                    dua: name(two),
                    lain: held.place(one.span(held)),
                },
            );
        }
    }
}

/// Letters of a year that have one number, where there are several.
fn alike<'a>(letters: &'a [Numbered<'a>]) -> Vec<Vec<&'a Numbered<'a>>> {
    let mut groups: BTreeMap<(i16, String), Vec<&Numbered<'_>>> = BTreeMap::new();
    for one in letters {
        let key = (one.date.year(), plain_number(one.nomor));
        groups.entry(key).or_default().push(one);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Letters of one sequence by their serial numbers: none is dated before one with a smaller
/// number.
fn order(held: Held<'_>, letters: Vec<Numbered<'_>>, problems: &mut Problems) {
    let mut sequences: BTreeMap<(i16, String), Vec<(u32, Numbered<'_>)>> =
        BTreeMap::new();
    for one in letters {
        let year = one.date.year();
        let Some(serial) = serial_in(one.nomor, year) else { continue };
        let name = sequence(one.nomor, serial, year).unwrap_or(one.job.template.clone());
        sequences.entry((year, name)).or_default().push((serial, one));
    }
    for mut sequence in sequences.into_values() {
        sequence.sort_by_key(|(serial, one)| (*serial, one.date));
        let mut latest: Option<&Numbered<'_>> = None;
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (_, one) in &sequence {
            match latest {
                Some(before) if one.date < before.date => {
                    if told.insert(&one.job.template) {
                        disorder(held, before, one, problems);
                    }
                }
                _ => latest = Some(one),
            }
        }
    }
}

fn disorder(
    held: Held<'_>,
    before: &Numbered<'_>,
    one: &Numbered<'_>,
    problems: &mut Problems,
) {
    problems.add(
        one.span(held),
        Problem::NumberOrder {
            nomor: one.nomor.to_owned(),
            tanggal: told_date(one.date),
            dahulu: before.nomor.to_owned(),
            sesudah: told_date(before.date),
            lain: held.place(before.span(held)),
        },
    );
}

/// What letters of one sequence share: the printed number without its serial, month and year.
/// `None` where nothing else is in it.
fn sequence(nomor: &str, serial: u32, year: i16) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let own = |part: &str| {
        let part = part.trim();
        part.parse() == Ok(serial) || part.parse() == Ok(year) || MONTHS.contains(&part)
    };
    let kept: Vec<String> =
        nomor.split('/').filter(|part| !own(part)).map(str::to_lowercase).collect();
    (!kept.is_empty()).then(|| kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::sequence;

    #[test]
    fn letters_of_one_sequence_share_all_but_serial_month_and_year() {
        let june = sequence("100.1.2/201/PEM/VI/2024", 201, 2024);
        assert_eq!(june, sequence("100.1.2/0202/PEM/VII/2024", 202, 2024));
        assert_ne!(june, sequence("000.1.5/201/PEM/VI/2024", 201, 2024));
        assert_ne!(june, sequence("100.1.2/201/UMUM/VI/2024", 201, 2024));
        assert_eq!(sequence("57/2024", 57, 2024), None);
    }
}
