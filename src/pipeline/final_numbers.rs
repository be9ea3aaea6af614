//! Numbers of final letters: each has one, no two print the same, none prints a cancelled one.

use crate::problem::NumberProblem;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::Opened;
use base::diag::{AnyProblem, Both, Diagnostic, Lang, Problems, Span, first_names};
use base::source::{SourceMap, Spanned};
use data::workspace::StatusDokumen;
use field::domain::{LetterNumber, RegisterEntry, told_date};
use papers::facts::{Facts, Number};
use papers::plan::{Job, plan};
use papers::rules::Silenced;
use papers::template::Numbering;

/// Letters without a number that are named before "dan 7 lainnya".
const NAMED: usize = 6;

/// A number that a paper prints.
struct PrintedNumber<'a> {
    job: &'a Job,
    /// Its year is unknown where no date is written.
    number: LetterNumber,
    /// Where the decision about it is written, or the number itself.
    span: Span,
}

/// A letter whose number was taken for another date than it has now.
struct RedatedLetter<'a> {
    job: &'a Job,
    entry: &'a RegisterEntry,
    date: Date,
}

/// What is wrong with the numbers of final papers.
#[derive(Default)]
pub(super) struct NumberFaults {
    /// By the path of the paper.
    pub(super) by_path: BTreeMap<String, Problems>,
    /// What the office lets pass, each once.
    pub(super) silenced: Vec<Silenced>,
}

impl NumberFaults {
    fn add(&mut self, path: &str, span: Span, problem: impl Into<AnyProblem>) {
        self.by_path.entry(path.to_owned()).or_default().add(span, problem);
    }
}

impl Opened {
    /// What is wrong with the numbers of these papers; nothing unless they are final. All
    /// letters of the workspace are looked at, so that it does not matter which are made in one
    /// run.
    pub(super) fn number_faults(
        &self,
        jobs: &[Job],
        sources: &SourceMap,
    ) -> NumberFaults {
        let is_final =
            |job: &&Job| self.workspace.status(&job.template) == StatusDokumen::Final;
        let jobs: Vec<&Job> = jobs.iter().filter(is_final).collect();
        if jobs.is_empty() {
            return NumberFaults::default();
        }
        let all = self.letters();
        let here: BTreeSet<&str> = jobs.iter().map(|j| j.path.as_str()).collect();
        let others = all.iter().filter(|job| !here.contains(job.path.as_str()));
        let every: Vec<&Job> = jobs.iter().copied().chain(others).collect();
        let read: Vec<(&Job, Facts)> =
            every.par_iter().map(|job| (*job, self.numbers_of(job))).collect();
        let mut faults = NumberFaults::default();
        // A draft may wait for its number.
        let of_run = read.iter().filter(|(job, _)| here.contains(job.path.as_str()));
        let of_run: Vec<&(&Job, Facts)> = of_run.collect();
        self.undeclared(&of_run, &mut faults);
        self.denied(&of_run, &mut faults);
        self.lacking(&of_run, &mut faults);
        let printed: Vec<PrintedNumber<'_>> =
            read.iter().flat_map(|(job, facts)| self.printed(job, facts)).collect();
        let mut alike: BTreeMap<&LetterNumber, Vec<&PrintedNumber<'_>>> = BTreeMap::new();
        for one in &printed {
            alike.entry(&one.number).or_default().push(one);
        }
        for one in printed.iter().filter(|p| here.contains(p.job.path.as_str())) {
            let alike = alike.get(&one.number).map(Vec::as_slice).unwrap_or_default();
            self.shared(one, alike, sources, &mut faults);
        }
        faults
    }

    /// The numbers that a paper prints; Srikandi gives those of the letters it sends.
    fn printed<'a>(&self, job: &'a Job, facts: &Facts) -> Vec<PrintedNumber<'a>> {
        if self.srikandi(job) {
            return Vec::new();
        }
        // What is printed goes before what the data says of it.
        let day = facts.date.or(job.date());
        let given = facts.numbers.iter().filter_map(|number| match &number.value {
            Number::Given(given) => Some((given.clone(), number.span)),
            Number::Gap | Number::Absent => None,
        });
        let of_letter = |number: &LetterNumber| {
            let letter = job.letter.as_ref()?;
            let own = letter.number.as_ref()?;
            (own.value == *number).then_some(letter.span)
        };
        let placed = given.map(|(mut number, span)| {
            number.year = day.map(Date::year);
            let span = of_letter(&number).unwrap_or(span);
            PrintedNumber { job, number, span }
        });
        placed.collect()
    }

    /// Tells, once a template, papers that do not say which number is their own: of these nobody
    /// can tell whether another paper has it too. What is signed or has a kop is refused.
    fn undeclared(&self, read: &[&(&Job, Facts)], faults: &mut NumberFaults) {
        let bears = |job: &Job| {
            let manifest = self.templates.manifests.get(&job.template);
            manifest.is_some_and(|m| m.numbered.value == Numbering::Always)
        };
        let mut papers: BTreeMap<&str, Vec<&(&Job, Facts)>> = BTreeMap::new();
        // Where a directive could not be read, that is told, and may be all that is wrong.
        let says = |facts: &Facts| facts.declares_number() || facts.forms.unread;
        let silent = read.iter().filter(|(job, facts)| bears(job) && !says(facts));
        for paper in silent {
            papers.entry(&paper.0.template).or_default().push(paper);
        }
        for (template, papers) in papers {
            let template = template.to_owned();
            let mut problem: AnyProblem =
                NumberProblem::NumberNotDeclared { template }.into();
            if papers.iter().any(|(_, facts)| facts.is_official()) {
                problem = problem.raised();
            }
            let place = papers.iter().find_map(|(_, facts)| facts.forms.place());
            let span = place.unwrap_or_else(|| self.place(papers[0].0));
            for (job, _) in papers {
                faults.add(&job.path, span, problem.clone());
            }
        }
    }

    /// Tells, once a template, papers that bear a number though the template says that they
    /// bear none.
    fn denied(&self, read: &[&(&Job, Facts)], faults: &mut NumberFaults) {
        let mut told: BTreeMap<&str, NumberProblem> = BTreeMap::new();
        for (job, facts) in read {
            let manifest = self.templates.manifests.get(&job.template);
            let number = facts.numbers.iter().find_map(|number| match &number.value {
                Number::Given(number) => Some(number.to_string()),
                Number::Gap | Number::Absent => None,
            });
            let (Some(&Spanned { value: Numbering::Never, span }), Some(nomor)) =
                (manifest.map(|m| &m.numbered), number)
            else {
                continue;
            };
            let template = job.template.clone();
            let problem = told
                .entry(&job.template)
                .or_insert(NumberProblem::NumberDenied { template, nomor });
            faults.add(&job.path, span, problem.clone());
        }
    }

    /// Tells papers that still have no number. One cause: each of these papers has the same
    /// message, which names them.
    fn lacking(&self, read: &[&(&Job, Facts)], faults: &mut NumberFaults) {
        let mut lacking: BTreeMap<_, BTreeMap<&str, &Job>> = BTreeMap::new();
        for (job, facts) in read.iter().filter(|(job, _)| !self.srikandi(job)) {
            for Spanned { value, span } in &facts.numbers {
                // Without a register `urut` is what is missing, which the gap tells.
                let told = *value == Number::Gap && self.workspace.register.is_none();
                if told || matches!(value, Number::Given(_)) {
                    continue;
                }
                let span = job.letter.as_ref().map_or(*span, |letter| letter.span);
                let key = (job.template.as_str(), span);
                lacking.entry(key).or_default().insert(&job.path, job);
            }
        }
        for ((template, span), mut papers) in lacking {
            let redated: BTreeMap<&str, RedatedLetter<'_>> = papers
                .iter()
                .filter_map(|(path, job)| Some((*path, self.redated(job)?)))
                .collect();
            papers.retain(|path, _| !redated.contains_key(path));
            if let Some(RedatedLetter { job: first, entry, date }) =
                redated.values().next()
            {
                let subjects: Vec<&str> =
                    redated.values().map(|one| one.job.subject.as_str()).collect();
                let problem = NumberProblem::NumberRedated {
                    template: template.to_owned(),
                    subjek: told_names(&subjects),
                    nomor: entry.nomor.clone(),
                    lama: told_date(entry.tanggal),
                    baru: told_date(*date),
                };
                let span = first.letter.as_ref().map_or(span, |letter| letter.date_span);
                for path in redated.keys() {
                    faults.add(path, span, problem.clone());
                }
            }
            let subjects: Vec<&str> =
                papers.values().map(|job| job.subject.as_str()).collect();
            let subjek = told_names(&subjects);
            for path in papers.keys() {
                let (template, subjek) = (template.to_owned(), subjek.clone());
                faults.add(path, span, NumberProblem::NoNumber { template, subjek });
            }
        }
    }

    /// The number that a letter took for another date of the year.
    fn redated<'a>(&'a self, job: &'a Job) -> Option<RedatedLetter<'a>> {
        let (register, date) = (self.workspace.register.as_ref()?, job.date()?);
        let at = register.of_other_date(&job.template, &job.subject, date)?;
        Some(RedatedLetter { job, entry: register.entries().get(at)?, date })
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

    /// Tells a number that others print too, or that is cancelled, unless the office lets it
    /// pass. One cause: all of its papers have one message at one place, which names the others.
    fn shared(
        &self,
        one: &PrintedNumber<'_>,
        alike: &[&PrintedNumber<'_>],
        sources: &SourceMap,
        faults: &mut NumberFaults,
    ) {
        let same: Vec<&PrintedNumber<'_>> =
            alike.iter().copied().filter(|p| p.number.is_same(&one.number)).collect();
        let first = same.first().copied().unwrap_or(one);
        let nomor = first.number.to_string();
        let name = |job: &Job| format!("{}/{}", job.template, job.subject);
        let mut papers: BTreeMap<String, Span> =
            same.iter().map(|p| (name(p.job), p.span)).collect();
        let register = self.workspace.register.iter();
        for entry in register.flat_map(|register| register.same(&one.number)) {
            if let Some(alasan) = entry.batal.clone() {
                let nomor = one.number.to_string();
                let problem = NumberProblem::CancelledNumber { nomor, alasan };
                return faults.add(&one.job.path, entry.span, problem);
            }
            let other = match (&entry.template, &entry.subjek, &entry.untuk) {
                (Some(template), Some(subjek), _) => format!("{template}/{subjek}"),
                // Taken for whatever letter of the template wants it.
                (Some(template), None, _) if *template == one.job.template => {
                    name(one.job)
                }
                (_, _, Some(untuk)) => format!("\"{untuk}\""),
                _ => String::new(),
            };
            papers.entry(other).or_insert(entry.span);
        }
        if papers.len() < 2 {
            return;
        }
        let papers = named(&papers, first.span, sources);
        let problem: AnyProblem = NumberProblem::SameNumber { nomor, papers }.into();
        let silences = &self.workspace.settings.silences;
        match papers::rules::lets_pass(silences, &problem) {
            None => faults.add(&one.job.path, first.span, problem),
            Some(reason)
                if faults.silenced.iter().all(|s| s.problem.problem != problem) =>
            {
                let reason = reason.to_owned();
                let problem = Diagnostic { span: first.span, problem };
                faults.silenced.push(Silenced { problem, reason });
            }
            Some(_) => {}
        }
    }

    /// What a paper says of itself; the number of its letter is its own wherever it stands.
    pub(super) fn numbers_of(&self, job: &Job) -> Facts {
        let Ok(filled) = self.fill(job) else { return Facts::unread() };
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

/// Papers by their subjects.
fn told_names(subjects: &[&str]) -> Both {
    Both::new(
        first_names(Lang::Id, subjects, NAMED),
        first_names(Lang::En, subjects, NAMED),
    )
}

/// Papers with the places of their numbers, but for the one that is shown.
fn named(papers: &BTreeMap<String, Span>, shown: Span, sources: &SourceMap) -> String {
    let one = |(name, span): (&String, &Span)| match sources.place(*span) {
        place if *span == shown || place.is_empty() => name.clone(),
        place if name.is_empty() => place,
        place => format!("{name} ({place})"),
    };
    papers.iter().map(one).collect::<Vec<_>>().join(", ")
}
