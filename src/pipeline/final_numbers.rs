//! Numbers of final letters: each has one, no two print the same, none prints a cancelled one.

use crate::problem::NumberProblem;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Opened;
use base::diag::{AnyProblem, Both, Diagnostic, Lang, Problems, Span, first_names};
use base::source::Spanned;
use data::workspace::StatusDokumen;
use field::domain::LetterNumber;
use papers::facts::{Facts, Number};
use papers::plan::{Job, plan};

/// Letters without a number that are named before "dan 7 lainnya".
const NAMED: usize = 6;

/// A number that a paper prints.
struct Printed<'a> {
    job: &'a Job,
    /// Its year is unknown where no date is written.
    number: LetterNumber,
    /// Where the decision about it is written, or the number itself.
    span: Span,
}

impl Opened {
    /// What is wrong with the numbers of these papers, by path; nothing unless they are final.
    /// All letters of the workspace are looked at, so that it does not matter which are made
    /// in one run.
    pub(super) fn number_faults(&self, jobs: &[Job]) -> BTreeMap<String, Problems> {
        let is_final =
            |job: &&Job| self.workspace.status(&job.template) == StatusDokumen::Final;
        // Srikandi gives the numbers of the letters it sends.
        let own = jobs.iter().filter(is_final).filter(|job| !self.srikandi(job));
        let jobs: Vec<&Job> = own.collect();
        if jobs.is_empty() {
            return BTreeMap::new();
        }
        let mut all = self.letters();
        all.retain(|job| !self.srikandi(job));
        let here: BTreeSet<&str> = jobs.iter().map(|j| j.path.as_str()).collect();
        let others = all.iter().filter(|job| !here.contains(job.path.as_str()));
        let every: Vec<&Job> = jobs.iter().copied().chain(others).collect();
        let read: Vec<(&Job, Facts)> =
            every.par_iter().map(|job| (*job, self.numbers_of(job))).collect();
        let mut faults: BTreeMap<String, Problems> = BTreeMap::new();
        let mut add = |path: &str, span: Span, problem: AnyProblem| {
            faults.entry(path.to_owned()).or_default().add(span, problem);
        };
        let (mut printed, mut lacking) = (Vec::new(), BTreeMap::new());
        for (job, facts) in read {
            let day = job.date().or(facts.date);
            for Spanned { value: number, span } in facts.numbers {
                let span = job.letter.as_ref().map_or(span, |letter| letter.span);
                match number {
                    Number::Given(mut number) => {
                        number.year = day.map(jiff::civil::Date::year);
                        printed.push(Printed { job, number, span });
                    }
                    // Without a register `urut` is what is missing, which the gap tells.
                    Number::Gap if self.workspace.register.is_none() => {}
                    // A draft may wait for its number.
                    _ if !here.contains(job.path.as_str()) => {}
                    Number::Gap | Number::Absent => {
                        let key = (job.template.as_str(), span);
                        lacking
                            .entry(key)
                            .or_insert_with(BTreeMap::new)
                            .insert(&*job.path, job);
                    }
                }
            }
        }
        // One cause: each of these papers has the same message, which names them.
        for ((template, span), papers) in lacking {
            let subjects: Vec<&str> =
                papers.values().map(|job| job.subject.as_str()).collect();
            let subjek = Both::new(
                first_names(Lang::Id, &subjects, NAMED),
                first_names(Lang::En, &subjects, NAMED),
            );
            for path in papers.keys() {
                let (template, subjek) = (template.to_owned(), subjek.clone());
                add(path, span, NumberProblem::NoNumber { template, subjek }.into());
            }
        }
        for one in printed.iter().filter(|p| here.contains(p.job.path.as_str())) {
            if let Some((span, problem)) = self.fault(one, &printed) {
                add(&one.job.path, span, problem);
            }
        }
        faults
    }

    /// All papers of templates that `data/surat.toml` gives a number to, or that are the
    /// workspace's own.
    pub(super) fn letters(&self) -> Vec<Job> {
        let numbered = self.workspace.surat.iter().filter(|s| s.nomor.is_some());
        let possible = |name: &&String| {
            let manifest = self.templates.manifests.get(*name);
            manifest.is_some_and(|m| papers::plan::missing(self.inputs(), m).is_empty())
        };
        // Own templates may write a number by hand.
        let own = self.templates.manifests.keys().filter(|name| {
            let file = self.templates.files.get(&format!("{name}/isi.md"));
            file.is_some_and(|file| file.own)
        });
        let named: BTreeSet<&String> =
            numbered.map(|s| &s.template.value).chain(own).collect();
        let with_data: Vec<String> =
            named.into_iter().filter(possible).cloned().collect();
        // Their own problems are told when they are made.
        let mut unsaid = Problems::default();
        plan(self.inputs(), &with_data, &[], &mut unsaid)
    }

    fn fault(
        &self,
        one: &Printed<'_>,
        all: &[Printed<'_>],
    ) -> Option<(Span, AnyProblem)> {
        let nomor = one.number.to_string();
        let name = |job: &Job| format!("{}/{}", job.template, job.subject);
        let same = |p: &&Printed<'_>| p.number.is_same(&one.number);
        let mut papers: BTreeSet<String> =
            all.iter().filter(same).map(|p| name(p.job)).collect();
        let register = self.workspace.register.as_ref();
        let entry = one.number.year.and_then(|year| register?.printed(year, &one.number));
        if let Some(entry) = entry {
            if let Some(alasan) = entry.batal.clone() {
                return Some((
                    entry.span,
                    NumberProblem::CancelledNumber { nomor, alasan }.into(),
                ));
            }
            papers.insert(match (&entry.template, &entry.subjek, &entry.untuk) {
                (Some(template), Some(subjek), _) => format!("{template}/{subjek}"),
                // Taken for whatever letter of the template wants it.
                (Some(template), None, _) if *template == one.job.template => {
                    name(one.job)
                }
                (_, _, Some(untuk)) => format!("\"{untuk}\" (data/nomor.toml)"),
                _ => "data/nomor.toml".to_owned(),
            });
        }
        let papers: Vec<String> = papers.into_iter().collect();
        if papers.len() < 2 || self.may_share(one, &papers) {
            return None;
        }
        let papers = papers.join(", ");
        Some((one.span, NumberProblem::SameNumber { nomor, papers }.into()))
    }

    /// Whether the office lets these papers have one number, as it wrote for the draft or for
    /// the final paper.
    fn may_share(&self, one: &Printed<'_>, papers: &[String]) -> bool {
        let (nomor, papers) = (one.number.to_string(), papers.join(", "));
        let refused: AnyProblem = NumberProblem::SameNumber { nomor, papers }.into();
        let found = Diagnostic::new(one.span, refused);
        papers::rules::lets_share(&self.workspace.settings.silences, &found)
    }

    /// What a paper says of itself; the number of its letter is its own wherever it stands.
    pub(super) fn numbers_of(&self, job: &Job) -> Facts {
        let Ok(filled) = self.fill(job) else { return Facts::default() };
        // Its problems are told when it is made.
        let mut unsaid = Problems::default();
        let (_, mut facts) = self.read_with_facts(job, &filled, &mut unsaid);
        let number = job.letter.as_ref().and_then(|letter| letter.number.as_ref());
        if let Some(Spanned { value, span }) = number
            && (filled.origins.prints(value)
                || *span != Span::None
                    && filled.origins.values().any(|(_, place)| place == *span))
        {
            facts.number(value, Span::None);
        }
        facts
    }
}
